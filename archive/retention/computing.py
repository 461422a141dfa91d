"""The day before which a household's file must not be destroyed, step by step. Pure.

Nothing is guessed: what is not known is an obstacle, and with an obstacle there is no day.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from archive.retention.declarations import Period, Scheme
from extractors.wording import _, language_in_use

# A loan of at most so many months is short-term (贷款通则, article 8: within one year).
SHORT_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanKept:
    """A loan as far as its keeping is concerned; None where nothing is known.

    number       IOU or contract number: how people call it
    settled_on   day on which principal and interest were paid in full
    balance_fen  principal still owed by the ledger, in fen; None: the ledger does not know it
    corporate    lent to a company, not to a person
    recourse     written off, and the claim is kept
    contradiction  two sources that say different days, in words
    """

    number: str
    granted_on: date | None = None
    due_on: date | None = None
    settled_on: date | None = None
    balance_fen: int | None = None
    corporate: bool = False
    written_off: bool = False
    recourse: bool = False
    product: str | None = None
    unit: str | None = None
    contradiction: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the reckoning: a stable code, the day it arrives at, and a sentence."""

    code: str
    day: date | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanVerdict:
    """What one loan asks for.

    not_before  first day on which its papers may be destroyed; None: never, or not known
    permanent   kept for good
    obstacle    why it cannot be computed; None when it can
    """

    loan: LoanKept
    scheme: str
    period: str | None
    not_before: date | None
    permanent: bool
    steps: tuple[Step, ...]
    obstacle: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a whole file asks for: of several loans the latest decides."""

    not_before: date | None
    permanent: bool
    loans: tuple[LoanVerdict, ...]
    obstacles: tuple[str, ...]

    def is_over(self, day: date) -> bool:
        """Whether the file may be destroyed on `day`, as far as keeping is concerned."""
        return not self.permanent and self.not_before is not None and self.not_before <= day


def verdict(
    loans: Sequence[LoanKept],
    scheme_of: Callable[[LoanKept], Scheme],
    unknown: Sequence[str] = (),
) -> Verdict:
    """Return what a file with these loans asks for.

    unknown  sentences on loans that the papers name and nobody knows the end of
    """
    each = tuple(loan_verdict(loan, scheme_of(loan)) for loan in loans)
    obstacles = [one.obstacle for one in each if one.obstacle] + list(unknown)
    if not loans and not unknown:
        obstacles.append(_("no loan is known that these papers belong to"))
    permanent = any(one.permanent for one in each)
    days = [one.not_before for one in each if one.not_before]
    return Verdict(
        not_before=max(days) if days and not obstacles and not permanent else None,
        permanent=permanent,
        loans=each,
        obstacles=tuple(obstacles),
    )


def loan_verdict(loan: LoanKept, scheme: Scheme) -> LoanVerdict:
    """Return what one loan asks for under a scheme."""
    conditions, undecided = conditions_of(loan)
    chosen = _period(scheme, conditions, undecided)
    steps: list[Step] = []
    obstacle: str | None = None
    day: date | None = None
    permanent = False
    if loan.contradiction:
        obstacle = loan.contradiction
    elif isinstance(chosen, str):
        obstacle = chosen
    else:
        steps.append(_rule_step(scheme, chosen))
        permanent = chosen.years is None and not (chosen.until_settled and loan.settled_on)
        if not permanent:
            day, obstacle = _counted(loan, _after_recovery(scheme, chosen, conditions), steps)
    named = _("loan {number}: {why}").format(number=loan.number, why=obstacle) if obstacle else None
    return LoanVerdict(
        loan=loan,
        scheme=scheme.name,
        period=None if isinstance(chosen, str) else chosen.name,
        not_before=day,
        permanent=permanent,
        steps=tuple(steps),
        obstacle=named,
    )


def conditions_of(loan: LoanKept) -> tuple[frozenset[str], frozenset[str]]:
    """Return the conditions that hold for a loan, and those of which nobody can say."""
    held = {"corporate" if loan.corporate else "personal"}
    undecided: set[str] = set()
    if loan.written_off:
        held.add("written_off")
    if loan.recourse:
        held.add("recourse")
    if loan.granted_on and loan.due_on:
        held.add("short" if loan.due_on <= _months_after(loan.granted_on) else "long")
    else:
        undecided = {"short", "long"}
    return frozenset(held), frozenset(undecided)


def _months_after(day: date) -> date:
    """Return the day a year later; a 29 February meets the 28th."""
    try:
        return day.replace(year=day.year + SHORT_MONTHS // 12)
    except ValueError:
        return day.replace(year=day.year + SHORT_MONTHS // 12, day=28)


def _period(scheme: Scheme, conditions: frozenset[str], undecided: frozenset[str]) -> Period | str:
    """Return the first period that fits, or why none can be told."""
    for period in scheme.periods:
        if period.when <= conditions:
            return period
        if period.when - conditions <= undecided:
            return _("the term is not known: state the days it was paid out and fell due")
    return _("the rule {name} has no period for it").format(name=scheme.name)


def _after_recovery(scheme: Scheme, chosen: Period, conditions: frozenset[str]) -> Period:
    """A debt written off and then recovered is kept like any other settled loan."""
    if not chosen.until_settled:
        return chosen
    kept = conditions - {"written_off", "recourse"}
    return next((each for each in scheme.periods if each.when <= kept), chosen)


def _counted(loan: LoanKept, period: Period, steps: list[Step]) -> tuple[date | None, str | None]:
    """Count the years of a settled loan; return the day, or why there is none."""
    if loan.balance_fen:
        return None, _("principal is still owed by the ledger")
    if loan.settled_on is None:
        return None, _("the day on which it was settled is not known")
    if period.years is None:
        return None, _("how long it is kept after its recovery is not known")
    steps.append(
        Step("settled", loan.settled_on, _("settled on {day}").format(day=loan.settled_on))
    )
    start = date(loan.settled_on.year + period.starts, 1, 1)
    steps.append(Step("start", start, _("the years run from {day}").format(day=start)))
    end = start.replace(year=start.year + period.years)
    steps.append(
        Step("years", end, _("{years} years later: {day}").format(years=period.years, day=end))
    )
    if not period.years_in_all:
        return end, None
    if loan.granted_on is None:
        return None, _("the day it was paid out is not known, so the years in all cannot be told")
    begun = date(loan.granted_on.year + 1, 1, 1)
    least = begun.replace(year=begun.year + period.years_in_all)
    steps.append(
        Step(
            "in_all",
            least,
            _("at least {years} years in all, from {begun}: {day}").format(
                years=period.years_in_all, begun=begun, day=least
            ),
        )
    )
    return max(end, least), None


def _rule_step(scheme: Scheme, period: Period) -> Step:
    language = language_in_use()
    return Step(
        "rule",
        None,
        _("rule {source}: {period}").format(source=scheme.source, period=period.titles[language]),
    )
