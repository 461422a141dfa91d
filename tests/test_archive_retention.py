"""How long files are kept: the days, their explanation, and what cannot be told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.events import FileEvent, NewEvent
from archive.retention import facts, holds
from archive.retention.chosen import RetentionRuleUnknown, scheme_for
from archive.retention.computing import LoanKept, loan_verdict, verdict
from archive.retention.declarations import CONDITIONS, DA_T_98, SCHEMES, TEXTBOOK
from archive.retention.facts import FactRefused, LedgerLoan, OnPaper, Stated
from archive.separation import DutiesNotSeparated

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
SETTLED = LoanKept(
    number="JJ-1",
    granted_on=date(2018, 3, 1),
    due_on=date(2019, 3, 1),
    settled_on=date(2019, 2, 20),
)


@st.composite
def settled_loans(draw: st.DrawFn) -> LoanKept:
    granted, due, settled = sorted((draw(DAYS), draw(DAYS), draw(DAYS)))
    due, settled = draw(st.permutations((due, settled)))
    return LoanKept(
        number="JJ-1",
        granted_on=granted,
        due_on=due,
        settled_on=settled,
        corporate=draw(st.booleans()),
        written_off=draw(st.booleans()),
    )


def numbered(events: list[NewEvent]) -> list[FileEvent]:
    """Return events as they are read back, one a minute."""
    return [
        FileEvent(
            seq=number,
            id=f"01j0000000000000000{number:07d}",
            at=f"2026-05-04T08:{number:02d}:00.000000Z",
            actor="desk",
            kind=each.kind,
            household_id=each.household_id,
            document_id=each.document_id,
            effective_on=each.effective_on,
            detail=each.detail,
        )
        for number, each in enumerate(events, 1)
    ]


@given(settled_loans(), st.sampled_from(sorted(SCHEMES)))
def test_a_day_is_always_a_first_of_january_after_the_settlement(
    loan: LoanKept, scheme: str
) -> None:
    found = loan_verdict(loan, SCHEMES[scheme])

    assert found.permanent or found.not_before is not None
    if found.not_before and loan.settled_on:
        assert (found.not_before.month, found.not_before.day) == (1, 1)
        assert found.not_before > loan.settled_on


@given(settled_loans())
def test_personal_credit_is_kept_five_years_after_settlement_and_ten_in_all(
    loan: LoanKept,
) -> None:
    assert loan.settled_on
    assert loan.granted_on
    found = loan_verdict(replace(loan, corporate=False), DA_T_98)

    assert found.not_before
    full_years = found.not_before.year - loan.settled_on.year - 1
    in_all = found.not_before.year - loan.granted_on.year - 1
    assert full_years >= 5
    assert in_all >= 10
    assert full_years == 5 or in_all == 10


@given(settled_loans(), st.dates(date(1990, 1, 1), date(2060, 12, 31)))
def test_a_later_settlement_never_means_an_earlier_day(loan: LoanKept, other: date) -> None:
    assert loan.settled_on
    later = replace(loan, settled_on=max(loan.settled_on, other))

    first, second = (loan_verdict(each, DA_T_98).not_before for each in (loan, later))

    assert first
    assert second
    assert first <= second


@given(st.lists(settled_loans(), min_size=1, max_size=5))
def test_of_several_loans_the_latest_decides(loans: list[LoanKept]) -> None:
    found = verdict(loans, lambda _loan: DA_T_98)

    assert found.not_before == max(loan_verdict(each, DA_T_98).not_before for each in loans)  # type: ignore[type-var]
    assert found.is_over(found.not_before)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("settled", "granted", "corporate", "expected"),
    [
        # Five years after settlement come later than ten in all.
        (date(2024, 2, 29), date(2010, 1, 4), False, date(2030, 1, 1)),
        # A loan of one year: ten in all decide.
        (date(2019, 2, 20), date(2018, 3, 1), False, date(2029, 1, 1)),
        # Settled on 1 January the years begin a year later, on 31 December the next day.
        (date(2021, 1, 1), date(2010, 1, 1), False, date(2027, 1, 1)),
        (date(2020, 12, 31), date(2010, 1, 1), False, date(2026, 1, 1)),
        (date(2020, 2, 29), date(2016, 2, 29), True, date(2031, 1, 1)),
    ],
)
def test_the_years_run_from_the_first_of_january_after_settlement(
    settled: date, granted: date, corporate: bool, expected: date
) -> None:
    loan = replace(SETTLED, settled_on=settled, granted_on=granted, corporate=corporate)

    assert loan_verdict(loan, DA_T_98).not_before == expected


@pytest.mark.parametrize(
    ("due", "period", "expected"),
    [
        (date(2019, 3, 1), "textbook-short", date(2026, 1, 1)),
        (date(2019, 3, 2), "textbook-long", date(2041, 1, 1)),
    ],
)
def test_the_textbook_tells_short_terms_from_long_ones(
    due: date, period: str, expected: date
) -> None:
    found = loan_verdict(replace(SETTLED, due_on=due), TEXTBOOK)

    assert (found.period, found.not_before) == (period, expected)


def test_a_year_from_a_leap_day_is_a_short_term() -> None:
    leap = replace(SETTLED, granted_on=date(2016, 2, 29), due_on=date(2017, 2, 28))

    assert loan_verdict(leap, TEXTBOOK).period == "textbook-short"


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"settled_on": None}, "settled is not known"),
        ({"granted_on": None}, "paid out is not known"),
        ({"balance_fen": 1}, "principal is still owed"),
        ({"contradiction": "two days"}, "two days"),
    ],
)
def test_what_is_not_known_is_said_and_no_day_is_given(
    changed: dict[str, object], words: str
) -> None:
    found = verdict([replace(SETTLED, **changed), SETTLED], lambda _loan: DA_T_98)  # type: ignore[arg-type]

    assert found.not_before is None
    assert not found.is_over(date(2999, 1, 1))
    assert words in found.obstacles[0]
    assert "JJ-1" in found.obstacles[0]


def test_a_term_that_nobody_knows_is_not_guessed_by_the_textbook() -> None:
    found = loan_verdict(replace(SETTLED, due_on=None), TEXTBOOK)

    assert found.not_before is None
    assert found.obstacle
    assert "term is not known" in found.obstacle


def test_a_file_of_which_no_loan_is_known_has_no_day() -> None:
    assert verdict([], lambda _loan: DA_T_98).obstacles


def test_a_claim_kept_after_write_off_is_kept_for_good_until_it_is_recovered() -> None:
    written_off = replace(SETTLED, settled_on=None, written_off=True, recourse=True)

    kept = verdict([written_off, SETTLED], lambda _loan: DA_T_98)
    recovered = loan_verdict(replace(written_off, settled_on=date(2025, 6, 1)), DA_T_98)

    assert kept.permanent
    assert not kept.is_over(date(2999, 1, 1))
    assert recovered.not_before == date(2031, 1, 1)


def test_every_condition_of_the_rules_is_one_that_a_loan_can_meet() -> None:
    asked = {c for s in SCHEMES.values() for period in s.periods for c in period.when}

    assert asked <= set(CONDITIONS)


def test_every_step_says_the_day_it_arrives_at() -> None:
    found = loan_verdict(SETTLED, DA_T_98)

    assert [step.code for step in found.steps] == ["rule", "settled", "start", "years", "in_all"]
    assert [step.day for step in found.steps[1:]] == [
        date(2019, 2, 20), date(2020, 1, 1), date(2025, 1, 1), date(2029, 1, 1),
    ]  # fmt: skip
    assert "DA/T 98-2023" in found.steps[0].text


EXCEPTIONS = ("product:助学贷款=ccb-15", "unit:城关信用社=textbook")


@pytest.mark.parametrize(
    ("product", "unit", "name"),
    [
        ("助学贷款", "城关信用社", "ccb-15"),
        ("小额信用贷款", "城关信用社", "textbook"),
        ("小额信用贷款", None, "da98"),
        (None, None, "da98"),
    ],
)
def test_a_product_or_a_unit_may_have_a_rule_of_its_own(
    product: str | None, unit: str | None, name: str
) -> None:
    assert scheme_for("da98", EXCEPTIONS, product=product, unit=unit).name == name


@pytest.mark.parametrize(
    ("rule", "exceptions"),
    [("da99", ()), ("da98", ("助学贷款=ccb-15",)), ("da98", ("product:助学贷款=ccb-99",))],
)
def test_a_rule_that_nobody_declared_is_refused(rule: str, exceptions: tuple[str, ...]) -> None:
    with pytest.raises(RetentionRuleUnknown, match=r"hudang.toml"):
        scheme_for(rule, exceptions, product="x", unit=None)


LEDGER = LedgerLoan(
    numbers=("JJ-1", "HT-1"),
    granted_on=date(2018, 3, 1),
    due_on=date(2019, 3, 1),
    balance_fen=0,
    settled_on=date(2019, 2, 20),
)


def stated(*said: Stated) -> dict[str, Stated]:
    today = date(2026, 5, 4)
    return facts.stated_loans(numbered([facts.stated_event(7, each, today=today) for each in said]))


def test_a_statement_fills_in_what_the_ledger_does_not_know() -> None:
    unsettled = replace(LEDGER, settled_on=None)
    said = stated(Stated(loan="jj-1", settled_on=date(2019, 2, 25)))

    loans, unknown = facts.loans_kept([unsettled], said, [], corporate=False)

    assert [loan.settled_on for loan in loans] == [date(2019, 2, 25)]
    assert not unknown


def test_a_statement_against_the_ledger_is_a_contradiction_not_a_choice() -> None:
    said = stated(Stated(loan="JJ-1", settled_on=date(2019, 2, 25), by="赵"))

    loans, _unknown = facts.loans_kept([LEDGER], said, [], corporate=False)

    assert "2019-02-20" in (loans[0].contradiction or "")
    assert loan_verdict(loans[0], DA_T_98).not_before is None


def test_a_later_statement_corrects_an_earlier_one() -> None:
    said = stated(
        Stated(loan="JJ-9", granted_on=date(2018, 1, 1), settled_on=date(2019, 1, 1)),
        Stated(loan="JJ-9", settled_on=date(2020, 1, 1)),
    )

    assert said["JJ-9"].settled_on == date(2020, 1, 1)
    assert said["JJ-9"].granted_on == date(2018, 1, 1)


@pytest.mark.parametrize(
    ("papers", "unknown"),
    [
        ([OnPaper("HT-1", None), OnPaper("HT-1", "JJ-1")], []),
        # A second drawdown under the contract, of which the ledger knows nothing.
        ([OnPaper("HT-1", "JJ-1"), OnPaper("HT-1", "JJ-2")], ["JJ-2"]),
        ([OnPaper("HT-2", None)], ["HT-2"]),
        ([OnPaper("HT-2", None), OnPaper("HT-2", "JJ-3")], ["JJ-3"]),
    ],
)
def test_a_loan_that_only_papers_name_is_an_obstacle(
    papers: list[OnPaper], unknown: list[str]
) -> None:
    _loans, said = facts.loans_kept([LEDGER], {}, papers, corporate=False)

    assert len(said) == len(unknown)
    assert all(number in sentence for number, sentence in zip(unknown, said, strict=True))


@pytest.mark.parametrize(
    "impossible",
    [
        Stated(loan="J", granted_on=date(2020, 1, 2), settled_on=date(2020, 1, 1)),
        Stated(loan="J", granted_on=date(2020, 1, 2), due_on=date(2020, 1, 1)),
        Stated(loan="J", settled_on=date(2026, 5, 5)),
        Stated(loan="J", recourse=True),
    ],
)
def test_days_that_cannot_be_are_refused(impossible: Stated) -> None:
    with pytest.raises(FactRefused):
        facts.stated_event(7, impossible, today=date(2026, 5, 4))


def test_a_hold_stands_until_two_people_have_said_that_it_ends() -> None:
    noted = [holds.placing(7, "litigation", "诉讼中", "赵")]
    (hold,) = holds.standing(numbered(noted))

    noted.append(holds.releasing(hold, "钱", "已执结"))
    (asked,) = holds.standing(numbered(noted))
    noted.append(holds.releasing(asked, "孙", None))

    assert asked.asked_by == "钱"
    assert not holds.standing(numbered(noted))


@pytest.mark.parametrize("second", ["钱", " 钱 ", "Ｑian", "QIAN"])
def test_one_person_cannot_give_both_names_under_a_release(second: str) -> None:
    first = "qian" if second.strip() != "钱" else "钱"
    noted = [holds.placing(7, "audit", "审计抽查", "赵")]
    noted.append(holds.releasing(holds.standing(numbered(noted))[0], first, "审计完毕"))
    (asked,) = holds.standing(numbered(noted))

    with pytest.raises(DutiesNotSeparated):
        holds.releasing(asked, second, None)


def test_a_release_needs_a_reason() -> None:
    (hold,) = holds.standing(numbered([holds.placing(7, "dispute", "有争议", "赵")]))

    with pytest.raises(holds.ReasonMissing):
        holds.releasing(hold, "钱", " ")
