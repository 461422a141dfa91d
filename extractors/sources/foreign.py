"""Files of kinds that are not read here: what they are, so that a person knows what to do."""

from __future__ import annotations

import re

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Names of streams of an OLE file stand in UTF-16 in its directory.
_OLE_KINDS = (
    ("EncryptedPackage", "encrypted"),
    ("__substg1.0_", "mail"),
    ("__properties_version1.0", "mail"),
)
_ZIPPED = (b"PK\3\4", b"PK\5\6")
_ARCHIVES = (b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0", b"MSCF")
_PICTURES = (b"GIF87a", b"GIF89a", b"\0\0\0\x0cjP  ", b"\xff\x4f\xff\x51", b"8BPS", b"II\xbc\x01")
_PHOTOS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")
_HEADERS = re.compile(
    rb"(?:(?:From|To|Cc|Subject|Date|Received|Return-Path|Delivered-To|Message-ID|MIME-Version"
    rb"|X-[\w-]+|DKIM-Signature|Content-[\w-]+|Reply-To|Sender):"
    rb"[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){3}",
    re.IGNORECASE,
)
# The string every virus scanner reports, though it is harmless (eicar.org); split, or this file
# would be reported too.
_SCANNER_TEST = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def is_infected(data: bytes) -> bool:
    """Whether `data` holds the test string that stands for a virus."""
    return _SCANNER_TEST in data


def is_mail(data: bytes) -> bool:
    """Whether `data` begins like a mail: three of a mail's own headers."""
    return _HEADERS.match(data[:8192].lstrip(b"\xef\xbb\xbf\r\n")) is not None


def foreign_kind(data: bytes) -> str | None:
    """Return the refusal's code for `data` of a known kind that is not read here, else None."""
    if data.startswith(_OLE):
        return next((code for name, code in _OLE_KINDS if _utf16(name) in data), "old_office")
    if data.startswith(b"{\\rtf"):
        return "old_office"
    if data.startswith(_ZIPPED):
        return "ofd" if b"OFD.xml" in data else "container"
    if data.startswith(_ARCHIVES) or data[257:262] == b"ustar":
        return "container"
    if data.startswith(_PICTURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return "other_image"
    if data[4:8] == b"ftyp" and data[8:12] in _PHOTOS:
        return "photo_format"
    return None


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")
