"""Two years of the sample ledger: two true summaries, and two different ones.

Every figure that a sentence or a table states is worked out again, loan by loan, without what the
program counts with.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from sqlalchemy import select

from archive import database, schema
from archive.settings import OfficeSettings, Settings
from archive.workspace import Workspace, create_workspace
from ledger.book import Book
from ledger.figure import Figure
from ledger.spans import span_of
from ledger.workbook import import_workbook
from templates.derived import Derived
from templates.sentence import Sentence
from templates.summaries.document import Charts, Summary, of_facts
from templates.summaries.facts import from_ledger
from tests.ledger_plainly import Indicators, Plainly
from tests.stated_numbers import unstated

SAMPLE = Path(__file__).parent.parent / "samples" / "ledger" / "台账_2025.xlsx"
KNOWN_ON = date(2099, 1, 5)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    office = OfficeSettings(institution="某某县农村信用合作联社", department="信贷管理部")
    made = create_workspace(tmp_path_factory.mktemp("years") / "workspace", Settings(office=office))
    assert import_workbook(made, SAMPLE, actor="clerk", accept_partial=True).imported
    return made


@pytest.fixture(scope="module")
def drafted(workspace: Workspace) -> Callable[..., Summary]:
    book = Book.of(workspace)
    made: dict[tuple[str, str, str | None], Summary] = {}

    def summary(period: str, language: str = "zh", unit: str | None = None) -> Summary:
        key = (period, language, unit)
        if key not in made:
            span = span_of(period)
            assert span is not None
            made[key] = of_facts(
                from_ledger(book.at(span.last).where(unit=unit), span),
                institution=None,
                department=None,
                known_on=KNOWN_ON,
                language=language,
                charts=Charts(),
            )
        return made[key]

    return summary


class ByHand:
    """Figures of the ledger by their names, loan by loan."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.days: dict[date, Plainly] = {}
        with database.reading(workspace.engine) as connection:
            household = schema.household
            rows = connection.execute(select(household.c.id, household.c.village))
            self.villages = {row.id: row.village for row in rows}
            self.whole = Plainly(connection, date(2025, 12, 31))

    def at(self, day: date) -> Plainly:
        if day not in self.days:
            with database.reading(self.workspace.engine) as connection:
                self.days[day] = Plainly(connection, day)
        return self.days[day]

    def value(self, figure: Figure) -> int | None:
        """The figure worked out again; None where this does not know how."""
        name, _bracket, rest = figure.name.removesuffix(")").partition("(")
        known = {"granted_count": "granted_sum", "outstanding_count": "outstanding_balance",
                 "npl_count": "npl_balance", "new_npl_count": "new_npl_sum",
                 "recovered_count": "recovered_sum"}  # fmt: skip
        asked = getattr(Indicators, known.get(name, name), None)
        parts = [one.strip() for one in rest.split(",")]
        if asked is None:
            return None
        filters = dict(one.split("=", 1) for one in parts[1:])
        if set(filters) - {"unit", "product", "manager", "village"}:
            return None
        span = span_of(parts[0])
        when = date.fromisoformat(parts[0]) if span is None else span.first.year
        if span is not None and span.kind != "year":
            return None

        def mine(plain: Plainly, account: int, _day: date) -> bool:
            terms = plain.terms[account]
            of = {**terms, "village": self.villages[terms["household_id"]]}
            return all(of[key] == value for key, value in filters.items())

        rows = asked(Indicators(self.at, self.workspace.settings.ledger, mine), when)
        if figure.unit == "count":
            return len(rows)
        return int(sum(amount for _fact, amount in rows))


@pytest.fixture(scope="module")
def by_hand(workspace: Workspace) -> ByHand:
    return ByHand(workspace)


def hundredth(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def derived(figure: Derived) -> Decimal | int | None:
    """What a derived figure is by the values of its parts, by hand."""
    rule = figure.name.partition("(")[0]
    values = [Decimal(one.value or 0) for one in figure.parts]
    if rule == "together":
        return sum(values)
    if rule == "how_many":
        return len(values)
    first, second = values
    if rule in ("difference", "rest"):
        return first - second
    if not second:
        return None
    return hundredth((first - second if rule == "growth" else first) * 100 / abs(second))


def sentences(summary: Summary) -> list[Sentence]:
    return list(summary.sentences())


@pytest.mark.parametrize("year", ["2024", "2025"])
def test_every_figure_of_the_summary_is_what_plain_sums_say(
    year: str, drafted: Callable[..., Summary], by_hand: ByHand
) -> None:
    checked: set[str] = set()
    for one in drafted(year).figures:
        figure = one.figure
        if isinstance(figure, Derived):
            assert figure.value == derived(figure), figure.name
        elif figure.value is not None and figure.unit != "percent":
            plain = by_hand.value(figure)
            if plain is None:
                continue
            assert figure.value == plain, figure.name
        checked.add(figure.name)

    kinds = {name.partition("(")[0] for name in checked}
    assert len(checked) > 150
    assert {"granted_sum", "outstanding_balance", "npl_balance", "new_npl_sum", "overdue_balance",
            "arrears_interest", "interest_received", "due_recovered", "inspections_done",
            "npl_recovered_sum", "household_count", "share", "rest"} <= kinds  # fmt: skip
    assert any("village=" in name for name in checked)
    assert any("manager=" in name for name in checked)


@pytest.mark.parametrize("language", ["zh", "es", "en"])
@pytest.mark.parametrize("period", ["2024", "2025", "2025H1", "2024H2", "2025Q3", "2025Q1"])
def test_every_number_in_a_sentence_is_one_of_its_figures(
    period: str, language: str, drafted: Callable[..., Summary]
) -> None:
    made = drafted(period, language)
    figures = [one.figure for one in made.figures]

    assert len(sentences(made)) > 25
    for one in sentences(made):
        assert unstated(one, figures, language) == [], one.text
        assert set(one.figures) <= {figure.name for figure in figures}


def test_the_two_years_differ_in_what_they_state_not_only_in_numbers(
    drafted: Callable[..., Summary],
) -> None:
    earlier, later = (
        {re.sub(r"[\d.,]+", "#", one.text) for one in sentences(drafted(year))}
        for year in ("2024", "2025")
    )

    told = [{one for one in year if "＿" not in one} for year in (earlier, later)]
    assert 4 * len(told[0] & told[1]) < len(told[0]) + len(told[1])
    assert len(earlier - later) > 15
    assert len(later - earlier) > 20


@pytest.mark.parametrize(
    ("year", "told", "not_told"),
    [
        ("2024", ["不良率控制在年度目标2.50%以内", "李家庄村8.00万元", "诉讼收回5.00万元",
                  "何晓燕11次全部按期做到", "郑海涛3次", "完成年度清收计划（5.00万元）。",
                  "逾期贷款较多的村是李家庄村6.50万元"], ["比上年", "柳河村8.50"]),
        ("2025", ["不良率高出年度控制目标（2.50%）0.19个百分点", "柳河村（增加8.50万元）",
                  "全部为货币资金收回", "罗敏6次、许文斌5次", "本年起诉2件，标的5.54万元",
                  "又新增不良贷款4笔", "完成年度清收计划（8.00万元）的81.25%"], ["诉讼收回"]),
    ],
)  # fmt: skip
def test_each_year_tells_its_own_story(
    year: str, told: list[str], not_told: list[str], drafted: Callable[..., Summary]
) -> None:
    words = "\n".join(one.text for one in sentences(drafted(year)))

    assert [one for one in told if one not in words] == []
    assert [one for one in not_told if one in words] == []


def test_the_missed_inspection_before_a_loan_turned_bad_is_counted_by_hand(
    drafted: Callable[..., Summary], by_hand: ByHand
) -> None:
    plain, first, last = by_hand.whole, date(2025, 1, 1), date(2025, 12, 31)
    indicators = Indicators(by_hand.at, by_hand.workspace.settings.ledger)
    facts = [fact for fact, _amount in indicators.new_npl_sum(2025)]
    turned = {
        row["account_id"]: row["effective_on"]
        for row in plain.facts["classification"]
        if f"classification:{row['id']}" in facts
    }
    missed = {
        account
        for account, day in turned.items()
        for row in plain.facts["inspection"]
        if row["account_id"] == account and row["due_on"] and row["done_on"] is None
        and day - timedelta(days=365) <= row["due_on"] < day
    }  # fmt: skip

    assert first <= min(turned.values()) <= last
    assert f"新增不良{len(turned)}笔中，有{len(missed)}笔在转为不良前一年内漏做过" in "".join(
        one.text for one in drafted("2025").causes
    )


def test_the_branches_add_up_to_the_whole(drafted: Callable[..., Summary]) -> None:
    whole = drafted("2025")
    balances = [drafted("2025", "zh", line.title).total.outstanding_balance for line in whole.units]

    assert len(balances) == 3
    assert sum(one.value or 0 for one in balances) == whole.total.outstanding_balance.value
    assert all(drafted("2025", "zh", line.title).heading.startswith(line.title)
               for line in whole.units)  # fmt: skip


def test_spanish_and_english_show_chinese_only_for_names_of_places_and_people(
    drafted: Callable[..., Summary],
) -> None:
    made = drafted("2025")
    names = {line.title for line in made.units} | {line.title for line in made.officers}
    names |= {line.title for line in made.villages}
    for language in ("es", "en"):
        for one in sentences(drafted("2025", language)):
            left = one.text
            for name in names:
                left = left.replace(name, "")
            assert not re.search(r"[\u4e00-\u9fff＿]", left), one.text
