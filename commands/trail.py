"""Every command leaves a row in the audit trail: of what it changed, or that it looked.

A command that shows people's papers notes so before it shows them (`seen`). One that noted nothing
by itself gets a row when it ends, by `following`, which `opened` sets on.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from extractors.wording import _

if TYPE_CHECKING:
    from archive.workspace import Workspace

# Commands that look at no personal data and change nothing: they leave no row.
SILENT = frozenset(
    {
        # a package by itself, with no workspace around: its digests
        "handover verify",
        # what there is to record, not what was
        "ledger kinds",
        # names of registers, and what heads of workbooks mean
        "ledger registers",
        "ledger mapping list",
        # counts alone
        "status",
        "backup list",
        # labels of printed forms
        "review rules list",
        "review rules show",
        # the department's own templates
        "templates list",
        "templates check",
        # the trail itself, and seals: ids and digests
        "audit list",
        "seal list",
        "seal show",
        "seal key",
    }
)


def seen(workspace: Workspace, action: str, object_: str, **detail: Any) -> None:
    """Note that a person looks at something; to be called before it is shown."""
    from archive import audit
    from commands.desk import actor

    audit.note(workspace, actor=actor(), action=action, object_=object_, detail=detail)


def about(object_: str) -> None:
    """Note what the command being run is about, for its row if it writes none by itself."""
    import click

    context = click.get_current_context(silent=True)
    if context is not None:
        named = context.find_root().meta.setdefault(_ABOUT, [])
        if object_ not in named:
            named.append(object_)


def _named() -> list[str]:
    import click

    context = click.get_current_context(silent=True)
    return list(context.find_root().meta.get(_ABOUT, ())) if context is not None else []


_ABOUT = "hudang.about"


@contextmanager
def following(workspace: Workspace, command: str) -> Iterator[None]:
    """See to it that a command leaves a row, and that the audit files have it when it ends.

    command  its name, with its groups ("household show")
    """
    from archive import audit

    before = audit.appended()
    failed = ""
    try:
        yield
    except SystemExit:
        raise
    except BaseException as cause:
        # Its kind alone: what it says may name a person.
        failed = type(cause).__name__
        raise
    finally:
        if command not in SILENT and (failed or audit.appended() == before):
            why = {"failed": failed} if failed else {}
            first, *others = [*_named(), f"command:{command}"]
            seen(workspace, "command.run", first, **({"also": others} if others else {}), **why)
        if audit.appended() != before:
            write_files(workspace)


def write_files(workspace: Workspace) -> None:
    """Bring the audit files up to the database; a refusal is told and made good by the next."""
    from sqlalchemy.exc import OperationalError

    from archive import audit_files
    from commands.desk import tell

    try:
        audit_files.catch_up(workspace)
    except audit_files.AuditForked as refusal:
        tell(str(refusal))
    except (OSError, OperationalError) as cause:
        tell(
            _("The audit files could not be written: {why}. The next command tries again.").format(
                why=getattr(cause, "strerror", None) or type(cause).__name__
            )
        )
