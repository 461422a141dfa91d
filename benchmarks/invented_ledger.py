"""An invented ledger of any size, written straight into a workspace's database.

Five years of a rural credit department: drawdowns that peak before spring sowing, instalments by
month of which some never come, interest by quarter, classes that get worse with delay and are
stated again, year-end statements, securities, inspections. The same seed gives the same ledger.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import count
from typing import Any

from archive.workspace import Workspace
from ledger import facts, schema

FIRST_YEAR, LAST_YEAR = 2021, 2025
RECORDED = "2026-01-04T08:00:00.000000Z"
LAST_DAY = date(LAST_YEAR, 12, 31)

# Drawdowns a month, in parts: before sowing and before the year ends most is lent.
SEASON = (9, 13, 16, 11, 7, 6, 5, 6, 7, 6, 6, 8)
PRODUCTS = (
    "农户小额信用贷款",
    "农户联保贷款",
    "个体工商户贷款",
    "农村合作组织贷款",
    "个人住房贷款",
)
GUARANTEES = ("credit", "guarantee", "mortgage", "joint", "pledge")
AT_ONCE = 50_000

Row = dict[str, Any]


def fill(workspace: Workspace, loans: int, seed: int = 7) -> dict[str, int]:
    """Write a ledger of `loans` loans; return how many rows each table has."""
    engine = facts.ready(workspace)
    raw = engine.raw_connection()
    try:
        cursor = raw.driver_connection
        assert cursor is not None
        for pragma in ("synchronous = OFF", "cache_size = -200000", "foreign_keys = OFF"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.execute("BEGIN")
        # An index is made faster over all rows than row by row.
        indexes = _indexes(cursor)
        for name, _made in indexes:
            cursor.execute(f'DROP INDEX "{name}"')
        written = _Writer(cursor)
        for row in _rows(loans, random.Random(seed)):
            written.add(*row)
        written.finish()
        for _name, made in indexes:
            cursor.execute(made)
        cursor.execute("COMMIT")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for pragma in ("synchronous = FULL", "cache_size = -2000", "foreign_keys = ON"):
            cursor.execute(f"PRAGMA {pragma}")
    finally:
        raw.close()
        engine.dispose()
    return written.counts


def _indexes(cursor: Any) -> list[tuple[str, str]]:
    tables = ", ".join(f"'{name}'" for name in schema.FACTS)
    found = cursor.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL "  # noqa: S608
        f"AND tbl_name IN ({tables})"
    )
    return list(found.fetchall())


class _Writer:
    """Inserts rows, many of a table at once."""

    def __init__(self, cursor: Any) -> None:
        self._cursor = cursor
        self._waiting: dict[str, list[Sequence[Any]]] = {}
        self._queries: dict[str, str] = {}
        self.counts: dict[str, int] = {}

    def add(self, table: str, row: Row) -> None:
        """Add one row; all rows of a table have the same columns."""
        if table not in self._queries:
            names = ", ".join(f'"{name}"' for name in row)
            places = ", ".join("?" * len(row))
            self._queries[table] = f'INSERT INTO "{table}" ({names}) VALUES ({places})'  # noqa: S608
        waiting = self._waiting.setdefault(table, [])
        waiting.append([*row.values()])
        if len(waiting) >= AT_ONCE:
            self._write(table)

    def _write(self, table: str) -> None:
        waiting = self._waiting.pop(table, [])
        self._cursor.executemany(self._queries[table], waiting)
        self.counts[table] = self.counts.get(table, 0) + len(waiting)

    def finish(self) -> None:
        """Write what is waiting, parents first."""
        for table in list(self._waiting):
            self._write(table)


def _rows(loans: int, chance: random.Random) -> Iterator[tuple[str, Row]]:
    households = max(1, loans * 6 // 10)
    stamp = "2021-01-01T00:00:00.000000Z"
    for n in range(1, households + 1):
        yield (
            "household",
            {
                "id": n, "object_id": f"hh-{n:06d}", "opened_at": stamp,
                "opened_by": "workbook:bench", "village": f"{n // 80}村", "unit": _unit(n),
                "manager": _manager(n),
            },
        )  # fmt: skip
        yield (
            "person",
            {
                "household_id": n, "role": "borrower", "name": f"户{n:06d}",
                "id_number": f"4521301970{n % 1000000:06d}{n % 97:02d}",
                "source": "workbook:bench",
            },
        )  # fmt: skip
    made = _Facts(chance)
    for account in range(1, loans + 1):
        yield from made.of_loan(account, 1 + (account * 7919) % households)
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        for product in PRODUCTS:
            content = {
                "year": year, "unit": None, "product": product, "indicator": "granted_sum",
                "value": loans * 900_000,
            }  # fmt: skip
            yield made.fact("target", date(year, 1, 1), content)


def _unit(n: int) -> str:
    return f"第{n % 12 + 1}支行"


def _manager(n: int) -> str:
    return f"客户经理{n % 90 + 1:02d}"


class _Facts:
    """The facts of one loan after the other, each with the cell it would come from."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self._serial = count(1)

    def fact(self, table: str, on: date, content: Row) -> tuple[str, Row]:
        """Return one fact."""
        n = next(self._serial)
        cells = json.dumps({name: f"{chr(65 + k)}{n}" for k, name in enumerate(content)})
        shared = {
            "key": f"{table}|{n}", "effective_on": on.isoformat(), "recorded_at": RECORDED,
            "actor": "bench", "source_kind": "workbook", "document_id": "bench", "sheet": "台账",
            "cell": f"A{n}", "cells": cells, "void": 0,
        }  # fmt: skip
        said = {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in content.items()
        }
        return table, shared | said

    def of_loan(self, account: int, household: int) -> Iterator[tuple[str, Row]]:
        """Yield all facts of a loan."""
        chance = self.chance
        granted = self._granted()
        months = chance.choice((24, 24, 36, 36, 60))
        due = granted + timedelta(days=30 * months)
        amount = chance.randrange(5, 200) * 100_000
        guarantee = chance.choice(GUARANTEES)
        number = f"JJ{granted.year}{account:08d}"
        yield "loan_account", {"id": account, "number": number, "recorded_at": RECORDED}
        terms = {
            "account_id": account, "household_id": household, "iou_no": number,
            "contract_no": f"HT{granted.year}{account:08d}", "product": chance.choice(PRODUCTS),
            "guarantee": guarantee, "occurrence": "new", "purpose": "购买化肥种子",
            "unit": _unit(household), "manager": _manager(household), "amount_fen": amount,
            "contract_amount_fen": amount, "rate": f"{chance.randrange(350, 900) / 100}",
            "rate_unit": "permille_month", "granted_on": granted, "due_on": due,
        }  # fmt: skip
        yield self.fact("loan", granted, terms)
        # The instalment after which nothing comes in any more: one loan of eight goes bad.
        stops = chance.randrange(months) if chance.random() < 0.12 else months
        yield from self._paid(account, granted, months, amount, stops)
        failed_on = granted + timedelta(days=30 * (stops + 1)) if stops < months else None
        yield from self._watched(account, household, granted, due, failed_on)
        if guarantee in ("mortgage", "pledge"):
            thing = {
                "household_id": household, "account_id": account, "name": "房屋",
                "value_fen": amount * 2,
            }  # fmt: skip
            yield self.fact("collateral", granted, thing)

    def _granted(self) -> date:
        chance = self.chance
        month = chance.choices(range(1, 13), SEASON)[0]
        return date(chance.randint(FIRST_YEAR, LAST_YEAR), month, chance.randint(1, 28))

    def _paid(
        self, account: int, granted: date, months: int, amount: int, stops: int
    ) -> Iterator[tuple[str, Row]]:
        """Instalments up to the last day of the ledger, and interest by quarter."""
        part = amount // months
        for n in range(1, stops + 1):
            on = granted + timedelta(days=30 * n)
            if on > LAST_DAY:
                break
            principal = part if n < months else amount - part * (months - 1)
            paid = {
                "account_id": account, "principal_fen": principal, "interest_fen": part // 40,
                "channel": "柜面",
            }  # fmt: skip
            yield self.fact("repayment", on, paid)
        # Of the bad ones one in three brings something in, through a court.
        court = granted + timedelta(days=30 * stops + 500)
        if stops < months and self.chance.random() < 0.33 and court <= LAST_DAY:
            won = {
                "account_id": account, "principal_fen": part * min(3, months - stops),
                "interest_fen": 0, "channel": "诉讼",
            }  # fmt: skip
            yield self.fact("repayment", court, won)
        for n in range(3, months + 1, 3):
            on = granted + timedelta(days=30 * n)
            if on > LAST_DAY:
                break
            owed = {
                "account_id": account, "period": f"{on.year}Q{(on.month + 2) // 3}",
                "due_fen": part // 8, "received_fen": part // 8 if n <= stops else 0,
            }  # fmt: skip
            yield self.fact("interest_due", on, owed)

    def _watched(
        self, account: int, household: int, granted: date, due: date, failed_on: date | None
    ) -> Iterator[tuple[str, Row]]:
        """Classes, year-end statements, visits."""
        codes = [("normal", granted)]
        if failed_on:
            later = (("special_mention", 30), ("substandard", 91), ("doubtful", 271), ("loss", 361))
            codes += [(code, failed_on + timedelta(days=days)) for code, days in later]
        for code, on in codes:
            if on <= LAST_DAY:
                said = {"account_id": account, "class": code, "decided_on": on}
                yield self.fact("classification", on, said)
        for year in range(granted.year, min(due.year + 1, LAST_YEAR) + 1):
            on = date(year, 12, 31)
            late = max((on - failed_on).days, 0) if failed_on else 0
            stated = {
                "account_id": account, "balance_fen": None, "days_overdue": late,
                "arrears_in_fen": late * 100, "arrears_off_fen": 0,
            }  # fmt: skip
            yield self.fact("statement", on, stated)
        on = granted + timedelta(days=self.chance.randint(5, 25))
        while on < min(due, LAST_DAY):
            visit = {
                "household_id": household, "account_id": account, "kind": "routine",
                "due_on": None, "done_on": on, "inspector": _manager(household), "result": "正常",
            }  # fmt: skip
            yield self.fact("inspection", on, visit)
            on += timedelta(days=self.chance.randint(60, 200))
