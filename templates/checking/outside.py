"""What a Word file may bring along besides words: programs, embedded files, links to elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from extractors.wording import _
from templates.checking.blocks import part_title
from templates.checking.finding import WARNING, Finding
from templates.package import W

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_STRICT = "http://purl.oclc.org/ooxml/"
_PROGRAMS = re.compile(r"vbaProject|vbaData|activeX|customUI", re.IGNORECASE)
_LINK = re.compile(r"https?://|mailto:|#", re.IGNORECASE)
_TAGGED = re.compile(r"\{\{|\{%|%7B%7B|%7B%25", re.IGNORECASE)
# Instructions that fetch something when the document is opened or its fields are updated.
_FETCHING = re.compile(
    r"^\s*(INCLUDE\w*|DDE\w*|IMPORT|LINK|DATABASE|RD|AUTOTEXT|MACROBUTTON|GOTOBUTTON|PRINT)\b",
    re.IGNORECASE,
)


class _Relation(NamedTuple):
    """A line of a .rels part. kind: last word of its type"""

    part: str
    kind: str
    target: str
    external: bool


def brought_along(
    names: Mapping[str, bytes], trees: Mapping[str, etree._Element]
) -> Iterator[Finding]:
    """Yield what a template must not bring along. trees: the parsed .xml and .rels parts by name"""
    yield from _main_part(trees)
    if any(_PROGRAMS.search(name) for name in names):
        yield Finding(
            "macros", "", _("the document holds macros or controls: save it as plain .docx")
        )
    if any(name.startswith("_xmlsignatures/") for name in names):
        yield Finding(
            "signed",
            "",
            _("the document is signed digitally; no document made from it would be: remove that"),
        )
    for relation in _relations(trees):
        yield from _relation(relation)
    for name, tree in trees.items():
        if name.startswith("word/") and not name.endswith(".rels"):
            yield from _fetching(name, tree)
    settings = trees.get("word/settings.xml")
    if settings is not None:
        yield from _settings(settings)


def _main_part(trees: Mapping[str, etree._Element]) -> Iterator[Finding]:
    root = trees["word/document.xml"]
    if root.tag.startswith(f"{{{_STRICT}"):
        yield Finding(
            "package",
            "",
            _("saved as Strict Open XML: save it as an ordinary Word document (.docx)"),
        )
    elif root.tag != f"{W}document":
        yield Finding("package", "", _("this is not a Word document (.docx)"))
    types = trees.get("[Content_Types].xml")
    kinds = {} if types is None else {one.get("PartName"): one.get("ContentType") for one in types}
    if kinds.get("/word/document.xml", _MAIN) != _MAIN:
        yield Finding(
            "package",
            "",
            _("a Word template (.dotx) or a file with macros (.docm): save it as .docx"),
        )


def _relations(trees: Mapping[str, etree._Element]) -> Iterator[_Relation]:
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        for one in tree:
            yield _Relation(
                part=name.replace("_rels/", "").removesuffix(".rels"),
                kind=str(one.get("Type", "")).rpartition("/")[2],
                target=str(one.get("Target", "")),
                external=str(one.get("TargetMode", "")).lower() == "external",
            )


def _relation(relation: _Relation) -> Iterator[Finding]:
    where = part_title(relation.part) or ""
    shown = relation.target[:60]
    if _TAGGED.search(relation.target):
        yield Finding(
            "not_filled",
            where,
            _("the link {target} holds a tag; links are not filled").format(target=shown),
        )
    elif relation.kind in (
        "oleObject",
        "control",
        "aFChunk",
        "subDocument",
        "activeXControlBinary",
    ):
        yield Finding(
            "embedded",
            where,
            _("a file is embedded ({target}): put a picture or words in its place").format(
                target=shown
            ),
        )
    elif relation.external and relation.kind == "attachedTemplate":
        yield Finding(
            "external",
            where,
            _("the document is tied to the template {target}: detach it").format(target=shown),
            mendable=True,
        )
    elif relation.part.startswith("word/charts/"):
        # A chart gets a workbook of its own.
        return
    elif relation.external and (relation.kind != "hyperlink" or not _LINK.match(relation.target)):
        yield Finding(
            "external",
            where,
            _(
                "{target} is fetched from elsewhere when the document is opened: insert it instead"
            ).format(target=shown),
        )


def _fetching(name: str, tree: etree._Element) -> Iterator[Finding]:
    simple = [str(one.get(f"{W}instr", "")) for one in tree.iter(f"{W}fldSimple")]
    for instruction in dict.fromkeys([*_instructions(tree), *simple]):
        if _FETCHING.match(instruction):
            yield Finding(
                "external",
                part_title(name),
                _("the field {target} fetches something from elsewhere: delete it").format(
                    target=instruction.strip()[:60]
                ),
            )


def _instructions(tree: etree._Element) -> Iterator[str]:
    """Yield what each field is told to do; Word spreads an instruction over several runs."""
    told = ""
    for one in tree.iter(f"{W}fldChar", f"{W}instrText"):
        if one.tag == f"{W}instrText":
            told += one.text or ""
        elif told:
            yield told
            told = ""
    if told:
        yield told


def _settings(settings: etree._Element) -> Iterator[Finding]:
    protection = settings.find(f"{W}documentProtection")
    if protection is not None and protection.get(f"{W}enforcement") in ("1", "true", "on"):
        yield Finding(
            "protected",
            "",
            _("the document is protected: nobody could fill in the blanks; end the protection"),
            WARNING,
        )
