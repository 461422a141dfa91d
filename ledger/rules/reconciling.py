"""债权核对: each quarter with the borrower, the guarantor, at the collateral and in the vault."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.rules.calendar import before, period_of
from ledger.rules.declaration import Because, Due, Rule, titles
from ledger.rules.desk import Desk
from ledger.rules.subjects import Loan

# With whom a loan is reconciled, by what secures it; a combined guarantee: with what is on record.
_PARTIES = {
    "guarantee": ("borrower", "guarantor"),
    "joint": ("borrower", "guarantor"),
    "mortgage": ("borrower", "security", "vault"),
    "pledge": ("borrower", "security", "vault"),
}


def dues(desk: Desk) -> Iterator[Due]:
    """Done when all parties of the loan were reconciled with; the last of them is the evidence."""
    for loan in desk.loans:
        months = desk.settings(loan).reconciliation_months
        facts = desk.of_loan_or_household("reconciliation", loan)
        current = period_of(desk.as_of, months)
        for period in (before(current, months), current):
            if period.last < loan.granted_on:
                continue
            first: dict[str, Because] = {}
            for each in facts:
                if each.on >= period.first:
                    party = each.text("party") or ""
                    first.setdefault(party, Because(f"party_{party}", each.on, each.fact))
            wanted = parties(loan)
            why = tuple(first.get(party, Because(f"party_{party}", None)) for party in wanted)
            last = max((each for each in why if each.fact), key=lambda b: b.value, default=None)
            done = last if all(each.fact for each in why) else None
            yield Due(
                loan, period.last, period.label,
                done.value if done else None, done.fact if done else None, why,
            )  # fmt: skip


def parties(loan: Loan) -> tuple[str, ...]:
    """Return with whom a loan is reconciled."""
    return _PARTIES.get(loan.guarantee or "", ("borrower",))


RECONCILIATION_DUE = Rule(
    name="reconciliation_due",
    titles=titles("债权核对", "Conciliación de deuda", "Reconciliation of the debt"),
    what=titles(
        "每季至少一次与借款人、保证人核对债权，查看抵质押物和入库权证；各方都有核对登记为完成",
        "Al menos cada trimestre se concilia la deuda con deudor y fiador y se revisan garantía y "
        "bóveda; se cumple cuando consta con todos",
        "At least each quarter the debt is reconciled with borrower and guarantor, collateral and "
        "vault are looked at; done when each of them is on record",
    ),
    source="债权核对 at least once a quarter with borrower, guarantor, collateral, vault (m084)",
    dues=dues,
    form="reconciliation",
    settings=("reconciliation_months",),
)
