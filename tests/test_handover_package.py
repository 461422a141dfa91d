"""A handover package: what it holds, that others can check it, and that damage is named."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import bagit
import pytest
from lxml import etree

from archive import audit
from archive.handover import packing, zipping
from archive.handover.refusal import PackageRefused
from archive.handover.verifying import Verified, verify
from archive.store import ArchiveDamaged
from archive.workspace import Workspace
from tests.handover_double import AT, PAPERS, filled, package_of

UTF_8 = {**os.environ, "LC_ALL": "C.UTF-8"}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return filled(tmp_path_factory.mktemp("sender") / "w")


@pytest.fixture(scope="module")
def zipped(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("out") / "YJ2026-0001.zip"
    return packing.write(package_of(workspace, 1, 2, 3), target)


def unpacked(zipped: Path, folder: Path) -> Path:
    subprocess.run(["unzip", "-q", zipped, "-d", folder], check=True, env=UTF_8)
    return folder / "YJ2026-0001"


def proved(path: Path) -> Verified:
    return verify(path, at=AT, actor="test")


def test_a_package_is_checked_with_unzip_and_sha256sum_alone(zipped: Path, tmp_path: Path) -> None:
    folder = unpacked(zipped, tmp_path)

    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        subprocess.run(
            ["sha256sum", "-c", "--strict", "--quiet", manifest], check=True, cwd=folder, env=UTF_8
        )


def test_an_implementation_that_is_not_ours_finds_the_bag_valid(
    zipped: Path, tmp_path: Path
) -> None:
    folder = unpacked(zipped, tmp_path)

    bag = bagit.Bag(str(folder))

    bag.validate()
    assert bag.version_info == (1, 0)
    assert bag.info["Hudang-Items"] == "7"


def test_a_folder_holds_the_same_files_as_the_zip(
    workspace: Workspace, zipped: Path, tmp_path: Path
) -> None:
    folder = packing.write(package_of(workspace, 1, 2, 3), tmp_path / "bag")

    with zipfile.ZipFile(zipped) as package:
        inside = {name.partition("/")[2]: package.read(name) for name in package.namelist()}
    assert inside == {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_same_contents_give_the_same_zip(
    workspace: Workspace, zipped: Path, tmp_path: Path
) -> None:
    again = packing.write(package_of(workspace, 1, 2, 3), tmp_path / "again.zip")

    assert again.read_bytes() == zipped.read_bytes()


def test_originals_are_inside_byte_for_byte(zipped: Path) -> None:
    with zipfile.ZipFile(zipped) as package:
        inside = {package.read(name) for name in package.namelist() if "/papers/" in name}

    assert set(PAPERS.values()) <= inside


def test_what_an_older_version_held_comes_along(workspace: Workspace, zipped: Path) -> None:
    with zipfile.ZipFile(zipped) as package:
        names = {name.partition("/")[2] for name in package.namelist()}

    assert "data/households/000002/history/v1/record.json" in names
    assert "data/households/000002/history/inventory.json" in names


def test_audit_rows_in_the_package_have_their_digests(zipped: Path) -> None:
    with zipfile.ZipFile(zipped) as package:
        rows = [json.loads(line) for line in package.open("YJ2026-0001/data/audit.jsonl")]

    assert [row["digest"] for row in rows] == [audit.digest_of(row) for row in rows]
    assert {"household.open", "paper.file"} <= {row["action"] for row in rows}


def test_metadata_bear_the_element_names_of_the_standard(zipped: Path) -> None:
    with zipfile.ZipFile(zipped) as package:
        root = etree.fromstring(package.read("YJ2026-0001/data/households/000002/metadata.xml"))

    assert root.findtext("文件实体/内容描述/题名") == "Loan contract"
    assert root.findtext("文件实体/档号/档号") == "0001-XD·2024-D10-00002-001"
    assert root.findtext("机构人员实体/机构人员名称") == "王小明"


@pytest.mark.parametrize("form", ["zip", "folder"])
def test_a_sound_package_has_no_differences(zipped: Path, tmp_path: Path, form: str) -> None:
    path = zipped if form == "zip" else unpacked(zipped, tmp_path)

    found = proved(path)

    assert found.whole, [str(each) for each in found.differences]
    assert len(found.listing.entries) == 7


def _damaged(folder: Path, damage: str) -> str:
    """Damage an unpacked package in one way; return the name that must be named."""
    paper = next((folder / "data/households/000001/papers").iterdir())
    name = paper.relative_to(folder).as_posix()
    match damage:
        case "changed":
            data = bytearray(paper.read_bytes())
            data[3] ^= 1
            paper.write_bytes(data)
        case "missing":
            paper.unlink()
        case "extra":
            name = "data/households/000001/papers/0099_more.txt"
            (folder / name).write_bytes(b"slipped in")
        case "own_changed":
            name = "README.en.txt"
            (folder / name).write_text("nothing to see", encoding="utf-8")
        case "own_missing":
            name = "README.en.txt"
            (folder / name).unlink()
        case "own_extra":
            name = "Thumbs.db"
            (folder / name).write_bytes(b"left by a file manager")
    return name


@pytest.mark.parametrize(
    "damage", ["changed", "missing", "extra", "own_changed", "own_missing", "own_extra"]
)
def test_damage_is_found_and_named(zipped: Path, tmp_path: Path, damage: str) -> None:
    folder = unpacked(zipped, tmp_path)
    name = _damaged(folder, damage)

    found = {(each.code, each.name) for each in proved(folder).differences}

    assert (damage, name) in found


def test_every_flipped_bit_of_a_zip_is_found(zipped: Path, tmp_path: Path) -> None:
    whole = zipped.read_bytes()
    copy = tmp_path / "copy.zip"
    missed = []
    for place in range(31, len(whole), len(whole) // 60):
        data = bytearray(whole)
        data[place] ^= 0x10
        copy.write_bytes(data)
        try:
            if proved(copy).whole and not _is_time_of_day(whole, place):
                missed.append(place)
        except PackageRefused:
            pass

    assert missed == []


def _is_time_of_day(whole: bytes, place: int) -> bool:
    """Whether a place holds nothing but an entry's unused time or version: no content, no name."""
    for mark, length in ((b"PK\3\4", 14), (b"PK\1\2", 16), (b"PK\5\6", 8)):
        start = whole.rfind(mark, 0, place + 1)
        if start >= 0 and place - start < length:
            return True
    start = whole.rfind(b"PK\1\2", 0, place + 1)
    return start >= 0 and place - start in range(34, 42)


def test_a_file_that_is_not_what_was_filed_stops_the_package(tmp_path: Path) -> None:
    workspace = filled(tmp_path / "w")
    package = package_of(workspace, 1)
    filed = next(path for path in workspace.archive.rglob("0001_Scan*") if path.is_file())
    filed.write_bytes(b"edited by hand")
    target = tmp_path / "out" / "YJ2026-0001.zip"

    with pytest.raises(ArchiveDamaged):
        packing.write(package, target)

    assert not list(target.parent.iterdir())


def test_a_package_never_replaces_a_file(workspace: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "there.zip"
    target.write_bytes(b"somebody's")

    with pytest.raises(FileExistsError):
        packing.write(package_of(workspace, 1), target)

    assert target.read_bytes() == b"somebody's"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX shell")
def test_the_commands_of_the_readme_run_as_printed(zipped: Path, tmp_path: Path) -> None:
    shutil.copy(zipped, tmp_path / "YJ2026-0001.zip")
    with zipfile.ZipFile(zipped) as package:
        text = package.read("YJ2026-0001/README.en.txt").decode()
    lines = [line.strip().partition("  ")[0] for line in text.splitlines()]
    commands = [
        line for line in lines if line.startswith(("export", "unzip Y", "cd ", "sha256sum -c"))
    ]

    done = subprocess.run(
        ["sh", "-e"], input="\n".join(commands), cwd=tmp_path, text=True, capture_output=True
    )

    assert len(commands) == 5
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("limit", [zipping.LIMIT32, 100, 0])
def test_zips_too_long_for_the_short_records_are_read_by_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: int
) -> None:
    """With a low limit every length goes into the records that lengths beyond 4 GB need."""
    monkeypatch.setattr(zipping, "LIMIT32", limit)
    monkeypatch.setattr(zipping, "LIMIT16", min(limit, zipping.LIMIT16))
    contents = {"借款合同.txt": b"x" * 300, "b/empty": b"", "c": bytes(range(256))}
    files = [
        (zipping.File(name, len(data), zlib.crc32(data)), [data[:7], data[7:]])
        for name, data in contents.items()
    ]
    path = tmp_path / "made.zip"
    path.write_bytes(b"".join(zipping.zipped(files)))

    with zipfile.ZipFile(path) as made:
        assert made.testzip() is None
        assert {name: made.read(name) for name in made.namelist()} == contents
    subprocess.run(["unzip", "-tqq", path], check=True, env=UTF_8)


def test_a_file_that_grows_while_it_is_packed_stops_the_package() -> None:
    file = zipping.File("a", 3, 0)

    with pytest.raises(ValueError, match="4 bytes instead of 3"):
        list(zipping.zipped([(file, [b"four"])]))
