"""The search index of a workspace: catching up with the archive, searching, building again.

The archive never waits for it and never calls it. The index holds a mark of the last change it
has seen, in the same commit as what that change brought: a crash at any moment loses nothing and
doubles nothing, because the next catch-up goes on from the mark, and papers replace themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Thread
from typing import Protocol, TypeVar

from archive.documents import Change
from archive.workspace import Workspace
from extractors.personal import mask
from extractors.wording import _
from indexer import query
from indexer.document import IndexedDocument
from indexer.engine import RELEVANCE, Batch, Engine, IndexDamaged, Mark, Scored
from indexer.gather import ArchiveSource
from indexer.generations import Generations
from indexer.highlight import snippets
from indexer.normalise import search_form
from indexer.query import All, Between, Exactly, Node, Words
from indexer.result import Hit, SearchResult
from indexer.tantivy_engine import FORMAT, TantivyEngine

T = TypeVar("T")
Progress = Callable[[int, int], None]

_CHANGES_A_STEP = 500
# A commit costs about 20 ms; after a crash at most this much is done again.
_CHANGES_A_COMMIT = 5_000


class OpenEngine(Protocol):
    """How an engine is opened."""

    def __call__(self, folder: Path, *, existing: bool = False) -> Engine:
        """Open the index in `folder`, or make it. Raises IndexDamaged if it should be there."""


class Source(Protocol):
    """What the index follows: the archive, or a list in tests and measurements."""

    def newest(self) -> int:
        """Return the number of the newest change; 0 before the first."""

    def changes_since(self, seq: int, limit: int) -> list[Change]:
        """Return at most `limit` changes after `seq`, oldest first."""

    def gather(self, document_ids: Iterable[str]) -> Iterator[IndexedDocument]:
        """Yield the papers of these ids that are still filed."""


def open_index(workspace: Workspace, engine: str = "tantivy") -> Index:
    """Return the index of a workspace. Nothing is read or built before it is asked for.

    engine  "tantivy" or "whoosh"; changing it builds the index again. Raises ValueError for others.
    """
    source = ArchiveSource(workspace)
    match engine:
        case "tantivy":
            return Index(workspace.index, source)
        case "whoosh":
            from indexer import whoosh_engine

            kind = f"whoosh-{whoosh_engine.FORMAT}"
            return Index(workspace.index, source, engine=whoosh_engine.WhooshEngine, kind=kind)
        case _:
            raise ValueError(f"no search engine is called {engine}")


class Index:
    """The index in `folder` over `source`. Safe to use from several threads and processes."""

    def __init__(
        self,
        folder: Path,
        source: Source,
        *,
        engine: OpenEngine = TantivyEngine,
        kind: str = f"tantivy-{FORMAT}",
    ) -> None:
        self._generations = Generations(folder, kind)
        self._source = source
        self._new_engine = engine
        self._open: tuple[Path, Engine] | None = None
        self._tidying: Thread | None = None

    # --- following the archive ---

    def catch_up(self) -> int:
        """Bring in what was filed, corrected or moved since last time; return how many papers.

        An index that is missing, damaged or of another archive is built from the beginning.
        Tidying up may go on in the background after it returns; `settle` waits for that.
        """
        with ExitStack() as held:
            held.enter_context(self._generations.lock())
            engine = self._usable()
            if engine is None:
                return self._build(None)
            try:
                count = self._follow(engine, held, None)
            except IndexDamaged:
                return self._build(None)
            if engine.is_scattered():
                # The papers are in and visible; the lock goes when the merging is done.
                self._tidying = Thread(target=held.pop_all().close, name="index tidying")
                self._tidying.start()
            return count

    def settle(self) -> None:
        """Wait until nothing of an earlier `catch_up` is still going on."""
        if self._tidying:
            self._tidying.join()

    def rebuild(self, progress: Progress | None = None) -> int:
        """Build the index anew beside the old one, then take its place; return how many papers.

        progress  called with (changes done, changes in all) now and then
        """
        with self._generations.lock():
            return self._build(progress)

    def _usable(self) -> Engine | None:
        """Return the current engine if it is whole and has followed this archive."""
        try:
            engine = self._current()
            return engine if engine and self._is_ours(engine.mark()) else None
        except IndexDamaged:
            return None

    def _is_ours(self, mark: Mark) -> bool:
        """Whether the change of the mark is one of this archive's (a restore may undo some)."""
        if mark.seq == 0:
            return True
        found = self._source.changes_since(mark.seq - 1, 1)
        return bool(found) and (found[0].seq, found[0].document_id) == (mark.seq, mark.document_id)

    def _build(self, progress: Progress | None) -> int:
        path = self._generations.new()
        engine = self._new_engine(path)
        with ExitStack() as held:
            count = self._follow(engine, held, progress)
        self._generations.make_current(path)
        self._open = (path, engine)
        return count

    def _follow(self, engine: Engine, held: ExitStack, progress: Progress | None) -> int:
        """Bring `engine` up to the newest change; `held` closes what was opened for it."""
        mark = engine.mark()
        changes = self._source.changes_since(mark.seq, _CHANGES_A_STEP)
        if not changes:
            return 0
        newest = self._source.newest() if progress else 0
        count = uncommitted = 0
        batch = held.enter_context(engine.writing())
        while changes:
            count += self._bring_in(changes, batch)
            mark = Mark(changes[-1].seq, changes[-1].document_id)
            uncommitted += len(changes)
            if progress:
                progress(mark.seq, max(newest, mark.seq))
            full = len(changes) == _CHANGES_A_STEP
            changes = self._source.changes_since(mark.seq, _CHANGES_A_STEP) if full else []
            if not changes or uncommitted >= _CHANGES_A_COMMIT:
                batch.commit(mark)
                uncommitted = 0
        return count

    def _bring_in(self, changes: list[Change], batch: Batch) -> int:
        touched = list(dict.fromkeys(change.document_id for change in changes))
        papers = list(self._source.gather(touched))
        batch.delete(set(touched) - {paper.document_id for paper in papers})
        batch.replace(papers)
        return len(papers)

    def _current(self) -> Engine | None:
        path = self._generations.current()
        return self._opened(path) if path else None

    def _opened(self, path: Path) -> Engine:
        opened = self._open
        if opened is None or opened[0] != path:
            opened = self._open = (path, self._new_engine(path, existing=True))
        return opened[1]

    # --- searching ---

    def search(
        self,
        typed: str,
        *,
        borrower: str | None = None,
        doc_type: str | None = None,
        year: int | None = None,
        village: str | None = None,
        manager: str | None = None,
        classification: str | None = None,
        household: int | None = None,
        sort: str = RELEVANCE,
        page: int = 1,
        per_page: int = 10,
        masked: bool = True,
        counts: bool = True,
    ) -> SearchResult:
        """Answer what a person typed (docs/search.md); never fails on what was typed.

        doc_type  exactly this code ("loan_contract"); the other texts are parts of what is filed
        sort      "relevance" or "date" (newest first)
        masked    personal numbers in what is shown are covered
        """
        understood = query.parse(typed)
        wanted: list[Node] = [understood.tree]
        for field, text in (
            ("borrower", borrower),
            ("village", village),
            ("manager", manager),
            ("class", classification),
        ):
            if text:
                wanted.append(Words(text, field, exact=field != "borrower"))
        if doc_type:
            wanted.append(Exactly("type", doc_type))
        for field, number in (("year", year), ("household", household)):
            if number is not None:
                wanted.append(Between(field, number, number, str(number)))
        tree = All(tuple(wanted))

        page, per_page = max(page, 1), max(per_page, 0)
        found = self._mended(
            lambda engine: engine.search(
                tree, sort=sort, offset=(page - 1) * per_page, limit=per_page, counts=counts
            )
        )
        sought = query.sought_texts(understood.tree)
        return SearchResult(
            total=found.total,
            hits=tuple(_hit(scored, sought, masked=masked) for scored in found.page),
            counts=found.counts,
            understood=query.described(understood.tree),
            notes=tuple(
                _("“{part}” is not a value of that field and was searched as words.").format(
                    part=mask(part)
                )
                for part in understood.as_words
            ),
            page=page,
            per_page=per_page,
        )

    def size(self) -> int:
        """Return the number of papers in the index."""
        return self._mended(lambda engine: engine.size())

    def _mended(self, ask: Callable[[Engine], T]) -> T:
        """Ask the current engine; one that cannot answer is built again, once."""
        mended = False
        while True:
            path = self._generations.current()
            try:
                if path:
                    return ask(self._opened(path))
                self.catch_up()
            except IndexDamaged:
                if self._generations.current() != path:
                    continue  # it was replaced under us: its successor is whole
                if mended:
                    raise
                self._build_instead_of(path)
                mended = True

    def _build_instead_of(self, path: Path | None) -> None:
        with self._generations.lock():
            # Another reader may have mended it while we waited for the lock.
            if self._generations.current() == path:
                self._build(None)


def _hit(scored: Scored, sought: tuple[Words, ...], *, masked: bool) -> Hit:
    paper = scored.document
    covered = mask if masked else str
    return Hit(
        document_id=paper.document_id,
        household=paper.household_number,
        item_no=paper.item_no,
        borrower=paper.borrowers[0] if paper.borrowers else None,
        doc_type=paper.doc_type,
        title=covered(paper.title),
        dated_on=paper.dated_on,
        village=paper.village,
        manager=paper.manager,
        classification=paper.classification,
        original_name=covered(paper.original_name),
        score=scored.score,
        snippets=snippets(paper.pages, (*sought, *_spelt_out(paper, sought)), masked=masked),
    )


def _spelt_out(paper: IndexedDocument, sought: tuple[Words, ...]) -> Iterator[Words]:
    """Yield the paper's names that were typed in pinyin, so that they are marked in its text."""
    typed = [
        form for words in sought if (form := search_form(words.text)).isascii() and form.isalpha()
    ]
    if not typed:
        return
    from indexer.names import latin_spellings

    for name in (*paper.borrowers, *paper.parties, *paper.staff):
        spellings = latin_spellings(search_form(name))
        if any(way.startswith(form) for way in spellings for form in typed):
            yield Words(name)
