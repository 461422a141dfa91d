"""诉讼时效 and 保证期间: a claim is kept alive before the law takes it away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ledger.receipts import received_on
from ledger.rules.calendar import plus_days, plus_months
from ledger.rules.declaration import Because, Due, Rule, titles
from ledger.rules.desk import Desk, Stated
from ledger.rules.subjects import Loan

# Who is asked to pay when the debtor is: not the guarantor, whose period is another.
_DEBTORS = frozenset({None, "borrower", "family"})


def limitation(desk: Desk) -> Iterator[Due]:
    """From the due date; again from whatever interrupts it: a signed notice, a suit, a payment."""
    for loan in desk.loans:
        if loan.due_on is None or loan.due_on >= desk.as_of:
            continue
        chosen = desk.settings(loan)
        begun, fact = loan.due_on, None
        events = [each for each in sorted(interruptions(desk, loan)) if each[0] > loan.due_on]
        for n, (on, evidence) in enumerate(events):
            if n == len(events) - 1:
                yield _limit(loan, begun, fact, chosen.limitation_years,
                             chosen.limitation_lead_days, on, evidence)  # fmt: skip
            begun, fact = on, evidence
        yield _limit(loan, begun, fact, chosen.limitation_years, chosen.limitation_lead_days)


def _limit(
    loan: Loan,
    begun: date,
    fact: str | None,
    years: int,
    lead: int,
    done_on: date | None = None,
    evidence: str | None = None,
) -> Due:
    lapses = plus_months(begun, 12 * years)
    why = (Because("limitation_from", begun, fact), Because("limitation_until", lapses))
    due_on = plus_days(lapses, -lead)
    return Due(loan, due_on, begun.isoformat(), done_on, evidence, why, lapses)


def interruptions(desk: Desk, loan: Loan) -> Iterator[tuple[date, str]]:
    """Yield what interrupts the limitation of a loan's claim: days and facts.

    A notice counts when the debtor signed for it, a legal one also without (公告, 公证送达); a
    reconciliation when he signed; a suit or an execution; and the last payment, by which he
    acknowledged the debt (民法典 article 195).
    """
    for each in desk.of_loan("contact", loan):
        signed = received_on(each, each.on, desk.borrowers.get(loan.household_id))
        if signed is not None and signed <= desk.as_of:
            yield signed, each.fact
        elif each.text("target") in _DEBTORS and each.text("mode") == "legal":
            yield each.on, each.fact
    for each in desk.of_loan_or_household("reconciliation", loan):
        if each.text("party") == "borrower" and each.is_so("signed"):
            yield each.on, each.fact
    for kind in ("litigation", "execution"):
        for each in desk.of_loan_or_household(kind, loan):
            yield each.on, each.fact
    if receipt := desk.last_receipts.get(loan.account_id):
        yield receipt


def guarantees(desk: Desk) -> Iterator[Due]:
    """One for each guarantor on record; where none is, one for the loan."""
    for loan in desk.loans:
        secured = loan.guarantee in ("guarantee", "joint")
        guarantors = desk.of_loan("guarantee", loan)
        if loan.due_on is None or loan.due_on >= desk.as_of or not (secured or guarantors):
            continue
        chosen = desk.settings(loan)
        asked = list(_asked(desk, loan))
        agreed: list[Stated | None] = [*guarantors] or [None]
        for n, guarantor in enumerate(agreed, start=1):
            ends = guarantor.day("until") if guarantor else None
            ends = ends or plus_months(loan.due_on, chosen.guarantee_period_months)
            first = next((each for each in asked if loan.due_on <= each[0] <= ends), (None, None))
            why = (Because("guarantee_until", ends, guarantor.fact if guarantor else None),)
            period = f"{ends.isoformat()}-{n}" if len(agreed) > 1 else ends.isoformat()
            due_on = plus_days(ends, -chosen.guarantee_lead_days)
            yield Due(loan, due_on, period, first[0], first[1], why, ends)


def _asked(desk: Desk, loan: Loan) -> Iterator[tuple[date, str]]:
    for each in desk.of_loan("contact", loan):
        of_note = each.is_so("signed") or each.text("mode") in ("letter", "legal")
        if each.text("target") == "guarantor" and of_note:
            yield each.on, each.fact
    for each in desk.of_loan_or_household("litigation", loan):
        yield each.on, each.fact


LIMITATION = Rule(
    name="limitation",
    titles=titles("诉讼时效届满", "Prescripción de la acción", "Limitation of the claim"),
    what=titles(
        "诉讼时效届满前取得债务人签收的催收通知书回执、部分还款或起诉，使时效中断",
        "Antes de que prescriba, interrumpir con un aviso firmado, un pago o una demanda",
        "Before the claim lapses, interrupt it: a notice signed for, a payment, or a suit",
    ),
    source="民法典 articles 188, 195: three years, interrupted by a demand, an acknowledgement or "
    "a suit (m044)",
    dues=limitation,
    form="contact",
    fills={"mode": "信函", "target": "借款人", "signed": "是"},
    settings=("limitation_years", "limitation_lead_days"),
)

GUARANTEE_PERIOD = Rule(
    name="guarantee_period",
    titles=titles("保证期间届满", "Fin del plazo de la fianza", "End of the guarantee period"),
    what=titles(
        "保证期间届满前向保证人书面主张权利或起诉；期间以合同约定为准，未约定的为到期后六个月",
        "Antes de que venza el plazo de la fianza, reclamar por escrito al fiador o demandar",
        "Before the guarantee period ends, claim from the guarantor in writing or sue; the period "
        "is what the contract says, else six months from maturity",
    ),
    source="民法典 articles 692, 693: six months from maturity where nothing is agreed",
    dues=guarantees,
    form="contact",
    fills={"mode": "信函", "target": "保证人", "signed": "是"},
    settings=("guarantee_period_months", "guarantee_lead_days"),
)

TIME_LIMITS: Sequence[Rule] = (LIMITATION, GUARANTEE_PERIOD)
