"""催收台账: every call, visit and letter by which a debtor or guarantor was asked to pay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extractors.wording import _
from ledger.kinds.declaration import LOAN, Choice, Fault, Field, FieldValue, Kind
from ledger.kinds.shared import day, money, text


def check(values: Mapping[str, FieldValue]) -> Iterator[Fault]:
    """A next step before the contact itself was mistyped."""
    on, following = values["on"], values.get("next_on")
    if following is not None and following < on:  # type: ignore[operator]
        yield Fault(
            key="next_on",
            code="next_before_contact",
            message=_("the day of the next step is before the contact"),
        )


CONTACT = Kind(
    name="contact",
    titles={"zh": "催收台账", "es": "Registro de gestiones de cobro", "en": "Collection register"},
    about=LOAN,
    dated_by="on",
    key=("on", "mode", "notice_no"),
    repeats=True,
    needs=(("on",), ("mode", "notice_no", "feedback")),
    check=check,
    source="催收台账 of a rural commercial bank; mechanism 61 (电话、上门、信函、法律)",
    fields=(
        Field(
            key="on",
            titles={"zh": "催收日期", "es": "Fecha de gestión", "en": "Contacted on"},
            grammar="date",
            labels=("催收时间", "催款日期", "催收日", "送达日期"),
            required=True,
            width=11,
        ),
        Field(
            key="mode",
            titles={"zh": "催收方式", "es": "Medio", "en": "Mode"},
            grammar="choice",
            labels=("催收形式", "方式", "送达方式"),
            choices=(
                Choice("phone", {"zh": "电话", "es": "Teléfono", "en": "Telephone"}, ("电话催收",)),
                Choice(
                    "visit",
                    {"zh": "上门", "es": "Visita", "en": "Visit"},
                    ("上门催收", "面谈", "当面", "直接送达"),
                ),
                Choice(
                    "letter",
                    {"zh": "信函", "es": "Carta", "en": "Letter"},
                    ("催收函", "书面", "催收通知书", "邮寄", "挂号信", "特快专递", "留置送达"),
                ),
                Choice(
                    "message",
                    {"zh": "短信", "es": "Mensaje", "en": "Message"},
                    ("微信", "短信催收", "whatsapp", "sms"),
                ),
                Choice(
                    "legal",
                    {"zh": "法律", "es": "Vía judicial", "en": "Legal"},
                    ("律师函", "公告", "公证送达", "诉讼"),
                ),
            ),
            width=8,
        ),
        Field(
            key="target",
            titles={"zh": "催收对象", "es": "Dirigida a", "en": "Addressed to"},
            grammar="choice",
            labels=("对象", "对象类型"),
            choices=(
                Choice("borrower", {"zh": "借款人", "es": "Deudor", "en": "Borrower"}),
                Choice(
                    "guarantor",
                    {"zh": "保证人", "es": "Fiador", "en": "Guarantor"},
                    ("担保人", "抵押人", "联保成员"),
                ),
                Choice(
                    "family",
                    {"zh": "家属", "es": "Familiar", "en": "Family"},
                    ("配偶", "共同借款人", "子女"),
                ),
            ),
            width=8,
        ),
        Field(
            key="notice_no",
            titles={"zh": "催收函编号", "es": "Nº de aviso", "en": "Notice no."},
            grammar="number",
            labels=("通知书编号", "催收通知书编号", "函号"),
        ),
        Field(
            key="amount_fen",
            titles={"zh": "催收金额", "es": "Importe reclamado", "en": "Amount claimed"},
            grammar="money",
            labels=("金额", "催收本息", "本息合计"),
            total=True,
        ),
        money("principal_fen", "催收本金", "Capital reclamado", "Principal", "本金", "尚欠本金"),
        money("arrears_in_fen", "表内欠息", "Intereses en balance", "Interest in sheet", "表内息"),
        money(
            "arrears_off_fen",
            "表外欠息",
            "Intereses fuera de balance",
            "Interest off sheet",
            "表外息",
        ),
        money("arrears_fen", "欠息", "Intereses", "Interest", "催收利息", "利息", "欠息合计"),
        text("target_name", "对象名称", "Nombre", "Name", "催收对象名称", "被催收人", width=10),
        Field(
            key="feedback",
            titles={"zh": "反馈情况", "es": "Respuesta", "en": "Answer"},
            labels=("反馈", "催收情况", "催收结果", "债务人意见"),
            width=24,
        ),
        Field(
            key="signed",
            titles={"zh": "债务人签字", "es": "Firmado por el deudor", "en": "Signed by debtor"},
            grammar="flag",
            labels=("是否签字", "回执", "签收"),
            width=8,
        ),
        text("received_by", "签收人", "Recibido por", "Received by", "签字人", width=10),
        day("received_on", "签收日期", "Recibido el", "Received on", "回执日期"),
        day("overdue_since", "逾期时间", "Vencido desde", "Overdue since", "逾期日期"),
        Field(
            key="next_on",
            titles={"zh": "下次催收日期", "es": "Próxima gestión", "en": "Next step on"},
            grammar="date",
            width=11,
        ),
        Field(
            key="officer",
            titles={"zh": "催收人", "es": "Gestor", "en": "Collector"},
            labels=("经办人", "催收人员", "清收人"),
            width=10,
        ),
    ),
)
