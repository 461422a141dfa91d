"""An old document drafted again is the same, byte for byte, whatever came to be known since."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from archive import items, recovery
from archive.clock import Clock, system_clock
from archive.database import reading
from archive.households import UnknownHousehold
from archive.intake import Intake
from archive.rebuild import rebuild
from archive.workspace import Workspace, open_workspace
from ledger.book import Book
from ledger.kinds.registry import kind_of
from ledger.rebuild import rebuild_from_archive
from ledger.recording import record
from ledger.spans import span_of
from ledger.statements import stated
from ledger.workbook import import_workbook
from templates.asking import Asked
from templates.draft import Drafted, draft
from templates.kinds import KINDS
from templates.request import AskedWrongly, NothingToReport
from tests.archive_double import CHOSEN, JsonReader, drop, paper, settle
from tests.ledger_workbooks import id_number, loan_row, loan_sheet, workbook
from tests.tasks_ledger import PERSON, inspected, made, secured
from tests.templates_reading import body_of

DAY = date(2025, 12, 31)
LOAN = "JJ20240001"
LATER = datetime(2090, 5, 1, 9, 0, tzinfo=UTC)
# What is about a fact that this ledger does not hold, or about loans gone bad and written off.
FEWEST = 14


def at(moment: datetime | None) -> Clock:
    """The clock that stands at a moment; None: the machine's."""
    return system_clock if moment is None else lambda: moment


def filed(workspace: Workspace, name: str, *papers: bytes, clock: datetime | None = None) -> None:
    """Take papers in; `clock`: as if at that moment."""
    workspace = Workspace(workspace.root, replace(workspace.settings, inbox=CHOSEN.inbox))
    for number, data in enumerate(papers):
        drop(workspace, f"{name}-{number}.json", data)
    intake = Intake(workspace, JsonReader(), on_event=lambda _event: None, clock=at(clock))
    with recovery.intake_lock(workspace):
        intake.start()
        settle(intake)
    with reading(workspace.engine) as connection:
        assert items.in_states(connection, items.PENDING) == []
    workspace.engine.dispose()


def papers_of(n: int, year: int) -> tuple[bytes, ...]:
    who = {"borrower": f"测试户{n}", "id_number": id_number(n)}
    return (
        paper("loan_contract", contract_no=f"（{year}）东农信字第{n:04d}号", **who),
        paper("iou", iou_no=f"JJ{year}{n:04d}", start_date=f"{year}-03-15", **who),
    )


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, date]:
    """An office with a loan overdue, one falling due, securities, inspections and papers."""
    overdue = {"逾期天数": 100, "五级分类": "次级", "到期日": date(2025, 9, 20)}
    due = {"到期日": date(2026, 1, 14)}
    workspace = made(tmp_path_factory.mktemp("office"), overdue, due, {})
    secured(workspace, n=1, 登记证明号="东河2024第1号", 保险到期日=date(2026, 2, 1))
    inspected(workspace, date(2024, 3, 28), date(2025, 6, 20), n=1)
    say(workspace, 分类时点="2025-12-25", 分类环节="初分", 分类结果="次级", 分类人="周测")
    filed(workspace, "early", *papers_of(1, 2024), *papers_of(2, 2024))
    workspace.engine.dispose()
    return workspace.root, date.today()  # noqa: DTZ011 - the office's own calendar day


def say(workspace: Workspace, clock: datetime | None = None, **fields: str) -> None:
    """Record a step of classing the first loan."""
    view = Book.of(workspace).at(date.max)
    new = stated(kind_of("class_stage"), fields, language="zh", view=view, loan=LOAN)
    record(workspace, [new], actor="周测", origin=PERSON, clock=at(clock))


@pytest.fixture
def office(before: tuple[Path, date], tmp_path: Path) -> tuple[Workspace, date]:
    root, known_on = before
    shutil.copytree(root, tmp_path / "w")
    return open_workspace(tmp_path / "w"), known_on


def every_kind(workspace: Workspace, known_on: date) -> dict[str, Drafted]:
    """Draft each kind that this ledger has anything for."""
    drafted: dict[str, Drafted] = {}
    for name, kind in KINDS.items():
        if kind.compute is None or kind.subject not in (None, "household", "loan"):
            continue
        asked = Asked(
            as_of=DAY,
            known_on=known_on,
            household=1 if kind.subject == "household" else None,
            loan=LOAN if kind.subject == "loan" else None,
        )
        for one in _tries(kind.period, asked):
            try:
                drafted[name] = draft(workspace, name, one, actor="li")
                break
            except (AskedWrongly, NothingToReport, UnknownHousehold):
                continue
    assert len(drafted) >= FEWEST, sorted(drafted)
    return drafted


def _tries(period: str | None, asked: Asked) -> Iterator[Asked]:
    spans = {"year": ("2025", "2026"), "half": ("2025H2",), "quarter": ("2025Q4",),
             "month": ("2025-12", "2026-01", "2025-09")}  # fmt: skip
    if period is None:
        yield asked
    else:
        for text in spans[period]:
            yield replace(asked, span=span_of(text))


def much_happens(workspace: Workspace) -> None:
    """Later: another workbook says otherwise, facts and papers come, a file changes hands."""
    rows = [
        loan_row(1, 余额=11000, 逾期天数=400, 五级分类="可疑", 管户人="新来的"),
        loan_row(2, 余额=0, 机构="西山支行"),
        loan_row(3, 余额=49000, 表内欠息=77),
        loan_row(4, 发放日=date(2025, 11, 1)),
    ]
    report = import_workbook(
        workspace,
        workbook(workspace.root.parent / "later.xlsx", {"台账": loan_sheet(rows)}),
        actor="t",
        clock=lambda: LATER,
    )
    assert report.ok, report.problems
    say(workspace, LATER, 分类时点="2025-12-28", 分类环节="审查", 分类结果="可疑", 分类人="新来的")
    filed(
        workspace,
        "later",
        *papers_of(1, 2025),
        paper("inspection_report", borrower="测试户1", id_number=id_number(1),
              inspect_date="2025-12-20"),
        clock=LATER,
    )  # fmt: skip


def contents(drafts: dict[str, Drafted]) -> dict[str, tuple[str, bytes]]:
    return {name: (one.number, one.path.read_bytes()) for name, one in drafts.items()}


def differing(one: dict[str, Drafted], other: dict[str, Drafted]) -> list[str]:
    first, second = contents(one), contents(other)
    return sorted(
        name for name in first.keys() | second.keys() if first.get(name) != second.get(name)
    )


def test_every_kind_drafted_again_after_much_has_happened_is_the_same(
    office: tuple[Workspace, date],
) -> None:
    workspace, known_on = office
    first = every_kind(workspace, known_on)

    much_happens(workspace)

    assert differing(first, every_kind(workspace, known_on)) == []


def test_every_kind_drafted_again_from_a_rebuilt_database_is_the_same(
    office: tuple[Workspace, date],
) -> None:
    workspace, known_on = office
    first = every_kind(workspace, known_on)
    much_happens(workspace)
    workspace.engine.dispose()
    workspace.database.unlink()

    fresh = open_workspace(workspace.root)
    rebuild(fresh, lambda _done, _all: None)
    rebuild_from_archive(fresh)

    assert differing(first, every_kind(fresh, known_on)) == []


def test_papers_filed_since_stand_in_what_is_drafted_today(office: tuple[Workspace, date]) -> None:
    workspace, known_on = office
    asked = Asked(household=1, as_of=DAY, known_on=known_on)
    first = draft(workspace, "volume-catalogue", asked, actor="li")

    much_happens(workspace)
    later = draft(workspace, "volume-catalogue", replace(asked, known_on=LATER.date()), actor="li")

    assert "2025-12-20" not in body_of(first.path.read_bytes())
    assert "2025-12-20" in body_of(later.path.read_bytes())
