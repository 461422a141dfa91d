"""还本付息通知单: that one loan is to be repaid; all at once: of a term of a year or less those due
within 7 days, of a longer term those due within 31 (贷款通则, article 32)."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.columns.states import States
from templates.addressed import office_of
from templates.build.debt_table import debt_table
from templates.build.letter import letter
from templates.debts import due_between, guarantors_of
from templates.documents.repayment_reminder.values import (
    LONGEST_NOTICE,
    RepaymentReminder,
    example,
    is_time,
    not_falling_due,
    reminder,
)
from templates.documents.repayment_reminder.words import WORDS
from templates.kind import Kind
from templates.request import Computed, Request
from templates.sureties import names_of


def computed(request: Request) -> Computed:
    """Return the reminder of the loan asked for, at any time before it falls due.

    Raises UnknownLoan, AmbiguousLoan, NothingToReport.
    """
    loan = request.view.loan(str(request.loan))
    if not loan.is_open or loan.due_on is None or loan.due_on < request.as_of:
        raise not_falling_due(loan)
    values = reminder(loan, office_of(request), guarantors_of([loan], names_of(request, [loan])))
    return Computed(
        values=values,
        about=f"户{loan.household_id:06d}_{loan.account_id}",
        household_id=loan.household_id,
        loans=(loan.number,),
    )


def each(request: Request) -> Iterator[Computed]:
    """Yield a reminder of each loan of which it is time to remind."""
    last = request.as_of + LONGEST_NOTICE
    office = office_of(request)
    for loan in States(due_between(request.view, request.as_of, last)):
        if is_time(loan):
            yield Computed(
                values=reminder(loan, office, guarantors_of([loan], names_of(request, [loan]))),
                about=f"户{loan.household_id:06d}_{loan.account_id}",
                household_id=loan.household_id,
                loans=(loan.number,),
            )


KIND = Kind(
    name="repayment-reminder",
    fields=RepaymentReminder,
    titles={"zh": "还本付息通知单", "es": "Recordatorio-de-pago"},
    doc_type="other",
    signed_type="due_notice",
    subject="loan",
    scopes=("unit", "manager"),
    compute=computed,
    each=each,
    layout=lambda language: letter(
        language, WORDS[language], debt_table(language), receipt_below=True
    ),
    example=example,
)
