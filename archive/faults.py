"""Named points at which a test may stop, kill or starve the program.

`point` costs one look-up of a context variable and does nothing unless a test armed it. The names
in `POINTS` are the places where a crash has been tried; the list may only grow.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar

# In the order in which one paper meets them.
POINTS = (
    "intake.register",
    "intake.claim",
    "intake.claimed",
    "intake.copy",
    "fsio.write",
    "fsio.sync",
    "intake.copied",
    "intake.read",
    "filing.intent",
    "filing.staged",
    "fsio.place",
    "filing.placed",
    "fsio.inventory",
    "filing.sidecar",
    "filing.committed",
    "intake.held",
    "review.written",
    "review.restated",
    "intake.release",
    "intake.released",
)

# In the order in which an erasure meets them; between two of them lies what a crash could undo.
ERASING = (
    "erase.intent",
    "erase.copied",
    "erase.built",
    "fsio.exchange",
    "erase.exchanged",
    "erase.entered",
    "erase.cleared",
    "erase.done",
)
# The same for a handover, given and taken in.
HANDOVER = (
    "handover.begun",
    "handover.written",
    "handover.placed",
    "handover.noted",
    "handover.opened",
    "handover.taken",
    "handover.received",
)
# The same for a backup and for a restore.
BACKUP_POINTS = (
    "backup.database",
    "backup.file",
    "backup.staged",
    "fsio.place",
    "backup.placed",
    "backup.listed",
    "backup.pruned",
)
RESTORE_POINTS = ("restore.begun", "restore.written", "restore.database", "restore.opened")

# The same for the import of a workbook into the ledger.
IMPORT_POINTS = ("import.planned", "import.filed", "import.posted", "import.committed")
# The same for a batch of drafts.
BATCH_POINTS = ("batch.begun", "batch.filled", "fsio.write", "batch.written", "batch.placed")

Fault = Callable[[str], None]

_armed: ContextVar[Fault | None] = ContextVar("armed", default=None)


def arm(fault: Fault | None) -> None:
    """Call `fault` with the name of every point that this context passes; None disarms."""
    _armed.set(fault)


def point(name: str) -> None:
    """Mark a place where the program may die. `name` is one of the lists above."""
    fault = _armed.get()
    if fault:
        fault(name)
