"""Numbers of captions, 图1 and 表1: those of the finished document, in the order of its pages.

What a condition left out is not counted; Word and WPS come to the same numbers when they update.
"""

from __future__ import annotations

from collections import Counter

from lxml import etree

from templates.package import W
from templates.word_fields.reading import fields_in


def number_captions(tree: etree._Element) -> None:
    """Write into each plain SEQ field its number."""
    counted: Counter[str] = Counter()
    for field in fields_in(tree):
        words = field.instruction.split()
        if len(words) < 2 or words[0].upper() != "SEQ":
            continue
        if {"\\c", "\\h", "\\n", "\\r", "\\s"} & {word[:2].lower() for word in words[2:]}:
            # It repeats, hides or sets a number: Word's own business.
            continue
        counted[words[1]] += 1
        shown = [text for run in field.result for text in run.iter(f"{W}t")]
        for text in shown[1:]:
            text.text = ""
        if shown:
            shown[0].text = str(counted[words[1]])
