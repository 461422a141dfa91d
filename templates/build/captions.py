"""Captions that number themselves: 图1, 表1. Word renumbers them as its own."""

from __future__ import annotations

from templates.build.blocks import field, run

# What is counted, as Word's own captions name it in each language, and what stands after.
LABELS = {
    "figure": {"zh": "图", "es": "Gráfico", "en": "Figure"},
    "table": {"zh": "表", "es": "Cuadro", "en": "Table"},
}
_STYLES = {"figure": "CaptionBelow", "table": "Caption"}


def caption(of: str, text: str, language: str) -> str:
    """Return the numbered caption of a "figure" (below it) or a "table" (above it).

    Numbers are those of the finished document: what is left out is not counted.
    """
    label = LABELS[of][language]
    between, after = ("", "  ") if language == "zh" else (" ", ". ")
    number = field(f" SEQ {label} \\* ARABIC ", "1")
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{_STYLES[of]}"/></w:pPr>'
        f"{run(label + between)}{number}{run(after + text)}</w:p>"
    )
