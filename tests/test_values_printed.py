"""Values as forms print them, with blanks, lines and broken figures, read back both ways."""

from __future__ import annotations

import random
import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.form import Habits, Window
from extractors.grammars import MONEY, USCC, WORDS
from extractors.reading import Money
from extractors.values.chinese_amount import amount_in_words, find_amount_words, find_unclear_words
from extractors.values.dates import find_dates
from extractors.values.identity import (
    find_company_number,
    find_resident_id,
    find_uscc,
    is_licence_number,
    is_organisation_code,
    resident_check_digit,
)
from extractors.values.money import find_figures
from extractors.values.numbers import find_units
from extractors.values.plain import folded, plain
from extractors.values.rates import find_rate
from extractors.values.terms import find_term

FULL_WIDTH = str.maketrans("0123456789Xx.,-/()%", "０１２３４５６７８９Ｘｘ．，－／（）％")
COMMON = str.maketrans("零壹贰叁肆伍陆柒捌玖拾佰仟", "零一二三四五六七八九十百千")
DICE = st.randoms(use_true_random=False)


def filled(printed: str, dice: random.Random, fill: str) -> str:
    """Return `printed` with blanks or lines of the form between its characters."""
    return "".join(char + dice.choice(("", fill)) for char in printed)


def window(text: str, label: str = "", *, ocr: bool = False) -> Window:
    habits = Habits(language="zh", currency="CNY", is_ocr=ocr)
    return Window(plain(text), folded(plain(text)), label, "", False, habits)


# Amounts


@given(st.integers(1, 10**13), DICE, st.sampled_from(["_", " ", "＿", "　"]))
def test_words_are_read_between_the_lines_of_a_form(
    fen: int, dice: random.Random, fill: str
) -> None:
    found = find_amount_words(plain(filled(amount_in_words(fen), dice, fill)))

    assert found is not None
    assert found[0] == fen


@given(st.integers(1, 10**13))
def test_words_of_every_day_say_the_same(fen: int) -> None:
    found = find_amount_words(amount_in_words(fen).translate(COMMON))

    assert found is not None
    assert found[0] == fen


@given(st.integers(1, 9_999))
def test_where_the_form_prints_ten_thousand_the_words_before_it_count(myriads: int) -> None:
    words = amount_in_words(myriads * 100).removesuffix("元整")

    found = find_amount_words(plain(f"人民币（大写）＿{words}＿万元整"))

    assert found is not None
    assert found[0] == myriads * 1_000_000


@pytest.mark.parametrize(
    ("printed", "yuan"),
    [("廿万元", 200_000), ("卅伍万元整", 350_000), ("拾贰万", None),
     ("零佰叁拾伍万零仟零佰零拾零元零角零分", 350_000)],
)  # fmt: skip
def test_rare_words_of_amounts(printed: str, yuan: int | None) -> None:
    found = find_amount_words(printed)

    assert (found[0] // 100 if found else None) == yuan


@pytest.mark.parametrize("printed", ["染万元整", "叁拾陆万无整", "扒拾万元整", "贰拾方元整"])
def test_a_look_alike_in_a_scan_is_a_doubt_and_never_passes_for_another_amount(
    printed: str,
) -> None:
    text = f"人民币{printed}"

    scanned = list(WORDS.read(window(text, ocr=True))) + list(MONEY.read(window(text, ocr=True)))

    assert len(scanned) == 2
    assert all(found.doubts == ("amount_words_unclear",) for found in scanned)
    assert find_unclear_words("借款金额：叁拾陆万元整") is None


@given(st.decimals("0.01", "99999999.99", places=2), st.integers(0, 4))
def test_figures_are_read_in_the_grouping_of_every_country(amount: Decimal, way: int) -> None:
    whole, part = str(amount).split(".")
    western = f"{int(whole):,}"
    indian = re.sub(r"(?<=\d)(?=(?:\d\d)+$)", ",", whole[:-3]) + "," * (len(whole) > 3) + whole[-3:]
    printed, decimal_comma = (
        (f"{western}.{part}", False),
        (f"{western.replace(',', '.')},{part}", True),
        (f"{western.replace(',', ' ')},{part}", True),
        (f"{indian}.{part}", False),
        (f"{western}.{part}".replace(",", "'"), False),
    )[way]

    found = find_figures(f"{printed} ", decimal_comma=decimal_comma)

    assert found is not None
    assert found.amount == amount


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_what_follows_ten_thousand_belongs_to_the_amount(high: int, low: int) -> None:
    found = find_figures(f"{high}万{low}元")

    assert found is not None
    assert found.amount == high * 10_000 + low


@pytest.mark.parametrize(
    ("printed", "amount"),
    [("¥ 5 0 0 0 0 . 0 0", "50000.00"), ("25万5千元", "255000"), ("3万零500元", "30500"),
     ("１２．５万元", "125000"), ("￥５０，０００．００", "50000")],
)  # fmt: skip
def test_figures_set_apart_or_put_together_are_one_amount(printed: str, amount: str) -> None:
    found = find_figures(plain(printed))

    assert found is not None
    assert found.amount == Decimal(amount)


def test_thousands_that_are_misgrouped_are_no_amount() -> None:
    assert find_figures("12,345,6") is None


@given(st.decimals("0.1", "9999", places=1))
def test_ten_thousands_are_never_taken_for_yuan(number: Decimal) -> None:
    for text, label in ((f"{number}万元", ""), (f"{number}", "抵押金额(万元)")):
        unit = "万元" if label else ""
        found = list(MONEY.read(Window(text, text, label, unit, False, window("").habits)))

        assert [one.value for one in found] == [Money(number * 10_000, "CNY")] or not number


# Dates and terms


@given(st.dates(date(1990, 1, 1), date(2079, 12, 31)), DICE)
def test_a_date_may_be_broken_over_lines_at_any_place(day: date, dice: random.Random) -> None:
    printed = f"{day.year}年{day.month}月{day.day}日"
    at = dice.randrange(1, len(printed))

    found = find_dates(printed[:at] + "\n" + printed[at:], "zh")

    assert [one.day for one in found] == [day]


# Numbers of people, firms and land


def number_of(birth: date, order: int, area: int = 410521) -> str:
    first17 = f"{area}{birth:%Y%m%d}{order:03d}"
    return first17 + resident_check_digit(first17)


@given(st.dates(date(1930, 1, 1), date(2010, 1, 1)), st.integers(0, 999), DICE,
       st.sampled_from([" ", "_", ""]), st.booleans())  # fmt: skip
def test_an_id_number_is_read_through_blanks_lines_and_full_width(
    birth: date, order: int, dice: random.Random, fill: str, is_wide: bool
) -> None:
    number = number_of(birth, order)
    printed = filled(number, dice, fill).rstrip(" _")

    found = find_resident_id(plain(printed.translate(FULL_WIDTH) if is_wide else printed))

    assert found is not None
    assert (found.number, found.valid) == (number, True)


@given(st.dates(date(1930, 1, 1), date(2010, 1, 1)), st.integers(0, 999), st.integers(1, 17))
def test_an_id_number_broken_at_the_end_of_a_line_is_whole_if_its_check_digit_holds(
    birth: date, order: int, at: int
) -> None:
    number = number_of(birth, order)

    found = find_resident_id(f"{number[:at]}\n{number[at:]}")

    assert found is not None
    assert (found.number, found.valid) == (number, True)


def test_two_numbers_in_two_lines_are_not_one_id_number() -> None:
    assert find_resident_id("41052119\n7503120016") is None


@pytest.mark.parametrize(
    "masked",
    ["4103**********0410", "410521********0015", "41052119750312****", "4103XXXXXXXXXX0410",
     "4103××××××××××0410"],
)  # fmt: skip
def test_a_masked_id_number_is_kept_as_printed(masked: str) -> None:
    found = find_resident_id(masked)

    assert found is not None
    assert (found.number, found.valid) == (masked, None)


@given(st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=15, max_size=15), st.booleans())
def test_a_credit_code_is_read_in_groups_and_small_letters(middle: str, is_small: bool) -> None:
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    first = "91" + middle
    total = sum(alphabet.index(c) * pow(3, i, 31) for i, c in enumerate(first))
    code = first + alphabet[(31 - total % 31) % 31]
    printed = " ".join((code[:4], code[4:8], code[8:12], code[12:]))

    found = find_uscc(printed.lower() if is_small else printed)

    assert found is not None
    assert (found.number, found.valid) == (code, True)


def test_older_numbers_of_firms_are_read_and_checked() -> None:
    assert is_organisation_code("74088244-0")
    assert not is_organisation_code("74088244-3")
    digits = next(f"41010000001234{last}" for last in "0123456789"
                  if is_licence_number(f"41010000001234{last}"))  # fmt: skip

    code = find_company_number("组织机构代码 74088244 - 0")
    licence = find_company_number(digits, "营业执照注册号")

    assert code is not None
    assert code.number == "74088244-0"
    assert licence is not None
    assert (licence.number, licence.valid) == (digits, True)
    assert find_company_number(digits, "证件号码") is None


def test_a_firm_s_number_that_fails_its_check_is_a_doubt() -> None:
    found = list(USCC.read(window("91350100M000100Y44")))

    assert [one.doubts for one in found] == [("uscc_check",)]


@given(st.from_regex(r"[0-9]{12}[GJ][BCDE][0-9]{5}[FLQW][0-9]{8}", fullmatch=True), DICE,
       st.sampled_from([" ", "\n", ""]))  # fmt: skip
def test_a_unit_number_may_be_broken_anywhere(number: str, dice: random.Random, fill: str) -> None:
    found = find_units(filled(number, dice, fill).strip())

    assert [unit for unit, _start, _end in found] == [number]


# Rates


@given(
    st.decimals("0.1", "24", places=3), st.sampled_from(["月利率", "年利率", "日利率", "利率", ""])
)
def test_a_number_without_its_unit_is_no_rate(number: Decimal, before: str) -> None:
    assert find_rate(f"{before}{number}", "") is None
    assert find_rate(f"{before}为{number}，", "") is None


@pytest.mark.parametrize(
    ("text", "language"),
    [("按基准利率上浮30%", "zh"), ("在基准利率基础上下浮10%", "zh"), ("LPR加0.5%", "zh"),
     ("五年期以上LPR加30个基点", "zh"), ("SOFR plus 2.5%", "en"),
     ("prime rate plus 2% per annum", "en"),
     ("MCLR + 1.5% p.a.", "en"), ("DTF mas 4,5% anual", "es"), ("TIIE + 3.2% anual", "es")],
)  # fmt: skip
def test_what_is_added_to_a_rate_that_is_not_printed_is_no_rate(text: str, language: str) -> None:
    assert find_rate(folded(text), "", language) is None


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("月息一分五", "zh", "1.5", "percent_month"),
        ("月息两分半", "zh", "2.5", "percent_month"),
        ("月利率6.525%o", "zh", "6.525", "permille_month"),
        ("日利率0.2‰", "zh", "0.02", "percent_day"),
        ("年利率48‰", "zh", "4.8", "percent_year"),
        ("doce por ciento anual", "es", "12", "percent_year"),
        ("doce y medio por ciento anual", "es", "12.5", "percent_year"),
        ("twelve per cent per annum", "en", "12", "percent_year"),
        ("one and a half per cent per month", "en", "1.5", "percent_month"),
    ],
)
def test_rates_in_words_and_rare_signs(text: str, language: str, value: str, unit: str) -> None:
    found = find_rate(folded(plain(text)), "", language)

    assert found is not None
    assert (found.value, found.unit) == (Decimal(value), unit)


# Terms


@given(st.integers(1, 3650))
def test_days_never_become_months(days: int) -> None:
    for text, language in ((f"{days}天", "zh"), (f"{days}日", "zh"), (f"{days} días", "es"),
                           (f"{days} days", "en")):  # fmt: skip
        assert find_term(folded(plain(text)), language) is None


@given(st.integers(1, 360), st.integers(0, 5))
def test_months_are_read_in_every_form(months: int, form: int) -> None:
    words = amount_in_words(months * 100).removesuffix("元整")
    text, language = (
        (f"{months}个月", "zh"), (f"{words}个月", "zh"), (f"{words.translate(COMMON)}个月", "zh"),
        (f"_{months}_个_月", "zh"), (f"{months} meses", "es"), (f"{months} months", "en"),
    )[form]  # fmt: skip

    found = find_term(folded(plain(text)), language)

    assert found is not None
    assert found[0] == months
