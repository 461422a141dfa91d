"""Importing a department's own workbook: read it all, refuse or post it all, keep it and its facts.

Order: read and compare (nothing written) -> file the workbook with its journal -> post the facts
in one transaction. A crash between the last two is repaired by importing again: the workbook is
filed once, and a fact that the ledger holds is not added twice.
"""

from __future__ import annotations

import dataclasses
import gc
import hashlib
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, insert, select

from archive import documents, events, faults, households, versions
from archive import schema as archive_schema
from archive.clock import Clock, stamp, system_clock
from archive.database import reading, writing
from archive.documents import FiledDocument
from archive.filing import file_made
from archive.workspace import Workspace
from extractors.wording import _
from ledger import facts, schema
from ledger.contents import Contents, Stages, read_contents, unseen
from ledger.journal import NAME as JOURNAL
from ledger.journal import journal_of
from ledger.layouts.registry import LAYOUTS
from ledger.mapping.deciding import Ask, Deciding
from ledger.mapping.decisions import remember, remembered
from ledger.planner import plan_import
from ledger.planning import Plan
from ledger.posting import Origin, post
from ledger.report import CellProblem, Finding, ImportReport, SheetReport
from ledger.touched import disagreements


def import_workbook(
    workspace: Workspace,
    path: Path,
    *,
    actor: str,
    dry_run: bool = False,
    accept_partial: bool = False,
    said: Sequence[str] = (),
    ask: Ask | None = None,
    stages: Stages = unseen,
    clock: Clock = system_clock,
) -> ImportReport:
    """Import a workbook into the ledger and file it in the archive.

    accept_partial  import the rows that are right although others are wrong
    dry_run         say what would happen; nothing is filed or written
    said            what columns are read as ("SHEET!HEAD=FIELD"); remembered, but on a dry run
    ask             asks a person what the columns are that nobody knows
    stages          shows how far it is

    The same workbook imported again adds nothing that is there already and corrects nothing. A
    changed one adds what is new, and where it says otherwise supersedes what the ledger held.
    Raises WorkbookUnreadable, MappingRefused; OSError and ArchiveDamaged as archive.filing does.
    """
    with _uncollected():
        return _import(workspace, path, actor, dry_run, accept_partial, said, ask, stages, clock)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Do not look for cyclic rubbish: millions of rows, none of them rubbish before the end."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _import(
    workspace: Workspace,
    path: Path,
    actor: str,
    dry_run: bool,
    accept_partial: bool,
    said: Sequence[str],
    ask: Ask | None,
    stages: Stages,
    clock: Clock,
) -> ImportReport:
    engine = facts.ready(workspace)
    with reading(engine) as connection:
        deciding = Deciding(LAYOUTS, remembered(connection), said, ask)
    read = read_contents(path, workspace.settings.office.language, deciding, stages)
    if not dry_run:
        remember(workspace, deciding.new(read.sheets), actor=actor, clock=clock)
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    with reading(engine) as connection:
        known = _newest(connection)
        plan = _plan(connection, read, sha256)
        filed = documents.by_sha256(connection, [sha256]).get(sha256)
    problems = [*read.problems, *plan.problems]
    if not read.proposals or (problems and not accept_partial):
        return _report(path, read, plan, imported=False, dry_run=dry_run)
    at, reason = stamp(clock()), _("a later workbook says otherwise")
    posting = _Posting(actor, at, reason, stages)
    if dry_run:
        return _rehearsal(workspace, path, read, plan, posting)

    faults.point("import.planned")
    document_id = _file(workspace, path, filed, read, plan, posting)
    faults.point("import.filed")
    with writing(engine) as connection:
        if _newest(connection) != known:
            # Another import came first.
            plan = _plan(connection, read, sha256)
        added, corrected = posting.post(connection, plan, document_id)
        facts_added = added.total() + corrected.total()
        if facts_added or not _seen(connection, sha256):
            connection.execute(
                insert(schema.workbook_import).values(
                    document_id=document_id,
                    sha256=sha256,
                    recorded_at=at,
                    actor=actor,
                    rows_left_out=read.rows_wrong + len(plan.refused_rows),
                    facts_added=facts_added,
                )
            )
        found = disagreements(connection, _numbers(plan))
        faults.point("import.posted")
    faults.point("import.committed")
    # Households that the workbook opened: their numbers must outlive the database.
    versions.keep(workspace, clock=clock)
    return _report(
        path,
        read,
        plan,
        imported=True,
        dry_run=False,
        added=added,
        corrected=corrected,
        found=found,
        document_id=document_id,
    )


def _newest(connection: Connection) -> tuple[Any, ...]:
    """What a plan depends on, by the last row of each table: they only grow."""
    tables = (*schema.FACTS.values(), schema.loan_account, schema.workbook_import)
    households_ = (archive_schema.household, archive_schema.person)
    newest = [connection.scalar(select(func.max(each.c.id))) for each in (*tables, *households_)]
    return (*newest, events.last(connection))


def _plan(connection: Connection, read: Contents, sha256: str) -> Plan:
    """A workbook that was imported before only adds: what came after it may know better."""
    seen = _seen(connection, sha256)
    return plan_import(connection, read.proposals, correct=not seen, spoiled=read.spoiled)


def _seen(connection: Connection, sha256: str) -> bool:
    done = schema.workbook_import.c
    return connection.scalar(select(done.id).where(done.sha256 == sha256).limit(1)) is not None


@dataclasses.dataclass(frozen=True, slots=True)
class _Posting:
    """Who posts an import, when, and why earlier facts are superseded."""

    actor: str
    at: str
    reason: str
    stages: Stages

    def post(
        self, connection: Connection, plan: Plan, document_id: str
    ) -> tuple[Counter[str], Counter[str]]:
        """Post a plan's facts; return added and corrected."""
        with self.stages(_("Posting facts")) as progress:
            return post(
                connection,
                plan,
                origin=Origin(kind="workbook", document_id=document_id),
                actor=self.actor,
                at=self.at,
                reason=self.reason,
                step=progress,
            )


class _Rehearsed(Exception):
    """Takes a rehearsal's transaction back."""


def _rehearsal(
    workspace: Workspace, path: Path, read: Contents, plan: Plan, posting: _Posting
) -> ImportReport:
    """Post, look at what does not agree, and take it all back."""
    added: Counter[str] = Counter()
    corrected: Counter[str] = Counter()
    found: list[Finding] = []
    try:
        with writing(workspace.engine) as connection:
            added, corrected = posting.post(connection, plan, "rehearsal")
            found = disagreements(connection, _numbers(plan))
            raise _Rehearsed
    except _Rehearsed:
        pass
    return _report(
        path,
        read,
        plan,
        imported=False,
        dry_run=True,
        added=added,
        corrected=corrected,
        found=found,
    )


def _numbers(plan: Plan) -> set[str]:
    """The loans that the import touches."""
    return {posting.number for posting in plan.postings if posting.number}


def _file(
    workspace: Workspace,
    path: Path,
    known: FiledDocument | None,
    read: Contents,
    plan: Plan,
    posting: _Posting,
) -> str:
    """File the workbook with the journal beside it; a further journal of it is filed by itself."""
    with reading(workspace.engine) as connection:
        journal = journal_of(
            plan,
            identities=_identities(connection, plan),
            rows_left_out=read.rows_wrong + len(plan.refused_rows),
            actor=posting.actor,
            at=posting.at,
            reason=posting.reason,
        )
    if known is None:
        filed = file_made(
            workspace,
            path,
            doc_type="ledger",
            actor=posting.actor,
            beside={JOURNAL: journal},
            content=read.text() if read.text else None,
        )
        return filed.id
    if plan.postings or plan.completions:
        with tempfile.TemporaryDirectory() as folder:
            made = Path(folder) / f"{known.id}.jsonl"
            made.write_bytes(journal)
            file_made(workspace, made, doc_type="ledger", actor=posting.actor)
    return known.id


def _identities(connection: Connection, plan: Plan) -> dict[int, str]:
    """Who the borrowers of the plan's household files are; only of those it mentions."""
    mentioned = {p.household for p in plan.postings if isinstance(p.household, int)}
    return households.identities(connection, mentioned | plan.completions.keys())


def _with_heads(
    problems: Iterable[CellProblem], sheets: Sequence[SheetReport]
) -> Iterator[CellProblem]:
    """Name each cell's column as the sheet does; a plan knows only the field."""
    heads: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    for sheet in sheets:
        for letter, (label, _field) in sheet.columns.items():
            heads[sheet.sheet, letter].append((int(sheet.head.split("-")[0]), label))
    for problem in problems:
        letter = problem.cell.rstrip("0123456789")
        row = int(problem.cell.removeprefix(letter) or 0)
        above = [label for first, label in heads[problem.sheet, letter] if first < row]
        yield dataclasses.replace(problem, column=above[-1]) if above else problem


def _report(
    path: Path,
    read: Contents,
    plan: Plan,
    *,
    imported: bool,
    dry_run: bool,
    added: Counter[str] | None = None,
    corrected: Counter[str] | None = None,
    found: list[Finding] | None = None,
    document_id: str | None = None,
) -> ImportReport:
    return ImportReport(
        workbook=path.name,
        imported=imported,
        dry_run=dry_run,
        sheets=tuple(read.sheets),
        problems=(*read.problems, *_with_heads(plan.problems, read.sheets)),
        findings=(*read.findings, *plan.findings, *(found or [])),
        added=dict(added or {}),
        corrected=dict(corrected or {}),
        unchanged=plan.unchanged,
        new_households=len(plan.new_households) if added is not None else 0,
        document_id=document_id,
        mapped=read.deciding.applied(read.sheets),
        suggestions=tuple(read.deciding.suggestions),
        nearest=tuple(read.deciding.nearest),
    )
