"""What is missing or does not agree about bad loans; each finding names its sources."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.wording import _
from ledger.bad.picking import bad_loans
from ledger.bad.settled_otherwise import written_off
from ledger.book import View
from ledger.managing.responsibilities import Responsibilities
from ledger.report import Finding


def check(view: View) -> list[Finding]:
    """Return everything of this kind, up to the view's day."""
    return [*without_responsible(view), *written_off_otherwise(view)]


def without_responsible(view: View) -> Iterator[Finding]:
    """A bad loan must have one who answers for lending it, and one for collecting it."""
    answering = Responsibilities(view)
    for loan in bad_loans(view):
        lent, collects = answering.of_loan(loan, "lending"), answering.of_loan(loan, "collection")
        if lent and collects:
            continue
        if not lent and not collects:
            message = _(
                "Bad loan {number}: nobody is named who answers for its lending, nor for its "
                "collection. Record both: hudang ledger record responsibility --loan {number}"
            )
        elif not lent:
            message = _(
                "Bad loan {number}: nobody is named who answers for its lending. Record who does: "
                "hudang ledger record responsibility --loan {number}"
            )
        else:
            message = _(
                "Bad loan {number}: nobody is named who answers for its collection. Record who "
                "does: hudang ledger record responsibility --loan {number}"
            )
        source = loan.sources.get("class_code", loan.sources["amount_fen"])
        yield Finding(
            code="bad_without_responsible",
            message=message.format(number=loan.number),
            sources=(source,),
        )


def written_off_otherwise(view: View) -> Iterator[Finding]:
    """A write-off that was decided and not booked, or booked otherwise than decided."""
    for one in written_off(view):
        stated = one.stated_fen
        if not one.decisions:
            message = _(
                "Loan {number}: {booked} yuan were written off in the books; no decision is known."
            )
        elif not one.booked:
            message = _("Loan {number}: its write-off was decided; the books do not show it.")
        elif stated is not None and stated != one.booked_fen:
            message = _(
                "Loan {number}: {stated} yuan were to be written off, the books show {booked} yuan."
            )
        else:
            continue
        yield Finding(
            code="written_off_otherwise",
            message=message.format(
                number=one.loan.number, booked=_yuan(one.booked_fen), stated=_yuan(stated or 0)
            ),
            sources=(
                *(each.source for each in one.decisions),
                *(each.source for each in one.booked),
            ),
        )


def _yuan(fen: int) -> str:
    return f"{fen / 100:,.2f}"
