"""Preparing a handover: formalities first, reasons for what stays open, then list and package."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from archive import audit, events, schema
from archive.database import reading, writing
from archive.handover import preparing, reasons_file, register
from archive.handover.alone import HandoverRunning, alone
from archive.handover.formalities import FormalitiesOpen
from archive.handover.packing import Words
from archive.handover.preparing import Asked, NothingToHandOver, Order, Prepared, Scope
from archive.handover.reasons_file import ReasonsInvalid
from archive.handover.verifying import verify
from archive.workspace import Workspace
from tests.archive_double import drop, paper, take_in
from tests.handover_double import AT, filled

MORNING = datetime(2026, 3, 1, 8, tzinfo=UTC)
ALL = Scope(kind="unit", value="town", household_ids=(1, 2, 3))
EXPLAINED = Order(reasons={"missing": "burnt in 2019"}, receiver="archives room")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return filled(tmp_path / "w")


def hand_over(
    workspace: Workspace, scope: Scope = ALL, order: Order = EXPLAINED, **asked: Any
) -> Prepared:
    return preparing.prepare(
        workspace,
        scope,
        order,
        target=lambda number: workspace.out / f"{number}.zip",
        words=Words(),
        asked=Asked(**asked),
        actor="clerk",
        clock=lambda: MORNING,
    )


def test_without_reasons_it_is_refused_with_what_is_open(workspace: Workspace) -> None:
    with pytest.raises(FormalitiesOpen) as refused:
        hand_over(workspace, order=Order())

    found = {each.item for each in refused.value.unexplained}
    assert "000003/missing/iou" in found
    assert "000003/missing/loan_application" in found
    assert not list(workspace.out.iterdir())
    with reading(workspace.engine) as connection:
        assert register.handovers(connection) == []


def test_reasons_enter_the_list_as_problems(workspace: Workspace) -> None:
    prepared = hand_over(workspace)

    listing = verify(prepared.path, at=AT, actor="test").listing
    problems = {problem.item: problem.reason for _part, problem in listing.problems}
    assert problems["000003/missing/iou"] == "burnt in 2019"
    assert all(reason == "burnt in 2019" for reason in problems.values())


def test_a_reason_for_one_item_goes_before_that_for_its_kind(workspace: Workspace) -> None:
    reasons = {"missing": "burnt in 2019", "000003/missing/iou": "at the court"}

    prepared = hand_over(workspace, order=Order(reasons=reasons))

    found = {p.item: p.reason for _part, p in prepared.package.listing.problems}
    assert found["000003/missing/iou"] == "at the court"
    assert found["000003/missing/loan_application"] == "burnt in 2019"


def test_an_empty_reason_is_none(workspace: Workspace) -> None:
    with pytest.raises(FormalitiesOpen):
        hand_over(workspace, order=Order(reasons={"missing": "  "}))


@pytest.mark.parametrize("name", ["open.xlsx", "open.csv"])
def test_a_filled_in_list_of_reasons_is_taken_back(
    workspace: Workspace, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    found = preparing.open_formalities(workspace, ALL, Asked())
    reasons_file.write(path, found)
    _fill_in(path, "为 2019 年火灾所毁")

    reasons = reasons_file.read(path)

    assert reasons == {each.item: "为 2019 年火灾所毁" for each in found}
    assert hand_over(workspace, order=Order(reasons=reasons)).path.is_file()


def _fill_in(path: Path, reason: str) -> None:
    """Do what a clerk does in a spreadsheet: type into the last column."""
    if path.suffix == ".csv":
        lines = path.read_text(encoding="utf-8-sig").splitlines()
        filled_in = [lines[0], *(f"{line}{reason}" for line in lines[1:])]
        # As a spreadsheet in a Chinese office saves it.
        path.write_bytes("\r\n".join(filled_in).encode("gb18030"))
        return
    import openpyxl

    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, 4, reason)
    book.save(path)


def test_a_list_of_reasons_that_was_not_filled_in_gives_none(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "open.xlsx"
    reasons_file.write(path, preparing.open_formalities(workspace, ALL, Asked()))

    assert reasons_file.read(path) == {}


@pytest.mark.parametrize(
    ("name", "data"), [("a.pdf", b"%PDF"), ("a.xlsx", b"no workbook"), ("a.csv", b"\xff\xff\x81")]
)
def test_a_file_that_is_no_list_of_reasons_is_refused(
    tmp_path: Path, name: str, data: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(data)

    with pytest.raises(ReasonsInvalid):
        reasons_file.read(path)


def test_a_paper_that_was_not_settled_is_a_formality(workspace: Workspace) -> None:
    with writing(workspace.engine) as connection:
        connection.execute(
            update(schema.document).where(schema.document.c.household_id == 3).values(
                problem_count=2
            )
        )  # fmt: skip

    found = preparing.open_formalities(workspace, ALL, Asked())

    assert "000003/open_problem/0001" in {each.item for each in found}


def test_a_held_paper_that_seems_to_belong_is_a_formality(workspace: Workspace) -> None:
    drop(workspace, "name-only.json", paper("inspection_report", borrower="李秀英"))
    take_in(workspace)

    found = preparing.open_formalities(workspace, ALL, Asked())

    assert [each.household_id for each in found if each.code == "held"] == [3]


def test_a_paper_that_is_lent_out_is_a_formality(workspace: Workspace) -> None:
    found = preparing.open_formalities(
        workspace,
        ALL,
        Asked(lent=lambda _connection, number: [("x", "out since May")] if number == 2 else []),
    )

    assert [each.item for each in found if each.code == "lent"] == ["000002/lent/x"]


def test_a_household_under_two_officers_is_a_formality(workspace: Workspace) -> None:
    found = preparing.open_formalities(
        workspace, ALL, Asked(managers=lambda number: ["甲", "乙"] if number == 1 else ["甲"])
    )

    assert [each.item for each in found if each.code == "two_managers"] == [
        "000001/two_managers/file"
    ]


def test_papers_that_contradict_each_other_are_a_formality(workspace: Workspace) -> None:
    drop(
        workspace,
        "early.json",
        paper("inspection_report", borrower="李秀英", main_contract_no="HT-2",
              id_number="110101198512050014", inspection_date="2020-01-01"),
    )  # fmt: skip
    take_in(workspace)

    found = preparing.open_formalities(workspace, ALL, Asked())

    assert {each.household_id for each in found if each.code == "disagrees"} <= {3}


def test_the_archive_keeps_what_was_handed_over(workspace: Workspace) -> None:
    prepared = hand_over(workspace)

    with reading(workspace.engine) as connection:
        noted = events.of_household(connection, 2, [register.PREPARED])
        known = register.handovers(connection)
        assert not events.unkept(connection)
        assert not audit.breaks(connection)
    assert noted[0].detail["number"] == "YJ2026-0001"
    assert noted[0].detail["digest"] == prepared.package.digest
    assert [(h.number, h.state, h.items, h.households) for h in known] == [
        ("YJ2026-0001", "prepared", 7, (1, 2, 3))
    ]
    assert known[0].pages == prepared.package.listing.pages == 6


def test_the_digest_that_is_noted_is_that_of_the_package(workspace: Workspace) -> None:
    prepared = hand_over(workspace)

    assert verify(prepared.path, at=AT, actor="test").digest == prepared.package.digest


def test_numbers_follow_each_other_and_begin_anew_each_year(workspace: Workspace) -> None:
    first = hand_over(workspace).package.listing.number
    second = hand_over(workspace).package.listing.number
    with writing(workspace.engine) as connection:
        third = register.begin(
            connection, at="2027-01-02T00:00:00.000000Z", actor="clerk", scope="unit x"
        )

    assert (first, second, third) == ("YJ2026-0001", "YJ2026-0002", "YJ2027-0001")


def test_a_prepared_package_is_sound_and_its_report_says_what_is_missing(
    workspace: Workspace,
) -> None:
    prepared = hand_over(workspace)

    proved = verify(prepared.path, at=AT, actor="test")
    results = {line.item.code: line.result for line in prepared.package.report.lines}
    assert proved.whole, [str(each) for each in proved.differences]
    assert results["2-9"] == "failed"
    assert results["4-2"] == "not_tested"
    assert results["4-5"] == "not_tested"
    assert results["1-1"] == "passed"


def test_a_scanner_that_finds_something_fails_the_check(workspace: Workspace) -> None:
    prepared = hand_over(
        workspace, scan=lambda papers: ("clamd", [f"{papers[0].name}: test signature"])
    )

    results = {line.item.code: line.result for line in prepared.package.report.lines}
    assert (results["4-1"], results["4-2"]) == ("passed", "failed")


def test_nobody_to_hand_over_is_refused(workspace: Workspace) -> None:
    with reading(workspace.engine) as connection, pytest.raises(NothingToHandOver):
        preparing.by_column(connection, "manager", "nobody")


def test_an_officers_loan_book_and_a_unit_are_chosen_by_what_the_files_say(
    workspace: Workspace,
) -> None:
    with writing(workspace.engine) as connection:
        chosen = schema.household.c.id.in_([1, 3])
        connection.execute(update(schema.household).where(chosen).values(manager="甲", unit="town"))

    with reading(workspace.engine) as connection:
        by_officer = preparing.by_column(connection, "manager", "甲")
        by_unit = preparing.by_column(connection, "unit", "town")
        this_year = preparing.opened_in(connection, datetime.now(UTC).year)

    assert by_officer.household_ids == by_unit.household_ids == (1, 3)
    assert this_year.household_ids == (1, 2, 3)


def test_two_handovers_at_once_are_refused(workspace: Workspace) -> None:
    with alone(workspace), pytest.raises(HandoverRunning):
        hand_over(workspace)


def test_a_households_file_can_be_checked_at_any_time(workspace: Workspace) -> None:
    report = preparing.check(
        workspace, 2, point="keeping", asked=Asked(), actor="clerk", clock=lambda: MORNING
    )

    results = {line.item.code: line.result for line in report.lines}
    assert results["1-1"] == "passed"
    assert results["1-13"] == "not_applicable"
    assert results["4-4"] == "not_tested"
    assert report.lines[0].item.at_point("keeping") == "CQ1-1"


def test_a_check_finds_a_file_that_was_edited(workspace: Workspace) -> None:
    filed = next(workspace.archive.rglob("0001_Loan-contract_2024-03-01.txt"))
    filed.write_bytes(filed.read_bytes().replace(b"HT-1", b"HT-9"))

    report = preparing.check(workspace, 2, point="keeping", asked=Asked(), actor="clerk")

    failed = {line.item.code for line in report.failed}
    assert {"1-1", "1-10"} <= failed


def test_a_check_finds_a_row_that_was_edited(workspace: Workspace) -> None:
    with writing(workspace.engine) as connection:
        connection.execute(
            update(schema.document).where(schema.document.c.household_id == 2).values(title="other")
        )

    report = preparing.check(workspace, 2, point="keeping", asked=Asked(), actor="clerk")

    assert "3-2" in {line.item.code for line in report.failed}
