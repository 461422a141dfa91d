"""Proposals: what papers say otherwise than the ledger, or more, until a person has decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from archive import documents, versions
from archive.clock import Clock, stamp, system_clock
from archive.database import reading, writing
from archive.documents import UnknownDocument
from archive.workspace import Workspace
from extractors.wording import _
from ledger import facts, schema
from ledger.figure import Source
from ledger.papers import deciding, shelf
from ledger.papers.claims import claims_of
from ledger.papers.deciding import ACCEPTED, REFUSED, Decision, Decisions
from ledger.papers.held import AT_ONCE, Fact, Holdings, Moment, holdings
from ledger.papers.weighing import ADDS, CONFIRMED, DIFFERS, MISSING, Weighed, weigh
from ledger.papers.writing import as_new, corrected, faults
from ledger.posting import Origin
from ledger.recording import NewFact, post_facts


class UnknownProposal(Exception):
    """No paper makes that proposal."""


class NotDecidable(Exception):
    """A proposal that cannot be decided in that way; the message says what to do instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A claim weighed against the ledger, and what a person decided about it.

    id  household, item and place on the paper: "8-4.1"
    """

    id: str
    weighed: Weighed
    decision: Decision | None

    @property
    def is_open(self) -> bool:
        """Whether a person has something to decide."""
        return self.decision is None and self.weighed.state in (DIFFERS, ADDS, MISSING)


@dataclass(frozen=True, slots=True)
class Household:
    """What the papers of one household propose, beside what the ledger holds of it."""

    holdings: Holdings
    proposals: tuple[Proposal, ...]


def everywhere(
    workspace: Workspace, connection: Connection, moment: Moment, household_id: int | None = None
) -> Iterator[Household]:
    """Yield what papers propose and confirm, household by household; or of one."""
    ids = shelf.households_with_papers(connection) if household_id is None else [household_id]
    for start in range(0, len(ids), AT_ONCE):
        part = ids[start : start + AT_ONCE]
        papers = shelf.papers_of(workspace, connection, part, moment.known_at)
        said = deciding.decisions(connection, part)
        for each, known in holdings(connection, papers, moment).items():
            yield Household(known, tuple(_proposals(each, known, said[each])))


def _proposals(household_id: int, known: Holdings, said: Decisions) -> Iterator[Proposal]:
    for paper in known.papers:
        for claim in claims_of(paper):
            yield Proposal(
                id=f"{household_id}-{paper.item_no}.{claim.number}",
                weighed=weigh(claim, known),
                decision=deciding.of_claim(said, claim),
            )


def proposals(
    workspace: Workspace, *, household_id: int | None = None, everything: bool = False
) -> list[Proposal]:
    """Return what is to be decided; `everything`: also what is confirmed, decided or waits."""
    facts.ready(workspace)
    with reading(workspace.engine) as connection:
        found = everywhere(workspace, connection, Moment(as_of=date.max), household_id)
        return [
            each
            for household in found
            for each in household.proposals
            if each.is_open or (everything and each.weighed.state != "silent")
        ]


def proposal(workspace: Workspace, wanted: str) -> Proposal:
    """Return a proposal by its id. Raises UnknownProposal."""
    paper, _dot, number = wanted.rpartition(".")
    try:
        with reading(workspace.engine) as connection:
            household_id = documents.named(connection, workspace, paper).household_id
    except UnknownDocument as cause:
        raise _unknown(wanted) from cause
    item = paper.rpartition("-")[2].lstrip("0")
    for each in proposals(workspace, household_id=household_id, everything=True):
        if each.id == f"{household_id}-{item}.{number}":
            return each
    raise _unknown(wanted)


def _unknown(wanted: str) -> UnknownProposal:
    return UnknownProposal(
        _("There is no proposal {id}. See: hudang ledger proposals list --all").format(id=wanted)
    )


def refuse(
    workspace: Workspace,
    chosen: Proposal,
    *,
    actor: str,
    reason: str,
    clock: Clock = system_clock,
) -> None:
    """Note that the ledger stays as it is; the paper is not asked about again unless it changes."""
    with writing(workspace.engine) as connection:
        deciding.note(
            connection,
            chosen.weighed.claim,
            REFUSED,
            actor=actor,
            at=stamp(clock()),
            reason=reason,
        )
    versions.keep(workspace, clock=clock)


def accept(
    workspace: Workspace,
    chosen: Proposal,
    *,
    actor: str,
    reason: str | None = None,
    clock: Clock = system_clock,
) -> list[str]:
    """Post what a paper says: a new fact, or the ledger's with the columns that differ or lack.

    Returns the facts posted. Raises NotDecidable, and FactRefused as ledger.recording does.
    """
    at = stamp(clock())
    with writing(workspace.engine) as connection:
        new = _accepted(connection, chosen, reason)
        ids = post_facts(
            connection,
            [new],
            actor=actor,
            origin=Origin(kind="document", document_id=chosen.weighed.claim.paper.id),
            reason=reason or _("completed from the paper"),
            at=at,
        )
        fact = (new.table, _key_of(connection, ids[0])) if new.corrects is None else None
        deciding.note(
            connection,
            chosen.weighed.claim,
            ACCEPTED,
            actor=actor,
            at=at,
            reason=reason,
            fact=fact,
        )
    versions.keep(workspace, clock=clock)
    return ids


def _accepted(connection: Connection, chosen: Proposal, reason: str | None) -> NewFact:
    weighed = chosen.weighed
    if any(each.column is None for each in weighed.differences):
        raise NotDecidable(
            _(
                "The loan that the paper names belongs to another household. Move the paper, or "
                "correct its number: hudang paper move, hudang paper correct."
            )
        )
    if weighed.state == MISSING:
        if wrong := faults(weighed.claim):
            raise NotDecidable("; ".join(wrong))
        return as_new(weighed)
    if weighed.state not in (DIFFERS, ADDS):
        raise NotDecidable(_("There is nothing to accept: paper and ledger do not differ."))
    if not weighed.claim.declared.proposes or len(weighed.held) != 1:
        raise NotDecidable(
            _(
                "This paper speaks of all loans under a contract. Correct the loan in the ledger's "
                "workbook, or the paper (hudang paper correct), or refuse with a reason."
            )
        )
    if weighed.state == DIFFERS and not reason:
        raise NotDecidable(_("Say why the ledger is corrected: --reason."))
    columns = {each.column for each in weighed.differences if each.column} | set(weighed.adds)
    ordered = tuple(c.key for c in weighed.claim.declared.columns if c.key in columns)
    held = weighed.held[0]
    return corrected(held, _loan_number(connection, held), weighed.claim, ordered)


def _loan_number(connection: Connection, held: Fact) -> str | None:
    account = schema.loan_account.c
    found: str | None = connection.scalar(
        select(account.number).where(account.id == held.account_id)
    )
    return found


def _key_of(connection: Connection, fact: str) -> str:
    name, _colon, number = fact.partition(":")
    table = schema.FACTS[name]
    return str(connection.scalar(select(table.c.key).where(table.c.id == int(number))))


def confirming(
    workspace: Workspace, wanted: Iterable[str], moment: Moment | None = None
) -> dict[str, dict[str, tuple[Source, ...]]]:
    """Return the papers that confirm facts ("loan:12"): by fact and column, page and box.

    A paper confirms the columns that it states and in which it agrees with the ledger.
    """
    facts.ready(workspace)
    names = set(wanted)
    found: dict[str, dict[str, list[Source]]] = defaultdict(lambda: defaultdict(list))
    with reading(workspace.engine) as connection:
        for household_id in sorted(_households(connection, names)):
            for one in everywhere(
                workspace, connection, moment or Moment(as_of=date.max), household_id
            ):
                for each in one.proposals:
                    _confirm(each.weighed, names, found)
    return {
        name: {column: tuple(places) for column, places in columns.items()}
        for name, columns in found.items()
    }


def _confirm(
    weighed: Weighed, names: set[str], found: Mapping[str, dict[str, list[Source]]]
) -> None:
    if weighed.state not in (CONFIRMED, ADDS, DIFFERS):
        return
    differing = {each.column for each in weighed.differences}
    for fact in weighed.held:
        if fact.name not in names or fact.is_from(weighed.claim.paper.id):
            continue
        for column in weighed.claim.cells:
            said = fact.values.get(column) is not None and column not in differing
            if said and weighed.claim.declared.column(column).code:
                found[fact.name][column].append(weighed.claim.source(column))


def _households(connection: Connection, names: set[str]) -> set[int]:
    found: set[int] = set()
    for name in names:
        table_name, _colon, number = name.partition(":")
        table = schema.FACTS[table_name]
        row: Any = connection.execute(select(table).where(table.c.id == int(number))).first()
        if row is None:
            continue
        if "household_id" in table.c:
            found |= {row.household_id} if row.household_id else set()
        elif "account_id" in table.c:
            loan = schema.loan.c
            owner = select(loan.household_id).where(loan.account_id == row.account_id).limit(1)
            found |= {int(each) for each in connection.scalars(owner)}
    return found
