"""What was probably meant by a name that leads nowhere."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from templates.field_titles import field_named
from templates.placeholders import is_part, printable

# From this likeness on, a single candidate is surely what was meant: yaer, borower.
_SURE = 0.75


@dataclass(frozen=True, slots=True)
class Meant:
    """written: as it belongs into the tag; leaf: its last name; sure: nothing else comes near"""

    written: str
    leaf: str
    sure: bool


def field_meant(
    name: str, owner: type, before: str, kind: type, loops: Mapping[str, Any]
) -> Meant | None:
    """Return the field meant by `name`, asked of `owner`.

    before  what stands before it in the tag: "one." or nothing
    kind    the document's dataclass; loops: the variables around, with their types
    """
    fields = printable(owner)
    titled = field_named(name, fields)
    if titled is not None:
        return Meant(before + titled, titled, sure=True)
    # In the wrong place: a field of the line written without it, or the other way round.
    lines = [
        loop
        for loop, one in reversed(list(loops.items()))
        if is_part(one) and one is not owner and name in printable(one)
    ]
    if lines:
        return Meant(f"{lines[0]}.{name}", name, sure=len(lines) == 1)
    if owner is not kind and name in printable(kind):
        return Meant(name, name, sure=True)
    near = difflib.get_close_matches(name, fields, n=1)
    return Meant(before + near[0], near[0], _is_sure(name, fields)) if near else None


def filter_meant(name: str, known: Iterable[str]) -> Meant | None:
    """Return the filter meant by `name`."""
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    return Meant(near[0], near[0], _is_sure(name, known)) if near else None


def _is_sure(name: str, known: Iterable[str]) -> bool:
    return len(difflib.get_close_matches(name, known, n=2, cutoff=_SURE)) == 1
