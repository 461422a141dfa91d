"""The count: what was right, wrong, missed and invented, and the shares that follow from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from benchmarks.accuracy.compare import unmatched, values

# The fields of which a department cannot do without.
KEY_FIELDS = (
    "borrower",
    "id_number",
    "contract_no",
    "amount",
    "rate",
    "start_date",
    "end_date",
    "lender",
    "mortgagor",
    "mortgagee",
    "certificate_no",
    "inspect_date",
    "inspector",
    "classification",
)


@dataclass(frozen=True, slots=True)
class Miss:
    """One value that was not read as it stands on the paper.

    kind   "wrong": another value was read; "missed": none was; "invented": the paper has none
    told   the value on the paper, None for an invented one
    found  the value that was read, None for a missed one
    """

    field: str
    kind: str
    told: Any
    found: Any


@dataclass(slots=True)
class Count:
    """Values of one field, or of many together.

    told      values that stand on the papers
    right     of these, those that were read so
    wrong     values read otherwise, where the paper has the field
    invented  values read where the paper does not have the field
    missed    values for which nothing was read
    """

    told: int = 0
    right: int = 0
    wrong: int = 0
    missed: int = 0
    invented: int = 0

    @property
    def read(self) -> int:
        """How many values were read at all."""
        return self.right + self.wrong + self.invented

    @property
    def precision(self) -> float | None:
        """The share of the values read that are right; None when none was read."""
        return self.right / self.read if self.read else None

    @property
    def recall(self) -> float | None:
        """The share of the values on the papers that were read right."""
        return self.right / self.told if self.told else None

    @property
    def invented_share(self) -> float | None:
        """The share of the values read for which the paper has no such field."""
        return self.invented / self.read if self.read else None

    def add(self, other: Count) -> None:
        """Count another count's values too."""
        self.told += other.told
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed
        self.invented += other.invented


@dataclass(slots=True)
class Tally:
    """What was counted over papers: by field, and how many types were known."""

    papers: int = 0
    types: int = 0
    fields: dict[str, Count] = field(default_factory=dict)

    def overall(self, only: Iterable[str] | None = None) -> Count:
        """Return the count over all fields, or over those named."""
        total = Count()
        for name in self.fields if only is None else only:
            total.add(self.fields.get(name, Count()))
        return total

    def take(self, type_is_right: bool, counts: Mapping[str, Count]) -> None:
        """Count one paper."""
        self.papers += 1
        self.types += type_is_right
        self.take_fields(counts)

    def take_fields(self, counts: Mapping[str, Count]) -> None:
        """Count values alone."""
        for name, one in counts.items():
            self.fields.setdefault(name, Count()).add(one)


def compared(
    told: Mapping[str, Any], found: Mapping[str, Any], optional: Mapping[str, Any]
) -> tuple[dict[str, Count], list[Miss]]:
    """Return the counts of one paper by field, and each value that was not read as told.

    optional  values that may be read or not: neither counts
    """
    counts, misses = {}, []
    for name in sorted({*told, *found}):
        asked = values(told[name]) if name in told else []
        read = values(found[name]) if name in found else []
        missing, extra = unmatched(name, asked, read)
        if extra and name in optional:
            _, extra = unmatched(name, values(optional[name]), extra)
        counts[name] = _count(bool(asked), len(asked) - len(missing), len(missing), len(extra))
        misses += _misses(name, bool(asked), missing, extra)
    return counts, misses


def _count(has_field: bool, right: int, missing: int, extra: int) -> Count:
    if not has_field:
        return Count(invented=extra)
    return Count(right + missing, right, extra, max(0, missing - extra))


def _misses(name: str, has_field: bool, missing: list[Any], extra: list[Any]) -> list[Miss]:
    if not has_field:
        return [Miss(name, "invented", None, one) for one in extra]
    pairs = min(len(missing), len(extra))
    return [
        *(Miss(name, "wrong", a, b) for a, b in zip(missing, extra, strict=False)),
        *(Miss(name, "wrong", None, one) for one in extra[pairs:]),
        *(Miss(name, "missed", one, None) for one in missing[pairs:]),
    ]
