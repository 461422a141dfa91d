"""A workspace: make one, show it, say how it stands, make its database again."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import click

from commands.desk import (
    as_json,
    as_json_option,
    catch_up,
    here,
    opened,
    progress,
    say,
    table,
    tell,
)
from commands.language import speak, spoken_language
from commands.trail import seen, write_files
from extractors.wording import LANGUAGES, _


@click.command(help=_("Make a new workspace in DIR."))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--language", type=click.Choice(sorted(LANGUAGES)), help=_("Language of the workspace.")
)
def init(folder: Path, language: str | None) -> None:
    from archive.seals import making
    from archive.settings import OfficeSettings, Settings
    from archive.workspace import create_workspace

    chosen = language or spoken_language()
    speak(chosen)
    workspace = create_workspace(folder, Settings(office=OfficeSettings(language=chosen)))
    making.present_key(workspace)
    seen(workspace, "workspace.init", "workspace")
    write_files(workspace)
    say(_("Workspace made: {folder}").format(folder=workspace.root))
    say(
        _("Drop papers into {inbox} and run: hudang -w {folder} watch").format(
            inbox=workspace.inbox, folder=workspace.root
        )
    )


@click.command(help=_("Show the whole line on the sample papers, in a workspace at DIR."))
@click.argument(
    "folder",
    metavar="[DIR]",
    default="demo-workspace",
    type=click.Path(path_type=Path, file_okay=False),
)
@click.option(
    "--language",
    type=click.Choice(sorted(LANGUAGES)),
    default="zh",
    show_default=True,
    help=_("Language of the workspace."),
)
def demo(folder: Path, language: str) -> None:
    from samples.demo import run_demo

    speak(language)
    raise SystemExit(run_demo(folder, language))


@click.command(help=_("Say what is waiting, held and filed."))
@as_json_option
@here
def status(context: click.Context, wants_json: bool) -> None:
    from archive.backup.state import safety_now
    from archive.clock import system_clock
    from archive.overview import overview

    workspace = opened(context)
    state = overview(workspace)
    safety = safety_now(workspace, system_clock())
    if wants_json:
        as_json(state.to_json() | safety.to_json())
        return
    say(_("Workspace {folder}").format(folder=workspace.root))
    table((_("what"), _("how many")), state.lines(), right=(1,))
    for line in safety.lines():
        say(line)
    for reminder in safety.reminders():
        tell(f"! {reminder}")


@click.command(help=_("Make the database anew from the archive, after it was lost."))
@here
def rebuild(context: click.Context) -> None:
    from archive import recovery
    from archive.clock import system_clock
    from archive.inbox import InboxGone
    from archive.rebuild import rebuild as rebuild_database
    from archive.seals import making
    from ledger.rebuild import rebuild_from_archive

    workspace = opened(context)
    making.restore_trail(workspace)
    with progress(_("papers")) as moved:
        papers = rebuild_database(workspace, moved)
    facts = rebuild_from_archive(workspace)
    # Held papers that the new database does not know go back to be read again.
    with suppress(InboxGone), recovery.intake_lock(workspace):
        recovery.recover(workspace, system_clock)
    catch_up(workspace)
    say(_("{papers} papers and {facts} ledger facts restored").format(papers=papers, facts=facts))


COMMANDS = (init, demo, status, rebuild)
