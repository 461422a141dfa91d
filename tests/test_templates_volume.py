"""卷内目录 and 备考表: drawn up from the file as it stands, the same each time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from archive import catalogue, events, shelves
from archive.database import reading, writing
from archive.shelves import Place
from archive.workspace import Workspace
from templates.request import NothingToReport
from tests.archive_double import IDS, drop, new_workspace, paper, take_in
from tests.drafts import drafted
from tests.templates_reading import body_of

KNOWN_ON = date(2099, 1, 5)
CONTRACT = paper(
    borrower="王小明", lender="柳河信用社", id_number=IDS[0], contract_no="HT-1",
    sign_date="2024-03-01",
)  # fmt: skip
REPORT = paper(
    "inspection_report", borrower="王小明", contract_no="HT-1", inspect_date="2024-09-01"
)
CERTIFICATE = paper("mortgage_registration", main_contract_no="HT-1", certificate_no="ZM-9")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = new_workspace(tmp_path / "w")
    for number, data in enumerate((CONTRACT, REPORT, CERTIFICATE)):
        drop(workspace, f"{number}.json", data)
        take_in(workspace)
    return workspace


def text_of(workspace: Workspace, kind: str, language: str = "zh") -> str:
    made = drafted(workspace, kind, household=1, known_on=KNOWN_ON, language=language)
    return body_of(made.path.read_bytes())


def test_the_catalogue_lists_the_papers_in_order_with_running_pages(workspace: Workspace) -> None:
    text = text_of(workspace, "volume-catalogue")

    lines = [line for line in text.splitlines() if line[:4] in ("1 | ", "2 | ", "3 | ")]
    assert lines == [
        "1 | ZM-9 |  | 不动产登记证明 |  | 1 | ",
        "2 | HT-1 | 柳河信用社 | 借款合同 | 2024-03-01 | 2 | ",
        "3 |  |  | 贷后检查报告 | 2024-09-01 | 3 | ",
    ]
    assert "王小明" in text
    assert IDS[0] not in text


def test_the_catalogue_says_what_stands_on_the_shelf_and_where(workspace: Workspace) -> None:
    with reading(workspace.engine) as connection:
        first = catalogue.papers_of(connection, 1)[0].id
    with writing(workspace.engine) as connection:
        events.note(
            connection,
            [shelves.put(1, Place(room="一号库", box="B-7")), shelves.stated(1, first, "original")],
            at="2026-01-02T00:00:00.000000Z", actor="li",
        )  # fmt: skip

    assert "一号库 / B-7" in text_of(workspace, "volume-catalogue")
    assert "原件" in text_of(workspace, "volume-catalogue")
    note = text_of(workspace, "volume-note")
    assert "其中原件1件、复印件0件、无纸质0件、尚未登记原件或复印件2件" in note
    assert "2026-01-02 | 存放于一号库 / B-7 | li" in note


@pytest.mark.parametrize("kind", ["volume-catalogue", "volume-note"])
def test_the_same_facts_give_the_same_document_filed_once(workspace: Workspace, kind: str) -> None:
    first, again = (drafted(workspace, kind, household=1, known_on=KNOWN_ON) for _time in range(2))

    assert (again.path, again.document_id) == (first.path, first.document_id)
    with reading(workspace.engine) as connection:
        assert len(catalogue.papers_of(connection, 1)) == 3


def test_a_spanish_draft_is_not_listed_either(workspace: Workspace) -> None:
    before = text_of(workspace, "volume-catalogue", "es")
    drafted(
        workspace, "missing-papers-notice", household=1, known_on=KNOWN_ON, language="es",
        actor="clerk",
    )  # fmt: skip

    assert text_of(workspace, "volume-catalogue", "es") == before
    assert "Total | 3 doc. | 3 pág." in before


def test_a_file_without_papers_has_no_catalogue(workspace: Workspace) -> None:
    from archive.households import NewHousehold, Person, open_households

    person = Person(role="borrower", name="丁四", id_number=IDS[1])
    with writing(workspace.engine) as connection:
        open_households(connection, [NewHousehold(borrower=person)], opened_by="person:li")

    with pytest.raises(NothingToReport):
        drafted(workspace, "volume-note", household=2, known_on=KNOWN_ON)
