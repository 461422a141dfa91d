"""Whether a document's values are all there: asked before anything is filled."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from extractors.wording import _
from templates.field_titles import shown
from templates.placeholders import is_part, may_be_empty, printable, without_none

# More names than this no person reads.
_NAMED = 12


def lacking(values: Any) -> list[str]:
    """Return the fields of `values` that must have a value and have none, as people call them."""
    return list(dict.fromkeys(_lacking(values, "")))


def said(names: list[str]) -> str:
    """Return the names for a message."""
    more = len(names) - _NAMED
    listed = ", ".join(names[:_NAMED])
    return f"{listed}, +{more}" if more > 0 else listed


def _lacking(values: Any, where: str) -> Iterator[str]:
    for name, hint in printable(type(values)).items():
        value = getattr(values, name)
        if value is None:
            if not may_be_empty(hint):
                yield where + shown(name)
        elif not _suits(value, without_none(hint)):
            yield _("{field}: a value of the wrong type").format(field=where + shown(name))
        elif isinstance(value, tuple):
            for number, one in enumerate(value, start=1):
                if dataclasses.is_dataclass(one) and is_part(type(one)):
                    at = _("{field}, line {number}: ").format(field=shown(name), number=number)
                    yield from _lacking(one, where + at)
        elif is_part(type(value)):
            yield from _lacking(value, f"{where}{shown(name)}: ")


def _suits(value: Any, hint: Any) -> bool:
    return not isinstance(hint, type) or isinstance(value, hint)
