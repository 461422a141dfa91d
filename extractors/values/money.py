# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""Amounts of money in figures: signs, thousands, 元 and 万元, lakh, decimal commas."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_NUMBER = r"\d{1,3}(?:[,.' ]\d{2,3})+(?:[.,]\d{1,6})?(?!\d)|\d+(?:[.,]\d+)?"
_SIGNS = (
    r"¥|GH[¢₵]|₹|₡|₦|₱|€|£|(?:(?<![a-z])(?:US|RD|C|R))?\$|"
    # A sign in letters is no end of a word: Shillings 500 is not Gs 500.
    r"(?<![a-z])(?:[KUT]shs?\.?|shs?\.|[NP](?=\d{1,3}(?:,\d{3})+|\d{4})|GHS|PhP|RMB|CNY|S/\.?"
    r"|[BGR]s\.?|KES|UGX|INR|USD|EUR|MXN|COP|PEN|ARS|CLP|PYG|NGN|PHP|TZS|Q\.?|L\.)"
)
_FIGURES = re.compile(
    rf"(?P<sign>{_SIGNS})?[ _]*(?<![\d.,])(?P<number>{_NUMBER})"
    r"[ _]*(?P<unit>(?:[千百十]?万|亿|千|百)?[ _]*[元圆]|万|亿|lakhs?\b|lacs?\b|crores?\b|millones|million)?"
    rf"(?:[ _]*(?P<after>€|euros|{_SIGNS}))?",
    re.IGNORECASE,
)
_MULTIPLE = {
    "万": 10**4, "亿": 10**8, "千": 10**3, "百": 10**2, "十万": 10**5, "百万": 10**6,
    "千万": 10**7, "lakh": 10**5, "lakhs": 10**5, "lac": 10**5, "lacs": 10**5,
    "crore": 10**7, "crores": 10**7, "thousand": 10**3, "thousands": 10**3, "millions": 10**6, "millones": 10**6, "million": 10**6,
}  # fmt: skip

# What a heading says of the figures below it: (Rs. in lacs), Amount in lakhs.
LATIN_UNIT = re.compile(
    r"(?:\(|\b)(?:amounts? |figures? |limits? |rs\.? ?|rupees |inr |₹ ?)*(?:\(?in )(lacs?|lakhs?|crores?|thousands?|millions)\b"
)
# Signs that belong to one currency whatever the country.
_CURRENCY_OF_SIGN = {
    "¥": "CNY", "rmb": "CNY", "us$": "USD", "rd$": "DOP", "c$": "NIO", "r$": "BRL", "s/": "PEN",
    "bs": "BOB", "gs": "PYG", "rs": "INR", "ksh": "KES", "kshs": "KES", "ush": "UGX", "ushs": "UGX", "tsh": "TZS", "tshs": "TZS", "n": "NGN", "p": "PHP", "gh¢": "GHS", "gh₵": "GHS", "₹": "INR", "₡": "CRC", "₦": "NGN",
    "₱": "PHP", "€": "EUR", "euros": "EUR", "£": "GBP", "q": "GTQ", "l": "HNL",
}  # fmt: skip
# Words that settle which country's money a Spanish or English paper means.
_CURRENCY_EVIDENCE: tuple[tuple[str, str], ...] = (
    (r"pesos mexicanos|moneda nacional mexicana|\bcurp\b|\brfc\b|\bmxn\b|\bm\.n\.|\bs\.?a\.? de c\.?v\b|\bsofom\b|\bacreditad[oa]\b", "MXN"),
    (r"pesos colombianos|\bcop\b|cedula de ciudadania|\bnit\b|colombia|moneda corriente|m/?cte\b|\bc\.c\. no", "COP"),
    (r"pesos argentinos|\bars\b|\bcuit\b|\bcuil\b|argentina", "ARS"),
    (r"pesos chilenos|\bclp\b|\brut\b|\bchilen[oa]s?\b|(?:republica|santiago) de chile", "CLP"),
    (r"pesos dominicanos|rd\$|dominicana", "DOP"),
    (r"pesos uruguayos|\buyu\b|uruguay|canelones", "UYU"),
    (r"guaranies|\bpyg\b|\bgs\.|paraguay", "PYG"),
    (r"bolivianos|\bbob\b|\bbs\.|\bbolivia\b", "BOB"),
    (r"quetzales|\bgtq\b|guatemala", "GTQ"),
    (r"lempiras|\bhnl\b|honduras", "HNL"),
    (r"cordobas|\bnio\b|c\$|nicaragua", "NIO"),
    (r"colones|\bcrc\b|costa rica", "CRC"),
    (r"\bsoles\b|\bpen\b|s/\.? ?\d|sunarp|\bperu\b", "PEN"),
    (r"\beuros?\b|€|\beur\b", "EUR"),
    (r"dolares|us dollars|u\.s\. dollars|us\$|\busd\b|ecuador|el salvador|united states", "USD"),
    (r"rupees|\brs\.|₹|\binr\b|\blakhs?\b|\blacs?\b", "INR"),
    (r"kenyan? shillings|\bkshs?\b|\bkes\b|kenya", "KES"),
    (r"ugandan? shillings|\bushs?\b|\bugx\b|uganda", "UGX"),
    (r"naira|\bngn\b|₦|nigeria", "NGN"),
    (r"philippine|\bphp\b|₱|\bbarangay\b|\bpurok\b|\brural bank of\b|[( ]p\d{1,3},\d{3}", "PHP"),
    (r"cedis?\b|\bghs\b|\bgh[¢₵]|ghana", "GHS"),
    (r"pounds sterling|£|\bgbp\b", "GBP"),
)  # fmt: skip
_EVIDENCE = tuple((re.compile(words), currency) for words, currency in _CURRENCY_EVIDENCE)


@dataclass(frozen=True, slots=True)
class Figures:
    """An amount in figures as found: number times unit, with the sign's currency if it has one."""

    amount: Decimal
    currency: str | None
    has_sign: bool
    unit: str
    start: int
    end: int


def currency_of(folded_text: str, language: str | None) -> str | None:
    """Return the ISO code of the money a whole paper speaks of, or None if it does not say."""
    if language == "zh" or language is None:
        return "CNY"
    counts = [(len(words.findall(folded_text)), currency) for words, currency in _EVIDENCE]
    best, currency = max(counts, key=lambda counted: counted[0])
    if best:
        return currency
    return "USD" if language == "en" and "$" in folded_text else None


def in_main_unit(amount: Decimal) -> Decimal:
    """Return `amount` with two decimals, unless it has more."""
    places = -int(amount.as_tuple().exponent)
    return amount if places > 2 and amount % Decimal("0.01") else amount.quantize(Decimal("0.01"))


def number_of(printed: str, decimal_comma: bool = False) -> Decimal:
    """Return the number that `printed` figures mean, by their separators.

    Three digits after the only separator are thousands, except after a point where points are
    decimal (`decimal_comma` False and a single point).
    """
    bare = printed.replace(" ", "").replace("'", "")
    last = max(bare.rfind("."), bare.rfind(","))
    if last < 0:
        return Decimal(bare)
    sign, after = bare[last], len(bare) - last - 1
    other = "," if sign == "." else "."
    if other in bare:
        is_decimal = True
    elif bare.count(sign) > 1:
        is_decimal = False
    elif after == 3:
        is_decimal = sign == "." and not decimal_comma
    else:
        is_decimal = True
    if is_decimal:
        whole, part = re.sub(r"[.,]", "", bare[:last]) or "0", bare[last + 1 :]
        return Decimal(f"{whole}.{part}")
    return Decimal(re.sub(r"[.,]", "", bare))


# One figure a place, as amounts stand on ruled forms: ¥ 5 0 0 0 0 . 0 0
_SPACED = re.compile(r"\d(?: \d){2,}(?: ?\. ?\d(?: ?\d)?)?(?![\d.,])")
# 25万5千元, 3万零500元, 25万5000元: what follows 万 belongs to the same amount.
_COMPOSED = re.compile(
    r"(?P<high>\d{1,5})[ _]*万[ _]*零?[ _]*(?P<low>\d{1,4}(?:\.\d{1,2})?)[ _]*(?P<unit>千|百|十)?[ _]*[元圆]"
)


def _composed(printed: re.Match[str]) -> Decimal | None:
    low = Decimal(printed["low"]) * {"千": 1000, "百": 100, "十": 10}.get(printed["unit"] or "", 1)
    return in_main_unit(int(printed["high"]) * 10_000 + low) if low < 10_000 else None


def _is_well_grouped(printed: str) -> bool:
    """Whether the last group of thousands has three figures: 12,345,6 was misread or misprinted."""
    return all(
        len(groups) < 3 or len(re.split(r"[.,]", groups[-1])[0]) == 3
        for groups in (printed.split(sign) for sign in ",.")
    )


def _can_be_counted(matched: re.Match[str]) -> bool:
    """Whether a heading's lacs can be meant: few figures, without a sign, not in groups."""
    few = re.fullmatch(r"\d{1,4}(?:\.\d{1,3})?", matched["number"]) is not None
    return few and not (matched["sign"] or matched["after"])


def find_figures(
    text: str, start: int = 0, *, unit: str = "", decimal_comma: bool = False
) -> Figures | None:
    """Return the first amount in figures in plain `text` from `start`.

    unit  what a heading or label says about numbers without their own unit: "万元" or ""
    """
    matched = next(
        (m for m in _FIGURES.finditer(text, start) if _is_well_grouped(m["number"])), None
    )
    if not matched:
        return None
    spaced = _SPACED.match(text, matched.start("number")) if matched["sign"] else None
    if spaced:
        digits = in_main_unit(Decimal(spaced.group().replace(" ", "")))
        sign = matched["sign"].lower().rstrip(".")
        own_currency = _CURRENCY_OF_SIGN.get(sign)
        return Figures(digits, own_currency, True, "", matched.start(), spaced.end())
    composed = _COMPOSED.match(text, matched.start("number"))
    if composed:
        amount = _composed(composed)
        if amount is not None:
            has_sign = matched["sign"] is not None
            return Figures(amount, "CNY", has_sign, "元", matched.start(), composed.end())
    own = re.sub(r"[ _元圆]", "", matched["unit"] or "").lower()
    has_unit = matched["unit"] is not None
    if LATIN_UNIT.fullmatch(f"in {unit}") and not _can_be_counted(matched):
        # Rs. 2,50,000/- on a paper with a table in lacs.
        unit = ""
    multiple = _MULTIPLE.get(own if has_unit else unit.replace("元", ""), 1)
    sign = (matched["sign"] or matched["after"] or "").lower().rstrip(".")
    currency = _CURRENCY_OF_SIGN.get(sign) or (sign.upper() if len(sign) == 3 else None)
    if matched["unit"] and "元" in matched["unit"]:
        currency = currency or "CNY"
    # 1.234万元 and "1.250.000" differ: a Chinese unit makes the point decimal.
    comma = decimal_comma and own not in ("万", "亿")
    return Figures(
        amount=in_main_unit(number_of(matched["number"], comma) * multiple),
        currency=currency,
        has_sign=bool(sign),
        unit=matched["unit"] or "",
        start=matched.start(),
        end=matched.end(),
    )
