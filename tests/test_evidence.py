"""Where a value is said to stand is where it was printed: drawn papers whose places are known."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from benchmarks.accuracy import families
from benchmarks.accuracy.evidence import Shown, evidence
from benchmarks.accuracy.measure import MEDIA, sheet_of
from benchmarks.accuracy.papers_read import read_paper
from benchmarks.accuracy.sheet import Sheet
from benchmarks.accuracy.typeset import lay
from extractors.content import Box

PAPERS = (
    ("loan_company_working_capital", 1001),
    ("loan_sentence_across_pages", 1001),
    ("registration_real_estate_certificate", 1001),
    ("inspection_household_form", 1001),
)


def shown(medium: str, sheet: Sheet) -> Shown:
    """Read a paper of the medium and compare each value's place with where it was drawn."""
    scan = MEDIA[medium](sheet)
    read = read_paper((sheet.name + scan.ending, scan.data))
    return evidence(sheet, read.fields, lay(sheet).places)


@pytest.mark.parametrize(("family", "number"), PAPERS)
def test_a_value_of_a_pdf_points_to_the_page_it_is_printed_on(family: str, number: int) -> None:
    found = shown("pdf", sheet_of(families.ALL[family], number))

    assert found.values >= 6
    assert found.pages == found.values


def test_most_values_of_pdfs_have_a_box_around_their_print() -> None:
    found = Shown()
    for family, number in PAPERS:
        found.add(shown("pdf", sheet_of(families.ALL[family], number)))

    assert found.boxes >= BOXES_RIGHT * found.values


@pytest.mark.slow
@pytest.mark.ocr
def test_values_of_a_scan_point_to_where_they_are_printed() -> None:
    found = shown("clean scan", sheet_of(families.ALL["loan_company_working_capital"], 1001))

    assert found.values >= 6
    assert found.pages == found.values
    assert found.boxes >= BOXES_RIGHT * found.values


# A name told in two places may be read at one and shown at the other.
BOXES_RIGHT = 0.9


def at(box: Box, page: int = 1, printed: Sequence[Box] = ((100, 100, 150, 112),)) -> Shown:
    """Compare one borrower's box with the places where the name is printed on page 1."""
    sheet = sheet_of(families.ALL["loan_parties_at_foot"], 1)
    number = next(n for n, told in enumerate(sheet.values) if told[0][0] == "borrower")
    name = sheet.values[number][0][1]
    fields = {"borrower": {"value": name, "page": page, "box": list(box)}}
    return evidence(sheet, fields, {number: [(1, place) for place in printed]})


def test_a_box_around_the_print_is_right_and_one_beside_it_is_not() -> None:
    assert at((98, 99, 152, 113)).boxes == 1
    assert at((160, 99, 210, 113)).boxes == 0
    assert at((98, 99, 152, 113), page=2) == Shown(values=1, pages=0, boxes=0)


def test_the_whole_line_is_no_evidence_of_one_name() -> None:
    assert at((57, 99, 520, 113)).boxes == 0
    assert at((57, 99, 520, 113)).pages == 1


def test_a_value_on_two_lines_is_met_by_a_box_around_both() -> None:
    lines = ((400, 100, 500, 112), (60, 116, 90, 128))

    assert at((60, 100, 500, 128), printed=lines).boxes == 1
