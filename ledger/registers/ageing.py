"""逾期账龄表: the loans outstanding by how long they are overdue, with their arrears."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ledger.book import View
from ledger.classes import BAD, CLASSES
from ledger.columns.loans import Loans
from ledger.columns.states import States
from ledger.kinds.shared import titles
from ledger.registers.declaration import Column, Entry, Register, Titles
from ledger.registers.loan_columns import FILTERS
from ledger.securities import percent

# Days overdue at most; the thresholds of the class rules, and 30 days as portfolio at risk has it.
BANDS: tuple[tuple[int, int | None, Titles], ...] = (
    (0, 0, titles("未逾期", "Al día", "Not overdue")),
    (1, 30, titles("1—30天", "1–30 días", "1–30 days")),
    (31, 90, titles("31—90天", "31–90 días", "31–90 days")),
    (91, 180, titles("91—180天", "91–180 días", "91–180 days")),
    (181, 270, titles("181—270天", "181–270 días", "181–270 days")),
    (271, 360, titles("271—360天", "271–360 días", "271–360 days")),
    (361, None, titles("360天以上", "Más de 360 días", "Over 360 days")),
)


@dataclass(frozen=True, slots=True)
class Band:
    """The loans overdue for some days."""

    name: str
    loans: Loans
    share_percent: Decimal | None
    bad_fen: int


def rows(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[Band]]:
    """One row a band that has loans."""
    loans = view.open.where(**filters)
    whole = loans.total("balance_fen")
    overdue = loans["days_overdue"]
    for first, last, _words in BANDS:
        mine = loans.keep((overdue >= first) & ((overdue <= last) if last is not None else True))
        if not len(mine):
            continue
        bad = [CLASSES.index(code) for code in BAD]
        bad_fen = sum(int(mine["balance_fen"][mine["class_code"] == grade].sum()) for grade in bad)
        one = States(mine)[0]
        yield Entry(
            Band(str(first), mine, percent(mine.total("balance_fen"), whole), bad_fen),
            one.fact,
            one.sources["amount_fen"],
        )


def _column(key: str, zh: str, es: str, en: str, value: Any, **more: Any) -> Column[Band]:
    return Column[Band](key=key, titles=titles(zh, es, en), value=value, **more)


AGEING = Register(
    name="ageing",
    titles=titles("逾期账龄表", "Antigüedad de la mora", "Ageing of arrears"),
    columns=(
        _column("band", "逾期天数", "Días de atraso", "Days overdue", lambda band: band.name,
                kind="choice", words={str(first): words for first, _last, words in BANDS}),
        _column("loans", "笔数", "Créditos", "Loans",
                lambda band: len(band.loans), kind="count", width=8, total=True),
        _column("balance", "余额", "Saldo", "Balance",
                lambda band: band.loans.total("balance_fen"), kind="money", width=18, total=True),
        _column("share", "占比(%)", "%", "%", lambda band: band.share_percent, kind="percent"),
        _column("arrears", "欠息", "Intereses atrasados", "Interest in arrears",
                lambda band: band.loans.total("arrears_fen"), kind="money", width=16, total=True),
        _column("bad", "其中不良", "De ello moroso", "Of it bad",
                lambda band: band.bad_fen, kind="money", width=18, total=True),
    ),
    rows=rows,
    filters=FILTERS,
)  # fmt: skip
