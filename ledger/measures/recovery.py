"""How principal of bad loans came in, and which loans' classes rose or fell."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np

from extractors.wording import N_
from ledger.channels import CHANNELS, channel_code
from ledger.classes import CLASSES
from ledger.columns.day import grades
from ledger.columns.facts_behind import money
from ledger.columns.figure_rows import Behind
from ledger.figure import Figure
from ledger.indicator import Ledger, Period, indicator, named, said, total, within
from ledger.measures.lending import principal_received
from ledger.measures.quality import NPL_RECOVERED, bad_on


def npl_recovered_by_channel(ledger: Ledger, year: Period) -> dict[str, Figure]:
    """Return `npl_recovered_sum` by channel (ledger.channels), those without any left out."""
    view, first, last = within(ledger, year)
    table = view.snapshot.known("repayment")
    found = principal_received(view, first, last)
    bad = bad_on(view.snapshot, table["account_id"][found], table["effective_on"][found] - 1)
    found = found[bad]
    code_of = [CHANNELS.index(channel_code(word)) for word in table.texts("channel")]
    # A receipt that names no channel lies with the place -1: money.
    codes = np.array([*code_of, CHANNELS.index(channel_code(None))])[table["channel"][found]]
    return {
        channel: total(
            named("npl_recovered_sum", year, channel=channel),
            "fen",
            said(NPL_RECOVERED, year=year, channel=channel),
            last,
            money(view.snapshot, "repayment", "principal_fen", found[codes == code]),
        )
        for code, channel in enumerate(CHANNELS)
        if np.any(codes == code)
    }


DOWNGRADED = N_("balance of the loans owed all through the year whose class fell in it")
UPGRADED = N_("balance of the loans owed all through the year whose class rose in it")


def _moved(ledger: Ledger, year: Period, *, down: bool) -> Behind:
    view, first, _last = within(ledger, year)
    before = (first - timedelta(days=1)).toordinal()
    loans = view.open.keep(view.open["granted_on"] <= before)
    accounts = loans["account_id"]
    then = grades(
        view.snapshot, "class", view.snapshot.known("classification").last(accounts, before)
    )
    now = loans["class_code"]
    known = (then >= 0) & (now >= 0) & (now < len(CLASSES))
    mine = loans.keep(known & ((now > then) if down else (now < then)))
    return mine.class_rows(mine["balance_fen"])


@indicator(
    unit="fen",
    formula=DOWNGRADED,
    zh="分类下调余额",
    es="Saldo que bajó de categoría",
    en="Balance downgraded",
)
def downgraded_sum(ledger: Ledger, year: Period) -> Figure:
    """Balance at the end of the loans whose class is worse than when the year began."""
    _view, _first, last = within(ledger, year)
    rows = _moved(ledger, year, down=True)
    return total(named("downgraded_sum", year), "fen", said(DOWNGRADED, year=year), last, rows)


@indicator(
    unit="fen",
    formula=UPGRADED,
    zh="分类上调余额",
    es="Saldo que subió de categoría",
    en="Balance upgraded",
)
def upgraded_sum(ledger: Ledger, year: Period) -> Figure:
    """Balance at the end of the loans whose class is better than when the year began."""
    _view, _first, last = within(ledger, year)
    rows = _moved(ledger, year, down=False)
    return total(named("upgraded_sum", year), "fen", said(UPGRADED, year=year), last, rows)


def counted(figure: Figure) -> Figure:
    """Return how many rows stand behind a sum: loans for a balance, receipts for what came in."""
    return replace(
        figure, name=f"count_of({figure.name})", unit="count", value=len(figure.rows),
        query=f"rows of {figure.name}",
    )  # fmt: skip
