"""One table of the ledger as arrays, and how rows are added to it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ledger.columns.shape import DAY_BITS, DTYPES, NO_TEXT, SHAPES, Array


class Texts:
    """All texts of a column, sorted; read from where they are kept when first asked for."""

    def __init__(self, read: Callable[[], list[str]]) -> None:
        self._read = read
        self._texts: list[str] | None = None
        self._lookup: Array | None = None

    @classmethod
    def of(cls, texts: list[str]) -> Texts:
        """Return texts that are at hand."""
        return cls(lambda: texts)

    @property
    def all(self) -> list[str]:
        """The texts, in order."""
        if self._texts is None:
            self._texts = self._read()
        return self._texts

    def place(self, text: str) -> int:
        """Return the place of `text`; below NO_TEXT where no row has it."""
        found = bisect_left(self.all, text)
        return found if found < len(self.all) and self.all[found] == text else NO_TEXT - 1

    def words(self, places: Array) -> list[str | None]:
        """Return the texts at `places`; None for NO_TEXT."""
        if self._lookup is None:
            # NO_TEXT is -1: the last one.
            self._lookup = np.array([*self.all, None], dtype=object)
        words: list[str | None] = self._lookup[places].tolist()
        return words


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one table up to the id `upto`, ordered as its shape says; arrays by column."""

    name: str
    upto: int
    arrays: Mapping[str, Array]
    texts: Mapping[str, Texts]
    # What was worked out from all rows, shared by all who see all of them.
    shared: dict[str, Array] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.arrays["id"])


def none(name: str) -> Rows:
    """Return table `name` without a row."""
    kinds = SHAPES[name].kinds
    return Rows(
        name,
        0,
        {column: np.empty(0, DTYPES[kind]) for column, kind in kinds.items()},
        {column: Texts.of([]) for column, kind in kinds.items() if kind == "text"},
    )


def sort_key(name: str, arrays: Mapping[str, Array]) -> Array:
    """Return for each row its owner and its day in one integer: what the rows are ordered by."""
    key = arrays[SHAPES[name].owner].astype(np.int64) << DAY_BITS
    return key | arrays["effective_on"] if "effective_on" in arrays else key


def joined(older: Rows, newer: Rows) -> Rows:
    """Return the rows of both, in order; all ids of `newer` are larger than those of `older`."""
    arrays: dict[str, Array] = {}
    texts: dict[str, Texts] = {}
    for column, kind in SHAPES[older.name].kinds.items():
        parts = [older.arrays[column], newer.arrays[column]]
        if kind == "text" and len(newer):
            parts, texts[column] = _same_texts(parts, (older.texts[column], newer.texts[column]))
        elif kind == "text":
            texts[column] = older.texts[column]
        arrays[column] = np.concatenate(parts)
    # Stable: rows of one owner and day stay in the order of their ids.
    order = np.argsort(sort_key(older.name, arrays), kind="stable")
    if not np.array_equal(order, np.arange(len(order))):
        arrays = {column: array[order] for column, array in arrays.items()}
    return Rows(older.name, max(older.upto, newer.upto), arrays, texts)


def _same_texts(parts: Sequence[Array], lists: Sequence[Texts]) -> tuple[list[Array], Texts]:
    """Return places in one list instead of in several."""
    every = sorted(set().union(*(texts.all for texts in lists)))
    place = {text: n for n, text in enumerate(every)}
    moved = []
    for part, texts in zip(parts, lists, strict=True):
        if texts.all == every:
            moved.append(part)
            continue
        to = np.array([*(place[text] for text in texts.all), NO_TEXT], dtype=DTYPES["text"])
        moved.append(to[part])
    return moved, Texts.of(every)
