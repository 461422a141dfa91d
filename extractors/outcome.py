"""What came of reading one file in a child process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from extractors.content import Content
from extractors.content_json import content_from_json, content_to_json
from extractors.reading import Reading


@dataclass(frozen=True, slots=True)
class ReadDone:
    """The document was read."""

    content: Content
    reading: Reading


@dataclass(frozen=True, slots=True)
class ReadFailed:
    """The document could not be read.

    code     a key of extractors.sources.refusal.MESSAGES: "unreadable", "timeout" …
    message  what happened and what to do next, for the person; does not name the file
    detail   where in the program it happened, for a developer; no content of the document
    """

    code: str
    message: str
    detail: str = ""


ReadOutcome = ReadDone | ReadFailed


def done_to_json(content: Content, reading: Reading) -> dict[str, Any]:
    """Return the message that says a document was read."""
    return {"content": content_to_json(content), "reading": reading.to_json()}


def done_from_json(message: dict[str, Any]) -> ReadDone:
    """Rebuild the outcome from `done_to_json`'s form. Raises ValueError on any other shape."""
    try:
        content, reading = message["content"], message["reading"]
    except KeyError as cause:
        raise ValueError("not an answer") from cause
    return ReadDone(content_from_json(content), Reading.from_json(reading))
