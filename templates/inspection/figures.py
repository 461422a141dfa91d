"""The figures of an inspection form: each with the facts that say so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ledger.figure import Figure, FigureRow, Source
from ledger.records import Record
from ledger.states import LoanState
from templates import provenance
from templates.derived import Derived
from templates.planning.naming import called
from templates.provenance import NamedFigure


@dataclass(slots=True)
class Figures:
    """Collects the figures of one document in the order in which it states them."""

    language: str
    as_of: date
    named: list[NamedFigure] = field(default_factory=list)

    def of_loan(self, loan: LoanState, attribute: str) -> Figure:
        """Return an amount or a number of days of a loan."""
        return self._kept(loan.figure(attribute), loan.number)

    def stated(self, record: Record, value: str, name: str, label: str) -> Figure:
        """Return an amount that a recorded fact states."""
        amount = record.whole(value)
        row = FigureRow(
            fact=record.fact,
            label=label,
            amount=amount,
            source=record.sources.get(value, record.source),
        )
        return self.made(name, record.fact, amount, (row,), part=label)

    def made(
        self,
        name: str,
        about: str,
        value: int | Decimal | None,
        rows: Iterable[FigureRow],
        *,
        unit: str = "fen",
        part: str = "",
        query: str = "",
    ) -> Figure:
        """Return a figure over some facts; `part` is what tells it from others of its name."""
        figure = Figure(
            name=f"{name}({about})",
            value=value,
            unit=unit,
            query=query or f"{name}: as stated by its facts up to {self.as_of.isoformat()}",
            as_of=self.as_of,
            rows=tuple(rows),
        )
        return self._kept(figure, part)

    def worked_out(self, figure: Derived) -> Derived:
        """Keep a figure that was worked out from others, which stand here already."""
        if all(one.figure.name != figure.name for one in self.named):
            self.named.append(NamedFigure(called(figure, self.language), figure))
        return figure

    def _kept(self, figure: Figure, part: str) -> Figure:
        if all(one.figure.name != figure.name for one in self.named):
            self.named.append(provenance.named(figure, self.language, part))
        return figure


def row(fact: str, label: str, amount: int | None, source: Source) -> FigureRow:
    """Return one fact behind a figure."""
    return FigureRow(fact=fact, label=label, amount=amount, source=source)
