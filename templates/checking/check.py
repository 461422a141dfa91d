"""Everything that is wrong with a template: one look at the whole file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from extractors.wording import _
from templates.charts.slots import Slots
from templates.checking import fonts, hidden, outside
from templates.checking.blocks import Block, blocks_of, part_title
from templates.checking.finding import FAULT, Finding, told_once
from templates.checking.levels import left_empty
from templates.checking.structure import Structure
from templates.checking.text import faults_of_line_tags, faults_of_text
from templates.environment import environment
from templates.package import NotSoundXml, parsed
from templates.placeholders import printable

# The parts in which tags are filled.
FILLED = re.compile(r"word/(document|(header|footer)\d*|footnotes|endnotes)\.xml")


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, the gravest first; and the fields that are printed: "ProductLine.title" …"""

    findings: tuple[Finding, ...]
    used: frozenset[str]


def check_parts(parts: Mapping[str, bytes], kind: type, language: str) -> Checked:
    """Check a template's parts for documents of dataclass `kind`."""
    trees, findings = _trees(parts)
    if findings:
        return Checked(tuple(findings), frozenset())
    findings += outside.brought_along(parts, trees)
    findings += hidden.never_filled(trees)
    findings += hidden.comments(trees)
    findings += fonts.missing(trees)
    used: set[str] = set()
    for name in trees:
        if FILLED.fullmatch(name):
            findings += _of_part(name, parts, kind, language, used)
    return Checked(tuple(told_once(findings)), frozenset(used))


def _trees(parts: Mapping[str, bytes]) -> tuple[dict[str, etree._Element], list[Finding]]:
    trees, findings = {}, []
    for name, data in parts.items():
        if not name.endswith((".xml", ".rels")):
            continue
        try:
            trees[name] = parsed(data)
        except NotSoundXml:
            damaged = _("this is not sound XML: save it again in Word")
            if name.startswith("word/charts/"):
                damaged = _("the chart is damaged: insert it anew")
            findings.append(Finding("package", name, damaged))
    return trees, findings


def _of_part(
    name: str,
    parts: Mapping[str, bytes],
    kind: type,
    language: str,
    used: set[str],
) -> list[Finding]:
    tree = parsed(parts[name])
    blocks = blocks_of(name, tree)
    fields = frozenset(printable(kind))
    found: list[Finding] = list(hidden.outside_text(name, tree, part_title(name)))
    found += hidden.tracked_changes(tree, blocks)
    unsure: list[Block] = []
    for block in blocks:
        typed = [*faults_of_text(block, fields), *hidden.bound(block)]
        found += typed
        if any(one.weight == FAULT for one in typed):
            unsure.append(block)
        found += faults_of_line_tags(block)
    structure = Structure(kind, environment(language))
    structure.walk(blocks)
    found += _said_already(structure.found, unsure)
    found += left_empty(structure.spans)
    used |= structure.used
    # As they stand in the document, not by what is looked for first.
    order = {block.place(): place for place, block in enumerate(blocks)}
    found.sort(key=lambda one: order.get(one.place, len(order)))
    found += _of_charts(name, tree, parts)
    return found


def _of_charts(name: str, tree: etree._Element, parts: Mapping[str, bytes]) -> list[Finding]:
    """Return why charts cannot be filled. Last of all: the tree is changed on the way."""
    charts = Slots()
    charts.mark(name, tree, parts)
    return [Finding("chart", f"“{drawn}”", fault) for drawn, fault in charts.faults]


def _said_already(found: list[Finding], unsure: list[Block]) -> list[Finding]:
    """Leave out what Jinja2 says of a tag whose signs are already named as the cause."""
    places = {block.place() for block in unsure}
    return [one for one in found if one.code != "syntax" or one.place not in places]
