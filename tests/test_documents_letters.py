"""Letters to borrowers and guarantors: whom they go to, what they say, what they rest on."""

from __future__ import annotations

import pickle
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from archive import database, documents
from archive.settings import OfficeSettings, Settings
from archive.workspace import Workspace, create_workspace, open_workspace
from extractors.read import read
from extractors.settings import ReadingSettings
from ledger.book import Book
from ledger.spans import month_of, span_of
from ledger.workbook import import_workbook
from templates import formats
from templates.asking import Asked, requested
from templates.request import NothingToReport
from tests import filed_papers
from tests.bad_loans import classed, office, post
from tests.drafts import drafted
from tests.ledger_workbooks import loan_row
from tests.templates_reading import text_of

WORKBOOK = next((Path(__file__).parent.parent / "samples" / "ledger").glob("*.xlsx"))
KNOWN_ON = date(2099, 1, 5)
DAY = date(2025, 12, 31)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the sample ledger; copied for tests that write to it."""
    root = tmp_path_factory.mktemp("letters") / "workspace"
    office = OfficeSettings(institution="某某县农村信用合作联社", department="信贷管理部")
    workspace = create_workspace(root, Settings(office=office))
    assert import_workbook(workspace, WORKBOOK, actor="clerk", accept_partial=True).imported
    workspace.engine.dispose()
    return root


@pytest.fixture(scope="module")
def ledger(filled: Path) -> Workspace:
    """The same, only to be read."""
    return open_workspace(filled)


@pytest.fixture
def workspace(filled: Path, tmp_path: Path) -> Workspace:
    root = tmp_path / "workspace"
    shutil.copytree(filled, root)
    return open_workspace(root)


def every(workspace: Workspace, kind: str, **asked: Any) -> list[Any]:
    """Return all documents of a kind, computed and not written."""
    given = Asked(known_on=KNOWN_ON, as_of=DAY, **asked)
    with requested(workspace, kind, given, every=True) as (chosen, request):
        assert chosen.each is not None
        return list(chosen.each(request))


def test_every_borrower_of_a_loan_falling_due_in_the_month_gets_one_letter(
    ledger: Workspace,
) -> None:
    due = [
        loan
        for loan in Book.of(ledger).at(DAY).open_loans
        if loan.due_on and month_of(loan.due_on).text == "2026-01"
    ]

    letters = every(ledger, "maturity-letter", span=span_of("2026-01"))

    assert {one.household_id for one in letters} == {loan.household_id for loan in due}
    assert len(letters) == len({one.household_id for one in letters})
    listed = [line.number for one in letters for line in one.values.loans]
    assert sorted(listed) == sorted(loan.number for loan in due)


def test_the_letter_and_its_receipt_state_the_same_sum_in_figures_and_words(
    workspace: Workspace,
) -> None:
    loan = next(
        one
        for one in Book.of(workspace).at(DAY).open_loans
        if one.due_on and month_of(one.due_on).text == "2026-01"
    )

    made = drafted(
        workspace,
        "maturity-letter",
        period="2026-01",
        household=loan.household_id,
        as_of=DAY,
        known_on=KNOWN_ON,
    )

    text = text_of(made.path.read_bytes())
    letter, receipt = text.split("到期贷款提示函回执")
    said = f"{formats.yuan(loan.balance_fen)}元（大写：{formats.in_words(loan.balance_fen)}）"
    assert said in letter
    assert said in receipt
    assert text.count(made.number) == 2, "the receipt names the letter it answers"
    assert "None" not in text
    with database.reading(workspace.engine) as connection:
        filed = documents.document(connection, made.document_id)
    assert filed.household_id == loan.household_id
    assert filed.doc_type == "other", "a letter not yet delivered does not complete the file"


def test_every_amount_in_a_letter_is_a_figure_with_the_rows_behind_it(ledger: Workspace) -> None:
    (letter, *_others) = every(ledger, "maturity-letter", span=span_of("2026-01"))

    figures = {one.figure.name: one.figure for one in letter.values.figures}

    for line in letter.values.loans:
        assert figures[line.balance.name] is line.balance
        assert sum(row.amount or 0 for row in line.balance.rows) == line.balance.value
    total = figures[letter.values.balance.name]
    assert sum(row.amount or 0 for row in total.rows) == total.value


def test_a_letter_to_a_household_without_a_loan_falling_due_is_refused(ledger: Workspace) -> None:
    free = next(
        loan.household_id
        for loan in Book.of(ledger).at(DAY).open_loans
        if loan.due_on and loan.due_on.year > 2026
    )

    asked = Asked(span=span_of("2026-01"), household=free, as_of=DAY, known_on=KNOWN_ON)
    with (
        requested(ledger, "maturity-letter", asked) as (kind, request),
        pytest.raises(NothingToReport, match=re.escape(f"{free:06d}")),
    ):
        assert kind.compute
        kind.compute(request)


@pytest.mark.parametrize(
    ("known_on", "month"),
    [
        (date(2026, 1, 31), "2026-02"),
        (date(2026, 1, 1), "2026-02"),
        (date(2025, 12, 15), "2026-01"),
    ],
)
def test_letters_are_for_the_next_month_from_any_day_of_this_one(
    ledger: Workspace, known_on: date, month: str
) -> None:
    with requested(ledger, "maturity-letter", Asked(known_on=known_on), every=True) as (_k, asked):
        assert asked.period.text == month


def overdue(workspace: Workspace) -> list[Any]:
    """Return the loans of the sample ledger whose principal is past its day."""
    return [
        loan for loan in Book.of(workspace).at(DAY).open_loans if loan.due_on and loan.due_on < DAY
    ]


def test_m061_every_overdue_household_gets_one_notice_over_all_its_overdue_loans(
    ledger: Workspace,
) -> None:
    late = overdue(ledger)

    notices = every(ledger, "collection-notice")

    assert late
    assert [one.household_id for one in notices] == sorted({loan.household_id for loan in late})
    for one in notices:
        own = [loan for loan in late if loan.household_id == one.household_id]
        assert one.values.balance.value == sum(loan.balance_fen for loan in own)
        assert one.values.days_overdue.value == max(loan.days_overdue for loan in own)


@pytest.mark.parametrize("language", ["zh", "es"])
def test_a_notice_claims_the_debt_and_its_receipt_admits_it(
    workspace: Workspace, language: str
) -> None:
    loan = overdue(workspace)[0]

    made = drafted(
        workspace,
        "collection-notice",
        household=loan.household_id,
        language=language,
        as_of=DAY,
        known_on=KNOWN_ON,
    )

    text = text_of(made.path.read_bytes())
    claim, receipt = re.split("逾期贷款催收通知书回执|Acuse de recibo y reconocimiento", text)
    assert re.search("诉讼时效依法中断|se interrumpe la prescripción", claim)
    assert re.search("债务予以确认|Reconozco adeudar", receipt)
    balance = formats.yuan(
        sum(one.balance_fen for one in overdue(workspace) if one.household_id == loan.household_id),
        language,
    )
    assert balance in claim
    assert balance in receipt


def test_a_guarantor_is_asked_only_where_the_ledger_names_one(ledger: Workspace) -> None:
    loan = overdue(ledger)[0]

    asked = Asked(loan=loan.number, as_of=DAY, known_on=KNOWN_ON)
    with (
        requested(ledger, "guarantor-notice", asked) as (kind, request),
        pytest.raises(NothingToReport, match="ledger record guarantee"),
    ):
        assert kind.compute
        kind.compute(request)


def test_short_loans_are_reminded_of_a_week_before_and_longer_ones_a_month(
    ledger: Workspace,
) -> None:
    reminders = every(ledger, "repayment-reminder")
    reminded = {one.values.number for one in reminders}

    for loan in Book.of(ledger).at(DAY).open_loans:
        if loan.due_on is None or loan.due_on < DAY:
            assert loan.number not in reminded
            continue
        left = (loan.due_on - DAY).days
        granted = loan.granted_on
        short = loan.due_on <= granted.replace(year=granted.year + 1)
        assert (loan.number in reminded) == (left <= (7 if short else 31)), loan.number


def test_m084_every_borrower_gets_a_statement_of_all_he_owes(ledger: Workspace) -> None:
    loans = Book.of(ledger).at(DAY).open_loans

    statements = every(ledger, "borrower-statement", span=span_of("2025Q4"))

    total = sum(one.values.balance.value for one in statements)
    assert total == sum(loan.balance_fen for loan in loans)
    assert len(statements) == len({loan.household_id for loan in loans})


def test_m018_a_unit_gets_the_list_of_its_loans_falling_due_next_month(ledger: Workspace) -> None:
    lists = every(ledger, "maturity-list", span=span_of("2026-01"))
    letters = every(ledger, "maturity-letter", span=span_of("2026-01"))

    listed = [line.number for one in lists for line in one.values.loans]
    written = [line.number for one in letters for line in one.values.loans]
    assert sorted(listed) == sorted(written)
    assert len({one.about for one in lists}) == len(lists), "one for each unit"


def test_a_notice_is_read_back_as_what_it_says(workspace: Workspace) -> None:
    loan = overdue(workspace)[0]
    made = drafted(
        workspace,
        "collection-notice",
        household=loan.household_id,
        as_of=DAY,
        known_on=KNOWN_ON,
    )

    _content, reading = read(made.path.read_bytes(), ReadingSettings())

    assert reading.doc_type == "collection_notice"
    assert list(reading.values("notice_no", str)) == [made.number]
    assert list(reading.values("borrower", str)) == [loan.borrower]


def test_the_rows_behind_a_balance_are_the_same_in_another_process(ledger: Workspace) -> None:
    loans = Book.of(ledger).at(DAY).open_loans
    loan = next(one for one in loans if one.repaid_fen)
    figure = loan.figure("balance_fen")

    there = pickle.loads(pickle.dumps(figure))  # noqa: S301 - our own bytes

    assert there == figure
    assert len(there.rows) == len(figure.rows) > 1
    assert sum(row.amount for row in there.rows) == loan.balance_fen


def refusal(workspace: Workspace, kind: str, **asked: Any) -> str:
    """Return why a document is not made."""
    given = Asked(as_of=DAY, known_on=KNOWN_ON, **asked)
    with (
        requested(workspace, kind, given) as (chosen, request),
        pytest.raises(NothingToReport) as refused,
    ):
        assert chosen.compute
        chosen.compute(request)
    return str(refused.value)


def test_principal_that_is_not_due_is_never_called_in_where_only_interest_is_late(
    tmp_path: Path,
) -> None:
    late = {"逾期天数": 11, "表内欠息": 593.78, "五级分类": None}
    rows = [loan_row(1, **late), loan_row(2, **late, 到期日=date(2025, 3, 14))]
    made = office(tmp_path, rows)
    first = next(one for one in Book.of(made).at(DAY).open_loans if one.number == "JJ20240001")
    assert first.days_overdue > 0

    notices = every(made, "collection-notice")

    assert [one.loans for one in notices] == [("JJ20240002",)]
    asked = refusal(made, "collection-notice", household=first.household_id)
    assert "not called in" in asked
    assert "not past its due day" in refusal(made, "guarantor-notice", loan="JJ20240001")
    assert "is overdue, but" in refusal(made, "guarantor-notice", loan="JJ20240002")


def test_a_term_of_a_year_is_short_whether_or_not_it_holds_a_leap_day(tmp_path: Path) -> None:
    terms = [
        (date(2025, 1, 20), date(2026, 1, 20)),
        (date(2025, 1, 20), date(2026, 1, 21)),
        (date(2025, 1, 7), date(2026, 1, 7)),
    ]
    rows = [
        loan_row(n, 五级分类=None, 发放日=granted, 到期日=due)
        for n, (granted, due) in enumerate(terms, 1)
    ]

    reminded = every(office(tmp_path, rows), "repayment-reminder")

    assert sorted(one.values.number for one in reminded) == ["JJ20240002", "JJ20240003"]


SURETY = """保证合同
合同编号：（2024）东保字第0001号
主合同编号：（2024）东农信字第0001号
保证人：保证人乙
债权人：东河县农村信用合作联社
债务人：测试户一
保证方式：连带责任保证
担保主债权金额：50,000.00元
签订日期：2024年3月15日
"""


def test_a_guarantor_named_by_a_filed_contract_is_known_to_every_document(tmp_path: Path) -> None:
    made = filed_papers.two_loans(tmp_path / "w")
    filed_papers.file(
        made, contract=filed_papers.typed(filed_papers.CONTRACT), surety=SURETY.encode()
    )
    paper = filed_papers.filed(made, "guarantee_contract")

    day = date(2026, 3, 31)
    given = Asked(as_of=day, known_on=KNOWN_ON)
    with requested(made, "guarantor-notice", given, every=True) as (kind, request):
        assert kind.each
        (notice,) = kind.each(request)
    (statement,) = every(made, "guarantor-statement", span=span_of("2025Q4"))
    asked = Asked(loan="JJ20240001", as_of=DAY, known_on=KNOWN_ON)
    with requested(made, "routine-inspection-report", asked) as (kind, request):
        assert kind.compute
        report: Any = kind.compute(request).values

    pair: list[Any] = [notice.values, statement.values]
    for values in pair:
        (line,) = values.guarantees
        assert (line.name, line.contract_no) == ("保证人乙", "（2024）东保字第0001号")
        assert line.guaranteed.value == 5_000_000
        assert line.guaranteed.rows[0].source.document_id == paper.id
        assert line.until is None, "what the paper says of the debt is not 保证期间"
    (shown,) = report.guarantors
    assert (shown.name, shown.guaranteed.value) == ("保证人乙", 5_000_000)
    other = next(
        loan.household_id
        for loan in Book.of(made).at(DAY).open_loans
        if loan.household_id != statement.household_id
    )
    refused = refusal(made, "guarantor-statement", household=other, span=span_of("2025Q4"))
    assert "hudang ledger record guarantee" in refused


def test_a_units_plan_begins_with_what_is_overdue_and_bad(tmp_path: Path) -> None:
    dues = [date(2026, 3, 14), date(2025, 3, 14), date(2027, 3, 14), date(2027, 3, 14)]
    rows = [loan_row(n, 五级分类=None, 到期日=due) for n, due in enumerate(dues, 1)]
    made = office(tmp_path, rows)
    post(made, [classed(3, date(2025, 6, 30), "doubtful")])

    (letter,) = every(made, "business-letter", span=span_of("2026"))

    (group,) = letter.values.groups
    assert [line.number for line in group.loans] == ["JJ20240002", "JJ20240003", "JJ20240001"]
    assert letter.values.planned_balance.value == 15_000_000
