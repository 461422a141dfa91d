"""Papers in: `watch` and `ingest`, and the line that says what happened to each file."""

from __future__ import annotations

import logging
import signal
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.desk import FINDINGS, as_json, as_json_option, here, opened, say, tell
from commands.trail import seen, write_files
from extractors.wording import _, ngettext

if TYPE_CHECKING:
    from archive.intake import Event
    from archive.workspace import Workspace


@click.command(help=_("Watch the inbox and file what arrives, until Ctrl-C."))
@here
def watch(context: click.Context) -> None:
    from archive.watch import watch as watch_inbox

    workspace = opened(context)
    seen(workspace, "intake.start", "inbox")
    stop = threading.Event()
    for name in ("SIGINT", "SIGTERM"):
        signal.signal(getattr(signal, name), lambda *_args: stop.set())
    with _intake(workspace, daily=True) as (intake, settled, on_event):
        tell(_("Watching {inbox}. Stop with Ctrl-C.").format(inbox=workspace.inbox))
        watch_inbox(workspace, intake, stop=stop, on_event=on_event, settled=settled)
    tell(_("Stopped. Nothing is half done."))


@click.command(help=_("File copies of PATH (files or folders); the originals stay where they are."))
@click.argument(
    "paths",
    metavar="PATH...",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, exists=True),
)
@click.option("--dry-run", is_flag=True, help=_("Only say which files would be taken."))
@as_json_option
@here
def ingest(
    context: click.Context, paths: tuple[Path, ...], dry_run: bool, wants_json: bool
) -> None:
    from archive.fsio import SourceChanged
    from archive.watch import take_all

    workspace = opened(context)
    files = sorted({file for path in paths for file in _files_below(path)})
    if dry_run:
        for file in files:
            say(str(file))
        return
    events: list[Event] = []
    refused = []
    with _intake(workspace, quiet=wants_json, also=events.append) as (intake, settled, _on_event):
        intake.start()
        for file in files:
            try:
                intake.adopt(file)
            except SourceChanged:
                refused.append(file)
                why = _("it is being written to; try again when it is finished")
                tell(_("not taken  {file}: {why}").format(file=file, why=why))
            except OSError as cause:
                refused.append(file)
                tell(_("not taken  {file}: {why}").format(file=file, why=cause.strerror or cause))
        take_all(intake, settled)
    kinds = [event.kind for event in events]
    seen(workspace, "intake.ingest", "inbox", files=len(files), **Counter(kinds))
    if wants_json:
        as_json([_event_json(event) for event in events])
    else:
        say(
            _("{filed} filed, {duplicate} duplicates, {held} held, {refused} not taken").format(
                filed=kinds.count("filed"),
                duplicate=kinds.count("duplicate"),
                held=kinds.count("held") + kinds.count("quarantined"),
                refused=len(refused),
            )
        )
    if refused or "held" in kinds or "quarantined" in kinds:
        raise SystemExit(FINDINGS)


def _files_below(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from (file for file in path.rglob("*") if file.is_file())
    else:
        yield path


def _event_json(event: Event) -> dict[str, Any]:
    from dataclasses import asdict

    return {name: value for name, value in asdict(event).items() if value}


@contextmanager
def _intake(
    workspace: Workspace,
    *,
    quiet: bool = False,
    daily: bool = False,
    also: Callable[[Event], None] | None = None,
) -> Iterator[tuple[Any, Callable[[], None], Callable[[Event], None]]]:
    """Wire up an intake: reader processes, log, lines on the terminal, index and browse after."""
    from archive import browse, learning, log, recovery, rescans
    from archive.intake import Intake
    from extractors.child import ReaderPool
    from indexer.index import open_index
    from ledger.papers import following

    logger = log.open_log(workspace)
    seal_daily = _daily_seal(workspace, logger) if daily else None
    # One index for as long as we watch: opening it costs more than learning of a paper.
    index = open_index(workspace)

    def on_event(event: Event) -> None:
        log.note(logger, event)
        if also:
            also(event)
        if not quiet:
            tell(worded(workspace, event))

    def settled() -> None:
        # What can be made again must not stop the filing of what cannot.
        try:
            browse.catch_up(workspace)
        except Exception as cause:  # noqa: BLE001
            logger.warning("browse behind: %s", type(cause).__name__)
            tell(_("The browse folder could not be updated; run: hudang household browse"))
        try:
            # Papers that wait to be filed come first; the rest is looked at when there are none.
            if not intake.busy:
                rescans.catch_up(workspace, most=rescans.AT_ONCE)
        except Exception as cause:  # noqa: BLE001
            logger.warning("likely copies behind: %s", type(cause).__name__)
        try:
            if not intake.busy:
                following.catch_up(workspace, most=following.WHEN_IDLE)
        except Exception as cause:  # noqa: BLE001
            logger.warning("ledger behind: %s", type(cause).__name__)
            tell(_("The ledger could not follow the papers; run: hudang ledger proposals list"))
        try:
            index.catch_up()
        except Exception as cause:  # noqa: BLE001
            logger.warning("index behind: %s", type(cause).__name__)
            tell(_("The search index could not be updated; run: hudang reindex"))
        write_files(workspace)
        if seal_daily:
            seal_daily()

    write_files(workspace)
    with (
        recovery.intake_lock(workspace),
        ReaderPool(workspace.settings.reading, rules=lambda: learning.usable(workspace)) as readers,
    ):
        intake = Intake(workspace, readers, on_event=on_event)
        yield intake, settled, on_event


def _daily_seal(workspace: Workspace, logger: logging.Logger) -> Callable[[], None]:
    """Return what seals the archive at its first call of a day, if anything happened since."""
    from archive.clock import system_clock
    from archive.seals import making

    looked_on = ""

    def seal() -> None:
        nonlocal looked_on
        today = system_clock().astimezone().strftime("%Y-%m-%d")
        if looked_on == today:
            return
        looked_on = today
        # Papers go on being filed though nothing can be sealed; the reason is told once a day.
        try:
            if making.is_due(workspace):
                made = making.make(workspace, actor="hudang")
                tell(_("Sealed: no. {number}").format(number=made.seal.number))
                if made.trouble:
                    tell(made.trouble)
        except Exception as cause:  # noqa: BLE001
            logger.warning("not sealed: %s", type(cause).__name__)
            tell(_("The archive could not be sealed: {why}").format(why=cause))

    return seal


def worded(workspace: Workspace, event: Event) -> str:
    """Return one line for what happened to a file."""
    from archive import reasons

    name = event.name
    match event.kind:
        case "registered":
            return ngettext(
                "{n} new file in the inbox", "{n} new files in the inbox", event.count
            ).format(n=event.count)
        case "filed":
            return _("filed      {name} → {place}").format(name=name, place=place(workspace, event))
        case "duplicate" if event.document_id:
            return _("duplicate  {name} = {place}").format(name=name, place=place(workspace, event))
        case "duplicate":
            return _("duplicate  {name}: {why}").format(
                name=name, why=reasons.sentence(event.reason)
            )
        case "waiting":
            return _("waiting    {name}: {why}").format(
                name=name, why=reasons.sentence(event.reason)
            )
        case "trouble":
            return _("trouble    {why} (trying again)").format(why=reasons.sentence(event.reason))
        case _:
            why = reasons.sentence(event.reason, {"problems": event.problems})
            return _("held       {name}: {why}").format(name=name, why=why)


def place(workspace: Workspace, event: Event) -> str:
    """Return where a paper stands: household number, borrower, item."""
    from archive import documents, households
    from archive.database import reading

    with reading(workspace.engine) as connection:
        document = documents.document(connection, event.document_id)
        if document.household_id is None:
            return _("department / {paper}").format(paper=Path(document.paper_path).name)
        household = households.household(connection, document.household_id)
    return f"{household.number} {household.borrower.name} / {Path(document.paper_path).name}"


COMMANDS = (watch, ingest)
