"""责任书: whom a manager or unit answers for, what for, and where the goals come from."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from archive.workspace import Workspace
from ledger.spans import span_of
from templates.asking import Asked, requested
from tests.bad_loans import classed, office, post, say
from tests.drafts import drafted
from tests.ledger_workbooks import loan_row
from tests.templates_reading import text_of

KNOWN_ON = date(2099, 1, 5)


@pytest.fixture
def two(tmp_path: Path) -> Workspace:
    """Two managers with a loan each, both due in 2026; the second is bad."""
    rows = [
        loan_row(1, 五级分类=None, 管户人="周测"),
        loan_row(2, 五级分类=None, 管户人="郑试", 余额=30000, 借据金额=30000),
    ]
    made = office(tmp_path, rows)
    post(made, [classed(2, date(2025, 6, 30), "substandard")])
    return made


def every(workspace: Workspace, kind: str) -> list[Any]:
    """Return all letters of 2026, computed and not written."""
    asked = Asked(span=span_of("2026"), known_on=KNOWN_ON)
    with requested(workspace, kind, asked, every=True) as (chosen, request):
        assert chosen.each is not None
        return list(chosen.each(request))


def test_m004_each_manager_gets_a_letter_on_the_households_he_manages(two: Workspace) -> None:
    letters = {one.values.person: one.values for one in every(two, "account-letter")}

    assert sorted(letters) == ["周测", "郑试"]
    assert letters["周测"].balance.value == 5_000_000
    assert letters["周测"].bad.value == 0
    assert letters["郑试"].bad.value == 3_000_000
    assert [line.borrower for line in letters["郑试"].clients] == ["测试户2"]


def test_a_goal_is_that_of_the_years_plan_and_a_blank_where_nobody_planned(
    two: Workspace,
) -> None:
    say(two, "manager_target", person="周测", period="2026年", principal_fen="40000")

    (letter,) = [one for one in every(two, "account-letter") if one.values.person == "周测"]

    goals = {one.title: one.target.value for one in letter.values.goals}
    assert goals["收回到期本金"] == 4_000_000
    assert goals["存款余额"] is None


def test_m005_a_units_letter_plans_loan_by_loan_and_sums_up_each_manager(two: Workspace) -> None:
    say(
        two, "loan_plan", 1, period="2026年", due_on="2026-03-10", principal_fen="20000",
        interest_fen="300",
    )  # fmt: skip

    (letter,) = every(two, "business-letter")

    groups = {one.manager: one for one in letter.values.groups}
    assert groups["周测"].principal.value == 2_000_000
    assert groups["郑试"].principal.value is None, "not planned yet is a blank, not nothing"
    assert letter.values.planned_principal.value == 2_000_000
    assert letter.values.planned_interest.value == 30_000
    assert letter.values.planned_balance.value == 8_000_000


def test_m006_the_letter_on_post_loan_work_lists_what_is_to_be_collected(two: Workspace) -> None:
    made = drafted(two, "post-loan-letter", year=2026, manager="郑试", known_on=KNOWN_ON)

    text = text_of(made.path.read_bytes())
    assert "JJ20240002" in text.split("重点清收贷款")[1]
    assert "JJ20240001" not in text
    assert "郑试" not in made.path.name, "no names in file names"


def test_m006_who_supervises_is_named_where_it_is_on_record(two: Workspace) -> None:
    letter = next(one for one in every(two, "post-loan-letter") if one.values.person == "郑试")
    assert letter.values.supervisor is None

    households = [int(line.household_number) for line in letter.values.clients]
    for household in households:
        say(
            two, "responsibility", household_id=household, role="risk_supervision",
            person="监管丙", from_on="2025-01-02",
        )  # fmt: skip

    letter = next(one for one in every(two, "post-loan-letter") if one.values.person == "郑试")
    assert letter.values.supervisor == "监管丙"
