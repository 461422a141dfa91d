"""The drafts that were made, and which of them came back signed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from commands.desk import as_json, as_json_option, here, opened, say, table
from commands.named import one_household
from commands.trail import seen
from extractors.wording import _

if TYPE_CHECKING:
    from archive.documents import FiledDocument
    from archive.drafts import Draft
    from archive.workspace import Workspace
    from ledger.spans import Span


@click.command(help=_("List the drafts that were made, and which came back signed."))
@click.option("--waiting", is_flag=True, help=_("Only those that have not come back."))
@click.option("--signed", is_flag=True, help=_("Only those that came back."))
@click.option("--kind", help=_("Only this kind of document."))
@click.option("--month", help=_("Only those drafted in this month: 2026-01."))
@click.option("--household", help=_("Number or borrower of the household file."))
@as_json_option
@here
def drafts(
    context: click.Context,
    /,
    waiting: bool,
    signed: bool,
    kind: str | None,
    month: str | None,
    household: str | None,
    wants_json: bool,
) -> None:
    from archive import drafts as numbered
    from archive.database import reading
    from templates.kinds import kind_of

    workspace = opened(context)
    if waiting and signed:
        raise click.UsageError(_("Either --waiting or --signed."))
    span = _month(month) if month else None
    chosen = kind_of(kind).name if kind else None
    number = one_household(workspace, household).id if household else None
    numbered.catch_up(workspace)
    with reading(workspace.engine) as connection:
        made = [
            each
            for each in numbered.every(connection, kind=chosen, household_id=number)
            if span is None or span.first <= each.known_on <= span.last
        ]
        back = numbered.signed_copies(connection, [each.number for each in made])
    shown = [each for each in made if not (waiting and each.number in back)]
    shown = [each for each in shown if not (signed and each.number not in back)]
    about = f"household:{number}" if number else "archive"
    seen(workspace, "draft.list", about, drafts=len(shown))
    rows = _rows(workspace, shown, back)
    if wants_json:
        as_json(rows)
        return
    if not rows:
        say(_("No drafts."))
        return
    _show(workspace.settings.office.language, rows)
    missing = sum(each.number not in back for each in made)
    say(_("{n} drafts, {missing} not back signed.").format(n=len(made), missing=missing))


def _month(text: str) -> Span:
    from ledger.spans import span_of

    found = span_of(text)
    if found is None or found.kind != "month":
        raise click.UsageError(
            _("{month} is no month. Name one with its year: --month 2026-01").format(month=text)
        )
    return found


def _rows(
    workspace: Workspace, shown: Sequence[Draft], back: dict[str, list[str]]
) -> list[dict[str, Any]]:
    """Return one entry for each draft, with the papers that came back."""
    from archive import documents
    from archive.database import reading

    wanted = {each.document_id for each in shown}
    wanted |= {one for each in shown for one in back.get(each.number, ())}
    with reading(workspace.engine) as connection:
        papers = {one: documents.document(connection, one) for one in sorted(wanted)}
    return [
        {
            "number": each.number,
            "kind": each.kind,
            "household": f"{each.household_id:06d}" if each.household_id else None,
            "drafted_on": each.known_on.isoformat(),
            "document_id": each.document_id,
            "archive_number": documents.archive_number(workspace, papers[each.document_id]),
            "signed": [_copy_json(workspace, papers[one]) for one in back.get(each.number, ())],
        }
        for each in shown
    ]


def _copy_json(workspace: Workspace, paper: FiledDocument) -> dict[str, Any]:
    from archive import documents

    return {
        "document_id": paper.id,
        "archive_number": documents.archive_number(workspace, paper),
        "filed_on": paper.filed_at[:10],
    }


def _show(language: str, rows: Sequence[dict[str, Any]]) -> None:
    table(
        (_("draft"), _("document"), _("household"), _("drafted"), _("came back signed")),
        [
            (
                each["number"],
                _title(each["kind"], language),
                each["household"] or _("department"),
                each["drafted_on"],
                "; ".join(f"{one['filed_on']} {one['archive_number']}" for one in each["signed"]),
            )
            for each in rows
        ],
    )


def _title(kind: str, language: str) -> str:
    """Return what people call a kind; one that this program does not know any more by its name."""
    from templates.kinds import KINDS

    if kind not in KINDS:
        return kind
    titles = KINDS[kind].titles
    return titles.get(language) or next(iter(titles.values()))


COMMANDS = (drafts,)
