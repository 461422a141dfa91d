"""Whose paper is it: by ID, by number, by name and one thing more; never by a name alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive import documents, households, items, pending
from archive.database import reading
from archive.items import Item
from archive.workspace import Workspace
from tests.archive_double import IDS, drop, new_workspace, paper, take_in

WANG = paper(
    borrower="王小明",
    id_number=IDS[0],
    contract_no="农信借字（2024）第1号",
    sign_date="2024-03-01",
    end_date="2025-03-01",
    borrower_address="青禾县柳河乡石桥村三组",
)
NAMESAKE = paper(borrower="王小明", id_number=IDS[1], contract_no="HT-2", sign_date="2024-04-02")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return new_workspace(tmp_path / "w")


def arrive(workspace: Workspace, *papers: bytes) -> Item:
    """Take in papers one after the other; return the item of the last."""
    for number, data in enumerate(papers):
        drop(workspace, f"{number}.json", data)
        take_in(workspace)
    with reading(workspace.engine) as connection:
        return items.in_states(connection, items.ALL)[-1]


def candidates(workspace: Workspace, item: Item) -> list[int]:
    return [each.household_id for each in pending.candidates_now(workspace, item)]


def owner(workspace: Workspace, item: Item) -> int | None:
    with reading(workspace.engine) as connection:
        return documents.document(connection, item.document_id or "").household_id


def test_a_contract_number_is_enough_whatever_its_brackets(workspace: Workspace) -> None:
    item = arrive(workspace, WANG, paper("iou", main_contract_no="农信借字(2024) 第1号"))

    assert (item.state, owner(workspace, item)) == ("stored", 1)


def test_a_name_alone_is_held_with_the_namesakes_as_candidates(workspace: Workspace) -> None:
    item = arrive(workspace, WANG, NAMESAKE, paper("inspection_report", borrower="王小明"))

    assert (item.state, item.reason) == ("held", "household_ambiguous")
    assert candidates(workspace, item) == [1, 2]


def test_a_single_namesake_is_still_only_a_candidate(workspace: Workspace) -> None:
    item = arrive(workspace, WANG, paper("inspection_report", borrower="王小明"))

    assert (item.state, item.reason) == ("held", "name_only")


@pytest.mark.parametrize(
    "agreeing",
    [{"end_date": "2025-03-01"}, {"borrower_address": "柳河乡石桥村"}],
)
def test_a_name_and_one_thing_more_file_the_paper(
    workspace: Workspace, agreeing: dict[str, str]
) -> None:
    report = paper("inspection_report", borrower="王小明", **agreeing)

    item = arrive(workspace, WANG, NAMESAKE, report)

    assert (item.state, owner(workspace, item)) == ("stored", 1)


def test_the_name_of_one_and_the_id_of_a_stranger_file_nothing(workspace: Workspace) -> None:
    stranger = paper("iou", borrower="王小明", id_number=IDS[2], end_date="2025-03-01")

    item = arrive(workspace, WANG, stranger)

    assert (item.state, item.reason) == ("held", "household_unknown")


def test_an_id_and_a_number_that_disagree_are_shown_to_a_person(workspace: Workspace) -> None:
    torn = paper("iou", borrower="王小明", id_number=IDS[0], main_contract_no="HT-2")

    item = arrive(workspace, WANG, NAMESAKE, torn)

    assert (item.state, item.reason) == ("held", "household_conflict")
    assert candidates(workspace, item) == [1, 2]


def test_a_guarantor_with_a_file_of_his_own_does_not_draw_the_guarantee_into_it(
    workspace: Workspace,
) -> None:
    guarantee = paper(
        "guarantee_contract", borrower="王小明", guarantor="李四", id_number=IDS[2],
        main_contract_no="农信借字（2024）第1号",
    )  # fmt: skip
    guarantor = paper(borrower="李四", id_number=IDS[2], contract_no="HT-9")

    item = arrive(workspace, WANG, guarantor, guarantee)

    assert (item.state, owner(workspace, item)) == ("stored", 1)


def test_a_masked_id_names_nobody(workspace: Workspace) -> None:
    item = arrive(workspace, WANG, paper("iou", id_number="110101********0134"))

    assert item.state == "held"


def test_amounts_that_disagree_hold_the_contract_and_name_the_household(
    workspace: Workspace,
) -> None:
    second = paper(
        borrower="王小明", id_number=IDS[0], contract_no="HT-5", problems="amount_words_mismatch"
    )

    item = arrive(workspace, WANG, second)

    assert (item.state, item.reason) == ("held", "needs_review")
    assert item.reason_detail == {"problems": ["amount_words_mismatch"]}
    assert candidates(workspace, item) == [1]


def test_a_contract_whose_id_fails_its_check_digit_opens_no_file(workspace: Workspace) -> None:
    item = arrive(workspace, paper(borrower="王小明", id_number=IDS[0], problems="id_check_digit"))

    assert item.state == "held"
    with reading(workspace.engine) as connection:
        assert households.households(connection) == []


JOINT = paper(
    borrower="甲一|乙二|丙三",
    id_number="|".join(IDS),
    guarantee_method="联保",
    contract_no="LB-1",
)


def test_a_joint_guarantee_contract_opens_a_file_for_each_member(workspace: Workspace) -> None:
    item = arrive(workspace, JOINT)

    assert item.state == "stored"
    with reading(workspace.engine) as connection:
        files = households.households(connection)
        papers = [documents.documents_of(connection, each.id) for each in files]
    assert [each.borrower.name for each in files] == ["甲一", "乙二", "丙三"]
    assert [[paper.id for paper in each] for each in papers] == [[item.document_id]] * 3


def test_a_members_own_paper_goes_to_the_member_though_all_share_the_contract_number(
    workspace: Workspace,
) -> None:
    item = arrive(workspace, JOINT, paper("inspection_report", borrower="丙三", contract_no="LB-1"))

    assert (item.state, owner(workspace, item)) == ("stored", 3)


def test_a_person_files_what_was_held_and_the_paper_leaves_pending(workspace: Workspace) -> None:
    item = arrive(workspace, WANG, paper("inspection_report", borrower="王小明"))

    filed = pending.file_held(workspace, item, 1, actor="tester")

    assert filed.household_id == 1
    assert not [path for path in workspace.pending.rglob("*") if path.is_file()]


def test_a_paper_changed_while_it_was_held_is_not_filed(workspace: Workspace) -> None:
    item = arrive(workspace, WANG, paper("inspection_report", borrower="王小明"))
    pending.held_paper(workspace, item).write_bytes(b"something else")

    with pytest.raises(pending.DecisionRefused, match="changed"):
        pending.file_held(workspace, item, 1, actor="tester")


def test_an_untyped_paper_needs_a_type_from_the_person(workspace: Workspace) -> None:
    item = arrive(workspace, paper(None))

    with pytest.raises(pending.DecisionRefused, match="--type"):
        pending.file_held(workspace, item, None, actor="tester")
    filed = pending.file_held(workspace, item, None, actor="tester", doc_type="other")

    assert (filed.household_id, filed.doc_type) == (None, "other")


def test_a_dismissed_paper_is_put_aside_and_not_deleted(workspace: Workspace) -> None:
    data = paper(None)
    item = arrive(workspace, data)

    kept = pending.dismiss(workspace, item, why="advertising", actor="tester")

    assert kept.read_bytes() == data


def test_a_guarantee_contract_before_its_loan_contract_does_not_go_to_the_guarantor(
    workspace: Workspace,
) -> None:
    guarantor = paper(
        borrower="王建国", id_number=IDS[0], contract_no="HT-1", sign_date="2025-03-11"
    )
    guarantee = paper(
        "guarantee_contract",
        borrower="李秀英",
        guarantor="王建国",
        main_contract_no="HT-2",
        sign_date="2025-03-11",
    )
    contract = paper(borrower="李秀英", id_number=IDS[1], contract_no="HT-2")

    arrive(workspace, guarantor, guarantee, contract)

    with reading(workspace.engine) as connection:
        filed = [documents.documents_of(connection, household_id) for household_id in (1, 2)]
    assert [[each.doc_type for each in papers] for papers in filed] == [
        ["loan_contract"],
        ["loan_contract", "guarantee_contract"],
    ]


def test_a_known_number_on_the_paper_of_a_stranger_files_nothing(workspace: Workspace) -> None:
    stranger = paper("iou", borrower="李四", id_number=IDS[2], main_contract_no="HT-2")

    item = arrive(workspace, WANG, NAMESAKE, stranger)

    assert (item.state, item.reason) == ("held", "household_conflict")


def test_one_held_paper_that_becomes_sure_makes_the_next_one_sure(workspace: Workspace) -> None:
    registration = paper("mortgage_registration", mortgagor="赵六", contract_no="DY-1")
    mortgage = paper("mortgage_contract", contract_no="DY-1", main_contract_no="HT-3")
    contract = paper(borrower="李四", id_number=IDS[2], contract_no="HT-3")

    arrive(workspace, registration, mortgage, contract)

    with reading(workspace.engine) as connection:
        filed = documents.documents_of(connection, 1)
    assert {each.doc_type for each in filed} == {
        "loan_contract",
        "mortgage_contract",
        "mortgage_registration",
    }


def test_a_name_and_a_title_number_file_a_registration(workspace: Workspace) -> None:
    mortgage = paper(
        "mortgage_contract",
        mortgagor="王小明",
        main_contract_no="HT-2",
        title_certificate_no="豫（2021）青禾县不动产权第0001489号",
    )
    registration = paper(
        "mortgage_registration",
        mortgagor="王小明",
        title_certificate_no="豫(2021)青禾县不动产权第0001489号",
    )

    item = arrive(workspace, WANG, NAMESAKE, mortgage, registration)

    assert (item.state, owner(workspace, item)) == ("stored", 2)


def test_a_title_number_alone_files_nothing(workspace: Workspace) -> None:
    """Two households may have mortgaged the same house."""
    number = "豫（2021）青禾县不动产权第0001489号"
    mortgage = paper("mortgage_contract", main_contract_no="HT-2", title_certificate_no=number)
    registration = paper("mortgage_registration", mortgagor="赵六", title_certificate_no=number)

    item = arrive(workspace, NAMESAKE, mortgage, registration)

    assert (item.state, item.reason) == ("held", "household_unknown")


def test_a_namesake_who_comes_later_is_among_the_candidates(workspace: Workspace) -> None:
    arrive(workspace, WANG, paper("inspection_report", borrower="王小明"))
    arrive(workspace, NAMESAKE)

    with reading(workspace.engine) as connection:
        [item] = items.in_states(connection, items.PENDING)

    assert candidates(workspace, item) == [1, 2]
