"""The JSON form in which the text of a document is stored beside it and sent between processes.

Compact, because a page has hundreds of words: a word is [text, box or null, confidence], with the
confidence left out where it is 1. Coordinates keep a tenth of a point, confidences three digits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from extractors.content import Box, Cell, Content, Line, Page, Table, Word

FORMAT = 1


def content_to_json(content: Content) -> dict[str, Any]:
    """Return `content` as JSON values."""
    return {
        "format": FORMAT,
        "media_type": content.media_type,
        "notes": list(content.notes),
        "pages": [_page_to_json(page) for page in content.pages],
    }


def content_from_json(data: Mapping[str, Any]) -> Content:
    """Rebuild a Content from `content_to_json`'s form. Raises ValueError on any other shape."""
    try:
        if data["format"] != FORMAT:
            raise ValueError(f"its format is {data['format']!r}, known is {FORMAT}")
        return Content(
            tuple(_page_from_json(page) for page in data["pages"]),
            _text(data["media_type"]),
            tuple(_text(note) for note in data["notes"]),
        )
    except (LookupError, TypeError, ValueError, AttributeError, OverflowError) as cause:
        raise ValueError(f"not a document's text: {cause!r}") from cause


def _page_to_json(page: Page) -> dict[str, Any]:
    return {
        "number": page.number,
        "size": [round(page.width, 1), round(page.height, 1)],
        "ocr": page.ocr,
        "rotated": page.rotated,
        "lines": [[_word_to_json(word) for word in line.words] for line in page.lines],
        "tables": [_table_to_json(table) for table in page.tables],
        **({"look": page.look} if page.look else {}),
        **({"codes": list(page.codes)} if page.codes else {}),
    }


def _page_from_json(data: Mapping[str, Any]) -> Page:
    width, height = data["size"]
    return Page(
        int(data["number"]),
        float(width),
        float(height),
        tuple(Line(tuple(_word_from_json(word) for word in line)) for line in data["lines"]),
        tuple(_table_from_json(table) for table in data["tables"]),
        bool(data["ocr"]),
        int(data["rotated"]),
        _text(data.get("look", "")),
        tuple(_text(code) for code in data.get("codes", ())),
    )


def _word_to_json(word: Word) -> list[Any]:
    shown: list[Any] = [word.text, _box_to_json(word.box)]
    return shown if word.confidence == 1.0 else [*shown, round(word.confidence, 3)]


def _word_from_json(data: Sequence[Any]) -> Word:
    return Word(_text(data[0]), _box_from_json(data[1]), float(data[2]) if len(data) > 2 else 1.0)


def _table_to_json(table: Table) -> dict[str, Any]:
    return {
        "box": _box_to_json(table.box),
        "cells": [
            [
                cell.row,
                cell.column,
                cell.row_span,
                cell.column_span,
                cell.text,
                _box_to_json(cell.box),
                round(cell.confidence, 3),
            ]
            for cell in table.cells
        ],
    }


def _table_from_json(data: Mapping[str, Any]) -> Table:
    cells = []
    for row, column, row_span, column_span, text, box, confidence in data["cells"]:
        cells.append(
            Cell(
                int(row),
                int(column),
                _text(text),
                _box_from_json(box),
                int(row_span),
                int(column_span),
                float(confidence),
            )
        )
    return Table(tuple(cells), _box_from_json(data["box"]))


def _box_to_json(box: Box | None) -> list[float] | None:
    return [round(edge, 1) for edge in box] if box else None


def _box_from_json(data: Sequence[Any] | None) -> Box | None:
    if data is None:
        return None
    left, top, right, bottom = data
    return (float(left), float(top), float(right), float(bottom))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"not a text: {type(value).__name__}")
    return value
