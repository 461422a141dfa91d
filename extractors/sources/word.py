"""Word documents by structure: paragraphs and tables in the order of the document.

Reads what the document says now: deleted, struck-out and hidden text is left out, inserted text
is taken. Words have no boxes and everything stands on one page, for Word fixes pages on printing.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from extractors.content import Cell, Content, Page, Table
from extractors.filetype import DOCX
from extractors.settings import ReadingSettings
from extractors.sources.package import check_package
from extractors.sources.plain import pages_worth, seen_of
from extractors.sources.refusal import Unreadable
from extractors.sources.word_numbers import Numbering
from extractors.sources.written import A4, Collected, lines_in, ruled, symbol, table_lines

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

# Elements that only wrap others of the same kind.
_WRAPPERS = frozenset(
    f"{_W}{name}"
    for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink",
                 "fldSimple", "dir", "bdo", "ruby", "rubyBase")
) | {f"{_MC}AlternateContent", f"{_MC}Choice"}  # fmt: skip
_CHANGES = tuple(f"{_W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))

# Documents with macros and templates are read like any other; nothing in them is run.
_ALSO_WORD = (
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
)


def open_word(data: bytes, settings: ReadingSettings) -> Content:
    """Return what stands in the Word document `data`. Raises Unreadable."""
    notes = check_package(data)
    document = _opened(data)
    body, numbering = Collected(), Numbering.of(document)
    for element in _heads(document, "header"):
        _collect(element, body, numbering)
    _collect(document.element.body, body, numbering)
    for element in _heads(document, "footer"):
        _collect(element, body, numbering)
    _check_length(body, settings)
    changed = next(document.element.body.iter(*_CHANGES), None) is not None
    page = Page(1, *A4, tuple(body.lines), tuple(body.tables))
    return Content((page,), DOCX, (*notes, "tracked_changes") if changed else notes)


def _check_length(body: Collected, settings: ReadingSettings) -> None:
    """Word fixes pages on printing; what would print on far too many is refused all the same."""
    if pages_worth("\n".join(line.text for line in body.lines)) > settings.max_pages:
        raise Unreadable("too_many_pages")


def _opened(data: bytes) -> Any:
    from docx.opc.exceptions import PackageNotFoundError
    from docx.opc.part import PartFactory
    from docx.package import Package
    from docx.parts.document import DocumentPart
    from lxml import etree

    for kind in _ALSO_WORD:
        PartFactory.part_type_for[kind] = DocumentPart
    try:
        main = Package.open(io.BytesIO(data)).main_document_part
        if not isinstance(main, DocumentPart) or main.element.find(f"{_W}body") is None:
            raise Unreadable("unreadable")
        return main.document
    except (
        PackageNotFoundError,
        etree.LxmlError,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        AttributeError,
        TypeError,
        IndexError,
    ) as cause:
        # What python-docx raises for packages whose parts are missing, misnamed or no XML.
        raise Unreadable("unreadable") from cause


def _heads(document: Any, kind: str) -> Iterator[Any]:
    """Yield each different header or footer of the document once."""
    seen = set()
    for section in document.sections:
        for name in (kind, f"first_page_{kind}", f"even_page_{kind}"):
            head = getattr(section, name)
            if head.is_linked_to_previous:
                continue
            text = "".join(head._element.itertext())
            if text.strip() and text not in seen:
                seen.add(text)
                yield head._element


def _collect(container: Any, into: Collected, numbering: Numbering) -> None:
    """Add the paragraphs and tables of `container`, in order."""
    for element in container:
        if element.tag == f"{_W}p":
            for text in _paragraphs(element, numbering):
                into.lines += lines_in(text)
        elif element.tag == f"{_W}tbl":
            table = _table(element, numbering)
            if table.cells:
                into.tables.append(table)
                into.lines += table_lines(table)
        elif element.tag in _WRAPPERS and not _is_prompt(element):
            _collect(element, into, numbering)


def _paragraphs(paragraph: Any, numbering: Numbering) -> Iterator[str]:
    """Yield the paragraph with the number printed before it, then the text boxes anchored in it."""
    boxes: list[Any] = []
    number = numbering.label(paragraph)
    text = "".join(_texts(paragraph, boxes))
    yield number + text if text.strip() else text
    for box in boxes:
        for inner in box.iter(f"{_W}p"):
            yield from _paragraphs(inner, numbering)


def _texts(element: Any, boxes: list[Any]) -> Iterator[str]:
    """Yield the text of the runs below `element`; text boxes met on the way go into `boxes`."""
    for child in element:
        if child.tag == f"{_W}r":
            if not _is_gone(child):
                yield from _run_texts(child, boxes)
        elif child.tag in _WRAPPERS:
            yield from ["____"] if _is_prompt(child) else _texts(child, boxes)


def _is_prompt(control: Any) -> bool:
    """Whether a content control still shows what to type into it: nothing was."""
    return control.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None


def _run_texts(run: Any, boxes: list[Any]) -> Iterator[str]:
    underlined = _is_underlined(run)
    for child in run:
        match child.tag.rpartition("}")[2]:
            case "t":
                text = seen_of(child.text or "")
                yield ruled(text) if underlined else text
            case "tab" | "ptab":
                yield "____" if underlined else "\t"
            case "br" | "cr":
                yield "\n"
            case "noBreakHyphen":
                yield "-"
            case "sym":
                yield _symbol(child)
            case "fldChar":
                yield _check_box(child)
            case "ruby":
                yield from _texts(child, boxes)
            case "drawing" | "pict" | "object" | "AlternateContent":
                boxes += _text_boxes(child)


def _text_boxes(drawing: Any) -> list[Any]:
    """The outermost text boxes of a drawing; the copy kept for old versions of Word is not read."""
    found = []
    for box in drawing.iter(f"{_W}txbxContent"):
        above = [ancestor.tag for ancestor in box.iterancestors()]
        inside = above[: above.index(f"{_W}r")] if f"{_W}r" in above else above
        if f"{_MC}Fallback" not in inside and f"{_W}txbxContent" not in inside:
            found.append(box)
    return found


def _is_gone(run: Any) -> bool:
    """Whether a reader sees this run as struck out, or not at all."""
    properties = run.find(f"{_W}rPr")
    return properties is not None and any(
        _is_on(properties.find(f"{_W}{name}")) for name in ("strike", "dstrike", "vanish")
    )


def _is_on(switch: Any) -> bool:
    return switch is not None and switch.get(f"{_W}val", "true") not in ("0", "false", "off")


def _is_underlined(run: Any) -> bool:
    underline = run.find(f"{_W}rPr/{_W}u")
    return underline is not None and underline.get(f"{_W}val", "single") != "none"


def _symbol(element: Any) -> str:
    try:
        code = int(element.get(f"{_W}char") or "", 16)
    except ValueError:
        return ""
    return symbol(element.get(f"{_W}font") or "", code)


def _check_box(field_character: Any) -> str:
    """The box of an old form field; "" for any other field."""
    box = field_character.find(f"{_W}ffData/{_W}checkBox")
    if box is None:
        return ""
    state = box.find(f"{_W}checked")
    return "☑" if _is_on(box.find(f"{_W}default") if state is None else state) else "□"


def _table(element: Any, numbering: Numbering) -> Table:
    """Return the table with merged cells standing once, at their upper left place."""
    cells: list[Cell] = []
    # Per column the index in `cells` of the cell that reaches down to the row before.
    reaching: dict[int, int] = {}
    for row, tr in enumerate(_children(element, "tr")):
        column = _number(tr.find(f"{_W}trPr/{_W}gridBefore"), 0)
        still: dict[int, int] = {}
        for tc in _children(tr, "tc"):
            span = max(1, _number(tc.find(f"{_W}tcPr/{_W}gridSpan"), 1))
            merge = tc.find(f"{_W}tcPr/{_W}vMerge")
            goes_on = merge is not None and merge.get(f"{_W}val", "continue") == "continue"
            above = reaching.get(column)
            if goes_on and above is not None:
                cells[above] = replace(cells[above], row_span=row - cells[above].row + 1)
                still[column] = above
            else:
                cells.append(Cell(row, column, _cell_text(tc, numbering), None, 1, span))
                if merge is not None:
                    still[column] = len(cells) - 1
            column += span
        reaching = still
    return Table(tuple(cells))


def _children(element: Any, name: str) -> Iterator[Any]:
    """Yield the rows of a table or the cells of a row, through what wraps them."""
    for child in element:
        if child.tag == f"{_W}{name}":
            if name != "tr" or child.find(f"{_W}trPr/{_W}del") is None:
                yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, name)


def _cell_text(tc: Any, numbering: Numbering) -> str:
    inside = Collected()
    _collect(tc, inside, numbering)
    return "\n".join(line.text for line in inside.lines)


def _number(element: Any, default: int) -> int:
    value = element.get(f"{_W}val") if element is not None else None
    return int(value) if value and value.isdigit() and len(value) < 5 else default
