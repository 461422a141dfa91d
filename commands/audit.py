"""The audit trail: who did or looked at what, and when."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

import click

from commands.desk import as_json, as_json_option, day_type, here, opened, say, table
from commands.named import one_household
from extractors.wording import N_, _

# What each action is called; one that is not here shows its code.
ACTIONS = {
    "archive.repair": N_("damaged file put back"),
    "archive.verify": N_("archive verified"),
    "audit.adopt": N_("audit rows taken over from files"),
    "audit.mend": N_("unfinished audit line taken away"),
    "backup.drill": N_("restore rehearsed"),
    "backup.make": N_("backup made"),
    "backup.restore": N_("backup restored"),
    "borrow.approved": N_("borrowing approved"),
    "borrow.asked": N_("borrowing asked for"),
    "borrow.back": N_("paper brought back"),
    "borrow.out": N_("paper lent"),
    "borrow.refused": N_("borrowing refused"),
    "borrow.renewed": N_("borrowing prolonged"),
    "browse.rebuild": N_("browse folder made anew"),
    "command.run": N_("command run"),
    "database.rebuild": N_("database made anew"),
    "disposal.approved": N_("disposal approved"),
    "disposal.carried_out": N_("disposal carried out"),
    "disposal.proposed": N_("disposal proposed"),
    "disposal.rejected": N_("disposal rejected"),
    "document.draft": N_("document drafted"),
    "draft.list": N_("list of drafts viewed"),
    "duplicates.view": N_("likely copies listed"),
    "handover.officer": N_("households given to another manager"),
    "handover.prepare": N_("handover prepared"),
    "handover.receive": N_("handover received"),
    "household.complete": N_("household file completed"),
    "household.fact": N_("fact of a household stated"),
    "household.forget": N_("household's data erased"),
    "household.list": N_("household files listed"),
    "household.loans": N_("loans of a household looked at"),
    "household.missing": N_("missing papers looked up"),
    "household.open": N_("household file opened"),
    "household.view": N_("household file looked at"),
    "index.rebuild": N_("search index made anew"),
    "intake.ingest": N_("files taken in"),
    "intake.start": N_("inbox watched"),
    "item.correct": N_("reading corrected"),
    "item.dismiss": N_("paper put aside"),
    "item.list": N_("held papers listed"),
    "item.split": N_("scan split into papers"),
    "item.view": N_("held paper looked at"),
    "ledger.check": N_("ledger checked"),
    "ledger.export": N_("register written as a workbook"),
    "ledger.phones": N_("telephone numbers listed"),
    "ledger.import": N_("workbook taken into the ledger"),
    "ledger.mapping": N_("head of a workbook decided"),
    "ledger.proposals": N_("proposals of papers looked at"),
    "ledger.refuse": N_("proposal of a paper refused"),
    "ledger.record": N_("fact recorded in the ledger"),
    "ledger.show": N_("fact or loan looked at"),
    "ledger.view": N_("register looked at"),
    "paper.correct": N_("filed paper corrected"),
    "paper.destroy": N_("paper destroyed"),
    "paper.different": N_("two papers found to be different"),
    "paper.extract": N_("paper read"),
    "paper.file": N_("paper filed"),
    "paper.move": N_("paper moved to another file"),
    "paper.replace": N_("paper replaced by a newer version"),
    "paper.retype": N_("paper given another type"),
    "paper.same": N_("two scans found to be of one paper"),
    "paper.view": N_("paper looked at"),
    "rule.confirm": N_("rule confirmed"),
    "rule.learn": N_("rule learned"),
    "rule.off": N_("rule switched off"),
    "rule.on": N_("rule switched on"),
    "rule.remove": N_("rule removed"),
    "rule.retire": N_("rule contradicted"),
    "seal.key": N_("new key for seals begun"),
    "seal.make": N_("archive sealed"),
    "seal.verify": N_("seals checked"),
    "tasks.done": N_("task done by a fact"),
    "tasks.view": N_("tasks looked at"),
    "tasks.waive": N_("task waived"),
    "search": N_("searched"),
    "workspace.init": N_("workspace made"),
}


@click.group(help=_("The audit trail: who did or looked at what, and when."))
def audit() -> None:
    """Group of commands."""


@audit.command("list", help=_("List rows of the audit trail, oldest first."))
@click.option("--household", help=_("Only what concerns this household file."))
@click.option("--paper", metavar="ID", help=_("Only what concerns this paper."))
@click.option("--actor", "who", help=_("Only by this person."))
@click.option("--action", help=_("Only this action, by its code."))
@click.option("--since", type=day_type, help=_("From this day on."))
@click.option("--until", type=day_type, help=_("To the end of this day."))
@click.option("--last", type=click.IntRange(1), help=_("Only so many of the newest."))
@as_json_option
@here
def audit_list(
    context: click.Context,
    household: str | None,
    paper: str | None,
    who: str | None,
    action: str | None,
    since: datetime | None,
    until: datetime | None,
    last: int | None,
    wants_json: bool,
) -> None:
    from archive import audit_query
    from archive.clock import stamp
    from archive.database import reading

    workspace = opened(context)
    asked = audit_query.Asked(
        household_id=one_household(workspace, household).id if household else None,
        document_id=paper,
        actor=who,
        action=action,
        since=stamp(since.astimezone()) if since else None,
        until=stamp(_end_of(until).astimezone()) if until else None,
        last=last,
    )
    with reading(workspace.engine) as connection:
        rows = audit_query.rows(connection, asked)
    if wants_json:
        as_json(rows)
        return
    if not rows:
        say(_("No such rows."))
        return
    table(
        (_("no."), _("when"), _("who"), _("what"), _("of what"), _("more")),
        [
            (
                row["seq"],
                _local(row["at"]),
                row["actor"],
                action_word(row["action"]),
                row["object"],
                _detail(row["detail"]),
            )
            for row in rows
        ],
        right=(0,),
    )


def action_word(action: str) -> str:
    """Return what an action is called in the language in use."""
    return _(ACTIONS[action]) if action in ACTIONS else action


def _end_of(day: datetime) -> datetime:
    return datetime.combine(day.date() + timedelta(days=1), time())


def _local(at: str) -> str:
    """Return a time as the office's clock shows it."""
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M:%S")


def _detail(detail: dict[str, Any]) -> str:
    return "  ".join(f"{name}={_short(value)}" for name, value in detail.items())


def _short(value: Any) -> str:
    text = ",".join(map(str, value)) if isinstance(value, list) else str(value)
    return text if len(text) <= 40 else f"{text[:39]}…"


COMMANDS = (audit,)
