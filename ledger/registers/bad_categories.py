"""不良贷款六个类别: bad loans by the way each is dealt with, six ledgers, and every move."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ledger.bad.file import BadLoan, Desk
from ledger.book import View
from ledger.kinds.disposal_category import DISPOSAL_CATEGORY
from ledger.kinds.shared import titles
from ledger.records import Record
from ledger.registers import bad_columns as bad
from ledger.registers import loan_columns as loans
from ledger.registers.declaration import Column, Entry, Register, Value
from ledger.registers.period import since
from ledger.states import LoanState

_WORDS = bad.words(DISPOSAL_CATEGORY.field("category"))


def rows(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[BadLoan]]:
    """Bad loans by category in the order of the rule, those without one last."""
    order = [*_WORDS, None]
    found = bad.chosen(Desk(view).now(), filters)
    for one in sorted(
        found, key=lambda one: order.index(one.text("disposal_category", "category"))
    ):
        last = one.last("disposal_category")
        yield Entry(one, last.fact, last.source) if last else bad.entry(one)


def _before(one: BadLoan) -> str | None:
    """The category before the one in force, where it was another."""
    said = [each.text("category") for each in one.every("disposal_category")]
    return next((code for code in reversed(said) if code != said[-1]), None) if said else None


_COLUMNS = (
    bad.UNIT,
    bad.HOUSEHOLD,
    bad.BORROWER,
    bad.IOU_NO,
    bad.CATEGORY,
    bad.stated("disposal_category", "on", "category_on"),
    bad.column(
        "before", "原处置类别", "Vía anterior", "Before",
        _before, kind="choice", width=10, words=_WORDS,
    ),
    bad.stated("disposal_category", "why"),
    bad.BALANCE,
    bad.ARREARS,
    bad.CLASS,
    bad.DAYS_OVERDUE,
    bad.GRADE,
    bad.MEASURES,
    bad.PROGRESS,
    bad.COLLECTOR,
    bad.MANAGER,
)  # fmt: skip

BAD_CATEGORIES = Register(
    name="bad-categories",
    titles=titles(
        "不良贷款分类别台账", "Cartera morosa por vía de recuperación", "Bad loans by category"
    ),
    columns=_COLUMNS,
    rows=rows,
    filters=bad.FILTERS,
)


def _of(code: str) -> Callable[[View, Mapping[str, Any]], Iterator[Entry[BadLoan]]]:
    return lambda view, filters: rows(view, {**filters, "category": code})


# One ledger for each of the six: bad-collect, bad-sue, bad-revive …
SIX_LEDGERS = tuple(
    Register(
        name=f"bad-{code.replace('_', '-')}",
        titles=titles(
            f"不良贷款台账（{words['zh']}）",
            f"Cartera morosa ({words['es'].lower()})",
            f"Bad loans ({words['en'].lower()})",
        ),
        columns=tuple(column for column in _COLUMNS if column is not bad.CATEGORY),
        rows=_of(code),
        filters=bad.FILTERS - {"category"},
    )
    for code, words in _WORDS.items()
)


@dataclass(frozen=True, slots=True)
class Move:
    """A loan that came into a category on a day, from another or from none."""

    record: Record
    loan: LoanState
    before: str | None


def moves(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[Move]]:
    """Moves since `since`, oldest first; a repeated finding of the same category is no move."""
    first = since(filters, view.as_of)
    states = {loan.account_id: loan for loan in loans.chosen(view.loans, filters)}
    held: dict[int, str | None] = {}
    for record in view.records("disposal_category"):
        if record.account_id not in states:
            continue
        loan, category = states[record.account_id], record.text("category")
        before = held.get(loan.account_id)
        held[loan.account_id] = category
        if category != before and record.effective_on >= first:
            yield Entry(Move(record, loan, before), record.fact, record.source)


def _column(
    key: str, zh: str, es: str, en: str, value: Callable[[Move], Value], **more: Any
) -> Column[Move]:
    return Column[Move](key=key, titles=titles(zh, es, en), value=value, **more)


CATEGORY_MOVES = Register(
    name="category-moves",
    titles=titles(
        "不良贷款类别变动登记", "Cambios de vía de recuperación", "Moves between categories"
    ),
    columns=(
        _column("on", "变动日期", "Fecha", "On",
                lambda move: move.record.effective_on, kind="date", width=11),
        _column("unit", "机构", "Oficina", "Branch", lambda move: move.loan.unit, width=14),
        _column("borrower", "借款人", "Prestatario", "Borrower", lambda move: move.loan.borrower),
        _column("iou_no", "借据号", "Nº de pagaré", "IOU no.",
                lambda move: move.loan.number, width=18),
        _column("from", "原类别", "De", "From",
                lambda move: move.before, kind="choice", words=_WORDS),
        _column("to", "现类别", "A", "To",
                lambda move: move.record.text("category"), kind="choice", words=_WORDS),
        _column("why", "变动原因", "Motivo", "Reason",
                lambda move: move.record.text("why"), width=24),
        _column("decided_by", "决定人", "Decidido por", "Decided by",
                lambda move: move.record.text("decided_by")),
        _column("balance", "现余额", "Saldo", "Balance now",
                lambda move: move.loan.balance_fen, kind="money", width=15, total=True),
    ),
    rows=moves,
    filters=loans.FILTERS | {"since"},
)  # fmt: skip
