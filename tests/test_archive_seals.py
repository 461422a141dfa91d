"""Seals: made, chained, copied, checked here and by a script that knows nothing of us."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select, text

from archive import audit, audit_files, faults, merkle, recovery, schema
from archive.clock import system_clock
from archive.database import reading, writing
from archive.rebuild import rebuild
from archive.seals import checking, kept, making
from archive.seals import key as keys
from archive.seals.seal import Seal
from archive.store import Store
from archive.workspace import Workspace, open_workspace
from tests import insiders
from tests.archive_double import IDS, drop, new_workspace, paper, take_in
from tests.archive_invariants import assert_valid_ocfl
from tests.sealed_workspace import codes, sealed_workspace, verified
from tests.test_archive_crashes import at_visit, die, in_child

SCRIPT = Path(__file__).resolve().parent.parent / "docs" / "verify_seal.py"
IOU = paper("iou", borrower="王小明", id_number=IDS[0], iou_no="JJ-9")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace that is only copied."""
    root = tmp_path_factory.mktemp("sealed") / "w"
    sealed_workspace(root).engine.dispose()
    return root


@pytest.fixture
def workspace(whole: Path, tmp_path: Path) -> Workspace:
    shutil.copytree(whole, tmp_path / "w")
    return open_workspace(tmp_path / "w")


def seals(workspace: Workspace) -> list[Seal]:
    store = Store(workspace.archive, workspace.staging)
    return [each.seal for each in kept.kept(store)]


def noon(year: int, month: int, day: int) -> Callable[[], datetime]:
    return lambda: datetime(year, month, day, 12, tzinfo=UTC)


def test_the_root_is_that_of_the_certificate_transparency_examples() -> None:
    # The published test vectors of RFC 6962 implementations: eight entries and their root.
    entries = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657",
               "606162636465666768696a6b6c6d6e6f"]  # fmt: skip
    roots = {
        0: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    }

    found = {count: merkle.root(map(bytes.fromhex, entries[:count])) for count in roots}

    assert found == roots


@given(st.lists(st.binary(max_size=4), max_size=40))
def test_the_script_and_the_program_compute_one_root(entries: list[bytes]) -> None:
    theirs: dict[str, object] = {"__name__": "verify_seal"}
    exec(compile(SCRIPT.read_text(encoding="utf-8"), SCRIPT, "exec"), theirs)  # noqa: S102

    assert theirs["merkle"](entries).hex() == merkle.root(entries)  # type: ignore[operator]


def test_seals_follow_each_other_and_hold(workspace: Workspace) -> None:
    first, second = seals(workspace)

    assert (first.number, second.number) == (1, 2)
    assert second.audit_first == first.audit_last + 1
    assert second.root != first.root
    assert [len(group) for group in second.short.split()] == [8] * 8
    assert checking.check(workspace) == []
    assert_valid_ocfl(workspace.archive)


def test_the_piece_of_the_audit_trail_lies_in_the_archive(workspace: Workspace) -> None:
    store = Store(workspace.archive, workspace.staging)

    lines = [line for each in kept.kept(store) for line in each.segment.read_bytes().splitlines()]

    with reading(workspace.engine) as connection:
        last = seals(workspace)[-1].audit_last
        rows = list(audit.rows(connection, to=last))
    assert [audit.row_of(line + b"\n") for line in lines] == rows


def test_each_month_begins_with_a_whole_list(workspace: Workspace) -> None:
    making.make(workspace, actor="t", clock=noon(2031, 1, 31))
    made = making.make(workspace, actor="t", clock=noon(2031, 2, 1)).seal

    store = Store(workspace.archive, workspace.staging)
    assert kept.objects(store)[-2:] == ["urn:xdh:seals:2031-01", "urn:xdh:seals:2031-02"]
    newest = kept.one(store, made.number)
    assert len(newest.leaves.read_text().splitlines()) == made.objects == 2
    assert checking.check(workspace) == []


def test_the_key_is_for_its_owner_alone_and_not_in_the_archive(workspace: Workspace) -> None:
    path = keys.key_file(workspace)

    assert path.stat().st_mode & 0o777 == 0o600
    assert not path.is_relative_to(workspace.archive)
    secret = keys.signing_key(workspace).private_bytes_raw()
    assert not [p for p in workspace.archive.rglob("*") if p.is_file() and secret in p.read_bytes()]


def test_a_lost_key_is_not_replaced_behind_anyones_back(workspace: Workspace) -> None:
    keys.key_file(workspace).unlink()

    with pytest.raises(keys.KeyLost, match=r"seal\.key"):
        making.make(workspace, actor="t")

    assert [each.code for each in checking.check(workspace)] == ["seal_key_lost"]
    assert not keys.key_file(workspace).exists()


def test_a_new_key_that_was_begun_openly_is_no_finding(workspace: Workspace) -> None:
    old = seals(workspace)[-1].public_key

    public = making.begin_new_key(workspace, why="the old disk died", actor="t")
    assert checking.check(workspace) == []
    made = making.make(workspace, actor="t").seal

    assert made.public_key == public != old
    assert checking.check(workspace) == []
    assert [each.code for each in checking.check(workspace, public_key=old)] == ["seal_other_key"]


def test_a_key_that_nobody_noted_is_a_finding(workspace: Workspace) -> None:
    keys.key_file(workspace).unlink()
    keys.make_key(workspace)

    making.make(workspace, actor="t")

    assert "seal_other_key" in {each.code for each in checking.check(workspace)}


def test_a_trail_that_does_not_continue_the_last_seal_is_not_sealed(workspace: Workspace) -> None:
    insiders.rewrite_history(workspace, random.Random(1))

    with pytest.raises(making.SealRefused, match="does not continue seal 2"):
        making.make(workspace, actor="t")

    assert len(seals(workspace)) == 2


def test_an_archive_that_was_set_back_is_told_by_its_later_seals(
    whole: Path, tmp_path: Path
) -> None:
    shutil.copytree(whole, tmp_path / "w")
    workspace = open_workspace(tmp_path / "w")
    making.make(workspace, actor="t")
    shutil.rmtree(workspace.archive)
    shutil.copytree(whole / "archive", workspace.archive)

    [found] = checking.check(workspace)

    assert (found.code, found.detail) == ("seal_set_back", {"first": 3, "last": 3})


def with_copies(workspace: Workspace, folder: Path) -> Workspace:
    chosen = replace(workspace.settings.archive, seal_copies=str(folder))
    return Workspace(workspace.root, replace(workspace.settings, archive=chosen))


def test_a_copy_elsewhere_tells_of_a_machine_that_was_set_back_whole(
    whole: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "share"
    elsewhere.mkdir()
    shutil.copytree(whole, tmp_path / "w")
    workspace = with_copies(open_workspace(tmp_path / "w"), elsewhere)
    assert making.make(workspace, actor="t").trouble == ""
    workspace.engine.dispose()
    shutil.rmtree(tmp_path / "w")
    shutil.copytree(whole, tmp_path / "w")

    set_back = with_copies(open_workspace(tmp_path / "w"), elsewhere)

    assert [each.code for each in checking.check(set_back)] == ["seal_set_back"]


def test_one_who_has_the_key_too_is_told_by_the_copy(workspace: Workspace, tmp_path: Path) -> None:
    elsewhere = tmp_path / "share"
    elsewhere.mkdir()
    workspace = with_copies(workspace, elsewhere)
    made = making.make(workspace, actor="t").seal
    store = Store(workspace.archive, workspace.staging)
    newest = kept.one(store, made.number)
    forged = replace(made, made_at="2020-01-01T00:00:00.000000Z")
    signed = keys.signing_key(workspace).sign(forged.signed_bytes()).hex()
    newest.path.write_bytes(replace(forged, signature=signed).to_bytes())

    found = checking.check(workspace)

    assert {each.code for each in found} == {"seal_copy_differs"}


def test_a_folder_for_copies_that_is_gone_does_not_stop_sealing(
    workspace: Workspace, tmp_path: Path
) -> None:
    made = making.make(with_copies(workspace, tmp_path / "unplugged"), actor="t")

    assert made.seal.number == 3
    assert "unplugged" in made.trouble
    assert not (tmp_path / "unplugged").exists()


def test_a_day_without_anything_new_needs_no_seal(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path / "w")
    assert not making.is_due(workspace)
    drop(workspace, "a.json", paper(borrower="王小明", id_number=IDS[0], contract_no="HT-1"))
    take_in(workspace)
    today = datetime.now(UTC)
    assert making.is_due(workspace)
    making.make(workspace, actor="t")
    assert not making.is_due(workspace)
    assert not making.is_due(workspace, clock=lambda: today + timedelta(days=1))

    drop(workspace, "b.json", IOU)
    take_in(workspace)

    assert not making.is_due(workspace)
    assert making.is_due(workspace, clock=lambda: today + timedelta(days=1))


def test_a_fact_that_was_changed_after_it_was_sealed_is_told_with_its_day(
    workspace: Workspace,
) -> None:
    with writing(workspace.engine) as connection:
        connection.execute(text("DROP TRIGGER file_event_no_update"))
        connection.execute(text("UPDATE file_event SET actor = 'x' WHERE seq = 1"))

    [found] = checking.check(workspace)

    assert found.code == "seal_table"
    assert found.detail["since"] == seals(workspace)[0].made_at


def test_after_a_rebuild_from_the_archive_alone_the_seals_hold_and_go_on(
    workspace: Workspace,
) -> None:
    workspace.engine.dispose()
    for path in workspace.root.glob("hudang.db*"):
        path.unlink()
    shutil.rmtree(workspace.audit)

    again = open_workspace(workspace.root)
    making.restore_trail(again)
    rebuild(again, lambda _done, _total: None)
    audit_files.catch_up(again)

    assert checking.check(again) == []
    assert making.make(again, actor="t").seal.number == 3
    audit_files.catch_up(again)
    # What is held is not in the archive, so that a new database does not know of it.
    assert codes(verified(again)) == {"held_orphan"}
    with reading(again.engine) as connection:
        assert audit.breaks(connection) == []


# -- crashes ----------------------------------------------------------------------------------

POINTS = [
    "filing.intent", "fsio.write", "fsio.sync", "filing.staged", "fsio.place", "filing.placed",
    "filing.sidecar", "fsio.inventory", "filing.committed",
]  # fmt: skip


@pytest.mark.parametrize("recovers", [True, False])
@pytest.mark.parametrize("point", POINTS)
def test_a_kill_while_sealing_leaves_the_seal_whole_or_not_at_all(
    workspace: Workspace, point: str, recovers: bool
) -> None:
    """Whether the intake starts next, or a person who asks for a seal again."""
    workspace.engine.dispose()

    def work() -> None:
        again = open_workspace(workspace.root)
        faults.arm(at_visit(point, 1, die))
        making.make(again, actor="t")

    assert in_child(work) == signal.SIGKILL
    if recovers:
        recovery.recover(workspace, system_clock)
        assert checking.check(workspace) == []
    made = making.make(workspace, actor="t").seal
    assert made.number in (3, 4)
    audit_files.catch_up(workspace)
    assert checking.check(workspace) == []
    assert verified(workspace).findings == ()
    with reading(workspace.engine) as connection:
        noted = connection.scalars(
            select(schema.audit.c.object).where(schema.audit.c.action == "seal.make")
        ).all()
    assert noted == [f"seal:{number}" for number in range(1, made.number + 1)]


# -- the script -------------------------------------------------------------------------------


def script(workspace: Workspace, *more: str) -> subprocess.CompletedProcess[str]:
    public = keys.public_of(keys.signing_key(workspace))
    command = [sys.executable, "-I", str(SCRIPT), str(workspace.archive), public, *more]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def test_the_script_agrees_that_all_seals_hold(workspace: Workspace) -> None:
    done = script(workspace, seals(workspace)[0].short)

    assert (done.returncode, done.stdout) == (0, "All seals hold.\n"), done.stderr


def _edit_paper(workspace: Workspace) -> None:
    insiders.edit_file(workspace, random.Random(0))


def _rewrite(workspace: Workspace) -> None:
    insiders.rewrite_history(workspace, random.Random(0))


def _edit_seal(workspace: Workspace) -> None:
    [path, *_] = workspace.archive.rglob("seals/000001.json")
    path.write_bytes(path.read_bytes().replace(b'"objects": 2', b'"objects": 3'))


def _edit_segment(workspace: Workspace) -> None:
    [path, *_] = workspace.archive.rglob("audit/000001.jsonl")
    path.write_bytes(path.read_bytes().replace(b'"actor":"hudang"', b'"actor":"hudong"'))


def _edit_leaves(workspace: Workspace) -> None:
    [path, *_] = workspace.archive.rglob("leaves/000001.txt")
    path.write_bytes(path.read_bytes().replace(b" v1 ", b" v2 "))


@pytest.mark.parametrize(
    ("tamper", "complaint"),
    [
        (_edit_paper, "is not what its inventory says"),
        (_rewrite, "is not what was sealed"),
        (_edit_seal, "not signed with this key"),
        (_edit_segment, "the audit trail breaks at row 1"),
        (_edit_leaves, "its root does not come out of what it lists"),
    ],
)
def test_the_script_tells_what_was_tampered_with(
    workspace: Workspace, tamper: Callable[[Workspace], None], complaint: str
) -> None:
    tamper(workspace)

    done = script(workspace)

    assert done.returncode == 1, done.stderr
    assert complaint in done.stdout


def test_the_script_does_not_find_a_root_that_was_never_sealed(workspace: Workspace) -> None:
    done = script(workspace, "0" * 64)

    assert done.returncode == 1
    assert "no such seal" in done.stdout


# -- the database's own refusals ---------------------------------------------------------------


def test_a_row_cannot_be_replaced_by_inserting_it_again(workspace: Workspace) -> None:
    with reading(workspace.engine) as connection:
        row = next(audit.rows(connection)) | {"actor": "somebody else"}
    again = insert(schema.audit).prefix_with("OR REPLACE").values(**row)

    with pytest.raises(Exception, match="must follow"), writing(workspace.engine) as connection:
        connection.execute(again)

    assert "audit_row" not in codes(verified(workspace, rows=False))
