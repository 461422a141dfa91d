"""A scan's figures against the printed: what was changed is found, what was filled in is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archive.printed import lines_in
from extractors.content import Line, Page, Word
from extractors.printed_figures import differences
from templates.build.blocks import Cell, paragraph, table
from templates.build.package import Page as Sheet
from templates.build.package import document

NUMBER = "D20260105-7K3F9-Q2M4X"
PRINTED = (
    "到期贷款提示函",
    "你户的贷款共6笔将于2026年1月到期，本金余额合计人民币513,000.00元（大写：伍拾壹万叁仟元整）。",
    "序号 借据号 借款金额 本金余额 执行利率",
    "1 JJ2025-0001 100,000.00 85,500.00 5.75‰",
    "2 JJ2025-0002 120,000.00 73,250.50 6.10‰",
    "请于＿＿＿＿前提出申请，联系电话：＿＿＿＿＿＿＿＿",
    "2026年1月5日",
)


def scanned(*lines: str, confidence: float = 1.0) -> Page:
    """A page as read from paper, each blank-parted piece a word."""
    made = tuple(
        Line(
            tuple(
                Word(piece, (60.0 + 70 * at, 100.0 + 20 * row, 120.0 + 70 * at, 112.0 + 20 * row),
                     confidence)
                for at, piece in enumerate(line.split(" "))
            )
        )
        for row, line in enumerate(lines)
    )  # fmt: skip
    return Page(1, 595, 842, made, ocr=True)


def header() -> tuple[str, str]:
    return f"{NUMBER}", "某某县农村信用合作联社 到期贷款提示函 2026"


def changed(old: str, new: str) -> tuple[str, ...]:
    assert any(old in line for line in PRINTED)
    return tuple(line.replace(old, new, 1) for line in PRINTED)


def found(*lines: str, confidence: float = 1.0) -> list[tuple[str, str]]:
    page = scanned(*header(), *lines, "— 1 —", confidence=confidence)
    return [(each.printed, each.read) for each in differences(PRINTED, [page])]


def test_an_honest_scan_has_no_differences() -> None:
    assert found(*PRINTED) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("85,500.00", "86,500.00"),
        ("513,000.00", "531,000.00"),
        ("共6笔", "共8笔"),
        ("2026年1月到期", "2026年7月到期"),
        ("5.75", "5.25"),
        ("JJ2025-0002", "JJ2025-0003"),
        ("叁仟", "柒仟"),
        ("73,250.50", "73,250.5"),
        ("2026年1月5日", "2027年1月5日"),
    ],
)
def test_a_figure_that_was_changed_is_found(old: str, new: str) -> None:
    [(printed, read)] = found(*changed(old, new))

    assert printed in old or old in printed or "伍" in printed
    assert read != printed


def test_what_is_written_into_a_blank_is_no_difference() -> None:
    filled = changed("＿＿＿＿前", "2026年3月12日前")
    filled = tuple(line.replace("＿＿＿＿＿＿＿＿", "13912345678") for line in filled)

    assert found(*filled, "同意 86 张三", "50,000") == []


def test_what_a_seal_covers_is_no_difference() -> None:
    assert found(*changed("513,000.00", "★")) == []


def test_what_was_read_unsurely_is_no_difference() -> None:
    assert found(*changed("85,500.00", "86,500.00"), confidence=0.7) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("85,500.00", "85,500,00"), ("513,000.00", "513, 000.00"), ("100,000.00", "1O0,000.0O")],
)
def test_signs_that_scanners_lose_are_no_difference(old: str, new: str) -> None:
    assert found(*changed(old, new)) == []


def test_a_number_broken_at_the_end_of_a_line_is_one_number() -> None:
    lines = [line for line in PRINTED if "513,000.00" not in line]
    before, behind = PRINTED[1].split("000.00元")

    assert found(lines[0], before, f"000.00元{behind}", *lines[1:]) == []
    assert found(lines[0], before, f"600.00元{behind}", *lines[1:]) == [
        ("513,000.00", "513,600.00")
    ]


def test_a_number_broken_in_a_narrow_cell_is_one_number() -> None:
    printed = ["1 (2025)示农信借字第0001号 85,500.00"]
    page = scanned("1 (2025)示农信借字第00 85,500.00", "x 01号")
    cell = page.lines[1].words[1]
    page = replace(page, lines=(page.lines[0], Line((cell,))))

    assert differences(printed, [page]) == []


def test_a_difference_says_where_it_stands() -> None:
    page = scanned(*header(), *changed("85,500.00", "86,500.00"))

    [one] = differences(PRINTED, [page])

    assert one.page == 1
    assert one.box == page.lines[5].words[3].box


# -- the printed text -------------------------------------------------------------------------


def notice(number: str, text: str) -> bytes:
    body = [paragraph(text), table([30, 30], [["甲", "乙"]], [[Cell("1"), Cell("2.50")]])]
    page = Sheet(language="zh", title="试", header=("", number))
    return document(page, body)


def test_the_printed_lines_are_those_of_the_draft_rows_of_tables_whole() -> None:
    lines = lines_in(notice(NUMBER, "余额85,500.00元"), NUMBER)

    assert lines == ["余额85,500.00元", "甲 乙", "1 2.50"]


def test_a_file_that_is_no_word_document_is_refused() -> None:
    with pytest.raises(ValueError, match="not a Word document"):
        lines_in(b"PK", NUMBER)
