"""The rules: each says of a case which class it leaves at best, or nothing. Pure functions.

Sources: Measures for the Risk Classification of Financial Assets of Commercial Banks (2023).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractors.wording import _
from ledger.classes import BAD
from ledger.classing.case import Case
from ledger.classing.declaration import Reason, rank, worst
from ledger.rules.calendar import plus_months


def reasons(case: Case) -> list[Reason]:
    """Return all rules that apply to a loan.

    What forbids a better class is named only where the other rules would allow one.
    """
    found = [reason for rule in _RULES for reason in rule(case)]
    if rank(worst(found)) < rank("substandard"):
        found += not_cured(case)
    return found


def by_days(case: Case) -> Iterator[Reason]:
    """Principal or interest overdue for longer than a class allows."""
    days = case.loan.days_overdue
    step = next((each for each in case.steps if days > each.over), None)
    if step:
        yield Reason(
            "days_overdue",
            step.grade,
            _("overdue by {days} days, more than {over}").format(days=days, over=step.over),
        )


def by_factors(case: Case) -> Iterator[Reason]:
    """Facts that a person stated: use changed, impaired, bankrupt, expected loss."""
    for each in case.factors:
        factor = each.text("factor") or ""
        if factor == "restructured":
            continue
        grade = case.table.factors.get(factor)
        if grade:
            yield Reason(factor, grade, worded(factor), (each.fact,))
        lost = Decimal(each.text("loss_percent") or 0)
        for percent, of_loss in case.table.losses:
            if factor == "impaired" and lost >= percent:
                yield Reason(
                    "expected_loss",
                    of_loss,
                    _("expected loss of {percent} %").format(percent=lost.normalize()),
                    (each.fact,),
                )
                break


def misused(case: Case) -> Iterator[Reason]:
    """Money that was found to be used otherwise than agreed, when its flow was traced."""
    grade = case.table.factors.get("use_changed")
    if grade and case.misused:
        facts = tuple(each.fact for each in case.misused)
        yield Reason("use_changed", grade, worded("use_changed"), facts)


def restructured(case: Case) -> Iterator[Reason]:
    """A restructured loan is watched for a year; one that fails meanwhile is bad."""
    grade = case.table.factors.get("restructured")
    if grade is None:
        return
    for each in case.factors:
        until = plus_months(each.on, case.settings.observation_months)
        if each.text("factor") != "restructured" or until < case.as_of:
            continue
        failed = case.loan.days_overdue > case.settings.technical_delay_days
        text = (
            _("restructured on {day} and overdue again")
            if failed
            else _("restructured on {day}, under observation until {until}")
        )
        yield Reason(
            "restructured",
            "substandard" if failed else grade,
            text.format(day=each.on.isoformat(), until=until.isoformat()),
            (each.fact,),
        )


def refinanced(case: Case) -> Iterator[Reason]:
    """Repaid by new borrowing, unless it is a renewal that the rules allow."""
    renewed = any(each.text("factor") == "renewed" for each in case.factors)
    said = case.refinancing or case.loan.occurrence == "refinance"
    if case.table.refinanced and said and not renewed:
        yield Reason(
            "refinanced",
            case.table.refinanced,
            _("it repaid an older loan"),
            tuple(each.fact for each in case.refinancing),
        )


def extended(case: Case) -> Iterator[Reason]:
    """A term that was extended, where the table has a rule for it."""
    if case.table.extended and (case.extensions or case.loan.occurrence == "extension"):
        yield Reason(
            "extended",
            case.table.extended,
            _("its term was extended"),
            tuple(each.fact for each in case.extensions),
        )


def written_off(case: Case) -> Iterator[Reason]:
    """Written off, and the claim kept."""
    if case.table.written_off and case.written_off:
        yield Reason(
            "written_off",
            case.table.written_off,
            _("written off on {day}").format(day=case.written_off.on.isoformat()),
            (case.written_off.fact,),
        )


def same_debtor(case: Case) -> Iterator[Reason]:
    """A non-retail debtor with bad debts here or elsewhere; with much of all overdue for long."""
    if not (case.table.same_debtor and case.is_company):
        return
    bad_here = [loan.number for loan in case.siblings if loan.is_bad]
    bad_there = [each for each in case.elsewhere if each.text("class") in BAD]
    if bad_here or bad_there:
        yield Reason(
            "same_debtor",
            "special_mention",
            _("the same debtor's other debts are bad: {which}").format(
                which=", ".join([*bad_here, *(each.text("lender") or "" for each in bad_there)])
            ),
            tuple(each.fact for each in bad_there),
        )
    long_overdue = [each for each in case.elsewhere if (each.fen("days_overdue") or 0) > 90]
    owed = sum(loan.balance_fen for loan in (case.loan, *case.siblings))
    owed += sum(each.fen("balance_fen") or 0 for each in case.elsewhere)
    overdue = sum(
        loan.balance_fen for loan in (case.loan, *case.siblings) if loan.days_overdue > 90
    )
    overdue += sum(each.fen("balance_fen") or 0 for each in long_overdue)
    if overdue * 5 > owed:
        yield Reason(
            "same_debtor_overdue",
            "substandard",
            _("more than 20 % of the debtor's debts to all banks are overdue by more than 90 days"),
            tuple(each.fact for each in long_overdue),
        )


def not_cured(case: Case) -> Iterator[Reason]:
    """A bad loan gets no better class before it was paid properly for some months."""
    if not (case.table.cured and case.bad_since):
        return
    since, fact = case.bad_since
    if case.last_overdue and case.last_overdue[0] > since:
        since, fact = case.last_overdue
    until = plus_months(since, case.settings.upgrade_months)
    if until > case.as_of or case.loan.days_overdue > 0:
        yield Reason(
            "not_cured",
            "substandard",
            _("a bad loan, paid properly for less than {months} months (since {day})").format(
                months=case.settings.upgrade_months, day=since.isoformat()
            ),
            (fact,),
        )


_RULES = (
    by_days, by_factors, misused, restructured, refinanced, extended, written_off, same_debtor,
)  # fmt: skip


def worded(factor: str) -> str:
    """Return a factor in words."""
    return {
        "use_changed": _("the use was changed without consent"),
        "impaired": _("credit-impaired"),
        "rating_down": _("its external rating fell sharply"),
        "evading": _("the debtor evades bank debts"),
        "bankruptcy": _("the debtor is in bankruptcy"),
        "restructured": _("restructured"),
    }[factor]
