"""Securities, guarantors and limits as they stand on a day, and what does not agree about them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from archive.settings import LedgerSettings, Settings
from archive.workspace import Workspace, create_workspace
from ledger.book import Book, View
from ledger.findings import check
from ledger.kinds.registry import KINDS
from ledger.posting import Origin
from ledger.recording import FactRefused, record
from ledger.registers import register
from ledger.securities import Securities, Security
from ledger.statements import stated
from ledger.workbook import import_workbook
from tests.ledger_workbooks import id_number, loan_row, loan_sheet, workbook

PERSON = Origin(kind="person", person="周测")
DAY = date(2025, 12, 31)
HEAD = ["借据号", "借款人", "抵押物名称", "权证号", "登记证明号", "评估价值", "评估日期"]
HOUSE = ["JJ20240001", "测试户1", "住宅", "房证第001号", "登第1号", 100_000, date(2024, 3, 1)]


def ledger(tmp_path: Path, *things: list[Any], **rules: Any) -> Workspace:
    """Loans 1 and 2 on mortgage, 3 on guarantee, of three households; and securities."""
    made = create_workspace(tmp_path / "workspace", Settings(ledger=LedgerSettings(**rules)))
    loans = [
        loan_row(1, 担保方式="抵押"),
        loan_row(2, 担保方式="抵押"),
        loan_row(3, 担保方式="保证", 借据金额=90000, 余额=90000),
    ]
    sheets = {"台账": loan_sheet(loans), "押品": [HEAD, *(things or (HOUSE,))]}
    assert import_workbook(made, workbook(tmp_path / "a.xlsx", sheets), actor="t").imported
    return made


def state(workspace: Workspace, kind: str, loan: str, **said: str) -> None:
    view = Book.of(workspace).at(date.max)
    new = stated(KINDS[kind], said, language="zh", view=view, loan=loan)
    record(workspace, [new], actor="t", origin=PERSON, keep=False)


def on(workspace: Workspace, day: date = DAY) -> View:
    return Book.of(workspace).at(day)


def only(workspace: Workspace, day: date = DAY) -> Security:
    (security,) = Securities(on(workspace, day)).all
    return security


def codes(workspace: Workspace) -> list[str]:
    return [each.code for each in check(on(workspace))]


def test_m055_the_last_appraisal_up_to_the_day_is_a_securitys_value(tmp_path: Path) -> None:
    work = ledger(tmp_path)
    state(work, "appraisal", "JJ20240001", security="房证第001号", on="2025-06-01",
          value_fen="80000", appraiser="测试评估公司")  # fmt: skip

    before, after = only(work, date(2025, 5, 31)), only(work)

    assert (before.value_fen, before.valued_on) == (10_000_000, date(2024, 3, 1))
    assert (after.value_fen, after.valued_on) == (8_000_000, date(2025, 6, 1))
    assert (before.ltv_percent, after.ltv_percent) == (Decimal("50.00"), Decimal("62.50"))


def test_m056_insurance_checks_and_custody_stand_in_the_security_register(tmp_path: Path) -> None:
    work = ledger(tmp_path)
    number = {"security": "房证 第001号"}
    state(work, "insurance", "JJ20240001", **number, policy_no="P1", on="2025-01-01",
          until="2025-12-31")  # fmt: skip
    state(work, "custody_move", "JJ20240001", **number, move="入库", on="2024-03-20")
    state(work, "custody_move", "JJ20240001", **number, move="临时出库", on="2025-11-01",
          expected_back_on="2025-11-20")  # fmt: skip
    state(work, "security_check", "JJ20240001", **number, on="2025-10-10", state="出租")

    made = register(on(work), "securities")

    (row,) = [dict(zip(made.headings("zh"), cells, strict=True)) for cells in made.text_rows("zh")]
    assert row["保险到期日"] == "2025-12-31"
    assert (row["权证状态"], row["入库日期"], row["预计回库日期"]) == (
        "临时出库",
        "2024-03-20",
        "2025-11-20",
    )
    assert (row["最近检查日"], row["押品状态"]) == ("2025-10-10", "出租")
    assert "certificate_not_back" in codes(work)


def test_a_certificate_lent_out_needs_the_day_it_comes_back(tmp_path: Path) -> None:
    work = ledger(tmp_path)

    with pytest.raises(FactRefused, match="comes back"):
        state(work, "custody_move", "JJ20240001", security="房证第001号", move="临时出库",
              on="2025-11-01")  # fmt: skip


@pytest.mark.parametrize("kind", ["release", "custody_move"])
def test_a_security_given_back_while_money_is_owed_is_found(tmp_path: Path, kind: str) -> None:
    work = ledger(tmp_path)
    assert "released_while_owed" not in codes(work)
    more = {"reason": "客户申请"} if kind == "release" else {"move": "出库"}

    state(work, kind, "JJ20240001", security="房证第001号", on="2025-09-01", **more)

    assert "released_while_owed" in codes(work)


def test_m053_one_certificate_for_two_households_is_found_with_both_cells(tmp_path: Path) -> None:
    again = ["JJ20240002", "测试户2", "房屋", "房证 第001号", "登第2号", 90_000, None]
    work = ledger(tmp_path, HOUSE, again)

    (finding,) = [each for each in check(on(work)) if each.code == "mortgaged_twice"]

    assert [source.cell for source in finding.sources] == ["D2", "D3"]
    state(work, "release", "JJ20240001", security="房证第001号", on="2025-09-01", reason="置换")
    assert "mortgaged_twice" not in codes(work)


def test_m054_a_mortgage_without_a_registration_is_found(tmp_path: Path) -> None:
    bare = [*HOUSE[:4], None, *HOUSE[5:]]

    assert "not_registered" not in codes(ledger(tmp_path / "paired"))
    assert "not_registered" in codes(ledger(tmp_path / "bare", bare))


def test_households_that_guarantee_each_other_around_a_ring_are_found_once(tmp_path: Path) -> None:
    work = ledger(tmp_path)
    for loan, guarantor in (("JJ20240001", 2), ("JJ20240002", 3)):
        state(work, "guarantee", loan, guarantor=f"测试户{guarantor}",
              identity=id_number(guarantor), on="2024-03-15")  # fmt: skip
    assert "guarantee_ring" not in codes(work)

    state(work, "guarantee", "JJ20240003", guarantor="测试户1", identity=id_number(1),
          on="2024-03-15")  # fmt: skip

    (ring,) = [each for each in check(on(work)) if each.code == "guarantee_ring"]
    assert len(ring.sources) == 3


def test_a_guarantor_known_by_name_alone_makes_no_ring(tmp_path: Path) -> None:
    work = ledger(tmp_path)
    for loan, guarantor in (("JJ20240001", 2), ("JJ20240002", 1)):
        state(work, "guarantee", loan, guarantor=f"测试户{guarantor}", on="2024-03-15")

    assert "guarantee_ring" not in codes(work)


@pytest.mark.parametrize(
    ("capital", "expected"),
    [
        (0, set()),
        (2_000_000, set()),
        (1_000_000, {"loan_over_limit"}),
        (800_000, {"loan_over_limit", "exposure_over_limit"}),
    ],
)
def test_m092_loans_and_households_above_the_limits_of_the_capital_are_found(
    tmp_path: Path, capital: int, expected: set[str]
) -> None:
    work = ledger(tmp_path, capital_yuan=capital)

    assert {code for code in codes(work) if "limit" in code} == expected


def test_only_as_many_households_are_listed_as_are_asked_for_the_largest_first(
    tmp_path: Path,
) -> None:
    view = on(ledger(tmp_path, capital_yuan=800_000))

    def owed(**filters: Any) -> list[str]:
        return [row[3] for row in register(view, "limits", **filters).text_rows("zh")]

    assert owed() == ["90,000.00", "50,000.00", "50,000.00"]
    assert owed(top=2) == ["90,000.00", "50,000.00"]
    assert owed(over=True) == ["90,000.00"]


def test_m057_connected_households_are_one_exposure(tmp_path: Path) -> None:
    work = ledger(tmp_path, capital_yuan=800_000, group_limit_percent=20)
    for loan in ("JJ20240001", "JJ20240003"):
        state(work, "affiliation", loan, group="测试集团", on="2024-01-01")

    made = register(on(work), "limits", groups=True)

    (row,) = [dict(zip(made.headings("zh"), cells, strict=True)) for cells in made.text_rows("zh")]
    assert (row["客户名称"], row["贷款余额"], row["占资本净额(%)"]) == (
        "测试集团",
        "140,000.00",
        "17.50",
    )
    assert row["是否超限"] == "否"


def test_m042_the_mix_of_securities_adds_up_to_the_whole(tmp_path: Path) -> None:
    made = register(on(ledger(tmp_path)), "guarantee-mix")

    assert [cells[:4] for cells in made.text_rows("zh")] == [
        ["保证", "1", "90,000.00", "47.37"],
        ["抵押", "2", "100,000.00", "52.63"],
    ]
    assert made.text_totals("zh")[1:3] == ["3", "190,000.00"]
