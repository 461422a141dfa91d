"""A draft that was printed, signed and scanned is filed beside itself, whoever scanned it when."""

from __future__ import annotations

import dataclasses
import json
from concurrent.futures import Future
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from archive import documents, drafts, filing, items, printed
from archive.database import reading
from archive.documents import FiledDocument
from archive.intake import Event, Intake
from archive.rebuild import rebuild
from archive.workspace import Workspace, open_workspace
from cli import hudang
from extractors import draft_numbers
from extractors.codes import FILE, Code, draft_code
from extractors.content import Content
from extractors.outcome import ReadDone, ReadOutcome
from extractors.papers import is_sure, pages_text, understand_scan
from extractors.settings import ReadingSettings
from templates.batch import printing
from templates.build.blocks import paragraph
from templates.build.package import Page, document
from templates.kinds import KINDS
from templates.render import shipped
from tests.archive_double import IDS, drop, new_workspace, paper, scan_of, settle, take_in
from tests.test_papers_of_a_scan import NOTE
from tests.typed_paper import typed

NAMES = ("王小明", "李大山")
ONE, TWO, OFFICE = (
    "D20260105-7K3F9-Q2M4X",
    "D20260105-0A1B2-C3D4E",
    "D20260105-ZZZZZ-00000",
)


def filed_draft(
    workspace: Workspace, number: str, household_id: int | None, signed_type: str
) -> FiledDocument:
    side = {
        "document": "inspection-report",
        "number": number,
        "signed_type": signed_type,
        "known_on": "2026-01-05",
    }
    made = workspace.root / f"{number}.docx"
    page = Page(language="zh", title="试", header=("", number))
    body = [paragraph("贷后检查报告"), paragraph("余额85,500.00元，逾期3天")]
    made.write_bytes(document(page, body))
    return filing.file_made(
        workspace,
        made,
        doc_type="other",
        actor="li",
        household_id=household_id,
        dated_on=date(2026, 1, 5),
        beside={"provenance.json": json.dumps(side).encode()},
    )


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Two households with a draft each, and a draft of the department."""
    workspace = new_workspace(tmp_path / "w")
    for number, (name, identity) in enumerate(zip(NAMES, IDS, strict=False), start=1):
        drop(workspace, f"{number}.json", paper(borrower=name, id_number=identity))
        take_in(workspace)
    filed_draft(workspace, ONE, 1, "inspection_report")
    filed_draft(workspace, TWO, 2, "collection_notice")
    filed_draft(workspace, OFFICE, None, "annual_summary")
    return workspace


def take(workspace: Workspace, data: bytes) -> list[Event]:
    events: list[Event] = []
    drop(workspace, "scan.json", data)
    take_in(workspace, events)
    return events


def copies(workspace: Workspace, number: str) -> list[FiledDocument]:
    with reading(workspace.engine) as connection:
        ids = drafts.signed_copies(connection, [number]).get(number, [])
        return [documents.document(connection, each) for each in ids]


def why_held(workspace: Workspace) -> str | None:
    with reading(workspace.engine) as connection:
        [item] = items.in_states(connection, ("held",))
    return item.reason


def test_a_signed_copy_is_filed_with_its_draft_s_household_and_as_what_it_is(
    workspace: Workspace,
) -> None:
    take(workspace, paper(None, codes=draft_code(ONE)))

    [copy] = copies(workspace, ONE)
    assert (copy.household_id, copy.doc_type) == (1, "inspection_report")


def test_a_signed_paper_of_the_department_is_filed_with_the_department(
    workspace: Workspace,
) -> None:
    take(workspace, paper(None, codes=draft_code(OFFICE)))

    [copy] = copies(workspace, OFFICE)
    assert (copy.household_id, copy.doc_type) == (None, "annual_summary")


def test_a_doubtful_value_on_a_signed_copy_does_not_keep_it_out(workspace: Workspace) -> None:
    doubtful = paper("inspection_report", problems="required_missing", codes=draft_code(ONE))

    take(workspace, doubtful)

    [copy] = copies(workspace, ONE)
    assert copy.problem_count == 1


def test_a_number_that_no_draft_has_holds_the_paper(workspace: Workspace) -> None:
    take(workspace, paper(None, codes=draft_code("D20260105-11111-11111")))

    assert why_held(workspace) == "draft_unknown"


@pytest.mark.parametrize("identity", [IDS[1], IDS[2]], ids=["another file's", "a stranger's"])
def test_somebody_else_s_id_number_on_a_signed_copy_holds_it(
    workspace: Workspace, identity: str
) -> None:
    take(workspace, paper("inspection_report", id_number=identity, codes=draft_code(ONE)))

    assert why_held(workspace) == "draft_conflict"


def test_a_label_of_another_household_holds_a_signed_copy(workspace: Workspace) -> None:
    label = Code(kind=FILE, office="0001", household=2).text

    take(workspace, paper("inspection_report", codes=f"{draft_code(ONE)} {label}"))

    assert why_held(workspace) == "draft_conflict"


def test_signed_copies_of_several_households_in_one_scan_go_each_to_its_own(
    workspace: Workspace,
) -> None:
    scan = scan_of(*(paper(None, codes=draft_code(number)) for number in (ONE, TWO, OFFICE)))

    take(workspace, scan)

    whose = [copies(workspace, number)[0].household_id for number in (ONE, TWO, OFFICE)]
    assert whose == [1, 2, None]


def test_the_link_survives_a_lost_database(workspace: Workspace) -> None:
    take(workspace, paper(None, codes=draft_code(ONE)))
    before = copies(workspace, ONE)
    workspace.engine.dispose()
    workspace.database.unlink()

    fresh = open_workspace(workspace.root)
    rebuild(fresh, lambda _done, _all: None)
    drafts.catch_up(fresh)

    with reading(fresh.engine) as connection:
        draft = drafts.of_number(connection, ONE)
        numbers = [each.number for each in drafts.every(connection)]
    assert copies(fresh, ONE) == before
    assert draft is not None and (draft.household_id, draft.kind) == (1, "inspection-report")
    assert sorted(numbers) == sorted([ONE, TWO, OFFICE])


def test_a_draft_that_was_moved_is_known_where_it_is(workspace: Workspace) -> None:
    from archive import moving

    with reading(workspace.engine) as connection:
        drafts.catch_up(workspace)
        draft = drafts.of_number(connection, ONE)
    assert draft is not None
    with reading(workspace.engine) as connection:
        filed = documents.document(connection, draft.document_id)
    moving.move(workspace, filed, 2, why="wrong file", actor="li")

    take(workspace, paper(None, codes=draft_code(ONE)))

    assert [copy.household_id for copy in copies(workspace, ONE)] == [2]


# -- figures --------------------------------------------------------------------------------


class Given:
    """A reader that reads every paper as the same pages."""

    def __init__(self, *pages: tuple[str, str]) -> None:
        content = scanned(*pages)
        self.done = ReadDone(content, understand_scan(content, ReadingSettings()))

    def submit(self, path: Path) -> Future[ReadOutcome]:
        """Return the finished reading of a paper."""
        future: Future[ReadOutcome] = Future()
        future.set_result(self.done)
        return future


def take_pages(workspace: Workspace, *pages: tuple[str, str]) -> None:
    drop(workspace, "scan.pdf", b"%PDF-1.4 " + repr(pages).encode() + b" %%EOF")
    intake = Intake(workspace, Given(*pages), on_event=lambda _event: None)
    intake.start()
    settle(intake)


def test_figures_that_are_not_those_printed_are_said_and_do_not_hold_the_paper(
    workspace: Workspace,
) -> None:
    take_pages(workspace, ("贷后检查报告\n余额86,500.00元，逾期3天", ONE))

    [copy] = copies(workspace, ONE)
    found = json.loads(said(workspace, "review", "signed", "--json"))
    read = documents.reading(workspace, copy)
    assert [problem.code for problem in read.problems].count("differs_from_draft") == 1
    assert [(one["printed"], one["read"]) for each in found for one in each["differences"]] == [
        ("85,500.00", "86,500.00")
    ]
    assert found[0]["document_id"] == copy.id
    assert "has other figures than its draft" in said(workspace, "household", "show", "1")
    assert "86,500.00" not in json.dumps([problem.message for problem in read.problems])


def test_an_honest_signed_copy_is_not_mentioned(workspace: Workspace) -> None:
    take_pages(workspace, ("贷后检查报告\n余额85,500.00元，逾期3天\n同意，2026年3月1日", ONE))

    read = documents.reading(workspace, copies(workspace, ONE)[0])
    assert "differs_from_draft" not in [problem.code for problem in read.problems]
    assert "No signed copy differs" in said(workspace, "review", "signed")


def test_a_notice_of_a_print_file_is_known_and_compared_with_its_own_section(
    workspace: Workspace,
) -> None:
    kind = KINDS["maturity-letter"]
    numbers = ("D20260105-AAAAA-00001", "D20260105-BBBBB-00002")
    notices = [
        dataclasses.replace(kind.example("zh", rows), draft_number=number)
        for rows, number in enumerate(numbers, start=1)
    ]
    made = printing.printed(shipped(kind.name, "zh"), notices, separate=False)
    path = workspace.root / "batch.docx"
    path.write_bytes(made.joined)
    head = {"document": kind.name, "signed_type": "due_notice", "known_on": "2026-01-05"}
    whose = zip(numbers, ("000001", "000002"), strict=True)
    lines = [head, *({"number": number, "household": household} for number, household in whose)]
    filing.file_made(
        workspace,
        path,
        doc_type="other",
        actor="li",
        beside={"notices.jsonl": "\n".join(map(json.dumps, lines)).encode()},
    )

    take(workspace, paper(None, codes=draft_code(numbers[1])))

    [copy] = copies(workspace, numbers[1])
    with reading(workspace.engine) as connection:
        drafted = [drafts.of_number(connection, number) for number in numbers]
    one, two = (printed.lines_of(workspace, draft) for draft in drafted if draft)
    assert (copy.household_id, copy.doc_type) == (2, "due_notice")
    assert "JJ2025-0001" in " ".join(one)
    assert "JJ2025-0002" not in " ".join(one)
    assert "JJ2025-0002" in " ".join(two)


# -- commands ---------------------------------------------------------------------------------


def said(workspace: Workspace, *command: str) -> str:
    done = CliRunner().invoke(hudang, ["-w", str(workspace.root), *command])
    assert done.exit_code == 0, done.output
    return done.output


def test_m061_notices_whose_signed_copy_is_missing_are_listed(workspace: Workspace) -> None:
    take(workspace, paper(None, codes=draft_code(ONE)))

    every = json.loads(said(workspace, "drafts", "--month", "2026-01", "--json"))
    waiting = json.loads(said(workspace, "drafts", "--waiting", "--json"))
    of_one = json.loads(said(workspace, "drafts", "--signed", "--household", "1", "--json"))

    assert sorted(each["number"] for each in every) == sorted([ONE, TWO, OFFICE])
    assert sorted(each["number"] for each in waiting) == sorted([TWO, OFFICE])
    assert [(each["number"], len(each["signed"])) for each in of_one] == [(ONE, 1)]
    assert "3 drafts, 2 not back signed." in said(workspace, "drafts")
    assert "No drafts." in said(workspace, "drafts", "--month", "2026-02")


def test_draft_and_signed_copy_name_each_other(workspace: Workspace) -> None:
    take(workspace, paper(None, codes=draft_code(ONE)))
    [copy] = copies(workspace, ONE)
    with reading(workspace.engine) as connection:
        draft = drafts.of_number(connection, ONE)
    assert draft is not None

    of_draft = said(workspace, "paper", "history", draft.document_id)
    of_copy = json.loads(said(workspace, "paper", "history", copy.id, "--json"))

    assert f"draft {ONE}: came back signed on {copy.filed_at[:10]}" in of_draft
    assert of_copy[-1]["what"] == "signed_copy_of"
    assert of_copy[-1]["document_id"] == draft.document_id


# -- pages ------------------------------------------------------------------------------------


def scanned(*pages: tuple[str, str]) -> Content:
    """Pages by their text and the number on each, as a code ("") or as print ("print:…")."""
    made = typed("\f".join(text for text, _number in pages))
    return replace(
        made,
        pages=tuple(
            replace(page, ocr=True, codes=(draft_code(number),) if number else ())
            for page, (_text, number) in zip(made.pages, pages, strict=True)
        ),
    )


def cut(*pages: tuple[str, str]) -> list[str]:
    reading = understand_scan(scanned(*pages), ReadingSettings())
    assert is_sure(reading.parts)
    return [pages_text(part.pages) for part in reading.parts]


LETTER = "限期整改通知书回执\n我单位已知悉。\n签名"


def test_signed_papers_in_one_scan_are_cut_where_the_number_changes() -> None:
    assert cut((LETTER, ONE), (LETTER, ONE), (LETTER, TWO), (LETTER, OFFICE)) == ["1-2", "3", "4"]


def test_a_title_on_a_later_page_of_the_same_draft_begins_no_paper() -> None:
    assert understand_scan(scanned((LETTER, ONE), (NOTE, ONE)), ReadingSettings()).parts == ()


def test_a_page_whose_code_is_spoilt_is_known_by_the_number_in_print() -> None:
    misread = "D2O260105-7K3F9-Q2M4X"

    assert cut((LETTER, ONE), (f"{misread}\n{LETTER}", ""), (LETTER, TWO)) == ["1-2", "3"]


@pytest.mark.parametrize(
    "printed",
    ["D20260105-7K3F9-Q2M4X", "d20260105 - 7K3F9 - Q2M4X", "D2O26OIO5—7K3F9—Q2M4X"],
)
def test_a_printed_number_is_read_with_the_letters_that_look_alike(printed: str) -> None:
    [page] = scanned((f"{printed}\n{LETTER}", "")).pages

    found = draft_numbers.on_page(page)

    assert found is not None and (found.number, found.by_code) == (ONE, False)


@pytest.mark.parametrize(
    ("read", "number"),
    [(ONE, ONE), ("D20260105-7K3F8-02M4X", ONE), ("D20260105-11111-11111", None)],
)
def test_a_number_a_letter_off_is_the_one_draft_of_that_day_as_near(
    workspace: Workspace, read: str, number: str | None
) -> None:
    drafts.catch_up(workspace)

    with reading(workspace.engine) as connection:
        printed = drafts.meant(connection, read, by_code=False)
        coded = drafts.meant(connection, read, by_code=True)

    assert (printed.number if printed else None) == number
    assert (coded.number if coded else None) == (ONE if read == ONE else None)


def test_a_file_that_was_never_on_paper_bears_no_number_in_print() -> None:
    [page] = scanned((f"{ONE}\n{LETTER}", "")).pages

    assert draft_numbers.on_page(replace(page, ocr=False)) is None
