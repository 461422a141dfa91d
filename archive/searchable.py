"""The searchable copy that stands beside each scan in the archive; never a reason not to file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractors.searchable_child import Made, Scan, searchable_pdfs

if TYPE_CHECKING:
    from archive.filing import Paper


def copies_of(papers: Sequence[Paper]) -> dict[str, Made]:
    """Return what was made of each paper that was read by OCR, by its digest."""
    scans = {paper.sha256: paper for paper in papers if paper.content.ocr}
    if not scans:
        return {}
    try:
        made = searchable_pdfs(
            [Scan(paper.staged, paper.media_type, paper.content) for paper in scans.values()]
        )
    except OSError:
        # No room for a temporary file, or no process to be had: the paper is filed all the same.
        made = [Made(failed="crashed")] * len(scans)
    return dict(zip(scans, made, strict=True))


def files_of(made: Made | None, item_no: int) -> dict[str, bytes]:
    """Return the derived files of one scan by their place in the object."""
    if made is None:
        return {}
    if made.failed:
        note = json.dumps({"failed": made.failed}, separators=(",", ":"))
        return {f"searchable/{item_no:04d}.json": note.encode()}
    return {f"searchable/{item_no:04d}.pdf": made.pdf}
