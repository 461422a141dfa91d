"""Questions to the audit trail: what concerned a household or a paper, who did what and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, String, cast, or_, select

from archive import ocfl, schema

_audit = schema.audit.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which rows; None: any. `since` is included, `until` is not; `last` counts from the newest."""

    household_id: int | None = None
    document_id: str | None = None
    actor: str | None = None
    action: str | None = None
    since: str | None = None
    until: str | None = None
    last: int | None = None


def rows(connection: Connection, asked: Asked) -> list[dict[str, Any]]:
    """Return the rows asked for, oldest first."""
    wanted = select(schema.audit).where(*_conditions(asked))
    if asked.last is None:
        found = connection.execute(wanted.order_by(_audit.seq)).mappings()
        return [dict(row) for row in found]
    newest = connection.execute(wanted.order_by(_audit.seq.desc()).limit(asked.last)).mappings()
    return [dict(row) for row in newest][::-1]


def _conditions(asked: Asked) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if asked.household_id is not None:
        conditions.append(_of_household(asked.household_id))
    if asked.document_id is not None:
        conditions.append(_names(f"document:{asked.document_id}"))
    if asked.actor is not None:
        conditions.append(_audit.actor == asked.actor)
    if asked.action is not None:
        conditions.append(_audit.action == asked.action)
    if asked.since is not None:
        conditions.append(_audit.at >= asked.since)
    if asked.until is not None:
        conditions.append(_audit.at < asked.until)
    return conditions


def _of_household(household_id: int) -> ColumnElement[bool]:
    document, shared = schema.document.c, schema.document_shared.c
    own = select("document:" + document.id).where(document.household_id == household_id)
    others = select("document:" + shared.document_id).where(shared.household_id == household_id)
    return or_(
        _names(f"household:{household_id}"),
        _names(ocfl.household_object(household_id)),
        _audit.object.in_(own.union(others)),
    )


def _names(object_: str) -> ColumnElement[bool]:
    """Rows that are of an object, or name it in their detail."""
    return or_(_audit.object == object_, cast(_audit.detail, String).contains(f'"{object_}"'))
