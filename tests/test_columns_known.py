"""Rows of an owner up to a day are found for many owners at once as one by one."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from ledger.columns.figure_rows import Behind, kind
from ledger.columns.known import Known
from ledger.columns.shape import DTYPES, SHAPES
from ledger.columns.table import Rows, Texts

DAYS = range(738000, 738060)


@pytest.fixture(scope="module")
def receipts() -> list[tuple[int, int, int]]:
    """Account, day and fen; accounts 3 and 7 have none, account 1 has many on few days."""
    random = Random(2025)  # noqa: S311
    found = [(random.choice((1, 2, 4, 5, 6, 9)), random.choice(DAYS)) for _ in range(400)]
    found += [(1, random.choice(DAYS[20:22])) for _ in range(200)]
    return [(account, day, random.randrange(-500, 900)) for account, day in sorted(found)]


@pytest.fixture(scope="module")
def known(receipts: list[tuple[int, int, int]]) -> Known:
    shape, many = SHAPES["repayment"], len(receipts)
    arrays = {name: np.zeros(many, DTYPES[lies_as]) for name, lies_as in shape.kinds.items()}
    columns = zip(*receipts, strict=True)
    for name, values in zip(("account_id", "effective_on", "principal_fen"), columns, strict=True):
        arrays[name][:] = values
    arrays["id"][:] = np.arange(1, many + 1)
    texts = {name: Texts.of([""]) for name, lies_as in shape.kinds.items() if lies_as == "text"}
    return Known(Rows("repayment", many, arrays, texts), many, None)


def plain(receipts: list[tuple[int, int, int]], account: int, day: int) -> int:
    return sum(fen for owner, on, fen in receipts if owner == account and on <= day)


def test_sums_up_to_a_day_are_those_of_the_rows_whoever_has_none(
    known: Known, receipts: list[tuple[int, int, int]]
) -> None:
    accounts = np.array([9, 1, 3, 2, 7, 1, 0, 10, 11, 500, 6])
    for day in (DAYS[0] - 1, *DAYS[18:24], DAYS[-1]):
        expected = [plain(receipts, account, day) for account in accounts.tolist()]
        assert known.total("principal_fen", accounts, day).tolist() == expected


def test_each_owner_may_be_asked_for_a_day_of_its_own(
    known: Known, receipts: list[tuple[int, int, int]]
) -> None:
    random = Random(7)  # noqa: S311
    accounts = np.array([random.randrange(12) for _ in range(300)])
    days = np.array([random.randrange(DAYS[0] - 2, DAYS[-1] + 3) for _ in range(300)])
    expected = [
        plain(receipts, *each) for each in zip(accounts.tolist(), days.tolist(), strict=True)
    ]
    assert known.total("principal_fen", accounts, days).tolist() == expected
    last = known.last(accounts, days)
    for account, day, place in zip(accounts.tolist(), days.tolist(), last.tolist(), strict=True):
        mine = [n for n, (owner, on, _fen) in enumerate(receipts) if owner == account and on <= day]
        assert place == (mine[-1] if mine else -1)


def test_a_table_without_a_row_has_no_owner() -> None:
    shape = SHAPES["repayment"]
    arrays = {name: np.zeros(0, DTYPES[lies_as]) for name, lies_as in shape.kinds.items()}
    texts = {name: Texts.of([]) for name, lies_as in shape.kinds.items() if lies_as == "text"}
    nothing = Known(Rows("repayment", 0, arrays, texts), 0, None)
    assert nothing.total("principal_fen", np.array([0, 3]), DAYS[0]).tolist() == [0, 0]
    assert nothing.last(np.array([0, 3]), DAYS[0]).tolist() == [-1, -1]


def test_a_fact_behind_a_ratio_counts_once_where_it_comes_first() -> None:
    loan, visit = kind("loan", "amount_fen"), kind("inspection", None)
    facts = [(loan, 5), (visit, 5), (loan, 2), (loan, 5), (visit, 1), (visit, 5), (loan, 9)]
    kinds, ids = (np.array(column) for column in zip(*facts, strict=True))
    rows = Behind(None, kinds, ids, np.arange(len(ids)), ids * 100)  # type: ignore[arg-type]
    once = rows.once()
    assert once.about.tolist() == [0, 1, 2, 4, 6]
    assert once.tables() == {"loan": 3, "inspection": 2}
    assert once.total() == 0
    assert rows.picked(slice(0, 0)).once().tables() == {}
