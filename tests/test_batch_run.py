"""A batch: whole, restartable, and never mixed of what the ledger said on two occasions."""

from __future__ import annotations

import dataclasses
import io
import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from archive import faults
from extractors import host
from templates.batch import record
from templates.batch.run import BatchChanged, BatchRunning, FileChanged, NoNotices
from tests.batch_run import ASKED, made, notices

ELEVEN = 11


def files_of(out: Path) -> dict[str, bytes]:
    """Return every file below `out` by its path there."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("whole")
    made(out, ELEVEN)
    return files_of(out)


def test_notices_are_printed_so_many_to_a_file(uninterrupted: dict[str, bytes]) -> None:
    files = [name for name in uninterrupted if name.endswith(".docx") and name.count("/") == 1]

    assert [name.rsplit("_", 1)[1] for name in files] == [
        "00001-00004.docx", "00005-00008.docx", "00009-00011.docx",
    ]  # fmt: skip
    sections = [len(docx.Document(io.BytesIO(uninterrupted[name])).sections) for name in files]
    assert sections == [4, 4, 3]


def test_each_notice_is_written_by_itself_when_asked_for(uninterrupted: dict[str, bytes]) -> None:
    each = [name for name in uninterrupted if name.count("/") == 2]

    assert [name.rsplit("/", 1)[1] for name in each] == [
        f"{place:05d}_户{place:06d}.docx" for place in range(1, ELEVEN + 1)
    ]
    eleventh = docx.Document(io.BytesIO(uninterrupted[each[-1]]))
    assert "000011" in eleventh.sections[0].header.paragraphs[1].text


def test_the_list_names_every_notice_with_its_figures(uninterrupted: dict[str, bytes]) -> None:
    lists = [data for name, data in uninterrupted.items() if name.endswith(".notices.jsonl")]

    head, *lines = [json.loads(line) for line in lists[1].splitlines()]

    assert head["format"] == "hudang-notices-1"
    assert head["file"].endswith("00005-00008.docx")
    assert [line["household"] for line in lines] == ["000005", "000006", "000007", "000008"]
    assert [line["place"] for line in lines] == [1, 2, 3, 4]
    fifth = list(notices(5))[4]
    assert lines[0]["number"] == fifth.number
    assert lines[0]["loans"] == ["JJ000005-1", "JJ000005-2", "JJ000005-3"]
    rows = lines[0]["figures"][0]["rows"]
    assert sum(row["amount"] for row in rows) == lines[0]["figures"][0]["value"]


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("point", faults.BATCH_POINTS)
def test_after_a_kill_the_second_run_gives_the_same_bytes(
    point: str, times: int, tmp_path: Path, uninterrupted: dict[str, bytes]
) -> None:
    command = [sys.executable, "-m", "tests.batch_run", str(tmp_path), str(ELEVEN)]
    killed = subprocess.run([*command, point, str(times)], check=False)
    reached = killed.returncode == -signal.SIGKILL
    assert reached or (point, times) == ("batch.begun", 2)

    made(tmp_path, ELEVEN)

    assert files_of(tmp_path) == uninterrupted


def test_what_is_done_is_not_made_again(tmp_path: Path) -> None:
    first = made(tmp_path, ELEVEN)
    before = [file.path.stat().st_ino for file in first.files]

    again = made(tmp_path, ELEVEN)

    assert again == first
    assert [file.path.stat().st_ino for file in again.files] == before


def begun(tmp_path: Path) -> Path:
    """Return the folder of a batch of which two files of three are done."""
    batch = made(tmp_path, ELEVEN)
    batch.files[-1].list_path.unlink()
    noted = batch.folder / record.NAME
    noted.write_bytes(noted.read_bytes().splitlines(keepends=True)[0])
    return batch.folder


def test_a_changed_ledger_stops_an_unfinished_batch(tmp_path: Path) -> None:
    folder = begun(tmp_path)
    (listed,) = folder.glob("*00001-00004.notices.jsonl")
    number = next(notices(1)).number
    listed.write_bytes(listed.read_bytes().replace(number.encode(), b"D20260105-00000-00000"))
    before = files_of(folder)

    with pytest.raises(BatchChanged, match="ledger"):
        made(tmp_path, ELEVEN)

    assert files_of(folder) == before


def test_another_last_notice_stops_a_batch_before_anything_is_written(tmp_path: Path) -> None:
    folder = made(tmp_path, ELEVEN).folder
    noted = folder / record.NAME
    noted.write_bytes(noted.read_bytes().splitlines(keepends=True)[0])
    before = files_of(folder)

    with pytest.raises(BatchChanged, match="ledger"):
        made(tmp_path, ELEVEN + 1)

    assert files_of(folder) == before


def test_fewer_notices_than_before_stop_an_unfinished_batch(tmp_path: Path) -> None:
    begun(tmp_path)

    with pytest.raises(BatchChanged, match="ledger"):
        made(tmp_path, 4)


def test_a_changed_template_stops_an_unfinished_batch(tmp_path: Path) -> None:
    begun(tmp_path)

    with pytest.raises(BatchChanged, match="template"):
        made(tmp_path, ELEVEN, digest="b")


def test_afresh_leaves_the_unfinished_batch_and_makes_another(tmp_path: Path) -> None:
    old = begun(tmp_path)
    before = files_of(old)

    new = made(tmp_path, ELEVEN, digest="b", afresh=True)

    assert new.folder != old
    assert files_of(old) == before
    assert len(new.files) == 3


@pytest.mark.parametrize("count", [10, 12, 4])
def test_a_finished_batch_is_kept_when_the_ledger_has_changed_since(
    count: int, tmp_path: Path
) -> None:
    first = made(tmp_path, ELEVEN)
    before = files_of(first.folder)

    second = made(tmp_path, count)

    assert second.folder != first.folder
    assert files_of(first.folder) == before
    assert second.notices == count
    assert made(tmp_path, count) == second


def test_a_print_file_that_was_written_in_is_never_overwritten(tmp_path: Path) -> None:
    path = made(tmp_path, ELEVEN).files[1].path
    path.write_bytes(path.read_bytes() + b"x")

    with pytest.raises(FileChanged, match="00005-00008"):
        made(tmp_path, ELEVEN)

    assert path.read_bytes().endswith(b"x")


def test_a_print_file_that_is_gone_is_made_again(
    tmp_path: Path, uninterrupted: dict[str, bytes]
) -> None:
    made(tmp_path, ELEVEN).files[1].path.unlink()

    made(tmp_path, ELEVEN)

    assert files_of(tmp_path) == uninterrupted


def test_another_question_is_another_batch(tmp_path: Path) -> None:
    one = made(tmp_path, 2)

    other = made(tmp_path, 2, asked=dataclasses.replace(ASKED, unit="石桥"))

    assert other.folder != one.folder
    assert made(tmp_path, 2) == one


def test_nothing_to_draft_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(NoNotices):
        made(tmp_path, 0)

    assert list(tmp_path.iterdir()) == []


def test_two_runs_at_once_do_not_mix(tmp_path: Path) -> None:
    folder = made(tmp_path, 2).folder

    with host.lock(folder / record.NAME), pytest.raises(BatchRunning):
        made(tmp_path, 2)


def test_what_a_crash_left_of_the_record_is_not_taken_for_it(tmp_path: Path) -> None:
    batch = made(tmp_path, 2)
    noted = batch.folder / record.NAME
    whole = noted.read_bytes()
    noted.write_bytes(whole[:-10])

    made(tmp_path, 2)

    assert noted.read_bytes() == whole
    shutil.rmtree(batch.folder)
