"""The numbers that Word prints before paragraphs but keeps out of their text: 1., 第一条."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = 9
# A longer list is no list that a person counts by.
_HIGHEST = 9_999
_DIGITS = "零一二三四五六七八九"
# The formats that print Chinese numerals; in all others we know figures or letters are printed.
_CHINESE = frozenset(
    ["chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital",
     "taiwaneseCounting", "taiwaneseCountingThousand"]
)  # fmt: skip
_FIGURES = frozenset(["decimal", "decimalFullWidth", "decimalHalfWidth"])
_RINGED = frozenset(["decimalEnclosedCircle", "decimalEnclosedCircleChinese"])


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list prints its number: its first number, format and text (第%1条)."""

    start: int
    kind: str
    text: str


@dataclass(slots=True)
class Numbering:
    """The lists of one document, counted on as its paragraphs are read in order."""

    _levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _abstract: dict[str, str] = field(default_factory=dict)
    _styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Any) -> Numbering:
        """Return the lists that the Word `document` declares; none where it has no such part."""
        numbering = cls()
        root = _part(document)
        if root is None:
            return numbering
        for abstract in root.findall(f"{_W}abstractNum"):
            number = abstract.get(f"{_W}abstractNumId") or ""
            numbering._levels[number] = dict(_levels_of(abstract))
        for num in root.findall(f"{_W}num"):
            linked = num.find(f"{_W}abstractNumId")
            if linked is not None:
                own = num.get(f"{_W}numId") or ""
                numbering._abstract[own] = linked.get(f"{_W}val") or ""
                numbering._override(own, num)
        for style in document.styles.element.findall(f"{_W}style"):
            listed = _listed(style)
            if listed is not None:
                numbering._styles[style.get(f"{_W}styleId") or ""] = listed
        return numbering

    def label(self, paragraph: Any) -> str:
        """Return the number printed before `paragraph`, with its blank; "" where it has none."""
        own = _listed(paragraph) or self._styles.get(_style_of(paragraph))
        if own is None:
            return ""
        number, depth = own
        levels = self._levels.get(self._abstract.get(number, ""), {})
        level = levels.get(depth)
        if level is None:
            return ""
        return _printed(levels, depth, self._counted(number, depth, levels))

    def _override(self, own: str, num: Any) -> None:
        """Give a list that starts anew, or prints otherwise, levels of its own."""
        changed = dict(self._levels.get(self._abstract[own], {}))
        for one in num.findall(f"{_W}lvlOverride"):
            depth = _number(one.get(f"{_W}ilvl"))
            start = one.find(f"{_W}startOverride")
            changed.update(_levels_of(one))
            if start is not None and depth in changed:
                level = changed[depth]
                changed[depth] = _Level(_number(start.get(f"{_W}val")), level.kind, level.text)
        if num.find(f"{_W}lvlOverride") is not None:
            self._abstract[own] = f"own {own}"
            self._levels[f"own {own}"] = changed

    def _counted(self, number: str, depth: int, levels: dict[int, _Level]) -> list[int]:
        """Count this paragraph, and return the numbers of its level and of those above it."""
        counts = self._counts.setdefault(self._abstract[number], [None] * _LEVELS)
        for above in range(depth):
            if counts[above] is None:
                counts[above] = levels[above].start if above in levels else 1
        now = counts[depth]
        counts[depth] = levels[depth].start if now is None else now + 1
        counts[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        return [count or 0 for count in counts[: depth + 1]]


def _part(document: Any) -> Any:
    from docx.opc.constants import RELATIONSHIP_TYPE

    try:
        return document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
    except (KeyError, AttributeError):
        return None


def _levels_of(parent: Any) -> Iterator[tuple[int, _Level]]:
    for level in parent.findall(f"{_W}lvl"):
        yield (
            _number(level.get(f"{_W}ilvl")),
            _Level(
                _number(_value(level, "start"), 1),
                _value(level, "numFmt") or "decimal",
                _value(level, "lvlText") or "",
            ),
        )


def _listed(element: Any) -> tuple[str, int] | None:
    """Return the list and the depth that a paragraph or style names; None where it names none."""
    listed = element.find(f"{_W}pPr/{_W}numPr")
    number = None if listed is None else _value(listed, "numId")
    if listed is None or number is None:
        return None
    depth = _number(_value(listed, "ilvl"))
    return number, min(depth, _LEVELS - 1)


def _style_of(paragraph: Any) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else style.get(f"{_W}val") or ""


def _value(element: Any, name: str) -> str | None:
    child = element.find(f"{_W}{name}")
    return None if child is None else child.get(f"{_W}val")


def _number(value: str | None, default: int = 0) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 5 else default


def _printed(levels: dict[int, _Level], depth: int, counts: list[int]) -> str:
    """Return the level's text with its numbers; "" for bullets and formats we do not know."""

    def number(matched: re.Match[str]) -> str:
        place = int(matched[1]) - 1
        if place > depth or place not in levels:
            return "\0"
        return _numeral(counts[place], levels[place].kind)

    label = re.sub(r"%([1-9])", number, levels[depth].text)
    known = "%" in levels[depth].text and "\0" not in label
    return label + ("" if label[-1:] in "、．）)" else " ") if known else ""


def _numeral(count: int, kind: str) -> str:
    """Return a number as the list prints it; NUL for a format we do not know."""
    if not 0 < count <= _HIGHEST:
        return "\0"
    if kind in _CHINESE:
        return _chinese(count)
    if kind in _FIGURES:
        return str(count)
    if kind in _RINGED and count <= 20:
        return chr(ord("①") + count - 1)
    if kind in ("upperLetter", "lowerLetter") and count <= 26:
        return chr(ord("A" if kind == "upperLetter" else "a") + count - 1)
    return "\0"


def _chinese(count: int) -> str:
    """Return a number in Chinese as clauses are counted: 十二, 二十, 一百零三."""
    said, rest = "", count
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十")):
        digit, rest = divmod(rest, unit)
        if digit:
            said += _DIGITS[digit] + sign
        elif said and rest and not said.endswith("零"):
            said += "零"
    said += _DIGITS[rest] if rest else ""
    return said[1:] if said.startswith("一十") else said
