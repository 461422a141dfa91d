"""The index follows the archive: whatever happens, it ends up holding every paper once."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from archive.documents import Change
from indexer import index as index_module
from indexer.document import IndexedDocument
from indexer.engine import Mark
from indexer.generations import Generations
from indexer.index import Index
from indexer.tantivy_engine import TantivyBatch, TantivyEngine


class Papers:
    """An archive in memory: a list of changes, and what each paper says now."""

    def __init__(self, count: int = 0) -> None:
        self.changes: list[Change] = []
        self.papers: dict[str, IndexedDocument] = {}
        for number in range(count):
            self.put(paper(number))

    def put(self, document: IndexedDocument) -> None:
        what = "corrected" if document.document_id in self.papers else "filed"
        self.changes.append(Change(len(self.changes) + 1, document.document_id, what))
        self.papers[document.document_id] = document

    def newest(self) -> int:
        return len(self.changes)

    def changes_since(self, seq: int, limit: int) -> list[Change]:
        return self.changes[seq : seq + limit]

    def gather(self, document_ids: Iterable[str]) -> Iterator[IndexedDocument]:
        return (self.papers[each] for each in document_ids if each in self.papers)


def paper(number: int) -> IndexedDocument:
    return IndexedDocument(
        document_id=f"paper{number:04d}",
        household_id=number % 7,
        doc_type="loan_contract" if number % 2 else "iou",
        title="借款合同" if number % 2 else "借据",
        dated_on=date(2020 + number % 5, 1, 1),
        manager="周明",
        village="东王村",
        borrowers=(f"张{'甲乙丙丁戊己庚'[number % 7]}",),
        classification="正常",
        pages=(f"第{number}号文件，共同的话。身份证110101199001011234",),
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


def holds(folder: Path, source: Papers) -> bool:
    """Whether a fresh reader finds every paper exactly once, with its newest text."""
    found = Index(folder, source).search("", per_page=len(source.papers) + 10)
    stored = sorted(hit.document_id for hit in found.hits)
    return stored == sorted(source.papers) and found.total == len(source.papers)


def test_catching_up_brings_in_what_is_new_and_nothing_else(folder: Path) -> None:
    source = Papers(3)
    index = Index(folder, source)

    assert index.catch_up() == 3
    assert index.catch_up() == 0
    source.put(paper(3))
    assert index.catch_up() == 1
    assert index.catch_up() == 0

    assert holds(folder, source)


def test_a_corrected_paper_is_found_by_its_new_text_only(folder: Path) -> None:
    source = Papers(3)
    index = Index(folder, source)
    index.catch_up()

    source.put(replace(paper(1), pages=("改正过的文字",)))
    index.catch_up()

    assert index.search("改正过的文字").total == 1
    assert index.search("第1号文件").total == 0
    assert holds(folder, source)


def test_a_paper_that_is_filed_no_longer_is_found_no_longer(folder: Path) -> None:
    source = Papers(3)
    index = Index(folder, source)
    index.catch_up()

    del source.papers["paper0001"]
    source.changes.append(Change(4, "paper0001", "moved"))
    index.catch_up()

    assert holds(folder, source)


def test_the_first_search_builds_a_missing_index(folder: Path) -> None:
    assert Index(folder, Papers(3)).search("共同的话").total == 3


def test_a_deleted_index_is_built_again(folder: Path) -> None:
    source = Papers(5)
    index = Index(folder, source)
    index.catch_up()

    shutil.rmtree(folder)

    assert index.catch_up() == 5
    assert index.search("共同的话").total == 5


@pytest.mark.parametrize("suffix", ["meta.json", ".term", ".store", ".idx", ".fast", "current"])
@pytest.mark.parametrize("damage", ["emptied", "halved", "removed"])
def test_a_damaged_index_is_built_again(folder: Path, suffix: str, damage: str) -> None:
    source = Papers(5)
    Index(folder, source).catch_up()
    for path in [path for path in folder.rglob("*") if path.name.endswith(suffix)]:
        whole = path.read_bytes()
        path.unlink()
        if damage != "removed":
            path.write_bytes(whole[: len(whole) // 2] if damage == "halved" else b"")

    assert Index(folder, source).search("共同的话", per_page=10).total == 5
    index = Index(folder, source)
    index.catch_up()

    assert index.search("共同的话", per_page=10).total == 5
    assert holds(folder, source)


def test_an_index_of_another_format_is_built_again(folder: Path) -> None:
    source = Papers(2)
    Index(folder, source, kind="older-0").catch_up()

    assert Index(folder, source).catch_up() == 2
    assert holds(folder, source)


def test_an_index_ahead_of_a_restored_archive_is_built_again(folder: Path) -> None:
    Index(folder, Papers(9)).catch_up()
    restored = Papers(4)

    assert Index(folder, restored).catch_up() == 4
    assert holds(folder, restored)


def test_an_index_of_another_archive_is_built_again(folder: Path) -> None:
    Index(folder, Papers(3)).catch_up()
    other = Papers()
    for number in (10, 11, 12):
        other.put(paper(number))

    assert Index(folder, other).catch_up() == 3
    assert holds(folder, other)


def test_rebuilding_tells_how_far_it_is_and_leaves_one_generation(folder: Path) -> None:
    source = Papers(1_200)
    index = Index(folder, source)
    index.catch_up()
    steps: list[tuple[int, int]] = []

    assert index.rebuild(lambda done, total: steps.append((done, total))) == 1_200

    assert steps == [(500, 1_200), (1_000, 1_200), (1_200, 1_200)]
    assert len([path for path in folder.iterdir() if path.is_dir()]) == 1
    assert holds(folder, source)


def test_a_reader_that_was_open_sees_what_another_process_brought_in(folder: Path) -> None:
    source = Papers(2)
    reader = Index(folder, source)
    assert reader.search("").total == 2

    source.put(paper(2))
    Index(folder, source).catch_up()
    assert reader.search("").total == 3

    Index(folder, source).rebuild()
    assert reader.search("").total == 3


def test_many_may_catch_up_and_search_at_once(folder: Path) -> None:
    source = Papers(40)

    def work(number: int) -> int:
        mine = Index(folder, source)
        mine.catch_up()
        return mine.search("共同的话").total

    with ThreadPoolExecutor(8) as pool:
        totals = list(pool.map(work, range(16)))

    assert totals == [40] * 16
    assert holds(folder, source)


def test_rebuilding_and_catching_up_take_turns(folder: Path) -> None:
    source = Papers(600)
    Index(folder, source).catch_up()

    def work(number: int) -> None:
        mine = Index(folder, source)
        mine.rebuild() if number % 2 else mine.catch_up()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(work, range(6)))

    assert holds(folder, source)
    assert len([path for path in folder.iterdir() if path.is_dir()]) == 1


def test_a_search_during_rebuilding_finds_everything(folder: Path) -> None:
    source = Papers(40)
    index = Index(folder, source)
    index.catch_up()
    reader = Index(folder, source)

    with ThreadPoolExecutor(1) as pool:
        rebuilding = pool.submit(lambda: [index.rebuild() for _round in range(10)])
        totals = {reader.search("共同的话").total}
        while not rebuilding.done():
            totals.add(reader.search("共同的话").total)
            totals.add(Index(folder, source).search("共同的话").total)

    assert totals == {40}


def test_segments_do_not_pile_up(folder: Path) -> None:
    source = Papers()
    index = Index(folder, source)
    for number in range(60):
        source.put(paper(number))
        index.catch_up()

    terms = list(folder.rglob("*.term"))
    assert len(terms) < 20
    assert holds(folder, source)


# --- kill -9 ---


def die(*_arguments: Any, **_named: Any) -> Any:
    os.kill(os.getpid(), signal.SIGKILL)


def after(original: Callable[..., Any], times: int) -> Callable[..., Any]:
    """Do it `times` times, then die."""
    calls = 0

    def counted(*arguments: Any, **named: Any) -> Any:
        nonlocal calls
        result = original(*arguments, **named)
        calls += 1
        return die() if calls == times else result

    return counted


def crash(folder: Path, source: Papers, where: str, task: str) -> None:
    """Run in a process of its own: catch up or rebuild, and be killed on the way."""
    index_module._CHANGES_A_STEP = 4
    index_module._CHANGES_A_COMMIT = 8
    match where:
        case "before the first commit":
            TantivyBatch.commit = die  # type: ignore[method-assign]
        case "after the first commit":
            TantivyBatch.commit = after(TantivyBatch.commit, 1)  # type: ignore[method-assign]
        case "after the last commit":
            TantivyBatch.commit = after(TantivyBatch.commit, 4)  # type: ignore[method-assign]
        case "while papers go in":
            TantivyBatch.replace = after(TantivyBatch.replace, 3)  # type: ignore[method-assign]
        case "before the swap":
            Generations.make_current = die  # type: ignore[method-assign]
        case "before the old one goes":
            Generations.remove_others = die  # type: ignore[method-assign]
    index = Index(folder, source)
    if task == "catch up":
        index.catch_up()
    else:
        index.rebuild()


PLACES = (
    "before the first commit",
    "after the first commit",
    "after the last commit",
    "while papers go in",
)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
@pytest.mark.parametrize(
    ("task", "where", "had"),
    [
        *[("catch up", where, 5) for where in PLACES],
        *[("rebuild", where, 35) for where in (*PLACES, "before the swap")],
        ("rebuild", "before the old one goes", 35),
        ("catch up", "before the swap", 0),
    ],
)
def test_a_kill_loses_nothing_and_doubles_nothing(
    folder: Path, task: str, where: str, had: int
) -> None:
    source = Papers(had)
    if had:
        Index(folder, source).catch_up()
    for number in range(had, 35):
        source.put(paper(number))
    source.put(replace(paper(2), pages=("改正过的文字",)))
    before = Index(folder, source).search("").total if had else 0

    child = multiprocessing.get_context("spawn").Process(
        target=crash, args=(folder, source, where, task)
    )
    child.start()
    child.join()
    survived = Index(folder, source)
    if had:
        assert survived.search("").total >= before
    survived.catch_up()

    assert child.exitcode == -signal.SIGKILL
    assert holds(folder, source)
    assert survived.search("改正过的文字").total == 1
    assert len([path for path in folder.iterdir() if path.is_dir()]) <= 2


def test_what_a_crash_left_beside_is_removed_by_the_next_rebuild(folder: Path) -> None:
    source = Papers(2)
    index = Index(folder, source)
    index.catch_up()
    (folder / "tantivy-1-left").mkdir()

    index.rebuild()

    assert len([path for path in folder.iterdir() if path.is_dir()]) == 1


# --- what a person gets ---


def test_filters_narrow_and_counts_follow(folder: Path) -> None:
    index = Index(folder, Papers(35))

    found = index.search("共同的话", borrower="张甲", doc_type="iou", year=2020)

    assert found.total == len([n for n in range(35) if n % 7 == 0 and n % 2 == 0 and n % 5 == 0])
    assert found.counts["type"] == {"iou": found.total}
    assert found.counts["year"] == {"2020": found.total}
    assert index.search("", village="东王", manager="周明", classification="normal").total == 35
    assert index.search("", village="西").total == 0
    assert index.search("", household=3).total == 5


def test_a_result_is_plain_json_with_numbers_covered(folder: Path) -> None:
    index = Index(folder, Papers(1))

    shown = index.search("zj").to_json() | index.search("19900101").to_json()

    assert shown["total"] == 1
    assert shown["understood"] == "19900101"
    (hit,) = shown["hits"]
    assert hit["household"] == "000000"
    assert hit["dated_on"] == "2020-01-01"
    (snippet,) = hit["snippets"]
    assert snippet["page"] == 1
    assert "19900101" not in snippet["text"]
    assert {"text": "********", "hit": True} in snippet["segments"]


def test_a_number_in_a_file_name_is_covered(folder: Path) -> None:
    source = Papers()
    source.put(replace(paper(0), original_name="110101199001011234.pdf"))

    (hit,) = Index(folder, source).search("").hits

    assert hit.original_name == "110101********1234.pdf"


def test_a_name_typed_in_pinyin_is_marked_in_the_text(folder: Path) -> None:
    source = Papers()
    source.put(replace(paper(0), pages=("借款人张甲",)))

    (hit,) = Index(folder, source).search("zhangjia").hits

    assert ("张甲", True) in hit.snippets[0].segments


def test_what_could_not_be_read_is_said(folder: Path) -> None:
    found = Index(folder, Papers(1)).search("amount:很多")

    assert "amount:很多" in found.notes[0]
    assert found.understood == "很多"


def test_the_mark_names_the_last_change(folder: Path) -> None:
    Index(folder, Papers(3)).catch_up()
    path = Generations(folder, "tantivy-1").current()

    assert path is not None
    assert TantivyEngine(path).mark() == Mark(3, "paper0002")
