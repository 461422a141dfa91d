"""Facts stated by a person: kinds and their fields, recording, correcting, taking back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from commands.desk import actor, as_json, as_json_option, here, opened, say, table, today
from commands.trail import seen
from extractors.wording import _

if TYPE_CHECKING:
    from ledger.book import View
    from ledger.kinds.declaration import Kind
    from ledger.records import Record


@click.command("kinds", help=_("List the kinds of facts that can be recorded, or one's fields."))
@click.argument("name", required=False)
@as_json_option
@here
def ledger_kinds(context: click.Context, name: str | None, wants_json: bool) -> None:
    from ledger.kinds.registry import KINDS, kind_of

    workspace = opened(context)
    language = workspace.settings.office.language
    if name:
        _show(kind_of(name), language, wants_json)
        return
    if wants_json:
        as_json([_told(kind) for kind in KINDS.values()])
        return
    table(
        (_("kind"), _("title"), _("about")),
        [(kind.name, kind.titles[language], kind.about) for kind in KINDS.values()],
    )


def _show(kind: Kind, language: str, wants_json: bool) -> None:
    if wants_json:
        as_json(_told(kind))
        return
    say(f"{kind.titles[language]}  ({kind.name}, {kind.about})")
    table(
        (_("field"), _("title"), _("form"), _("needed"), _("answers")),
        [
            (
                field.key,
                field.titles[language],
                field.grammar,
                "*" if field.required else "",
                ", ".join(f"{each.code} {each.titles[language]}" for each in field.choices),
            )
            for field in kind.fields
        ],
    )


def _told(kind: Kind) -> dict[str, Any]:
    return {
        "kind": kind.name,
        "titles": dict(kind.titles),
        "about": kind.about,
        "source": kind.source,
        "fields": [
            {
                "field": field.key,
                "titles": dict(field.titles),
                "grammar": field.grammar,
                "required": field.required,
                "choices": {each.code: dict(each.titles) for each in field.choices},
            }
            for field in kind.fields
        ],
    }


@click.command(
    "record",
    help=_("Record a fact: KIND, what it is about, then FIELD=VALUE …; see hudang ledger kinds."),
)
@click.argument("kind")
@click.argument("fields", nargs=-1, metavar="[FIELD=VALUE]...")
@click.option("--loan", metavar="NUMBER", help=_("IOU or contract number."))
@click.option("--household", type=int, metavar="NUMBER", help=_("Number of the household's file."))
@click.option("--paper", metavar="ID", help=_("The filed paper that shows it."))
@click.option("--page", type=click.IntRange(min=1), help=_("Its page."))
@click.option("--correct", metavar="FACT", help=_("Correct this fact instead (record:12)."))
@click.option("--take-back", metavar="FACT", help=_("Take back a fact that is not so."))
@click.option("--reason", help=_("Why it is corrected or taken back."))
@click.option(
    "--by", metavar="NAME", help=_("Who states it; the user of this computer by default.")
)
@as_json_option
@here
def ledger_record(
    context: click.Context,
    kind: str,
    fields: tuple[str, ...],
    loan: str | None,
    household: int | None,
    paper: str | None,
    page: int | None,
    correct: str | None,
    take_back: str | None,
    reason: str | None,
    by: str | None,
    wants_json: bool,
) -> None:
    from dataclasses import replace
    from datetime import date

    from archive.database import reading
    from archive.documents import document
    from archive.households import household as known_household
    from ledger.book import Book
    from ledger.kinds.registry import kind_of
    from ledger.posting import Origin
    from ledger.recording import record
    from ledger.statements import stated, taken_back, words_of

    workspace = opened(context)
    declared = kind_of(kind)
    view = Book.of(workspace).at(date.max)
    with reading(workspace.engine) as connection:
        if household is not None:
            known_household(connection, household)
        if paper is not None:
            paper = document(connection, paper).id
    if take_back:
        new = taken_back(declared, _held(view, declared, take_back), view)
    else:
        new = stated(
            declared,
            words_of(fields),
            language=workspace.settings.office.language,
            view=view,
            loan=loan,
            household_id=household,
            correcting=_held(view, declared, correct) if correct else None,
        )
    person = by or actor()
    origin = (
        Origin(kind="document", document_id=paper)
        if paper
        else Origin(kind="person", person=person)
    )
    facts = record(workspace, [replace(new, page=page)], actor=person, origin=origin, reason=reason)
    seen(workspace, "ledger.record", declared.name, fact=facts[0])
    if wants_json:
        as_json({"fact": facts[0], "kind": declared.name, "recorded_on": today()})
    elif take_back:
        say(_("Taken back: {fact}.").format(fact=take_back))
    else:
        say(_("Recorded: {fact}.").format(fact=facts[0]))


def _held(view: View, kind: Kind, fact: str) -> Record:
    from ledger.recording import FactRefused

    for each in view.records(kind.name):
        if each.fact == fact:
            return each
    raise FactRefused(
        _("{fact} does not hold any more: it was corrected, or never stated.").format(fact=fact)
    )
