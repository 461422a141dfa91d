"""How bad loans moved in a period: every fen is accounted for, and the indicators agree."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from archive.workspace import Workspace
from ledger import indicators
from ledger.bad.movement import PARTS, Movement, movement
from ledger.book import View
from ledger.channels import CHANNELS, channel_code
from ledger.classes import CLASSES
from ledger.recording import NewFact
from tests.bad_loans import classed, office, paid, post, say, view_of

LOANS = 40
IN_2025 = (date(2025, 1, 1), date(2025, 12, 31))
WAYS = (None, "现金", "法院执行", "以资抵债", "核销", "票据置换", "借新还旧", "别的")


def life(n: int, chance: Random) -> list[NewFact]:
    """A loan's random life over three years: classes to and fro, receipts, reversals."""
    owed, facts = 5_000_000, []
    day = date(2024, 3, 15)
    days = set()
    while (day := day + timedelta(days=chance.randint(1, 90))) < date(2026, 6, 1):
        if chance.random() < 0.45 and day not in days:
            facts.append(classed(n, day, chance.choice(CLASSES)))
            days.add(day)
        # Also on the day of the class itself, and more than once.
        for _time in range(chance.choice((0, 0, 1, 1, 2))):
            part = chance.randint(-2, 12) * 100_000
            part = min(part, owed)
            owed -= part
            facts.append(paid(n, day, part, chance.randint(0, 9) * 100, chance.choice(WAYS)))
    return facts


@pytest.fixture(scope="module")
def histories(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    made = office(tmp_path_factory.mktemp("histories"), LOANS)
    chance = Random(20250101)  # noqa: S311 - the same histories on every run
    post(made, [fact for n in range(1, LOANS + 1) for fact in life(n, chance)])
    return made


PERIODS = [
    IN_2025,
    (date(2024, 1, 1), date(2024, 12, 31)),
    (date(2025, 1, 1), date(2025, 3, 31)),
    (date(2025, 6, 17), date(2025, 6, 17)),
    (date(2024, 3, 1), date(2026, 5, 31)),
]


@pytest.mark.parametrize(("first", "last"), PERIODS)
def test_m066_opening_new_recovered_upgraded_and_closing_reconcile_for_every_loan_and_in_all(
    histories: Workspace, first: date, last: date
) -> None:
    view = view_of(histories, last)

    moved = movement(view, first, last)

    assert any(each.new for each in moved.loans) or first == last
    for each in moved.loans:
        came = each.opening + each.new + each.again
        assert came - each.recovered - each.upgraded == each.closing
        assert each.adjusted == 0
    before = first - timedelta(days=1)
    assert moved.total("opening") == indicators.npl_balance(view, before).value
    assert moved.total("closing") == indicators.npl_balance(view, last).value
    assert sum(moved.by_channel().values()) == moved.total("recovered")


@pytest.mark.parametrize("year", [2024, 2025])
def test_the_indicators_of_new_and_recovered_bad_loans_say_what_the_movement_says(
    histories: Workspace, year: int
) -> None:
    view = view_of(histories, date(year, 12, 31))
    moved = movement(view, date(year, 1, 1), date(year, 12, 31))

    assert indicators.npl_recovered_sum(view, year).value == moved.total("recovered") != 0
    assert indicators.new_npl_sum(view, year).value == moved.total("new") != 0
    new = [each for each in moved.loans if "new" in each.rows]
    assert indicators.new_npl_count(view, year).value == len(new)


@pytest.mark.parametrize("part", PARTS)
def test_every_figure_of_the_movement_is_the_sum_of_its_rows(
    histories: Workspace, part: str
) -> None:
    figure = movement(view_of(histories), *IN_2025).figure(part)

    assert figure.value == sum(int(row.amount or 0) for row in figure.rows)
    assert all(row.fact and row.source for row in figure.rows)


def test_two_halves_of_a_year_follow_on_each_other(histories: Workspace) -> None:
    view = view_of(histories)
    spring = movement(view, date(2025, 1, 1), date(2025, 6, 30))
    autumn = movement(view, date(2025, 7, 1), date(2025, 12, 31))
    year = movement(view, *IN_2025)

    assert spring.total("closing") == autumn.total("opening") != 0
    assert spring.total("recovered") + autumn.total("recovered") == year.total("recovered")


@pytest.fixture
def one(tmp_path: Path) -> Workspace:
    return office(tmp_path, 1)


def only(view: View, period: tuple[date, date] = IN_2025) -> Movement:
    return movement(view, *period)


def test_what_comes_in_on_the_day_a_loan_turns_bad_was_no_recovery_of_a_bad_loan(
    one: Workspace,
) -> None:
    day = date(2025, 5, 10)
    post(one, [classed(1, day, "substandard"), paid(1, day, 1_000_000)])

    moved = only(view_of(one))

    assert moved.total("new") == 4_000_000
    assert moved.total("recovered") == 0


def test_a_loan_upgraded_and_bad_again_is_new_only_once(one: Workspace) -> None:
    post(one, [
        classed(1, date(2025, 2, 1), "doubtful"),
        classed(1, date(2025, 5, 1), "normal"),
        classed(1, date(2025, 9, 1), "loss"),
    ])  # fmt: skip

    (moved,) = only(view_of(one)).loans

    assert (moved.new, moved.again, moved.upgraded) == (5_000_000, 5_000_000, 5_000_000)
    assert moved.closing == 5_000_000
    assert moved.ended_on is None


def test_what_was_upgraded_while_it_was_being_revived_was_upgraded_by_restructuring(
    one: Workspace,
) -> None:
    post(one, [
        classed(1, date(2025, 2, 1), "doubtful"),
        classed(1, date(2025, 8, 1), "special_mention"),
    ])  # fmt: skip
    say(one, "disposal_category", 1, 归类日期="2025-03-01", 处置类别="盘活")

    (moved,) = only(view_of(one)).loans

    assert moved.revived == moved.upgraded == 5_000_000
    assert moved.ended_on == date(2025, 8, 1)


def test_more_received_than_owed_stands_apart_and_does_not_make_the_balance_negative(
    one: Workspace,
) -> None:
    post(one, [classed(1, date(2025, 2, 1), "doubtful"), paid(1, date(2025, 3, 1), 6_000_000)])

    (moved,) = only(view_of(one)).loans

    assert (moved.recovered, moved.adjusted, moved.closing) == (6_000_000, -1_000_000, 0)
    assert moved.ended_on == date(2025, 3, 1)


def test_a_loan_that_was_paid_off_before_the_period_does_not_appear_in_it(one: Workspace) -> None:
    post(one, [classed(1, date(2024, 5, 1), "doubtful"), paid(1, date(2024, 6, 1), 5_000_000)])

    assert only(view_of(one)).loans == ()


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (None, "money"), ("", "money"), ("现金", "money"), ("银行转账", "money"),
        ("诉讼收回", "court"), ("强制执行", "court"), ("诉讼以资抵债", "asset"),
        ("呆账核销", "write_off"), ("专项票据置换", "swap"), ("还旧借新", "restructured"),
        ("借新还旧", "restructured"), ("efectivo", "money"), ("vía judicial", "court"),
        ("castigo de cartera", "write_off"), ("不知道", "other"),
    ],
)  # fmt: skip
def test_a_channel_is_known_by_what_clerks_write(written: str | None, code: str) -> None:
    assert channel_code(written) == code
    assert code in CHANNELS
