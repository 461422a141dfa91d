"""Fields that many kinds have, and short ways of writing titles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from extractors.wording import _
from ledger.kinds.declaration import Choice, Fault, Field, FieldValue, Titles


def titles(zh: str, es: str, en: str) -> Titles:
    """Return a title in the three languages."""
    return {"zh": zh, "es": es, "en": en}


def choice(code: str, zh: str, es: str, en: str, *written: str) -> Choice:
    """Return an answer with what else people write for it."""
    return Choice(code, titles(zh, es, en), written)


def day(key: str, zh: str, es: str, en: str, *labels: str, required: bool = False) -> Field:
    """Return a field that is a day."""
    return Field(
        key=key,
        titles=titles(zh, es, en),
        grammar="date",
        labels=labels,
        required=required,
        width=11,
    )


def money(key: str, zh: str, es: str, en: str, *labels: str, **more: Any) -> Field:
    """Return a field that is an amount, summed below its register."""
    return Field(
        key=key, titles=titles(zh, es, en), grammar="money", labels=labels, **{"total": True} | more
    )


def text(key: str, zh: str, es: str, en: str, *labels: str, **more: Any) -> Field:
    """Return a field that is text."""
    return Field(key=key, titles=titles(zh, es, en), labels=labels, **more)


def number(key: str, zh: str, es: str, en: str, *labels: str, **more: Any) -> Field:
    """Return a field that is a number of a certificate, contract or letter."""
    return Field(
        key=key, titles=titles(zh, es, en), grammar="number", labels=labels, **{"width": 20} | more
    )


def chosen(key: str, zh: str, es: str, en: str, *choices: Choice, **more: Any) -> Field:
    """Return a field that takes one of some answers."""
    return Field(
        key=key, titles=titles(zh, es, en), grammar="choice", choices=choices, **{"width": 9} | more
    )


def ends(values: Mapping[str, FieldValue], first: str, last: str) -> Iterator[Fault]:
    """Say when a period ends before it begins; for a kind's check."""
    begun, ended = values.get(first), values.get(last)
    if isinstance(begun, date) and isinstance(ended, date) and ended < begun:
        yield Fault(
            key=last,
            code="ends_before_it_begins",
            message=_("the day is before that of {field}").format(field=first),
        )


SECURITY = number(
    "security",
    "权证号",
    "Nº de título",
    "Certificate",
    "权证号码", "产权证号", "不动产权证号", "不动产登记证明号", "登记证明号", "他项权证号",
    "权证编号", "押品编号", "抵质押物编号", "título", "certificate no",
    required=True,
)  # fmt: skip
