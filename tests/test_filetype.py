"""Types by content, and whether the end of a file has arrived."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from extractors import filetype, host

SENTENCE = "借款人张三向信用社借款五万元，用于购买化肥。El prestatario pagó 500 €."


def pdf() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 80), "white").save(out, "PDF")
    return out.getvalue()


def picture(kind: str, *, pages: int = 1) -> bytes:
    out = io.BytesIO()
    noise = Image.effect_noise((160, 120), 60).convert("RGB")
    more = {"save_all": True, "append_images": [noise] * (pages - 1)} if pages > 1 else {}
    noise.save(out, kind, **more)
    return out.getvalue()


def package(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as written:
        written.writestr("[Content_Types].xml", "<Types/>" * 50)
        written.writestr(name, "<w/>" * 500)
    return out.getvalue()


def thumbnailed_jpeg() -> bytes:
    """A JPEG whose EXIF carries a thumbnail with an end mark of its own."""
    whole = picture("JPEG")
    thumbnail = b"Exif\0\0" + whole
    segment = b"\xff\xe1" + (len(thumbnail) + 2).to_bytes(2, "big") + thumbnail
    return whole[:2] + segment + whole[2:]


WHOLE = {
    "pdf": (pdf(), filetype.PDF),
    "jpeg": (picture("JPEG"), filetype.JPEG),
    "jpeg with thumbnail": (thumbnailed_jpeg(), filetype.JPEG),
    "png": (picture("PNG"), filetype.PNG),
    "tiff": (picture("TIFF"), filetype.TIFF),
    "tiff of three pages": (picture("TIFF", pages=3), filetype.TIFF),
    "bmp": (picture("BMP"), filetype.BMP),
    "docx": (package("word/document.xml"), filetype.DOCX),
    "xlsx": (package("xl/workbook.xml"), filetype.XLSX),
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_type_is_told_by_content_whatever_the_extension(tmp_path: Path, name: str) -> None:
    data, expected = WHOLE[name]
    path = tmp_path / "scan.xyz"
    path.write_bytes(data)

    assert filetype.media_type(data) == expected
    assert filetype.media_type_of(path) == expected


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"]
)
def test_text_is_told_in_every_encoding_of_the_trade(encoding: str) -> None:
    data = ("Contrato\n" * 30 + SENTENCE + "\n" + SENTENCE).encode(encoding)

    found = filetype.text_encoding(data)

    assert filetype.media_type(data) == filetype.TEXT
    assert found is not None
    assert data.decode(found).lstrip("\ufeff").endswith(SENTENCE)


def test_western_text_is_not_taken_for_chinese() -> None:
    text = "Préstamo de campaña; garantía hipotecaria en Peñafiel. Señor Núñez pagó."

    assert filetype.text_encoding(text.encode("cp1252")) == "cp1252"


@pytest.mark.parametrize(
    "data", [b"", b"\x00" * 500, bytes(range(256)) * 9, b"MZ\x90\x00\x03" * 50]
)
def test_rubbish_has_no_type(data: bytes) -> None:
    assert filetype.media_type(data) == filetype.UNKNOWN


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_file_is_whole(tmp_path: Path, name: str) -> None:
    path = tmp_path / "whole"
    path.write_bytes(WHOLE[name][0])

    assert filetype.missing_end(path) is None


@pytest.mark.parametrize("share", [0.5, 0.9, 0.99])
@pytest.mark.parametrize("name", WHOLE)
def test_a_file_cut_short_is_not_whole(tmp_path: Path, name: str, share: float) -> None:
    data = WHOLE[name][0]
    path = tmp_path / "half"
    path.write_bytes(data[: int(len(data) * share)])

    reason = filetype.missing_end(path)

    assert reason is not None
    assert reason.startswith("no_")


# A BMP and a one-page TIFF end in pixels, which may truly be zero.
@pytest.mark.parametrize("name", [name for name in WHOLE if name not in ("bmp", "tiff")])
def test_a_file_whose_end_is_reserved_but_not_written_is_not_whole(
    tmp_path: Path, name: str
) -> None:
    data = WHOLE[name][0]
    half = len(data) // 2
    path = tmp_path / "reserved"
    path.write_bytes(data[:half] + bytes(70_000))

    assert filetype.missing_end(path) is not None


def test_nothing_and_zeros_are_empty(tmp_path: Path) -> None:
    path = tmp_path / "empty"
    for data in (b"", bytes(10_000)):
        path.write_bytes(data)

        assert filetype.missing_end(path) == "empty"


def test_text_has_no_end_to_miss(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text(SENTENCE[:10], encoding="utf-8")

    assert filetype.missing_end(path) is None


def test_only_regular_files_are_opened_and_a_pipe_does_not_block(tmp_path: Path) -> None:
    target, link = tmp_path / "target.pdf", tmp_path / "link.pdf"
    target.write_bytes(pdf())
    link.symlink_to(target)
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)

    for path in (link, pipe, tmp_path):
        with pytest.raises(host.NotRegular):
            filetype.missing_end(path)
    with pytest.raises(FileNotFoundError):
        filetype.missing_end(tmp_path / "none")


HEADS = [data[:n] for data, _kind in WHOLE.values() for n in (4, 12, 40)]


@given(st.sampled_from([*HEADS, b""]), st.binary(max_size=3000))
def test_no_rubbish_makes_it_raise(
    tmp_path_factory: pytest.TempPathFactory, head: bytes, rest: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "rubbish"
    path.write_bytes(head + rest)

    assert filetype.missing_end(path) is None or filetype.missing_end(path)
    assert filetype.media_type_of(path) in filetype.SUFFIXES


@given(st.sampled_from(sorted(WHOLE)), st.integers(0, 10_000), st.integers(0, 255))
def test_no_flipped_byte_makes_it_raise(
    tmp_path_factory: pytest.TempPathFactory, name: str, place: int, value: int
) -> None:
    data = bytearray(WHOLE[name][0])
    data[place % len(data)] = value
    path = tmp_path_factory.getbasetemp() / "flipped"
    path.write_bytes(data)

    filetype.missing_end(path)
    assert filetype.media_type_of(path) == filetype.media_type(bytes(data))


def test_a_file_under_two_hundred_wrong_names_is_what_it_is(tmp_path: Path) -> None:
    wrong = (".pdf", ".docx", ".xlsx", ".jpg", ".png", ".tif", ".bmp", ".txt", ".exe", "", ".tmp~")
    seen = 0
    for name, (data, true) in WHOLE.items():
        for number, suffix in enumerate(wrong * 3):
            path = tmp_path / f"{seen}{suffix}"
            path.write_bytes(data)
            seen += 1

            assert filetype.media_type_of(path) == true, name
            is_other = suffix in wrong[:8] and suffix != filetype.SUFFIXES[true]
            assert filetype.is_misnamed(path.name, true) is is_other, number
    assert seen >= 200


@pytest.mark.parametrize("name", ["a.JPEG", "b.tiff", "c.wps", "d", "e.2025", "f.jpg.pdf"])
def test_names_that_say_the_same_or_nothing_are_right(name: str) -> None:
    kinds = {"a.JPEG": filetype.JPEG, "b.tiff": filetype.TIFF, "c.wps": filetype.DOC}

    assert not filetype.is_misnamed(name, kinds.get(name, filetype.PDF))
