"""Rows of sums in a register (小计, 合计, 总计, 累计), compared with the rows they sum.

What a row of sums covers is not written anywhere: a group of rows, all since the head, the sums of
groups, all months so far; some offices put it above its rows. It is right when one such scope gives
what it states.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from extractors.values.plain import folded, plain, without_blanks

# After a label: how many there are, in brackets or not.
_COUNTED = r"(\([^)]{0,12}\)|:?\d{1,6}[户笔条])?[:]?"
_LABELS = tuple(
    (kind, re.compile(words + _COUNTED))
    for kind, words in (
        ("subtotal", r".{0,20}?(小计|subtotal(es)?)"),
        ("cumulative", r".{0,20}?(累计|acumulado|yeartodate)"),
        ("group", r".{1,20}?(合计|共计)"),
        ("total", r"(合计|共计|.{0,20}?总计|total(es)?|gran(d)?total|suma)"),
    )
)
# Most texts of a register are no label of a sum: this is all that is asked of them.
_MAY_BE = re.compile(r"[小合总累共]\s*计|合_+计|tot|suma|acum|year|[\uff21-\uff5a]", re.IGNORECASE)
_LONGEST = 40


def sum_kind(text: str) -> str | None:
    """Return what kind of sum a text announces: subtotal, group, total or cumulative."""
    if len(text) > _LONGEST or not _MAY_BE.search(text):
        return None
    label = without_blanks(folded(plain(text)))
    return next((kind for kind, pattern in _LABELS if pattern.fullmatch(label)), None)


@dataclass(frozen=True, slots=True)
class Stated:
    """A sum as a cell states it; `slack`: by how much it may be off, in fen."""

    fen: int
    cell: str
    slack: int


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A stated sum that no scope gives; computed by the scope that fits its row best."""

    column: int
    stated: Stated
    computed_fen: int


@dataclass
class _Above:
    """A row of sums that nothing above it explains: its rows may follow."""

    kind: str
    stated: Mapping[int, Stated]
    # What its columns added up to when it came.
    before: Counter[int]
    usual: Counter[int]


@dataclass
class Totals:
    """The sums of one register, by column number.

    earlier  what the columns add up to on the sheets before this one
    """

    earlier: Counter[int]
    sums: Counter[int] = field(default_factory=Counter)
    # Where the sums stood after the last row of sums of each kind; "": of any kind.
    _at: dict[str, Counter[int]] = field(default_factory=dict)
    _above: list[_Above] = field(default_factory=list)
    mismatches: list[Mismatch] = field(default_factory=list)

    def add(self, column: int, fen: int) -> None:
        """Count an amount of an ordinary row."""
        self.sums[column] += fen

    def check(self, kind: str, stated: Mapping[int, Stated]) -> None:
        """Compare a row of sums with the rows it may cover."""
        self._settle(at_end=False)
        now = Counter(self.sums)
        scopes = self._scopes(kind)
        best = max(scopes, key=lambda scope: _agreeing(stated, scope))
        if _agreeing(stated, best) or not any(each.fen for each in stated.values()):
            self.mismatches += _mismatches(stated, best)
        else:
            self._above.append(_Above(kind, stated, now, scopes[0]))
        self._at[kind] = self._at[""] = now
        if kind != "subtotal":
            # A sum of a whole ends the groups within it.
            self._at["subtotal"] = now

    def finish(self) -> list[Mismatch]:
        """Return what does not add up, once all rows are counted."""
        self._settle(at_end=True)
        return self.mismatches

    def _scopes(self, kind: str) -> list[Counter[int]]:
        """What a row of sums of this kind may cover, the usual first."""
        since = [self._since(kind), self._since(""), self._since("subtotal"), Counter(self.sums)]
        if kind in ("total", "cumulative"):
            since = [Counter(self.sums), *since]
        everything = Counter(self.sums)
        everything.update(self.earlier)
        return [*since, everything]

    def _since(self, kind: str) -> Counter[int]:
        return _difference(self.sums, self._at.get(kind, Counter()))

    def _settle(self, *, at_end: bool) -> None:
        waiting = []
        for above in self._above:
            following = _difference(self.sums, above.before)
            if _agreeing(above.stated, following):
                self.mismatches += _mismatches(above.stated, following)
            elif at_end:
                # Nothing above it but the head: its rows can only be those below.
                usual = above.usual if any(above.usual.values()) else following
                self.mismatches += _mismatches(above.stated, usual)
            else:
                waiting.append(above)
        self._above = waiting


def _difference(sums: Counter[int], before: Counter[int]) -> Counter[int]:
    return Counter({column: fen - before[column] for column, fen in sums.items()})


def _agreeing(stated: Mapping[int, Stated], scope: Counter[int]) -> int:
    """How many columns a scope explains; a sum of nought explains nothing."""
    return sum(
        1
        for column, each in stated.items()
        if each.fen and abs(each.fen - scope[column]) <= each.slack
    )


def _mismatches(stated: Mapping[int, Stated], scope: Counter[int]) -> list[Mismatch]:
    return [
        Mismatch(column, each, scope[column])
        for column, each in stated.items()
        if abs(each.fen - scope[column]) > each.slack
    ]
