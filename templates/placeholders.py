"""Which fields a template names, and whether its document kind has them."""

from __future__ import annotations

import dataclasses
import types
import typing
from dataclasses import dataclass, field
from typing import Any

from jinja2 import nodes

from ledger.figure import Figure
from templates.charts.chart import Chart

# Fields that a document carries for its provenance and that no template prints.
UNPRINTED: dict[str, bool] = {"printed": False}


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that leads nowhere. `known` are the names that would be right there."""

    name: str
    known: tuple[str, ...]
    line: int


@dataclass(slots=True)
class Named:
    """What one template part names.

    used       "AnnualSummary.year", "ProductLine.title" …
    unknown    in the order they stand
    no_charts  fields that a chart is to be filled with and that hold none
    """

    used: set[str] = field(default_factory=set)
    unknown: list[Unknown] = field(default_factory=list)
    no_charts: list[Unknown] = field(default_factory=list)


def named_in(tree: nodes.Template, kind: type) -> Named:
    """Return every field that `tree` names, seen from a document of dataclass `kind`."""
    walk = _Walk(kind)
    walk.visit(tree, {})
    return walk.named


def fields_to_print(kind: type) -> set[str]:
    """Return all fields a template of `kind` should name, those of its lines included."""
    found: set[str] = set()
    _collect(kind, found)
    return found


def _collect(kind: type, found: set[str]) -> None:
    hints = typing.get_type_hints(kind)
    for one in dataclasses.fields(kind):
        name = f"{kind.__name__}.{one.name}"
        if one.metadata.get("printed", True) is False or name in found:
            continue
        found.add(name)
        inner = _innermost(hints[one.name])
        # What a chart shows is drawn, not printed.
        if _is_document_part(inner) and inner is not Chart:
            _collect(inner, found)


def _innermost(hint: Any) -> Any:
    while True:
        hint = _without_none(hint)
        element = _element(hint)
        if element is None:
            return hint
        hint = element


def _is_document_part(hint: Any) -> bool:
    return isinstance(hint, type) and dataclasses.is_dataclass(hint) and hint is not Figure


def _without_none(hint: Any) -> Any:
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        kept = [one for one in typing.get_args(hint) if one is not types.NoneType]
        return kept[0] if len(kept) == 1 else hint
    return hint


def _element(hint: Any) -> Any:
    arguments = typing.get_args(hint)
    return arguments[0] if typing.get_origin(hint) is tuple and arguments else None


class _Walk:
    """Visits the tree with the types of the names in scope."""

    def __init__(self, kind: type) -> None:
        self.kind = kind
        self.named = Named()

    def visit(self, node: nodes.Node, scope: dict[str, Any]) -> Any:
        """Note what `node` names; return the type of its value, None where it does not matter."""
        match node:
            case nodes.For():
                inner = dict(scope)
                inner["loop"] = None
                if isinstance(node.target, nodes.Name):
                    inner[node.target.name] = _element(_without_none(self.visit(node.iter, scope)))
                for child in [*node.body, *([node.test] if node.test else [])]:
                    self.visit(child, inner)
                for child in node.else_:
                    self.visit(child, scope)
                return None
            case nodes.Assign():
                value = self.visit(node.node, scope)
                if isinstance(node.target, nodes.Name):
                    scope[node.target.name] = value
                return None
            case nodes.Name():
                if node.name in scope:
                    return scope[node.name]
                return self._field(self.kind, node.name, node.lineno)
            case nodes.Getattr():
                owner = _without_none(self.visit(node.node, scope))
                if _is_document_part(owner):
                    return self._field(owner, node.attr, node.lineno)
                if isinstance(node.node, nodes.Name) and node.node.name == "loop":
                    return None
                shown = owner.__name__ if isinstance(owner, type) else "?"
                self.named.unknown.append(Unknown(f"{shown}.{node.attr}", (), node.lineno))
                return None
            case nodes.Filter(name="_numbered"):
                found = len(self.named.unknown)
                hint = None if node.node is None else self.visit(node.node, scope)
                if _without_none(hint) is not Chart and len(self.named.unknown) == found:
                    name = _words_of(node.node)
                    self.named.no_charts.append(Unknown(name, self._charts(), node.lineno))
                return None
            case nodes.Getitem():
                owner = _without_none(self.visit(node.node, scope))
                self.visit(node.arg, scope)
                return _element(owner)
            case _:
                for child in node.iter_child_nodes():
                    self.visit(child, scope)
                return None

    def _charts(self) -> tuple[str, ...]:
        hints = typing.get_type_hints(self.kind)
        return tuple(name for name, hint in hints.items() if _without_none(hint) is Chart)

    def _field(self, owner: type, name: str, line: int) -> Any:
        hints = typing.get_type_hints(owner)
        if name not in hints:
            self.named.unknown.append(Unknown(name, tuple(hints), line))
            return None
        self.named.used.add(f"{owner.__name__}.{name}")
        return hints[name]


def _words_of(node: nodes.Node | None) -> str:
    """Return a name as it is written: one.balance_chart."""
    match node:
        case nodes.Name():
            return str(node.name)
        case nodes.Getattr():
            return f"{_words_of(node.node)}.{node.attr}"
        case _:
            return ""
