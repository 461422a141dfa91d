"""Which line ends are only the paper's edge: a sentence that goes on in the next line is one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from extractors.content import Line
from extractors.values.plain import is_cjk, plain

# A line this short never was broken by the edge, in half-width columns.
_SHORTEST = 40
_SENTENCE_END = "。;；:：!！?？|│┃"
NEW_START = re.compile(
    r"\s{2,}|\s*(?:第[一二三四五六七八九十百\d]+[条章节款]|[一二三四五六七八九十]{1,3}[、.,]|\([一二三四五六七八九十\d]{1,2}\)"
    r"|\d{1,2}(?:\.\d{1,2})*[.、)](?!\d)|[^\s:,。;]{1,16}(?:\([^()]{0,12}\))?\s?:|[□☑√■○]|[-*•]\s"
    r"|[A-ZÁÉÍÓÚÑ][A-Za-zÁÉÍÓÚÑáéíóúñüo .'/&()-]{2,44}:(?:\s|$)"
    r"|[A-ZÁÉÍÓÚÑ]{4,}\s?[.:-]|(?:DNI|RUC|C\.?I\.?|C\.?C\.?|NIT|CURP|RFC|CUIT|NIF|ID|PAN)\b)"
)

# 义务人  某某: a label, a gap and its value begin a line of their own.
LABELLED = re.compile(r"\s*[\u4e00-\u9fff()/]{2,16}(?: {2,}|\t)\S")

# The date a paper ends with stands by itself, however full the line above it.
_DATE_LINE = re.compile(r"\s*\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*")


def soft_breaks(lines: Sequence[Line]) -> list[bool]:
    """Return for each line whether its sentence goes on in the next line."""
    texts = [line.text for line in lines]
    has_boxes = any(line.box for line in lines)
    ends = [_right_end(line, has_boxes) for line in lines]
    edge = max(ends, default=0.0)
    soft = []
    for index, text in enumerate(texts):
        following = texts[index + 1] if index + 1 < len(texts) else ""
        soft.append(
            bool(following.strip())
            and edge - ends[index] <= _slack(text, lines[index], has_boxes)
            and _columns(text) >= _SHORTEST
            and _goes_on(text, following)
        )
    return soft


def _goes_on(text: str, following: str) -> bool:
    last = text.rstrip()[-1:]
    if last in _SENTENCE_END or re.search(r"\t| {3,}|　　", text.strip()):
        return False
    if last == "." and not is_cjk(last) and following.strip()[:1].isupper():
        return False
    if re.match(r"\s*[\[【〖［]", following):
        # The next line's label stands in brackets.
        return False
    if _DATE_LINE.fullmatch(plain(following)) or LABELLED.match(plain(following)):
        return False
    return not NEW_START.match(plain(following)) and not re.search(r"\t| {3,}", following.strip())


def _right_end(line: Line, has_boxes: bool) -> float:
    if has_boxes:
        return line.box[2] if line.box else 0.0
    return float(_columns(line.text))


def _slack(text: str, line: Line, has_boxes: bool) -> float:
    """How far before the edge a full line may end: two Chinese characters, or a Latin word."""
    is_chinese = sum(map(is_cjk, text)) * 3 > len(text)
    if not has_boxes:
        return 5 if is_chinese else 14
    height = line.box[3] - line.box[1] if line.box else 10.0
    return 2.6 * height if is_chinese else 7 * height


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def unwrapped(cell: str) -> str:
    """Return a cell's text with the lines joined that only the column's width broke."""
    lines = cell.split("\n")
    if len(lines) < 2:
        return cell
    widest = max(map(_columns, lines))
    text = lines[0]
    for above, line in pairwise(lines):
        goes_on = _columns(above) >= 0.8 * widest and line.strip() and _goes_on(above, line)
        text += (joint(above.rstrip(), line.lstrip()) if goes_on else "\n") + line
    return text


def joint(left: str, right: str) -> str:
    """Return what stands between two halves of a sentence: nothing beside Chinese, else a blank."""
    return "" if is_cjk(left[-1:] or " ") or is_cjk(right[:1] or " ") else " "
