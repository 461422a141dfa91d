"""How fast the index builds, takes in one more paper, and answers: rows of figures."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from archive.documents import Change
from benchmarks import corpus
from indexer.document import IndexedDocument
from indexer.index import Index

ROUNDS = 200


@dataclass(frozen=True, slots=True)
class Row:
    """One measured thing. p50 and p95 in the row's unit; p95 is None for a single figure."""

    what: str
    unit: str
    p50: float
    p95: float | None = None


class _Corpus:
    """A synthetic archive in memory, as the index follows it."""

    def __init__(self, papers: list[IndexedDocument]) -> None:
        self.papers = {paper.document_id: paper for paper in papers}
        self.changes = [Change(n, one, "filed") for n, one in enumerate(self.papers, start=1)]

    def add(self, paper: IndexedDocument) -> None:
        self.papers[paper.document_id] = paper
        self.changes.append(Change(len(self.changes) + 1, paper.document_id, "filed"))

    def newest(self) -> int:
        return len(self.changes)

    def changes_since(self, seq: int, limit: int) -> list[Change]:
        return self.changes[seq : seq + limit]

    def gather(self, document_ids: Iterable[str]) -> Iterator[IndexedDocument]:
        return (self.papers[one] for one in document_ids)


def measured(count: int = 10_000, seed: int = 1) -> list[Row]:
    """Build an index of `count` synthetic papers and return what was measured.

    Every search is the whole call that a command makes: parsing, engine, counts, ten snippets.
    """
    papers = list(corpus.documents(count, seed))
    archive = _Corpus(papers)
    with tempfile.TemporaryDirectory() as folder:
        index = Index(Path(folder), archive)
        started = time.perf_counter()
        index.rebuild()
        built = time.perf_counter() - started
        size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
        text = sum(len(page.encode()) for paper in papers for page in paper.pages)
        rows = [
            Row(f"index {count:,} papers", "papers/s", count / built),
            Row("size of the index", "% of the text", 100 * size / text),
        ]
        rows += [_timed(what, ask, index) for what, ask in _questions(papers, random.Random(seed))]
        rows.append(_one_more(index, archive, papers[0]))
    return rows


def _questions(
    papers: list[IndexedDocument], chance: random.Random
) -> Iterator[tuple[str, Callable[[Index], object]]]:
    def borrower() -> str:
        return chance.choice(papers).borrowers[0]

    def given_name() -> str:
        while len(name := borrower()) != 3:
            pass
        return name[1:]

    def id_part() -> str:
        at = chance.randrange(6, 10)
        return chance.choice(papers).identities[0][at : at + 8]

    years = range(2019, 2026)
    yield "borrower", lambda index: index.search(borrower())
    yield "two characters of a name", lambda index: index.search(given_name())
    yield "eight digits of an ID number", lambda index: index.search(id_part())
    yield "two words", lambda index: index.search(f"{borrower()} 担保 OR 抵押")
    yield "phrase in most papers", lambda index: index.search('"借款人应按照本合同约定"')
    yield (
        "filter by type and year",
        lambda index: index.search("", doc_type="loan_contract", year=chance.choice(years)),
    )
    yield "newest first", lambda index: index.search("借款金额", sort="date")
    yield "pinyin initials", lambda index: index.search("zw")


def _timed(what: str, ask: Callable[[Index], object], index: Index) -> Row:
    ask(index)
    times = []
    for _round in range(ROUNDS):
        started = time.perf_counter()
        ask(index)
        times.append((time.perf_counter() - started) * 1000)
    return _row(f"search: {what}", times)


def _one_more(index: Index, archive: _Corpus, like: IndexedDocument) -> Row:
    times = []
    for number in range(50):
        archive.add(replace(like, document_id=f"more{number}"))
        started = time.perf_counter()
        index.catch_up()
        times.append((time.perf_counter() - started) * 1000)
        index.settle()
    return _row("one more paper, durable and visible", times)


def _row(what: str, times: list[float]) -> Row:
    ordered = sorted(times)
    return Row(what, "ms", ordered[len(ordered) // 2], ordered[len(ordered) * 95 // 100])


if __name__ == "__main__":
    for row in measured():
        tail = "" if row.p95 is None else f"  p95 {row.p95:.1f}"
        print(f"{row.what:40} {row.p50:10.1f}{tail} {row.unit}")
