"""The fields of a document's dataclass that a template may name, and their types."""

from __future__ import annotations

import dataclasses
import types
import typing
from functools import lru_cache
from typing import Any

from ledger.figure import Figure
from templates.charts.chart import Chart

# Fields that a template may leave out without losing anything.
UNPRINTED: dict[str, bool] = {"printed": False}


def printable(kind: type[Any]) -> dict[str, Any]:
    """Return the fields of a dataclass that a template may name, with their types."""
    return _printable(typing.cast(typing.Hashable, kind))


@lru_cache(maxsize=512)
def _printable(kind: Any) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    return {one.name: hints[one.name] for one in dataclasses.fields(kind)}


def is_part(hint: Any) -> bool:
    """Is it a dataclass with fields of its own, such as the line of a table? A figure is a value"""
    return isinstance(hint, type) and dataclasses.is_dataclass(hint) and hint is not Figure


def without_none(hint: Any) -> Any:
    """Return the type of a value that is there."""
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        kept = [one for one in typing.get_args(hint) if one is not types.NoneType]
        return kept[0] if len(kept) == 1 else hint
    return hint


def may_be_empty(hint: Any) -> bool:
    """Can it be None, which prints as a blank to fill in?"""
    return types.NoneType in typing.get_args(hint)


def element(hint: Any) -> Any:
    """Return the type of a tuple's elements; None for what is not a tuple."""
    arguments = typing.get_args(hint)
    return arguments[0] if typing.get_origin(hint) is tuple and arguments else None


def innermost(hint: Any) -> Any:
    """Return the type of what stands in tuples of tuples."""
    while (inner := element(without_none(hint))) is not None:
        hint = inner
    return without_none(hint)


def fields_to_print(kind: type) -> set[str]:
    """Return all fields a template of `kind` should name, as "ProductLine.title"."""
    found: set[str] = set()
    _collect(kind, found)
    return found


def _collect(kind: type, found: set[str]) -> None:
    hints = printable(kind)
    for one in dataclasses.fields(kind):
        hint, owned = hints[one.name], f"{kind.__name__}.{one.name}"
        if one.metadata.get("printed", True) is False or owned in found:
            continue
        found.add(owned)
        inner = innermost(hint)
        # What a chart shows is drawn, not printed.
        if is_part(inner) and inner is not Chart:
            _collect(inner, found)
