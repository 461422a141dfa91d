"""What stood behind loans that turned bad, as far as the ledger shows it."""

from __future__ import annotations

from datetime import timedelta

import numpy as np

from extractors.wording import N_
from ledger.columns.facts_behind import behind
from ledger.figure import Figure
from ledger.indicator import Ledger, Period, indicator, named, said, total, within
from ledger.measures.inspection import missed_between
from ledger.measures.quality import newly_bad

# An inspection missed longer ago than this says nothing about why a loan turned bad.
LOOKING_BACK = timedelta(days=365)

UNINSPECTED = N_(
    "loans that turned bad in the year, of which an inspection was missed in the 365 days before"
)


@indicator(
    unit="count",
    formula=UNINSPECTED,
    zh="转不良前漏检笔数",
    es="Nuevos morosos con visita omitida",
    en="New bad loans with a missed inspection",
)
def new_npl_uninspected(ledger: Ledger, year: Period) -> Figure:
    """Number of newly bad loans that were not inspected when they should have been."""
    view, first, last = within(ledger, year)
    found = newly_bad(view, first, last)
    table = view.snapshot.known("classification")
    on, accounts = table["effective_on"][found], table["account_id"][found]
    missed, days = missed_between(view, accounts, first - LOOKING_BACK, last)
    so_long = LOOKING_BACK.days
    mask = np.array(
        [
            bool(np.any((missed == account) & (days < day) & (days >= day - so_long)))
            for account, day in zip(accounts.tolist(), on.tolist(), strict=True)
        ],
        dtype=np.bool_,
    )
    rows = behind(view.snapshot, "classification", "class", found[mask], None)
    name = named("new_npl_uninspected", year)
    return total(name, "count", said(UNINSPECTED, year=year), last, rows)
