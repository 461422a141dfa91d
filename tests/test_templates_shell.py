"""The zip around a document: the bytes that the standard library would write, only sooner."""

from __future__ import annotations

import io
import zipfile

import pytest

from templates import shell
from templates.shell import FIXED_TIME, Shell, TooLarge

PARTS = {
    "[Content_Types].xml": b"<Types/>",
    "word/media/图1.png": bytes(range(256)) * 9,
    "word/empty.xml": b"",
    "word/document.xml": "正文".encode() * 5_000,
}


def by_zipfile(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, data)
    return out.getvalue()


def test_the_bytes_are_those_of_the_standard_library() -> None:
    assert shell.zipped(PARTS) == by_zipfile(PARTS)


@pytest.mark.parametrize("ready", range(len(PARTS) + 1))
def test_it_does_not_show_which_parts_were_ready_made(ready: int) -> None:
    parts = list(PARTS.items())

    made = shell.shell(dict(parts[:ready])).with_parts(dict(parts[ready:]))

    assert made == by_zipfile(PARTS)


def test_more_parts_than_a_plain_zip_can_list_are_refused() -> None:
    with pytest.raises(TooLarge):
        Shell(b"", b"", 0xFFFF).with_parts({"a": b""})
