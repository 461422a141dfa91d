"""What is known of a loan that its class depends on; read once for all loans of a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from sqlalchemy import or_

from archive.ledger_settings import LedgerSettings, class_step
from extractors.values.identity import is_uscc
from ledger import schema
from ledger.classing.declaration import TECHNICAL, ClassTable, Step
from ledger.classing.tables import TABLES
from ledger.rules.desk import Desk, Stated
from ledger.rules.subjects import Loan


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A loan with all that its class depends on, on one day.

    steps         days of the table for its guarantee, the worst first, technical delay resolved
    factors       facts `class_factor` that hold on the day
    misused       facts `payment` of money that was used otherwise than agreed
    refinancing   facts that say it repaid another loan
    extensions    facts that extend its term
    written_off   fact of its write-off
    is_company    whether the debtor is not a person (holds a credit code)
    siblings      the debtor's other open loans
    elsewhere     what the debtor owes to others, the latest fact of each lender and term
    bad_since     day and fact from which it has been classed bad; None: it is not
    last_overdue  the last day in the months that upgrading looks back on, on which the office
                  stated it overdue or in arrears, and the fact
    """

    loan: Loan
    as_of: date
    table: ClassTable
    settings: LedgerSettings
    steps: tuple[Step, ...]
    factors: tuple[Stated, ...]
    misused: tuple[Stated, ...]
    refinancing: tuple[Stated, ...]
    extensions: tuple[Stated, ...]
    written_off: Stated | None
    is_company: bool
    siblings: tuple[Loan, ...]
    elsewhere: tuple[Stated, ...]
    bad_since: tuple[date, str] | None
    last_overdue: tuple[date, str] | None


class Cases:
    """The cases of one day."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def of(self, loan: Loan) -> Case:
        """Return the case of an open loan."""
        desk, settings = self.desk, self.desk.settings(loan)
        table = TABLES[settings.class_table(loan.product, loan.unit)]
        company = loan.household_id in self._companies
        household = desk.household_of[loan.household_id] if company else None
        written_off = desk.of_loan("write_off", loan)
        return Case(
            loan=loan,
            as_of=desk.as_of,
            table=table,
            settings=settings,
            steps=steps_of(table, loan.guarantee, settings),
            factors=tuple(f for f in desk.of_loan("class_factor", loan) if _holds(f, desk.as_of)),
            misused=tuple(p for p in desk.of_loan("payment", loan) if p.text("flow") == "misused"),
            refinancing=tuple(desk.of_loan("refinancing", loan)),
            extensions=tuple(desk.of_loan("extension", loan)),
            written_off=written_off[-1] if written_off else None,
            is_company=company,
            siblings=tuple(each for each in household.loans if each is not loan)
            if household
            else (),
            elsewhere=latest_debts(desk, loan.household_id) if company else (),
            bad_since=desk.bad_since(loan) if loan.is_bad else None,
            last_overdue=self._overdue.get(loan.account_id) if loan.is_bad else None,
        )

    @cached_property
    def _companies(self) -> frozenset[int]:
        """Households whose borrower holds a credit code: not retail."""
        known = self.desk.view.households_by_identity()
        return frozenset(household for number, household in known.items() if is_uscc(number))

    @cached_property
    def _overdue(self) -> Mapping[int, tuple[date, str]]:
        """The last statement of each loan that said it was overdue or in arrears."""
        said = schema.statement.c
        found: dict[int, tuple[date, str]] = {}
        rows: Sequence[Sequence[Any]] = self.desk.view.plain(
            "statement",
            ("id", "account_id", "effective_on"),
            or_(said.days_overdue > 0, said.arrears_in_fen > 0, said.arrears_off_fen > 0),
        )
        for number, account_id, day in rows:
            found[account_id] = (day, f"statement:{number}")
        return found


def _holds(factor: Stated, as_of: date) -> bool:
    until = factor.day("until")
    return until is None or until >= as_of


def latest_debts(desk: Desk, household_id: int) -> tuple[Stated, ...]:
    """Return what a household owes to each other lender and term, as last stated."""
    last: dict[tuple[str, str], Stated] = {}
    for each in desk.of_household("other_debt", household_id):
        last[each.text("lender") or "", each.text("term") or ""] = each
    return tuple(each for each in last.values() if (each.fen("balance_fen") or 0) > 0)


def steps_of(
    table: ClassTable, guarantee: str | None, settings: LedgerSettings
) -> tuple[Step, ...]:
    """Return a table's steps for a guarantee, the worst first, as the settings have them."""
    for way in (guarantee, "any"):
        steps = _own_steps(table.name, way, settings) or table.days.get(way or "", ())
        if steps:
            return tuple(
                Step(settings.technical_delay_days if each.over == TECHNICAL else each.over,
                     each.grade)
                for each in steps
            )  # fmt: skip
    return ()


def _own_steps(table: str, guarantee: str | None, settings: LedgerSettings) -> Sequence[Step]:
    by_days: dict[str, list[Step]] = defaultdict(list)
    for text in settings.class_steps:
        name, way, days, grade = class_step(text)
        if name == table:
            by_days[way].append(Step(days, grade))
    return sorted(by_days.get(guarantee or "", ()), key=lambda each: -each.over)
