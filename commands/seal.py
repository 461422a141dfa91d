"""Seals: a signed digest over the whole archive, its short form for the register of the archive."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from commands.desk import (
    FINDINGS,
    actor,
    as_json,
    as_json_option,
    here,
    opened,
    say,
    table,
    tell,
)
from extractors.wording import _

if TYPE_CHECKING:
    from archive.seals.seal import Seal
    from archive.store import Store
    from archive.workspace import Workspace


@click.group(
    invoke_without_command=True,
    help=_("Seal the archive: sign a digest over all it holds, and keep it with the archive."),
)
@here
def seal(context: click.Context) -> None:
    from archive.seals import making

    if context.invoked_subcommand:
        return
    workspace = opened(context)
    made = making.make(workspace, actor=actor())
    _print(workspace, made.seal)
    if made.trouble:
        tell(made.trouble)


def _print(workspace: Workspace, made: Seal) -> None:
    """Print a seal with the lines that go into the register of the archive (档案登记簿)."""
    office = workspace.settings.office
    say(_("Seal no. {number}, {when}").format(number=made.number, when=_local(made.made_at)))
    if office.institution:
        say(f"{office.institution}  {office.department}".rstrip())
    say(
        _("{objects} files, audit trail to row {row}.").format(
            objects=made.objects, row=made.audit_last
        )
    )
    say()
    say(_("For the register of the archive:"))
    groups = made.short.split(" ")
    say("    " + " ".join(groups[:4]))
    say("    " + " ".join(groups[4:]))
    say()
    say(_("Entered by: ____________   Checked by: ____________   Date: ____________"))


def _local(at: str) -> str:
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M:%S")


def _store(workspace: Workspace) -> Store:
    from archive.store import Store

    return Store(workspace.archive, workspace.staging)


@seal.command("list", help=_("List the seals made so far."))
@as_json_option
@here
def seal_list(context: click.Context, wants_json: bool) -> None:
    from archive.seals import kept

    workspace = opened(context)
    found = [each.seal for each in kept.kept(_store(workspace))]
    if wants_json:
        as_json([_json(each) for each in found])
        return
    if not found:
        say(_("Nothing was sealed yet. Seal the archive: hudang seal"))
        return
    table(
        (_("no."), _("when"), _("files"), _("audit row"), _("short form")),
        [(s.number, _local(s.made_at), s.objects, s.audit_last, s.short) for s in found],
        right=(0, 2, 3),
    )


def _json(made: Seal) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(made) | {"short": made.short}


@seal.command("show", help=_("Show one seal; without a number, the newest."))
@click.argument("number", type=click.IntRange(1), required=False)
@as_json_option
@here
def seal_show(context: click.Context, number: int | None, wants_json: bool) -> None:
    from archive.seals import kept

    workspace = opened(context)
    store = _store(workspace)
    chosen = kept.one(store, number) if number else next(reversed(kept.kept(store)), None)
    if chosen is None:
        raise kept.UnknownSeal(1)
    if wants_json:
        as_json(_json(chosen.seal) | {"file": str(chosen.path)})
        return
    _print(workspace, chosen.seal)
    say(_("Public key: {key}").format(key=chosen.seal.public_key))
    say(_("File: {file}").format(file=chosen.path))


@seal.command("key", help=_("Print the public key; --new begins a new one after a loss."))
@click.option("--new", is_flag=True, help=_("Sign with a new key from now on."))
@click.option("--why", help=_("Why a new one is needed; kept in the audit trail."))
@here
def seal_key(context: click.Context, new: bool, why: str | None) -> None:
    from archive.seals import key, making

    if new and not why:
        raise click.UsageError(_("Say why a new key is needed: --why"))
    workspace = opened(context)
    if new and why:
        public = making.begin_new_key(workspace, why=why, actor=actor())
    else:
        public = key.public_of(making.present_key(workspace))
    say(public)
    tell(
        _(
            "Print it into the manual. Keep a copy of {file} under lock, apart from this machine."
        ).format(file=key.key_file(workspace))
    )


@seal.command("verify", help=_("Check all seals: signatures, chain, archive, audit trail, copies."))
@click.option("--key", "public_key", help=_("The public key as printed; else the workspace's own."))
@click.option("--printed", help=_("A short form from the register: say which seal it is."))
@as_json_option
@here
def seal_verify(
    context: click.Context, public_key: str | None, printed: str | None, wants_json: bool
) -> None:
    from archive.seals import checking, kept
    from commands.trail import seen
    from commands.verify import print_findings

    workspace = opened(context)
    found = checking.check(workspace, public_key=public_key)
    readable, _damaged = kept.readable(_store(workspace))
    wanted = "".join((printed or "").split()).lower()
    same = [each.seal.number for each in readable if each.seal.root == wanted]
    seen(workspace, "seal.verify", "archive", seals=len(readable), findings=len(found))
    if wants_json:
        as_json({"findings": [each.to_json() for each in found], "printed": same})
    else:
        print_findings(found)
        if wanted and same:
            say(_("The printed form is that of seal {number}.").format(number=same[0]))
        if not found and readable:
            say(_("{n} seals hold.").format(n=len(readable)))
        if not readable:
            say(_("Nothing was sealed yet. Seal the archive: hudang seal"))
    if wanted and not same:
        tell(_("No seal here has the printed form: the archive is not the one it was made of."))
    if found or (wanted and not same):
        raise SystemExit(FINDINGS)


COMMANDS = (seal,)
