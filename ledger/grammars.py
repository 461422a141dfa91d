"""How cells are read: stored value in, typed value out, or a refusal that says what is expected."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any, NamedTuple

from extractors.reading import Rate
from extractors.values.dates import find_dates
from extractors.values.money import number_of
from extractors.values.numbers import as_number
from extractors.values.plain import folded, plain, tidy
from extractors.values.rates import find_rate, is_plausible
from extractors.wording import _
from ledger.classes import UnknownClass, class_code
from ledger.guarantees import UnknownGuarantee, guarantee_code
from ledger.identities import fault_of
from ledger.periods import period_end
from ledger.sheets import Cell
from ledger.spans import month_of, span_of

# What people write for "nothing": read as an absent value.
NOTHING = frozenset(
    {"", "-", "--", "---", "—", "——", "/", "\\", "无", "空", "n/a", "na", "ninguno"}
)

_LONGEST_NOTHING = max(map(len, NOTHING))

_APOSTROPHES = "'\u2018\u2019\uff07`"
# What is left of an error where only values were pasted, and of a column that was too narrow.
_ERROR_TEXT = re.compile(r"#(N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)|#{3,}")

# A number is kept exactly up to 15 places in a spreadsheet; more are lost.
EXACT_PLACES = 15

# Words of a rate that is a year's.
_YEARLY = re.compile(r"年(化|利|息)|每年|anual|annual|a year|per year|yearly")

# Serial numbers of days in our time, 1954 to 2119.
SERIALS = range(20_000, 80_000)


@dataclass(frozen=True, slots=True)
class Context:
    """What a column's head and its sheet say about its cells.

    label      the head as printed, folded: carries ‰, 月, 年
    factor     what one unit of money in the column is in yuan: 1, 1000 or 10000
    language   of the workspace: decides the order of 05/06/2024 and the decimal comma
    chinese    whether the register's head is in Chinese: decides which numbers name a borrower
    kind       what the row says its ID number is (ledger.identities.kind_said)
    """

    label: str = ""
    factor: int = 1
    language: str = "zh"
    chinese: bool = True
    kind: str | None = None


class CellRefused(Exception):
    """A cell that cannot be read surely.

    code      stable, for machines
    message   what is wrong, without personal data
    expected  what should stand there
    """

    def __init__(self, code: str, message: str, expected: str) -> None:
        self.code, self.message, self.expected = code, message, expected
        super().__init__(message)


class Read(NamedTuple):
    """A value, and what was done to it that a person should know (None: nothing)."""

    value: Any
    note: str | None = None


# What reads a filled cell: a value, or one with a note, or None for nothing.
Grammar = Callable[[Cell, Context], Any]


def read_cell(cell: Cell, grammar: str | Grammar, context: Context) -> Read | None:
    """Read a cell by a grammar; None: it says nothing. Raises CellRefused."""
    if grammar == "ignored":
        # Nobody uses it: whatever stands there is no reason to keep the row out.
        return None
    if cell.broken == "error":
        raise CellRefused(
            "excel_error", _("the cell shows an Excel error"), _("a value, or an empty cell")
        )
    if cell.broken == "uncalculated":
        raise CellRefused(
            "formula_not_calculated",
            _("the formula was never calculated"),
            _("the workbook opened and saved once in Excel or WPS"),
        )
    if isinstance(cell.value, str):
        cell = _typed(cell, cell.value)
        if _says_nothing(str(cell.value)):
            return None
    read = GRAMMARS[grammar] if isinstance(grammar, str) else grammar
    if isinstance(cell.value, bool) and read is not flag:
        raise CellRefused("not_a_value", _("the cell holds TRUE or FALSE"), _("a value"))
    found = read(cell, context)
    return found if isinstance(found, Read) else (None if found is None else Read(found))


def _typed(cell: Cell, text: str) -> Cell:
    """The cell as its author meant it: without the apostrophe that keeps figures as text."""
    if text[:1] == "#" and _ERROR_TEXT.fullmatch(text.strip()):
        raise CellRefused(
            "excel_error", _("the cell shows an Excel error"), _("a value, or an empty cell")
        )
    return cell._replace(value=text[1:]) if text[:1] in tuple(_APOSTROPHES) else cell


def _says_nothing(text: str) -> bool:
    bare = text.strip()
    return len(bare) <= _LONGEST_NOTHING and plain(bare).strip().casefold() in NOTHING


def _text(cell: Cell, _context: Context) -> str | None:
    if isinstance(cell.value, datetime | date):
        return cell.value.isoformat()[:10]
    return tidy(unicodedata.normalize("NFC", _printed(cell))) or None


def _printed(cell: Cell) -> str:
    value = cell.value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _number(cell: Cell, _context: Context) -> str:
    """A contract, IOU or certificate number: text, or a number Excel has kept whole."""
    if isinstance(cell.value, int | float):
        whole = _whole(cell)
        zeros = re.fullmatch(r"0+", cell.number_format)
        return whole.zfill(len(cell.number_format)) if zeros else whole
    if isinstance(cell.value, str):
        return as_number(_refuse_damaged(cell.value))
    raise CellRefused(
        "number_became_date", _("Excel turned the number into a date"), _("the number as text")
    )


def _whole(cell: Cell) -> str:
    """A number cell's figures, refused when Excel has rounded them away."""
    value = cell.value
    if isinstance(value, float) and not value.is_integer():
        raise CellRefused("not_whole", _("the number has decimals"), _("the number as text"))
    whole = str(int(value))  # type: ignore[arg-type]
    if len(whole) > EXACT_PLACES:
        raise CellRefused(
            "digits_lost",
            _("Excel turned it into a number and lost its last digits"),
            _("the number as text: format the column as text and type it again"),
        )
    return whole


def _refuse_damaged(text: str) -> str:
    """Return figures as they were before a program took them for a number, where none is lost."""
    decimal = re.fullmatch(r"\s*(\d+)\.0+\s*", text)
    if decimal and len(decimal.group(1)) <= EXACT_PLACES:
        return decimal.group(1)
    if decimal or re.fullmatch(r"\s*\d+([.,]\d+)?[eE]\+?\d+\s*", text):
        raise CellRefused(
            "digits_lost",
            _("Excel turned it into a number and lost its last digits"),
            _("the number as text: format the column as text and type it again"),
        )
    return text


def _identity(cell: Cell, context: Context) -> Read | str:
    """A number that names the borrower (ledger.identities); never repeated in a message."""
    if isinstance(cell.value, int | float):
        number = _whole(cell)
    elif isinstance(cell.value, str):
        number = re.sub(r"[\s_']", "", plain(_refuse_damaged(cell.value))).upper()
    else:
        raise CellRefused(
            "not_an_id", _("this is no ID number"), _("the ID number as printed, as text")
        )
    wrong = fault_of(number, chinese=context.chinese, kind=context.kind)
    if wrong:
        raise CellRefused(wrong.code, wrong.message, wrong.expected)
    if len(number) == 18 and number.endswith("000"):
        return Read(
            number, _("ID numbers end with 000: Excel may have rounded them; look at them.")
        )
    return number


def _phone(cell: Cell, _context: Context) -> str | None:
    digits = re.sub(r"[^\d+-]", "", plain(_printed(cell)))
    return digits or None


def _money(cell: Cell, context: Context) -> Read | int | None:
    """An amount in fen; the unit of the head, unless the cell carries its own."""
    expected = _("an amount such as 12,000.00")
    factor = context.factor
    if isinstance(cell.value, int | float):
        if (sure := _whole_fen(cell.value, factor)) is not None:
            return sure
        # The shortest text of a stored double is what its author typed or Excel computed.
        yuan = Decimal(repr(cell.value))
        text_given = False
    elif isinstance(cell.value, str):
        text = plain(cell.value).replace(" ", "")
        text = re.sub(r"^(人民币|rmb|cny|[¥$€])+|(人民币|rmb|cny)$", "", text, flags=re.IGNORECASE)
        own = re.search(r"(万|千|亿|[wW])?元?整?$", text)
        if own and own.group(1):
            factor = {"万": 10_000, "千": 1_000, "亿": 100_000_000}.get(own.group(1), 10_000)
        elif own and own.group():
            factor = 1
        text = text[: own.start()] if own else text
        negative = re.fullmatch(r"\((.+)\)|[-−](.+)", text)
        text = (negative.group(1) or negative.group(2)) if negative else text
        if not re.fullmatch(r"\d[\d,.']*", text):
            raise CellRefused("not_an_amount", _("this is no amount"), expected)
        if not _grouped_rightly(text):
            raise CellRefused(
                "separators", _("the commas and points do not make one number"), expected
            )
        try:
            yuan = number_of(text, decimal_comma=context.language == "es")
        except InvalidOperation:
            raise CellRefused("not_an_amount", _("this is no amount"), expected) from None
        yuan = -yuan if negative else yuan
        text_given = True
    else:
        raise CellRefused("not_an_amount", _("a date stands where an amount should"), expected)
    fen = yuan * factor * 100
    whole = int(fen.quantize(Decimal(1), rounding=ROUND_HALF_UP))
    if abs(fen - whole) > Decimal("0.001"):
        if text_given:
            raise CellRefused("below_fen", _("the amount has parts of a fen"), expected)
        return Read(whole, _("Amounts with parts of a fen were rounded to the fen."))
    return whole


def _whole_fen(value: int | float, factor: int) -> int | None:
    """Return an amount that is whole in fen; None where it is not, or is too large to be sure."""
    fen = round(value * factor * 100)
    # A double has 15 sure places: the amount is the one whose nearest double is stored.
    return fen if abs(fen) < 10**15 and fen / (factor * 100) == value else None


def _grouped_rightly(text: str) -> bool:
    return bool(
        re.fullmatch(r"\d{1,3}(,\d{3})*(\.\d+)?|\d{1,3}(\.\d{3})*(,\d+)?|\d+,\d+|\d+(\.\d*)?", text)
    )


def _days(cell: Cell, _context: Context) -> int:
    expected = _("a number of days")
    text = plain(_printed(cell)).strip()
    match = re.fullmatch(
        r"(?:逾期)?(\d{1,5}|\d,\d{3})\s*(天|日|days?|días?|d)?", text, flags=re.IGNORECASE
    )
    if not match:
        raise CellRefused("not_days", _("this is no number of days"), expected)
    return int(match.group(1).replace(",", ""))


def _date(cell: Cell, context: Context) -> date:
    """A real calendar day: a date cell, a serial number, or text in one of the usual forms."""
    expected = _("a date such as 2024-03-15")
    value = cell.value
    if isinstance(value, datetime):
        return _plausible(value.date(), expected)
    if isinstance(value, date):
        return _plausible(value, expected)
    if isinstance(value, int | float):
        # Parts of a day are a time of day.
        if int(value) in SERIALS:
            return cell.day_zero + timedelta(days=int(value))
        text = _printed(cell)
    else:
        text = folded(plain(str(value))).strip()
    text = re.sub(r"(?:\s+|(?<=\d)[tT])\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?[zZ]?$", "", text)
    if text.isdigit() and len(text) == 5 and int(text) in SERIALS:
        return cell.day_zero + timedelta(days=int(text))
    found = find_dates(text, context.language)
    if len(found) != 1 or (found[0].end - found[0].start) < len(text.strip()):
        raise CellRefused("not_a_date", _("this is no date of the calendar"), expected)
    if found[0].unsure:
        raise CellRefused("date_order", _("day and month could be either way round"), expected)
    return _plausible(found[0].day, expected)


def _plausible(day: date, expected: str) -> date:
    if not 1950 <= day.year <= 2100:
        raise CellRefused("date_out_of_range", _("the year cannot be right"), expected)
    return day


def _period_end(cell: Cell, context: Context) -> date:
    if isinstance(cell.value, str):
        found = period_end(cell.value)
        if found and not found.rest:
            return found.day
    if isinstance(cell.value, int | float):
        found = period_end(_printed(cell))
        if found and not found.rest:
            return found.day
    return _date(cell, context)


def _span(cell: Cell, _context: Context) -> str:
    """A year, a quarter or a month, as ledger.spans writes it; a date cell stands for its month."""
    if isinstance(cell.value, date):
        return month_of(cell.value).text
    found = span_of(_printed(cell))
    if found is None:
        raise CellRefused(
            "not_a_period",
            _("this is no year, quarter or month"),
            _("a period such as 2025, 2025Q3 or 2025-09"),
        )
    return found.text


def _year(cell: Cell, _context: Context) -> int:
    match = re.fullmatch(r"((?:19|20)\d{2})(年度?)?", plain(_printed(cell)).strip())
    if not match:
        raise CellRefused("not_a_year", _("this is no year"), _("a year such as 2025"))
    return int(match.group(1))


def _rate(cell: Cell, context: Context) -> Read | Rate:
    expected = _("a rate with its unit in the head of the column: ‰ a month, or % a year")
    if "%" in cell.number_format and isinstance(cell.value, int | float):
        text = format((Decimal(repr(cell.value)) * 100).normalize(), "f") + "%"
    else:
        text = folded(plain(_printed(cell)))
    label = context.label if re.search(r"[‰%]", context.label) or "%" in text else ""
    found = find_rate(text, label or context.label, context.language)
    if found and "‰" in context.label + text and _YEARLY.search(context.label + text):
        raise CellRefused(
            "rate_unit_contradicts", _("‰ is a month's rate, but the head says a year"), expected
        )
    if found is None:
        raise CellRefused("rate_without_unit", _("the unit of the rate is not known"), expected)
    if not is_plausible(found.value, found.unit):
        raise CellRefused("rate_implausible", _("no loan has such a rate"), expected)
    rate = Rate(found.value, found.unit)
    # A rate in ‰ is a month's by the custom of the trade (月利率‰); one in % may be either.
    if found.assumed and rate.unit != "permille_month":
        return Read(
            rate,
            _("The rates have % but do not say a month or a year; they were taken as a year's."),
        )
    return rate


def _class(cell: Cell, _context: Context) -> str | None:
    """One of the five classes; a loan that is paid off has none."""
    text = _printed(cell).strip()
    if re.search(r"结清|还清|核销|收回|cancelad|paid|settled", text, flags=re.IGNORECASE):
        return None
    try:
        return class_code(text)
    except UnknownClass:
        raise CellRefused(
            "not_a_class",
            _("this is none of the five classes"),
            _("正常, 关注, 次级, 可疑 or 损失"),
        ) from None


def _guarantee(cell: Cell, _context: Context) -> str:
    try:
        return guarantee_code(_printed(cell))
    except UnknownGuarantee:
        raise CellRefused(
            "not_a_guarantee",
            _("no way of securing a loan is known by this name"),
            _("信用, 保证, 联保, 抵押 or 质押"),
        ) from None


def _occurrence(cell: Cell, _context: Context) -> str | None:
    text = plain(_printed(cell)).casefold()
    for code, marks in (
        ("refinance", r"借新还旧|还旧借新|无还本续贷|refinanc"),
        ("extension", r"展期|prórroga|prorroga|extension"),
        ("new", r"新|nuev|new"),
    ):
        if re.search(marks, text):
            return code
    raise CellRefused(
        "not_an_occurrence", _("this way of granting is not known"), _("新发生, 展期 or 借新还旧")
    )


def _inspection(cell: Cell, _context: Context) -> str:
    text = plain(_printed(cell)).casefold()
    for code, marks in (
        ("first", r"首|primera|inicial|first"),
        ("special", r"专项|重点|跟踪|预警|especial|seguimiento|special"),
        ("routine", r"常规|定期|日常|例行|季|月|年|rutin|periódic|period|routine|regular"),
    ):
        if re.search(marks, text):
            return code
    raise CellRefused(
        "not_an_inspection", _("this kind of inspection is not known"), _("首次, 常规 or 专项")
    )


def _decimal(cell: Cell, _context: Context) -> Decimal:
    """A plain number; a limit may carry its sign (≤ 2.5 %)."""
    if isinstance(cell.value, int | float):
        percent = "%" in cell.number_format
        return Decimal(repr(cell.value)) * (100 if percent else 1)
    text = plain(_printed(cell)).replace(" ", "")
    text = re.sub(r"^(≤|<=?|≥|>=?|不高于|不超过|不低于|控制在)|(以内|以下|以上)$", "", text).rstrip(
        "%"
    )
    try:
        return number_of(text)
    except InvalidOperation:
        raise CellRefused("not_a_number", _("this is no number"), _("a number")) from None


_FLAGS = {
    **dict.fromkeys(("是", "有", "已", "对", "√", "yes", "y", "si", "sí", "true", "1"), True),
    **dict.fromkeys(("否", "没有", "未", "不", "×", "x", "no", "n", "false", "0"), False),
}


def flag(cell: Cell, _context: Context) -> bool:
    """Yes or no, as people tick it."""
    if isinstance(cell.value, bool):
        return cell.value
    text = folded(plain(_printed(cell))).strip()
    if text not in _FLAGS:
        raise CellRefused("not_a_flag", _("this is neither yes nor no"), _("是 or 否"))
    return _FLAGS[text]


def _count(cell: Cell, context: Context) -> int:
    number = _decimal(cell, context)
    if number != number.to_integral_value():
        raise CellRefused("not_a_count", _("this is no whole number"), _("a whole number"))
    return int(number)


def _ignored(_cell: Cell, _context: Context) -> None:
    return None


GRAMMARS: dict[str, Grammar] = {
    "text": _text,
    "number": _number,
    "identity": _identity,
    "phone": _phone,
    "money": _money,
    "days": _days,
    "date": _date,
    "period_end": _period_end,
    "span": _span,
    "year": _year,
    "rate": _rate,
    "class": _class,
    "guarantee": _guarantee,
    "occurrence": _occurrence,
    "inspection": _inspection,
    "decimal": _decimal,
    "flag": flag,
    "count": _count,
    "ignored": _ignored,
}
