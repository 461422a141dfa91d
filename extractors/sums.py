"""Sums and ratios a paper prints: its repayment plan against the amount, its mortgage rate.

What is not surely understood is not checked: a plan with a row that is not read says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractors.checks import problem
from extractors.form import Fields
from extractors.reading import Money, Problem
from extractors.sheet import Sheet, Spot
from extractors.values.chinese_amount import number_from_chinese

_PLAN = re.compile(
    r"(?:分期|分次)?(?:还款|还本|归还)计划|分期(?:还款|还本|偿还)"
    r"|cronograma de (?:pagos|amortizacion)|plan de pagos"
    r"|repayment (?:schedule|plan)|schedule of repayments?"
)
_DAY = re.compile(
    r"\d{4}[ ]*年[ ]*\d{1,2}[ ]*月(?:[ ]*\d{1,2}[ ]*日)?|\d{4}[-./]\d{1,2}[-./]\d{1,2}"
    r"|\d{1,2}[-./]\d{1,2}[-./]\d{4}"
)
# 签订日期:2025年3月1日 after the last row is no row.
_LABELLED_DAY = re.compile(rf"[ ]*[^\d:。;]{{2,16}}:[ _]*(?:{_DAY.pattern})[ ]*$")
_FIGURE = re.compile(r"(?<![\d.,])(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?)(?![\d,]*\d)")
_ROW = re.compile(
    rf"(?:{_DAY.pattern})[^\d\n。;]{{0,24}}?(?:[¥$]|s/|us\$)?[ _]*"
    r"(?P<amount>\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?)[ _]*(?P<unit>万元|元|万)?"
    r"(?![\d年月日/.-])"
)
_PRINCIPAL = re.compile(r"本金|还本|capital|principal")
_SUMS = re.compile(r"金额|数额|importe|monto|amount|cuota|instal")
_INTEREST = re.compile(r"利息|本息|interes")
_TOTAL = re.compile(r"合计|总计|共计|小计|total|suma")
_REACH = 1500
_TABLE_REACH = 160
# Lines between the heading of a plan and its first row.
_BEFORE_ROWS = 3
_RATE = re.compile(
    r"抵押率[ _:为]*(?P<most>不超过|不得超过|不高于|最高|上限)?[^\d百%\n。;]{0,8}?[ _]*"
    r"(?:(?P<figures>\d{1,3}(?:\.\d{1,2})?)[ _]*%|百分之(?P<words>[一二三四五六七八九十]{1,3}))"
)
_RATE_TOLERANCE = Decimal("0.5")


def plan_adds_up(sheet: Sheet, fields: Fields) -> Iterator[Problem]:
    """The repayments of the plan come to the amount."""
    amount = _only(fields, "amount")
    if amount is None:
        return
    for heading in _PLAN.finditer(sheet.folded):
        rows = _table_rows(sheet, heading.end()) or _line_rows(sheet, heading.end())
        if rows is None or len(rows) < 2:
            continue
        if sum(rows) != amount:
            yield problem("amount", "plan_mismatch")
        return


def mortgage_rate_fits(sheet: Sheet, fields: Fields) -> Iterator[Problem]:
    """The printed 抵押率 is the secured amount over the value, give or take half a point."""
    secured = _only(fields, "secured_amount") or _only(fields, "amount")
    value = _only(fields, "collateral_value") or _only(fields, "appraised_value")
    found = list(_RATE.finditer(sheet.folded))
    rates = {_percent(m) for m in found}
    if not secured or not value or len(rates) != 1 or any(m["most"] for m in found):
        return
    rate = rates.pop()
    if rate is not None and abs(secured * 100 / value - rate) > _RATE_TOLERANCE:
        yield problem("secured_amount", "mortgage_rate_mismatch")


def _percent(found: re.Match[str]) -> Decimal | None:
    if found["figures"]:
        return Decimal(found["figures"])
    spelled = number_from_chinese(found["words"])
    return None if spelled is None else Decimal(spelled)


def _only(fields: Fields, name: str) -> Decimal | None:
    """The one amount of a field; None when there is none, or several."""
    found = fields.get(name, ())
    if len(found) != 1 or not isinstance(found[0].value, Money):
        return None
    return found[0].value.amount


def _table_rows(sheet: Sheet, after: int) -> list[Decimal] | None:
    """The principal in each row of the table under a heading; None when one is not read."""
    for spots in sheet.tables.values():
        begins, ends = spots[0].start, spots[-1].end
        if begins - _TABLE_REACH <= after <= ends and after - begins < 2 * _TABLE_REACH:
            return _rows_of(sheet, spots)
    return None


def _rows_of(sheet: Sheet, spots: Sequence[Spot]) -> list[Decimal] | None:
    text = {(spot.row, spot.column): sheet.folded[spot.start : spot.end].strip() for spot in spots}
    heads = {
        spot.column: said
        for spot in spots
        if not _FIGURE.search(said := text[spot.row, spot.column]) and len(said) <= 16
        and (_SUMS.search(said) or _PRINCIPAL.search(said))
    }  # fmt: skip
    principal = {column: said for column, said in heads.items() if _PRINCIPAL.search(said)}
    if not principal and any(_INTEREST.search(said) for said in text.values()):
        return None
    wanted = principal or {c: s for c, s in heads.items() if not _INTEREST.search(s)}
    sums: list[Decimal] = []
    for (row, column), said in sorted(text.items()):
        if column not in wanted or said == wanted[column] or not said.strip("_ /-"):
            continue
        left = " ".join(text.get((row, c), "") for c in range(column))
        if _TOTAL.search(left) or _TOTAL.search(said):
            continue
        figure = _FIGURE.fullmatch(re.sub(r"[¥$元\s_]|万元?|s/", "", said))
        if figure is None or not _DAY.search(left):
            return None
        unit = 10_000 if "万" in said + wanted[column] else 1
        sums.append(Decimal(figure.group(1).replace(",", "")) * unit)
    return sums


def _line_rows(sheet: Sheet, after: int) -> list[Decimal] | None:
    """The sums behind the days of a plan in running text; None when a day has none."""
    region = _lines_with_days(sheet.folded[after : after + _REACH])
    found = list(_ROW.finditer(region))
    if not found or _INTEREST.search(region) or len(_DAY.findall(region)) != len(found):
        return None
    return [
        Decimal(m["amount"].replace(",", "")) * (10_000 if (m["unit"] or "")[:1] == "万" else 1)
        for m in found
    ]


def _lines_with_days(text: str) -> str:
    """The lines from the first that names a day to the last in a row that does."""
    kept: list[str] = []
    for number, line in enumerate(text.split("\n")):
        if _DAY.search(line) and not (kept and _LABELLED_DAY.match(line)):
            kept.append(line)
        elif kept or number > _BEFORE_ROWS:
            break
    return "\n".join(kept)
