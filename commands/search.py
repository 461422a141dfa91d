"""Find papers, and make the index anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from commands.desk import as_json, as_json_option, here, opened, progress, say, tell
from commands.trail import seen
from extractors.wording import _, ngettext

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from archive.documents import FiledDocument
    from archive.workspace import Workspace


@click.command(help=_('Find papers. Words, "phrases", borrower:张三, type:iou, amount:>100000 …'))
@click.argument("query")
@click.option("--borrower", help=_("Only this borrower's."))
@click.option("--type", "doc_type", help=_("Only papers of this type."))
@click.option("--year", type=int, help=_("Only papers of this year."))
@click.option(
    "--sort",
    type=click.Choice(["relevance", "date"]),
    default="relevance",
    help=_("Best first, or newest first."),
)
@click.option(
    "--page", type=click.IntRange(1, 100_000), default=1, help=_("Further hits, ten a page.")
)
@as_json_option
@here
def search(
    context: click.Context,
    query: str,
    borrower: str | None,
    doc_type: str | None,
    year: int | None,
    sort: str,
    page: int,
    wants_json: bool,
) -> None:
    from indexer.index import open_index

    workspace = opened(context)
    index = open_index(workspace)
    index.catch_up()
    result = index.search(
        query, borrower=borrower, doc_type=doc_type, year=year, sort=sort, page=page
    )
    # What was asked may be a name or a number: the row says which papers were shown.
    shown = sorted(
        {f"document:{hit.document_id}" for hit in result.hits}
        | {f"household:{int(hit.household)}" for hit in result.hits if hit.household}
    )
    seen(workspace, "search", "archive", found=result.total, page=page, shown=shown)
    if wants_json:
        as_json(result.to_json())
        return
    print_hits(workspace, result)


def print_hits(workspace: Workspace, result: Any) -> None:
    """Print what was found, best first, where each paper is, and the words that were found."""
    from archive import documents
    from archive.database import reading

    say(ngettext("{n} paper found", "{n} papers found", result.total).format(n=result.total))
    for note in result.notes:
        tell(note)
    for hit in result.hits:
        heading = (hit.household, hit.borrower, hit.title, hit.dated_on, hit.village)
        say()
        say(click.style("  ".join(str(part) for part in heading if part), bold=True))
        with reading(workspace.engine) as connection:
            filed = documents.document(connection, hit.document_id)
            copy = _copy_of(workspace, connection, filed)
        say(f"    {documents.archive_number(workspace, filed)}  {copy}".rstrip())
        for snippet in hit.snippets:
            say("    " + "".join(_marked(text, is_hit) for text, is_hit in snippet.segments))
    if result.total > result.page * result.per_page:
        say()
        say(_("More: --page {n}").format(n=result.page + 1))


def _copy_of(workspace: Workspace, connection: Connection, filed: FiledDocument) -> str:
    """Return the copy that people may open; nothing for the department's papers."""
    from archive import browse, households

    if filed.household_id is None:
        return ""
    household = households.household(connection, filed.household_id)
    folder = browse.household_folder(workspace, household) / browse.category_folder(
        workspace, filed
    )
    return str(folder / browse.file_name(filed))


def _marked(text: str, is_hit: bool) -> str:
    shown = " ".join(text.split("\n"))
    return click.style(shown, fg="yellow", bold=True) if is_hit else shown


@click.command(help=_("Make the search index anew from the archive."))
@here
def reindex(context: click.Context) -> None:
    from indexer.index import open_index

    workspace = opened(context)
    with progress(_("papers")) as moved:
        made = open_index(workspace).rebuild(moved)
    seen(workspace, "index.rebuild", "index", papers=made)
    say(_("{n} papers indexed").format(n=made))


COMMANDS = (search, reindex)
