"""A field's value: read from what a person wrote, kept as JSON, read back with its type."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from extractors.reading import Rate
from extractors.values.plain import folded, plain, without_blanks
from extractors.wording import _
from ledger.grammars import CellRefused, Context, Grammar, Read, read_cell
from ledger.kinds.declaration import Field, FieldValue, Kind
from ledger.sheets import Cell
from ledger.spans import span_of

# Grammars whose values are kept as ISO days.
_DAYS = frozenset({"date", "period_end"})


def grammar_of(field: Field) -> str | Grammar:
    """Return how a column's cells are read: a choice knows its own answers.

    Offices have words of their own: an answer nobody knows is kept as it is written, and said so,
    unless the kind cannot do without a known one (`required`).
    """
    if field.grammar != "choice":
        return field.grammar
    return lambda cell, _context: _choice(field, str(cell.value), keep=not field.required)


def read_field(field: Field, cell: Cell, context: Context) -> FieldValue | None:
    """Return what a word given at the keyboard says for a field; None: nothing.

    Here an answer nobody knows is refused: it was mistyped. Raises CellRefused.
    """
    grammar: str | Grammar = field.grammar
    if field.grammar == "choice":
        grammar = lambda cell, _context: _choice(field, str(cell.value), keep=False)  # noqa: E731
    found = read_cell(cell, grammar, context)
    return found.value if found else None


def _choice(field: Field, text: str, *, keep: bool) -> Read:
    code = chosen(field, text)
    if code:
        return Read(code)
    if keep:
        return Read(text.strip(), _("Answers that are not known here were kept as written."))
    known = ", ".join(choice.titles["zh"] for choice in field.choices)
    raise CellRefused(
        "not_a_choice",
        _("this is none of the answers there are"),
        _("one of: {known}").format(known=known),
    )


# What makes the contrary of a word it stands before.
_NOT = re.compile(r"[未不非无没]|\b(no|not|sin)\b")


def chosen(field: Field, text: str) -> str | None:
    """Return the code of the answer that a text means, or None.

    The text is one of its words, or says it among others (已判决，执行中; 邮寄送达): of several the
    longest word counts, where they are equally long nothing is chosen, nor where the text negates.
    """
    written = _bare(text)
    words = [
        (_bare(way), choice.code)
        for choice in field.choices
        for way in (choice.code, *choice.titles.values(), *choice.written)
    ]
    for word, code in words:
        if word == written:
            return code
    inside = [
        (word, code)
        for word, code in words
        if len(word) > 1 and word in written and not _NOT.search(written.replace(word, ""))
    ]
    longest = max((len(word) for word, _code in inside), default=0)
    meant = {code for word, code in inside if len(word) == longest}
    return meant.pop() if len(meant) == 1 else None


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
