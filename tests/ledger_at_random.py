"""A ledger of anything that can be posted: corrections, voids, three moments of recording."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert

from archive.clock import stamp
from archive.households import NewHousehold, Person, open_households
from ledger import schema
from ledger.classes import CLASSES
from tests.ledger_workbooks import id_number

MOMENTS = [datetime(2025, month, 5, 8, 30, tzinfo=UTC) for month in (3, 7, 11)]
FIRST, LAST = date(2023, 6, 1), date(2026, 6, 1)


class Random:
    """Posts facts at random; every table is used."""

    def __init__(self, connection: Connection, seed: int) -> None:
        self.connection = connection
        self.any = random.Random(seed)  # noqa: S311
        self.posted: list[tuple[str, int, dict[str, Any]]] = []
        self.keys = 0

    def fill(self, households: int = 3, loans: int = 5, facts: int = 40) -> None:
        """Post loans of some households, and facts about them."""
        new = [
            NewHousehold(borrower=Person(role="borrower", name=f"户{n}", id_number=id_number(n)))
            for n in range(households)
        ]
        self.households = open_households(self.connection, new, opened_by="person:t")
        self.accounts: dict[int, int] = {}
        for number in self.any.sample(range(1000), loans):
            self._loan(f"N{number}")
        self.more(facts)

    def more(self, facts: int) -> None:
        """Post further facts."""
        tables = [name for name in schema.FACTS if name in _CONTENTS and name != "loan"]
        for _n in range(facts):
            if self.any.random() < 0.2:
                self._correct()
            else:
                self._post(self.any.choice(tables))

    def _loan(self, number: str) -> None:
        account = self.connection.execute(
            insert(schema.loan_account).values(number=number, recorded_at=stamp(MOMENTS[0]))
        ).inserted_primary_key
        assert account is not None
        self.accounts[account[0]] = self.any.choice(self.households)
        self._post("loan", account_id=account[0], household_id=self.accounts[account[0]])

    def _day(self) -> date:
        return FIRST + timedelta(days=self.any.randrange((LAST - FIRST).days))

    def _post(self, table: str, **values: Any) -> None:
        if "account_id" in schema.FACTS[table].c and "account_id" not in values:
            account = self.any.choice([*self.accounts])
            values["account_id"] = account
            if "household_id" in schema.FACTS[table].c:
                values["household_id"] = self.accounts[account]
                if self.any.random() < 0.4:
                    values["account_id"] = None
        content, on = _CONTENTS[table](self.any, self._day())
        self._add(table, on, content | values)

    def _correct(self) -> None:
        if not self.posted:
            return
        place = self.any.randrange(len(self.posted))
        table, number, values = self.posted.pop(place)
        content, on = _CONTENTS[table](self.any, self._day())
        keep = {k: values[k] for k in ("account_id", "household_id") if k in values}
        is_void = table != "loan" and self.any.random() < 0.4
        self._add(table, on, content | keep, supersedes=number, reason="wrong", void=is_void)

    def _add(self, table: str, on: date, content: dict[str, Any], **about: Any) -> None:
        self.keys += 1
        cell = f"A{self.keys}"
        row = content | {
            "key": f"k{self.keys}",
            "effective_on": on,
            "recorded_at": stamp(self.any.choice(MOMENTS)),
            "actor": "t",
            "source_kind": "workbook",
            "document_id": "w",
            "sheet": "台账",
            "cell": cell,
            "cells": {name: f"{name}@{cell}" for name in content},
            "void": False,
        }
        done = self.connection.execute(insert(schema.FACTS[table]).values(row | about))
        assert done.inserted_primary_key is not None
        if not about.get("void"):
            self.posted.append((table, int(done.inserted_primary_key[0]), row))


def _loan(any_: random.Random, on: date) -> tuple[dict[str, Any], date]:
    rate = any_.choice([None, "4.350", "6.5", "0"])
    due = any_.choice([None, on + timedelta(days=any_.randrange(900))])
    return {
        "iou_no": any_.choice([None, "J1", "J2"]),
        "contract_no": any_.choice([None, "C1", "C2"]),
        "product": any_.choice([None, "农户小额", "经营"]),
        "guarantee": any_.choice([None, "credit", "mortgage"]),
        "occurrence": any_.choice([None, "new"]),
        "purpose": any_.choice([None, "化肥"]),
        "unit": any_.choice([None, "东城", "西岭"]),
        "manager": any_.choice([None, "吴新", "郑平"]),
        "amount_fen": any_.randrange(1, 2_000_000),
        "contract_amount_fen": any_.choice([None, 5_000_000]),
        "rate": rate,
        "rate_unit": rate and "percent_year",
        "granted_on": on,
        "due_on": due,
    }, on


def _money(any_: random.Random, *, or_none: bool = False) -> int | None:
    return None if or_none and any_.random() < 0.3 else any_.randrange(500_000)


_CONTENTS: dict[str, Callable[[random.Random, date], tuple[dict[str, Any], date]]] = {
    "loan": _loan,
    "repayment": lambda any_, on: (
        {
            "principal_fen": any_.choice([0, -1000, any_.randrange(900_000)]),
            "interest_fen": any_.choice([0, any_.randrange(9_000)]),
            "channel": any_.choice([None, "现金", schema.CARRIED]),
        },
        on,
    ),
    "interest_due": lambda any_, on: (
        {
            "period": str(on.year),
            "due_fen": _money(any_),
            "received_fen": _money(any_, or_none=True),
        },
        on,
    ),
    "statement": lambda any_, on: (
        {
            "balance_fen": _money(any_, or_none=True),
            "days_overdue": any_.choice([None, 0, 35, 400]),
            "arrears_in_fen": _money(any_, or_none=True),
            "arrears_off_fen": _money(any_, or_none=True),
        },
        on,
    ),
    "classification": lambda any_, on: (
        {
            "class": any_.choice(CLASSES),
            "previous_class": any_.choice([None, *CLASSES]),
            "decided_on": any_.choice([None, on]),
        },
        on,
    ),
    "collateral": lambda any_, on: ({"name": "房屋", "value_fen": _money(any_, or_none=True)}, on),
    "inspection": lambda any_, on: (
        {
            "kind": "routine",
            "due_on": any_.choice([None, on + timedelta(days=any_.randrange(60))]),
            "done_on": on,
            "inspector": any_.choice([None, "吴新"]),
        },
        on,
    ),
    "target": lambda any_, on: (
        {
            "year": on.year,
            "unit": any_.choice([None, "东城"]),
            "product": any_.choice([None, "经营"]),
            "indicator": "granted_sum",
            "value": any_.randrange(9_000_000),
        },
        on,
    ),
}  # fmt: skip
