# ruff: noqa: E501 - patterns are easier to read unbroken
"""Who a letter is by what it does, where the paper says it nowhere else: 乙方向甲方借款."""

from __future__ import annotations

import re
from collections.abc import Iterator

_L = r"[甲乙丙丁戊]方"
_DEEDS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern), parties)
    for pattern, parties in (
        (rf"({_L})(?:因[^。;\n]{{0,24}})?(?:自愿|现|拟)?向({_L})(?:提出|申请)?[^。;,\n]{{0,8}}?借(?!据|条)", ("borrower", "lender")),
        (rf"({_L})(?:自愿|同意)?(?:向|给|为)({_L})(?:发放|提供|出借)[^。;,\n]{{0,30}}?(?:借款|贷款|资金|人民币)", ("lender", "borrower")),
        (rf"({_L})(?:自愿|同意)?(?:将[^。;,\n]{{0,16}})?(?:借给|贷给|出借给)({_L})", ("lender", "borrower")),
        (rf"({_L})[^。;\n甲乙丙丁]{{0,12}}(?:自愿|愿意|同意)[^。;\n]{{0,20}}?(?:提供|承担)[^。;,\n抵质]{{0,8}}(?:保证|担保)", ("guarantor",)),
    )
)  # fmt: skip


def by_deeds(text: str) -> Iterator[tuple[str, str]]:
    """Yield (letter, party) for what the letters of a folded text do."""
    for pattern, parties in _DEEDS:
        m = pattern.search(text)
        if m:
            yield from zip(m.groups(), parties, strict=True)
