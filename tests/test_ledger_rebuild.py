"""The archive alone is enough: its journals give the same ledger again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from archive import schema as archive_schema
from archive.database import reading, writing
from archive.settings import Settings
from archive.workspace import Workspace, create_workspace
from ledger import schema
from ledger.book import Book
from ledger.rebuild import JournalDamaged, LedgerNotEmpty, rebuild_from_archive
from ledger.workbook import import_workbook
from tests.ledger_workbooks import HEAD, loan_row, loan_sheet, repayment_sheet, workbook


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = create_workspace(tmp_path / "workspace", Settings())
    receipts = repayment_sheet([[date(2025, 5, 1), "JJ20240001", "测试户1", 10000, 90, "现金"]])
    first = {"台账": loan_sheet([loan_row(1), loan_row(2)]), "还款": receipts}
    second = {"台账": loan_sheet([loan_row(1, 管户人="吴新"), loan_row(3)])}
    import_workbook(made, workbook(tmp_path / "a.xlsx", first), actor="t")
    import_workbook(made, workbook(tmp_path / "b.xlsx", second), actor="t")
    return made


def emptied(workspace: Workspace) -> Workspace:
    """The same archive with a database that holds only what the archive's own rebuild restores."""
    with reading(workspace.engine) as connection:
        rows = [dict(row) for row in connection.execute(select(archive_schema.document)).mappings()]
    workspace.engine.dispose()
    for path in workspace.root.glob("hudang.db*"):
        path.unlink()
    again = Workspace(workspace.root, workspace.settings)
    with writing(again.engine) as connection:
        connection.execute(insert(archive_schema.document), rows)
    return again


def facts_of(workspace: Workspace) -> list[tuple[object, ...]]:
    with reading(workspace.engine) as connection:
        return [
            tuple(str(value) for value in row)
            for table in schema.FACTS.values()
            for row in connection.execute(select(table).order_by(table.c.id))
        ]


def test_a_lost_database_gives_the_same_ledger_again(workspace: Workspace) -> None:
    before = facts_of(workspace)
    loans = Book.of(workspace).at(date(2025, 12, 31)).loans

    again = emptied(workspace)
    count = rebuild_from_archive(again)

    assert count == len(before)
    assert facts_of(again) == before
    assert Book.of(again).at(date(2025, 12, 31)).loans == loans


def test_what_completed_a_household_file_is_in_the_journal_too(
    workspace: Workspace, tmp_path: Path
) -> None:
    household = archive_schema.household
    with writing(workspace.engine) as connection:
        connection.execute(household.update().values(village=None, manager=None))
    third = loan_sheet([[*loan_row(2), "石桥村"]], head=[*HEAD, "村"])
    import_workbook(workspace, workbook(tmp_path / "c.xlsx", {"台账": third}), actor="t")
    village = select(household.c.village, household.c.manager).order_by(household.c.id)
    with reading(workspace.engine) as connection:
        assert connection.execute(village).all()[1] == ("石桥村", "周测")

    again = emptied(workspace)
    rebuild_from_archive(again)

    with reading(again.engine) as connection:
        assert connection.execute(village).all()[1].village == "石桥村"


def test_a_ledger_that_holds_facts_is_not_rebuilt_over(workspace: Workspace) -> None:
    with pytest.raises(LedgerNotEmpty):
        rebuild_from_archive(workspace)


def test_a_damaged_journal_is_named(workspace: Workspace) -> None:
    again = emptied(workspace)
    journal = next(again.archive.rglob("facts.jsonl"))
    journal.chmod(0o600)
    journal.write_text("no journal", encoding="utf-8")

    with pytest.raises(JournalDamaged, match=r"\.xlsx"):
        rebuild_from_archive(again)
