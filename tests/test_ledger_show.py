"""Every figure leads back: a fact to its versions and its cell or page, a loan to all its facts."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import cli
from archive.filing import file_made
from archive.settings import OfficeSettings, Settings
from archive.workspace import Workspace, create_workspace
from ledger.classes import TITLES
from ledger.workbook import import_workbook
from tests.ledger_workbooks import id_number, loan_row, loan_sheet, repayment_sheet, workbook

Run = Callable[..., Any]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("show")
    made = create_workspace(folder / "workspace", Settings(office=OfficeSettings(language="en")))
    (made.root / "hudang.toml").write_text('[office]\nlanguage = "en"\n', encoding="utf-8")
    paid = repayment_sheet([[date(2025, 5, 6), "JJ20240001", "测试户1", 10000, 33.33, "现金"]])
    first = {"台账": loan_sheet([loan_row(1, 余额=40000), loan_row(2)]), "还款": paid}
    second = {"台账": loan_sheet([loan_row(1, 余额=40000, 管户人="李测", 五级分类="关注")])}
    for name, sheets in (("a.xlsx", first), ("b.xlsx", second)):
        assert import_workbook(made, workbook(folder / name, sheets), actor="周测").imported
    return made


@pytest.fixture
def run(workspace: Workspace) -> Run:
    def command(*args: str, refused: bool = False) -> Result:
        done = CliRunner().invoke(cli.hudang, ["-w", str(workspace.root), "ledger", *args])
        assert (done.exit_code != 0) == refused, done.output
        return done

    return command


def asked(run: Run, *args: str) -> Any:
    return json.loads(run(*args, "--json").stdout)


def test_a_fact_is_shown_with_every_version_who_when_and_why(run: Run) -> None:
    told = asked(run, "show", "loan:1")

    before, after = told["versions"]
    assert (before["values"]["manager"], after["values"]["manager"]) == ("周测", "李测")
    assert (after["corrects"], after["actor"]) == ("loan:1", "周测")
    assert "later workbook" in after["reason"]
    assert after["values"]["rate"] == "6.525‰"
    assert asked(run, "show", after["fact"])["versions"] == told["versions"]


def test_a_fact_leads_to_the_workbooks_archive_number_and_cell(run: Run) -> None:
    printed = run("show", "repayment:1").stdout

    assert "0001-XD·" in printed
    assert "还款!D4" in printed
    assert "10,000.00" in printed


def test_a_fact_from_a_paper_leads_to_its_page(
    workspace: Workspace, run: Run, tmp_path: Path
) -> None:
    paper = tmp_path / "催收通知书.txt"
    paper.write_text("催收通知书", encoding="utf-8")
    filed = file_made(workspace, paper, doc_type="other", actor="t")
    stated = ("on=2025-11-03", "mode=letter", "notice_no=催字第7号")

    fact = asked(
        run,
        "record",
        "contact",
        *stated,
        "--loan",
        "JJ20240001",
        "--paper",
        filed.id,
        "--page",
        "2",
    )["fact"]

    printed = run("show", fact).stdout
    assert "page 2" in printed
    assert "催字第7号" in printed


def test_a_loan_is_shown_with_all_that_is_known_of_it_on_the_day(run: Run) -> None:
    now = asked(run, "loan", "JJ20240001", "--as-of", "2025-12-31")
    earlier = asked(run, "loan", "JJ20240001", "--as-of", "2025-05-05")

    assert now["loan"]["Balance"] == "40,000.00"
    assert earlier["loan"]["Balance"] == "50,000.00"
    assert {"Terms", "Receipts", "Stated by the office", "Classes"} <= now["facts"].keys()
    assert earlier["facts"].keys() == {"Terms"}
    assert [each["values"]["class"] for each in now["facts"]["Classes"]] == [
        TITLES["special_mention"]["en"]
    ]


def test_a_loans_other_names_find_it_and_no_id_number_is_shown(run: Run) -> None:
    printed = run("loan", "（2024）东农信字第0001号", "--as-of", "2025-12-31").stdout

    assert "JJ20240001" in printed
    assert id_number(1) not in printed
    assert id_number(1)[-4:] in printed


@pytest.mark.parametrize("fact", ["loan:999", "loan", "nothing:1", "loan:x"])
def test_a_fact_that_is_not_there_is_said_so(run: Run, fact: str) -> None:
    assert fact in str(run("show", fact, refused=True).exception)
