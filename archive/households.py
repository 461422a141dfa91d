"""Households: who they are, finding one, opening one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from archive.workspace import Workspace


class UnknownHousehold(Exception):
    """No household file has that number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A member of a household; `id_number` in full: mask it before showing it."""

    role: str
    name: str
    id_number: str | None = None
    uscc: str | None = None
    phone: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """One household file and its people, the borrower first."""

    id: int
    object_id: str
    village: str | None
    unit: str | None
    manager: str | None
    opened_at: str
    people: tuple[Person, ...]

    @property
    def borrower(self) -> Person:
        """Who the file is named after."""
        return self.people[0]

    @property
    def number(self) -> str:
        """户号 as printed: six digits."""
        return f"{self.id:06d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewHousehold:
    """What is known of a household that has no file yet. The borrower needs an ID number or USCC."""

    borrower: Person
    village: str | None = None
    unit: str | None = None
    manager: str | None = None


def household(connection: Connection, household_id: int) -> Household:
    """Return one household. Raises UnknownHousehold."""
    raise NotImplementedError


def households(connection: Connection) -> list[Household]:
    """Return all households by number."""
    raise NotImplementedError


def by_identity(connection: Connection, identities: Sequence[str]) -> dict[str, int]:
    """Return household ids by borrower's ID number or USCC, for those that are known."""
    raise NotImplementedError


def open_households(
    connection: Connection, workspace: Workspace, new: Sequence[NewHousehold], opened_by: str
) -> list[int]:
    """Open a file for each and return their numbers; inside the caller's write transaction."""
    raise NotImplementedError
