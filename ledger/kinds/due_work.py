"""Work on loans that fall due: reminders, how each is to be settled, why it was not paid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extractors.wording import _
from ledger.kinds.declaration import LOAN, Fault, FieldValue, Kind
from ledger.kinds.shared import choice, chosen, day, ends, money, number, text, titles

# What has to be on record before a loan that can neither be paid nor extended is let go of.
NOT_SPARED = ("cause", "responsible", "measure")

MATURITY_NOTICE = Kind(
    name="maturity_notice",
    titles=titles("到期贷款提示函", "Aviso de vencimiento", "Reminder of maturity"),
    about=LOAN,
    dated_by="on",
    key=("on", "to"),
    needs=(("notice_no",), ("on",)),
    check=lambda values: ends(values, "on", "received_on"),
    source="提示函 to the units a month before loans fall due: mechanisms 18, 93; 贷款通则 "
    "article 32: a week before for short-term, a month for longer loans",
    fields=(
        day("on", "发函日期", "Fecha", "Sent on", "提示日期", "送达时间", required=True),
        number("notice_no", "提示函号", "Nº de aviso", "Notice", "函号", "提示函编号"),
        chosen(
            "to", "送达对象", "Dirigido a", "Addressed to",
            choice("borrower", "借款人", "Deudor", "Borrower"),
            choice("unit", "经办机构", "Unidad", "Unit", "机构", "信用社", "支行", "营业所"),
            choice("guarantor", "保证人", "Fiador", "Guarantor", "担保人"),
            labels=("对象", "通知对象"),
        ),
        day("due_on", "到期日", "Vence el", "Due on"),
        money("amount_fen", "到期本金", "Principal", "Principal due", "到期金额"),
        text("mode", "送达方式", "Medio", "Delivered by", width=10),
        text("received_by", "签收人", "Recibido por", "Received by", "回执签收人", width=10),
        day("received_on", "签收日期", "Recibido el", "Received on", "回执日期"),
    ),
)  # fmt: skip


def _handling(values: Mapping[str, FieldValue]) -> Iterator[Fault]:
    """三个不放过: what can neither be paid nor extended is not closed without all three."""
    yield from ends(values, "on", "closed_on")
    if values.get("way") != "neither" or "closed_on" not in values:
        return
    missing = [key for key in NOT_SPARED if not values.get(key)]
    if missing:
        yield Fault(
            key="closed_on",
            code="not_to_be_spared",
            message=_(
                "a loan that can neither be paid nor extended is not closed before cause, "
                "responsible person and measure are on record; missing: {fields}"
            ).format(fields=", ".join(missing)),
        )


DUE_HANDLING = Kind(
    name="due_handling",
    titles=titles("到期贷款处置", "Solución al vencimiento", "Settling of a due loan"),
    about=LOAN,
    dated_by="on",
    key=("on",),
    needs=(("way",), ("on",)),
    check=_handling,
    source="能收回的提前做好工作；符合展期或还旧借新条件的提前申报；三个不放过: mechanisms 19, 20",
    fields=(
        day("on", "确定日期", "Fecha", "Decided on", "填报日期", required=True),
        chosen(
            "way", "处置方式", "Solución", "Way",
            choice("pay", "到期收回", "Pago", "Can pay", "收回", "能收回", "按期归还", "还款"),
            choice("extend", "展期", "Prórroga", "Extend", "办理展期"),
            choice(
                "refinance", "还旧借新", "Refinanciación", "Refinance", "借新还旧", "收回再贷",
            ),
            choice(
                "neither", "无法收回且不能展期", "Ninguna", "Neither", "清收保全", "清收",
                "不能收回", "两者皆不能",
            ),
            required=True,
            labels=("预计处理", "处理方式", "处理意见", "预计处置方式"),
            width=16,
        ),
        text("cause", "形成原因", "Causa", "Cause", "原因", "不能归还原因", width=24),
        text("responsible", "责任人", "Responsable", "Responsible", "责任人姓名", width=10),
        text("measure", "清收保全措施", "Medida", "Measure", "措施", "落实措施", width=24),
        day("deadline", "落实期限", "Plazo", "Deadline", "完成期限"),
        text("decided_by", "确定人", "Decidido por", "Decided by", "审核人", width=10),
        day("closed_on", "销号日期", "Cerrado el", "Closed on", "办结日期"),
    ),
)  # fmt: skip

OVERDUE_CAUSE = Kind(
    name="overdue_cause",
    titles=titles(
        "逾期贷款原因分析及责任认定",
        "Análisis de causa y responsabilidad de la mora",
        "Cause of and responsibility for an overdue loan",
    ),
    about=LOAN,
    dated_by="on",
    key=("on",),
    needs=(("cause",), ("responsible",), ("on",)),
    source="loans overdue for more than 10 days are analysed by credit department and audit: "
    "mechanism 70",
    fields=(
        day("on", "分析日期", "Fecha", "Analysed on", "认定日期", required=True),
        text("cause", "逾期原因", "Causa", "Cause", "形成原因", "原因", required=True, width=24),
        text("responsible", "责任人", "Responsable", "Responsible", required=True, width=10),
        chosen(
            "degree", "责任性质", "Responsabilidad", "Responsibility",
            choice("none", "无责任", "Ninguna", "None", "尽职免责", "免责"),
            choice("minor", "次要责任", "Menor", "Minor", "一般责任"),
            choice("main", "主要责任", "Principal", "Main", "主责任"),
            choice("full", "全部责任", "Total", "Full", "直接责任"),
        ),
        text("measure", "处理措施", "Medida", "Measure", "措施", "整改措施", width=24),
        text("credit_by", "信贷部门分析人", "Por créditos", "For credit", "分析人", width=10),
        text("audit_by", "稽核部门认定人", "Por auditoría", "For audit", "认定人", width=10),
    ),
)  # fmt: skip
