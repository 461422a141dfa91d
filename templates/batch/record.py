"""batch.jsonl: what a batch was asked for, and that it is finished. See docs/formats.md."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from archive import fsio

FORMAT = "hudang-batch-1"
NAME = "batch.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a batch was asked for; equal requests go on with the same batch.

    per_file  notices in a print file
    separate  whether each notice is also written as a document of its own
    sources   whether each bears the appendix 数据出处
    """

    kind: str
    language: str
    as_of: str
    known_on: str
    span: str | None
    unit: str | None
    manager: str | None
    per_file: int
    separate: bool
    sources: bool


@dataclass(frozen=True, slots=True)
class Record:
    """What batch.jsonl of a folder says. size: of what in it can be read."""

    asked: Asked
    template_sha256: str
    finished: bool
    size: int


def read(folder: Path) -> Record | None:
    """Return what was noted in `folder`; None where nothing whole was."""
    try:
        data = (folder / NAME).read_bytes()
    except FileNotFoundError:
        return None
    size = data.rfind(b"\n") + 1
    lines = [_line(line) for line in data[:size].splitlines()]
    if not lines or lines[0].get("format") != FORMAT:
        return None
    try:
        asked = Asked(**lines[0]["asked"])
    except (KeyError, TypeError):
        return None
    return Record(asked, str(lines[0].get("template")), "finished" in lines[-1], size)


def begin(folder: Path, asked: Asked, template_sha256: str) -> None:
    """Note what is asked for, in place of anything that a crash left there."""
    path = folder / NAME
    if path.exists():
        fsio.cut_durably(path, 0)
    _append(folder, {"format": FORMAT, "asked": asdict(asked), "template": template_sha256})


def finish(folder: Path, record: Record, notices: int, files: list[str]) -> None:
    """Note that all is done; what a crash left half written behind the record goes."""
    if not record.finished:
        fsio.cut_durably(folder / NAME, record.size)
        _append(folder, {"finished": {"notices": notices, "files": files}})


def _append(folder: Path, line: dict[str, Any]) -> None:
    fsio.append_durably(
        folder / NAME, (json.dumps(line, ensure_ascii=False) + "\n").encode("utf-8")
    )


def _line(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
