"""Lays out the list of a handover (移交清册) in three languages, on landscape paper."""

from __future__ import annotations

from templates.build.blocks import Cell, for_each_row, paragraph, table, when
from templates.build.package import Page, document
from templates.build.words import Words, rows, texts

_ZH: Words = {
    "title": "信贷档案移交清册",
    "number": "移交编号",
    "scope": "移交范围",
    "on": "移交日期",
    "on_value": "{{ on|年月日 }}",
    "receiver": "接收单位（人）",
    "why": "移交事由",
    "counts": "合计",
    "counts_value": "{{ household_count }}户  {{ item_count }}件  {{ page_count }}页  问题{{ problem_count }}项",
    "items": "一、移交材料明细",
    "heads": ("序号", "档号", "材料名称", "材料日期", "页数", "原件或复印件", "核对"),
    "group": "户号{{ group.household_number }}  {{ group.borrower }}  {{ group.id_number }}  {{ group.village }}  管户：{{ group.manager }}  计{{ group.item_count }}件{{ group.page_count }}页",
    "paper_or_copy": "□原件 □复印件",
    "problems": "二、未完备事项及原因",
    "problem_heads": ("序号", "户号", "类别", "情况", "原因"),
    "no_problems": "移交前手续齐备，没有未完备事项。",
    "sign": "三、交接确认",
    "confirmed": "本清册一式两联，移交人、接收人各执一联。上列材料经当面清点，共计{{ household_count }}户、{{ item_count }}件、{{ page_count }}页，与实物核对相符；未完备事项{{ problem_count }}项，原因已说明。",
    "roles": ("移交人", "接收人", "监交人"),
    "role": "{role}（签字）：\n\n        年    月    日",
}
_ES: Words = {
    "title": "Lista de transferencia de expedientes de crédito",
    "number": "Número",
    "scope": "Alcance",
    "on": "Fecha",
    "on_value": "{{ on|day }}",
    "receiver": "Recibe",
    "why": "Motivo",
    "counts": "Total",
    "counts_value": "{{ household_count }} expedientes, {{ item_count }} documentos, {{ page_count }} páginas, {{ problem_count }} pendientes",
    "items": "1. Documentos que se entregan",
    "heads": (
        "N.º",
        "Número de archivo",
        "Documento",
        "Fecha",
        "Págs.",
        "Original o copia",
        "Conforme",
    ),
    "group": "Expediente {{ group.household_number }}  {{ group.borrower }}  {{ group.id_number }}  {{ group.village }}  Oficial: {{ group.manager }}  ({{ group.item_count }} documentos, {{ group.page_count }} páginas)",
    "paper_or_copy": "□ orig. □ copia",
    "problems": "2. Lo que queda pendiente, y por qué",
    "problem_heads": ("N.º", "Expediente", "Clase", "Qué falta", "Motivo"),
    "no_problems": "Todo estaba en regla antes de la entrega.",
    "sign": "3. Conformidad",
    "confirmed": "Se extiende por duplicado, un ejemplar para cada parte. Se contaron en presencia de ambas {{ household_count }} expedientes, {{ item_count }} documentos y {{ page_count }} páginas, conformes con los originales; quedan {{ problem_count }} pendientes, con su motivo.",
    "roles": ("Entrega", "Recibe", "Testigo"),
    "role": "{role} (firma):\n\nFecha: ____ / ____ / ______",
}
_EN: Words = {
    "title": "Handover list of household credit files",
    "number": "Number",
    "scope": "Scope",
    "on": "Date",
    "on_value": "{{ on|day }}",
    "receiver": "Taken over by",
    "why": "Reason",
    "counts": "In all",
    "counts_value": "{{ household_count }} households, {{ item_count }} papers, {{ page_count }} pages, {{ problem_count }} open matters",
    "items": "1. Papers handed over",
    "heads": ("No.", "Archive number", "Paper", "Date", "Pages", "Original or copy", "Checked"),
    "group": "Household {{ group.household_number }}  {{ group.borrower }}  {{ group.id_number }}  {{ group.village }}  Officer: {{ group.manager }}  ({{ group.item_count }} papers, {{ group.page_count }} pages)",
    "paper_or_copy": "□ orig. □ copy",
    "problems": "2. What is open, and why",
    "problem_heads": ("No.", "Household", "Kind", "What is open", "Reason"),
    "no_problems": "All formalities were complete before the handover.",
    "sign": "3. Confirmation",
    "confirmed": "Made in duplicate, one copy for each side. Counted by both together: {{ household_count }} households, {{ item_count }} papers, {{ page_count }} pages, as the originals; {{ problem_count }} matters are open, with their reasons.",
    "roles": ("Handed over by", "Taken over by", "Witness"),
    "role": "{role} (signature):\n\nDate: ____ / ____ / ______",
}
_WORDS: dict[str, Words] = {"zh": _ZH, "es": _ES, "en": _EN}
_WIDTHS = (14, 60, 60, 28, 24, 38, 18)


def handover_list(language: str) -> bytes:
    """Return the template."""
    words, lists = texts(_WORDS[language]), rows(_WORDS[language])
    body = [
        paragraph("{{ institution }}", "TitleAbove"),
        paragraph(words["title"], "Title"),
        paragraph("{{ copy }}", "Unit"),
        _head(words),
        paragraph(words["items"], "FormHeading"),
        table(_WIDTHS, [lists["heads"]], _papers(words)),
        paragraph("", "Note"),
        paragraph(words["problems"], "FormHeading"),
        *when("problems", [_problems(lists)]),
        *when("not problems", [paragraph(words["no_problems"], "Note")]),
        paragraph(words["sign"], "FormHeading", keep=True),
        paragraph(words["confirmed"], "SignLine", keep=True),
        _signatures(words, lists),
    ]
    page = Page(
        language=language,
        title=words["title"],
        header=("{{ institution }}", f"{words['title']}  {{{{ number }}}}  {{{{ copy }}}}"),
        landscape=True,
    )
    return document(page, body)


def _head(words: dict[str, str]) -> str:
    def pair(label: str, value: str, span: int = 1) -> list[Cell | str]:
        return [Cell(words[label], "TableLabel"), Cell(value, "TableText", span=span)]

    return table(
        (28, 53, 28, 53, 28, 52),
        [],
        [
            pair("number", "{{ number }}")
            + pair("scope", "{{ scope }}")
            + pair("on", words["on_value"]),
            pair("receiver", "{{ receiver }}")
            + pair("why", "{{ why }}")
            + pair("counts", words["counts_value"]),
        ],
    )


def _papers(words: dict[str, str]) -> list[list[Cell | str]]:
    def tag(text: str) -> list[Cell | str]:
        return [Cell(text, span=7)]

    return [
        tag("{%tr for group in groups %}"),
        [Cell(words["group"], "TableGroup", span=7)],
        tag("{%tr for one in group.papers %}"),
        [
            Cell("{{ one.number }}", "TableCentre"),
            Cell("{{ one.archive_number }}", "TableText"),
            Cell("{{ one.title }}", "TableText"),
            Cell("{{ one.dated_on }}", "TableCentre"),
            Cell("{{ one.pages }}", "TableCentre"),
            Cell(words["paper_or_copy"], "TableCentre"),
            Cell("□", "TableCentre"),
        ],
        tag("{%tr endfor %}"),
        tag("{%tr endfor %}"),
    ]


def _problems(lists: dict[str, tuple[str, ...]]) -> str:
    return table(
        (14, 24, 30, 92, 82),
        [lists["problem_heads"]],
        for_each_row(
            "problems",
            [
                Cell("{{ one.number }}", "TableCentre"),
                Cell("{{ one.household_number }}", "TableCentre"),
                Cell("{{ one.kind }}", "TableCentre"),
                "{{ one.what }}",
                "{{ one.reason }}",
            ],
        ),
    )


def _signatures(words: dict[str, str], lists: dict[str, tuple[str, ...]]) -> str:
    cells = [Cell(words["role"].format(role=role), "SignLine") for role in lists["roles"]]
    return table((81, 81, 81), [], [cells], borders=False)
