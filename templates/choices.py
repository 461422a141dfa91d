"""Names that stand for several kinds of documents: the ledger shows which one is meant."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from templates.request import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One such name.

    titles  by language, as a person may write instead of the name
    among   the kinds it stands for; they are asked for in the same way
    pick    which of them is meant. Raises what computing it would
    """

    name: str
    titles: Mapping[str, str]
    among: tuple[str, ...]
    pick: Callable[[Request], str]


def _inspection_due(request: Request) -> str:
    """A loan that nobody has visited since the drawdown gets its first inspection."""
    loan = request.view.loan(str(request.loan))
    visits = request.view.inspections_of(account_id=loan.account_id)
    visited = any(one.done_on and one.done_on >= loan.granted_on for one in visits)
    return "routine-inspection-report" if visited else "first-inspection-report"


CHOICES: Mapping[str, Choice] = {
    each.name: each
    for each in (
        Choice(
            name="inspection-report",
            titles={"zh": "贷后检查报告", "es": "Informe-de-seguimiento"},
            among=("first-inspection-report", "routine-inspection-report"),
            pick=_inspection_due,
        ),
    )
}


def choice_of(name: str) -> Choice | None:
    """Return the choice called `name`, or so in any language; None where none is."""
    for each in CHOICES.values():
        if name in (each.name, *each.titles.values()):
            return each
    return None
