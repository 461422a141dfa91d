"""A Word template, compiled once and filled many times.

The dialect is docxtpl's: `{{ field }}`, `{% if %}`, and `{%p %}`, `{%tr %}`, `{%tc %}` for whole
paragraphs, rows and cells. What docxtpl would lose silently is refused here with its place: tags
in full-width braces, words beside a `{%p %}` or `{%tr %}`, unknown fields, broken XML. The same
values always give the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import jinja2
from docxtpl import DocxTemplate
from jinja2 import meta, nodes
from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError
from lxml import etree

from extractors.wording import _
from templates import qr, repeated
from templates.charts.chart import Chart
from templates.charts.placing import PLACED
from templates.charts.slots import Frame, Slots
from templates.checking.check import FILLED, check_parts
from templates.checking.expressions import allowed
from templates.checking.finding import Finding, TemplateInvalid, faults
from templates.checking.tags import TAG
from templates.coded_pictures import code_pictures
from templates.environment import PRINTED, environment, field_names
from templates.package import MAIN, NotSoundXml, parsed, text_of, unpacked
from templates.placeholders import printable
from templates.shell import Shell, shell
from templates.word_fields.refreshing import Refreshing, refreshing

# How a template writes braces that are to be printed.
_BRACES = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}


class RenderingFailed(Exception):
    """The filled document is not what it must be; it was not written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTemplate:
    """A compiled template.

    filled  the parts with tags, by name
    static  all other parts as they are; `shell` holds them compressed
    columns, pictures  parts whose tables get columns, or that show pictures, by the values
    charts  what makes the parts of its charts; None where it has none
    computed  brings numbers of captions and contents up to date; None where it has none
    coded   the pictures that are replaced by the draft's code
    """

    name: str
    kind: type[Any]
    language: str
    filled: Mapping[str, jinja2.Template]
    static: Mapping[str, bytes]
    shell: Shell
    columns: frozenset[str]
    pictures: frozenset[str]
    charts: Frame | None
    computed: Refreshing | None
    coded: tuple[str, ...]

    def render(self, values: Any) -> bytes:
        """Return the .docx for `values`, an instance of `kind`. Raises RenderingFailed."""
        return self.shell.with_parts(self.parts(values))

    def parts(self, values: Any) -> dict[str, bytes]:
        """Return the filled parts and the draft's code for `values`, an instance of `kind`.

        Raises RenderingFailed.
        """
        if type(values) is not self.kind:
            raise TypeError(f"{self.name} is filled from {self.kind.__name__}")
        kind: Any = self.kind
        fields = {name: getattr(values, name) for name in field_names(kind)}
        placed: list[tuple[str, Chart]] = []
        fields[PLACED] = placed
        parts = {
            part: self._filled_part(part, template, fields)
            for part, template in self.filled.items()
        }
        if self.charts:
            parts |= self.charts.parts(placed)
        if self.coded:
            parts |= dict.fromkeys(self.coded, qr.drawn(fields["draft_number"]))
        return parts

    def _filled_part(self, part: str, template: jinja2.Template, fields: dict[str, Any]) -> bytes:
        printed: list[str] = []
        try:
            xml = template.render({**fields, PRINTED: printed}).encode("utf-8")
        except (TemplateError, TypeError, ValueError) as cause:
            raise RenderingFailed(
                _("Template {name} could not be filled: {cause}").format(
                    name=self.name, cause=cause
                )
            ) from cause
        try:
            tree = parsed(xml)
        except NotSoundXml as cause:
            raise RenderingFailed(
                _(
                    "Template {name} gave a damaged document in {part}: a loop or condition "
                    "begins and ends at different levels of a table. Check the template."
                ).format(name=self.name, part=part)
            ) from cause
        if _first_lost(printed, tree) is not None:
            raise RenderingFailed(
                _("Template {name} lost a value in {part}: it was not written.").format(
                    name=self.name, part=part
                )
            )
        return self._finished(part, xml)

    def _finished(self, part: str, xml: bytes) -> bytes:
        if part in self.columns:
            try:
                xml = repeated.widths_mended(xml)
            except ValueError as cause:
                raise RenderingFailed(
                    _("Template {name} could not be filled: {cause}").format(
                        name=self.name, cause=cause
                    )
                ) from cause
        if self.computed and part == MAIN:
            xml = self.computed.refreshed(xml)
        return repeated.pictures_numbered(xml) if part in self.pictures else xml


def compiled(
    content: bytes, *, name: str, kind: type, language: str, ours: bool = False
) -> WordTemplate:
    """Compile the .docx `content` for documents of dataclass `kind`.

    ours  a shipped template, which the tests have checked: it is not checked again
    Raises TemplateInvalid with everything that is wrong.
    """
    parts = unpacked(content, name)
    wrong = [] if ours else faults(check_parts(parts, kind, language).findings)
    if wrong:
        raise TemplateInvalid(name, wrong)
    env = environment(language)
    filled: dict[str, jinja2.Template] = {}
    columns: set[str] = set()
    pictures: set[str] = set()
    charts = Slots()
    for part, data in parts.items():
        tree = parsed(data) if FILLED.fullmatch(part) else None
        if tree is None:
            continue
        charts.mark(part, tree, parts)
        source = _source(tree)
        if source is None:
            continue
        filled[part] = _compiled_part(env, source, kind, name, part)
        if repeated.has_columns(text_of(tree)):
            columns.add(part)
        if part == MAIN and repeated.has_pictures(data):
            pictures.add(part)
    coded = code_pictures(parts)
    frame = _frame(charts, parts, name)
    own = charts.own | filled.keys() | {*coded}
    static = {part: data for part, data in parts.items() if part not in own}
    return WordTemplate(
        name=name,
        kind=kind,
        language=language,
        filled=filled,
        static=static,
        shell=shell(static),
        coded=coded,
        columns=frozenset(columns),
        pictures=frozenset(pictures),
        charts=frame,
        computed=refreshing(parts[MAIN], parts, language),
    )


def _frame(charts: Slots, parts: Mapping[str, bytes], name: str) -> Frame | None:
    try:
        return charts.frame(parts) if charts.by_part else None
    except (NotSoundXml, KeyError) as cause:
        raise TemplateInvalid(
            name, [Finding("package", "", _("this is not a Word document (.docx)"))]
        ) from cause


def _compiled_part(
    env: jinja2.Environment, source: str, kind: type, name: str, part: str
) -> jinja2.Template:
    """Compile what docxtpl made of a part. The check has read every tag already; should docxtpl
    have made something else of one, it is refused here."""
    try:
        tree = env.parse(source)
        template = _translated(env, tree)
    except (TemplateSyntaxError, SecurityError, RecursionError) as cause:
        raise TemplateInvalid(name, [Finding("syntax", part, str(cause))]) from cause
    if not allowed(tree) or meta.find_undeclared_variables(tree) - printable(kind).keys():
        raise TemplateInvalid(name, [Finding("forbidden", part, _("a tag does more than print"))])
    return template


def _translated(env: jinja2.Environment, tree: nodes.Template) -> jinja2.Template:
    """Return `tree` as code."""
    for data in tree.find_all(nodes.TemplateData):
        words = data.data
        for written, meant in _BRACES.items():
            words = words.replace(written, meant)
        data.data = words
    return env.template_class.from_code(env, env.compile(tree), env.make_globals(None))


def _source(tree: etree._Element) -> str | None:
    """Return the part as Jinja2 source; None where it has no tags."""
    xml = etree.tostring(tree, encoding="unicode")
    if "{" not in xml:
        return None
    patched: str = DocxTemplate("").patch_xml(xml)
    if not TAG.search(patched):
        return None
    return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + patched.replace("\n", " ")


def _first_lost(printed: list[str], tree: etree._Element) -> str | None:
    """Return the first printed value that the document's text does not show, in order."""
    text = text_of(tree)
    place = 0
    for value in printed:
        found = text.find(value, place)
        if found < 0:
            return value
        place = found + len(value)
    return None
