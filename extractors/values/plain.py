"""One spelling for matching: half-width, composed, one kind of blank; positions are kept."""

from __future__ import annotations

import unicodedata
from functools import cache

# What NFKC would turn into something unhelpful, or leave although it reads the same.
_OWN_SPELLING = {
    "\u3000": "  ",
    "\u00a0": " ",
    "\u200b": "",
    "\ufeff": "",
    "\u00ad": "",
    "−": "-",
    "–": "-",
    "—": "-",
    "―": "-",
    "‐": "-",
    "－": "-",
    "﹣": "-",
    "〔": "(",
    "〕": ")",
    "【": "(",
    "】": ")",
    "［": "(",
    "］": ")",
    "﹙": "(",
    "﹚": ")",
    "﹕": ":",
    "∶": ":",
    "︰": ":",
    "圓": "圆",
    "￥": "¥",
    "〇": "〇",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "「": '"',
    "」": '"',
    "『": '"',
    "』": '"',
    "‘": "'",
    "’": "'",
    "°": "o",
    "º": "o",
    "ª": "a",
    "㎡": "m2",
    "…": "...",
    "﹍": "_",
    "﹎": "_",
    "﹏": "_",
    "＿": "_",
    "￣": " ",
    "｜": "|",
}


@cache
def plain_char(char: str) -> str:
    """Return how one printed character is spelled for matching: none, one or several characters."""
    own = _OWN_SPELLING.get(char)
    if own is not None:
        return own
    if char < "\x7f":
        return char
    return unicodedata.normalize("NFKC", char)


@cache
def folded_char(char: str) -> str:
    """Return one plain character in lower case without its accent; always one character."""
    if char < "\x7f":
        return char.lower()
    base = unicodedata.normalize("NFD", char)[:1] or char
    lower = base.lower()
    return lower if len(lower) == 1 else base


def plain(text: str) -> str:
    """Return `text` spelled for matching."""
    return "".join(map(plain_char, text))


def folded(text: str) -> str:
    """Return plain `text` in lower case without accents, character for character."""
    return "".join(map(folded_char, text))


def without_blanks(text: str) -> str:
    """Return `text` without blanks and without the underscores that forms print to write on."""
    return "".join(char for char in text if not char.isspace() and char not in "_＿\x1f")


def is_cjk(char: str) -> bool:
    """Whether `char` is a Chinese character or Chinese punctuation."""
    return (
        "\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or "\uff00" <= char <= "\uffef"
    )


def tidy(text: str) -> str:
    """Return free text as one line: blanks beside Chinese characters go, others become one."""
    words = text.replace("\x1f", " ").replace("_", " ").replace("＿", " ").split()
    joined: list[str] = []
    for word in words:
        if joined and not (is_cjk(joined[-1][-1]) or is_cjk(word[0])):
            joined.append(" ")
        joined.append(word)
    return "".join(joined)
