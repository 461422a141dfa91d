"""Are two papers pictures of one and the same? What speaks for it, and what rules it out.

Pure. A printed form filled in for another household, for another year, or for the visit of another
month is nearly the same text: what tells such papers from a second scan are the figures (dates,
amounts, numbers) and the names. So likeness of the text only asks; the figures and names decide.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from extractors.content import Content, Line
from extractors.reading import FieldValue, Money, Reading

# Characters of a paper that are looked at: a ledger of thousands of rows is known by its beginning.
MOST_CHARACTERS = 60_000
SHINGLE = 3
# Shares of the smaller paper's text and figures that must be found on the other.
TEXT_ALIKE, TEXT_SAME, FIGURES_FOUND = 0.6, 0.9, 0.6
# Figures of so many digits are a date, an amount or a number, not a count or a clause.
LONG = 4
# Below this many long figures the text has to be the same, and to be long enough to say something.
FEW_FIGURES, LITTLE_TEXT = 3, 25
# A figure read less surely than this contradicts nothing.
UNSURE = 0.75
# Bits of 256 by which two looks of one picture may differ.
LOOK_ALIKE = 56
_SEPARATOR = re.compile(r"(?<=\d)[,，.．'](?=\d{3}(?!\d))")
_DAY = re.compile(r"(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?(?!\d)")
_FIGURE = re.compile(r"\d+(?:[./:-]\d+)*")
_WIDE = {ord("０") + n: str(n) for n in range(10)} | {ord("〇"): "0"}
_DIGITS = re.compile(r"\D")
# Who the paper is about. Institutions and officers stand on every paper of the office.
_NAMES = ("borrower", "co_borrower", "guarantor", "mortgagor", "pledgor")
_NUMBERS = (
    "contract_no", "main_contract_no", "iou_no", "id_number", "uscc", "certificate_no", "notice_no",
)  # fmt: skip
_SUMS = ("amount", "balance", "secured_amount", "interest_arrears", "collateral_value")
_DAYS = (
    "sign_date", "start_date", "end_date", "inspect_date", "report_date", "notice_date",
    "register_date",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """A run of digits as printed, without its separators; dates are eight digits.

    confidence  0-1, of the least sure piece it was read from
    """

    digits: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How alike two papers are.

    text       share of the smaller paper's text that stands on the other, 0-1
    figures    the same for its long figures; 1.0 where there are none
    contrary   what rules out that they are one paper: "figures", "names", or names of fields
    same       the verdict: whether a person should look whether this is one paper twice
    """

    text: float
    figures: float
    contrary: tuple[str, ...]
    same: bool


@dataclass(frozen=True, slots=True)
class Features:
    """What of one paper is compared; made once, compared with many."""

    shingles: frozenset[str]
    figures: tuple[Figure, ...]
    looks: tuple[str, ...]
    reading: Reading

    @property
    def long_figures(self) -> Counter[str]:
        """Dates, amounts and numbers, with how often each stands there; years by themselves not."""
        return Counter(each.digits for each in self.figures if is_long(each.digits))


def features_of(content: Content, reading: Reading) -> Features:
    """Return what of a paper is compared."""
    text = shingles_text(content)
    shingles = {text[at : at + SHINGLE] for at in range(len(text) - SHINGLE + 1)}
    looks = tuple(page.look for page in content.pages if page.look)
    return Features(frozenset(shingles), tuple(figures_of(content)), looks, reading)


def shingles_text(content: Content) -> str:
    """Return the paper's letters in reading order: no digits, blanks or marks, which OCR varies."""
    kept: list[str] = []
    room = MOST_CHARACTERS
    for line in _lines(content):
        text = unicodedata.normalize("NFKC", line.text).casefold()
        letters = "".join(char for char in text if char.isalpha())
        kept.append(letters[:room])
        room -= len(letters)
        if room <= 0:
            break
    return "".join(kept)


def figures_of(content: Content) -> Iterator[Figure]:
    """Yield the figures on a paper in reading order."""
    room = MOST_CHARACTERS
    for line in _lines(content):
        for word in line.words:
            room -= len(word.text)
            text = _SEPARATOR.sub("", word.text.translate(_WIDE))
            if room > 0 and any(char.isdigit() for char in text):
                yield from (Figure(digits, word.confidence) for digits in _figures(text))


def is_long(digits: str) -> bool:
    """Whether figures are telling: four digits or more, and not just a year."""
    is_year = len(digits) == LONG and digits[:2] in ("19", "20")
    return len(digits) >= LONG and not is_year


def _lines(content: Content) -> Iterator[Line]:
    for page in content.pages:
        yield from page.lines


def _figures(text: str) -> Iterator[str]:
    """Dates in any of their ways come out as eight digits, so that a blank in one is no matter."""
    squeezed = "".join(text.split())

    def one_day(found: re.Match[str]) -> str:
        year, month, day = found.groups()
        return f" {year}{int(month):02d}{int(day):02d} "

    for found in _FIGURE.findall(_DAY.sub(one_day, squeezed)):
        if digits := _DIGITS.sub("", found):
            yield digits


def compare(one: Features, other: Features) -> Likeness:
    """Return how alike two papers are and whether they may be one paper twice."""
    text = _share(len(one.shingles & other.shingles), len(one.shingles), len(other.shingles))
    ours, theirs = one.long_figures, other.long_figures
    figures = _share((ours & theirs).total(), ours.total(), theirs.total())
    contrary = tuple(_contrary(one, other))
    enough = min(len(ours), len(theirs)) >= FEW_FIGURES
    if enough:
        alike = text >= TEXT_ALIKE and figures >= FIGURES_FOUND
    elif min(len(one.shingles), len(other.shingles)) >= LITTLE_TEXT:
        alike = text >= TEXT_SAME and figures >= FIGURES_FOUND
    else:
        alike = _look_alike(one.looks, other.looks)
    return Likeness(text=text, figures=figures, contrary=contrary, same=alike and not contrary)


def _share(both: int, ours: int, theirs: int) -> float:
    least = min(ours, theirs)
    return both / least if least else float(ours == theirs)


def _look_alike(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    return (
        bool(ours)
        and len(ours) == len(theirs)
        and all(looks_apart(a, b) <= LOOK_ALIKE for a, b in zip(ours, theirs, strict=True))
    )


def looks_apart(one: str, other: str) -> int:
    """Return by how many bits two looks (hexadecimal) differ."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


def _contrary(one: Features, other: Features) -> Iterator[str]:
    ours, theirs = one.reading, other.reading
    if ours.doc_type and theirs.doc_type and ours.doc_type != theirs.doc_type:
        yield "doc_type"
    if _only_here(one, other) and _only_here(other, one):
        yield "figures"
    for name in _NAMES:
        if _names_differ(ours.fields.get(name, ()), theirs.fields.get(name, ())):
            yield name
    for name in (*_NUMBERS, *_SUMS, *_DAYS):
        if _values_differ(ours.fields.get(name, ()), theirs.fields.get(name, ())):
            yield name


def _only_here(one: Features, other: Features) -> bool:
    """Whether a surely read long figure of one paper is nowhere among the other's digits."""
    stream = "".join(figure.digits for figure in other.figures)
    there = Counter(figure.digits for figure in other.figures)
    return any(
        figure.confidence >= UNSURE
        and is_long(figure.digits)
        and not there[figure.digits]
        and not _explained(figure.digits, stream)
        for figure in one.figures
    )


def _explained(digits: str, stream: str) -> bool:
    """Whether a figure is another's, cut or joined differently, or with a ‰ read as a nought."""
    return digits in stream or (
        digits[-1] == "0" and len(digits) > LONG and digits.rstrip("0") in stream
    )


def _names_differ(ours: Sequence[FieldValue], theirs: Sequence[FieldValue]) -> bool:
    """Whether both papers name people, and none of one is on the other, misreading allowed for."""
    left = [str(each.value) for each in ours]
    right = [str(each.value) for each in theirs]
    if not left or not right:
        return False
    return not any(_one_name(a, b) for a in left for b in right)


def _one_name(one: str, other: str) -> bool:
    if one == other or one in other or other in one:
        return True
    # One character of three may be misread; of two it is another name.
    return len(one) == len(other) > 2 and sum(a != b for a, b in zip(one, other, strict=True)) <= 1


def _values_differ(ours: Sequence[FieldValue], theirs: Sequence[FieldValue]) -> bool:
    sure = [[_plain(one) for one in each if one.confidence >= UNSURE] for each in (ours, theirs)]
    return bool(sure[0] and sure[1]) and not set(sure[0]) & set(sure[1])


def _plain(found: FieldValue) -> str:
    if isinstance(found.value, date):
        return found.value.isoformat()
    if isinstance(found.value, Money):
        return str(found.value.amount)
    return _DIGITS.sub("", str(found.value))


def measures(found: Likeness) -> Mapping[str, object]:
    """Return a likeness as it is stored: shares with two digits."""
    return {"text": round(found.text, 2), "figures": round(found.figures, 2)}
