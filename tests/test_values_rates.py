"""Interest rates keep their number and their unit; a number without a unit is no rate."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.values.plain import folded, plain
from extractors.values.rates import find_rate, is_plausible


def rate(text: str, label: str = "", language: str = "zh") -> str | None:
    found = find_rate(folded(plain(text)), folded(plain(label)), language)
    return f"{found.value:f} {found.unit}" if found else None


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("月利率6.525‰", "", "6.525 permille_month"),
        ("6.525‰", "月利率", "6.525 permille_month"),
        ("千分之六点五二五", "月息", "6.525 permille_month"),
        ("月息千分之8.25", "", "8.25 permille_month"),
        ("壹分伍厘", "月息：", "1.5 percent_month"),
        ("月息1分", "", "1 percent_month"),
        ("月息八厘", "", "0.8 percent_month"),
        ("年息8厘", "", "8 percent_year"),
        ("年利率4.35%", "", "4.35 percent_year"),
        ("４．３５％", "年利率", "4.35 percent_year"),
        ("6.525", "月利率（‰）：", "6.525 permille_month"),
        ("4.35", "执行年利率(%)：", "4.35 percent_year"),
        ("1年期LPR加50个基点", "", "50 bp_over_LPR_1Y"),
        ("LPR减20BP", "", "-20 bp_over_LPR_1Y"),
        ("LPR加165个基点，即年利率5.85%", "", "5.85 percent_year"),
        ("0.05%", "日利率", "0.05 percent_day"),
        ("日万分之五", "", "0.05 percent_day"),
        ("月6.668‰", "", "6.668 permille_month"),
        ("月0.98%", "", "0.98 percent_month"),
        ("年4.35%", "", "4.35 percent_year"),
    ],
)
def test_chinese_rates(text: str, label: str, expected: str) -> None:
    assert rate(text, label) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("24,5% (TEA)", "es", "24.5 percent_year"),
        ("tasa efectiva anual del 18%", "es", "18 percent_year"),
        ("2.5% mensual", "es", "2.5 percent_month"),
        ("12% p.a.", "en", "12 percent_year"),
        ("1.5 per cent per month", "en", "1.5 percent_month"),
    ],
)
def test_spanish_and_english_rates(text: str, language: str, expected: str) -> None:
    assert rate(text, "", language) == expected


@pytest.mark.parametrize("text", ["6.525", "基准利率上浮", "____‰", "月利率____‰", ""])
def test_without_number_or_unit_there_is_no_rate(text: str) -> None:
    assert rate(text) is None


def test_a_percent_without_its_period_is_said_to_be_assumed() -> None:
    found = find_rate("4.35%", "利率", "zh")

    assert found is not None
    assert found.assumed


@given(st.decimals("2", "20", places=3))
def test_a_monthly_rate_is_read_as_printed(value: object) -> None:
    assert rate(f"月利率{value}‰") == f"{value} permille_month"


def test_permille_read_as_percent_is_not_plausible() -> None:
    found = find_rate("月利率9.525%", "", "zh")

    assert found is not None
    assert not is_plausible(found.value, found.unit)
