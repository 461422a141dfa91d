"""Verify the archive: every byte, every row, every digest; put back what a copy has whole."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.desk import (
    FINDINGS,
    actor,
    as_json,
    as_json_option,
    day_type,
    here,
    opened,
    progress,
    say,
)
from extractors.wording import _

if TYPE_CHECKING:
    from archive.findings import Finding
    from archive.verification.repair import Step
    from archive.verification.run import Report
    from archive.workspace import Workspace

# Places of one finding that are printed; --json has all.
AT_MOST = 20


@click.command(help=_("Read the whole archive and say what is not as it was filed."))
@click.option("--full", is_flag=True, help=_("Read all again, whatever was read before."))
@click.option("--since", type=day_type, help=_("Read what was not read since that day."))
@click.option("--minutes", type=click.FloatRange(0), help=_("Stop reading after so many minutes."))
@click.option(
    "--repair-from",
    "copy",
    metavar="COPY",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help=_("Say what could be put back from a backup, a workspace or an archive/."),
)
@click.option("--yes", is_flag=True, help=_("With --repair-from: put it back."))
@as_json_option
@here
def verify(
    context: click.Context,
    full: bool,
    since: datetime | None,
    minutes: float | None,
    copy: Path | None,
    yes: bool,
    wants_json: bool,
) -> None:
    from archive.verification.run import Asked
    from archive.verification.run import verify as verify_archive

    if yes and not copy:
        raise click.UsageError(_("--yes goes with --repair-from."))
    workspace = opened(context)
    asked = Asked(full=full, since=since.astimezone() if since else None, minutes=minutes)
    with progress(_("objects")) as moved:
        report = verify_archive(workspace, asked, remake=remake, actor=actor(), progress=moved)
    steps = _repair(workspace, report, copy, yes=yes) if copy else []
    if wants_json:
        as_json(report.to_json() | {"repair": [_step_json(step) for step in steps]})
    else:
        print_findings(report.findings)
        _print_sum(report)
        _print_steps(steps, done=yes)
    if report.findings:
        raise SystemExit(FINDINGS)


def remake(beside: Workspace) -> None:
    """Make the database anew from the archive, ledger included."""
    from archive.rebuild import rebuild
    from ledger.rebuild import rebuild_from_archive

    rebuild(beside, lambda _done, _total: None)
    rebuild_from_archive(beside)


def _repair(workspace: Workspace, report: Report, copy: Path, *, yes: bool) -> list[Step]:
    from archive.verification import repair

    steps = repair.plan(workspace, report.findings, copy)
    if yes:
        repair.carry_out(workspace, steps, actor=actor())
    return steps


def _step_json(step: Step) -> dict[str, Any]:
    source = step.source
    where = "format" if isinstance(source, bytes) else str(source) if source else None
    return {"file": str(step.target), "sha256": step.expected, "from": where}


def print_findings(findings: Sequence[Finding]) -> None:
    """Print findings, those of one kind together: what it means, where, what to do."""
    for code in dict.fromkeys(each.code for each in findings):
        same = [each for each in findings if each.code == code]
        say(click.style(f"! {same[0].meaning}", bold=True) + f"  [{code}]")
        for each in same[:AT_MOST]:
            say(f"    {each.where}{_since(each)}")
        if len(same) > AT_MOST:
            say("    " + _("and {n} more; all with --json").format(n=len(same) - AT_MOST))
        say(f"    → {same[0].advice}")
        say()


def _since(each: Finding) -> str:
    parts = []
    if "line" in each.detail:
        parts.append(_("line {n}").format(n=each.detail["line"]))
    if "columns" in each.detail:
        parts.append(", ".join(each.detail["columns"]))
    if "since" in each.detail:
        day = datetime.fromisoformat(each.detail["since"]).astimezone().strftime("%Y-%m-%d")
        parts.append(_("sealed on {day}").format(day=day))
    return f"  ({'; '.join(parts)})" if parts else ""


def _print_sum(report: Report) -> None:
    if not report.findings:
        say(_("Everything is as it was filed."))
    say(
        _("{read} of {objects} objects read: {files} files, {megabytes} MB.").format(
            read=report.read,
            objects=report.objects,
            files=report.files,
            megabytes=report.size_bytes // 1_000_000,
        )
    )
    if not report.complete:
        say(_("The time is up; the next run goes on where this one stopped."))


def _print_steps(steps: Sequence[Step], *, done: bool) -> None:
    if not steps:
        return
    say()
    say(_("Put back:") if done else _("Could be put back, with --yes:"))
    for step in steps:
        if step.source is None:
            say(f"    ✗ {step.target}  " + _("not in the copy with the right digest"))
        elif isinstance(step.source, bytes):
            say(f"    ✓ {step.target}  " + _("follows from the format"))
        else:
            say(f"    ✓ {step.target}  ← {step.source}")


COMMANDS = (verify,)
