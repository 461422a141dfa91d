"""What people call a figure, with what it was asked for: 逾期贷款余额（机构：石桥社）."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ledger.bad import groups
from ledger.classes import CLASSES
from ledger.classes import TITLES as CLASS_TITLES
from ledger.figure import Figure
from ledger.guarantees import TITLES as GUARANTEES
from ledger.indicators import INDICATORS
from ledger.kinds.clients import OWNERSHIP
from templates import titles, titles_ahead
from templates.derived import Derived
from templates.provenance import NamedFigure

_ASKED = {
    "unit": ("机构", "oficina", "unit"),
    "manager": ("客户经理", "oficial", "officer"),
    "product": ("产品", "producto", "product"),
    "category": ("处置类别", "vía", "category"),
    "recoverability": ("可收回性", "recuperabilidad", "recoverability"),
    "class_code": ("分类", "categoría", "class"),
    "what": ("指标", "indicador", "indicator"),
}
_PLACE = {"zh": 0, "es": 1, "en": 2}
_RULES = {
    "difference": {"zh": "{0}较{1}增减", "es": "{0} frente a {1}", "en": "{0} against {1}"},
    "growth": {"zh": "{0}比{1}增幅", "es": "crecimiento de {0}", "en": "growth of {0}"},
    "share": {"zh": "{0}占{1}的比例", "es": "{0} sobre {1}", "en": "{0} of {1}"},
    "rest": {"zh": "{0}减{1}", "es": "{0} menos {1}", "en": "{0} less {1}"},
    "together": {"zh": "{0}等合计", "es": "{0} y otros, total", "en": "{0} and others, total"},
    "how_many": {"zh": "{0}的个数", "es": "número de {0}", "en": "number of {0}"},
}


def named(figures: Iterable[Figure], language: str) -> tuple[NamedFigure, ...]:
    """Return figures with their titles, each once; those that others are derived from as well."""
    found: dict[str, NamedFigure] = {}
    for figure in figures:
        _collect(figure, language, found)
    return tuple(found.values())


def _collect(figure: Figure, language: str, found: dict[str, NamedFigure]) -> None:
    if figure.name in found:
        return
    found[figure.name] = NamedFigure(called(figure, language), figure)
    if isinstance(figure, Derived):
        for part in figure.parts:
            _collect(part, language, found)


def called(figure: Figure, language: str) -> str:
    """Return what people call a figure."""
    base, _bracket, asked = figure.name.partition("(")
    if isinstance(figure, Derived) and base in _RULES and figure.parts:
        parts = [called(part, language) for part in figure.parts]
        return _RULES[base][language].format(*parts, *parts)
    told = [_told(base, one, language) for one in re.split(r", ?", asked.removesuffix(")")) if one]
    about = "，".join(told) if language == "zh" else ", ".join(told)
    if titles.title(figure, language) == base and base in INDICATORS:
        title = INDICATORS[base].titles[language]
        if not about:
            return title
        return f"{title}（{about}）" if language == "zh" else f"{title}: {about}"
    return titles.title(figure, language, about)


def _told(base: str, said: str, language: str) -> str:
    key, equals, value = said.partition("=")
    if not equals:
        return _word(base, said, language)
    name = _ASKED[key][_PLACE[language]] if key in _ASKED else key
    word = _word(key, value, language)
    return f"{name}：{word}" if language == "zh" else f"{name} {word}"


def _word(key: str, value: str, language: str) -> str:
    if key == "targets":
        return titles_ahead.TITLES[f"{value}_fen"][_PLACE[language]]
    if value in CLASSES:
        return CLASS_TITLES[value][language]
    if key in ("category", "recoverability"):
        return groups.titles_of(key, value)[language]
    if key in ("tier_households", "tier_balance"):
        tiers = {choice.code: choice.titles for choice in OWNERSHIP.field("tier").choices}
        return tiers[value][language] if value in tiers else value
    if key in ("guarantee", "method"):
        return GUARANTEES[value][language] if value in GUARANTEES else value
    if value in INDICATORS:
        return INDICATORS[value].titles[language]
    return value
