"""What a filed paper claims, fact by fact, with the place of every value and what is doubtful."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from archive.filing import normal_number
from extractors.reading import FieldValue, Rate, Reading
from extractors.wording import _
from ledger.figure import Source
from ledger.papers.columns import column as title_of
from ledger.papers.converting import joined
from ledger.papers.declaration import PaperFact, Taken
from ledger.papers.registry import of_type

# Below this share of such values being right (extractors.confidence) a person looks first.
SURE = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A filed paper whose reading may give facts.

    label   its archive number and title: no names
    shared  further households whose file it belongs to
    """

    id: str
    household_id: int
    item_no: int
    label: str
    filed_at: str
    reading: Reading
    shared: frozenset[int] = frozenset()

    @property
    def doc_type(self) -> str:
        """The paper's type."""
        return self.reading.doc_type or ""

    def first(self, *names: str) -> FieldValue | None:
        """Return the first value of the first of these fields that was read."""
        return next((found[0] for name in names if (found := self.reading.fields.get(name))), None)

    def day(self, *names: str) -> date | None:
        """Return the first of these fields that is a day."""
        found = self.first(*names)
        return found.value if found and isinstance(found.value, date) else None

    def numbers(self, *names: str) -> frozenset[str]:
        """Return the numbers that these fields hold, as numbers are compared."""
        return frozenset(
            number
            for name in names
            for found in self.reading.fields.get(name, ())
            if isinstance(found.value, str) and (number := normal_number(found.value))
        )

    def source(self, *names: str) -> Source:
        """Return where on the paper a field stands."""
        found = self.first(*names)
        return Source(
            kind="document",
            document_id=self.id,
            page=found.page if found else None,
            box=found.box if found else None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One fact that a paper claims.

    number  its place among the paper's claims, from 1: "8-4.1" is the first of item 4
    values  by column, as the ledger keeps them; a rate as Rate
    cells   page and box of each column
    doubts  why a person should look before it is posted
    """

    paper: Paper
    declared: PaperFact
    number: int
    values: Mapping[str, Any]
    cells: Mapping[str, Mapping[str, Any]]
    doubts: tuple[str, ...] = ()

    @property
    def on(self) -> date | None:
        """The day from which it counts."""
        days = (self.values.get(name) for name in self.declared.dated_by)
        return next((day for day in days if isinstance(day, date)), None)

    @property
    def complete(self) -> bool:
        """Whether it has all that such a fact needs."""
        needed = all(self.values.get(name) is not None for name in self.declared.needs)
        return needed and (not self.declared.dated_by or self.on is not None)

    def content(self) -> dict[str, Any]:
        """Return the values as the ledger's columns."""
        return written(self.values)

    def source(self, column: str) -> Source:
        """Return where a column stands on the paper."""
        place = self.cells.get(column, {})
        box = place.get("box")
        return Source(
            kind="document",
            document_id=self.paper.id,
            page=place.get("page"),
            box=(box[0], box[1], box[2], box[3]) if box else None,
        )


def written(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values as columns: without those only for finding, a rate as number and unit."""
    content = {key: value for key, value in values.items() if not key.startswith("_")}
    rate = content.pop("rate", None)
    if isinstance(rate, Rate):
        content |= {"rate": format(rate.value, "f"), "rate_unit": rate.unit}
    return content


def claims_of(paper: Paper) -> list[Claim]:
    """Return what a paper claims, as the facts of its type are declared."""
    found = [each for declared in of_type(paper.doc_type) for each in _claims(paper, declared)]
    return [replace(each, number=number) for number, each in enumerate(found, 1)]


def _claims(paper: Paper, declared: PaperFact) -> Iterator[Claim]:
    several = paper.reading.fields.get(declared.each_of or "", ())
    if len(several) < 2:
        yield _claim(paper, declared)
        return
    # Several of a thing on one paper: which of its values belong to which is not told by order.
    for one in several:
        yield _claim(paper, declared, one)


def _claim(paper: Paper, declared: PaperFact, only: FieldValue | None = None) -> Claim:
    values: dict[str, Any] = dict(declared.says(paper.reading))
    cells: dict[str, Mapping[str, Any]] = {}
    doubts: list[str] = []
    for column in declared.columns:
        name, found = _found(paper, column)
        if only and name == declared.each_of:
            found = (only,)
        elif only and not column.common:
            continue
        value = _value(column, found)
        if value is None:
            continue
        values[column.key] = value
        cells[column.key] = _place(found[0])
        if column.sure:
            doubts += _doubts(paper.reading, name, found, title_of(column.key))
    doubts += [each.message for each in paper.reading.problems if each.field is None]
    return Claim(
        paper=paper,
        declared=declared,
        number=1,
        values=values,
        cells=cells,
        doubts=tuple(dict.fromkeys(doubts)),
    )


def _found(paper: Paper, column: Taken) -> tuple[str, tuple[FieldValue, ...]]:
    for name in column.fields:
        if found := paper.reading.fields.get(name):
            return name, found
    return "", ()


def _value(column: Taken, found: tuple[FieldValue, ...]) -> Any:
    if not found:
        return None
    if not column.joined:
        return column.convert(found[0])
    texts = [value for each in found if (value := column.convert(each))]
    return joined(texts) or None


def _place(found: FieldValue) -> dict[str, Any]:
    return {"page": found.page, "box": list(found.box) if found.box else None}


def _doubts(
    reading: Reading, name: str, found: tuple[FieldValue, ...], title: str
) -> Iterator[str]:
    for problem in reading.problems:
        if problem.field and problem.field.startswith(name):
            yield f"{title}: {problem.message}"
    if found[0].confidence < SURE:
        yield _("{field} was not read surely").format(field=title)
