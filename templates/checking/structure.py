"""Loops and conditions of a part: whether each ends where it may, and what is known inside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from jinja2 import nodes

from extractors.wording import N_, _
from templates.checking.blocks import Block
from templates.checking.expressions import Forbidden, Unreadable, read
from templates.checking.finding import NOTE, Finding
from templates.checking.levels import Span, common_level
from templates.checking.names import Names, Scope, names_in
from templates.checking.tags import (
    BETWEEN,
    CHART,
    ENDS,
    LONGEST,
    MERGE,
    OPENINGS,
    PRINT,
    REMARK,
    STATEMENT,
    Tag,
    in_order,
)
from templates.environment import ClosedEnvironment

# Set once in hudang.toml, not left to each document.
_OF_THE_OFFICE = frozenset({"institution", "department"})
# So many loops and conditions may stand in one another; Python itself allows twenty.
_DEEPEST = 10
_LEVELLED = ("p", "tr", "tc")


@dataclass(frozen=True, slots=True)
class _Open:
    """A loop or condition that has begun. variable: of a loop; between: its else and elif;
    asked: what a condition asks for
    """

    tag: Tag
    variable: str | None
    element: Any
    between: list[Tag]
    asked: frozenset[str]


@dataclass(slots=True)
class Structure:
    """Walks the tags of one part in the order in which they are filled."""

    kind: type
    env: ClosedEnvironment
    found: list[Finding] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    spans: list[Span] = field(default_factory=list)
    # A loop or condition and its end at another level, where both could stand at one.
    uneven: list[tuple[Tag, Tag]] = field(default_factory=list)
    _sure: dict[Tag, list[tuple[str, str]]] = field(default_factory=dict)
    _open: list[_Open] = field(default_factory=list)
    _outside: dict[str, str] = field(default_factory=dict)

    def walk(self, blocks: Sequence[Block]) -> None:
        """Check every tag of `blocks`; findings and used fields are kept."""
        tags = [tag for tag in in_order(blocks) if tag.kind != REMARK]
        expressions = {tag: self._read(tag) for tag in tags}
        self._outside = {
            loop.target.name: tag.block.place()
            for tag, loop in expressions.items()
            if isinstance(loop, nodes.For) and isinstance(loop.target, nodes.Name)
        }
        for tag in tags:
            self._step(tag, expressions[tag])
        for left in self._open:
            self._tell(left.tag, "unbalanced", _without_end(left.tag))

    @property
    def meant(self) -> list[tuple[Tag, str, str]]:
        """Return the names that surely mean another: the tag, as written, as meant."""
        return [
            (tag, before, after) for tag, names in self._sure.items() for before, after in names
        ]

    def _step(self, tag: Tag, expression: nodes.Node | None) -> None:
        if tag.kind == PRINT:
            names = self._names(tag)
            names.printed(expression)
            self._note_empty(tag, names)
        elif tag.kind == CHART:
            self._names(tag).drawn(expression)
        elif tag.word in OPENINGS:
            self._begin(tag, expression)
        elif tag.word in BETWEEN:
            self._between(tag)
            if tag.word == "elif" and expression is not None:
                self._names(tag).type_of(expression)
        elif tag.word in ENDS:
            self._end(tag)

    def _read(self, tag: Tag) -> nodes.Node | None:
        if len(tag.body) > LONGEST:
            self._tell(tag, "forbidden", _("{tag} is too long for a tag").format(tag=tag.shown))
            return None
        if tag.body.startswith(("-", "+")) or tag.body.endswith(("-", "+")):
            self._tell(
                tag,
                "forbidden",
                _("{tag}: leave the - beside the braces out; it would join paragraphs").format(
                    tag=tag.shown
                ),
            )
            return None
        if tag.kind == STATEMENT and tag.word not in (*OPENINGS, *BETWEEN, *ENDS, MERGE):
            self._tell(tag, "forbidden", _strange(tag))
            return None
        if tag.kind == PRINT and tag.body.startswith(("p ", "tr ", "tc ", "r ")):
            self._tell(
                tag,
                "forbidden",
                _("{tag}: only {{% %}} may take the place of a whole line; write {meant}").format(
                    tag=tag.shown, meant=f"{{{{ {tag.body.partition(' ')[2].strip()} }}}}"
                ),
            )
            return None
        try:
            return read(tag, self.env)
        except Unreadable as cause:
            self._tell(
                tag,
                cause.code,
                _("{tag} cannot be read; look at brackets, quotation marks and | ({cause})").format(
                    tag=tag.shown, cause=cause
                ),
            )
        except Forbidden:
            self._tell(tag, "forbidden", _strange(tag))
        return None

    def _names(self, tag: Tag) -> Names:
        loops = {one.variable: one.element for one in self._open if one.variable is not None}
        scope = Scope(self.kind, loops, self._outside)

        def tell(code: str, message: str, *, mendable: bool = False) -> None:
            self._tell(tag, code, message, mendable=mendable)

        names = Names(scope, tell, self._sure.setdefault(tag, []))
        # One set for the whole part.
        names.used = self.used
        return names

    def _note_empty(self, tag: Tag, names: Names) -> None:
        """A blank to fill in is no use on every page's margin."""
        asked = frozenset().union(*(one.asked for one in self._open))
        empty = [name for name in names.empty if name not in asked | _OF_THE_OFFICE]
        if empty and tag.block.part.startswith(("word/header", "word/footer")):
            self._tell(
                tag,
                "blank_in_margin",
                _(
                    "{name} may be empty, and would be a blank line on every page: put it between "
                    "{{% if {name} %}} and {{% endif %}}"
                ).format(name=empty[0]),
                NOTE,
            )

    def _begin(self, tag: Tag, expression: nodes.Node | None) -> None:
        variable, element = None, None
        asked: frozenset[str] = frozenset()
        if isinstance(expression, nodes.For):
            variable = getattr(expression.target, "name", None)
            element = self._names(tag).looped(expression)
        elif expression is not None:
            self._names(tag).type_of(expression)
            asked = names_in(expression)
        if len(self._open) == _DEEPEST:
            said = _("{tag}: more than {count} loops and conditions in one another")
            self._tell(tag, "forbidden", said.format(tag=tag.shown, count=_DEEPEST))
        self._open.append(_Open(tag, variable, element, [], asked))
        if isinstance(expression, nodes.For) and expression.test is not None:
            # What a loop leaves out is asked of its own variable.
            self._names(tag).type_of(expression.test)

    def _between(self, tag: Tag) -> None:
        around = self._open[-1].tag if self._open else None
        if around is None or (tag.word == "elif" and around.word != "if"):
            self._tell(
                tag,
                "unbalanced",
                _("{tag} stands outside of any condition").format(tag=tag.shown),
            )
        else:
            self._open[-1].between.append(tag)
            self._compare(around, tag)

    def _end(self, tag: Tag) -> None:
        begun = ENDS[tag.word]
        if not any(one.tag.word == begun for one in self._open):
            self._tell(
                tag,
                "unbalanced",
                _("{tag} has no beginning: there is no {begun} before it").format(
                    tag=tag.shown, begun=begun
                ),
            )
            return
        while (last := self._open.pop()).tag.word != begun:
            self._tell(last.tag, "unbalanced", _without_end(last.tag))
        self._compare(last.tag, tag)
        always = any(one.word == "else" for one in last.between)
        self.spans.append(Span(last.tag, tag, always))

    def _compare(self, begun: Tag, tag: Tag) -> None:
        """The end of a loop has to stand at the level of its beginning, in the same table."""
        if begun.level != tag.level:
            message = _("{begun} needs {meant}, written like it, not {tag}")
        elif begun.home is not tag.home:
            message = _(_ELSEWHERE.get(begun.level, _ELSEWHERE[""]))
        else:
            return
        meant = f"{{%{begun.level}{'' if tag.body.startswith(' ') else ' '}{tag.body}%}}"
        common = common_level(begun, tag)
        if common is not None:
            self.uneven.append((begun, tag))
            message = _("{begun} and {tag} are written differently: write {level} in both")
        self._tell(
            tag,
            "level",
            message.format(
                begun=begun.shown,
                tag=tag.shown,
                meant=meant,
                place=begun.block.place(),
                level=f"{{%{common}",
            ),
            mendable=common is not None,
        )

    def _tell(
        self, tag: Tag, code: str, message: str, weight: str = "fault", *, mendable: bool = False
    ) -> None:
        self.found.append(Finding(code, tag.block.place(), message, weight, mendable))


_ELSEWHERE = {
    "": N_(
        "{tag} stands in another paragraph than {begun} ({place}): give each a line of its own "
        "and write {{%p in both"
    ),
    "p": N_("{tag} stands in another table cell or place than {begun} ({place})"),
    "tr": N_("{tag} stands in another table than {begun} ({place})"),
    "tc": N_("{tag} stands in another row than {begun} ({place})"),
}


def _without_end(tag: Tag) -> str:
    level = f"{tag.level} " if tag.level else " "
    return _("{tag} has no end: {meant} is missing").format(
        tag=tag.shown, meant=f"{{%{level}end{tag.word} %}}"
    )


def _strange(tag: Tag) -> str:
    body = tag.body.strip()
    level, _blank, rest = body.partition(" ")
    if tag.kind == STATEMENT and level.lower() in _LEVELLED and rest:
        return _("{tag}: write it without a blank before it, {meant}").format(
            tag=tag.shown, meant=f"{{%{level.lower()} {rest.strip()} %}}"
        )
    return _(
        "{tag}: a template prints fields and repeats rows; it cannot compute or load anything"
    ).format(tag=tag.shown)
