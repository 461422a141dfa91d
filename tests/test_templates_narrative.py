"""What the summary says is decided by the figures, and says nothing the figures do not."""

from __future__ import annotations

import dataclasses
import re
from decimal import Decimal
from typing import Any

import pytest

from templates import annual_summary, examples, summary_en, summary_es, summary_zh
from templates.year_facts import YearFacts

LANGUAGES = ("zh", "es", "en")
WORDINGS = {"zh": summary_zh, "es": summary_es, "en": summary_en}


def summary(facts: YearFacts, language: str = "zh") -> annual_summary.AnnualSummary:
    return annual_summary.of_facts(
        facts,
        institution=None,
        department=None,
        known_on=examples.KNOWN_ON,
        language=language,
    )


def told(facts: YearFacts, language: str = "zh") -> str:
    return "\n".join(one.text for one in summary(facts, language).sentences())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_with_a_number_names_its_figures(language: str) -> None:
    made = summary(examples.year_facts(), language)
    known = {one.figure.name for one in made.figures}

    for sentence in made.sentences():
        # Section numbers, days and years are no figures of the ledger.
        states = re.search(r"\d+[.,]\d+|\d+ ?(笔|户|次|créditos|loans|visit)", sentence.text)
        assert not states or sentence.figures, sentence.text
        assert set(sentence.figures) <= known, sentence.text


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"outstanding_balance": 900_000_000, "npl_ratio": Decimal("2.00")}, "较快增长，资产质量"),
        ({"outstanding_balance": 820_000_000, "npl_ratio": Decimal("3.00")}, "稳中有增，但不良率"),
        ({"outstanding_balance": 790_120_001, "npl_ratio": Decimal("2.00")}, "基本稳定，资产质量"),
        ({"outstanding_balance": 600_000_000, "npl_ratio": Decimal("2.00")}, "收缩，不良率没有"),
        ({"outstanding_balance": 600_000_000, "npl_ratio": Decimal("3.00")}, "收缩，不良率同时"),
    ],
)  # fmt: skip
def test_the_judgement_follows_scale_and_quality(changed: dict[str, Any], words: str) -> None:
    assert words in told(examples.year_facts(**changed))


@pytest.mark.parametrize(
    ("changed", "words", "not_words"),
    [
        ({"plan_percent": Decimal("103.2")}, "完成103.20%，完成了年度计划", "距年度计划"),
        ({"plan_percent": Decimal("80")}, "距年度计划还差20.00个百分点", "完成了年度计划"),
        ({"plan_percent": None}, "全年投放计划＿＿＿＿万元", "距年度计划"),
        ({"new_npl_count": 0, "new_npl_sum": 0}, "本年没有新增不良贷款", "本年新增不良贷款"),
        ({"inspections_done": 168}, "做到了应查尽查", "没有做到"),
        ({"interest_due": None, "interest_received": None, "interest_collection_rate": None},
         "应收贷款利息＿＿＿＿万元", "利息没有收齐"),
        ({"npl_balance": 0, "npl_ratio": Decimal(0)}, "期末没有不良贷款", "不良清收。"),
    ],
)  # fmt: skip
def test_the_wording_follows_the_figure(
    changed: dict[str, Any], words: str, not_words: str
) -> None:
    text = told(examples.year_facts(**changed))

    assert words in text
    assert not_words not in text


def test_a_year_without_shortfall_is_not_given_one() -> None:
    facts = examples.year_facts(
        plan_percent=Decimal(100), npl_ratio=Decimal("2.0"), new_npl_count=0, new_npl_sum=0,
        due_recovered=431_000_000, interest_received=52_431_275, inspections_done=168,
    )  # fmt: skip

    made = summary(facts)

    assert facts.shortfalls == ()
    assert "没有反映出缺口" in made.shortfalls[0].text
    assert len(made.causes) == 1


def test_each_shortfall_asks_a_person_for_its_cause() -> None:
    facts = examples.year_facts()

    made = summary(facts)

    assert facts.shortfalls == ("plan", "npl_ratio", "due", "interest", "inspections")
    assert len(made.causes) == len(facts.shortfalls) + 1
    assert all("＿＿＿＿" in one.text for one in made.causes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_compared_with_a_year_the_ledger_does_not_cover(language: str) -> None:
    facts = dataclasses.replace(examples.year_facts(), before=None)

    made = summary(facts, language)

    assert all(line.before is None and line.change is None for line in made.comparison)
    assert "2024" in made.comparison_note
    words = "\n".join(one.text for one in made.sentences())
    assert not re.search(r"上年末|比上年|año antes|year earlier", words)
    assert facts.verdict is None


def test_a_year_with_receipts_is_covered_and_one_with_only_open_loans_is_not() -> None:
    kept = examples.year_figures(2024)
    begun = examples.year_figures(2024, recovered_count=0, interest_due=None)

    assert kept.is_covered
    assert not begun.is_covered


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_running_year_is_not_called_a_whole_one(language: str) -> None:
    facts = examples.year_facts()
    part = dataclasses.replace(
        facts, now=dataclasses.replace(facts.now, as_of=facts.now.as_of.replace(month=6, day=30))
    )

    text = told(part, language) + summary(part, language).comparison_note

    assert not part.whole_year
    assert re.search(r"上年同期|igual período|same period", text)
    assert "全年累计" not in text


def test_the_months_with_most_falling_due_are_named_in_order() -> None:
    assert examples.year_facts().heavy_months == (3, 12)


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_different_years_give_two_different_summaries(language: str) -> None:
    one = told(examples.year_facts(), language)
    other = told(
        examples.year_facts(outstanding_balance=600_000_000, npl_ratio=Decimal("1.0")), language
    )

    assert one != other


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_wording_has_the_same_sections(language: str) -> None:
    wanted = {name for name in vars(summary_zh) if not name.startswith("_")}
    has = vars(WORDINGS[language])

    sections = {"overview", "business", "quality", "income", "measures", "shortfalls", "causes",
                "next_steps", "comparison_note"}  # fmt: skip
    assert sections <= wanted
    assert sections <= has.keys()
