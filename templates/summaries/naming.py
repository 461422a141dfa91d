"""What people call the figures of summaries, those worked out from others included."""

from __future__ import annotations

import re

from ledger.channels import TITLES as CHANNELS
from ledger.figure import Figure
from ledger.kinds.formation_cause import FORMATION_CAUSE
from templates.derived import Derived
from templates.provenance import NamedFigure
from templates.titles import title, trade_word
from templates.trade_names import trade_name

_DERIVED = {
    "difference": {"zh": "{0}增减", "es": "Variación: {0}", "en": "Change: {0}"},
    "growth": {"zh": "{0}增减幅度", "es": "Variación en %: {0}", "en": "Change in %: {0}"},
    "share": {"zh": "{0}占比", "es": "Porcentaje: {0}", "en": "Share: {0}"},
    "rest": {"zh": "{0}差额", "es": "Diferencia: {0}", "en": "Rest: {0}"},
    "together": {"zh": "{0}等合计", "es": "Suma: {0} y otros", "en": "Sum: {0} and others"},
    "how_many": {"zh": "涉及个数：{0}", "es": "Número: {0}", "en": "Number: {0}"},
    "count_of": {"zh": "{0}笔数", "es": "Número: {0}", "en": "Number: {0}"},
}
_CAUSES = {
    choice.code: choice.titles
    for field in FORMATION_CAUSE.fields
    if field.key == "cause"
    for choice in field.choices
}
_ARGUMENT = re.compile(r"(\w+)=([^,()]+)")


def named(figure: Figure, language: str) -> NamedFigure:
    """Return a figure with its title: what it is, of whom, of when."""
    return NamedFigure(_title(figure, language), figure)


def _title(figure: Figure, language: str) -> str:
    rule = figure.name.partition("(")[0]
    if isinstance(figure, Derived) and rule in _DERIVED:
        return _DERIVED[rule][language].format(_title(figure.parts[0], language))
    inside = figure.name.partition("(")[2].removesuffix(")")
    words = [_word(key, value.strip(), language) for key, value in _ARGUMENT.findall(inside)]
    when = [one.strip() for one in inside.split(",") if "=" not in one and one.strip()]
    # A target's first argument is what it is of.
    if rule == "target" and when:
        words.append(title(_called(when.pop(0), figure), language))
    return title(figure, language, " ".join([*words, *when]))


def _called(name: str, like: Figure) -> Figure:
    return Figure(name=name, value=None, unit=like.unit, query="", as_of=like.as_of)


def _word(key: str, value: str, language: str) -> str:
    if key == "channel":
        return CHANNELS[value][language]
    if key == "cause" and value in _CAUSES:
        return _CAUSES[value][language]
    if key == "product":
        return trade_name(value, language)
    return trade_word(value, language)
