"""业绩考核: what each manager did in a month or a quarter, against the plan, with every row.

Loans count for whoever manages them when the period ends: as recorded (`responsibility`), else as
the office's loan ledger says. All managers are worked out in one pass over the columns.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

import numpy as np

from ledger.book import View
from ledger.columns.facts_behind import money
from ledger.columns.figure_rows import Behind
from ledger.columns.loans import Loans
from ledger.columns.shape import NO_AMOUNT, Array
from ledger.figure import Figure
from ledger.indicator import ratio, total
from ledger.managing.plans import Plans
from ledger.managing.responsibilities import Responsibilities
from ledger.measures.inspection import dates_between
from ledger.measures.lending import principal_received
from ledger.measures.quality import is_bad
from ledger.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Performance:
    """One manager in one period.

    figures  by name; a figure whose value is None is not known and prints as a blank
    """

    person: str
    span: Span
    figures: Mapping[str, Figure] = field(default_factory=dict)

    def value(self, name: str) -> int | Decimal | None:
        """Return a figure's number."""
        return self.figures[name].value


def performances(
    view: View, span: Span, files: Mapping[str, tuple[int, int]] | None = None
) -> list[Performance]:
    """Return all managers of the period by name.

    files  for each manager how many of his household files are complete, of how many; the archive
           knows that, not the ledger
    """
    end = view.at(min(span.last, view.as_of))
    counted = _Counted(end, span)
    plans = Plans(end, span, counted.code_of, counted.people)
    people = sorted({*counted.people, *plans.people})
    return [
        Performance(
            person=person,
            span=span,
            figures=_figures(counted, plans, person, span, (files or {}).get(person)),
        )
        for person in people
    ]


class _Counted:
    """Rows of every measure, which of them are whose."""

    def __init__(self, view: View, span: Span) -> None:
        self.view, self.span = view, span
        self.people, self.code_of = managers(view)
        first, last, snapshot = span.first, view.as_of, view.snapshot
        received = principal_received(view, first, last)
        self.rows = {
            "principal": money(snapshot, "repayment", "principal_fen", received),
            "interest": _interest(view, span),
            "interest_due": money(snapshot, "interest_due", "due_fen", view.interest(first, last)),
            **_maturing(view, span, received),
            "granted": _granted(view, span),
            "bad": _bad(view),
            "bad_before": _bad(view.at(first.fromordinal(first.toordinal() - 1))),
        }
        _last, dates, met = dates_between(view, first, last)
        self.rows |= {"inspections_due": dates, "inspections_done": dates.picked(met)}

    def of(self, name: str, person: str) -> Behind:
        """Return the rows of one measure that are of a person's loans."""
        rows = self.rows[name]
        code = self.people.index(person) if person in self.people else -2
        return rows.picked(self.code_of[rows.about] == code)


def managers(view: View) -> tuple[list[str], Array]:
    """Return all managers by name, and for each account the place of its own (-1: nobody)."""
    loans = view.granted
    answering = Responsibilities(view)
    named = loans.values("manager")
    if answering.households or answering.loans:
        accounts, households = loans.values("account_id"), loans.values("household_id")
        for place, (account, household) in enumerate(zip(accounts, households, strict=True)):
            if household in answering.households or account in answering.loans:
                named[place] = answering.manager_named(household, account) or named[place]
    people = sorted({name for name in named if name})
    places = {name: place for place, name in enumerate(people)}
    code_of = np.full(len(view.snapshot.terms), -1, dtype=np.int64)
    code_of[loans["account_id"]] = [places.get(name, -1) for name in named]
    return people, code_of


def _interest(view: View, span: Span) -> Behind:
    """Interest received; for a loan without receipts of it, as its interest facts state."""
    receipts, interest = view.snapshot.known("repayment"), view.snapshot.known("interest_due")
    paid = view.received(span.first, view.as_of)
    paid = paid[receipts["interest_fen"][paid] != 0]
    stated = view.interest(span.first, view.as_of)
    # As the indicator has it: receipts of whatever day tell how the loan's interest is kept.
    payers = receipts["account_id"][receipts["interest_fen"] != 0]
    with_payments = np.isin(interest["account_id"][stated], payers)
    stated = stated[(interest["received_fen"][stated] != NO_AMOUNT) & ~with_payments]
    return money(view.snapshot, "repayment", "interest_fen", paid).joined(
        money(view.snapshot, "interest_due", "received_fen", stated)
    )


def _maturing(view: View, span: Span, received: Array) -> dict[str, Behind]:
    """Principal that matured in the period, and what of it came in within it."""
    due_on = view.granted["due_on"]
    mature = (due_on >= span.first.toordinal()) & (due_on <= view.as_of.toordinal())
    loans = view.granted.keep(mature)
    opening = span.first.toordinal() - 1
    owed = np.where(
        loans["granted_on"] <= opening,
        view.snapshot.balances(loans["account_id"], opening),
        loans["amount_fen"],
    )
    table = view.snapshot.known("repayment")
    of_these = received[np.isin(table["account_id"][received], loans["account_id"])]
    return {
        "due": loans.keep(owed > 0).rows(owed[owed > 0]),
        "due_recovered": money(view.snapshot, "repayment", "principal_fen", of_these),
    }


def _granted(view: View, span: Span) -> Behind:
    loans: Loans = view.granted
    loans = loans.keep(loans["granted_on"] >= span.first.toordinal())
    return loans.rows(loans["amount_fen"])


def _bad(view: View) -> Behind:
    loans = view.open.keep(is_bad(view.open["class_code"]))
    return loans.class_rows(loans["balance_fen"])


def _figures(
    counted: _Counted,
    plans: Plans,
    person: str,
    span: Span,
    files: tuple[int, int] | None,
) -> dict[str, Figure]:
    day = counted.view.as_of

    def ledger(name: str, unit: str = "fen") -> Figure:
        rows = counted.of(name, person)
        return total(f"{name}({person}, {span.text})", unit, name, day, rows)

    def typed(name: str, unit: str = "fen") -> Figure:
        return plans.result(person, name, unit)

    return {
        "deposits_plan": plans.plan(person, "deposits_fen"),
        "deposits": typed("deposits_fen"),
        "deposits_average": typed("average_fen"),
        "principal_plan": plans.plan(person, "principal_fen"),
        "principal": ledger("principal"),
        "interest_plan": plans.plan(person, "interest_fen"),
        "interest": ledger("interest"),
        "due_rate": ratio("due_rate", "due_recovered / due", ledger("due_recovered"),
                          ledger("due")),
        "interest_rate": _interest_rate(ledger("interest"), ledger("interest_due")),
        "bad_change": _change(ledger("bad"), ledger("bad_before"), person, span),
        "granted_count": ledger("granted", "count"),
        "granted": ledger("granted"),
        "marketing_plan": plans.plan(person, "marketing_fen"),
        "marketing_count": typed("marketing_count", "count"),
        "marketing": typed("marketing_fen"),
        "inspection_rate": ratio("inspection_rate", "done / due",
                                 ledger("inspections_done", "count"),
                                 ledger("inspections_due", "count")),
        "files_rate": _files(files, person, counted.view),
    }  # fmt: skip


def _interest_rate(part: Figure, whole: Figure) -> Figure:
    return ratio("interest_rate", "interest / interest_due", part, whole)


def _change(now: Figure, before: Figure, person: str, span: Span) -> Figure:
    """Bad loans at the end less those when the period began; the rows are those of the end."""
    assert now.value is not None and before.value is not None  # noqa: S101 - sums of rows
    return Figure(
        name=f"bad_change({person}, {span.text})",
        value=int(now.value) - int(before.value),
        unit="fen",
        query="bad - bad_before",
        as_of=now.as_of,
        rows=now.rows,
    )


def _files(files: tuple[int, int] | None, person: str, view: View) -> Figure:
    value = None
    if files and files[1]:
        value = (Decimal(files[0]) * 100 / files[1]).quantize(Decimal("0.01"))
    return Figure(
        name=f"files_rate({person})",
        value=value,
        unit="percent",
        query="complete files / files",
        as_of=view.as_of,
    )
