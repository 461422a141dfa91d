"""Which papers may be destroyed today, and what stands in the way of the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from archive import borrowing, documents, lending, schema
from archive.documents import FiledDocument
from archive.retention.file import AskLedger, FileKept, file_kept
from archive.retention.holds import REASONS
from archive.workspace import Workspace
from extractors.wording import _


@dataclass(frozen=True, slots=True)
class Block:
    """Why a file or a paper may not be destroyed now; `document_id` None: none of the file."""

    household_id: int
    text: str
    document_id: str | None = None


class DisposalBlocked(Exception):
    """Something stands in the way of destroying these papers."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = tuple(blocks)
        lines = "\n".join(f"{each.household_id:06d}: {each.text}" for each in blocks)
        super().__init__(
            _("Nothing is destroyed; this stands in the way:\n{reasons}").format(reasons=lines)
        )


class Judge:
    """Judges papers on one day; asks the ledger once a household."""

    def __init__(
        self, connection: Connection, workspace: Workspace, ask_ledger: AskLedger, today: date
    ) -> None:
        self._connection = connection
        self._workspace = workspace
        self._ask_ledger = ask_ledger
        self._today = today
        self._files: dict[int, FileKept] = {}
        slips = lending.slips(connection).values()
        self._out = borrowing.out_now(slips) | {
            paper: slip
            for slip in slips
            if slip.state in ("asked", "approved")
            for paper in slip.papers
        }

    def file(self, household_id: int) -> FileKept:
        """Return how long a household's file is kept."""
        if household_id not in self._files:
            self._files[household_id] = file_kept(
                self._connection, self._workspace, household_id, self._ask_ledger
            )
        return self._files[household_id]

    def file_blocks(self, household_id: int, kind: str) -> list[Block]:
        """Return what stands in the way of a whole file: holds, and for a list of files whose
        time is over ("retention") also debts and time."""
        kept = self.file(household_id)
        said = [
            _("held ({reason}, {hold}): {why}").format(
                reason=_(REASONS[hold.kind]), hold=hold.id, why=hold.reason
            )
            for hold in kept.holds
        ]
        if kind == "retention":
            if kept.owed_fen > 0:
                said.append(_("principal is still owed by the ledger"))
            said += _time_blocks(kept, self._today)
        return [Block(household_id, text) for text in said]

    def paper_blocks(self, paper: FiledDocument, kind: str) -> list[Block]:
        """Return what stands in the way of one paper, in every file that it belongs to."""
        whose = self.households_of(paper)
        blocks = [
            Block(each.household_id, each.text, paper.id)
            for household_id in whose
            for each in self.file_blocks(household_id, kind)
        ]
        slip = self._out.get(paper.id)
        if slip:
            text = _("item {item} is out on slip {slip}").format(
                item=paper.item_no, slip=slip.number
            )
            blocks.append(Block(slip.household_id, text, paper.id))
        return blocks

    def households_of(self, paper: FiledDocument) -> list[int]:
        """Return the households whose file a paper belongs to."""
        shared = schema.document_shared.c
        others = self._connection.scalars(
            select(shared.household_id).where(shared.document_id == paper.id)
        )
        return sorted({each for each in (paper.household_id, *others) if each is not None})

    def together(self, paper: FiledDocument) -> list[FiledDocument]:
        """Return what cannot go one without the other: a scan and the papers it holds."""
        scan = paper.part_of or paper.id
        document = schema.document.c
        ids = self._connection.scalars(
            select(document.id)
            .where((document.id == scan) | (document.part_of == scan))
            .order_by(document.item_no)
        )
        return [documents.document(self._connection, each) for each in ids]

    def destroyable(
        self, household_id: int
    ) -> tuple[list[FiledDocument], Mapping[str, Sequence[Block]]]:
        """Return the papers of a file that may go, and for each that may not, why."""
        may: dict[str, FiledDocument] = {}
        kept: dict[str, Sequence[Block]] = {}
        for paper in documents.documents_of(self._connection, household_id):
            if paper.id in may or paper.id in kept:
                continue
            group = self.together(paper)
            blocks = [b for each in group for b in self.paper_blocks(each, "retention")]
            for each in group:
                if blocks:
                    kept[each.id] = blocks
                else:
                    may[each.id] = each
        return list(may.values()), kept


def _time_blocks(kept: FileKept, today: date) -> list[str]:
    verdict = kept.verdict
    if verdict.permanent:
        return [_("kept for good")]
    if verdict.not_before is None:
        return [
            _("its time cannot be computed: {why}").format(why=why) for why in verdict.obstacles
        ]
    if verdict.not_before > today:
        return [_("not before {day}").format(day=verdict.not_before)]
    return []


def distinct(blocks: Iterable[Block]) -> list[Block]:
    """Return each reason of a household once, in order."""
    found: dict[tuple[int, str], Block] = {}
    for each in blocks:
        found.setdefault((each.household_id, each.text), each)
    return list(found.values())
