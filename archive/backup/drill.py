"""The restore drill (还原演练): a backup that was never restored is a hope, not a backup.

The backup is restored into a scratch folder, everything in it is proved there and compared with
the living workspace, and the scratch is removed. The workspace itself is only read.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select

from archive import audit, database, documents, fsio, schema
from archive.backup import objects, place, sources
from archive.backup.findings import Finding
from archive.backup.objects import ObjectUnreadable
from archive.backup.restore import Hooks, Restored, restore
from archive.backup.tally import Progress
from archive.clock import Clock, stamp, system_clock
from archive.database import reading
from archive.ids import new_id
from archive.store import ArchiveDamaged
from archive.workspace import Workspace
from extractors.wording import _

SAMPLE = 20


@dataclass(slots=True, kw_only=True)
class Drill:
    """What a drill proved.

    restore_seconds, prove_seconds   for bringing it back, and for proving what came back
    hashes, hashes_right   files read back after the restore, and those with the right digest
    papers, households     in the restored workspace; `live_…` in the living one
    filed_since            papers of the living workspace filed after the backup was made
    opened                 papers taken at random, looked into as their kind of file
    integrity, audit_whole   SQLite's own check, and the chain of the audit trail
    """

    folder: str
    snapshot: str = ""
    as_of: str = ""
    at: str = ""
    restore_seconds: float = 0.0
    prove_seconds: float = 0.0
    bytes: int = 0
    hashes: int = 0
    hashes_right: int = 0
    papers: int = 0
    households: int = 0
    live_papers: int = 0
    live_households: int = 0
    filed_since: int = 0
    papers_checked: int = 0
    opened: int = 0
    integrity: bool = False
    audit_whole: bool = False
    database_rebuilt: bool = False
    encrypted: bool = False
    findings: list[Finding] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        """Whether everything was proved and nothing alarming found."""
        alarming = any(each.is_alarming for each in self.findings)
        proved = self.integrity and self.audit_whole and self.hashes == self.hashes_right
        return proved and not alarming and not self.database_rebuilt

    def to_json(self) -> dict[str, Any]:
        """Return it for machines and for the report that is filed."""
        said = {name: getattr(self, name) for name in self.__slots__ if name != "findings"}
        listed = [each.to_json() | {"message": str(each)} for each in self.findings]
        return {"format": 1, "passed": self.passed, **said, "findings": listed}

    def lines(self) -> list[tuple[str, str]]:
        """Return the report's lines: what, and how it came out."""
        return [
            (_("result"), _("passed") if self.passed else _("NOT PASSED")),
            (_("drill on"), self.at),
            (_("backup"), self.folder + (f" ({_('encrypted')})" if self.encrypted else "")),
            (_("snapshot, as of"), f"{self.snapshot}, {self.as_of}"),
            (_("restored in"), _("{n} s").format(n=self.restore_seconds)),
            (_("proved in"), _("{n} s").format(n=self.prove_seconds)),
            (_("megabytes restored"), f"{self.bytes / 1e6:.1f}"),
            (_("digests right"), f"{self.hashes_right} / {self.hashes}"),
            (_("database check"), _yes(self.integrity)),
            (_("database made anew from the archive"), _yes(self.database_rebuilt)),
            (_("audit trail unbroken"), _yes(self.audit_whole)),
            (_("papers restored / in the workspace"), f"{self.papers} / {self.live_papers}"),
            (
                _("household files restored / in the workspace"),
                f"{self.households} / {self.live_households}",
            ),
            (_("papers filed since the backup"), str(self.filed_since)),
            (_("papers compared with the database"), str(self.papers_checked)),
            (_("papers opened as a sample"), str(self.opened)),
        ]

    def text(self) -> str:
        """Return the report as plain text."""
        lines = [_("Report of a restore drill"), ""]
        lines += [f"{what}: {how}" for what, how in self.lines()]
        lines += ["", *(f"- {each}" for each in self.findings)] if self.findings else []
        lines += [
            "",
            _("Carried out by: ____________    Seen by: ____________    Date: ____________"),
        ]
        return "\n".join(lines) + "\n"


def _yes(value: bool) -> str:
    return _("yes") if value else _("no")


def drill(
    workspace: Workspace,
    folder: Path,
    *,
    secret: Callable[[], str],
    at: str | None = None,
    scratch: Path | None = None,
    sample: int = SAMPLE,
    hooks: Hooks | None = None,
    verify: Callable[[Workspace], list[Finding]] = lambda _workspace: [],
    actor: str,
    progress: Progress = lambda _done, _total: None,
    clock: Clock = system_clock,
    monotonic: Callable[[], float] = time.monotonic,
) -> Drill:
    """Restore the backup in `folder` for a try and say what was proved.

    scratch  folder below which it is tried; by default beside the backup, and for an encrypted one
             beside the workspace, so that nothing readable comes onto the medium
    verify   the archive's own verification, run over the restored workspace

    Raises what `restore` raises, and BackupRefused for a backup of another workspace.
    """
    header = place.read_header(folder)
    if header.workspace_id != sources.workspace_id(workspace):
        raise place.BackupRefused(
            _("{folder} holds backups of another workspace.").format(folder=folder)
        )
    encrypted = header.kind == place.ENCRYPTED
    beside = scratch or (workspace.root if encrypted else folder.resolve()).parent
    target = beside / f"hudang-drill-{new_id()}"
    outcome = Drill(folder=str(folder), at=stamp(clock()), encrypted=encrypted)
    try:
        restored = restore(
            folder, target, secret=secret, at=at, hooks=hooks, actor=actor, progress=progress,
            clock=clock, monotonic=monotonic,
        )  # fmt: skip
        began = monotonic()
        _note(outcome, restored)
        _prove(outcome, restored.workspace, sample)
        outcome.findings += verify(restored.workspace)
        _compare(outcome, workspace, restored)
        outcome.prove_seconds = round(monotonic() - began, 3)
        restored.workspace.engine.dispose()
    finally:
        fsio.discard(target)
    return outcome


def _note(outcome: Drill, restored: Restored) -> None:
    if restored.manifest:
        outcome.snapshot, outcome.as_of = restored.manifest.name, restored.manifest.began_at
    outcome.restore_seconds, outcome.bytes = restored.seconds, restored.bytes
    outcome.papers, outcome.households = restored.papers, restored.households
    outcome.database_rebuilt = restored.rebuilt
    outcome.findings += restored.findings


def _prove(outcome: Drill, workspace: Workspace, sample: int) -> None:
    """Read everything back, as if the restored workspace were the only one."""
    digests = _prove_archive(outcome, workspace)
    wrong = database.damage(workspace.database)
    outcome.integrity = not wrong
    document = schema.document.c
    with reading(workspace.engine) as connection:
        outcome.audit_whole = not audit.breaks(connection)
        rows = connection.execute(
            select(
                document.id,
                document.object_id,
                document.paper_path,
                document.sha256,
                document.part_of,
            )
        ).all()
    for row in rows:
        outcome.papers_checked += 1
        digest = digests.get((row.object_id, row.paper_path))
        # A part of a scan has no bytes of its own: the scan is checked by its own row.
        if digest is None or (row.part_of is None and digest != row.sha256):
            outcome.findings.append(Finding("paper_differs", row.id))
    for row in _sampled(rows, sample):
        if _opens(workspace, row.id):
            outcome.opened += 1
        else:
            outcome.findings.append(Finding("paper_differs", row.id))


def _prove_archive(outcome: Drill, workspace: Workspace) -> dict[tuple[str, str], str]:
    """Compare every file of the archive with its digest; return those of the newest states."""
    digests: dict[tuple[str, str], str] = {}
    for folder in objects.object_folders(workspace.archive):
        below = folder.relative_to(workspace.root).as_posix()
        try:
            state = objects.read_object(folder)
            files = [each for v in range(1, state.head + 1) for each in state.files(v)]
        except (ObjectUnreadable, OSError):
            outcome.hashes += 1
            outcome.findings.append(Finding("backup_damaged", below))
            continue
        for each in files:
            outcome.hashes += 1
            try:
                right = fsio.sha256_of(folder / each.path) == each.sha256
            except OSError:
                right = False
            outcome.hashes_right += right
        for logical, digest in state.inventory.state.items():
            digests[state.inventory.object_id, logical] = digest
    return digests


def _sampled(rows: Sequence[Any], sample: int) -> list[Any]:
    """Return some papers, others each time."""
    return secrets.SystemRandom().sample(rows, min(sample, len(rows)))


def _opens(workspace: Workspace, document_id: str) -> bool:
    """Whether a paper is found by its id, has content, and what was read of it can be read."""
    with reading(workspace.engine) as connection:
        filed = documents.document(connection, document_id)
    try:
        documents.reading(workspace, filed)
        return documents.paper(workspace, filed).stat().st_size == filed.size_bytes
    except (OSError, ValueError, KeyError, ArchiveDamaged):
        return False


def _compare(outcome: Drill, workspace: Workspace, restored: Restored) -> None:
    """Look for papers of the living workspace that should have come back and did not."""
    document = schema.document.c
    with reading(restored.workspace.engine) as connection:
        back = set(connection.scalars(select(document.id)))
    with reading(workspace.engine) as connection:
        rows = connection.execute(select(document.id, document.filed_at)).all()
        outcome.live_households = len(connection.execute(select(schema.household.c.id)).all())
    outcome.live_papers = len(rows)
    for row in rows:
        if row.id in back:
            continue
        if outcome.as_of and _moment(row.filed_at) < _moment(outcome.as_of):
            outcome.findings.append(Finding("live_paper_not_here", row.id))
        else:
            outcome.filed_since += 1


def _moment(at: str) -> datetime:
    return datetime.fromisoformat(at)
