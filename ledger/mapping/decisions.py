"""What a person decided a head means, kept for the office as events until it is taken back.

Nothing is decided here: a head stays unknown until somebody says what it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from archive import events, versions
from archive.clock import Clock, stamp, system_clock
from archive.database import writing
from archive.events import NewEvent
from archive.workspace import Workspace
from extractors.wording import _
from ledger.headers import bare
from ledger.layouts.layout import Column, Layout

EVENT = "ledger.mapping"
# The field of a column that is not to be read, and not to be asked about again.
IGNORED = "ignored"


class MappingRefused(Exception):
    """A head cannot be read as what was said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A head, and the field it is read as.

    register  the register it holds for ("loans"); "" for every one that has the field
    head      as printed
    sheet     the sheet it is said of; None: every sheet
    by, at    who decided, when; "" for one that is not remembered yet
    """

    register: str
    head: str
    field: str
    sheet: str | None = None
    by: str = ""
    at: str = ""

    @property
    def label(self) -> str:
        """The head as heads are compared."""
        return bare(self.head)

    def holds_for(self, sheet: str) -> bool:
        """Whether it is said of that sheet."""
        return self.sheet in (None, sheet)

    def to_json(self) -> dict[str, Any]:
        """Return all parts but the sheet."""
        return {name: getattr(self, name) for name in self.__slots__ if name != "sheet"}


def parsed(text: str, sheets: Iterable[str], layouts: Sequence[Layout]) -> Decision:
    """Return what SHEET!HEAD=FIELD decides; SHEET may be *, FIELD may be REGISTER.FIELD.

    Raises MappingRefused.
    """
    place, equals, field = text.rpartition("=")
    sheet, mark, head = _split(place, sheets)
    if not equals or not mark or not head.strip() or not field.strip():
        raise MappingRefused(
            _("{text} is no decision about a column; write it as SHEET!HEAD=FIELD.").format(
                text=text
            )
        )
    register, _dot, name = field.strip().rpartition(".")
    known = set(sheets)
    if sheet != "*" and sheet not in known:
        raise MappingRefused(
            _("The workbook has no sheet {sheet}; it has: {sheets}.").format(
                sheet=sheet, sheets=", ".join(known)
            )
        )
    verified(register, name, layouts)
    return Decision(
        register=register, head=head.strip(), field=name, sheet=None if sheet == "*" else sheet
    )


def _split(place: str, sheets: Iterable[str]) -> tuple[str, str, str]:
    """Sheet and head; a sheet's name may hold an exclamation mark itself."""
    for sheet in sheets:
        if place.startswith(f"{sheet}!"):
            return sheet, "!", place[len(sheet) + 1 :]
    return place.partition("!")


def verified(register: str, field: str, layouts: Sequence[Layout]) -> None:
    """Raise MappingRefused where no such register, or none with such a field, is known."""
    if register and register not in {layout.name for layout in layouts}:
        raise MappingRefused(
            _("There is no register {name}. Known: {known}.").format(
                name=register, known=", ".join(layout.name for layout in layouts)
            )
        )
    mine = [layout for layout in layouts if register in ("", layout.name)]
    if not any(column_of(layout, field) for layout in mine):
        names = sorted({c.key for layout in mine for c in layout.columns if c.grammar != IGNORED})
        raise MappingRefused(
            _("There is no field {field}. Known: {known}, {ignored}.").format(
                field=field, known=", ".join(names), ignored=IGNORED
            )
        )


def column_of(layout: Layout, field: str) -> Column | None:
    """Return a layout's column by its field's name; None: it has none."""
    return next(
        (
            column
            for column in layout.columns
            if (column.grammar == IGNORED if field == IGNORED else column.key == field)
        ),
        None,
    )


def remembered(connection: Connection) -> list[Decision]:
    """Return the decisions that hold, in the order they were made."""
    held: dict[tuple[str, str], Decision] = {}
    for event in events.of_kinds(connection, [EVENT]):
        detail = event.detail
        decision = Decision(
            register=detail["register"],
            head=detail["head"],
            field=detail["field"] or "",
            by=event.actor,
            at=event.at,
        )
        held.pop((decision.register, decision.label), None)
        if decision.field:
            held[decision.register, decision.label] = decision
    return list(held.values())


def remember(
    workspace: Workspace,
    decisions: Sequence[Decision],
    *,
    actor: str,
    clock: Clock = system_clock,
) -> None:
    """Keep decisions for every workbook to come; one that holds already is not kept twice."""
    with writing(workspace.engine) as connection:
        held = {(each.register, each.label): each.field for each in remembered(connection)}
        new = [each for each in decisions if held.get((each.register, each.label)) != each.field]
        _note(connection, new, actor=actor, at=stamp(clock()))
    if new:
        versions.keep(workspace, clock=clock)


def forget(
    workspace: Workspace, head: str, register: str = "", *, actor: str, clock: Clock = system_clock
) -> list[Decision]:
    """Take back what was decided of a head; return it. Raises MappingRefused."""
    with writing(workspace.engine) as connection:
        gone = [
            each
            for each in remembered(connection)
            if each.label == bare(head) and register in ("", each.register)
        ]
        if not gone:
            raise MappingRefused(
                _("Nothing was decided of {head}. See the list: hudang ledger mapping list").format(
                    head=head
                )
            )
        taken_back = [Decision(register=each.register, head=each.head, field="") for each in gone]
        _note(connection, taken_back, actor=actor, at=stamp(clock()))
    versions.keep(workspace, clock=clock)
    return gone


def _note(connection: Connection, decisions: Sequence[Decision], *, actor: str, at: str) -> None:
    events.note(
        connection,
        [
            NewEvent(
                kind=EVENT,
                detail={
                    "register": each.register,
                    "head": each.head,
                    "field": each.field or None,
                },
            )
            for each in decisions
        ],
        at=at,
        actor=actor,
    )
