"""Mending a template where only one thing can have been meant; every change is told.

Words keep the look of the run they begin in. Nothing is moved.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lxml import etree

from extractors.wording import _
from templates.checking.blocks import Block, blocks_of
from templates.checking.check import FILLED
from templates.checking.levels import common_level, left_without_line
from templates.checking.signs import LIKE_A_TAG, is_unusual, plain
from templates.checking.structure import Structure
from templates.checking.tags import Tag
from templates.checking.text import SINGLE
from templates.environment import environment
from templates.package import W, parsed
from templates.placeholders import printable

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SETTINGS = "word/settings.xml"
_SETTINGS_RELATIONS = "word/_rels/settings.xml.rels"
# Mending one thing shows the next; more rounds than this no template needs.
_ROUNDS = 20


@dataclass(frozen=True, slots=True)
class Change:
    """What was changed, and where."""

    place: str
    before: str
    after: str

    def __str__(self) -> str:
        said = _("{before} is now {after}").format(before=self.before, after=self.after)
        return f"{self.place}: {said}" if self.place else said


def mended(
    parts: Mapping[str, bytes], kind: type, language: str
) -> tuple[dict[str, bytes], list[Change]]:
    """Return the parts of a template with what is safe put right, and each change."""
    out, changes = dict(parts), list[Change]()
    for name in parts:
        if FILLED.fullmatch(name):
            tree = parsed(parts[name])
            told = _mended_part(name, tree, kind, language)
            if told:
                out[name] = _bytes(tree)
                changes += told
    changes += _detached(out)
    return out, changes


def _mended_part(name: str, tree: etree._Element, kind: type, language: str) -> list[Change]:
    changes = []
    for block in blocks_of(name, tree):
        changes += _signs(block, kind)
    steps: tuple[Callable[[Structure, list[Block]], Change | None], ...] = (_name, _level, _line)
    for _round in range(_ROUNDS):
        blocks = blocks_of(name, tree)
        structure = Structure(kind, environment(language))
        structure.walk(blocks)
        told = next((done for step in steps if (done := step(structure, blocks))), None)
        if told is None:
            break
        changes.append(told)
    return changes


def _signs(block: Block, kind: type) -> list[Change]:
    """Put signs of a Chinese keyboard right, and single braces around a field."""
    fields = printable(kind)
    wanted = [
        (found.start(), found[0], plain(found[0]))
        for found in LIKE_A_TAG.finditer(block.words)
        if is_unusual(found[0])
    ]
    taken = [(found.start(), found.end()) for found in LIKE_A_TAG.finditer(block.words)]
    wanted += [
        (found.start(), found[0], f"{{{{ {found[1]} }}}}")
        for found in SINGLE.finditer(block.words)
        if found[1].partition(".")[0] in fields
        and not any(start <= found.start() < end for start, end in taken)
    ]
    place = block.place()
    # From the end, so that the places before stay true.
    for start, before, after in sorted(wanted, reverse=True):
        _replace(block, start, start + len(before), after)
    return [Change(place, before, after) for _start, before, after in sorted(wanted)]


def _name(structure: Structure, blocks: list[Block]) -> Change | None:
    """Put one misspelt name right."""
    del blocks
    for tag, before, after in structure.meant:
        whole = rf"(?<![\w.]){re.escape(before)}(?!\w)"
        written = re.sub(whole, after, tag.written, count=1)
        if written != tag.written:
            return _rewritten(tag, written)
    return None


def _level(structure: Structure, blocks: list[Block]) -> Change | None:
    """Let the end of a loop stand at the level of its beginning where both are alone."""
    for begun, ended in structure.uneven:
        level = common_level(begun, ended)
        for tag in (begun, ended):
            if level is not None and tag.level != level:
                body = tag.body if tag.body.startswith(" ") and not tag.level else f" {tag.body}"
                return _rewritten(tag, f"{{%{level}{body}%}}")
    del blocks
    return None


def _line(structure: Structure, blocks: list[Block]) -> Change | None:
    """Add an empty line to a cell that would be left without one."""
    del blocks
    for span, home in left_without_line(structure.spans):
        last = span.ended.taken
        if last is None:
            continue
        empty = etree.SubElement(home, f"{W}p")
        look = last.find(f"{W}pPr")
        if look is not None:
            empty.append(copy.deepcopy(look))
        return Change(
            span.begun.block.place(), span.ended.written, _("the same, and an empty line")
        )
    return None


def _rewritten(tag: Tag, written: str) -> Change:
    place, block = tag.block.place(), tag.block
    start = tag.start
    _replace(block, start, start + len(tag.written), written)
    return Change(place, tag.written, written)


def _replace(block: Block, start: int, end: int, words: str) -> None:
    """Put `words` in place of those from `start` to `end`, in the run where they begin."""
    put = False
    for text, first in zip(block.texts, block.starts, strict=True):
        held = text.text or ""
        after = first + len(held)
        if after <= start or first >= end:
            continue
        head = held[: max(0, start - first)]
        tail = held[end - first :] if end < after else ""
        text.text = head + ("" if put else words) + tail
        text.set(_XML_SPACE, "preserve")
        put = True


def _detached(parts: dict[str, bytes]) -> list[Change]:
    """Undo a document's tie to the template it was once made from."""
    relations = parts.get(_SETTINGS_RELATIONS)
    if relations is None or _SETTINGS not in parts:
        return []
    tree = parsed(relations)
    ties = [
        one
        for one in tree
        if str(one.get("Type", "")).endswith("/attachedTemplate")
        and str(one.get("TargetMode", "")).lower() == "external"
    ]
    if not ties:
        return []
    settings = parsed(parts[_SETTINGS])
    for tie in ties:
        tree.remove(tie)
    for one in settings.findall(f"{W}attachedTemplate"):
        settings.remove(one)
    parts[_SETTINGS_RELATIONS], parts[_SETTINGS] = _bytes(tree), _bytes(settings)
    return [Change("", str(tie.get("Target", ""))[:60], _("tied to nothing")) for tie in ties]


def _bytes(tree: etree._Element) -> bytes:
    whole: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return whole
