"""担保方式结构表: how the loans outstanding are secured, by number, amount and share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np

from ledger.book import View
from ledger.classes import BAD, CLASSES
from ledger.columns.loans import Loans
from ledger.columns.shape import NO_TEXT
from ledger.columns.states import States
from ledger.guarantees import TITLES
from ledger.kinds.shared import titles
from ledger.registers.declaration import Column, Entry, Register
from ledger.registers.loan_columns import FILTERS
from ledger.securities import percent


@dataclass(frozen=True, slots=True)
class Part:
    """The loans that are secured in one way."""

    guarantee: str | None
    loans: Loans
    balance_fen: int
    bad_fen: int
    share_percent: Decimal | None


def rows(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[Part]]:
    """One row a way of securing, in their usual order; loans of which nobody says it come last."""
    loans = view.open.where(**filters)
    whole = loans.total("balance_fen")
    for code in (*TITLES, None):
        place = NO_TEXT if code is None else view.day.place("guarantee", code)
        mine = loans.keep(loans["guarantee"] == place)
        if not len(mine):
            continue
        balance = mine.total("balance_fen")
        bad = mine.keep(np.isin(mine["class_code"], [CLASSES.index(each) for each in BAD]))
        one = States(mine)[0]
        part = Part(code, mine, balance, bad.total("balance_fen"), percent(balance, whole))
        yield Entry(part, one.fact, one.sources["amount_fen"])


def _column(key: str, zh: str, es: str, en: str, value: Any, **more: Any) -> Column[Part]:
    return Column[Part](key=key, titles=titles(zh, es, en), value=value, **more)


GUARANTEE_MIX = Register(
    name="guarantee-mix",
    titles=titles("担保方式结构表", "Cartera por garantía", "Loans by security"),
    columns=(
        _column("guarantee", "担保方式", "Garantía", "Security",
                lambda part: part.guarantee, kind="guarantee"),
        _column("loans", "笔数", "Créditos", "Loans",
                lambda part: len(part.loans), kind="count", width=8, total=True),
        _column("balance", "余额", "Saldo", "Balance",
                lambda part: part.balance_fen, kind="money", width=18, total=True),
        _column("share", "占比(%)", "%", "%", lambda part: part.share_percent, kind="percent"),
        _column("bad", "其中不良", "De ello moroso", "Of it bad",
                lambda part: part.bad_fen, kind="money", width=18, total=True),
        _column("bad_percent", "不良率(%)", "Morosidad (%)", "Bad (%)",
                lambda part: percent(part.bad_fen, part.balance_fen), kind="percent"),
    ),
    rows=rows,
    filters=FILTERS,
)  # fmt: skip
