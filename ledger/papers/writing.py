"""A claim as a fact to be posted, a fact as one to be taken back."""

from __future__ import annotations

from datetime import date
from typing import Any

from ledger import schema
from ledger.kinds.layout import content_of, key_of
from ledger.kinds.registry import KINDS
from ledger.papers.claims import Claim, written
from ledger.papers.held import Fact
from ledger.papers.weighing import Weighed
from ledger.recording import NewFact

_NAMES = frozenset({"account_id", "household_id"})


def as_new(weighed: Weighed, corrects: Fact | None = None) -> NewFact:
    """Return what a claim states as a fact; `corrects`: instead of one posted for it before."""
    claim = weighed.claim
    place = next(iter(claim.cells.values()), {})
    box = place.get("box")
    on = claim.on
    assert on is not None  # noqa: S101 - only complete claims are posted
    return NewFact(
        table=claim.declared.table,
        key=() if corrects else _key(claim),
        effective_on=on,
        content=_content(claim),
        loan=_loan(weighed),
        household_id=claim.paper.household_id,
        cells={key: dict(place) for key, place in claim.cells.items() if key[0] != "_"},
        page=place.get("page"),
        box=(box[0], box[1], box[2], box[3]) if box else None,
        corrects=corrects.name if corrects else None,
    )


def faults(claim: Claim) -> list[str]:
    """Return why a record's kind refuses what a paper says, if it does."""
    kind = KINDS.get(claim.declared.kind or "")
    return [each.message for each in kind.faults(claim.values)] if kind else []


def _content(claim: Claim) -> dict[str, Any]:
    if claim.declared.kind is None:
        return claim.content()
    return content_of(KINDS[claim.declared.kind], claim.content())


def _key(claim: Claim) -> tuple[str, ...]:
    if claim.declared.kind is None:
        return claim.declared.key(claim.values)
    return key_of(KINDS[claim.declared.kind], claim.content())


def _loan(weighed: Weighed) -> str | None:
    if weighed.claim.declared.table == "loan":
        return str(weighed.claim.values["iou_no"])
    return weighed.loan.number if weighed.loan else None


def taken_back(fact: Fact, loan: str | None) -> NewFact:
    """Return what makes a fact void."""
    return _again(fact, loan, content_of_row(fact), void=True)


def corrected(fact: Fact, loan: str | None, claim: Claim, columns: tuple[str, ...]) -> NewFact:
    """Return a fact with some columns as a paper says them; the others stay as they were."""
    said = {key: claim.values[key] for key in columns}
    told = _content_of_columns(claim, said)
    cells = {key: dict(claim.cells[key]) for key in columns if key in claim.cells}
    return _again(
        fact, loan, content_of_row(fact) | told, cells=cells, dated=claim.declared.dated_by
    )


def _content_of_columns(claim: Claim, said: dict[str, Any]) -> dict[str, Any]:
    if claim.declared.kind is None:
        return written(said)
    whole = content_of(KINDS[claim.declared.kind], said)
    return {key: whole[key] for key in said}


def content_of_row(fact: Fact) -> dict[str, Any]:
    """Return a held fact's columns as they stand in its row."""
    if fact.table == "record":
        own = {"kind": fact.row["kind"], "subject": fact.row["subject"]}
        return own | dict(fact.row["content"])
    return {
        name: value
        for name, value in fact.row.items()
        if name not in schema.SHARED and name not in _NAMES
    }


def _again(
    fact: Fact,
    loan: str | None,
    content: dict[str, Any],
    *,
    void: bool = False,
    cells: dict[str, Any] | None = None,
    dated: tuple[str, ...] = (),
) -> NewFact:
    on = fact.row["effective_on"]
    for name in dated:
        # A day that was corrected, or filled in, is the day from which the fact counts.
        if content.get(name) is not None and name in (cells or {}):
            on = content[name]
            break
    return NewFact(
        table=fact.table,
        key=(),
        effective_on=_day(on),
        content=content,
        loan=loan,
        household_id=fact.household_id,
        cells=cells or {},
        corrects=fact.name,
        void=void,
    )


def _day(value: date | str) -> date:
    return date.fromisoformat(value) if isinstance(value, str) else value
