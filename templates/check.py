"""The templates there are, and what is wrong with one: for `hudang templates list|check`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from extractors.wording import _
from templates.kinds import KINDS, UnknownKind, kind_of
from templates.placeholders import fields_to_print
from templates.render import template_file
from templates.word_template import Finding, TemplateInvalid, compiled


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One template as `hudang templates list` shows it."""

    name: str
    language: str
    title: str
    path: Path
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check found.

    findings  what keeps the template from being used; empty when it is sound
    unused    fields that the template does not print, for information
    """

    path: Path
    findings: tuple[Finding, ...]
    unused: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Whether documents can be made with it."""
        return not self.findings


def listed(own: Path | None = None) -> list[Listed]:
    """Return every template in use; `own` is the workspace's templates folder."""
    found = []
    for kind in KINDS.values():
        for language, title in kind.titles.items():
            file = template_file(kind, language, own)
            found.append(
                Listed(
                    name=kind.name, language=language, title=title, path=file.path, own=file.own
                )
            )
    return found


def checked(path: Path, kind_name: str | None = None, language: str | None = None) -> Checked:
    """Check the template at `path`; its name and folder say its kind and language if not given.

    Raises UnknownKind, and OSError when the file cannot be read.
    """
    kind = kind_of(kind_name or path.stem)
    folder = path.parent.name
    language = language or (folder if folder in kind.titles else next(iter(kind.titles)))
    try:
        template = compiled(
            path.read_bytes(), name=path.name, kind=kind.fields, language=language
        )
    except TemplateInvalid as cause:
        return Checked(path=path, findings=cause.findings, unused=())
    unused = fields_to_print(kind.fields) - template.named.used
    return Checked(path=path, findings=(), unused=tuple(sorted(unused)))


def fields_of(kind_name: str) -> list[str]:
    """Return the fields a template of this kind may name, as "AnnualSummary.year"."""
    return sorted(fields_to_print(kind_of(kind_name).fields))


__all__ = ["Checked", "Listed", "UnknownKind", "checked", "fields_of", "listed"]
