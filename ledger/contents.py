"""What a workbook says, read through once: proposals, wrong cells, findings, its registers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from extractors.content import Content
from extractors.wording import _
from ledger.layouts.layout import Proposal
from ledger.mapping.deciding import Deciding
from ledger.marking.listing import is_own
from ledger.reader import read_sheet
from ledger.report import CellProblem, Finding, SheetReport
from ledger.sheets import Sheet, read_workbook

# Called with how much is done, and how much there is.
Progress = Callable[[int, int], None]
# Shows a stage of the work by its title.
Stages = Callable[[str], AbstractContextManager[Progress]]


@contextmanager
def unseen(_title: str) -> Iterator[Progress]:
    """Show nothing."""
    yield lambda _done, _all: None


@dataclass
class Contents:
    """A workbook as read: proposals and everything there is to say about it.

    deciding  what its heads were read as
    text      makes the text that the archive keeps of it; None: the archive reads the file itself
    """

    deciding: Deciding
    text: Callable[[], Content] | None = None
    proposals: list[Proposal] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    sheets: list[SheetReport] = field(default_factory=list)
    spoiled: set[str] = field(default_factory=set)

    @property
    def rows_wrong(self) -> int:
        """Rows that could not be read."""
        return sum(sheet.rows_wrong for sheet in self.sheets)


def read_contents(
    path: Path, language: str, deciding: Deciding, stages: Stages = unseen
) -> Contents:
    """Read every register of a workbook. Raises WorkbookUnreadable, MappingRefused."""
    workbook = read_workbook(path)
    sheets = [sheet for sheet in workbook.sheets if not is_own(sheet)]
    deciding.begin(sheets)
    contents = _read(sheets, language, deciding, stages)
    if deciding.look(sheets, contents.sheets, language):
        contents = _read(sheets, language, deciding, stages)
        deciding.look(sheets, contents.sheets, language)
    contents.text = workbook.text
    return contents


def _read(sheets: Sequence[Sheet], language: str, deciding: Deciding, stages: Stages) -> Contents:
    with stages(_("Reading rows")) as progress:
        return _read_all(sheets, language, deciding, progress)


def _read_all(
    sheets: Sequence[Sheet], language: str, deciding: Deciding, progress: Progress
) -> Contents:
    contents = Contents(deciding)
    rows = sum(sheet.last_row for sheet in sheets)
    done = 0

    def step(more: int) -> None:
        nonlocal done
        done += more
        progress(done, rows)

    earlier: Counter[tuple[str, str, date | None]] = Counter()
    for sheet in sheets:
        found = read_sheet(sheet, deciding.index(sheet.name), language, earlier=earlier, step=step)
        earlier.update(found.sums)
        contents.proposals.extend(found.proposals)
        contents.problems.extend(found.problems)
        contents.findings.extend(found.findings)
        contents.sheets.extend(found.registers)
        contents.spoiled.update(found.spoiled)
    return contents
