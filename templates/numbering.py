"""The number a draft bears: made from what it says, so that the same draft has the same number."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from ledger.figure import Figure
from templates.document import Document

# Crockford's base 32: no I, L, O or U to be taken for 1, 0 or V in handwriting.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_UNSAID = frozenset({"draft_number", "sources", "figures"})


def draft_number(kind: str, language: str, known_on: date, about: str, values: Document) -> str:
    """Return the number of a draft: "D20260105-7K3F9-Q2M4X".

    The day is `known_on`; the rest are 50 bits of a digest over everything the document says.
    """
    said = json.dumps([kind, language, about, _said(values)], ensure_ascii=False)
    digest = int.from_bytes(hashlib.sha256(said.encode("utf-8")).digest()[:7], "big") >> 6
    letters = "".join(_LETTERS[digest >> shift & 31] for shift in range(45, -1, -5))
    return f"D{known_on:%Y%m%d}-{letters[:5]}-{letters[5:]}"


def _said(value: Any) -> Any:
    """Return what a document says as plain lists, texts and numbers."""
    match value:
        case Figure():
            return [value.name, _said(value.value), value.unit]
        case None | bool() | int() | str():
            return value
        case Decimal():
            return format(value, "f")
        case date():
            return value.isoformat()
        case Sequence():
            return [_said(one) for one in value]
        case _:
            return [
                [one.name, _said(getattr(value, one.name))]
                for one in dataclasses.fields(value)
                if one.name not in _UNSAID
            ]
