"""Backups: make one, look at one, prove one, restore one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.desk import (
    FINDINGS,
    actor,
    as_json,
    as_json_option,
    here,
    opened,
    progress,
    say,
    table,
    tell,
)
from commands.language import speak
from extractors.wording import _

if TYPE_CHECKING:
    from archive.backup.findings import Finding
    from archive.backup.restore import Hooks, Restored
    from archive.workspace import Workspace


class _WithDefault(click.Group):
    """A group whose first word may be a folder: then a backup is made there."""

    default = "make"

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ("-h", "--help"):
            args = [self.default, *args]
        return super().parse_args(ctx, args)


folder_argument = click.argument(
    "folder", metavar="BACKUP", type=click.Path(path_type=Path, file_okay=False)
)
passphrase_option = click.option(
    "--passphrase-file",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("Take the passphrase from the first line of this file instead of asking."),
)
at_option = click.option(
    "--at",
    metavar="SNAPSHOT",
    help=_("The snapshot meant, or how its name begins; else the newest."),
)


def _secret(file: Path | None, *, new: bool = False) -> Callable[[], str]:
    """Return what gives the passphrase when it is needed, and only then."""

    def given() -> str:
        if file:
            lines = file.read_text(encoding="utf-8-sig").splitlines()
            return lines[0] if lines else ""
        return str(
            click.prompt(_("Passphrase"), hide_input=True, confirmation_prompt=new, err=True)
        )

    return given


@click.group(
    cls=_WithDefault,
    help=_("Make a backup in FOLDER: hudang backup FOLDER. Look at backups, prove them."),
    subcommand_metavar="FOLDER | COMMAND [ARGS]...",
)
def backup() -> None:
    pass


@backup.command("make", help=_("Make a backup in FOLDER; only what is new is copied."))
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path, file_okay=False))
@click.option("--encrypt", is_flag=True, help=_("Encrypt it: for a disk that leaves the house."))
@passphrase_option
@click.option(
    "--with-key", is_flag=True, help=_("Copy private keys, too; encrypted ones have them.")
)
@click.option("--dry-run", is_flag=True, help=_("Only say how much would be copied."))
@as_json_option
@here
def make(
    context: click.Context,
    folder: Path,
    encrypt: bool,
    passphrase_file: Path | None,
    with_key: bool,
    dry_run: bool,
    wants_json: bool,
) -> None:
    from archive.backup.make import Choice
    from archive.backup.make import backup as make_backup

    workspace = opened(context)
    new = not (folder / "hudang-backup.json").exists()
    choice = Choice(
        secret=_secret(passphrase_file, new=new) if encrypt else None,
        with_key=with_key,
        keep=workspace.settings.backup.keep_snapshots,
        dry_run=dry_run,
    )
    with progress(_("megabytes")) as moved:
        made = make_backup(workspace, folder, choice, actor=actor(), progress=moved)
    if wants_json:
        as_json(made.to_json())
    elif made.manifest is None:
        say(_("{n} MB of the archive would be copied.").format(n=_mb(made.to_copy)))
    else:
        counts = made.manifest.counts
        say(
            _(
                "Snapshot {name}: {papers} papers of {households} household files; {files} files, "
                "{mb} MB copied in {seconds} s."
            ).format(
                name=made.manifest.name,
                papers=counts["papers"],
                households=counts["households"],
                files=counts["copied_files"],
                mb=_mb(counts["copied_bytes"]),
                seconds=made.manifest.seconds,
            )
        )
        if made.recovery_code:
            tell(
                _("Print the recovery sheet now: hudang backup recovery-sheet {folder}").format(
                    folder=folder
                )
            )
    _end(list(made.findings))


@backup.command("list", help=_("List the snapshots of a backup."))
@folder_argument
@passphrase_option
@as_json_option
@here
def list_snapshots(
    context: click.Context, folder: Path, passphrase_file: Path | None, wants_json: bool
) -> None:
    from archive.backup.reader import SnapshotDamaged, open_backup

    _speak_as_here(context)
    found = open_backup(folder, _secret(passphrase_file))
    rows: list[dict[str, Any]] = []
    for name in found.names():
        try:
            manifest = found.manifest(name)
        except SnapshotDamaged:
            rows.append({"snapshot": name, "damaged": True})
            continue
        rows.append(
            {
                "snapshot": name,
                "as_of": manifest.began_at,
                "papers": manifest.counts["papers"],
                "households": manifest.counts["households"],
                "archive_bytes": manifest.counts["archive_bytes"],
                "copied_bytes": manifest.counts["copied_bytes"],
                "seconds": manifest.seconds,
                "database_sound": manifest.is_sound,
                "program": manifest.program,
                "findings": len(manifest.findings),
            }
        )
    if wants_json:
        as_json({"kind": found.header.kind, "snapshots": rows})
        return
    titles = (
        _("snapshot"),
        _("papers"),
        _("household files"),
        "MB",
        _("copied MB"),
        _("state"),
    )
    table(titles, [_snapshot_row(row) for row in rows], right=(1, 2, 3, 4))


def _snapshot_row(row: dict[str, Any]) -> tuple[object, ...]:
    if row.get("damaged"):
        return row["snapshot"], "", "", "", "", _("cannot be read")
    sound = row["database_sound"] and not row["findings"]
    return (
        row["snapshot"],
        row["papers"],
        row["households"],
        _mb(row["archive_bytes"]),
        _mb(row["copied_bytes"]),
        _("sound") if sound else _("with findings"),
    )


@backup.command("recovery-sheet", help=_("Print the sheet for the safe, with the recovery code."))
@folder_argument
@passphrase_option
@here
def recovery_sheet(context: click.Context, folder: Path, passphrase_file: Path | None) -> None:
    from archive.backup.sheet import sheet

    _opened_if_there(context)
    say(sheet(folder, _secret(passphrase_file)))


@backup.command(help=_("Restore a backup for a try, prove everything in it, and file a report."))
@folder_argument
@at_option
@click.option(
    "--scratch",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help=_("Try it below this folder."),
)
@click.option(
    "--sample",
    type=click.IntRange(0, 10_000),
    default=20,
    show_default=True,
    help=_("How many papers to open."),
)
@passphrase_option
@as_json_option
@here
def drill(
    context: click.Context,
    folder: Path,
    at: str | None,
    scratch: Path | None,
    sample: int,
    passphrase_file: Path | None,
    wants_json: bool,
) -> None:
    from archive.backup.drill import drill as carry_out
    from archive.backup.report import file_report
    from commands.desk import catch_up

    workspace = opened(context)
    with progress(_("megabytes")) as moved:
        outcome = carry_out(
            workspace,
            folder,
            secret=_secret(passphrase_file),
            at=at,
            scratch=scratch,
            sample=sample,
            hooks=_hooks(),
            verify=_verified,
            actor=actor(),
            progress=moved,
        )
    filed = file_report(workspace, outcome, actor=actor())
    catch_up(workspace)
    if wants_json:
        as_json(outcome.to_json() | {"document_id": filed})
    else:
        for what, how in outcome.lines():
            say(f"{what}: {how}")
        tell(_("The report is filed with the department's papers."))
    _end(outcome.findings)
    if not outcome.passed:
        raise SystemExit(FINDINGS)


@click.command(help=_("Restore a backup into NEWFOLDER, which must be new or empty."))
@folder_argument
@click.argument("target", metavar="NEWFOLDER", type=click.Path(path_type=Path, file_okay=False))
@at_option
@passphrase_option
@as_json_option
@here
def restore(
    context: click.Context,
    folder: Path,
    target: Path,
    at: str | None,
    passphrase_file: Path | None,
    wants_json: bool,
) -> None:
    from archive.backup.restore import restore as bring_back

    _speak_as_here(context)
    with progress(_("megabytes")) as moved:
        restored = bring_back(
            folder,
            target,
            secret=_secret(passphrase_file),
            at=at,
            hooks=_hooks(),
            actor=actor(),
            progress=moved,
        )
    speak(restored.workspace.settings.office.language)
    _fill_browse(restored.workspace)
    if wants_json:
        as_json(restored.to_json())
    else:
        _say_restored(restored)
    _end(restored.findings)


def _say_restored(restored: Restored) -> None:
    say(_("Restored: {folder}").format(folder=restored.workspace.root))
    if restored.manifest:
        name, moment = restored.manifest.name, restored.manifest.began_at
        say(_("Snapshot {name}, as of {at} (UTC)").format(name=name, at=moment[:19]))
    if restored.rebuilt:
        say(_("The database in the backup is not sound; it was made anew from the archive."))
    say(
        _(
            "{papers} papers of {households} household files; {files} files compared, "
            "{mb} MB, {seconds} s"
        ).format(
            papers=restored.papers,
            households=restored.households,
            files=restored.files,
            mb=_mb(restored.bytes),
            seconds=restored.seconds,
        )
    )
    if restored.reconciled.papers:
        say(
            _("{n} papers were filed after the snapshot; the archive had them.").format(
                n=restored.reconciled.papers
            )
        )


def _hooks() -> Hooks:
    """Wire up what other parts make again after a restore."""
    from archive.backup.restore import Hooks
    from indexer.index import open_index
    from ledger.rebuild import catch_up_with_archive, rebuild_from_archive

    def index(workspace: Workspace) -> int:
        # What can be made again must not stop the restoring of what cannot.
        try:
            return open_index(workspace).rebuild(lambda _done, _total: None)
        except Exception:  # noqa: BLE001
            tell(_("The search index could not be updated; run: hudang reindex"))
            return 0

    return Hooks(ledger_anew=rebuild_from_archive, ledger_newer=catch_up_with_archive, index=index)


def _verified(workspace: Workspace) -> list[Finding]:
    """Run the archive's own verification over a restored workspace."""
    from archive.backup.findings import Finding
    from archive.verification.run import Asked, verify
    from commands.verify import remake

    report = verify(workspace, Asked(full=True), remake=remake, actor=actor())
    # A plain backup holds no private key, as it should: it is kept under lock apart.
    return [
        Finding("archive_invalid", each.where, each.meaning)
        for each in report.findings
        if each.code != "seal_key_lost"
    ]


def _fill_browse(workspace: Workspace) -> None:
    from archive import browse

    try:
        browse.rebuild(workspace, lambda _done, _total: None)
    except Exception:  # noqa: BLE001 - see above
        tell(_("The browse folder could not be updated; run: hudang household browse"))


def _speak_as_here(context: click.Context) -> None:
    """Speak the workspace's language where there is one; it may be damaged, so open no more."""
    from archive.settings import SettingsInvalid
    from archive.workspace import NotAWorkspace, open_workspace

    try:
        workspace = open_workspace(context.find_root().obj)
    except (NotAWorkspace, SettingsInvalid, OSError):
        return
    speak(workspace.settings.office.language)


def _opened_if_there(context: click.Context) -> None:
    """Note in the workspace's audit trail that this was done, where there is a workspace."""
    from archive.workspace import NotAWorkspace

    try:
        opened(context)
    except NotAWorkspace:
        return


def _end(findings: list[Finding]) -> None:
    for each in findings:
        tell(f"! {each}")
    if any(each.is_alarming for each in findings):
        raise SystemExit(FINDINGS)


def _mb(size: int) -> str:
    return f"{size / 1e6:.1f}"


COMMANDS = (backup, restore)
