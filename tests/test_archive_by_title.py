"""Papers that no form reads are filed by the title and the ID number they bear."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

import pytest

from archive import by_title, documents, items
from archive.database import reading
from archive.intake import Intake
from archive.workspace import Workspace
from extractors.outcome import ReadDone, ReadOutcome
from extractors.reading import Reading
from tests.archive_double import IDS, JsonReader, drop, new_workspace, paper, settle
from tests.typed_paper import read, typed

UNCLAIMED = Reading(doc_type=None, language="zh", pages=1, ocr=False)
APPLICATION = "柳河信用社\n借款申请书\n申请人：王小明  身份证号：{id}\n本人申请借款伍万元"


class TypedReader(JsonReader):
    """Reads JSON papers as said, and typed ones as papers that no form claims."""

    def submit(self, path: Path) -> Future[ReadOutcome]:
        text = path.read_text(encoding="utf-8")
        if text.startswith("{"):
            return super().submit(path)
        future: Future[ReadOutcome] = Future()
        future.set_result(ReadDone(typed(text), UNCLAIMED))
        return future


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = new_workspace(tmp_path / "w")
    drop(made, "a.json", paper(borrower="王小明", id_number=IDS[0], contract_no="HT-1"))
    take(made)
    return made


def take(workspace: Workspace) -> None:
    intake = Intake(workspace, TypedReader(), on_event=lambda _event: None)
    intake.start()
    settle(intake)


def dropped(workspace: Workspace, text: str) -> None:
    drop(workspace, "paper.txt", text.encode())
    take(workspace)


def held(workspace: Workspace) -> list[items.Item]:
    with reading(workspace.engine) as connection:
        return items.in_states(connection, items.PENDING)


@pytest.mark.parametrize(
    ("text", "doc_type"),
    [
        ("柳河信用社\n个人贷款申请表（农户）\n", "loan_application"),
        ("中华人民共和国\n居民身份证\n姓名 王小明", "identity_papers"),
        ("个人信用报告\n报告编号：2025", "credit_report"),
        ("农户贷款贷前调查报告\n一、基本情况", "loan_investigation"),
        ("小额贷款审批表\n编号 12", "loan_approval"),
        ("河南增值税电子普通发票\n发票代码", "use_voucher"),
        ("房地产估价报告\n估价项目名称", "appraisal_report"),
        ("柳河农信社放款通知书\n", "drawdown_papers"),
        ("借款展期协议书\n", "extension_papers"),
        ("SOLICITUD DE CRÉDITO\nSocio: Juan", "loan_application"),
        ("Loan Application Form\nName", "loan_application"),
    ],
)
def test_the_title_says_what_it_is(text: str, doc_type: str) -> None:
    assert by_title.recognised(UNCLAIMED, typed(text)).doc_type == doc_type


@pytest.mark.parametrize(
    "text",
    [
        "会议纪要\n本次会议讨论了借款申请书的格式",
        "关于印发《贷前调查报告》模板的通知\n各营业网点：",
        "合同名称：购销合同\n编号：1",
        "张三\n李四\n",
        "",
    ],
)
def test_a_paper_that_only_mentions_such_a_title_is_none(text: str) -> None:
    assert by_title.recognised(UNCLAIMED, typed(text)).doc_type is None


def test_reading_itself_claims_none_of_them() -> None:
    assert read(APPLICATION.format(id=IDS[0])).doc_type is None


def test_an_application_is_filed_with_the_household_of_its_id_number(workspace: Workspace) -> None:
    dropped(workspace, APPLICATION.format(id=IDS[0]))

    assert held(workspace) == []
    with reading(workspace.engine) as connection:
        filed = documents.documents_of(connection, 1)
    assert [each.doc_type for each in filed] == ["loan_contract", "loan_application"]
    assert [each.category for each in filed] == [2, 2]


@pytest.mark.parametrize(
    "text",
    [
        APPLICATION.format(id=IDS[0]) + f"\n配偶身份证号：{IDS[1]}",
        APPLICATION.format(id=IDS[1]),
        APPLICATION.format(id=IDS[0][:-1] + ("1" if IDS[0][-1] != "1" else "2")),
        f"中华人民共和国居民身份证\n公民身份号码 {IDS[0]}",
    ],
    ids=["two people's numbers", "a stranger's", "a wrong number", "perhaps a guarantor's card"],
)
def test_whose_it_is_must_be_sure(workspace: Workspace, text: str) -> None:
    dropped(workspace, text)

    assert [item.reason for item in held(workspace)] == ["household_unknown"]
