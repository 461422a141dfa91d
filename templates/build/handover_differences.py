"""Lays out the list of differences of a handover (移交差异表) in three languages."""

from __future__ import annotations

from templates.build.blocks import Cell, for_each_row, paragraph, table, when
from templates.build.package import Page, document
from templates.build.words import Words, rows, texts

_WORDS: dict[str, Words] = {
    "zh": {
        "title": "信贷档案移交差异表",
        "number": "移交编号",
        "sender": "移交单位",
        "on": "接收日期",
        "on_value": "{{ on|年月日 }}",
        "actor": "接收经办人",
        "digest": "移交包摘要\n（SHA-256）",
        "counts": "核对结果",
        "counts_value": "清册登记{{ listed }}件：接收{{ accepted }}件，本库已有{{ duplicates }}件，待定{{ held }}件，缺少{{ missing }}件，不符{{ different }}件；另有清册外{{ extra }}件",
        "households": "一、各户去向",
        "household_heads": ("移交方户号", "户名", "本库户号", "处理"),
        "items": "二、差异明细",
        "heads": ("序号", "户号", "档号", "材料名称", "差异", "说明", "处理意见"),
        "none": "逐件核对，与移交清册一致，没有差异。",
        "sign": "三、双方确认",
        "confirmed": "以上差异经双方核对确认。本表一式两份，移交人、接收人各执一份。",
        "roles": ("移交人", "接收人", "监交人"),
        "role": "{role}（签字）：\n\n        年    月    日",
    },
    "es": {
        "title": "Lista de diferencias de la transferencia",
        "number": "Número",
        "sender": "Entrega",
        "on": "Fecha",
        "on_value": "{{ on|day }}",
        "actor": "Recibió",
        "digest": "Resumen del\npaquete (SHA-256)",
        "counts": "Resultado",
        "counts_value": "{{ listed }} en la lista: {{ accepted }} recibidos, {{ duplicates }} ya estaban aquí, {{ held }} por decidir, {{ missing }} faltan, {{ different }} distintos; además {{ extra }} fuera de la lista",
        "households": "1. A dónde fue cada expediente",
        "household_heads": ("Número de origen", "Titular", "Número aquí", "Cómo"),
        "items": "2. Diferencias",
        "heads": (
            "N.º",
            "Expediente",
            "Número de archivo",
            "Documento",
            "Diferencia",
            "Detalle",
            "Qué se hará",
        ),
        "none": "Cotejado documento por documento: no hay diferencias.",
        "sign": "3. Conformidad de ambas partes",
        "confirmed": "Ambas partes cotejaron y confirman las diferencias. Por duplicado, un ejemplar para cada una.",
        "roles": ("Entrega", "Recibe", "Testigo"),
        "role": "{role} (firma):\n\nFecha: ____ / ____ / ______",
    },
    "en": {
        "title": "Differences of a handover",
        "number": "Number",
        "sender": "Handed over by",
        "on": "Date",
        "on_value": "{{ on|day }}",
        "actor": "Taken in by",
        "digest": "Digest of the\npackage (SHA-256)",
        "counts": "Result",
        "counts_value": "{{ listed }} listed: {{ accepted }} accepted, {{ duplicates }} here already, {{ held }} to be decided, {{ missing }} missing, {{ different }} different; and {{ extra }} not on the list",
        "households": "1. Where each file went",
        "household_heads": ("Number there", "Household", "Number here", "How"),
        "items": "2. Differences",
        "heads": (
            "No.",
            "Household",
            "Archive number",
            "Paper",
            "Difference",
            "Detail",
            "What is to be done",
        ),
        "none": "Compared item by item: as listed, no differences.",
        "sign": "3. Confirmation by both sides",
        "confirmed": "Both sides compared and confirm the differences. In duplicate, one copy for each.",
        "roles": ("Handed over by", "Taken over by", "Witness"),
        "role": "{role} (signature):\n\nDate: ____ / ____ / ______",
    },
}


def handover_differences(language: str) -> bytes:
    """Return the template."""
    words, lists = texts(_WORDS[language]), rows(_WORDS[language])
    body = [
        paragraph("{{ institution }}", "TitleAbove"),
        paragraph(words["title"], "Title"),
        _head(words),
        paragraph(words["households"], "FormHeading"),
        table((50, 76, 50, 66), [lists["household_heads"]], _households()),
        paragraph("", "Note"),
        paragraph(words["items"], "FormHeading"),
        *when("lines", [table((12, 20, 54, 42, 24, 58, 32), [lists["heads"]], _lines())]),
        *when("not lines", [paragraph(words["none"], "Note")]),
        paragraph(words["sign"], "FormHeading", keep=True),
        paragraph(words["confirmed"], "SignLine", keep=True),
        table(
            (81, 81, 81),
            [],
            [[Cell(words["role"].format(role=role), "SignLine") for role in lists["roles"]]],
            borders=False,
        ),
    ]
    page = Page(
        language=language,
        title=words["title"],
        header=("{{ institution }}", f"{words['title']}  {{{{ number }}}}"),
        landscape=True,
    )
    return document(page, body)


def _head(words: dict[str, str]) -> str:
    def pair(label: str, value: str, span: int = 1) -> list[Cell | str]:
        return [Cell(words[label], "TableLabel"), Cell(value, "TableText", span=span)]

    return table(
        (34, 87, 34, 87),
        [],
        [
            pair("number", "{{ number }}") + pair("sender", "{{ sender }}"),
            pair("on", words["on_value"]) + pair("actor", "{{ actor }}"),
            pair("counts", words["counts_value"], 3),
            pair("digest", "{{ digest }}", 3),
        ],
    )


def _households() -> list[list[Cell | str]]:
    return [
        list(row)
        for row in for_each_row(
            "households",
            [
                Cell("{{ one.household_number }}", "TableCentre"),
                Cell("{{ one.borrower }}", "TableCentre"),
                Cell("{{ one.here }}", "TableCentre"),
                Cell("{{ one.how }}", "TableText"),
            ],
        )
    ]


def _lines() -> list[list[Cell | str]]:
    return [
        list(row)
        for row in for_each_row(
            "lines",
            [
                Cell("{{ one.number }}", "TableCentre"),
                Cell("{{ one.household_number }}", "TableCentre"),
                "{{ one.archive_number }}",
                "{{ one.title }}",
                Cell("{{ one.state }}", "TableCentre"),
                "{{ one.detail }}",
                Cell("", "TableText"),
            ],
        )
    ]
