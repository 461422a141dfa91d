"""The indicators: computed for a day, beside the year before, split, and down to their rows."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import click

from commands.desk import as_json, as_json_option, day_type, here, opened, say, table, today
from commands.trail import seen
from extractors.wording import _

if TYPE_CHECKING:
    from ledger.book import View
    from ledger.figure import Figure
    from ledger.indicator import Indicator

# Rows of a figure that are shown when nobody asks for more.
ROWS = 50


@click.command(
    "indicators", help=_("Compute the indicators for a day, or one of them with its rows.")
)
@click.argument("name", required=False)
@click.option("--as-of", type=day_type, help=_("The day it speaks of; today by default."))
@click.option("--known-on", type=day_type, help=_("With what was known on that day."))
@click.option("--compare", is_flag=True, help=_("Beside the same a year before."))
@click.option(
    "--by",
    type=click.Choice(["unit", "manager", "product", "guarantee", "class"]),
    help=_("Split by this."),
)
@click.option("--unit", help=_("Only this branch."))
@click.option("--manager", help=_("Only this loan officer."))
@click.option("--product", help=_("Only this product."))
@click.option("--guarantee", help=_("Only this kind of security."))
@click.option("--class", "class_code", help=_("Only this class."))
@click.option("--limit", type=click.IntRange(min=0), default=ROWS, help=_("Rows shown at most."))
@as_json_option
@here
def indicators(
    context: click.Context,
    name: str | None,
    as_of: Any,
    known_on: Any,
    compare: bool,
    by: str | None,
    unit: str | None,
    manager: str | None,
    product: str | None,
    guarantee: str | None,
    class_code: str | None,
    limit: int,
    wants_json: bool,
) -> None:
    from ledger.book import Book
    from ledger.comparison import required
    from ledger.indicators import INDICATORS, indicator_of

    workspace = opened(context)
    language = workspace.settings.office.language
    view = Book.of(workspace).at(
        as_of.date() if as_of else today(), known_on.date() if known_on else None
    )
    view = view.where(
        unit=unit, manager=manager, product=product, guarantee=guarantee, class_code=class_code
    )
    seen(workspace, "ledger.view", f"indicators:{name or 'all'}")
    chosen = (
        [indicator_of(name)]
        if name
        else [each for each in INDICATORS.values() if required(each) <= {"year", "as_of"}]
    )
    if by:
        _split(chosen, view, "class_code" if by == "class" else by, language, wants_json)
    elif compare:
        _compared(chosen, view, language, wants_json)
    else:
        _plain(chosen, view, language, wants_json, limit if name else None)


def _plain(
    chosen: list[Indicator[Any]], view: View, language: str, wants_json: bool, limit: int | None
) -> None:
    from ledger.comparison import figure

    found = [(each, figure(each, view)) for each in chosen]
    if wants_json:
        as_json([_json(each, one, language, limit) for each, one in found])
        return
    table(
        (_("indicator"), _("title"), _("figure"), _("rows")),
        [
            (each.name, each.titles[language], shown(one, language), len(one.rows))
            for each, one in found
        ],
        right=(2, 3),
    )
    if limit is not None:
        (_each, one) = found[0]
        say(one.query)
        show_rows(one, limit)


def show_rows(figure: Figure, limit: int) -> None:
    """Print the ledger rows behind a figure, so many at most."""
    table(
        (_("fact"), _("number"), _("amount"), _("source")),
        [
            (row.fact, row.label, _amount(row.amount, figure.unit), place(row.source))
            for row in figure.rows[:limit]
        ],
        right=(2,),
    )
    if len(figure.rows) > limit:
        say(_("… and {more} more rows: --limit").format(more=len(figure.rows) - limit))


def _compared(chosen: list[Indicator[Any]], view: View, language: str, wants_json: bool) -> None:
    from ledger.comparison import compared

    found = [(each, compared(each, view)) for each in chosen]
    if wants_json:
        as_json(
            [
                {
                    "indicator": each.name,
                    "now": _json(each, one.now, language, 0),
                    "before": _json(each, one.before, language, 0),
                    "change": _plain_value(one.change),
                    "percent": _plain_value(one.percent),
                }
                for each, one in found
            ]
        )
        return
    table(
        (_("indicator"), _("title"), _("figure"), _("a year before"), _("change"), "%"),
        [
            (
                each.name,
                each.titles[language],
                shown(one.now, language),
                shown(one.before, language),
                _amount(one.change, one.now.unit),
                one.percent,
            )
            for each, one in found
        ],
        right=(2, 3, 4, 5),
    )


def _split(
    chosen: list[Indicator[Any]], view: View, by: str, language: str, wants_json: bool
) -> None:
    from ledger.comparison import split

    found = [(each, list(split(each, view, by))) for each in chosen]
    if wants_json:
        as_json(
            [
                {
                    "indicator": each.name,
                    "by": by,
                    "figures": {key: _json(each, one, language, 0) for key, one in parts},
                }
                for each, parts in found
            ]
        )
        return
    keys = list(dict.fromkeys(key for _each, parts in found for key, _one in parts))
    table(
        (_("indicator"), *(_worded(key, by, language) for key in keys)),
        [
            (each.titles[language], *(shown(dict(parts)[key], language) for key in keys))
            for each, parts in found
        ],
        right=range(1, len(keys) + 1),
    )


def _worded(key: str, by: str, language: str) -> str:
    from ledger import classes, guarantees

    words = {"class_code": classes.TITLES, "guarantee": guarantees.TITLES}.get(by)
    return words[key][language] if words else key


def shown(figure: Figure, language: str) -> str:
    """Return a figure's value as people read it; a dash where the ledger cannot know it."""
    if figure.value is None:
        return "—"
    signs = {"percent": " %", "fen": {"zh": " 元"}.get(language, " yuan")}
    return f"{_amount(figure.value, figure.unit)}{signs.get(figure.unit, '')}"


def _amount(value: int | Decimal | None, unit: str) -> str:
    if value is None:
        return ""
    return f"{Decimal(value) / 100:,.2f}" if unit == "fen" else str(value)


def place(source: Any) -> str:
    """Return where a fact was taken from, in short."""
    parts = source.to_json()
    if source.kind == "workbook":
        return f"{parts.get('sheet', '')}!{parts.get('cell', '')}"
    if source.kind == "document":
        page = f" p. {parts['page']}" if "page" in parts else ""
        return f"{parts.get('document_id', '')}{page}"
    return str(parts.get("person", ""))


def _json(
    indicator: Indicator[Any], figure: Figure, language: str, limit: int | None
) -> dict[str, Any]:
    titles = {"indicator": indicator.name, "title": indicator.titles[language]}
    return titles | figure_json(figure, limit or 0)


def figure_json(figure: Figure, limit: int | None) -> dict[str, Any]:
    """Return a figure with its rows, so many at most; None: all of them."""
    return {
        "name": figure.name,
        "value": _plain_value(figure.value),
        "unit": figure.unit,
        "query": figure.query,
        "as_of": figure.as_of.isoformat(),
        "row_count": len(figure.rows),
        "rows": [
            {
                "fact": row.fact,
                "label": row.label,
                "amount": _plain_value(row.amount),
                "source": row.source.to_json(),
            }
            for row in figure.rows[:limit]
        ],
    }


def _plain_value(value: int | Decimal | None) -> int | str | None:
    return format(value, "f") if isinstance(value, Decimal) else value
