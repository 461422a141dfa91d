# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""Answers given by number: "担保方式为下列第 2 种", with the numbered choices below."""

from __future__ import annotations

import re

from extractors.values.chinese_amount import number_from_chinese

_NUMERAL = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[A-H])"
# The place for the number may be empty: then nothing was chosen.
_ASKED = re.compile(
    r"[\s_:,]*(?:为|是|按照?|采[取用]|选择|适用|执行|实行|以|属于|选用|约定)*[ _]*(?:以下|下列|如下|下述)?[ _]*第"
    rf"[ _(]*(?P<number>{_NUMERAL})?[ _)]*(?:种|项|款|类)"
)
_LIST_ONLY = re.compile(r"[\s_:,]*(?:为|是|按照?|采[取用]|选择)*[ _]*(?:以下|下列|如下|下述)")
# How far behind the question the answers may begin, in characters.
_REACH = 500
_ANSWER_END = re.compile(r"[;。\n]|[ ]{2,}|(?=[(]\d[)])")


def is_asked(text: str, start: int) -> bool:
    """Whether plain `text` from `start` answers by a number, given or left open."""
    return _ASKED.match(text, start) is not None and _LIST_ONLY.match(text, start) is not None


def chosen(text: str, start: int) -> tuple[int, int] | None:
    """Return where the answer stands whose number is named at `start`; None if none is."""
    asked = _ASKED.match(text, start)
    if asked is None or asked["number"] is None:
        return None
    number = asked["number"]
    mark = re.compile(
        rf"(?:^|[\s:;。,)]|种|项)(?:[(](?:{_spellings(number)})[)]|(?:\d{{1,2}}\.)?"
        rf"(?:{_spellings(number)})(?:[、)]|\.(?!\d)|(?<=\.{number}) ))[ _]*"
    )
    found = mark.search(text, asked.end(), asked.end() + _REACH)
    if found is None:
        return None
    end = _ANSWER_END.search(text, found.end())
    return found.end(), end.start() if end else len(text)


def _spellings(number: str) -> str:
    """Return a regex for the number as papers count: 2, 二."""
    if number.isdigit() and 1 <= int(number) <= 10:
        return rf"{number}|{'一二三四五六七八九十'[int(number) - 1]}"
    value = number_from_chinese(number) if not number.isascii() else None
    return f"{number}|{value}" if value else re.escape(number)
