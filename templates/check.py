"""The templates there are, and what is wrong with one: for `hudang templates list|check`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from archive.workspace import Workspace
from templates.checking.finding import Finding, TemplateInvalid
from templates.kind import Kind
from templates.kinds import KINDS, kind_of
from templates.placeholders import fields_to_print
from templates.render import template_file
from templates.word_template import WordTemplate, compiled


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One template in use. own: the department's, in place of the shipped one."""

    kind: str
    language: str
    title: str
    path: Path
    own: bool

    def to_json(self) -> dict[str, str | bool]:
        """Return it as `hudang templates list --json` prints it."""
        return {
            "kind": self.kind,
            "language": self.language,
            "title": self.title,
            "path": str(self.path),
            "own": self.own,
        }


def listed(workspace: Workspace | None = None) -> list[Listed]:
    """Return every template in use; without a workspace the shipped ones."""
    own = workspace.own_templates if workspace else None
    found = []
    for kind in KINDS.values():
        for language, title in kind.titles.items():
            file = template_file(kind, language, own)
            found.append(
                Listed(kind=kind.name, language=language, title=title, path=file.path, own=file.own)
            )
    return found


def check(path: Path, kind_name: str | None = None, language: str | None = None) -> list[Finding]:
    """Return what keeps the template at `path` from being used; nothing when it is sound.

    Its name and folder say its kind and language where these are not given. Raises UnknownKind,
    and OSError when the file cannot be read.
    """
    try:
        _compiled(path, kind_name, language)
    except TemplateInvalid as cause:
        return list(cause.findings)
    return []


def unused_fields(path: Path, kind_name: str | None = None) -> list[str]:
    """Return the fields that a sound template does not print, as "AnnualSummary.year".

    Raises UnknownKind, TemplateInvalid, OSError.
    """
    template = _compiled(path, kind_name, None)
    return sorted(fields_to_print(template.kind) - template.named.used)


def fields_of(kind_name: str) -> list[str]:
    """Return the fields a template of this kind may name, as "AnnualSummary.year"."""
    return sorted(fields_to_print(kind_of(kind_name).fields))


def _compiled(path: Path, kind_name: str | None, language: str | None) -> WordTemplate:
    kind: Kind = kind_of(kind_name or path.stem)
    folder = path.parent.name
    language = language or (folder if folder in kind.titles else next(iter(kind.titles)))
    return compiled(path.read_bytes(), name=path.name, kind=kind.fields, language=language)
