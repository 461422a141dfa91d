"""Encrypted backups: whoever finds the medium learns nothing, whoever changes it is found out."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from archive.backup import sealing
from archive.backup.make import Choice, backup
from archive.backup.place import NotABackup, read_header
from archive.backup.reader import open_backup
from archive.backup.restore import restore
from archive.backup.sealing import Keys, PassphraseTooShort, SealBroken, WrongPassphrase
from tests.archive_invariants import files_below
from tests.backup_double import (
    PASSPHRASE,
    assert_restored,
    back_up,
    bring_back,
    filed_digests,
    flip_bit,
    with_papers,
)

PIECE, TAG = sealing.PIECE, sealing.TAG
HEAD = len(sealing.MAGIC) + sealing.SALT


@pytest.fixture
def keys() -> Keys:
    return sealing.new_keys()


def seal(keys: Keys, data: bytes, name: str = "a") -> bytes:
    return b"".join(sealing.sealed(keys, name, [data]))


def unseal(keys: Keys, data: bytes, name: str = "a") -> bytes:
    return b"".join(sealing.opened(keys, name, [data]))


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 7])
def test_what_is_sealed_comes_out_the_same_and_is_as_long_as_said(keys: Keys, size: int) -> None:
    data = os.urandom(size)

    sealed = seal(keys, data)

    assert unseal(keys, sealed) == data
    assert len(sealed) == sealing.sealed_size(size)
    assert size < 16 or data[:16] not in sealed


def pieces_of(sealed: bytes) -> list[bytes]:
    body = sealed[HEAD:]
    return [body[i : i + PIECE + TAG] for i in range(0, len(body), PIECE + TAG)]


def damaged(sealed: bytes, what: str) -> bytes:
    """Return a sealed file of four pieces with one visible damage."""
    head, pieces = sealed[:HEAD], pieces_of(sealed)
    flipped = bytearray(sealed)
    flipped[{"a bit of the salt": 20, "a bit of a piece": HEAD + 9}.get(what, -1)] ^= 1
    return {
        "a bit of the salt": bytes(flipped),
        "a bit of a piece": bytes(flipped),
        "a bit of a tag": bytes(flipped),
        "the last piece gone": head + b"".join(pieces[:-1]),
        "the first piece gone": head + b"".join(pieces[1:]),
        "a piece in the middle gone": head + pieces[0] + b"".join(pieces[2:]),
        "two pieces swapped": head + pieces[1] + pieces[0] + b"".join(pieces[2:]),
        "a piece twice": head + pieces[0] + b"".join(pieces),
        "the last piece twice": sealed + pieces[-1],
        "cut inside a piece": sealed[:-5],
        "cut after the head": head,
        "cut inside the head": sealed[:10],
        "nothing": b"",
        "something behind": sealed + b"x",
    }[what]


DAMAGE = (
    "a bit of the salt", "a bit of a piece", "a bit of a tag", "the last piece gone",
    "the first piece gone", "a piece in the middle gone", "two pieces swapped", "a piece twice",
    "the last piece twice", "cut inside a piece", "cut after the head", "cut inside the head",
    "nothing", "something behind",
)  # fmt: skip


@pytest.mark.parametrize("what", DAMAGE)
def test_a_sealed_file_that_was_tampered_with_is_refused(keys: Keys, what: str) -> None:
    sealed = seal(keys, os.urandom(3 * PIECE + 100))

    with pytest.raises(SealBroken):
        unseal(keys, damaged(sealed, what))


def test_a_sealed_file_in_the_place_of_another_is_refused(keys: Keys) -> None:
    with pytest.raises(SealBroken):
        unseal(keys, seal(keys, b"one", "a"), "b")


def test_equal_contents_are_sealed_differently_each_time(keys: Keys) -> None:
    assert seal(keys, b"the same") != seal(keys, b"the same")


def test_other_keys_open_nothing(keys: Keys) -> None:
    with pytest.raises(SealBroken):
        unseal(sealing.new_keys(), seal(keys, b"secret"))


def header_of(keys: Keys) -> dict[str, object]:
    return sealing.lock(keys, PASSPHRASE) | {"key_check": sealing.key_check(keys)}


def test_the_passphrase_and_the_code_on_paper_open_the_same_keys(keys: Keys) -> None:
    header = header_of(keys)

    assert sealing.unlock(header, PASSPHRASE) == keys
    assert sealing.unlock(header, keys.code) == keys
    assert sealing.unlock(header, keys.code.lower().replace("-", " ")) == keys


def test_a_passphrase_typed_composed_or_not_is_the_same(keys: Keys) -> None:
    header = sealing.lock(keys, "contrase\u00f1a segura") | {"key_check": sealing.key_check(keys)}

    assert sealing.unlock(header, "contrasen\u0303a segura") == keys


@pytest.mark.parametrize("secret", ["", "wrong", PASSPHRASE + " ", "AAAA-BBBB"])
def test_a_wrong_passphrase_is_refused_without_a_word_about_the_right_one(
    keys: Keys, secret: str
) -> None:
    with pytest.raises(WrongPassphrase) as refusal:
        sealing.unlock(header_of(keys), secret)

    assert PASSPHRASE not in str(refusal.value)
    assert refusal.value.__cause__ is None


def test_the_code_of_another_backup_does_not_open_this_one(keys: Keys) -> None:
    with pytest.raises(WrongPassphrase):
        sealing.unlock(header_of(keys), sealing.new_keys().code)


def test_a_header_that_asks_for_all_the_memory_is_refused(keys: Keys) -> None:
    header = header_of(keys)
    header["kdf"] = {**header["kdf"], "memory_kib": 2**31}  # type: ignore[dict-item]

    with pytest.raises(SealBroken):
        sealing.unlock(header, PASSPHRASE)


def test_a_changed_header_does_not_open(keys: Keys) -> None:
    header = header_of(keys)
    header["wrapped_key"] = str(header["wrapped_key"])[:-2] + "00"

    with pytest.raises(WrongPassphrase):
        sealing.unlock(header, PASSPHRASE)


def test_a_short_passphrase_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    workspace = with_papers(tmp_path / "w", 1)

    for wanted in ([""], ["too short"]):
        with pytest.raises(PassphraseTooShort, match="12 characters"):
            backup(workspace, tmp_path / "b", Choice(secret=wanted.pop), actor="test")

    assert not (tmp_path / "b").exists()


def test_the_medium_gives_away_no_name_no_number_and_no_text(tmp_path: Path) -> None:
    workspace = with_papers(tmp_path / "w")
    back_up(workspace, tmp_path / "b", encrypt=True)
    told = ("户0", "110101199003070134", "HT-1", "loan_contract", "record.json", "papers/", "inbox")

    for path in files_below(tmp_path / "b"):
        if path.name == "README.txt":
            continue
        data = path.read_bytes()
        for word in told:
            assert word.encode() not in data, (path, word)
            assert word not in path.relative_to(tmp_path / "b").as_posix()


def test_contents_that_were_swapped_on_the_medium_are_named_and_left_out(tmp_path: Path) -> None:
    workspace = with_papers(tmp_path / "w")
    back_up(workspace, tmp_path / "b", encrypt=True)
    by_size: dict[int, list[Path]] = {}
    for path in files_below(tmp_path / "b" / "objects"):
        by_size.setdefault(path.stat().st_size, []).append(path)
    one, other = next(paths for paths in by_size.values() if len(paths) > 1)[:2]
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)

    restored = bring_back(tmp_path / "b", tmp_path / "r")

    assert {each.code for each in restored.findings} >= {"backup_damaged"}
    assert len([each for each in restored.findings if each.code == "backup_damaged"]) >= 2


def test_every_content_with_a_flipped_bit_is_found(tmp_path: Path) -> None:
    workspace = with_papers(tmp_path / "w")
    back_up(workspace, tmp_path / "b", encrypt=True)
    contents = files_below(tmp_path / "b" / "objects")

    for path in contents:
        flip_bit(path)
    opened = open_backup(tmp_path / "b", lambda: PASSPHRASE)
    manifest = opened.manifest(opened.names()[0])

    kept = [*opened.archive(manifest), *opened.loose(manifest)]
    assert len(kept) > 25
    for each in kept:
        with pytest.raises(SealBroken):
            b"".join(each.pieces)


def test_a_list_taken_from_another_time_is_refused(tmp_path: Path) -> None:
    workspace = with_papers(tmp_path / "w")
    back_up(workspace, tmp_path / "b", encrypt=True)
    back_up(workspace, tmp_path / "b", encrypt=True)
    lists = (tmp_path / "b" / "snapshots").glob("*[0-9].sealed")
    old, new = sorted(lists, key=lambda path: path.name.removesuffix(".sealed"))
    new.write_bytes(old.read_bytes())

    restored = bring_back(tmp_path / "b", tmp_path / "r")

    assert restored.manifest
    assert f"{restored.manifest.name}.sealed" == old.name
    assert [each.path for each in restored.findings] == [f"snapshots/{new.name[:-7]}"]


def test_an_encrypted_backup_is_not_continued_in_clear_nor_the_other_way(tmp_path: Path) -> None:
    workspace = with_papers(tmp_path / "w", 1)
    back_up(workspace, tmp_path / "sealed", encrypt=True)
    back_up(workspace, tmp_path / "plain")

    with pytest.raises(Exception, match="--encrypt"):
        back_up(workspace, tmp_path / "sealed")
    with pytest.raises(Exception, match="not encrypted"):
        back_up(workspace, tmp_path / "plain", encrypt=True)


def test_a_header_that_was_damaged_is_said(tmp_path: Path) -> None:
    workspace = with_papers(tmp_path / "w", 1)
    back_up(workspace, tmp_path / "b", encrypt=True)
    header = tmp_path / "b" / "hudang-backup.json"
    header.write_text(json.dumps(json.loads(header.read_bytes()) | {"format": 99}))

    with pytest.raises(NotABackup, match="cannot be read"):
        read_header(tmp_path / "b")
    with pytest.raises(NotABackup):
        restore(tmp_path / "b", tmp_path / "r", secret=lambda: PASSPHRASE, actor="test")


def test_a_second_backup_with_another_passphrase_is_refused_and_changes_nothing(
    tmp_path: Path,
) -> None:
    workspace = with_papers(tmp_path / "w", 1)
    back_up(workspace, tmp_path / "b", encrypt=True)
    before = {path: path.read_bytes() for path in files_below(tmp_path / "b")}

    with pytest.raises(WrongPassphrase):
        other = Choice(secret=lambda: "quite another passphrase")
        backup(workspace, tmp_path / "b", other, actor="test")

    assert {path: path.read_bytes() for path in files_below(tmp_path / "b")} == before
    assert_restored(
        bring_back(tmp_path / "b", tmp_path / "r").workspace.root, filed_digests(workspace)
    )
