"""What is known of a household's loans where its file alone has to say: facts and moments.

A fact is what a person stated, else what the papers show; what neither says is not known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import Connection

from archive import audit, documents, events, requirements
from archive.clock import Clock, stamp, system_clock
from archive.documents import FiledDocument
from archive.events import FileEvent, NewEvent
from archive.households import Household
from archive.workspace import Workspace
from extractors.reading import Reading
from extractors.wording import _

# Kind of event: a person answered one of requirements.FACTS; detail {"fact": …, "value": …}.
STATED = "fact.stated"

# Words of contracts for the guarantee method; the first that is found in the field decides.
GUARANTEE_WORDS = (
    ("joint", ("联保", "solidari", "joint liability group")),
    ("mortgage", ("抵押", "hipotec", "mortgage")),
    ("pledge", ("质押", "prenda", "pledge")),
    ("guaranteed", ("保证", "担保", "aval", "fiador", "fianza", "guarant", "surety")),
    ("credit", ("信用", "sin garant", "quirograf", "unsecured")),
)

# Papers that show a fact by being there.
_SHOWN_BY = {
    "extended": ("extension_papers",),
    "repaid": ("repayment_papers",),
    "at_risk": ("risk_warning", "collection_notice"),
    "in_court": ("judgment", "npl_responsibility", "disposal_papers"),
    "also_guaranteed": ("guarantee_contract",),
}
# Days before a loan falls due when its notice goes out, and after which a quarter's papers exist.
_NOTICE_DAYS = 30
_QUARTER_DAYS = 92


class UnknownFact(Exception):
    """No such fact can be stated."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("There is no fact {name}. Known: {known}.").format(
                name=name, known=", ".join(requirements.FACTS)
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the ledger knows of a household's loans, for where its papers say nothing.

    methods     guarantee methods, as of requirements
    granted_on  days on which money was paid out
    due_on      days on which loans fall due
    facts       facts of requirements that the ledger shows
    """

    methods: frozenset[str] = frozenset()
    granted_on: tuple[date, ...] = ()
    due_on: tuple[date, ...] = ()
    facts: Mapping[str, bool] = field(default_factory=dict)


NOTHING = Told()


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """What is known of one household's loans. A person's answer outweighs what papers show.

    methods  guarantee methods that its contracts name; empty: not known
    facts    name of requirements.FACTS -> whether it applies; absent: not known
    moments  moment of requirements -> whether it has come; absent: not known
    """

    methods: frozenset[str]
    facts: Mapping[str, bool] = field(default_factory=dict)
    moments: Mapping[str, bool] = field(default_factory=dict)


def of_household(
    connection: Connection,
    workspace: Workspace,
    household: Household,
    today: date,
    told: Told = NOTHING,
    *,
    filed_by: str | None = None,
) -> FileFacts:
    """Return what papers, people and the ledger say of a household's loans as at `today`.

    filed_by  only with what was filed and noted up to this moment
    """
    filed = documents.documents_of(connection, household.id, filed_by=filed_by)
    read = {
        each.id: documents.reading(workspace, each)
        for each in filed
        if each.doc_type in ("loan_contract", "iou", "mortgage_contract")
    }
    happened = events.of_household(connection, household.id, [STATED])
    stated = _stated(each for each in happened if filed_by is None or each.at <= filed_by)
    facts = dict(told.facts) | _shown(household, filed, read) | stated
    of_type = {each.id: each.doc_type for each in filed}
    contracts = [reading for key, reading in read.items() if of_type[key] == "loan_contract"]
    notes = [reading for key, reading in read.items() if of_type[key] == "iou"]
    paid_out = [day for note in notes for day in note.values("start_date", date)]
    paid_out += told.granted_on
    if notes or paid_out:
        facts.setdefault("disbursed", True)
    due = [day for paper in (*notes, *contracts) for day in paper.values("end_date", date)]
    due += told.due_on
    days = workspace.settings.ledger.first_inspection_days
    return FileFacts(
        methods=guarantees_of(contracts) | told.methods,
        facts=facts,
        moments=_moments(paid_out, due, facts.get("disbursed"), days, today),
    )


def guarantees_of(contracts: Iterable[Reading]) -> frozenset[str]:
    """Return the guarantee methods that the loan contracts name."""
    texts = [
        text
        for contract in contracts
        for name in ("guarantee_method", "loan_type")
        for text in contract.values(name, str)
    ]
    found = set()
    for text in texts:
        for method, words in GUARANTEE_WORDS:
            if any(word in text.lower() for word in words):
                found.add(method)
                break
    return frozenset(found)


def _stated(answers: Iterable[FileEvent]) -> dict[str, bool]:
    last = {event.detail["fact"]: event.detail["value"] for event in answers}
    return {fact: value for fact, value in last.items() if value is not None}


def _shown(
    household: Household, filed: Sequence[FiledDocument], read: Mapping[str, Reading]
) -> dict[str, bool]:
    types = {each.doc_type for each in filed}
    shown: dict[str, bool] = {
        fact: True for fact, papers in _SHOWN_BY.items() if types & set(papers)
    }
    if any(person.role == "spouse" for person in household.people):
        shown["married"] = True
    elif household.borrower.uscc:
        shown["married"] = False
    if any(reading.fields.get("co_owner") for reading in read.values()):
        shown["co_owned"] = True
    return shown


def _moments(
    paid_out: Sequence[date],
    due: Sequence[date],
    disbursed: bool | None,
    inspection_days: int,
    today: date,
) -> dict[str, bool]:
    known: dict[str, bool] = {requirements.START: True}
    if disbursed is not None:
        known[requirements.DISBURSED] = disbursed
    if disbursed is False:
        later = (requirements.FIRST_INSPECTION, requirements.REPORTING, requirements.BEFORE_DUE)
        return known | dict.fromkeys(later, False)
    if paid_out:
        first = min(paid_out)
        inspected_by = first + timedelta(days=inspection_days)
        known[requirements.FIRST_INSPECTION] = inspected_by < today
        known[requirements.REPORTING] = first + timedelta(days=_QUARTER_DAYS) < today
    if due:
        known[requirements.BEFORE_DUE] = min(due) - timedelta(days=_NOTICE_DAYS) <= today
    return known


def state(
    connection: Connection,
    household_id: int,
    answers: Mapping[str, bool | None],
    *,
    actor: str,
    clock: Clock = system_clock,
) -> None:
    """Note what a person says of a household; None takes an answer back. Raises UnknownFact."""
    for name in answers:
        if name not in requirements.FACTS:
            raise UnknownFact(name)
    at = stamp(clock())
    new = [
        NewEvent(kind=STATED, household_id=household_id, detail={"fact": name, "value": value})
        for name, value in answers.items()
    ]
    events.note(connection, new, at=at, actor=actor)
    audit.append(
        connection,
        at=at,
        actor=actor,
        action="household.fact",
        object_=f"household:{household_id}",
        detail=dict(answers),
    )
