"""The values of a first inspection: was the money paid to whom, and used for what, was agreed?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.figure import Figure, FigureRow, Source
from templates import formats
from templates.inspection.figures import Figures, row
from templates.inspection.known import Known
from templates.inspection.lines import PaymentLine
from templates.inspection.report import InspectionForm, common
from templates.inspection.words import chosen, say
from templates.sentence import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstInspectionReport(InspectionForm):
    """What the template `first-inspection-report` prints.

    inspect_by    the last day on which this inspection is in time; timing: that in a sentence
    purpose       by the ledger, else by the contract on file
    paid, lacking payments on record, and the part of the drawdown of which none says where it went
    invoices      number and sum of the invoices on record; proofs: papers of use on file
    """

    granted_on: date
    inspect_by: date | None
    timing: tuple[Sentence, ...]
    purpose: str | None
    payments: tuple[PaymentLine, ...]
    paid: Figure
    lacking: Figure
    invoice_count: Figure
    invoice_sum: Figure
    proof_count: Figure

    def sentences(self) -> Iterable[Sentence]:
        """All drafted sentences, in the order of the document."""
        yield from self.timing
        yield from self.signals


def of_known(known: Known, language: str) -> FirstInspectionReport:
    """Return the form for what is known of the loan."""
    figures = Figures(language, known.loan.as_of)
    loan = known.loan
    fields = common(known, figures)
    payments = known.of("payment")
    lines = tuple(
        PaymentLine(
            on=one.effective_on,
            payee=one.text("payee"),
            amount=figures.stated(one, "amount_fen", "payment", loan.number),
            mode=chosen(one, "mode", language),
            final_payee=one.text("final_payee") or "",
            traced=chosen(one, "flow", language),
        )
        for one in payments
    )
    invoices = known.of("invoice")
    paid = [one.row(loan.number, one.whole("amount_fen")) for one in payments]
    total = sum(one.whole("amount_fen") or 0 for one in payments)
    lacking = max(loan.amount_fen - total, 0)
    invoiced = [one.row(loan.number, one.whole("amount_fen")) for one in invoices]
    made: dict[str, Any] = {
        "paid": figures.made("payments", loan.number, total, paid, part=loan.number),
        "lacking": figures.made(
            "payments_lacking",
            loan.number,
            lacking,
            (loan.row(loan.amount_fen), *paid),
            part=loan.number,
        ),
        "invoice_count": figures.made(
            "invoices", loan.number, len(invoices), invoiced, unit="count", part=loan.number
        ),
        "invoice_sum": figures.made(
            "invoice_sum",
            loan.number,
            sum(one.whole("amount_fen") or 0 for one in invoices),
            invoiced,
            part=loan.number,
        ),
        "proof_count": figures.made(
            "proofs", loan.number, len(known.proofs), _papers(known), unit="count",
            part=loan.number,
        ),
    }  # fmt: skip
    if payments and lacking:
        text = say(
            "s_flow", language, paid=formats.yuan(total, language),
            lacking=formats.yuan(lacking, language),
        )  # fmt: skip
        flow = Sentence(text, (made["paid"].name, made["lacking"].name))
        fields["signals"] = (*fields["signals"], flow)
    return FirstInspectionReport(
        **fields,
        **made,
        granted_on=loan.granted_on,
        inspect_by=known.inspect_by,
        timing=_timing(known, language),
        purpose=loan.purpose or say("and", language).join(known.purposes) or None,
        payments=lines,
        figures=tuple(figures.named),
    )


def _papers(known: Known) -> Iterable[FigureRow]:
    for one in known.proofs:
        source = Source(kind="document", document_id=one.id)
        yield row(f"document:{one.id}", known.loan.number, None, source)


def _timing(known: Known, language: str) -> tuple[Sentence, ...]:
    due, today = known.inspect_by, known.loan.as_of
    if due is None or known.last:
        return ()
    name = "too_late" if today > due else "on_time"
    return (Sentence(say(name, language, day=due, today=today)),)
