"""Draft a Word document from the ledger."""

from __future__ import annotations

from typing import Any

import click

from commands.desk import actor, as_json, as_json_option, catch_up, day_type, here, opened, say
from commands.named import one_household
from commands.trail import seen
from extractors.wording import LANGUAGES, _


@click.command(help=_("Draft a Word document from the ledger, with every figure's source."))
@click.argument("kind")
@click.option("--year", type=click.IntRange(1949, 2199), help=_("The year it speaks of."))
@click.option("--household", help=_("Number or borrower of the household file."))
@click.option("--loan", help=_("IOU or contract number."))
@click.option("--unit", help=_("Only this branch or unit."))
@click.option("--as-of", type=day_type, help=_("The day it speaks of; today by default."))
@click.option("--known-on", type=day_type, help=_("With what was known on that day."))
@click.option("--lang", type=click.Choice(sorted(LANGUAGES)), help=_("Language of the document."))
@as_json_option
@here
def draft(
    context: click.Context,
    kind: str,
    year: int | None,
    household: str | None,
    loan: str | None,
    unit: str | None,
    as_of: Any,
    known_on: Any,
    lang: str | None,
    wants_json: bool,
) -> None:
    from archive import browse
    from templates.draft import draft as make_draft

    workspace = opened(context)
    number = one_household(workspace, household).id if household else None
    made = make_draft(
        workspace,
        kind,
        year=year,
        household=number,
        loan=loan,
        unit=unit,
        as_of=as_of.date() if as_of else None,
        known_on=known_on.date() if known_on else None,
        language=lang,
        actor=actor(),
    )
    about = f"household:{number}" if number else "archive"
    seen(workspace, "document.draft", about, kind=kind, document=f"document:{made.document_id}")
    catch_up(workspace)
    browse.catch_up(workspace)
    if wants_json:
        as_json({"path": str(made.path), "document_id": made.document_id})
        return
    say(_("Draft: {file}").format(file=made.path))


COMMANDS = (draft,)
