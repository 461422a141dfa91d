"""Households' papers and the ledger brought together: posted, corrected, taken back.

Nothing is remembered of what was done: each look at a household compares what its papers say with
what the ledger holds, so that whatever happened in between, and however often, comes out the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from archive import schema as archive_schema
from archive.clock import Clock, stamp
from archive.database import reading, writing
from archive.workspace import Workspace
from extractors.wording import _
from ledger import schema
from ledger.papers import deciding, shelf
from ledger.papers.claims import Claim, claims_of
from ledger.papers.deciding import ACCEPTED, Decisions
from ledger.papers.held import Fact, Holdings, Moment, holdings
from ledger.papers.weighing import MISSING, Weighed, same, weigh
from ledger.papers.writing import as_new, faults, taken_back
from ledger.posting import Origin
from ledger.recording import NewFact, post_facts

# Who posts what papers say surely.
POSTER = "hudang"
# Looks at a household in one go: a bound that is never reached unless something goes in a circle.
MOST_LOOKS = 200
_TABLES = ("loan", "collateral", "inspection", "record", "classification")


@dataclass(frozen=True, slots=True)
class _Act:
    """Something to do: "posted", "corrected" or "taken_back", and why."""

    what: str
    new: NewFact
    document_id: str
    reason: str | None = None


def settle(workspace: Workspace, households: Sequence[int], clock: Clock) -> Counter[str]:
    """Post what households' papers say surely and the ledger lacks; follow what changed.

    Returns how many facts were posted, corrected and taken back.
    """
    done: Counter[str] = Counter()
    with reading(workspace.engine) as connection:
        left = [each for each, acts in _looked_at(workspace, connection, households) if acts]
    if not left:
        return done
    with writing(workspace.engine) as connection:
        for _again in range(MOST_LOOKS):
            wanted = [
                (each, acts) for each, acts in _looked_at(workspace, connection, left) if acts
            ]
            if not wanted:
                break
            left = [each for each, _acts in wanted]
            for act in [act for _each, acts in wanted for act in acts]:
                post_facts(
                    connection,
                    [act.new],
                    actor=POSTER,
                    origin=Origin(kind="document", document_id=act.document_id),
                    reason=act.reason,
                    # A moment of its own for each: a rebuild tells acts on one key by it.
                    at=stamp(clock()),
                )
                done[act.what] += 1
    return done


def _looked_at(
    workspace: Workspace, connection: Connection, households: Sequence[int]
) -> Iterator[tuple[int, list[_Act]]]:
    """Yield what is to be done about each household now.

    Of each table one act at a time: whether a second paper states the same fact is seen when the
    first is there.
    """
    papers = shelf.papers_of(workspace, connection, households)
    said = deciding.decisions(connection, households)
    for household_id, known in holdings(connection, papers, Moment(as_of=date.max)).items():
        own = _own(known, said[household_id])
        first: dict[tuple[str, object, str | None], _Act] = {}
        for act in _acts(connection, known, said[household_id], own):
            first.setdefault((act.new.table, act.new.content.get("kind"), act.new.loan), act)
        yield household_id, list(first.values())


def _own(known: Holdings, said: Decisions) -> dict[str, list[Fact]]:
    """The facts that papers posted, by paper: those that followed a paper by themselves, and those
    that a person accepted as the paper states them."""
    accepted = {
        (document_id, *decision.fact)
        for (document_id, _claim), decision in said.items()
        if decision.decision == ACCEPTED and decision.fact
    }
    found: dict[str, list[Fact]] = {}
    for table in _TABLES:
        for fact in known.of_table(table):
            document_id = fact.row["document_id"]
            if fact.row["source_kind"] == "document" and (
                fact.row["actor"] == POSTER or (document_id, table, fact.row["key"]) in accepted
            ):
                found.setdefault(document_id, []).append(fact)
    return found


def _acts(
    connection: Connection, known: Holdings, said: Decisions, own: dict[str, list[Fact]]
) -> Iterator[_Act]:
    matched: set[str] = set()
    waiting: list[Weighed] = []
    for paper in known.papers:
        mine = {fact.name: fact for fact in own.get(paper.id, ())}
        others = known.without(mine.keys())
        for claim in claims_of(paper):
            ours = [f for f in claim.declared.find(claim, known) if f.name in mine]
            elsewhere = weigh(claim, others)
            if elsewhere.held:
                continue
            # With the loan that only this paper made, if it did.
            weighed = weigh(claim, known) if ours else elsewhere
            if ours and not _says_more(claim, ours[0]):
                matched.add(ours[0].name)
            elif ours and not weighed.against:
                yield _correction(weighed, ours[0])
            elif not ours and _may_be_posted(weighed, said):
                waiting.append(weighed)
    yield from _strays(connection, known, own, matched, waiting)
    for weighed in waiting:
        yield _Act("posted", as_new(weighed), weighed.claim.paper.id)


def _may_be_posted(weighed: Weighed, said: Decisions) -> bool:
    claim = weighed.claim
    return (
        weighed.state == MISSING
        and weighed.sure
        and not weighed.differences
        and not faults(claim)
        and deciding.of_claim(said, claim) is None
    )


def _says_more(claim: Claim, fact: Fact) -> bool:
    """Whether a paper says otherwise than the fact that was posted from it."""
    return any(
        not same(value, fact.values.get(column))
        for column, value in claim.values.items()
        if not column.startswith("_")
    )


def _correction(weighed: Weighed, fact: Fact) -> _Act:
    return _Act(
        "corrected",
        as_new(weighed, corrects=fact),
        weighed.claim.paper.id,
        _("the paper was corrected"),
    )


def _strays(
    connection: Connection,
    known: Holdings,
    own: dict[str, list[Fact]],
    matched: set[str],
    waiting: list[Weighed],
) -> Iterator[_Act]:
    """Posted facts that no claim accounts for: stated anew by their paper, or taken back."""
    filed = {paper.id for paper in known.papers}
    for document_id, posted in own.items():
        for fact in posted:
            if fact.name in matched:
                continue
            anew = [
                each
                for each in waiting
                if each.claim.paper.id == document_id
                and each.claim.declared.table == fact.table
                and (fact.table != "record" or each.claim.declared.kind == fact.row["kind"])
            ]
            if document_id not in filed and _destroyed_in_time(connection, document_id):
                continue
            if len(anew) == 1 and fact.table != "loan":
                yield _correction(anew[0], fact)
            else:
                loan = _number(connection, fact.account_id)
                yield _Act("taken_back", taken_back(fact, loan), document_id, _no_longer())


def _no_longer() -> str:
    return _("its paper says otherwise now, is no longer filed here, or another source states it")


def _destroyed_in_time(connection: Connection, document_id: str) -> bool:
    """Whether a paper was destroyed because it need not be kept: what it said stays true."""
    grave = archive_schema.tombstone.c
    kind = connection.scalar(select(grave.kind).where(grave.id == document_id))
    return kind == "retention"


def _number(connection: Connection, account_id: int | None) -> str | None:
    account = schema.loan_account.c
    found: str | None = connection.scalar(select(account.number).where(account.id == account_id))
    return found
