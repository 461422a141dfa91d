"""A scan parted by separator sheets, and papers marked by labels: what the codes say of pages.

Pure. A separator sheet is no page of any paper. What follows it, up to the next one, belongs
together; where the sheet names a type it is one paper, else its papers are told apart as ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extractors import codes
from extractors.codes import Code
from extractors.content import Page
from extractors.forms import ALL
from extractors.reading import Mark, Part, Problem, Reading
from extractors.wording import _

# Why a paper begins at a page: a sheet before it, a label on it, the number of another draft.
SEPARATOR, LABEL, DRAFT = "separator", "label", "draft"


@dataclass(frozen=True, slots=True)
class Run:
    """Pages between two separators. sheet: the code before them and its page; None before any."""

    sheet: Mark | None
    pages: tuple[Page, ...]

    @property
    def code(self) -> Code | None:
        """What the sheet before these pages says."""
        return codes.parse(self.sheet.text) if self.sheet else None


def is_separator(page: Page) -> bool:
    """Whether a page is a separator sheet."""
    return bool(codes.separators(page.codes))


def runs_of(pages: Sequence[Page]) -> list[Run]:
    """Return the runs of a scan that has separators; [] for one that has none.

    Where two sheets follow each other the second counts; one at the end has nothing behind it.
    """
    if not any(map(is_separator, pages)):
        return []
    runs: list[Run] = []
    sheet: Mark | None = None
    gathered: list[Page] = []
    for page in pages:
        found = codes.separators(page.codes)
        if not found:
            gathered.append(page)
            continue
        if gathered:
            runs.append(Run(sheet, tuple(gathered)))
        sheet, gathered = Mark(found[0].text, page.number), []
    if gathered:
        runs.append(Run(sheet, tuple(gathered)))
    return runs


def marks_of(pages: Iterable[Page]) -> tuple[Mark, ...]:
    """Return every code on some pages that is no separator, each text once."""
    marks: dict[str, Mark] = {}
    for page in pages:
        for text in page.codes:
            if not codes.separators([text]):
                marks.setdefault(text, Mark(text, page.number))
    return tuple(marks.values())


def with_marks(reading: Reading, pages: Sequence[Page], sheet: Mark | None = None) -> Reading:
    """Return a reading with the codes that stand on its pages, and on the sheet before them."""
    of_parts = tuple(
        replace(
            part,
            reading=with_marks(
                part.reading, [page for page in pages if page.number in part.pages], sheet
            ),
        )
        for part in reading.parts
    )
    marks = (*((sheet,) if sheet else ()), *marks_of(pages))
    if not marks and not of_parts:
        return reading
    return replace(reading, codes=marks, parts=of_parts)


def begins_by_label(page: Page, running: Page) -> bool:
    """Whether a label on a page names another file or paper than that of the paper before it."""
    here = codes.labels(page.codes)
    return bool(here) and here != codes.labels(running.codes)


def as_stated(part: Part, code: Code) -> Part:
    """Return a part as the type that its separator states, where nothing else was read.

    A paper that reads as another type is left as it reads, with the doubt said.
    """
    stated = code.doc_type
    if stated is None or part.reading.doc_type == stated:
        return part
    if stated not in ALL or part.reading.doc_type is not None:
        return replace(
            part, reading=replace(part.reading, problems=(*part.reading.problems, _differs()))
        )
    return replace(part, reading=replace(part.reading, doc_type=stated))


def _differs() -> Problem:
    return Problem(
        None,
        "code_type",
        _("The separator sheet states another type of paper than was read: choose its type."),
    )
