"""What each manager did in a month or quarter, with the rows behind every figure."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.desk import (
    USAGE,
    as_json,
    as_json_option,
    day_type,
    here,
    opened,
    progress,
    say,
    table,
    tell,
    today,
)
from commands.trail import seen
from extractors.wording import _

if TYPE_CHECKING:
    from archive.workspace import Workspace
    from ledger.book import View
    from ledger.registers.performance_register import Judged


@click.command(
    "manager",
    help=_("What a manager, or every manager, did in a month, quarter or year, and the score."),
)
@click.argument("name", required=False)
@click.option("--month", metavar="YYYY-MM", help=_("The month; by default that of the day."))
@click.option("--quarter", metavar="YYYYQn", help=_("The quarter."))
@click.option("--year", metavar="YYYY", help=_("The year."))
@click.option("--as-of", type=day_type, help=_("The day it speaks of; today by default."))
@click.option("--known-on", type=day_type, help=_("With what was known on that day."))
@click.option("--files", is_flag=True, help=_("Also judge whether their files are complete."))
@click.option(
    "--xlsx",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("Write a workbook."),
)
@as_json_option
@here
def ledger_manager(
    context: click.Context,
    name: str | None,
    month: str | None,
    quarter: str | None,
    year: str | None,
    as_of: Any,
    known_on: Any,
    files: bool,
    xlsx: Path | None,
    wants_json: bool,
) -> None:
    from ledger.book import Book
    from ledger.registers import register, write_xlsx
    from ledger.registers.performance_register import judged, period

    workspace = opened(context)
    language = workspace.settings.office.language
    view = Book.of(workspace).at(
        as_of.date() if as_of else today(), known_on.date() if known_on else None
    )
    span = period(month or quarter or year, view)
    complete = _files(workspace, view, name) if files else None
    if xlsx:
        made = register(view, "performance", period=span.text, manager=name, files=complete)
        seen(workspace, "ledger.export", "register:performance", rows=len(made.rows))
        write_xlsx(made, xlsx, language)
        say(_("Written: {file}").format(file=xlsx))
        return
    found = [one for one in judged(view, span, complete) if name in (None, one.performance.person)]
    seen(workspace, "ledger.view", "managers", rows=len(found))
    if wants_json:
        as_json([_told(one) for one in found])
    elif not found and name:
        tell(_("The ledger knows no loan, plan or result of {name}.").format(name=name))
        raise SystemExit(USAGE)
    elif name:
        _print_one(found[0], language)
    else:
        _print_all(found, language, span.text)


def _files(workspace: Workspace, view: View, name: str | None) -> dict[str, tuple[int, int]]:
    """Return for each manager how many of his household files are complete, and of how many."""
    from archive import completeness
    from archive.database import reading
    from ledger import told
    from ledger.managing.households import by_household
    from ledger.managing.responsibilities import Responsibilities

    answering = Responsibilities(view)
    counted: dict[str, tuple[int, int]] = {}
    households = by_household(view)
    with progress(_("household files")) as moved, reading(workspace.engine) as connection:
        for done, each in enumerate(households, start=1):
            manager = answering.manager_of(each.household_id, each.loans)
            if manager and name in (None, manager):
                said = told.of_household(view, each.household_id)
                lines = completeness.verdict(
                    connection, workspace, each.household_id, view.as_of, said
                )
                whole = not any(line.state == "missing" for line in lines)
                complete, all_files = counted.get(manager, (0, 0))
                counted[manager] = (complete + whole, all_files + 1)
            moved(done, len(households))
    return counted


def _told(one: Judged) -> dict[str, Any]:
    score = one.score
    return {
        "person": one.performance.person,
        "period": one.performance.span.text,
        "figures": {
            name: {
                "value": None if figure.value is None else str(figure.value),
                "unit": figure.unit,
                "rows": [
                    {
                        "fact": row.fact,
                        "label": row.label,
                        "amount": None if row.amount is None else str(row.amount),
                        "source": row.source.to_json(),
                    }
                    for row in figure.rows
                ],
            }
            for name, figure in one.performance.figures.items()
        },
        "parts": [
            {
                "name": part.name,
                "weight": part.weight,
                "percent": None if part.percent is None else str(part.percent),
                "points": None if part.points is None else str(part.points),
            }
            for part in score.parts
        ],
        "points": None if score.points is None else str(score.points),
        "out_of": score.out_of,
        "payout_fen": score.payout_fen,
    }


def _print_one(one: Judged, language: str) -> None:
    from ledger.registers.declaration import Heading, worded
    from ledger.registers.performance_register import PERFORMANCE

    say(f"{one.performance.person}  {one.performance.span.text}")
    rows = []
    for column in PERFORMANCE.columns:
        figure = one.performance.figures.get(column.key)
        if figure is not None:
            head = Heading(column.key, column.titles, column.kind, column.width)
            shown = worded(figure.value, head, language)
            rows.append((column.titles[language], shown, len(figure.rows) or ""))
    table((_("figure"), _("amount or rate"), _("facts behind")), rows, (1, 2))
    score = one.score
    table(
        (_("measure"), _("weight"), _("reached %"), _("points")),
        [
            (_MEASURES[part.name][language], part.weight, part.percent, part.points)
            for part in score.parts
        ],
        (1, 2, 3),
    )
    if score.points is None:
        say(_("No score: neither plans nor results are known."))
        return
    say(_("Score: {points} of {out_of} points").format(points=score.points, out_of=score.out_of))
    if score.payout_fen is not None:
        say(_("Pay-out: {amount} yuan").format(amount=f"{score.payout_fen / 100:,.2f}"))


_MEASURES = {
    "deposits": {"zh": "存款", "es": "Depósitos", "en": "Deposits"},
    "principal": {"zh": "收回本金", "es": "Capital", "en": "Principal"},
    "interest": {"zh": "收回利息", "es": "Intereses", "en": "Interest"},
    "marketing": {"zh": "营销", "es": "Colocación", "en": "Marketing"},
    "inspections": {"zh": "贷后检查", "es": "Inspecciones", "en": "Inspections"},
    "files": {"zh": "档案", "es": "Expedientes", "en": "Files"},
}
# What fits on a screen; the workbook has all.
_SHORT = (
    "person", "deposits", "principal_plan", "principal", "interest_plan", "interest", "due_rate",
    "interest_rate", "bad_change", "inspection_rate", "points", "out_of", "payout",
)  # fmt: skip


def _print_all(found: list[Judged], language: str, period: str) -> None:
    from ledger.registers.declaration import Heading, worded
    from ledger.registers.performance_register import PERFORMANCE

    columns = [column for column in PERFORMANCE.columns if column.key in _SHORT]
    heads = [Heading(each.key, each.titles, each.kind, each.width) for each in columns]
    say(f"{PERFORMANCE.titles[language]}  {period}")
    table(
        [head.titles[language] for head in heads],
        [
            [
                worded(column.value(one), head, language)
                for column, head in zip(columns, heads, strict=True)
            ]
            for one in found
        ],
        range(1, len(heads)),
    )
