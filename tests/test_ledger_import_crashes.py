"""An import that dies at any point loses nothing and doubles nothing: it is begun again."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select

from archive import faults
from archive.database import reading
from archive.settings import Settings
from archive.workspace import create_workspace, open_workspace
from ledger import schema
from ledger.rebuild import rebuild_from_archive
from ledger.workbook import import_workbook
from tests.ledger_workbooks import loan_row, loan_sheet, repayment_sheet, workbook
from tests.test_archive_crashes import at_visit, die, in_child

SHEETS = {
    "台账": loan_sheet([loan_row(1, 余额=30000), loan_row(2)]),
    "还款": repayment_sheet([["2025-01-05", "JJ20240001", "测试户1", 20000, 300, "现金"]]),
}
EXPECTED = {"loan": 2, "statement": 2, "classification": 2, "repayment": 1}


def counted(root: Path) -> dict[str, int]:
    with reading(open_workspace(root).engine) as connection:
        found = {
            name: connection.scalar(select(func.count()).select_from(table)) or 0
            for name, table in schema.FACTS.items()
        }
    return {name: count for name, count in found.items() if count}


@pytest.mark.parametrize("point", [*faults.IMPORT_POINTS, "filing.intent", "filing.placed"])
def test_an_import_that_was_killed_is_whole_when_it_is_begun_again(
    tmp_path: Path, point: str
) -> None:
    root = tmp_path / "w"
    create_workspace(root, Settings()).engine.dispose()
    path = workbook(tmp_path / "a.xlsx", SHEETS)

    def killed() -> None:
        faults.arm(at_visit(point, 1, die))
        import_workbook(open_workspace(root), path, actor="t")

    assert in_child(killed) == 9, f"{point} was never reached"
    before = counted(root)
    import_workbook(open_workspace(root), path, actor="t")

    assert before in ({}, EXPECTED), "half of an import"
    assert counted(root) == EXPECTED
    assert again_from_the_archive(root) == EXPECTED


def again_from_the_archive(root: Path) -> dict[str, int]:
    """What the ledger holds when it is made from the archive alone."""
    workspace = open_workspace(root)
    with workspace.engine.begin() as connection:
        for trigger in connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.exec_driver_sql(f"DROP TRIGGER {trigger[0]}")
        for table in reversed(schema.metadata.sorted_tables):
            if table.name in {*schema.FACTS, "loan_account", "workbook_import"}:
                connection.execute(table.delete())
    rebuild_from_archive(workspace)
    workspace.engine.dispose()
    return counted(root)


def test_every_point_of_an_import_stands_in_the_code() -> None:
    import ledger.workbook

    code = Path(str(ledger.workbook.__file__)).read_text()

    assert [p for p in faults.IMPORT_POINTS if f'faults.point("{p}")' not in code] == []
