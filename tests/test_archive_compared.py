"""Filed and held papers are compared, and every paper of a finding is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive import compared, items, pending
from archive.agreement import Disagreement
from archive.database import reading
from archive.workspace import Workspace
from ledger.papers.among import among_papers
from ledger.papers.following import catch_up
from ledger.report import Finding
from tests.archive_double import IDS, drop, new_workspace, paper, scan_of, take_in

UNIT = "410328001002GB00123F00010001"
CONTRACT = paper(borrower="王小明", id_number=IDS[0], contract_no="HT-1")
OTHER = paper(borrower="李秀英", id_number=IDS[1], contract_no="HT-2")
MISNAMED = paper("iou", borrower="王晓明", id_number=IDS[0], contract_no="HT-1", iou_no="JJ-1")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return new_workspace(tmp_path / "w")


def take(workspace: Workspace, **papers: bytes) -> None:
    for name, data in papers.items():
        drop(workspace, f"{name}.json", data)
    take_in(workspace)


def everywhere(workspace: Workspace) -> list[Finding]:
    catch_up(workspace)
    return among_papers(workspace)


def codes(found: list[Disagreement]) -> list[str]:
    return [each.code for each in found]


def certificate(number: str, contract: str) -> bytes:
    return paper(
        "mortgage_registration", certificate_no=number, main_contract_no=contract, unit_no=UNIT
    )


def test_papers_of_one_household_that_disagree_are_found(workspace: Workspace) -> None:
    take(workspace, a=CONTRACT, b=MISNAMED)

    [found] = compared.of_household(workspace, 1)

    assert found.code == "names_differ"
    assert "-001 Loan contract" in found.message
    assert "-002 Promissory note" in found.message
    assert "王" not in found.message


def test_papers_that_agree_are_no_finding(workspace: Workspace) -> None:
    note = paper("iou", borrower="王小明", id_number=IDS[0], contract_no="HT-1", iou_no="JJ-1")

    take(workspace, a=CONTRACT, b=note, c=OTHER)

    assert compared.of_household(workspace, 1) == []
    assert everywhere(workspace) == []


def test_one_property_mortgaged_by_two_households_is_found_for_both(workspace: Workspace) -> None:
    take(workspace, a=CONTRACT, b=OTHER)
    take(workspace, c=certificate("证明第1号", "HT-1"), d=certificate("证明第2号", "HT-2"))

    assert codes(compared.of_household(workspace, 1)) == ["repeated_mortgage"]
    assert codes(compared.of_household(workspace, 2)) == ["repeated_mortgage"]
    assert [each.code for each in everywhere(workspace)] == ["repeated_mortgage"]


def test_the_ledger_check_names_every_paper_of_a_finding(workspace: Workspace) -> None:
    take(workspace, a=CONTRACT, b=MISNAMED)

    [finding] = everywhere(workspace)

    assert finding.code == "names_differ"
    assert {source.kind for source in finding.sources} == {"document"}
    assert len({source.document_id for source in finding.sources}) == 2


def test_a_held_paper_is_compared_with_those_of_its_household(workspace: Workspace) -> None:
    take(workspace, a=CONTRACT)
    held = MISNAMED.replace(b'"problems": []', b'"problems": ["amount_words_mismatch"]')
    take(workspace, b=held)
    with reading(workspace.engine) as connection:
        [item] = items.in_states(connection, ("held",))

    assert codes(compared.of_held(workspace, item)) == ["names_differ"]


def test_papers_of_a_held_scan_are_compared_with_each_other(workspace: Workspace) -> None:
    take(workspace, a=scan_of(CONTRACT, MISNAMED, confidence=0.8))
    with reading(workspace.engine) as connection:
        [item] = items.in_states(connection, ("held",))

    [found] = compared.of_held(workspace, item)

    assert found.code == "names_differ"
    assert "p. 1" in found.message
    assert "p. 2" in found.message


def test_parts_of_a_filed_scan_are_papers_like_any_other(workspace: Workspace) -> None:
    take(workspace, a=scan_of(CONTRACT, MISNAMED, confidence=0.8))
    with reading(workspace.engine) as connection:
        [item] = items.in_states(connection, ("held",))
    pending.split(workspace, item, None, actor="officer")
    number = pending.open_for(workspace, item, actor="officer")
    pending.file_held(workspace, item, number, actor="officer")

    assert codes(compared.of_household(workspace, 1)) == ["names_differ"]
