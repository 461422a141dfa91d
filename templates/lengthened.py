"""Example values with the longest names and the largest amounts: does a page hold them?"""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from typing import Any

from ledger.figure import Figure
from templates.charts.chart import Chart
from templates.placeholders import printable, without_none

# Names of people and places: the longest that papers of the department bear.
_LONGEST = {
    "zh": "买买提吐尔逊·阿卜杜热合曼（某某镇某某村村民委员会某某农民专业合作社）",
    "es": " de la Santísima Trinidad Fernández-Villaverde y Rodríguez de Santiago",
    "en": " of the Upper Valley Agricultural Producers' Co-operative Society Limited",
}
# 999,999,999.99 yuan.
_LARGEST_FEN = 99_999_999_999
# Longer texts are sentences: they fold anyway.
_NAME_LENGTH = 24
_WORDS = re.compile(r"[^\W\d_]{2,}")


def lengthened(values: Any, language: str) -> Any:
    """Return `values`, a document's or a part's, with long names and large amounts."""
    return _longer(values, language)


def _longer(value: Any, language: str) -> Any:
    match value:
        case Figure():
            return _larger(value)
        case Chart() | date():
            return value
        case str():
            return _longer_text(value, language)
        case tuple():
            return tuple(_longer(one, language) for one in value)
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            hints: dict[str, Any] = printable(type(value))
            changed = {
                name: _longer(getattr(value, name), language)
                for name, hint in hints.items()
                if name != "figures" and without_none(hint) is not bool
            }
            return dataclasses.replace(value, **changed)
        case _:
            return value


def _larger(found: Figure) -> Figure:
    if found.unit != "fen" or found.value is None:
        return found
    return dataclasses.replace(found, value=_LARGEST_FEN)


def _longer_text(text: str, language: str) -> str:
    """Lengthen a name; leave numbers, dates and sentences."""
    if len(text) > _NAME_LENGTH or not _WORDS.fullmatch(text.replace(" ", "")):
        return text
    return text + _LONGEST.get(language, _LONGEST["zh"])
