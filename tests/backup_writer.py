"""A second process that files papers without a pause, and says so: `python -m tests.backup_writer`.

It writes a line for each paper that is filed and durable, and ends when its input is closed.
"""

from __future__ import annotations

import select
import sys
from pathlib import Path

from archive.recovery import intake_lock
from archive.workspace import open_workspace
from tests.archive_double import drop, take_in
from tests.archive_invariants import sha256
from tests.backup_double import contract


def main(root: Path, first: int) -> None:
    """File papers, two at a time, until told to stop."""
    workspace = open_workspace(root)
    number = first
    while not select.select([sys.stdin], [], [], 0)[0]:
        papers = [contract(number, number % 3), contract(number + 1, (number + 1) % 3)]
        for offset, data in enumerate(papers):
            drop(workspace, f"{number + offset:06d}.json", data)
        with intake_lock(workspace):
            take_in(workspace)
        for data in papers:
            sys.stdout.write(f"{sha256(data)}\n")
        sys.stdout.flush()
        number += 2


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
