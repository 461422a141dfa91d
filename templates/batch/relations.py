"""Relations and content types of a package, with the headers that each document adds."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from lxml import etree

from templates.package import MAIN, parsed

TYPES = "[Content_Types].xml"
MAIN_RELATIONS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATIONSHIP = f"{{{_PACKAGE}/relationships}}Relationship"
_OVERRIDE = f"{{{_PACKAGE}/content-types}}Override"
_WORD_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass(frozen=True, slots=True)
class Added:
    """A header or footer that some document has for itself. kind: "header" or "footer"."""

    relation: str
    part: str
    kind: str


def targets(relations: bytes) -> dict[str, str]:
    """Return the parts that the main document names: relation → "word/header1.xml"."""
    folder = posixpath.dirname(MAIN)
    return {
        one.get("Id", ""): posixpath.normpath(posixpath.join(folder, one.get("Target", "")))
        for one in parsed(relations).iter(_RELATIONSHIP)
        if one.get("TargetMode") != "External"
    }


def relations_of(part: str) -> str:
    """Return the part that holds the relations of `part`."""
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def with_added(
    static: Mapping[str, bytes], replaced: frozenset[str], added: list[Added]
) -> dict[str, bytes]:
    """Return the content types and the main document's relations.

    replaced  parts that go, because each document has one for itself
    """
    relations = parsed(static[MAIN_RELATIONS])
    gone = {name for name, part in targets(static[MAIN_RELATIONS]).items() if part in replaced}
    for one in list(relations.iter(_RELATIONSHIP)):
        if one.get("Id") in gone:
            relations.remove(one)
    types = parsed(static[TYPES])
    for one in list(types.iter(_OVERRIDE)):
        if one.get("PartName", "").removeprefix("/") in replaced:
            types.remove(one)
    return {
        TYPES: _with(types, [_type_of(one) for one in added]),
        MAIN_RELATIONS: _with(relations, [_relation_of(one) for one in added]),
    }


def _relation_of(one: Added) -> str:
    target = posixpath.relpath(one.part, posixpath.dirname(MAIN))
    return (
        f"<Relationship Id={quoteattr(one.relation)} Type={quoteattr(f'{OFFICE}/{one.kind}')} "
        f"Target={quoteattr(target)}/>"
    )


def _type_of(one: Added) -> str:
    return (
        f"<Override PartName={quoteattr(f'/{one.part}')} "
        f"ContentType={quoteattr(f'{_WORD_TYPES}.{one.kind}+xml')}/>"
    )


def _with(tree: etree._Element, lines: list[str]) -> bytes:
    """Return `tree` with `lines` at its end, in its own namespace."""
    default = etree.QName(tree).namespace
    for line in lines:
        tree.append(etree.fromstring(line.replace(" ", f' xmlns="{default}" ', 1)))
    etree.cleanup_namespaces(tree)
    whole: bytes = etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=True)
    return whole
