"""Checks of what was read against itself; each finding is a Problem, never a changed value."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeVar

from extractors.form import Check, Fields
from extractors.reading import Problem, Value
from extractors.values.dates import term_fits
from extractors.wording import _

T = TypeVar("T", bound=Value)


def first(fields: Fields, name: str, kind: type[T]) -> T | None:
    """Return the first value of `name` if it was read and is of `kind`."""
    found = fields.get(name)
    return found[0].value if found and isinstance(found[0].value, kind) else None


def in_order(earlier: str, later: str, *, strictly: bool = True) -> Check:
    """`earlier` must lie before `later`, or on the same day unless `strictly`."""

    def check(fields: Fields) -> Iterator[Problem]:
        one, other = first(fields, earlier, date), first(fields, later, date)
        if one and other and (one > other or (strictly and one == other)):
            yield Problem(
                later,
                "dates_out_of_order",
                _("{later} ({second}) does not come after {earlier} ({first}): check both.").format(
                    later=later, second=other, earlier=earlier, first=one
                ),
            )

    return check


def term_matches(start: str = "start_date", end: str = "end_date") -> Check:
    """The term must lead from start to end, give or take a day, month ends and weekends."""

    def check(fields: Fields) -> Iterator[Problem]:
        began, ends = first(fields, start, date), first(fields, end, date)
        months = first(fields, "term_months", int)
        if began and ends and months and not term_fits(began, ends, months):
            yield Problem(
                "term_months",
                "term_mismatch",
                _(
                    "A term of {months} months does not lead from {start} to {end}; a day more or "
                    "less, month ends and the working day after a weekend were allowed for."
                ).format(months=months, start=began, end=ends),
            )

    return check


def differs_from(one: str, other: str) -> Check:
    """Two parties that cannot be the same person; members of a group stand for each other."""

    def check(fields: Fields) -> Iterator[Problem]:
        names = {found.value for found in fields.get(one, ())}
        others = {found.value for found in fields.get(other, ())}
        if names & others and min(len(names), len(others)) == 1:
            yield Problem(
                one,
                "same_party",
                _("{one} and {other} bear the same name.").format(one=one, other=other),
            )

    return check


MESSAGES: dict[str, Callable[[], str]] = {
    "id_check_digit": lambda: _(
        "The check digit of this identity number is wrong: compare it with the paper."
    ),
    "uscc_check": lambda: _(
        "The check character of this credit code is wrong: compare it with the paper."
    ),
    "rate_implausible": lambda: _(
        "Such a rate is hardly ever lent at: look whether ‰ and % were confused."
    ),
    "rate_period_assumed": lambda: _(
        "The paper does not print the period of this rate: confirm it."
    ),
    "date_ambiguous": lambda: _(
        "Day and month of this date could be the other way round: confirm it."
    ),
    "values_differ": lambda: _(
        "The paper gives this more than once, and differently: choose the right one."
    ),
    "learned_unconfirmed": lambda: _(
        "Read where an earlier correction said it stands on this form: confirm it."
    ),
    "plan_mismatch": lambda: _(
        "The repayments of the plan do not come to the amount: compare both with the paper."
    ),
    "mortgage_rate_mismatch": lambda: _(
        "The mortgage rate printed is not the secured amount over the value: compare the three."
    ),
    "low_confidence": lambda: _("This was hard to read: compare it with the paper."),
    "required_missing": lambda: _(
        "This was not found, and the paper cannot be filed without it: fill it in."
    ),
    "amount_words_mismatch": lambda: _(
        "The amount in words and the amount in figures differ; the words were taken."
    ),
    "amount_words_unclear": lambda: _(
        "A character of the amount in words was hard to tell: compare it with the paper."
    ),
    "currency_unknown": lambda: _("The paper does not say which country's money this is."),
}


def problem(field: str, code: str) -> Problem:
    """Return the Problem `code` on `field`, worded for a person."""
    return Problem(field, code, MESSAGES[code]())
