"""What inspection forms say of rates, states and signals, in Chinese and Spanish."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ledger.records import Record
from ledger.states import LoanState
from templates import formats

RATES: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "percent_year": "%/年",
        "percent_month": "%/月",
        "permille_month": "‰/月",
        "percent_day": "%/日",
        "bp_over_LPR_1Y": "个基点（1年期LPR）",
        "percent_total": "%（全期）",
    },
    "es": {
        "percent_year": " % año",
        "percent_month": " % mes",
        "permille_month": " ‰ mes",
        "percent_day": " % día",
        "bp_over_LPR_1Y": " pb sobre LPR 1A",
        "percent_total": " % por el plazo",
    },
}

# What is printed once the day and the number stand in it.
SAID: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "repaid": "截至{day}，已收回本金{repaid}元，尚欠本金{balance}元",
        "not_repaid": "截至{day}，没有收回本金的记录，尚欠本金{balance}元",
        "paid_off": "截至{day}，本金已全部收回",
        "overdue": "，逾期{days}天",
        "due": "，本金未逾期，{due}到期",
        "end": "。",
        "s_overdue": "本金逾期{days}天。",
        "s_arrears": "欠息{sum}元。",
        "s_down": "风险分类由{before}下调为{now}。",
        "s_class": "风险分类为{now}。",
        "s_due": "{due}到期，距检查基准日{days}天。",
        "s_insured": "抵（质）押物保险已于{day}到期。",
        "s_alert": "{title}：{text}（{day}起）。",
        "s_better": "按分类规则初分为{grade}，现分类为{now}，需重新认定。",
        "s_flow": "已登记支付{paid}元，尚有{lacking}元没有支付去向记录。",
        "and": "、",
        "reason": "{text}（{day}）",
        "checked": "{day}{state}",
        "on_time": "应于{day}前完成首次检查。",
        "too_late": "首次检查期限为{day}，截至{today}没有检查记录，已超过期限。",
        "next": "应于{day}前完成本次检查。",
        "next_late": "本次检查应于{day}前完成，截至{today}已超过期限。",
    },
    "es": {
        "repaid": "Al {day} se cobró capital por {repaid} y se adeuda {balance}",
        "not_repaid": "Al {day} no consta cobro de capital y se adeuda {balance}",
        "paid_off": "Al {day} el capital está cancelado",
        "overdue": ", con {days} días de atraso",
        "due": ", sin atraso de capital; vence el {due}",
        "end": ".",
        "s_overdue": "Capital con {days} días de atraso.",
        "s_arrears": "Intereses impagos: {sum}.",
        "s_down": "La clasificación bajó de {before} a {now}.",
        "s_class": "Clasificación vigente: {now}.",
        "s_due": "Vence el {due}, a {days} días de la fecha de corte.",
        "s_insured": "El seguro de la garantía venció el {day}.",
        "s_alert": "{title}: {text} (desde el {day}).",
        "s_better": "Por las reglas corresponde {grade} y figura {now}: debe reclasificarse.",
        "s_flow": "Constan pagos por {paid}; de {lacking} no consta el destino.",
        "and": ", ",
        "reason": "{text} ({day})",
        "checked": "{day}: {state}",
        "on_time": "La primera visita debe hacerse a más tardar el {day}.",
        "too_late": "La primera visita debía hacerse hasta el {day}; al {today} no consta.",
        "next": "Esta visita debe hacerse a más tardar el {day}.",
        "next_late": "Esta visita debía hacerse hasta el {day}; al {today} está atrasada.",
    },
}


def say(name: str, language: str, **parts: object) -> str:
    """Return one of SAID; days among the parts are written out."""
    shown = {
        key: formats.day(part, language) if isinstance(part, date) else part
        for key, part in parts.items()
    }
    return SAID[language][name].format(**shown)


def rate(loan: LoanState, language: str) -> str | None:
    """Return a loan's rate as the ledger states it, never converted."""
    if loan.rate is None:
        return None
    shown = f"{loan.rate.normalize():f}"
    if language == "es":
        shown = shown.replace(".", ",")
    return f"{shown}{RATES[language].get(loan.rate_unit or '', '')}"


def chosen(record: Record, field: str, language: str) -> str:
    """Return a choice of a recorded fact in words; empty where it was not stated."""
    from ledger.kinds.registry import kind_of

    code = record.text(field)
    if code is None:
        return ""
    choices = kind_of(record.kind).field(field).choices
    return next((each.titles[language] for each in choices if each.code == code), code)
