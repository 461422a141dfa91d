"""Where each figure of a document comes from: the printed appendix and the side file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ledger.columns.figure_rows import tables_of
from ledger.figure import Figure, FigureRow
from templates import formats, titles
from templates.charts.chart import Chart
from templates.indented import indented
from templates.sentence import Sentence

# So many rows of a figure are written out. A summary of 100,000 loans has 8 million behind its
# figures: to read the place of each takes an hour and gigabytes.
LISTED = 500


@dataclass(frozen=True, slots=True)
class NamedFigure:
    """A figure and what people call it, its product, class or month included."""

    title: str
    figure: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One line of the appendix 数据出处.

    value   as the figure is written in full: yuan with fen, not 万元
    rule    the formula in the trade's words; the ledger's own query stands in the side file
    rows    how many ledger rows stand behind it
    places  the workbooks and papers those rows were taken from
    """

    number: int
    title: str
    value: str
    rule: str
    rows: int
    places: str


_WORDS = {
    "zh": {
        "cells": "“{sheet}”{first}等{count}格",
        "cell": "“{sheet}”{first}",
        "papers": "已归档资料{count}件",
        "people": "人工登记{count}条",
        "many": "台账{count}条，可逐条调阅",
        "none": "无对应记录",
        "and": "；",
    },
    "es": {
        "cells": "«{sheet}» {first} y otras ({count} celdas)",
        "cell": "«{sheet}» {first}",
        "papers": "{count} documentos archivados",
        "people": "{count} anotaciones de una persona",
        "many": "{count} apuntes, consultables uno a uno",
        "none": "sin registros",
        "and": "; ",
    },
    "en": {
        "cells": "“{sheet}” {first} and others ({count} cells)",
        "cell": "“{sheet}” {first}",
        "papers": "{count} filed papers",
        "people": "{count} entries by a person",
        "many": "{count} entries, to be looked up one by one",
        "none": "no rows",
        "and": "; ",
    },
}


def named(figure: Figure, language: str, part: str = "") -> NamedFigure:
    """Return `figure` with its title in `language`."""
    return NamedFigure(titles.title(figure, language, part), figure)


def drawn(*charts: Chart | None) -> tuple[NamedFigure, ...]:
    """Return the figures that `charts` show, for a document's `figures`."""
    return tuple(
        NamedFigure(title, figure) for chart in charts if chart for title, figure in chart.titled()
    )


def lines(figures: Sequence[NamedFigure], language: str) -> tuple[SourceLine, ...]:
    """Return the appendix, one line a figure, in the order given, each figure once."""
    once = {one.figure.name: one for one in reversed(figures)}
    ordered = [one for one in figures if once.get(one.figure.name) is one]
    return tuple(
        SourceLine(
            number=number,
            title=one.title,
            value=formats.figure(one.figure, language),
            rule=rule(one.figure, ordered, language),
            rows=len(one.figure.rows),
            places=_places(one.figure.rows, language),
        )
        for number, one in enumerate(ordered, 1)
    )


def rule(figure: Figure, among: Iterable[NamedFigure], language: str) -> str:
    """Return in words how `figure` is computed; figures it is worked out from by their titles.

    among  the figures of the document, which have titles
    """
    parts: Sequence[Figure] = getattr(figure, "parts", ())
    said = figure.query if parts else titles.rule(figure, language)
    if said != figure.query:
        return said
    called = {one.figure.name: one.title for one in among if one.figure.name != figure.name}
    for part in parts:
        called.setdefault(part.name, titles.title(part, language))
    # Long names first: one may hold another.
    for name in sorted(called, key=len, reverse=True):
        said = said.replace(name, called[name])
    return said


def _places(rows: Sequence[FigureRow], language: str) -> str:
    if len(rows) <= LISTED:
        return places(rows, language)
    return _WORDS[language]["many"].format(count=len(rows))


def places(rows: Iterable[FigureRow], language: str) -> str:
    """Return in one line where `rows` were taken from."""
    words = _WORDS[language]
    cells: dict[str, list[str]] = {}
    papers: set[str] = set()
    people = 0
    for row in rows:
        source = row.source
        if source.kind == "workbook":
            found = cells.setdefault(source.sheet or "", [])
            if source.cell and source.cell not in found:
                found.append(source.cell)
        elif source.kind == "document" and source.document_id:
            papers.add(source.document_id)
        else:
            people += 1
    parts = [
        words["cells" if len(found) > 1 else "cell"].format(
            sheet=sheet, first=found[0] if found else "", count=len(found)
        )
        for sheet, found in cells.items()
    ]
    if papers:
        parts.append(words["papers"].format(count=len(papers)))
    if people:
        parts.append(words["people"].format(count=people))
    return words["and"].join(parts) if parts else words["none"]


def side_file(
    *,
    kind: str,
    number: str,
    signed_type: str,
    language: str,
    as_of: date,
    known_on: date,
    figures: Sequence[NamedFigure],
    sentences: Iterable[Sentence],
) -> bytes:
    """Return provenance.json: every figure with all its rows, every sentence with its figures."""
    data = {
        "format": "hudang-provenance-1",
        "document": kind,
        "number": number,
        "signed_type": signed_type,
        "language": language,
        "as_of": as_of.isoformat(),
        "known_on": known_on.isoformat(),
        "figures": [figure_json(one) for one in figures],
        "sentences": [sentence_json(one) for one in sentences],
    }
    return (indented(data) + "\n").encode("utf-8")


def sentence_json(sentence: Sentence) -> dict[str, Any]:
    """Return a drafted sentence and the names of the figures it states."""
    return {"text": sentence.text, "figures": list(sentence.figures)}


def figure_json(one: NamedFigure) -> dict[str, Any]:
    """Return a figure with all its rows, or how many there are where they are more than LISTED.

    The same request over the same ledger finds them again, all or those of one figure.
    """
    figure = one.figure
    return {
        "name": figure.name,
        "title": one.title,
        "value": _number_json(figure.value),
        "unit": figure.unit,
        "query": figure.query,
        "as_of": figure.as_of.isoformat(),
        **_rows_json(figure.rows),
    }


def _rows_json(rows: Sequence[FigureRow]) -> dict[str, Any]:
    if len(rows) > LISTED:
        return {"rows": [], "row_count": len(rows), "tables": tables_of(rows)}
    return {
        "rows": [
            {
                "fact": row.fact,
                "label": row.label,
                "amount": _number_json(row.amount),
                "source": row.source.to_json(),
            }
            for row in rows
        ]
    }


def _number_json(value: int | Decimal | None) -> int | str | None:
    return format(value, "f") if isinstance(value, Decimal) else value
