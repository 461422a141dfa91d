"""Searchable PDFs made in a limited child process: a scan is a foreign file, wherever it is opened.

Started as `python -m extractors.searchable_child`; takes {"path", "into", "media_type", "content"}
messages on its standard input and answers each with {"made": true} or {"failed": code}.
"""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractors import host
from extractors.content import Content
from extractors.content_json import content_from_json, content_to_json
from extractors.frames import FrameBroken, read_frame, write_frame

# Scans larger than this get no searchable copy: it would double what the archive keeps of them.
MOST_MB = 48
WRITTEN_FILE_MB = 96
MEMORY_MB = 1024
SECONDS_A_PAPER = 30
OPEN_FILES = 128


@dataclass(frozen=True, slots=True)
class Scan:
    """A paper read by OCR: where its bytes lie, of what kind they are, and what was read."""

    path: Path
    media_type: str
    content: Content


@dataclass(frozen=True, slots=True)
class Made:
    """What came of one scan: the PDF, or the code of why there is none.

    failed  "signed", "encrypted", "no_text", "unreadable", "too_large", "crashed"
    """

    pdf: bytes = b""
    failed: str = ""


def searchable_pdfs(scans: Sequence[Scan]) -> list[Made]:
    """Return what was made of each scan, in their order. Never raises for what a scan does."""
    with tempfile.TemporaryDirectory(prefix="hudang-text-", ignore_cleanup_errors=True) as folder:
        wanted = io.BytesIO()
        places = [Path(folder) / f"{number}.pdf" for number in range(len(scans))]
        for scan, into in zip(scans, places, strict=True):
            write_frame(
                wanted,
                {
                    "path": str(scan.path.absolute()),
                    "into": str(into),
                    "media_type": scan.media_type,
                    "content": content_to_json(scan.content),
                },
            )
        answers = _answers(wanted.getvalue(), len(scans), folder)
        return [_made(answer, into) for answer, into in zip(answers, places, strict=True)]


def _made(answer: dict[str, Any], into: Path) -> Made:
    if "failed" in answer:
        return Made(failed=str(answer["failed"]))
    try:
        return Made(into.read_bytes())
    except OSError:
        return Made(failed="crashed")


def _answers(wanted: bytes, count: int, folder: str) -> list[dict[str, Any]]:
    """Run the child; what it did not come to is "crashed"."""
    root = str(Path(__file__).resolve().parent.parent)
    kept = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "WINDIR", "LD_LIBRARY_PATH")
    places = dict.fromkeys(("HOME", "TMPDIR", "TMP", "TEMP"), folder)
    surroundings = {name: os.environ[name] for name in kept if name in os.environ}
    limit = SECONDS_A_PAPER * count
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-P", "-m", "extractors.searchable_child", "--seconds", str(limit)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=surroundings | places | {"PYTHONPATH": root, "PYTHONUTF8": "1"},
        cwd=folder,
        **host.start_group(),
    )
    try:
        said, _nothing = process.communicate(wanted, timeout=limit + 10)
    except subprocess.TimeoutExpired:
        host.kill_group(process.pid)
        said, _nothing = process.communicate()
    answers: list[dict[str, Any]] = []
    pipe = io.BytesIO(said)
    try:
        while len(answers) < count and (answer := read_frame(pipe)) is not None:
            answers.append(answer)
    except FrameBroken:
        pass
    return answers + [{"failed": "crashed"}] * (count - len(answers))


def main(arguments: list[str] | None = None) -> int:
    """Make one PDF a message until the standard input ends."""
    parser = argparse.ArgumentParser(prog="python -m extractors.searchable_child")
    parser.add_argument("--seconds", type=int, required=True, help="processor time for all")
    chosen = parser.parse_args(arguments)
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # A stray print must not break a message.
    os.dup2(2, 1)
    host.cut_off_network()
    host.limit_private_memory(MEMORY_MB)
    host.limit_this_process(chosen.seconds, WRITTEN_FILE_MB, OPEN_FILES)
    while (request := read_frame(requests)) is not None:
        write_frame(answers, _answer(request))
    return 0


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    from extractors.searchable import NotMade, searchable_pdf

    try:
        with os.fdopen(host.open_regular(Path(request["path"])), "rb") as file:
            data = file.read(MOST_MB * host.MEGABYTE + 1)
        if len(data) > MOST_MB * host.MEGABYTE:
            return {"failed": "too_large"}
        content = content_from_json(request["content"])
        pdf = searchable_pdf(data, request["media_type"], content)
        Path(request["into"]).write_bytes(pdf)
    except NotMade as cause:
        return {"failed": cause.code}
    except MemoryError:
        return {"failed": "too_large"}
    except OSError:
        return {"failed": "unreadable"}
    except Exception:  # noqa: BLE001 - foreign parsers raise anything on damaged files
        return {"failed": "crashed"}
    return {"made": True}


if __name__ == "__main__":
    sys.exit(main())
