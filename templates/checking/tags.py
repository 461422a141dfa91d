"""The tags of a template, as docxtpl and Jinja2 will read them, each with its paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from templates.checking.blocks import Block
from templates.checking.signs import straightened
from templates.package import W

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_LEVEL = re.compile(r"(tr|tc|p|r) (.*)", re.DOTALL)
_WORD = re.compile(r"\s*([^\W\d]\w*)")

# The element that a tag of each level takes the place of.
TAKEN = {"p": f"{W}p", "tr": f"{W}tr", "tc": f"{W}tc"}

PRINT, STATEMENT, REMARK = "{{", "{%", "{#"
# The alternative text of a chart: what fills it.
CHART = "chart"
ENDS = {"endfor": "for", "endif": "if"}
OPENINGS = ("for", "if")
BETWEEN = ("elif", "else")
# Longer tags are cut in messages; no honest tag is longer than this by far.
_SHOWN = 80
LONGEST = 500
# Merges the cells of a loop's rows downwards.
MERGE = "vm"


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """One tag.

    start    its place in the block's words; -1 for a chart
    order    its place among what is filled in this part
    kind     "{{", "{%", "{#" or "chart"
    level    "p", "tr", "tc" or "r": it takes the place of its whole paragraph, row, cell or run
    body     what stands between the braces, without the level
    written  as it stands in the document
    """

    block: Block
    order: tuple[int, int]
    start: int
    kind: str
    level: str
    body: str
    written: str

    @property
    def word(self) -> str:
        """Its first word: "for", "endif" …; only statements have one."""
        found = _WORD.match(self.body) if self.kind == STATEMENT else None
        return found[1] if found else ""

    @property
    def shown(self) -> str:
        """Return it for a message."""
        return self.written if len(self.written) <= _SHOWN else f"{self.written[:_SHOWN]}…"

    @property
    def taken(self) -> etree._Element | None:
        """Return the element in whose place it stands; its paragraph where it has no level."""
        if self.level in ("", "p", "r"):
            return self.block.element
        return next(self.block.element.iterancestors(TAKEN[self.level]), None)

    @property
    def home(self) -> etree._Element | None:
        """Return the element in which the loop or condition that it begins has to end."""
        if self.level in ("", "r"):
            return self.block.element
        return None if self.taken is None else self.taken.getparent()


def tags_of(block: Block) -> list[Tag]:
    """Return the whole tags among the words of a paragraph."""
    found = []
    for match in TAG.finditer(block.words):
        kind, body, level = match[0][:2], straightened(match[0][2:-2]), ""
        if kind != PRINT and (levelled := _LEVEL.fullmatch(body)):
            level, body = levelled[1], levelled[2]
        place = bisect_right(block.starts, match.start()) - 1
        order = (block.order[place], match.start())
        found.append(Tag(block, order, match.start(), kind, level, body, match[0]))
    return found


def in_order(blocks: Iterable[Block]) -> list[Tag]:
    """Return the tags of all `blocks` as they are filled: a text box where it is anchored."""
    found = [tag for block in blocks for tag in (*tags_of(block), *_charts_of(block))]
    return sorted(found, key=lambda tag: tag.order)


def _charts_of(block: Block) -> Iterator[Tag]:
    """Yield the fields that fill charts; an alternative text without one is told of elsewhere."""
    for chart, place in zip(block.charts, block.drawn, strict=True):
        text = chart.get("descr", "").strip()
        if TAG.fullmatch(text):
            yield Tag(block, (place, 0), -1, CHART, "", text[2:-2], text)
