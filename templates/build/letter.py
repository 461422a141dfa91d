"""Lays out a letter about loans with its receipt: the reminders, notices and statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from templates.build.appendix import appendix
from templates.build.blocks import paragraph, when
from templates.build.forms import letterhead, long_facts, receipt_heading, signatures
from templates.build.package import Page, document

# A paragraph, or a condition and the paragraph that stands only where it holds.
Said = str | tuple[str, str]
Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterWords:
    """The words of one letter in one language.

    opening       above the table; note: below it, small; asks: what is wanted, then who writes
    receipt       its title; receipt_said: what the receiver confirms
    choices       label and places to fill, of which one is ticked
    signs         who signs the receipt, side by side
    delivered     heading of what the messenger fills in, and delivery: its lines; "" and () where
                  nobody does
    """

    title: str
    to: str
    opening: tuple[Said, ...]
    note: tuple[Said, ...]
    asks: tuple[Said, ...]
    contact: str
    sign: tuple[str, ...]
    receipt: str
    receipt_to: str
    receipt_said: tuple[Said, ...]
    choices: Pairs = ()
    signs: tuple[str, ...] = ()
    delivered: str = ""
    delivery: Pairs = ()


def letter(
    language: str,
    words: LetterWords,
    table: Sequence[str],
    *,
    receipt_table: Sequence[str] = (),
    receipt_below: bool = False,
) -> bytes:
    """Return the template: the letter, and its receipt on a page of its own.

    table          of the loans, below the opening
    receipt_table  below what the receipt says
    receipt_below  the receipt, a short one, stands under the letter, to be cut off; where there is
                   no room for all of it, on the next page
    """
    body = [
        *letterhead(words.title, language),
        paragraph(words.to, "LetterFlush"),
        *_said(words.opening, "LetterText"),
        *table,
        *_said(words.note, "Note"),
        *_said(words.asks, "FormText"),
        paragraph(words.contact, "FormText", keep=True),
        *[paragraph(text, "LetterSign", keep=True) for text in words.sign[:-1]],
        paragraph(words.sign[-1], "LetterSign"),
        *receipt_heading(words.receipt, language, page_break=not receipt_below),
        *([] if receipt_below else [paragraph(words.receipt_to, "LetterFlush", keep=True)]),
        *_said(words.receipt_said, "FormText", keep=receipt_below),
        *receipt_table,
    ]
    if receipt_table and words.choices:
        body += [paragraph("", "Note", keep=True)]
    if words.choices:
        body += [long_facts(words.choices, label_mm=36, keep=receipt_below)]
    body += [paragraph("", "Note", keep=bool(words.signs))]
    if words.signs:
        body += [signatures(words.signs, language)]
    if words.delivery:
        body += [paragraph(words.delivered, "FormHeading")]
        body += [long_facts(words.delivery, label_mm=30)]
    body += [*appendix(language)]
    header = ("{{ institution }}", words.title)
    return document(Page(language=language, title=words.title, header=header, form=True), body)


def _said(texts: Sequence[Said], style: str, *, keep: bool = False) -> list[str]:
    found: list[str] = []
    for text in texts:
        if isinstance(text, str):
            found.append(paragraph(text, style, keep=keep))
        else:
            condition, inside = text
            found += when(condition, [paragraph(inside, style)])
    return found
