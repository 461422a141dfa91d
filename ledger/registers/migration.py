"""五级分类迁徙表: into which classes the loans of each class have moved since a day.

What was owed and granted is what is owed now, and what was repaid: each row adds up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from ledger.book import View
from ledger.classes import CLASSES
from ledger.classes import TITLES as CLASS_TITLES
from ledger.columns.day import grades
from ledger.columns.loans import Loans
from ledger.columns.states import States
from ledger.kinds.shared import titles
from ledger.registers.declaration import Column, Entry, Register
from ledger.registers.loan_columns import FILTERS

NEW = "new"
UNCLASSIFIED = "unclassified"
_OF_NO_CLASS = titles("未分类", "Sin clasificar", "Unclassified")


@dataclass(frozen=True, slots=True)
class Move:
    """The loans of one class on the first day, or those granted since.

    now  balance at the end by class; UNCLASSIFIED for loans without one
    """

    before: str
    count: int
    opening_fen: int
    granted_fen: int
    repaid_fen: int
    now: Mapping[str, int]


def moves(view: View, since: date, loans: Loans) -> Iterator[tuple[Move, Loans]]:
    """Yield what became of the loans owed at the end of `since`, by class, and of later ones.

    loans  of the view's day, paid off ones too
    """
    snapshot = view.snapshot
    accounts = loans["account_id"]
    new = loans["granted_on"] > since.toordinal()
    owed = np.where(new, 0, snapshot.balances(accounts, since.toordinal()))
    then = grades(
        snapshot, "class", snapshot.known("classification").last(accounts, since.toordinal())
    )
    groups: list[tuple[str, Any]] = [
        (code, ~new & (owed > 0) & (then == grade)) for grade, code in enumerate(CLASSES)
    ]
    groups += [(UNCLASSIFIED, ~new & (owed > 0) & (then < 0)), (NEW, new)]
    for code, mask in groups:
        mine = loans.keep(mask)
        if not len(mine):
            continue
        now = {
            each: int(mine["balance_fen"][mine["class_code"] == grade].sum())
            for grade, each in enumerate(CLASSES)
        }
        now[UNCLASSIFIED] = int(mine["balance_fen"][mine["class_code"] < 0].sum())
        opening, granted = int(owed[mask].sum()), int(mine["amount_fen"][new[mask]].sum())
        left = mine.total("balance_fen")
        yield (
            Move(code, len(mine), opening, granted, opening + granted - left, now),
            mine,
        )


def rows(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[Move]]:
    """One row a class; filter `since`: a day, by default the last of the year before."""
    given = dict(filters)
    since = given.pop("since", None) or date(view.as_of.year - 1, 12, 31)
    if isinstance(since, str):
        since = date.fromisoformat(since)
    for move, loans in moves(view, since, view.granted.where(**given)):
        one = States(loans)[0]
        yield Entry(move, one.fact, one.sources["amount_fen"])


def _column(key: str, zh: str, es: str, en: str, value: Any, **more: Any) -> Column[Move]:
    return Column[Move](
        key=key, titles=titles(zh, es, en), value=value, **{"width": 16, "total": True} | more
    )


def _now(code: str) -> Callable[[Move], int]:
    return lambda move: move.now[code]


MIGRATION = Register(
    name="migration",
    titles=titles("五级分类迁徙表", "Migración de categorías", "Migration of classes"),
    columns=(
        _column("before", "期初分类", "Categoría inicial", "Class before",
                lambda move: move.before, kind="choice", width=10, total=False,
                words=dict(CLASS_TITLES)
                | {UNCLASSIFIED: _OF_NO_CLASS, NEW: titles("本期新放", "Nuevos", "New loans")}),
        _column("loans", "笔数", "Créditos", "Loans",
                lambda move: move.count, kind="count", width=8),
        _column("opening", "期初余额", "Saldo inicial", "Opening balance",
                lambda move: move.opening_fen, kind="money"),
        _column("granted", "本期发放", "Otorgado", "Granted",
                lambda move: move.granted_fen, kind="money"),
        _column("repaid", "本期收回", "Cobrado", "Repaid",
                lambda move: move.repaid_fen, kind="money"),
        *(
            _column(code, f"期末{CLASS_TITLES[code]['zh']}", f"Ahora {CLASS_TITLES[code]['es']}",
                    f"Now {CLASS_TITLES[code]['en']}", _now(code), kind="money")
            for code in CLASSES
        ),
        _column(UNCLASSIFIED, "期末未分类", "Ahora sin clasificar", "Now unclassified",
                _now(UNCLASSIFIED), kind="money"),
    ),
    rows=rows,
    filters=FILTERS | {"since"},
)  # fmt: skip
