"""Asking a virus scanner, where the office has one: ClamAV's `clamdscan`.

Without one nothing is said: "not tested" is the only honest answer then.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

PROGRAM = "clamdscan"
# So many files are named in one call: command lines have a longest length.
_AT_ONCE = 200
_SECONDS = 600


def scan(papers: Sequence[Path]) -> tuple[str, Sequence[str] | None]:
    """Return the scanner's name, and the files in which it found something.

    ("", None) where there is no scanner; (its name, None) where it could not do its work.
    """
    program = shutil.which(PROGRAM)
    if program is None:
        return "", None
    found: list[str] = []
    for start in range(0, len(papers), _AT_ONCE):
        names = [str(path) for path in papers[start : start + _AT_ONCE]]
        try:
            done = subprocess.run(  # noqa: S603 - a program of the office, files of the archive
                [program, "--no-summary", "--infected", "--fdpass", "--", *names],
                capture_output=True, text=True, timeout=_SECONDS, check=False,
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired):
            return PROGRAM, None
        if done.returncode not in (0, 1):
            return PROGRAM, None
        found += [Path(line.rpartition(":")[0]).name for line in done.stdout.splitlines() if line]
    return PROGRAM, found
