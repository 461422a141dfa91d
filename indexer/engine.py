"""What every search engine must do for us; each keeps the same promises in its own files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from extractors.wording import _
from indexer.document import IndexedDocument
from indexer.query import Node

RELEVANCE = "relevance"
DATE = "date"
# What is counted over all hits, besides their total.
COUNTED = ("type", "year", "manager", "class", "village")


class IndexDamaged(Exception):
    """The index cannot be read. It is disposable: the next catch-up builds it again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(
            _("The search index in {folder} cannot be read. Build it again: hudang reindex").format(
                folder=folder
            )
        )


class IndexNotWritten(Exception):
    """The disk took no more. What was committed before is whole."""

    def __init__(self, folder: Path, cause: Exception) -> None:
        self.folder = folder
        super().__init__(
            _(
                "The search index in {folder} could not be written ({cause}). "
                "See whether the disk is full; the next search or hudang reindex goes on from here."
            ).format(folder=folder, cause=cause)
        )


@dataclass(frozen=True, slots=True)
class Mark:
    """How far the index has followed the archive: the last change it holds.

    seq          the change's number; 0 before the first
    document_id  the paper it was about: tells this archive's changes from another's
    """

    seq: int = 0
    document_id: str = ""


@dataclass(frozen=True, slots=True)
class Scored:
    """A document that was found, and how well it answers: only comparable within one search."""

    document: IndexedDocument
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One page of what was found, and figures over all of it.

    counts  COUNTED name → value → number of documents, most first
    """

    total: int
    page: tuple[Scored, ...]
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


class Batch(Protocol):
    """Changes on their way into an index; nothing of them shows before `commit`."""

    def replace(self, documents: Iterable[IndexedDocument]) -> None:
        """Put documents in, each in the place of the one with its id."""

    def delete(self, document_ids: Iterable[str]) -> None:
        """Take documents out; unknown ids are no fault."""

    def commit(self, mark: Mark) -> None:
        """Make all of it visible and durable together with `mark`, or none of it.

        Raises IndexNotWritten.
        """


class Engine(Protocol):
    """An index in a folder. Many may read it; whoever writes holds the index's lock."""

    def mark(self) -> Mark:
        """Return the mark of the last commit. Raises IndexDamaged."""

    def size(self) -> int:
        """Return the number of documents. Raises IndexDamaged."""

    def writing(self) -> AbstractContextManager[Batch]:
        """Open the index for changes; closing it may take a while to tidy. Raises IndexDamaged."""

    def is_scattered(self) -> bool:
        """Whether tidying after the last commit may take longer than a person would wait."""

    def search(self, tree: Node, *, sort: str, offset: int, limit: int, counts: bool) -> Found:
        """Answer a query from the newest commit. Raises IndexDamaged."""
