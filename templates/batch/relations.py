"""Relations and content types of a package, with the parts that each document adds."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from lxml import etree

from templates.package import MAIN, parsed

TYPES = "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATIONSHIP = f"{{{_PACKAGE}/relationships}}Relationship"
_OVERRIDE = f"{{{_PACKAGE}/content-types}}Override"
_DEFAULT = f"{{{_PACKAGE}/content-types}}Default"
_WORD_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass(frozen=True, slots=True)
class Added:
    """A part that some document has for itself. kind: "header", "footer" or "image"."""

    relation: str
    part: str
    kind: str


@dataclass(frozen=True, slots=True)
class Target:
    """What a relation leads to. written: as it stands in the relations."""

    relation: str
    part: str
    written: str


def relations_of(part: str) -> str:
    """Return the part that holds the relations of `part`."""
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def targets(part: str, parts: Mapping[str, bytes]) -> list[Target]:
    """Return the parts that `part` names."""
    relations = parts.get(relations_of(part))
    if relations is None:
        return []
    folder = posixpath.dirname(f"/{part}")
    return [
        Target(
            one.get("Id", ""),
            posixpath.normpath(posixpath.join(folder, one.get("Target", "")))[1:],
            one.get("Target", ""),
        )
        for one in parsed(relations).iter(_RELATIONSHIP)
        if one.get("TargetMode") != "External"
    ]


def with_added(
    static: Mapping[str, bytes], gone: frozenset[str], added: Iterable[Added]
) -> dict[str, bytes]:
    """Return the content types and the main document's relations.

    gone  parts of the template that are not there, because each document has its own
    """
    named = relations_of(MAIN)
    relations, types = parsed(static[named]), parsed(static[TYPES])
    lost = {one.relation for one in targets(MAIN, static) if one.part in gone}
    for line in list(relations.iter(_RELATIONSHIP)):
        if line.get("Id") in lost:
            relations.remove(line)
    for line in list(types.iter(_OVERRIDE)):
        if line.get("PartName", "").removeprefix("/") in gone:
            types.remove(line)
    whole = list(added)
    return {
        TYPES: _with(types, _types(types, whole)),
        named: _with(relations, [_relation(one) for one in whole if one.relation]),
    }


def _types(types: etree._Element, added: list[Added]) -> Iterable[str]:
    known = {one.get("Extension", "").lower() for one in types.iter(_DEFAULT)}
    if "png" not in known and any(one.kind == "image" for one in added):
        yield '<Default Extension="png" ContentType="image/png"/>'
    for one in added:
        if one.kind != "image":
            yield (
                f"<Override PartName={quoteattr(f'/{one.part}')} "
                f"ContentType={quoteattr(f'{_WORD_TYPES}.{one.kind}+xml')}/>"
            )


def _relation(one: Added) -> str:
    target = posixpath.relpath(one.part, posixpath.dirname(MAIN))
    return (
        f"<Relationship Id={quoteattr(one.relation)} Type={quoteattr(f'{_OFFICE}/{one.kind}')} "
        f"Target={quoteattr(target)}/>"
    )


def _with(tree: etree._Element, lines: Iterable[str]) -> bytes:
    """Return `tree` with `lines` at its end, in its own namespace."""
    default = etree.QName(tree).namespace
    for line in lines:
        tree.append(etree.fromstring(line.replace(" ", f' xmlns="{default}" ', 1)))
    whole: bytes = etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=True)
    return whole
