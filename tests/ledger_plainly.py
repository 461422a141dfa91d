"""The ledger read the plain way: every fact a dictionary, every loan looped over. Slow; for tests.

What `ledger.book` and the indicators answer from arrays is compared with what is worked out here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from sqlalchemy import Connection, select

from archive import schema as archive_schema
from archive.settings import LedgerSettings
from ledger import facts, schema
from ledger.classes import BAD
from ledger.inspection_schedule import schedule

# A row: a mapping by column, as facts.source_of asks for.
Fact = Any


class Plainly:
    """All that was known at one moment, seen at the end of one day."""

    def __init__(
        self, connection: Connection, as_of: date, known_on: date | datetime | None = None
    ) -> None:
        self.as_of = as_of
        self.facts = {name: _known(connection, name, known_on) for name in schema.FACTS}
        numbers = connection.execute(select(schema.loan_account)).mappings()
        self.numbers = {row["id"]: row["number"] for row in numbers}
        self.terms = {row["account_id"]: row for row in self.facts["loan"]}
        person = archive_schema.person
        self.names = {
            row.household_id: row.name
            for row in connection.execute(select(person).order_by(person.c.id.desc()))
            if row.role == "borrower"
        }

    def of(self, name: str, account: int, day: date) -> list[Fact]:
        """Facts of one loan up to a day, oldest first."""
        return [
            row
            for row in self.facts[name]
            if row["account_id"] == account and row["effective_on"] <= day
        ]

    def balance(self, account: int, day: date) -> int:
        repaid = sum(row["principal_fen"] for row in self.of("repayment", account, day))
        return int(self.terms[account]["amount_fen"] - repaid)

    def code(self, account: int, day: date) -> str | None:
        """The class in force at the end of a day."""
        rows = self.of("classification", account, day)
        return rows[-1]["class"] if rows else None

    def granted(self, day: date) -> list[int]:
        """Accounts granted by a day, by day and number."""
        found = [a for a, terms in self.terms.items() if terms["granted_on"] <= day]
        return sorted(found, key=lambda a: (self.terms[a]["granted_on"], self.numbers[a]))

    def open(self, day: date) -> list[int]:
        return [account for account in self.granted(day) if self.balance(account, day) > 0]

    def overdue(self, account: int, day: date) -> int:
        if self.balance(account, day) <= 0:
            return 0
        due = self.terms[account]["due_on"]
        rows = self.of("statement", account, day)
        stated = (rows[-1]["days_overdue"] or 0) if rows else 0
        return max((day - due).days if due else 0, stated, 0)

    def state(self, account: int) -> Fact:
        """What a loan is on the view's day, by the names of LoanState."""
        terms, day = self.terms[account], self.as_of
        classes = self.of("classification", account, day)
        statements = self.of("statement", account, day)
        last = statements[-1] if statements else defaultdict(lambda: None)
        now = classes[-1] if classes else defaultdict(lambda: None)
        before = classes[-2]["class"] if len(classes) > 1 else now["previous_class"]
        copied = ("household_id", "iou_no", "contract_no", "product", "guarantee", "occurrence",
                  "purpose", "unit", "manager", "amount_fen", "contract_amount_fen", "rate_unit",
                  "granted_on", "due_on")  # fmt: skip
        return {name: terms[name] for name in copied} | {
            "account_id": account,
            "number": self.numbers[account],
            "fact": f"loan:{terms['id']}",
            "borrower": self.names.get(terms["household_id"]),
            "rate": Decimal(terms["rate"]) if terms["rate"] else None,
            "balance_fen": self.balance(account, day),
            "repaid_fen": terms["amount_fen"] - self.balance(account, day),
            "days_overdue": self.overdue(account, day),
            "stated_on": last["effective_on"],
            "stated_balance_fen": last["balance_fen"],
            "arrears_in_fen": last["arrears_in_fen"],
            "arrears_off_fen": last["arrears_off_fen"],
            "statement_fact": f"statement:{last['id']}" if statements else None,
            "class_code": now["class"],
            "class_on": now["effective_on"],
            "class_decided_on": now["decided_on"],
            "class_fact": f"classification:{now['id']}" if classes else None,
            "previous_class": before,
            "sources": self._sources(terms, now, last),
            "repayments": [
                (f"repayment:{row['id']}", self.numbers[account], -row["principal_fen"],
                 facts.source_of(row, "principal_fen"))
                for row in self.of("repayment", account, day)
            ],
        }  # fmt: skip

    def _sources(self, terms: Fact, now: Fact, last: Fact) -> Fact:
        found = facts.sources_of(terms)
        if now["id"]:
            found["class_code"] = facts.source_of(now, "class")
        if last["id"]:
            found["statement"] = facts.source_of(last)
            for name in ("days_overdue", "arrears_in_fen", "arrears_off_fen"):
                found[name] = facts.source_of(last, name)
        return found


def _known(connection: Connection, name: str, known_on: date | datetime | None) -> list[Fact]:
    """The facts of a table that hold, told without SQL, by day and id."""
    moment = facts.moment(known_on)
    every = [dict(row) for row in connection.execute(select(schema.FACTS[name])).mappings()]
    recorded = [row for row in every if moment is None or row["recorded_at"] <= moment]
    gone = {row["supersedes"] for row in recorded}
    held = [row for row in recorded if row["id"] not in gone and not row["void"]]
    return sorted(held, key=lambda row: (row["effective_on"], row["id"]))


Rows = list[tuple[str, Any]]


class Indicators:
    """Each indicator by its formula: the facts behind it, with their amounts.

    mine  which loans count (by account), as at a day
    """

    def __init__(
        self,
        at: Callable[[date], Plainly],
        rule: LedgerSettings,
        mine: Callable[[Plainly, int, date], bool] = lambda _plain, _account, _day: True,
    ) -> None:
        self._at = at
        self._rule = rule
        self._mine = mine

    def _open(self, day: date) -> tuple[Plainly, list[int]]:
        plain = self._at(day)
        return plain, [a for a in plain.open(day) if self._mine(plain, a, day)]

    def _year(self, year: int) -> tuple[Plainly, date, date, list[int]]:
        first, last = date(year, 1, 1), date(year, 12, 31)
        plain = self._at(last)
        return plain, first, last, [a for a in plain.granted(last) if self._mine(plain, a, last)]

    def granted_sum(self, year: int) -> Rows:
        plain, first, _last, mine = self._year(year)
        terms = [plain.terms[a] for a in mine if plain.terms[a]["granted_on"] >= first]
        return [(f"loan:{each['id']}", each["amount_fen"]) for each in terms]

    def outstanding_balance(self, day: date) -> Rows:
        plain, found = self._open(day)
        return [(f"loan:{plain.terms[a]['id']}", plain.balance(a, day)) for a in found]

    def _received(self, year: int) -> tuple[Plainly, list[Fact]]:
        plain, first, last, mine = self._year(year)
        return plain, [
            row
            for row in plain.facts["repayment"]
            if row["account_id"] in mine
            and first <= row["effective_on"] <= last
            and row["channel"] != schema.CARRIED
        ]

    def recovered_sum(self, year: int) -> Rows:
        _plain, rows = self._received(year)
        return _amounts("repayment", "principal_fen", [r for r in rows if r["principal_fen"]])

    def npl_balance(self, day: date) -> Rows:
        plain, found = self._open(day)
        return [
            (plain_fact(plain, a, day), plain.balance(a, day))
            for a in found
            if plain.code(a, day) in BAD
        ]

    def new_npl_sum(self, year: int) -> Rows:
        plain, first, last, mine = self._year(year)
        rows = []
        for a in mine:
            if plain.code(a, first - timedelta(days=1)) in BAD:
                continue
            for row in plain.of("classification", a, last):
                if row["effective_on"] >= first and row["class"] in BAD:
                    on = row["effective_on"]
                    rows.append((f"classification:{row['id']}", max(plain.balance(a, on), 0)))
                    break
        return rows

    def npl_recovered_sum(self, year: int) -> Rows:
        plain, rows = self._received(year)
        return _amounts(
            "repayment",
            "principal_fen",
            [
                row
                for row in rows
                if row["principal_fen"]
                and plain.code(row["account_id"], row["effective_on"] - timedelta(days=1)) in BAD
            ],
        )

    def overdue_balance(self, day: date) -> Rows:
        plain, found = self._open(day)
        late = [a for a in found if plain.overdue(a, day) > 0]
        return [(f"loan:{plain.terms[a]['id']}", plain.balance(a, day)) for a in late]

    def household_count(self, day: date) -> Rows:
        plain, found = self._open(day)
        first: dict[int, int] = {}
        for a in found:
            first.setdefault(plain.terms[a]["household_id"], plain.terms[a]["id"])
        return [(f"loan:{each}", None) for each in first.values()]

    def _interest(self, plain: Plainly, first: date, last: date, day: date) -> list[Fact]:
        return [
            row
            for row in plain.facts["interest_due"]
            if row["account_id"] in plain.terms
            and first <= row["effective_on"] <= last
            and self._mine(plain, row["account_id"], day)
        ]

    def interest_due(self, year: int) -> Rows:
        plain, first, last, _mine = self._year(year)
        rows = self._interest(plain, first, last, last)
        return _amounts("interest_due", "due_fen", rows)

    def interest_received(self, year: int) -> Rows:
        plain, first, last, _mine = self._year(year)
        paid = [
            row
            for row in plain.facts["repayment"]
            if row["account_id"] in plain.terms
            and self._mine(plain, row["account_id"], last)
            and first <= row["effective_on"] <= last
            and row["channel"] != schema.CARRIED
            and row["interest_fen"]
        ]
        payers = {r["account_id"] for r in plain.facts["repayment"] if r["interest_fen"]}
        stated = [
            row
            for row in self._interest(plain, first, last, last)
            if row["received_fen"] is not None and row["account_id"] not in payers
        ]
        return _amounts("repayment", "interest_fen", paid) + _amounts(
            "interest_due", "received_fen", stated
        )

    def due_principal(self, year: int) -> Rows:
        plain, first, last, mine = self._year(year)
        rows = []
        for a in mine:
            terms = plain.terms[a]
            if terms["due_on"] and first <= terms["due_on"] <= last:
                opening = first - timedelta(days=1)
                owed = terms["amount_fen"]
                if terms["granted_on"] <= opening:
                    owed = plain.balance(a, opening)
                if owed > 0:
                    rows.append((f"loan:{terms['id']}", owed))
        return rows

    def due_recovered(self, year: int) -> Rows:
        plain, rows = self._received(year)
        first, last = date(year, 1, 1), date(year, 12, 31)
        due = {a for a, t in plain.terms.items() if t["due_on"] and first <= t["due_on"] <= last}
        found = [row for row in rows if row["account_id"] in due and row["principal_fen"]]
        return _amounts("repayment", "principal_fen", found)

    def arrears_interest(self, day: date) -> Rows:
        plain = self._at(day)
        rows: Rows = []
        for a in plain.granted(day):
            if not self._mine(plain, a, day):
                continue
            last = plain.of("statement", a, day)[-1:]
            parts = [each[n] for each in last for n in ("arrears_in_fen", "arrears_off_fen")]
            if any(part is not None for part in parts):
                rows.append((f"statement:{last[0]['id']}", sum(part or 0 for part in parts)))
                continue
            rows += [
                (f"interest_due:{row['id']}", row["due_fen"] - row["received_fen"])
                for row in plain.of("interest_due", a, day)
                if row["received_fen"] is not None
            ]
        return rows

    def inspections_due(self, year: int) -> Rows:
        return [row for row, _met in self._inspections(year)]

    def inspections_done(self, year: int) -> Rows:
        return [row for row, met in self._inspections(year) if met]

    def _inspections(self, year: int) -> list[tuple[tuple[str, None], bool]]:
        plain, first, last, mine = self._year(year)
        found: list[tuple[tuple[str, None], bool]] = []
        for a in mine:
            terms = plain.terms[a]
            known = [
                row
                for row in plain.facts["inspection"]
                if row["household_id"] == terms["household_id"]
                and row["account_id"] in (None, a)
                and row["effective_on"] <= last
            ]
            stated = [row for row in known if row["due_on"] and first <= row["due_on"] <= last]
            if stated:
                found += [
                    (
                        (f"inspection:{row['id']}", None),
                        row["done_on"] is not None and row["done_on"] <= last,
                    )
                    for row in stated
                ]
                continue
            visits = {row["done_on"]: row for row in reversed(known) if row["done_on"]}
            for due in schedule(
                terms["granted_on"],
                list(visits),
                last,
                first_days=self._rule.first_inspection_days,
                routine_days=self._rule.routine_inspection_days,
            ):
                if first <= due.on <= last and plain.balance(a, due.on) > 0:
                    fact = f"loan:{terms['id']}"
                    if due.met_on:
                        fact = f"inspection:{visits[due.met_on]['id']}"
                    found.append(((fact, None), due.met_on is not None))
        return found


def plain_fact(plain: Plainly, account: int, day: date) -> str:
    """The classification in force."""
    return f"classification:{plain.of('classification', account, day)[-1]['id']}"


def _amounts(table: str, column: str, rows: list[Fact]) -> Rows:
    return [(f"{table}:{row['id']}", row[column]) for row in rows]


def percent(part: int | None, whole: int | None) -> Decimal | None:
    """A share with two decimals, halves up."""
    if part is None or not whole:
        return None
    return (Decimal(part) * 100 / whole).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
