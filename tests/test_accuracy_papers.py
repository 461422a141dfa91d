"""The papers of the evaluation: each family writes, and writes what it says it wrote."""

from __future__ import annotations

import pytest

from benchmarks.accuracy import families
from benchmarks.accuracy.__main__ import main
from benchmarks.accuracy.as_text import text_bytes, text_of
from benchmarks.accuracy.marks import Run, plain, runs, valued
from benchmarks.accuracy.measure import sheets
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


def test_the_evaluation_of_one_family_prints_its_tables(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--family", "loan_form_table", "--each", "2"])

    shown = capsys.readouterr().out
    assert "loan_form_table" in shown
    assert "precision" in shown
