"""The appendix 数据出处 at the end of every document."""

from __future__ import annotations

from templates.build.blocks import Cell, for_each_row, paragraph, table, when

_WORDS = {
    "zh": (
        "附件：数据出处",
        "本表逐项列明文中数据的口径和来源（来源栏为台账工作簿的工作表和单元格，或已归档资料）；逐笔明细随本文归档于 provenance.json。",
        ("序号", "指标", "数值", "口径", "记录数", "来源"),
    ),
    "es": (
        "Anexo: origen de las cifras",
        "Cada cifra con su fórmula y su origen (hoja y celda del libro de registro, o documento archivado); el detalle, registro por registro, está archivado "
        "junto a este documento en provenance.json.",
        ("N.º", "Indicador", "Valor", "Fórmula", "Registros", "Origen"),
    ),
    "en": (
        "Appendix: where the figures come from",
        "Every figure with its formula and origin (sheet and cell of the register workbook, or filed paper); the rows themselves are filed beside this "
        "document in provenance.json.",
        ("No.", "Indicator", "Value", "Formula", "Rows", "Origin"),
    ),
}


def appendix(language: str, *, wide: bool = False) -> list[str]:
    """Return the appendix, on a page of its own, where it was asked for."""
    heading, note, heads = _WORDS[language]
    widths = (12, 52, 38, 66, 16, 56) if wide else (9, 38, 27, 34, 12, 34)
    if language != "zh" and not wide:
        widths = (9, 36, 27, 33, 16, 33)
    row: list[Cell | str] = [
        Cell("{{ one.number }}", "SmallCentre"),
        Cell("{{ one.title }}", "SmallText"),
        Cell("{{ one.value }}", "SmallNumber"),
        Cell("{{ one.rule }}", "SmallText"),
        Cell("{{ one.rows }}", "SmallCentre"),
        Cell("{{ one.places }}", "SmallText"),
    ]
    head: list[Cell | str] = [Cell(text, "SmallHead") for text in heads]
    blocks = [
        paragraph(heading, "AppendixTitle", page_break=True),
        paragraph(note, "Note"),
        table(widths, [head], for_each_row("sources", row)),
        paragraph("", "Note"),
    ]
    return when("sources", blocks)
