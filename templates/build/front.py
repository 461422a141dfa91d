"""What stands before the text of a long document: a cover, and the contents. Without page numbers.

The text itself begins on page 1.
"""

from __future__ import annotations

from collections.abc import Sequence

from templates.build.blocks import field, paragraph

_CONTENTS = {"zh": "目　录", "es": "Índice", "en": "Contents"}


def cover(above: str, title: str, lines: Sequence[str], date: str) -> list[str]:
    """Return a cover: who, what, further lines (the period, the draft's state), and when."""
    return [
        paragraph(above, "CoverAbove"),
        paragraph(title, "CoverTitle"),
        *(paragraph(line, "CoverLine") for line in lines),
        paragraph(date, "CoverDate"),
    ]


def contents(language: str, *, page_break: bool = True) -> list[str]:
    """Return the contents: headings of two levels, filled in when a document is drafted."""
    toc = field(' TOC \\o "1-2" \\h \\z \\u ', " ")
    return [
        paragraph(_CONTENTS[language], "ContentsTitle", page_break=page_break),
        f'<w:p><w:pPr><w:pStyle w:val="Contents1"/></w:pPr>{toc}</w:p>',
    ]


class FrontEnd(str):
    """The paragraph that ends what stands before the text: the package gives it its page."""

    def ending(self, section: str) -> str:
        """Return the paragraph with the section it ends."""
        return f'<w:p><w:pPr><w:pStyle w:val="Note"/>{section}</w:pPr></w:p>'


def end_of_front() -> list[str]:
    """Return the break between cover or contents and the text, which begins on page 1."""
    return [FrontEnd("<!-- front -->")]
