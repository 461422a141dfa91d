"""Writes templates/word/LANGUAGE/*.docx. Overwrites what is there: commit your own edits first."""

from __future__ import annotations

from pathlib import Path

from templates.kinds import KINDS

WORD = Path(__file__).parent.parent / "word"


def built() -> dict[str, bytes]:
    """Return every template by its path below templates/word."""
    return {
        f"{language}/{kind.name}.docx": kind.layout(language)
        for kind in KINDS.values()
        for language in kind.titles
    }


if __name__ == "__main__":
    for path, content in built().items():
        target = WORD / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
