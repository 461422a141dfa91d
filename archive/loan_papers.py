"""The loans of a household as its filed papers tell of them: rows in, `archive.loans` out."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from archive import documents, schema
from archive.documents import FiledDocument
from archive.loans import Loans, Paper, loans_of

# SQLite takes a few thousand parameters at most.
_AT_ONCE = 500


def of_household(connection: Connection, household_id: int) -> Loans:
    """Return a household's loans, each with its papers and the reasons for them."""
    return of_papers(connection, documents.documents_of(connection, household_id))


def of_papers(connection: Connection, papers: Iterable[FiledDocument]) -> Loans:
    """Return the loans that these papers of one household speak of."""
    filed = list(papers)
    numbers = _numbers(connection, [each.id for each in filed])
    return loans_of(
        [
            Paper(
                id=each.id,
                doc_type=each.doc_type,
                dated_on=each.dated_on,
                numbers=frozenset(numbers.get(each.id, ())),
            )
            for each in filed
        ]
    )


def _numbers(connection: Connection, ids: list[str]) -> dict[str, set[tuple[str, str]]]:
    number = schema.document_number.c
    found: dict[str, set[tuple[str, str]]] = {}
    for start in range(0, len(ids), _AT_ONCE):
        rows = connection.execute(
            select(schema.document_number).where(
                number.document_id.in_(ids[start : start + _AT_ONCE])
            )
        )
        for row in rows:
            found.setdefault(row.document_id, set()).add((row.kind, row.number))
    return found
