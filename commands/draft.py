"""Draft a Word document from the ledger."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from commands.desk import (
    actor,
    as_json,
    as_json_option,
    catch_up,
    day_type,
    here,
    opened,
    progress,
    say,
    tell,
)
from commands.named import one_household
from commands.trail import seen
from extractors.wording import LANGUAGES, _

if TYPE_CHECKING:
    from archive.workspace import Workspace


@click.command(help=_("Draft a Word document from the ledger, with every figure's source."))
@click.argument("kind")
@click.option("--year", type=click.IntRange(1949, 2199), help=_("The year it speaks of."))
@click.option("--household", help=_("Number or borrower of the household file."))
@click.option("--loan", help=_("IOU or contract number."))
@click.option("--unit", help=_("Only this branch or unit."))
@click.option("--manager", help=_("Of every file of this responsible manager."))
@click.option("--all", "everyone", is_flag=True, help=_("Of every household file."))
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
    manager: str | None,
    everyone: bool,
    as_of: Any,
    known_on: Any,
    lang: str | None,
    wants_json: bool,
) -> None:
    from archive import browse
    from templates.draft import draft as make_draft
    from templates.kinds import kind_of

    workspace = opened(context)
    days = {
        "as_of": as_of.date() if as_of else None,
        "known_on": known_on.date() if known_on else None,
    }
    if kind_of(kind).about == "household" and (unit or manager or everyone):
        if household:
            raise click.UsageError(_("Name one household, or --unit, --manager or --all."))
        _of_many(workspace, kind, unit, manager, lang, days, wants_json)
        return
    if manager or everyone:
        raise click.UsageError(_("Only documents about a household are drafted for many."))
    number = one_household(workspace, household).id if household else None
    made = make_draft(
        workspace,
        kind,
        year=year,
        household=number,
        loan=loan,
        unit=unit,
        language=lang,
        actor=actor(),
        **days,
    )
    about = f"household:{number}" if number else "archive"
    seen(workspace, "document.draft", about, kind=kind, document=f"document:{made.document_id}")
    catch_up(workspace)
    browse.catch_up(workspace)
    if wants_json:
        as_json({"path": str(made.path), "document_id": made.document_id})
        return
    say(_("Draft: {file}").format(file=made.path))


def _of_many(
    workspace: Workspace,
    kind: str,
    unit: str | None,
    manager: str | None,
    lang: str | None,
    days: dict[str, Any],
    wants_json: bool,
) -> None:
    """Draft one document for each household of a unit, of a manager, or of all."""
    from archive import browse, households
    from archive.database import reading
    from templates.draft import draft as make_draft
    from templates.year_facts import NothingToReport

    with reading(workspace.engine) as connection:
        chosen = [
            each.id
            for each in households.households(connection)
            if unit in (None, each.unit) and manager in (None, each.manager)
        ]
    made: dict[int, Any] = {}
    with progress(_("documents")) as moved:
        for done, number in enumerate(chosen, start=1):
            # A file without papers has nothing to list; the others have.
            with suppress(NothingToReport):
                made[number] = make_draft(
                    workspace, kind, household=number, language=lang, actor=actor(), **days
                )
                document = f"document:{made[number].document_id}"
                about = f"household:{number}"
                seen(workspace, "document.draft", about, kind=kind, document=document)
            moved(done, len(chosen))
    catch_up(workspace)
    browse.refresh(workspace, made)
    if wants_json:
        as_json(
            [
                {"household": f"{n:06d}", "path": str(one.path), "document_id": one.document_id}
                for n, one in made.items()
            ]
        )
        return
    for one in made.values():
        say(_("Draft: {file}").format(file=one.path))
    if len(made) < len(chosen):
        tell(_("{n} files had nothing to report.").format(n=len(chosen) - len(made)))


COMMANDS = (draft,)
