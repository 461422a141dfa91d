"""Parties that a sentence names: 某某公司(以下简称借款人), and letters given behind a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extractors.names import name_at_end
from extractors.sheet import Sheet

_CALLED = re.compile(
    r"\((?P<plain>(?![^()]*称)[\u4e00-\u9fff]{2,6})\)"
    r"|\((?:[^()\n]{0,24}[,;])?(?:以下|下文|下|后)?(?:均|统|合|并)?(?:简)?称(?:为|作|之为)?[\s:]*"
    r"[\"']?(?P<role>[^()\"'\n,;]{1,12})[\"']?(?:或[^()\n]{1,14})?\)"
)
# Between a name and what it is called: (身份证号码:410…), blanks, a line to write on.
_BETWEEN = re.compile(r"(?:[\s_]|\([^()\n]{0,80}\))*$")
_BEFORE = re.compile(r"[^。;\n\t\x1f]*$")
# How far before its bracket a name may begin, in characters.
_REACH = 160


@dataclass(frozen=True, slots=True)
class Called:
    """A name and the party that the paper says it stands for."""

    start: int
    end: int
    party: str


def called(sheet: Sheet, parties: Mapping[str, str]) -> Iterator[Called]:
    """Yield the names behind which the paper says what party they are.

    parties  the party of each label, by label key
    """
    for m in _CALLED.finditer(sheet.text):
        party = parties.get(re.sub(r"\s", "", m["role"] or m["plain"]))
        if party is None:
            continue
        from_ = max(0, m.start() - _REACH)
        before = sheet.text[from_ : m.start()]
        between = _BETWEEN.search(before)
        before = before[: between.start()] if between else before
        clause = _BEFORE.search(before)
        start = clause.start() if clause else 0
        name = name_at_end(before[start:])
        if name is not None:
            yield Called(from_ + start + name[0], from_ + start + name[1], party)
