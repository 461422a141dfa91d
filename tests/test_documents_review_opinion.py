"""The review opinion: what ledger and papers know of an applicant is filled in, item by item."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from archive import documents, file_facts
from archive.database import reading, writing
from archive.workspace import Workspace
from ledger.book import Book
from ledger.managing.gaps import lacking
from tests.drafts import drafted
from tests.tasks_ledger import made, said
from tests.templates_reading import body_of


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A household that is rated and owes elsewhere, and one of which little is known."""
    workspace = made(tmp_path_factory.mktemp("office"), {}, {})
    said(workspace, "rating", 评级日期="2024-04-01", 信用等级="AA", 授信额度="80000")
    said(workspace, "credit_query", 查询日期="2024-05-02", 查询结果="无不良记录")
    said(workspace, "other_debt", 查询日期="2024-05-02", 债权银行="甲银行", 他行余额="30000")
    return workspace


def body(workspace: Workspace, household: int, **asked: Any) -> str:
    made_ = drafted(workspace, "review-opinion", household=household, as_of=date(2024, 6, 1),
                    known_on=date(2099, 1, 5), **asked)  # fmt: skip
    return body_of(made_.path.read_bytes())


def test_what_is_known_of_an_applicant_stands_beside_each_item(office: Workspace) -> None:
    text = body(office, 1)

    assert "JJ20240001 | 农户小额贷款 | 信用 | 50,000.00 | 2026-03-14 | 0" in text
    assert "该户贷款余额合计50,000.00元。" in text
    assert "2024年4月1日评定信用等级AA，核定额度8.00万元，已用5.00万元，尚余3.00万元。" in text
    assert "2024年5月2日查询征信：无不良记录。" in text
    assert "台账登记他行负债合计3.00万元。" in text
    assert "在本社贷款1笔，已结清0笔，现逾期0笔。" in text


def test_what_the_office_does_not_know_is_said_and_left_to_the_reviewer(
    office: Workspace,
) -> None:
    text = body(office, 2)

    assert "台账没有征信查询记录，须查询后填写。" in text
    assert "台账没有评级授信记录。" in text
    assert "台账没有登记他行负债，须核实。" in text
    assert text.count("□符合 □不符合 □待补") == 9


def test_papers_are_asked_for_that_come_before_the_loan_and_no_others(office: Workspace) -> None:
    text = body(office, 1)

    assert "借款申请书 | 缺失" in text
    assert "贷前调查报告 | 缺失" in text
    assert "借款合同 | 缺失" not in text
    assert "贷后检查报告 | 缺失" not in text


def test_a_limit_that_is_used_up_is_said_so(office: Workspace) -> None:
    said(office, "rating", 评级日期="2024-05-20", 信用等级="A", 授信额度="40000")

    assert "核定额度4.00万元，已用5.00万元，已超出1.00万元。" in body(office, 1)


def test_papers_of_what_happened_after_the_loan_are_not_asked_for_before_it(
    office: Workspace,
) -> None:
    with writing(office.engine) as connection:
        file_facts.state(connection, 1, {"at_risk": True}, actor="t")

    text = body(office, 1)
    assert "借款申请书 | 缺失" in text
    assert "风险预警" not in text


def test_an_unsigned_draft_is_no_paper_of_the_file(office: Workspace) -> None:
    drafted(office, "review-opinion", household=1, as_of=date(2024, 6, 1))

    assert [one.file for one in lacking(Book.of(office).at(date(2024, 6, 1)))] == [False, False]
    with reading(office.engine) as connection:
        assert documents.counts_by_household(connection, drafts=False) == {}
        assert documents.counts_by_household(connection)[1] > 0
