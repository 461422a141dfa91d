"""Separator sheets and labels in scans: where papers begin, and what is no page of any paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.codes import BOX, FILE, PAPER, SEPARATOR, Code
from extractors.content import Content, Page
from extractors.content_json import content_from_json, content_to_json
from extractors.papers import is_sure, pages_text, understand_parts, understand_scan
from extractors.reading import Reading
from extractors.settings import ReadingSettings
from tests.test_papers_of_a_scan import CLAUSES, CONTRACT, MORTGAGE, NOTE
from tests.typed_paper import typed

LETTER = "致青河县农村信用合作联社\n本人自愿补充说明如下情况，请予审核。\n周大山"


def sheet(household: int | None = None, doc_type: str | None = None) -> str:
    return Code(kind=SEPARATOR, office="0001", household=household, doc_type=doc_type).text


def label(household: int, item: int | None = None) -> str:
    kind = FILE if item is None else PAPER
    return Code(kind=kind, office="0001", household=household, item=item).text


def content(*pages: str | tuple[str, str]) -> Content:
    """Pages by their text; a pair is text and the code on the page; a lone code is a sheet."""
    texts = [page if isinstance(page, str) else page[0] for page in pages]
    blank = ["" if text.startswith("XDH:") else text for text in texts]
    made = typed("\f".join(blank))
    coded: list[Page] = []
    for page, said, text in zip(made.pages, pages, texts, strict=True):
        code = said[1] if isinstance(said, tuple) else text if text.startswith("XDH:") else ""
        coded.append(replace(page, codes=(code,) if code else ()))
    return replace(made, pages=tuple(coded))


def read(*pages: str | tuple[str, str]) -> Reading:
    return understand_scan(content(*pages), ReadingSettings())


def cut(reading: Reading) -> list[tuple[str, str | None, list[str]]]:
    return [
        (pages_text(part.pages), part.reading.doc_type, [m.text for m in part.reading.codes])
        for part in reading.parts
    ]


def test_a_scan_without_codes_reads_as_ever() -> None:
    reading = read(CONTRACT, CLAUSES)

    assert (reading.doc_type, reading.parts, reading.codes) == ("loan_contract", (), ())
    assert "codes" not in reading.to_json()


def test_a_sheet_before_a_paper_is_no_page_of_it() -> None:
    reading = read(sheet(7), CONTRACT, CLAUSES)

    assert cut(reading) == [("2-3", "loan_contract", [sheet(7)])]
    assert reading.parts[0].reading.pages == 2
    assert is_sure(reading.parts)


def test_two_sheets_part_a_batch_and_papers_behind_each_are_told_apart() -> None:
    reading = read(sheet(7), CONTRACT, CLAUSES, NOTE, sheet(8), MORTGAGE)

    assert cut(reading) == [
        ("2-3", "loan_contract", [sheet(7)]),
        ("4", "iou", [sheet(7)]),
        ("6", "mortgage_contract", [sheet(8)]),
    ]
    assert is_sure(reading.parts)


def test_what_stands_before_the_first_sheet_bears_no_code() -> None:
    reading = read(NOTE, sheet(8), MORTGAGE)

    assert cut(reading) == [("1", "iou", []), ("3", "mortgage_contract", [sheet(8)])]


@pytest.mark.parametrize("more", [(), (sheet(9),), (sheet(),)])
def test_a_sheet_at_the_end_and_sheets_in_a_row_have_nothing_behind_them(
    more: tuple[str, ...],
) -> None:
    reading = read(sheet(3), sheet(7), NOTE, *more)

    assert cut(reading) == [("3", "iou", [sheet(7)])]


def test_a_blank_sheet_parts_two_papers_and_names_no_household() -> None:
    reading = read(sheet(7), LETTER, sheet(), LETTER)

    assert cut(reading) == [("2", None, [sheet(7)]), ("4", None, [sheet()])]
    assert is_sure(reading.parts)


def test_a_sheet_that_states_a_type_makes_one_paper_of_what_follows() -> None:
    reading = read(sheet(7, "use_proof"), LETTER, LETTER)

    assert cut(reading) == [("2-3", "use_proof", [sheet(7, "use_proof")])]
    assert reading.parts[0].reading.problems == ()


def test_a_stated_type_against_what_was_read_is_said() -> None:
    [part] = read(sheet(7, "mortgage_contract"), NOTE).parts

    assert part.reading.doc_type == "iou"
    assert "code_type" in [problem.code for problem in part.reading.problems]


def test_sheets_alone_hold_no_paper() -> None:
    reading = read(sheet(7), sheet(8))

    assert (reading.doc_type, reading.parts) == (None, ())
    assert [mark.text for mark in reading.codes] == [sheet(7), sheet(8)]


def test_a_label_marks_the_paper_it_stands_on() -> None:
    reading = read((CONTRACT, label(7)), CLAUSES)

    assert (reading.doc_type, [mark.text for mark in reading.codes]) == (
        "loan_contract", [label(7)],
    )  # fmt: skip


def test_another_label_begins_another_paper_though_nothing_else_says_so() -> None:
    reading = read((LETTER, label(7, 1)), LETTER, (LETTER, label(8, 1)))

    assert cut(reading) == [("1-2", None, [label(7, 1)]), ("3", None, [label(8, 1)])]


def test_the_same_label_on_every_page_begins_nothing() -> None:
    reading = read((CONTRACT, label(7)), (CLAUSES, label(7)))

    assert reading.parts == ()
    assert [mark.page for mark in reading.codes] == [1]


def test_a_label_within_a_sheet_s_papers_stands_beside_the_sheet_s_code() -> None:
    [part] = read(sheet(7), (NOTE, label(8))).parts

    assert [mark.text for mark in part.reading.codes] == [sheet(7), label(8)]


def test_a_box_s_label_begins_nothing() -> None:
    box = Code(kind=BOX, office="0001", box="B-7").text

    assert read(CONTRACT, (CLAUSES, box)).parts == ()


def test_a_torn_code_begins_nothing_and_is_kept_to_be_looked_at() -> None:
    torn = sheet(7)[:-1] + ("1" if sheet(7)[-1] != "1" else "2")

    reading = read(CONTRACT, (CLAUSES, torn))

    assert reading.parts == ()
    assert [mark.text for mark in reading.codes] == [torn]


def test_a_person_s_split_may_leave_the_sheets_out() -> None:
    held = content(sheet(7), NOTE, MORTGAGE)

    decided = understand_parts(held, [[2], [3]], ReadingSettings())

    assert [pages_text(part.pages) for part in decided.parts] == ["2", "3"]
    with pytest.raises(ValueError, match="every page"):
        understand_parts(held, [[2]], ReadingSettings())


def test_codes_go_with_the_text_and_the_reading_wherever_they_are_kept() -> None:
    made = content(sheet(7), (NOTE, label(8)))
    reading = understand_scan(made, ReadingSettings())

    assert content_from_json(content_to_json(made)) == made
    assert Reading.from_json(reading.to_json()) == reading
