"""The default engine: tantivy, embedded, with our own tokens joined by blanks."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import tantivy
from tantivy import FieldType, Occur, Order, Query

from indexer import layout
from indexer.analysis import Sought, sought
from indexer.document import IndexedDocument
from indexer.engine import COUNTED, DATE, Found, IndexDamaged, IndexNotWritten, Mark, Scored
from indexer.normalise import BLANK, BREAK, search_form
from indexer.query import All, Between, Exactly, Node, Some, Without, Words

# Changing the schema or the tokens means a new number: older indexes are then built again.
FORMAT = 1

_MEMORY_BYTES = 32_000_000
_LARGEST_COUNTED = 1_000
_SEGMENTS_THAT_MERGE = 8


class TantivyEngine:
    """An index in `folder`, made if it is missing; `existing`: it must be there."""

    def __init__(self, folder: Path, *, existing: bool = False) -> None:
        self._folder = folder
        self._schema = _schema()
        with self._reporting_damage():
            if existing and not tantivy.Index.exists(str(folder)):
                raise IndexDamaged(folder)
            self._index = tantivy.Index(self._schema, path=str(folder), reuse=True)
            # We ask for the newest commit ourselves, before each search.
            self._index.config_reader("manual")

    def mark(self) -> Mark:
        """See Engine."""
        with self._reporting_damage():
            searcher = self._searcher()
            found = searcher.search(self._term("kind", "mark"), limit=1).hits
            if not found:
                return Mark()
            stored = searcher.doc(found[0][1])
            return Mark(stored.get_first("seq"), stored.get_first("about"))

    def size(self) -> int:
        """See Engine."""
        with self._reporting_damage():
            return int(self._searcher().search(self._every(), limit=1).count)

    @contextmanager
    def writing(self) -> Iterator[TantivyBatch]:
        """See Engine."""
        with self._reporting_damage():
            writer = self._index.writer(heap_size=_MEMORY_BYTES, num_threads=1)
        try:
            yield TantivyBatch(self._folder, writer)
        finally:
            # A writer that is dropped leaves its merges undone, and segments would pile up.
            with contextlib.suppress(ValueError):
                writer.wait_merging_threads()

    def is_scattered(self) -> bool:
        """See Engine. tantivy merges when it has eight segments of about one size."""
        with self._reporting_damage():
            return int(self._searcher().num_segments) >= _SEGMENTS_THAT_MERGE

    def search(self, tree: Node, *, sort: str, offset: int, limit: int, counts: bool) -> Found:
        """See Engine."""
        query = Query.boolean_query(
            [(Occur.Must, self._scoreless(self._every())), (Occur.Must, self._query(tree))]
        )
        with self._reporting_damage():
            searcher = self._searcher()
            order = {"order_by_field": "newest", "order": Order.Desc} if sort == DATE else {}
            found = searcher.search(query, limit=max(limit, 1), offset=offset, **order)
            page = tuple(
                Scored(
                    IndexedDocument.from_bytes(bytes(searcher.doc(address).get_first("stored"))),
                    0.0 if sort == DATE else float(score),
                )
                for score, address in (found.hits if limit else ())
            )
            counted = self._counted(searcher, query) if counts else {}
        return Found(total=int(found.count), page=page, counts=counted)

    def _searcher(self) -> Any:
        self._index.reload()
        return self._index.searcher()

    @contextmanager
    def _reporting_damage(self) -> Iterator[None]:
        try:
            yield
        except IndexDamaged:
            raise
        except (ValueError, OSError, TypeError) as cause:
            raise IndexDamaged(self._folder) from cause
        except BaseException as cause:
            # A panic inside tantivy is not an Exception in Python.
            if type(cause).__name__ != "PanicException":
                raise
            raise IndexDamaged(self._folder) from cause

    def _counted(self, searcher: Any, query: Query) -> dict[str, dict[str, int]]:
        asked = {
            name: {"terms": {"field": layout.FACETS.get(name, name), "size": _LARGEST_COUNTED}}
            for name in COUNTED
        }
        answer = searcher.aggregate(query, asked)
        return {
            name: {str(one["key"]): int(one["doc_count"]) for one in answer[name]["buckets"]}
            for name in COUNTED
        }

    # --- the tree in tantivy's words ---

    def _query(self, node: Node) -> Query:
        match node:
            case Words(text, field, exact):
                return self._words(text, field, exact)
            case Between(field, least, greatest):
                return self._between(field, least, greatest)
            case Exactly(field, value):
                return self._scoreless(self._term(layout.FACETS[field], value))
            case All(parts):
                return self._all(parts)
            case Some(parts):
                return Query.boolean_query([(Occur.Should, self._query(part)) for part in parts])
            case Without(part):
                return self._all((Without(part),))

    def _all(self, parts: tuple[Node, ...]) -> Query:
        clauses = [(Occur.Must, self._scoreless(self._every()))]
        for part in parts:
            if isinstance(part, Without):
                clauses.append((Occur.MustNot, self._query(part.part)))
            else:
                clauses.append((Occur.Must, self._query(part)))
        return Query.boolean_query(clauses)

    def _between(self, field: str, least: int | None, greatest: int | None) -> Query:
        if (least or 0) > 2**63 or (greatest is not None and greatest < 0):
            return Query.empty_query()
        return self._scoreless(
            Query.range_query(self._schema, field, FieldType.Unsigned, max(least or 0, 0), greatest)
        )

    def _words(self, text: str, field: str | None, exact: bool) -> Query:
        form = search_form(text)
        ways: list[Query] = []
        for name in layout.SEARCHED.get(field, (field or "",)):
            found = self._in_field(name, form, exact)
            if found is not None:
                weight = layout.WEIGHTS.get(name)
                ways.append(found if weight is None else Query.const_score_query(found, weight))
        if not ways:
            return Query.empty_query()
        return Query.boolean_query([(Occur.Should, way) for way in ways])

    def _in_field(self, name: str, form: str, exact: bool) -> Query | None:
        match name:
            case "borrower_is":
                return self._term(name, form)
            case "borrower_latin" | "other_latin":
                return None if exact else self._spelling(name, form)
            case _ if name in layout.SQUEEZED:
                form = layout.squeezed(form)
        readings = [self._sought(name, one) for one in sought(form, whole_words=exact)]
        if len(readings) < 2:
            return readings[0] if readings else None
        return Query.boolean_query([(Occur.Should, one) for one in readings])

    def _spelling(self, name: str, form: str) -> Query | None:
        typed = form.replace(BLANK, "")
        if not (typed.isascii() and typed.isalpha() and len(typed) > 1):
            return None
        # 「zhangs」 is on its way to zhangsan; 「zh」 would be half the village.
        return self._starting(name, typed) if len(typed) > 3 else self._term(name, typed)

    def _sought(self, name: str, wanted: Sought) -> Query:
        if len(wanted.tokens) == 1:
            only = wanted.tokens[0]
            if not wanted.open_end:
                return self._term(name, only)
            begun = Query.const_score_query(self._starting(name, only), 1.0)
            return Query.boolean_query(
                [(Occur.Should, begun), (Occur.Should, self._term(name, only))]
            )
        if not wanted.open_end:
            return Query.phrase_query(self._schema, name, list(wanted.tokens))
        patterns: list[str | tuple[int, str]] = [
            token.replace(BREAK, "\\|") for token in wanted.tokens[:-1]
        ]
        patterns.append(wanted.tokens[-1] + ".*")
        return Query.regex_phrase_query(self._schema, name, patterns)

    def _term(self, name: str, value: str) -> Query:
        return Query.term_query(self._schema, name, value)

    def _starting(self, name: str, value: str) -> Query:
        return Query.fuzzy_term_query(self._schema, name, value, distance=0, prefix=True)

    def _every(self) -> Query:
        return self._term("kind", "paper")

    def _scoreless(self, query: Query) -> Query:
        return Query.const_score_query(query, 0.0)


class TantivyBatch:
    """See Batch. One at a time for an index."""

    def __init__(self, folder: Path, writer: Any) -> None:
        self._folder = folder
        self._writer = writer

    def replace(self, documents: Iterable[IndexedDocument]) -> None:
        """See Batch."""
        for document in documents:
            self._writer.delete_documents_by_term("key", document.document_id)
            self._writer.add_document(_as_tantivy(document))

    def delete(self, document_ids: Iterable[str]) -> None:
        """See Batch."""
        for document_id in document_ids:
            self._writer.delete_documents_by_term("key", document_id)

    def commit(self, mark: Mark) -> None:
        """See Batch. The mark is a document of its own, so that one commit carries both."""
        self._writer.delete_documents_by_term("kind", "mark")
        marked = tantivy.Document()
        marked.add_text("kind", "mark")
        marked.add_unsigned("seq", mark.seq)
        marked.add_text("about", mark.document_id)
        try:
            self._writer.add_document(marked)
            self._writer.commit()
        except (ValueError, OSError) as cause:
            raise IndexNotWritten(self._folder, cause) from cause


def _schema() -> Any:
    builder = tantivy.SchemaBuilder()
    for name in ("kind", "key", "borrower_is"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in layout.TEXTS:
        builder.add_text_field(name, tokenizer_name="whitespace")
    for name in layout.SPELLINGS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="basic")
    for name in layout.FACETS.values():
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in layout.NUMBERS:
        builder.add_unsigned_field(name, indexed=True, fast=True)
    builder.add_unsigned_field("seq", stored=True)
    builder.add_text_field("about", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_bytes_field("stored", stored=True)
    return builder.build()


def _as_tantivy(document: IndexedDocument) -> Any:
    made = tantivy.Document()
    made.add_text("kind", "paper")
    made.add_text("key", document.document_id)
    made.add_bytes("stored", document.to_bytes())
    for name, joined in layout.tokens_of(document):
        made.add_text(name, joined)
    for name, value in layout.values_of(document):
        made.add_text(name, value)
    for name, number in layout.numbers_of(document):
        made.add_unsigned(name, number)
    return made
