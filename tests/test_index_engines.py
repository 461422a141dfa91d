"""Every engine gives the same answers: one suite for all of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.document import IndexedDocument
from indexer.engine import DATE, RELEVANCE, Engine, Found, Mark
from indexer.normalise import search_form
from indexer.query import Exactly, Node, Words, parse
from indexer.tantivy_engine import TantivyEngine
from indexer.whoosh_engine import WhooshEngine

ENGINES: tuple[Callable[[Path], Engine], ...] = (TantivyEngine, WhooshEngine)

CONTRACT = IndexedDocument(
    document_id="contract",
    household_id=1,
    item_no=1,
    doc_type="loan_contract",
    title="借款合同",
    original_name="scan_001.pdf",
    dated_on=date(2024, 3, 5),
    due_on=date(2026, 3, 4),
    filed_at="2026-01-02T03:04:05.000000+00:00",
    village="东王村",
    unit="城关支行",
    manager="周明",
    borrowers=("单小丽", "尉迟强"),
    parties=("王大海",),
    identities=("110101199001011234",),
    numbers=("（2024）农信借字第001号", "HT-2024-0117"),
    amount_fen=(5_000_000,),
    pages=("借款人：单小丽，身份证110101199001011234\n借款金额50,000.00元", "保证人：王大海"),
)
GUARANTEE = IndexedDocument(
    document_id="guarantee",
    household_id=2,
    doc_type="guarantee_contract",
    title="保证合同",
    dated_on=date(2025, 6, 1),
    filed_at="2026-01-03T03:04:05.000000+00:00",
    village="西李村",
    manager="周明",
    borrowers=("王大河",),
    parties=("单小丽",),
    amount_fen=(20_000_000, 7_700_000),
    pages=("保证人单小丽自愿为王大河提供保证。单小丽、单小丽、单小丽。",),
)
INSPECTION = IndexedDocument(
    document_id="inspection",
    household_id=3,
    doc_type="inspection_report",
    title="贷后检查报告",
    dated_on=date(2025, 1, 9),
    filed_at="2026-01-04T03:04:05.000000+00:00",
    village="东王村",
    manager="吴芳",
    borrowers=("王大海",),
    staff=("吴芳",),
    classification="次级",
    pages=("检查發現：借款人 王 大 海 种植苹果。风险：邻居单小丽欠款。",),
)
SPANISH = IndexedDocument(
    document_id="spanish",
    household_id=4,
    doc_type="loan_contract",
    title="Contrato de préstamo",
    dated_on=None,
    filed_at="2026-01-05T03:04:05.000000+00:00",
    borrowers=("María García López",),
    identities=("12345678Z",),
    pages=("Contrato de préstamo con garantía hipotecaria. Doña María García López.",),
)
PAPERS = (CONTRACT, GUARANTEE, INSPECTION, SPANISH)


@pytest.fixture(params=ENGINES, ids=lambda made: made.__name__)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    made: Engine = request.param(tmp_path)
    with made.writing() as batch:
        batch.replace(PAPERS)
        batch.commit(Mark(4, "spanish"))
    return made


def find(engine: Engine, asked: str | Node, sort: str = RELEVANCE) -> Found:
    tree = parse(asked).tree if isinstance(asked, str) else asked
    return engine.search(tree, sort=sort, offset=0, limit=100, counts=True)


def ids(found: Found) -> list[str]:
    return [scored.document.document_id for scored in found.page]


def test_what_was_put_in_comes_out_whole(engine: Engine) -> None:
    assert find(engine, "contract:HT-2024-0117").page[0].document == CONTRACT


def test_a_persons_own_papers_come_first_then_the_party_then_the_mention(engine: Engine) -> None:
    assert ids(find(engine, "单小丽")) == ["contract", "guarantee", "inspection"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("小丽", {"contract", "guarantee", "inspection"}),
        ("丽", {"contract", "guarantee", "inspection"}),
        ("單小麗", {"contract", "guarantee", "inspection"}),
        ("王大海", {"contract", "inspection"}),
        ("发现", {"inspection"}),
        ("大海种植", {"inspection"}),
        ("海保证", set()),
        ("shanxiaoli", {"contract", "guarantee"}),
        ("sxl", {"contract", "guarantee"}),
        ("danxiaoli", {"contract", "guarantee"}),
        ("yuchiq", {"contract"}),
        ("yuchi qiang", {"contract"}),
        ("1011234", {"contract"}),
        ("１１０１０１ 1990", {"contract"}),
        ("id:19900101", {"contract"}),
        ("20240117", {"contract"}),
        ("HT2024", {"contract"}),
        ("2024-0117", {"contract"}),
        ("农信借字第001", {"contract"}),
        ("50,000", {"contract"}),
        ("金额50000", {"contract"}),
        ("prestamo", {"spanish"}),
        ("GARANT", {"spanish"}),
        ('"garant"', set()),
        ('"garantía hipotecaria"', {"spanish"}),
        ('"hipotecaria garantía"', set()),
        ("maría lópez", {"spanish"}),
        ("borrower:王", {"guarantee", "inspection"}),
        ("borrower:单小丽", {"contract"}),
        ("party:单小丽", {"guarantee"}),
        ("person:吴芳", {"inspection"}),
        ("type:loan_contract", {"contract", "spanish"}),
        ("type:合同", {"contract", "guarantee"}),
        ("village:东王", {"contract", "inspection"}),
        ("manager:周", {"contract", "guarantee"}),
        ("unit:城关", {"contract"}),
        ("class:次级", {"inspection"}),
        ("class:substandard", {"inspection"}),
        ("file:scan_001", {"contract"}),
        ("title:检查", {"inspection"}),
        ("year:2025", {"guarantee", "inspection"}),
        ("year:2024..", {"contract", "guarantee", "inspection"}),
        ("date:2025-01", {"inspection"}),
        ("due:2026-01..2026-03", {"contract"}),
        ("amount:>5万", {"guarantee"}),
        ("amount:50000", {"contract"}),
        ("amount:7.7万", {"guarantee"}),
        ("household:3", {"inspection"}),
        ("单小丽 NOT 保证", {"inspection"}),
        ("NOT 单小丽", {"spanish"}),
        ("苹果 OR préstamo", {"inspection", "spanish"}),
        ("(苹果 OR 自愿) 单小丽", {"guarantee", "inspection"}),
        ("单小丽 苹果 自愿", set()),
        ("", {"contract", "guarantee", "inspection", "spanish"}),
        ("没有这个词", set()),
    ],
)
def test_a_query_finds(engine: Engine, typed: str, expected: set[str]) -> None:
    found = find(engine, typed)

    assert set(ids(found)) == expected
    assert found.total == len(expected)


def test_a_type_asked_by_its_code_is_no_other(engine: Engine) -> None:
    assert set(ids(find(engine, Exactly("type", "loan_contract")))) == {"contract", "spanish"}
    assert ids(find(engine, Exactly("type", "loan"))) == []


def test_counts_are_over_all_hits_not_only_the_page(engine: Engine) -> None:
    found = engine.search(parse("").tree, sort=RELEVANCE, offset=0, limit=1, counts=True)

    assert found.total == 4
    assert len(found.page) == 1
    assert found.counts["type"] == {
        "loan_contract": 2,
        "guarantee_contract": 1,
        "inspection_report": 1,
    }
    assert found.counts["year"] == {"2025": 2, "2024": 1}
    assert found.counts["manager"] == {"周明": 2, "吴芳": 1}
    assert found.counts["class"] == {"次级": 1}
    assert found.counts["village"] == {"东王村": 2, "西李村": 1}


def test_sorted_by_date_the_newest_is_first_and_undated_is_last(engine: Engine) -> None:
    assert ids(find(engine, "", DATE)) == ["guarantee", "inspection", "contract", "spanish"]


def test_pages_follow_one_another_without_loss_or_repetition(engine: Engine) -> None:
    seen = [
        ids(engine.search(parse("").tree, sort=DATE, offset=at, limit=3, counts=False))
        for at in (0, 3, 6, 10_000)
    ]

    assert [len(page) for page in seen] == [3, 1, 0, 0]
    assert {one for page in seen for one in page} == {paper.document_id for paper in PAPERS}


def test_a_replaced_paper_is_found_once_and_only_by_what_it_says_now(engine: Engine) -> None:
    changed = IndexedDocument(document_id="contract", pages=("全新的文字",))

    with engine.writing() as batch:
        batch.replace([changed, changed])
        batch.commit(Mark(5, "contract"))

    assert ids(find(engine, "全新的")) == ["contract"]
    assert "contract" not in ids(find(engine, "单小丽"))
    assert engine.size() == 4


def test_a_deleted_paper_is_gone(engine: Engine) -> None:
    with engine.writing() as batch:
        batch.delete(["contract", "never seen"])
        batch.commit(Mark(5, "contract"))

    assert "contract" not in ids(find(engine, ""))


def test_what_is_not_committed_does_not_show_and_the_mark_stays(engine: Engine) -> None:
    with engine.writing() as batch:
        batch.replace([IndexedDocument(document_id="new", pages=("没提交",))])

    assert find(engine, "没提交").total == 0
    assert engine.mark() == Mark(4, "spanish")


def test_the_mark_is_no_paper(engine: Engine) -> None:
    assert engine.mark() == Mark(4, "spanish")
    assert engine.size() == 4
    assert find(engine, "NOT 没有这个词").total == 4


def test_another_reader_sees_the_newest_commit(tmp_path: Path) -> None:
    for make in ENGINES:
        folder = tmp_path / make.__name__
        folder.mkdir()
        writer, reader = make(folder), make(folder)
        assert find(reader, "").total == 0

        with writer.writing() as batch:
            batch.replace(PAPERS)
            batch.commit(Mark(4, "spanish"))

        assert find(reader, "").total == 4


# Few characters, so that near misses are common.
DENSE = st.text(alphabet="张三李四张三張麗12０3 ，。\n", max_size=40)
LATIN = st.lists(
    st.sampled_from(["de", "del", "la", "préstamo", "prestamos", ",", "张", "12"]), max_size=12
).map(" ".join)


@pytest.mark.parametrize("make", ENGINES)
@settings(max_examples=25, deadline=None)
@given(texts=st.lists(DENSE, min_size=1, max_size=6), data=st.data())
def test_any_part_of_a_chinese_text_or_number_is_found_and_nothing_else(
    make: Callable[[Path], Engine], texts: list[str], data: st.DataObject
) -> None:
    forms = [search_form(text) for text in texts]
    with TemporaryDirectory() as folder:
        engine = filled(make(Path(folder)), texts)
        for _round in range(12):
            part = data.draw(parts_of(texts) | DENSE)
            wanted = search_form(part).strip("|")
            if not wanted:
                continue

            found = find(engine, Words(part, None, exact=data.draw(st.booleans())))

            assert set(ids(found)) == {str(at) for at, form in enumerate(forms) if wanted in form}


@pytest.mark.parametrize("make", ENGINES)
@settings(max_examples=15, deadline=None)
@given(texts=st.lists(LATIN, min_size=1, max_size=6), data=st.data())
def test_a_quoted_latin_phrase_is_found_at_whole_words_only(
    make: Callable[[Path], Engine], texts: list[str], data: st.DataObject
) -> None:
    forms = [search_form(text) for text in texts]
    with TemporaryDirectory() as folder:
        engine = filled(make(Path(folder)), texts)
        for _round in range(8):
            phrase = data.draw(LATIN)
            wanted = search_form(phrase).strip("| ")
            if not wanted:
                continue
            before = "(?<![a-z])" if wanted[0].isascii() else ""
            after = "(?![a-z])" if wanted[-1].isascii() else ""
            whole = re.compile(before + re.escape(wanted) + after)

            found = find(engine, Words(phrase, None, exact=True))

            assert set(ids(found)) == {
                str(at) for at, form in enumerate(forms) if whole.search(form)
            }


def parts_of(texts: list[str]) -> st.SearchStrategy[str]:
    whole = "".join(texts)
    return st.tuples(st.integers(0, len(whole)), st.integers(1, 6)).map(
        lambda cut: whole[cut[0] : cut[0] + cut[1]]
    )


def filled(engine: Engine, texts: list[str]) -> Engine:
    with engine.writing() as batch:
        batch.replace(
            IndexedDocument(document_id=str(at), pages=(text,)) for at, text in enumerate(texts)
        )
        batch.commit(Mark(len(texts), "last"))
    return engine
