"""Words in which a task is explained: what each reason is called and how its value is printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ledger import classes, guarantees
from ledger.kinds.due_work import DUE_HANDLING
from ledger.rules.declaration import Titles, titles


@dataclass(frozen=True, slots=True)
class Word:
    """A reason's title; kind is money (fen), count, date, text, class, guarantee, way or tier."""

    titles: Titles
    kind: str = "text"


WORDS = {
    "amount": Word(titles("借据金额", "Importe", "Amount"), "money"),
    "balance": Word(titles("余额", "Saldo", "Balance"), "money"),
    "owed": Word(titles("该户贷款余额", "Deuda del cliente", "Owed by the household"), "money"),
    "tier": Word(titles("客户规模", "Tamaño del cliente", "Size of the client"), "tier"),
    "granted_on": Word(titles("发放日", "Desembolso", "Granted on"), "date"),
    "due_on": Word(titles("到期日", "Vence el", "Due on"), "date"),
    "guarantee": Word(titles("担保方式", "Garantía", "Guarantee"), "guarantee"),
    "class": Word(titles("五级分类", "Clase", "Class"), "class"),
    "bad_since": Word(titles("成为不良之日", "Moroso desde", "Bad since"), "date"),
    "overdue_since": Word(titles("逾期起始日", "En mora desde", "Overdue since"), "date"),
    "days_overdue": Word(titles("逾期天数", "Días de mora", "Days overdue"), "count"),
    "arrears": Word(titles("欠息", "Intereses impagos", "Interest in arrears"), "money"),
    "next_due_on": Word(
        titles("上次检查所定下次日期", "Próxima visita fijada", "Next visit as last set"), "date"
    ),
    "appraised_on": Word(titles("上次评估日期", "Última tasación", "Last appraised"), "date"),
    "insured_until": Word(titles("保险到期日", "Seguro hasta", "Insured until"), "date"),
    "registered_until": Word(titles("登记到期日", "Inscrita hasta", "Registered until"), "date"),
    "lent_on": Word(titles("借出日期", "Prestado el", "Lent on"), "date"),
    "limitation_from": Word(titles("时效起算日", "Prescripción desde", "Limitation from"), "date"),
    "limitation_until": Word(titles("时效届满日", "Prescribe el", "Claim lapses on"), "date"),
    "guarantee_until": Word(
        titles("保证期间届满日", "Fianza hasta", "Guarantee period ends"), "date"
    ),
    "way": Word(titles("处置方式", "Solución", "Way of settling"), "way"),
    "cause": Word(titles("形成原因", "Causa", "Cause")),
    "responsible": Word(titles("责任人", "Responsable", "Responsible")),
    "measure": Word(titles("清收保全措施", "Medida", "Measure")),
    "party_borrower": Word(titles("与借款人核对", "Con el deudor", "With the borrower"), "date"),
    "party_guarantor": Word(titles("与保证人核对", "Con el fiador", "With the guarantor"), "date"),
    "party_security": Word(titles("抵质押物核对", "Garantía", "At the collateral"), "date"),
    "party_vault": Word(titles("入库权证核对", "Bóveda", "In the vault"), "date"),
    "suspicion": Word(titles("可疑信息", "Información", "Information")),
    "problems": Word(titles("存在问题", "Defectos", "Problems")),
}

_TIERS = {
    "large": titles("大户", "grande", "large"),
    "middle": titles("中户", "mediano", "middle"),
    "small": titles("小户", "pequeño", "small"),
}


def worded(word: str, value: Any, language: str) -> str:
    """Return a reason's value as a person reads it; empty for None."""
    if value is None:
        return ""
    kind = WORDS[word].kind if word in WORDS else "text"
    if kind == "money":
        return f"{Decimal(int(value)) / 100:,.2f}"
    if kind == "class":
        return classes.TITLES[value][language]
    if kind == "guarantee":
        return guarantees.TITLES[value][language]
    if kind == "tier":
        return _TIERS[value][language]
    if kind == "way":
        choices = {each.code: each.titles for each in DUE_HANDLING.field("way").choices}
        return choices[value][language]
    return value.isoformat() if isinstance(value, date) else str(value)


def plain(word: str, value: Any) -> Any:
    """Return a reason's value for machines: money in yuan as decimal text."""
    if word in WORDS and WORDS[word].kind == "money" and value is not None:
        return format(Decimal(int(value)) / 100, ".2f")
    return value.isoformat() if isinstance(value, date) else value


def title(word: str, language: str) -> str:
    """Return what a reason is called; a word nobody declared stands for itself."""
    return WORDS[word].titles[language] if word in WORDS else word
