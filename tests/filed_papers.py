"""Papers typed as a clerk types them, dropped into an inbox and read by the real reader."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from concurrent.futures import Future
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import select

from archive import documents, schema
from archive.database import reading
from archive.documents import FiledDocument
from archive.intake import Intake
from archive.settings import InboxSettings, OfficeSettings, Settings
from archive.workspace import Workspace, create_workspace, open_workspace
from extractors.outcome import ReadDone, ReadOutcome
from extractors.read import read
from extractors.settings import ReadingSettings
from ledger.book import Book, View
from ledger.papers.findings import against_the_ledger
from ledger.papers.following import catch_up
from ledger.papers.proposals import Proposal, proposals
from ledger.report import Finding
from ledger.workbook import import_workbook
from tests.archive_double import settle
from tests.ledger_workbooks import id_number, loan_row, loan_sheet, workbook

SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "inbox"

CONTRACT = """借款合同
合同编号：{contract_no}
借款人：{borrower}    身份证号码：{identity}
贷款人：东河县农村信用合作联社
借款金额（大写）：人民币{words}（小写）￥{figures}
借款用途：购买化肥
借款期限：自{start}起至{end}止
月利率：{rate}‰
担保方式：信用
签订日期：{start}
"""
NOTE = """借款借据
借据号：{iou_no}    合同编号：{contract_no}
借款人：{borrower}    身份证号码：{identity}
贷款人：东河县农村信用合作联社
借款金额（大写）：人民币{words}（小写）￥{figures}
月利率：{rate}‰
借款日期：{start}    到期日期：{end}
担保方式：信用
"""
VISIT = """贷后检查报告（{which}）
客户名称：{borrower}    身份证号码：{identity}
借据号：{iou_no}
贷款余额：{balance}元
检查日期：{day}    检查方式：现场
检查人：周测
五级分类：{class_}
检查结论：{conclusion}
"""
NOTICE = """催收通知书
编号：{notice_no}
借款人：{borrower}    身份证号码：{identity}
借据号：{iou_no}
尚欠本金：50,000.00元
请于2026年5月31日前归还。
贷款人：东河县农村信用合作联社
通知日期：{day}
"""
MORTGAGE = """抵押合同
合同编号：{own_no}
主合同编号：{contract_no}
抵押人：{borrower}    身份证号码：{identity}
抵押权人：东河县农村信用合作联社
债务人：{borrower}
抵押物名称：住宅房屋
不动产权证书号：{title_no}
坐落：东河县柳树村一组
评估价值：120,000.00元
担保主债权：50,000.00元
签订日期：{start}
"""
CERTIFICATE = """豫（2024）东河县不动产证明第{number}号
不动产登记证明
证明权利或事项：抵押权
权利人（申请人）：东河县农村信用合作联社
义务人：{borrower}
坐落：东河县柳树村一组
不动产权证书号：{title_no}
抵押方式：一般抵押
担保债权的数额：5万元
合同号：{own_no}
登记日期：{day}
"""
CLASSED = """贷款五级分类认定表
借款人：{borrower}    身份证号码：{identity}
借据号：{iou_no}
认定结果：{class_}
认定日期：{day}
"""

LOAN = "JJ20240001"
YEAR_END = date(2025, 12, 31)
VISITS = [
    "借款人",
    "身份证号码",
    "借据号",
    "检查类型",
    "应检查日期",
    "检查日期",
    "检查人",
    "检查结果",
]
TITLE = "豫（2021）东河县不动产权第0001234号"
SAID = {
    "borrower": "测试户一",
    "identity": id_number(1),
    "contract_no": "（2024）东农信字第0001号",
    "iou_no": "JJ20240001",
    "words": "伍万元整",
    "figures": "50,000.00",
    "start": "2024年3月15日",
    "end": "2026年3月14日",
    "rate": "6.525",
    "which": "定期",
    "balance": "50,000.00",
    "day": "2025年6月20日",
    "class_": "正常",
    "conclusion": "经营正常，按期归还本息的可能性大",
    "notice_no": "（2026）东信催字第001号",
    "own_no": "（2024）东抵字第0001号",
    "title_no": TITLE,
    "number": "0000377",
}


def typed(form: str, **said: str) -> bytes:
    """Return a paper of a form as a text file; what is not given is as in the test ledger."""
    return form.format(**SAID | said).encode()


class RealReader:
    """Reads what needs no OCR, in this process."""

    def submit(self, path: Path) -> Future[ReadOutcome]:
        """Return the finished reading of a paper."""
        future: Future[ReadOutcome] = Future()
        future.set_result(ReadDone(*read(path.read_bytes(), ReadingSettings())))
        return future


def office(root: Path, language: str = "zh") -> Workspace:
    """Make a workspace that takes files at once."""
    chosen = Settings(
        office=OfficeSettings(language=language),
        inbox=InboxSettings(quiet_seconds=0.0, scan_seconds=0.05, reserve_mb=0),
    )
    return create_workspace(root, chosen)


def two_loans(root: Path) -> Workspace:
    """Return an office whose ledger knows two loans of two households; nothing is filed yet."""
    shutil.copytree(_two_loans(), root)
    return open_workspace(root)


@cache
def _two_loans() -> Path:
    """Made once, and copied for each test."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    made = office(folder / "w")
    register(made, loan_row(1), loan_row(2))
    made.engine.dispose()
    return made.root


def file(workspace: Workspace, **papers: bytes | Path) -> None:
    """Drop papers into the inbox, by name, and take them in."""
    for name, paper in papers.items():
        suffix = paper.suffix if isinstance(paper, Path) else ".txt"
        data = paper.read_bytes() if isinstance(paper, Path) else paper
        (workspace.inbox / f"{name}{suffix}").write_bytes(data)
    intake = Intake(workspace, RealReader(), on_event=lambda _event: None)
    intake.start()
    settle(intake)


def register(workspace: Workspace, *rows: list[object]) -> None:
    sheets = {"台账": loan_sheet(rows)}
    import_workbook(workspace, workbook(workspace.root / "台账.xlsx", sheets), actor="t")


def visits(workspace: Workspace, *rows: list[object]) -> None:
    sheets: dict[str, list[Any]] = {"检查": [["贷后检查登记簿"], VISITS, *rows]}
    import_workbook(workspace, workbook(workspace.root / "检查.xlsx", sheets), actor="t")


def take(workspace: Workspace, **papers: bytes | Path) -> dict[str, int]:
    """File papers and let the ledger follow; return how many facts came of it."""
    file(workspace, **papers)
    return dict(catch_up(workspace))


def view_of(workspace: Workspace, as_of: date = YEAR_END) -> View:
    return Book.of(workspace).at(as_of)


def found(workspace: Workspace, as_of: date = YEAR_END) -> list[Finding]:
    return against_the_ledger(workspace, view_of(workspace, as_of))


def codes(workspace: Workspace, as_of: date = YEAR_END) -> list[str]:
    return [each.code for each in found(workspace, as_of)]


def only(workspace: Workspace) -> Proposal:
    [one] = proposals(workspace)
    return one


def filed(workspace: Workspace, doc_type: str) -> FiledDocument:
    with reading(workspace.engine) as connection:
        [chosen] = connection.scalars(
            select(schema.document.c.id).where(schema.document.c.doc_type == doc_type)
        )
        return documents.document(connection, chosen)
