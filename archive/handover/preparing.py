"""Preparing a handover: formalities first, then the list, the package and what the archive keeps.

A number is used up first; the package appears whole under its name; then the events say that it
was prepared. What a crash leaves is a number without a package, or a package that no event knows:
neither is ever taken for a handover, and the next one has another number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, select

from archive import audit, events, faults, households, schema, versions
from archive.clock import Clock, stamp, system_clock
from archive.database import reading, writing
from archive.events import NewEvent
from archive.handover import contents, formalities, four_checks, packing, register
from archive.handover.alone import alone
from archive.handover.case import Case, Facts
from archive.handover.formalities import Formality, Lent, Managers
from archive.handover.four_checks import Report
from archive.handover.listing import ListedProblem, Listing
from archive.handover.packing import Package, Progress, Words
from archive.handover.source import Planned
from archive.workspace import Workspace
from extractors.wording import _

Scan = Callable[[Sequence[Path]], tuple[str, Sequence[str] | None]]


class NothingToHandOver(Exception):
    """No household file answers to what was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What is handed over: kind ("household", "manager", "year", "unit"), which, and the files."""

    kind: str
    value: str
    household_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What other parts of the program know; the archive asks no one above it.

    lent      papers that are out, of a household
    managers  officers whom the ledger names
    scan      runs a virus scanner over files: its name ("" for none), and those it found infected
    """

    lent: Lent | None = None
    managers: Managers | None = None
    scan: Scan | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the clerk says: to whom, why, and why open formalities cannot be completed."""

    receiver: str = ""
    why: str = ""
    reasons: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A handover that stands on the disk and in the archive."""

    package: Package
    path: Path


def by_column(connection: Connection, kind: str, value: str) -> Scope:
    """Return the households of an officer ("manager") or a unit ("unit").

    Raises NothingToHandOver.
    """
    column = {"manager": schema.household.c.manager, "unit": schema.household.c.unit}[kind]
    found = connection.scalars(
        select(schema.household.c.id).where(column == value).order_by(schema.household.c.id)
    )
    return _scope(kind, value, found)


def opened_in(connection: Connection, year: int) -> Scope:
    """Return the households whose file was opened in a year. Raises NothingToHandOver."""
    opened = schema.household.c.opened_at.startswith(f"{year:04d}-")
    found = connection.scalars(
        select(schema.household.c.id).where(opened).order_by(schema.household.c.id)
    )
    return _scope("year", str(year), found)


def of_numbers(kind: str, value: str, numbers: Iterable[int]) -> Scope:
    """Return households that were chosen elsewhere. Raises NothingToHandOver."""
    return _scope(kind, value, sorted(set(numbers)))


def _scope(kind: str, value: str, found: Iterable[int]) -> Scope:
    scope = Scope(kind=kind, value=value, household_ids=tuple(found))
    if not scope.household_ids:
        raise NothingToHandOver(
            _("No household file answers to that, so there is nothing to hand over.")
        )
    return scope


def open_formalities(
    workspace: Workspace,
    scope: Scope,
    asked: Asked,
    progress: Progress = lambda _done, _all: None,
) -> list[Formality]:
    """Return what is not in order in the files that would be handed over."""
    return formalities.of_households(
        workspace, scope.household_ids, lent=asked.lent, managers=asked.managers, progress=progress
    )


def prepare(
    workspace: Workspace,
    scope: Scope,
    order: Order,
    *,
    target: Callable[[str], Path],
    words: Words,
    asked: Asked,
    actor: str,
    clock: Clock = system_clock,
    progress: Progress = lambda _done, _all: None,
) -> Prepared:
    """Hand over files: refuse what is open and unexplained, else write the package and note it.

    target  gives the path of the package for its number; a zip when it ends in .zip
    Raises FormalitiesOpen, HandoverRunning, FileExistsError, ArchiveDamaged, OSError.
    """
    found = open_formalities(workspace, scope, asked)
    problems = formalities.explained(found, order.reasons)
    with alone(workspace):
        at = stamp(clock())
        with writing(workspace.engine) as connection:
            number = register.begin(
                connection, at=at, actor=actor, scope=f"{scope.kind} {scope.value}"
            )
        faults.point("handover.begun")
        package = _packed(
            workspace, scope, order, problems, found, number, at, words, asked, actor, progress
        )
        path = packing.write(package, target(number), progress)
        faults.point("handover.placed")
        _note(workspace, package, order, at=at, actor=actor)
        faults.point("handover.noted")
        versions.keep(workspace, clock=clock)
    return Prepared(package=package, path=path)


def _packed(
    workspace: Workspace,
    scope: Scope,
    order: Order,
    problems: Mapping[int, Sequence[ListedProblem]],
    found: Sequence[Formality],
    number: str,
    at: str,
    words: Words,
    asked: Asked,
    actor: str,
    progress: Progress,
) -> Package:
    with reading(workspace.engine) as connection:
        gathered = contents.gather(connection, workspace, scope.household_ids)
        rows = contents.audit_rows(connection, gathered.parts)
        breaks = len(audit.breaks(connection))
    listing = Listing(
        number=number,
        at=at,
        by=actor,
        sender=sender_of(workspace),
        receiver=order.receiver,
        why=order.why,
        scope=(scope.kind, scope.value),
        parts=tuple(gathered.parts),
        sharing=tuple(gathered.sharing),
    )
    listing = packing.with_problems(listing, problems)
    missing = sum(one.code == "missing" for one in found)
    return packing.packed(
        listing,
        gathered,
        rows,
        facts=_facts(breaks, missing, missing, asked, gathered, listing),
        words=words,
        actor=actor,
        progress=progress,
    )


def _facts(
    breaks: int,
    missing: int,
    explained: int,
    asked: Asked,
    gathered: contents.Gathered,
    listing: Listing,
) -> Facts:
    scanner: str | None = None
    infected: Sequence[str] | None = None
    if asked.scan is not None:
        papers = [gathered.files[entry.paper] for entry in listing.entries]
        scanner, infected = asked.scan([path for path in papers if isinstance(path, Path)])
    return Facts(
        audit_breaks=breaks,
        missing=(missing, explained),
        scanner=scanner,
        infected=infected if scanner else None,
    )


def sender_of(workspace: Workspace) -> dict[str, str]:
    """Return who hands over, and by which pattern its archive numbers are made."""
    office = workspace.settings.office
    return {
        "institution": office.institution,
        "institution_code": office.institution_code,
        "department": office.department,
        "number_pattern": workspace.settings.archive.number_pattern,
    }


def _note(workspace: Workspace, package: Package, order: Order, *, at: str, actor: str) -> None:
    listing = package.listing
    said = {"number": listing.number, "digest": package.digest, "other": order.receiver}
    said |= {"scope": " ".join(listing.scope)}
    new = [
        NewEvent(
            kind=register.PREPARED,
            household_id=part.household["id"],
            detail=said | {"items": len(part.entries), "pages": part.pages},
        )
        for part in listing.parts
    ]
    with writing(workspace.engine) as connection:
        events.note(connection, new, at=at, actor=actor)
        audit.append(
            connection,
            at=at,
            actor=actor,
            action="handover.prepare",
            object_=f"handover:{listing.number}",
            detail={
                "digest": package.digest,
                "households": [part.household["id"] for part in listing.parts],
                "items": len(listing.entries),
                "problems": len(listing.problems),
            },
        )


def check(
    workspace: Workspace,
    household_id: int,
    *,
    point: str,
    asked: Asked,
    actor: str,
    clock: Clock = system_clock,
    progress: Progress = lambda _done, _all: None,
) -> Report:
    """Check the four properties of one household's file as it stands in the archive now.

    point  "archive", "handover" or "keeping"
    Raises UnknownHousehold, ArchiveDamaged.
    """
    at = stamp(clock())
    with reading(workspace.engine) as connection:
        household = households.household(connection, household_id)
        gathered = contents.gather(connection, workspace, [household_id])
        rows = contents.audit_rows(connection, gathered.parts)
        breaks = len(audit.breaks(connection))
    found = formalities.of_households(workspace, [household_id], lent=asked.lent)
    missing = sum(one.code == "missing" for one in found)
    listing = Listing(
        number=household.number,
        at=at,
        by=actor,
        sender=sender_of(workspace),
        receiver="",
        why="",
        scope=("household", household.number),
        parts=tuple(gathered.parts),
        sharing=tuple(gathered.sharing),
    )
    case = Case(
        source=Planned(household.number, {**gathered.files, packing.AUDIT: rows}),
        listing=listing,
        counts=listing.counts(),
        expected=gathered.expected,
        facts=_facts(breaks, missing, 0, asked, gathered, listing),
        progress=progress,
    )
    return four_checks.run(case, point=point, subject=household.number, at=at, actor=actor)
