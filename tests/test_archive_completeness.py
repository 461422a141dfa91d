"""What a household's file lacks: the standard table, decided only by what is known."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive import completeness, file_facts, requirements, versions
from archive.completeness import RequiredPaper, lines_for
from archive.database import reading, writing
from archive.file_facts import FileFacts, Told, UnknownFact
from archive.workspace import Workspace
from extractors.forms import ALL
from tests.archive_double import IDS, drop, new_workspace, paper, take_in

TODAY = date(2026, 6, 1)
CONTRACT = {"borrower": "王小明", "id_number": IDS[0], "contract_no": "HT-1"}
IOU = {"borrower": "王小明", "id_number": IDS[0], "iou_no": "JJ-1"}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return new_workspace(tmp_path / "w")


def filed(workspace: Workspace, *papers: bytes) -> None:
    for number, data in enumerate(papers):
        drop(workspace, f"{number}.json", data)
    take_in(workspace)


def lines(workspace: Workspace) -> dict[str, RequiredPaper]:
    with reading(workspace.engine) as connection:
        found = completeness.verdict(connection, workspace, 1, TODAY)
    return {line.doc_type: line for line in found}


def of_state(workspace: Workspace, state: str) -> set[str]:
    return {name for name, line in lines(workspace).items() if line.state == state}


def test_a_mortgage_loan_paid_out_long_ago_lacks_what_the_table_says(workspace: Workspace) -> None:
    filed(
        workspace,
        paper(**CONTRACT, guarantee_method="抵押", spouse="李红"),
        paper("iou", **IOU, start_date="2025-03-01", end_date="2026-03-01"),
    )

    assert of_state(workspace, "present") == {"loan_contract", "iou"}
    assert of_state(workspace, "missing") == {
        "mortgage_registration", "custody_receipt", "loan_application", "identity_papers",
        "marriage_proof", "credit_report", "use_proof", "loan_investigation", "loan_approval",
        "mortgage_contract", "title_deed", "appraisal_report", "interview_record",
        "drawdown_papers", "use_voucher", "inspection_report", "classification", "due_notice",
        "reconciliation",
    }  # fmt: skip
    assert of_state(workspace, "undecided") == {
        "insurance_policy", "rating_form", "guarantee_contract", "guarantor_papers",
        "co_owner_consent",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("method", "needed", "not_needed"),
    [
        ("信用", {"rating_form"}, {"mortgage_contract", "guarantee_contract", "custody_receipt"}),
        ("保证", {"guarantee_contract", "guarantor_papers"}, {"mortgage_contract", "title_deed"}),
        ("质押", {"pledge_contract", "pledged_right"}, {"mortgage_contract", "co_owner_consent"}),
        ("农户联保", {"guarantee_contract", "rating_form"}, {"guarantor_papers", "pledged_right"}),
    ],
)
def test_the_guarantee_decides_what_is_needed(
    workspace: Workspace, method: str, needed: set[str], not_needed: set[str]
) -> None:
    filed(workspace, paper(**CONTRACT, guarantee_method=method))

    assert needed <= of_state(workspace, "missing")
    assert not not_needed & set(lines(workspace))


def test_without_a_known_guarantee_what_hangs_on_it_is_undecided(workspace: Workspace) -> None:
    filed(workspace, paper(**CONTRACT))

    found = lines(workspace)
    assert found["mortgage_contract"].state == "undecided"
    assert found["mortgage_contract"].asks == completeness.GUARANTEE_METHOD
    assert found["loan_application"].state == "missing"


def test_what_has_its_time_still_to_come_is_not_named(workspace: Workspace) -> None:
    filed(
        workspace,
        paper(**CONTRACT, guarantee_method="信用"),
        paper("iou", **IOU, start_date="2026-05-20", end_date="2027-05-20"),
    )

    later = {"use_voucher", "inspection_report", "classification", "due_notice", "reconciliation"}
    assert not later & set(lines(workspace))
    assert lines(workspace)["drawdown_papers"].state == "missing"


def test_while_nobody_knows_whether_it_was_paid_out_later_papers_are_undecided(
    workspace: Workspace,
) -> None:
    filed(workspace, paper(**CONTRACT, guarantee_method="信用"))

    assert lines(workspace)["inspection_report"].state == "undecided"
    assert lines(workspace)["inspection_report"].asks == "disbursed"


def test_an_answer_decides_and_can_be_taken_back(workspace: Workspace) -> None:
    filed(workspace, paper(**CONTRACT, guarantee_method="抵押"))

    def answer(value: bool | None) -> str | None:
        with writing(workspace.engine) as connection:
            file_facts.state(connection, 1, {"co_owned": value}, actor="li")
        versions.keep(workspace)
        line = lines(workspace).get("co_owner_consent")
        return line.state if line else None

    assert [answer(value) for value in (True, False, None)] == ["missing", None, "undecided"]


def test_what_the_ledger_knows_decides_where_papers_say_nothing(workspace: Workspace) -> None:
    filed(workspace, paper(**CONTRACT))
    said = Told(
        methods=frozenset({"mortgage"}),
        granted_on=(date(2025, 1, 5),),
        due_on=(date(2027, 1, 5),),
        facts={"at_risk": True},
    )

    with reading(workspace.engine) as connection:
        found = completeness.verdict(connection, workspace, 1, TODAY, said)

    states = {line.doc_type: line.state for line in found}
    assert states["mortgage_contract"] == "missing"
    assert states["inspection_report"] == "missing"
    assert states["collection_notice"] == "missing"
    assert "due_notice" not in states
    assert "pledge_contract" not in states


def test_a_fact_that_does_not_exist_is_refused(workspace: Workspace) -> None:
    filed(workspace, paper(**CONTRACT))

    with pytest.raises(UnknownFact, match="married"), writing(workspace.engine) as connection:
        file_facts.state(connection, 1, {"hungry": True}, actor="li")


def test_who_can_supply_a_paper_is_said(workspace: Workspace) -> None:
    filed(workspace, paper(**CONTRACT, guarantee_method="抵押"))

    found = lines(workspace)
    assert found["loan_application"].supplier == "borrower"
    assert found["title_deed"].supplier == "guarantor"
    assert found["loan_investigation"].supplier == "department"
    assert found["appraisal_report"].supplier == "others"


def test_every_row_names_types_suppliers_facts_and_methods_that_exist() -> None:
    for rule in requirements.REQUIREMENTS:
        assert set(rule.doc_types) <= ALL.keys(), rule.row
        assert rule.supplier in requirements.SUPPLIERS
        assert rule.needed <= set(requirements.GUARANTEES)
        assert rule.needed or rule.asks or rule.fact, f"row {rule.row} is never needed"
        if rule.asks:
            assert rule.asks[0] <= set(requirements.GUARANTEES)
            assert rule.asks[1] in requirements.QUESTIONS
            assert not rule.asks[0] & rule.needed
        assert rule.fact is None or rule.fact in requirements.FACTS


known_facts = st.builds(
    FileFacts,
    methods=st.frozensets(st.sampled_from(requirements.GUARANTEES)),
    facts=st.dictionaries(st.sampled_from(sorted(requirements.FACTS)), st.booleans()),
    moments=st.dictionaries(
        st.sampled_from(["disbursed", "first_inspection", "reporting", "before_due"]),
        st.booleans(),
    ).map(lambda moments: {"start": True} | moments),
)


@given(known_facts)
def test_nothing_is_missing_that_hangs_on_what_nobody_knows(known: FileFacts) -> None:
    """Whatever is undecided can be decided either way; what is missing stays so."""
    for line in lines_for([], known, "zh"):
        if line.state == "missing":
            assert line.asks == ""
        else:
            unknown = line.asks not in known.facts and line.asks in requirements.FACTS
            guarantee = line.asks == completeness.GUARANTEE_METHOD and not known.methods
            assert unknown or guarantee or line.asks == "disbursed"


@given(known_facts, st.sampled_from(sorted(requirements.QUESTIONS)), st.booleans())
def test_one_more_answer_never_makes_a_missing_paper_undecided(
    known: FileFacts, fact: str, value: bool
) -> None:
    if fact in known.facts:
        return
    wiser = FileFacts(
        methods=known.methods, facts={**known.facts, fact: value}, moments=known.moments
    )

    before = {line.doc_type for line in lines_for([], known, "zh") if line.state == "missing"}
    after = {line.doc_type for line in lines_for([], wiser, "zh") if line.state == "missing"}

    assert before <= after
