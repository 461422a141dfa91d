"""What the ledger holds of some households: read by index, however large the ledger is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, RowMapping, Select, or_, select

from archive.filing import normal_number
from extractors.reading import Rate
from ledger import facts, schema
from ledger.figure import Source
from ledger.kinds.registry import KINDS
from ledger.kinds.values import typed_all

if TYPE_CHECKING:
    from ledger.papers.claims import Paper

# SQLite takes a few thousand parameters at most.
AT_ONCE = 500
# Fields whose numbers may be those of a loan.
_NAMING = ("iou_no", "contract_no", "main_contract_no")
# The ways in which brackets of numbers print.
_BRACKETS = ("（）", "()", "〔〕", "[]")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of the ledger; `values` are typed, of a record its kind's fields."""

    table: str
    row: Mapping[str, Any]
    values: Mapping[str, Any]

    @property
    def name(self) -> str:
        """Its id in the ledger ("loan:12")."""
        return f"{self.table}:{self.row['id']}"

    @property
    def household_id(self) -> int | None:
        """Whose it is; None where the table does not say."""
        found: int | None = self.row.get("household_id")
        return found

    @property
    def account_id(self) -> int | None:
        """Of which loan it is."""
        found: int | None = self.row.get("account_id")
        return found

    def source(self, column: str | None = None) -> Source:
        """Return where it, or one column of it, was taken from."""
        return facts.source_of(self.row, column)

    def is_from(self, document_id: str) -> bool:
        """Whether it was taken from that paper."""
        return (self.row["source_kind"], self.row["document_id"]) == ("document", document_id)


@dataclass(frozen=True, slots=True)
class Loan:
    """A loan with what was received on it, by day."""

    number: str
    fact: Fact
    received: tuple[tuple[date, int], ...] = ()
    classes: tuple[Fact, ...] = ()

    @property
    def account_id(self) -> int:
        """Its account."""
        return int(self.fact.row["account_id"])

    @property
    def household_id(self) -> int:
        """Whose it is."""
        return int(self.fact.row["household_id"])

    def value(self, column: str) -> Any:
        """Return a term of it."""
        return self.fact.values.get(column)

    def balance_on(self, day: date) -> int:
        """Return the principal owed at the end of a day, in fen."""
        received = sum(principal for on, principal in self.received if on <= day)
        amount: int = self.value("amount_fen")
        return amount - received

    def days_overdue(self, day: date) -> int:
        """Return the days since it fell due, if principal is owed."""
        due = self.value("due_on")
        if due is None or self.balance_on(day) <= 0:
            return 0
        days: int = (day - due).days
        return max(days, 0)


@dataclass(slots=True)
class Holdings:
    """What the ledger holds of one household.

    papers    its filed papers that may give facts
    loans     its own
    named     loans of anybody that its papers name, by number as numbers are compared
    """

    household_id: int
    papers: tuple[Paper, ...] = ()
    loans: list[Loan] = field(default_factory=list)
    named: dict[str, list[Loan]] = field(default_factory=dict)
    collateral: list[Fact] = field(default_factory=list)
    inspections: list[Fact] = field(default_factory=list)
    records: dict[str, list[Fact]] = field(default_factory=dict)

    def of_table(self, table: str) -> list[Fact]:
        """Return the household's facts of a table."""
        match table:
            case "loan":
                return [loan.fact for loan in self.loans]
            case "classification":
                return [each for loan in self.loans for each in loan.classes]
            case "collateral":
                return self.collateral
            case "inspection":
                return self.inspections
            case _:
                return [each for own in self.records.values() for each in own]

    def without(self, names: Collection[str]) -> Holdings:
        """Return the same without some facts: as if they had never been posted."""
        if not names:
            return self

        def stays(loan: Loan) -> bool:
            return loan.fact.name not in names

        def left(loan: Loan) -> Loan:
            return replace(loan, classes=_left(loan.classes, names))

        return Holdings(
            self.household_id,
            self.papers,
            [left(loan) for loan in self.loans if stays(loan)],
            {n: [left(loan) for loan in own if stays(loan)] for n, own in self.named.items()},
            list(_left(self.collateral, names)),
            list(_left(self.inspections, names)),
            {kind: list(_left(own, names)) for kind, own in self.records.items()},
        )

    def loans_named(self, numbers: Iterable[str]) -> list[Loan]:
        """Return the loans that any of these numbers names, each once."""
        found = {loan.account_id: loan for number in numbers for loan in self.named.get(number, ())}
        return list(found.values())

    def loan(self, account_id: int | None) -> Loan | None:
        """Return one of the household's loans."""
        return next((each for each in self.loans if each.account_id == account_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """At the end of which day, and as known when (None: now)."""

    as_of: date
    known_at: str | None = None


def holdings(
    connection: Connection, papers: Mapping[int, Sequence[Paper]], moment: Moment
) -> dict[int, Holdings]:
    """Return what the ledger holds of households, with their papers."""
    ids = list(papers)
    found = {each: Holdings(each, tuple(own)) for each, own in papers.items()}
    wanted = {
        each: {number for paper in own for number in paper.numbers(*_NAMING)}
        for each, own in papers.items()
    }
    loans = _loans(connection, ids, {n for numbers in wanted.values() for n in numbers}, moment)
    by_number = _by_number(loans)
    for household_id, numbers in wanted.items():
        own = found[household_id]
        own.named = {n: by_number[n] for n in numbers if n in by_number}
    for loan in loans:
        if loan.household_id in found:
            found[loan.household_id].loans.append(loan)
    for table in (schema.collateral, schema.inspection, schema.record):
        for fact in _facts_of(connection, table, ids, moment):
            own = found[int(fact.row["household_id"])]
            if table is schema.record:
                own.records.setdefault(fact.row["kind"], []).append(fact)
            else:
                own.of_table(table.name).append(fact)
    return found


def _left(facts_: Iterable[Fact], names: Collection[str]) -> tuple[Fact, ...]:
    return tuple(each for each in facts_ if each.name not in names)


def _facts_of(
    connection: Connection, table: Any, households: Sequence[int], moment: Moment
) -> list[Fact]:
    return [
        _fact(table.name, row)
        for part in _parts(households)
        for row in _rows(connection, table, table.c.household_id.in_(part), moment)
    ]


def _fact(table: str, row: RowMapping) -> Fact:
    values: Mapping[str, Any] = dict(row)
    if table == "record":
        kind = KINDS.get(row["kind"])
        values = typed_all(kind, row["content"]) if kind else row["content"]
    elif table == "loan" and row["rate"]:
        values = {**values, "rate": Rate(Decimal(row["rate"]), row["rate_unit"])}
    return Fact(table, dict(row), values)


def _rows(connection: Connection, table: Any, chosen: Any, moment: Moment) -> Iterable[RowMapping]:
    query: Select[Any] = facts.known(table, moment.known_at).where(
        chosen, table.c.effective_on <= moment.as_of
    )
    return connection.execute(query.order_by(table.c.effective_on, table.c.id)).mappings()


def _loans(
    connection: Connection, households: Sequence[int], numbers: Collection[str], moment: Moment
) -> list[Loan]:
    loan, account = schema.loan, schema.loan_account
    printed = sorted({way for number in numbers for way in ways_to_print(number)})
    chosen: list[Any] = [loan.c.household_id.in_(part) for part in _parts(households)]
    for part in _parts(printed):
        named = select(account.c.id).where(account.c.number.in_(part))
        chosen.append(or_(loan.c.contract_no.in_(part), loan.c.account_id.in_(named)))
    rows = {
        row["account_id"]: row for each in chosen for row in _rows(connection, loan, each, moment)
    }
    accounts = list(rows)
    called = {
        row.id: row.number
        for part in _parts(accounts)
        for row in connection.execute(
            select(account.c.id, account.c.number).where(account.c.id.in_(part))
        )
    }
    received: dict[int, list[tuple[date, int]]] = defaultdict(list)
    classes: dict[int, list[Fact]] = defaultdict(list)
    for part in _parts(accounts):
        paid = schema.repayment
        for row in _rows(connection, paid, paid.c.account_id.in_(part), moment):
            received[row["account_id"]].append((row["effective_on"], row["principal_fen"]))
        decided = schema.classification
        for row in _rows(connection, decided, decided.c.account_id.in_(part), moment):
            classes[row["account_id"]].append(_fact("classification", row))
    return [
        Loan(called[each], _fact("loan", row), tuple(received[each]), tuple(classes[each]))
        for each, row in rows.items()
    ]


def _by_number(loans: Iterable[Loan]) -> dict[str, list[Loan]]:
    """Loans by the numbers that name them; a note's own number before that of its contract."""
    found: dict[str, list[Loan]] = {}
    for loan in loans:
        ways = {loan.number, loan.value("iou_no"), loan.value("contract_no")} - {None}
        for number in {normal_number(each) for each in ways}:
            found.setdefault(number, []).append(loan)
    return found


def ways_to_print(number: str) -> set[str]:
    """Return a compared number with each kind of brackets that registers print."""
    return {number.translate(str.maketrans("()", brackets)) for brackets in _BRACKETS}


def _parts(values: Sequence[Any]) -> Iterable[Sequence[Any]]:
    for start in range(0, len(values), AT_ONCE):
        yield values[start : start + AT_ONCE]
