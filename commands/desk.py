"""The desk a command works at: what it says, in which form, and the workspace it opens.

Results go to stdout, reasons and steps to stderr.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from commands.language import speak
from commands.trail import following
from extractors.wording import _

if TYPE_CHECKING:
    from archive.workspace import Workspace


OK, FINDINGS, USAGE, BAD_INPUT, ENVIRONMENT, INTERRUPTED = 0, 1, 2, 3, 4, 130


def say(text: str = "") -> None:
    """Print a line of the result."""
    click.echo(text)


def tell(text: str) -> None:
    """Print a reason or a step: not part of the result."""
    click.echo(text, err=True)


def as_json(data: Any) -> None:
    """Print the result for machines."""
    say(json.dumps(data, ensure_ascii=False, indent=2, default=str))


# Longer tables are printed without folding: drawing them takes a millisecond a row.
LONG = 500


def table(
    titles: Sequence[str], rows: Iterable[Sequence[object]], right: Sequence[int] = ()
) -> None:
    """Print rows under titles; columns numbered in `right` are aligned to the right."""
    rows = list(rows)
    if len(rows) > LONG:
        from commands.long_table import lines

        for line in lines(titles, rows, right):
            click.echo(line)
        return
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
def progress(title: str) -> Iterator[Callable[[int, int | None], None]]:
    """Show a bar on a terminal's stderr; give the function that moves it.

    It takes what is done and the total, None where nobody knows it.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task(title, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def opened(context: click.Context) -> Workspace:
    """Open the workspace that -w names, and speak its language."""
    from archive import readiness
    from archive.workspace import open_workspace

    workspace = open_workspace(context.find_root().obj)
    speak(workspace.settings.office.language)
    if command_name(context) != "rebuild":
        readiness.refuse_lost_database(workspace)
    # Whatever the command does, it leaves a row in the audit trail.
    context.with_resource(following(workspace, command_name(context)))
    return workspace


def command_name(context: click.Context) -> str:
    """Return the name of the command being run, with its groups ("household show")."""
    names = []
    at: click.Context | None = context
    while at and at.parent:
        names.append(at.info_name or "")
        at = at.parent
    return " ".join(reversed(names))


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
    """Let the index and the ledger learn what was filed since last time."""
    from indexer.index import open_index
    from ledger.papers.following import catch_up as follow

    open_index(workspace).catch_up()
    follow(workspace)


class Day(click.DateTime):
    """A day as YYYY-MM-DD; help shows it so."""

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d"])

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002
        return "YYYY-MM-DD"


day_type = Day()


as_json_option = click.option("--json", "wants_json", is_flag=True, help=_("Print JSON."))


here = click.pass_context
