"""What a person typed, as a tree that any engine can answer; no engine's words in it.

The grammar (docs/search.md) is read by Whoosh's query parser; whatever it cannot read is searched
as words, and the reader is told how it was understood. `parse` never raises.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from indexer.fields import FIELDS, Field, Kind, field_named, interval
from indexer.normalise import search_form


@dataclass(frozen=True, slots=True)
class Words:
    """Text that must stand somewhere: in `field`, or anywhere where it is None.

    exact  it was quoted: no longer words, no spellings in pinyin
    """

    text: str
    field: str | None = None
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Between:
    """A value of `field` from `least` to `greatest`, both included; None is open.

    Money is in fen, days are 20260331. `typed` is what the person wrote.
    """

    field: str
    least: int | None
    greatest: int | None
    typed: str


@dataclass(frozen=True, slots=True)
class Exactly:
    """`field` has this value and no other; asked for by the program, never typed."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class All:
    """Every part; with no parts: every document."""

    parts: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Some:
    """At least one part."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """Not this."""

    part: Node


Node = Words | Between | Exactly | All | Some | Without


@dataclass(frozen=True, slots=True)
class Understood:
    """A query's tree, and the parts of it that could only be taken as words.

    as_words  what looked like a field or a range and was searched as text, as typed
    """

    tree: Node
    as_words: tuple[str, ...] = ()


# What input methods type instead of the grammar's own signs.
_TYPED = str.maketrans("“”„‟″「」『』（）＋\x00", '"""""""""()+ ')
# A field's colon, comparison and dots in full width.
_FIELD_SIGN = re.compile("([A-Za-zÀ-ÿ\u3400-\u9fff]+)\\s?：\\s?(?=\\S)")
_FULL_WIDTH_SIGNS = str.maketrans("＞＜＝", "><=")
# `amount: > 5000` stands apart for people, together for the parser.
_APART_AFTER_SIGN = re.compile(r":\s*([<>]=?)\s*(?=\S)")
# Words that would be read otherwise if they were typed without quotes.
_LOOKS_LIKE_GRAMMAR = re.compile(
    r'[\s()":：“”„‟″「」『』（）＋＞＜＝\x00]|^(?:AND|OR|NOT|Y|O|&&|\|\||与|或|非|-.*)$'
)
_LONGEST_QUERY = 2_000
_DEEPEST_QUERY = 40


def parse(typed: str) -> Understood:
    """Return what `typed` asks for. An empty query asks for every document."""
    prepared = _prepared(typed[:_LONGEST_QUERY])
    as_words: list[str] = []
    deepest = _deepest(prepared)
    try:
        if deepest > _DEEPEST_QUERY:
            raise RecursionError
        parser = _parser()
        tree = _converted(parser.filterize(parser.tag(prepared)), as_words)
    except Exception:  # noqa: BLE001 - foreign grammar: whatever it stumbles over is still words
        return Understood(_plain_words(typed), (typed.strip(),))
    if tree is None:
        return Understood(_plain_words(typed), (typed.strip(),) if typed.strip() else ())
    return Understood(tree, tuple(as_words))


def _deepest(prepared: str) -> int:
    depth = deepest = 0
    for character in prepared:
        depth += (character == "(") - (character == ")")
        deepest = max(deepest, depth)
    return deepest


def _prepared(typed: str) -> str:
    typed = typed.translate(_TYPED).translate(_FULL_WIDTH_SIGNS)
    typed = _FIELD_SIGN.sub(lambda m: f"{m[1]}:" if field_named(m[1]) else m[0], typed)
    return _APART_AFTER_SIGN.sub(r":\1", typed)


def _plain_words(typed: str) -> Node:
    words = [Words(word) for word in typed.split() if search_form(word)]
    return words[0] if len(words) == 1 else All(tuple(words))


@cache
def _parser() -> Any:
    # Not an import statement: Whoosh's type hints contradict what it does.
    qparser = import_module("whoosh.qparser")
    names = sorted((name for field in FIELDS for name in field.names), key=len, reverse=True)
    known = "|".join(map(re.escape, names))
    return qparser.QueryParser(
        None,
        schema=None,
        plugins=[
            qparser.WhitespacePlugin(),
            qparser.FieldsPlugin(expr=rf"(?<![\w])(?P<text>{known}|(?i:{known})):(?=\S)"),
            qparser.PhrasePlugin(expr='"(?P<text>[^"]*)"(?P<slop>(?!))?'),
            qparser.GroupPlugin(),
            qparser.OperatorsPlugin(
                And=r"(?:(?<=\s)|(?<=[)\"]))(?:AND|&&|与|Y)(?=\s|[(\"])",
                Or=r"(?:(?<=\s)|(?<=[)\"]))(?:OR|\|\||或|O)(?=\s|[(\"])",
                Not=r"(?:^|(?<=[\s(]))(?:NOT\s+|非\s+|非(?=[(\"])|-(?=[^\s\d-]))(?=\S)",
                AndNot=None,
                AndMaybe=None,
                Require=None,
            ),
        ],
    )


def _converted(node: Any, as_words: list[str]) -> Node | None:
    """Return our tree for Whoosh's; None for a part without any letter or figure."""
    plugins, syntax = (
        import_module("whoosh.qparser.plugins"),
        import_module("whoosh.qparser.syntax"),
    )
    match node:
        case plugins.PhrasePlugin.PhraseNode():
            return _leaf(node.text, node.fieldname, True, as_words)
        case syntax.TextNode():
            return _leaf(node.text, node.fieldname, False, as_words)
        case syntax.NotGroup():
            inner = _together([_converted(part, as_words) for part in node])
            return None if inner is None else Without(inner)
        case syntax.OrGroup():
            parts = [part for one in node if (part := _converted(one, as_words)) is not None]
            return Some(tuple(parts)) if len(parts) > 1 else (parts[0] if parts else None)
        case syntax.GroupNode():
            return _together([_converted(part, as_words) for part in node])
        case _:
            return None


def _together(parts: list[Node | None]) -> Node | None:
    known = tuple(part for part in parts if part is not None)
    return All(known) if len(known) > 1 else (known[0] if known else None)


def _leaf(text: str, field_name: str | None, exact: bool, as_words: list[str]) -> Node | None:
    field = field_named(field_name) if field_name else None
    if field is None or field.kind is Kind.TEXT:
        return Words(text, field.name if field else None, exact) if search_form(text) else None
    found = interval(field.kind, text)
    if found is not None:
        return Between(field.name, *found, text)
    return _misread(field, text, as_words)


def _misread(field: Field, text: str, as_words: list[str]) -> Node | None:
    as_words.append(f"{field.name}:{text}")
    return Words(text) if search_form(text) else None


def described(node: Node) -> str:
    """Return the tree in the query language: parsing it again gives the same tree."""
    match node:
        case Words(text, field, exact):
            needs_quotes = exact or _LOOKS_LIKE_GRAMMAR.search(text)
            quoted = f'"{_without_quotes(text)}"' if needs_quotes else text
            return f"{field}:{quoted}" if field else quoted
        case Between(field, _least, _greatest, typed):
            return f'{field}:"{typed}"' if re.search(r"[\s()]", typed) else f"{field}:{typed}"
        case Exactly(field, value):
            return f'{field}:"{value}"'
        case All(parts):
            return " ".join(_bracketed(part) for part in parts)
        case Some(parts):
            return " OR ".join(_bracketed(part) for part in parts)
        case Without(part):
            return f"NOT {_bracketed(part)}"


def _without_quotes(text: str) -> str:
    return " ".join(text.translate(_TYPED).replace('"', " ").split())


def _bracketed(node: Node) -> str:
    bare = isinstance(node, Words | Between | Exactly)
    return described(node) if bare else f"({described(node)})"


def sought_texts(node: Node) -> tuple[Words, ...]:
    """Return the words that a hit may contain, for highlighting: none that it must not."""
    match node:
        case Words():
            return (node,)
        case All(parts) | Some(parts):
            return tuple(words for part in parts for words in sought_texts(part))
        case _:
            return ()
