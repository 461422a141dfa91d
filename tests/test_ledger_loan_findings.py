"""Extensions move the day a loan is due; what a loan's facts may never say is found."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from archive.settings import Settings
from archive.workspace import Workspace, create_workspace
from ledger.book import Book, View
from ledger.findings import check
from ledger.kinds.registry import KINDS
from ledger.posting import Origin
from ledger.recording import record
from ledger.registers import register
from ledger.statements import stated
from ledger.workbook import import_workbook
from tests.ledger_workbooks import HEAD, loan_row, loan_sheet, repayment_sheet, workbook

PERSON = Origin(kind="person", person="周测")


def ledger(tmp_path: Path, *rows: list[Any], head: list[str] | None = None) -> Workspace:
    made = create_workspace(tmp_path / "workspace", Settings())
    sheets = {"台账": loan_sheet(list(rows) or [loan_row(1)], head=head or list(HEAD))}
    assert import_workbook(made, workbook(tmp_path / "a.xlsx", sheets), actor="t").imported
    return made


def state(workspace: Workspace, kind: str, loan: str, **said: str) -> None:
    view = Book.of(workspace).at(date.max)
    new = stated(KINDS[kind], said, language="zh", view=view, loan=loan)
    record(workspace, [new], actor="t", origin=PERSON, keep=False)


def on(workspace: Workspace, day: date) -> View:
    return Book.of(workspace).at(day)


def codes(workspace: Workspace, day: date = date(2025, 12, 31)) -> list[str]:
    return [each.code for each in check(on(workspace, day))]


def test_an_extension_moves_the_due_day_from_the_day_it_was_agreed(tmp_path: Path) -> None:
    work = ledger(tmp_path)
    state(work, "extension", "JJ20240001", on="2026-03-01", new_due_on="2026-09-14")

    before, after = (
        on(work, date(2026, 2, 28)).loan("JJ20240001"),
        on(work, date(2026, 4, 1)).loan("JJ20240001"),
    )

    assert (before.due_on, before.days_overdue) == (date(2026, 3, 14), 0)
    assert (after.due_on, after.days_overdue) == (date(2026, 9, 14), 0)
    assert after.first_due_on == date(2026, 3, 14)
    assert after.sources["due_on"].person == "周测"
    assert after.sources["first_due_on"].cell == "L4"
    assert on(work, date(2026, 9, 16)).loan("JJ20240001").days_overdue == 2


def test_the_last_extension_counts_and_one_taken_back_does_not(tmp_path: Path) -> None:
    work = ledger(tmp_path, loan_row(1), loan_row(2))
    state(work, "extension", "JJ20240002", on="2026-03-01", new_due_on="2026-06-14")
    state(work, "extension", "JJ20240002", on="2026-06-01", new_due_on="2026-12-14")

    later = on(work, date(2026, 7, 1))

    assert [loan.due_on for loan in later.loans] == [date(2026, 3, 14), date(2026, 12, 14)]
    made = register(later, "maturity", month="2026-12")
    assert [row[3] for row in made.text_rows("zh")] == ["JJ20240002"]


@pytest.mark.parametrize(
    ("agreed", "until", "expected"),
    [
        ("2026-03-01", "2026-09-14", set()),
        ("2026-03-15", "2026-09-14", {"extended_after_maturity"}),
        # Granted for two years: half of that at most.
        ("2026-03-01", "2027-03-14", set()),
        ("2026-03-01", "2027-03-20", {"extended_too_long"}),
    ],
)
def test_an_extension_too_late_or_too_long_is_found(
    tmp_path: Path, agreed: str, until: str, expected: set[str]
) -> None:
    work = ledger(tmp_path)
    state(work, "extension", "JJ20240001", on=agreed, new_due_on=until)

    assert (
        set(codes(work, date(2026, 12, 31)))
        & {
            "extended_after_maturity",
            "extended_too_long",
        }
        == expected
    )


@pytest.mark.parametrize(
    ("second", "agreed", "expected"),
    [
        (40_000, (90_000, 90_000), set()),
        (40_001, (90_000, 90_000), {"drawn_above_contract"}),
        (40_000, (90_000, 95_000), {"contract_amounts_differ"}),
    ],
)
def test_no_more_is_drawn_than_the_contract_allows(
    tmp_path: Path, second: int, agreed: tuple[int, int], expected: set[str]
) -> None:
    rows = [
        [*loan_row(1), agreed[0]],
        [
            *loan_row(2, 合同编号="（2024）东农信字第0001号", 借据金额=second, 余额=second),
            agreed[1],
        ],
    ]
    work = ledger(tmp_path, *rows, head=[*HEAD, "合同金额"])

    assert {code for code in codes(work) if "contract" in code} == expected


def test_a_revolving_line_may_be_drawn_again(tmp_path: Path) -> None:
    rows = [
        [*loan_row(1, 余额=0, 五级分类=None), 60_000],
        [*loan_row(2, 合同编号="（2024）东农信字第0001号"), 60_000],
    ]
    work = ledger(tmp_path, *rows, head=[*HEAD, "合同金额"])
    assert "drawn_above_contract" in codes(work)

    state(work, "credit_line", "JJ20240001", line_no="(2024)东农信字第0001号", on="2024-03-15",
          until="2026-03-14", limit_fen="6万", revolving="循环")  # fmt: skip

    assert "drawn_above_contract" not in codes(work)


def test_money_received_before_the_loan_was_paid_out_is_found(tmp_path: Path) -> None:
    work = ledger(tmp_path)
    assert "received_before_granted" not in codes(work)
    early = repayment_sheet([[date(2024, 3, 14), "JJ20240001", "测试户1", 100, 0, "现金"]])

    import_workbook(work, workbook(tmp_path / "b.xlsx", {"还款": early}), actor="t")

    assert "received_before_granted" in codes(work)


def test_a_refinanced_loan_that_is_still_owed_or_not_known_is_found(tmp_path: Path) -> None:
    work = ledger(tmp_path, loan_row(1), loan_row(2))

    state(work, "refinancing", "JJ20240002", old_number="JJ20240001", on="2024-03-15")
    state(work, "refinancing", "JJ20240002", old_number="JJ19990001", on="2024-03-15")

    assert {code for code in codes(work) if "refinanced" in code} == {
        "refinanced_still_owed",
        "refinanced_unknown",
    }
