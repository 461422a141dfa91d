"""Which loans are bad: the one place where they are picked.

Everything about bad loans goes through here and nowhere else over all loans.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from ledger.book import View
from ledger.classes import BAD
from ledger.columns.day import grades
from ledger.columns.states import States
from ledger.measures.quality import is_bad
from ledger.states import LoanState

# A loan's classes: (from when, class, fact), oldest first.
Classes = Sequence[tuple[date, str, str]]


def bad_loans(view: View) -> Sequence[LoanState]:
    """Return the loans with principal owed whose class in force is 次级, 可疑 or 损失."""
    return States(view.open.keep(is_bad(view.open["class_code"])))


def to_collect(view: View) -> Sequence[LoanState]:
    """Return the loans that somebody must be asked to pay: overdue, or bad."""
    loans = view.open
    return States(loans.keep((loans["days_overdue"] > 0) | is_bad(loans["class_code"])))


def ever_bad(view: View) -> tuple[tuple[LoanState, Classes], ...]:
    """Return every loan that was classed bad by the view's day, paid off or not, with its classes.

    A loan is bad on a day when the last class from that day or earlier is bad.
    """
    table = view.snapshot.known("classification")
    found = np.flatnonzero(table["effective_on"] <= view.as_of.toordinal())
    bad = found[is_bad(grades(view.snapshot, "class", found))]
    loans = view.granted
    were = loans.keep(np.isin(loans["account_id"], table["account_id"][bad]))
    return tuple((loan, view.classes_of(loan.account_id)) for loan in States(were))


def is_bad_on(history: Classes, day: date) -> bool:
    """Whether a loan of these classes is bad at the end of a day."""
    last = None
    for on, code, _fact in history:
        if on > day:
            break
        last = code
    return last in BAD
