"""Tells facts in one language: patterns by code, changes worded by their size, names translated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from ledger.figure import Figure
from templates.derived import difference, growth
from templates.saying import Say, Value
from templates.sentence import Sentence
from templates.summaries import patterns_en, patterns_es, patterns_zh
from templates.summaries import thresholds as at_least
from templates.summaries.facts import PeriodFacts
from templates.trade_names import trade_name

PATTERNS: dict[str, Mapping[str, str]] = {
    "zh": patterns_zh.PATTERNS,
    "es": patterns_es.PATTERNS,
    "en": patterns_en.PATTERNS,
}


class Teller:
    """Says what the facts of a period support."""

    def __init__(self, facts: PeriodFacts, language: str) -> None:
        self.facts = facts
        self.language = language
        self.say = Say(language)
        self._patterns = PATTERNS[language]
        kind = facts.span.kind
        number = facts.span.text[-1] if kind in ("half", "quarter") else ""
        whole = "" if facts.is_whole else ".running"
        self._words = {
            "span": self.word(f"span.{kind}{number}{whole if kind == 'year' else ''}"),
            "since": self.word(f"since.{kind}{number}"),
            "than": self.word(f"than.{kind}{whole if kind == 'year' else ''}"),
            "this": self.word(f"this.{kind}{number}"),
            "next": self.word(f"next.{kind}{number}").format(year=facts.span.first.year + 1),
            "year": str(facts.span.first.year),
            "target_year": str(facts.next_span.first.year),
        }

    def word(self, code: str) -> str:
        """Return a pattern as it stands."""
        return self._patterns[code]

    def __call__(self, code: str, **values: Value) -> Sentence:
        """Return the sentence of a code. {span}, {since}, {than}, {this}, {next} are given."""
        return self.say(self._patterns[code], **(self._words | values))

    def name(self, name: str) -> str:
        """Return a product's name as the language has it; other names stay as the ledger's."""
        return trade_name(name, self.language)

    def listed(self, parts: Iterable[Sentence]) -> Sentence:
        """Return several as a list."""
        return self.say.listed(parts)

    def paragraph(self, sentences: Iterable[Sentence | None]) -> Sentence:
        """Return several sentences as one paragraph."""
        told: list[Sentence] = []
        for one in sentences:
            if one is None or not one.text:
                continue
            apart = self.language != "zh" and told and one.text[0] not in ",;.:"
            told.append(replace(one, text=f" {one.text}") if apart else one)
        return self.say.joined(told, "")

    def moved(self, now: Figure, before: Figure) -> Sentence:
        """Return how a figure moved, in words chosen by how much it did."""
        step, percent = difference(now, before), growth(now, before)
        code = size_of_change(now, before)
        if code == "manifold":
            return self("moved.manifold", d=step, was=before)
        if now.unit == "percent":
            # A ratio moves by points: its growth in percent says nothing.
            return self(f"moved.{code}", d=step)
        return self(f"moved.{code}", d=step, g=percent)

    def amounts(self, code: str, named: Iterable[tuple[str, Figure]]) -> Sentence:
        """Return names with their figures as a list: at most NAMES of them."""
        some = list(named)[: at_least.NAMES]
        return self.listed(self(code, name=self.name(name), figure=one) for name, one in some)

    def numbered(
        self, sentences: Iterable[Sentence | None], *, deeper: bool = False
    ) -> tuple[Sentence, ...]:
        """Return the sentences with their numbers in front: （一）, one level deeper 1．"""
        found = [one for one in sentences if one is not None and one.text]
        return tuple(
            replace(one, text=self._ordinal(place, deeper=deeper) + one.text)
            for place, one in enumerate(found, 1)
        )

    def _ordinal(self, place: int, *, deeper: bool) -> str:
        if self.language == "zh" and deeper:
            return f"{place}．"
        if self.language == "zh":
            ten, unit = divmod(place, 10)
            return f"（{'十' if ten else ''}{_NUMERALS[unit]}）"
        return f"{place}) "


_NUMERALS = " 一二三四五六七八九"


def size_of_change(now: Figure, before: Figure) -> str:
    """Return the code of a change: "up", "fast", "sharp", "down" … by thresholds; "points_up" …"""
    step = Decimal(difference(now, before).value or 0)
    if now.unit == "percent":
        if abs(step) < at_least.POINTS:
            return "points_same"
        return "points_up" if step > 0 else "points_down"
    exact = growth(now, before).value
    if not step:
        return "same"
    if exact is None:
        return "from_nothing"
    percent = Decimal(exact)
    if not now.value:
        return "to_nothing"
    if abs(percent) < at_least.STEADY:
        return "steady_up" if step > 0 else "steady_down"
    size = "up" if abs(percent) < at_least.FAST else "fast"
    if abs(percent) >= at_least.SHARP:
        size = "sharp"
    if percent >= at_least.MANIFOLD:
        return "manifold"
    if step > 0:
        return size
    return {"sharp": "sharp_down", "fast": "fast_down", "up": "down"}[size]
