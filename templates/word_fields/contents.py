"""The table of contents: its entries are the finished document's headings, without page numbers.

On which page a heading stands is known to whoever lays the pages out. Until a person updates the
field there (right-click, Update Field), no number is better than a wrong one; a line that says how
is part of the field's result and goes with the first update.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from templates.package import W, parsed
from templates.word_fields.reading import WordField, fields_in

HINTS = {
    "zh": "（页码由 Word 或 WPS 生成：右键单击目录，选“更新域”，本行随之消失。）",
    "es": "(Los números de página los pone Word o WPS: clic derecho en el índice, «Actualizar "
    "campo»; esta línea desaparece.)",
    "en": "(Page numbers are set by Word or WPS: right-click the contents, Update Field; this "
    "line goes with it.)",
}
# Numbers of bookmarks that no template uses.
_FIRST_BOOKMARK = 70_001
_LEVELS = re.compile(r'\\o\s+"?(\d)-(\d)"?')


@dataclass(frozen=True, slots=True)
class Styles:
    """Which styles are headings, and which are entries of contents.

    levels   style id: 1 for the highest headings
    entries  level: style id of its line in the contents
    note     style id of the line that says how to update
    """

    levels: Mapping[str, int]
    entries: Mapping[int, str]
    note: str | None


def styles_of(part: bytes) -> Styles:
    """Read word/styles.xml."""
    levels, entries, note = {}, {}, None
    for style in parsed(part).iter(f"{W}style"):
        name, outline = style.find(f"{W}name"), style.find(f"{W}pPr/{W}outlineLvl")
        known = "" if name is None else (name.get(f"{W}val") or "").lower()
        number = style.get(f"{W}styleId", "")
        if found := re.fullmatch(r"heading (\d)", known):
            levels[number] = int(found[1])
        elif outline is not None and int(outline.get(f"{W}val", "9")) < 9:
            levels[number] = int(outline.get(f"{W}val", "0")) + 1
        if found := re.fullmatch(r"toc (\d)", known):
            entries[int(found[1])] = number
        if known == "contentsnote":
            note = number
    return Styles(levels, entries, note)


def list_headings(tree: etree._Element, styles: Styles, language: str) -> None:
    """Write the document's headings into its table of contents."""
    for field in list(fields_in(tree)):
        if is_contents(field) and field.end is not None:
            _fill(tree, field, field.end, styles, language)


def is_contents(field: WordField) -> bool:
    """Whether the field is a table of contents."""
    return field.instruction.upper().split()[:1] == ["TOC"]


def _fill(
    tree: etree._Element, field: WordField, end: etree._Element, styles: Styles, language: str
) -> None:
    first, last = paragraph_of(field.begin), paragraph_of(end)
    parent = first.getparent()
    if parent is None or last.getparent() is not parent:
        return
    old = list(parent)[parent.index(first) : parent.index(last) + 1]
    found = _LEVELS.search(field.instruction)
    deepest = int(found[2]) if found else 3
    inside = set(old)
    headings = [
        (paragraph, level)
        for paragraph, level in _headings(tree, styles)
        if level <= deepest and paragraph not in inside
    ]
    lines = []
    for number, (heading, level) in enumerate(headings, _FIRST_BOOKMARK):
        mark = f"_Toc{number}"
        _bookmark(heading, number, mark)
        style = styles.entries.get(level, styles.entries.get(1, ""))
        lines.append(_entry("".join(_words(heading)), mark, style))
    note = styles.note or styles.entries.get(1, "")
    lines.append(_line(note, [_run(HINTS[language]), copy.deepcopy(end)]))
    place = 1 if lines[0].find(f"{W}pPr") is not None else 0
    opening = [field.begin, *field.asked, *separator(first)]
    for offset, run in enumerate(opening):
        lines[0].insert(place + offset, copy.deepcopy(run))
    at = parent.index(first)
    for paragraph in old:
        parent.remove(paragraph)
    for offset, line in enumerate(lines):
        parent.insert(at + offset, line)


def _headings(tree: etree._Element, styles: Styles) -> Iterator[tuple[etree._Element, int]]:
    for paragraph in tree.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        level = styles.levels.get("" if style is None else style.get(f"{W}val", ""))
        own = paragraph.find(f"{W}pPr/{W}outlineLvl")
        if own is not None:
            level = int(own.get(f"{W}val", "9")) + 1
        if level is not None and level <= 9 and "".join(_words(paragraph)).strip():
            yield paragraph, level


def _words(paragraph: etree._Element) -> Iterator[str]:
    for part in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br"):
        yield part.text or "" if part.tag == f"{W}t" else " "


def paragraph_of(run: etree._Element) -> etree._Element:
    """Return the paragraph that a run stands in."""
    return next(run.iterancestors(f"{W}p"))


def separator(first: etree._Element) -> list[etree._Element]:
    """Return the run that stands between a field's question and its answer."""
    return [
        run
        for run in first.iter(f"{W}r")
        if (mark := run.find(f"{W}fldChar")) is not None
        and mark.get(f"{W}fldCharType") == "separate"
    ][:1]


def _bookmark(heading: etree._Element, number: int, name: str) -> None:
    start = etree.Element(f"{W}bookmarkStart")
    start.set(f"{W}id", str(number))
    start.set(f"{W}name", name)
    end = etree.Element(f"{W}bookmarkEnd")
    end.set(f"{W}id", str(number))
    heading.insert(1 if heading.find(f"{W}pPr") is not None else 0, start)
    heading.append(end)


def _entry(text: str, mark: str, style: str) -> etree._Element:
    link = etree.Element(f"{W}hyperlink")
    link.set(f"{W}anchor", mark)
    link.set(f"{W}history", "1")
    link.append(_run(" ".join(text.split())))
    etree.SubElement(etree.SubElement(link, f"{W}r"), f"{W}tab")
    for kind in ("begin", "", "separate", "end"):
        run = etree.SubElement(link, f"{W}r")
        if kind:
            etree.SubElement(run, f"{W}fldChar").set(f"{W}fldCharType", kind)
        else:
            asked = etree.SubElement(run, f"{W}instrText")
            asked.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            asked.text = f" PAGEREF {mark} \\h "
    return _line(style, [link])


def _line(style: str, inside: list[etree._Element]) -> etree._Element:
    paragraph = etree.Element(f"{W}p")
    if style:
        look = etree.SubElement(paragraph, f"{W}pPr")
        etree.SubElement(look, f"{W}pStyle").set(f"{W}val", style)
    paragraph.extend(inside)
    return paragraph


def _run(text: str) -> etree._Element:
    run = etree.Element(f"{W}r")
    words = etree.SubElement(run, f"{W}t")
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    words.text = text
    return run
