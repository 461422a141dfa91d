"""Destruction lists: who may do what, what stands in the way, and what is left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive import (
    audit_files,
    documents,
    events,
    faults,
    households,
    lending,
    rescans,
    tombstones,
    versions,
)
from archive.borrowing import Slip
from archive.clock import stamp, system_clock
from archive.database import reading, writing
from archive.disposal import acts, carrying_out, lists, proof
from archive.disposal.judging import DisposalBlocked
from archive.disposal.lists import DestructionList, ListNotReady, UnknownList
from archive.events import NewEvent
from archive.lending import CameBack, LendingRefused, Request
from archive.retention import holds
from archive.retention.facts import LedgerLoan
from archive.seals import making
from archive.separation import DutiesNotSeparated
from archive.store import Store
from archive.workspace import Workspace, open_workspace
from tests.archive_double import IDS, drop, new_workspace, paper, scan_of, take_in
from tests.archive_invariants import assert_valid_ocfl, everywhere, files_below, sha256
from tests.sealed_workspace import codes, verified
from tests.test_archive_crashes import at_visit, die, in_child
from tests.test_archive_retention import numbered

TODAY = date(2035, 3, 1)
CONTRACT = paper(borrower="王小明", id_number=IDS[0], contract_no="HT-1", sign_date="2018-03-01")
IOU = paper("iou", borrower="王小明", id_number=IDS[0], iou_no="JJ-1", contract_no="HT-1")
OTHER = paper(borrower="李秀英", id_number=IDS[1], contract_no="HT-2")
PEOPLE: dict[str, Any] = {"by": "周管档", "actor": "desk"}

SETTLED = LedgerLoan(
    numbers=("JJ-1", "HT-1"),
    granted_on=date(2018, 3, 1),
    due_on=date(2019, 3, 1),
    balance_fen=0,
    settled_on=date(2019, 2, 20),
)
OPEN = LedgerLoan(
    numbers=("HT-2",), granted_on=date(2030, 1, 1), due_on=date(2033, 1, 1), balance_fen=500_000,
    settled_on=None,
)  # fmt: skip
LEDGER = {1: [SETTLED], 2: [OPEN]}


def ask(household_id: int) -> list[LedgerLoan]:
    return LEDGER.get(household_id, [])


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return filled(tmp_path / "w")


def filled(root: Path) -> Workspace:
    """Household 1 is settled since 2019; household 2 still owes."""
    made = new_workspace(root)
    for name, data in (("a.json", CONTRACT), ("b.json", IOU), ("c.json", OTHER)):
        drop(made, name, data)
        take_in(made)
    versions.keep(made)
    return made


def propose(workspace: Workspace, *numbers: int, **changed: Any) -> DestructionList:
    how: dict[str, Any] = {"reason": "保管期限届满", "ask_ledger": ask, "today": TODAY, **PEOPLE}
    return acts.propose_files(workspace, numbers or (1,), **(how | changed)).list


def approved(workspace: Workspace) -> DestructionList:
    made = propose(workspace)
    acts.approve(workspace, made.number, by="陈主任", actor="desk")
    return acts.approve(workspace, made.number, by="吴行长", actor="desk")


def carry_out(workspace: Workspace, number: str, **changed: Any) -> DestructionList:
    how: dict[str, Any] = {
        "by": "何办", "supervisors": ("郑监", "冯监"), "ask_ledger": ask, "today": TODAY,
        "actor": "desk",
    }  # fmt: skip
    return carrying_out.carry_out(workspace, number, **(how | changed))


def papers_of(workspace: Workspace, household_id: int) -> list[documents.FiledDocument]:
    with reading(workspace.engine) as connection:
        return documents.documents_of(connection, household_id)


def place_hold(workspace: Workspace, household_id: int = 1, kind: str = "litigation") -> None:
    with writing(workspace.engine) as connection:
        new = holds.placing(household_id, kind, "诉讼中", "赵")
        events.note(connection, [new], at=stamp(system_clock()), actor="desk")


def borrow(workspace: Workspace, way: str = "taken") -> Slip:
    wanted = Request(household_id=1, reader="李审计", purpose="查", way=way, by="周管档")
    return lending.lend(workspace, wanted, today=TODAY, actor="desk")


def test_a_list_is_proposed_approved_twice_and_carried_out(workspace: Workspace) -> None:
    made = propose(workspace)
    assert (made.number, made.state, made.missing_approvals) == ("XH-2035-0001", "proposed", 2)

    acts.approve(workspace, made.number, by="陈主任", actor="desk")
    ready = acts.approve(workspace, made.number, by="吴行长", actor="desk")
    done = carry_out(workspace, ready.number)

    assert ready.state == "approved"
    assert (done.state, done.supervisors) == ("carried_out", ("郑监", "冯监"))
    assert papers_of(workspace, 1) == []
    assert not everywhere(workspace) & {sha256(CONTRACT), sha256(IOU)}
    assert sha256(OTHER) in everywhere(workspace)
    assert_valid_ocfl(workspace.archive)
    with reading(workspace.engine) as connection:
        assert len(tombstones.of_list(connection, done.number)) == 2
        assert households.household(connection, 1).borrower.name == "—"
        assert households.household(connection, 2).borrower.name == "李秀英"


def test_the_proof_searches_for_every_file_that_went(workspace: Workspace) -> None:
    done = carry_out(workspace, approved(workspace).number)
    store = Store(workspace.archive, workspace.staging)
    with reading(workspace.engine) as connection:
        stones = tombstones.of_list(connection, done.number)
    digests = carrying_out.erased_digests(store, stones)

    assert {sha256(CONTRACT), sha256(IOU)} < digests.keys()
    assert proof.search(workspace, digests).is_clean
    # The search itself finds what is there.
    copy = workspace.out / "copy.bin"
    copy.write_bytes(IOU)
    found = proof.search(workspace, digests).found
    assert [each.path for each in found] == [copy]
    assert proof.disposable(workspace, found[0])


def test_the_proof_looks_into_packages(workspace: Workspace) -> None:
    import zipfile

    with zipfile.ZipFile(workspace.out / "handed-over.zip", "w") as package:
        package.writestr("data/iou.json", IOU)

    seen = proof.search(workspace, {sha256(IOU)})

    (found,) = [each for each in seen.found if each.path.suffix == ".zip"]
    assert found.inside == "data/iou.json"
    assert not proof.disposable(workspace, found)


def test_a_package_that_cannot_be_opened_is_named(workspace: Workspace) -> None:
    (workspace.out / "broken.zip").write_bytes(b"PK not a package")

    seen = proof.search(workspace, {"0" * 64})

    assert not seen.is_clean
    assert [path.name for path, _why in seen.unread] == ["broken.zip"]


@pytest.mark.parametrize("approver", ["周管档", "周 管 档", " "])
def test_who_proposed_a_list_does_not_approve_it(workspace: Workspace, approver: str) -> None:
    made = propose(workspace)

    with pytest.raises(DutiesNotSeparated):
        acts.approve(workspace, made.number, by=approver, actor="desk")


def test_one_person_does_not_approve_twice(workspace: Workspace) -> None:
    made = propose(workspace)
    acts.approve(workspace, made.number, by="陈主任", actor="desk")

    with pytest.raises(DutiesNotSeparated):
        acts.approve(workspace, made.number, by="陈主任 ", actor="other")


@pytest.mark.parametrize(
    ("by", "supervisors"),
    [
        ("何办", ("郑监", "郑监")),
        ("何办", ("何办", "郑监")),
        ("何办", ("郑监", " ")),
    ],
)
def test_two_supervisors_watch_and_neither_does_it_himself(
    workspace: Workspace, by: str, supervisors: tuple[str, ...]
) -> None:
    ready = approved(workspace)

    with pytest.raises(DutiesNotSeparated):
        carry_out(workspace, ready.number, by=by, supervisors=supervisors)
    assert len(papers_of(workspace, 1)) == 2


@pytest.mark.parametrize("supervisors", [(), ("郑监",), ("郑监", "冯监", "褚监")])
def test_there_are_exactly_two_supervisors(
    workspace: Workspace, supervisors: tuple[str, ...]
) -> None:
    with pytest.raises(ListNotReady):
        carry_out(workspace, approved(workspace).number, supervisors=supervisors)


def test_nothing_is_destroyed_before_both_approvals(workspace: Workspace) -> None:
    made = propose(workspace)
    acts.approve(workspace, made.number, by="陈主任", actor="desk")

    with pytest.raises(ListNotReady, match="not approved yet"):
        carry_out(workspace, made.number)
    assert len(papers_of(workspace, 1)) == 2


def test_a_list_is_carried_out_once_and_not_after_it_was_rejected(workspace: Workspace) -> None:
    ready = approved(workspace)
    acts.reject(workspace, ready.number, by="陈主任", why="误列", actor="desk")
    with pytest.raises(ListNotReady):
        carry_out(workspace, ready.number)
    again = approved(workspace)
    assert again.number == "XH-2035-0002"
    carry_out(workspace, again.number)

    with pytest.raises(ListNotReady):
        carry_out(workspace, again.number)
    with pytest.raises(ListNotReady):
        acts.approve(workspace, again.number, by="蒋", actor="desk")
    with pytest.raises(UnknownList):
        acts.approve(workspace, "XH-2035-0009", by="蒋", actor="desk")


def later_loan(workspace: Workspace) -> None:
    LEDGER[1] = [SETTLED, replace(SETTLED, numbers=("JJ-5",), settled_on=date(2034, 5, 1))]


def owing(workspace: Workspace) -> None:
    LEDGER[1] = [SETTLED, replace(OPEN, numbers=("JJ-6",))]


def unknown_loan(workspace: Workspace) -> None:
    drop(workspace, "n.json", paper("iou", borrower="王小明", id_number=IDS[0], iou_no="JJ-9"))
    take_in(workspace)


def new_paper(workspace: Workspace) -> None:
    notice = paper("collection_notice", borrower="王小明", main_contract_no="HT-1", notice_no="C-1")
    drop(workspace, "n.json", notice)
    take_in(workspace)


CHANGES: dict[str, tuple[Callable[[Workspace], object], str]] = {
    "a hold": (place_hold, "held"),
    "a paper that is out": (borrow, "is out on slip"),
    "a later loan": (later_loan, "not before 2040-01-01"),
    "a debt": (owing, "still owed"),
    "a loan nobody knows": (unknown_loan, "cannot be computed"),
    "a paper filed since": (new_paper, "not on the list"),
}


@pytest.fixture(autouse=True)
def ledger_as_it_was() -> object:
    before = dict(LEDGER)
    yield
    LEDGER.clear()
    LEDGER.update(before)


@pytest.mark.parametrize("what", CHANGES)
def test_what_happened_since_the_approval_stops_the_destruction(
    workspace: Workspace, what: str
) -> None:
    change, words = CHANGES[what]
    ready = approved(workspace)
    change(workspace)

    with pytest.raises(DisposalBlocked, match=words):
        carry_out(workspace, ready.number)
    assert len(papers_of(workspace, 1)) >= 2
    assert sha256(IOU) in everywhere(workspace)


@pytest.mark.parametrize("what", [each for each in CHANGES if each != "a paper filed since"])
def test_what_stands_in_the_way_stops_the_proposal_too(workspace: Workspace, what: str) -> None:
    change, words = CHANGES[what]
    change(workspace)

    with pytest.raises(DisposalBlocked, match=words):
        propose(workspace)


def test_a_file_that_still_owes_is_not_proposed(workspace: Workspace) -> None:
    with pytest.raises(DisposalBlocked, match="000002"):
        propose(workspace, 1, 2)
    with reading(workspace.engine) as connection:
        assert acts.destruction_lists(connection) == {}


def test_a_hold_placed_between_judging_and_erasing_still_counts(workspace: Workspace) -> None:
    """The last look is in the transaction that decides."""
    ready = approved(workspace)
    asked = []

    def late(household_id: int) -> list[LedgerLoan]:
        asked.append(household_id)
        # The judge asks the ledger for the first time, then a clerk places a hold.
        if len(asked) == 1:
            place_hold(workspace)
        return ask(household_id)

    with pytest.raises(DisposalBlocked, match="held"):
        carry_out(workspace, ready.number, ask_ledger=late)
    assert len(papers_of(workspace, 1)) == 2


def joint(root: Path) -> Workspace:
    """Two households sign one contract; the file of each holds it."""
    made = filled(root)
    both = paper(
        borrower="王小明|李秀英", id_number=f"{IDS[0]}|{IDS[1]}", contract_no="HT-1",
        guarantee_method="联保",
    )  # fmt: skip
    drop(made, "joint.json", both)
    take_in(made)
    return made


def test_a_paper_that_another_file_needs_stays(tmp_path: Path) -> None:
    made = joint(tmp_path / "w")
    (shared,) = {each.id for each in papers_of(made, 1)} & {each.id for each in papers_of(made, 2)}

    proposed = acts.propose_files(made, [1], reason="期满", ask_ledger=ask, today=TODAY, **PEOPLE)
    for name in ("陈主任", "吴行长"):
        acts.approve(made, proposed.list.number, by=name, actor="desk")
    carry_out(made, proposed.list.number)

    assert set(proposed.kept) == {shared}
    assert [each.id for each in papers_of(made, 1)] == [shared]
    with reading(made.engine) as connection:
        # As long as a paper names them, the file does.
        assert households.household(connection, 1).borrower.name == "王小明"


def test_a_shared_paper_goes_when_the_last_file_that_needs_it_may(tmp_path: Path) -> None:
    made = joint(tmp_path / "w")
    LEDGER[2] = [replace(SETTLED, numbers=("HT-2",))]
    proposed = acts.propose_files(
        made, [1, 2], reason="期满", ask_ledger=ask, today=TODAY, **PEOPLE
    )
    for name in ("陈主任", "吴行长"):
        acts.approve(made, proposed.list.number, by=name, actor="desk")

    carry_out(made, proposed.list.number)

    assert proposed.kept == {}
    assert papers_of(made, 1) == papers_of(made, 2) == []
    told = b"".join(p.read_bytes() for p in files_below(made.root) if p.name != "hudang.toml")
    assert not [name for name in ("王小明", "李秀英") if name.encode() in told]
    assert_valid_ocfl(made.archive)


def test_what_was_destroyed_is_not_lent_and_the_reader_is_told_why(workspace: Workspace) -> None:
    iou = next(each for each in papers_of(workspace, 1) if each.doc_type == "iou")
    carry_out(workspace, approved(workspace).number)
    wanted = Request(household_id=1, papers=[iou.id], reader="李", purpose="查", by="周")

    with pytest.raises(LendingRefused, match=r"destroyed by list XH-2035-0001"):
        lending.lend(workspace, wanted, today=TODAY, actor="desk")


def test_what_came_back_can_go(workspace: Workspace) -> None:
    ready = approved(workspace)
    slip = borrow(workspace)
    lending.take_back(workspace, slip.number, CameBack(), today=TODAY, **PEOPLE)

    assert carry_out(workspace, ready.number).state == "carried_out"


def test_a_paper_filed_in_error_goes_with_a_reason_and_two_names(workspace: Workspace) -> None:
    contract, iou = papers_of(workspace, 1)
    how: dict[str, Any] = {"ask_ledger": ask, "today": TODAY, **PEOPLE}
    with pytest.raises(holds.ReasonMissing):
        acts.propose_paper(workspace, iou.id, reason=" ", **how)

    made = acts.propose_paper(workspace, iou.id, reason="误归", **how)
    with pytest.raises(DutiesNotSeparated):
        acts.approve(workspace, made.number, by="周管档", actor="desk")
    ready = acts.approve(workspace, made.number, by="陈主任", actor="desk")
    carry_out(workspace, ready.number)

    assert ready.state == "approved"
    assert [each.id for each in papers_of(workspace, 1)] == [contract.id]
    assert sha256(IOU) not in everywhere(workspace)
    with reading(workspace.engine) as connection:
        # The file goes on: its people are still named.
        assert households.household(connection, 1).borrower.name == "王小明"
        stone = tombstones.by_id(connection, iou.id)
    assert stone
    assert stone.kind == "error"


def test_a_hold_protects_a_paper_filed_in_error_too(workspace: Workspace) -> None:
    place_hold(workspace, kind="audit")

    with pytest.raises(DisposalBlocked, match="held"):
        acts.propose_paper(
            workspace, papers_of(workspace, 1)[0].id, reason="误归", ask_ledger=ask, today=TODAY,
            **PEOPLE,
        )  # fmt: skip


def test_a_paper_stands_on_one_open_list_only(workspace: Workspace) -> None:
    propose(workspace)

    with pytest.raises(DisposalBlocked):
        propose(workspace)


def test_a_paper_of_a_scan_is_not_torn_out_of_it(tmp_path: Path) -> None:
    made = new_workspace(tmp_path / "w")
    scan = scan_of(CONTRACT, paper("iou", borrower="王小明", iou_no="JJ-1"))
    drop(made, "scan.json", scan)
    take_in(made)
    parts = [each for each in papers_of(made, 1) if each.part_of]
    (whole,) = [each for each in papers_of(made, 1) if not each.part_of]
    assert len(parts) == 2
    how: dict[str, Any] = {"reason": "误归", "ask_ledger": ask, "today": TODAY, **PEOPLE}

    with pytest.raises(DisposalBlocked, match="part of a scan"):
        acts.propose_paper(made, parts[0].id, **how)
    listed = acts.propose_paper(made, whole.id, **how)

    assert set(listed.documents) == {whole.id, *(each.id for each in parts)}


@pytest.mark.parametrize("point", ["erase.built", "erase.exchanged", "erase.cleared"])
@pytest.mark.parametrize("visit", [1, 2])
def test_a_destruction_that_was_stopped_is_taken_up_again(
    tmp_path: Path, point: str, visit: int
) -> None:
    """The first visit erases the papers, the second the names."""
    root = tmp_path / "w"
    made = filled(root)
    number = approved(made).number
    made.engine.dispose()

    def work() -> None:
        faults.arm(at_visit(point, visit, die))
        carry_out(open_workspace(root), number)

    assert in_child(work)

    again = open_workspace(root)
    assert carry_out(again, number).state == "carried_out"
    assert not everywhere(again) & {sha256(CONTRACT), sha256(IOU)}
    told = b"".join(path.read_bytes() for path in files_below(root) if path.name != "hudang.toml")
    assert "王小明".encode() not in told
    assert IDS[0].encode() not in told
    assert not files_below(again.staging)
    assert_valid_ocfl(again.archive)


@given(st.data())
def test_lists_come_out_the_same_however_their_events_are_interleaved(data: st.DataObject) -> None:
    rest: dict[str, list[NewEvent]] = {}
    for n in range(data.draw(st.integers(1, 4))):
        number = f"XH-2035-{n:04d}"
        whole = [
            lists.proposing(number, "retention", {n + 1: [f"p{n}"]}, "期满", "周"),
            *(
                NewEvent(kind=lists.APPROVED, detail={"list": number, "by": name})
                for name in data.draw(st.permutations(["陈", "吴"]))
            ),
            NewEvent(
                kind=lists.CARRIED_OUT,
                detail={"list": number, "by": "何", "supervisors": ["郑", "冯"]},
            ),
        ]
        rest[number] = whole[: data.draw(st.integers(1, len(whole)))]

    def plain(events_in_order: list[NewEvent]) -> dict[str, tuple[str, frozenset[str]]]:
        folded = lists.fold(numbered(events_in_order))
        return {
            name: (each.state, frozenset(by for by, _at in each.approvals))
            for name, each in folded.items()
        }

    in_order = plain([each for one in rest.values() for each in one])
    mixed = []
    while any(rest.values()):
        chosen = data.draw(st.sampled_from([name for name, left in rest.items() if left]))
        mixed.append(rest[chosen].pop(0))

    assert plain(mixed) == in_order


def test_a_name_counts_once_even_if_an_event_says_it_twice() -> None:
    said = [
        lists.proposing("XH-2035-0001", "retention", {1: ["p"]}, "期满", "周"),
        *[NewEvent(kind=lists.APPROVED, detail={"list": "XH-2035-0001", "by": "陈"})] * 2,
    ]

    assert lists.fold(numbered(said))["XH-2035-0001"].missing_approvals == 1


def test_verifying_accepts_what_a_list_destroyed_though_it_was_sealed(
    workspace: Workspace,
) -> None:
    """The seal from before names inventories and events that are no longer as they were."""
    making.make(workspace, actor="t")
    carry_out(workspace, approved(workspace).number)
    audit_files.catch_up(workspace)

    assert codes(verified(workspace)) == set()


def test_a_tombstone_alone_excuses_nothing(workspace: Workspace) -> None:
    """Whoever owns the disk can write a tombstone, but not a row into the sealed audit trail."""
    making.make(workspace, actor="t")
    ready = approved(workspace)
    workspace.engine.dispose()
    kept_database = workspace.root.parent / "before.db"
    kept_database.write_bytes(workspace.database.read_bytes())
    carry_out(workspace, ready.number)
    workspace.engine.dispose()
    for path in workspace.root.glob("hudang.db*"):
        path.unlink()
    kept_database.replace(workspace.database)

    assert "seal_object" in codes(verified(open_workspace(workspace.root)))


def test_two_clerks_at_once_do_not_make_two_approvals_of_one_name(workspace: Workspace) -> None:
    made = propose(workspace)
    start, outcomes = Barrier(2), []

    def clerk() -> None:
        start.wait()
        try:
            outcomes.append(acts.approve(workspace, made.number, by="陈主任", actor="d").state)
        except DutiesNotSeparated:
            outcomes.append("refused")

    both = [Thread(target=clerk) for _number in range(2)]
    for each in both:
        each.start()
    for each in both:
        each.join()

    assert sorted(outcomes) == ["proposed", "refused"]


@pytest.mark.parametrize("at_once", [64, 1])
def test_looking_for_copies_goes_on_behind_papers_that_were_destroyed(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(rescans, "AT_ONCE", at_once)
    carry_out(workspace, approved(workspace).number)
    second = paper(borrower="李秀英", id_number=IDS[1], contract_no="HT-2", remark="扫描")
    drop(workspace, "d.json", second)
    take_in(workspace)

    # Twice as many were destroyed as are looked at: they do not use up the chance of the others.
    for _ in range(2):
        rescans.catch_up(workspace, most=1)

    with reading(workspace.engine) as connection:
        assert len(rescans.undecided(connection)) == 1


def test_looking_for_copies_ends_when_the_last_papers_filed_were_destroyed(
    workspace: Workspace,
) -> None:
    rescans.catch_up(workspace)
    [last] = papers_of(workspace, 2)
    made = acts.propose_paper(
        workspace, last.id, reason="误归", ask_ledger=ask, today=TODAY, **PEOPLE
    )
    acts.approve(workspace, made.number, by="陈主任", actor="desk")
    carry_out(workspace, made.number)

    assert rescans.catch_up(workspace) == 0
