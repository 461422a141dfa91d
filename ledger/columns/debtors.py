"""Whom the files of households are named after: from the archive's tables, never kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from archive import schema


@dataclass(frozen=True, slots=True)
class Debtor:
    """Who a household's file is named after, as the register shows it."""

    name: str | None
    id_number: str | None
    village: str | None


NOBODY = Debtor(None, None, None)


def debtors(connection: Connection, households: Sequence[int] | None) -> dict[int, Debtor]:
    """Return the debtors of some households; None: of all."""
    household, person = schema.household, schema.person
    found = (
        select(
            household.c.id, household.c.village, person.c.name, person.c.id_number, person.c.uscc
        )
        .select_from(
            household.outerjoin(
                person, (person.c.household_id == household.c.id) & (person.c.role == "borrower")
            )
        )
        .order_by(household.c.id, person.c.id.desc())
    )
    if households is not None:
        found = found.where(household.c.id.in_(households))
    # The first borrower of a file wins: it is read last.
    return {
        number: Debtor(name, id_number or uscc, village)
        for number, village, name, id_number, uscc in connection.execute(found)
    }
