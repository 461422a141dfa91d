"""What is known of the end of each loan: by the ledger, by a person, by the papers on file.

The ledger is not asked here (the archive knows nothing of it): whoever asks passes its loans in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from archive.events import FileEvent, NewEvent
from archive.filing import normal_number
from archive.retention.computing import LoanKept
from extractors.wording import _

# Noted for a household: the day a loan was settled, or what else its keeping hangs on.
STATED = "loan.settled"
KINDS = (STATED,)
_DAYS = ("granted_on", "due_on")


class FactRefused(Exception):
    """What was stated about a loan cannot be true."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLoan:
    """A loan as the ledger knows it; `settled_on` when principal and interest are paid in full.

    numbers  every number that names it, IOU number first
    """

    numbers: tuple[str, ...]
    granted_on: date | None
    due_on: date | None
    balance_fen: int
    settled_on: date | None
    product: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a person stated of a loan; of two statements the later counts, field by field."""

    loan: str
    settled_on: date | None = None
    granted_on: date | None = None
    due_on: date | None = None
    written_off: bool = False
    recourse: bool = False
    by: str = ""


@dataclass(frozen=True, slots=True)
class OnPaper:
    """Numbers of loans that a filed contract or IOU bears: one paper may bear both."""

    contract: str | None
    iou: str | None


def stated_event(household_id: int, stated: Stated, *, today: date) -> NewEvent:
    """Return the event that states it. Raises FactRefused for days that cannot be."""
    days = [day for day in (stated.granted_on, stated.settled_on) if day is not None]
    if days != sorted(days):
        raise FactRefused(_("A loan is not settled before it is paid out."))
    if stated.granted_on and stated.due_on and stated.due_on < stated.granted_on:
        raise FactRefused(_("A loan does not fall due before it is paid out."))
    if stated.settled_on and stated.settled_on > today:
        raise FactRefused(_("{day} has not come yet.").format(day=stated.settled_on))
    if stated.recourse and not stated.written_off:
        raise FactRefused(_("Only the claim of a loan that was written off can be kept so."))
    detail: dict[str, Any] = {
        "loan": stated.loan,
        "by": stated.by,
        "written_off": stated.written_off,
        "recourse": stated.recourse,
    }
    detail |= {
        name: day.isoformat() for name in _DAYS if (day := getattr(stated, name)) is not None
    }
    return NewEvent(
        kind=STATED, household_id=household_id, effective_on=stated.settled_on, detail=detail
    )


def stated_loans(events: Iterable[FileEvent]) -> dict[str, Stated]:
    """Return what was stated of each loan, by its number as compared."""
    found: dict[str, Stated] = {}
    for each in events:
        if each.kind != STATED:
            continue
        number = normal_number(each.detail["loan"])
        known = found.get(number, Stated(loan=each.detail["loan"]))
        found[number] = replace(
            known,
            granted_on=_day(each, "granted_on") or known.granted_on,
            due_on=_day(each, "due_on") or known.due_on,
            settled_on=each.effective_on or known.settled_on,
            written_off=each.detail.get("written_off", False) or known.written_off,
            recourse=each.detail.get("recourse", False),
            by=each.detail.get("by", ""),
        )
    return found


def _day(event: FileEvent, name: str) -> date | None:
    said = event.detail.get(name)
    return date.fromisoformat(said) if said else None


def loans_kept(
    ledger: Sequence[LedgerLoan],
    stated: Mapping[str, Stated],
    papers: Sequence[OnPaper],
    *,
    corporate: bool,
) -> tuple[list[LoanKept], list[str]]:
    """Return the loans of a file, and sentences on those that papers name and nobody knows."""
    left = dict(stated)
    loans = []
    for loan in ledger:
        numbers = [normal_number(each) for each in loan.numbers]
        said = next((left.pop(each) for each in numbers if each in left), None)
        loans.append(_merged(loan, said, corporate))
    loans += [_as_stated(each, corporate) for each in left.values()]
    known = {normal_number(each) for loan in ledger for each in loan.numbers} | set(stated)
    return loans, [
        _(
            "loan {number}: on file, but neither the ledger nor a statement says what became of it"
        ).format(number=number)
        for number in _unknown(papers, known)
    ]


def _unknown(papers: Sequence[OnPaper], known: set[str]) -> list[str]:
    """Numbers of loans on papers that nobody knows; a contract is known by any IOU under it."""
    drawn: dict[str, set[str]] = {}
    for each in papers:
        if each.contract and each.iou:
            drawn.setdefault(each.contract, set()).add(each.iou)
    found: dict[str, None] = {}
    for each in papers:
        covered = each.contract in known and not (each.iou and drawn[each.contract or ""] & known)
        if each.iou and each.iou not in known and not covered:
            found[each.iou] = None
        elif each.contract and not (each.iou or drawn.get(each.contract) or each.contract in known):
            found[each.contract] = None
    return list(found)


def _merged(loan: LedgerLoan, said: Stated | None, corporate: bool) -> LoanKept:
    kept = LoanKept(
        number=loan.numbers[0],
        granted_on=loan.granted_on,
        due_on=loan.due_on,
        settled_on=loan.settled_on,
        balance_fen=loan.balance_fen,
        corporate=corporate,
        product=loan.product,
        unit=loan.unit,
    )
    if said is None:
        return kept
    differing = [
        (ours, theirs)
        for ours, theirs in (
            (loan.settled_on, said.settled_on),
            (loan.granted_on, said.granted_on),
        )
        if ours and theirs and ours != theirs
    ]
    contradiction = (
        _("the ledger says {ledger}, {name} stated {stated}: correct one of them").format(
            ledger=differing[0][0], name=said.by or "?", stated=differing[0][1]
        )
        if differing
        else None
    )
    return replace(
        kept,
        granted_on=loan.granted_on or said.granted_on,
        due_on=loan.due_on or said.due_on,
        settled_on=loan.settled_on or said.settled_on,
        written_off=said.written_off,
        recourse=said.recourse,
        contradiction=contradiction,
    )


def _as_stated(said: Stated, corporate: bool) -> LoanKept:
    return LoanKept(
        number=said.loan,
        granted_on=said.granted_on,
        due_on=said.due_on,
        settled_on=said.settled_on,
        corporate=corporate,
        written_off=said.written_off,
        recourse=said.recourse,
    )
