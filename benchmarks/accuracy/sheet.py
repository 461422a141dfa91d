"""A paper before it is written in any medium: titles, paragraphs, tables, signatures, pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Title:
    """The name of the paper, large and in the middle."""

    text: str


@dataclass(frozen=True, slots=True)
class Say:
    """A paragraph or a line; `indent` for prose."""

    text: str
    indent: bool = False
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table. An empty string after a `None` is a cell; `None` goes on the cell to its left.

    widths  relative; empty for equal ones
    head    how many rows are column titles
    """

    rows: Sequence[Sequence[str | None]]
    widths: Sequence[float] = ()
    head: int = 0


@dataclass(frozen=True, slots=True)
class Sides:
    """Two columns without rules, line beside line: a signature block."""

    left: Sequence[str]
    right: Sequence[str]


@dataclass(frozen=True, slots=True)
class NewPage:
    """The next block begins a page."""


Block = Title | Say | Grid | Sides | NewPage


@dataclass(frozen=True, slots=True)
class Habits:
    """How whoever filed the text of the paper writes what a table or a rule cannot carry there.

    rule   what stands around a filled-in value in plain text
    grid   how a table is written: "box", "tabs", "blanks", "lines", "pipes"
    wrap   characters a line of prose; 0 for none
    """

    rule: str = "_"
    grid: str = "blanks"
    wrap: int = 0
    airy: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper: what is on it and what that says.

    gold      normalised values by field, as `hudang extract` gives them, in lists
    optional  values that may be read or not
    values    what each marked stretch says: a field and its normalised value, or several
    """

    name: str
    family: str
    seed: int
    doc_type: str | None
    language: str
    blocks: Sequence[Block]
    gold: dict[str, list[Any]]
    optional: dict[str, list[Any]]
    values: Sequence[Sequence[tuple[str, Any]]]
    habits: Habits = Habits()
    header: str = ""
    footer: str = ""
    seals: Sequence[str] = field(default_factory=tuple)

    def told(self) -> dict[str, Any]:
        """What the paper says, as the file beside it would."""
        return {
            "doc_type": self.doc_type,
            "language": self.language,
            "fields": {
                name: found[0] if len(found) == 1 else found for name, found in self.gold.items()
            },
        }
