"""Loans that fall due: reminded of in time, settled in one of three ways, nobody let off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ledger.kinds.due_work import NOT_SPARED
from ledger.rules.calendar import month_end, plus_days, plus_months
from ledger.rules.declaration import Because, Due, Rule, titles
from ledger.rules.desk import Desk, Stated
from ledger.rules.subjects import Loan

# A notice or decision further before the due date was about something else.
_BEFORE_DUE = 184

# What has to be in the household's file for each way, by type of paper (archive.coded).
PAPERS: Mapping[str, tuple[str, ...]] = {
    "pay": ("due_notice", "repayment_papers"),
    "extend": ("due_notice", "extension_papers", "loan_approval", "guarantee_contract"),
    "refinance": ("due_notice", "loan_application", "loan_investigation", "loan_approval",
                  "loan_contract"),
    "neither": ("due_notice", "collection_notice", "npl_responsibility", "disposal_papers"),
}  # fmt: skip


def notices(desk: Desk) -> Iterator[Due]:
    """By the end of the month before; once the loan is due it is too late for a reminder."""
    for loan in desk.loans:
        if loan.due_on is None:
            continue
        ahead = desk.settings(loan).maturity_notice_months
        due_on = max(month_end(plus_months(loan.due_on.replace(day=1), -ahead)), loan.granted_on)
        sent = [each for each in _before_due(desk, "maturity_notice", loan)
                if each.on <= loan.due_on]  # fmt: skip
        why = (Because("due_on", loan.due_on),)
        period = loan.due_on.isoformat()
        if sent:
            yield Due(loan, due_on, period, sent[0].on, sent[0].fact, why)
        elif loan.due_on >= desk.as_of:
            yield Due(loan, due_on, period, None, None, why)


def handling(desk: Desk) -> Iterator[Due]:
    """Can be paid, extended or refinanced, or neither: one of them is to be said in time."""
    for loan in desk.loans:
        if loan.due_on is None:
            continue
        decided = _before_due(desk, "due_handling", loan)
        due_on = max(plus_days(loan.due_on, -desk.settings(loan).due_handling_lead_days),
                     loan.granted_on)  # fmt: skip
        why: tuple[Because, ...] = (
            Because("due_on", loan.due_on),
            Because("balance", loan.balance_fen),
        )
        done_on, fact = None, None
        if decided:
            done_on, fact = decided[0].on, decided[0].fact
            why += (Because("way", decided[-1].text("way"), decided[-1].fact),)
        yield Due(loan, due_on, loan.due_on.isoformat(), done_on, fact, why, loan.due_on)


def not_spared(desk: Desk) -> Iterator[Due]:
    """三个不放过: what can neither be paid nor extended needs cause, person and measure."""
    for loan in desk.loans:
        if loan.due_on is None:
            continue
        decided = _before_due(desk, "due_handling", loan)
        if not decided or decided[-1].text("way") != "neither":
            continue
        said: dict[str, Stated] = {}
        for each in decided:
            said |= {key: each for key in NOT_SPARED if each.text(key)}
        why = tuple(
            Because(key, said[key].text(key) if key in said else None,
                    said[key].fact if key in said else None)
            for key in NOT_SPARED
        )  # fmt: skip
        due_on = max(loan.due_on, decided[-1].on)
        last = (
            max(said.values(), key=lambda each: each.on) if len(said) == len(NOT_SPARED) else None
        )
        yield Due(
            loan, due_on, loan.due_on.isoformat(),
            last.on if last else None, last.fact if last else None, why, due_on,
        )  # fmt: skip


def _before_due(desk: Desk, kind: str, loan: Loan) -> list[Stated]:
    """The facts about the loan's present due date: after an extension, those after it."""
    facts = desk.of_loan(kind, loan)
    if not facts or loan.due_on is None:
        return []
    extended = [each.on for each in desk.of_loan("extension", loan)]
    since = plus_days(loan.due_on, -_BEFORE_DUE)
    return [each for each in facts if each.on >= since and (not extended or each.on > extended[-1])]


MATURITY_REMINDER = Rule(
    name="maturity_reminder",
    titles=titles("次月到期贷款提示", "Aviso de vencimiento", "Reminder of maturity"),
    what=titles(
        "提前一个月列出次月到期贷款，向经办机构和借款人发提示函；提示函登记为完成",
        "Un mes antes se listan los créditos que vencen y se avisa a la unidad y al deudor; se "
        "cumple con el aviso registrado",
        "A month ahead loans that fall due are listed and unit and borrower reminded by letter; "
        "done by the reminder on record",
    ),
    source="次月到期贷款提前一个月发提示函 (m018); next-month ledger at each month end (m093)",
    dues=notices,
    form="maturity_notice",
    fills={"to": "借款人"},
    settings=("maturity_notice_months",),
)

DUE_HANDLING_CHOICE = Rule(
    name="due_handling",
    titles=titles("到期贷款处置方式", "Solución al vencimiento", "Settling of a due loan"),
    what=titles(
        "到期前确定：能收回的准备还款；暂时无力但符合条件的展期或还旧借新；两者皆不能的清收保全；"
        "到期日仍未确定的直接上报部门",
        "Antes del vencimiento se decide: se paga, se prorroga o refinancia, o ninguna de las dos; "
        "sin decisión al vencer sube al departamento",
        "Before the due date it is decided: it can be paid, extended or refinanced, or neither; "
        "without a choice on the due date it goes to the department",
    ),
    source="three-way handling of due loans: 能收回的；展期或还旧借新；既不能又不能 (m019)",
    dues=handling,
    form="due_handling",
    settings=("due_handling_lead_days",),
)

NOT_TO_BE_SPARED = Rule(
    name="three_not_spared",
    titles=titles("三个不放过", "Tres condiciones para cerrar", "Three things not let pass"),
    what=titles(
        "既不能还贷又不能展期或借新还旧的：原因、责任人、措施三项都登记为完成，缺一项不得销号",
        "Si no puede pagarse ni prorrogarse: constan causa, responsable y medida; sin los tres no "
        "se cierra",
        "Where it can neither be paid nor extended: cause, responsible person and measure are on "
        "record; it is not closed before",
    ),
    source="三个不放过: 明确责任人，落实清收保全措施 (m020)",
    dues=not_spared,
    form="due_handling",
    fills={"way": "无法收回且不能展期"},
)

FALLING_DUE: Sequence[Rule] = (MATURITY_REMINDER, DUE_HANDLING_CHOICE, NOT_TO_BE_SPARED)
