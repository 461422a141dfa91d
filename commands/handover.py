"""Handing household files over, proving a package, taking one in, changing the officer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands import handover_wording as wording
from commands.desk import (
    FINDINGS,
    actor,
    as_json,
    as_json_option,
    catch_up,
    day_type,
    here,
    opened,
    progress,
    say,
    table,
    tell,
    today,
)
from commands.handover_asked import asked_of, reasons_from, scope_of
from commands.named import household_argument, one_household
from extractors.wording import _

if TYPE_CHECKING:
    from archive.handover.formalities import Formality
    from archive.workspace import Workspace


@click.group(help=_("Hand household files over, prove a package, take one in, change the officer."))
def handover() -> None:
    """Group of commands."""


reason_option = click.option(
    "--reason",
    "given",
    metavar="ITEM=WHY",
    multiple=True,
    help=_("Why an open item (or all of a kind: missing=…) cannot be completed."),
)
reasons_option = click.option(
    "--reasons",
    "reasons_path",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_(
        "Reasons from a list (.xlsx, .csv) that was filled in; with --dry-run: write it to be "
        "filled in."
    ),
)
why_option = click.option("--why", default="", help=_("Why files change hands, for the list."))
dry_run_option = click.option(
    "--dry-run", is_flag=True, help=_("Only say what is open; hand nothing over.")
)
package_argument = click.argument(
    "package", metavar="PACKAGE", type=click.Path(path_type=Path, exists=True)
)


@handover.command(
    help=_(
        "Prepare a handover: check the formalities, make the list in duplicate and a package "
        "that anybody can check."
    )
)
@click.option("--household", multiple=True, help=_("One household file; may be given again."))
@click.option("--manager", help=_("All files of this officer."))
@click.option("--unit", help=_("All files of this branch or unit."))
@click.option(
    "--year",
    type=click.IntRange(1949, 2199),
    help=_("All files whose loans were settled in this year, by the ledger."),
)
@click.option(
    "--opened", "by_opening", is_flag=True, help=_("With --year: files opened in it instead.")
)
@click.option("--to", "receiver", default="", help=_("Who takes over, for the list."))
@why_option
@reason_option
@reasons_option
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help=_("Where the package goes: a name in .zip, or a new folder; out/NUMBER.zip by default."),
)
@dry_run_option
@as_json_option
@here
def prepare(
    context: click.Context,
    household: tuple[str, ...],
    manager: str | None,
    unit: str | None,
    year: int | None,
    by_opening: bool,
    receiver: str,
    why: str,
    given: tuple[str, ...],
    reasons_path: Path | None,
    out: Path | None,
    dry_run: bool,
    wants_json: bool,
) -> None:
    from archive.handover import preparing
    from archive.handover.preparing import Order
    from templates import handover_words

    workspace = opened(context)
    scope = scope_of(workspace, household, manager, unit, year, opened=by_opening)
    asked = asked_of(workspace)
    if dry_run:
        with progress(_("household files")) as moved:
            found = preparing.open_formalities(workspace, scope, asked, moved)
        _say_open(found, reasons_path, wants_json)
    order = Order(receiver=receiver, why=why, reasons=reasons_from(given, reasons_path))
    with wording.refusals(), progress(_("files")) as moved:
        made = preparing.prepare(
            workspace,
            scope,
            order,
            target=lambda number: out or workspace.out / f"{number}.zip",
            words=handover_words.words(workspace),
            asked=asked,
            actor=actor(),
            progress=moved,
        )
    lists = _keep_lists(workspace, scope.household_ids, made.package.words)
    if wants_json:
        as_json(wording.prepared_json(made, lists))
        return
    wording.say_prepared(made, lists)


def _say_open(found: list[Formality], reasons_path: Path | None, wants_json: bool) -> None:
    """Say what is open, write the list to be filled in, and end."""
    from archive.handover import reasons_file

    if reasons_path is not None and found:
        reasons_file.write(reasons_path, found)
    if wants_json:
        as_json([wording.formality_json(each) for each in found])
    elif found:
        wording.say_formalities(found)
        if reasons_path is not None:
            say(_("Fill in the last column of {file}, then give it back with --reasons.").format(
                file=reasons_path
            ))  # fmt: skip
    else:
        say(_("All formalities are complete."))
    raise SystemExit(FINDINGS if found else 0)


def _keep_lists(workspace: Workspace, household_ids: tuple[int, ...], lists: Any) -> list[Path]:
    """Put the lists where they are printed from, and file the first copy."""
    from archive import filing
    from templates import handover_words

    paths = [handover_words.written(workspace, name, data) for name, data in lists.items()]
    if paths:
        filing.file_made(
            workspace,
            paths[0],
            doc_type="transfer_list",
            actor=actor(),
            household_id=household_ids[0] if len(household_ids) == 1 else None,
            dated_on=today(),
        )
        catch_up(workspace)
    return paths


@handover.command(
    help=_("Prove a package, offline and without a workspace: every file, every count.")
)
@package_argument
@click.option("--expect", metavar="DIGEST", help=_("The digest that stands on paper."))
@as_json_option
@here
def verify(context: click.Context, package: Path, expect: str | None, wants_json: bool) -> None:
    from archive.clock import stamp, system_clock
    from archive.handover import verifying

    del context
    with progress(_("files")) as moved:
        found = verifying.verify(package, at=stamp(system_clock()), actor=actor(), progress=moved)
    other = bool(expect) and not found.digest.startswith((expect or "").lower())
    if wants_json:
        as_json(wording.verified_json(found) | {"expected_digest": not other})
    else:
        wording.say_verified(found)
        if other:
            say(_("It is not the package of that digest: {digest}").format(digest=found.digest))
    if other or not found.whole:
        raise SystemExit(FINDINGS)


@handover.command(
    help=_("Take a package of another workspace in, and list what differs for both to sign.")
)
@package_argument
@click.option(
    "--accept-differences",
    is_flag=True,
    help=_("Take in what is as it was listed, and list the rest."),
)
@click.option(
    "--merge",
    "merged",
    metavar="THEIRS=OURS",
    multiple=True,
    help=_("Household of the package that is this household here, as you decided."),
)
@click.option("--dry-run", is_flag=True, help=_("Only prove the package."))
@as_json_option
@here
def receive(
    context: click.Context,
    package: Path,
    accept_differences: bool,
    merged: tuple[str, ...],
    dry_run: bool,
    wants_json: bool,
) -> None:
    from archive import browse
    from archive.handover.receiving import receive as take_in
    from templates import handover_words

    if dry_run:
        context.invoke(verify, package=package, expect=None, wants_json=wants_json)
        return
    workspace = opened(context)
    with wording.refusals(), progress(_("files")) as moved:
        taken = take_in(
            workspace,
            package,
            actor=actor(),
            accept_differences=accept_differences,
            merge=_merges(merged),
            progress=moved,
        )
    name = handover_words.file_name(workspace, "handover-differences", taken.receipt.number)
    content = handover_words.differences(workspace, taken.receipt)
    path = handover_words.written(workspace, name, content)
    if not taken.again:
        _file_differences(workspace, path)
        here_now = [int(each.here) for each in taken.receipt.households if each.here]
        browse.refresh(workspace, here_now)
    catch_up(workspace)
    if wants_json:
        as_json(taken.receipt.to_json() | {"again": taken.again, "list": str(path)})
    else:
        wording.say_received(taken, path)
    if any(item.state not in ("accepted", "duplicate") for item in taken.receipt.items):
        raise SystemExit(FINDINGS)


def _file_differences(workspace: Workspace, path: Path) -> None:
    from archive import filing

    filing.file_made(workspace, path, doc_type="transfer_list", actor=actor(), dated_on=today())


def _merges(pairs: tuple[str, ...]) -> dict[int, int]:
    found = {}
    for pair in pairs:
        theirs, _equals, ours = pair.partition("=")
        if not (theirs.isdecimal() and ours.isdecimal()):
            raise click.UsageError(_("Give household numbers: --merge 000012=000034"))
        found[int(theirs)] = int(ours)
    return found


@handover.command(help=_("Give an officer's household files to another officer."))
@click.option("--from", "before", required=True, help=_("The officer who hands over."))
@click.option("--to", "after", required=True, help=_("The officer who takes over."))
@click.option("--household", multiple=True, help=_("Only this household file; may be repeated."))
@click.option("--as-of", type=day_type, help=_("The day it counts from; today by default."))
@why_option
@reason_option
@reasons_option
@dry_run_option
@as_json_option
@here
def officer(
    context: click.Context,
    before: str,
    after: str,
    household: tuple[str, ...],
    as_of: Any,
    why: str,
    given: tuple[str, ...],
    reasons_path: Path | None,
    dry_run: bool,
    wants_json: bool,
) -> None:
    from archive.database import reading
    from archive.handover import officer as officers
    from archive.handover import preparing
    from archive.handover.preparing import Order
    from templates import handover_words

    workspace = opened(context)
    on = as_of.date() if as_of else today()
    if on > today():
        raise click.UsageError(_("--as-of lies in the future: files change hands when they do."))
    named = [one_household(workspace, each).id for each in household]
    with reading(workspace.engine) as connection:
        numbers = officers.chosen(connection, before, after, named)
    asked = asked_of(workspace)
    if dry_run:
        scope = preparing.of_numbers("officer", before, numbers)
        _say_open(preparing.open_formalities(workspace, scope, asked), reasons_path, wants_json)
    with wording.refusals():
        listing = officers.change(
            workspace,
            numbers,
            before=before,
            after=after,
            on=on,
            order=Order(receiver=after, why=why, reasons=reasons_from(given, reasons_path)),
            asked=asked,
            actor=actor(),
        )
    lists = _keep_lists(workspace, numbers, handover_words.lists(workspace, listing))
    if wants_json:
        as_json(wording.listing_json(listing) | {"lists": [str(path) for path in lists]})
        return
    say(
        _("{count} household files went from {before} to {after} on {day}: {number}").format(
            count=len(numbers), before=before, after=after, day=on, number=listing.number
        )
    )
    wording.say_lists(lists)


@handover.command(
    help=_("Check the four properties of a household's file: true, complete, usable, safe.")
)
@household_argument
@click.option(
    "--at",
    "point",
    type=click.Choice(["archive", "handover", "keeping"]),
    default="keeping",
    show_default=True,
    help=_("On which occasion: filing, handover or long keeping."),
)
@click.option("--word", is_flag=True, help=_("Make the report in Word too."))
@as_json_option
@here
def check(context: click.Context, wanted: str, point: str, word: bool, wants_json: bool) -> None:
    from archive.handover import preparing
    from templates import handover_words

    workspace = opened(context)
    number = one_household(workspace, wanted).id
    with progress(_("files")) as moved:
        report = preparing.check(
            workspace, number, point=point, asked=asked_of(workspace), actor=actor(),
            progress=moved,
        )  # fmt: skip
    path = None
    if word:
        about = f"{report.subject}_{report.at[:10].replace('-', '')}"
        name = handover_words.file_name(workspace, "four-checks", about)
        path = handover_words.written(workspace, name, handover_words.report_on(workspace, report))
    if wants_json:
        as_json(report.to_json())
    else:
        wording.say_report(report)
        if path:
            say(_("Report: {file}").format(file=path))
    if report.failed:
        raise SystemExit(FINDINGS)


@handover.command("list", help=_("List what was handed over and taken in."))
@as_json_option
@here
def handover_list(context: click.Context, wants_json: bool) -> None:
    from archive.database import reading
    from archive.handover import register

    workspace = opened(context)
    with reading(workspace.engine) as connection:
        found = register.handovers(connection)
    if wants_json:
        as_json([wording.handover_json(each) for each in found])
    elif not found:
        tell(_("Nothing was handed over or taken in yet."))
    else:
        table(
            (_("number"), _("state"), _("time"), _("households"), _("papers"), _("scope"),
             _("other side"), _("digest")),
            [
                (
                    each.number, wording.state_word(each.state), each.at[:19].replace("T", " "),
                    len(each.households), each.items, each.scope, each.other, each.digest[:12],
                )
                for each in found
            ],
            right=(3, 4),
        )  # fmt: skip


COMMANDS = (handover,)
