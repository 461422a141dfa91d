"""The commands for catalogues, shelves and labels, as a person types them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

import cli
from archive import catalogue
from archive.database import reading
from archive.workspace import Workspace, open_workspace
from tests.archive_double import IDS, drop, new_workspace, paper, take_in


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = new_workspace(tmp_path / "w")
    for number, name in enumerate(("王小明", "李大山"), start=1):
        data = paper(borrower=name, id_number=IDS[number - 1], contract_no=f"HT-{number}")
        drop(workspace, f"{number}.json", data)
        take_in(workspace)
    return workspace


def run(workspace: Workspace, *arguments: str) -> Result:
    return CliRunner().invoke(cli.hudang, ["-w", str(workspace.root), *arguments])


def asked(workspace: Workspace, *arguments: str) -> Any:
    done = run(workspace, *arguments, "--json")
    assert done.exit_code in (0, 1), done.output
    return json.loads(done.stdout)


def test_one_paper_is_put_elsewhere_and_said_to_be_an_original(workspace: Workspace) -> None:
    done = run(
        workspace, "shelf", "set", "1", "--item", "1", "--room", "vault", "--original", "original"
    )

    assert done.exit_code == 0, done.output
    [entry] = asked(workspace, "household", "catalogue", "1")["papers"]
    assert (entry["location"], entry["original"]) == ("vault", "original")


def test_what_of_a_paper_is_there_may_be_said_without_a_place(workspace: Workspace) -> None:
    assert run(workspace, "shelf", "set", "1", "--item", "1", "--original", "none").exit_code == 0

    [entry] = asked(workspace, "household", "catalogue", "1")["papers"]
    assert (entry["location"], entry["original"]) == (None, "none")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--room", "a", "--nowhere"),
        ("--original", "copy"),
        ("--item", "9", "--room", "a"),
        ("--room", "a/b"),
    ],
)
def test_a_place_that_says_nothing_or_too_much_is_refused(
    workspace: Workspace, arguments: tuple[str, ...]
) -> None:
    assert run(workspace, "shelf", "set", "1", *arguments).exit_code != 0
    assert asked(workspace, "shelf", "show", "1")["history"] == []


def test_files_without_a_place_are_listed_with_an_exit_code(workspace: Workspace) -> None:
    run(workspace, "shelf", "box", "B-7", "--room", "1", "--capacity", "1")
    run(workspace, "shelf", "set", "1", "--box", "B-7")

    done = run(workspace, "shelf", "list", "--without", "--json")

    assert done.exit_code == 1
    assert [each["household"] for each in json.loads(done.stdout)] == ["000002"]
    full = run(workspace, "shelf", "set", "2", "--box", "B-7")
    assert "B-7" in full.stderr
    assert [box["files"] for box in asked(workspace, "shelf", "contents")] == [2]


def test_a_box_named_for_the_first_time_is_said_to_be_new(workspace: Workspace) -> None:
    new = "New boxes: {}. Say where each stands"
    run(workspace, "shelf", "box", "B-7", "--room", "1")

    placed = run(workspace, "shelf", "set", "1", "--box", "B-7")
    mistyped = run(workspace, "shelf", "set", "2", "--box", "B-77")
    again = run(workspace, "shelf", "set", "1", "--item", "1", "--box", "B-77")

    assert [placed.stderr, again.stderr] == ["", ""]
    assert (mistyped.exit_code, new.format("B-77") in mistyped.stderr) == (0, True)
    assert [box["box"] for box in asked(workspace, "shelf", "contents")] == ["B-7", "B-77"]


def test_places_set_by_hand_are_in_the_archive_at_once(workspace: Workspace) -> None:
    run(workspace, "shelf", "set", "1", "--room", "1")

    [segment] = [
        path
        for path in workspace.archive.rglob("v*.jsonl")
        if "location.set" in path.read_text(encoding="utf-8")
    ]
    assert '"room": "1"' in segment.read_text(encoding="utf-8")


def test_the_contents_of_a_box_are_a_workbook_to_print(
    workspace: Workspace, tmp_path: Path
) -> None:
    run(workspace, "shelf", "set", "1", "--box", "B-7")

    done = run(workspace, "shelf", "contents", "B-7", "--xlsx", str(tmp_path / "box.xlsx"))

    assert done.exit_code == 0, done.output
    sheet = openpyxl.load_workbook(tmp_path / "box.xlsx").worksheets[0]
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert {"王小明", "000001"} <= set(cells)
    assert IDS[0] not in "".join(cells)


def test_a_list_with_a_wrong_row_changes_nothing_unless_asked(
    workspace: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "places.csv"
    file.write_text("household,room\n1,A\n77,B\n", encoding="utf-8")

    assert run(workspace, "shelf", "import", str(file)).exit_code == 1
    assert asked(workspace, "shelf", "show", "1")["location"] is None
    assert run(workspace, "shelf", "import", str(file), "--accept-partial").exit_code == 1
    assert asked(workspace, "shelf", "show", "1")["location"] == {"room": "A"}


def test_a_dry_run_of_a_list_says_what_it_would_do_and_does_nothing(
    workspace: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "places.csv"
    file.write_text("household,box\n1,B-7\n2,B-8\n77,B-9\n", encoding="utf-8")
    words = ("shelf", "import", str(file), "--dry-run")

    refused = run(workspace, *words)
    partial = run(workspace, *words, "--accept-partial")
    counted = asked(workspace, *words, "--accept-partial")

    assert "Nothing was changed. 0 places would be taken in" in refused.stdout
    assert "--accept-partial" in refused.stderr
    assert "Nothing was changed. 2 places would be taken in" in partial.stdout
    assert "New boxes: B-7, B-8." in partial.stderr
    assert (counted["taken_in"], counted["would_be_taken_in"]) == (0, 2)
    assert asked(workspace, "shelf", "show", "1")["history"] == []


def test_the_catalogue_as_a_workbook_has_every_paper(workspace: Workspace, tmp_path: Path) -> None:
    done = run(workspace, "household", "catalogue", "1", "--xlsx", str(tmp_path / "c.xlsx"))

    assert done.exit_code == 0, done.output
    sheet = openpyxl.load_workbook(tmp_path / "c.xlsx").worksheets[0]
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert any(text.endswith("-D10-00001-001") for text in texts)


@pytest.mark.parametrize(
    "arguments",
    [
        ("household", "1", "2"),
        ("papers", "1"),
        ("box", "B-7", "盒 3"),
        ("separators", "1", "--type", "iou", "--blank", "2"),
    ],
)
def test_labels_are_pdfs_under_a_new_name_each_time(
    workspace: Workspace, arguments: tuple[str, ...]
) -> None:
    for _time in range(2):
        done = run(workspace, "labels", *arguments)
        assert done.exit_code == 0, done.output

    made = sorted(workspace.out.glob("*.pdf"))
    assert len(made) == 2
    assert all(path.read_bytes().startswith(b"%PDF") for path in made)


@pytest.mark.parametrize(
    "arguments",
    [("separators",), ("separators", "1", "--type", "moon"), ("household", "1", "--sheet", "9x9"),
     ("household", "1", "--skip", "21"), ("papers", "1", "--item", "9")],
)  # fmt: skip
def test_labels_that_cannot_be_made_leave_nothing(
    workspace: Workspace, arguments: tuple[str, ...]
) -> None:
    done = run(workspace, "labels", *arguments)

    assert done.exit_code != 0
    assert list(workspace.out.iterdir()) == []


def test_catalogues_of_a_unit_or_of_all_are_drafted_together(workspace: Workspace) -> None:
    made = asked(workspace, "draft", "volume-catalogue", "--all")
    assert [each["household"] for each in made] == ["000001", "000002"]

    assert asked(workspace, "draft", "volume-catalogue", "--manager", "nobody") == []
    with reading(open_workspace(workspace.root).engine) as connection:
        assert len(catalogue.papers_of(connection, 1)) == 1


def test_a_paper_of_one_page_is_listed_with_one_number(workspace: Workspace) -> None:
    with reading(workspace.engine) as connection:
        [entry] = catalogue.of_household(connection, workspace, 1).entries
        longer = replace(entry, page_from=6, page_to=8)

    assert (entry.page_range, longer.page_range) == ("1", "6-8")
    assert "1-1" not in run(workspace, "household", "catalogue", "1").output


def test_what_is_in_a_box_that_nobody_named_is_asked_wrongly(workspace: Workspace) -> None:
    run(workspace, "shelf", "set", "1", "--box", "B-7")

    assert run(workspace, "shelf", "contents", "B-7").exit_code == 0
    assert run(workspace, "shelf", "contents", "B-77").exit_code == 2


def test_labels_for_an_item_that_is_not_there_are_refused_by_its_number(
    workspace: Workspace,
) -> None:
    done = run(workspace, "labels", "papers", "1", "--item", "1", "--item", "77")

    assert done.exit_code == 2
    assert "77" in done.output
    assert not list(workspace.out.glob("*.pdf"))
