"""From a clerk's workbook to a filed document, with the rows behind every figure."""

from __future__ import annotations

import json
import os
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from archive import database, documents, filing, households
from archive.households import UnknownHousehold
from archive.settings import OfficeSettings, Settings
from archive.workspace import Workspace, create_workspace, open_workspace
from extractors.wording import use_language
from ledger.book import Book, UnknownLoan
from ledger.spans import span_of
from ledger.workbook import import_workbook
from templates import titles
from templates.asking import Asked
from templates.draft import explained
from templates.kinds import UnknownKind
from templates.render import SHIPPED
from templates.request import AskedWrongly, NothingToReport
from tests.drafts import drafted
from tests.templates_reading import body_of, text_of, with_text

WORKBOOK = next((Path(__file__).parent.parent / "samples" / "ledger").glob("*.xlsx"))
KNOWN_ON = date(2099, 1, 5)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the sample ledger; copied for tests that change it."""
    root = tmp_path_factory.mktemp("filled") / "workspace"
    office = OfficeSettings(institution="某某县农村信用合作联社", department="信贷管理部")
    workspace = create_workspace(root, Settings(office=office))
    report = import_workbook(workspace, WORKBOOK, actor="clerk", accept_partial=True)
    assert report.imported
    workspace.engine.dispose()
    return root


@pytest.fixture
def workspace(filled: Path, tmp_path: Path) -> Workspace:
    root = tmp_path / "workspace"
    shutil.copytree(filled, root)
    return open_workspace(root)


def open_loan(workspace: Workspace) -> tuple[str, int]:
    """Return the number and household of a loan that is still owed."""
    loan = Book.of(workspace).at(date(2025, 12, 31)).open_loans[0]
    return loan.number, loan.household_id


def test_a_summary_is_drafted_written_and_filed(workspace: Workspace) -> None:
    made = drafted(workspace, "annual-summary", year=2025, known_on=KNOWN_ON)

    assert made.path == workspace.out / "年度总结_2025_20990105-0001.docx"
    with database.reading(workspace.engine) as connection:
        filed = documents.document(connection, made.document_id)
    assert documents.paper(workspace, filed).read_bytes() == made.path.read_bytes()
    assert filed.household_id is None
    assert not list(workspace.out.glob(".*")), "nothing half written is left"


def test_the_figures_of_the_summary_are_those_of_the_ledger(workspace: Workspace) -> None:
    made = drafted(workspace, "annual-summary", year=2025, known_on=KNOWN_ON)
    loans = Book.of(workspace).at(date(2025, 12, 31)).open_loans

    text = body_of(made.path.read_bytes())

    balance = sum(loan.balance_fen for loan in loans)
    assert f"各项贷款结余{len(loans)}笔、{balance / 1_000_000:,.2f}万元" in text
    assert "None" not in text


def test_the_side_file_holds_every_figure_with_its_rows_and_cells(workspace: Workspace) -> None:
    made = drafted(workspace, "annual-summary", year=2025, known_on=KNOWN_ON)

    side = next(workspace.archive.rglob("provenance.json"))
    data = json.loads(side.read_text(encoding="utf-8"))

    assert data["as_of"] == "2025-12-31"
    by_name = {one["name"]: one for one in data["figures"]}
    assert len(by_name) > 50
    balance = by_name["outstanding_balance(2025-12-31)"]
    assert sum(row["amount"] for row in balance["rows"]) == balance["value"]
    assert all(row["source"]["kind"] == "workbook" for row in balance["rows"])
    assert all(re.fullmatch(r"[A-Z]+\d+", row["source"]["cell"]) for row in balance["rows"])
    stated = {name for one in data["sentences"] for name in one["figures"]}
    assert stated <= by_name.keys()
    assert {one.figure.name for one in made.figures} == by_name.keys()


def test_the_appendix_lists_every_figure_once(workspace: Workspace) -> None:
    made = drafted(workspace, "annual-summary", year=2025, known_on=KNOWN_ON, sources=True)

    appendix = text_of(made.path.read_bytes()).rpartition("附件：数据出处")[2]
    numbers = re.findall(r"^(\d+) \| ", appendix, re.MULTILINE)

    assert numbers == [str(n) for n in range(1, len({f.figure.name for f in made.figures}) + 1)]
    assert "贷款台账" in appendix


def test_every_figure_has_a_title_and_a_formula_for_people(workspace: Workspace) -> None:
    number, _household = open_loan(workspace)
    drafts = [
        drafted(workspace, "annual-summary", year=2025, known_on=KNOWN_ON),
        drafted(workspace, "work-plan", year=2026, known_on=KNOWN_ON),
        drafted(workspace, "inspection-report", loan=number, known_on=KNOWN_ON),
    ]

    for made in drafts:
        for one in made.figures:
            assert "_" not in one.title, one.figure.name
            assert titles.rule(one.figure, "zh") != one.figure.query, one.figure.name


def test_a_name_taken_in_between_is_not_overwritten(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = workspace.out / "工作计划_2026_20990105-0001.docx"
    link = os.link

    def come_between(made: Path, path: Path) -> None:
        if not taken.exists():
            taken.write_bytes(b"another draft")
        link(made, path)

    monkeypatch.setattr(os, "link", come_between)

    made = drafted(workspace, "work-plan", year=2026, known_on=KNOWN_ON)

    assert made.path.name.endswith("-0002.docx")
    assert taken.read_bytes() == b"another draft"


def test_the_same_request_is_not_filed_twice(workspace: Workspace) -> None:
    first = drafted(workspace, "work-plan", year=2026, known_on=KNOWN_ON)
    again = drafted(workspace, "work-plan", year=2026, known_on=KNOWN_ON)

    assert (again.path, again.document_id) == (first.path, first.document_id)


def test_a_changed_template_gives_another_draft_beside_the_first(workspace: Workspace) -> None:
    first = drafted(workspace, "work-plan", year=2026, known_on=KNOWN_ON)
    own = (SHIPPED / "zh" / "work-plan.docx").read_bytes()
    (workspace.own_templates / "work-plan.docx").write_bytes(
        with_text(own, "九、工作要求", "九、本社要求")
    )

    second = drafted(workspace, "work-plan", year=2026, known_on=KNOWN_ON)

    assert second.path.name.endswith("-0002.docx")
    assert "九、本社要求" in text_of(second.path.read_bytes())
    assert "九、本社要求" not in text_of(first.path.read_bytes())


@pytest.mark.parametrize(("kind", "year"), [("annual-summary", 1999), ("work-plan", 1999)])
def test_a_year_without_data_is_said_not_printed_as_zeros(
    workspace: Workspace, kind: str, year: int
) -> None:
    with pytest.raises(NothingToReport, match="ledger import"):
        drafted(workspace, kind, year=year, known_on=KNOWN_ON)

    assert not list(workspace.out.iterdir())


def test_what_was_not_known_then_is_not_counted(workspace: Workspace) -> None:
    with pytest.raises(NothingToReport):
        drafted(workspace, "annual-summary", year=2025, known_on=date(2026, 1, 5))


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_summary_comes_in_spanish_and_english(workspace: Workspace, language: str) -> None:
    made = drafted(
        workspace, "annual-summary", year=2025, known_on=KNOWN_ON, language=language, actor="clerk"
    )

    text = text_of(made.path.read_bytes())
    assert ("índice de morosidad" if language == "es" else "non-performing") in text
    assert not re.search("万元|贷款结余|＿", body_of(made.path.read_bytes()))


def test_an_inspection_report_is_filed_with_its_household_as_a_draft(workspace: Workspace) -> None:
    number, household_id = open_loan(workspace)

    made = drafted(workspace, "inspection-report", loan=number, known_on=KNOWN_ON)

    with database.reading(workspace.engine) as connection:
        filed = documents.document(connection, made.document_id)
        borrower = households.household(connection, household_id).borrower
    assert filed.household_id == household_id
    assert filed.doc_type != "inspection_report", "a draft must not make the file look complete"
    text = text_of(made.path.read_bytes())
    assert number in text
    assert borrower.name in text
    assert borrower.id_number and borrower.id_number not in text


def test_file_names_hold_no_personal_data(workspace: Workspace) -> None:
    number, household_id = open_loan(workspace)
    with database.reading(workspace.engine) as connection:
        borrower = households.household(connection, household_id).borrower

    made = drafted(workspace, "inspection-report", loan=number, known_on=KNOWN_ON)

    assert borrower.name not in made.path.name
    assert f"户{household_id:06d}" in made.path.name


def test_a_checklist_lists_the_papers_on_file_and_what_is_missing(
    workspace: Workspace, tmp_path: Path
) -> None:
    _number, household_id = open_loan(workspace)
    paper = tmp_path / "note.txt"
    paper.write_text("借款用途凭证：购买化肥发票一张。", encoding="utf-8")
    filing.file_made(
        workspace, paper, doc_type="collection_notice", actor="clerk", household_id=household_id
    )

    made = drafted(
        workspace, "transfer-checklist", household=household_id, known_on=KNOWN_ON, actor="clerk"
    )

    text = body_of(made.path.read_bytes())
    assert re.search(r"^1 \| .* \| 1 \| 1 \| □原件/□复印件 \| $", text, re.MULTILINE)
    assert re.search(r"\| 借款合同 \| 缺失 \|  \| $", text, re.MULTILINE)
    assert "共计1件、1页" in text


def test_a_checklist_in_spanish_names_papers_gaps_and_signatures_in_spanish(
    workspace: Workspace, tmp_path: Path
) -> None:
    _number, household_id = open_loan(workspace)
    paper = tmp_path / "note.txt"
    paper.write_text("催收通知书", encoding="utf-8")
    filing.file_made(
        workspace, paper, doc_type="collection_notice", actor="clerk", household_id=household_id
    )

    made = drafted(workspace, "transfer-checklist", household=household_id, language="es",
                   known_on=KNOWN_ON)  # fmt: skip

    text = body_of(made.path.read_bytes())
    assert re.search(
        r"^1 \| .* \| Notificación de cobranza \| .* \| 1 \| 1 \| ", text, re.MULTILINE
    )
    assert re.search(r"\| Falta \|  \| $", text, re.MULTILINE)
    assert "Entrega (firma):" in text
    assert not re.search("缺失|移交|材料", text)


def test_drafts_do_not_appear_in_the_checklist(workspace: Workspace) -> None:
    number, household_id = open_loan(workspace)
    drafted(workspace, "inspection-report", loan=number, known_on=KNOWN_ON)

    with pytest.raises(NothingToReport, match="no papers"):
        drafted(
            workspace, "transfer-checklist", household=household_id, known_on=KNOWN_ON,
            actor="clerk",
        )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "asked", "refusal"),
    [
        ("transfer-checklist", {}, AskedWrongly),
        ("transfer-checklist", {"household": "999999"}, UnknownHousehold),
        ("transfer-checklist", {"household": "张三"}, AskedWrongly),
        ("inspection-report", {}, AskedWrongly),
        ("inspection-report", {"loan": "no such loan"}, UnknownLoan),
        ("annual-sumary", {}, UnknownKind),
        ("score-sheet", {"language": "es"}, UnknownKind),
        ("annual-summary", {"unit": "没有的信用社"}, AskedWrongly),
        ("annual-summary", {"period": "2025Q1"}, AskedWrongly),
        ("annual-summary", {"household": 1}, AskedWrongly),
        ("transfer-checklist", {"household": 1, "year": 2025}, AskedWrongly),
        ("borrowing-slip", {}, AskedWrongly),
    ],
)
def test_what_cannot_be_drafted_is_refused_and_leaves_nothing(
    workspace: Workspace, kind: str, asked: dict[str, Any], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        drafted(workspace, kind, known_on=KNOWN_ON, actor="clerk", **asked)

    assert not list(workspace.out.iterdir())


def test_a_draft_bears_the_number_of_what_it_says(workspace: Workspace) -> None:
    first, again, other = (
        drafted(workspace, "work-plan", year=2026, known_on=day)
        for day in (KNOWN_ON, KNOWN_ON, KNOWN_ON.replace(day=KNOWN_ON.day - 1))
    )

    assert re.fullmatch(r"D\d{8}-[0-9A-Z]{5}-[0-9A-Z]{5}", first.number)
    assert first.number == again.number != other.number
    sides = (
        json.loads(one.read_text("utf-8")) for one in workspace.archive.rglob("provenance.json")
    )
    assert {one["number"] for one in sides} == {first.number, other.number}


def test_a_figure_is_explained_by_its_rows_without_a_draft(workspace: Workspace) -> None:
    asked = Asked(span=span_of("2025"), known_on=KNOWN_ON)

    found = explained(workspace, "annual-summary", asked, "npl_balance(2025-12-31)")
    by_title = explained(workspace, "annual-summary", asked, found[0].title)

    assert [one.figure.name for one in by_title] == ["npl_balance(2025-12-31)"]
    assert sum(row.amount or 0 for row in found[0].figure.rows) == found[0].figure.value
    with pytest.raises(AskedWrongly, match="no figure"):
        explained(workspace, "annual-summary", asked, "利润总和")
    assert not list(workspace.out.iterdir())


def test_a_draft_is_the_same_whatever_language_the_program_speaks(workspace: Workspace) -> None:
    made = []
    for language in ("en", "zh", "es"):
        use_language(language)
        made.append(drafted(workspace, "work-plan", year=2026, known_on=KNOWN_ON, sources=True))

    assert len({one.document_id for one in made}) == 1
    queries = [[named.figure.query for named in one.figures] for one in made]
    assert queries[0] == queries[1] == queries[2]


def test_a_refusal_is_said_in_the_language_of_the_person_who_asked(workspace: Workspace) -> None:
    use_language("es")

    with pytest.raises(NothingToReport, match="hudang ledger import") as refused:
        drafted(workspace, "annual-summary", year=1990, known_on=KNOWN_ON)

    assert "registro" in str(refused.value)


def test_a_change_is_explained_by_the_titles_of_what_it_is_worked_out_from(
    workspace: Workspace,
) -> None:
    asked = Asked(span=span_of("2025"), known_on=KNOWN_ON)

    rules = {one.rule for one in explained(workspace, "annual-summary", asked, "增减")}

    assert "贷款结余金额（2025-12-31） - 贷款结余金额（2024-12-31）" in rules
    assert not [rule for rule in rules if re.search(r"[a-z]+_[a-z]+\(", rule)]
