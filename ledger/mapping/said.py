"""What an import says of heads: how some were read, what others may mean, which sheet is what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Candidate:
    """A field that a column may be, how surely (0 to 1), and why."""

    field: str
    title: str
    score: float
    reasons: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Return all parts."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A column that is not known, and what it may be, the likeliest first."""

    sheet: str
    register: str
    column: str
    head: str
    candidates: tuple[Candidate, ...]

    def to_json(self) -> dict[str, Any]:
        """Return all parts, and the option that decides for the first candidate."""
        said = {name: getattr(self, name) for name in self.__slots__}
        return said | {
            "candidates": [each.to_json() for each in self.candidates],
            "map": self.option if self.candidates else None,
        }

    @property
    def option(self) -> str:
        """What to write behind --map to take the first candidate."""
        return f"{self.sheet}!{self.head}={self.register}.{self.candidates[0].field}"


@dataclass(frozen=True, slots=True)
class Nearest:
    """A sheet that is no register: which it comes nearest to, and what it lacks.

    missing  of each group one column is needed; by title
    """

    sheet: str
    register: str
    row: int
    found: tuple[str, ...]
    missing: tuple[tuple[str, ...], ...]

    def to_json(self) -> dict[str, Any]:
        """Return all parts."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Applied:
    """A column that was read as a person decided.

    by, at  who decided, when; "" where it was said for this import
    """

    sheet: str
    register: str
    column: str
    head: str
    field: str
    by: str
    at: str

    def to_json(self) -> dict[str, Any]:
        """Return all parts."""
        return {name: getattr(self, name) for name in self.__slots__}
