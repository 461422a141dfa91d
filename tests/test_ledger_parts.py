"""Figures in their parts, of a quarter or a half, and what was done: as plain sums have them."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from archive import database
from archive.settings import Settings
from archive.workspace import Workspace, create_workspace
from ledger import indicators
from ledger.book import Book, View
from ledger.deeds import Deeds
from ledger.indicator import Indicator
from ledger.kinds.registry import KINDS
from ledger.measures.recovery import npl_recovered_by_channel
from ledger.parts import GROUPINGS, grouping, parts
from ledger.posting import Origin
from ledger.recording import record
from ledger.spans import span_of, year_of
from ledger.statements import stated
from ledger.workbook import import_workbook
from tests.ledger_plainly import Plainly

SAMPLE = Path(__file__).parent.parent / "samples" / "ledger" / "台账_2025.xlsx"
END = date(2025, 12, 31)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    made = create_workspace(tmp_path_factory.mktemp("parts") / "workspace", Settings())
    assert import_workbook(made, SAMPLE, actor="clerk", accept_partial=True).imported
    return made


@pytest.fixture(scope="module")
def view(workspace: Workspace) -> View:
    return Book.of(workspace).at(END)


@pytest.fixture(scope="module")
def plain(workspace: Workspace) -> Plainly:
    with database.reading(workspace.engine) as connection:
        return Plainly(connection, END)


@pytest.mark.parametrize("by", sorted(set(GROUPINGS) - {"cause"}))
def test_the_parts_of_a_figure_add_up_to_it(view: View, by: str) -> None:
    groups = grouping(view, by)

    for figure in (
        indicators.outstanding_balance(view, END),
        indicators.granted_sum(view, 2025),
        indicators.inspections_due(view, 2025),
        indicators.new_npl_count(view, 2025),
    ):
        found = parts(figure, groups)
        assert sum(one.value or 0 for one in found.values()) == figure.value
        assert all(by in one.name for one in found.values())


def test_the_balance_of_each_unit_is_that_of_its_loans(view: View, plain: Plainly) -> None:
    by_hand: dict[str, int] = defaultdict(int)
    for account in plain.open(END):
        by_hand[plain.terms[account]["unit"]] += plain.balance(account, END)

    found = parts(indicators.outstanding_balance(view, END), grouping(view, "unit"))

    assert {unit: one.value for unit, one in found.items()} == by_hand
    assert len(by_hand) == 3


def test_a_part_is_what_a_view_of_those_loans_says(view: View) -> None:
    for unit, one in parts(indicators.overdue_balance(view, END), grouping(view, "unit")).items():
        assert one.value == indicators.overdue_balance(view.where(unit=unit), END).value
        assert [row.fact for row in one.rows] == [
            row.fact for row in indicators.overdue_balance(view.where(unit=unit), END).rows
        ]


def test_a_ratio_has_no_parts(view: View) -> None:
    with pytest.raises(ValueError, match="npl_ratio"):
        parts(indicators.npl_ratio(view, END), grouping(view, "unit"))


@pytest.mark.parametrize(
    "asked",
    [
        indicators.granted_sum,
        indicators.recovered_sum,
        indicators.interest_due,
        indicators.interest_received,
        indicators.npl_recovered_sum,
    ],
    ids=lambda indicator: indicator.name,
)
def test_the_quarters_of_a_year_add_up_to_it(view: View, asked: Indicator[[View, object]]) -> None:
    quarters = [asked(view, span_of(f"2025Q{number}")) for number in range(1, 5)]
    halves = [asked(view, span_of(f"2025H{number}")) for number in (1, 2)]

    assert sum(one.value or 0 for one in quarters) == asked(view, 2025).value
    assert sum(one.value or 0 for one in halves) == asked(view, 2025).value
    assert len({one.name for one in (*quarters, *halves)}) == 6
    assert asked(view, year_of(END)) == asked(view, 2025)


def test_a_part_of_a_year_has_no_plan(view: View) -> None:
    assert indicators.planned_sum(view, 2025).value
    assert indicators.planned_sum(view, span_of("2025Q4") or 0).value is None


def test_bad_principal_that_came_in_is_told_by_its_channels(view: View, plain: Plainly) -> None:
    found = npl_recovered_by_channel(view, 2025)

    assert (
        sum(one.value or 0 for one in found.values())
        == indicators.npl_recovered_sum(view, 2025).value
    )
    assert set(found) == {"money"}
    courts = [r for r in plain.facts["repayment"] if r["channel"] == "诉讼收回"]
    assert {r["effective_on"].year for r in courts} == {2024}
    assert npl_recovered_by_channel(view, 2024)["court"].value == 5_000_000


def test_what_was_done_is_counted_from_its_facts(view: View) -> None:
    year = Deeds(view, date(2025, 1, 1))
    last_days = Deeds(view, date(2025, 10, 11))

    assert year.lawsuits_filed.value == 2
    assert last_days.lawsuits_filed.value == 1
    assert last_days.lawsuits_open.value == 2
    assert year.lawsuits_judged.value == 1
    visits, letters = (year.count("contact", mode=mode) for mode in ("visit", "letter"))
    assert (visits.value or 0) + (letters.value or 0) == year.count("contact").value
    assert all(row.source.kind == "workbook" for row in visits.rows)


def test_one_branch_is_told_only_of_its_own(view: View) -> None:
    whole = Deeds(view, date(2025, 1, 1))
    every = [
        Deeds(view.where(unit=unit), date(2025, 1, 1)) for unit in grouping(view, "unit").names
    ]

    assert sum(one.count("contact").value or 0 for one in every) == whole.count("contact").value
    assert sum(one.lawsuits_filed.value or 0 for one in every) == whole.lawsuits_filed.value


def test_warnings_and_notices_are_told_by_where_they_stand(tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path / "workspace", Settings())
    assert import_workbook(workspace, SAMPLE, actor="clerk", accept_partial=True).imported
    loan = Book.of(workspace).at(END).open_loans[0]

    def say(kind: str, about: str | None = None, **said: str) -> None:
        fact = stated(KINDS[kind], said, language="zh", view=Book.of(workspace).at(END), loan=about)
        record(workspace, [fact], origin=Origin(kind="person", person="周测"), actor="周测")

    for number, day in (("预1", "2025-02-01"), ("预2", "2024-11-01")):
        say("risk_warning", loan.number, 预警编号=number, 预警日期=day, 预警信号="经营下滑",
            发起人="甲")  # fmt: skip
    for number, unit, deadline in (
        ("改1", "石桥信用社", "2025-03-01"),
        ("改2", "柳河信用社", "2026-03-01"),
    ):
        say("rectification", 整改通知书编号=number, 下发日期="2025-02-01", 整改单位=unit,
            整改期限=deadline)  # fmt: skip
    say("rectification_step", 整改通知书编号="改2", 日期="2025-04-01", 整改环节="复查合格")
    view = Book.of(workspace).at(END)

    year = Deeds(view, date(2025, 1, 1))

    assert (year.warnings_raised.value, year.warnings_open.value) == (1, 2)
    assert year.warnings_released.value == 0
    assert [row.label for row in year.warnings_raised.rows] == ["预1"]
    assert (year.rectifications_issued.value, year.rectifications_done.value) == (2, 1)
    assert (year.rectifications_open.value, year.rectifications_overdue.value) == (1, 1)
    assert Deeds(view.where(unit="柳河信用社"), date(2025, 1, 1)).rectifications_open.value == 0
