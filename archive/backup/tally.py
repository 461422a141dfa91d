"""What a backup counts as it goes, and what it found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from archive.backup.findings import Finding

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Tally:
    """Running counts; bytes are those of the workspace's files, whatever they take when sealed.

    objects, versions, files, bytes   of the archive as it now is in the backup
    copied_files, copied_bytes        written by this run, waiting papers and database included
    loose_files                       files of the snapshot outside the archive
    """

    objects: int = 0
    versions: int = 0
    files: int = 0
    bytes: int = 0
    copied_files: int = 0
    copied_bytes: int = 0
    loose_files: int = 0
    findings: list[Finding] = field(default_factory=list)

    def note(self, code: str, path: str = "", detail: str = "") -> None:
        """Remember a finding."""
        self.findings.append(Finding(code, path, detail))

    def copied(self, size: int) -> None:
        """Count a file that was written."""
        self.copied_files += 1
        self.copied_bytes += size
