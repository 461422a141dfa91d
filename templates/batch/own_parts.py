"""The parts of a print file that its documents do not share: headers, footers, their codes.

A header stands once for all documents in which it says the same.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from templates.batch import relations
from templates.batch.relations import Added, Target
from templates.package import MAIN, WORD
from templates.word_template import WordTemplate

_HEADING = re.compile(r"word/(header|footer)\d*\.xml")
_EMBEDDED = re.compile(rb'(\br:embed=")([^"]*)(?=")')
_EMPTY = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<w:%(tag)s xmlns:w="' + WORD.encode() + b'"><w:p/></w:%(tag)s>'
)


def is_heading(part: str) -> bool:
    """Whether a part is a header or a footer."""
    return _HEADING.fullmatch(part) is not None


class OwnParts:
    """Names and keeps the parts that documents of `template` have for themselves."""

    def __init__(self, template: WordTemplate) -> None:
        self.template = template
        whole = dict(template.static) | dict.fromkeys((*template.filled, *template.coded), b"")
        self._codes: dict[str, list[Target]] = {
            part: [one for one in relations.targets(part, whole) if one.part in template.coded]
            for part in whole
            if part == MAIN or is_heading(part)
        }
        self.headings = frozenset(
            part
            for part, codes in self._codes.items()
            if part != MAIN and (part in template.filled or codes)
        )
        # Relation of the main document -> the header or footer that is each document's own.
        self.named = {
            one.relation: one.part
            for one in relations.targets(MAIN, whole)
            if one.part in self.headings
        }
        self.added: dict[tuple[str, bytes, tuple[bytes, ...]], Added] = {}
        self.parts: dict[str, bytes] = {}
        self._pictures = 0

    @property
    def gone(self) -> frozenset[str]:
        """Parts of the template that stand in the print file under other names."""
        of_headings = {relations.relations_of(part) for part in self.headings}
        return self.headings | of_headings | frozenset(self.template.coded)

    def heading(self, part: str, xml: bytes, filled: Mapping[str, bytes]) -> Added:
        """Return the header or footer `part` as this document has it."""
        codes = self._codes.get(part, [])
        key = (part, xml, tuple(filled[one.part] for one in codes))
        if (known := self.added.get(key)) is not None:
            return known
        found = _HEADING.fullmatch(part)
        kind = found.group(1) if found else "header"
        number = len(self.added) + 1
        added = Added(f"rIdOwn{number}", f"word/{kind}_{number:05d}.xml", kind)
        self.added[key] = added
        self.parts[added.part] = xml
        related = self.template.static.get(relations.relations_of(part))
        if related is not None:
            for one in codes:
                related = _led_to(related, one, self._picture(one.part, filled[one.part]))
            self.parts[relations.relations_of(added.part)] = related
        return added

    def empty(self, kind: str) -> Added:
        """Return a header or footer that says nothing."""
        xml = _EMPTY % {b"tag": b"hdr" if kind == "header" else b"ftr"}
        return self.heading(f"word/{kind}0.xml", xml, {})

    def with_codes(self, body: bytes, filled: Mapping[str, bytes]) -> bytes:
        """Return the body with this document's codes, where they stand in it."""
        if not (codes := self._codes[MAIN]):
            return body
        names = {}
        for one in codes:
            data = filled[one.part]
            key = (one.part, data, ())
            if (added := self.added.get(key)) is None:
                name = f"rIdOwn{len(self.added) + 1}"
                added = self.added[key] = Added(name, self._picture(one.part, data), "image")
            names[one.relation.encode()] = added.relation.encode()
        return _EMBEDDED.sub(
            lambda found: found.group(1) + names.get(found.group(2), found.group(2)), body
        )

    def _picture(self, part: str, data: bytes) -> str:
        self._pictures += 1
        stem, ending = posixpath.splitext(part)
        name = f"{stem}_{self._pictures:05d}{ending}"
        self.parts[name] = data
        return name


def _led_to(related: bytes, target: Target, part: str) -> bytes:
    """Return the relations with `target` led to `part` instead."""
    return related.replace(f'Target="{target.written}"'.encode(), f'Target="/{part}"'.encode())
