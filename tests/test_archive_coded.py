"""Papers with codes: filed where the code says, held where the paper says otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from archive import catalogue, documents, items, pending, schema
from archive.database import reading
from archive.documents import FiledDocument
from archive.intake import Event
from archive.items import Item
from archive.rebuild import rebuild
from archive.workspace import Workspace, open_workspace
from extractors.codes import BOX, FILE, PAPER, SEPARATOR, Code
from tests.archive_double import IDS, drop, new_workspace, paper, scan_of, take_in
from tests.archive_invariants import assert_whole

NAMES = ("王小明", "李大山", "赵田")


def file_code(household: int, office: str = "0001") -> str:
    return Code(kind=FILE, office=office, household=household).text


def sheet(household: int | None = None, doc_type: str | None = None) -> str:
    return Code(kind=SEPARATOR, office="0001", household=household, doc_type=doc_type).text


def contract(number: int) -> bytes:
    return paper(borrower=NAMES[number - 1], id_number=IDS[number - 1], contract_no=f"HT-{number}")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Two household files: 1 is 王小明's, 2 is 李大山's."""
    workspace = new_workspace(tmp_path / "w")
    for number in (1, 2):
        drop(workspace, f"{number}.json", contract(number))
        take_in(workspace)
    return workspace


def take(workspace: Workspace, data: bytes) -> list[Event]:
    events: list[Event] = []
    drop(workspace, "scan.json", data)
    take_in(workspace, events)
    return events


def filed(workspace: Workspace, household_id: int | None) -> list[FiledDocument]:
    with reading(workspace.engine) as connection:
        return sorted(documents.documents_of(connection, household_id), key=lambda d: d.item_no)


def held(workspace: Workspace) -> Item:
    with reading(workspace.engine) as connection:
        [item] = items.in_states(connection, ("held",))
    return item


def test_a_paper_that_names_nobody_is_filed_by_its_label(workspace: Workspace) -> None:
    take(workspace, paper("inspection_report", codes=file_code(2), inspect_date="2024-06-01"))

    assert [one.doc_type for one in filed(workspace, 2)] == ["loan_contract", "inspection_report"]


def test_a_paper_of_no_known_form_is_filed_by_its_label(workspace: Workspace) -> None:
    code = Code(kind=PAPER, office="0001", household=2, item=1).text

    take(workspace, paper(None, codes=code))

    assert [one.doc_type for one in filed(workspace, 2)] == ["loan_contract", None]


@pytest.mark.parametrize(
    ("codes", "reason"),
    [
        (file_code(9), "code_unknown"),
        (file_code(2, office="0002"), "code_foreign"),
        (file_code(2)[:-1] + "?", "code_invalid"),
        (file_code(2).replace("2", "1", 1), "code_invalid"),
        (f"{file_code(1)} {file_code(2)}", "code_conflict"),
    ],
)
def test_a_code_that_cannot_be_followed_files_nothing(
    workspace: Workspace, codes: str, reason: str
) -> None:
    take(workspace, paper("inspection_report", codes=codes))

    assert held(workspace).reason == reason


@pytest.mark.parametrize(
    "fields",
    [
        {"id_number": IDS[0]},
        {"contract_no": "HT-1"},
        {"id_number": IDS[2], "borrower": "赵田"},
        {"borrower": "王小明"},
    ],
    ids=["another's ID number", "another's contract", "a stranger's ID number", "another's name"],
)
def test_a_label_against_what_stands_on_the_paper_is_held_with_both(
    workspace: Workspace, fields: dict[str, str]
) -> None:
    take(workspace, paper("inspection_report", codes=file_code(2), **fields))

    item = held(workspace)
    assert item.reason == "code_conflict"
    assert pending.candidates_now(workspace, item)[0].household_id == 2


def test_a_stranger_s_contract_does_not_open_a_file_under_another_s_label(
    workspace: Workspace,
) -> None:
    take(workspace, paper(borrower="赵田", id_number=IDS[2], codes=file_code(2)))

    assert held(workspace).reason == "code_conflict"
    with reading(workspace.engine) as connection:
        assert len(connection.execute(select(schema.household)).all()) == 2


def test_a_guarantor_s_own_number_does_not_contradict_the_borrower_s_label(
    workspace: Workspace,
) -> None:
    data = paper("mortgage_contract", mortgagor="王小明", codes=file_code(2))

    take(workspace, data)

    assert [one.doc_type for one in filed(workspace, 2)] == ["loan_contract", "mortgage_contract"]


def test_a_doubt_on_the_paper_still_holds_it_and_names_the_code_s_household_first(
    workspace: Workspace,
) -> None:
    take(workspace, paper("iou", problems="amount_words_mismatch", codes=file_code(2)))

    item = held(workspace)
    assert item.reason == "needs_review"
    assert [c.household_id for c in pending.candidates_now(workspace, item)] == [2]


def test_a_box_s_label_says_nothing_of_whose_a_paper_is(workspace: Workspace) -> None:
    code = Code(kind=BOX, office="0001", box="B-7").text

    take(workspace, paper("inspection_report", codes=code, inspect_date="2024-06-01"))

    assert held(workspace).reason == "household_unknown"


def test_what_follows_a_separator_is_filed_to_its_household(workspace: Workspace) -> None:
    scan = scan_of(paper(None, codes=sheet(2)), paper("iou", codes=sheet(2), iou_no="J-7"))

    take(workspace, scan)

    assert [one.doc_type for one in filed(workspace, 2)] == [
        "loan_contract", "scan_of_papers", None, "iou",
    ]  # fmt: skip
    assert_whole(workspace, [scan, contract(1), contract(2)])


def test_a_batch_of_several_households_goes_to_each_and_lies_in_the_department_s_object(
    workspace: Workspace,
) -> None:
    scan = scan_of(
        paper("iou", codes=sheet(1), iou_no="J-1"),
        paper("iou", codes=sheet(2), iou_no="J-2"),
        paper("inspection_report", codes=sheet(2)),
    )

    events = take(workspace, scan)

    [whole] = [one for one in filed(workspace, None) if one.part_of is None]
    assert whole.doc_type == "scan_of_papers"
    assert [(one.doc_type, one.part_pages) for one in filed(workspace, 1)][1:] == [("iou", "1")]
    assert [one.part_of for one in filed(workspace, 2) if one.part_of] == [whole.id] * 2
    assert [e.part_households for e in events if e.kind == "filed"] == [(1, 2)]
    with reading(workspace.engine) as connection:
        numbers = [
            entry.archive_number
            for household in (1, 2)
            for entry in catalogue.of_household(connection, workspace, household).entries
        ]
    assert len(set(numbers)) == len(numbers) == 5
    assert_whole(workspace, [scan, contract(1), contract(2)])


def test_a_batch_comes_back_from_the_archive_alone(workspace: Workspace) -> None:
    take(workspace, scan_of(paper("iou", codes=sheet(1)), paper("iou", codes=sheet(2), iou_no="J")))
    before = {household: filed(workspace, household) for household in (None, 1, 2)}
    workspace.engine.dispose()
    for path in workspace.root.glob("hudang.db*"):
        path.unlink()

    again = open_workspace(workspace.root)
    rebuild(again, lambda *_counts: None)

    assert {household: filed(again, household) for household in (None, 1, 2)} == before


def test_a_new_contract_behind_a_blank_separator_opens_its_file_once(workspace: Workspace) -> None:
    data = [
        paper("iou", codes=sheet(1), iou_no="J-1"),
        paper(borrower="赵田", id_number=IDS[2], contract_no="HT-3", codes=sheet()),
        paper(borrower="赵田", id_number=IDS[2], contract_no="HT-4", codes=sheet()),
    ]

    take(workspace, scan_of(*data))

    assert [one.doc_type for one in filed(workspace, 3)] == ["loan_contract", "loan_contract"]
    with reading(workspace.engine) as connection:
        assert len(connection.execute(select(schema.household)).all()) == 3


@pytest.mark.parametrize(
    ("second", "reason"),
    [
        (paper("iou", codes=sheet(2), contract_no="HT-1"), "code_conflict"),
        (paper("iou", codes=sheet(7)), "code_unknown"),
        (paper("iou", codes=sheet(), iou_no="J-9"), "household_unknown"),
    ],
)
def test_one_unsure_paper_holds_the_whole_batch(
    workspace: Workspace, second: bytes, reason: str
) -> None:
    take(workspace, scan_of(paper("iou", codes=sheet(1), iou_no="J-1"), second))

    assert held(workspace).reason == reason
    assert len(filed(workspace, 1)) == 1


def test_separators_alone_are_held_to_be_dismissed(workspace: Workspace) -> None:
    take(workspace, paper(None, codes=sheet(1)))

    assert held(workspace).reason == "separator_alone"
