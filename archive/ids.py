"""Identifiers that sort by time and say nothing about what they name."""

from __future__ import annotations

import secrets
import threading
import time

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_lock = threading.Lock()
_last = 0


def new_id() -> str:
    """Return a ULID in lower case: 48 bits of milliseconds, 80 random bits, 26 characters.

    Each is greater than the one before, though the clock be set back while the program runs.
    """
    global _last
    with _lock:
        fresh = (time.time_ns() // 1_000_000) << 80 | secrets.randbits(80)
        _last = number = max(fresh, _last + 1)
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(125, -1, -5))
