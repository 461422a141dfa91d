"""A reader for archive tests: papers are small JSON texts that say what was "read" of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from archive.intake import Event, Intake
from archive.settings import InboxSettings, OfficeSettings, Settings
from archive.workspace import Workspace, create_workspace
from extractors.content import Content, Line, Page, Word
from extractors.outcome import ReadDone, ReadFailed, ReadOutcome
from extractors.reading import FieldValue, Mark, Part, Problem, Reading, Value

# Invented people with true check digits.
IDS = ("110101199003070134", "110101198512050014", "110101197801014410")


def paper(
    doc_type: str | None = "loan_contract", *, problems: str = "", codes: str = "", **fields: str
) -> bytes:
    """Return a paper that reads as `fields`; dates are recognised by their keys.

    codes  texts of labels on it, and of the separator sheet before it
    """
    said: dict[str, Any] = {"doc_type": doc_type, "fields": fields, "problems": problems.split()}
    if codes:
        said["codes"] = codes.split()
    return json.dumps(said, sort_keys=True).encode()


def scan_of(*papers: bytes, confidence: float = 1.0) -> bytes:
    """Return a scan that holds these papers, a page each; `confidence` of the cuts."""
    parts = [json.loads(one) for one in papers]
    return json.dumps(parts[0] | {"parts": parts, "confidence": confidence}).encode()


class JsonReader:
    """Reads `paper` at once, in this process."""

    def submit(self, path: Path) -> Future[ReadOutcome]:
        """Return the finished reading of a paper."""
        future: Future[ReadOutcome] = Future()
        try:
            future.set_result(_read(path.read_bytes()))
        except ValueError:
            future.set_result(ReadFailed("unreadable", ""))
        return future


def _read(data: bytes) -> ReadDone:
    said: dict[str, Any] = json.loads(data)
    parts = [json.dumps(one) for one in said.get("parts", [])]
    reading = replace(
        _reading(said),
        pages=len(parts) or 1,
        parts=tuple(
            Part(
                pages=(number,),
                reading=_reading(json.loads(text)),
                confidence=said["confidence"] if number > 1 else 1.0,
                why=(_why(text),),
            )
            for number, text in enumerate(parts, start=1)
        ),
    )
    pages = tuple(
        Page(number, 595, 842, (Line((Word(text),)),))
        for number, text in enumerate(parts or [data.decode()], start=1)
    )
    return ReadDone(Content(pages, "text/plain"), reading)


def _why(text: str) -> str:
    return "separator" if ":S:" in text else "draft" if "XDD:" in text else "title"


def _reading(said: dict[str, Any]) -> Reading:
    return Reading(
        doc_type=said["doc_type"],
        language="zh",
        pages=1,
        ocr=False,
        fields={
            name: tuple(
                FieldValue(value=_value(name, text), text=text) for text in texts.split("|")
            )
            for name, texts in said["fields"].items()
        },
        problems=tuple(Problem(None, code, code) for code in said["problems"]),
        codes=tuple(Mark(text, 1) for text in said.get("codes", ())),
    )


def _value(name: str, text: str) -> Value:
    return date.fromisoformat(text) if name.endswith("_date") else text


CHOSEN = Settings(
    office=OfficeSettings(language="en"),
    inbox=InboxSettings(quiet_seconds=0.0, scan_seconds=0.05, reserve_mb=0),
)


@cache
def _empty() -> Mapping[Path, bytes | None]:
    """What a new workspace consists of: files with their bytes, folders with None.

    Made once in a process: the migrations take ten times as long as writing the result.
    """
    with TemporaryDirectory() as folder:
        made = create_workspace(Path(folder) / "w", CHOSEN)
        made.engine.dispose()
        return {
            path.relative_to(made.root): None if path.is_dir() else path.read_bytes()
            for path in sorted(made.root.rglob("*"))
        }


def new_workspace(root: Path) -> Workspace:
    """Make a workspace that takes files at once."""
    root.mkdir(parents=True, exist_ok=True)
    for path, data in _empty().items():
        if data is None:
            (root / path).mkdir()
        else:
            (root / path).write_bytes(data)
    return Workspace(root.resolve(), CHOSEN)


def drop(workspace: Workspace, name: str, data: bytes) -> Path:
    """Put a file into the inbox in one go."""
    target = workspace.inbox / name
    target.write_bytes(data)
    return target


def take_in(workspace: Workspace, events: list[Event] | None = None) -> Intake:
    """Take in everything that is in the inbox and return the intake."""
    heard = events if events is not None else []
    intake = Intake(workspace, JsonReader(), on_event=heard.append)
    intake.start()
    settle(intake)
    return intake


def settle(intake: Intake) -> None:
    """Go on until nothing is left to take."""
    intake.take()
    while intake.busy or intake.more:
        intake.go_on()
        if intake.more:
            intake.take()
