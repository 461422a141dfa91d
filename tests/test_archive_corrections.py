"""A filed paper is corrected, given another type, scanned better: each a version, nothing lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from archive import corrections, documents, faults, fsio, recovery, schema
from archive.clock import system_clock
from archive.corrections import NotPossible
from archive.database import reading
from archive.documents import FiledDocument
from archive.filing import Paper
from archive.history import history
from archive.rebuild import rebuild
from archive.workspace import Workspace, open_workspace
from extractors.content import Content, Line, Page, Word
from extractors.correct import CorrectionRefused
from extractors.reading import FieldValue, Reading
from tests.archive_double import IDS, drop, new_workspace, paper, scan_of, take_in
from tests.archive_invariants import assert_valid_ocfl

CONTRACT = paper(
    borrower="王小明", id_number=IDS[0], contract_no="HT-1", sign_date="2024-03-01", amount="1",
)  # fmt: skip


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = new_workspace(tmp_path / "w")
    drop(made, "a.json", CONTRACT)
    take_in(made)
    return made


def first(workspace: Workspace) -> FiledDocument:
    with reading(workspace.engine) as connection:
        return documents.documents_of(connection, 1)[0]


def rows(workspace: Workspace) -> list[tuple[object, ...]]:
    """Rows of papers and numbers, as a rebuild must give them again."""
    with reading(workspace.engine) as connection:
        return [
            tuple(row)
            for table in (schema.document, schema.document_number, schema.document_shared)
            for row in connection.execute(table.select().order_by(*table.primary_key)).all()
        ]


def assert_rebuilt_the_same(workspace: Workspace) -> None:
    before = rows(workspace)
    assert_valid_ocfl(workspace.archive)
    workspace.engine.dispose()
    for path in workspace.root.glob("hudang.db*"):
        path.unlink()
    anew = open_workspace(workspace.root)
    rebuild(anew, lambda _done, _all: None)
    assert rows(anew) == before


def what(workspace: Workspace, filed: FiledDocument) -> list[tuple[str, str]]:
    return [(entry.what, entry.actor) for entry in history(workspace, filed)]


def test_a_corrected_number_is_found_by_its_new_value_and_rebuilt_so(workspace: Workspace) -> None:
    filed = corrections.correct(
        workspace, first(workspace), {"contract_no": "（2024）青信借字第7号"}, actor="li"
    )

    with reading(workspace.engine) as connection:
        assert documents.numbers_of(connection, filed.id) == [
            ("contract_no", "(2024)青信借字第7号")
        ]
        changes = documents.changes_since(connection, 0)
    assert [change.what for change in changes] == ["filed", "corrected"]
    assert_rebuilt_the_same(workspace)


def test_history_says_who_changed_what_and_keeps_the_former_reading(workspace: Workspace) -> None:
    filed = corrections.correct(workspace, first(workspace), {"borrower": "王晓明"}, actor="li")

    filing, correction = history(workspace, filed)

    assert (filing.what, filing.actor) == ("filed", "hudang")
    assert (correction.what, correction.actor) == ("corrected", "li")
    [change] = [each for each in correction.fields if each.field == "borrower"]
    assert (change.before, change.after) == ("王小明", "王晓明")
    assert "王小明" in filing.reading.read_text(encoding="utf-8")
    assert filing.paper == correction.paper


def test_a_corrected_date_names_the_paper_anew_and_leaves_its_bytes_alone(
    workspace: Workspace,
) -> None:
    before = documents.paper(workspace, first(workspace))

    filed = corrections.correct(
        workspace, first(workspace), {"sign_date": "2024年4月2日"}, actor="li"
    )

    assert filed.dated_on == date(2024, 4, 2)
    assert "2024-04-02" in filed.paper_path
    assert documents.paper(workspace, filed) == before
    assert_rebuilt_the_same(workspace)


def test_a_value_that_is_none_changes_nothing(workspace: Workspace) -> None:
    with pytest.raises(CorrectionRefused):
        corrections.correct(workspace, first(workspace), {"sign_date": "someday"}, actor="li")

    assert what(workspace, first(workspace)) == [("filed", "hudang")]


def test_another_type_drops_what_was_read_under_the_first(workspace: Workspace) -> None:
    filed = corrections.retype(workspace, first(workspace), "iou", actor="li")

    assert (filed.doc_type, filed.category) == ("iou", 2)
    assert documents.reading(workspace, filed).fields == {}
    assert what(workspace, filed)[-1] == ("retyped", "li")
    assert_rebuilt_the_same(workspace)


def test_a_type_that_is_none_is_refused(workspace: Workspace) -> None:
    with pytest.raises(NotPossible, match="loan_contract"):
        corrections.retype(workspace, first(workspace), "poem", actor="li")


def better_scan(workspace: Workspace, data: bytes, **said: str) -> Paper:
    """A staged scan in which `said` was read."""
    fsio.make_folder(workspace.staging)
    staged = workspace.staging / f"made-{len(data)}"
    staged.write_bytes(data)
    return Paper(
        staged=staged,
        sha256=fsio.sha256_of(staged),
        size_bytes=len(data),
        media_type="text/plain",
        name="better.txt",
        name_raw=b"better.txt",
        reading=Reading(
            doc_type="loan_contract", language="zh", pages=1, ocr=False,
            fields={name: (FieldValue(value=text, text=text),) for name, text in said.items()},
        ),
        content=Content((Page(1, 595, 842, (Line((Word("better"),)),)),), "text/plain"),
    )  # fmt: skip


def test_a_better_scan_takes_the_place_and_the_former_stays_in_the_history(
    workspace: Workspace,
) -> None:
    filed = corrections.replace(
        workspace,
        first(workspace),
        better_scan(workspace, b"better", borrower="王小明"),
        actor="li",
    )

    assert documents.paper(workspace, filed).read_bytes() == b"better"
    assert filed.id == first(workspace).id
    original, replaced = history(workspace, filed)
    assert original.paper.read_bytes() == CONTRACT
    assert replaced.what == "replaced"
    assert_rebuilt_the_same(workspace)


def test_what_a_person_said_of_a_paper_holds_for_its_better_scan(workspace: Workspace) -> None:
    filed = corrections.correct(workspace, first(workspace), {"borrower": "王晓明"}, actor="li")

    filed = corrections.replace(
        workspace, filed, better_scan(workspace, b"better", borrower="王小朋"), actor="li"
    )

    assert documents.reading(workspace, filed).value("borrower", str) == "王晓明"


def test_a_file_that_is_filed_already_replaces_nothing(workspace: Workspace) -> None:
    with pytest.raises(NotPossible, match="already"):
        corrections.replace(
            workspace, first(workspace), better_scan(workspace, CONTRACT), actor="li"
        )


def test_the_parts_of_a_scan_are_corrected_but_not_replaced(workspace: Workspace) -> None:
    visit = paper("inspection_report", borrower="王小明", id_number=IDS[0])
    drop(workspace, "s.json", scan_of(CONTRACT, visit))
    take_in(workspace)
    with reading(workspace.engine) as connection:
        parts = [each for each in documents.documents_of(connection, 1) if each.part_of]
    [part] = [each for each in parts if each.doc_type == "inspection_report"]

    filed = corrections.correct(workspace, part, {"inspect_date": "2024-06-01"}, actor="li")

    assert (filed.dated_on, filed.paper_path) == (date(2024, 6, 1), part.paper_path)
    assert what(workspace, filed) == [("filed", "hudang"), ("corrected", "li")]
    with pytest.raises(NotPossible):
        corrections.replace(workspace, filed, better_scan(workspace, b"better"), actor="li")
    assert_rebuilt_the_same(workspace)


def stopping_at(name: str, visit: int) -> Callable[[str], None]:
    seen = [0]

    def stop(point: str) -> None:
        seen[0] += point == name
        if seen[0] == visit and point == name:
            raise OSError("stopped")

    return stop


@pytest.mark.parametrize(
    "point", ["filing.intent", "filing.staged", "filing.placed", "filing.sidecar"]
)
def test_a_correction_that_was_interrupted_is_whole_or_not_at_all(
    workspace: Workspace, point: str
) -> None:
    faults.arm(stopping_at(point, 1))
    try:
        with pytest.raises(OSError, match="stopped"):
            corrections.correct(workspace, first(workspace), {"borrower": "王晓明"}, actor="li")
    finally:
        faults.arm(None)

    recovery.recover(workspace, system_clock)

    placed = point in ("filing.placed", "filing.sidecar")
    said = documents.reading(workspace, first(workspace)).value("borrower", str)
    assert said == ("王晓明" if placed else "王小明")
    assert_rebuilt_the_same(workspace)
