"""Lays out the letter on loans falling due: the letter, and the receipt on a page of its own."""

from __future__ import annotations

from templates.build.blocks import paragraph, when
from templates.build.debt_table import debt_table
from templates.build.forms import letterhead, long_facts, receipt_heading, signatures
from templates.build.package import Page, document
from templates.build.words import rows, texts
from templates.documents.maturity_letter.words import CHOICES, DELIVERY, WORDS


def layout(language: str) -> bytes:
    """Return the template in "zh" or "es"."""
    said, lists = texts(WORDS[language]), rows(WORDS[language])
    body = [
        *letterhead(said["title"], language),
        paragraph(said["to"], "LetterFlush"),
        paragraph(said["opening"], "LetterText"),
        *debt_table(language),
        paragraph(said["note"], "Note"),
        *[paragraph(text, "FormText") for text in lists["asks"]],
        *when("guarantors", [paragraph(said["guarantors"], "FormText")]),
        paragraph(said["contact"], "FormText"),
        *[paragraph(text, "LetterSign", keep=True) for text in lists["sign"][:-1]],
        paragraph(lists["sign"][-1], "LetterSign"),
        *receipt_heading(said["receipt"], language, page_break=True),
        paragraph(said["receipt_to"], "LetterFlush"),
        paragraph(said["receipt_text"], "FormText"),
        long_facts(CHOICES[language], label_mm=36),
        paragraph("", "Note", keep=True),
        signatures(lists["signs"], language),
        paragraph(said["delivered"], "FormHeading"),
        long_facts(DELIVERY[language], label_mm=30),
    ]
    page = Page(
        language=language,
        title=said["title"],
        header=("{{ institution }}", said["title"]),
        form=True,
    )
    return document(page, body)
