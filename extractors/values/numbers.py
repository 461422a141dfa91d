# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""Numbers of contracts, certificates and parcels of land."""

from __future__ import annotations

import re
import unicodedata

# Provinces as certificates abbreviate them.
PROVINCES = "京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川贵黔云滇陕秦甘陇青台蒙桂藏宁新"
_CERTIFICATE = re.compile(
    rf"(?P<province>[{PROVINCES}])?\s*[(]?\s*(?P<year>\d{{4}})\s*[)]?\s*(?P<place>[^\d\s,。;:()\x1f]{{1,14}}(?:\s*[^\d\s,。;:()\x1f]{{1,8}})?)\s*"
    r"不动产\s*(?P<kind>权|证明)\s*第?\s*(?P<number>[\dA-Z]{4,12})\s*号"
)
# Blanks and line ends may stand anywhere in its 28 places.
_UNIT = re.compile(
    r"(?<![\dA-Z])\d(?:\s*\d){11}\s*[A-Z]\s*[A-Z](?:\s*\d){5}\s*[FLQW](?:\s*\d){8}(?![\dA-Z])"
)


def find_certificates(text: str, kind: str) -> list[tuple[int, int]]:
    """Return where the 不动产权 (`kind` "权") or 不动产证明 ("证明") numbers stand in plain `text`."""
    return [m.span() for m in _CERTIFICATE.finditer(text) if m["kind"] == kind and m["province"]]


def find_units(text: str) -> list[tuple[str, int, int]]:
    """Return (28 characters, start, end) of each 不动产单元号 in plain `text`."""
    return [(re.sub(r"\s", "", m.group()), m.start(), m.end()) for m in _UNIT.finditer(text)]


# Characters that a number keeps as they are; most numbers have no others.
_KEPT_AS_PRINTED = re.compile(r"[0-9A-Za-z./()（）〔〕\[\]【】\u4e00-\u9fff-]*")


def as_number(printed: str) -> str:
    """Return a contract or certificate number as it is kept: no blanks, no filling underscores,
    half-width figures and letters, brackets as printed."""
    if _KEPT_AS_PRINTED.fullmatch(printed):
        return printed
    kept = []
    for char in printed:
        if char.isspace() or char in "_＿\x1f":
            continue
        half = unicodedata.normalize("NFKC", char)
        kept.append(half if (half.isascii() and half.isalnum()) or half in "-/." else char)
    return "".join(kept)


def comparable(number: str) -> str:
    """Return a number for comparing two papers: brackets of all kinds are one."""
    return re.sub(r"[()（）〔〕\[\]【】﹙﹚［］]", "|", as_number(number)).upper()
