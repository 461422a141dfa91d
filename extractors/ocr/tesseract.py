"""Tesseract as an engine, for offices that have it: its own program, asked page by page.

Not shipped. It reads Spanish and English well and Chinese worse than the engine that comes with
the program (docs/benchmarks.md); the settings choose it.
"""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence

import cv2
import numpy as np

from extractors.ocr.engine import Glyph, Image, Strip
from extractors.ocr.missing import EngineMissing
from extractors.wording import _

PROGRAM = "tesseract"
LANGUAGES = ("chi_sim", "spa", "eng")
# One page; the child that reads it has a limit of its own.
SECONDS = 120
# A level-5 row of its table is a word; words farther apart than this, in heights, are apart.
WORD_LEVEL = "5"
APART = 0.25
CHINESE_APART = 1.2
# A word this unsure is no text.
NO_TEXT_BELOW = 0.2


class TesseractEngine:
    """`OcrEngine` over the installed Tesseract. Raises EngineMissing when it is not there."""

    def __init__(self, program: str = PROGRAM, languages: Sequence[str] = LANGUAGES) -> None:
        path = shutil.which(program)
        if path is None:
            raise EngineMissing(
                _(
                    "The settings choose Tesseract for scans, but {program} is not installed. "
                    'Install it, or set ocr_engine = "rapid" in hudang.toml.'
                ).format(program=program)
            )
        self._program = path
        installed = set(_said([path, "--list-langs"], b"").split())
        missing = [language for language in languages if language not in installed]
        if missing:
            raise EngineMissing(
                _("Tesseract is installed without its languages {languages}: add them.").format(
                    languages=", ".join(missing)
                )
            )
        self._languages = "+".join(languages)

    def turned(self, image: Image) -> int:
        """Return by how many degrees clockwise the page lies turned; 0 when nothing tells."""
        said = self._run(image, "--psm", "0", "-l", "osd")
        found = re.search(r"Rotate:\s*(\d+)", said)
        # It says how far to turn the page clockwise, we how far it was turned.
        return (360 - int(found[1])) % 360 if found else 0

    def read(self, image: Image) -> list[Strip]:
        """Return the lines of text on an upright page."""
        said = self._run(image, "--psm", "3", "-l", self._languages, "tsv")
        return [strip for line in _lines(said) if (strip := _strip(line)) is not None]

    def read_strip(self, strip: Image) -> tuple[Glyph, ...]:
        """Return the characters on a picture of one line."""
        said = self._run(strip, "--psm", "7", "-l", self._languages, "tsv")
        width = max(1, strip.shape[1])
        return tuple(
            Glyph(glyph.character, left / width, right / width, glyph.confidence)
            for line in _lines(said)
            for glyph, left, right in _glyphs(line)
        )

    def _run(self, image: Image, *arguments: str) -> str:
        done, picture = cv2.imencode(".png", np.ascontiguousarray(image[:, :, ::-1]))
        if not done:
            return ""
        return _said([self._program, "stdin", "stdout", *arguments], picture.tobytes())


def _said(command: Sequence[str], given: bytes) -> str:
    """Run the program; what it cannot read, a blank page to begin with, gives nothing."""
    try:
        done = subprocess.run(  # noqa: S603 - the program that the settings chose
            command, input=given, capture_output=True, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace")


class _Word:
    def __init__(self, row: dict[str, str]) -> None:
        self.text = row["text"].strip()
        self.left, self.top = float(row["left"]), float(row["top"])
        self.right = self.left + float(row["width"])
        self.bottom = self.top + float(row["height"])
        self.confidence = min(1.0, max(0.0, float(row["conf"]) / 100))


def _lines(table: str) -> Iterator[list[_Word]]:
    """Yield the words of each line of Tesseract's table."""
    lines: dict[tuple[str, ...], list[_Word]] = {}
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row.get("level") != WORD_LEVEL or not (row.get("text") or "").strip():
            continue
        place = tuple(row[name] for name in ("block_num", "par_num", "line_num"))
        word = _Word({name: value or "0" for name, value in row.items()})
        if word.confidence >= NO_TEXT_BELOW:
            lines.setdefault(place, []).append(word)
    yield from lines.values()


def _glyphs(words: Sequence[_Word]) -> Iterator[tuple[Glyph, float, float]]:
    """Yield each character with its left and right edge in pixels, blanks between words too."""
    height = max(word.bottom - word.top for word in words)
    before: _Word | None = None
    for word in sorted(words, key=lambda one: one.left):
        if before is not None and _is_apart(before, word, height):
            middle = (before.right + word.left) / 2
            yield Glyph(" ", 0.0, 0.0, 1.0), middle, middle
        share = (word.right - word.left) / len(word.text)
        for place, character in enumerate(word.text):
            left = word.left + place * share
            yield Glyph(character, 0.0, 0.0, word.confidence), left, left + share
        before = word


def _is_apart(before: _Word, word: _Word, height: float) -> bool:
    chinese = before.text[-1] >= "\u2e80" and word.text[0] >= "\u2e80"
    return word.left - before.right > (CHINESE_APART if chinese else APART) * height


def _strip(words: Sequence[_Word]) -> Strip | None:
    left, top = min(word.left for word in words), min(word.top for word in words)
    right, bottom = max(word.right for word in words), max(word.bottom for word in words)
    width = max(1.0, right - left)
    glyphs = tuple(
        Glyph(glyph.character, (start - left) / width, (end - left) / width, glyph.confidence)
        for glyph, start, end in _glyphs(words)
    )
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return Strip(glyphs, corners) if glyphs else None
