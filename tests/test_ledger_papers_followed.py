"""Whatever becomes of a filed paper, its facts in the ledger follow, and what people decide holds;
the archive alone gives all of it back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from archive import corrections, moving, versions
from archive.database import reading
from archive.disposal import acts, carrying_out
from archive.retention.facts import LedgerLoan
from archive.workspace import Workspace
from cli import hudang
from extractors.wording import use_language
from ledger import facts, schema
from ledger.papers.following import catch_up
from ledger.papers.proposals import (
    NotDecidable,
    UnknownProposal,
    accept,
    proposal,
    proposals,
    refuse,
)
from ledger.rebuild import rebuild_from_archive
from tests.filed_papers import (
    CERTIFICATE,
    CONTRACT,
    LOAN,
    MORTGAGE,
    NOTE,
    NOTICE,
    VISIT,
    codes,
    filed,
    found,
    office,
    only,
    register,
    take,
    two_loans,
    typed,
    view_of,
    visits,
)
from tests.ledger_workbooks import id_number, loan_row
from tests.test_ledger_kinds import facts_of, with_rebuilt_database

SETTLED = LedgerLoan(
    numbers=(LOAN,),
    granted_on=date(2024, 3, 15),
    due_on=date(2026, 3, 14),
    balance_fen=0,
    settled_on=date(2026, 3, 14),
)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return two_loans(tmp_path / "w")


def follow(workspace: Workspace) -> dict[str, int]:
    return dict(catch_up(workspace))


def test_a_corrected_field_supersedes_what_was_posted(workspace: Workspace) -> None:
    take(workspace, visit=typed(VISIT))

    corrections.correct(
        workspace, filed(workspace, "inspection_report"), {"inspect_date": "2025-09-20"}, actor="周"
    )

    assert follow(workspace) == {"corrected": 1}
    [visit] = view_of(workspace).inspections_of()
    assert visit.done_on == date(2025, 9, 20)
    with reading(workspace.engine) as connection:
        [row] = connection.execute(facts.known(schema.inspection, None)).mappings()
    assert row["supersedes"] == 1 and row["reason"]


def test_a_paper_of_another_type_takes_its_facts_back(workspace: Workspace) -> None:
    take(workspace, visit=typed(VISIT))

    corrections.retype(workspace, filed(workspace, "inspection_report"), "other", actor="周")

    assert follow(workspace) == {"taken_back": 1}
    assert view_of(workspace).inspections_of() == ()
    assert follow(workspace) == {}


def test_a_paper_moved_to_another_household_takes_its_fact_along_or_asks(
    workspace: Workspace,
) -> None:
    take(workspace, visit=typed(VISIT))

    moving.move(workspace, filed(workspace, "inspection_report"), 2, why="归错户", actor="周")

    assert follow(workspace) == {"taken_back": 1}
    assert codes(workspace) == ["borrower_differs", "inspection_not_in_register"]


def test_what_a_paper_filed_in_error_said_is_taken_back(workspace: Workspace) -> None:
    take(workspace, visit=typed(VISIT))
    paper = filed(workspace, "inspection_report")
    how: dict[str, Any] = {
        "ask_ledger": lambda _household: [],
        "today": date(2026, 12, 1),
        "actor": "desk",
    }

    made = acts.propose_paper(workspace, paper.id, reason="误归档", by="周", **how)
    acts.approve(workspace, made.number, by="陈主任", actor="desk")
    carrying_out.carry_out(workspace, made.number, by="何", supervisors=("郑", "冯"), **how)

    assert follow(workspace) == {"taken_back": 1}
    assert view_of(workspace).inspections_of() == ()


def test_what_a_paper_destroyed_in_time_said_stays_true(workspace: Workspace) -> None:
    take(workspace, visit=typed(VISIT))
    versions.keep(workspace)
    how: dict[str, Any] = {
        "ask_ledger": lambda _household: [SETTLED],
        "today": date(2045, 12, 1),
        "actor": "desk",
    }

    made = acts.propose_files(workspace, (1,), reason="保管期限届满", by="周", **how).list
    for who in ("陈主任", "吴行长"):
        acts.approve(workspace, made.number, by=who, actor="desk")
    carrying_out.carry_out(workspace, made.number, by="何", supervisors=("郑", "冯"), **how)

    assert follow(workspace) == {}
    assert len(view_of(workspace).inspections_of()) == 1


# -- deciding -----------------------------------------------------------------------------------


def test_a_difference_is_accepted_with_a_reason_and_corrects_that_column_only(
    workspace: Workspace,
) -> None:
    take(workspace, note=typed(NOTE, end="2026年9月14日"))
    one = only(workspace)

    with pytest.raises(NotDecidable, match="Say why"):
        accept(workspace, one, actor="周测")
    accept(workspace, one, actor="周测", reason="台账录错到期日")

    loan = view_of(workspace).loan(LOAN)
    assert (loan.due_on, loan.amount_fen, loan.manager) == (date(2026, 9, 14), 5_000_000, "周测")
    assert loan.sources["due_on"].document_id == filed(workspace, "iou").id
    assert loan.sources["amount_fen"].cell == "H4"
    assert proposals(workspace) == [] and found(workspace) == []


def test_a_refused_difference_is_not_asked_again_until_the_paper_changes(
    workspace: Workspace,
) -> None:
    take(workspace, note=typed(NOTE, rate="7.2"))

    refuse(workspace, only(workspace), actor="周测", reason="借据笔误")

    assert follow(workspace) == {} and found(workspace) == []
    [kept] = [p for p in proposals(workspace, everything=True) if p.decision]
    assert kept.decision and kept.decision.decision == "refused"
    assert kept.decision.reason == "借据笔误"
    corrections.correct(workspace, filed(workspace, "iou"), {"rate": "7.3‰"}, actor="周")
    follow(workspace)
    assert codes(workspace) == ["rate_differs"]


def test_m054_a_certificate_registers_what_the_contract_mortgaged(workspace: Workspace) -> None:
    take(workspace, contract=typed(CONTRACT))
    take(workspace, mortgage=typed(MORTGAGE))
    assert codes(workspace) == ["security_not_in_ledger", "mortgage_not_registered"]

    assert take(workspace, certificate=typed(CERTIFICATE, day="2024年3月20日")) == {"posted": 1}

    [thing] = view_of(workspace).collateral_of(account_id=view_of(workspace).loan(LOAN).account_id)
    assert (thing.registered_on, thing.value_fen) == (date(2024, 3, 20), None)
    one = only(workspace)
    assert (one.weighed.state, one.weighed.adds) == ("adds", ("value_fen",))
    accept(workspace, one, actor="周测")
    [thing] = view_of(workspace).collateral_of()
    assert (thing.value_fen, thing.registered_on) == (12_000_000, date(2024, 3, 20))
    assert thing.sources["value_fen"].document_id == filed(workspace, "mortgage_contract").id
    assert follow(workspace) == {} and found(workspace) == []


def test_what_was_accepted_goes_when_its_paper_turns_out_to_be_another(
    workspace: Workspace,
) -> None:
    take(workspace, note=typed(NOTE, iou_no="JJ20240009", contract_no="（2024）东农信字第0009号"))
    accept(workspace, only(workspace), actor="周测")
    assert view_of(workspace).loan("JJ20240009").amount_fen == 5_000_000

    corrections.retype(workspace, filed(workspace, "iou"), "other", actor="周")

    assert follow(workspace) == {"taken_back": 1}
    assert [loan.number for loan in view_of(workspace).loans] == [LOAN, "JJ20240002"]


def test_a_contract_is_not_accepted_but_refused_with_a_reason(workspace: Workspace) -> None:
    take(workspace, contract=typed(CONTRACT, words="捌万元整", figures="80,000.00"))
    one = proposal(workspace, "1-1.1")

    with pytest.raises(NotDecidable, match="all loans under a contract"):
        accept(workspace, one, actor="周测", reason="合同为准")
    refuse(workspace, one, actor="周测", reason="余款未支用")

    assert found(workspace) == []


@pytest.mark.parametrize("wanted", ["1-1.7", "9-9.1", "nonsense"])
def test_a_proposal_that_is_not_there_is_named(workspace: Workspace, wanted: str) -> None:
    take(workspace, contract=typed(CONTRACT))

    with pytest.raises(UnknownProposal, match=wanted):
        proposal(workspace, wanted)


# -- the archive alone --------------------------------------------------------------------------


def test_the_archive_alone_gives_posted_facts_and_decisions_back_row_for_row(
    workspace: Workspace,
) -> None:
    take(workspace, visit=typed(VISIT), note=typed(NOTE, rate="7.2"), letter=typed(NOTICE))
    corrections.correct(
        workspace, filed(workspace, "inspection_report"), {"inspect_date": "2025-09-20"}, actor="周"
    )
    follow(workspace)
    visits(
        workspace,
        ["测试户1", id_number(1), LOAN, "常规", "2025-09-30", "2025-09-20", "周测", "正常"],
    )
    follow(workspace)
    refuse(workspace, only(workspace), actor="周测", reason="借据笔误")
    versions.keep(workspace)
    before = facts_of(workspace)

    again = with_rebuilt_database(workspace)
    rebuild_from_archive(again)

    assert facts_of(again) == before
    assert follow(again) == {}
    assert facts_of(again) == before
    assert proposals(again) == []


# -- at the keyboard ----------------------------------------------------------------------------


@pytest.fixture
def in_chinese() -> Iterator[None]:
    """A command speaks its workspace's language; other tests go on in English."""
    yield
    use_language("en")


def run(workspace: Workspace, *words: str, code: int = 0) -> str:
    result = CliRunner().invoke(hudang, ["-w", str(workspace.root), "ledger", *words])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == code, result.output
    return result.output


@pytest.mark.usefixtures("in_chinese")
def test_the_clerk_lists_shows_and_decides_in_chinese(workspace: Workspace) -> None:
    take(workspace, note=typed(NOTE, rate="7.2", end="2026年9月14日"))

    listed = run(workspace, "proposals", "list")
    assert "贷款条款" in listed and "不一致" in listed and "到期日" in listed
    assert id_number(1) not in listed
    shown = json.loads(run(workspace, "proposals", "show", "1-1.1", "--json"))
    assert [each["code"] for each in shown["differences"]] == ["rate_differs", "date_differs"]
    assert "台账 J4" in run(workspace, "proposals", "show", "1-1.1")
    checked = run(workspace, "check", "--as-of", "2025-12-31", code=1)
    assert "7.2‰" in checked and LOAN in checked

    run(workspace, "proposals", "refuse", "1-1.1", "--reason", "借据笔误")

    assert "一致" in run(workspace, "proposals", "list")
    with pytest.raises(UnknownProposal):
        run(workspace, "proposals", "show", "1-1.9")


@pytest.mark.usefixtures("in_chinese")
def test_watching_papers_come_in_brings_their_facts(tmp_path: Path) -> None:
    made = office(tmp_path / "w")
    register(made, loan_row(1))
    (made.inbox / "检查.txt").write_bytes(typed(VISIT))

    CliRunner().invoke(hudang, ["-w", str(made.root), "ingest", str(made.inbox / "检查.txt")])

    assert len(view_of(made).inspections_of()) == 1
