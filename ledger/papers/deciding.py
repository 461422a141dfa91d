"""What people decided about proposals: kept as events of the household's file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from archive import events
from archive.events import FileEvent, NewEvent
from ledger.journal import plain_values
from ledger.papers.claims import Claim

# The event by which the archive keeps a decision. Its detail names no value: only their digest.
DECIDED = "ledger.proposal"
ACCEPTED, REFUSED = "accepted", "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided about a claim, by whom and why; `fact` was posted for it, by its key."""

    decision: str
    actor: str
    at: str
    reason: str | None
    fact: tuple[str, str] | None


Decisions = Mapping[tuple[str, str], Decision]


def decisions(connection: Connection, households: Sequence[int]) -> dict[int, Decisions]:
    """Return the last decision about each claim of the papers of each of these households."""
    found: dict[int, dict[tuple[str, str], Decision]] = {each: {} for each in households}
    for event in events.of_households(connection, households, [DECIDED]):
        claim = (str(event.document_id), str(event.detail["claim"]))
        if event.household_id is not None:
            found[event.household_id][claim] = _decision(event)
    return dict(found)


def _decision(event: FileEvent) -> Decision:
    fact = event.detail.get("fact")
    return Decision(
        decision=str(event.detail["decision"]),
        actor=event.actor,
        at=event.at,
        reason=event.detail.get("reason"),
        fact=(fact[0], fact[1]) if fact else None,
    )


def of_claim(said: Decisions, claim: Claim) -> Decision | None:
    """Return what was decided about a claim; nothing if its paper says otherwise since."""
    return said.get((claim.paper.id, digest(claim)))


def digest(claim: Claim) -> str:
    """Return what tells a claim from what the paper said before it was corrected."""
    stated = json.dumps(
        [claim.declared.name, plain_values(claim.content())], ensure_ascii=False, sort_keys=True
    )
    return hashlib.sha256(stated.encode()).hexdigest()[:16]


def note(
    connection: Connection,
    claim: Claim,
    decision: str,
    *,
    actor: str,
    at: str,
    reason: str | None,
    fact: tuple[str, str] | None = None,
) -> None:
    """Note a decision inside the caller's write transaction."""
    event = NewEvent(
        kind=DECIDED,
        household_id=claim.paper.household_id,
        document_id=claim.paper.id,
        detail={
            "claim": digest(claim),
            "proposal": claim.declared.name,
            "decision": decision,
            "reason": reason,
            "fact": list(fact) if fact else None,
        },
    )
    events.note(connection, [event], at=at, actor=actor)
