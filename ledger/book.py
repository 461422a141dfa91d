"""The ledger's reading side: any loan, on any day, as known at any moment.

    book = Book(engine, settings)
    view = book.at(date(2025, 12, 31), known_on=date(2026, 1, 5))

What was known at a moment is read once, in one transaction; days are worked out from it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property

from sqlalchemy import Connection, Engine, RowMapping, select

from archive import schema as archive_schema
from archive.settings import Settings
from archive.workspace import Workspace
from extractors.wording import _
from ledger import facts, records, schema
from ledger.figure import FigureRow, Source
from ledger.records import Record
from ledger.states import Collateral, Inspection, LoanState, Repayment


class UnknownLoan(Exception):
    """The ledger holds no loan of that number on that day."""

    def __init__(self, number: str) -> None:
        self.number = number
        super().__init__(
            _(
                "The ledger holds no loan {number}. List the loans: hudang ledger register loans"
            ).format(number=number)
        )


class AmbiguousLoan(Exception):
    """Several loans were drawn under that contract number."""

    def __init__(self, number: str, numbers: Sequence[str]) -> None:
        self.number, self.numbers = number, tuple(numbers)
        super().__init__(
            _("{number} names several loans: {numbers}. Give one of these numbers.").format(
                number=number, numbers=", ".join(numbers)
            )
        )


@dataclass(frozen=True, slots=True)
class Debtor:
    """Who a household's file is named after, as the register shows it."""

    name: str | None
    id_number: str | None
    village: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """All facts known at one moment, by loan account, each list in order of its days."""

    numbers: Mapping[int, str]
    loans: Mapping[int, RowMapping]
    repayments: Mapping[int, Sequence[RowMapping]]
    interest: Mapping[int, Sequence[RowMapping]]
    statements: Mapping[int, Sequence[RowMapping]]
    classes: Mapping[int, Sequence[RowMapping]]
    # By household.
    collateral: Mapping[int, Sequence[RowMapping]]
    inspections: Mapping[int, Sequence[RowMapping]]
    targets: Sequence[RowMapping]
    debtors: Mapping[int, Debtor]


def known_facts(connection: Connection, known_at: str | None) -> Known:
    """Read everything known at `known_at` (None: everything)."""

    def rows(name: str) -> list[RowMapping]:
        table = schema.FACTS[name]
        query = facts.known(table, known_at).order_by(table.c.effective_on, table.c.id)
        return list(connection.execute(query).mappings())

    accounts = connection.execute(select(schema.loan_account.c.id, schema.loan_account.c.number))
    return Known(
        numbers={row.id: row.number for row in accounts},
        loans={row["account_id"]: row for row in rows("loan")},
        repayments=_grouped(rows("repayment"), "account_id"),
        interest=_grouped(rows("interest_due"), "account_id"),
        statements=_grouped(rows("statement"), "account_id"),
        classes=_grouped(rows("classification"), "account_id"),
        collateral=_grouped(rows("collateral"), "household_id"),
        inspections=_grouped(rows("inspection"), "household_id"),
        targets=rows("target"),
        debtors=_debtors(connection),
    )


def _grouped(rows: Sequence[RowMapping], by: str) -> Mapping[int, Sequence[RowMapping]]:
    grouped: dict[int, list[RowMapping]] = defaultdict(list)
    for row in rows:
        grouped[row[by]].append(row)
    return grouped


def _debtors(connection: Connection) -> dict[int, Debtor]:
    household, person = archive_schema.household, archive_schema.person
    found = connection.execute(
        select(
            household.c.id, household.c.village, person.c.name, person.c.id_number, person.c.uscc
        )
        .select_from(
            household.outerjoin(
                person, (person.c.household_id == household.c.id) & (person.c.role == "borrower")
            )
        )
        .order_by(household.c.id, person.c.id.desc())
    )
    # The first borrower of a file wins: it is read last.
    return {row.id: Debtor(row.name, row.id_number or row.uscc, row.village) for row in found}


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where a view takes facts of declared kinds from when they are asked for, and up to which."""

    where: Connection | Engine
    known_at: str | None
    up_to: int


class Book:
    """The ledger of one workspace, for reading."""

    def __init__(self, where: Connection | Engine, settings: Settings) -> None:
        self.where = where
        self.settings = settings

    @classmethod
    def of(cls, workspace: Workspace) -> Book:
        """Open the ledger of a workspace, making its tables if they are not there yet."""
        return cls(facts.ready(workspace), workspace.settings)

    def at(self, as_of: date, known_on: date | datetime | None = None) -> View:
        """Return the ledger at the end of the day `as_of`.

        known_on  only what was recorded by then counts; a day means all of it; None: all by now
        """
        with facts.connected(self.where) as connection:
            known = known_facts(connection, facts.moment(known_on))
            shelf = Shelf(self.where, facts.moment(known_on), records.last_id(connection))
        return View(known, self.settings, as_of, known_on, shelf)


class View:
    """The ledger at the end of one day, as known at one moment."""

    def __init__(
        self,
        known: Known,
        settings: Settings,
        as_of: date,
        known_on: date | datetime | None,
        shelf: Shelf,
    ) -> None:
        self._known = known
        self.settings = settings
        self.as_of = as_of
        self.known_on = known_on
        self._shelf = shelf

    def at(self, as_of: date) -> View:
        """Return another day, as known at the same moment."""
        if as_of == self.as_of:
            return self
        return View(self._known, self.settings, as_of, self.known_on, self._shelf)

    @cached_property
    def loans(self) -> tuple[LoanState, ...]:
        """Every loan granted by the day, by day and number; also those that are paid off."""
        states = (
            self._state(account_id, terms)
            for account_id, terms in self._known.loans.items()
            if terms["granted_on"] <= self.as_of
        )
        return tuple(sorted(states, key=lambda loan: (loan.granted_on, loan.number)))

    @cached_property
    def _by_id(self) -> dict[int, LoanState]:
        return {loan.account_id: loan for loan in self.loans}

    @cached_property
    def open_loans(self) -> tuple[LoanState, ...]:
        """Loans with principal still owed."""
        return tuple(loan for loan in self.loans if loan.is_open)

    def loan(self, number: str | int) -> LoanState:
        """Return the loan with that IOU number, contract number or account id.

        Raises UnknownLoan, and AmbiguousLoan for a contract with several drawdowns.
        """
        if isinstance(number, int):
            found = [self._by_id[number]] if number in self._by_id else []
        else:
            found = [loan for loan in self.loans if number in (loan.number, loan.iou_no)]
            found = found or [loan for loan in self.loans if loan.contract_no == number]
        if not found:
            raise UnknownLoan(str(number))
        if len(found) > 1:
            raise AmbiguousLoan(str(number), [loan.number for loan in found])
        return found[0]

    def debtor(self, household_id: int) -> Debtor:
        """Return whom a household's file is named after; nobody where the file is not known."""
        return self._known.debtors.get(household_id, Debtor(None, None, None))

    def households_by_identity(self) -> Mapping[str, int]:
        """Return the households whose borrower has an ID number or credit code, by that."""
        return {
            debtor.id_number: household_id
            for household_id, debtor in self._known.debtors.items()
            if debtor.id_number
        }

    def loans_of(self, household_id: int) -> tuple[LoanState, ...]:
        """Return all loans of a household granted by the day, paid off ones too."""
        return tuple(loan for loan in self.loans if loan.household_id == household_id)

    def repayments(self, first: date, last: date | None = None) -> tuple[Repayment, ...]:
        """Return what was received from `first` to `last` (the view's day if later or None).

        What was carried forward from before the ledger begins lowers balances, but nobody knows
        when it came in: it is no receipt of any period.
        """
        last = min(last or self.as_of, self.as_of)
        return tuple(
            Repayment(
                fact=f"repayment:{row['id']}",
                account_id=account_id,
                on=row["effective_on"],
                principal_fen=row["principal_fen"],
                interest_fen=row["interest_fen"],
                channel=row["channel"],
                source=facts.source_of(row, "principal_fen"),
                interest_source=facts.source_of(row, "interest_fen"),
            )
            for account_id in self._known.loans
            for row in self._known.repayments.get(account_id, ())
            if first <= row["effective_on"] <= last and row["channel"] != schema.CARRIED
        )

    def interest_rows(self, first: date, last: date) -> tuple[RowMapping, ...]:
        """Return the interest facts of periods that end from `first` to `last`, and by the day."""
        last = min(last, self.as_of)
        return tuple(
            row
            for account_id in self._known.loans
            for row in self._known.interest.get(account_id, ())
            if first <= row["effective_on"] <= last
        )

    def classes_of(self, account_id: int) -> tuple[tuple[date, str, str], ...]:
        """Return a loan's classes up to the day, oldest first: (from when, class, fact)."""
        return tuple(
            (row["effective_on"], row["class"], f"classification:{row['id']}")
            for row in _until(self._known.classes.get(account_id, ()), self.as_of)
        )

    def class_source(self, account_id: int, day: date | None = None) -> Source | None:
        """Return where the class in force at the end of `day` (the view's own) was taken from."""
        rows = _until(self._known.classes.get(account_id, ()), day or self.as_of)
        return facts.source_of(rows[-1], "class") if rows else None

    def collateral_of(
        self, *, household_id: int | None = None, account_id: int | None = None
    ) -> tuple[Collateral, ...]:
        """Return what secures a household, or a loan (with what its household gave for all)."""
        if account_id is not None:
            household_id = self.loan(account_id).household_id
        return tuple(
            Collateral(
                fact=f"collateral:{row['id']}",
                sources=_sources(row),
                **{
                    name: row[name]
                    for name in Collateral.__slots__
                    if name not in ("fact", "sources")
                },
            )
            for each in _of(self._known.collateral, household_id)
            for row in _until(each, self.as_of)
            if account_id is None or row["account_id"] in (None, account_id)
        )

    def inspections_of(
        self, *, household_id: int | None = None, account_id: int | None = None
    ) -> tuple[Inspection, ...]:
        """Return inspections up to the day, oldest first: of a loan (with those of its household
        as a whole), of a household, or all."""
        if account_id is not None:
            household_id = self.loan(account_id).household_id
        return tuple(
            Inspection(
                fact=f"inspection:{row['id']}",
                household_id=row["household_id"],
                account_id=row["account_id"],
                due_on=row["due_on"],
                done_on=row["done_on"],
                kind=row["kind"],
                inspector=row["inspector"],
                result=row["result"],
                problems=row["problems"],
                next_due_on=row["next_due_on"],
                source=facts.source_of(row),
            )
            for each in _of(self._known.inspections, household_id)
            for row in _until(each, self.as_of)
            if account_id is None or row["account_id"] in (None, account_id)
        )

    def records(
        self,
        kind: str,
        *,
        household_id: int | None = None,
        account_id: int | None = None,
        subject: str | None = None,
    ) -> tuple[Record, ...]:
        """Return the facts of a declared kind up to the day, oldest first. Raises UnknownFactKind.

        account_id  those about this loan only, without those about its household as a whole
        """
        with facts.connected(self._shelf.where) as connection:
            return records.records(
                connection,
                kind,
                as_of=self.as_of,
                known_at=self._shelf.known_at,
                up_to=self._shelf.up_to,
                household_id=household_id,
                account_id=account_id,
                subject=subject,
            )

    def targets(self, year: int, indicator: str) -> tuple[RowMapping, ...]:
        """Return the plan facts of a year for one indicator."""
        return tuple(
            row
            for row in self._known.targets
            if row["year"] == year and row["indicator"] == indicator
        )

    def target_source(self, row: RowMapping) -> Source:
        """Return where a plan's figure was taken from."""
        return facts.source_of(row, "value")

    def number_of(self, account_id: int) -> str:
        """Return the number by which people call a loan."""
        return self._known.numbers[account_id]

    def owed_on(self, account_id: int, day: date) -> bool:
        """Whether principal was owed on a loan at the end of `day`."""
        repaid = _until(self._known.repayments.get(account_id, ()), day)
        granted: int = self._known.loans[account_id]["amount_fen"]
        repaid_fen: int = sum(row["principal_fen"] for row in repaid)
        return granted > repaid_fen

    def balance_on(self, account_id: int, day: date) -> int:
        """Return the principal owed on a loan at the end of `day`, in fen."""
        return self._state(account_id, self._known.loans[account_id], day).balance_fen

    def stated_balances(self) -> tuple[tuple[LoanState, RowMapping], ...]:
        """Return every balance an office stated up to the day, with the loan as it was that day."""
        return tuple(
            (self._state(account_id, self._known.loans[account_id], row["effective_on"]), row)
            for account_id in self._known.loans
            for row in _until(self._known.statements.get(account_id, ()), self.as_of)
            if row["balance_fen"] is not None
        )

    def _state(self, account_id: int, terms: RowMapping, as_of: date | None = None) -> LoanState:
        as_of = as_of or self.as_of
        repaid = _until(self._known.repayments.get(account_id, ()), as_of)
        repaid_fen = sum(row["principal_fen"] for row in repaid)
        balance_fen = terms["amount_fen"] - repaid_fen
        classes = _until(self._known.classes.get(account_id, ()), as_of)
        statements = _until(self._known.statements.get(account_id, ()), as_of)
        statement = statements[-1] if statements else None
        number = self._known.numbers[account_id]
        debtor = self.debtor(terms["household_id"])
        sources = _sources(terms)
        if classes:
            sources["class_code"] = facts.source_of(classes[-1], "class")
        if statement:
            sources["statement"] = facts.source_of(statement)
            for name in ("days_overdue", "arrears_in_fen", "arrears_off_fen"):
                sources[name] = facts.source_of(statement, name)
        return LoanState(
            account_id=account_id,
            number=number,
            fact=f"loan:{terms['id']}",
            as_of=as_of,
            borrower=debtor.name,
            id_number=debtor.id_number,
            village=debtor.village,
            rate=Decimal(terms["rate"]) if terms["rate"] else None,
            repaid_fen=repaid_fen,
            balance_fen=balance_fen,
            stated_on=statement["effective_on"] if statement else None,
            stated_balance_fen=statement["balance_fen"] if statement else None,
            days_overdue=_days_overdue(balance_fen, terms["due_on"], statement, as_of),
            arrears_in_fen=statement["arrears_in_fen"] if statement else None,
            arrears_off_fen=statement["arrears_off_fen"] if statement else None,
            class_code=classes[-1]["class"] if classes else None,
            class_on=classes[-1]["effective_on"] if classes else None,
            class_decided_on=classes[-1]["decided_on"] if classes else None,
            previous_class=_previous_class(classes),
            class_fact=f"classification:{classes[-1]['id']}" if classes else None,
            statement_fact=f"statement:{statement['id']}" if statement else None,
            sources=sources,
            repayments=tuple(
                FigureRow(
                    fact=f"repayment:{row['id']}",
                    label=number,
                    amount=-row["principal_fen"],
                    source=facts.source_of(row, "principal_fen"),
                )
                for row in repaid
            ),
            **{name: terms[name] for name in _TERMS},
        )


# What a state takes over from the terms as they are.
_TERMS = (
    "iou_no",
    "contract_no",
    "household_id",
    "product",
    "guarantee",
    "occurrence",
    "purpose",
    "unit",
    "manager",
    "amount_fen",
    "contract_amount_fen",
    "rate_unit",
    "granted_on",
    "due_on",
)


def _of(
    grouped: Mapping[int, Sequence[RowMapping]], household_id: int | None
) -> Iterable[Sequence[RowMapping]]:
    """One household's rows, or those of all."""
    return grouped.values() if household_id is None else [grouped.get(household_id, ())]


def _until(rows: Sequence[RowMapping], day: date) -> Sequence[RowMapping]:
    return rows[: bisect_right(rows, day, key=lambda row: row["effective_on"])]


def _sources(row: RowMapping) -> dict[str, Source]:
    return {
        name: facts.source_of(row, name)
        for name, value in row.items()
        if value is not None and name not in schema.SHARED
    }


def _days_overdue(
    balance_fen: int, due_on: date | None, statement: RowMapping | None, as_of: date
) -> int:
    if balance_fen <= 0:
        return 0
    since_maturity = max((as_of - due_on).days, 0) if due_on else 0
    stated = (statement["days_overdue"] or 0) if statement else 0
    return max(since_maturity, stated)


def _previous_class(classes: Sequence[RowMapping]) -> str | None:
    if len(classes) > 1:
        return str(classes[-2]["class"])
    # The first class the ledger holds may itself say what came before it.
    return classes[-1]["previous_class"] if classes else None
