# ruff: noqa: E501 - papers are typed as they stand
"""What a paper says against itself is a problem with a code; what only looks so is none."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.values.dates import term_fits
from tests.typed_paper import codes, read, table

CONTRACT = """农户借款合同
合同编号：（2025）信借字第0042号
借款人：周大山
借款金额：人民币（大写）伍万元整（¥50,000.00）
借款期限：自2025年3月1日至2026年2月28日
分期还款计划：
{plan}
签订日期：2025年3月1日"""
MORTGAGE = """抵押合同
合同编号：（2025）信抵字第0042号
抵押人：周大山
抵押权人：青河县农村信用合作联社
担保的主债权：人民币叁万元整（¥30,000.00）
评估价值：人民币{value}元
抵押率：{rate}
签订日期：2025年3月1日"""
PLAN_LINES = "2025年9月1日归还20,000元；2026年2月28日归还{last}元。"


def problems(text: str) -> set[str]:
    return {code for _field, code in codes(read(text))}


@pytest.mark.parametrize(
    "plan",
    [
        PLAN_LINES.format(last="20,000"),
        "2025-09-01　2万元\n2026-02-28　2万元",
        "1、2025年9月1日，还款金额 10,000.00元\n2、2026年2月28日，还款金额 39,999.99元",
    ],
)
def test_a_plan_that_does_not_come_to_the_amount_is_a_problem(plan: str) -> None:
    assert "plan_mismatch" in problems(CONTRACT.format(plan=plan))


@pytest.mark.parametrize(
    "plan",
    [
        PLAN_LINES.format(last="30,000"),
        "2025-09-01　2万元\n2026-02-28　3万元",
        # Not all of it is understood.
        "2025年9月1日归还20,000元；2026年2月28日归还其余本金",
        "2025年9月1日归还贰万元；2026年2月28日归还叁万元",
        "2025年9月1日归还本金及利息20,800元；2026年2月28日归还30,600元",
        # Left blank, or a single payment.
        "____年__月__日归还____元；____年__月__日归还____元",
        "2026年2月28日归还 10,000元",
        "按月结息，到期一次还本。",
    ],
)
def test_a_plan_that_adds_up_or_is_not_understood_is_no_problem(plan: str) -> None:
    assert "plan_mismatch" not in problems(CONTRACT.format(plan=plan))


@pytest.mark.parametrize(
    ("rows", "is_wrong"),
    [
        ((("2025-09-01", "20000.00"), ("2026-02-28", "30000.00")), False),
        ((("2025-09-01", "20000.00"), ("2026-02-28", "29000.00")), True),
        ((("2025-09-01", "20000.00"), ("2026-02-28", "30000.00"), ("合计", "50000.00")), False),
        ((("2025-09-01", "20000.00"), ("", "")), False),
    ],
)
def test_a_plan_in_a_table_is_added_up(rows: tuple[tuple[str, str], ...], is_wrong: bool) -> None:
    grid = table(["还款日期", "还款金额（元）"], *rows)
    paper = CONTRACT.format(plan="")

    found = {code for _field, code in codes(read(paper, grid))}

    assert ("plan_mismatch" in found) == is_wrong


def test_interest_in_a_plan_is_not_taken_for_principal() -> None:
    grid = table(
        ["还款日期", "本金（元）", "利息（元）"],
        ["2025-09-01", "20000.00", "800.00"],
        ["2026-02-28", "30000.00", "600.00"],
    )

    assert "plan_mismatch" not in {code for _f, code in codes(read(CONTRACT.format(plan=""), grid))}


@pytest.mark.parametrize(
    ("value", "rate"), [("60,000.00", "60%"), ("60,000.00", "50.6%"), ("40,000.00", "百分之五十")]
)
def test_a_mortgage_rate_that_is_not_secured_over_value_is_a_problem(value: str, rate: str) -> None:
    assert "mortgage_rate_mismatch" in problems(MORTGAGE.format(value=value, rate=rate))


@pytest.mark.parametrize(
    ("value", "rate"),
    [
        ("60,000.00", "50%"), ("60,000.00", "50.5%"), ("60,000.00", "百分之五十"),
        ("90,000.00", "33.33%"), ("90,000.00", "不超过70%"), ("90,000.00", "____%"),
    ],
)  # fmt: skip
def test_a_mortgage_rate_within_half_a_point_or_only_a_limit_is_no_problem(
    value: str, rate: str
) -> None:
    assert "mortgage_rate_mismatch" not in problems(MORTGAGE.format(value=value, rate=rate))


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2016, 3, 8), date(2017, 3, 8), 12),
        (date(2019, 5, 10), date(2020, 5, 9), 12),
        (date(2024, 2, 29), date(2025, 2, 28), 12),
        (date(2023, 2, 28), date(2024, 2, 29), 12),
        (date(2024, 8, 31), date(2025, 2, 28), 6),
        # Due on a Saturday, paid on the Monday.
        (date(2024, 3, 1), date(2025, 3, 3), 12),
    ],
)
def test_both_conventions_month_ends_leap_days_and_weekends_fit(
    start: date, end: date, months: int
) -> None:
    assert term_fits(start, end, months)


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2016, 3, 8), date(2017, 3, 10), 12),
        (date(2016, 3, 8), date(2018, 3, 8), 12),
        # Due on a Friday, not three days later.
        (date(2024, 3, 7), date(2025, 3, 10), 12),
        (date(2024, 3, 1), date(2025, 3, 4), 12),
    ],
)
def test_other_days_do_not_fit(start: date, end: date, months: int) -> None:
    assert not term_fits(start, end, months)


def test_a_guarantor_who_is_the_borrower_is_a_problem() -> None:
    paper = "保证合同\n合同编号：信保字第1号\n保证人：周大山\n债务人：周大山\n债权人：青河县信用社\n保证金额：50000元"

    assert ("guarantor", "same_party") in codes(read(paper))


def test_members_of_a_group_may_borrow_and_guarantee() -> None:
    paper = "农户联保协议书\n编号：信联字第1号\n保证人：周大山、何小满、王有田\n借款人：周大山、何小满、王有田\n债权人：青河县信用社"

    assert ("guarantor", "same_party") not in codes(read(paper))
