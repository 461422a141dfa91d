"""Whether a department's own template may be used: if the office wants it, only once approved.

`[templates] approval = true` in hudang.toml. An approval is a row of the audit trail that names the
file's SHA-256, so a template that is changed has to be approved again.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from sqlalchemy import select

from archive import audit, database, schema
from archive.workspace import Workspace
from extractors.wording import _
from templates.checking.finding import Finding, TemplateInvalid
from templates.kind import Kind
from templates.render import template_file

ACTION = "template.approve"


def own_templates(workspace: Workspace, kind: Kind, language: str) -> Path:
    """Return the folder of own templates, for filling a document of `kind`.

    Raises TemplateInvalid where its own template would be used, must be approved and is not.
    """
    file = template_file(kind, language, workspace.own_templates)
    if file.own and is_wanted(workspace) and not is_approved(workspace, file.path):
        message = _(
            "it is not approved as it now stands: hudang templates approve {file} --by NAME"
        )
        raise TemplateInvalid(
            file.path.name, [Finding("unapproved", "", message.format(file=file.path))]
        )
    return workspace.own_templates


def is_wanted(workspace: Workspace) -> bool:
    """Does the office use only approved templates?"""
    return workspace.settings.templates.approval


def is_approved(workspace: Workspace, path: Path) -> bool:
    """Was this very file approved?"""
    table = schema.audit.c
    wanted = select(table.seq).where(table.action == ACTION, table.object == _object(path)).limit(1)
    with database.reading(workspace.engine) as connection:
        return connection.execute(wanted).first() is not None


def approve(workspace: Workspace, path: Path, *, by: str, actor: str) -> None:
    """Note that `by` approves the file as it now stands. The caller has checked it."""
    audit.note(
        workspace,
        actor=actor,
        action=ACTION,
        object_=_object(path),
        detail={"file": path.name, "by": by},
    )


def _object(path: Path) -> str:
    return f"template:{hashlib.sha256(path.read_bytes()).hexdigest()}"
