"""Reading facts of declared kinds: what holds on a day, as known at a moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, RowMapping, func, select

from ledger import facts, schema
from ledger.figure import FigureRow, Source
from ledger.kinds.declaration import FieldValue, Kind
from ledger.kinds.registry import kind_of
from ledger.kinds.values import typed_all


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One fact of a declared kind.

    fact     its id in the ledger ("record:12")
    values   by field, typed as the kind declares them; what was not stated is absent
    sources  where each field was taken from; "" for the fact as a whole
    """

    fact: str
    kind: str
    key: str
    effective_on: date
    recorded_at: str
    actor: str
    account_id: int | None
    household_id: int | None
    subject: str | None
    values: Mapping[str, FieldValue]
    source: Source
    sources: Mapping[str, Source]

    def text(self, field: str) -> str | None:
        """Return a field as text; None where it was not stated."""
        value = self.values.get(field)
        return None if value is None else str(value)

    def day(self, field: str) -> date | None:
        """Return a field that is a date; None where it was not stated."""
        value = self.values.get(field)
        return value if isinstance(value, date) else None

    def whole(self, field: str) -> int | None:
        """Return a field that is fen or a count; None where it was not stated."""
        value = self.values.get(field)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def row(self, label: str, amount: int | None = None) -> FigureRow:
        """Return this fact as a row behind a figure."""
        return FigureRow(fact=self.fact, label=label, amount=amount, source=self.source)


def last_id(connection: Connection) -> int:
    """Return the last fact of any kind: with it as a bound a reader sees nothing later."""
    return int(connection.scalar(select(func.max(schema.record.c.id))) or 0)


def records(
    connection: Connection,
    kind: str,
    *,
    as_of: date,
    known_at: str | None = None,
    up_to: int | None = None,
    household_id: int | None = None,
    account_id: int | None = None,
    subject: str | None = None,
) -> tuple[Record, ...]:
    """Return the facts of a kind effective by the day, oldest first.

    account_id  with those about its household as a whole left out
    up_to       no fact later than this id counts, not even as a correction
    Raises UnknownFactKind.
    """
    declared = kind_of(kind)
    found = facts.known(schema.record, known_at, up_to).where(
        schema.record.c.kind == declared.name, schema.record.c.effective_on <= as_of
    )
    for column, wanted in (
        (schema.record.c.household_id, household_id),
        (schema.record.c.account_id, account_id),
        (schema.record.c.subject, subject),
    ):
        if wanted is not None:
            found = found.where(column == wanted)
    ordered = found.order_by(schema.record.c.effective_on, schema.record.c.id)
    return tuple(_record(declared, row) for row in connection.execute(ordered).mappings())


def _record(kind: Kind, row: RowMapping) -> Record:
    values = typed_all(kind, row["content"])
    return Record(
        fact=f"record:{row['id']}",
        kind=kind.name,
        key=row["key"],
        effective_on=row["effective_on"],
        recorded_at=row["recorded_at"],
        actor=row["actor"],
        account_id=row["account_id"],
        household_id=row["household_id"],
        subject=row["subject"],
        values=values,
        source=facts.source_of(row),
        sources={key: facts.source_of(row, key) for key in values},
    )
