"""Lays out the catalogue (卷内目录) and the closing note (备考表) of a file, Chinese and Spanish."""

from __future__ import annotations

from collections.abc import Sequence

from templates.build.blocks import Cell, for_each_row, paragraph, table
from templates.build.package import Page, document
from templates.formats import BLANK

_CATALOGUE = {
    "zh": {
        "title": "卷内目录",
        "labels": "户名|户号|所在村组|经办机构|管户经理|存放位置|起止日期|编制日期",
        "heads": "序号|文号|责任者|题名|日期|页号|备注",
        "total": "合计",
        "sum": "{{ item_count|cell }}件",
        "pages": "{{ page_count|cell }}页",
        "day": "{{ known_on|年月日 }}",
        "number": "户号{{ household_number }}",
    },
    "es": {
        "title": "Índice del expediente",
        "labels": "Prestatario|Expediente|Localidad|Oficina|Oficial|Ubicación|Periodo|Fecha",
        "heads": "N.º|N.º del documento|Responsable|Título|Fecha|Págs.|Nota",
        "total": "Total",
        "sum": "{{ item_count|cell }} doc.",
        "pages": "{{ page_count|cell }} pág.",
        "day": "{{ known_on|day }}",
        "number": "Expediente {{ household_number }}",
    },
}

_NOTE = {
    "zh": {
        "title": "卷内备考表",
        "labels": "户名|户号|经办机构|管户经理|存放位置|编制日期",
        "day": "{{ known_on|年月日 }}",
        "state": "本卷情况说明",
        "count": "本卷共{{ item_count|数值 }}件、{{ page_count|数值 }}页。"
        "其中原件{{ originals }}件、复印件{{ copies }}件、无纸质{{ paperless }}件、"
        "尚未登记原件或复印件{{ unsaid }}件；无日期材料{{ undated }}件；现调出{{ lent }}件。",
        "free": "缺损、修改、补充、移出、销毁等情况（由立卷人填写）：",
        "changes": "变动记录",
        "heads": "日期|事项|经办人",
        "signs": "立卷人（签字）|检查人（签字）|立卷时间",
        "date": "    年    月    日",
        "number": "户号{{ household_number }}",
    },
    "es": {
        "title": "Nota de cierre del expediente",
        "labels": "Prestatario|Expediente|Oficina|Oficial|Ubicación|Fecha",
        "day": "{{ known_on|day }}",
        "state": "Estado del expediente",
        "count": "El expediente contiene {{ item_count|cell }} documentos y "
        "{{ page_count|cell }} páginas: {{ originals }} originales, {{ copies }} copias, "
        "{{ paperless }} sin papel y {{ unsaid }} por indicar; {{ undated }} sin fecha; "
        "{{ lent }} prestados.",
        "free": "Faltantes, correcciones, agregados, retiros o eliminaciones (a llenar):",
        "changes": "Cambios",
        "heads": "Fecha|Hecho|Responsable",
        "signs": "Formado por (firma)|Revisado por (firma)|Fecha",
        "date": " ",
        "number": "Expediente {{ household_number }}",
    },
}


# Latin digits are set a little larger than Chinese tables have them.
_WIDTHS = {"zh": (11, 29, 35, 29, 21, 14, 17), "es": (10, 27, 32, 30, 24, 15, 18)}


def volume_catalogue(language: str) -> bytes:
    """Return the template of the catalogue in "zh" or "es"."""
    words = _CATALOGUE[language]
    values = (
        "{{ borrower }}", "{{ household_number }}", "{{ village }}", "{{ unit }}",
        "{{ manager }}", "{{ location }}", "{{ period }}", words["day"],
    )  # fmt: skip
    body = [
        paragraph("{{ institution }}", "TitleAbove"),
        paragraph(words["title"], "Title"),
        _facts(words["labels"], values),
        paragraph("", "Note"),
        table(_WIDTHS[language], [words["heads"].split("|")], _items(words)),
    ]
    return document(_page(language, words), body)


def volume_note(language: str) -> bytes:
    """Return the template of the closing note in "zh" or "es"."""
    words = _NOTE[language]
    values = (
        "{{ borrower }}", "{{ household_number }}", "{{ unit }}", "{{ manager }}",
        "{{ location }}", words["day"],
    )  # fmt: skip
    lines = "\n".join([words["free"], *[BLANK * 9] * 4])
    body = [
        paragraph("{{ institution }}", "TitleAbove"),
        paragraph(words["title"], "Title"),
        _facts(words["labels"], values),
        paragraph(words["state"], "FormHeading"),
        paragraph(words["count"], "SignLine"),
        table((156,), [], [[Cell(lines, "SignLine")]]),
        paragraph(words["changes"], "FormHeading"),
        table((28, 92, 36), [words["heads"].split("|")], _changes()),
        paragraph("", "Note", keep=True),
        _signatures(words),
    ]
    return document(_page(language, words), body)


def _page(language: str, words: dict[str, str]) -> Page:
    header = ("{{ institution }}", f"{words['title']}  {words['number']}")
    return Page(language=language, title=words["title"], header=header)


def _facts(labels: str, values: tuple[str, ...]) -> str:
    cells: list[Cell | str] = []
    for label, value in zip(labels.split("|"), values, strict=True):
        cells += [Cell(label, "TableLabel"), Cell(value, "TableText")]
    rows = [cells[at : at + 4] for at in range(0, len(cells), 4)]
    return table((26, 52, 26, 52), [], rows)


def _items(words: dict[str, str]) -> list[list[Cell | str]]:
    def tag(text: str) -> list[Cell | str]:
        return [Cell(text, span=7)]

    return [
        tag("{%tr for group in groups %}"),
        [Cell("{{ group.title }}", "TableGroup", span=7)],
        tag("{%tr for one in group.items %}"),
        [
            Cell("{{ one.number }}", "TableCentre"),
            Cell("{{ one.document_no }}", "TableText"),
            Cell("{{ one.responsible }}", "TableText"),
            Cell("{{ one.title }}", "TableText"),
            Cell("{{ one.dated_on }}", "TableCentre"),
            Cell("{{ one.pages }}", "TableCentre"),
            Cell("{{ one.remark }}", "TableText"),
        ],
        tag("{%tr endfor %}"),
        tag("{%tr endfor %}"),
        [
            Cell(words["total"], "TableLabel", span=3),
            Cell(words["sum"], "TableCentre", span=2),
            Cell(words["pages"], "TableCentre", span=2),
        ],
    ]


def _changes() -> list[Sequence[Cell | str]]:
    row = [
        Cell("{{ one.on }}", "TableCentre"),
        Cell("{{ one.what }}", "TableText"),
        Cell("{{ one.by }}", "TableCentre"),
    ]
    return for_each_row("changes", row, keep_last=True)


def _signatures(words: dict[str, str]) -> str:
    maker, checker, day = words["signs"].split("|")

    def sign(role: str) -> Cell:
        return Cell(f"{role}：\n\n{day}：{words['date']}", "SignLine")

    return table((78, 78), [], [[sign(maker), sign(checker)]], borders=False)
