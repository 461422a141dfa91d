"""The papers of the evaluation: each family writes, and writes what it says it wrote."""

from __future__ import annotations

import io

import pytest
from docx import Document
from docx.oxml.ns import qn
from pypdfium2 import PdfDocument

from benchmarks.accuracy import families
from benchmarks.accuracy.__main__ import main
from benchmarks.accuracy.as_text import text_bytes, text_of
from benchmarks.accuracy.as_word import word_bytes
from benchmarks.accuracy.marks import Run, plain, runs, valued
from benchmarks.accuracy.measure import MEDIA, Measured, measure, sheets
from benchmarks.accuracy.publish import page
from benchmarks.accuracy.scans import FAULTS, degraded
from benchmarks.accuracy.typeset import HEIGHT, WIDTH, lay, pdf_of
from extractors.forms import ALL as FORMS


@pytest.mark.parametrize("name", families.ALL)
def test_a_family_writes_what_it_tells(name: str) -> None:
    for sheet in sheets([families.ALL[name]], 3, seed=7):
        text = text_of(sheet)

        assert plain(text) == text
        assert len(text) > 40
        assert not sheet.gold or sheet.doc_type, "papers of no known type tell nothing"
        assert sheet.doc_type is None or sheet.doc_type in FORMS


def test_what_a_paper_tells_stands_on_it() -> None:
    paper = next(iter(sheets([families.ALL["loan_parties_at_foot"]], 1, seed=2)))

    for field in ("borrower", "lender", "loan_officer", "contract_no", "purpose"):
        assert all(value in text_of(paper) for value in paper.gold[field])


def test_a_blank_form_tells_nothing() -> None:
    for name in ("loan_blank_form", "mortgage_blank_form", "inspection_blank_form"):
        assert all(not sheet.gold for sheet in sheets([families.ALL[name]], 3, seed=5))


def test_the_same_seed_writes_the_same_paper() -> None:
    chosen = [families.ALL["loan_labels_and_clauses"]]

    first, again = (next(iter(sheets(chosen, 1, seed=3))) for _ in range(2))
    other = next(iter(sheets(chosen, 1, seed=4)))

    assert text_bytes(first) == text_bytes(again)
    assert text_bytes(first) != text_bytes(other)


def test_about_a_third_of_the_families_is_held_out() -> None:
    held = [one for one in families.ALL.values() if one.held_out]

    assert 0.15 < len(held) / len(families.ALL) < 0.5


def test_marks_say_which_characters_are_a_value() -> None:
    assert list(runs(f"借款人：{valued(4, '马小兰')}。")) == [
        Run("借款人：", None, False),
        Run("马小兰", 4, False),
        Run("。", None, False),
    ]


def test_word_and_pdf_hold_the_same_values_as_text() -> None:
    paper = next(iter(sheets([families.ALL["loan_form_table"]], 1, seed=2)))
    word = Document(io.BytesIO(word_bytes(paper)))
    typed = "".join(one.text or "" for one in word.element.iter(qn("w:t")))
    pdf = PdfDocument(pdf_of(lay(paper)))
    drawn = "".join(one.get_textpage().get_text_bounded() for one in pdf)

    for text in (typed, drawn):
        assert paper.gold["lender"][0] in text.replace("\r\n", "")
        assert paper.gold["borrower"][0] in text.replace(" ", "")


def test_what_is_struck_through_stands_in_word_alone() -> None:
    paper = next(iter(sheets([families.ALL["loan_corrected_in_word"]], 1, seed=2)))

    word = Document(io.BytesIO(word_bytes(paper)))
    struck = [run.text for one in word.paragraphs for run in one.runs if run.font.strike]
    assert "￥8,000.00" in struck
    assert "8,000.00" not in text_of(paper)
    assert all("8,000.00" not in ink.text for ink in lay(paper).inks)


def test_every_mark_has_a_place_on_a_page() -> None:
    paper = next(iter(sheets([families.ALL["mortgage_list_of_things"]], 1, seed=2)))
    laid = lay(paper)

    assert set(laid.places) == set(range(len(paper.values)))
    for places in laid.places.values():
        for number, (left, top, right, bottom) in places:
            assert 1 <= number <= laid.pages
            assert 0 < left < right < WIDTH
            assert 0 < top < bottom < HEIGHT


def test_a_bad_scan_is_the_same_each_time_and_says_what_was_done_to_it() -> None:
    paper = next(iter(sheets([families.ALL["iou_informal_note"]], 1, seed=2)))

    scan = degraded(paper)

    assert scan.fault in FAULTS
    assert scan.data == degraded(paper).data


def test_the_published_page_has_all_its_tables() -> None:
    chosen = [families.ALL["loan_form_table"], families.ALL["other_title_deed"]]
    measured = [Measured(medium) for medium in MEDIA]
    measured[0] = measure("text", list(sheets(chosen, 1, seed=2)))
    for one in measured[1:]:
        one.total = measured[0].total

    text = page(measured, measured[:1], chosen, chosen)

    assert "{{" not in text
    assert "| no known type | 1 | 1 |" in text
    assert "`other_title_deed`" in text


def test_the_evaluation_of_one_family_prints_its_tables(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--family", "loan_form_table", "--each", "2"])

    shown = capsys.readouterr().out
    assert "loan_form_table" in shown
    assert "precision" in shown
