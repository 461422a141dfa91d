"""An invented loan with all that a ledger can know of it, for previews of the inspection forms."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

from ledger.alerts.declaration import Signal
from ledger.alerts.funds_flow import PAYEE_UNCLEAR
from ledger.alerts.running import Raised
from ledger.classing.declaration import Reason
from ledger.classing.suggestion import Suggestion
from ledger.classing.tables import MEASURES_2023
from ledger.figure import Source
from ledger.methods.checklist import METHODS, Checklist
from ledger.methods.declaration import DONE, OPEN, Judged
from ledger.records import Record
from ledger.rules.desk import Stated
from ledger.rules.subjects import Loan
from ledger.states import Collateral, Inspection, LoanState
from ledger.warning_steps import fold
from ledger.warnings import Handled
from templates import examples
from templates.inspection.known import Known

_PERSON = Source(kind="person", person="客户经理甲")
_COMPANY = "91410000MA3X000003"
_LONG = "某某县农村信用合作联社城关信用社、示例农业发展专业合作社联合社"
_WORDS = {
    "zh": {
        "thing": "住宅", "result": "用途相符", "payee": "示例饲料有限公司",
        "unclear": "2025-02-12支付的款项超过30天仍未查明最终去向",
        "signal": "主要原料涨价，存栏减少，现金流紧张",
        "suspicion": "客户反映借款人在外有民间借贷", "judged": "2025-12-20前有效",
        "class": "逾期31天，超过7天", "lender": "示例银行县支行", "answer": "承诺月底前还息",
    },
    "es": {
        "thing": "Vivienda", "result": "Destino conforme", "payee": "Alimentos Ejemplo S.A.",
        "unclear": "el pago del 2025-02-12 sigue sin destino final",
        "signal": "Sube el insumo principal, bajan las existencias",
        "suspicion": "Se informa de deudas con particulares", "judged": "vale hasta 2025-12-20",
        "class": "31 días de atraso, más de 7", "lender": "Banco Ejemplo",
        "answer": "Pagará a fin de mes",
    },
}  # fmt: skip


def known(language: str, rows: int, *, visited: bool = True, **changed: Any) -> Known:
    """Return an invented loan with `rows` lines in each list; of one line, that of a company.

    rows 0  a loan of which nothing but its terms is known
    """
    said = _WORDS[language]
    loan = examples.loan(**changed)
    if rows == 1:
        loan = dataclasses.replace(loan, id_number=_COMPANY)
    if not rows:
        loan = dataclasses.replace(
            loan, class_code=None, previous_class=None, arrears_in_fen=None, due_on=None,
            repaid_fen=0, balance_fen=10_000_000, repayments=(), purpose=None,
        )  # fmt: skip
        return Known(loan=loan, known_on=examples.KNOWN_ON, institution=examples.INSTITUTION)
    return Known(
        loan=loan,
        known_on=examples.KNOWN_ON,
        institution=examples.INSTITUTION,
        others=tuple(examples.loan(index) for index in range(2, rows + 1)),
        collateral=tuple(_thing(index, said["thing"]) for index in range(rows)),
        inspections=(_visit(said["result"]),) if visited else (),
        guarantees=(record("guarantee", 350, date(2025, 2, 10), guarantor=_LONG),),
        proofs=tuple(
            examples.filed_paper(index, doc_type="use_voucher", title="") for index in range(rows)
        ),
        records=_records(rows, said),
        inspect_by=date(2025, 6, 6) if visited else date(2025, 3, 12),
        suggestion=_suggestion(loan, said),
        signals=(_raised(loan, said),),
        warnings=tuple(_warning(index, said) for index in range(rows)),
        checklist=Checklist(
            _ruled(loan),
            tuple(
                (method, Judged(DONE if method.number % 2 else OPEN, said["judged"]))
                for method in METHODS
            ),
        ),
        sources={"record:7": _PERSON},
    )


def _thing(index: int, name: str) -> Collateral:
    return Collateral(
        fact=f"collateral:{index}",
        household_id=12,
        account_id=1,
        kind="house",
        name=name,
        owner="示例户",
        title_no=f"示(2020)某某县不动产权第{index:07d}号",
        register_no=f"示(2025)某某县不动产证明第{index:07d}号",
        location="东河村三组12号",
        extent="120㎡",
        value_fen=18_000_000,
        appraised_on=date(2025, 1, 20),
        registered_on=date(2025, 2, 1),
        insured_until=date(2025, 11, 30),
        custody="入库",
        sources={"value_fen": _PERSON},
    )


def _visit(result: str) -> Inspection:
    return Inspection(
        fact="inspection:1",
        household_id=12,
        account_id=1,
        due_on=date(2025, 3, 12),
        done_on=date(2025, 3, 8),
        kind="first",
        inspector="客户经理甲",
        result=result,
        problems=None,
        next_due_on=None,
        source=_PERSON,
    )


def record(kind: str, number: int, on: date, **values: Any) -> Record:
    """Return an invented fact that a person stated."""
    return Record(
        fact=f"record:{number}",
        kind=kind,
        key=str(number),
        effective_on=on,
        recorded_at="2025-12-31T00:00:00.000000Z",
        actor="example",
        account_id=1,
        household_id=12,
        subject=None,
        values=values,
        source=_PERSON,
        sources={},
    )


def _records(rows: int, said: dict[str, str]) -> dict[str, tuple[Record, ...]]:
    def several(kind: str, first: int, **values: Any) -> tuple[Record, ...]:
        return tuple(
            record(kind, first + index, date(2025, 2, 12 + index % 15), **values)
            for index in range(rows)
        )

    debts = tuple(
        record("other_debt", 500 + index, date(2025, 11, 30), lender=f"{said['lender']}{index + 1}",
               balance_fen=4_000_000, **{"class": "normal"})
        for index in range(rows)
    )  # fmt: skip
    return {
        "payment": several("payment", 100, payee=said["payee"], amount_fen=6_000_000 // rows,
                           mode="entrusted", flow="clear"),
        "invoice": several("invoice", 200, invoice_no="00000001", amount_fen=5_000_000 // rows),
        "guarantee": several("guarantee", 300, guarantor="保证人甲", guaranteed_fen=10_000_000,
                             contract_no="(2025)示农信保字第0001号", until=date(2028, 2, 9)),
        "security_check": several("security_check", 400, state="sound",
                                  security="示(2020)某某县不动产权第0000000号"),
        "other_debt": debts,
        "settlement": several("settlement", 600, agreed_fen=30_000_000, settled_fen=21_000_000)[:1],
        "registered_change": several("registered_change", 700, what="legal_rep")[:1],
        "contact": several("contact", 800, mode="visit", feedback=said["answer"])[:1],
        "suspicion": several("suspicion", 900, what=said["suspicion"])[:1],
    }  # fmt: skip


def _ruled(loan: LoanState) -> Loan:
    """The loan as rules see it."""
    return Loan(
        loan.account_id, loan.household_id, loan.number, loan.contract_no, loan.product,
        loan.guarantee, loan.occurrence, loan.unit, loan.manager, loan.amount_fen,
        loan.balance_fen, loan.granted_on, loan.due_on, loan.days_overdue, loan.arrears_fen,
        loan.stated_on, loan.class_code, loan.class_on, None,
    )  # fmt: skip


def _suggestion(loan: LoanState, said: dict[str, str]) -> Suggestion:
    reason = Reason("days_overdue", "special_mention", said["class"])
    return Suggestion(_ruled(loan), MEASURES_2023, "special_mention", (reason,), None, None)


def _raised(loan: LoanState, said: dict[str, str]) -> Raised:
    signal = Signal(_ruled(loan), date(2025, 3, 14), said["unclear"], ("record:7",))
    return Raised(PAYEE_UNCLEAR, signal, None)


def _warning(index: int, said: dict[str, str]) -> Handled:
    warning = Stated(
        f"record:{1000 + index}", 1, 12, date(2025, 12, 1 + index % 28),
        {"warning_no": f"YJ2025-{index + 1:03d}", "signal": said["signal"], "raised_by": "甲"},
    )  # fmt: skip
    return Handled(warning, (), fold("甲", []))
