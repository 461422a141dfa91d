"""How loans changed: migration, ageing, concentration, typed figures; split and compared."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from archive.settings import LedgerSettings, OfficeSettings, Settings
from archive.workspace import Workspace, create_workspace
from cli import hudang
from ledger.book import Book, View
from ledger.comparison import compared, split
from ledger.indicators import (
    INDICATORS,
    agricultural_percent,
    collection_rate,
    due_extended,
    due_principal,
    due_recovered,
    due_refinanced,
    interest_collection_rate,
    interest_due,
    interest_received,
    largest_borrower_percent,
    new_loan_npl_ratio,
    npl_change,
    outstanding_balance,
    profit,
    top_ten_percent,
)
from ledger.kinds.registry import KINDS
from ledger.posting import Origin
from ledger.recording import NewFact, record
from ledger.registers import register
from ledger.statements import stated
from ledger.workbook import import_workbook
from tests.ledger_workbooks import HEAD, loan_row, loan_sheet, repayment_sheet, workbook

PERSON = Origin(kind="person", person="周测")
END = date(2025, 12, 31)


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Three old loans and a new one; one turned bad, one was repaid, one extended."""
    folder = tmp_path_factory.mktemp("change")
    rules = LedgerSettings(capital_yuan=1_000_000)
    made = create_workspace(
        folder / "workspace", Settings(office=OfficeSettings(language="zh"), ledger=rules)
    )
    loans = [
        loan_row(1),
        loan_row(2, 机构="西岭支行", 到期日=date(2025, 6, 30)),
        loan_row(3, 到期日=date(2025, 9, 30), 业务品种="商户联保贷款"),
        loan_row(4, 发放日=date(2025, 2, 1), 到期日=date(2026, 2, 1), 借据金额=80000, 余额=80000),
    ]
    receipts = repayment_sheet(
        [
            [date(2025, 6, 30), "JJ20240002", "测试户2", 30000, 500, "现金"],
            [date(2025, 6, 30), "JJ20240002", "测试户2", 20000, 0, "借新还旧"],
            [date(2025, 8, 1), "JJ20240001", "测试户1", 10000, 100, "现金"],
        ]
    )
    for row in loans:
        # Neither balance nor class: they come from the receipts and the meetings.
        row[HEAD.index("余额")] = row[HEAD.index("五级分类")] = None
    sheets = {"台账": loan_sheet(loans), "还款": receipts}
    report = import_workbook(made, workbook(folder / "a.xlsx", sheets), actor="t")
    assert report.imported, report.problems
    met = [(n, date(2024, 12, 20), "normal") for n in (1, 2, 3)]
    met += [(1, date(2025, 7, 1), "substandard"), (4, date(2025, 11, 1), "substandard")]
    classes = [
        NewFact(
            table="classification",
            key=(on.isoformat(),),
            effective_on=on,
            content={"class": code},
            loan=f"JJ2024000{n}",
        )
        for n, on, code in met
    ]
    record(made, classes, actor="t", origin=PERSON, keep=False)
    _state(made, "extension", "JJ20240003", on="2025-09-01", new_due_on="2026-06-30")
    return made


def _state(workspace: Workspace, kind: str, loan: str | None, **said: str) -> None:
    view = Book.of(workspace).at(date.max)
    new = stated(KINDS[kind], said, language="zh", view=view, loan=loan)
    record(workspace, [new], actor="t", origin=PERSON, keep=False)


@pytest.fixture
def view(work: Workspace) -> View:
    return Book.of(work).at(END)


def rows_of(view: View, name: str, **filters: Any) -> list[dict[str, str]]:
    made = register(view, name, **filters)
    return [dict(zip(made.headings("zh"), row, strict=True)) for row in made.text_rows("zh")]


def test_m025_every_class_is_followed_to_where_its_loans_went(view: View) -> None:
    normal, new = rows_of(view, "migration")

    assert (normal["期初分类"], normal["笔数"], normal["期初余额"]) == ("正常", "3", "150,000.00")
    assert (normal["本期收回"], normal["期末正常"], normal["期末次级"]) == (
        "60,000.00",
        "50,000.00",
        "40,000.00",
    )
    assert (new["期初分类"], new["本期发放"], new["期末次级"]) == (
        "本期新放",
        "80,000.00",
        "80,000.00",
    )


def test_each_row_of_the_migration_adds_up(view: View) -> None:
    for since in (date(2024, 6, 30), date(2024, 12, 31), date(2025, 6, 30)):
        made = register(view, "migration", since=since)
        for row in made.rows:
            opening, granted, repaid, *now = map(_fen, row.values[2:])
            assert opening + granted == repaid + sum(now)
        left = sum(_fen(value) for row in made.rows for value in row.values[5:])
        assert left == outstanding_balance(view, END).value


def _fen(value: Any) -> int:
    assert isinstance(value, int)
    return value


def test_loans_stand_in_the_band_of_their_days_overdue(view: View) -> None:
    later = view.at(date(2026, 3, 14))
    assert [(row["逾期天数"], row["余额"]) for row in rows_of(later, "ageing")] == [
        ("未逾期", "90,000.00"),
        ("31—90天", "80,000.00"),
    ]
    assert rows_of(view.at(date(2027, 3, 31)), "ageing")[-1]["逾期天数"] == "360天以上"


def test_the_bad_balance_is_compared_with_the_beginning_of_the_year(view: View) -> None:
    assert npl_change(view, 2025).value == 12_000_000
    assert npl_change(view.at(date(2025, 6, 30)), 2025).value == 0


def test_the_bad_ratio_of_new_loans_is_of_the_loans_granted_in_the_year(view: View) -> None:
    assert new_loan_npl_ratio(view, 2025).value == Decimal("100.00")
    assert new_loan_npl_ratio(view.at(date(2025, 10, 31)), 2025).value == Decimal("0.00")


def test_what_was_extended_or_refinanced_is_shown_apart_from_what_was_paid(view: View) -> None:
    assert due_extended(view, 2025).value == 5_000_000
    assert due_refinanced(view, 2025).value == 2_000_000
    assert due_principal(view, 2025).value == 5_000_000
    assert due_recovered(view, 2025).value == 5_000_000


def test_the_whole_collection_rate_is_unknown_where_the_interest_due_is(view: View) -> None:
    assert interest_due(view, 2025).value is None
    assert interest_received(view, 2025).value == 60_000
    assert collection_rate(view, 2025).value is None


def test_m067_interest_received_is_of_what_was_due(tmp_path: Path) -> None:
    made = create_workspace(tmp_path / "workspace", Settings())
    sheet = {"台账": loan_sheet([loan_row(1)])}
    assert import_workbook(made, workbook(tmp_path / "a.xlsx", sheet), actor="t").imported
    quarters = [(date(2025, 3, 31), 50_000, 50_000), (date(2025, 6, 30), 50_000, 10_000)]
    due = [
        NewFact(
            table="interest_due",
            key=(on.isoformat(),),
            effective_on=on,
            content={"period": on.isoformat(), "due_fen": fen, "received_fen": received},
            loan="JJ20240001",
        )
        for on, fen, received in quarters
    ]

    record(made, due, actor="t", origin=PERSON, keep=False)

    view = Book.of(made).at(END)
    assert (interest_due(view, 2025).value, interest_received(view, 2025).value) == (
        100_000,
        60_000,
    )
    assert interest_collection_rate(view, 2025).value == Decimal("60.00")
    first = interest_collection_rate(view.at(date(2025, 3, 31)), 2025)
    assert first.value == Decimal("100.00")


def test_concentration_is_of_the_capital(view: View) -> None:
    assert largest_borrower_percent(view, END).value == Decimal("8.00")
    assert top_ten_percent(view, END).value == Decimal("17.00")
    assert len(top_ten_percent(view, END).rows) == 3


def test_m099_typed_figures_are_of_the_year_and_the_last_one_counts(work: Workspace) -> None:
    for until, amount in (("2025年6月", "100万"), ("2025年12月", "230万"), ("2024年12月", "200万")):
        _state(work, "finance", None, item="利润", until=until, amount_fen=amount)

    view = Book.of(work).at(END)

    assert profit(view, 2025).value == 230_000_000
    found = compared(INDICATORS["profit"], view)
    assert (found.change, found.percent) == (30_000_000, Decimal("15.00"))
    assert profit(view, 2023).value is None


def test_the_agricultural_share_is_unknown_until_somebody_says(work: Workspace) -> None:
    assert agricultural_percent(Book.of(work).at(END), END).value is None

    _state(work, "loan_purpose", "JJ20240003", on="2025-01-01", agricultural="是")

    assert agricultural_percent(Book.of(work).at(END), END).value == Decimal("29.41")


def test_an_indicator_is_split_by_unit_and_its_parts_add_up(view: View) -> None:
    by_unit = dict(split(INDICATORS["granted_sum"], view.at(date(2024, 12, 31)), "unit"))

    assert {unit: figure.value for unit, figure in by_unit.items()} == {
        "东河支行": 10_000_000,
        "西岭支行": 5_000_000,
    }


def test_beside_a_year_before_the_change_is_said(view: View) -> None:
    found = compared(INDICATORS["outstanding_balance"], view)

    assert (found.now.value, found.before.value) == (17_000_000, 15_000_000)
    assert (found.change, found.percent) == (2_000_000, Decimal("13.33"))


def run(workspace: Workspace, *words: str) -> str:
    done = CliRunner().invoke(hudang, ["-w", str(workspace.root), "ledger", "indicators", *words])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_the_command_shows_all_indicators_one_with_its_rows_and_a_comparison(
    work: Workspace,
) -> None:
    day = ("--as-of", "2025-12-31")

    assert "170,000.00 元" in run(work, *day)
    one = run(work, "outstanding_balance", *day)
    assert "JJ20240004" in one and "80,000.00" in one and "台账!" in one
    assert "20,000.00" in run(work, "贷款余额", *day, "--compare")
    told = json.loads(run(work, "outstanding_balance", *day, "--by", "unit", "--json"))
    assert told[0]["figures"]["东河支行"]["value"] == 17_000_000
    ratio = json.loads(run(work, "npl_ratio", *day, "--json"))[0]
    assert ratio["rows"][0]["source"] == {"kind": "person", "person": "周测"}
