"""Passages of the printed text around what was sought, as segments: whoever shows them escapes.

Found again in the text by the same search form that the index was made from, so that every hit
that the index gives is marked, however it was printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.personal import mask
from indexer.normalise import BLANK, BREAK, SearchForm, search_form, traced_search_form
from indexer.query import Words

# What may stand around a hit, in printed characters; a passage is cut at the end of a line.
_BEFORE = 24
_AFTER = 48
# No personal number is longer than this, the blanks in it included.
_LONGEST_NUMBER = 80
_LETTER = "[a-z\u00df-\u05ff]"
# Marks beyond these add nothing for a reader and would make a long paper slow.
_MOST_MARKS = 400


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage. `segments` make up its text in order: (text, whether it was sought)."""

    page: int
    segments: tuple[tuple[str, bool], ...]

    @property
    def text(self) -> str:
        """The passage without marks."""
        return "".join(text for text, _hit in self.segments)


def snippets(
    pages: Sequence[str], sought: Sequence[Words], *, most: int = 2, masked: bool = True
) -> tuple[Snippet, ...]:
    """Return the best passages of a paper; its beginning if what was sought is not in the text.

    masked  personal numbers are covered, also where they are what was sought
    """
    patterns = [pattern for words in sought if (pattern := _pattern(words))]
    if not patterns:
        return _beginning(pages, masked)
    found = []
    for number, text in enumerate(pages, start=1):
        marks = _marks(text, patterns)
        for start, end, kinds in _passages(text, marks):
            found.append((-kinds, number, start, end, marks))
    if not found:
        return _beginning(pages, masked)
    found.sort(key=lambda passage: passage[:3])
    return tuple(
        _snippet(pages[number - 1], number, start, end, marks, masked)
        for _kinds, number, start, end, marks in found[:most]
    )


def _pattern(words: Words) -> re.Pattern[str] | None:
    form = search_form(words.text)
    if not form:
        return None
    wanted = re.escape(form)
    alone_before = f"(?<!{_LETTER})" if re.match(_LETTER, form) else ""
    alone_after = f"(?!{_LETTER})" if words.exact and re.search(f"{_LETTER}$", form) else ""
    return re.compile(alone_before + wanted + alone_after)


def _marks(text: str, patterns: list[re.Pattern[str]]) -> list[tuple[int, int, int]]:
    """Return start, end and which pattern, in printed characters, in order and apart."""
    traced = traced_search_form(text)
    found = sorted(mark for mark in _all_marks(traced, patterns))[:_MOST_MARKS]
    apart: list[tuple[int, int, int]] = []
    for start, end, kind in found:
        if apart and start < apart[-1][1]:
            before_start, before_end, before_kind = apart[-1]
            apart[-1] = (before_start, max(before_end, end), before_kind)
        else:
            apart.append((start, end, kind))
    return apart


def _all_marks(
    traced: SearchForm, patterns: list[re.Pattern[str]]
) -> Iterator[tuple[int, int, int]]:
    for kind, pattern in enumerate(patterns):
        for found in pattern.finditer(traced.form):
            yield (*traced.place(*found.span()), kind)


def _passages(text: str, marks: list[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """Yield start, end and the number of different things sought in it, without overlaps."""
    taken = 0
    for first, (start, _end, _kind) in enumerate(marks):
        if start < taken:
            continue
        begin = max(start - _BEFORE, taken, 0)
        limit = start + _AFTER
        inside = [mark for mark in marks[first:] if mark[0] < limit]
        finish = min(max(limit, max(mark[1] for mark in inside)), len(text))
        taken = finish
        yield _word_start(text, begin, start), finish, len({kind for _start, _end, kind in inside})


def _word_start(text: str, begin: int, mark: int) -> int:
    """Return where the first whole Latin word begins, from `begin` on and before the mark."""
    if begin and text[begin - 1].isalnum() and text[begin].isascii() and text[begin].isalnum():
        blank = text.find(" ", begin, mark)
        return blank + 1 if blank >= 0 else begin
    return begin


def _snippet(
    text: str,
    number: int,
    start: int,
    end: int,
    marks: list[tuple[int, int, int]],
    masked: bool,
) -> Snippet:
    # Covered before it is cut: a number that the cut would halve is covered as a whole.
    first = max(start - _LONGEST_NUMBER, 0)
    shown = text[first : end + _LONGEST_NUMBER]
    if masked:
        shown = mask(shown)
    segments: list[tuple[str, bool]] = []
    done = start
    for mark_start, mark_end, _kind in marks:
        if mark_end <= start or mark_start >= end:
            continue
        segments.append((shown[done - first : mark_start - first], False))
        segments.append((shown[mark_start - first : mark_end - first], True))
        done = mark_end
    segments.append((shown[done - first : end - first], False))
    return Snippet(number, _on_one_line(segments))


def _on_one_line(segments: list[tuple[str, bool]]) -> tuple[tuple[str, bool], ...]:
    flat = [(re.sub(r"\s+", " ", text), hit) for text, hit in segments]
    return tuple((text, hit) for text, hit in flat if text)


def _beginning(pages: Sequence[str], masked: bool) -> tuple[Snippet, ...]:
    for number, text in enumerate(pages, start=1):
        if text.strip(BLANK + BREAK + "\n\t\r\f\u3000"):
            start = len(text) - len(text.lstrip())
            end = min(start + _BEFORE + _AFTER, len(text))
            return (_snippet(text, number, start, end, [], masked),)
    return ()
