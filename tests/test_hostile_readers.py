"""Readers and engines that crash, hang or eat the machine: stopped, and the next file is read."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from extractors.child import ReadDone, ReaderPool, ReadFailed
from extractors.settings import ReadingSettings

# Does to its process what the document says.
READER = """
import ctypes, os, pathlib, sys, tempfile, time
from extractors.content import Content
from extractors.reading import Reading


def read(data, settings, ocr=None):
    told = data.decode()
    if told == "segv":
        ctypes.string_at(0)
    if told == "sleep":
        time.sleep(3600)
    if told == "exit":
        os._exit(0)
    if told == "fork bomb":
        while True:
            os.fork()
    if told == "8 GB":
        kept = [bytearray(b"x") * 2**28 for _ in range(32)]
    if told == "one large file":
        with open(os.path.join(tempfile.gettempdir(), "large"), "wb") as file:
            while True:
                file.write(bytes(2**22))
    if told == "many large files":
        for number in range(10_000):
            with open(os.path.join(tempfile.gettempdir(), f"large{number}"), "wb") as file:
                file.write(bytes(60 * 2**20))
    if told == "1 GB of print":
        for _ in range(1024):
            sys.stderr.write("x" * 2**20)
    if told == "deep":
        (lambda again: again(again))(lambda again: again(again))
    return Content((), "text/plain"), Reading(doc_type=None, language="en", pages=0, ocr=False)
"""
LIMITS = ReadingSettings(processes=1, time_limit_s=4, memory_mb=400, language="en")
ENDS = {
    "segv": {"crashed"},
    "sleep": {"timeout"},
    "exit": {"crashed"},
    "fork bomb": {"crashed"},
    "8 GB": {"memory"},
    "one large file": {"crashed"},
    "many large files": {"temp_space"},
    "1 GB of print": {"read", "timeout"},
    "deep": {"unreadable", "crashed"},
}


@pytest.fixture
def reader(tmp_path: Path) -> str:
    path = tmp_path / "told.py"
    path.write_text(dedent(READER), encoding="utf-8")
    return str(path)


def paper(folder: Path, says: str) -> Path:
    path = folder / "paper"
    path.write_text(says, encoding="utf-8")
    return path


@pytest.mark.parametrize("told", ENDS)
def test_a_reader_that_fails_is_stopped_and_the_next_file_is_read(
    tmp_path: Path, reader: str, told: str
) -> None:
    with ReaderPool(LIMITS, reader=reader) as pool:
        outcome = pool.submit(paper(tmp_path, told)).result(60)
        following = pool.submit(paper(tmp_path, "nothing")).result(60)

    ended = outcome.code if isinstance(outcome, ReadFailed) else "read"
    assert ended in ENDS[told]
    assert isinstance(following, ReadDone)


def test_nothing_of_a_stopped_reader_is_left_behind(
    tmp_path: Path, reader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    with ReaderPool(LIMITS, reader=reader) as pool:
        pool.submit(paper(tmp_path, "many large files")).result(60)
        pool.submit(paper(tmp_path, "sleep")).result(60)

    assert not list(tmp_path.glob("hudang-read-*"))
