"""The charts of a template: found when it is compiled, made for each document it fills.

A chart is tied to its data by its alternative text, `{{ balance_chart }}`. Each document gets
chart parts of its own, with their workbooks; a chart without data is left out with its paragraph.
"""

from __future__ import annotations

import copy
import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from extractors.wording import _
from templates.charts import filling
from templates.charts.chart import Chart
from templates.charts.placing import relationship
from templates.charts.workbook import number_format, workbook
from templates.package import NotSoundXml, parsed

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_R = f"{{{_OFFICE}}}"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATION = f"{{{_PACKAGE}/relationships}}Relationship"
_CONTENT = f"{{{_PACKAGE}/content-types}}"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# The relationship of a chart to its workbook.
_BOOK = "rIdWorkbook"
CONTENT_TYPES = "[Content_Types].xml"
_TAG = re.compile(r"\{\{\s*([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)\s*\}\}")


@dataclass(frozen=True, slots=True)
class Slot:
    """One chart of a template: its part, as it was drawn, and the looks it refers to.

    inside  the part that shows it
    looks   its relationships to its style and its colours, as XML
    """

    part: str
    inside: str
    tree: etree._Element
    looks: tuple[str, ...]


@dataclass(slots=True)
class Slots:
    """All charts of a template. `faults`: (name of the drawing, what is wrong with it)."""

    by_part: dict[str, Slot] = field(default_factory=dict)
    faults: list[tuple[str, str]] = field(default_factory=list)
    # Parts that each document has its own of: no document takes the template's.
    own: set[str] = field(default_factory=set)

    def mark(self, part: str, tree: etree._Element, parts: Mapping[str, bytes]) -> None:
        """Find the charts shown in `part`, and put into `tree` what prints their places."""
        for properties in tuple(tree.iter(f"{_WP}docPr")):
            drawing = properties.getparent()
            shown = None if drawing is None else next(drawing.iter(f"{filling._C}chart"), None)
            if drawing is None or shown is None:
                continue
            try:
                slot = _slot(part, shown, parts)
                name = _field_named(properties)
                own = {slot.part, _relations_of(slot.part), *_embedded(slot.part, parts)}
            except _Faulty as cause:
                self.faults.append((properties.get("name", ""), str(cause)))
                continue
            except NotSoundXml:
                damaged = _("the chart is damaged: insert it anew")
                self.faults.append((properties.get("name", ""), damaged))
                continue
            self.by_part[slot.part] = slot
            self.own |= own
            properties.set("id", f"{{{{ {name}|_numbered('{slot.part}') }}}}")
            properties.set("descr", f"{{{{ {name}|_described }}}}")
            shown.set(f"{_R}id", f"{{{{ {name}|_related }}}}")
            _only_if(name, _what_goes(drawing))

    def frame(self, parts: Mapping[str, bytes]) -> Frame:
        """Return the lists of parts and relationships that each document's charts are added to."""
        self.own.add(CONTENT_TYPES)
        lists = {CONTENT_TYPES: _content_types(parsed(parts[CONTENT_TYPES]), self.own)}
        for inside in {slot.inside for slot in self.by_part.values()}:
            name = _relations_of(inside)
            self.own.add(name)
            lists[name] = _without(parsed(parts[name]), inside, self.own)
        taken = sorted(parts.keys() - self.own)
        return Frame(dict(self.by_part), lists, frozenset(taken))


@dataclass(frozen=True, slots=True)
class Frame:
    """What makes the chart parts of one document.

    lists   content types and relationships without charts, each without its last tag
    taken   names of parts that a document has besides
    """

    slots: Mapping[str, Slot]
    lists: Mapping[str, str]
    taken: frozenset[str]

    def parts(self, placed: Sequence[tuple[str, Chart]]) -> dict[str, bytes]:
        """Return the parts that the charts of a document make, in the order they are drawn."""
        lists = dict(self.lists)
        made: dict[str, bytes] = {}
        names = self._names(placed)
        for number, ((key, chart), name) in enumerate(zip(placed, names, strict=True), 1):
            slot = self.slots[key]
            lists[CONTENT_TYPES] += f'<Override PartName="/{name}" ContentType="{_CHART_TYPE}"/>'
            relations = _relations_of(slot.inside)
            target = posixpath.relpath(name, posixpath.dirname(slot.inside))
            lists[relations] += (
                f'<Relationship Id="{relationship(number)}" Type="{_OFFICE}/chart" '
                f'Target="{target}"/>'
            )
            made |= _chart_parts(slot, chart, name)
        ends = {CONTENT_TYPES: "</Types>"}
        return {
            name: (text + ends.get(name, "</Relationships>")).encode("utf-8")
            for name, text in lists.items()
        } | made

    def _names(self, placed: Sequence[tuple[str, Chart]]) -> Iterable[str]:
        number = 0
        for key, _chart in placed:
            folder = posixpath.dirname(key)
            number += 1
            while f"{folder}/chart{number}.xml" in self.taken:
                number += 1
            yield f"{folder}/chart{number}.xml"


class _Faulty(Exception):
    """A chart of a template cannot be filled."""


def _slot(inside: str, shown: etree._Element, parts: Mapping[str, bytes]) -> Slot:
    part = _target(inside, shown.get(f"{_R}id", ""), parts)
    if part not in parts:
        raise _Faulty(_("the chart is damaged: insert it anew"))
    tree = parsed(parts[part])
    plots = filling.plots_of(tree)
    if not plots or any(plot.tag not in filling.PLOTS for plot in plots):
        raise _Faulty(
            _("a chart of this type cannot be filled: choose columns, bars, lines, areas or a ring")
        )
    looks = [
        etree.tostring(one, encoding="unicode", with_tail=False)
        for one in _relations(part, parts)
        if not one.get("Type", "").endswith(("/package", "/oleObject", "/externalLink"))
        and one.get("TargetMode") != "External"
    ]
    return Slot(part, inside, tree, tuple(looks))


def _field_named(properties: etree._Element) -> str:
    text = properties.get("descr", "").strip()
    found = _TAG.fullmatch(text)
    if found is None:
        raise _Faulty(
            _(
                "the chart has no data: write the field as its alternative text, for example "
                "{{ balance_chart }}"
            )
        )
    return found[1]


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def _relations(part: str, parts: Mapping[str, bytes]) -> list[etree._Element]:
    name = _relations_of(part)
    return list(parsed(parts[name]).iter(_RELATION)) if name in parts else []


def _target(part: str, relation: str, parts: Mapping[str, bytes]) -> str:
    for one in _relations(part, parts):
        if one.get("Id") == relation:
            return _resolved(part, one)
    return ""


def _resolved(part: str, relation: etree._Element) -> str:
    """Return the part that a relationship of `part` leads to."""
    target = relation.get("Target", "")
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def _embedded(part: str, parts: Mapping[str, bytes]) -> set[str]:
    """Return the workbooks inside the chart `part`."""
    return {
        _resolved(part, one)
        for one in _relations(part, parts)
        if one.get("Type", "").endswith("/package")
    }


def _what_goes(drawing: etree._Element) -> etree._Element:
    """Return what is left out with a chart: its paragraph, or in company only its own run."""
    run = next(drawing.iterancestors(f"{_W}r"))
    paragraph = next(run.iterancestors(f"{_W}p"))
    beside = list(paragraph.iter(f"{_W}t", f"{_W}drawing", f"{_W}fldChar"))
    holder = paragraph.getparent()
    # A table cell without a paragraph is no cell; a section's end is kept in its last paragraph.
    is_alone = holder is not None and len(holder.findall(f"{_W}p")) == 1
    ends_section = paragraph.find(f"{_W}pPr/{_W}sectPr") is not None
    return run if len(beside) > 1 or is_alone or ends_section else paragraph


def _only_if(condition: str, element: etree._Element) -> None:
    parent, before = element.getparent(), element.getprevious()
    begin = f"{{% if {condition} %}}"
    if before is not None:
        before.tail = (before.tail or "") + begin
    elif parent is not None:
        parent.text = (parent.text or "") + begin
    element.tail = "{% endif %}" + (element.tail or "")


def _content_types(tree: etree._Element, own: set[str]) -> str:
    for one in tree.findall(f"{_CONTENT}Override"):
        if one.get("PartName", "")[1:] in own:
            tree.remove(one)
    if not any(one.get("Extension") == "xlsx" for one in tree.findall(f"{_CONTENT}Default")):
        default = etree.Element(f"{_CONTENT}Default", Extension="xlsx", ContentType=_SHEET_TYPE)
        tree.insert(0, default)
    return _open(tree, "</Types>")


def _without(tree: etree._Element, inside: str, own: set[str]) -> str:
    for one in tree.findall(_RELATION):
        if _resolved(inside, one) in own:
            tree.remove(one)
    return _open(tree, "</Relationships>")


def _open(tree: etree._Element, end: str) -> str:
    """Return the list as text that more can be written behind."""
    if len(tree) == 0:
        tree.text = ""
    text = etree.tostring(tree, encoding="unicode")
    return _HEAD + text.removesuffix(end)


def _chart_parts(slot: Slot, chart: Chart, name: str) -> dict[str, bytes]:
    folder, file = posixpath.split(name)
    stem = file.removesuffix(".xml")
    tree = copy.deepcopy(slot.tree)
    filling.fill(tree, chart)
    looks = "".join(slot.looks)
    inside = tree.find(f"{filling._C}externalData")
    if inside is None:
        inside = _external_data(tree)
    inside.set(f"{_R}id", _BOOK)
    relations = (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{looks}<Relationship Id="{_BOOK}" '
        f'Type="{_OFFICE}/package" Target="../embeddings/{stem}.xlsx"/></Relationships>'
    )
    book = posixpath.normpath(f"{folder}/../embeddings/{stem}.xlsx")
    return {
        name: _whole(tree),
        _relations_of(name): relations.encode("utf-8"),
        book: workbook(chart, number_format(chart)),
    }


def _external_data(tree: etree._Element) -> etree._Element:
    """Return the place of the workbook in a chart that had none."""
    element = etree.Element(f"{filling._C}externalData")
    etree.SubElement(element, f"{filling._C}autoUpdate").set("val", "0")
    before = [
        index
        for index, child in enumerate(tree)
        if etree.QName(child).localname in ("chart", "spPr", "txPr")
    ]
    tree.insert(max(before) + 1, element)
    return element


def _whole(tree: etree._Element) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
