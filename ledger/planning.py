"""What an import will do: facts to be added, households to be opened, what is wrong or unclear."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from ledger.layouts.layout import Borrower
from ledger.report import CellProblem, Finding

# How a household is named before it may have a number: its number, or its borrower's identity.
HouseholdRef = int | str


class Posting(NamedTuple):
    """A fact to be added.

    number      of the loan, for facts about one
    household   for facts about one
    supersedes  the earlier fact it corrects
    void        the earlier fact is taken back
    page, box   where on a paper it stands
    """

    table: str
    key: str
    effective_on: date
    content: Mapping[str, Any]
    cells: Mapping[str, Any]
    sheet: str
    cell: str
    number: str | None = None
    household: HouseholdRef | None = None
    supersedes: int | None = None
    void: bool = False
    page: int | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """What a workbook says where a household's file is open; None: nothing, or several things."""

    village: str | None
    unit: str | None
    manager: str | None


@dataclass
class Plan:
    """What an import will add, what is wrong with its rows, and what does not agree."""

    postings: list[Posting] = field(default_factory=list)
    new_loans: list[str] = field(default_factory=list)
    new_households: dict[str, Borrower] = field(default_factory=dict)
    offices: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
    # What the workbook says of households that have a file; fills only what the file leaves open.
    completions: dict[int, Completion] = field(default_factory=dict)
    problems: list[CellProblem] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    unchanged: int = 0
    refused_rows: set[tuple[str, int]] = field(default_factory=set)
