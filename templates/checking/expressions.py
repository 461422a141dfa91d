"""One tag read by Jinja2: what it names, or why it cannot be read."""

from __future__ import annotations

from typing import TypeVar

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

from extractors.wording import _
from templates.checking.tags import CHART, OPENINGS, PRINT, Tag
from templates.environment import ClosedEnvironment

_Kind = TypeVar("_Kind", bound=nodes.Node)

# All that a template may hold. It prints, repeats and asks; everything else defines, loads,
# computes or calls.
ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.For,
    nodes.If,
    nodes.Name,
    nodes.Getattr,
    nodes.Filter,
    nodes.Test,
    nodes.Not,
    nodes.And,
    nodes.Or,
    nodes.Compare,
    nodes.Operand,
    nodes.Const,
    nodes.CondExpr,
)


class Unreadable(Exception):
    """Jinja2 cannot read the tag. `code`: as of a finding."""

    def __init__(self, code: str, cause: str) -> None:
        self.code = code
        super().__init__(cause)


class Forbidden(Exception):
    """The tag does what no template may."""


def read(tag: Tag, env: ClosedEnvironment) -> nodes.Node | None:
    """Return the expression or loop of `tag`, None where it has none.

    A `nodes.For` of a loop, the expression of a condition or of what is printed. Raises
    Unreadable, Forbidden.
    """
    word = tag.word
    if tag.kind in (PRINT, CHART):
        found = _parsed(f"{{{{{tag.body}}}}}", env)
        output = found.body[0] if len(found.body) == 1 else None
        if not isinstance(output, nodes.Output) or len(output.nodes) != 1:
            raise Forbidden
        return output.nodes[0]
    if word == "elif":
        found = _parsed(f"{{% if true %}}{{%{tag.body}%}}{{% endif %}}", env)
        return _only(found, nodes.If).elif_[0].test
    if word not in OPENINGS:
        return None
    found = _parsed(f"{{%{tag.body}%}}{{% end{word} %}}", env)
    if word == "if":
        return _only(found, nodes.If).test
    loop = _only(found, nodes.For)
    if loop.recursive or not isinstance(loop.target, nodes.Name):
        raise Forbidden
    return loop


def _parsed(source: str, env: ClosedEnvironment) -> nodes.Template:
    try:
        found = env.parse(source)
    except TemplateSyntaxError as cause:
        raise Unreadable("syntax", _syntax(str(cause.message or cause))) from cause
    except RecursionError as cause:
        raise Forbidden from cause
    if not allowed(found):
        raise Forbidden
    return found


def _syntax(said: str) -> str:
    """Return what Jinja2 says of a tag in words that a clerk understands, where there are any."""
    if "end of print statement" in said or "end of statement block" in said:
        return _("one tag holds one field and its formats, each after a | of its own")
    return said


def allowed(template: nodes.Template) -> bool:
    """Does the template hold nothing but what it may?"""
    return all(isinstance(node, ALLOWED) for node in template.find_all(nodes.Node))


def _only(template: nodes.Template, kind: type[_Kind]) -> _Kind:
    node = template.body[0] if len(template.body) == 1 else None
    if not isinstance(node, kind):
        raise Forbidden
    return node
