"""From a value read on a paper to the value the ledger keeps."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from decimal import Decimal

from extractors.reading import FieldValue, Money, Rate
from extractors.values.numbers import as_number
from ledger.classes import UnknownClass, class_code
from ledger.guarantees import UnknownGuarantee, guarantee_code

# What a rate of a unit comes to in percent a year: 360 days, 12 months (domain rule of the trade).
_A_YEAR = {
    "percent_year": Decimal(1),
    "percent_month": Decimal(12),
    "permille_month": Decimal("1.2"),
    "percent_day": Decimal(360),
}
# Rounding of printed rates: 7.0833‰ a month is 8.5 % a year.
_RATE_TOLERANCE = Decimal("0.005")


def fen(found: FieldValue) -> int | None:
    """Return an amount in hundredths of the currency's unit; None where it has smaller parts."""
    if not isinstance(found.value, Money):
        return None
    hundredths = found.value.amount * 100
    return int(hundredths) if hundredths == hundredths.to_integral_value() else None


def day(found: FieldValue) -> date | None:
    """Return a day."""
    return found.value if isinstance(found.value, date) else None


def text(found: FieldValue) -> str | None:
    """Return words as they were read."""
    return found.value.strip() or None if isinstance(found.value, str) else None


def number(found: FieldValue) -> str | None:
    """Return a contract or certificate number as the ledger keeps such."""
    return as_number(found.value) or None if isinstance(found.value, str) else None


def extent(found: FieldValue) -> str | None:
    """Return an area as the ledger words it, without noughts behind the point."""
    return f"{found.value.normalize():f}" if isinstance(found.value, Decimal) else None


def rate(found: FieldValue) -> Rate | None:
    """Return a rate in its own unit."""
    return found.value if isinstance(found.value, Rate) else None


def guarantee(found: FieldValue) -> str | None:
    """Return the code of a way of securing; None for words that name none."""
    with suppress(UnknownGuarantee):
        return guarantee_code(str(found.value))
    return None


def loan_class(found: FieldValue) -> str | None:
    """Return the code of a class; None for words that name none of the five."""
    with suppress(UnknownClass):
        return class_code(str(found.value))
    return None


def same_rate(one: Rate, other: Rate) -> bool | None:
    """Whether two rates are one; None where their units cannot be compared."""
    if one == other:
        return True
    if one.unit not in _A_YEAR or other.unit not in _A_YEAR:
        return None
    ours, theirs = (each.value * _A_YEAR[each.unit] for each in (one, other))
    return abs(ours - theirs) <= _RATE_TOLERANCE


def joined(texts: Iterable[str]) -> str:
    """Return several names as registers write them."""
    return "、".join(dict.fromkeys(texts))
