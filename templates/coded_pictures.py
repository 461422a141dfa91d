"""The pictures of a Word template that a draft's code takes the place of.

They are known by their alternative text, which Word and WPS keep when a clerk moves, resizes or
copies them.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from templates.package import NotSoundXml, parsed
from templates.qr import MARK

_PICTURES = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"


def code_pictures(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return the image parts that hold a code, of a package's parts by name."""
    found = {
        target
        for part, data in parts.items()
        if part.startswith("word/") and part.endswith(".xml") and MARK.encode() in data
        for target in _targets(part, data, parts)
    }
    return tuple(sorted(found))


def _targets(part: str, data: bytes, parts: Mapping[str, bytes]) -> Iterator[str]:
    folder, name = posixpath.split(part)
    relations = parts.get(f"{folder}/_rels/{name}.rels")
    if relations is None:
        return
    try:
        tree, related = parsed(data), parsed(relations)
    except NotSoundXml:
        # Said elsewhere, with its place.
        return
    target_of = {one.get("Id"): one.get("Target", "") for one in related}
    for told in tree.iter(f"{{{_PICTURES}}}docPr"):
        drawing = told.getparent()
        if MARK not in told.get("descr", "") or drawing is None:
            continue
        for blip in drawing.iter(_BLIP):
            target = posixpath.normpath(
                posixpath.join("/", folder, target_of.get(blip.get(_EMBED), ""))
            )[1:]
            # What is drawn is a PNG: no other part can hold it.
            if target in parts and target.endswith(".png"):
                yield target
