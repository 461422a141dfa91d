"""Whose the papers of a batch are: decided in their order, household files opened where needed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from archive import matching, scans
from archive.database import writing
from archive.households import find_or_open
from archive.items import Item
from archive.workspace import Workspace
from extractors.codes import office_mark
from extractors.reading import Reading


@dataclass(frozen=True, slots=True)
class Owners:
    """Whose a paper is; the parts of one in the department's object have each its own household."""

    owner: int | None
    shared: Sequence[int] = ()
    parts: Sequence[int | None] = ()

    def papers(self, said: Reading) -> list[tuple[Reading, Sequence[int]]]:
        """Return what the paper says, by the households of whose papers it is one."""
        if self.parts:
            pairs = zip(said.parts, self.parts, strict=True)
            return [
                (part.reading, [] if household_id is None else [household_id])
                for part, household_id in pairs
            ]
        return [(said, [] if self.owner is None else [self.owner, *self.shared])]


def owners_of(
    workspace: Workspace, read: Sequence[tuple[Item, Reading]], *, actor: str
) -> list[Owners | matching.Undecided]:
    """Return whose each paper is, or why that is not sure; files are opened if need be.

    A paper is decided as if those before it were filed: all of a household come in one version.
    """
    office = office_mark(workspace.settings.office.institution_code)
    found: list[Owners | matching.Undecided] = []
    numbers: dict[str, set[int]] = {}
    readings: dict[int, list[Reading]] = {}
    with writing(workspace.engine) as connection:
        filed = matching.readings_from(connection, workspace)

        def readings_of(household_id: int) -> Iterable[Reading]:
            yield from filed(household_id)
            yield from readings.get(household_id, ())

        for item, said in read:
            decision = scans.decide(connection, said, readings_of, office, numbers)
            if isinstance(decision, matching.Undecided):
                found.append(decision)
                continue
            whose = _opened(connection, item, decision, actor)
            found.append(whose)
            for each, households_of in whose.papers(said):
                for number in matching.strong_numbers(each):
                    numbers.setdefault(number, set()).update(households_of)
                for household_id in households_of:
                    compared = matching.compared_readings(each)
                    readings.setdefault(household_id, []).extend(compared)
    return found


def _opened(
    connection: Connection,
    item: Item,
    decision: matching.Match | matching.Opens | matching.OfDepartment | matching.Apart,
    actor: str,
) -> Owners:
    opened_by = f"item:{item.id}"
    if isinstance(decision, matching.Match):
        return Owners(decision.household_id)
    if isinstance(decision, matching.OfDepartment):
        return Owners(None)
    if isinstance(decision, matching.Opens):
        owner, *shared = find_or_open(
            connection, decision.households, opened_by=opened_by, actor=actor
        )
        return Owners(owner, shared)
    # By ID number: two papers of one new borrower open one file.
    new = {
        each.households[0].borrower.identity: each.households[0]
        for each in decision.parts
        if isinstance(each, matching.Opens)
    }
    numbers = find_or_open(connection, list(new.values()), opened_by=opened_by, actor=actor)
    known = dict(zip(new, numbers, strict=True))
    return Owners(None, parts=[_owner(each, known) for each in decision.parts])


def _owner(
    decision: matching.Match | matching.Opens | matching.OfDepartment,
    opened: Mapping[str | None, int],
) -> int | None:
    match decision:
        case matching.Match(household_id=household_id):
            return household_id
        case matching.Opens(households=members):
            return opened[members[0].borrower.identity]
    return None
