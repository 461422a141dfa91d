"""The templates there are, and what is wrong with one: for `hudang templates list|check`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from archive import fsio
from archive.workspace import Workspace
from extractors.wording import _
from templates import child, field_titles
from templates.approval import is_approved, is_wanted
from templates.checking.check import Checked, check_parts
from templates.checking.finding import NOTE, Finding, TemplateInvalid
from templates.checking.mend import Change
from templates.kind import Kind
from templates.kinds import KINDS, kind_of
from templates.own import lineage, meant_file
from templates.package import unpacked
from templates.placeholders import fields_to_print
from templates.render import TemplateFile, template_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One template in use.

    own       the department's, in place of the shipped one
    changed   an own one was edited since it was copied; None: a shipped one, or not known
    outdated  the shipped template is another one than that it was copied from
    approved  None where no approval is wanted
    """

    kind: str
    language: str
    title: str
    path: Path
    own: bool
    changed: bool | None = None
    outdated: bool | None = None
    approved: bool | None = None

    def to_json(self) -> dict[str, str | bool | None]:
        """Return it as `hudang templates list --json` prints it."""
        return {
            "kind": self.kind,
            "language": self.language,
            "title": self.title,
            "path": str(self.path),
            "own": self.own,
            "changed": self.changed,
            "outdated": self.outdated,
            "approved": self.approved,
        }


def listed(workspace: Workspace | None = None) -> list[Listed]:
    """Return every template in use; without a workspace the shipped ones."""
    own = workspace.own_templates if workspace else None
    found = []
    for kind in KINDS.values():
        for language, title in kind.titles.items():
            file = template_file(kind, language, own)
            told = _told(workspace, kind, language, file) if workspace and file.own else {}
            found.append(
                Listed(
                    kind=kind.name,
                    language=language,
                    title=title,
                    path=file.path,
                    own=file.own,
                    **told,
                )
            )
    return found


def _told(
    workspace: Workspace, kind: Kind, language: str, file: TemplateFile
) -> dict[str, bool | None]:
    """Return what became of an own template."""
    line = lineage(workspace, kind, language, file.path)
    approved = is_approved(workspace, file.path) if is_wanted(workspace) else None
    return {"changed": line.changed, "outdated": line.outdated, "approved": approved}


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


def fix_file(path: Path, kind_name: str | None, language: str | None) -> list[Change]:
    """Mend what is safe in the template at `path`; the file as it was stays beside it as .bak.

    Raises as `check`, and RenderingFailed where reading takes too much.
    """
    kind, language = _of_file(path, kind_name, language)
    before = path.read_bytes()
    try:
        content, changes = child.mended(before, kind.name, language)
    except TemplateInvalid:
        # The check says why.
        return []
    if changes:
        _keep_as_it_was(path, before)
        staged = path.with_name(f".{path.name}.new")
        fsio.discard(staged)
        fsio.write_durably(staged, content)
        fsio.replace(staged, path)
    return changes


def _keep_as_it_was(path: Path, content: bytes) -> None:
    number = 1
    while True:
        kept = path.with_name(f"{path.name}.bak{number if number > 1 else ''}")
        try:
            fsio.write_durably(kept, content)
        except FileExistsError:
            number += 1
        else:
            return


def meant_template(
    workspace: Workspace, named: str, kind_name: str | None, language: str | None
) -> tuple[Kind, str, Path | None]:
    """Return the kind, language and file that `named` means: a file, or a kind with its template
    in use. None: the shipped one. Raises UnknownKind, OSError."""
    path = meant_file(workspace, named)
    if path.is_file():
        kind, language = _of_file(path, kind_name, language)
        return kind, language, path
    kind = kind_of(kind_name or named, language)
    office = workspace.settings.office.language
    language = language or (office if office in kind.titles else next(iter(kind.titles)))
    file = template_file(kind, language, workspace.own_templates)
    return kind, language, file.path if file.own else None


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
