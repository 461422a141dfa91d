"""A paper scanned twice is shown, never taken away; what a person decides about it is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archive import documents, households, rescans, versions
from archive.database import reading, writing
from archive.documents import FiledDocument
from archive.rebuild import rebuild
from archive.rescans import Decisions, NotAPair, folded
from archive.workspace import Workspace
from tests.archive_double import IDS, drop, new_workspace, paper, take_in

CONTRACT = {
    "borrower": "王小明", "id_number": IDS[0], "contract_no": "(2024)青信借字第00412号",
    "sign_date": "2024-03-01", "start_date": "2024-03-02", "end_date": "2025-03-01",
}  # fmt: skip
VISIT = {
    "borrower": "王小明", "id_number": IDS[0], "contract_no": "(2024)青信借字第00412号",
    "inspect_date": "2024-06-20", "conclusion": "该户贷款实际用于购买仔猪及玉米饲料，生产经营正常",
}  # fmt: skip


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with a contract, scanned twice, and two visits on the same form."""
    made = new_workspace(tmp_path / "w")
    drop(made, "1.json", paper(**CONTRACT))
    take_in(made)
    # Other bytes, nearly the same text: a second scan.
    drop(made, "2.json", paper(**CONTRACT, remark="扫描"))
    drop(made, "3.json", paper("inspection_report", **VISIT))
    drop(made, "4.json", paper("inspection_report", **VISIT | {"inspect_date": "2024-07-20"}))
    take_in(made)
    return made


def papers(workspace: Workspace, doc_type: str) -> list[FiledDocument]:
    with reading(workspace.engine) as connection:
        return [p for p in documents.documents_of(connection, 1) if p.doc_type == doc_type]


def asked(workspace: Workspace) -> list[tuple[str, str]]:
    with reading(workspace.engine) as connection:
        return [(pair.later, pair.earlier) for pair in rescans.undecided(connection)]


def test_a_second_scan_is_filed_and_shown_as_a_likely_copy(workspace: Workspace) -> None:
    first, second = papers(workspace, "loan_contract")

    assert rescans.catch_up(workspace) == 1

    assert asked(workspace) == [(second.id, first.id)]


def test_two_visits_on_the_same_form_are_two_papers(workspace: Workspace) -> None:
    rescans.catch_up(workspace)

    visits = {each.id for each in papers(workspace, "inspection_report")}
    assert not [pair for pair in asked(workspace) if visits & set(pair)]


def test_looking_again_finds_nothing_new(workspace: Workspace) -> None:
    rescans.catch_up(workspace)

    assert rescans.catch_up(workspace) == 0
    assert len(asked(workspace)) == 1


def test_it_goes_on_where_it_stopped(workspace: Workspace) -> None:
    while not asked(workspace):
        assert rescans.catch_up(workspace, most=1) in (0, 1)

    assert len(asked(workspace)) == 1


def test_a_paper_noted_as_corrected_keeps_its_pair_and_is_not_asked_twice(
    workspace: Workspace,
) -> None:
    rescans.catch_up(workspace)
    with writing(workspace.engine) as connection:
        households.tell_followers(connection, 1, "2026-01-01T00:00:00.000000Z")

    rescans.catch_up(workspace)

    assert len(asked(workspace)) == 1


def test_what_a_person_decided_is_not_asked_again_even_after_a_rebuild(
    workspace: Workspace,
) -> None:
    rescans.catch_up(workspace)
    first, second = papers(workspace, "loan_contract")
    rescans.decide(workspace, second, first, same=True, best=second.id, actor="li")
    versions.keep(workspace)
    assert asked(workspace) == []

    anew = _with_an_empty_database(workspace)
    rebuild(anew, lambda _done, _all: None)
    found = rescans.catch_up(anew)

    assert found == 1
    assert asked(anew) == []
    with reading(anew.engine) as connection:
        assert rescans.decisions(connection).better == {first.id: second.id, second.id: second.id}


def _with_an_empty_database(workspace: Workspace) -> Workspace:
    from archive.workspace import open_workspace

    workspace.engine.dispose()
    for path in workspace.root.glob("hudang.db*"):
        path.unlink()
    return open_workspace(workspace.root)


def test_papers_said_to_be_different_are_not_asked_about_again(workspace: Workspace) -> None:
    rescans.catch_up(workspace)
    first, second = papers(workspace, "loan_contract")

    rescans.decide(workspace, first, second, same=False, actor="li")

    assert asked(workspace) == []


def test_a_decision_needs_two_papers_and_a_best_one_of_them(workspace: Workspace) -> None:
    first, second = papers(workspace, "loan_contract")

    with pytest.raises(NotAPair):
        rescans.decide(workspace, first, first, same=True, actor="li")
    with pytest.raises(NotAPair):
        rescans.decide(workspace, first, second, same=True, best="elsewhere", actor="li")


def test_three_scans_of_one_paper_need_two_decisions(workspace: Workspace) -> None:
    drop(workspace, "5.json", paper(**CONTRACT, remark="再次扫描"))
    take_in(workspace)
    rescans.catch_up(workspace)
    first, second, third = papers(workspace, "loan_contract")
    assert len(asked(workspace)) == 3

    rescans.decide(workspace, second, first, same=True, actor="li")
    rescans.decide(workspace, third, second, same=True, best=third.id, actor="li")

    assert asked(workspace) == []
    with reading(workspace.engine) as connection:
        better = rescans.decisions(connection).better
    assert set(better.values()) == {third.id}


def test_the_last_word_about_a_pair_counts(workspace: Workspace) -> None:
    first, second = papers(workspace, "loan_contract")
    rescans.decide(workspace, first, second, same=True, actor="li")
    rescans.decide(workspace, second, first, same=False, actor="li")

    with reading(workspace.engine) as connection:
        said = rescans.decisions(connection)

    one, other = sorted((first.id, second.id))
    assert said == Decisions({}, frozenset({(one, other)}))


def test_nothing_said_is_nothing_decided() -> None:
    assert folded([]) == Decisions({}, frozenset())


def test_a_damaged_reading_is_passed_over(workspace: Workspace) -> None:
    first, _second = papers(workspace, "loan_contract")
    damaged = documents.paper(workspace, first).parents[1] / first.reading_path
    damaged.write_text(json.dumps({"reading": {}}), encoding="utf-8")

    assert rescans.catch_up(workspace) == 0


def test_looking_up_candidates_never_goes_through_all_papers(workspace: Workspace) -> None:
    rescans.catch_up(workspace)
    (first, *_others) = papers(workspace, "loan_contract")
    lookup = rescans.sharing_buckets(first.id).compile(compile_kwargs={"literal_binds": True})
    with reading(workspace.engine) as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {lookup}").all()

    assert any("SEARCH document_bucket" in step.detail for step in plan)
    assert not [step.detail for step in plan if step.detail.startswith("SCAN document")]


def test_a_paper_is_named_by_its_id_its_end_or_its_archive_number(workspace: Workspace) -> None:
    (first, *_others) = papers(workspace, "loan_contract")
    wanted = (first.id, first.id[-6:], "1-1", documents.archive_number(workspace, first))

    with reading(workspace.engine) as connection:
        found = {documents.named(connection, workspace, each).id for each in wanted}
        for unknown in ("", "9-9", "nothing"):
            with pytest.raises(documents.UnknownDocument):
                documents.named(connection, workspace, unknown)

    assert found == {first.id}
