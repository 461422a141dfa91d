"""The benchmarks run, count what they should, and their page is sound Markdown."""

from __future__ import annotations

import re
from dataclasses import asdict
from itertools import groupby

import pytest

from archive import fsio
from benchmarks import __main__ as benchmarks
from benchmarks import backing_up, growth, importing, line, machine
from benchmarks.report import Row, Section, Target, document, over_rounds, renewed, shown, table


def test_a_tiny_batch_goes_through_the_whole_line_and_everything_is_counted() -> None:
    section = line.run(count=6, rounds=1, suffixes=(".docx", ".txt"))

    figures = {row.what: row.figure for row in section.rows}
    assert figures["inbox to searchable: filed"] == 100
    assert all(figure > 0 for figure in figures.values())


def test_a_small_archive_is_backed_up_restored_and_drilled_beside_plain_copies() -> None:
    section = backing_up.run(count=4, kilobytes=1, each=2)

    rows = {row.what for row in section.rows}
    assert {"peer: cp -r", "plain: backup", "encrypted: drill"} <= rows
    assert all(row.figure > 0 for row in section.rows)


def test_a_small_workbook_is_imported_three_times_beside_plain_readers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(importing, "CHANGED", 2)
    monkeypatch.setattr(importing, "_alone", importing._timed)

    section = importing.run(rows=40)

    rows = {row.what: row.figure for row in section.rows}
    assert rows["facts posted"] > 40
    assert all(figure > 0 for figure in rows.values())


def test_a_small_archive_is_filled_grown_and_rebuilt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(growth, "ARRIVING", 6)
    monkeypatch.setattr(growth, "DROPS", 1)
    synced = fsio.disk

    points = list(growth.measured((16, 38)))

    assert [point.papers for point in points] == [16, 38]
    assert all(figure > 0 for point in points for figure in asdict(point).values())
    assert fsio.disk is synced


def test_the_page_is_markdown_whose_tables_have_as_many_cells_in_every_row() -> None:
    rows = [
        Row(what="a | b", figure=12.34, unit="ms", p95=60, target=Target(50, at_most=True)),
        over_rounds("rounds", [1.0, 3.0, 2.0], "files/s", Target(2)),
    ]
    page = document([("Date", "today")], [Section(title="One", how="How.", rows=rows)], "Preface.")

    lines = page.splitlines()
    tables = [list(group) for is_row, group in groupby(lines, _is_row) if is_row]
    assert len(tables) == 2
    for each in tables:
        assert len({len(re.split(r"(?<!\\)\|", row)) for row in each}) == 1
        assert re.fullmatch(r"(\| ?:?-{3,}:? ?)+\|", each[1])
    assert [line for line in lines if line.startswith("#")] == [
        "# Benchmarks",
        "## Targets",
        "## One",
    ]
    assert page.endswith("|\n")


def _is_row(line: str) -> bool:
    return line.startswith("|")


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        (Row(what="", figure=9.9, unit="", target=Target(10)), "**no**"),
        (Row(what="", figure=10, unit="", target=Target(10)), "yes"),
        (Row(what="", figure=10, unit="", p95=51, target=Target(50, at_most=True)), "**no**"),
    ],
)
def test_a_target_is_judged_by_the_right_figure(row: Row, verdict: str) -> None:
    assert table([row]).splitlines()[-1].endswith(f"| {verdict} |")


def test_the_median_and_the_extremes_of_several_rounds_are_shown() -> None:
    assert "| 2 | 1 – 30 |" in table([over_rounds("x", [30.0, 1.0, 2.0], "s")])


@pytest.mark.parametrize(
    ("figure", "text"), [(1234.5, "1,234"), (12.34, "12.3"), (1.234, "1.23"), (0.1234, "0.123")]
)
def test_figures_have_three_digits_that_mean_something(figure: float, text: str) -> None:
    assert shown(figure) == text


def test_the_circumstances_name_no_host_and_no_path() -> None:
    import platform

    told = " ".join(value for _what, value in machine.about("make bench"))

    assert platform.node() not in told
    assert not re.search(r"(^|\s)/\w", told)


def test_an_unknown_subject_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert benchmarks.main(["speed"]) == 2
    assert "speed" in capsys.readouterr().out


def test_a_section_is_renewed_with_its_targets_and_the_others_stay() -> None:
    def section(title: str, figure: float) -> Section:
        row = Row(what=f"{title}: speed", figure=figure, unit="files/s", target=Target(10))
        return Section(title=title, how="How it was done.", rows=[row])

    page = document([("Date", "then")], [section("Inbox", 12), section("Search", 30)], "Preface.")

    again = renewed(page, [section("Inbox", 7), section("Backup", 5)], "Measured later.")

    assert again.count("## Inbox") == again.count("## Search") == again.count("## Backup") == 1
    assert "| Inbox: speed | ≥ 10 files/s | 7 files/s | **no** |" in again
    assert "| Backup: speed | ≥ 10 files/s | 5 files/s | **no** |" in again
    assert "| Search: speed | ≥ 10 files/s | 30 files/s | yes |" in again
    assert "12 files/s" not in again
    assert again.count("Measured later.") == 2
