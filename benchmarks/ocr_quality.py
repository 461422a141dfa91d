"""How well bad scans are read: characters, key figures, ticked boxes, by what harmed the page."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2

from benchmarks.harsh_pages import HARMS, HarshPage, pages
from benchmarks.report import Row, Section, Target
from benchmarks.stopwatch import lap
from extractors.content import Page
from extractors.ocr.engine import OcrEngine
from extractors.ocr.page import read_page
from extractors.ocr.rapid import RapidEngine

HOW = """
Pages of loan papers drawn for this (`benchmarks/harsh_pages.py`: seven layouts, Chinese, Spanish
and English, none of them a sample), each as eleven kinds of scanners, faxes and phones leave it.
*Characters wrong*: for every printed piece of text the fewest changes that turn some stretch of
what was read into it, over all its characters; blanks and full or half width count as the same.
*Figures exact*: ID and contract numbers, amounts, rates, dates and names without one wrong
character. *Boxes right*: a box before its word, marked or empty as it was printed.
"""

_SAME = str.maketrans(
    {"￥": "¥", "（": "(", "）": ")", "·": ".", "–": "-", "—": "-", "。": ".", "、": ","}
)
_MARKED, _EMPTY = "☑☒■", "□"


@dataclass(frozen=True, slots=True)
class Score:
    """What was right on one page."""

    characters: int
    wrong: int
    figures: int
    exact: int
    boxes: int
    right: int
    missed: tuple[str, ...] = ()


def plain(text: str) -> str:
    """Return `text` without what does not count."""
    wide = unicodedata.normalize("NFKC", text.translate(_SAME)).translate(_SAME)
    return re.sub(r"\s+", "", wide)


def plain_rows(page: Page) -> str:
    """Return the rows of the page's tables, a row a line: figures that stand one a cell."""
    rows: dict[tuple[int, int], str] = defaultdict(str)
    for number, table in enumerate(page.tables):
        for cell in table.cells:
            rows[number, cell.row] += plain(cell.text)
    return "\n".join(rows.values())


def score(page: Page, harsh: HarshPage) -> Score:
    """Compare what was read with what was printed."""
    said = plain(page.text) + "\n" + plain_rows(page)
    # Cells and lines are compared one by one: in which order they were read is another question.
    unmarked = re.sub(f"[{_MARKED}{_EMPTY}_]", "", said)
    wrong = characters = 0
    missed = []
    for segment in harsh.sheet.segments:
        wanted = plain(segment)
        characters += len(wanted)
        wrong += fewest_changes(wanted, unmarked)
    exact = 0
    for figure in harsh.sheet.figures:
        if plain(figure) in unmarked:
            exact += 1
        else:
            missed.append(figure)
    right = 0
    for is_marked, word in harsh.sheet.boxes:
        marks = _MARKED if is_marked else _EMPTY
        if re.search(f"[{marks}]{re.escape(plain(word))}", said):
            right += 1
        else:
            missed.append(("[v]" if is_marked else "[ ]") + word)
    return Score(
        characters, wrong, len(harsh.sheet.figures), exact, len(harsh.sheet.boxes), right,
        tuple(missed),
    )  # fmt: skip


def fewest_changes(wanted: str, said: str) -> int:
    """Return the smallest edit distance between `wanted` and any stretch of `said`.

    Myers' bit vectors: one integer operation a character of `said`.
    """
    if not wanted:
        return 0
    places: dict[str, int] = defaultdict(int)
    for number, character in enumerate(wanted):
        places[character] |= 1 << number
    size = len(wanted)
    full, last = (1 << size) - 1, 1 << (size - 1)
    plus, minus, distance, best = full, 0, size, size
    for character in said:
        equal = places.get(character, 0)
        x = equal | minus
        d0 = (((equal & plus) + plus) ^ plus) | equal | minus
        horizontal_plus = minus | (~(d0 | plus) & full)
        horizontal_minus = plus & d0
        if horizontal_plus & last:
            distance += 1
        elif horizontal_minus & last:
            distance -= 1
        horizontal_plus = (horizontal_plus << 1) & full
        horizontal_minus = (horizontal_minus << 1) & full
        plus = horizontal_minus | (~(x | horizontal_plus) & full)
        minus = horizontal_plus & x
        best = min(best, distance)
    return best


def run(harms: Sequence[str] = HARMS) -> Section:
    """Read every page of every harm."""
    return Section(title="Bad scans read", how=HOW, rows=list(_rows(RapidEngine(), harms)))


def _rows(engine: OcrEngine, harms: Sequence[str], show: bool = False) -> Iterator[Row]:
    cv2.setNumThreads(1)
    scores: dict[str, list[Score]] = defaultdict(list)
    seconds: dict[str, float] = defaultdict(float)
    for harsh in pages(harms):
        with lap() as took:
            page = read_page(harsh.image, 1, harsh.dpi, engine)
        seconds[harsh.harm] += took.cpu_s
        scores[harsh.harm].append(score(page, harsh))
        if show:
            print(harsh.harm, harsh.layout, scores[harsh.harm][-1], file=sys.stderr)
    everything = [one for many in scores.values() for one in many]
    for harm, many in {"all": everything, **scores}.items():
        spent = sum(seconds.values()) if harm == "all" else seconds[harm]
        target = Target(0.8, at_most=True) if harm == "all" else None
        yield Row(
            what=f"{harm}: characters wrong",
            figure=100 * sum(s.wrong for s in many) / sum(s.characters for s in many),
            unit="%",
            target=target,
        )
        figures, exact = sum(s.figures for s in many), sum(s.exact for s in many)
        boxes, right = sum(s.boxes for s in many), sum(s.right for s in many)
        yield Row(what=f"{harm}: figures exact, of {figures}", figure=exact, unit="")
        yield Row(what=f"{harm}: boxes right, of {boxes}", figure=right, unit="")
        yield Row(what=f"{harm}: reading", figure=spent / len(many), unit="CPU s/page")


if __name__ == "__main__":
    for row in _rows(RapidEngine(), sys.argv[1:] or HARMS, show=True):
        print(f"{row.what:40} {row.figure:8.3f} {row.unit}")
