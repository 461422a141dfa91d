"""Lending papers: who may, what is out, what came back, and what is late."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive import borrowing, documents, lending, versions
from archive.borrowing import Slip
from archive.database import reading
from archive.documents import FiledDocument, UnknownDocument
from archive.events import NewEvent
from archive.lending import CameBack, LendingRefused, Request, UnknownSlip
from archive.separation import DutiesNotSeparated
from archive.workspace import Workspace
from tests.archive_double import IDS, drop, new_workspace, paper, take_in
from tests.test_archive_retention import numbered

TODAY = date(2026, 5, 4)
WHO: dict[str, Any] = {"today": TODAY, "actor": "desk"}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A household with a contract, an IOU and the registry's certificate, kept in the vault."""
    made = new_workspace(tmp_path / "w")
    for name, form in (("a", "loan_contract"), ("b", "iou"), ("c", "mortgage_registration")):
        drop(
            made,
            f"{name}.json",
            paper(form, borrower="王小明", id_number=IDS[0], contract_no="HT-1"),
        )
    take_in(made)
    return made


def filed(workspace: Workspace) -> dict[str, FiledDocument]:
    with reading(workspace.engine) as connection:
        return {each.doc_type or "": each for each in documents.documents_of(connection, 1)}


def request(workspace: Workspace, *forms: str, **changed: Any) -> Request:
    """Return a request for papers by form; without any, for the whole file."""
    known = filed(workspace)
    asked = Request(
        household_id=1,
        papers=[known[form].id for form in forms],
        reader="李审计",
        reader_unit="审计部",
        purpose="贷后检查",
        way="taken",
        by="周管档",
    )
    return replace(asked, **changed)


def lent(workspace: Workspace, *forms: str, **changed: Any) -> Slip:
    return lending.lend(workspace, request(workspace, *forms, **changed), **WHO)


def test_a_paper_is_lent_for_the_days_of_the_settings(workspace: Workspace) -> None:
    slip = lent(workspace, "loan_contract")

    assert slip.number == "DY-2026-0001"
    assert slip.state == "out"
    assert slip.due_on == TODAY + timedelta(days=workspace.settings.custody.taken_days)


def test_what_is_read_at_the_counter_is_due_the_same_day(workspace: Workspace) -> None:
    assert lent(workspace, "iou", way="on_spot").due_on == TODAY


def test_what_is_out_is_not_lent_again(workspace: Workspace) -> None:
    lent(workspace, "loan_contract")

    with pytest.raises(LendingRefused, match=r"DY-2026-0001 with 李审计"):
        lent(workspace, "loan_contract", reader="王稽核")
    with pytest.raises(LendingRefused):
        lent(workspace, reader="王稽核")


def test_a_copy_is_given_of_what_is_out_and_never_comes_back(workspace: Workspace) -> None:
    lent(workspace, "loan_contract")

    copy = lent(workspace, "loan_contract", way="copy", reader="王稽核")

    assert copy.outstanding == ()
    assert copy.due_on is None


def test_papers_come_back_one_by_one(workspace: Workspace) -> None:
    slip = lent(workspace, "loan_contract", "iou")
    known = filed(workspace)

    part = lending.take_back(
        workspace,
        slip.number,
        {known["iou"].id: CameBack(pages=1)},
        by="周管档",
        **WHO,
    )
    whole = lending.take_back(
        workspace,
        slip.number,
        CameBack(condition="damaged", note="缺角"),
        by="周管档",
        **WHO,
    )

    assert part.state == "partly_back"
    assert part.outstanding == (known["loan_contract"].id,)
    assert whole.state == "back"
    assert whole.returned[known["loan_contract"].id].condition == "damaged"
    assert whole.returned[known["iou"].id].pages == 1


def test_what_is_back_can_be_lent_again(workspace: Workspace) -> None:
    first = lent(workspace, "iou")
    lending.take_back(workspace, first.number, CameBack(), by="周管档", **WHO)

    assert lent(workspace, "iou", reader="王稽核").number == "DY-2026-0002"


def test_original_certificates_wait_for_approval(workspace: Workspace) -> None:
    slip = lent(workspace, "mortgage_registration")

    assert slip.state == "asked"
    assert slip.outstanding == ()
    with pytest.raises(LendingRefused, match="approved first"):
        lending.hand_out(workspace, slip.number, by="周管档", **WHO)

    lending.approve(workspace, slip.number, by="陈主任", **WHO)
    out = lending.hand_out(workspace, slip.number, by="周管档", **WHO)

    assert out.state == "out"
    assert (out.approved_by, out.handed_by) == ("陈主任", "周管档")
    assert out.due_on == TODAY + timedelta(days=workspace.settings.custody.original_days)


def test_a_whole_file_with_a_certificate_waits_for_approval_too(workspace: Workspace) -> None:
    slip = lent(workspace)

    assert slip.whole_file
    assert slip.state == "asked"
    assert len(slip.papers) == 3


def test_what_is_promised_to_one_reader_is_not_lent_to_another(workspace: Workspace) -> None:
    lent(workspace, "mortgage_registration")

    with pytest.raises(LendingRefused, match="asked for on slip"):
        lent(workspace, "mortgage_registration", reader="王稽核")


@pytest.mark.parametrize("approver", ["李审计", "周管档", " 李 审计 ", ""])
def test_neither_reader_nor_keeper_approves(workspace: Workspace, approver: str) -> None:
    slip = lent(workspace, "mortgage_registration")

    with pytest.raises(DutiesNotSeparated):
        lending.approve(workspace, slip.number, by=approver, **WHO)


@pytest.mark.parametrize("keeper", ["陈主任", "李审计", "陈 主任"])
def test_neither_approver_nor_reader_hands_out_a_certificate(
    workspace: Workspace, keeper: str
) -> None:
    slip = lent(workspace, "mortgage_registration")
    lending.approve(workspace, slip.number, by="陈主任", **WHO)

    with pytest.raises(DutiesNotSeparated):
        lending.hand_out(workspace, slip.number, by=keeper, **WHO)


def test_a_reader_does_not_sign_for_his_own_return(workspace: Workspace) -> None:
    slip = lent(workspace, "iou")

    with pytest.raises(DutiesNotSeparated):
        lending.take_back(workspace, slip.number, CameBack(), by="李审计", **WHO)


def test_a_refused_slip_frees_the_paper(workspace: Workspace) -> None:
    slip = lent(workspace, "mortgage_registration")
    lending.refuse(workspace, slip.number, by="陈主任", why="用途不符", **WHO)

    assert lent(workspace, "mortgage_registration").state == "asked"
    with pytest.raises(LendingRefused):
        lending.approve(workspace, slip.number, by="陈主任", **WHO)


def test_a_slip_is_renewed_once_and_not_when_it_is_late(workspace: Workspace) -> None:
    slip = lent(workspace, "iou")
    assert slip.due_on
    later = slip.due_on + timedelta(days=5)

    with pytest.raises(LendingRefused, match="late"):
        lending.renew(
            workspace, slip.number, until=later, by="周管档",
            today=slip.due_on + timedelta(days=1), actor="desk",
        )  # fmt: skip
    renewed = lending.renew(workspace, slip.number, until=later, by="周管档", **WHO)
    assert renewed.due_on == later
    with pytest.raises(LendingRefused, match="all that is allowed"):
        lending.renew(
            workspace,
            slip.number,
            until=later + timedelta(days=1),
            by="周管档",
            **WHO,
        )


def test_what_nobody_filed_or_lent_is_refused(workspace: Workspace) -> None:
    with pytest.raises(UnknownDocument):
        lending.lend(workspace, replace(request(workspace, "iou"), papers=["01jnothere"]), **WHO)
    with pytest.raises(UnknownSlip):
        lending.take_back(workspace, "DY-2026-0009", CameBack(), by="周管档", **WHO)
    with pytest.raises(LendingRefused, match="purpose"):
        lent(workspace, "iou", purpose=" ")
    with pytest.raises(LendingRefused, match="past"):
        lent(workspace, "iou", due_on=TODAY - timedelta(days=1))


@pytest.mark.parametrize(
    ("days", "form", "step"),
    [
        (0, "iou", None), (1, "iou", "remind"), (4, "iou", "tell_unit"), (30, "iou", "report"),
        (1, "mortgage_registration", "report"),
    ],
)  # fmt: skip
def test_a_late_return_has_a_next_step(
    workspace: Workspace, days: int, form: str, step: str | None
) -> None:
    slip = lent(workspace, form)
    if slip.state == "asked":
        lending.approve(workspace, slip.number, by="陈主任", **WHO)
        slip = lending.hand_out(workspace, slip.number, by="周管档", **WHO)
    assert slip.due_on
    day = slip.due_on + timedelta(days=days)

    assert slip.next_step(day) == step
    assert [each.number for each in borrowing.overdue([slip], day)] == [slip.number][: bool(days)]


def test_two_clerks_at_once_do_not_lend_one_paper_twice(workspace: Workspace) -> None:
    start, outcomes = Barrier(2), []

    def clerk(reader: str) -> None:
        wanted = request(workspace, "iou", reader=reader)
        start.wait()
        try:
            outcomes.append(lending.lend(workspace, wanted, **WHO).number)
        except LendingRefused:
            outcomes.append("refused")

    both = [Thread(target=clerk, args=(name,)) for name in ("李审计", "王稽核")]
    for each in both:
        each.start()
    for each in both:
        each.join()

    assert sorted(outcomes) == ["DY-2026-0001", "refused"]


def test_slips_are_kept_in_the_archive(workspace: Workspace) -> None:
    lent(workspace, "iou")

    assert versions.keep(workspace) == 0
    assert list(workspace.archive.rglob("events/v*.jsonl"))


def journey(
    number: str, papers: tuple[str, ...], back: Iterable[tuple[str, ...]]
) -> list[NewEvent]:
    """Return the events of one slip, with returns in the given portions."""

    def of(kind: str, **detail: object) -> NewEvent:
        return NewEvent(
            kind=kind, household_id=7, effective_on=TODAY, detail={"slip": number} | detail
        )

    asked = of(
        borrowing.ASKED, reader="李", unit="", purpose="查", way="taken", papers=list(papers),
        originals=[], whole_file=False, due_on=TODAY.isoformat(), by="周",
    )  # fmt: skip
    returns = [
        of(borrowing.BACK, by="周", papers={p: {"pages": 1} for p in portion}) for portion in back
    ]
    return [asked, of(borrowing.OUT, by="周"), *returns]


@given(st.data())
def test_slips_come_out_the_same_however_their_events_are_interleaved(data: st.DataObject) -> None:
    """Events of one slip keep their order but for its returns; slips know nothing of each other."""
    rest: dict[str, list[NewEvent]] = {}
    for n in range(data.draw(st.integers(1, 4))):
        papers = tuple(f"p{n}{m}" for m in range(data.draw(st.integers(1, 4))))
        kept = data.draw(st.integers(0, len(papers)))
        back = data.draw(st.permutations([(paper,) for paper in papers[:kept]]))
        rest[f"DY-2026-{n:04d}"] = journey(f"DY-2026-{n:04d}", papers, back)
    in_order = borrowing.fold(numbered([e for each in rest.values() for e in each]))
    mixed = []
    while any(rest.values()):
        chosen = data.draw(st.sampled_from([name for name, left in rest.items() if left]))
        mixed.append(rest[chosen].pop(0))

    folded = borrowing.fold(numbered(mixed))

    assert folded == in_order
    out = borrowing.out_now(folded.values())
    assert set(out) == {p for s in folded.values() for p in s.papers if p not in s.returned}


def test_an_event_of_an_unknown_slip_changes_nothing() -> None:
    stray = NewEvent(kind=borrowing.OUT, household_id=7, detail={"slip": "DY-1", "by": "周"})

    assert borrowing.fold(numbered([stray])) == {}
