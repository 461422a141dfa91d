"""An earlier database beside the archive as it is now: after a restore both say the same.

The archive in a backup goes on growing. Whoever goes back to an early snapshot gets the early
database, and everything that was filed, corrected, moved or destroyed since.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from archive import audit, corrections, moving, schema, tombstones, versions
from archive.backup.drill import drill
from archive.backup.restore import Restored
from archive.database import reading
from archive.verification.run import Asked, verify
from archive.workspace import Workspace
from commands.backup import _verified
from commands.verify import remake
from tests.archive_double import IDS, drop, new_workspace, paper, take_in
from tests.archive_invariants import assert_valid_ocfl, everywhere, files_below, sha256
from tests.backup_double import PASSPHRASE, back_up, bring_back, held_digests
from tests.test_archive_disposal import CONTRACT, IOU, OTHER, approved, carry_out, filled, papers_of
from tests.test_archive_erasing import rows


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Household 1 may go, household 2 still owes."""
    return filled(tmp_path / "w")


def first(folder: Path) -> str:
    return sorted(path.name for path in (folder / "snapshots").iterdir())[0]


def go_back(workspace: Workspace, folder: Path, target: Path) -> Restored:
    """Back up once more, then restore the first snapshot; it must be what the archive says."""
    versions.keep(workspace)
    made = back_up(workspace, folder)
    assert not [each for each in made.findings if each.is_alarming]
    restored = bring_back(folder, target, at=first(folder))
    assert restored.findings == []
    assert not restored.rebuilt
    assert rows(restored.workspace) == rows(workspace)
    report = verify(restored.workspace, Asked(full=True), remake=remake, actor="test")
    assert report.findings == ()
    assert_valid_ocfl(restored.workspace.archive)
    return restored


def destroy_the_first(workspace: Workspace) -> set[str]:
    """Destroy every paper of household 1; return their ids."""
    gone = {each.id for each in papers_of(workspace, 1)}
    carry_out(workspace, approved(workspace).number)
    return gone


def told_in(workspace: Workspace) -> bytes:
    workspace.engine.dispose()
    return b"".join(path.read_bytes() for path in files_below(workspace.root))


def test_what_was_destroyed_does_not_come_back_with_an_earlier_database(
    workspace: Workspace, tmp_path: Path
) -> None:
    back_up(workspace, tmp_path / "b")
    gone = destroy_the_first(workspace)

    restored = go_back(workspace, tmp_path / "b", tmp_path / "r")

    back = restored.workspace
    assert restored.reconciled.destroyed == 2
    with reading(back.engine) as connection:
        assert {each.id for each in tombstones.of_household(connection, 1)} == gone
        assert not audit.breaks(connection)
        rows_of = [
            connection.execute(select(table)).all()
            for table in schema.metadata.sorted_tables
            if table.name not in ("audit", "document_change", "tombstone", "file_event")
        ]
    assert not [each for each in gone if each in repr(rows_of)]
    told = told_in(back)
    assert "王小明".encode() not in told
    assert IDS[0].encode() not in told
    assert "李秀英".encode() in told


def test_the_audit_trail_of_an_earlier_database_says_that_papers_were_destroyed(
    workspace: Workspace, tmp_path: Path
) -> None:
    back_up(workspace, tmp_path / "b")
    gone = destroy_the_first(workspace)

    back = go_back(workspace, tmp_path / "b", tmp_path / "r").workspace

    with reading(back.engine) as connection:
        said = schema.audit.c
        told = connection.scalars(select(said.object).where(said.action == "paper.destroy")).all()
    assert sorted(told) == sorted(f"document:{each}" for each in gone)


def test_a_paper_that_waited_then_and_was_destroyed_since_waits_no_more(tmp_path: Path) -> None:
    made = new_workspace(tmp_path / "w")
    drop(made, "iou.json", IOU)
    drop(made, "other.json", paper("inspection_report", borrower="无名氏"))
    take_in(made)
    assert sha256(IOU) in held_digests(made)
    back_up(made, tmp_path / "b")
    drop(made, "a.json", CONTRACT)
    take_in(made)
    # It was waiting for the contract, and goes into the file with it.
    assert len(papers_of(made, 1)) == 2
    carry_out(made, approved(made).number)

    back = go_back(made, tmp_path / "b", tmp_path / "r")

    assert back.reconciled.destroyed == 1
    assert sha256(IOU) not in everywhere(back.workspace)
    assert held_digests(back.workspace) == held_digests(made)
    assert "王小明".encode() not in told_in(back.workspace)


def test_a_paper_filed_and_destroyed_since_leaves_its_tombstone_only(tmp_path: Path) -> None:
    early = new_workspace(tmp_path / "early")
    back_up(early, tmp_path / "b")
    for name, data in (("a.json", CONTRACT), ("b.json", IOU), ("c.json", OTHER)):
        drop(early, name, data)
        take_in(early)
    gone = destroy_the_first(early)

    back = go_back(early, tmp_path / "b", tmp_path / "r").workspace

    with reading(back.engine) as connection:
        assert {each.id for each in tombstones.of_household(connection, 1)} == gone


def test_the_same_file_brought_again_after_its_destruction_comes_back_once(
    workspace: Workspace, tmp_path: Path
) -> None:
    back_up(workspace, tmp_path / "b")
    gone = destroy_the_first(workspace)
    drop(workspace, "again.json", CONTRACT)
    take_in(workspace)

    back = go_back(workspace, tmp_path / "b", tmp_path / "r").workspace

    with reading(back.engine) as connection:
        ids = connection.scalars(
            select(schema.document.c.id).where(schema.document.c.sha256 == sha256(CONTRACT))
        ).all()
    assert len(ids) == 1
    assert not gone & set(ids)


def test_corrections_moves_and_events_since_are_there(workspace: Workspace, tmp_path: Path) -> None:
    back_up(workspace, tmp_path / "b")
    contract_, iou = papers_of(workspace, 1)
    corrections.correct(workspace, contract_, {"contract_no": "HT-77"}, actor="li")
    moving.move(workspace, iou, 2, why="not his", actor="li")

    back = go_back(workspace, tmp_path / "b", tmp_path / "r").workspace

    assert [each.id for each in papers_of(back, 2)][-1] == iou.id
    with reading(back.engine) as connection:
        number = schema.document_number.c
        numbers = connection.scalars(
            select(number.number).where(number.document_id == contract_.id)
        ).all()
        kinds = set(connection.scalars(select(schema.file_event.c.kind)))
    assert "HT-77" in numbers
    assert moving.MOVED in kinds


def test_a_drill_over_an_earlier_snapshot_passes_after_a_destruction(
    workspace: Workspace, tmp_path: Path
) -> None:
    back_up(workspace, tmp_path / "b")
    destroy_the_first(workspace)
    back_up(workspace, tmp_path / "b")

    outcome = drill(
        workspace, tmp_path / "b", secret=lambda: PASSPHRASE, at=first(tmp_path / "b"),
        verify=_verified, actor="test",
    )  # fmt: skip

    assert outcome.passed, outcome.text()
    assert outcome.papers == outcome.live_papers == 1
