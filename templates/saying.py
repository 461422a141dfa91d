"""Says sentences with figures in them, so that a sentence always names what it states.

    say = Say("zh")
    say("累计发放贷款{count:笔}、{amount}。", count=granted_count, amount=granted_sum)

A figure prints with its unit: money in 万元 (zh) or thousands of yuan, percent with its sign. After
the colon stand the words that follow a number, for one and for many ("{n:crédito|créditos}"); "~"
before them prints the size without its sign; "." prints the bare number.
Other values: sentences (their figures count as stated here), dates, texts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from string import Formatter
from typing import Any

from ledger.figure import Figure
from templates import formats
from templates.sentence import Sentence

_MONEY = {"zh": "万元", "es": " miles de yuanes", "en": " thousand yuan"}
_PERCENT = {"zh": "%", "es": " %", "en": "%"}
_DAYS = {"zh": "天", "es": " días", "en": " days"}

Value = Figure | Sentence | date | str | int


class Say:
    """Says sentences in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.blank = formats.BLANKS[language]

    def __call__(self, pattern: str, **values: Value) -> Sentence:
        """Return `pattern` with its values put in; {blank} is a place for a person to fill."""
        words: list[str] = []
        stated: list[Figure] = []
        asides: list[tuple[str, str]] = []
        for literal, name, spec, _conversion in Formatter().parse(pattern):
            words.append(literal)
            if name is None:
                continue
            if name == "blank":
                words.append(self.blank)
                continue
            value = values[name]
            if isinstance(value, Figure):
                words.append(self.figure(value, spec or ""))
                stated.append(value)
            elif isinstance(value, Sentence):
                words.append(value.text)
                stated += value.stated
                asides += value.asides
            elif isinstance(value, date):
                words.append(formats.day(value, self.language))
            else:
                words.append(str(value))
        # A claim may rest on a figure that it does not print: "nothing was upgraded".
        stated += [value for value in values.values() if isinstance(value, Figure)]
        once = {one.name: one for one in stated}
        return Sentence("".join(words), tuple(once), tuple(once.values()), tuple(asides))

    def figure(self, figure: Figure, spec: str = "") -> str:
        """Return a figure with its unit, or the words of `spec` after it."""
        if spec.startswith("~"):
            spec = spec[1:]
            if figure.value is not None and figure.value < 0:
                figure = replace(figure, value=-figure.value)
        shown = formats.cell(figure, self.language)
        if spec == ".":
            return shown
        if spec:
            one, _bar, many = spec.partition("|")
            following = one if not many or figure.value == 1 else many
            return f"{shown}{'' if self.language == 'zh' else ' '}{following}"
        unit = {"fen": _MONEY, "percent": _PERCENT, "days": _DAYS}.get(figure.unit)
        return shown + (unit[self.language] if unit else "")

    def listed(self, parts: Iterable[Sentence], last: str | None = None) -> Sentence:
        """Return several as one: 甲、乙、丙; "a, b y c"."""
        several = list(parts)
        between = {"zh": "、", "es": ", ", "en": ", "}[self.language]
        final = last or {"zh": "、", "es": " y ", "en": " and "}[self.language]
        return self.joined(several, between, final)

    def joined(
        self, parts: Iterable[Sentence], between: str = "，", final: str | None = None
    ) -> Sentence:
        """Return several as one with `between` between them, `final` before the last."""
        several = list(parts)
        text = several[0].text if several else ""
        for number, one in enumerate(several[1:], 2):
            last = final is not None and number == len(several)
            text += (final if last and final is not None else between) + one.text
        once = {figure.name: figure for one in several for figure in one.stated}
        asides = tuple(aside for one in several for aside in one.asides)
        return Sentence(text, tuple(once), tuple(once.values()), asides)


def stated_in(sentences: Iterable[Sentence]) -> tuple[Figure, ...]:
    """Return the figures of sentences, each once, as they come; of derived ones their parts too."""
    found: dict[str, Figure] = {}
    for sentence in sentences:
        for figure in sentence.stated:
            _collect(figure, found)
    return tuple(found.values())


def _collect(figure: Figure, found: dict[str, Figure]) -> None:
    if figure.name in found:
        return
    found[figure.name] = figure
    parts: Any = getattr(figure, "parts", ())
    for part in parts:
        _collect(part, found)
