"""The tour: the whole line shown on the sample papers, by the commands a person would type.

Every step after the first runs the installed `hudang` command and prints the line that was run,
so that what is seen here can be repeated by hand.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

import click

from archive.overview import Overview, overview
from archive.settings import InboxSettings, OfficeSettings, Settings
from archive.workspace import Workspace, create_workspace, open_workspace
from extractors.wording import _

SAMPLES = Path(__file__).resolve().parent
INBOX = SAMPLES / "inbox"
LEDGER = SAMPLES / "ledger" / "台账_2025.xlsx"
# Only a folder with this mark is ever removed by the demo.
MARK = ".hudang-demo"
BORROWER = "张三"
YEAR = "2025"
INSTITUTION = "青禾县农村信用合作联社"
DEPARTMENT = "信贷管理部"
# A scanner writes a file in pieces; the pause between two of them.
PIECE, PAUSE_S = 64 * 1024, 0.01
# The slowest machine we know reads the sample papers in a third of this.
PATIENCE_S = 900.0


class DemoFailed(Exception):
    """A step of the tour did not do what it should."""


def run_demo(folder: Path, language: str) -> int:
    """Run the tour in a workspace at `folder`; return the exit code."""
    workspace = _fresh_workspace(folder, language)
    _title(_("1. Papers arrive in the inbox"))
    click.echo(_("Workspace: {folder}").format(folder=workspace.root))
    with _watcher(workspace):
        dropped = _drop_papers(workspace)
        state = _wait_until_settled(workspace, dropped)
    outcome = _(
        "{n} files dropped: {filed} filed, {linked} duplicates, {held} held, {wait} waiting"
    )
    click.echo(
        outcome.format(
            n=dropped,
            filed=state.papers,
            linked=state.duplicates,
            held=state.held + state.unreadable,
            wait=state.waiting,
        )
    )
    _title(_("2. What was filed where"))
    _hudang(workspace, "household", "list")
    household = _household_of(workspace, BORROWER)
    _hudang(workspace, "household", "show", household)
    click.echo(_("To look at as folders: {folder}").format(folder=workspace.browse))
    _title(_("3. What is held, and why"))
    _hudang(workspace, "review", "list")
    _title(_("4. Search by borrower"))
    _hudang(workspace, "search", BORROWER)
    _title(_("5. The ledger, from the clerk's workbook"))
    _hudang(workspace, "ledger", "import", str(LEDGER), may=(0, 1))
    register = workspace.out / f"five-level-class_{YEAR}-12-31.xlsx"
    as_of = ("--as-of", f"{YEAR}-12-31")
    _hudang(workspace, "ledger", "register", "five-level-class", *as_of, "--xlsx", str(register))
    _title(_("6. Four documents drafted from the ledger"))
    drafts = _drafts(workspace, household)
    _title(_("Where to look"))
    for path in (*drafts, register, workspace.browse, workspace.pending):
        click.echo(f"  {path}")
    click.echo(
        _("Everything is in {folder}. Run the demo again to start afresh.").format(
            folder=workspace.root
        )
    )
    return 0


def _fresh_workspace(folder: Path, language: str) -> Workspace:
    if (folder / MARK).exists():
        shutil.rmtree(folder)
    institution = OfficeSettings(
        language=language, institution=INSTITUTION, department=DEPARTMENT, institution_code="QH01"
    )
    # Nobody is still writing to these files: a short wait makes a short tour.
    quick = InboxSettings(quiet_seconds=1.0, scan_seconds=1.0)
    workspace = create_workspace(folder, replace(Settings(), office=institution, inbox=quick))
    (workspace.root / MARK).touch()
    return open_workspace(workspace.root)


@contextmanager
def _watcher(workspace: Workspace) -> Iterator[None]:
    """Run `hudang watch` beside us, its lines passed on."""
    command = _command(workspace, ["watch"])
    _show(command)
    watcher = subprocess.Popen(  # noqa: S603 - our own command
        command, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=_environment()
    )
    assert watcher.stderr is not None  # noqa: S101 - asked for above
    passing = threading.Thread(target=_pass_on, args=(watcher.stderr,), daemon=True)
    passing.start()
    try:
        yield
        if watcher.poll() is not None:
            raise DemoFailed(_("The watcher stopped; its last lines are above."))
    finally:
        watcher.terminate()
        watcher.wait(timeout=60)
        passing.join(timeout=10)


def _pass_on(lines: IO[str]) -> None:
    for line in lines:
        click.echo("  " + line.rstrip())


def _drop_papers(workspace: Workspace) -> int:
    """Write the sample files into the inbox piece by piece, as a scanner does."""
    papers = sorted(path for path in INBOX.iterdir() if path.is_file())
    pause = threading.Event()
    for paper in papers:
        with paper.open("rb") as source, (workspace.inbox / paper.name).open("xb") as target:
            while piece := source.read(PIECE):
                target.write(piece)
                target.flush()
                pause.wait(PAUSE_S)
    return len(papers)


def _wait_until_settled(workspace: Workspace, dropped: int) -> Overview:
    """Wait until every dropped file is filed, held, linked, or waits for a stated reason."""
    pause = threading.Event()
    end = time.monotonic() + PATIENCE_S
    calm = 0
    while time.monotonic() < end:
        state = overview(workspace)
        settled = state.papers + state.held + state.unreadable + state.duplicates
        # One that waits may be about to be taken: believe it when it has not moved for a while.
        calm = calm + 1 if settled + state.waiting == dropped and not state.in_hand else 0
        if calm and (state.waiting == 0 or calm >= 20):
            return state
        pause.wait(0.25)
    raise DemoFailed(_("The papers were not settled in time; see hudang.log in the workspace."))


def _household_of(workspace: Workspace, borrower: str) -> str:
    found = _answers(workspace, "household", "list", borrower)
    if not found:
        raise DemoFailed(_("No household file was opened for the sample borrower."))
    return str(found[0]["number"])


def _drafts(workspace: Workspace, household: str) -> list[str]:
    iou_no = _open_loan_of(workspace, BORROWER)
    wanted = (
        ("annual-summary", "--year", YEAR, "--sources"),
        ("work-plan", "--year", str(int(YEAR) + 1)),
        ("transfer-checklist", "--household", household),
        ("inspection-report", "--loan", iou_no, "--as-of", f"{YEAR}-12-31"),
    )
    made = []
    for kind in wanted:
        _show(_command(workspace, ["draft", *kind]))
        drafted = _answers(workspace, "draft", *kind)
        click.echo(f"  {drafted['path']}")
        made.append(str(drafted["path"]))
    return made


def _open_loan_of(workspace: Workspace, borrower: str) -> str:
    """Return the IOU number of a loan that is not settled yet."""
    loans = _answers(workspace, "ledger", "register", "loans", "--as-of", f"{YEAR}-12-31")
    for row in loans["rows"]:
        values = row["values"]
        if values["borrower"] == borrower and Decimal(values["balance"]) > 0:
            return str(values["iou_no"])
    raise DemoFailed(_("The sample ledger has no open loan of the sample borrower."))


def _title(text: str) -> None:
    click.echo()
    click.secho(text, bold=True)


def _show(command: Sequence[str]) -> None:
    click.secho("$ hudang " + shlex.join(command[1:]), fg="cyan")


def _command(workspace: Workspace, arguments: Sequence[str]) -> list[str]:
    beside = Path(sys.executable).with_name("hudang")
    folder = workspace.root
    if folder.is_relative_to(Path.cwd()):
        folder = folder.relative_to(Path.cwd())
    return [str(beside), "-w", str(folder), *arguments]


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONIOENCODING": "utf-8"}


def _hudang(workspace: Workspace, *arguments: str, may: Sequence[int] = (0,)) -> None:
    """Run one command and let its output be seen. `may`: exit codes that are fine here."""
    command = _command(workspace, arguments)
    _show(command)
    sys.stdout.flush()
    done = subprocess.run(command, check=False, env=_environment())  # noqa: S603 - our own command
    if done.returncode not in may:
        raise DemoFailed(
            _("{command} ended with exit code {code}.").format(
                command=shlex.join(command), code=done.returncode
            )
        )


def _answers(workspace: Workspace, *arguments: str) -> Any:
    """Return what a command prints as JSON."""
    command = _command(workspace, [*arguments, "--json"])
    done = subprocess.run(  # noqa: S603 - our own command
        command, check=False, env=_environment(), stdout=subprocess.PIPE
    )
    if done.returncode not in (0, 1):
        raise DemoFailed(
            _("{command} ended with exit code {code}.").format(
                command=shlex.join(command), code=done.returncode
            )
        )
    return json.loads(done.stdout)
