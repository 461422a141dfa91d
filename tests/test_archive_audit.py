"""The audit trail: in the database and in files that follow it, free of personal data."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import signal
import subprocess
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select, text

from archive import audit, audit_files, faults, schema
from archive.database import reading, writing
from archive.workspace import Workspace, open_workspace
from tests.archive_double import new_workspace
from tests.sealed_workspace import sealed_workspace
from tests.test_archive_crashes import at_visit, die, in_child


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return new_workspace(tmp_path / "w")


def note(workspace: Workspace, count: int = 1, **detail: object) -> None:
    for _number in range(count):
        audit.note(workspace, actor="t", action="test", object_="x", detail=detail)


def lines(workspace: Workspace) -> list[bytes]:
    return [line for _path, _number, line in audit_files.lines(workspace)]


def rows(workspace: Workspace) -> list[dict[str, object]]:
    with reading(workspace.engine) as connection:
        return list(audit.rows(connection))


def assert_same(workspace: Workspace) -> None:
    assert [audit.row_of(line) for line in lines(workspace)] == rows(workspace)
    with reading(workspace.engine) as connection:
        assert audit.breaks(connection) == []


def test_the_files_follow_the_database_row_for_row(workspace: Workspace) -> None:
    note(workspace, 3, why="一个理由")
    assert audit_files.catch_up(workspace) == 3
    note(workspace, 2)
    assert audit_files.catch_up(workspace) == 2
    assert audit_files.catch_up(workspace) == 0

    assert_same(workspace)
    assert "一个理由".encode() in lines(workspace)[0]


def test_a_line_can_be_checked_with_sed_and_sha256sum(workspace: Workspace) -> None:
    note(workspace, 2, amount=5)
    audit_files.catch_up(workspace)
    [path] = audit_files.files(workspace)
    command = r"""sed -n 2p "$0" | sed 's/,"digest":"[0-9a-f]*"}$/}/' | tr -d '\n' | sha256sum"""

    done = subprocess.run(["sh", "-c", command, path], check=True, capture_output=True, text=True)

    second = json.loads(lines(workspace)[1])
    assert done.stdout.split()[0] == second["digest"]
    assert second["previous"] == json.loads(lines(workspace)[0])["digest"]


def test_a_batch_costs_one_write_and_one_sync(workspace: Workspace) -> None:
    note(workspace, 50)
    passed: list[str] = []
    faults.arm(passed.append)
    try:
        audit_files.catch_up(workspace)
    finally:
        faults.arm(None)

    assert (passed.count("fsio.write"), passed.count("fsio.sync")) == (1, 1)


@pytest.mark.parametrize("point", ["fsio.write", "fsio.sync"])
@pytest.mark.parametrize("visit", [1, 2])
def test_a_kill_while_the_files_follow_loses_and_doubles_nothing(
    workspace: Workspace, point: str, visit: int
) -> None:
    workspace.engine.dispose()

    def work() -> None:
        again = open_workspace(workspace.root)
        faults.arm(at_visit(point, visit, die))
        for _number in range(2):
            note(again, 3)
            audit_files.catch_up(again)

    assert in_child(work) == signal.SIGKILL
    audit_files.catch_up(workspace)

    assert_same(workspace)


@pytest.mark.parametrize("cut", [1, 30, 150])
def test_a_line_that_a_crash_left_unfinished_is_written_again(
    workspace: Workspace, cut: int
) -> None:
    note(workspace, 3)
    audit_files.catch_up(workspace)
    [path] = audit_files.files(workspace)
    path.write_bytes(path.read_bytes()[:-cut])

    audit_files.catch_up(workspace)

    assert_same(workspace)
    assert rows(workspace)[-1]["action"] == "audit.mend"


def test_a_disk_that_refuses_is_made_good_by_the_next(workspace: Workspace) -> None:
    note(workspace, 2)

    def refuse() -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    faults.arm(at_visit("fsio.sync", 1, refuse))
    try:
        with pytest.raises(OSError, match="No space"):
            audit_files.catch_up(workspace)
    finally:
        faults.arm(None)
    note(workspace)

    audit_files.catch_up(workspace)

    assert_same(workspace)


def _same(moment: datetime) -> datetime:
    return moment


def test_a_new_month_begins_a_new_file_and_a_clock_set_back_does_not(workspace: Workspace) -> None:
    for month in (3, 4, 2):
        moment = datetime(2031, month, 1, 12, tzinfo=UTC)
        audit.note(workspace, actor="t", action="test", object_="x", clock=partial(_same, moment))
        audit_files.catch_up(workspace)

    assert [path.name for path in audit_files.files(workspace)] == [
        "2031-03.jsonl",
        "2031-04.jsonl",
    ]
    assert_same(workspace)


def test_a_database_that_was_set_back_takes_over_what_the_files_know(
    workspace: Workspace, tmp_path: Path
) -> None:
    note(workspace, 2)
    with reading(workspace.engine) as connection:
        connection.execute(text("SELECT 1"))
    workspace.engine.dispose()
    older = workspace.database.read_bytes()
    note(workspace, 3)
    audit_files.catch_up(workspace)
    workspace.engine.dispose()
    workspace.database.write_bytes(older)

    again = open_workspace(workspace.root)
    audit_files.catch_up(again)

    assert [row["action"] for row in rows(again)] == ["test"] * 5 + ["audit.adopt"]
    assert_same(again)


def test_files_that_tell_another_story_are_left_as_they_are(workspace: Workspace) -> None:
    note(workspace, 3)
    audit_files.catch_up(workspace)
    [path] = audit_files.files(workspace)
    edited = path.read_bytes().replace(b'"actor":"t"', b'"actor":"u"')
    path.write_bytes(edited)
    note(workspace)

    with pytest.raises(audit_files.AuditForked, match="hudang verify"):
        audit_files.catch_up(workspace)

    assert path.read_bytes() == edited


def test_a_number_in_a_persons_words_is_covered(workspace: Workspace) -> None:
    note(workspace, why="本人 110101199003070134 电话 13812345678", also=["110101199003070134"])

    said = json.dumps(rows(workspace)[0]["detail"])

    assert "110101199003070134" not in said
    assert "13812345678" not in said
    assert "1101" in said


PERSONAL = re.compile(r"\b\d{17}[\dXx]\b|\b1[3-9]\d{9}\b|王小明|李秀英")


def test_no_row_and_no_file_holds_a_name_or_a_number(tmp_path: Path) -> None:
    workspace = sealed_workspace(tmp_path / "w")

    said = json.dumps(rows(workspace), ensure_ascii=False)

    assert rows(workspace)
    assert not PERSONAL.search(said)
    assert not PERSONAL.search(b"".join(lines(workspace)).decode())


def test_the_database_refuses_rows_that_do_not_follow(workspace: Workspace) -> None:
    note(workspace)
    forged = {
        "seq": 7, "at": "2031-01-01T00:00:00.000000Z", "actor": "t", "action": "test",
        "object": "x", "detail": {}, "previous": "0" * 64,
    }  # fmt: skip
    row = forged | {"digest": audit.digest_of(forged)}

    with pytest.raises(Exception, match="must follow"), writing(workspace.engine) as connection:
        connection.execute(schema.audit.insert().values(**row))

    with reading(workspace.engine) as connection:
        assert connection.scalars(select(schema.audit.c.seq)).all() == [1]


def test_the_chain_is_what_the_documentation_says(workspace: Workspace) -> None:
    note(workspace, 2)

    first, second = rows(workspace)

    sealed = {name: value for name, value in second.items() if name != "digest"}
    canonical = json.dumps(sealed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert second["digest"] == hashlib.sha256(canonical.encode()).hexdigest()
    assert (first["previous"], second["previous"]) == ("0" * 64, first["digest"])
