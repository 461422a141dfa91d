"""Filling and joining the notices of one print file: here, or in a child for an own template."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from templates import child
from templates.batch.joined import Joining
from templates.kind import Kind
from templates.render import shipped, template_file
from templates.word_template import WordTemplate


@dataclass(frozen=True, slots=True)
class Printed:
    """A print file, and each notice as a document of its own where that was asked for."""

    joined: bytes
    separate: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Printer:
    """Prints notices with the template that was there when the batch began.

    title        of the print files
    signed_type  under which a notice is filed that comes back signed
    print  (notices, separate) -> Printed; raises NotJoinable, TemplateInvalid, RenderingFailed
    """

    title: str
    signed_type: str
    template_sha256: str
    print: Callable[[Sequence[Any], bool], Printed]


def printer(kind: Kind, language: str, own: Path | None) -> Printer:
    """Return the printer for the template now in use: `own` are the department's."""
    file = template_file(kind, language, own)
    content = file.path.read_bytes()

    def apart(notices: Sequence[Any], separate: bool) -> Printed:
        files = child.printed(content, kind.name, notices, language, separate=separate)
        return Printed(files[0], tuple(files[1:]))

    def here(notices: Sequence[Any], separate: bool) -> Printed:
        return printed(shipped(kind.name, language), notices, separate=separate)

    digest = hashlib.sha256(content).hexdigest()
    return Printer(
        title=kind.titles[language],
        signed_type=kind.signed_type or kind.doc_type,
        template_sha256=digest,
        print=apart if file.own else here,
    )


def printed(template: WordTemplate, notices: Sequence[Any], *, separate: bool) -> Printed:
    """Fill `template` for each notice once. Raises NotJoinable, RenderingFailed."""
    joining = Joining(template)
    each = []
    for values in notices:
        filled = template.parts(values)
        joining.add(filled)
        if separate:
            each.append(template.shell.with_parts(filled))
    return Printed(joining.finished(), tuple(each))
