"""Which columns of the ledger's tables are kept as arrays, and how a value lies in one.

day    int32, the day's ordinal (date.toordinal); NO_DAY where there is none
money  int64, fen, a count or a number of days; NO_AMOUNT where there is none
ref    int32, the id of a row; 0 where there is none
flag   bool
text   int32, the place of the text in a sorted list of all texts of the column; -1: none.
       The order of the places is the order of the texts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from sqlalchemy import Boolean, Column, Date, Integer, Table

from ledger import schema

Array = npt.NDArray[Any]

NO_DAY = np.iinfo(np.int32).min
NO_AMOUNT = np.iinfo(np.int64).min
NO_TEXT = -1

DTYPES: dict[str, np.dtype[Any]] = {
    "day": np.dtype(np.int32),
    "money": np.dtype(np.int64),
    "ref": np.dtype(np.int32),
    "flag": np.dtype(np.bool_),
    "text": np.dtype(np.int32),
}

# Ordinals of days are below it: an owner's number and a day fit into one integer that sorts.
DAY_BITS = 22


@dataclass(frozen=True, slots=True)
class Shape:
    """A table as arrays: rows lie together by `owner`, each owner's in order of days and ids.

    kinds  what is kept, by column
    """

    table: Table
    owner: str
    kinds: Mapping[str, str]


_ALL_FACTS = ("id", "effective_on", "recorded_at", "supersedes", "void")

# What a fact says besides: only what is counted, chosen or sorted by. The rest is read when asked.
_KEPT = {
    "loan": ("account_id", "household_id", "iou_no", "contract_no", "product", "guarantee",
             "occurrence", "purpose", "unit", "manager", "amount_fen", "contract_amount_fen",
             "rate", "rate_unit", "granted_on", "due_on"),
    "repayment": ("account_id", "principal_fen", "interest_fen", "channel"),
    "interest_due": ("account_id", "due_fen", "received_fen"),
    "statement": ("account_id", "balance_fen", "days_overdue", "arrears_in_fen",
                  "arrears_off_fen"),
    "classification": ("account_id", "class", "previous_class", "decided_on"),
    "collateral": ("household_id", "account_id", "value_fen"),
    "inspection": ("household_id", "account_id", "due_on", "done_on", "next_due_on", "inspector"),
    "target": ("year", "indicator"),
}  # fmt: skip

_OWNERS = {"collateral": "household_id", "inspection": "household_id", "target": "id"}


def _kind(column: Column[Any]) -> str:
    if isinstance(column.type, Date):
        return "day"
    if isinstance(column.type, Boolean):
        return "flag"
    if isinstance(column.type, Integer):
        return "ref" if column.primary_key or column.foreign_keys else "money"
    return "text"


def _shape(table: Table, owner: str, names: tuple[str, ...]) -> Shape:
    return Shape(table, owner, {name: _kind(table.c[name]) for name in names})


SHAPES: dict[str, Shape] = {
    name: _shape(schema.FACTS[name], _OWNERS.get(name, "account_id"), (*_ALL_FACTS, *kept))
    for name, kept in _KEPT.items()
} | {"loan_account": _shape(schema.loan_account, "id", ("id", "number"))}
