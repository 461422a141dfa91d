"""The templates there are, and what is wrong with one: for `hudang templates list|check`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from archive.workspace import Workspace
from extractors.wording import _
from templates import child, field_titles
from templates.checking.check import Checked, check_parts
from templates.checking.finding import NOTE, Finding, TemplateInvalid
from templates.kind import Kind
from templates.kinds import KINDS, kind_of
from templates.package import unpacked
from templates.placeholders import fields_to_print
from templates.render import template_file


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
    """Return what is wrong with the template at `path`, the gravest first.

    Its name and folder say its kind and language where these are not given. It is read in a child
    process, as when it is filled. Raises UnknownKind, and OSError when the file cannot be read.
    """
    kind, language = _of_file(path, kind_name, language)
    try:
        findings, used = child.checked(path.read_bytes(), kind.name, language)
    except TemplateInvalid as cause:
        return list(cause.findings)
    if any(one.weight != NOTE for one in findings):
        return findings
    return [*findings, *_unprinted(kind, used)]


def _unprinted(kind: Kind, used: frozenset[str]) -> list[Finding]:
    """Say in one note what the department's template leaves out of the shipped one."""
    lacking = sorted(fields_to_print(kind.fields) - used)
    if not lacking:
        return []
    named = [field_titles.shown(one.partition(".")[2]) for one in lacking]
    return [
        Finding(
            "unprinted",
            "",
            _("{count} fields are not printed: {names}").format(
                count=len(lacking), names=", ".join(dict.fromkeys(named))
            ),
            NOTE,
        )
    ]


def unused_fields(path: Path, kind_name: str | None = None) -> list[str]:
    """Return the fields that a sound template does not print, as "AnnualSummary.year".

    For our own templates: read in this process. Raises UnknownKind, TemplateInvalid, OSError.
    """
    kind, language = _of_file(path, kind_name, None)
    return sorted(fields_to_print(kind.fields) - checked_here(path, kind, language).used)


def checked_here(path: Path, kind: Kind, language: str) -> Checked:
    """Check one of our own templates in this process. Raises TemplateInvalid, OSError."""
    return check_parts(unpacked(path.read_bytes(), path.name), kind.fields, language)


def fields_of(kind_name: str) -> list[str]:
    """Return the fields a template of this kind may name, as "AnnualSummary.year"."""
    return sorted(fields_to_print(kind_of(kind_name).fields))


def _of_file(path: Path, kind_name: str | None, language: str | None) -> tuple[Kind, str]:
    kind: Kind = kind_of(kind_name or path.stem)
    folder = path.parent.name
    return kind, language or (folder if folder in kind.titles else next(iter(kind.titles)))
