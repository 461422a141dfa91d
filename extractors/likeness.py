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
# A short figure contradicts only if it was read more surely than this.
SURE = 0.9
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
    """What of one paper is compared; made once, compared with many.

    lines  the figures of each line by the line's letters, where no other line has the same letters
    """

    shingles: frozenset[str]
    figures: tuple[Figure, ...]
    lines: Mapping[str, tuple[Figure, ...]]
    looks: tuple[str, ...]
    reading: Reading

    @property
    def stream(self) -> str:
        """All digits in reading order: a figure cut or joined otherwise is still in it."""
        return "".join(figure.digits for figure in self.figures)

    @property
    def long_figures(self) -> Counter[str]:
        """Dates, amounts and numbers, with how often each stands there; years by themselves not."""
        return Counter(each.digits for each in self.figures if is_long(each.digits))


def features_of(content: Content, reading: Reading) -> Features:
    """Return what of a paper is compared."""
    shingles: set[str] = set()
    figures: list[Figure] = []
    lines: dict[str, tuple[Figure, ...]] = {}
    for letters, on_line in _lines(content):
        figures += on_line
        # Two lines that differ in nothing but figures cannot be told apart.
        lines[letters] = () if letters in lines else tuple(on_line)
    text = "".join(lines)
    shingles.update(text[at : at + SHINGLE] for at in range(len(text) - SHINGLE + 1))
    looks = tuple(page.look for page in content.pages if page.look)
    return Features(frozenset(shingles), tuple(figures), lines, looks, reading)


def _lines(content: Content) -> Iterator[tuple[str, list[Figure]]]:
    """Yield each line's letters (no digits, blanks or marks, which OCR varies) and its figures."""
    room = MOST_CHARACTERS
    for line in (line for page in content.pages for line in page.lines):
        text = line.text[:room]
        room -= len(text)
        if not text:
            return
        folded = unicodedata.normalize("NFKC", text).casefold()
        yield "".join(char for char in folded if char.isalpha()), list(_figures_on(line))


def _figures_on(line: Line) -> Iterator[Figure]:
    for word in line.words:
        text = _SEPARATOR.sub("", word.text.translate(_WIDE))
        if any(char.isdigit() for char in text):
            yield from (Figure(digits, word.confidence) for digits in _figures(text))


def is_long(digits: str) -> bool:
    """Whether figures are telling: four digits or more, and not just a year."""
    is_year = len(digits) == LONG and digits[:2] in ("19", "20")
    return len(digits) >= LONG and not is_year


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
    if (_only_here(one, other) and _only_here(other, one)) or _lines_differ(one, other):
        yield "figures"
    for name in _NAMES:
        if _names_differ(ours.fields.get(name, ()), theirs.fields.get(name, ())):
            yield name
    for name in (*_NUMBERS, *_SUMS, *_DAYS):
        left, right = ours.fields.get(name, ()), theirs.fields.get(name, ())
        if _values_differ(left, right, one.stream, other.stream):
            yield name


def _only_here(one: Features, other: Features) -> bool:
    """Whether a surely read long figure of one paper is nowhere among the other's digits."""
    stream = other.stream
    return any(
        figure.confidence >= UNSURE
        and is_long(figure.digits)
        and not _explained(figure.digits, stream)
        for figure in one.figures
    )


def _lines_differ(one: Features, other: Features) -> bool:
    """Whether a line of the same words has another figure, however short, surely read on both."""
    for letters in one.lines.keys() & other.lines.keys():
        ours, theirs = one.lines[letters], other.lines[letters]
        if len(letters) >= SHINGLE and len(ours) == len(theirs):
            for left, right in zip(ours, theirs, strict=True):
                alike = _explained(left.digits, right.digits) or _explained(
                    right.digits, left.digits
                )
                if not alike and min(left.confidence, right.confidence) >= SURE:
                    return True
    return False


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


def _values_differ(
    ours: Sequence[FieldValue], theirs: Sequence[FieldValue], our_digits: str, their_digits: str
) -> bool:
    """Whether both papers surely say something, and not the same.

    What one says and the other prints too was only read from another place.
    """
    left = [each for each in ours if each.confidence >= UNSURE]
    right = [each for each in theirs if each.confidence >= UNSURE]
    if not left or not right or {_plain(one) for one in left} & {_plain(one) for one in right}:
        return False
    return not any(_printed_in(one, their_digits) for one in left) and not any(
        _printed_in(one, our_digits) for one in right
    )


def _printed_in(found: FieldValue, stream: str) -> bool:
    digits = _DIGITS.sub("", found.text.translate(_WIDE))
    return len(digits) >= LONG and digits in stream


def _plain(found: FieldValue) -> str:
    if isinstance(found.value, date):
        return found.value.isoformat()
    if isinstance(found.value, Money):
        return str(found.value.amount)
    return _DIGITS.sub("", str(found.value))
