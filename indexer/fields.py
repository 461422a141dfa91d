"""The fields people can ask for, their names in three languages, and the values they take."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum


class Kind(Enum):
    """What a field holds."""

    TEXT = "text"
    MONEY = "money"
    DAY = "day"
    YEAR = "year"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the query language; the first name is the one that results show."""

    names: tuple[str, ...]
    kind: Kind = Kind.TEXT

    @property
    def name(self) -> str:
        """The English name."""
        return self.names[0]


FIELDS = (
    Field(("borrower", "借款人", "户主", "prestatario")),
    Field(("party", "当事人", "担保人", "保证人", "guarantor", "parte", "fiador")),
    Field(("person", "人", "姓名", "persona")),
    Field(("type", "类型", "tipo")),
    Field(("year", "年", "年份", "año", "ano"), Kind.YEAR),
    Field(("date", "日期", "fecha"), Kind.DAY),
    Field(("due", "到期", "到期日", "vencimiento"), Kind.DAY),
    Field(("amount", "金额", "importe"), Kind.MONEY),
    Field(("class", "分类", "五级分类", "clase")),
    Field(("village", "村", "pueblo")),
    Field(("unit", "网点", "oficina")),
    Field(("manager", "客户经理", "管户", "gestor")),
    Field(("household", "户号", "expediente"), Kind.NUMBER),
    Field(("contract", "合同号", "合同编号", "编号", "contrato")),
    Field(("id", "身份证", "证件号", "documento")),
    Field(("title", "标题", "título", "titulo")),
    Field(("file", "文件名", "archivo")),
)

_BY_NAME = {name: field for field in FIELDS for name in field.names}

_RANGE = re.compile(r"(?P<low>.*?)(?:\.\.+|…|~|～|至)(?P<high>.*)", re.DOTALL)
_COMPARED = re.compile(r"(?P<sign>[<>]=?|=)(?P<value>.+)", re.DOTALL)
_MONEY = re.compile(
    r"[¥$€]?\s*(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>万|萬|亿|k|m)?\s*(?:元|yuan)?"
)
_UNITS = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "k": 1_000, "m": 1_000_000}
_DAY = re.compile(
    r"(?P<year>\d{4})(?:[-/.年](?P<month>\d{1,2})(?:[-/.月](?P<day>\d{1,2})日?|月)?|年)?"
    r"|(?P<compact>\d{8})"
)
_LARGEST_FEN = 2**62


def field_named(name: str) -> Field | None:
    """Return the field a person means, or None."""
    return _BY_NAME.get(name.casefold())


def interval(kind: Kind, typed: str) -> tuple[int | None, int | None] | None:
    """Return the least and the greatest value meant, both included; None: not a value of the kind.

    typed  "5万", ">100000", "2026-01..2026-03", "..2025"
    Money is in fen, days are 20260331, years and numbers are themselves.
    """
    typed = typed.strip()
    if compared := _COMPARED.fullmatch(typed):
        value = _value(kind, compared["value"])
        return None if value is None else _beside(compared["sign"], *value)
    if between := _RANGE.fullmatch(typed):
        low, high = between["low"].strip(), between["high"].strip()
        least, greatest = _value(kind, low), _value(kind, high)
        if not (low or high) or (low and least is None) or (high and greatest is None):
            return None
        return least[0] if least else None, greatest[1] if greatest else None
    return _value(kind, typed)


def _beside(sign: str, least: int, greatest: int) -> tuple[int | None, int | None]:
    match sign:
        case ">":
            return greatest + 1, None
        case ">=":
            return least, None
        case "<":
            return None, least - 1
        case "<=":
            return None, greatest
        case _:
            return least, greatest


def _value(kind: Kind, typed: str) -> tuple[int, int] | None:
    typed = typed.strip()
    match kind:
        case Kind.MONEY:
            return _fen(typed)
        case Kind.DAY:
            return _days(typed)
        case Kind.YEAR:
            typed = typed.removesuffix("年")
            plain = re.fullmatch(r"\d{4}", typed)
        case _:
            plain = re.fullmatch(r"\d{1,9}", typed)
    return (int(typed), int(typed)) if plain else None


def _fen(typed: str) -> tuple[int, int] | None:
    found = _MONEY.fullmatch(typed.casefold())
    if not found:
        return None
    try:
        yuan = Decimal(found["number"].replace(",", "")) * _UNITS.get(found["unit"] or "", 1)
        fen = int(yuan * 100)
    except InvalidOperation:
        return None
    return (fen, fen) if fen < _LARGEST_FEN else None


def _days(typed: str) -> tuple[int, int] | None:
    found = _DAY.fullmatch(typed)
    if not found:
        return None
    if found["compact"]:
        year, month, day = typed[:4], typed[4:6], typed[6:]
    else:
        year, month, day = found["year"], found["month"] or "", found["day"] or ""
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if day:
        return day_number(first), day_number(first)
    last_month = int(month or 12)
    last = calendar.monthrange(first.year, last_month)[1]
    return day_number(first), day_number(date(first.year, last_month, last))


def day_number(day: date) -> int:
    """Return 20260331 for 31 March 2026."""
    return day.year * 10_000 + day.month * 100 + day.day
