"""The department's own templates: copies of shipped ones, and what became of both since.

`templates/ejected.json` in the workspace says from which shipped template each copy was made.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from archive import fsio
from archive.workspace import Workspace
from extractors.wording import _
from templates.kind import Kind
from templates.kinds import KINDS, kind_of
from templates.render import SHIPPED, template_file

RECORD = "ejected.json"
# Word and WPS leave such files beside an open document.
_LOCKS = ("~$", ".~", "~")


class AlreadyThere(Exception):
    """There is an own template already; it is not overwritten."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """What became of an own template. None: it is not known where it comes from.

    changed   it was edited since it was copied
    outdated  the shipped template is another one than that it was copied from
    """

    changed: bool | None
    outdated: bool | None


def eject(workspace: Workspace, kind: Kind, language: str, *, on: date) -> Path:
    """Copy the shipped template into the workspace, to be edited. Raises AlreadyThere."""
    there = template_file(kind, language, workspace.own_templates)
    if there.own:
        raise AlreadyThere(
            _("{file} is there already; it was left as it is. Rename it to begin anew.").format(
                file=there.path
            )
        )
    content = (SHIPPED / language / f"{kind.name}.docx").read_bytes()
    target = _place(workspace, kind, language)
    target.parent.mkdir(parents=True, exist_ok=True)
    fsio.write_durably(target, content)
    record = _record(workspace)
    record[_key(workspace, target)] = {"shipped": _digest(content), "on": on.isoformat()}
    _keep(workspace, record)
    return target


def lineage(workspace: Workspace, kind: Kind, language: str, path: Path) -> Lineage:
    """Return what became of the own template at `path` and of the shipped one."""
    copied = _record(workspace).get(_key(workspace, path), {}).get("shipped")
    if copied is None:
        return Lineage(None, None)
    shipped = (SHIPPED / language / f"{kind.name}.docx").read_bytes()
    return Lineage(_digest(path.read_bytes()) != copied, _digest(shipped) != copied)


def own_files(workspace: Workspace) -> list[tuple[Path, str | None, str | None]]:
    """Return the .docx files in the templates folder with their kind and language.

    Kind None: no document is called so, and the file is never used.
    """
    folder = workspace.own_templates
    if not folder.is_dir():
        return []
    return [(path, *_meant(workspace, path)) for path in sorted(_documents(folder))]


def _documents(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*.docx"):
        if path.is_file() and not path.name.startswith(_LOCKS):
            yield path


def _meant(workspace: Workspace, path: Path) -> tuple[str | None, str | None]:
    for kind in KINDS.values():
        for language in kind.titles:
            if path in _places(workspace, kind, language):
                return kind.name, language
    return None, None


def _places(workspace: Workspace, kind: Kind, language: str) -> list[Path]:
    """Return where an own template of `kind` is looked for."""
    own, name = workspace.own_templates, f"{kind.name}.docx"
    alone = [own / name] if language == next(iter(kind.titles)) else []
    return [own / language / name, *alone]


def _place(workspace: Workspace, kind: Kind, language: str) -> Path:
    """Return where a copy goes: the Chinese ones lie in the folder itself, where people look."""
    return _places(workspace, kind, language)[-1]


def meant_file(workspace: Workspace | None, named: str) -> Path:
    """Return the file that `named` stands for: a path, or a kind with an own template."""
    path = Path(named)
    if workspace is None or path.exists():
        return path
    if path.suffix:
        inside = workspace.own_templates / path
        return inside if inside.is_file() else path
    kind = kind_of(named)
    for language in kind.titles:
        file = template_file(kind, language, workspace.own_templates)
        if file.own:
            return file.path
    return path


def _record(workspace: Workspace) -> dict[str, Any]:
    try:
        found = json.loads((workspace.own_templates / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _keep(workspace: Workspace, record: dict[str, Any]) -> None:
    path = workspace.own_templates / RECORD
    staged = path.with_name(f".{RECORD}.{os.getpid()}")
    text = json.dumps(record, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    fsio.write_durably(staged, text.encode("utf-8"))
    fsio.replace(staged, path)


def _key(workspace: Workspace, path: Path) -> str:
    return path.relative_to(workspace.own_templates).as_posix()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
