"""Names in an expression: whether they lead to a field, and whether it suits what is done to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from jinja2 import nodes

from extractors.wording import _
from templates.charts.chart import Chart
from templates.checking.meant import Meant, field_meant, filter_meant
from templates.environment import LOOP_FIELDS, TEST_NAMES, suits
from templates.field_titles import title_of
from templates.placeholders import element, is_part, may_be_empty, printable, without_none

# A type that nothing more is asked of: a text, or what could not be followed.
ANY = object()
LOOP = object()


@dataclass(frozen=True, slots=True)
class Scope:
    """What a name means at one place of a template.

    kind     the document's dataclass
    loops    the variables of the loops around, innermost last, with the type of one element
    outside  variables of loops that are elsewhere: where that loop is
    """

    kind: type
    loops: Mapping[str, Any]
    outside: Mapping[str, str]


class Tell(Protocol):
    """Takes what is wrong at one place. mendable: `Names.sure` says what was meant"""

    def __call__(self, code: str, message: str, *, mendable: bool = False) -> None: ...


@dataclass(slots=True)
class Names:
    """Follows one expression. used: "ProductLine.title" …; empty: fields that may have no value"""

    scope: Scope
    tell: Tell
    # What was surely meant by a name that leads nowhere: (as written, as meant).
    sure: list[tuple[str, str]] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    empty: list[str] = field(default_factory=list)

    def type_of(self, node: nodes.Node) -> Any:
        """Return the type of what `node` gives; say what is wrong on the way."""
        match node:
            case nodes.Name():
                return self._name(node.name)
            case nodes.Getattr():
                return self._attribute(node)
            case nodes.Filter():
                return self._filtered(node)
            case nodes.Test():
                self.type_of(node.node)
                if node.name not in TEST_NAMES:
                    self.tell(
                        "unknown_filter",
                        _("there is no test {name}; known here: {known}").format(
                            name=node.name, known=", ".join(TEST_NAMES)
                        ),
                    )
                return bool
            case nodes.Not() | nodes.Compare() | nodes.Operand() | nodes.And() | nodes.Or():
                for child in node.iter_child_nodes():
                    self.type_of(child)
                return bool
            case nodes.CondExpr():
                self.type_of(node.test)
                for branch in (node.expr1, node.expr2):
                    self.printed(branch)
                return ANY
            case _:
                return ANY

    def printed(self, node: nodes.Node | None) -> None:
        """Follow what is printed in one place: it has to be one value."""
        if node is None:
            return
        found = self.type_of(node)
        wanted = without_none(found)
        name = _written(node)
        if may_be_empty(found):
            self.empty.append(name)
        if element(wanted) is not None:
            self.tell(
                "wrong_type",
                _("{name} is a list: repeat a line with for one in {name}").format(name=name),
            )
        elif wanted is Chart:
            self.tell(
                "wrong_type",
                _("{name} is a chart: write it as the alternative text of a chart").format(
                    name=name
                ),
            )
        elif is_part(wanted):
            known = ", ".join(f"{name}.{one}" for one in list(printable(wanted))[:4])
            self.tell(
                "wrong_type",
                _("{name} has several values: print one of them, such as {known}").format(
                    name=name, known=known
                ),
            )
        elif wanted is bool:
            self.tell(
                "wrong_type",
                _("{name} is yes or no: ask for it with if, and write the words").format(name=name),
            )

    def drawn(self, node: nodes.Node | None) -> None:
        """Follow what fills a chart."""
        if node is not None and without_none(self.type_of(node)) not in (Chart, ANY):
            charts = (n for n, t in printable(self.scope.kind).items() if without_none(t) is Chart)
            self.tell(
                "chart",
                _("{name} is not the data of a chart; known here: {known}").format(
                    name=_written(node), known=", ".join(charts)
                ),
            )

    def looped(self, loop: nodes.For) -> Any:
        """Return the type of one element of what `loop` goes through."""
        found = without_none(self.type_of(loop.iter))
        inner = element(found)
        named = isinstance(loop.iter, (nodes.Name, nodes.Getattr))
        if inner is None and not (named and found is ANY):
            self.tell(
                "wrong_type",
                _("{name} is one value, not a list: there is nothing to repeat").format(
                    name=_written(loop.iter)
                ),
            )
        return ANY if inner is None else inner

    def _name(self, name: str) -> Any:
        if name == "loop" and self.scope.loops:
            return LOOP
        if name in self.scope.loops:
            return self.scope.loops[name]
        fields = printable(self.scope.kind)
        if name in fields:
            self.used.add(f"{self.scope.kind.__name__}.{name}")
            return fields[name]
        if name in self.scope.outside:
            self.tell(
                "outside_loop",
                _("{name} is known only between its for and endfor ({place})").format(
                    name=name, place=self.scope.outside[name]
                ),
            )
        else:
            self._unknown(name, self.scope.kind, "")
        return ANY

    def _attribute(self, node: nodes.Getattr) -> Any:
        owner = without_none(self.type_of(node.node))
        name = _written(node.node)
        if not isinstance(node.node, (nodes.Name, nodes.Getattr)):
            said = _("{name} is one value and has no {attribute}")
            self.tell("unknown_field", said.format(name=name, attribute=node.attr))
            return ANY
        if owner is LOOP:
            if node.attr not in LOOP_FIELDS:
                self.tell("unknown_field", _("loop has no {name}").format(name=node.attr))
            return int
        if owner is ANY:
            return ANY
        if is_part(owner):
            fields = printable(owner)
            if node.attr in fields:
                self.used.add(f"{owner.__name__}.{node.attr}")
                return fields[node.attr]
            self._unknown(node.attr, owner, f"{name}.")
        elif element(owner) is not None:
            self.tell(
                "wrong_type",
                _("{name} is a list: repeat a line with for one in {name}").format(name=name),
            )
        else:
            self.tell(
                "unknown_field",
                _("{name} is one value and has no {attribute}").format(
                    name=name, attribute=node.attr
                ),
            )
        return ANY

    def _filtered(self, node: nodes.Filter) -> Any:
        found = self.type_of(node.node) if node.node is not None else ANY
        wanted = without_none(found)
        known = suits()
        if node.name not in known:
            self._unknown_filter(node.name, known)
            return ANY
        if node.args or node.kwargs:
            self.tell(
                "unknown_filter", _("{name} takes nothing in brackets").format(name=node.name)
            )
        allowed = known[node.name]
        if allowed and isinstance(wanted, type) and not issubclass(wanted, allowed):
            self.tell("wrong_type", self._unsuited(node, wanted, known))
        return (str | None) if may_be_empty(found) else str

    def _unsuited(
        self, node: nodes.Filter, wanted: type, known: Mapping[str, tuple[type, ...]]
    ) -> str:
        good = [name for name, types in known.items() if types and issubclass(wanted, types)]
        name = _written(node.node)
        if not good:
            return _("{name} is printed as it is: leave |{filter} out").format(
                name=name, filter=node.name
            )
        return _("|{filter} does not suit {name}; what suits it: {known}").format(
            filter=node.name, name=name, known=", ".join(good)
        )

    def _unknown(self, name: str, owner: type, before: str) -> None:
        """Tell that `owner` has no field `name`, with what was probably meant."""
        meant = field_meant(name, owner, before, self.scope.kind, self.scope.loops)
        if meant is None:
            self.tell("unknown_field", _("there is no field {name}").format(name=before + name))
            return
        title = title_of(meant.leaf)
        said = _("there is no field {name}; did you mean {near}?").format(
            name=before + name, near=f"{meant.written} ({title})" if title else meant.written
        )
        self._told_with(meant, "unknown_field", before + name, said)

    def _unknown_filter(self, name: str, known: Mapping[str, tuple[type, ...]]) -> None:
        meant = filter_meant(name, known)
        if meant is None:
            said = _("there is no filter |{name}; known here: {known}")
            self.tell("unknown_filter", said.format(name=name, known=", ".join(known)))
            return
        said = _("there is no filter |{name}; did you mean |{near}?")
        told = said.format(name=name, near=meant.written)
        self._told_with(meant, "unknown_filter", name, told)

    def _told_with(self, meant: Meant, code: str, name: str, said: str) -> None:
        if meant.sure:
            self.sure.append((name, meant.written))
        self.tell(code, said, mendable=meant.sure)


def names_in(node: nodes.Node) -> frozenset[str]:
    """Return the fields that an expression names, as they are written."""
    found = [node, *node.find_all((nodes.Name, nodes.Getattr))]
    return frozenset(_written(one) for one in found)


def _written(node: nodes.Node | None) -> str:
    """Return an expression as a clerk writes it; only names and dots."""
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    if isinstance(node, nodes.Filter):
        return _written(node.node)
    return node.name if isinstance(node, nodes.Name) else "…"
