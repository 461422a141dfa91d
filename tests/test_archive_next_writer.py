"""Killed while placing a version: whoever writes next finishes it, whatever they came to write."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from archive import corrections, documents, events, faults, filing, items, pending, schema, versions
from archive.clock import stamp, system_clock
from archive.database import reading, writing
from archive.documents import FiledDocument
from archive.events import NewEvent
from archive.workspace import Workspace, open_workspace
from tests.archive_double import IDS, drop, new_workspace, paper, take_in
from tests.archive_invariants import assert_valid_ocfl, sha256
from tests.test_archive_crashes import at_visit, die, in_child

CONTRACT = paper(borrower="王小明", id_number=IDS[0], contract_no="HT-1", sign_date="2024-03-01")
UNKNOWN = paper(None)
DRAFT = b"a drafted notice"
OTHER = b"another drafted notice"
PLACING = ("filing.intent", "filing.staged", "fsio.place", "filing.placed", "filing.sidecar")
# Before the version is in place and after; the other points are tried with one writer, and with
# every writer in the long run.
BOTH_SIDES = ("filing.staged", "filing.placed")


def met(first: object, *others: object) -> list[Any]:
    """Pair every point with the first writer, and those of both sides with the others too."""
    return [
        pytest.param(
            point,
            writer,
            marks=() if writer is first or point in BOTH_SIDES else pytest.mark.slow,
        )
        for point in PLACING
        for writer in (first, *others)
    ]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace with one paper filed in household 1 and one held."""
    workspace = new_workspace(tmp_path / "w")
    drop(workspace, "contract.json", CONTRACT)
    drop(workspace, "unknown.json", UNKNOWN)
    take_in(workspace)
    for name, data in (("draft.txt", DRAFT), ("other.txt", OTHER)):
        (tmp_path / name).write_bytes(data)
    workspace.engine.dispose()
    return workspace.root


def file_draft(workspace: Workspace, name: str = "draft.txt") -> FiledDocument:
    return filing.file_made(
        workspace, workspace.root.parent / name, doc_type="collection_notice",
        actor="wang", household_id=1,
    )  # fmt: skip


def file_other(workspace: Workspace) -> None:
    file_draft(workspace, "other.txt")


def file_the_held_one(workspace: Workspace) -> FiledDocument:
    with reading(workspace.engine) as connection:
        [held] = items.in_states(connection, items.PENDING)
    return pending.file_held(workspace, held, 1, actor="wang", doc_type="iou")


def retype(workspace: Workspace) -> None:
    with reading(workspace.engine) as connection:
        first = documents.documents_of(connection, 1)[0]
    corrections.retype(workspace, first, "iou", actor="wang")


def note(workspace: Workspace) -> None:
    event = NewEvent(kind="paper.borrowed", household_id=1, document_id=None, detail={})
    with writing(workspace.engine) as connection:
        events.note(connection, [event], at=stamp(system_clock()), actor="wang")
    versions.keep(workspace)


def killed(root: Path, work: Callable[[Workspace], object], point: str) -> None:
    def child() -> None:
        workspace = open_workspace(root)
        faults.arm(at_visit(point, 1, die))
        work(workspace)

    assert in_child(child) == signal.SIGKILL


def filed(workspace: Workspace) -> list[str]:
    with reading(workspace.engine) as connection:
        assert not connection.execute(select(schema.filing)).all()
        assert not events.unkept(connection)
        papers = documents.documents_of(connection, 1)
    assert_valid_ocfl(workspace.archive)
    kept = [sha256(documents.paper(workspace, each).read_bytes()) for each in papers]
    assert kept == [each.sha256 for each in papers]
    return sorted(kept)


BROUGHT: dict[Callable[[Workspace], object], list[bytes]] = {
    file_draft: [DRAFT],
    file_other: [OTHER],
    file_the_held_one: [UNKNOWN],
}


@pytest.mark.parametrize(("point", "then"), met(file_other, file_the_held_one, retype, note))
def test_another_writer_to_the_object_goes_on_and_nothing_is_lost(
    root: Path, point: str, then: Callable[[Workspace], object]
) -> None:
    killed(root, file_draft, point)
    workspace = open_workspace(root)

    then(workspace)

    was_placed = point in ("filing.placed", "filing.sidecar")
    expected = [CONTRACT, *([DRAFT] if was_placed else []), *BROUGHT.get(then, ())]
    assert filed(workspace) == sorted(sha256(each) for each in expected)


@pytest.mark.parametrize(("point", "killed_at"), met(file_other, retype, note))
def test_a_draft_is_filed_after_any_other_writer_was_killed(
    root: Path, point: str, killed_at: Callable[[Workspace], object]
) -> None:
    killed(root, killed_at, point)
    workspace = open_workspace(root)

    file_draft(workspace)

    kept = filed(workspace)
    assert {sha256(CONTRACT), sha256(DRAFT)} <= set(kept)
    assert len(kept) == len(set(kept))


@pytest.mark.parametrize("work", [file_draft, file_the_held_one])
@pytest.mark.parametrize("point", PLACING)
def test_the_same_command_again_files_the_paper_once(
    root: Path, point: str, work: Callable[[Workspace], FiledDocument]
) -> None:
    killed(root, work, point)
    workspace = open_workspace(root)

    again = work(workspace)

    [brought] = BROUGHT[work]
    assert again.sha256 == sha256(brought)
    assert filed(workspace) == sorted(sha256(each) for each in (CONTRACT, brought))
    with reading(workspace.engine) as connection:
        open_items = items.in_states(connection, items.OPEN)
    assert open_items == []


def test_a_damaged_leftover_keeps_no_other_object_from_being_written(root: Path) -> None:
    killed(root, file_draft, "filing.placed")
    workspace = open_workspace(root)
    [second] = workspace.archive.glob("*/*/*/*hh*/v2/inventory.json")
    second.write_bytes(b"not an inventory")

    made = filing.file_made(
        workspace, root.parent / "other.txt", doc_type="collection_notice", actor="wang"
    )

    assert documents.paper(workspace, made).read_bytes() == OTHER
