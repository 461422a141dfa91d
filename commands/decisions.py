"""What a person decides about a held paper: `review file|split|correct|dismiss`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from commands.desk import FINDINGS, actor, catch_up, here, opened, say
from commands.intake import place
from commands.named import held_item, item_argument, one_household, part_option
from commands.rules import rule_words
from extractors.wording import _

if TYPE_CHECKING:
    from archive.documents import FiledDocument
    from archive.workspace import Workspace


@click.command("file", help=_("File a held paper with a household, as you decided."))
@item_argument
@click.option(
    "--household", help=_('Number or borrower of the household file, or "new" to open one.')
)
@click.option("--department", is_flag=True, help=_("It belongs to no household."))
@click.option("--type", "doc_type", help=_("Its type, where it was not recognised."))
@here
def file_held(
    context: click.Context,
    item_id: str,
    household: str | None,
    department: bool,
    doc_type: str | None,
) -> None:
    from archive import browse, pending

    if bool(household) == department:
        raise click.UsageError(_("Say where: --household NUMBER or --department."))
    workspace = opened(context)
    item = held_item(workspace, item_id)
    number: int | None = None
    if household == "new":
        number = pending.open_for(workspace, item, actor=actor())
    elif household:
        number = one_household(workspace, household).id
    document = pending.file_held(workspace, item, number, actor=actor(), doc_type=doc_type)
    browse.catch_up(workspace)
    catch_up(workspace)
    say(_("Filed: {place}").format(place=_where(workspace, document)))


def _where(workspace: Workspace, document: FiledDocument) -> str:
    from archive.intake import Event

    return place(workspace, Event(kind="filed", document_id=document.id))


@click.command("split", help=_("Say where the papers of a held scan begin."))
@item_argument
@click.option(
    "--pages",
    help=_("Pages of each paper: 1-3,4,5-8. With households, 1-3@7,4@8 files each with its own."),
)
@click.option("--accept", is_flag=True, help=_("As it is proposed."))
@click.option("--whole", is_flag=True, help=_("It is one paper."))
@here
def split_held(
    context: click.Context, item_id: str, pages: str | None, accept: bool, whole: bool
) -> None:
    from archive import browse, pending

    if (pages is not None) + accept + whole != 1:
        raise click.UsageError(_("Say one of --pages, --accept and --whole."))
    workspace = opened(context)
    item = held_item(workspace, item_id)
    chosen, wanted = _page_runs(pages) if pages is not None else (None, [])
    if whole:
        _reading, content = pending.held_reading(workspace, item)
        chosen = [tuple(page.number for page in content.pages)]
    owners = [one_household(workspace, each).id for each in wanted]
    decision = pending.split(workspace, item, chosen, actor=actor())
    if not owners:
        _say_next(item, decision, _("Decided."))
        return
    document = pending.file_held(
        workspace, held_item(workspace, item_id), owners[0], part_households=owners, actor=actor()
    )
    browse.catch_up(workspace)
    catch_up(workspace)
    say(_("Filed: {place}").format(place=_where(workspace, document)))


def _page_runs(text: str) -> tuple[list[tuple[int, ...]], list[str]]:
    """Return the pages of each paper in "1-3@7,4@8", and the households, if they are named.

    A paper named later begins later: the households follow the order of first pages.
    """
    from extractors.papers import pages_from_text

    runs = []
    for one in text.split(","):
        pages, _at, household = one.partition("@")
        try:
            runs.append((pages_from_text(pages), household.strip()))
        except ValueError as cause:
            raise click.UsageError(
                _("Not pages: {text}. Write them as 1-3,4,5-8; 4+9 for pages apart.").format(
                    text=one
                )
            ) from cause
    runs.sort()
    households = [household for _pages, household in runs if household]
    if households and len(households) < len(runs):
        raise click.UsageError(_("Name a household for each paper, or for none."))
    return [pages for pages, _household in runs], households


@click.command("correct", help=_("Set what a held paper says: FIELD=VALUE, as it is printed."))
@item_argument
@click.argument("corrections", metavar="FIELD=VALUE...", nargs=-1, required=True)
@part_option
@here
def correct_held(
    context: click.Context, item_id: str, corrections: tuple[str, ...], part: int | None
) -> None:
    from archive import learning, pending
    from extractors.correct import corrected_part

    workspace = opened(context)
    item = held_item(workspace, item_id)
    reading, _content = pending.held_reading(workspace, item)
    pairs = dict(pair(correction) for correction in corrections)
    known = {rule.id: rule.state for rule in learning.rules(workspace)}
    decision = pending.correct(workspace, item, corrected_part(reading, part, pairs), actor=actor())
    for rule in learning.rules(workspace):
        if rule.id not in known:
            say(_("Remembered for this form: {rule}").format(rule=rule_words(rule)))
        elif rule.state != known[rule.id]:
            say(_("No longer used: {rule}").format(rule=rule_words(rule)))
    _say_next(item, decision, _("Corrected."))


def _say_next(item: Any, decision: Any, done: str) -> None:
    """Say what was done and with which household the paper may be filed now."""
    from archive import matching, reasons

    match decision:
        case matching.Match(household_id=household_id):
            place = f"{household_id:06d}"
        case matching.Opens():
            place = "new"
        case matching.Undecided(reason=reason, problems=problems):
            say(reasons.sentence(reason, {"problems": problems}))
            raise SystemExit(FINDINGS)
        case _:
            raise AssertionError(decision)
    said = _("File it: hudang review file {id} --household {place}").format(
        id=item.id[-8:], place=place
    )
    say(f"{done} {said}")


def pair(correction: str) -> tuple[str, str]:
    """Return the field and value of "FIELD=VALUE". Raises a usage error."""
    name, equals, value = correction.partition("=")
    if not equals:
        raise click.UsageError(
            _("Write corrections as FIELD=VALUE: {text}").format(text=correction)
        )
    return name.strip(), value.strip()


@click.command("dismiss", help=_("Put a held paper aside: it is not to be filed."))
@item_argument
@click.option("--why", required=True, help=_("The reason, kept in the audit trail."))
@here
def dismiss_held(context: click.Context, item_id: str, why: str) -> None:
    from archive import pending

    workspace = opened(context)
    kept = pending.dismiss(workspace, held_item(workspace, item_id), why=why, actor=actor())
    say(_("Put aside, not deleted: {file}").format(file=kept))


DECISIONS = (file_held, split_held, correct_held, dismiss_held)
