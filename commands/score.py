"""Sheets of points: what is judged, filling one, what was lost, units compared."""

from __future__ import annotations

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
    say,
    table,
    today,
)
from commands.ledger_registers import print_register
from commands.trail import seen
from extractors.wording import _

if TYPE_CHECKING:
    from ledger.managing.scores import Consequence, Filled
    from ledger.scores import Sheet


@click.group(help=_("Sheets of points for post-loan work: fill, look at, compare."))
def score() -> None:
    """Group of commands."""


@score.command("sheets", help=_("List the sheets of points, or the items of one."))
@click.argument("name", required=False)
@as_json_option
@here
def score_sheets(context: click.Context, name: str | None, wants_json: bool) -> None:
    from ledger.scores import sheet, sheets

    workspace = opened(context)
    language = workspace.settings.office.language
    if name:
        _show_sheet(sheet(name, workspace.root), language, wants_json)
        return
    known = sheets(workspace.root).values()
    if wants_json:
        as_json([{"sheet": one.name, "titles": dict(one.titles), "of": one.of} for one in known])
        return
    table(
        (_("sheet of points"), _("title"), _("items judged")),
        [(one.name, one.titles[language], len(one.items)) for one in known],
        (2,),
    )


def _show_sheet(one: Sheet, language: str, wants_json: bool) -> None:
    if wants_json:
        as_json(
            {
                "sheet": one.name,
                "titles": dict(one.titles),
                "source": one.source,
                "items": [
                    {
                        "item": item.code,
                        "points": str(item.points),
                        "each": str(item.each),
                        "titles": dict(item.titles),
                    }
                    for item in one.items
                ],
            }
        )
        return
    say(one.titles[language])
    table(
        (_("item judged"), _("what is judged"), _("points"), _("each fault")),
        [(item.code, item.titles[language], item.points, item.each) for item in one.items],
        (2, 3),
    )


@score.command("fill", help=_("Record a filled sheet: whose, when, and what lost points."))
@click.argument("name", metavar="SHEET")
@click.option("--unit", metavar="NAME", help=_("The unit that was checked."))
@click.option("--person", metavar="NAME", help=_("The person that was checked."))
@click.option("--on", type=day_type, help=_("The day of the check; today by default."))
@click.option("--inspectors", metavar="NAMES", help=_("Who checked."))
@click.option(
    "--lost",
    multiple=True,
    metavar="ITEM=POINTS;FAULT;RULE;LOANS",
    help=_("An item that lost points; as often as needed."),
)
@click.option(
    "--by", metavar="NAME", help=_("Who states it; the user of this computer by default.")
)
@as_json_option
@here
def score_fill(
    context: click.Context,
    name: str,
    unit: str | None,
    person: str | None,
    on: Any,
    inspectors: str | None,
    lost: tuple[str, ...],
    by: str | None,
    wants_json: bool,
) -> None:
    from ledger.book import Book
    from ledger.managing.filling import filled_sheet, loss_of
    from ledger.managing.scores import filled
    from ledger.posting import Origin
    from ledger.recording import record
    from ledger.scores import sheet

    workspace = opened(context)
    facts = filled_sheet(
        sheet(name, workspace.root),
        [loss_of(each) for each in lost],
        on=on.date() if on else today(),
        language=workspace.settings.office.language,
        unit=unit,
        person=person,
        inspectors=inspectors,
    )
    who = by or actor()
    ids = record(workspace, facts, actor=who, origin=Origin(kind="person", person=who))
    seen(workspace, "ledger.record", "score", fact=ids[0])
    view = Book.of(workspace).at(facts[0].effective_on)
    (one,) = [each for each in filled(view) if each.score.fact == ids[0]]
    if wants_json:
        as_json(_told(one, None))
        return
    _print(workspace, one, None)


@score.command("show", help=_("Show filled sheets, what was lost, and what that calls for."))
@click.option("--unit", metavar="NAME", help=_("Only of this unit or person."))
@click.option("--as-of", type=day_type, help=_("The day it speaks of; today by default."))
@as_json_option
@here
def score_show(context: click.Context, unit: str | None, as_of: Any, wants_json: bool) -> None:
    from ledger.book import Book
    from ledger.managing.scores import consequences, filled

    workspace = opened(context)
    view = Book.of(workspace).at(as_of.date() if as_of else today())
    calls = {each.filled.score.fact: each for each in consequences(view)}
    found = [each for each in filled(view) if unit in (None, each.whom)]
    seen(workspace, "ledger.view", "scores", rows=len(found))
    if wants_json:
        as_json([_told(each, calls.get(each.score.fact)) for each in found])
    elif not found:
        say(_("No sheet was filled."))
    else:
        for each in found:
            _print(workspace, each, calls.get(each.score.fact))
    if any(not calls[each.score.fact].done for each in found if each.score.fact in calls):
        raise SystemExit(FINDINGS)


@score.command("compare", help=_("Compare units by their last score."))
@click.option("--as-of", type=day_type, help=_("The day it speaks of; today by default."))
@click.option("--sheet", "name", metavar="SHEET", help=_("Only this sheet."))
@click.option(
    "--xlsx",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("Write a workbook."),
)
@as_json_option
@here
def score_compare(
    context: click.Context, as_of: Any, name: str | None, xlsx: Path | None, wants_json: bool
) -> None:
    from ledger.book import Book
    from ledger.registers import register, write_xlsx
    from ledger.scores import sheet

    workspace = opened(context)
    language = workspace.settings.office.language
    title = sheet(name, workspace.root).titles[language] if name else None
    view = Book.of(workspace).at(as_of.date() if as_of else today())
    made = register(view, "score-comparison", sheet=title)
    seen(workspace, "ledger.view", "register:score-comparison", rows=len(made.rows))
    if xlsx:
        write_xlsx(made, xlsx, language)
        say(_("Written: {file}").format(file=xlsx))
    elif wants_json:
        as_json(made.to_json())
    else:
        print_register(made, language)


def _told(one: Filled, call: Consequence | None) -> dict[str, Any]:
    return {
        "fact": one.score.fact,
        "on": one.score.effective_on,
        "sheet": one.sheet,
        "of": one.whom,
        "total": str(one.total),
        "stated": None if one.stated is None else str(one.stated),
        "grade": one.grade,
        "lost": [{"fact": item.fact, **item.values} for item in one.items],
        "calls_for": None
        if call is None
        else {
            "fine_fen": call.fine_fen,
            "deadline": call.deadline,
            "problems": call.problems,
            "rules": call.rules,
            "loans": call.loans,
            "done": [record.fact for record in call.done],
        },
    }


def _print(workspace: Any, one: Filled, call: Consequence | None) -> None:
    from ledger.managing.scores import GRADES, lost_by

    language = workspace.settings.office.language
    say(
        _("{day} {sheet} {whom}: {total} points, {grade} ({fact})").format(
            day=one.score.effective_on,
            sheet=one.sheet,
            whom=one.whom,
            total=one.total,
            grade=GRADES[one.grade][language],
            fact=one.score.fact,
        )
    )
    if one.stated is not None and one.stated != one.total:
        say(_("? The sheet says {stated} points.").format(stated=one.stated))
    if one.items:
        table(
            (
                _("item judged"),
                _("points lost"),
                _("fault found"),
                _("rule broken"),
                _("loans concerned"),
            ),
            [
                (
                    item.text("item"),
                    lost_by(item),
                    item.text("fault"),
                    item.text("rule_no"),
                    item.text("loans"),
                )
                for item in one.items
            ],
            (1,),
        )
    if call:
        _print_call(call)


def _print_call(call: Consequence) -> None:
    from ledger.managing.scores import basis_of

    if call.done:
        say(_("Acted on: {facts}").format(facts=", ".join(record.fact for record in call.done)))
        return
    basis = basis_of(call.filled)
    # A notice that goes out late gives no less time.
    left = call.deadline - call.filled.score.effective_on
    say(_("Below the pass mark. It calls for, to be recorded once decided:"))
    if call.fine_fen:
        say(
            f"  hudang ledger record sanction on={call.filled.score.effective_on} sanction=fine "
            f"sanctioned_unit={call.filled.whom} amount_fen={call.fine_fen / 100:.2f} "
            f'score_of="{basis}"'
        )
    say(
        f"  hudang ledger record rectification notice_no=… issued_on={today()} "
        f"deadline={max(call.deadline, today() + left)} charged_unit={call.filled.whom} "
        f'basis="{basis}" '
        f'problems="{"；".join(call.problems)}"'
    )


COMMANDS = (score,)
