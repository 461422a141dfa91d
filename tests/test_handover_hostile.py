"""G8: crafted packages are refused before anything is unpacked, each with its reason."""

from __future__ import annotations

import os
import socket
import stat
import struct
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from archive.handover import manifest, packing
from archive.handover.names import twins, why_unsafe
from archive.handover.refusal import REASONS, PackageRefused
from archive.handover.source import opened
from archive.handover.verifying import list_of, refuse_unlisted
from tests.handover_double import filled, package_of

TOP = "YJ2026-0001"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of a sound package."""
    workspace = filled(tmp_path_factory.mktemp("sender") / "w")
    source = package_of(workspace, 1, 2, 3).source
    return {name: b"".join(source.pieces(name)) for name in source.names()}


def refusal_of(path: Path) -> str:
    """Return why a package is refused; "" when it is not."""
    try:
        with opened(path) as source:
            lists = manifest.lists_of(source)
            refuse_unlisted(source, lists)
            list_of(source)
    except PackageRefused as refused:
        assert str(path.name) in str(refused) or TOP in str(refused)
        return refused.code
    return ""


def zip_of(path: Path, files: dict[str, bytes], extra: list[tuple[zipfile.ZipInfo, bytes]]) -> Path:
    with zipfile.ZipFile(path, "w") as made:
        for name, data in files.items():
            made.writestr(zipfile.ZipInfo(f"{TOP}/{name}"), data)
        for info, data in extra:
            made.writestr(info, data)
    return path


def entry(name: str, mode: int = stat.S_IFREG | 0o644) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("placeholder")
    info.filename = name
    info.create_system = 3
    info.external_attr = mode << 16
    return info


def list_of_zip(data: bytes | bytearray) -> int:
    """Return where a zip's own list of its entries begins."""
    (place,) = struct.unpack("<L", data[-6:-2])
    return int(place)


BAD_NAMES = {
    "climbs": "../../etc/cron.d/x",
    "climbs inside": f"{TOP}/data/../../x",
    "absolute": "/etc/passwd",
    "backslash": f"{TOP}/data\\..\\..\\x",
    "drive": "C:/Windows/x",
    "drive backslash": "C:\\Windows\\x",
    "home": "~/.ssh/authorized_keys",
    "home of somebody": f"{TOP}/~root/.bashrc",
    "empty part": f"{TOP}/data//x",
    "control": f"{TOP}/data/x\ny",
    "escape sequence": f"{TOP}/data/\x1b[31mx",
    "right to left": f"{TOP}/data/x\u202efdp.exe",
    "zero width": f"{TOP}/data/x\u200b.pdf",
    "device": f"{TOP}/data/CON.pdf",
    "device port": f"{TOP}/data/com1",
    "trailing dot": f"{TOP}/data/x.",
    "trailing blank": f"{TOP}/data/x ",
    "stream": f"{TOP}/data/x.pdf:hidden",
    "percent": f"{TOP}/data/%2e%2e",
    "long part": f"{TOP}/data/{'x' * 300}",
    "long path": f"{TOP}/data/{'xxxxxxxxx/' * 120}x",
}
CODES = {
    "climbs": "climbs",
    "climbs inside": "climbs",
    "absolute": "absolute",
    "backslash": "backslash",
    "drive": "drive",
    "drive backslash": "drive",
    "home": "home",
    "home of somebody": "home",
    "empty part": "absolute",
    "control": "control",
    "escape sequence": "control",
    "right to left": "hidden_text",
    "zero width": "hidden_text",
    "device": "device_name",
    "device port": "device_name",
    "trailing dot": "blank_end",
    "trailing blank": "blank_end",
    "stream": "forbidden",
    "percent": "forbidden",
    "long part": "too_long",
    "long path": "too_long",
}


@pytest.mark.parametrize("case", BAD_NAMES)
def test_a_name_that_could_lead_elsewhere_is_refused(
    whole: dict[str, bytes], tmp_path: Path, case: str
) -> None:
    path = zip_of(tmp_path / "bad.zip", whole, [(entry(BAD_NAMES[case]), b"x")])

    assert refusal_of(path) == CODES[case]


@pytest.mark.parametrize(
    ("mode", "code"),
    [
        (stat.S_IFLNK | 0o777, "link"),
        (stat.S_IFCHR | 0o666, "not_a_file"),
        (stat.S_IFBLK | 0o666, "not_a_file"),
        (stat.S_IFIFO | 0o666, "not_a_file"),
        (stat.S_IFSOCK | 0o666, "not_a_file"),
    ],
)
def test_links_and_devices_in_a_zip_are_refused(
    whole: dict[str, bytes], tmp_path: Path, mode: int, code: str
) -> None:
    path = zip_of(tmp_path / "bad.zip", whole, [(entry(f"{TOP}/data/x", mode), b"/etc/passwd")])

    assert refusal_of(path) == code


def other_case(files: dict[str, bytes]) -> dict[str, bytes]:
    return files | {"data/HANDOVER.json": b"{}"}


def other_accents(files: dict[str, bytes]) -> dict[str, bytes]:
    return files | {"data/caf\u00e9.txt": b"1", "data/cafe\u0301.txt": b"2"}


def file_and_folder(files: dict[str, bytes]) -> dict[str, bytes]:
    return files | {"data/catalogue.txt/x": b"1"}


def with_fetch(files: dict[str, bytes]) -> dict[str, bytes]:
    return files | {"fetch.txt": b"http://example.invalid/x 3 data/x\n"}


def wrong_bytes(files: dict[str, bytes]) -> dict[str, bytes]:
    return _info(files, lambda total, count: f"{total + 1}.{count}")


def wrong_count(files: dict[str, bytes]) -> dict[str, bytes]:
    return _info(files, lambda total, count: f"{total}.{count + 1}")


def no_oxum(files: dict[str, bytes]) -> dict[str, bytes]:
    return files | {"bag-info.txt": b"Bagging-Date: 2026-03-01\n"}


def two_oxums(files: dict[str, bytes]) -> dict[str, bytes]:
    return files | {"bag-info.txt": files["bag-info.txt"] * 2}


def _info(files: dict[str, bytes], oxum: Callable[[int, int], str]) -> dict[str, bytes]:
    payload = [data for name, data in files.items() if name.startswith("data/")]
    lines = files["bag-info.txt"].decode().splitlines()
    kept = [line for line in lines if not line.startswith("Payload-Oxum")]
    said = oxum(sum(map(len, payload)), len(payload))
    return files | {"bag-info.txt": "\n".join([*kept, f"Payload-Oxum: {said}", ""]).encode()}


def unlisted(files: dict[str, bytes]) -> dict[str, bytes]:
    return files | {"data/households/000001/papers/0099.pdf": b"slipped in"}


def unlisted_own(files: dict[str, bytes]) -> dict[str, bytes]:
    return files | {"autorun.inf": b"[autorun]"}


def listed_only(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in files.items() if name != "data/catalogue.txt"}


def _listing(files: dict[str, bytes], line: str) -> dict[str, bytes]:
    return files | {manifest.PAYLOAD: files[manifest.PAYLOAD] + line.encode()}


def manifest_climbs(files: dict[str, bytes]) -> dict[str, bytes]:
    return _listing(files, f"{'0' * 64}  data/../../etc/passwd\n")


def manifest_absolute(files: dict[str, bytes]) -> dict[str, bytes]:
    return _listing(files, f"{'0' * 64}  /etc/passwd\n")


def manifest_of_tags(files: dict[str, bytes]) -> dict[str, bytes]:
    return _listing(files, f"{'0' * 64}  bagit.txt\n")


def manifest_twice(files: dict[str, bytes]) -> dict[str, bytes]:
    return _listing(files, f"{'0' * 64}  data/handover.json\n")


def manifest_short_digest(files: dict[str, bytes]) -> dict[str, bytes]:
    return _listing(files, "abc  data/x\n")


def manifest_of_nothing(files: dict[str, bytes]) -> dict[str, bytes]:
    return files | {manifest.PAYLOAD: b"\xff\xfe\x00"}


def no_manifest(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in files.items() if name != manifest.PAYLOAD}


def no_tag_manifest(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in files.items() if name != manifest.TAGS}


def weak(files: dict[str, bytes]) -> dict[str, bytes]:
    return files | {"manifest-md5.txt": b""}


def disagreeing(files: dict[str, bytes]) -> dict[str, bytes]:
    return files | {"manifest-sha512.txt": b"0" * 128 + b"  data/handover.json\n"}


def other_version(files: dict[str, bytes]) -> dict[str, bytes]:
    return files | {"bagit.txt": b"BagIt-Version: 9.9\nTag-File-Character-Encoding: UTF-8\n"}


def other_encoding(files: dict[str, bytes]) -> dict[str, bytes]:
    return files | {"bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n"}


CRAFTED: list[tuple[Callable[[dict[str, bytes]], dict[str, bytes]], str]] = [
    (other_case, "twins"),
    (other_accents, "twins"),
    (file_and_folder, "twins"),
    (with_fetch, "fetch"),
    (wrong_bytes, "oxum"),
    (wrong_count, "oxum"),
    (no_oxum, "no_oxum"),
    (two_oxums, "no_oxum"),
    (unlisted, "not_listed"),
    (unlisted_own, "tag_not_listed"),
    (listed_only, "listed_only"),
    (manifest_climbs, "manifest_name"),
    (manifest_absolute, "manifest_name"),
    (manifest_of_tags, "manifest_name"),
    (manifest_twice, "manifest_twice"),
    (manifest_short_digest, "manifest_line"),
    (manifest_of_nothing, "manifest_line"),
    (no_manifest, "no_manifest"),
    (no_tag_manifest, "no_manifest"),
    (weak, "weak_manifest"),
    (disagreeing, "manifests_differ"),
    (other_version, "bag_version"),
    (other_encoding, "bag_version"),
]


@pytest.mark.parametrize(("craft", "code"), CRAFTED, ids=[each.__name__ for each, _c in CRAFTED])
def test_a_crafted_bag_is_refused(
    whole: dict[str, bytes],
    tmp_path: Path,
    craft: Callable[[dict[str, bytes]], dict[str, bytes]],
    code: str,
) -> None:
    path = zip_of(tmp_path / "bad.zip", craft(whole), [])

    assert refusal_of(path) == code


LISTS = {
    "not json": b"{",
    "another format": b'{"format": "hudang-handover-9"}',
    "nested without end": b"[" * 100_000,
    "paths that climb": None,
    "text for a number": None,
}


@pytest.mark.parametrize("case", LISTS)
def test_a_handover_list_of_another_form_is_refused(
    whole: dict[str, bytes], tmp_path: Path, case: str
) -> None:
    data = (
        LISTS[case]
        or {
            "paths that climb": whole["data/handover.json"].replace(b"papers/0001", b"../../0001"),
            "text for a number": whole["data/handover.json"].replace(
                b'"item_no": 1,', b'"item_no": "1; DROP TABLE document",'
            ),
        }[case]
    )
    files = _info(whole | {"data/handover.json": data}, lambda total, count: f"{total}.{count}")
    path = zip_of(tmp_path / "bad.zip", files, [])

    assert data != whole["data/handover.json"]
    assert refusal_of(path) == "no_list"


def test_the_same_entry_twice_is_refused(whole: dict[str, bytes], tmp_path: Path) -> None:
    double = entry(f"{TOP}/data/handover.json")
    with pytest.warns(UserWarning, match="Duplicate"):
        path = zip_of(tmp_path / "bad.zip", whole, [(double, b"{}")])

    assert refusal_of(path) == "twice"


def test_a_zip_that_would_unpack_to_far_more_is_refused(
    whole: dict[str, bytes], tmp_path: Path
) -> None:
    bomb = entry(f"{TOP}/data/zeros.txt")
    bomb.compress_type = zipfile.ZIP_DEFLATED
    path = zip_of(tmp_path / "bad.zip", whole, [(bomb, bytes(64 * 1024 * 1024))])

    assert refusal_of(path) == "bomb"


def test_entries_that_lie_over_each_other_are_refused(
    whole: dict[str, bytes], tmp_path: Path
) -> None:
    path = zip_of(tmp_path / "bad.zip", whole, [])
    data = bytearray(path.read_bytes())
    second = data.find(b"PK\1\2", list_of_zip(data) + 4)
    data[second + 42 : second + 46] = struct.pack("<L", 0)
    path.write_bytes(data)

    assert refusal_of(path) == "overlap"


def test_an_entry_with_two_names_is_refused(whole: dict[str, bytes], tmp_path: Path) -> None:
    path = zip_of(tmp_path / "bad.zip", whole, [])
    data = path.read_bytes()
    name = f"{TOP}/data/catalogue.txt".encode()
    path.write_bytes(data.replace(name, name[:-3] + b"exe", 1))

    assert refusal_of(path) == "two_names"


def test_an_encrypted_zip_is_refused(whole: dict[str, bytes], tmp_path: Path) -> None:
    path = zip_of(tmp_path / "bad.zip", whole, [])
    data = bytearray(path.read_bytes())
    data[list_of_zip(data) + 8] |= 1
    path.write_bytes(data)

    assert refusal_of(path) == "encrypted"


def test_a_packing_method_that_is_not_public_is_refused(
    whole: dict[str, bytes], tmp_path: Path
) -> None:
    odd = entry(f"{TOP}/data/x.txt")
    odd.compress_type = zipfile.ZIP_LZMA
    path = zip_of(tmp_path / "bad.zip", whole, [(odd, b"x")])

    assert refusal_of(path) == "method"


def test_files_beside_the_package_are_refused(whole: dict[str, bytes], tmp_path: Path) -> None:
    path = zip_of(tmp_path / "bad.zip", whole, [(entry("setup.exe"), b"MZ")])

    assert refusal_of(path) == "several"


@pytest.mark.parametrize("kept", [0.2, 0.6, 0.99])
def test_a_zip_that_is_cut_off_is_refused(
    whole: dict[str, bytes], tmp_path: Path, kept: float
) -> None:
    path = zip_of(tmp_path / "bad.zip", whole, [])
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * kept)])

    assert refusal_of(path) in ("not_a_package", "cut_off")


@pytest.mark.parametrize("what", [b"", b"PK\5\6" + bytes(18), b"%PDF-1.7\n"])
def test_what_is_no_package_is_refused(tmp_path: Path, what: bytes) -> None:
    path = tmp_path / "bad.zip"
    path.write_bytes(what)

    assert refusal_of(path) == "not_a_package"


def in_folder(root: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


def _symlink(root: Path) -> None:
    (root / "data/x").symlink_to("/etc/passwd")


def _symlinked_folder(root: Path) -> None:
    (root / "data/more").symlink_to(root.parent, target_is_directory=True)


def _pipe(root: Path) -> None:
    os.mkfifo(root / "data/x")


def _socket(root: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        here = Path.cwd()
        os.chdir(root / "data")
        try:
            made.bind("x")
        finally:
            os.chdir(here)


def _not_unicode(root: Path) -> None:
    Path(os.fsdecode(os.fsencode(root) + b"/data/\xd5\xc5.pdf")).write_bytes(b"x")


def _other_case(root: Path) -> None:
    (root / "data/HANDOVER.json").write_bytes(b"{}")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX kinds of files")
@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (_symlink, "link"),
        (_symlinked_folder, "link"),
        (_pipe, "not_a_file"),
        (_socket, "not_a_file"),
        (_not_unicode, "not_unicode"),
        (_other_case, "twins"),
    ],
)
def test_a_folder_with_what_is_no_file_is_refused(
    whole: dict[str, bytes], tmp_path: Path, spoil: Callable[[Path], None], code: str
) -> None:
    root = in_folder(tmp_path / "bag", whole)
    spoil(root)

    assert refusal_of(root) == code


def test_a_link_to_a_package_is_refused(whole: dict[str, bytes], tmp_path: Path) -> None:
    root = in_folder(tmp_path / "bag", whole)
    link = tmp_path / "link"
    link.symlink_to(root)

    assert refusal_of(link) == "link"


def test_sound_packages_are_not_refused(whole: dict[str, bytes], tmp_path: Path) -> None:
    assert refusal_of(zip_of(tmp_path / "good.zip", whole, [])) == ""
    assert refusal_of(in_folder(tmp_path / "good", whole)) == ""


def test_a_package_packed_again_by_a_file_manager_is_not_refused(
    whole: dict[str, bytes], tmp_path: Path
) -> None:
    path = tmp_path / "again.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.mkdir(TOP)
        for name, data in whole.items():
            made.writestr(f"{TOP}/{name}", data)

    assert refusal_of(path) == ""


def test_chinese_and_spanish_names_are_safe() -> None:
    assert why_unsafe("data/households/000001/papers/0001_借款合同_2024-03-01.pdf") is None
    assert why_unsafe("data/households/000001/papers/0001_Pagaré_2024-03-01.pdf") is None
    assert twins(["a/b", "a/c", "ab"]) == []


def test_every_reason_has_words() -> None:
    for code in REASONS:
        assert str(PackageRefused("x", code, "entry")).startswith("x was not opened")
    assert packing.program_name().startswith("hudang")
