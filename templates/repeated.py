"""What filling leaves to be put right where a template repeats columns or pictures.

Both cost time, so a template says when it is compiled whether it needs them.
"""

from __future__ import annotations

import re
from itertools import count

from docxtpl import DocxTemplate
from lxml import etree

# docxtpl numbers pictures from here on; ours are to be the same.
_FIRST_PICTURE = 1001

_COLUMN_TAG = re.compile(r"\{[%{#]tc |\{%\s*(colspan|hm)\b")
_PICTURE = re.compile(rb'(<(?:\w+:)?docPr\s(?:[^>]*\s)?id=")\d+(?=")')


def has_columns(text: str) -> bool:
    """Whether the columns of a table depend on the values; `text` is the part's words."""
    return _COLUMN_TAG.search(text) is not None


def has_pictures(xml: bytes) -> bool:
    """Whether the part shows pictures, which must bear different numbers."""
    return _PICTURE.search(xml) is not None


def widths_mended(xml: bytes) -> bytes:
    """Return the part with as many columns in each table's grid as its rows have.

    Raises ValueError where a table has no grid to go by.
    """
    try:
        tree = DocxTemplate("").fix_tables(xml)
    except (AttributeError, TypeError) as cause:
        raise ValueError("a table without column widths") from cause
    whole: bytes = etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=True)
    return whole


def pictures_numbered(xml: bytes, first: int = _FIRST_PICTURE) -> bytes:
    """Return the part with its pictures numbered from `first` on."""
    numbers = count(first)
    return _PICTURE.sub(lambda found: found.group(1) + b"%d" % next(numbers), xml)
