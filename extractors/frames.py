"""JSON messages over a pipe: four bytes of length, then that many bytes of UTF-8. Never pickle."""

from __future__ import annotations

import json
import struct
from typing import IO, Any

# A 500-page scan with boxes is about 20 MB; what is larger is a fault, not an answer.
MOST_BYTES = 128 * 1024 * 1024
_LENGTH = struct.Struct(">I")


class FrameBroken(Exception):
    """What came over the pipe is no message: too long, cut short or not JSON."""


def write_frame(pipe: IO[bytes], message: dict[str, Any]) -> None:
    """Send one message. Raises FrameBroken if it is too long, OSError if nobody listens."""
    body = json.dumps(message, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    if len(body) > MOST_BYTES:
        raise FrameBroken("message too long")
    pipe.write(_LENGTH.pack(len(body)) + body)
    pipe.flush()


def read_frame(pipe: IO[bytes]) -> dict[str, Any] | None:
    """Return the next message; None at the end of the pipe. Raises FrameBroken."""
    head = pipe.read(_LENGTH.size)
    if not head:
        return None
    if len(head) < _LENGTH.size:
        raise FrameBroken("cut short")
    (length,) = _LENGTH.unpack(head)
    if length > MOST_BYTES:
        raise FrameBroken("message too long")
    body = pipe.read(length)
    if len(body) < length:
        raise FrameBroken("cut short")
    try:
        message = json.loads(body)
    except ValueError as cause:
        raise FrameBroken("not JSON") from cause
    if not isinstance(message, dict):
        raise FrameBroken("not a message")
    return message
