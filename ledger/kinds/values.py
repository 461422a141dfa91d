"""A field's value: read from what a person wrote, kept as JSON, read back with its type."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from extractors.reading import Rate
from extractors.values.plain import folded, plain, without_blanks
from extractors.wording import _
from ledger.grammars import CellRefused, Context, Grammar, read_cell
from ledger.kinds.declaration import Field, FieldValue, Kind
from ledger.sheets import Cell
from ledger.spans import span_of

# Grammars whose values are kept as ISO days.
_DAYS = frozenset({"date", "period_end"})


def grammar_of(field: Field) -> str | Grammar:
    """Return how a field's cells are read: a choice knows its own answers."""
    if field.grammar != "choice":
        return field.grammar
    return lambda cell, _context: _choice(field, cell)


def read_field(field: Field, cell: Cell, context: Context) -> FieldValue | None:
    """Return what a cell, or a word given at the keyboard, says for a field; None: nothing.

    Raises CellRefused.
    """
    found = read_cell(cell, grammar_of(field), context)
    return found.value if found else None


def _choice(field: Field, cell: Cell) -> str:
    written = _bare(str(cell.value))
    for choice in field.choices:
        if written in {
            _bare(way) for way in (choice.code, *choice.titles.values(), *choice.written)
        }:
            return choice.code
    known = ", ".join(choice.titles["zh"] for choice in field.choices)
    raise CellRefused(
        "not_a_choice",
        _("this is none of the answers there are"),
        _("one of: {known}").format(known=known),
    )


def _bare(text: str) -> str:
    return without_blanks(folded(plain(text)))


def dated(kind: Kind, values: Mapping[str, FieldValue]) -> date | None:
    """Return the day a fact of a kind is effective on: of a span, its first day. None: not said."""
    said = values.get(kind.dated_by)
    if kind.field(kind.dated_by).grammar == "span" and said is not None:
        span = span_of(str(said))
        return span.first if span else None
    return said if isinstance(said, date) else None


def kept(value: FieldValue) -> Any:
    """Return a value as JSON keeps it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, Rate):
        return [format(value.value, "f"), value.unit]
    return value


def typed(field: Field, value: Any) -> FieldValue:
    """Return a kept value with its type."""
    if field.grammar in _DAYS:
        return date.fromisoformat(value)
    if field.grammar == "decimal":
        return Decimal(value)
    if field.grammar == "rate":
        return Rate(Decimal(value[0]), value[1])
    plain_value: FieldValue = value
    return plain_value


def typed_all(kind: Kind, content: Mapping[str, Any]) -> dict[str, FieldValue]:
    """Return kept content with its types, in the order of the kind's fields; blanks are absent."""
    return {
        field.key: typed(field, content[field.key])
        for field in kind.fields
        if content.get(field.key) is not None
    }
