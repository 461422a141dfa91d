"""Class rules: the tables there are, and why a loan should have which class."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from commands.desk import FINDINGS, as_json, as_json_option, here, opened, say, table
from commands.task_work import as_of_option, desk_of, known_on_option
from commands.trail import seen
from extractors.wording import _

if TYPE_CHECKING:
    from ledger.classing.suggestion import Suggestion
    from ledger.rules.desk import Desk


@click.command("class-tables", help=_("List the tables of class rules, by guarantee and days."))
@as_json_option
@here
def ledger_class_tables(context: click.Context, wants_json: bool) -> None:
    from ledger import classes, guarantees
    from ledger.classing.case import steps_of
    from ledger.classing.tables import TABLES

    settings = opened(context).settings
    language = settings.office.language
    found = [
        (each, way, steps_of(each, way, settings.ledger))
        for each in TABLES.values()
        for way in ("any", *guarantees.TITLES)
        if way == "any"
        or steps_of(each, way, settings.ledger) != steps_of(each, "any", settings.ledger)
    ]
    if wants_json:
        as_json(
            [
                {
                    "table": each.name,
                    "titles": dict(each.titles),
                    "source": each.source,
                    "guarantee": way,
                    "over_days": {step.grade: step.over for step in steps},
                }
                for each, way, steps in found
            ]
        )
        return
    graded = classes.CLASSES[1:]
    table(
        (_("table"), _("title"), _("guarantee"), *(classes.TITLES[g][language] for g in graded)),
        [
            (
                each.name,
                each.titles[language],
                "*" if way == "any" else guarantees.TITLES[way][language],
                *({step.grade: f">{step.over}" for step in steps}.get(g, "") for g in graded),
            )
            for each, way, steps in found
        ],
        right=range(3, 3 + len(graded)),
    )
    say(_("Which table counts for a product or unit: class_tables in [ledger] of hudang.toml."))


@click.command("class", help=_("Say which class the rules suggest for a loan, and why."))
@click.argument("loan")
@as_of_option
@known_on_option
@as_json_option
@here
def ledger_class(
    context: click.Context, loan: str, as_of: Any, known_on: Any, wants_json: bool
) -> None:
    from ledger.classing.case import Cases
    from ledger.classing.suggestion import suggest

    workspace = opened(context)
    desk = desk_of(workspace, as_of, known_on)
    state = desk.view.loan(loan)
    seen(workspace, "ledger.view", f"class:{state.number}")
    if state.account_id not in desk.loan_of:
        say(_("Loan {number} is paid off: no class is suggested.").format(number=state.number))
        return
    said = suggest(desk, Cases(desk).of(desk.loan_of[state.account_id]))
    if wants_json:
        as_json(_told(desk, said))
    else:
        _show(desk, said)
    if said.too_good and not said.approval:
        raise SystemExit(FINDINGS)


def _show(desk: Desk, said: Suggestion) -> None:
    from ledger.classes import TITLES
    from ledger.sources import sources_of

    language = desk.view.settings.office.language
    has = TITLES[said.loan.class_code][language] if said.loan.class_code else _("none")
    say(f"{said.loan.number}  {desk.as_of}  {said.table.titles[language]}")
    say(
        _("Class: {has}. Suggested: {suggested}.").format(
            has=has, suggested=TITLES[said.grade][language]
        )
    )
    sources = sources_of(desk.view, [fact for each in said.reasons for fact in each.facts])
    table(
        (_("at least"), _("reason"), _("source")),
        [
            (
                TITLES[each.grade][language],
                each.text,
                ", ".join(place(sources[fact].to_json(), fact) for fact in each.facts),
            )
            for each in said.reasons
        ],
    )
    if said.approval:
        say(
            _("A better class was approved by {name} on {day}: {reason}").format(
                name=said.approval.text("approved_by"),
                day=said.approval.on.isoformat(),
                reason=said.approval.text("reason"),
            )
        )
    history = desk.classes.get(said.loan.account_id, ())
    if history:
        table(
            (_("holds from"), _("class determined"), _("source")),
            [(since, TITLES[code][language], fact) for since, code, fact in history],
        )


def place(source: dict[str, Any], fact: str) -> str:
    """Return where a fact was taken from, as short as a person can use it."""
    if source["kind"] == "workbook":
        return f"{source.get('sheet', '')} {source.get('cell', '')}".strip()
    if source["kind"] == "person":
        return f"{source.get('person', '')} ({fact})"
    page = source.get("page")
    return f"{source.get('document_id', '')[:8]}{f' p.{page}' if page else ''}"


def _told(desk: Desk, said: Suggestion) -> dict[str, Any]:
    from ledger.sources import sources_of

    sources = sources_of(desk.view, [fact for each in said.reasons for fact in each.facts])
    return {
        "loan": said.loan.number,
        "as_of": desk.as_of,
        "table": said.table.name,
        "class": said.loan.class_code,
        "suggested": said.grade,
        "differs": said.differs,
        "reasons": [
            {
                "rule": each.rule,
                "class": each.grade,
                "text": each.text,
                "facts": [{"fact": fact, "source": sources[fact].to_json()} for fact in each.facts],
            }
            for each in said.reasons
        ],
        "approval": said.approval.fact if said.approval else None,
        "history": [
            {"from": since, "class": code, "fact": fact}
            for since, code, fact in desk.classes.get(said.loan.account_id, ())
        ],
    }
