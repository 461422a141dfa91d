"""What papers and ledger show together that should not be; and papers of other countries."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from archive.workspace import Workspace
from ledger.kinds.registry import kind_of
from ledger.posting import Origin
from ledger.recording import record
from ledger.statements import stated
from ledger.workbook import import_workbook
from tests.filed_papers import (
    CERTIFICATE,
    CONTRACT,
    LOAN,
    MORTGAGE,
    NOTE,
    NOTICE,
    SAMPLES,
    TITLE,
    VISIT,
    codes,
    found,
    office,
    take,
    two_loans,
    typed,
    view_of,
    visits,
)
from tests.ledger_workbooks import id_number, workbook

LATER = date(2026, 12, 31)
PERSON = Origin(kind="person", person="周测")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return two_loans(tmp_path / "w")


def state(workspace: Workspace, kind: str, **said: str) -> None:
    fact = stated(kind_of(kind), said, language="zh", view=view_of(workspace), loan=LOAN)
    record(workspace, [fact], actor="t", origin=PERSON)


def securities(workspace: Workspace, *rows: list[object]) -> None:
    head = ["借款人", "身份证号码", "借据号", "抵押物名称", "权证号", "登记证明号", "评估价值"]
    sheets: dict[str, list[Any]] = {"抵质押物": [["抵质押物台账"], head, *rows]}
    import_workbook(workspace, workbook(workspace.root / "抵.xlsx", sheets), actor="t")


def test_a_class_on_paper_better_than_the_rule_allows(workspace: Workspace) -> None:
    take(workspace, visit=typed(VISIT, day="2026年9月30日", class_="正常"))

    [finding] = [f for f in found(workspace, LATER) if f.code == "class_on_paper_too_good"]
    assert "200" in finding.message
    assert {source.kind for source in finding.sources} == {"document", "workbook"}


def test_a_class_on_paper_as_bad_as_the_rule_asks_is_no_finding(workspace: Workspace) -> None:
    take(workspace, visit=typed(VISIT, day="2026年9月30日", class_="可疑"))

    assert codes(workspace, LATER) == []


def test_a_balance_on_paper_that_the_ledger_did_not_have_that_day(workspace: Workspace) -> None:
    take(workspace, visit=typed(VISIT, balance="45,000.00"))

    [finding] = found(workspace)
    assert finding.code == "balance_on_paper_differs"
    assert "45,000.00" in finding.message and "50,000.00" in finding.message


@pytest.mark.parametrize(
    ("day", "expected"), [("2024年3月20日", []), ("2024年6月20日", ["registered_late"])]
)
def test_a_mortgage_registered_too_late(
    workspace: Workspace, day: str, expected: list[str]
) -> None:
    securities(workspace, ["测试户1", id_number(1), LOAN, "住宅房屋", TITLE, None, 120000])

    take(workspace, contract=typed(CONTRACT))
    take(workspace, mortgage=typed(MORTGAGE), certificate=typed(CERTIFICATE, day=day))

    assert codes(workspace) == expected


def test_a_visit_in_the_register_without_a_report(workspace: Workspace) -> None:
    visits(
        workspace,
        ["测试户1", id_number(1), LOAN, "常规", None, "2025-06-20", "周测", "正常"],
        ["测试户1", id_number(1), LOAN, "常规", None, "2025-09-20", "周测", "正常"],
        ["测试户2", id_number(2), "JJ20240002", "常规", None, "2025-09-20", "周测", "正常"],
    )

    take(workspace, visit=typed(VISIT))

    [finding] = found(workspace)
    assert finding.code == "inspection_without_paper" and "2025-09-20" in finding.message


def test_m061_a_notice_enters_the_register_and_asks_for_its_receipt(workspace: Workspace) -> None:
    assert take(workspace, notice=typed(NOTICE, day="2025年9月10日")) == {"posted": 1}

    [contact] = view_of(workspace).records("contact")
    assert (contact.values["mode"], contact.values["notice_no"]) == (
        "letter",
        "（2026）东信催字第001号",
    )
    assert codes(workspace, date(2025, 9, 20)) == []
    assert codes(workspace) == ["notice_without_receipt"]


def test_a_notice_whose_receipt_the_register_has_is_no_finding(workspace: Workspace) -> None:
    state(
        workspace, "contact", on="2025-09-10", mode="信函", notice_no="(2026)东信催字第001号",
        signed="是",
    )  # fmt: skip

    assert take(workspace, notice=typed(NOTICE, day="2025年9月10日")) == {}

    assert codes(workspace) == []


def test_what_was_known_before_a_paper_was_filed_finds_nothing_of_it(workspace: Workspace) -> None:
    take(workspace, note=typed(NOTE, rate="7.2"))
    from ledger.book import Book
    from ledger.papers.findings import against_the_ledger

    before = Book.of(workspace).at(date(2025, 12, 31), date(2020, 1, 1))

    assert against_the_ledger(workspace, before) == []
    assert codes(workspace) == ["rate_differs"]


# -- real papers of the samples -----------------------------------------------------------------


def test_spanish_papers_are_compared_with_a_spanish_ledger(tmp_path: Path) -> None:
    made = office(tmp_path / "w", "es")
    head = ["Prestatario", "DNI", "Nº de contrato", "Monto", "Tasa anual (%)",
            "Fecha de desembolso", "Vencimiento"]  # fmt: skip
    row = ["María Elena Quispe Huamán", "09384716", "CP-2024-00183", 40000, 18.5,
           date(2024, 3, 15), date(2027, 3, 15)]  # fmt: skip
    report = import_workbook(
        made, workbook(tmp_path / "l.xlsx", {"Cartera": [["Cartera de créditos"], head, row]}),
        actor="t",
    )  # fmt: skip
    assert report.ok, report.problems

    done = take(
        made,
        contrato=SAMPLES / "contrato_prestamo_Quispe.docx",
        visita=SAMPLES / "informe visita Quispe abril 2024.docx",
        aviso=SAMPLES / "aviso_cobranza_Quispe.pdf",
    )

    assert done == {"posted": 2}
    assert "contract_amount_differs" in codes(made)
    [visit] = view_of(made).inspections_of()
    assert (visit.done_on, visit.inspector) == (date(2024, 4, 12), "Rosa Medina Soto")
    [notice] = view_of(made).records("contact")
    assert notice.values["notice_no"] == "0316-2025"


def test_the_sample_papers_of_one_household_agree_with_the_sample_ledger(tmp_path: Path) -> None:
    from ledger.papers.proposals import proposals

    made = office(tmp_path / "w")
    register = SAMPLES.parent / "ledger" / "台账_2025.xlsx"
    import_workbook(made, register, actor="t", accept_partial=True)

    take(
        made,
        contract=SAMPLES / "张三借款合同.docx",
        first=SAMPLES / "张三首次检查.docx",
        later=SAMPLES / "张三贷后检查报告2025年8月.docx",
        notice=SAMPLES / "张三催收通知书.pdf",
    )

    weighed = {
        each.weighed.claim.paper.item_no: each.weighed.state
        for each in proposals(made, everything=True)
    }
    assert set(weighed.values()) <= {"confirmed", "adds"} and len(weighed) == 4
