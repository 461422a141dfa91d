"""Whole paragraphs, rows and cells in whose place tags stand: what is left of an empty list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from extractors.wording import _
from templates.checking.finding import Finding
from templates.checking.tags import Tag
from templates.package import W, text_of

# Elements that must hold a paragraph, whatever is left out.
_HOLDERS = frozenset(
    {f"{W}tc", f"{W}txbxContent", f"{W}hdr", f"{W}ftr", f"{W}footnote", f"{W}endnote"}
)


@dataclass(frozen=True, slots=True)
class Span:
    """A loop or condition of whole paragraphs or rows. always: its else leaves something"""

    begun: Tag
    ended: Tag
    always: bool


def left_empty(spans: Iterable[Span]) -> Iterator[Finding]:
    """Yield the cells, rows and tables of which nothing would be left: Word refuses such files."""
    for span, _home in left_without_line(spans):
        said = _("if {tag} prints nothing, no line is left in this place: add an empty one below")
        yield _finding("empty_cell", span, said, mendable=True)
    for span, home, stays in _remains(spans):
        if home.tag == f"{W}tr" and not any(one.tag == f"{W}tc" for one in stays):
            said = _("if {tag} prints nothing, the row has no cells left: add one before it")
            yield _finding("empty_row", span, said)
        if home.tag == f"{W}tbl" and not any(one.tag == f"{W}tr" for one in stays):
            said = _("if {tag} prints nothing, the table has no rows left: add a row with headings")
            yield _finding("empty_table", span, said)


def _finding(code: str, span: Span, said: str, *, mendable: bool = False) -> Finding:
    begun = span.begun
    message = said.format(tag=begun.shown)
    return Finding(code, begun.block.place(), message, mendable=mendable)


def left_without_line(spans: Iterable[Span]) -> Iterator[tuple[Span, etree._Element]]:
    """Yield the cells and other places that may be left without a paragraph at their end."""
    for span, home, stays in _remains(spans):
        if home.tag in _HOLDERS and (not stays or stays[-1].tag != f"{W}p"):
            yield span, home


def _remains(
    spans: Iterable[Span],
) -> Iterator[tuple[Span, etree._Element, list[etree._Element]]]:
    """Yield for each place with loops or conditions its first, and what stays without them all."""
    by_home: dict[etree._Element, list[Span]] = {}
    for span in spans:
        if span.begun.level in ("p", "tr", "tc") and span.begun.home is not None:
            by_home.setdefault(span.begun.home, []).append(span)
    for home, inside in by_home.items():
        if not any(span.always for span in inside):
            yield inside[0], home, _staying(home, inside)


def _staying(home: etree._Element, spans: Iterable[Span]) -> list[etree._Element]:
    """Return the children of `home` that are printed whatever the values are."""
    gone: set[int] = set()
    children = list(home)
    for span in spans:
        first, last = span.begun.taken, span.ended.taken
        if first is not None and last is not None and first in children and last in children:
            gone.update(range(children.index(first), children.index(last) + 1))
    return [
        child
        for place, child in enumerate(children)
        if place not in gone and not str(child.tag).endswith("Pr")
    ]


def alone_in(tag: Tag, level: str) -> etree._Element | None:
    """Return the paragraph or row that holds nothing but `tag`; None where it holds more."""
    element = (
        tag.block.element
        if level == "p"
        else next(tag.block.element.iterancestors(f"{W}{level}"), None)
    )
    if element is None or text_of(element).strip() != tag.written.strip():
        return None
    things = element.iter(f"{W}drawing", f"{W}pict", f"{W}object", f"{W}sectPr", f"{W}fldChar")
    return None if next(things, None) is not None else element


def common_level(one: Tag, other: Tag) -> str | None:
    """Return the level at which both tags could stand, each alone in a row or line of its own."""
    for level in ("tr", "p"):
        first, second = alone_in(one, level), alone_in(other, level)
        if first is None or second is None or first is second:
            continue
        if first.getparent() is second.getparent():
            return level
    return None
