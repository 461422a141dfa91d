"""What a summary says is decided by the figures, and says nothing the figures do not."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from string import Formatter
from typing import Any

import pytest

from ledger.spans import span_of
from templates import examples
from templates.derived import difference
from templates.summaries.document import Charts, Summary, of_facts
from templates.summaries.example import facts
from templates.summaries.facts import PeriodFacts
from templates.summaries.teller import PATTERNS, size_of_change
from templates.trade_names import trade_name

LANGUAGES = ("zh", "es", "en")
# Words of the period, which each language puts where it needs them.
OF_THE_PERIOD = {"blank", "span", "since", "than", "this", "next", "target_year", "year"}


def summary(told: PeriodFacts, language: str = "zh") -> Summary:
    return of_facts(
        told,
        institution=None,
        department=None,
        known_on=examples.KNOWN_ON,
        language=language,
        charts=Charts(),
    )


def text(told: PeriodFacts, language: str = "zh") -> str:
    return "\n".join(one.text for one in summary(told, language).sentences())


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"outstanding_balance": 900_000_000, "npl_ratio": Decimal("2.00")}, "较快，资产质量好转"),
        ({"outstanding_balance": 820_000_000, "npl_ratio": Decimal("3.00")}, "稳中有增，但不良率"),
        ({"outstanding_balance": 790_120_001, "npl_ratio": Decimal("2.20")}, "稳定，资产质量保持"),
        ({"outstanding_balance": 600_000_000, "npl_ratio": Decimal("2.00")}, "收缩，不良率下降"),
        ({"outstanding_balance": 600_000_000, "npl_ratio": Decimal("3.00")}, "收缩，不良率又上升"),
    ],
)  # fmt: skip
def test_the_judgement_follows_scale_and_quality(changed: dict[str, Any], words: str) -> None:
    assert words in text(facts(**changed))


@pytest.mark.parametrize(
    ("changed", "words", "not_words"),
    [
        ({"plan_percent": Decimal("103.2")}, "完成103.20%，完成了计划", "投放计划没有完成"),
        ({"plan_percent": Decimal(80)}, "完成80.00%，还差", "完成了计划。"),
        ({"plan_percent": None}, "全年投放计划＿＿＿＿万元", "投放计划没有完成"),
        ({"new_npl_count": 0, "new_npl_sum": 0}, "本年没有新增不良贷款", "新增不良贷款0"),
        ({"inspections_done": 168}, "做到了168次，应查尽查", "检查没有做足"),
        ({"interest_due": None, "interest_received": None, "interest_collection_rate": None},
         "应收贷款利息＿＿＿＿万元", "利息没有收齐"),
        ({"npl_count": 0, "npl_balance": 0, "npl_ratio": Decimal(0)}, "没有不良贷款", "不良清收。"),
        ({"npl_ratio": Decimal("2.90")}, "高出年度控制目标（2.50%）0.40个百分点", "控制在年度目标"),
        ({"npl_ratio": Decimal("2.10")}, "控制在年度目标2.50%以内", "高出年度"),
        ({"npl_recovered_sum": 7_000_000}, "完成年度清收计划（6.00万元）。", "没有完成。清收较多"),
        ({"npl_recovered_sum": 0}, "没有从不良贷款收回本金的记录", "清收处置不良"),
        ({"overdue_balance": 0}, "期末没有逾期贷款", "逾期贷款增加"),
        ({"arrears_interest": 9_000_000}, "大幅增加7.91万元（原为1.09万元）", "增幅724"),
        ({"upgraded_sum": 0}, "没有上调", "上调0.00"),
        ({"top_ten_balance": 400_000_000}, "贷款集中度偏高", "最大十户合计310"),
        ({"new_npl_uninspected": 2}, "新增不良2笔在转为不良前一年内都漏做过", "其中有2笔"),
        ({"new_npl_uninspected": 0}, "其他原因", "检查不能漏"),
    ],
)  # fmt: skip
def test_the_wording_follows_the_figure(
    changed: dict[str, Any], words: str, not_words: str
) -> None:
    told = text(facts(**changed))

    assert words in told
    assert not_words not in told


@pytest.mark.parametrize(
    ("now", "before", "code"),
    [
        (100, 100, "same"), (1004, 1000, "steady_up"), (996, 1000, "steady_down"),
        (105, 100, "up"), (115, 100, "fast"), (150, 100, "sharp"), (900, 100, "manifold"),
        (95, 100, "down"), (85, 100, "fast_down"), (50, 100, "sharp_down"),
        (5, 0, "from_nothing"), (0, 5, "to_nothing"),
    ],
)  # fmt: skip
def test_the_verb_follows_the_size_of_a_change(now: int, before: int, code: str) -> None:
    later, earlier = (examples.figure(str(n), n, "fen") for n in (now, before))

    assert size_of_change(later, earlier) == code


def test_a_year_without_shortfall_is_not_given_one() -> None:
    told = facts(
        plan_percent=Decimal(100), npl_balance=17_000_000, npl_ratio=Decimal("2.0"),
        new_npl_count=0, new_npl_sum=0, due_recovered=431_000_000, overdue_balance=0,
        interest_received=52_431_275, arrears_interest=0, inspections_done=168,
    )  # fmt: skip
    none = {name: dataclasses.replace(one, value=0) for name, one in told.done.items()}
    parts = {by: dataclasses.replace(one, of={}, names=()) for by, one in told.parts.items()}
    flawless = dataclasses.replace(
        told, done=none, parts=parts,
        now=dataclasses.replace(told.now, products=told.now.products[2:]),
    )  # fmt: skip

    made = summary(flawless)

    assert [one.text for one in made.shortfalls] == [
        "（一）从台账数据看，投放、到期收回、收息和贷后检查没有反映出缺口。",
        "（二）其他不足：＿＿＿＿＿＿＿＿。",
    ]
    assert made.causes == ()


def test_a_cause_is_named_where_it_was_recorded_and_asked_for_where_not() -> None:
    told = facts()
    silent = dataclasses.replace(
        told,
        now=dataclasses.replace(told.now, new_npl_uninspected=examples.figure("none", 0, "count")),
        parts=dict(told.parts) | {
            by: dataclasses.replace(told.parts[by], of={}) for by in ("cause", "product")
        },
    )  # fmt: skip

    assert "按登记的形成原因，贷后环节" in text(told)
    assert "台账中没有登记形成原因" in text(silent)


def test_each_statement_is_made_once() -> None:
    sentences = [one.text for one in summary(facts(5)).sentences()]
    clauses = [clause for one in sentences for clause in one.split("。") if len(clause) > 12]

    assert len(clauses) == len(set(clauses))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_compared_with_what_the_ledger_does_not_cover(language: str) -> None:
    told = dataclasses.replace(facts(), before=None, start=None)

    made = summary(told, language)

    assert all(line.before is None and line.change is None for line in made.comparison)
    assert "2024" in made.comparison_note
    told_of = "\n".join(one.text for one in made.sentences())
    assert not any(PATTERNS[language][f"{of}.year"] in told_of for of in ("since", "than"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_running_year_is_not_called_a_whole_one(language: str) -> None:
    told = facts()
    running = dataclasses.replace(told, as_of=told.as_of.replace(month=6, day=30))

    words = text(running, language)

    assert PATTERNS[language]["span.year.running"] in words
    assert PATTERNS[language]["than.year.running"] in words


def test_the_months_with_most_falling_due_are_named_in_order() -> None:
    assert "其中3月46.35万元、12月61.80万元" in text(facts())


@pytest.mark.parametrize(
    ("period", "heading", "words"),
    [
        ("2025H1", "2025年上半年信贷工作总结", "上半年累计发放"),
        ("2025H2", "2025年下半年信贷工作总结", "比6月末"),
        ("2025Q3", "2025年三季度信贷工作总结", "比上季末"),
        ("2025Q1", "2025年一季度信贷工作总结", "二季度到期贷款"),
    ],
)
def test_a_half_and_a_quarter_have_words_of_their_own(
    period: str, heading: str, words: str
) -> None:
    made = summary(facts(3, period))

    assert made.heading == heading
    assert words in "".join(one.text for one in made.sentences())
    assert all(line.growth is not None for line in made.comparison if line.now.value is not None)


def test_the_summary_of_one_branch_names_it_and_compares_no_branches() -> None:
    made = summary(dataclasses.replace(facts(), unit="石桥信用社"))

    assert made.heading == "石桥信用社2025年信贷工作总结"
    assert made.units == ()
    assert "从机构看" not in "".join(one.text for one in made.sentences())


@pytest.mark.parametrize("language", ["es", "en"])
def test_all_languages_tell_the_same_of_the_same_figures(language: str) -> None:
    theirs = PATTERNS[language]

    assert theirs.keys() == PATTERNS["zh"].keys()
    for code, words in PATTERNS["zh"].items():
        assert _asked_for(words) == _asked_for(theirs[code]), code
    ours = [set(one.figures) for one in summary(facts(4)).sentences()]
    assert [set(one.figures) for one in summary(facts(4), language).sentences()] == ours


def _asked_for(pattern: str) -> set[str]:
    return {name for _text, name, _spec, _c in Formatter().parse(pattern) if name} - OF_THE_PERIOD


@pytest.mark.parametrize("language", ["es", "en"])
def test_products_known_to_the_trade_are_translated(language: str) -> None:
    assert trade_name("农户联保贷款", language) != "农户联保贷款"
    assert trade_name("青禾特色贷", language) == "青禾特色贷"
    assert "农户" not in text(facts(5), language)


def test_a_change_is_a_figure_that_names_what_it_comes_from() -> None:
    made = summary(facts())
    names = {one.figure.name for one in made.figures}
    change = next(line.change for line in made.comparison if line.change is not None)

    assert change.name in names
    assert change == difference(made.comparison[0].now, made.comparison[0].before or change)
    assert made.comparison[0].now.name in change.name


def test_a_summary_names_the_year_of_the_targets_that_its_table_holds() -> None:
    for quarter, year in (("2025-Q2", 2025), ("2025-Q4", 2026)):
        span = span_of(quarter)
        assert span is not None
        told = dataclasses.replace(facts(), span=span, due_next=())
        of_year = told.targets_next
        made = summary(told)

        assert made.goals_year == year
        assert {one.target for one in made.goals} <= {None, *of_year.values()}
        assert f"{year}年目标为清收不良" in text(told)
