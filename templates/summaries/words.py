"""Headings and notes of summaries: how a period is called, what is compared with what."""

from __future__ import annotations

from ledger.spans import Span
from templates.summaries.facts import PeriodFacts

_QUARTERS = {"zh": "一二三四", "es": ("primer", "segundo", "tercer", "cuarto"),
             "en": ("first", "second", "third", "fourth")}  # fmt: skip


def called(span: Span, language: str) -> str:
    """Return what a period is called in a heading: 2025年上半年, primer semestre de 2025."""
    year, place = span.first.year, int(span.text[-1]) - 1
    if span.kind == "year":
        return f"{year}年" if language == "zh" else str(year)
    ordinal = _QUARTERS[language][place]
    if span.kind == "half":
        return {
            "zh": f"{year}年{'上下'[place]}半年",
            "es": f"{ordinal} semestre de {year}",
            "en": f"{ordinal} half of {year}",
        }[language]
    return {
        "zh": f"{year}年{ordinal}季度",
        "es": f"{ordinal} trimestre de {year}",
        "en": f"{ordinal} quarter of {year}",
    }[language]


def heading(facts: PeriodFacts, language: str) -> str:
    """Return the document's title, with the branch or officer it tells of."""
    period, whose = called(facts.span, language), facts.unit or facts.manager
    if language == "zh":
        owner = f"{facts.unit or ''}{f'{facts.manager}管户' if facts.manager else ''}"
        return f"{owner}{period}信贷工作总结"
    title = {"es": f"Resumen de crédito: {period}", "en": f"Credit summary: {period}"}[language]
    return f"{title} — {whose}" if whose else title


def next_heading(facts: PeriodFacts, language: str) -> str:
    """Return the heading of the last section, without its number."""
    period = called(facts.next_span, language)
    return {"zh": f"{period}工作打算", "es": f"Plan: {period}", "en": f"Plan: {period}"}[language]


def note(facts: PeriodFacts, language: str) -> str:
    """Return the line under the table of comparison: what is compared with what."""
    return _NOTES[language][(0 if facts.start else 2) + (0 if facts.before else 1)].format(
        year=facts.span.first.year - 1
    )


_NOTES = {
    "zh": (
        "注：结余、不良、逾期、欠息等时点数与期初比较，发放、收回、利息等累计数与上年同期比较。",
        "注：结余、不良、逾期、欠息等时点数与期初比较；台账没有{year}年同期的完整记录，累计数未比较。",
        "注：台账没有期初的完整记录，时点数未比较；累计数与上年同期比较。",
        "注：台账没有{year}年的完整记录，未作比较。",
    ),
    "es": (
        "Los saldos se comparan con el inicio del período; los flujos, con igual período del año "
        "anterior.",
        "Los saldos se comparan con el inicio del período; el registro no cubre igual período "
        "de {year}.",
        "El registro no cubre el inicio del período; los flujos se comparan con igual período del "
        "año anterior.",
        "El registro no cubre {year}: no se compara.",
    ),
    "en": (
        "Balances are compared with the beginning of the period, sums with the same period of the "
        "year before.",
        "Balances are compared with the beginning of the period; the ledger does not cover the "
        "same period of {year}.",
        "The ledger does not cover the beginning of the period; sums are compared with the same "
        "period of the year before.",
        "The ledger does not cover {year}: nothing is compared.",
    ),
}
