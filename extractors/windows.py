"""Where the value of a label may stand: the stretches of the sheet that are looked into."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from extractors import options, standing
from extractors.flow import LABELLED, NEW_START
from extractors.form import Field
from extractors.grid import Grid
from extractors.labels import Occurrence
from extractors.sheet import Sheet
from extractors.values.plain import is_cjk

# How far behind its label a value may end, in running text and otherwise, in characters.
_INLINE_REACH, _REACH = 180, 600
# Several people of one role, counted, each on a line: (1)某某 (2)某某.
_COUNTED_LINES = re.compile(
    r"[\s_]*\(?1[.、)][^\n。;:,]{2,40}(?:\n[\s_]*\(?[2-9][.、)][^\n。;:,]{0,40}(?=\n|$))+"
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the sheet's text that may hold a value.

    inline  the label stands in running text: the value must follow at once
    score   how surely what stands here belongs to the label
    """

    start: int
    end: int
    inline: bool
    score: int


class Windows:
    """The stretches behind, beside and below the labels of one sheet."""

    def __init__(self, sheet: Sheet, grid: Grid, found: list[Occurrence]) -> None:
        self._sheet, self._grid = sheet, grid
        self._stops = sorted(self._word_start(one) for one in found if self._is_stop(one))

    def of(self, one: Occurrence, entry: Field) -> Iterator[Stretch]:
        """Yield the stretches that may hold the value of `entry` beside the label `one`."""
        if not one.bounded and standing.speaks_of_other(self._sheet, one):
            return
        if standing.ends_deposit(self._sheet, one):
            return
        spot = self._sheet.spot_at(one.start)
        if spot is not None:
            if self._grid.is_label(spot):
                yield from self._cell_windows(one, entry)
                return
            limit = spot.end
        else:
            limit = len(self._sheet.text)
        if entry.column or standing.numbers_another_paper(self._sheet, one):
            return
        if standing.goes_on_as_label(self._sheet, one):
            return
        if one.bounded and options.is_asked(self._sheet.text, one.value_start):
            answer = options.chosen(self._sheet.text, one.value_start)
            if answer is not None:
                yield Stretch(*answer, False, standing.PATTERN)
            return
        inline, score = standing.standing_of(self._sheet, one)
        if inline and not (entry.grammar.strict or entry.grammar.inline):
            return
        if (
            not inline
            and entry.grammar.free
            and (entry.grammar.lines == 0 and standing.is_heading(self._sheet, one))
        ):
            return
        if (
            score == standing.PREFIXED
            and not entry.grammar.strict
            and not is_cjk(self._sheet.text[one.start])
        ):
            return
        start = one.value_start
        end = self._end_of(start, limit, entry, inline)
        if start < end:
            yield Stretch(start, end, inline, score)

    def _cell_windows(self, one: Occurrence, entry: Field) -> Iterator[Stretch]:
        spot = self._sheet.spot_at(one.start)
        if spot is None or (entry.column and not self._grid.is_column(spot)):
            return
        if (
            entry.block is not None
            and entry.grammar.name == "party"
            and self._grid.is_column(spot)
            and not self._grid.of_people(spot)
        ):
            # 名称 over a column of things is nobody's name.
            return
        if self._grid.is_column(spot) and self._grid.of_relatives(spot):
            # The borrower's family are no parties.
            return
        runs = list(self._grid.values_of(spot))
        if not runs and entry.grammar.closed:
            # 检查方式 | 电话: the answer may be a word that elsewhere is a label.
            runs = [[cell] for cell in self._grid.beside(spot)]
        for run in runs:
            if entry.grammar.strict:
                # Cells of one row stand side by side in the text; merged ones from above do not.
                ends = [cell for cell in run if cell.start >= run[0].start]
                if ends[-1].end - run[0].start < 600:
                    yield Stretch(run[0].start, ends[-1].end, False, standing.CELL_BESIDE)
                else:
                    yield Stretch(run[0].start, run[0].end, False, standing.CELL_BESIDE)
            elif run[0].start < run[0].end:
                yield Stretch(run[0].start, run[0].end, False, standing.CELL_BESIDE)

    def _end_of(self, start: int, limit: int, entry: Field, inline: bool) -> int:
        """Where the window ends: the next label, the end of the cell, or of the last line."""
        text = self._sheet.text
        stop = bisect_left(self._stops, start)
        limit = min(limit, self._stops[stop] if stop < len(self._stops) else limit)
        # In running text a value follows soon or not at all.
        limit = min(limit, start + (_INLINE_REACH if inline else _REACH))
        if entry.many and entry.grammar.name == "party" and not inline:
            counted = _COUNTED_LINES.match(text, start, limit)
            if counted:
                return counted.end()
        end, more = start, entry.grammar.lines + (1 if entry.grammar.strict else 0)
        # The value may begin in the next line, so an empty first line does not count.
        while True:
            line_end = text.find("\n", end, limit)
            said = text[end : line_end if line_end >= 0 else limit].strip(" _\t\x1f")
            if end > start and (not said or self._begins_anew(said, start, entry)):
                return end
            if line_end < 0:
                return limit
            if said and (more <= 0 or (not inline and entry.grammar.name == "party")):
                return line_end
            more -= 1 if said else 0
            end = line_end + 1

    def _word_start(self, one: Occurrence) -> int:
        """Where the printed label begins: 发现的 in 发现的主要问题: is part of it."""
        if one.bounded or not is_cjk(self._sheet.text[one.start]):
            return one.start
        before = self._sheet.text[max(0, one.start - 12) : one.start]
        lead = re.search(r"(?:\n|\t|\x1f|  )(?P<words>[\u4e00-\u9fff]{1,8})$", before)
        return one.start - len(lead["words"]) if lead else one.start

    def _begins_anew(self, said: str, start: int, entry: Field) -> bool:
        """Whether a line is no part of the value that began at `start`."""
        if NEW_START.match(said) is None:
            return LABELLED.match(said) is not None
        if not entry.grammar.whole:
            return True
        text = self._sheet.text
        rank = standing.rank_of(said)
        own = standing.rank_of(text[text.rfind("\n", 0, start) + 1 : start])
        return rank is None or (own is not None and rank <= own) or rank == 0

    def _is_stop(self, one: Occurrence) -> bool:
        """Whether the label ends the value before it."""
        if one.word in ("金额", "大写", "小写") or one.word.startswith(("大写", "人民币")):
            return False
        if len(one.word) <= 2 and not one.colon and not is_cjk(self._sheet.text[one.start]):
            # CC Rs. 75.00 lakh: a short word is a label only where its number follows.
            follows = self._sheet.text[one.end : one.end + 6]
            if not re.match(r"[\s.:Nn°ºo]*\d", follows):
                return False
        if one.colon and (one.bounded or is_cjk(self._sheet.text[one.start])):
            return True
        return (
            one.bounded
            and (
                one.separated
                or (
                    standing.starts_line(self._sheet, one)
                    and standing.follows_blank(self._sheet, one)
                )
            )
            and (standing.starts_field(self._sheet, one))
        )
