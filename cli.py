"""Commands for people: parse arguments, call one function, word the outcome, set the exit code.

The only place that wires the parts together. Results go to stdout, reasons to stderr.
"""

from __future__ import annotations

import json
import locale
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extractors.wording import (
    LANGUAGES,
    _,
    language_in_use,
    let_click_speak,
    ngettext,
    use_language,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from archive.documents import FiledDocument
    from archive.intake import Event
    from archive.workspace import Workspace

# Columns of a register that are aligned to the right.
NUMBER_KINDS = ("money", "count", "percent", "days", "rate")

OK, FINDINGS, USAGE, BAD_INPUT, ENVIRONMENT, INTERRUPTED = 0, 1, 2, 3, 4, 130


def spoken_language() -> str:
    """Return the language of the help texts: HUDANG_LANGUAGE, else that of the system."""
    chosen = os.environ.get("HUDANG_LANGUAGE", "")
    if chosen in LANGUAGES:
        return chosen
    system = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    language = (system or locale.getlocale()[0] or "en")[:2].lower()
    return language if language in LANGUAGES else "en"


def speak(language: str) -> None:
    """Word everything that follows in `language`."""
    use_language(language)
    let_click_speak(language)


# Help texts are worded when the commands below are made, so the language is chosen before.
speak(spoken_language())


# -- how outcomes are worded ------------------------------------------------------------------


def say(text: str = "") -> None:
    """Print a line of the result."""
    click.echo(text)


def tell(text: str) -> None:
    """Print a reason or a step: not part of the result."""
    click.echo(text, err=True)


def as_json(data: Any) -> None:
    """Print the result for machines."""
    say(json.dumps(data, ensure_ascii=False, indent=2, default=str))


def table(
    titles: Sequence[str], rows: Iterable[Sequence[object]], right: Sequence[int] = ()
) -> None:
    """Print rows under titles; columns numbered in `right` are aligned to the right."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=SIMPLE_HEAD, pad_edge=False)
    for number, title in enumerate(titles):
        drawn.add_column(title, justify="right" if number in right else "left", overflow="fold")
    for row in rows:
        drawn.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    # A pipe has no width: let long lines be long there.
    width = None if sys.stdout.isatty() else 200
    Console(width=width, highlight=False).print(drawn)


@contextmanager
def progress(title: str) -> Iterator[Callable[[int, int], None]]:
    """Show a bar on a terminal's stderr; give the function that moves it (done, total)."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task(title, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


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
            return _("filed      {name} → {place}").format(
                name=name, place=_place(workspace, event)
            )
        case "duplicate" if event.document_id:
            return _("duplicate  {name} = {place}").format(
                name=name, place=_place(workspace, event)
            )
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


def _place(workspace: Workspace, event: Event) -> str:
    """Return where a paper stands: household number, borrower, item."""
    from archive import documents, households
    from archive.database import reading

    with reading(workspace.engine) as connection:
        document = documents.document(connection, event.document_id)
        if document.household_id is None:
            return _("department / {paper}").format(paper=Path(document.paper_path).name)
        household = households.household(connection, document.household_id)
    return f"{household.number} {household.borrower.name} / {Path(document.paper_path).name}"


# -- opening what a command works on ----------------------------------------------------------


def opened(context: click.Context) -> Workspace:
    """Open the workspace that -w names, and speak its language."""
    from archive.workspace import open_workspace

    workspace = open_workspace(context.find_root().obj)
    speak(workspace.settings.office.language)
    return workspace


def actor() -> str:
    """Return who is at the keyboard, for the audit trail."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def today() -> date:
    """Return the office's own calendar day."""
    return date.today()  # noqa: DTZ011 - a day is meant, not a moment


def catch_up(workspace: Workspace) -> None:
    """Let the index learn what was filed since last time."""
    from indexer.index import open_index

    open_index(workspace).catch_up()


class _Day(click.DateTime):
    """A day as YYYY-MM-DD; help shows it so."""

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d"])

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002
        return "YYYY-MM-DD"


day_type = _Day()


as_json_option = click.option("--json", "wants_json", is_flag=True, help=_("Print JSON."))
here = click.pass_context


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-w",
    "--workspace",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    show_default=_("the current folder"),
    help=_("The workspace to work in."),
)
@click.version_option(package_name="hudang", message="hudang %(version)s")
@click.pass_context
def hudang(context: click.Context, workspace: Path) -> None:
    context.obj = workspace


hudang.help = _(
    "户档: the household's file. Reads the papers of a loan department, files them by household, "
    "keeps the ledger beside them, finds anything, and drafts Word documents."
)


# -- a workspace ------------------------------------------------------------------------------


@hudang.command(help=_("Make a new workspace in DIR."))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--language", type=click.Choice(sorted(LANGUAGES)), help=_("Language of the workspace.")
)
def init(folder: Path, language: str | None) -> None:
    from archive.settings import OfficeSettings, Settings
    from archive.workspace import create_workspace

    chosen = language or spoken_language()
    speak(chosen)
    workspace = create_workspace(folder, Settings(office=OfficeSettings(language=chosen)))
    say(_("Workspace made: {folder}").format(folder=workspace.root))
    say(
        _("Drop papers into {inbox} and run: hudang -w {folder} watch").format(
            inbox=workspace.inbox, folder=workspace.root
        )
    )


@hudang.command(help=_("Show the whole line on the sample papers, in a workspace at DIR."))
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


@hudang.command(help=_("Say what is waiting, held and filed."))
@as_json_option
@here
def status(context: click.Context, wants_json: bool) -> None:
    from archive.overview import overview

    workspace = opened(context)
    state = overview(workspace)
    if wants_json:
        as_json(state.to_json())
        return
    say(_("Workspace {folder}").format(folder=workspace.root))
    table((_("what"), _("how many")), state.lines(), right=(1,))


# -- papers in --------------------------------------------------------------------------------


@hudang.command(help=_("Watch the inbox and file what arrives, until Ctrl-C."))
@here
def watch(context: click.Context) -> None:
    from archive.watch import watch as watch_inbox

    workspace = opened(context)
    stop = threading.Event()
    for name in ("SIGINT", "SIGTERM"):
        signal.signal(getattr(signal, name), lambda *_args: stop.set())
    with _intake(workspace) as (intake, settled, on_event):
        tell(_("Watching {inbox}. Stop with Ctrl-C.").format(inbox=workspace.inbox))
        watch_inbox(workspace, intake, stop=stop, on_event=on_event, settled=settled)
    tell(_("Stopped. Nothing is half done."))


@hudang.command(
    help=_("File copies of PATH (files or folders); the originals stay where they are.")
)
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
    workspace: Workspace, *, quiet: bool = False, also: Callable[[Event], None] | None = None
) -> Iterator[tuple[Any, Callable[[], None], Callable[[Event], None]]]:
    """Wire up an intake: reader processes, log, lines on the terminal, index and browse after."""
    from archive import browse, learning, log, recovery
    from archive.intake import Intake
    from extractors.child import ReaderPool
    from indexer.index import open_index

    logger = log.open_log(workspace)
    # One index for as long as we watch: opening it costs more than learning of a paper.
    index = open_index(workspace)
    touched: set[int] = set()

    def on_event(event: Event) -> None:
        log.note(logger, event)
        if event.household_id is not None:
            touched.add(event.household_id)
        if also:
            also(event)
        if not quiet:
            tell(worded(workspace, event))

    def settled() -> None:
        # What can be made again must not stop the filing of what cannot.
        try:
            browse.refresh(workspace, touched)
            touched.clear()
        except Exception as cause:  # noqa: BLE001
            logger.warning("browse behind: %s", type(cause).__name__)
            tell(_("The browse folder could not be updated; run: hudang household browse"))
        try:
            index.catch_up()
        except Exception as cause:  # noqa: BLE001
            logger.warning("index behind: %s", type(cause).__name__)
            tell(_("The search index could not be updated; run: hudang reindex"))

    with (
        recovery.intake_lock(workspace),
        ReaderPool(workspace.settings.reading, rules=lambda: learning.usable(workspace)) as readers,
    ):
        yield Intake(workspace, readers, on_event=on_event), settled, on_event


@hudang.command(help=_("Read FILE and print what it says; files nothing."))
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@as_json_option
@here
def extract(context: click.Context, file: Path, wants_json: bool) -> None:
    from dataclasses import replace

    from archive import learning, reasons, settings
    from archive.workspace import Workspace
    from extractors.child import ReaderPool
    from extractors.outcome import ReadDone
    from extractors.reading import Problem, Reading

    # Any folder will do: settings are taken from a workspace if we stand in one.
    folder = context.find_root().obj
    chosen = settings.load(folder / settings.FILE_NAME)
    rules = learning.usable(Workspace(folder, chosen))
    reads = replace(chosen.reading, language=spoken_language(), rules=rules)
    with ReaderPool(reads) as readers:
        outcome = readers.submit(file).result()
    if isinstance(outcome, ReadDone):
        reading = outcome.reading
    else:
        why = Problem(None, outcome.code, reasons.sentence(outcome.code))
        reading = Reading(doc_type=None, language=None, pages=0, ocr=False, problems=(why,))
    if wants_json:
        as_json(reading.to_json(explain=False))
    elif isinstance(outcome, ReadDone):
        _print_reading(reading)
    if not isinstance(outcome, ReadDone):
        tell(f"{file}: {why.message}")
        raise SystemExit(BAD_INPUT)


def _print_reading(reading: Any) -> None:
    if not reading.parts:
        _print_paper(reading)
        return
    say(
        _("A scan of {count} papers, pages: {pages}").format(
            count=len(reading.parts), pages=reading.pages
        )
    )
    _print_cuts(reading.parts)
    for problem in reading.problems:
        if problem.field is None:
            say(f"! {problem.message}")
    for number, part in enumerate(reading.parts, start=1):
        say()
        say(f"[{number}]")
        _print_paper(part.reading)


def _print_cuts(parts: Sequence[Any]) -> None:
    """Print where each paper of a scan begins, how sure that is, and why."""
    from extractors.papers import pages_text

    words = {
        "title": _("title at the top"),
        "other": _("title of an unknown form"),
        "numbering": _("page numbers begin again"),
        "blank_page": _("after a blank page"),
        "party": _("another person"),
        "person": _("decided by a person"),
    }
    table(
        (_("paper"), _("pages"), _("type"), _("confidence"), _("why")),
        [
            (
                number,
                pages_text(part.pages),
                _type_word(part.reading.doc_type),
                f"{part.confidence:.2f}",
                ", ".join(words.get(code, code) for code in part.why),
            )
            for number, part in enumerate(parts, start=1)
        ],
        right=(0, 3),
    )


def _type_word(doc_type: str | None) -> str:
    from extractors.forms import ALL

    form = ALL.get(doc_type or "")
    return form.title(language_in_use()) if form else _("unknown")


def _print_paper(reading: Any) -> None:
    from extractors.forms import ALL
    from extractors.papers import pages_text

    form = ALL.get(reading.doc_type or "")
    say(
        _("{title}, pages: {pages}, language: {language}").format(
            title=_type_word(reading.doc_type),
            pages=reading.pages,
            language=reading.language or "-",
        )
    )
    if reading.copies:
        say(
            _("The same paper {count} times; pages: {pages}").format(
                count=len(reading.copies),
                pages=", ".join(pages_text(pages) for pages in reading.copies),
            )
        )
    rows = [
        (
            f"{name} {_label(form, name, reading.language)}",
            _covered(name, found.text),
            _covered(name, _shown(found.value)),
            found.page or "",
            f"{found.confidence:.2f}",
        )
        for name, values in reading.fields.items()
        for found in values
    ]
    heads = (_("field"), _("as printed"), _("value"), _("page"), _("confidence"))
    if rows:
        table(heads, rows, right=(3, 4))
    for problem in reading.problems:
        say(f"! {problem.field or ''} {problem.message}")


def _covered(name: str, text: str) -> str:
    """Return a value as a screen may show it: numbers that name a person are masked."""
    from extractors.personal import mask, mask_identity

    return mask_identity(text) if name in ("id_number", "uscc", "phone") else mask(text)


def _label(form: Any, name: str, language: str | None) -> str:
    """Return what a Chinese paper calls a field; labels of other languages are kept folded."""
    if language != "zh":
        return ""
    labels = (label for field in form.fields if field.name == name for label in field.labels.zh)
    return next(labels, "")


def _shown(value: Any) -> str:
    from extractors.reading import value_to_json

    plain = value_to_json(value)
    return " ".join(str(part) for part in plain.values()) if isinstance(plain, dict) else str(plain)


# -- held papers ------------------------------------------------------------------------------


@hudang.group(help=_("Held papers: look at them, file them, correct them, dismiss them."))
def review() -> None:
    """Group of commands."""


@review.command("list", help=_("List held papers with the reason for each."))
@as_json_option
@here
def review_list(context: click.Context, wants_json: bool) -> None:
    from archive import items, reasons
    from archive.database import reading

    workspace = opened(context)
    with reading(workspace.engine) as connection:
        held = items.in_states(connection, items.PENDING)
        waiting = [each for each in items.in_states(connection, ("waiting",)) if each.reason]
    shown = held + waiting
    if wants_json:
        as_json([_item_json(workspace, each) for each in shown])
        return
    if not shown:
        say(_("Nothing is held."))
        return
    table(
        (_("id"), _("file"), _("state"), _("why and what to do")),
        [
            (
                each.id[-8:],
                each.display_name,
                _state_word(each.state),
                reasons.sentence(each.reason or "", each.reason_detail),
            )
            for each in shown
        ],
    )


def _state_word(state: str) -> str:
    words = {"held": _("held"), "quarantined": _("unreadable"), "waiting": _("waiting")}
    return words.get(state, state)


def _item_json(workspace: Workspace, item: Any) -> dict[str, Any]:
    from dataclasses import asdict

    from archive import pending, reasons

    is_pending = item.state in ("held", "quarantined")
    candidates = pending.candidates_now(workspace, item) if is_pending else ()
    return {
        "id": item.id,
        "file": item.display_name,
        "state": item.state,
        "reason": item.reason,
        "problems": item.reason_detail.get("problems", []),
        "message": reasons.sentence(item.reason or "", item.reason_detail),
        "candidates": [asdict(candidate) for candidate in candidates],
        "paper": str(pending.held_paper(workspace, item)) if is_pending else None,
    }


item_argument = click.argument("item_id", metavar="ID")
part_option = click.option(
    "--part", type=click.IntRange(min=1), help=_("Which paper of a scan that holds several.")
)


@review.command("show", help=_("Show what was read of a held paper, and whose it might be."))
@item_argument
@as_json_option
@here
def review_show(context: click.Context, item_id: str, wants_json: bool) -> None:
    from archive import compared, pending

    workspace = opened(context)
    item = _held(workspace, item_id)
    reading, _content = pending.held_reading(workspace, item)
    differing = compared.of_held(workspace, item)
    if wants_json:
        as_json(
            _item_json(workspace, item)
            | {
                "reading": reading.to_json(explain=False),
                "disagreements": [_disagreement_json(each) for each in differing],
            }
        )
        return
    facts = _item_json(workspace, item)
    say(f"{item.display_name}  ({facts['paper']})")
    say(facts["message"])
    say()
    _print_reading(reading)
    for each in differing:
        say(f"? {each.message}")
    if facts["candidates"]:
        say()
        _print_candidates(workspace, facts["candidates"])


def _print_candidates(workspace: Workspace, candidates: Sequence[dict[str, Any]]) -> None:
    from archive import households
    from archive.database import reading

    words = {
        "id_number": _("ID number"),
        "number": _("contract number"),
        "name": _("name"),
        "address": _("address"),
        "amount": _("amount"),
        "date": _("date"),
        "property": _("title or unit number"),
    }
    rows = []
    with reading(workspace.engine) as connection:
        for candidate in candidates:
            found = households.household(connection, candidate["household_id"])
            agreeing = ", ".join(words.get(code, code) for code in candidate["why"])
            rows.append((found.number, found.borrower.name, found.village, agreeing))
    table((_("household"), _("borrower"), _("village"), _("what agrees")), rows)


def _held(workspace: Workspace, item_id: str) -> Any:
    from archive import items
    from archive.database import reading

    with reading(workspace.engine) as connection:
        item = items.item(connection, item_id)
    if item.state not in items.PENDING:
        raise items.UnknownItem(item_id)
    return item


@review.command("file", help=_("File a held paper with a household, as you decided."))
@item_argument
@click.option(
    "--household", help=_('Number or borrower of the household file, or "new" to open one.')
)
@click.option("--department", is_flag=True, help=_("It belongs to no household."))
@click.option("--type", "doc_type", help=_("Its type, where it was not recognised."))
@here
def review_file(
    context: click.Context,
    item_id: str,
    household: str | None,
    department: bool,
    doc_type: str | None,
) -> None:
    from archive import browse, pending

    if bool(household) == department:
        raise click.UsageError(_("Say where: --household NUMBER or --department."))
    workspace = opened(context)
    item = _held(workspace, item_id)
    number: int | None = None
    if household == "new":
        number = pending.open_for(workspace, item, actor=actor())
    elif household:
        number = _one_household(workspace, household).id
    document = pending.file_held(workspace, item, number, actor=actor(), doc_type=doc_type)
    if number is not None:
        browse.refresh(workspace, [number])
    catch_up(workspace)
    say(_("Filed: {place}").format(place=_where(workspace, document)))


def _where(workspace: Workspace, document: FiledDocument) -> str:
    from archive.intake import Event

    return _place(workspace, Event(kind="filed", document_id=document.id))


@review.command("split", help=_("Say where the papers of a held scan begin."))
@item_argument
@click.option(
    "--pages",
    help=_("Pages of each paper: 1-3,4,5-8. With households, 1-3@7,4@8 files each with its own."),
)
@click.option("--accept", is_flag=True, help=_("As it is proposed."))
@click.option("--whole", is_flag=True, help=_("It is one paper."))
@here
def review_split(
    context: click.Context, item_id: str, pages: str | None, accept: bool, whole: bool
) -> None:
    from archive import browse, pending

    if (pages is not None) + accept + whole != 1:
        raise click.UsageError(_("Say one of --pages, --accept and --whole."))
    workspace = opened(context)
    item = _held(workspace, item_id)
    chosen, wanted = _page_runs(pages) if pages is not None else (None, [])
    if whole:
        _reading, content = pending.held_reading(workspace, item)
        chosen = [tuple(page.number for page in content.pages)]
    owners = [_one_household(workspace, each).id for each in wanted]
    decision = pending.split(workspace, item, chosen, actor=actor())
    if not owners:
        _say_next(item, decision, _("Decided."))
        return
    document = pending.file_held(
        workspace, _held(workspace, item_id), owners[0], part_households=owners, actor=actor()
    )
    browse.refresh(workspace, owners)
    catch_up(workspace)
    say(_("Filed: {place}").format(place=_where(workspace, document)))


def _page_runs(text: str) -> tuple[list[tuple[int, ...]], list[str]]:
    """Return the pages of each paper in "1-3@7,4@8", and the households, if they are named.

    A paper named later begins later: the households follow the order of first pages.
    """
    from extractors.papers import pages_from_text

    runs = []
    for one in text.split(","):
        pages, _at, household = one.partition("@")
        try:
            runs.append((pages_from_text(pages), household.strip()))
        except ValueError as cause:
            raise click.UsageError(
                _("Not pages: {text}. Write them as 1-3,4,5-8; 4+9 for pages apart.").format(
                    text=one
                )
            ) from cause
    runs.sort()
    households = [household for _pages, household in runs if household]
    if households and len(households) < len(runs):
        raise click.UsageError(_("Name a household for each paper, or for none."))
    return [pages for pages, _household in runs], households


@review.command("correct", help=_("Set what a held paper says: FIELD=VALUE, as it is printed."))
@item_argument
@click.argument("corrections", metavar="FIELD=VALUE...", nargs=-1, required=True)
@part_option
@here
def review_correct(
    context: click.Context, item_id: str, corrections: tuple[str, ...], part: int | None
) -> None:
    from archive import learning, pending
    from extractors.correct import corrected_part

    workspace = opened(context)
    item = _held(workspace, item_id)
    reading, _content = pending.held_reading(workspace, item)
    pairs = dict(_pair(correction) for correction in corrections)
    known = {rule.id: rule.state for rule in learning.rules(workspace)}
    decision = pending.correct(workspace, item, corrected_part(reading, part, pairs), actor=actor())
    for rule in learning.rules(workspace):
        if rule.id not in known:
            say(_("Remembered for this form: {rule}").format(rule=_rule_words(rule)))
        elif rule.state != known[rule.id]:
            say(_("No longer used: {rule}").format(rule=_rule_words(rule)))
    _say_next(item, decision, _("Corrected."))


def _say_next(item: Any, decision: Any, done: str) -> None:
    """Say what was done and with which household the paper may be filed now."""
    from archive import matching, reasons

    match decision:
        case matching.Match(household_id=household_id):
            place = f"{household_id:06d}"
        case matching.Opens():
            place = "new"
        case matching.Undecided(reason=reason, problems=problems):
            say(reasons.sentence(reason, {"problems": problems}))
            raise SystemExit(FINDINGS)
        case _:
            raise AssertionError(decision)
    said = _("File it: hudang review file {id} --household {place}").format(
        id=item.id[-8:], place=place
    )
    say(f"{done} {said}")


def _pair(correction: str) -> tuple[str, str]:
    name, equals, value = correction.partition("=")
    if not equals:
        raise click.UsageError(
            _("Write corrections as FIELD=VALUE: {text}").format(text=correction)
        )
    return name.strip(), value.strip()


@review.group("rules", help=_("What corrections taught: look at it, switch it off and on."))
def review_rules() -> None:
    """Group of commands."""


rule_argument = click.argument("rule_id", metavar="RULE")


@review_rules.command("list", help=_("List the rules that corrections taught."))
@as_json_option
@here
def rules_list(context: click.Context, wants_json: bool) -> None:
    from archive import learning

    rules = learning.rules(opened(context))
    if wants_json:
        as_json([rule.to_json() for rule in rules])
        return
    if not rules:
        say(_("Nothing was learned yet. Correct a held paper: hudang review correct"))
        return
    table(
        (_("id"), _("form"), _("field"), _("stands"), _("confirmed"), _("state")),
        [
            (
                rule.id,
                _type_word(rule.doc_type),
                rule.field,
                _stands(rule),
                rule.confirmed,
                _rule_state(rule.state),
            )
            for rule in rules
        ],
        right=(4,),
    )


def _stands(rule: Any) -> str:
    """Return in words where a rule's value stands."""
    words = {
        "after": _("after “{label}”"),
        "below": _("on the line below “{label}”"),
        "right": _("in the cell right of “{label}”"),
        "under": _("in the cell under “{label}”"),
    }
    said = words[rule.place].format(label=rule.label)
    return (
        said
        if rule.nth == 1
        else _("{place}, the {n}. on the paper").format(place=said, n=rule.nth)
    )


def _rule_state(state: str) -> str:
    return {"on": _("on"), "off": _("off"), "retired": _("contradicted, no longer used")}[state]


def _rule_words(rule: Any) -> str:
    return f"{rule.id}  {rule.field}: {_stands(rule)}"


@review_rules.command("show", help=_("Show one rule and the form it knows."))
@rule_argument
@as_json_option
@here
def rules_show(context: click.Context, rule_id: str, wants_json: bool) -> None:
    from archive import learning
    from extractors.learned import CONFIRMED_AFTER

    rule = learning.rule(opened(context), rule_id)
    if wants_json:
        as_json(rule.to_json())
        return
    say(_rule_words(rule))
    say(f"{_type_word(rule.doc_type)}, {_rule_state(rule.state)}")
    say(
        _("Confirmed on {n} papers; asked about until {enough}.").format(
            n=rule.confirmed, enough=CONFIRMED_AFTER
        )
    )
    say(_("Learned from {by}, {at}").format(by=rule.by, at=rule.at[:10]))
    say(_("The form is known by its labels: {labels}").format(labels=" · ".join(rule.family)))


def _switch(context: click.Context, rule_id: str, state: str, done: str) -> None:
    from archive import learning

    rule = learning.switch(opened(context), rule_id, state, actor=actor())
    say(f"{done} {_rule_words(rule)}")


@review_rules.command("off", help=_("Use a rule no more, until it is switched on again."))
@rule_argument
@here
def rules_off(context: click.Context, rule_id: str) -> None:
    _switch(context, rule_id, "off", _("Off:"))


@review_rules.command("on", help=_("Use a rule again."))
@rule_argument
@here
def rules_on(context: click.Context, rule_id: str) -> None:
    _switch(context, rule_id, "on", _("On:"))


@review_rules.command("remove", help=_("Forget a rule; a correction may teach it again."))
@rule_argument
@here
def rules_remove(context: click.Context, rule_id: str) -> None:
    _switch(context, rule_id, "remove", _("Forgotten:"))


@review.command("dismiss", help=_("Put a held paper aside: it is not to be filed."))
@item_argument
@click.option("--why", required=True, help=_("The reason, kept in the audit trail."))
@here
def review_dismiss(context: click.Context, item_id: str, why: str) -> None:
    from archive import pending

    workspace = opened(context)
    kept = pending.dismiss(workspace, _held(workspace, item_id), why=why, actor=actor())
    say(_("Put aside, not deleted: {file}").format(file=kept))


# -- households -------------------------------------------------------------------------------


@hudang.group(help=_("Household files: who they are, what they hold, what is missing."))
def household() -> None:
    """Group of commands."""


def _one_household(workspace: Workspace, wanted: str) -> Any:
    from archive import households
    from archive.database import reading

    with reading(workspace.engine) as connection:
        found = households.find(connection, wanted)
    if not found:
        raise households.UnknownHousehold(wanted)
    if len(found) > 1:
        numbers = ", ".join(each.number for each in found)
        raise click.UsageError(
            _("Several household files answer to that: {numbers}. Give the number.").format(
                numbers=numbers
            )
        )
    return found[0]


def _household_json(found: Any) -> dict[str, Any]:
    from extractors.personal import mask_identity

    return {
        "number": found.number,
        "borrower": found.borrower.name,
        "village": found.village,
        "unit": found.unit,
        "manager": found.manager,
        "people": [
            {
                "role": person.role,
                "name": person.name,
                "identity": mask_identity(person.identity) if person.identity else None,
            }
            for person in found.people
        ],
    }


@household.command("list", help=_("List household files; NAME or number narrows the list."))
@click.argument("name", required=False)
@as_json_option
@here
def household_list(context: click.Context, name: str | None, wants_json: bool) -> None:
    from archive import documents, households
    from archive.database import reading
    from extractors.personal import mask_identity

    workspace = opened(context)
    with reading(workspace.engine) as connection:
        found = households.find(connection, name) if name else households.households(connection)
        counts = documents.counts_by_household(connection)
    if wants_json:
        as_json([_household_json(each) | {"papers": counts.get(each.id, 0)} for each in found])
        return
    table(
        (_("household"), _("borrower"), _("ID number"), _("village"), _("manager"), _("papers")),
        [
            (
                each.number,
                each.borrower.name,
                mask_identity(each.borrower.identity or ""),
                each.village,
                each.manager,
                counts.get(each.id, 0),
            )
            for each in found
        ],
        right=(5,),
    )


household_argument = click.argument("wanted", metavar="HOUSEHOLD")


@household.command("show", help=_("Show one household file: its people and papers."))
@household_argument
@as_json_option
@here
def household_show(context: click.Context, wanted: str, wants_json: bool) -> None:
    from archive import compared, documents
    from archive.database import reading

    workspace = opened(context)
    found = _one_household(workspace, wanted)
    with reading(workspace.engine) as connection:
        papers = documents.documents_of(connection, found.id)
    differing = compared.of_household(workspace, found.id)
    if wants_json:
        as_json(
            _household_json(found)
            | {
                "papers": [_paper_json(workspace, p) for p in papers],
                "disagreements": [_disagreement_json(each) for each in differing],
            }
        )
        return
    facts = _household_json(found)
    heading = (found.number, found.borrower.name, found.village, found.manager)
    say("  ".join(part for part in heading if part))
    table(
        (_("role"), _("name"), _("ID number")),
        [(_role_word(p["role"]), p["name"], p["identity"]) for p in facts["people"]],
    )
    table(
        (_("archive number"), _("class"), _("title"), _("date"), _("pages"), _("problems")),
        [
            (
                documents.archive_number(workspace, paper),
                paper.category,
                _paper_title(paper),
                paper.dated_on,
                paper.page_count,
                paper.problem_count or "",
            )
            for paper in papers
        ],
        right=(1, 4, 5),
    )
    for each in differing:
        say(f"? {each.message}")


def _disagreement_json(found: Any) -> dict[str, Any]:
    return {
        "code": found.code,
        "message": found.message,
        "papers": [paper.id.strip() for paper in found.papers],
    }


def _paper_title(paper: FiledDocument) -> str:
    """Return a paper's title; of a part of a scan with its pages there."""
    if paper.part_of is None:
        return paper.title
    return _("{title} (scan, p. {pages})").format(title=paper.title, pages=paper.part_pages)


def _role_word(role: str) -> str:
    words = {"borrower": _("borrower"), "spouse": _("spouse"), "co_borrower": _("co-borrower")}
    return words.get(role, role)


def _paper_json(workspace: Workspace, paper: FiledDocument) -> dict[str, Any]:
    from archive import documents

    return {
        "id": paper.id,
        "archive_number": documents.archive_number(workspace, paper),
        "doc_type": paper.doc_type,
        "title": paper.title,
        "category": paper.category,
        "dated_on": paper.dated_on.isoformat() if paper.dated_on else None,
        "pages": paper.page_count,
        "problems": paper.problem_count,
        "file": str(documents.paper(workspace, paper)),
        "part_of": paper.part_of,
        "part_pages": paper.part_pages,
    }


@household.command("missing", help=_("Say what a household's file lacks; without a name, of all."))
@click.argument("wanted", metavar="[HOUSEHOLD]", required=False)
@as_json_option
@here
def household_missing(context: click.Context, wanted: str | None, wants_json: bool) -> None:
    from archive import completeness, households
    from archive.database import reading

    workspace = opened(context)
    with reading(workspace.engine) as connection:
        chosen = (
            [_one_household(workspace, wanted)] if wanted else households.households(connection)
        )
        verdicts = [(each, completeness.verdict(connection, workspace, each.id)) for each in chosen]
    lacking = [
        (each, line) for each, lines in verdicts for line in lines if line.state != "present"
    ]
    missing = any(line.state == "missing" for _each, line in lacking)
    if wants_json:
        as_json(
            [
                {"household": e.number, "doc_type": p.doc_type, "title": p.title, "state": p.state}
                for e, p in lacking
            ]
        )
    elif not lacking:
        say(_("Nothing is missing."))
    else:
        words = {"missing": _("missing"), "undecided": _("to be decided")}
        table(
            (_("household"), _("borrower"), _("paper"), _("state")),
            [(e.number, e.borrower.name, p.title, words[p.state]) for e, p in lacking],
        )
    if missing:
        raise SystemExit(FINDINGS)


@household.command("browse", help=_("Make the browse/ folder anew from the archive."))
@here
def household_browse(context: click.Context) -> None:
    from archive import browse

    workspace = opened(context)
    with progress(_("papers")) as moved:
        made = browse.rebuild(workspace, moved)
    say(_("{n} papers to look at in {folder}").format(n=made, folder=workspace.browse))


# -- search -----------------------------------------------------------------------------------


@hudang.command(help=_('Find papers. Words, "phrases", borrower:张三, type:iou, amount:>100000 …'))
@click.argument("query")
@click.option("--borrower", help=_("Only this borrower's."))
@click.option("--type", "doc_type", help=_("Only papers of this type."))
@click.option("--year", type=int, help=_("Only papers of this year."))
@click.option(
    "--sort",
    type=click.Choice(["relevance", "date"]),
    default="relevance",
    help=_("Best first, or newest first."),
)
@click.option(
    "--page", type=click.IntRange(1, 100_000), default=1, help=_("Further hits, ten a page.")
)
@as_json_option
@here
def search(
    context: click.Context,
    query: str,
    borrower: str | None,
    doc_type: str | None,
    year: int | None,
    sort: str,
    page: int,
    wants_json: bool,
) -> None:
    from indexer.index import open_index

    workspace = opened(context)
    index = open_index(workspace)
    index.catch_up()
    result = index.search(
        query, borrower=borrower, doc_type=doc_type, year=year, sort=sort, page=page
    )
    if wants_json:
        as_json(result.to_json())
        return
    print_hits(workspace, result)


def print_hits(workspace: Workspace, result: Any) -> None:
    """Print what was found, best first, where each paper is, and the words that were found."""
    from archive import documents
    from archive.database import reading

    say(ngettext("{n} paper found", "{n} papers found", result.total).format(n=result.total))
    for note in result.notes:
        tell(note)
    for hit in result.hits:
        heading = (hit.household, hit.borrower, hit.title, hit.dated_on, hit.village)
        say()
        say(click.style("  ".join(str(part) for part in heading if part), bold=True))
        with reading(workspace.engine) as connection:
            filed = documents.document(connection, hit.document_id)
            copy = _copy_of(workspace, connection, filed)
        say(f"    {documents.archive_number(workspace, filed)}  {copy}".rstrip())
        for snippet in hit.snippets:
            say("    " + "".join(_marked(text, is_hit) for text, is_hit in snippet.segments))
    if result.total > result.page * result.per_page:
        say()
        say(_("More: --page {n}").format(n=result.page + 1))


def _copy_of(workspace: Workspace, connection: Connection, filed: FiledDocument) -> str:
    """Return the copy that people may open; nothing for the department's papers."""
    from archive import browse, households

    if filed.household_id is None:
        return ""
    household = households.household(connection, filed.household_id)
    folder = browse.household_folder(workspace, household) / browse.category_folder(filed)
    return str(folder / browse.file_name(filed))


def _marked(text: str, is_hit: bool) -> str:
    shown = " ".join(text.split("\n"))
    return click.style(shown, fg="yellow", bold=True) if is_hit else shown


@hudang.command(help=_("Make the search index anew from the archive."))
@here
def reindex(context: click.Context) -> None:
    from indexer.index import open_index

    workspace = opened(context)
    with progress(_("papers")) as moved:
        made = open_index(workspace).rebuild(moved)
    say(_("{n} papers indexed").format(n=made))


@hudang.command(help=_("Make the database anew from the archive, after it was lost."))
@here
def rebuild(context: click.Context) -> None:
    from archive.rebuild import rebuild as rebuild_database
    from ledger.rebuild import rebuild_from_archive

    workspace = opened(context)
    with progress(_("papers")) as moved:
        papers = rebuild_database(workspace, moved)
    facts = rebuild_from_archive(workspace)
    catch_up(workspace)
    say(_("{papers} papers and {facts} ledger facts restored").format(papers=papers, facts=facts))


# -- ledger -----------------------------------------------------------------------------------


@hudang.group(help=_("The ledger: workbooks in, registers out."))
def ledger() -> None:
    """Group of commands."""


@ledger.command("import", help=_("Take in a workbook in the department's own layout."))
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--dry-run", is_flag=True, help=_("Only say what would be taken in."))
@click.option("--accept-partial", is_flag=True, help=_("Take in the rows that are right."))
@as_json_option
@here
def ledger_import(
    context: click.Context, file: Path, dry_run: bool, accept_partial: bool, wants_json: bool
) -> None:
    from ledger.workbook import import_workbook

    workspace = opened(context)
    report = import_workbook(
        workspace, file, actor=actor(), dry_run=dry_run, accept_partial=accept_partial
    )
    if wants_json:
        as_json(report.to_json())
    else:
        print_import(report)
    if report.imported:
        catch_up(workspace)
    if not report.ok or not (report.imported or dry_run):
        raise SystemExit(FINDINGS if report.imported else BAD_INPUT)
    if report.findings:
        raise SystemExit(FINDINGS)


@ledger.command("check", help=_("Say what in the ledger does not agree, with its sources."))
@click.option("--as-of", type=day_type, help=_("The day it speaks of; today by default."))
@as_json_option
@here
def ledger_check(context: click.Context, as_of: Any, wants_json: bool) -> None:
    from ledger.book import Book
    from ledger.findings import check, papers

    day = as_of.date() if as_of else today()
    workspace = opened(context)
    findings = check(Book.of(workspace).at(day))
    with progress(_("Comparing papers")) as step:
        findings += papers(workspace, step)
    if wants_json:
        as_json([finding.to_json() for finding in findings])
    elif not findings:
        say(_("Nothing disagrees."))
    else:
        for finding in findings:
            say(f"? {finding.message}")
    if findings:
        raise SystemExit(FINDINGS)


def print_import(report: Any) -> None:
    """Print what an import read, what is wrong cell by cell, and what came of it."""
    table(
        (_("sheet"), _("register"), _("rows"), _("wrong")),
        [(each.sheet, each.register, each.rows, each.rows_wrong or "") for each in report.sheets],
        right=(2, 3),
    )
    for problem in report.problems:
        line = _("! {sheet} {cell}, {column}: {message}; expected: {expected}")
        say(line.format(**problem.to_json()))
    for finding in report.findings:
        say(f"? {finding.message}")
    if report.imported:
        say(
            _(
                "Taken in: {added} new facts, {corrected} corrected, {unchanged} known before."
            ).format(
                added=sum(report.added.values()),
                corrected=sum(report.corrected.values()),
                unchanged=report.unchanged,
            )
        )
    elif report.problems:
        say(_("Nothing was taken in. Correct the cells above and import the workbook again."))
    elif report.dry_run:
        say(_("Nothing was taken in: this was a rehearsal."))
    else:
        say(_("Nothing was taken in: no sheet of this workbook is a register known here."))


@ledger.command(
    "register", help=_("Print a register (台账) as at a date, or write it as a workbook.")
)
@click.argument("name")
@click.option("--as-of", type=day_type, help=_("The day it speaks of; today by default."))
@click.option("--known-on", type=day_type, help=_("With what was known on that day."))
@click.option(
    "--xlsx",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("Write a workbook."),
)
@as_json_option
@here
def ledger_register(
    context: click.Context,
    name: str,
    as_of: Any,
    known_on: Any,
    xlsx: Path | None,
    wants_json: bool,
) -> None:
    from ledger.book import Book
    from ledger.registers import register, write_xlsx

    workspace = opened(context)
    view = Book.of(workspace).at(
        as_of.date() if as_of else today(), known_on.date() if known_on else None
    )
    made = register(view, name)
    if xlsx:
        if not xlsx.absolute().parent.is_dir():
            raise NotADirectoryError(
                _("There is no folder {folder} to write into.").format(folder=xlsx.parent)
            )
        write_xlsx(made, xlsx, workspace.settings.office.language)
        say(_("Written: {file}").format(file=xlsx))
    elif wants_json:
        as_json(made.to_json())
    else:
        print_register(made, workspace.settings.office.language)


def print_register(made: Any, language: str) -> None:
    """Print a register with its totals, and its summary below."""
    say(f"{made.titles[language]}  {made.as_of}")
    numbers = [n for n, column in enumerate(made.columns) if column.kind in NUMBER_KINDS]
    rows = made.text_rows(language)
    totals = made.text_totals(language)
    table(made.headings(language), [*rows, totals] if totals else rows, numbers)
    if made.summary:
        print_register(made.summary, language)


# -- documents --------------------------------------------------------------------------------


@hudang.command(help=_("Draft a Word document from the ledger, with every figure's source."))
@click.argument("kind")
@click.option("--year", type=click.IntRange(1949, 2199), help=_("The year it speaks of."))
@click.option("--household", help=_("Number or borrower of the household file."))
@click.option("--loan", help=_("IOU or contract number."))
@click.option("--unit", help=_("Only this branch or unit."))
@click.option("--as-of", type=day_type, help=_("The day it speaks of; today by default."))
@click.option("--known-on", type=day_type, help=_("With what was known on that day."))
@click.option("--lang", type=click.Choice(sorted(LANGUAGES)), help=_("Language of the document."))
@as_json_option
@here
def draft(
    context: click.Context,
    kind: str,
    year: int | None,
    household: str | None,
    loan: str | None,
    unit: str | None,
    as_of: Any,
    known_on: Any,
    lang: str | None,
    wants_json: bool,
) -> None:
    from archive import browse
    from templates.draft import draft as make_draft

    workspace = opened(context)
    number = _one_household(workspace, household).id if household else None
    made = make_draft(
        workspace,
        kind,
        year=year,
        household=number,
        loan=loan,
        unit=unit,
        as_of=as_of.date() if as_of else None,
        known_on=known_on.date() if known_on else None,
        language=lang,
        actor=actor(),
    )
    catch_up(workspace)
    if number is not None:
        browse.refresh(workspace, [number])
    if wants_json:
        as_json({"path": str(made.path), "document_id": made.document_id})
        return
    say(_("Draft: {file}").format(file=made.path))


@hudang.group(help=_("Word templates: list them, check your own."))
def templates() -> None:
    """Group of commands."""


@templates.command("list", help=_("List templates, shipped and your own."))
@as_json_option
@here
def templates_list(context: click.Context, wants_json: bool) -> None:
    from templates.check import listed

    found = listed(opened(context))
    if wants_json:
        as_json([each.to_json() for each in found])
        return
    table(
        (_("document"), _("title"), _("language"), _("whose"), _("file")),
        [(t.kind, t.title, t.language, _("own") if t.own else _("shipped"), t.path) for t in found],
    )


@templates.command("check", help=_("Check a Word template: unknown fields, broken tags."))
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--kind", help=_("What it makes, where its name does not say so."))
@click.option("--lang", type=click.Choice(sorted(LANGUAGES)), help=_("Its language."))
@as_json_option
def templates_check(file: Path, kind: str | None, lang: str | None, wants_json: bool) -> None:
    from templates.check import check

    findings = check(file, kind, lang)
    if wants_json:
        as_json([finding.to_json() for finding in findings])
    elif not findings:
        say(_("{file}: nothing to mend.").format(file=file))
    else:
        for finding in findings:
            say(str(finding))
    if findings:
        raise SystemExit(FINDINGS)


# -- the edge: what went wrong, in one sentence and one exit code -----------------------------


def exit_codes() -> dict[type[BaseException], int]:
    """Return what each refusal means to the shell; imported late to keep `--help` quick."""
    from archive import (
        database,
        documents,
        households,
        items,
        learning,
        pending,
        rebuild,
        recovery,
        settings,
        store,
        workspace,
    )
    from extractors.correct import CorrectionRefused
    from indexer.engine import IndexDamaged, IndexNotWritten
    from ledger.book import AmbiguousLoan, UnknownLoan
    from ledger.rebuild import JournalDamaged, LedgerNotEmpty
    from ledger.registers import UnknownRegister
    from ledger.registers.maturity import MonthNotUnderstood
    from ledger.sheets import WorkbookUnreadable
    from samples.demo import DemoFailed
    from templates.draft import AskedWrongly
    from templates.kinds import UnknownKind
    from templates.word_template import RenderingFailed, TemplateInvalid
    from templates.year_facts import NothingToReport

    return {
        settings.SettingsInvalid: BAD_INPUT,
        workspace.NotAWorkspace: USAGE,
        workspace.WorkspaceExists: USAGE,
        households.UnknownHousehold: USAGE,
        documents.UnknownDocument: USAGE,
        items.UnknownItem: USAGE,
        learning.UnknownRule: USAGE,
        pending.DecisionRefused: BAD_INPUT,
        rebuild.DatabaseNotEmpty: USAGE,
        LedgerNotEmpty: USAGE,
        JournalDamaged: ENVIRONMENT,
        MonthNotUnderstood: USAGE,
        IndexDamaged: ENVIRONMENT,
        IndexNotWritten: ENVIRONMENT,
        CorrectionRefused: BAD_INPUT,
        WorkbookUnreadable: BAD_INPUT,
        NothingToReport: BAD_INPUT,
        TemplateInvalid: BAD_INPUT,
        RenderingFailed: BAD_INPUT,
        UnknownRegister: USAGE,
        UnknownKind: USAGE,
        AskedWrongly: USAGE,
        UnknownLoan: USAGE,
        AmbiguousLoan: USAGE,
        DemoFailed: ENVIRONMENT,
        recovery.AlreadyWatched: ENVIRONMENT,
        database.DatabaseUnusable: ENVIRONMENT,
        store.ArchiveDamaged: ENVIRONMENT,
        # An argument that is not text in any encoding known here.
        UnicodeEncodeError: USAGE,
        OSError: ENVIRONMENT,
    }


def main() -> None:
    """Run the command line and end the process with the documented exit code."""
    try:
        code = hudang.main(standalone_mode=False)
    except click.exceptions.Abort:
        code = INTERRUPTED
    except click.ClickException as refusal:
        refusal.show()
        code = USAGE
    except BrokenPipeError:
        # The reader of our output had enough.
        sys.stderr.close()
        code = OK
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as refusal:
        code = _code_of(refusal)
        if code is None:
            raise
        tell(str(refusal))
    sys.exit(code or OK)


def _code_of(refusal: Exception) -> int | None:
    codes = exit_codes()
    return next((codes[kind] for kind in type(refusal).__mro__ if kind in codes), None)


if __name__ == "__main__":
    main()
