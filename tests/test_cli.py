"""The commands as people and scripts call them: results, reasons, exit codes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
CONTRACT = """借款合同
合同编号：农信借字（2024）第0108号
贷款人（甲方）：青禾县农村信用合作联社柳河信用社
借款人（乙方）：王小明
身份证号码：110101199003070134
住址：青禾县柳河乡石桥村三组
乙方因购买化肥需要，向甲方申请借款，双方订立本合同。
一、借款金额（大写）：人民币伍万元整（小写）￥50,000.00元
二、借款用途：购买化肥
三、借款期限：自2024年3月1日起至2025年3月1日止
四、借款利率：月利率6.525‰
签订日期：2024年3月1日
"""
REPORT = """贷后检查报告
客户名称：王小明
合同编号：农信借字（2024）第0108号
检查日期：2024年3月20日
检查方式：现场检查
借款用途与合同一致。
检查结论：正常
检查人：罗敏
"""
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the installed command in a workspace of its own."""
    command = Path(sys.executable).with_name("hudang")
    language = {"HUDANG_LANGUAGE": "en", "PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "utf-8"}

    def hudang(*arguments: str | Path, workspace: bool = True) -> subprocess.CompletedProcess[str]:
        place = ["-w", str(tmp_path / "w")] if workspace else []
        return subprocess.run(
            [command, *place, *map(str, arguments)],
            check=False,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=language,
            cwd=tmp_path,
        )

    made = hudang("init", tmp_path / "w", "--language", "en", workspace=False)
    assert made.returncode == 0, made.stderr
    return hudang


@pytest.fixture
def filed(run: Run, tmp_path: Path) -> Run:
    """The same, with one contract and its report filed."""
    for name, text in (("report.txt", REPORT), ("contract.txt", CONTRACT)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = run("ingest", tmp_path / "report.txt", tmp_path / "contract.txt")
    assert done.returncode in (0, 1), done.stderr
    return run


def answer(done: subprocess.CompletedProcess[str]) -> Any:
    assert done.returncode in (0, 1), done.stderr
    return json.loads(done.stdout)


def test_a_contract_and_a_report_are_filed_searched_and_browsed(filed: Run, tmp_path: Path) -> None:
    [household] = answer(filed("household", "list", "--json"))
    shown = answer(filed("household", "show", "王小明", "--json"))
    found = answer(filed("search", "王小明", "--json"))

    assert (household["borrower"], household["papers"]) == ("王小明", 2)
    assert {paper["doc_type"] for paper in shown["papers"]} == {
        "loan_contract",
        "inspection_report",
    }
    assert found["total"] == 2
    assert list((tmp_path / "w" / "browse").glob("石桥村/王小明_000001/*/0001_*.txt"))


def test_originals_given_to_ingest_stay_where_they_are(filed: Run, tmp_path: Path) -> None:
    assert (tmp_path / "contract.txt").read_text(encoding="utf-8") == CONTRACT
    again = filed("ingest", tmp_path / "contract.txt")
    assert "1 duplicates" in again.stdout


def test_numbers_of_people_are_covered_on_every_screen(filed: Run, tmp_path: Path) -> None:
    shown = [
        filed("household", "list"),
        filed("household", "show", "1"),
        filed("household", "show", "1", "--json"),
        filed("search", "110101199003070134"),
        filed("search", "王小明", "--json"),
    ]

    for done in shown:
        assert done.stdout
        assert "110101199003070134" not in done.stdout + done.stderr
    assert "110101199003070134" not in (tmp_path / "w" / "hudang.log").read_text(encoding="utf-8")


def test_extract_prints_exactly_the_documented_form(run: Run, tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text(CONTRACT, encoding="utf-8")

    reading = answer(run("extract", tmp_path / "c.txt", "--json"))

    assert list(reading) == ["doc_type", "language", "pages", "ocr", "fields", "problems"]
    assert reading["doc_type"] == "loan_contract"
    amount = reading["fields"]["amount"]
    assert list(amount) == ["value", "text", "page", "box", "confidence"]
    assert amount["value"] == {"value": "50000.00", "currency": "CNY"}
    assert reading["fields"]["end_date"]["value"] == "2025-03-01"
    assert reading["fields"]["rate"]["value"] == {"value": "6.525", "unit": "permille_month"}


def test_extract_of_a_file_that_cannot_be_read_says_so_and_ends_with_3(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4 rubbish %%EOF")

    done = run("extract", tmp_path / "bad.pdf", "--json")

    assert done.returncode == 3
    assert json.loads(done.stdout)["problems"][0]["code"] == "unreadable"
    assert "bad.pdf" in done.stderr


def test_what_is_held_is_corrected_and_filed_by_a_person(run: Run, tmp_path: Path) -> None:
    wrong = CONTRACT.replace("110101199003070134", "110101199003070135")
    (tmp_path / "wrong.txt").write_text(wrong, encoding="utf-8")
    held = run("ingest", tmp_path / "wrong.txt")
    [item] = answer(run("review", "list", "--json"))

    corrected = run("review", "correct", item["id"], "id_number=110101199003070134")
    filed = run("review", "file", item["id"][-8:], "--household", "new")

    assert held.returncode == 1
    assert item["problems"] == ["id_check_digit"]
    assert corrected.returncode == 0, corrected.stdout + corrected.stderr
    assert filed.returncode == 0, filed.stderr
    assert answer(run("review", "list", "--json")) == []
    assert answer(run("household", "list", "--json"))[0]["borrower"] == "王小明"


@pytest.mark.parametrize(
    ("correction", "said"),
    [("no_such_field=1", "no_such_field"), ("sign_date=someday", "sign_date"), ("oops", "oops")],
)
def test_a_correction_that_makes_no_sense_changes_nothing(
    run: Run, tmp_path: Path, correction: str, said: str
) -> None:
    wrong = CONTRACT.replace("110101199003070134", "110101199003070135")
    (tmp_path / "wrong.txt").write_text(wrong, encoding="utf-8")
    run("ingest", tmp_path / "wrong.txt")
    [before] = answer(run("review", "list", "--json"))

    done = run("review", "correct", before["id"], correction)

    assert done.returncode in (2, 3)
    assert said in done.stderr
    assert answer(run("review", "list", "--json")) == [before]


def test_an_unknown_paper_is_dismissed_with_a_reason(run: Run, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("明天上午九点开会", encoding="utf-8")
    run("ingest", tmp_path / "note.txt")
    [item] = answer(run("review", "list", "--json"))

    done = run("review", "dismiss", item["id"], "--why", "not a loan paper")

    assert item["reason"] == "type_unknown"
    assert done.returncode == 0
    assert list((tmp_path / "w" / "pending" / "dismissed").iterdir())


def test_missing_papers_are_listed_and_end_with_1(filed: Run) -> None:
    done = filed("household", "missing", "王小明", "--json")

    assert done.returncode == 1
    assert "iou" in {line["doc_type"] for line in json.loads(done.stdout)}


def test_the_index_can_be_deleted_and_made_again(filed: Run, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "w" / "index")

    done = filed("reindex")

    assert "2 papers indexed" in done.stdout
    assert answer(filed("search", "石桥村", "--json"))["total"] >= 1


def test_filters_of_search_narrow_what_is_found(filed: Run) -> None:
    by_type = answer(filed("search", "王小明", "--type", "inspection_report", "--json"))
    by_year = answer(filed("search", "王小明", "--year", "2019", "--json"))

    assert [hit["doc_type"] for hit in by_type["hits"]] == ["inspection_report"]
    assert by_year["total"] == 0


def test_the_sample_ledger_goes_in_and_a_register_comes_out(run: Run, tmp_path: Path) -> None:
    workbook = SAMPLES / "ledger" / "台账_2025.xlsx"

    report = answer(run("ledger", "import", workbook, "--json"))
    again = answer(run("ledger", "import", workbook, "--json"))
    args = ("ledger", "register", "five-level-class", "--as-of", "2025-12-31")
    register = answer(run(*args, "--json"))
    written = run(*args, "--xlsx", tmp_path / "五级分类.xlsx")

    assert report["imported"]
    assert sum(again["added"].values()) == 0
    assert len(register["rows"]) == len([r for r in register["rows"] if r["source"]["cell"]])
    assert written.returncode == 0
    assert (tmp_path / "五级分类.xlsx").stat().st_size > 5000


def test_a_workbook_with_wrong_cells_is_refused_cell_by_cell(run: Run) -> None:
    done = run("ledger", "import", SAMPLES / "ledger" / "台账_有错.xlsx", "--json")

    report = json.loads(done.stdout)
    expected = json.loads((SAMPLES / "ledger" / "台账_有错.json").read_text(encoding="utf-8"))
    assert done.returncode == 3
    assert not report["imported"]
    assert {(fault["sheet"], fault["cell"]) for fault in expected} <= {
        (problem["sheet"], problem["cell"]) for problem in report["problems"]
    }


def test_the_annual_summary_is_a_word_file_with_the_ledgers_figures(run: Run) -> None:
    answer(run("ledger", "import", SAMPLES / "ledger" / "台账_2025.xlsx", "--json"))

    drafted = answer(run("draft", "annual-summary", "--year", "2025", "--lang", "zh", "--json"))

    text = "\n".join(p.text for p in docx.Document(drafted["path"]).paragraphs)
    assert "2025" in text
    assert "None" not in text
    assert answer(run("search", "type:annual_summary", "--json"))["total"] == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("household", "show", "不存在的人"), 2),
        (("review", "show", "zzzz"), 2),
        (("draft", "no-such-kind"), 2),
        (("draft", "annual-summary", "--year", "2025"), 3),
        (("ledger", "register", "no-such-register"), 2),
        (("ingest", "no-such-file.pdf"), 2),
        (("no-such-command",), 2),
    ],
)
def test_bad_requests_end_with_a_sentence_and_their_code(
    run: Run, arguments: tuple[str, ...], code: int
) -> None:
    done = run(*arguments)

    assert done.returncode == code, done.stderr
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_outside_a_workspace_the_way_in_is_shown(run: Run, tmp_path: Path) -> None:
    done = run("status", workspace=False)

    assert done.returncode == 2
    assert "hudang init" in done.stderr


def test_a_damaged_settings_file_is_named_with_its_key(run: Run, tmp_path: Path) -> None:
    (tmp_path / "w" / "hudang.toml").write_text("[office]\nlanguge = 'zh'\n", encoding="utf-8")

    done = run("status")

    assert done.returncode == 3
    assert "languge" in done.stderr


def test_making_a_workspace_twice_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("init", tmp_path / "w", workspace=False).returncode == 2


def test_what_was_read_is_shown_without_the_persons_numbers(run: Run, tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text(CONTRACT, encoding="utf-8")

    shown = run("extract", tmp_path / "c.txt")

    assert "王小明" in shown.stdout
    assert "110101199003070134" not in shown.stdout


def test_check_of_an_empty_ledger_finds_nothing(run: Run) -> None:
    assert run("ledger", "check").returncode == 0


def test_a_lost_database_is_made_again_from_the_archive(filed: Run, tmp_path: Path) -> None:
    for file in (tmp_path / "w").glob("hudang.db*"):
        file.unlink()

    done = filed("rebuild")

    assert "2 papers" in done.stdout, done.stderr
    assert answer(filed("household", "list", "--json"))[0]["papers"] == 2
    assert answer(filed("search", "王小明", "--json"))["total"] == 2
    assert filed("rebuild").returncode == 2


def test_a_stray_cell_in_the_last_corner_does_not_fill_the_memory(run: Run, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = "x"
    sheet["XFD1048576"] = "y"
    book.save(tmp_path / "far.xlsx")

    done = run("ledger", "import", tmp_path / "far.xlsx")

    assert done.returncode == 3, done.stderr
    assert "register" in done.stdout


def test_a_pipe_is_refused_as_a_workbook(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.xlsx")

    assert run("ledger", "import", tmp_path / "pipe.xlsx").returncode in (2, 3, 4)
