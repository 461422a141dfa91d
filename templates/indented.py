"""JSON with one item a line, as `json.dumps(…, ensure_ascii=False, indent=1)` writes it.

That one passes every word up through all levels it stands in, which takes seconds for the rows
behind the figures of a large ledger; this one joins each level once. The bytes are the same.
"""

from __future__ import annotations

import json
from typing import Any

_word = json.JSONEncoder(ensure_ascii=False).encode


def indented(value: Any, line: str = "\n") -> str:
    """Return `value` as JSON: dicts with texts as keys, lists, tuples, and what has no parts.

    line  what begins each line at this level
    """
    inner = line + " "
    if isinstance(value, dict) and value:
        parts = [f"{_word(key)}: {indented(part, inner)}" for key, part in value.items()]
        return "{" + inner + f",{inner}".join(parts) + line + "}"
    if isinstance(value, list | tuple) and value:
        return (
            "[" + inner + f",{inner}".join([indented(part, inner) for part in value]) + line + "]"
        )
    # Numbers by way of the encoder take long.
    return str(value) if type(value) is int else _word(value)
