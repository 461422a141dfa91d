"""What papers propose to the ledger: listed, shown, accepted, refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from commands.desk import actor, as_json, as_json_option, here, opened, progress, say, table
from commands.trail import seen
from extractors.wording import _

if TYPE_CHECKING:
    from archive.workspace import Workspace
    from ledger.papers.proposals import Proposal


@click.group("proposals", help=_("What filed papers say otherwise than the ledger, or more."))
def ledger_proposals() -> None:
    """Group of commands."""


def follow_papers(workspace: Workspace) -> None:
    """Let the ledger follow all papers, and the archive keep what it posted."""
    from archive import versions
    from ledger.papers.following import catch_up

    with progress(_("Following papers")) as step:
        done = catch_up(workspace, progress=step)
    if done.total():
        versions.keep(workspace)


@ledger_proposals.command("list", help=_("List what is to be decided, with both sides."))
@click.option("--household", type=int, metavar="NUMBER", help=_("Of this household only."))
@click.option("--all", "everything", is_flag=True, help=_("Also what agrees or was decided."))
@as_json_option
@here
def proposals_list(
    context: click.Context, household: int | None, everything: bool, wants_json: bool
) -> None:
    from archive.database import reading
    from archive.households import household as known_household
    from ledger.papers.proposals import proposals

    workspace = opened(context)
    if household is not None:
        with reading(workspace.engine) as connection:
            known_household(connection, household)
    follow_papers(workspace)
    found = proposals(workspace, household_id=household, everything=everything)
    seen(workspace, "ledger.proposals", "ledger", proposals=len(found))
    if wants_json:
        as_json([_told(workspace, each) for each in found])
        return
    if not found:
        say(_("Nothing is to be decided: the papers and the ledger agree."))
        return
    table(
        (_("id"), _("paper"), _("loan"), _("state"), *_sides()),
        [row for each in found for row in _rows(workspace, each)],
    )


def _sides() -> tuple[str, str, str]:
    return _("column"), _("paper says"), _("ledger says")


def _rows(workspace: Workspace, proposal: Proposal) -> list[tuple[str, ...]]:
    """One line for each column in question; the proposal is named on the first."""
    weighed = proposal.weighed
    language = workspace.settings.office.language
    lines = _questions(proposal) or [("", "", "")]
    title = weighed.claim.declared.titles[language]
    loan = weighed.loan.number if weighed.loan else ""
    head = (proposal.id, title, loan, _state(proposal))
    return [(*(head if n == 0 else ("", "", "", "")), *line) for n, line in enumerate(lines)]


def _state(proposal: Proposal) -> str:
    from ledger.papers import wording
    from ledger.papers.deciding import ACCEPTED

    if proposal.decision:
        taken = proposal.decision.decision == ACCEPTED
        return _("entered by a person") if taken else _("left as it was")
    return wording.state(proposal.weighed.state)


def _questions(proposal: Proposal) -> list[tuple[str, str, str]]:
    from ledger.papers import wording
    from ledger.papers.weighing import MISSING

    weighed = proposal.weighed
    lines = [
        (
            wording.column(each.column) if each.column else _("household"),
            wording.value(each.column or "", each.paper),
            wording.value(each.column or "", each.ledger),
        )
        for each in weighed.differences
    ]
    claim = weighed.claim
    new = [key for key in claim.values if key[0] != "_"] if weighed.state == MISSING else ()
    lines += [
        (wording.column(key), wording.value(key, claim.values[key]), "")
        for key in (*weighed.adds, *new)
    ]
    return lines


@ledger_proposals.command(
    "show", help=_("Show a proposal: every column, its place, what speaks against it.")
)
@click.argument("proposal_id", metavar="ID")
@as_json_option
@here
def proposals_show(context: click.Context, proposal_id: str, wants_json: bool) -> None:
    from ledger.papers import wording
    from ledger.papers.proposals import proposal

    workspace = opened(context)
    follow_papers(workspace)
    chosen = proposal(workspace, proposal_id)
    weighed = chosen.weighed
    seen(workspace, "ledger.proposals", f"document:{weighed.claim.paper.id}")
    if wants_json:
        as_json(_told(workspace, chosen))
        return
    say(f"{chosen.id}  {weighed.claim.paper.label}  {_state(chosen)}")
    table(
        (_("column"), _("paper says"), _("page"), _("ledger says"), _("ledger's source")),
        [
            (
                wording.column(key),
                wording.value(key, value),
                weighed.claim.cells.get(key, {}).get("page") or "",
                wording.value(key, weighed.held[0].values.get(key)) if weighed.held else "",
                _place(weighed.held[0].source(key)) if weighed.held else "",
            )
            for key, value in weighed.claim.values.items()
            if key[0] != "_"
        ],
    )
    for each in weighed.against:
        say(f"? {each}")
    if chosen.decision and chosen.decision.reason:
        say(_("Reason: {reason}").format(reason=chosen.decision.reason))


def _place(source: Any) -> str:
    if source.kind == "workbook":
        return f"{source.sheet} {source.cell}"
    if source.kind == "document":
        return _("paper {id}").format(id=str(source.document_id)[-8:])
    return source.person or ""


@ledger_proposals.command("accept", help=_("Enter what a paper says in the ledger."))
@click.argument("proposal_id", metavar="ID")
@click.option("--reason", help=_("Why the ledger is corrected, where the two differ."))
@as_json_option
@here
def proposals_accept(
    context: click.Context, proposal_id: str, reason: str | None, wants_json: bool
) -> None:
    from ledger.papers.proposals import accept, proposal

    workspace = opened(context)
    follow_papers(workspace)
    chosen = proposal(workspace, proposal_id)
    facts = accept(workspace, chosen, actor=actor(), reason=reason)
    seen(workspace, "ledger.record", f"document:{chosen.weighed.claim.paper.id}", fact=facts[0])
    if wants_json:
        as_json({"id": chosen.id, "facts": facts})
    else:
        say(_("Recorded: {fact}.").format(fact=facts[0]))


@ledger_proposals.command("refuse", help=_("Leave the ledger as it is; the reason is kept."))
@click.argument("proposal_id", metavar="ID")
@click.option("--reason", required=True, help=_("Why the paper is not followed."))
@as_json_option
@here
def proposals_refuse(
    context: click.Context, proposal_id: str, reason: str, wants_json: bool
) -> None:
    from ledger.papers.proposals import proposal, refuse

    workspace = opened(context)
    follow_papers(workspace)
    chosen = proposal(workspace, proposal_id)
    refuse(workspace, chosen, actor=actor(), reason=reason)
    seen(workspace, "ledger.refuse", f"document:{chosen.weighed.claim.paper.id}")
    if wants_json:
        as_json({"id": chosen.id, "decision": "refused"})
    else:
        say(_("Refused: {id}. The ledger stays as it is.").format(id=chosen.id))


def _told(workspace: Workspace, proposal: Proposal) -> dict[str, Any]:
    from extractors.reading import value_to_json

    def plain(value: Any) -> Any:
        return None if value is None else value_to_json(value)

    weighed = proposal.weighed
    claim = weighed.claim
    return {
        "id": proposal.id,
        "paper": claim.paper.id,
        "label": claim.paper.label,
        "household": claim.paper.household_id,
        "fact": claim.declared.name,
        "title": claim.declared.titles[workspace.settings.office.language],
        "loan": weighed.loan.number if weighed.loan else None,
        "state": weighed.state,
        "values": {
            key: {"value": plain(value), **claim.cells.get(key, {})}
            for key, value in claim.values.items()
            if key[0] != "_"
        },
        "ledger": [each.name for each in weighed.held],
        "differences": [
            {
                "code": each.code,
                "column": each.column,
                "paper": plain(each.paper),
                "ledger": plain(each.ledger),
                "sources": [source.to_json() for source in each.sources],
            }
            for each in weighed.differences
        ],
        "adds": list(weighed.adds),
        "against": list(weighed.against),
        "decision": proposal.decision.decision if proposal.decision else None,
        "reason": proposal.decision.reason if proposal.decision else None,
    }
