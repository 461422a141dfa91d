"""Rows of the database as arrays: those of one table, from one id to another."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import numpy as np
from sqlalchemy import ColumnElement, Connection, Integer, String, func, select, type_coerce

from ledger.columns.shape import DTYPES, NO_AMOUNT, NO_DAY, NO_TEXT, SHAPES, Array
from ledger.columns.table import Rows, Texts, joined, none

AT_ONCE = 20_000

# How a value is asked for: as the driver gives it, before anything is made of it.
_ASKED = {"day": String, "text": String, "flag": Integer, "money": Integer, "ref": Integer}


def bounds(connection: Connection) -> dict[str, int]:
    """Return the largest id of each table: what later rows are told from."""
    largest = [
        select(func.coalesce(func.max(shape.table.c.id), 0)).scalar_subquery().label(name)
        for name, shape in SHAPES.items()
    ]
    return dict(connection.execute(select(*largest)).mappings().one())


def read(connection: Connection, name: str, after: int, upto: int) -> Rows:
    """Read the rows with after < id <= upto."""
    shape = SHAPES[name]
    asked: list[ColumnElement[Any]] = [
        type_coerce(shape.table.c[column], _ASKED[kind]) for column, kind in shape.kinds.items()
    ]
    query = (
        select(*asked)
        .where(shape.table.c.id > after, shape.table.c.id <= upto)
        .order_by(shape.table.c.id)
        .execution_options(yield_per=AT_ONCE)
    )
    taken = {column: _Taken(kind) for column, kind in shape.kinds.items()}
    for part in connection.execute(query).partitions():
        for one, values in zip(taken.values(), zip(*part, strict=True), strict=True):
            one.take(values)
    arrays: dict[str, Array] = {}
    texts: dict[str, Texts] = {}
    for column, kind in shape.kinds.items():
        arrays[column] = taken[column].array()
        memo = taken[column].memo
        if kind == "text" and memo is not None:
            arrays[column], texts[column] = _sorted_texts(arrays[column], memo)
    # Joining orders the rows.
    return joined(none(name), Rows(name, upto, arrays, texts))


class _Memo(dict[Any, int]):
    """What each value becomes, worked out once for each that differs."""

    def __init__(self, none: int, made: Callable[[_Memo, Any], int]) -> None:
        super().__init__({None: none})
        self._made = made

    def __missing__(self, value: Any) -> int:
        made = self[value] = self._made(self, value)
        return made


def _ordinal(_known: _Memo, day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _met(known: _Memo, _text: str) -> int:
    """The order in which a text was met; None, the first in the memo, is none of them."""
    return len(known) - 1


class _Taken:
    """The values of one column, part by part."""

    def __init__(self, kind: str) -> None:
        self._dtype: np.dtype[Any] = DTYPES[kind]
        self._none = NO_AMOUNT if kind == "money" else 0
        self.memo = {"day": _Memo(NO_DAY, _ordinal), "text": _Memo(NO_TEXT, _met)}.get(kind)
        self._parts: list[Array] = [np.empty(0, self._dtype)]

    def take(self, values: Iterable[Any]) -> None:
        """Add the next values."""
        if self.memo is not None:
            numbers = [*map(self.memo.__getitem__, values)]
        else:
            numbers = [self._none if value is None else value for value in values]
        self._parts.append(np.array(numbers, dtype=self._dtype))

    def array(self) -> Array:
        """Return all of them."""
        return np.concatenate(self._parts)


def _sorted_texts(met: Array, memo: _Memo) -> tuple[Array, Texts]:
    texts = [text for text in memo if text is not None]
    order = sorted(range(len(texts)), key=texts.__getitem__)
    place = np.full(len(texts) + 1, NO_TEXT, dtype=np.int32)
    place[order] = np.arange(len(texts))
    return place[met], Texts.of([texts[n] for n in order])
