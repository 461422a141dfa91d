"""Every number in a drafted sentence is found among the figures that the sentence names.

For all kinds of documents and all their invented values. A number that is no figure (the days of a
rule, a clause) is declared on its sentence with the reason: `Sentence.asides`.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from ledger.figure import Figure
from templates import examples
from templates.kinds import KINDS
from templates.sentence import Sentence
from tests.stated_numbers import unstated

# Worded before this was asked of every kind; whoever rewords one takes it out here.
WORDED_BEFORE: set[str] = set()
EVERY = [
    pytest.param(
        kind.name,
        language,
        marks=[pytest.mark.xfail(reason="worded before")] if kind.name in WORDED_BEFORE else [],
    )
    for kind in KINDS.values()
    for language in kind.titles
]


@pytest.mark.parametrize("rows", [0, 1, 5])
@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_every_number_in_a_sentence_is_a_value_of_its_figures(
    kind: str, language: str, rows: int
) -> None:
    document = examples.example(kind, language, rows)
    figures = [one.figure for one in document.figures]
    known = {figure.name for figure in figures}

    for sentence in document.sentences():
        assert unstated(sentence, figures, language) == [], sentence.text
        assert set(sentence.figures) <= known, sentence.text
        assert all(reason for _number, reason in sentence.asides), sentence.text


def figure(value: int | Decimal, unit: str, name: str = "some") -> Figure:
    return Figure(name=name, value=value, unit=unit, query="", as_of=date(2025, 12, 31))


@pytest.mark.parametrize(
    ("text", "language", "wrong"),
    [
        ("累计发放3笔、12.50万元。", "zh", []),
        ("累计发放4笔、12.50万元。", "zh", ["4"]),
        ("累计发放3笔、13万元，占2.3%。", "zh", ["13", "2.3"]),
        ("2025年12月31日累计发放3笔，以3月、12月为多。", "zh", []),
        ("（2025）豫0381民初433号一案，收回12.50万元。", "zh", []),
        ("收回１２．５０万元，另收９９元。", "zh", ["99"]),
        ("Al 31 de diciembre de 2025 se otorgaron 3 créditos por 125,0 miles de yuanes.", "es", []),
        ("Se otorgaron 5 créditos por 125.0 miles de yuanes.", "es", ["5", "125", "0"]),
        ("1) At 31 December 2025, 3 loans of 125.0 thousand yuan.", "en", []),
        ("At 31 December 2025, 31 loans of 125.0 thousand yuan.", "en", ["31"]),
    ],
)
def test_a_number_without_a_figure_is_found(text: str, language: str, wrong: list[str]) -> None:
    figures = [figure(3, "count", "loans"), figure(12_500_000, "fen", "money")]

    found = unstated(Sentence(text, ("loans", "money")), figures, language)

    assert found == wrong


def test_a_figure_that_the_sentence_does_not_name_does_not_help_it() -> None:
    assert unstated(Sentence("共3笔。", ()), [figure(3, "count")], "zh") == ["3"]


def test_a_number_declared_as_an_aside_is_no_claim() -> None:
    told = Sentence("放款后30天内检查3笔。", ("some",), asides=(("30天", "days of the rule"),))

    assert unstated(told, [figure(3, "count")], "zh") == []
