"""Papers that may have been scanned twice: `duplicates list|confirm|reject`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from commands.desk import actor, as_json, as_json_option, here, opened, progress, say, table
from commands.named import one_household, one_paper
from commands.trail import seen
from extractors.wording import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from archive.rescans import Pair
    from archive.workspace import Workspace


@click.group(help=_("Papers that may be one and the same, scanned twice. Nothing is deleted."))
def duplicates() -> None:
    """Group of commands."""


@duplicates.command("list", help=_("List pairs of papers that nobody has decided about yet."))
@click.option("--household", metavar="HOUSEHOLD", help=_("Only papers of one household file."))
@as_json_option
@here
def duplicates_list(context: click.Context, household: str | None, wants_json: bool) -> None:
    from archive import documents, rescans
    from archive.database import reading

    workspace = opened(context)
    chosen = one_household(workspace, household) if household else None
    with progress(_("papers")) as moved:
        rescans.catch_up(workspace, progress=moved)
    with reading(workspace.engine) as connection:
        of_these = None
        if chosen:
            of_these = [each.id for each in documents.documents_of(connection, chosen.id)]
        pairs = rescans.undecided(connection, of_these)
    seen(workspace, "duplicates.view", "archive", pairs=len(pairs))
    with reading(workspace.engine) as connection:
        if wants_json:
            as_json([pair_json(pair) for pair in pairs])
            return
        if not pairs:
            say(_("No likely copies."))
            return
        _print(workspace, connection, pairs)


def pair_json(pair: Pair) -> dict[str, Any]:
    """Return a pair of likely copies for machines."""
    from dataclasses import asdict

    return asdict(pair)


def _print(workspace: Workspace, connection: Connection, pairs: Sequence[Pair]) -> None:
    from archive import documents

    def named(paper_id: str) -> str:
        paper = documents.document(connection, paper_id)
        return f"{documents.archive_number(workspace, paper)}\n{paper.title} {paper.id[-8:]}"

    table(
        (_("filed later"), _("filed earlier"), _("text alike %"), _("figures alike %")),
        [
            (named(pair.later), named(pair.earlier), pair.text_percent, pair.figures_percent)
            for pair in pairs
        ],
        right=(2, 3),
    )


@duplicates.command("confirm", help=_("Say that two papers are one: one is a further scan."))
@click.argument("one", metavar="PAPER")
@click.argument("other", metavar="PAPER")
@click.option("--best", metavar="PAPER", help=_("The better scan; without it the earlier one."))
@here
def duplicates_confirm(context: click.Context, one: str, other: str, best: str | None) -> None:
    from archive import rescans, versions

    workspace = opened(context)
    first, second = one_paper(workspace, one), one_paper(workspace, other)
    better = one_paper(workspace, best).id if best else None
    rescans.decide(workspace, first, second, same=True, best=better, actor=actor())
    versions.keep(workspace)
    say(_("Noted: one paper, two scans. Both stay in the archive."))


@duplicates.command("reject", help=_("Say that two papers are different; nobody is asked again."))
@click.argument("one", metavar="PAPER")
@click.argument("other", metavar="PAPER")
@here
def duplicates_reject(context: click.Context, one: str, other: str) -> None:
    from archive import rescans, versions

    workspace = opened(context)
    first, second = one_paper(workspace, one), one_paper(workspace, other)
    rescans.decide(workspace, first, second, same=False, actor=actor())
    versions.keep(workspace)
    say(_("Noted: two papers."))


COMMANDS = (duplicates,)
