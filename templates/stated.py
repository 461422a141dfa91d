"""Facts of declared kinds as documents print them: choices in words, amounts as figures."""

from __future__ import annotations

from datetime import date

from extractors.wording import _
from ledger.figure import Figure, FigureRow
from ledger.kinds.registry import kind_of
from ledger.records import Record
from templates.provenance import NamedFigure


def worded(record: Record | None, field: str, language: str) -> str | None:
    """Return a field as text, a choice by its title; None where nothing was stated."""
    said = record.text(field) if record else None
    if record is None or said is None:
        return None
    for choice in kind_of(record.kind).field(field).choices:
        if choice.code == said:
            return choice.titles[language]
    return said


def amount(
    kind: str, record: Record | None, field: str, language: str, part: str, as_of: date
) -> NamedFigure:
    """Return an amount that a fact of `kind` states, with that fact behind it; no value without.

    part  whose it is, for the figure's name and title: a loan's number
    """
    known = record is not None and field in record.values
    rows = (
        (
            FigureRow(
                fact=record.fact,
                label=part,
                amount=record.whole(field),
                source=record.sources[field],
            ),
        )
        if record is not None and known
        else ()
    )
    figure = Figure(
        name=f"stated_fen({field}, {record.fact if known and record else part})",
        value=record.whole(field) if record is not None else None,
        unit="fen",
        query=_("as recorded"),
        as_of=as_of,
        rows=rows,
    )
    title = kind_of(kind).field(field).titles[language]
    return NamedFigure(f"{title}（{part}）" if language == "zh" else f"{title}: {part}", figure)
