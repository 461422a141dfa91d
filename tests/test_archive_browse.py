"""browse/: every paper where people look for it, and never a way into the archive."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import update

from archive import browse, documents, fsio, households, schema
from archive.browse_names import safe_name
from archive.database import reading, writing
from archive.filing import file_made
from archive.workspace import Workspace
from tests.archive_double import IDS, drop, new_workspace, paper, scan_of, take_in

CONTRACT = paper(
    borrower="王小明", id_number=IDS[0], contract_no="HT-1", sign_date="2024-03-01",
    borrower_address="青禾县柳河乡石桥村三组", loan_officer="罗敏",
)  # fmt: skip
VISIT = paper("inspection_report", borrower="王小明", id_number=IDS[0], inspect_date="2025-06-20")
HOME = "石桥村/王小明_000001"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = new_workspace(tmp_path / "w")
    drop(made, "a.json", CONTRACT)
    take_in(made)
    browse.catch_up(made)
    return made


def shown(workspace: Workspace) -> list[str]:
    """Files that people see, links not followed."""
    return sorted(
        str(path.relative_to(workspace.browse))
        for path in workspace.browse.rglob("*")
        if path.is_file() and not path.is_symlink() and not path.name.startswith(".")
        and path.name != "README.txt"
    )  # fmt: skip


def the_copy(workspace: Workspace) -> Path:
    [copy] = workspace.browse.glob(f"{HOME}/2_*/0001_*")
    return copy


def rebuild(workspace: Workspace) -> int:
    return browse.rebuild(workspace, lambda _done, _all: None)


def set_village(workspace: Workspace, village: str) -> None:
    with writing(workspace.engine) as connection:
        connection.execute(update(schema.household).values(village=village))
        households.tell_followers(connection, 1, "2026-01-01T00:00:00.000000Z")


def test_a_paper_filed_later_joins_the_others_and_those_are_not_copied_again(
    workspace: Workspace,
) -> None:
    before = the_copy(workspace).stat()
    drop(workspace, "b.json", VISIT)
    take_in(workspace)

    browse.catch_up(workspace)

    assert [Path(name).name[:4] for name in shown(workspace)] == ["0001", "0002"]
    assert the_copy(workspace).stat() == before


def test_editing_a_copy_never_changes_the_archive(workspace: Workspace) -> None:
    with reading(workspace.engine) as connection:
        [filed] = documents.documents_of(connection, 1)
    original = documents.paper(workspace, filed)

    with the_copy(workspace).open("r+b") as copy:
        copy.write(b"scribble")

    assert fsio.sha256_of(original) == filed.sha256
    assert original.stat().st_nlink == 1


def test_an_edited_copy_is_put_aside_and_made_again(workspace: Workspace) -> None:
    the_copy(workspace).write_bytes(b"edited")

    rebuild(workspace)

    assert the_copy(workspace).read_bytes() == CONTRACT
    [aside] = [name for name in shown(workspace) if name.startswith("_put aside")]
    assert (workspace.browse / aside).read_bytes() == b"edited"


def test_a_strangers_file_stays_where_it_is(workspace: Workspace) -> None:
    stray = the_copy(workspace).with_name("my notes.txt")
    stray.write_text("call again on Friday", encoding="utf-8")

    rebuild(workspace)
    set_village(workspace, "柳树村")
    browse.catch_up(workspace)

    [found] = workspace.browse.rglob("my notes.txt")
    assert found.read_text(encoding="utf-8") == "call again on Friday"


def test_a_strangers_file_in_the_way_of_a_paper_is_put_aside(workspace: Workspace) -> None:
    copy = the_copy(workspace)
    copy.unlink()
    (copy.parents[1] / browse.MADE).unlink()
    copy.write_bytes(b"mine")

    rebuild(workspace)

    assert the_copy(workspace).read_bytes() == CONTRACT
    assert [name for name in shown(workspace) if name.startswith("_put aside")]


def test_a_household_whose_village_is_corrected_takes_its_folder_along(
    workspace: Workspace,
) -> None:
    set_village(workspace, "柳树村")

    browse.catch_up(workspace)

    assert [name.split("/")[0] for name in shown(workspace)] == ["柳树村"]
    assert not (workspace.browse / "石桥村").exists()
    by_year = workspace.browse / "_by year" / "2024" / "王小明_000001"
    assert by_year.resolve() == workspace.browse / "柳树村" / "王小明_000001"


def test_a_household_is_found_by_its_officer_and_by_year(workspace: Workspace) -> None:
    by_officer = workspace.browse / "_by officer" / "罗敏" / "王小明_000001"
    by_year = workspace.browse / "_by year" / "2024" / "王小明_000001"

    assert by_officer.resolve() == by_year.resolve() == (workspace.browse / HOME).resolve()


def test_another_officer_has_the_household_in_his_view_alone(workspace: Workspace) -> None:
    with writing(workspace.engine) as connection:
        connection.execute(update(schema.household).values(manager="何晓燕"))
        households.tell_followers(connection, 1, "2026-01-01T00:00:00.000000Z")

    browse.catch_up(workspace)

    assert [path.name for path in (workspace.browse / "_by officer").iterdir()] == ["何晓燕"]


def test_papers_of_the_department_and_parts_of_scans_are_there_too(
    workspace: Workspace, tmp_path: Path
) -> None:
    made = tmp_path / "总结.txt"
    made.write_text("年度总结", encoding="utf-8")
    file_made(workspace, made, doc_type="annual_summary", actor="t")
    drop(workspace, "s.json", scan_of(CONTRACT, VISIT))
    take_in(workspace)

    browse.catch_up(workspace)

    names = shown(workspace)
    assert [name for name in names if name.startswith("_department/20")]
    assert len([name for name in names if "_p1" in name or "_p2" in name]) == 2
    with reading(workspace.engine) as connection:
        everything = len(documents.documents_of(connection, 1)) + 1
    assert len(names) == everything == rebuild(workspace)


def test_a_group_members_folder_has_the_contract_all_signed(workspace: Workspace) -> None:
    group = paper(
        borrower="王小明|赵四", id_number=f"{IDS[0]}|{IDS[1]}", guarantee_method="联保",
        contract_no="HT-9", sign_date="2024-05-01",
    )  # fmt: skip
    drop(workspace, "g.json", group)
    take_in(workspace)

    browse.catch_up(workspace)

    folders = {name.split("/")[1] for name in shown(workspace) if "2024-05-01" in name}
    assert folders == {"王小明_000001", "赵四_000002"}


def test_browse_thrown_away_comes_back_by_itself(workspace: Workspace) -> None:
    before = shown(workspace)
    for path in sorted(workspace.browse.rglob("*"), reverse=True):
        path.unlink() if path.is_symlink() or path.is_file() else path.rmdir()

    browse.catch_up(workspace)

    assert shown(workspace) == before


def test_a_second_rebuild_touches_nothing(workspace: Workspace) -> None:
    rebuild(workspace)
    before = {path: path.lstat().st_mtime_ns for path in workspace.browse.rglob("*")}

    rebuild(workspace)

    after = {path: path.lstat().st_mtime_ns for path in workspace.browse.rglob("*")}
    after = {path: at for path, at in after.items() if path.name != ".seq"}
    assert after.items() <= before.items()


def test_a_household_that_is_no_more_leaves_no_copies_behind(workspace: Workspace) -> None:
    elsewhere = workspace.browse / "旧村" / "某某_000009"
    elsewhere.parent.mkdir()
    (workspace.browse / HOME).rename(elsewhere)

    rebuild(workspace)

    assert [name for name in shown(workspace) if name.startswith("旧村")] == []
    assert the_copy(workspace).read_bytes() == CONTRACT


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("王小明110101199003070134", "王小明…"),
        ("11010119900307013X 李", "… 李"),
        ("a/b\\c:d", "a-b-c-d"),
        (" .. ", "-"),
        ("青禾2024", "青禾2024"),
    ],
)
def test_names_take_no_long_numbers_and_no_separators(written: str, name: str) -> None:
    assert safe_name(written) == name
