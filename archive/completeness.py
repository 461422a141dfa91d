"""What a household's file must hold, what it holds, and what cannot be said yet.

Rules are data (domain: the table of papers by guarantee method). A paper whose need hangs on a
fact nobody has recorded is "undecided", never "missing".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from archive import documents
from archive.documents import FiledDocument
from archive.workspace import Workspace
from extractors.forms import doc_type as form_of
from extractors.reading import Reading

GUARANTEES = ("credit", "guaranteed", "mortgage", "pledge", "joint")

# Words of contracts for the guarantee method; the first that is found in the field decides.
GUARANTEE_WORDS = (
    ("joint", ("联保", "solidari", "joint liability group")),
    ("mortgage", ("抵押", "hipotec", "mortgage")),
    ("pledge", ("质押", "prenda", "pledge")),
    ("guaranteed", ("保证", "担保", "aval", "fiador", "fianza", "guarant", "surety")),
    ("credit", ("信用", "sin garant", "quirograf", "unsecured")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A paper that some loans need.

    needed    guarantee methods under which it must be there
    optional  guarantee methods under which it belongs there if a fact not recorded here applies
    """

    doc_type: str
    needed: frozenset[str]
    optional: frozenset[str] = frozenset()


def _rule(doc_type: str, needed: str, optional: str = "") -> Rule:
    every = set(GUARANTEES)
    chosen = every if needed == "all" else set(needed.split())
    return Rule(doc_type=doc_type, needed=frozenset(chosen), optional=frozenset(optional.split()))


# Papers that the program can tell apart today; source: domain table of scheme A, rows 1-31.
RULES = (
    _rule("mortgage_registration", "mortgage", "pledge"),
    _rule("loan_contract", "all"),
    _rule("guarantee_contract", "guaranteed", "mortgage pledge"),
    _rule("mortgage_contract", "mortgage"),
    _rule("pledge_contract", "pledge"),
    _rule("iou", "all"),
    _rule("inspection_report", "all"),
    _rule("collection_notice", "", "credit guaranteed mortgage pledge joint"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiredPaper:
    """One line of the verdict.

    state  "present", "missing" or "undecided"
    """

    doc_type: str
    title: str
    category: int
    state: str
    document_ids: tuple[str, ...] = ()


def verdict(connection: Connection, workspace: Workspace, household_id: int) -> list[RequiredPaper]:
    """Return what the household's file must or may hold, in the order of the catalogue."""
    filed = documents.documents_of(connection, household_id)
    contracts = [
        documents.reading(workspace, each) for each in filed if each.doc_type == "loan_contract"
    ]
    methods = guarantees_of(contracts)
    language = workspace.settings.office.language
    lines = [_line(rule, filed, methods, language) for rule in RULES]
    kept = [line for line in lines if line is not None]
    return sorted(kept, key=lambda line: line.category)


def guarantees_of(contracts: Iterable[Reading]) -> frozenset[str]:
    """Return the guarantee methods that the loan contracts name."""
    stated = [
        text
        for contract in contracts
        for name in ("guarantee_method", "loan_type")
        for text in contract.values(name, str)
    ]
    found = set()
    for text in stated:
        for method, words in GUARANTEE_WORDS:
            if any(word in text.lower() for word in words):
                found.add(method)
                break
    return frozenset(found)


def _line(
    rule: Rule, filed: Iterable[FiledDocument], methods: frozenset[str], language: str
) -> RequiredPaper | None:
    present = tuple(each.id for each in filed if each.doc_type == rule.doc_type)
    if present:
        state = "present"
    elif rule.needed == set(GUARANTEES) or rule.needed & methods:
        state = "missing"
    elif (not methods and rule.needed) or rule.optional & methods:
        state = "undecided"
    else:
        return None
    form = form_of(rule.doc_type)
    return RequiredPaper(
        doc_type=rule.doc_type,
        title=form.title(language),
        category=form.category,
        state=state,
        document_ids=present,
    )
