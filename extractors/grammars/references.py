# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""Numbers of papers and entries: contracts, certificates, units, deeds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from extractors.form import Found, Grammar, Window
from extractors.values import numbers
from extractors.values.latin_amount import find_number_words

_NUMBER_END = re.compile(r"[,;。:\n\"]|\s{3,}|\t|\x1f")


# In a sentence only what is surely a number: …字第…号, or a run of letters and figures.
_SURE_NUMBER = re.compile(
    r"[^\s,。;()]{0,12}(?:\([ _]*\d{2,4}[ _]*\))?年?[^\s,。;()]{0,16}字[^,。;]{0,6}第[ _]*[\w-]{1,20}[ _]*号|[A-Za-z0-9][\w-]{5,}"
)


def _contract_no(window: Window) -> Iterator[Found]:
    """The number up to the next sign of punctuation or gap; it holds a figure."""
    start = _skip(
        window.text,
        r"[\s_:第为是]*(?:《[^》\n]{2,24}》|(?:个人|最高额|流动资金)?(?:借款|贷款|授信|保证|抵押|质押)(?:担保)?合同(?![字第]))?(?:(?:合同)?编号)?[\s_:第为是]*"
        if not window.inline
        else r"[\s_:第为是\".]*(?:no\.?|nro\.?)?\s*",
    )
    end_match = _NUMBER_END.search(window.text, start)
    end = end_match.start() if end_match else len(window.text)
    end = start + _balanced(window.text[start:end])
    if window.habits.language != "zh":
        latin = re.match(
            r"[A-Za-z0-9][\w./-]*(?:\(\d{1,3}\)[\w./-]*)*(?: ?[-/] ?[\w.]+)*",
            window.text[start:end],
        )
        end = start + (latin.end() if latin else 0)
        if latin and len(latin.group()) > 60:
            return
    else:
        number = re.match(
            r"[(（]?[^()《》]{0,24}[)）]?[^()《》]{0,30}?(?:\([^()]{0,12}\)[^()《》]{0,20}?)?(?:第\s*[_\s]*[\w\s_-]{1,24}号|$|(?=[《》的]))",
            window.text[start:end],
        )
        end = start + (number.end() if number else 0)
    while end > start and window.text[end - 1] in " _.-/":
        end -= 1
    closing = window.text.find(")", start, end)
    if closing >= 0 and "(" not in window.text[start:closing]:
        end = closing
    if window.inline and window.habits.language == "zh":
        number = _SURE_NUMBER.match(window.text[start:end])
        end = start + (number.end() if number else 0)
    printed = window.text[start:end]
    if _is_number(printed, window.inline):
        yield Found("", start, end)


def _balanced(text: str) -> int:
    """Return how far `text` goes before a bracket closes that it did not open."""
    depth = 0
    for place, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return place
    return len(text)


def _is_number(printed: str, inline: bool) -> bool:
    bare = re.sub(r"[\s_]", "", printed)
    figures = sum(char.isdigit() for char in re.sub(r"\(?(?:19|20)\d{2}\)?年?", "", bare, count=1))
    is_date = bool(re.fullmatch(r"\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?", bare))
    if is_date or not 3 <= len(bare) <= 50 or "月" in bare or "元" in bare:
        return False
    if "字" in bare and re.search(r"第(?:号|$)", bare):
        return False
    if "字" in bare:
        return figures >= 1
    if inline:
        return figures >= 3
    return figures >= 2 or (figures == 1 and len(bare) >= 7)


def _skip(text: str, pattern: str) -> int:
    matched = re.match(pattern, text, re.IGNORECASE)
    return matched.end() if matched else 0


def _certificate(kind: str) -> Callable[[Window], Iterable[Found]]:
    def read(window: Window) -> Iterator[Found]:
        for start, end in numbers.find_certificates(window.text, kind):
            yield Found("", start, end)

    return read


_OLD_CERTIFICATE = re.compile(
    r"(?:[\u4e00-\u9fff]\s*[(]\s*\d{4}\s*[)]\s*)?[\u4e00-\u9fff]{0,8}(?:房|土|地|林|国用|集用|农地|他项|他)[\u4e00-\u9fff]{0,8}\s*(?:[(（]\s*\d{4}\s*[)）年]*)?\s*[\u4e00-\u9fff]{0,6}(?:字)?\s*第?\s*[\dA-Z][\dA-Z-]{2,20}\s*号"
)


# NYANDARUA/OL KALOU SOUTH/1184: a parcel by the registration section it lies in.
_LAND_BLOCK = re.compile(r"[\s_:.]*(?P<v>[A-Z][A-Z .'-]{2,30}(?:/[A-Z .'-]{1,30}){1,3}/\d{1,6})\b")


def _title_no(window: Window) -> Iterator[Found]:
    found = False
    for start, end in numbers.find_certificates(window.text, "权"):
        found = True
        yield Found("", start, end)
    if found:
        return
    if window.inline:
        old = _OLD_CERTIFICATE.match(window.text, _skip(window.text, r"[\s_:为是]*"))
        if old:
            yield Found("", *old.span())
        return
    for one in _OLD_CERTIFICATE.finditer(window.text):
        found = True
        yield Found("", one.start(), one.end())
    if not found:
        block = _LAND_BLOCK.match(window.text)
        if block:
            yield Found("", block.start("v"), block.end("v"))
            return
        yield from _contract_no(window)


def _units(window: Window) -> Iterator[Found]:
    for number, start, end in numbers.find_units(window.text):
        yield Found(number, start, end)


def _registry_no(window: Window) -> Iterator[Found]:
    m = re.match(
        r"[\s_:.]*(?:(?:no|nro|numero|num)\b\.?[\s:]*)?(?P<v>[A-Za-z]{0,4}[-/ ]?\d{1,3}(?:,\d{3})+(?!\d)|[A-Za-z]{0,4}[-/ ]?\d[\dA-Za-z./*-]*)",
        window.text,
        re.IGNORECASE,
    )
    if m:
        end = m.end()
        while window.text[end - 1] in "./-":
            end -= 1
        if sum(char.isdigit() for char in window.text[m.start("v") : end]) >= 2:
            yield Found("", m.start("v"), end)


def _deed_no(window: Window) -> Iterator[Found]:
    """A deed's number, in figures or in words: mil ciento treinta y cinco is 1135."""
    found = False
    for one in _registry_no(window):
        found = True
        yield one
    words = None if found else find_number_words(window.folded)
    if words and words[0] >= 20 and words[1] <= 12:
        yield Found(str(words[0]), words[1], words[2])


CONTRACT_NO = Grammar("contract_no", _contract_no, strict=False, inline=True)
CERTIFICATE = Grammar("certificate", _certificate("证明"))
TITLE_CERTIFICATE = Grammar("title_certificate", _title_no, strict=False, inline=True)
UNIT = Grammar("unit_no", _units)
REGISTRY_NO = Grammar("registry_no", _registry_no)
DEED_NO = Grammar("deed_no", _deed_no)
