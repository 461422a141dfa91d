"""How sure a value is: the share of such values that was right when papers were measured.

A value that its own shape gives away (a date, an amount, an identity number) is right more often
than one that is only the words after a label. The shares are rounded down from what `make eval`
and papers typed from real forms showed; docs/accuracy.md has the curve that came of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from extractors.reading import FieldValue, Problem

Fields = Mapping[str, tuple[FieldValue, ...]]
# By the grammar that read the value; what is not here has a shape or a list of its own.
_BY_KIND: Mapping[str, float] = MappingProxyType({
    "collateral": 0.85,
    "yes_no": 0.85,
    "purpose": 0.9,
    "registry_no": 0.9,
    "deed_no": 0.9,
    "guarantee": 0.9,
})  # fmt: skip
_FREE_TEXT = 0.9
# Something is wrong with the field, and nobody has looked at it yet.
_WITH_PROBLEM = 0.8


def calibrated(fields: Fields, problems: Iterable[Problem]) -> dict[str, tuple[FieldValue, ...]]:
    """Return the fields with confidences that say how often such values are right."""
    troubled = {problem.field for problem in problems}
    return {
        name: tuple(replace(one, confidence=_sure(one, name in troubled)) for one in found)
        for name, found in fields.items()
    }


def _sure(found: FieldValue, troubled: bool) -> float:
    kind = _BY_KIND.get(found.rule, _FREE_TEXT if found.rule.startswith("text_") else 1.0)
    return found.confidence * kind * (_WITH_PROBLEM if troubled else 1.0)
