"""What a template prints where a chart stands: its numbers in the document, and its words.

Which chart stands where is noted while a document is filled; `slots` then makes its parts.
"""

from __future__ import annotations

from typing import Any

from jinja2 import Undefined, pass_context
from jinja2.runtime import Context

from templates.charts.chart import Chart

# Key of the list in a context that collects the charts of a document, as (slot, chart).
PLACED = "_charts"

# Numbers of drawings that no drawing of a template has.
_FIRST_DRAWING = 90_001


class OutOfText(str):
    """A printed value that is no text of the page: it is not looked for there afterwards."""

    __slots__ = ()


@pass_context
def numbered(context: Context, value: Any, slot: str) -> str:
    """Note that `value` is drawn in `slot`; return the number of the drawing."""
    placed: list[tuple[str, Chart]] = context[PLACED]
    placed.append((slot, _chart(value)))
    return OutOfText(_FIRST_DRAWING - 1 + len(placed))


@pass_context
def related(context: Context, value: Any) -> str:
    """Return the relationship by which the document finds the chart noted last."""
    _chart(value)
    return OutOfText(relationship(len(context[PLACED])))


def described(value: Any) -> str:
    """Return the chart's alternative text."""
    return OutOfText(" ".join(_chart(value).title.split()))


def relationship(number: int) -> str:
    """Return the relationship's name of a document's chart `number` (1 is the first)."""
    return f"rIdChart{number}"


def _chart(value: Any) -> Chart:
    if isinstance(value, Undefined):
        # Touching it raises, naming the field.
        str(value)
    if not isinstance(value, Chart):
        raise TypeError("the alternative text of a chart names a field with a chart's data")
    return value


# Names that no template of a clerk has: what stands there instead of an alternative text.
FILTERS = {"_numbered": numbered, "_related": related, "_described": described}
