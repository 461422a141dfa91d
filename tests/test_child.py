"""Reading in child processes: what a document does to its reader never reaches the program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from extractors.child import ReadDone, ReaderNotStarted, ReaderPool, ReadFailed, ReadOutcome
from extractors.frames import FrameBroken, read_frame, write_frame
from extractors.settings import ReadingSettings

# A reader that does what the document tells it to.
READER = """
import os, socket, sys
from extractors.content import Content, Line, Page, Word
from extractors.reading import Reading
from extractors.sources import Unreadable


def read(data, settings, ocr=None):
    told = data.decode().strip()
    if told == "hang":
        while True:
            pass
    if told == "abort":
        os.abort()
    if told == "eat":
        eaten = []
        while True:
            eaten.append(bytearray(b"x") * 20_000_000)
    if told == "raise":
        raise RuntimeError("a secret: 110101199003077774")
    if told == "refuse":
        raise Unreadable("encrypted")
    if told == "print":
        print("noise " * 50_000)
        print("noise " * 50_000, file=sys.stderr)
    if told == "call":
        socket.socket()
    if told == "surroundings":
        told = " ".join(sorted(os.environ))
    if told == "pid":
        told = str(os.getpid())
    page = Page(1, 595.0, 842.0, (Line((Word(told, (1.0, 2.0, 3.0, 4.0), 0.5),)),))
    reading = Reading(doc_type=None, language=settings.language, pages=1, ocr=False)
    return Content((page,), "text/plain"), reading
"""

SETTINGS = ReadingSettings(processes=1, time_limit_s=20, memory_mb=300, language="en")


@pytest.fixture
def reader(tmp_path: Path) -> str:
    path = tmp_path / "told.py"
    path.write_text(dedent(READER), encoding="utf-8")
    return str(path)


def paper(folder: Path, says: str) -> Path:
    path = folder / f"{says}.txt"
    path.write_text(says, encoding="utf-8")
    return path


def text_of(outcome: ReadOutcome) -> str:
    assert isinstance(outcome, ReadDone), outcome
    return outcome.content.text


def test_a_document_is_read_in_another_process(tmp_path: Path, reader: str) -> None:
    with ReaderPool(SETTINGS, reader=reader) as pool:
        outcome = pool.submit(paper(tmp_path, "hello")).result()

    assert isinstance(outcome, ReadDone)
    word = outcome.content.pages[0].lines[0].words[0]
    assert (word.text, word.box, word.confidence) == ("hello", (1.0, 2.0, 3.0, 4.0), 0.5)
    assert outcome.reading.language == "en"


@pytest.mark.parametrize(
    ("told", "code"),
    [("abort", "crashed"), ("eat", "memory"), ("raise", "crashed"), ("refuse", "encrypted")],
)
def test_a_bad_file_does_not_harm_the_next_one(
    tmp_path: Path, reader: str, told: str, code: str
) -> None:
    with ReaderPool(SETTINGS, reader=reader) as pool:
        bad = pool.submit(paper(tmp_path, told))
        good = pool.submit(paper(tmp_path, "next"))

        outcome = bad.result()
        assert isinstance(outcome, ReadFailed)
        assert outcome.code == code
        assert outcome.message
        assert text_of(good.result()) == "next"


def test_a_file_that_takes_too_long_is_stopped(tmp_path: Path, reader: str) -> None:
    settings = ReadingSettings(processes=1, time_limit_s=1, language="en")
    with ReaderPool(settings, reader=reader) as pool:
        hanging, next_one = (pool.submit(paper(tmp_path, told)) for told in ("hang", "next"))

        outcome = hanging.result()
        assert isinstance(outcome, ReadFailed)
        assert outcome.code == "timeout"
        assert text_of(next_one.result()) == "next"


def test_what_a_reader_raises_is_told_without_the_words_of_the_document(
    tmp_path: Path, reader: str
) -> None:
    with ReaderPool(SETTINGS, reader=reader) as pool:
        outcome = pool.submit(paper(tmp_path, "raise")).result()

    assert isinstance(outcome, ReadFailed)
    assert "RuntimeError at told.py" in outcome.detail
    assert "110101199003077774" not in outcome.detail + outcome.message


def test_a_child_stays_warm_and_what_it_prints_does_not_break_the_answers(
    tmp_path: Path, reader: str
) -> None:
    with ReaderPool(SETTINGS, reader=reader) as pool:
        first = text_of(pool.submit(paper(tmp_path, "pid")).result())
        printed = text_of(pool.submit(paper(tmp_path, "print")).result())
        second = text_of(pool.submit(paper(tmp_path, "pid")).result())

    assert printed == "print"
    assert first == second


def test_a_child_is_replaced_after_its_share_of_files(
    tmp_path: Path, reader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extractors.child.FILES_PER_CHILD", 2)
    with ReaderPool(SETTINGS, reader=reader) as pool:
        pids = [text_of(pool.submit(paper(tmp_path, "pid")).result()) for _ in range(3)]

    assert pids[0] == pids[1] != pids[2]


def test_a_reader_has_no_network_and_no_secrets(
    tmp_path: Path, reader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUDANG_TEST_SECRET", "x")
    with ReaderPool(SETTINGS, reader=reader) as pool:
        called = pool.submit(paper(tmp_path, "call")).result()
        surroundings = text_of(pool.submit(paper(tmp_path, "surroundings")).result())

    assert isinstance(called, ReadFailed)
    assert "PermissionError" in called.detail
    assert "SECRET" not in surroundings


@pytest.mark.parametrize("kind", ["missing", "link", "folder", "large"])
def test_what_is_no_readable_file_is_named(tmp_path: Path, reader: str, kind: str) -> None:
    path = tmp_path / "paper.txt"
    settings = ReadingSettings(processes=1, max_file_mb=0 if kind == "large" else 1, language="en")
    match kind:
        case "link":
            path.symlink_to(paper(tmp_path, "hello"))
        case "folder":
            path.mkdir()
        case "large":
            path.write_text("more than nothing")

    with ReaderPool(settings, reader=reader) as pool:
        outcome = pool.submit(path).result()

    assert isinstance(outcome, ReadFailed)
    expected = {"missing": "missing", "large": "too_large"}.get(kind, "not_a_file")
    assert outcome.code == expected


def test_closing_at_once_ends_what_hangs(tmp_path: Path, reader: str) -> None:
    pool = ReaderPool(SETTINGS, reader=reader)
    hanging = pool.submit(paper(tmp_path, "hang"))
    waiting = pool.submit(paper(tmp_path, "next"))
    while not hanging.running():
        pass

    pool.close(at_once=True)

    outcome = hanging.result()
    assert isinstance(outcome, ReadFailed)
    assert waiting.cancelled()


def test_a_broken_installation_is_not_blamed_on_the_document(tmp_path: Path) -> None:
    with (
        ReaderPool(SETTINGS, reader="extractors.no_such_module") as pool,
        pytest.raises(ReaderNotStarted, match="no_such_module"),
    ):
        pool.submit(paper(tmp_path, "hello")).result()


def test_the_parent_loads_no_parser_and_no_engine() -> None:
    heavy = "numpy cv2 onnxruntime rapidocr PIL pypdfium2 docx lxml pikepdf"
    program = (
        "import sys, extractors.child; "
        f"print([name for name in {heavy!r}.split() if name in sys.modules])"
    )

    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout

    assert loaded.strip() == "[]"


def test_a_message_that_is_cut_or_no_json_is_refused(tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    with whole.open("wb") as pipe:
        write_frame(pipe, {"path": "a\udcffb"})
    data = whole.read_bytes()
    cut, rubbish, huge = tmp_path / "cut", tmp_path / "rubbish", tmp_path / "huge"
    cut.write_bytes(data[:-1])
    rubbish.write_bytes(b"\0\0\0\2[]")
    huge.write_bytes(b"\xff\xff\xff\xff")

    with whole.open("rb") as pipe:
        assert read_frame(pipe) == {"path": "a\udcffb"}
        assert read_frame(pipe) is None
    for broken in (cut, rubbish, huge):
        with broken.open("rb") as pipe, pytest.raises(FrameBroken):
            read_frame(pipe)
