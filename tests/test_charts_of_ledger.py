"""Charts that the ledger draws: months and classes that add up; what is not known is a gap."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from archive.workspace import Workspace
from ledger import indicators
from ledger.figure import Figure
from ledger.measures import monthly
from ledger.measures.moved import REPAID, moved
from templates import titles
from templates.charts import of_ledger
from templates.charts.chart import Chart
from tests.bad_loans import classed, office, paid, post, view_of
from tests.ledger_workbooks import loan_row

YEAR_END = date(2025, 12, 31)
# What each loan of the little office is lent.
AMOUNT = 5_000_000


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Four loans of 2024: one stays normal, one is repaid, one turns bad and pays, one recovers."""
    made = office(tmp_path_factory.mktemp("charts"), 4)
    begin, later = date(2024, 6, 1), date(2025, 5, 20)
    post(made, [classed(n, begin, "normal") for n in (1, 2)])
    post(made, [classed(n, begin, "substandard") for n in (3, 4)])
    post(made, [classed(3, later, "doubtful"), classed(4, later, "special_mention")])
    post(made, [
        paid(2, date(2025, 3, 10), AMOUNT),
        paid(3, date(2025, 3, 31), 1_000_000), paid(3, date(2025, 8, 1), 500_000),
        paid(1, date(2025, 12, 31), 200_000), paid(1, date(2024, 12, 31), 100_000),
    ])  # fmt: skip
    return made


def values(figures: tuple[Figure, ...]) -> list[int | Decimal | None]:
    return [figure.value for figure in figures]


def test_the_months_recoveries_are_together_the_year_s(kept: Workspace) -> None:
    view = view_of(kept)

    every = monthly.recovered_by_month(view, 2025)
    bad = monthly.bad_recovered_by_month(view, 2025)

    assert values(every) == [0, 0, AMOUNT + 1_000_000, 0, 0, 0, 0, 500_000, 0, 0, 0, 200_000]
    assert sum(figure.value or 0 for figure in every) == indicators.recovered_sum(view, 2025).value
    assert (
        sum(figure.value or 0 for figure in bad) == indicators.npl_recovered_sum(view, 2025).value
    )
    assert [len(figure.rows) for figure in every][2] == 2


def test_each_month_ends_with_the_balance_the_indicator_gives(kept: Workspace) -> None:
    figures = monthly.balances_by_month(view_of(kept), 2025)

    assert len(figures) == 12
    for month, figure in zip((1, 3, 12), (figures[0], figures[2], figures[11]), strict=True):
        day = {1: date(2025, 1, 31), 3: date(2025, 3, 31), 12: YEAR_END}[month]
        assert figure == indicators.outstanding_balance(view_of(kept), day)
    ratios = monthly.bad_ratios_by_month(view_of(kept), 2025)
    assert ratios[11].value == indicators.npl_ratio(view_of(kept), YEAR_END).value


def test_a_running_year_has_the_months_so_far(kept: Workspace) -> None:
    chart = of_ledger.recovery_by_month(view_of(kept, date(2025, 3, 15)), 2025, "zh")

    assert chart is not None
    assert chart.categories == ("1月", "2月", "3月")
    assert values(chart.series[0].figures) == [0, 0, AMOUNT]
    assert of_ledger.recovery_by_month(view_of(kept, date(2025, 3, 15)), 2026, "zh") is None


def test_what_was_carried_forward_leaves_the_months_before_it_unknown(tmp_path: Path) -> None:
    rows = [loan_row(1, 余额=30_000)]
    view = view_of(office(tmp_path, rows))

    figures = monthly.balances_by_month(view, 2025)

    carried = [figure.value is None for figure in figures]
    assert carried[0]
    assert not carried[-1]


def test_the_parts_of_each_class_are_all_of_what_was_owed(kept: Workspace) -> None:
    found = {one.code: one for one in moved(view_of(kept), date(2024, 12, 31))}

    assert set(found) == {"normal", "substandard"}
    for one in found.values():
        assert sum(figure.value or 0 for figure in one.parts.values()) == pytest.approx(100)
    bad = {code: figure.value for code, figure in found["substandard"].parts.items()}
    assert bad["doubtful"] == Decimal("35.00")
    assert bad["special_mention"] == Decimal("50.00")
    assert bad[REPAID] == Decimal("15.00")
    assert len(found["substandard"].parts["doubtful"].rows) > 0


def test_the_ring_says_each_class_s_share_and_names_its_figure(kept: Workspace) -> None:
    chart = of_ledger.class_mix(view_of(kept), YEAR_END, "zh")

    assert chart is not None
    assert [text.split("　")[0] for text in chart.categories] == [
        "正常",
        "关注",
        "次级",
        "可疑",
        "损失",
    ]
    assert sum(figure.value or 0 for figure in chart.series[0].figures) == (
        indicators.outstanding_balance(view_of(kept), YEAR_END).value
    )
    assert [title for title, figure in chart.also if figure.unit == "percent"]


@pytest.mark.parametrize("language", ["zh", "es", "en"])
def test_every_point_is_a_figure_with_rows_or_nothing_behind_it(
    kept: Workspace, language: str
) -> None:
    view = view_of(kept)
    drawn: list[Chart | None] = [
        of_ledger.balance_by_month(view, 2025, language),
        of_ledger.bad_ratio_by_month(view, 2025, language),
        of_ledger.recovery_by_month(view, 2025, language),
        of_ledger.class_migration(view, 2025, language),
        of_ledger.class_mix(view, YEAR_END, language),
    ]

    for chart in drawn:
        assert chart
        names = set()
        for title, figure in chart.titled():
            names.add(figure.name)
            assert title
            assert figure.query
            assert figure.rows or not figure.value or figure.name.startswith("share(")
            assert titles.rule(figure, language) != figure.query or language == "en"
        assert len(names) == len(list(chart.titled()))


def test_a_chart_of_one_unit_is_of_its_loans_only(kept: Workspace) -> None:
    view = view_of(kept)

    nobody = of_ledger.balance_by_month(view.where(manager="无此人"), 2025, "zh")
    whole = of_ledger.balance_by_month(view, 2025, "zh")

    assert nobody is None
    assert whole is not None


def test_an_empty_ledger_draws_nothing(tmp_path: Path) -> None:
    view = view_of(office(tmp_path, 1), date(2020, 1, 1))

    assert of_ledger.balance_by_month(view, 2020, "zh") is None
    assert of_ledger.recovery_by_month(view, 2020, "zh") is None
    assert of_ledger.class_mix(view, date(2020, 1, 1), "zh") is None
    assert of_ledger.class_migration(view, 2020, "zh") is None
