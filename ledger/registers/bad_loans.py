"""不良贷款清收台账: every loan that was bad in a period, with all that was done and what is left.

Columns of the ledger of a rural commercial bank, in its order. What nobody stated is blank.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from extractors.values.identity import is_resident_id, is_uscc
from ledger.bad.file import BadLoan, Desk
from ledger.book import View
from ledger.channels import CHANNELS, TITLES, channel_code
from ledger.kinds.shared import titles
from ledger.registers import bad_columns as bad
from ledger.registers import loan_columns as loans
from ledger.registers.declaration import Entry, Register
from ledger.registers.period import since

# Kinds by which a bad loan's file is kept up (最后维护日期).
_KEPT_UP = (
    "contact", "risk_survey", "recoverability", "disposal_category", "collection_plan",
    "plan_progress", "litigation", "execution",
)  # fmt: skip

_CLIENTS = {
    "person": titles("自然人", "Persona", "Person"),
    "company": titles("单位", "Empresa", "Organisation"),
    "village": titles("村组", "Grupo de aldea", "Village group"),
}


def rows(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[BadLoan]]:
    """Loans that were bad on any day since `since`; with `open_only` those that are bad now."""
    found = bad.chosen(Desk(view).moved(since(filters, view.as_of)), filters)
    for one in found:
        if not filters.get("open_only") or (one.moved and one.moved.closing):
            yield bad.entry(one)


def _client(one: BadLoan) -> str | None:
    if one.last("village_group"):
        return "village"
    number = one.loan.id_number or ""
    if is_resident_id(number):
        return "person"
    return "company" if is_uscc(number) else None


def _kept_up(one: BadLoan) -> date | None:
    days = [each.effective_on for kind in _KEPT_UP for each in one.every(kind)]
    return max(days, default=None)


def _court(one: BadLoan) -> int | None:
    """诉讼收回本息: everything that came in through the court, ever."""
    court = [each for each in one.payments if channel_code(each.channel) == "court"]
    return sum(each.principal_fen + each.interest_fen for each in court) if court else None


def _moved(key: str, zh: str, es: str, en: str, part: str) -> bad.BadColumn:
    return bad.column(
        key, zh, es, en,
        lambda one: getattr(one.moved, part) if one.moved else None,
        kind="money", width=15, total=True,
    )  # fmt: skip


def channel_column(code: str) -> bad.BadColumn:
    """Return the column of what came in through one channel in the period."""
    return bad.BadColumn(
        key=code,
        titles=TITLES[code],
        value=lambda one: one.moved.channels.get(code, 0) if one.moved else None,
        kind="money",
        width=13,
        total=True,
    )


OPENING = _moved("opening", "期初余额", "Saldo inicial", "Opening balance", "opening")
NEW = _moved("new", "本期新增", "Nuevo en mora", "Newly bad", "new")
AGAIN = _moved("again", "上调后再次转入", "Reincidente", "Bad again", "again")
DISPOSED = _moved("disposed", "清收处置本金合计", "Total recuperado", "Disposed in all", "disposed")
REVIVED = _moved("revived", "重组上调", "Mejorado por reestructura", "Upgraded, revived", "revived")
UPGRADED = bad.column(
    "upgraded", "非重组上调", "Mejorado", "Upgraded otherwise",
    lambda one: one.moved.upgraded - one.moved.revived if one.moved else None,
    kind="money", width=13, total=True,
)  # fmt: skip
ADJUSTED = _moved("adjusted", "结转调整", "Ajustes", "Adjusted", "adjusted")
CLOSING = _moved("closing", "期末结欠本金", "Saldo final", "Closing balance", "closing")
INTEREST = _moved("interest", "清收利息", "Intereses cobrados", "Interest received", "interest")
ENDED_ON = bad.column(
    "ended_on", "终结日期", "Terminado el", "Ended on",
    lambda one: one.moved.ended_on if one.moved else None, kind="date", width=11,
)  # fmt: skip

BAD_LOANS = Register(
    name="bad-loans",
    titles=titles("不良贷款清收台账", "Registro de cartera morosa", "Bad loan register"),
    columns=(
        bad.UNIT,
        bad.HOUSEHOLD,
        bad.IOU_NO,
        bad.BORROWER,
        bad.of_loan(loans.IDENTITY),
        bad.column(
            "client", "借款人类别", "Tipo de cliente", "Client",
            _client, kind="choice", width=9, words=_CLIENTS,
        ),
        bad.column("village", "住址", "Domicilio", "Address", lambda one: one.loan.village),
        bad.of_loan(loans.GRANTED_ON),
        bad.DUE_ON,
        bad.of_loan(loans.GUARANTEE),
        bad.stated("risk_survey", "business"),
        bad.stated("risk_survey", "assets"),
        bad.stated("risk_survey", "willingness"),
        bad.stated("risk_survey", "debt_clear"),
        bad.stated("risk_survey", "security_fen", total=False),
        bad.SECURED_UNTIL,
        bad.LIMITATION,
        bad.stated("risk_survey", "file_state"),
        bad.LENDER,
        bad.column(
            "first_on", "转不良日期", "En mora desde", "Bad since",
            lambda one: one.first_bad.on if one.first_bad else None, kind="date", width=11,
        ),
        bad.column(
            "first_class", "初始分类", "Categoría inicial", "First bad class",
            lambda one: one.first_bad.class_code if one.first_bad else None, kind="class", width=8,
        ),
        bad.column(
            "first_balance", "初始本金", "Capital inicial", "Principal then",
            lambda one: one.first_bad.balance_fen if one.first_bad else None,
            kind="money", width=15, total=True,
        ),
        bad.CATEGORY,
        bad.GRADE,
        bad.stated("formation_cause", "cause"),
        OPENING,
        NEW,
        AGAIN,
        DISPOSED,
        *(channel_column(code) for code in CHANNELS),
        REVIVED,
        UPGRADED,
        ADJUSTED,
        INTEREST,
        CLOSING,
        bad.ARREARS,
        bad.CLASS,
        bad.column(
            "sued", "是否起诉", "Demandado", "Sued",
            lambda one: bool(one.every("litigation")), kind="flag", width=6,
        ),
        bad.column(
            "court_received", "诉讼收回本息", "Cobrado en juicio", "Received in court",
            _court, kind="money", width=13, total=True,
        ),
        bad.stated("risk_survey", "actual_user"),
        bad.LAST_CONTACT,
        bad.column(
            "kept_up_on", "最后维护日期", "Última anotación", "Last kept up",
            _kept_up, kind="date", width=11,
        ),
        ENDED_ON,
        bad.CONTACT_DUE,
        bad.LAPSE_DUE,
        bad.stated("owner_level", "level"),
        bad.stated("owner_level", "collector_unit"),
        bad.stated("collection_plan", "squad"),
        bad.MEASURES,
        bad.PROGRESS,
        bad.COLLECTOR,
        bad.MANAGER,
    ),
    rows=rows,
    filters=bad.FILTERS | {"since", "open_only"},
)  # fmt: skip

NPL_MOVEMENT = Register(
    name="npl-movement",
    titles=titles("不良贷款变动表", "Movimiento de la cartera morosa", "Movement of bad loans"),
    columns=(
        bad.UNIT,
        bad.BORROWER,
        bad.IOU_NO,
        OPENING,
        NEW,
        AGAIN,
        *(channel_column(code) for code in CHANNELS),
        REVIVED,
        UPGRADED,
        ADJUSTED,
        CLOSING,
        INTEREST,
        ENDED_ON,
        bad.MANAGER,
    ),
    rows=rows,
    filters=bad.FILTERS | {"since", "open_only"},
)
