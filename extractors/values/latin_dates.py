# ruff: noqa: E501 - patterns are easier to read unbroken
"""Dates with a month's name, in Spanish and English: a los cinco (05) días del mes de junio de 2019."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.values.latin_amount import number_from_english, number_from_spanish

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "enero ene january jan", "febrero feb february", "marzo mar march",
            "abril abr april apr", "mayo may", "junio jun june", "julio jul july",
            "agosto ago august aug", "septiembre setiembre sep set sept september",
            "octubre oct october", "noviembre nov november", "diciembre dic december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "primero": 1, "primer": 1, "primo": 1,
}  # fmt: skip

_FILL = r"[\s_]*"
_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![a-z])\.?"
# A number in words, and the same in figures in brackets, whichever comes first.
_DAY = (
    r"(?<![\d/.,])(?:(?P<day>\d{1,2})(?:o|ro|er|st|nd|rd|th|a)?(?![\d])\.?|(?<![a-z])(?P<words>[a-z]+(?:(?: y |[ -])(?!dias?\b|day\b|del?\b|of\b)[a-z]+)?)(?![a-z]))"
    rf"{_FILL}(?:\([a-z\d ]{{1,18}}\))?"
)
_YEAR = r"(?:(?P<year>(?:19|20)\d{2}|2\.0\d{2})(?!\d|[.,]\d{3})|(?P<year_words>(?:dos mil|mil novecientos|two thousand|one thousand|nineteen|twenty)(?:[ ,-]{1,2}(?:y |and )?[a-z]+){0,5}))"
_SPANISH = re.compile(
    rf"{_DAY}{_FILL}(?:dias?{_FILL})?(?:(?:del|de)?{_FILL}mes{_FILL})?(?:de{_FILL}|[-/.]{_FILL})?{_MONTH}{_FILL}"
    rf"(?:,?{_FILL}(?:del?|en el|-|/)?{_FILL}(?:presente{_FILL})?(?:ano{_FILL})?(?:de{_FILL})?){_YEAR}"
)
_ENGLISH_DAY_FIRST = re.compile(
    rf"{_DAY}{_FILL}(?:day{_FILL})?(?:of{_FILL})?(?:the{_FILL}month{_FILL}of{_FILL})?[,./-]?{_FILL}{_MONTH}[,./-]?{_FILL}"
    rf"(?:(?:of|in){_FILL})?(?:the{_FILL}year{_FILL}(?:of{_FILL}our{_FILL}lord{_FILL})?)?(?:,{_FILL})?(?:{_YEAR}|(?P<short>\d{{2}})(?![\d.,%/]))"
)
_ENGLISH_MONTH_FIRST = re.compile(
    rf"(?<![a-z]){_MONTH}[ _]*(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ _]*,?[ _]+(?:of |del? )?(?P<year>(?:19|20)\d{{2}})(?!\d)"
)


def find_named_dates(text: str) -> Iterator[tuple[int, int, int, int, int]]:
    """Yield (year, month, day, start, end) of what reads as a date in folded `text`.

    The day may be one that no calendar holds.
    """
    for pattern in (_SPANISH, _ENGLISH_DAY_FIRST, _ENGLISH_MONTH_FIRST):
        for m in pattern.finditer(text):
            said = m.groupdict()
            start = m.start()
            if said["day"]:
                day: int | None = int(said["day"])
            else:
                day, words = _day_in_words(said["words"])
                start = m.start("words") + len(said["words"]) - len(words)
            year = _year(said)
            if day and year:
                yield year, MONTHS[said["month"]], day, start, _end(m, said)


def _day_in_words(words: str) -> tuple[int | None, str]:
    """Return the day that `words` end with, and the words that say it: "a los cinco" is 5."""
    parts = words.split()
    for first in range(len(parts)):
        said = " ".join(parts[first:])
        last = said.replace("-", " ").split()
        tens = {"twenty": 20, "thirty": 30}.get(last[0], 0) if len(last) == 2 else 0
        if last[-1] in _ORDINALS and (len(last) == 1 or tens):
            return tens + _ORDINALS[last[-1]], said
        number = number_from_spanish(said)
        number = number_from_english(said) if number is None else number
        if number and number <= 31:
            return number, said
    return None, ""


def _year(said: dict[str, str | None]) -> int | None:
    if said.get("short"):
        return 2000 + int(said["short"] or 0)
    if said.get("year"):
        return int((said["year"] or "").replace(".", ""))
    number, _ = _year_in_words(said.get("year_words") or "")
    return number


def _year_in_words(words: str) -> tuple[int | None, int]:
    """Return the year `words` begin with and how long its words are: the run may hold more."""
    parts = words.split(" ")
    for length in range(len(parts), 0, -1):
        printed = " ".join(parts[:length])
        year = number_from_spanish(printed)
        year = number_from_english(printed) if year is None else year
        pair = printed.replace("-", " ").split()
        if year is None and len(pair) >= 2 and pair[0] in ("nineteen", "twenty"):
            # twenty twenty-one
            rest = number_from_english(" ".join(pair[1:]))
            century = 1900 if pair[0] == "nineteen" else 2000
            year = century + rest if rest is not None and 10 <= rest < 100 else None
        if year and 1900 <= year < 2200:
            return year, len(printed)
    return None, 0


def _end(m: re.Match[str], said: dict[str, str | None]) -> int:
    if not said.get("year_words"):
        return m.end()
    end = m.start("year_words") + _year_in_words(said["year_words"] or "")[1]
    brackets = re.compile(r"[\s_]*\(\d{4}\)").match(m.string, end)
    return brackets.end() if brackets else end
