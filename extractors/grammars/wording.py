# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""Free text beside a label."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.form import Found, Grammar, Window
from extractors.grammars.window import is_blank

_TEXT_END = re.compile(r"[。;\n\t\x1f_]|\s{3,}")
_INLINE_TEXT_END = re.compile(r"[。;,\n\t\x1f_]|\s{3,}")
_IS = re.compile(r"[\s_]*[为是][\s_:]*")
# Where a long text ends though no label follows: the next numbered section, a date by itself.
_SECTION = re.compile(
    r"\n\s*(?:[一二三四五六七八九十]{1,2}、|[^\n。,;:、]{0,14}(?:公司|银行|联社|信用社|行|部|科|社)\s*(?:\n|$)"
    r"|[^\n。]{0,20}(?:\d{4}|[二〇○零一]{4})\s*年[^\n。]{0,12}日\s*(?:\n|$)|[IVX]{1,4}\.\s)"
)
_SKIP_TEXT = re.compile(r"[\s_:\"]*")


def text(limit: int = 60, *, to_stop: bool = True, lines: int = 0, inline: bool = False) -> Grammar:
    """Free text of at most `limit` characters, up to a full stop or gap (`to_stop`) or all of it."""

    def read(window: Window) -> Iterator[Found]:
        start = (_IS if window.inline else _SKIP_TEXT).match(window.text)
        if window.inline and not start:
            return
        first = start.end() if start else 0
        last = len(window.text)
        if to_stop:
            stop = _INLINE_TEXT_END if window.inline else _TEXT_END
            end = stop.search(window.text, first)
            last = end.start() if end else last
        else:
            end = _SECTION.search(window.text, first)
            last = end.start() if end else last
        while last > first and window.text[last - 1] in ' _\n\t\x1f,;"。.':
            last -= 1
        said = window.text[first:last]
        if (
            not is_blank(said)
            and len(said) <= limit
            and re.search(r"[^\W\d_]{2}|[^\W\d_] [^\W\d_]", said)
            and not _is_template(said)
        ):
            yield Found("", first, last)

    return Grammar(
        f"text_{limit}", read, strict=False, lines=lines, inline=inline, whole=not to_stop
    )


_TEMPLATE = re.compile(r"^[\s_]*(?:年[\s_]*月[\s_]*日|\([^()]*\)|[□☐○][^☑√■✓]*)$")


def _is_template(said: str) -> bool:
    """Whether the words are the form's own: empty date places, a hint in brackets, open boxes."""
    return _TEMPLATE.match(said) is not None or said.count("_") > len(said) / 2


TEXT = text()
LONG_TEXT = text(700, to_stop=False, lines=12)
