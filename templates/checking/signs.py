"""Signs that a Chinese keyboard or Word itself puts into tags, and what they stand for."""

from __future__ import annotations

import re

# From full-width forms, Chinese punctuation and invisible characters to what Jinja2 reads.
_PLAIN = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    ord("。"): ".",
    ord("【"): "[",
    ord("】"): "]",
    ord("《"): "<",
    ord("》"): ">",
    ord("、"): ",",
    ord("\u3000"): " ",
    ord("\u00a0"): " ",
    **dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"), ""),
}
_QUOTES = {**dict.fromkeys(map(ord, "“”„‟＂"), '"'), **dict.fromkeys(map(ord, "‘’‚‛＇"), "'")}
# Those that docxtpl reads as straight ones by itself: Word curls quotation marks while one types.
_CURLED = {ord("“"): '"', ord("”"): '"', ord("‘"): "'", ord("’"): "'"}
_QUOTED = re.compile(r"""(["“”„‟＂].*?["“”„‟＂]|['‘’‚‛＇].*?['‘’‚‛＇])""", re.DOTALL)

# Two signs together that open or close a tag, in any width, also with a blank between them.
_OPEN, _CLOSE = r"[{｛][ \u3000]?[{｛%％#＃]", r"[}｝%％#＃][ \u3000]?[}｝]"
LIKE_A_TAG = re.compile(f"({_OPEN})((?:(?!{_OPEN}).)*?)({_CLOSE})", re.DOTALL)


def plain(tag: str) -> str:
    """Return what was meant by `tag`, written in any width: every sign as Jinja2 reads it.

    Words between quotation marks stay as they are.
    """
    found = LIKE_A_TAG.fullmatch(tag)
    if found is None:
        return tag
    opening, body, closing = found.groups()
    return f"{_brace(opening)}{_plain_body(body)}{_brace(closing)}"


def straightened(tag: str) -> str:
    """Return `tag` with straight quotation marks, as docxtpl reads it."""
    return tag.translate(_CURLED)


def is_unusual(tag: str) -> bool:
    """Has it signs that are not read as they were meant?"""
    return straightened(plain(tag)) != straightened(tag)


def _brace(sign: str) -> str:
    return sign.translate(_PLAIN).replace(" ", "")


def _plain_body(body: str) -> str:
    pieces = _QUOTED.split(body)
    # Every second piece is quoted: there only the marks themselves change.
    return "".join(
        piece.translate(_PLAIN) if place % 2 == 0 else _straight(piece)
        for place, piece in enumerate(pieces)
    )


def _straight(quoted: str) -> str:
    return quoted[0].translate(_QUOTES) + quoted[1:-1] + quoted[-1].translate(_QUOTES)


def as_meant(words: str) -> str:
    """Return `words` with every tag in plain signs; the rest as it is."""
    return LIKE_A_TAG.sub(lambda found: plain(found[0]), words)
