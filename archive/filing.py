"""Filing what the program itself made or was given to keep: workbooks, generated documents."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from archive.documents import FiledDocument
from archive.workspace import Workspace


def file_made(
    workspace: Workspace,
    made: Path,
    *,
    doc_type: str,
    actor: str,
    household_id: int | None = None,
    dated_on: date | None = None,
    beside: Mapping[str, bytes] | None = None,
) -> FiledDocument:
    """File a copy of `made` with the household's papers, or with the department's.

    beside  further files kept next to it in the archive by name ("provenance.json")

    A file that is already in the archive, byte for byte, is not filed twice: the paper that is
    there is returned.
    """
    raise NotImplementedError
