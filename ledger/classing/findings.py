"""Classes that are better than the rules allow, and that nobody approved with a reason."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.wording import _
from ledger.book import View
from ledger.classing.declaration import Reason
from ledger.classing.suggestion import Suggestion, suggestions
from ledger.figure import Source
from ledger.report import Finding
from ledger.rules.desk import Desk
from ledger.sources import sources_of
from ledger.states import LoanState


def class_too_good(view: View) -> Iterator[Finding]:
    """A class better than the worst of all rules that apply, without an approval that holds."""
    found = [each for each in suggestions(Desk(view)) if each.too_good and not each.approval]
    if not found:
        return
    states = {state.account_id: state for state in view.open_loans}
    of_fact = sources_of(view, (fact for each in found for fact in _facts(each)))
    for each in found:
        state = states[each.loan.account_id]
        yield Finding(
            code="class_too_good",
            message=_(
                "Loan {number}: its class is better than such a loan may have: {reasons}."
            ).format(
                number=each.loan.number,
                reasons="; ".join(reason.text for reason in binding(each)),
            ),
            sources=(*_own(state, each), *(of_fact[fact] for fact in _facts(each))),
        )


def binding(suggestion: Suggestion) -> list[Reason]:
    """Return the reasons that give a worse class than the loan has."""
    return [r for r in suggestion.reasons if r.grade == suggestion.grade]


def _facts(suggestion: Suggestion) -> list[str]:
    return [fact for reason in binding(suggestion) for fact in reason.facts]


def _own(state: LoanState, suggestion: Suggestion) -> Iterator[Source]:
    """The cells of the class, and of the days where they are what counts."""
    by_days = any(reason.rule == "days_overdue" for reason in binding(suggestion))
    for name in ("class_code", "days_overdue", "due_on"):
        if name in state.sources and (by_days or name == "class_code"):
            yield state.sources[name]
