"""Any day, as known at any moment; facts are only added; the indicators by their definitions."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, insert, text
from sqlalchemy.exc import DatabaseError

from archive.database import reading, writing
from archive.households import NewHousehold, Person, open_households
from archive.settings import LedgerSettings, Settings
from archive.workspace import Workspace, create_workspace
from ledger import facts, indicators, schema
from ledger.book import AmbiguousLoan, Book, UnknownLoan, View
from ledger.inspection_schedule import schedule
from ledger.workbook import import_workbook
from tests.ledger_workbooks import id_number, loan_row, loan_sheet, repayment_sheet, workbook

BEGIN = "2024-01-01T00:00:00.000000Z"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = create_workspace(tmp_path / "workspace", Settings())
    facts.ready(made)
    return made


class Ledger:
    """A ledger written by hand: each method adds one fact and returns its row number."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def add(self, table: str, effective_on: date, **values: Any) -> int:
        shared = {
            "key": "|".join(str(v) for v in (table, effective_on, *values.values())),
            "recorded_at": BEGIN,
            "actor": "t",
            "source_kind": "person",
            "person": "t",
            "cells": {},
            "void": False,
        }
        row = shared | {"effective_on": effective_on} | values
        done = self.connection.execute(insert(schema.FACTS[table]).values(**row))
        assert done.inserted_primary_key is not None
        return int(done.inserted_primary_key[0])

    def loan(self, n: int = 1, amount: int = 1_000_000, **values: Any) -> int:
        """A loan of a household of its own; returns the account."""
        borrower = Person(role="borrower", name=f"户{n}", id_number=id_number(n))
        (household,) = open_households(
            self.connection, [NewHousehold(borrower=borrower)], opened_by="person:t"
        )
        made = self.connection.execute(
            insert(schema.loan_account).values(number=f"N{n}", recorded_at=BEGIN)
        )
        assert made.inserted_primary_key is not None
        account = int(made.inserted_primary_key[0])
        granted = values.pop("granted_on", date(2024, 1, 10))
        terms = {"granted_on": granted, "due_on": date(2026, 1, 10)} | values
        self.add(
            "loan", granted, account_id=account, household_id=household, amount_fen=amount, **terms
        )
        return account

    def repaid(self, account: int, on: date, principal: int, interest: int = 0, **more: Any) -> int:
        return self.add(
            "repayment",
            on,
            account_id=account,
            principal_fen=principal,
            interest_fen=interest,
            **more,
        )

    def classed(self, account: int, on: date, code: str) -> int:
        return self.add("classification", on, account_id=account, **{"class": code})


def view_of(workspace: Workspace, day: date, known_on: date | datetime | None = None) -> View:
    return Book(workspace.engine, workspace.settings).at(day, known_on)


def test_a_balance_counts_only_what_came_in_by_the_day(workspace: Workspace) -> None:
    with writing(workspace.engine) as connection:
        ledger = Ledger(connection)
        account = ledger.loan(amount=1_000_000)
        ledger.repaid(account, date(2025, 6, 1), 400_000)

    before = view_of(workspace, date(2025, 5, 31)).loan("N1")
    after = view_of(workspace, date(2025, 6, 1)).loan("N1")

    assert (before.balance_fen, after.balance_fen) == (1_000_000, 600_000)
    assert sum(int(row.amount or 0) for row in after.figure("balance_fen").rows) == 600_000


def test_a_figure_as_known_earlier_does_not_see_later_corrections(workspace: Workspace) -> None:
    with writing(workspace.engine) as connection:
        ledger = Ledger(connection)
        account = ledger.loan(amount=1_000_000)
        wrong = ledger.repaid(account, date(2025, 6, 1), 400_000)
        ledger.repaid(
            account,
            date(2025, 6, 1),
            300_000,
            key="corrected",
            supersedes=wrong,
            reason="mistyped",
            recorded_at="2026-01-10T08:00:00.000000Z",
        )

    then = view_of(workspace, date(2025, 12, 31), datetime(2026, 1, 5, tzinfo=UTC)).loan("N1")
    now = view_of(workspace, date(2025, 12, 31)).loan("N1")

    assert (then.balance_fen, now.balance_fen) == (600_000, 700_000)


def test_what_was_recorded_later_was_not_known(workspace: Workspace) -> None:
    with writing(workspace.engine) as connection:
        ledger = Ledger(connection)
        account = ledger.loan()
        ledger.repaid(account, date(2025, 6, 1), 1, recorded_at="2025-07-01T00:00:00.000000Z")

    view = view_of(workspace, date(2025, 12, 31), datetime(2025, 6, 30, tzinfo=UTC))

    assert view.loan("N1").repayments == ()


def test_a_void_fact_no_longer_counts(workspace: Workspace) -> None:
    with writing(workspace.engine) as connection:
        ledger = Ledger(connection)
        account = ledger.loan(amount=1_000_000)
        posted = ledger.repaid(account, date(2025, 6, 1), 400_000)
        ledger.repaid(
            account, date(2025, 6, 1), 0, supersedes=posted, reason="other loan", void=True
        )

    assert view_of(workspace, date(2025, 12, 31)).loan("N1").balance_fen == 1_000_000


@pytest.mark.parametrize("statement", ["UPDATE loan SET amount_fen = 1", "DELETE FROM loan"])
def test_facts_cannot_be_changed_or_removed(workspace: Workspace, statement: str) -> None:
    with writing(workspace.engine) as connection:
        Ledger(connection).loan()

    with pytest.raises(DatabaseError, match="insert-only"), writing(workspace.engine) as connection:
        connection.execute(text(statement))

    assert view_of(workspace, date(2025, 1, 1)).loan("N1").amount_fen == 1_000_000


@pytest.mark.parametrize(
    "values",
    [
        {"amount": 0},
        {"amount": 12.5},
        {"due_on": date(2023, 1, 1)},
        {"rate": "6.5"},
        {"reason": "no fact is corrected by this"},
    ],
)
def test_the_database_refuses_impossible_terms(
    workspace: Workspace, values: dict[str, Any]
) -> None:
    with pytest.raises(DatabaseError), writing(workspace.engine) as connection:
        Ledger(connection).loan(**values)


def test_a_contract_with_several_loans_does_not_name_one(workspace: Workspace) -> None:
    with writing(workspace.engine) as connection:
        ledger = Ledger(connection)
        ledger.loan(1, contract_no="C1")
        ledger.loan(2, contract_no="C1")
    view = view_of(workspace, date(2025, 1, 1))

    with pytest.raises(AmbiguousLoan, match="N1, N2"):
        view.loan("C1")
    with pytest.raises(UnknownLoan):
        view.loan("C2")


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    payments=st.lists(
        st.tuples(
            st.dates(date(2024, 1, 10), date(2026, 12, 31)),
            st.integers(min_value=-50_000, max_value=200_000),
        ),
        max_size=12,
    ),
    order=st.randoms(),
    day=st.dates(date(2024, 1, 10), date(2027, 1, 1)),
)
def test_a_balance_is_the_amount_less_repayments_in_whatever_order_they_were_posted(
    workspace: Workspace, payments: list[tuple[date, int]], order: random.Random, day: date
) -> None:
    posted = list(payments)
    order.shuffle(posted)
    try:
        with writing(workspace.engine) as connection:
            ledger = Ledger(connection)
            account = ledger.loan(1, amount=1_000_000)
            for n, (on, principal) in enumerate(posted):
                ledger.repaid(account, on, principal, key=f"r{n}")
            loan = Book(connection, workspace.settings).at(day).loan(account)

            assert loan.balance_fen == 1_000_000 - sum(p for on, p in payments if on <= day)
            raise _Undo
    except _Undo:
        pass


class _Undo(Exception):
    """Takes the example's ledger back."""


@pytest.fixture
def bank(workspace: Workspace) -> Workspace:
    """Four loans: one bad since 2024, one that turned bad in 2025, one good, one repaid."""
    with writing(workspace.engine) as connection:
        ledger = Ledger(connection)
        old_bad = ledger.loan(1, 1_000_000, product="A", guarantee="mortgage",
                              granted_on=date(2023, 5, 1), due_on=date(2024, 5, 1))  # fmt: skip
        ledger.classed(old_bad, date(2024, 6, 30), "substandard")
        ledger.repaid(old_bad, date(2025, 3, 1), 300_000, 5_000)
        new_bad = ledger.loan(2, 2_000_000, product="A", guarantee="credit",
                              granted_on=date(2024, 7, 1), due_on=date(2025, 7, 1))  # fmt: skip
        ledger.classed(new_bad, date(2024, 12, 31), "normal")
        ledger.repaid(new_bad, date(2025, 6, 1), 500_000)
        ledger.classed(new_bad, date(2025, 9, 30), "doubtful")
        ledger.repaid(new_bad, date(2025, 11, 1), 100_000)
        good = ledger.loan(3, 4_000_000, product="B", guarantee="mortgage",
                           granted_on=date(2025, 2, 1), due_on=date(2026, 2, 1))  # fmt: skip
        ledger.classed(good, date(2025, 3, 31), "normal")
        ledger.add("interest_due", date(2025, 12, 20), account_id=good, period="2025",
                   due_fen=80_000, received_fen=60_000)  # fmt: skip
        ledger.add("interest_due", date(2025, 12, 20), account_id=old_bad, period="2025",
                   due_fen=20_000, received_fen=9_000)  # fmt: skip
        paid = ledger.loan(4, 800_000, product="B", guarantee="pledge",
                           granted_on=date(2025, 1, 5), due_on=date(2025, 10, 5))  # fmt: skip
        ledger.repaid(paid, date(2025, 10, 1), 800_000)
        ledger.add("target", date(2025, 1, 1), year=2025, product="A", indicator="granted_sum",
                   value=1_000_000)  # fmt: skip
        ledger.add("target", date(2025, 1, 1), year=2025, product="B", indicator="granted_sum",
                   value=5_000_000)  # fmt: skip
    return workspace


YEAR_END = {"as_of": date(2025, 12, 31)}
IN_2025 = {"year": 2025}


@pytest.mark.parametrize(
    ("name", "args", "value"),
    [
        ("granted_count", IN_2025, 2),
        ("granted_sum", IN_2025, 4_800_000),
        ("granted_sum", IN_2025 | {"product": "A"}, 0),
        ("granted_sum", {"year": 2024}, 2_000_000),
        ("outstanding_count", YEAR_END, 3),
        ("outstanding_balance", YEAR_END, 700_000 + 1_400_000 + 4_000_000),
        ("outstanding_balance", YEAR_END | {"product": "A"}, 2_100_000),
        ("outstanding_balance", {"as_of": date(2024, 12, 31)}, 3_000_000),
        ("planned_sum", IN_2025, 6_000_000),
        ("plan_percent", IN_2025, Decimal("80.00")),
        ("plan_percent", IN_2025 | {"product": "B"}, Decimal("96.00")),
        ("plan_percent", {"year": 2024}, None),
        ("recovered_count", IN_2025, 4),
        ("recovered_sum", IN_2025, 1_700_000),
        ("npl_count", YEAR_END, 2),
        ("npl_balance", YEAR_END, 2_100_000),
        ("npl_ratio", YEAR_END, Decimal("34.43")),
        ("npl_ratio", {"as_of": date(2020, 1, 1)}, None),
        ("new_npl_count", IN_2025, 1),
        ("new_npl_sum", IN_2025, 1_500_000),
        ("npl_recovered_sum", IN_2025, 400_000),
        ("overdue_balance", YEAR_END, 2_100_000),
        ("overdue_ratio", YEAR_END, Decimal("34.43")),
        ("class_balance", YEAR_END | {"class_code": "可疑"}, 1_400_000),
        ("class_count", YEAR_END | {"class_code": "normal"}, 1),
        ("guarantee_balance", YEAR_END | {"method": "抵押"}, 4_700_000),
        ("household_count", YEAR_END, 3),
        ("interest_due", IN_2025, 100_000),
        ("interest_received", IN_2025, 65_000),
        ("interest_collection_rate", IN_2025, Decimal("65.00")),
        ("interest_due", {"year": 2024}, None),
        ("due_principal", IN_2025, 2_800_000),
        ("due_recovered", IN_2025, 1_400_000),
        ("due_recovery_rate", IN_2025, Decimal("50.00")),
        ("arrears_interest", YEAR_END, 31_000),
    ],
)
def test_each_indicator_is_what_its_formula_says(
    bank: Workspace, name: str, args: dict[str, Any], value: Any
) -> None:
    figure = indicators.compute(Book(bank.engine, bank.settings), name, **args)

    assert figure.value == value
    if figure.unit == "fen" and figure.value is not None:
        assert sum(int(row.amount or 0) for row in figure.rows) == figure.value
    if figure.unit == "count":
        assert len(figure.rows) == figure.value
    assert all(row.source.person == "t" for row in figure.rows)


def test_a_view_inside_the_year_ends_the_year_there(bank: Workspace) -> None:
    view = view_of(bank, date(2025, 6, 30))

    assert indicators.recovered_sum(view, 2025).value == 800_000
    assert indicators.new_npl_count(view, 2025).value == 0


def test_maturities_fall_into_their_months_with_what_is_left(bank: Workspace) -> None:
    months = indicators.maturing_by_month(view_of(bank, date(2025, 12, 31)), 2026)

    assert [(count.value, balance.value) for count, balance in months][:3] == [
        (0, 0),
        (1, 4_000_000),
        (0, 0),
    ]
    assert indicators.products(view_of(bank, date(2025, 12, 31)), date(2025, 12, 31)) == ["B", "A"]


def test_an_unknown_indicator_is_named(bank: Workspace) -> None:
    with pytest.raises(indicators.UnknownIndicator, match="npl_ratio"):
        indicators.compute(view_of(bank, date(2025, 1, 1)), "nonsense")


def test_inspections_fall_due_after_the_drawdown_and_after_each_visit() -> None:
    visits = [date(2025, 1, 20), date(2025, 6, 1)]

    dues = schedule(date(2025, 1, 1), visits, date(2025, 9, 1), first_days=30, routine_days=90)

    assert [(due.on, due.met_on) for due in dues] == [
        (date(2025, 1, 31), date(2025, 1, 20)),
        (date(2025, 4, 20), None),
        (date(2025, 7, 19), date(2025, 6, 1)),
        (date(2025, 8, 30), None),
        (date(2025, 11, 28), None),
    ]


def test_inspections_count_by_the_register_where_it_states_days(workspace: Workspace) -> None:
    with writing(workspace.engine) as connection:
        ledger = Ledger(connection)
        account = ledger.loan(granted_on=date(2025, 1, 1))
        household = connection.scalar(text("SELECT household_id FROM loan"))
        for due, done in ((date(2025, 1, 31), date(2025, 1, 20)), (date(2025, 7, 1), None)):
            ledger.add("inspection", done or due, account_id=account, household_id=household,
                       kind="routine", due_on=due, done_on=done)  # fmt: skip
    view = view_of(workspace, date(2025, 12, 31))

    assert indicators.inspections_due(view, 2025).value == 2
    assert indicators.inspections_done(view, 2025).value == 1
    assert indicators.inspection_rate(view, 2025).value == Decimal("50.00")


def test_inspections_without_a_register_follow_the_intervals_of_the_settings(
    workspace: Workspace,
) -> None:
    with writing(workspace.engine) as connection:
        Ledger(connection).loan(granted_on=date(2025, 1, 1))
    rule = LedgerSettings(first_inspection_days=30, routine_inspection_days=100)
    book = Book(workspace.engine, Settings(ledger=rule))

    figure = indicators.inspections_due(book, 2025)

    assert figure.value == 4
    with reading(workspace.engine) as connection:
        assert indicators.inspections_due(Book(connection, Settings(ledger=rule)), 2025) == figure


def test_a_year_end_figure_stays_the_same_after_the_next_workbook(
    workspace: Workspace, tmp_path: Path
) -> None:
    first = workbook(tmp_path / "a.xlsx", {"台账": loan_sheet([loan_row(1)])})
    later = {
        "台账": loan_sheet([loan_row(1, 借据金额=60000, 余额=50000)]),
        "还款": repayment_sheet([[date(2025, 5, 1), "JJ20240001", "测试户1", 10000, 0, "现金"]]),
    }
    import_workbook(workspace, first, actor="t", clock=lambda: datetime(2026, 1, 4, tzinfo=UTC))
    book = Book(workspace.engine, workspace.settings)
    known_on = datetime(2026, 1, 5, tzinfo=UTC)
    before = indicators.outstanding_balance(
        book.at(date(2025, 12, 31), known_on), date(2025, 12, 31)
    )

    import_workbook(
        workspace,
        workbook(tmp_path / "b.xlsx", later),
        actor="t",
        clock=lambda: datetime(2026, 2, 1, tzinfo=UTC),
    )

    after = indicators.outstanding_balance(
        book.at(date(2025, 12, 31), known_on), date(2025, 12, 31)
    )
    assert after == before
    assert before.value == 5_000_000
    assert indicators.granted_sum(book, 2024).value == 6_000_000
