"""The second engine: Whoosh, pure Python, for a small branch where tantivy's wheel cannot be had.

Slower by two orders of magnitude (docs/search.md) and otherwise the same: one suite tests both.
Every search opens a fresh searcher, because a refreshed one keeps segments that were merged away;
Whoosh syncs nothing to the disk, so that a commit does it here.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from extractors import host
from indexer import layout
from indexer.analysis import Sought, sought
from indexer.document import IndexedDocument
from indexer.engine import (
    COUNTED,
    DATE,
    Found,
    IndexDamaged,
    IndexNotWritten,
    Mark,
    Scored,
)
from indexer.normalise import BLANK, search_form
from indexer.query import All, Between, Exactly, Node, Some, Without, Words

FORMAT = 1

_SPLIT = "\t"


class WhooshEngine:
    """An index in `folder`, made if it is missing; `existing`: it must be there."""

    def __init__(self, folder: Path, *, existing: bool = False) -> None:
        self._folder = folder
        # Not import statements: Whoosh's type hints contradict what it does.
        self._storage = import_module("whoosh.index")
        self._query = import_module("whoosh.query")
        with self._reporting_damage():
            if existing and not self._storage.exists_in(str(folder)):
                raise IndexDamaged(folder)
            if not self._storage.exists_in(str(folder)):
                self._storage.create_in(str(folder), _schema())

    def mark(self) -> Mark:
        """See Engine."""
        with self._searching() as searcher:
            found = searcher.search(self._query.Term("kind", "mark"), limit=1)
            if not len(found):
                return Mark()
            return Mark(int(found[0]["seq"]), found[0]["about"])

    def size(self) -> int:
        """See Engine."""
        with self._searching() as searcher:
            return len(searcher.search(self._every(), limit=None))

    def is_scattered(self) -> bool:
        """See Engine. Whoosh merges while it commits."""
        return False

    @contextmanager
    def writing(self) -> Iterator[WhooshBatch]:
        """See Engine."""
        yield WhooshBatch(self._folder, self._storage)

    def search(self, tree: Node, *, sort: str, offset: int, limit: int, counts: bool) -> Found:
        """See Engine."""
        query = self._query.And([self._scoreless(self._every()), self._asked(tree)])
        with self._searching() as searcher:
            asked: dict[str, Any] = {"limit": offset + limit if limit else 1}
            if sort == DATE:
                asked |= {"sortedby": "newest", "reverse": True}
            found = searcher.search(query, **asked)
            page = tuple(
                Scored(
                    IndexedDocument.from_bytes(found[place]["stored"]),
                    0.0 if sort == DATE else float(found.score(place) or 0.0),
                )
                for place in range(offset, min(offset + limit, found.scored_length()))
            )
            matching = list(searcher.docs_for_query(query))
            counted = self._counted(searcher, matching) if counts else {}
        return Found(total=len(matching), page=page, counts=counted)

    def _counted(self, searcher: Any, matching: list[int]) -> dict[str, dict[str, int]]:
        counted: dict[str, dict[str, int]] = {name: {} for name in COUNTED}
        for number in matching:
            stored = searcher.stored_fields(number)
            for name in COUNTED:
                if value := stored.get(f"{name}_counted"):
                    counted[name][value] = counted[name].get(value, 0) + 1
        return {
            name: dict(sorted(values.items(), key=lambda one: (-one[1], one[0])))
            for name, values in counted.items()
        }

    @contextmanager
    def _searching(self) -> Iterator[Any]:
        with self._reporting_damage():
            opened = self._storage.open_dir(str(self._folder))
            with opened.searcher() as searcher:
                yield searcher

    @contextmanager
    def _reporting_damage(self) -> Iterator[None]:
        try:
            yield
        except IndexDamaged:
            raise
        except Exception as cause:
            # Damaged files make Whoosh raise whatever it stumbles over.
            raise IndexDamaged(self._folder) from cause

    # --- the tree in Whoosh's words ---

    def _asked(self, node: Node) -> Any:
        match node:
            case Words(text, field, exact):
                return self._words(text, field, exact)
            case Between(field, least, greatest):
                return self._scoreless(self._query.NumericRange(field, least, greatest))
            case Exactly(field, value):
                return self._scoreless(self._query.Term(layout.FACETS[field], value))
            case All(parts):
                return self._all(parts)
            case Some(parts):
                return self._query.Or([self._asked(part) for part in parts])
            case Without(part):
                return self._all((Without(part),))

    def _all(self, parts: tuple[Node, ...]) -> Any:
        wanted = [self._scoreless(self._every())]
        unwanted = []
        for part in parts:
            if isinstance(part, Without):
                unwanted.append(self._asked(part.part))
            else:
                wanted.append(self._asked(part))
        query = self._query.And(wanted)
        for each in unwanted:
            query = self._query.AndNot(query, each)
        return query

    def _words(self, text: str, field: str | None, exact: bool) -> Any:
        form = search_form(text)
        ways = []
        for name in layout.SEARCHED.get(field, (field or "",)):
            found = self._in_field(name, form, exact)
            if found is not None:
                weight = layout.WEIGHTS.get(name)
                if weight is not None:
                    found = self._query.ConstantScoreQuery(found, weight)
                ways.append(found)
        return self._query.Or(ways) if ways else self._query.NullQuery

    def _in_field(self, name: str, form: str, exact: bool) -> Any:
        match name:
            case "borrower_is":
                return self._query.Term(name, form)
            case "borrower_latin" | "other_latin":
                return None if exact else self._spelling(name, form)
            case _ if name in layout.SQUEEZED:
                form = layout.squeezed(form)
        readings = [self._sought(name, one) for one in sought(form, whole_words=exact)]
        return self._query.Or(readings) if readings else None

    def _spelling(self, name: str, form: str) -> Any:
        typed = form.replace(BLANK, "")
        if not (typed.isascii() and typed.isalpha() and len(typed) > 1):
            return None
        if len(typed) > 3:
            return self._query.Prefix(name, typed)
        return self._query.Term(name, typed)

    def _sought(self, name: str, wanted: Sought) -> Any:
        if wanted.open_end:
            last = self._query.Prefix(name, wanted.tokens[-1])
            before = [self._query.Term(name, token) for token in wanted.tokens[:-1]]
            return self._query.Sequence([*before, last]) if before else last
        if len(wanted.tokens) == 1:
            return self._query.Term(name, wanted.tokens[0])
        return self._query.Phrase(name, list(wanted.tokens))

    def _every(self) -> Any:
        return self._query.Term("kind", "paper")

    def _scoreless(self, query: Any) -> Any:
        return self._query.ConstantScoreQuery(query, 0.0)


class WhooshBatch:
    """See Batch. In memory until the commit: Whoosh would keep a paper that comes twice, twice."""

    def __init__(self, folder: Path, storage: Any) -> None:
        self._folder = folder
        self._storage = storage
        # None: to be taken out.
        self._changed: dict[str, IndexedDocument | None] = {}

    def replace(self, documents: Iterable[IndexedDocument]) -> None:
        """See Batch."""
        self._changed |= {document.document_id: document for document in documents}

    def delete(self, document_ids: Iterable[str]) -> None:
        """See Batch."""
        self._changed |= dict.fromkeys(document_ids)

    def commit(self, mark: Mark) -> None:
        """See Batch."""
        try:
            writer = self._storage.open_dir(str(self._folder)).writer()
            for document_id, document in self._changed.items():
                if document is None:
                    writer.delete_by_term("key", document_id)
                else:
                    writer.update_document(**_as_whoosh(document))
            about = {"seq": str(mark.seq), "about": mark.document_id}
            writer.update_document(kind="mark", key="mark", **about)
            writer.commit()
            self._changed.clear()
            self._sync()
        except OSError as cause:
            raise IndexNotWritten(self._folder, cause) from cause

    def _sync(self) -> None:
        for path in self._folder.iterdir():
            with path.open("r+b") as file:
                os.fsync(file.fileno())
        host.sync_directory(self._folder)


def _schema() -> Any:
    fields = import_module("whoosh.fields")
    analysis = import_module("whoosh.analysis")
    # Our tokens are joined by blanks; one character and any length is a token.
    by_blank = analysis.SpaceSeparatedTokenizer()
    by_tab = analysis.RegexTokenizer(f"[^{_SPLIT}]+")
    known: dict[str, Any] = {
        "kind": fields.ID(stored=False),
        "key": fields.ID(unique=True),
        "stored": fields.STORED(),
        "seq": fields.STORED(),
        "about": fields.STORED(),
        "borrower_is": fields.TEXT(analyzer=by_tab, phrase=False),
    }
    known |= {name: fields.TEXT(analyzer=by_blank, phrase=True) for name in layout.TEXTS}
    known |= {name: fields.TEXT(analyzer=by_blank, phrase=False) for name in layout.SPELLINGS}
    known |= {name: fields.ID() for name in layout.FACETS.values()}
    known |= {f"{name}_counted": fields.STORED() for name in COUNTED}
    for name in layout.NUMBERS:
        known[name] = fields.NUMERIC(int, bits=64, signed=True, sortable=name == "newest")
    return fields.Schema(**known)


def _as_whoosh(document: IndexedDocument) -> dict[str, Any]:
    made: dict[str, Any] = {
        "kind": "paper",
        "key": document.document_id,
        "stored": document.to_bytes(),
        **dict(layout.tokens_of(document)),
    }
    for name, value in layout.values_of(document):
        made[name] = f"{made[name]}{_SPLIT}{value}" if name in made else value
    for name, facet in layout.FACETS.items():
        made[f"{name}_counted"] = made.get(facet)
    made["year_counted"] = str(document.year) if document.year else None
    amounts: dict[str, list[int]] = {}
    for name, number in layout.numbers_of(document):
        amounts.setdefault(name, []).append(number)
    for name, numbers in amounts.items():
        made[name] = numbers if len(numbers) > 1 else numbers[0]
    return made
