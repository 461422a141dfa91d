"""What is known at one moment: which rows of a table hold, and sums and last rows up to a day."""

from __future__ import annotations

from bisect import bisect_right

import numpy as np

from ledger.columns.shape import NO_TEXT, SHAPES, Array
from ledger.columns.table import Rows


class Known:
    """The rows of one table that hold as known at a moment: no superseded and no void ones.

    bound   rows with a larger id were added later and do not exist
    moment  only what was recorded by then counts (archive.clock.stamp); None: everything

    Rows lie by owner, each owner's by day and id. Positions are places in that order.
    """

    def __init__(self, rows: Rows, bound: int, moment: str | None) -> None:
        self._rows = rows
        holds = _holding(rows, bound, moment) if "void" in rows.arrays else _until(rows, bound)
        # None: all of them, so that mapped files need not be copied.
        self._places = None if holds.all() else np.flatnonzero(holds)
        self._taken: dict[str, Array] = rows.shared if self._places is None else {}

    def __len__(self) -> int:
        return len(self._rows) if self._places is None else len(self._places)

    def __getitem__(self, column: str) -> Array:
        """A column of the rows that hold."""
        if self._places is None:
            return self._rows.arrays[column]
        if column not in self._taken:
            self._taken[column] = self._rows.arrays[column][self._places]
        return self._taken[column]

    def words(self, column: str, positions: Array) -> list[str | None]:
        """Return the texts of a column at some positions."""
        return self._rows.texts[column].words(self[column][positions])

    def place(self, column: str, text: str) -> int:
        """Return the number of `text` in a column of texts; one that no row has if there is none.

        Numbers are in the order of the texts.
        """
        return self._rows.texts[column].place(text)

    def texts(self, column: str) -> list[str]:
        """Return all texts of a column, by number; some of them in no row that holds."""
        return self._rows.texts[column].all

    @property
    def _starts(self) -> Array:
        """Where the rows of each owner begin, by its number; two more for those without any."""
        if "starts" not in self._taken:
            mine = self[SHAPES[self._rows.name].owner]
            every = np.arange(int(mine.max(initial=0)) + 3, dtype=mine.dtype)
            self._taken["starts"] = np.searchsorted(mine, every)
        return self._taken["starts"]

    def start(self, owners: Array) -> Array:
        """Return the position of the first row of each owner, or where it would be."""
        starts = self._starts
        return starts[np.minimum(owners, len(starts) - 2)]

    def end(self, owners: Array, days: Array | int) -> Array:
        """Return the position after the last row of each owner up to a day (each its own)."""
        low = self.start(owners)
        high = self._starts[np.minimum(owners, len(self._starts) - 2) + 1]
        on = self["effective_on"]
        # All owners at once, each between its own bounds: of few rows each, few rounds.
        while np.any(is_open := low < high):
            middle = (low + high) >> 1
            earlier = is_open & (on[np.minimum(middle, len(on) - 1)] <= days)
            low, high = np.where(earlier, middle + 1, low), np.where(earlier, high, middle)
        return low

    def last(self, owners: Array, days: Array | int) -> Array:
        """Return the position of each owner's last row up to a day; -1 where there is none."""
        end = self.end(owners, days)
        return np.where(end > self.start(owners), end - 1, -1)

    def total(self, column: str, owners: Array, days: Array | int) -> Array:
        """Return the sum of a column of money over each owner's rows up to a day."""
        running = self._running(column)
        summed: Array = running[self.end(owners, days)] - running[self.start(owners)]
        return summed

    def _running(self, column: str) -> Array:
        """The sums up to before each position."""
        label = f"{column} summed"
        if label not in self._taken:
            self._taken[label] = np.concatenate([[0], np.cumsum(self[column])])
        return self._taken[label]

    def picked(self, column: str, positions: Array, missing: int) -> Array:
        """Return a column at some positions; `missing` where the position is -1."""
        values = self[column]
        if not len(values):
            return np.full(len(positions), missing, dtype=values.dtype)
        return np.where(positions >= 0, values[positions], values.dtype.type(missing))

    def picked_texts(self, column: str, positions: Array) -> Array:
        """Return the numbers of texts at some positions."""
        return self.picked(column, positions, NO_TEXT)


def _until(rows: Rows, bound: int) -> Array:
    if rows.upto <= bound:
        return np.ones(len(rows), dtype=np.bool_)
    until: Array = rows.arrays["id"] <= bound
    return until


def _holding(rows: Rows, bound: int, moment: str | None) -> Array:
    """Return which rows hold."""
    recorded = _until(rows, bound)
    if moment is not None:
        last = bisect_right(rows.texts["recorded_at"].all, moment)
        recorded = recorded & (rows.arrays["recorded_at"] < last)
    corrected = rows.arrays["supersedes"]
    corrected = corrected[recorded & (corrected > 0)]
    holds: Array = recorded & ~rows.arrays["void"]
    if len(corrected):
        holds &= ~np.isin(rows.arrays["id"], corrected)
    return holds
