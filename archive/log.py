"""hudang.log: what happened to which item, by ids and codes alone. No names, no numbers."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler

from archive.intake import Event
from archive.workspace import Workspace

FILE_NAME = "hudang.log"
BYTES = 4 * 1024 * 1024


def open_log(workspace: Workspace) -> logging.Logger:
    """Return the workspace's log; opened once per process and workspace."""
    logger = logging.getLogger(f"hudang:{workspace.root}")
    if not logger.handlers:
        handler = RotatingFileHandler(
            workspace.root / FILE_NAME, maxBytes=BYTES, backupCount=4, encoding="utf-8"
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
        logger.propagate = False
    return logger


def note(logger: logging.Logger, event: Event) -> None:
    """Write one event of the intake."""
    known = {
        "item": event.item_id,
        "reason": event.reason,
        "document": event.document_id,
        "household": event.household_id,
        "count": event.count if event.count != 1 else None,
    }
    said = " ".join(f"{name}={value}" for name, value in known.items() if value)
    level = logging.WARNING if event.kind == "trouble" else logging.INFO
    logger.log(level, "%s %s", event.kind, said)
