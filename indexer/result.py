"""What a search gives: a page of hits, figures over all of them, and how it was understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from indexer.highlight import Snippet


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One paper that was found, ready to be shown: personal numbers are covered.

    household     户号 as printed, or None: a paper of the department
    borrower      the first of the household's people
    score         comparable within one search only; 0 where the order is by date
    """

    document_id: str
    household: str | None
    item_no: int
    borrower: str | None
    doc_type: str | None
    title: str
    dated_on: date | None
    village: str | None
    manager: str | None
    classification: str | None
    original_name: str
    score: float
    snippets: tuple[Snippet, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the hit as docs/search.md shows it."""
        return {
            "document_id": self.document_id,
            "household": self.household,
            "item_no": self.item_no,
            "borrower": self.borrower,
            "doc_type": self.doc_type,
            "title": self.title,
            "dated_on": self.dated_on.isoformat() if self.dated_on else None,
            "village": self.village,
            "manager": self.manager,
            "classification": self.classification,
            "original_name": self.original_name,
            "score": round(self.score, 3),
            "snippets": [
                {
                    "page": snippet.page,
                    "text": snippet.text,
                    "segments": [{"text": text, "hit": hit} for text, hit in snippet.segments],
                }
                for snippet in self.snippets
            ],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """One page of hits.

    counts      type, year, manager, class, village → value → number of papers, over all hits
    understood  the query as it was read, in the query language
    notes       sentences for the person: what could not be read as asked and was searched as words
    """

    total: int
    hits: tuple[Hit, ...]
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    understood: str = ""
    notes: tuple[str, ...] = ()
    page: int = 1
    per_page: int = 10

    def to_json(self) -> dict[str, Any]:
        """Return the result as docs/search.md shows it."""
        return {
            "total": self.total,
            "page": self.page,
            "per_page": self.per_page,
            "understood": self.understood,
            "notes": list(self.notes),
            "counts": {name: dict(values) for name, values in self.counts.items()},
            "hits": [hit.to_json() for hit in self.hits],
        }
