"""What filed papers say against each other, from what is kept of them beside the ledger."""

from __future__ import annotations

from collections.abc import Callable

from archive import agreement, compared
from archive.agreement import Said
from archive.database import reading
from archive.workspace import Workspace
from ledger.figure import Source
from ledger.papers import shelf
from ledger.papers.claims import Paper
from ledger.report import Finding


def among_papers(
    workspace: Workspace, progress: Callable[[int, int], None] = lambda _done, _all: None
) -> list[Finding]:
    """Return what papers say against each other: as archive.compared does, from what is kept of
    them beside the ledger."""
    found: list[agreement.Disagreement] = []
    mortgages: list[Said] = []
    with reading(workspace.engine) as connection:
        households = shelf.households_with_papers(connection)
        for start in range(0, len(households), 200):
            part = households[start : start + 200]
            for own in shelf.papers_of(workspace, connection, part, with_shared=True).values():
                said = [_said(each) for each in own if each.doc_type in compared.COMPARED]
                found += agreement.disagreements(said)
                mortgages += [each for each in said if each.doc_type in _MORTGAGES]
            progress(min(start + 200, len(households)), len(households))
    found += agreement.repeated_mortgages({each.id: each for each in mortgages}.values())
    return [
        Finding(
            code=each.code,
            message=each.message,
            sources=tuple(Source(kind="document", document_id=paper.id) for paper in each.papers),
        )
        for each in found
    ]


_MORTGAGES = frozenset({"mortgage_contract", "mortgage_registration"})


def _said(paper: Paper) -> Said:
    return Said(
        id=paper.id, label=paper.label, household_id=paper.household_id, reading=paper.reading
    )
