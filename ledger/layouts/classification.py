"""五级分类台账: the class of each loan on one day, or on several in columns of their own."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.layouts import shared
from ledger.layouts.layout import Layout, Proposal, Row, Spread
from ledger.layouts.loans import (
    ARREARS,
    ARREARS_IN,
    ARREARS_OFF,
    BALANCE,
    CLASS,
    DAYS_OVERDUE,
    DECISION,
    DUE_ON,
    STATE,
    classes,
    states,
)


def propose(row: Row) -> Iterator[Proposal]:
    """The classes, and the balance and arrears they were decided on."""
    yield from classes(row)
    yield from states(row)


CLASSIFICATION = Layout(
    name="classification",
    needs=(("iou_no", "contract_no"), ("class",)),
    dated=frozenset({"balance_fen", "arrears_fen", "class", *STATE}),
    columns=(
        shared.UNIT,
        shared.BORROWER,
        shared.DOCUMENT,
        shared.CLIENT,
        shared.IDENTITY,
        shared.IOU_NO,
        shared.CONTRACT_NO,
        shared.PRODUCT,
        shared.GUARANTEE,
        shared.MANAGER,
        BALANCE,
        DUE_ON,
        DAYS_OVERDUE,
        ARREARS_IN,
        ARREARS_OFF,
        ARREARS,
        CLASS,
        *DECISION,
        *shared.NOTED,
    ),
    spreads=(
        Spread(key="balance_fen", grammar="money", rest=r"(借据|贷款|本金)?余额|saldo.*|balance"),
        Spread(
            key="class",
            grammar="class",
            rest=r"|(五级|风险)?分类|认定|五级|class|clasificación|categoría",
        ),
    ),
    propose=propose,
)
