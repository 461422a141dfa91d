"""Which draft a paper is the signed copy of, and which signed copies came back of a draft."""

from __future__ import annotations

from dataclasses import dataclass

from archive import documents, drafts
from archive.database import reading
from archive.documents import FiledDocument
from archive.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A draft and a signed copy of it, seen from one of them.

    what         "came_back_signed", seen from the draft; "signed_copy_of", seen from the copy
    at           when the copy was filed
    number       of the draft
    document_id  the other paper; None: the draft is not here
    """

    what: str
    at: str
    number: str
    document_id: str | None


def links(workspace: Workspace, paper: FiledDocument) -> list[Link]:
    """Return how a paper and others are draft and signed copy, in the order of filing."""
    drafts.catch_up(workspace)
    with reading(workspace.engine) as connection:
        found = []
        number = drafts.number_of_copy(connection, paper.id)
        if number is not None:
            draft = drafts.of_number(connection, number)
            found.append(
                Link(
                    what="signed_copy_of",
                    at=paper.filed_at,
                    number=number,
                    document_id=draft.document_id if draft else None,
                )
            )
        own = [draft.number for draft in drafts.of_documents(connection, [paper.id])]
        for number, copies in drafts.signed_copies(connection, own).items():
            for each in copies:
                copy = documents.document(connection, each)
                found.append(
                    Link(
                        what="came_back_signed",
                        at=copy.filed_at,
                        number=number,
                        document_id=copy.id,
                    )
                )
    return sorted(found, key=lambda link: link.at)
