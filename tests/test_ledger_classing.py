"""Class rules: which class each loan should have at best, by which rule, from which facts."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from archive.settings import LedgerSettings, SettingsInvalid, load
from archive.workspace import Workspace
from ledger import findings
from ledger.book import Book
from ledger.classing.case import steps_of
from ledger.classing.declaration import worst
from ledger.classing.suggestion import Suggestion, suggestions
from ledger.classing.tables import RURAL_2006
from ledger.registers import register
from tests.tasks_ledger import desk, made, said

YEAR_END = date(2025, 12, 31)
# A credit code with its check place; no such company.
COMPANY = "91410300MA00000005"
FIRM: dict[str, Any] = {"借款人": "测试公司", "身份证号码": COMPANY}


def number(n: int) -> str:
    return f"JJ2024{n:04d}"


LOANS: dict[str, dict[str, Any]] = {
    "fresh": {},
    "technical": {"逾期天数": 7},
    "late": {"逾期天数": 8},
    "91": {"逾期天数": 91},
    "271": {"逾期天数": 271},
    "361": {"逾期天数": 361},
    "misused": {},
    "impaired": {},
    "lost": {},
    "refinanced": {},
    "renewed": {},
    "restructured": {},
    "failed": {"逾期天数": 8},
    "firm": FIRM,
    "firm bad": FIRM | {"五级分类": "次级", "逾期天数": 100, "借据金额": 900000, "余额": 900000},
    "bad, paid": {"五级分类": "次级", "到期日": date(2027, 3, 14)},
    "bad, late": {"五级分类": "次级", "逾期天数": 300},
    "retail table": {"业务品种": "脱期", "逾期天数": 91},
    "matrix": {"机构": "旧社", "担保方式": "抵押", "逾期天数": 100},
    "matrix credit": {"机构": "旧社", "逾期天数": 400},
    "approved": {"逾期天数": 91, "五级分类": "关注"},
    "approved once": {"逾期天数": 91, "五级分类": "关注"},
}
OF = {name: number(n) for n, name in enumerate(LOANS, start=1)}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace = made(
        tmp_path_factory.mktemp("classing"),
        *LOANS.values(),
        class_tables=("product:脱期=days_past_due", "unit:旧社=rural_2006"),
    )
    for name, factor, more in (
        ("misused", "改变用途", {}),
        ("impaired", "信用减值", {}),
        ("lost", "信用减值", {"预计损失率": "60"}),
        ("renewed", "无还本续贷", {}),
        ("restructured", "重组", {}),
        ("failed", "重组", {}),
    ):
        said(workspace, "class_factor", loan=OF[name], 发生日期="2025-06-30", 分类因素=factor,
             **more)  # fmt: skip
    for name in ("refinanced", "renewed"):
        said(workspace, "refinancing", loan=OF[name], 原借据号="JJ2020", 办理日期="2024-03-15")
    for name, day in (("approved", "2025-11-01"), ("approved once", "2025-01-01")):
        said(workspace, "class_approval", loan=OF[name], 审批日期=day, 批准分类="关注",
             从优理由="存单质押足值", 申请人="张三", 审批人="李四")  # fmt: skip
    return workspace


@pytest.fixture(scope="module")
def found(workspace: Workspace) -> dict[str, Suggestion]:
    names = {loan: name for name, loan in OF.items()}
    return {names[each.loan.number]: each for each in suggestions(desk(workspace, YEAR_END))}


@pytest.mark.parametrize(
    ("loan", "grade", "rules"),
    [
        ("fresh", "normal", []),
        ("technical", "normal", []),
        ("late", "special_mention", ["days_overdue"]),
        ("91", "substandard", ["days_overdue"]),
        ("271", "doubtful", ["days_overdue"]),
        ("361", "loss", ["days_overdue"]),
        ("misused", "special_mention", ["use_changed"]),
        ("impaired", "substandard", ["impaired"]),
        ("lost", "doubtful", ["expected_loss", "impaired"]),
        ("refinanced", "special_mention", ["refinanced"]),
        ("renewed", "normal", []),
        ("restructured", "special_mention", ["restructured"]),
        ("failed", "substandard", ["restructured", "days_overdue"]),
        ("firm", "substandard", ["same_debtor_overdue", "same_debtor"]),
        ("bad, paid", "substandard", ["not_cured"]),
        ("bad, late", "doubtful", ["days_overdue"]),
        ("retail table", "substandard", ["days_overdue"]),
        ("matrix", "special_mention", ["days_overdue"]),
        ("matrix credit", "loss", ["days_overdue"]),
    ],
)
def test_m083_the_suggested_class_is_the_worst_that_any_rule_gives(
    found: dict[str, Suggestion], loan: str, grade: str, rules: list[str]
) -> None:
    assert (found[loan].grade, [reason.rule for reason in found[loan].reasons]) == (grade, rules)
    assert found[loan].grade == worst(found[loan].reasons)


def test_every_reason_leads_back_to_the_facts_it_follows_from(
    found: dict[str, Suggestion],
) -> None:
    (reason,) = found["misused"].reasons

    assert reason.facts[0].startswith("record:")
    assert reason.text


def test_a_restructured_loan_is_watched_for_a_year_and_no_longer(workspace: Workspace) -> None:
    later = {s.loan.number: s for s in suggestions(desk(workspace, date(2026, 7, 1)))}

    assert "restructured" not in [r.rule for r in later[OF["restructured"]].reasons]


def test_a_bad_loan_is_cured_after_six_months_without_arrears(workspace: Workspace) -> None:
    def grade(day: date) -> str:
        every = {s.loan.number: s for s in suggestions(desk(workspace, day))}
        return every[OF["bad, paid"]].grade

    # Classed bad on 31 December 2025.
    assert grade(date(2026, 6, 29)) == "substandard"
    assert grade(date(2026, 6, 30)) == "normal"


def test_a_class_better_than_the_rules_needs_an_approval_that_still_holds(
    workspace: Workspace,
) -> None:
    named = {
        each.message.split()[1].rstrip(":")
        for each in findings.check(Book.of(workspace).at(YEAR_END))
        if each.code == "class_too_good"
    }

    assert OF["approved"] not in named
    assert OF["approved once"] in named
    assert OF["91"] in named
    assert OF["fresh"] not in named


def test_the_register_of_suggestions_shows_what_is_to_be_changed_and_why(
    workspace: Workspace,
) -> None:
    made_table = register(Book.of(workspace).at(YEAR_END), "class-suggestions", differs=True)

    rows = {row["values"]["iou_no"]: row["values"] for row in made_table.to_json()["rows"]}
    assert OF["fresh"] not in rows
    row = rows[OF["361"]]
    assert (row["class"], row["suggested"], row["differs"]) == ("normal", "loss", True)
    assert "361" in row["reasons"]
    assert rows[OF["approved"]]["approved"] == "李四"
    assert next(iter(rows.values()))["suggested"] == "loss"


def test_steps_of_a_table_can_be_set_for_one_guarantee() -> None:
    own = LedgerSettings(class_steps=("rural_2006:mortgage:180=substandard",))

    assert [(s.over, s.grade) for s in steps_of(RURAL_2006, "mortgage", own)] == [
        (180, "substandard")
    ]
    assert steps_of(RURAL_2006, "credit", own) == RURAL_2006.days["any"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('class_tables = ["product:脱期=no_such"]', "TABLE"),
        ('class_steps = ["rural_2006:gold:180=loss"]', "OVER_DAYS"),
        ('class_steps = ["rural_2006:any:180=worst"]', "OVER_DAYS"),
    ],
)
def test_class_rules_nobody_understands_are_refused(tmp_path: Path, line: str, reason: str) -> None:
    file = tmp_path / "hudang.toml"
    file.write_text(f"[ledger]\n{line}\n", encoding="utf-8")

    with pytest.raises(SettingsInvalid, match=reason):
        load(file)
