"""When a value that was read is the value that stands on the paper.

Figures, dates and codes must be equal in value. Texts may differ in blanks, in the width of
characters and in punctuation. Free text, which papers print without saying where it ends, may be
cut or run on: the shorter of both must stand in the longer one and be at least `ENOUGH` of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

ENOUGH = Decimal("0.6")
FREE_TEXT = frozenset({
    "purpose", "collateral", "location", "problems", "conclusion", "measure", "risk_signals",
    "borrower_address", "loan_type", "guarantee_method", "sign_place", "right", "inspect_method",
    "opinion", "cause",
})  # fmt: skip
# What amounts in words may begin or end with and still be the same amount.
_AROUND_WORDS = re.compile(r"^(?:人民币|rmb|币种)+|(?:整|正|only)$")


def comparable(value: Any) -> Any:
    """Return a value so that two ways of writing the same are equal."""
    match value:
        case dict():
            return {key: comparable(one) for key, one in value.items()}
        case str():
            return _number(value) or re.sub(
                r"[\W_]", "", unicodedata.normalize("NFKC", value).casefold()
            )
        case _:
            return value


def _number(text: str) -> Decimal | None:
    return Decimal(text) if re.fullmatch(r"\d+\.\d+|[1-9]\d*", text) else None


def agree(field: str, told: Any, found: Any) -> bool:
    """Return whether `found` counts as `told` in this field."""
    one, two = comparable(told), comparable(found)
    if isinstance(one, str) and isinstance(two, str):
        if field == "amount_words":
            return _AROUND_WORDS.sub("", one) == _AROUND_WORDS.sub("", two)
        if field == "classification":
            return one.removesuffix("类") == two.removesuffix("类")
        if field in FREE_TEXT:
            return _holds(one, two)
    return bool(one == two) and isinstance(one, bool) == isinstance(two, bool)


def _holds(one: str, two: str) -> bool:
    short, long = sorted((one, two), key=len)
    return short in long and len(short) >= ENOUGH * len(long)


def values(said: Any) -> list[Any]:
    """Return the values of a field: a list as it is, each value once, anything else alone."""
    each: list[Any] = []
    for one in said if isinstance(said, list) else [said]:
        if comparable(one) not in map(comparable, each):
            each.append(one)
    return each


def unmatched(field: str, told: list[Any], found: Iterable[Any]) -> tuple[list[Any], list[Any]]:
    """Return what was told and not found, and what was found and not told."""
    waiting, extra = list(told), []
    for one in found:
        place = next((n for n, other in enumerate(waiting) if agree(field, other, one)), None)
        if place is None:
            extra.append(one)
        else:
            waiting.pop(place)
    return waiting, extra
