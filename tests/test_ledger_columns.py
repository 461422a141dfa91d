"""What is answered from arrays is what the facts say, one by one; and arrays are never believed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from archive.database import reading, writing
from archive.settings import Settings
from archive.workspace import Workspace, create_workspace
from ledger import facts, schema
from ledger.book import Book, View
from ledger.columns import stock
from ledger.columns.stock import kept_in
from ledger.indicators import INDICATORS
from tests.ledger_at_random import FIRST, LAST, MOMENTS, Random
from tests.ledger_plainly import Indicators, Plainly, percent

ANY_LEDGER = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
DAYS = st.one_of(st.dates(FIRST, LAST), st.sampled_from([date(2024, 12, 31), date(2025, 12, 31)]))
KNOWN = st.sampled_from([None, *MOMENTS, MOMENTS[0] - timedelta(days=1), date(2025, 7, 5)])


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    made = create_workspace(tmp_path_factory.mktemp("w") / "workspace", Settings())
    facts.ready(made)
    return made


class _Undo(Exception):
    """Takes the example's ledger back."""


@contextmanager
def ledger_of(workspace: Workspace, seed: int) -> Iterator[tuple[Connection, Random]]:
    """Give a ledger posted at random that is gone afterwards."""
    try:
        with writing(workspace.engine) as connection:
            made = Random(connection, seed)
            made.fill()
            yield connection, made
            raise _Undo
    except _Undo:
        pass


def said_by(view: View, plain: Plainly) -> list[dict[str, Any]]:
    """What the view says of each loan, as the plain reading puts it."""
    return [
        {name: getattr(loan, name) for name in plain.state(loan.account_id)}
        | {
            "sources": dict(loan.sources),
            "repayments": [
                (row.fact, row.label, row.amount, row.source) for row in loan.repayments
            ],
        }
        for loan in view.loans
    ]


@ANY_LEDGER
@given(seed=st.integers(0, 2**32), day=DAYS, known_on=KNOWN)
def test_every_loan_on_every_day_is_what_its_facts_say(
    workspace: Workspace, seed: int, day: date, known_on: date | datetime | None
) -> None:
    with ledger_of(workspace, seed) as (connection, _made):
        view = Book(connection, workspace.settings).at(day, known_on)
        plain = Plainly(connection, day, known_on)

        assert said_by(view, plain) == [plain.state(account) for account in plain.granted(day)]
        assert [loan.account_id for loan in view.open_loans] == plain.open(day)


@ANY_LEDGER
@given(seed=st.integers(0, 2**32), day=DAYS, known_on=KNOWN)
def test_receipts_classes_and_visits_are_those_of_the_facts(
    workspace: Workspace, seed: int, day: date, known_on: date | datetime | None
) -> None:
    with ledger_of(workspace, seed) as (connection, made):
        view = Book(connection, workspace.settings).at(day, known_on)
        plain = Plainly(connection, day, known_on)
        year = date(day.year, 1, 1)
        received = [
            row
            for row in plain.facts["repayment"]
            if row["account_id"] in plain.terms
            and year <= row["effective_on"] <= day
            and row["channel"] != schema.CARRIED
        ]

        assert sorted(each.fact for each in view.repayments(year)) == sorted(
            f"repayment:{row['id']}" for row in received
        )
        for account in plain.granted(day):
            household = made.accounts[account]
            assert [fact for _on, _code, fact in view.classes_of(account)] == [
                f"classification:{row['id']}" for row in plain.of("classification", account, day)
            ]
            for name, asked in (
                ("inspection", view.inspections_of(account_id=account)),
                ("collateral", view.collateral_of(account_id=account)),
            ):
                assert [each.fact for each in asked] == [
                    f"{name}:{row['id']}"
                    for row in plain.facts[name]
                    if row["household_id"] == household
                    and row["account_id"] in (None, account)
                    and row["effective_on"] <= day
                ]
        wrong = [(loan.account_id, row["id"]) for loan, row in view.stated_balances(wrong=True)]
        assert sorted(wrong) == sorted(
            (row["account_id"], row["id"])
            for row in plain.facts["statement"]
            if row["effective_on"] <= day
            and row["balance_fen"] is not None
            and row["account_id"] in plain.terms
            and plain.terms[row["account_id"]]["granted_on"] <= row["effective_on"]
            and plain.balance(row["account_id"], row["effective_on"]) != row["balance_fen"]
        )


@ANY_LEDGER
@given(seed=st.integers(0, 2**32), day=DAYS)
def test_a_view_is_of_the_loans_it_was_narrowed_to(
    workspace: Workspace, seed: int, day: date
) -> None:
    with ledger_of(workspace, seed) as (connection, _made):
        view = Book(connection, workspace.settings).at(day)
        wanted: dict[str, Any] = random.Random(seed).choice(  # noqa: S311
            [{"unit": "东城"}, {"manager": "吴新", "guarantee": "抵押"}, {"class_code": "次级"}]
        )
        said = {"guarantee": "mortgage", "class_code": "substandard"}

        assert [loan.number for loan in view.where(**wanted).loans] == [
            loan.number
            for loan in view.loans
            if all(getattr(loan, k) == said.get(k, v) for k, v in wanted.items())
        ]


IN_YEAR = ("granted_sum", "recovered_sum", "new_npl_sum", "npl_recovered_sum", "interest_due",
           "interest_received", "due_principal", "due_recovered", "inspections_due",
           "inspections_done")  # fmt: skip
ON_DAY = ("outstanding_balance", "npl_balance", "overdue_balance", "household_count",
          "arrears_interest")  # fmt: skip
OF_UNIT = {"unit": "东城"}


@ANY_LEDGER
@given(
    seed=st.integers(0, 2**32), year=st.integers(2023, 2026), known_on=KNOWN, narrow=st.booleans()
)
def test_every_indicator_has_the_rows_that_its_formula_names(
    workspace: Workspace, seed: int, year: int, known_on: date | datetime | None, narrow: bool
) -> None:
    end = date(year, 12, 31)
    with ledger_of(workspace, seed) as (connection, _made):
        view = Book(connection, workspace.settings).at(end, known_on)
        plainly = Indicators(
            lambda day: Plainly(connection, day, known_on),
            workspace.settings.ledger,
            mine=_of_unit if narrow else _any,
        )
        asked: View = view.where(**OF_UNIT) if narrow else view
        for name in (*IN_YEAR, *ON_DAY):
            about: Any = year if name in IN_YEAR else end
            figure = INDICATORS[name](asked, about)
            rows = getattr(plainly, name)(about)

            assert sorted((row.fact, row.amount) for row in figure.rows) == sorted(rows), name
            assert len(figure.rows) == len(rows)
            if figure.unit == "fen" and (rows or figure.value is not None):
                assert figure.value == sum(amount for _fact, amount in rows)
            assert ("unit=东城" in figure.name) is narrow
        whole = plainly.outstanding_balance(end)
        for name, part in (("npl_ratio", "npl_balance"), ("overdue_ratio", "overdue_balance")):
            assert INDICATORS[name](asked, end).value == percent(
                sum(amount for _fact, amount in getattr(plainly, part)(end)),
                sum(amount for _fact, amount in whole),
            )


def _any(_plain: Plainly, _account: int, _day: date) -> bool:
    return True


def _of_unit(plain: Plainly, account: int, day: date) -> bool:
    terms = plain.terms[account]
    return bool(terms["unit"] == OF_UNIT["unit"] and terms["granted_on"] <= day)


# Arrays that are kept in files.


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A ledger of which every table is kept in a file as soon as it has rows."""
    monkeypatch.setattr(stock, "KEPT_FROM", 1)
    made = create_workspace(tmp_path / "workspace", Settings())
    with writing(facts.ready(made)) as connection:
        Random(connection, 1).fill(facts=80)
    Book.of(made).at(LAST).loans[0]
    look(made)
    return made


def look(workspace: Workspace, day: date = LAST) -> list[dict[str, Any]]:
    """What a newly opened book says, after making sure that it is what the facts say."""
    view = Book.of(workspace).at(day)
    with reading(workspace.engine) as connection:
        plain = Plainly(connection, day)
        said = said_by(view, plain)
        assert said == [plain.state(account) for account in plain.granted(day)]
    return said


def files_of(workspace: Workspace) -> list[Path]:
    return sorted(kept_in(workspace).folder.iterdir())


def test_kept_arrays_are_used_and_hold_no_names(
    kept: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = look(kept)
    monkeypatch.setattr("ledger.columns.reading.read", None)

    assert look(kept) == said
    assert "loan.columns" in [path.name for path in files_of(kept)]
    assert not any("户1".encode() in path.read_bytes() for path in files_of(kept))


def test_facts_posted_after_arrays_were_kept_are_read_too(kept: Workspace) -> None:
    before = look(kept)
    for seed in (2, 3):
        with writing(kept.engine) as connection:
            made = Random(connection, seed)
            made.keys = seed * 1000
            made.fill(facts=30)
        look(kept)

    assert len(look(kept)) > len(before)


def test_a_view_does_not_see_what_is_posted_after_it_was_opened(kept: Workspace) -> None:
    book = Book.of(kept)
    early = book.at(LAST)
    with writing(kept.engine) as connection:
        made = Random(connection, 4)
        made.keys = 5000
        made.fill(facts=60)
    late = book.at(LAST)
    count = len(late.loans)

    with reading(kept.engine) as connection:
        known = len(Plainly(connection, LAST).granted(LAST))
    assert (count, len(early.loans)) == (known, len(look(kept)) - 5)


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data[:0],
        lambda data: data[:-200] + bytes(byte ^ 255 for byte in data[-200:]),
        lambda data: data.replace(b'"upto": ', b'"upto": 1'),
        lambda data: b"hudang-columns-2" + data[16:],
        lambda data: b"x" * len(data),
    ],
    ids=["torn", "empty", "damaged", "altered", "of another format", "something else"],
)
def test_a_file_that_is_not_as_it_was_written_is_not_believed(kept: Workspace, harm: Any) -> None:
    for path in files_of(kept):
        data = path.read_bytes()
        path.unlink()
        path.write_bytes(harm(data))

    assert look(kept)
    assert all(harm(path.read_bytes()) != path.read_bytes() for path in files_of(kept))


def test_the_file_of_another_ledger_is_not_believed(
    kept: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = create_workspace(tmp_path / "other", Settings())
    with writing(facts.ready(other)) as connection:
        Random(connection, 9).fill(facts=80)
    theirs = look(other)
    # Even where the disk gives the database the number of a file that is gone.
    identity = kept_in(kept)._identity()
    monkeypatch.setattr("ledger.columns.files.Kept._identity", lambda _self: identity)
    for path in files_of(kept):
        (kept_in(other).folder / path.name).write_bytes(path.read_bytes())

    assert look(other) == theirs


def test_a_ledger_that_was_set_back_is_read_anew(kept: Workspace, tmp_path: Path) -> None:
    kept.engine.dispose()
    early = kept.database.read_bytes()
    with writing(kept.engine) as connection:
        made = Random(connection, 5)
        made.keys = 7000
        made.fill(facts=60)
    look(kept)
    kept.engine.dispose()
    for path in kept.root.glob("hudang.db-*"):
        path.unlink()
    with kept.database.open("r+b") as file:
        file.write(early)
        file.truncate(len(early))

    look(kept)
    with writing(kept.engine) as connection:
        made = Random(connection, 6)
        made.keys = 8000
        made.fill(facts=90)

    look(kept)


def test_rows_of_a_rehearsal_count_in_it_and_are_kept_nowhere(kept: Workspace) -> None:
    files = {path.name: path.read_bytes() for path in files_of(kept)}
    try:
        with writing(kept.engine) as connection:
            made = Random(connection, 7)
            made.keys = 9000
            made.fill(facts=90)
            view = Book.of(kept, connection).at(LAST)
            plain = Plainly(connection, LAST)
            assert said_by(view, plain) == [plain.state(each) for each in plain.granted(LAST)]
            raise _Undo
    except _Undo:
        pass

    assert {path.name: path.read_bytes() for path in files_of(kept)} == files
    look(kept)


def test_a_workspace_that_cannot_be_written_to_is_read_all_the_same(
    kept: Workspace, tmp_path: Path
) -> None:
    kept_in(kept).forget()
    kept_in(kept).folder.rmdir()
    kept_in(kept).folder.write_text("no folder")

    assert look(kept)
