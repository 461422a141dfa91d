"""Into which classes the loans of each class moved in a period: parts of what was owed then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from extractors.wording import N_
from ledger.book import View
from ledger.classes import CLASSES
from ledger.columns.day import grades
from ledger.columns.loans import Loans
from ledger.columns.shape import Array
from ledger.figure import Figure
from ledger.indicator import named, ratio, said, total

# What was repaid since, beside the classes.
REPAID = "repaid"

OWED = N_("balance of the loans of this class at the beginning")
MOVED = N_("of the balance of a class at the beginning: what is owed in another class now")
GONE = N_("of the balance of a class at the beginning: what was repaid since")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What became of the loans of one class since a day.

    owed   their balance then
    parts  by class now, and REPAID: which percentage of `owed` lies there
    """

    code: str
    owed: Figure
    parts: dict[str, Figure]


def moved(view: View, since: date) -> Iterator[Moved]:
    """Yield for each class that anything was owed in at the end of `since` where it is now.

    What was lent on the same loans later would be more than was owed: a loan is drawn once.
    """
    snapshot = view.snapshot
    loans = view.granted
    loans = loans.keep(loans["granted_on"] <= since.toordinal())
    accounts = loans["account_id"]
    owed = np.maximum(snapshot.balances(accounts, since.toordinal()), 0)
    then = grades(
        snapshot, "class", snapshot.known("classification").last(accounts, since.toordinal())
    )
    for grade, code in enumerate(CLASSES):
        mine = (then == grade) & (owed > 0)
        if mine.any():
            yield _of_class(view, since, code, loans.keep(mine), owed[mine])


def _of_class(view: View, since: date, code: str, loans: Loans, owed: Array) -> Moved:
    asked = f"{since.isoformat()}..{view.as_of.isoformat()}"
    scope = dict(view.scope)
    whole = total(
        named("class_balance", since, class_code=code, **scope), "fen",
        said(OWED, class_code=code, day=since, **scope), since, loans.rows(owed),
    )  # fmt: skip
    left = np.minimum(np.maximum(loans["balance_fen"], 0), owed)

    def part(name: str, rule: str, rows_of: Loans, amounts: Array, now: str) -> Figure:
        about = {"class_code": code, "now": now, **scope}
        sum_of = total(
            named(name, asked, **about), "fen", said(rule, period=asked, **about), view.as_of,
            rows_of.rows(amounts),
        )  # fmt: skip
        return ratio(named(f"{name}_percent", asked, **about), said(rule, **about), sum_of, whole)

    parts = {}
    for grade, now in enumerate(CLASSES):
        mask = (loans["class_code"] == grade) & (left > 0)
        parts[now] = part("class_moved", MOVED, loans.keep(mask), left[mask], now)
    went = left < owed
    parts[REPAID] = part("class_repaid", GONE, loans.keep(went), (owed - left)[went], REPAID)
    return Moved(code=code, owed=whole, parts=parts)
