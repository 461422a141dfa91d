"""Filed papers and the ledger: what agrees is confirmed, what differs is found, what is sure and
new is posted; what is not sure is proposed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import update

from archive.database import writing
from archive.workspace import Workspace
from ledger import schema
from ledger.papers.following import catch_up
from ledger.papers.proposals import NotDecidable, accept, confirming, proposals
from tests.filed_papers import (
    CLASSED,
    CONTRACT,
    LOAN,
    NOTE,
    NOTICE,
    VISIT,
    codes,
    file,
    filed,
    found,
    only,
    register,
    take,
    two_loans,
    typed,
    view_of,
    visits,
)
from tests.ledger_workbooks import id_number, loan_row

NEW_NOTE = {"iou_no": "JJ20240009", "contract_no": "（2024）东农信字第0009号"}
TOO_LITTLE = {"words": "叁万元整", "figures": "30,000.00"}
OVERDUE = date(2026, 12, 31)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """An office whose ledger knows two loans of two households; nothing is filed yet."""
    return two_loans(tmp_path / "w")


# -- agreeing -----------------------------------------------------------------------------------


def test_a_note_that_agrees_confirms_the_loan_and_leads_to_its_page(workspace: Workspace) -> None:
    assert take(workspace, contract=typed(CONTRACT), note=typed(NOTE)) == {}

    loan = view_of(workspace).loan(LOAN)
    confirmed = confirming(workspace, [loan.fact])[loan.fact]
    note, contract = filed(workspace, "iou"), filed(workspace, "loan_contract")
    assert {place.document_id for place in confirmed["rate"]} == {note.id, contract.id}
    assert [place.document_id for place in confirmed["amount_fen"]] == [note.id]
    assert confirmed["amount_fen"][0].page == 1
    assert proposals(workspace) == [] and found(workspace) == []


@pytest.mark.parametrize(
    ("form", "said", "code", "says"),
    [
        (NOTE, {"words": "陆万元整", "figures": "60,000.00"}, "iou_differs", "60,000.00"),
        (NOTE, {"rate": "7.2"}, "rate_differs", "7.2"),
        (NOTE, {"end": "2026年9月14日"}, "date_differs", "2026-09-14"),
        (CONTRACT, {"words": "捌万元整", "figures": "80,000.00"}, "contract_amount_differs", "80"),
        (CONTRACT, {"words": "叁万元整", "figures": "30,000.00"}, "contract_amount_differs", "30"),
        (CONTRACT, {"end": "2025年3月14日"}, "date_differs", "2025-03-14"),
    ],
)
def test_a_paper_that_says_otherwise_opens_a_finding_with_both_sources(
    workspace: Workspace, form: str, said: dict[str, str], code: str, says: str
) -> None:
    assert take(workspace, paper=typed(form, **said)) == {}

    [finding] = found(workspace)
    assert finding.code == code
    assert says in finding.message
    assert {source.kind for source in finding.sources} == {"document", "workbook"}
    assert all(source.page or source.cell for source in finding.sources)
    assert id_number(1) not in finding.message and "测试户" not in finding.message


def test_rates_of_other_units_and_rounding_are_the_same_rate(workspace: Workspace) -> None:
    yearly = typed(CONTRACT).replace("月利率：6.525‰".encode(), "年利率：7.83%".encode())

    take(workspace, contract=yearly)

    assert found(workspace) == []


def test_a_contract_drawn_in_several_notes_is_what_they_come_to(workspace: Workspace) -> None:
    number = "（2024）东农信字第0001号"
    register(workspace, loan_row(3, 身份证号码=id_number(1), 借款人="测试户1", 合同编号=number))

    take(workspace, a=typed(CONTRACT, words="壹拾万元整", figures="100,000.00"))

    assert found(workspace) == []


def test_a_paper_of_one_household_that_names_the_loan_of_another(workspace: Workspace) -> None:
    take(workspace, visit=typed(VISIT, iou_no="JJ20240002"))

    assert "borrower_differs" in codes(workspace)
    assert view_of(workspace).inspections_of() == ()
    with pytest.raises(NotDecidable, match="another household"):
        accept(workspace, only(workspace), actor="周测")


# -- posting ------------------------------------------------------------------------------------


def test_m087_a_first_inspection_on_paper_enters_the_register_with_its_place(
    workspace: Workspace,
) -> None:
    assert take(workspace, visit=typed(VISIT, which="首次", day="2024年4月10日")) == {"posted": 1}

    [visit] = view_of(workspace).inspections_of()
    assert (visit.kind, visit.done_on, visit.inspector) == ("first", date(2024, 4, 10), "周测")
    assert visit.source.document_id == filed(workspace, "inspection_report").id
    assert visit.source.page == 1


def test_what_was_posted_is_not_posted_again(workspace: Workspace) -> None:
    take(workspace, visit=typed(VISIT), notice=typed(NOTICE, day="2025年9月10日"))

    assert dict(catch_up(workspace)) == {}
    with writing(workspace.engine) as connection:
        # As if the place reached had been lost.
        connection.execute(update(schema.paper_followed).values(seq=0, facts={}))
    assert dict(catch_up(workspace)) == {}
    assert len(view_of(workspace).inspections_of()) == 1


def test_a_paper_that_came_before_its_loan_is_posted_when_the_ledger_knows_it(
    workspace: Workspace,
) -> None:
    visit = typed(VISIT, borrower="测试户三", identity=id_number(3), iou_no="JJ20240003")
    contract = typed(
        CONTRACT, borrower="测试户三", identity=id_number(3), contract_no="（2024）东农信字第0003号"
    )
    file(workspace, contract=contract)
    assert take(workspace, visit=visit) == {}
    [waiting] = [p for p in proposals(workspace, everything=True) if p.weighed.state == "waiting"]
    assert waiting.id == "3-2.1"

    register(workspace, loan_row(3))

    assert dict(catch_up(workspace)) == {"posted": 1}


def test_a_visit_that_the_register_states_too_stands_in_it_once(workspace: Workspace) -> None:
    take(workspace, visit=typed(VISIT))

    visits(
        workspace,
        ["测试户1", id_number(1), LOAN, "常规", "2025-06-30", "2025-06-19", "周测", "正常"],
    )

    assert dict(catch_up(workspace)) == {"taken_back": 1}
    [visit] = view_of(workspace).inspections_of()
    assert visit.source.kind == "workbook"
    assert codes(workspace) == ["inspection_day_differs"]


def test_a_note_is_posted_as_a_loan_when_figures_words_and_contract_agree(
    workspace: Workspace,
) -> None:
    take(workspace, contract=typed(CONTRACT, **NEW_NOTE))

    assert take(workspace, note=typed(NOTE, **NEW_NOTE)) == {"posted": 1}

    loan = view_of(workspace).loan("JJ20240009")
    assert (loan.amount_fen, loan.rate_unit, loan.due_on) == (
        5_000_000,
        "permille_month",
        date(2026, 3, 14),
    )
    assert loan.sources["amount_fen"].document_id == filed(workspace, "iou").id


def test_a_workbook_that_states_a_loan_posted_from_its_note_only_adds_to_it(
    workspace: Workspace,
) -> None:
    take(workspace, contract=typed(CONTRACT, **NEW_NOTE), note=typed(NOTE, **NEW_NOTE))

    register(
        workspace,
        loan_row(9, 借款人="测试户1", 身份证号码=id_number(1), 合同编号=NEW_NOTE["contract_no"]),
    )

    assert dict(catch_up(workspace)) == {}
    loan = view_of(workspace).loan("JJ20240009")
    assert (loan.manager, loan.balance_fen) == ("周测", 5_000_000)


@pytest.mark.parametrize(
    ("papers", "reason"),
    [
        ({"note": typed(NOTE, **NEW_NOTE)}, "loan contract is not filed"),
        (
            {
                "contract": typed(CONTRACT, **NEW_NOTE),
                "note": typed(NOTE, **NEW_NOTE).replace(
                    "（大写）：人民币伍万元整（小写）".encode(), "：".encode()
                ),
            },
            "does not stand on it in words",
        ),
        (
            {
                "contract": typed(CONTRACT, **NEW_NOTE | TOO_LITTLE),
                "note": typed(NOTE, **NEW_NOTE),
            },
            "come to more than the contract allows",
        ),
    ],
)  # fmt: skip
def test_a_note_that_does_not_agree_three_ways_stays_a_proposal_with_the_reason(
    workspace: Workspace, papers: dict[str, bytes], reason: str
) -> None:
    file(workspace, before=typed(CONTRACT))

    assert take(workspace, **papers) == {}

    one = only(workspace)
    assert (one.weighed.state, one.weighed.claim.declared.name) == ("missing", "terms")
    assert any(reason in each for each in one.weighed.against)
    assert "iou_not_in_ledger" in codes(workspace)


def test_a_class_better_than_the_days_overdue_allow_is_not_posted(workspace: Workspace) -> None:
    take(workspace, form=typed(CLASSED, class_="关注", day="2026年9月30日"))

    assert any("200 days" in each for each in only(workspace).weighed.against)
    assert codes(workspace, OVERDUE) == [
        "class_not_in_ledger",
        "class_on_paper_too_good",
    ]
    assert view_of(workspace, OVERDUE).loan(LOAN).class_code == "normal"


def test_a_class_decided_on_paper_holds_from_its_day(workspace: Workspace) -> None:
    assert take(workspace, form=typed(CLASSED, class_="次级", day="2026年9月30日")) == {"posted": 1}

    loan = view_of(workspace, OVERDUE).loan(LOAN)
    assert (loan.class_code, loan.class_decided_on) == ("substandard", date(2026, 9, 30))
