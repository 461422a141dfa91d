"""One household's file as far as keeping goes: its loans, its day, what blocks its destruction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from archive import documents, events, households
from archive.households import Household
from archive.retention import computing, facts, holds
from archive.retention.chosen import scheme_for
from archive.retention.computing import Verdict
from archive.retention.declarations import Scheme
from archive.retention.facts import LedgerLoan, OnPaper
from archive.retention.holds import Hold
from archive.workspace import Workspace

# What the ledger knows of a household's loans; the archive does not look for itself.
AskLedger = Callable[[int], Sequence[LedgerLoan]]
LOAN_PAPERS = ("loan_contract", "iou")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKept:
    """A household's file: when it may go, and what stands in the way besides.

    owed_fen  principal still owed by the ledger, in fen
    """

    household: Household
    verdict: Verdict
    holds: tuple[Hold, ...]
    owed_fen: int


def file_kept(
    connection: Connection, workspace: Workspace, household_id: int, ask_ledger: AskLedger
) -> FileKept:
    """Return how long a household's file is kept. Raises UnknownHousehold, RetentionRuleUnknown."""
    household = households.household(connection, household_id)
    known = events.of_household(connection, household_id, (*facts.KINDS, *holds.KINDS))
    ledger = list(ask_ledger(household_id))
    settings = workspace.settings.retention

    def scheme_of(loan: computing.LoanKept) -> Scheme:
        return scheme_for(
            settings.rule,
            settings.exceptions,
            product=loan.product,
            unit=loan.unit or household.unit,
        )

    loans, unknown = facts.loans_kept(
        ledger,
        facts.stated_loans(known),
        _loan_papers(connection, household_id),
        corporate=household.borrower.uscc is not None and household.borrower.id_number is None,
    )
    return FileKept(
        household=household,
        verdict=computing.verdict(loans, scheme_of, unknown),
        holds=tuple(holds.standing(known)),
        owed_fen=sum(loan.balance_fen for loan in ledger),
    )


def _loan_papers(connection: Connection, household_id: int) -> list[OnPaper]:
    """The numbers on a file's own loan papers: of a shared one its owner's file answers for."""
    found = []
    for each in documents.documents_of(connection, household_id):
        if each.doc_type not in LOAN_PAPERS or each.household_id != household_id:
            continue
        numbers = dict(documents.numbers_of(connection, each.id))
        contract = numbers.get("contract_no") or numbers.get("main_contract_no")
        iou = numbers.get("iou_no") if each.doc_type == "iou" else None
        if contract or iou:
            found.append(OnPaper(contract, iou))
    return found
