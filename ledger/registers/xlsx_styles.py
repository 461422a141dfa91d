"""Formats of a register's workbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Style:
    """The formats of one workbook; `short` is text that needs no wrapping."""

    title: Any
    note: Any
    note_right: Any
    head: Any
    text: Any
    short: Any
    money: Any
    count: Any
    percent: Any
    day: Any
    total_text: Any
    total_money: Any
    total_count: Any
    total_percent: Any

    def total(self, kind: str) -> Any:
        """Return the format of a total of a kind of column."""
        return {"money": self.total_money, "count": self.total_count}.get(kind, self.total_percent)


def style_of(book: Any, language: str) -> Style:
    """Add the formats of a language to a workbook."""
    font = {"font_name": "宋体" if language == "zh" else "Times New Roman", "font_size": 10}
    framed = font | {"border": 1, "valign": "vcenter"}
    money = {"num_format": "#,##0.00", "align": "right"}
    count = {"num_format": "0", "align": "right"}
    percent = {"num_format": "0.00", "align": "right"}
    bold = {"bold": True}
    # "@" and a quote: an ID or IOU number stays as it is when the cell is edited, and a text that
    # begins like a formula never becomes one.
    text = {"num_format": "@", "quote_prefix": True}
    return Style(
        title=book.add_format(font | bold | {"font_size": 16, "align": "center"}),
        note=book.add_format(font),
        note_right=book.add_format(font | {"align": "right"}),
        head=book.add_format(
            framed | bold | {"align": "center", "text_wrap": True, "bg_color": "#E7E6E6"}
        ),
        text=book.add_format(framed | text | {"text_wrap": True}),
        short=book.add_format(framed | text),
        money=book.add_format(framed | money),
        count=book.add_format(framed | count),
        percent=book.add_format(framed | percent),
        day=book.add_format(framed | {"num_format": "yyyy-mm-dd", "align": "center"}),
        total_text=book.add_format(framed | bold | {"num_format": "@"}),
        total_money=book.add_format(framed | bold | money),
        total_count=book.add_format(framed | bold | count),
        total_percent=book.add_format(framed | bold | percent),
    )
