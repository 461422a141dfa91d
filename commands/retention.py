"""How long files are kept, and what holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from commands.custody import asking_ledger, by_option, day_of, who
from commands.desk import (
    actor,
    as_json,
    as_json_option,
    day_type,
    here,
    opened,
    progress,
    say,
    table,
    today,
)  # fmt: skip
from commands.named import household_argument, one_household
from extractors.wording import _, language_in_use

if TYPE_CHECKING:
    from archive.retention.file import FileKept


@click.group(help=_("How long household files are kept, and why."))
def retention() -> None:
    """Group of commands."""


@retention.command("show", help=_("Say when a household's file may be destroyed, step by step."))
@household_argument
@as_json_option
@here
def retention_show(context: click.Context, wanted: str, wants_json: bool) -> None:
    from archive.database import reading
    from archive.retention.file import file_kept

    workspace = opened(context)
    found = one_household(workspace, wanted)
    with asking_ledger(workspace) as ledger, reading(workspace.engine) as connection:
        kept = file_kept(connection, workspace, found.id, ledger)
    if wants_json:
        as_json(_kept_json(kept))
        return
    say(f"{found.number}  {found.borrower.name}")
    for loan in kept.verdict.loans:
        say(_("loan {number}").format(number=loan.loan.number))
        for step in loan.steps:
            say(f"  {step.text}")
        if loan.obstacle:
            say(f"  ? {loan.obstacle}")
    for hold in kept.holds:
        say(_("! held since {day} ({reason}): {why}").format(
            day=hold.placed_at[:10], reason=_reason(hold.kind), why=hold.reason
        ))  # fmt: skip
    say(_verdict(kept))


def _verdict(kept: FileKept) -> str:
    verdict = kept.verdict
    if verdict.permanent:
        return _("Kept for good.")
    if verdict.not_before is None:
        why = "; ".join(verdict.obstacles)
        return _("Cannot be computed because: {why}").format(why=why)
    return _("Not to be destroyed before {day}.").format(day=verdict.not_before)


def _reason(kind: str) -> str:
    from archive.retention.holds import REASONS

    return _(REASONS[kind])


def _kept_json(kept: FileKept) -> dict[str, Any]:
    from dataclasses import asdict

    verdict = kept.verdict
    return {
        "household": kept.household.number,
        "destroy_not_before": verdict.not_before,
        "permanent": verdict.permanent,
        "obstacles": list(verdict.obstacles),
        "holds": [asdict(each) for each in kept.holds],
        "owed_fen": kept.owed_fen,
        "loans": [asdict(each) for each in verdict.loans],
    }


@retention.command("due", help=_("List files whose time is over by the end of a year."))
@click.option("--year", type=click.IntRange(1949, 2199), help=_("The year; this one by default."))
@as_json_option
@here
def retention_due(context: click.Context, year: int | None, wants_json: bool) -> None:
    from datetime import date

    workspace = opened(context)
    end = date(year or today().year, 12, 31)
    due = [
        each
        for each in all_kept(workspace)
        if not each.verdict.permanent
        and each.verdict.not_before is not None
        and each.verdict.not_before <= end
    ]
    due.sort(key=lambda each: (each.verdict.not_before or end, each.household.id))
    if wants_json:
        as_json([_kept_json(each) for each in due])
    elif not due:
        say(_("No file's time is over by {day}.").format(day=end))
    else:
        table(
            (_("household"), _("borrower"), _("not before"), _("holds"), _("owed")),
            [
                (
                    each.household.number,
                    each.household.borrower.name,
                    each.verdict.not_before,
                    len(each.holds) or "",
                    _("yes") if each.owed_fen else "",
                )
                for each in due
            ],
        )


def all_kept(workspace: Any) -> list[FileKept]:
    """Return every household's file with papers, as far as keeping goes."""
    from archive import documents, households
    from archive.database import reading
    from archive.retention.file import file_kept

    found = []
    with (
        asking_ledger(workspace) as ledger,
        reading(workspace.engine) as connection,
        progress(_("files")) as moved,
    ):
        counts = documents.counts_by_household(connection)
        chosen = [each.id for each in households.households(connection) if each.id in counts]
        for done, household_id in enumerate(chosen, 1):
            found.append(file_kept(connection, workspace, household_id, ledger))
            moved(done, len(chosen))
    return found


@retention.command("settled", help=_("State what became of a loan that the ledger does not know."))
@household_argument
@click.option("--loan", required=True, help=_("IOU or contract number."))
@click.option("--on", "settled_on", type=day_type, help=_("Day on which it was paid in full."))
@click.option("--granted", type=day_type, help=_("Day on which it was paid out."))
@click.option("--due", type=day_type, help=_("Day on which it fell due."))
@click.option("--written-off", is_flag=True, help=_("It was written off."))
@click.option("--recourse", is_flag=True, help=_("The claim is kept."))
@by_option
@here
def retention_settled(
    context: click.Context,
    wanted: str,
    loan: str,
    settled_on: Any,
    granted: Any,
    due: Any,
    written_off: bool,
    recourse: bool,
    by: str | None,
) -> None:
    from archive.retention.facts import Stated, stated_event

    workspace = opened(context)
    found = one_household(workspace, wanted)
    stated = Stated(
        loan=loan,
        settled_on=day_of(settled_on),
        granted_on=day_of(granted),
        due_on=day_of(due),
        written_off=written_off,
        recourse=recourse,
        by=who(by),
    )
    _noted(workspace, stated_event(found.id, stated, today=today()))
    say(_("Stated. See: hudang retention show {number}").format(number=found.number))


def _noted(workspace: Any, event: Any) -> None:
    """Note one event with its audit row, and let the archive keep it."""
    from archive import audit, events, versions
    from archive.clock import stamp, system_clock
    from archive.database import writing

    at = stamp(system_clock())
    with writing(workspace.engine) as connection:
        events.note(connection, [event], at=at, actor=actor())
        audit.append(
            connection,
            at=at,
            actor=actor(),
            action=event.kind,
            object_=f"household:{event.household_id}",
        )
    versions.keep(workspace)


@retention.command("rules", help=_("List the rules of keeping that hudang.toml may choose."))
@as_json_option
@here
def retention_rules(context: click.Context, wants_json: bool) -> None:
    from archive.retention.declarations import SCHEMES

    workspace = opened(context)
    chosen = workspace.settings.retention.rule
    if wants_json:
        as_json(
            [
                {"name": each.name, "source": each.source, "chosen": each.name == chosen}
                | {"periods": [period.name for period in each.periods]}
                for each in SCHEMES.values()
            ]
        )
        return
    language = language_in_use()
    table(
        (_("rule"), _("source"), _("title"), _("periods")),
        [
            (
                f"* {each.name}" if each.name == chosen else f"  {each.name}",
                each.source,
                each.titles[language],
                " / ".join(period.titles[language] for period in each.periods),
            )
            for each in SCHEMES.values()
        ],
    )


@click.group(help=_("Holds: nothing of a held file is destroyed."))
def hold() -> None:
    """Group of commands."""


@hold.command("place", help=_("Hold a household's file."))
@household_argument
@click.option(
    "--reason",
    type=click.Choice(["litigation", "recourse", "audit", "dispute"]),
    required=True,
    help=_("Kind of reason."),
)
@click.option("--why", required=True, help=_("The reason in words."))
@by_option
@here
def hold_place(context: click.Context, wanted: str, reason: str, why: str, by: str | None) -> None:
    from archive.retention import holds

    workspace = opened(context)
    found = one_household(workspace, wanted)
    _noted(workspace, holds.placing(found.id, reason, why, who(by)))
    say(_("Household {number} is held.").format(number=found.number))


@hold.command("release", help=_("Put a name under the release of a hold; the second name ends it."))
@click.argument("hold_id", metavar="HOLD")
@click.option("--why", help=_("The reason; needed with the first name."))
@by_option
@here
def hold_release(context: click.Context, hold_id: str, why: str | None, by: str | None) -> None:
    from archive import events
    from archive.database import reading
    from archive.retention import holds

    workspace = opened(context)
    with reading(workspace.engine) as connection:
        known = holds.fold(events.of_kinds(connection, holds.KINDS))
    found = known.get(hold_id.lower())
    if found is None:
        raise holds.UnknownHold(hold_id)
    event = holds.releasing(found, who(by), why)
    _noted(workspace, event)
    if event.kind == holds.ASKED:
        say(
            _(
                "The hold still stands: a second person must release it too. "
                "hudang hold release {hold}"
            ).format(hold=found.id)
        )
    else:
        say(_("Hold {hold} is released.").format(hold=found.id))


@hold.command("list", help=_("List the holds that stand; with --all also those that ended."))
@click.option("--all", "everything", is_flag=True, help=_("Those that ended too."))
@as_json_option
@here
def hold_list(context: click.Context, everything: bool, wants_json: bool) -> None:
    from dataclasses import asdict

    from archive import events
    from archive.database import reading
    from archive.retention import holds

    workspace = opened(context)
    with reading(workspace.engine) as connection:
        found = list(holds.fold(events.of_kinds(connection, holds.KINDS)).values())
    shown = [each for each in found if everything or each.stands]
    if wants_json:
        as_json([asdict(each) | {"stands": each.stands} for each in shown])
    elif not shown:
        say(_("No hold stands."))
    else:
        table(
            (_("hold"), _("household"), _("reason"), _("why"), _("since"), _("by"), _("release")),
            [
                (
                    each.id,
                    f"{each.household_id:06d}",
                    _reason(each.kind),
                    each.reason,
                    each.placed_at[:10],
                    each.placed_by,
                    " + ".join(name for name in (each.asked_by, each.released_by) if name),
                )
                for each in shown
            ],
        )


COMMANDS = (retention, hold)
