"""What a household's file must hold, what it holds, and what cannot be said yet.

A paper whose need hangs on a fact nobody knows is "undecided", never "missing"; one whose time
has not come is not named.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from archive import documents, file_facts, households
from archive.clock import system_clock
from archive.documents import FiledDocument
from archive.file_facts import NOTHING, FileFacts, Told
from archive.requirements import GUARANTEES, QUESTIONS, REQUIREMENTS, Requirement
from archive.workspace import Workspace
from extractors.forms import doc_type as form_of


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiredPaper:
    """One line of the verdict.

    state     "present", "missing" or "undecided"
    why       "guarantee" (what secures the loan needs it), "every_loan", or "fact"
    asks      the fact or the guarantee method that must be known to decide; "" when decided
    supplier  who can supply it: a key of requirements.SUPPLIERS
    """

    doc_type: str
    title: str
    category: int
    state: str
    document_ids: tuple[str, ...] = ()
    why: str = "every_loan"
    asks: str = ""
    supplier: str = "department"


# What `asks` says when the contract does not name how the loan is secured.
GUARANTEE_METHOD = "guarantee_method"


def verdict(
    connection: Connection,
    workspace: Workspace,
    household_id: int,
    today: date | None = None,
    told: Told = NOTHING,
    *,
    filed_by: str | None = None,
) -> list[RequiredPaper]:
    """Return what the household's file must or may hold, in the order of the catalogue.

    today  the office's own calendar day; by default the clock's
    told   what the ledger knows of its loans
    filed_by  only the papers filed up to this moment count
    Raises UnknownHousehold.
    """
    household = households.household(connection, household_id)
    filed = documents.documents_of(connection, household_id, filed_by=filed_by)
    day = today or system_clock().astimezone().date()
    known = file_facts.of_household(connection, workspace, household, day, told, filed_by=filed_by)
    return lines_for(filed, known, workspace.settings.office.language)


def lines_for(
    filed: Sequence[FiledDocument], known: FileFacts, language: str
) -> list[RequiredPaper]:
    """Return the verdict on these papers by what is known, titles in `language`."""
    lines = [_line(rule, filed, known, language) for rule in REQUIREMENTS]
    kept = [line for line in lines if line is not None]
    return sorted(_once(kept), key=lambda line: line.category)


def _line(
    rule: Requirement, filed: Iterable[FiledDocument], known: FileFacts, language: str
) -> RequiredPaper | None:
    present = tuple(each.id for each in filed if each.doc_type in rule.doc_types)
    if present:
        state, why, asks = "present", "every_loan", ""
    else:
        decided = _decided(rule, known)
        if decided is None:
            return None
        state, why, asks = decided
    form = form_of(rule.doc_types[0])
    return RequiredPaper(
        doc_type=rule.doc_types[0],
        title=form.title(language),
        category=form.category,
        state=state,
        document_ids=present,
        why=why,
        asks=asks,
        supplier=rule.supplier,
    )


def _decided(rule: Requirement, known: FileFacts) -> tuple[str, str, str] | None:
    """Return an absent paper's state, why it is needed and what must be known; None: it is not."""
    need = _need(rule, known)
    if need is None:
        return None
    why, asks = need
    if known.moments.get(rule.since) is False:
        return None
    if not asks and rule.since not in known.moments:
        asks = "disbursed"
    return ("undecided" if asks else "missing"), why, asks


def _need(rule: Requirement, known: FileFacts) -> tuple[str, str] | None:
    """Return why the paper is needed, and the fact that this hangs on; None when it is not."""
    if rule.fact:
        return _by_fact(rule.fact, known)
    if rule.needed == frozenset(GUARANTEES):
        return "every_loan", ""
    if rule.needed & known.methods:
        return "guarantee", ""
    if not known.methods:
        return ("guarantee", GUARANTEE_METHOD) if rule.needed else None
    if rule.asks and rule.asks[0] & known.methods:
        return _by_fact(rule.asks[1], known)
    return None


def _by_fact(fact: str, known: FileFacts) -> tuple[str, str] | None:
    applies = known.facts.get(fact)
    if applies is None and fact in QUESTIONS:
        return "fact", fact
    return ("fact", "") if applies else None


def _once(lines: Iterable[RequiredPaper]) -> list[RequiredPaper]:
    """One line a type: where two rows ask for it, the one that is decided counts."""
    rank = {"present": 0, "missing": 1, "undecided": 2}
    best: dict[str, RequiredPaper] = {}
    for line in lines:
        known = best.get(line.doc_type)
        if known is None or rank[line.state] < rank[known.state]:
            best[line.doc_type] = line
    return list(best.values())
