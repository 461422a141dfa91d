"""Numbers in a drafted sentence that none of its figures has.

Taken out first: days, months and years; the numbering of a list; titles in 《》; numbers of
contracts, loans and cases; names with a digit in them that the figures were asked for (商户2).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal

from ledger.figure import Figure
from templates import formats
from templates.sentence import Sentence

_DATES = (
    r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:第?\d季度)?",
    r"\d{1,2}月\d{1,2}日",
    r"\d{1,2}月(?:份|末|底)?",
    r"\d{4}-\d{2}(?:-\d{2})?",
    r"\d{1,2} (?:de )?[a-zé]+ (?:de )?\d{4}",
    r"\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)(?: \d{4})?",
    r"(?<![\d.,])(?:19|20)\d{2}(?![\d.,]*\d)",
)
_NUMBERING = (
    r"(?:表|[Cc]uadro |[Tt]able )\d{1,2}",
    r"^\s*[(（]?\d{1,2}[).）、．]\s?",
    r"第\d+[条款项季]",
    r"[(（]\d{1,2}[)）](?=\D)",
)
_PAPERS = (
    r"《[^》]*》",
    r"[(（〔\[]\d{4}[)）〕\]][^，。；、\s]{0,40}号",
    r"\d{8,}",
    r"[A-Z]{1,4}-?\d[\d-]*",
)
_NUMBERS = {
    "zh": r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?",
    "en": r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?",
    "es": r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?",
}


def unstated(sentence: Sentence, figures: Iterable[Figure], language: str) -> list[str]:
    """Return the numbers of `sentence` that are no value of its figures, as they are written.

    figures  those of the document; the sentence names its own among them
    """
    known = {one.name: one for one in figures} | {one.name: one for one in sentence.stated}
    mine = [known[name] for name in sentence.figures if name in known]
    text = unicodedata.normalize("NFKC", sentence.text).replace("〈", "《")
    for written, _reason in sentence.asides:
        text = text.replace(written, " ")
    for name in sorted(_names_asked_for(mine), key=len, reverse=True):
        text = text.replace(name, " ")
    for pattern in (*_PAPERS, *_DATES, *_NUMBERING):
        text = re.sub(pattern, " ", text)
    allowed = {shown for one in mine for shown in _shown(one, language)}
    return [found for found in re.findall(_NUMBERS[language], text) if found not in allowed]


def _shown(figure: Figure, language: str) -> Iterator[str]:
    """Yield every way in which the figure's number may be written, without sign and unit."""
    if figure.value is None:
        return
    value = abs(Decimal(figure.value))
    if figure.unit == "fen":
        fen = int(value)
        ways = [
            formats.yuan(fen, language),
            formats.wan(fen, language),
            formats.thousand(fen, language),
            formats.number(value / formats.FEN_PER_YUAN, language),
        ]
    else:
        ways = [formats.number(value, language, places) for places in (0, 1, 2)]
        ways = [way for places, way in enumerate(ways) if places == 2 or _is_whole(value, places)]
    yield from ways


def _is_whole(value: Decimal, places: int) -> bool:
    """Whether nothing of the value is lost with so many decimals."""
    return value == round(value, places)


def _names_asked_for(figures: Iterable[Figure]) -> Iterator[str]:
    for one in figures:
        for said in re.findall(r"\w+=([^,()]+)", one.name):
            if re.search(r"\d", said):
                yield unicodedata.normalize("NFKC", said)
