"""Lays out the notice of missing papers (补件通知单) in Chinese and Spanish, with its receipt."""

from __future__ import annotations

from collections.abc import Sequence

from templates.build.blocks import Cell, for_each_row, paragraph, table, when
from templates.build.package import Page, document
from templates.formats import BLANKS

_ZH = {
    "title": "信贷档案补件通知单",
    "draft": "【草稿，待审定】按{{ known_on|年月日 }}归档情况编制。",
    "labels": ("户名", "户号", "所在村组", "经办机构", "管户经理", "编制日期"),
    "day": "{{ as_of|年月日 }}",
    "opening": "经核对，上述客户信贷档案缺少下列材料共{{ missing_count|数值 }}件。"
    f"请有关人员于{BLANKS['zh']}前补齐并交管户经理；不能按期补齐的，请在“办理情况”栏写明原因。",
    "complete": "经核对，上述客户信贷档案没有缺少应有的材料；下列材料是否需要，待确定。",
    "missing": "一、缺少的材料",
    "heads": ("序号", "材料名称", "依据", "份数", "办理情况\n（日期、原因）"),
    "undecided": "{% if groups %}二{% else %}一{% endif %}、是否需要待确定的材料",
    "undecided_heads": ("序号", "材料名称", "待核实事项", "核实结果"),
    "issuer": "通知部门（盖章）：\n\n经办人：\n        年    月    日",
    "receiver": "签收人（签字）：\n\n与借款人关系：\n        年    月    日",
    "receipt": "………………………………（补件回执，由档案人员填写）………………………………",
    "receipt_text": "户号{{ household_number }}  户名{{ borrower }}  通知日期{{ as_of|年月日 }}",
    "receipt_heads": ("收到材料", "份数", "页数", "收到日期", "档案人员签字"),
}

_ES = {
    "title": "Aviso de documentos faltantes",
    "draft": "[Borrador pendiente de aprobación] Según lo archivado al {{ known_on|day }}.",
    "labels": ("Prestatario", "Expediente", "Localidad", "Oficina", "Oficial", "Fecha"),
    "day": "{{ as_of|day }}",
    "opening": "Revisado el expediente, faltan {{ missing_count|cell }} documentos. "
    f"Sírvase presentarlos al oficial de créditos a más tardar el {BLANKS['es']}; si alguno no "
    "puede presentarse, anote el motivo en la última columna.",
    "complete": "Revisado el expediente, no falta ningún documento exigido; queda por definir si "
    "los siguientes son necesarios.",
    "missing": "1. Documentos faltantes",
    "heads": ("N.º", "Documento", "Motivo", "Ejem-\nplares", "Entrega (fecha, observación)"),
    "undecided": "{% if groups %}2{% else %}1{% endif %}. Documentos por definir",
    "undecided_heads": ("N.º", "Documento", "Dato por confirmar", "Resultado"),
    "issuer": "Por la institución (sello):\n\nResponsable:\nFecha:",
    "receiver": "Recibí (firma):\n\nRelación con el prestatario:\nFecha:",
    "receipt": "- - - - - - - -  Constancia de entrega (la llena el archivo)  - - - - - - - -",
    "receipt_text": "Expediente {{ household_number }}  {{ borrower }}  Aviso del {{ as_of|day }}",
    "receipt_heads": ("Documento recibido", "Ejem-\nplares", "Hojas", "Fecha", "Firma del archivo"),
}


def missing_papers_notice(language: str) -> bytes:
    """Return the template in "zh" or "es"."""
    words: dict[str, str | tuple[str, ...]] = _ZH if language == "zh" else _ES  # type: ignore[assignment]

    def said(name: str) -> str:
        return str(words[name])

    body = [
        paragraph("{{ institution }}", "TitleAbove"),
        paragraph(said("title"), "Title"),
        paragraph(said("draft"), "Draft"),
        _household(words["labels"], said("day")),
        paragraph("", "Note"),
        *when("groups", [paragraph(said("opening"), "LetterText")]),
        *when("not groups", [paragraph(said("complete"), "LetterText")]),
        *when(
            "groups",
            [paragraph(said("missing"), "FormHeading"), _missing(words["heads"])],
        ),
        *when(
            "undecided",
            [
                paragraph(said("undecided"), "FormHeading"),
                _undecided(words["undecided_heads"]),
            ],
        ),
        paragraph("", "Note", keep=True),
        _signatures(said("issuer"), said("receiver")),
        # The slip is cut off: it may stand on the next page.
        paragraph(said("receipt"), "Note", keep=True),
        paragraph(said("receipt_text"), "SignLine", keep=True),
        _receipt(words["receipt_heads"]),
    ]
    page = Page(
        language=language,
        title=said("title"),
        header=("{{ institution }}", said("title")),
        form=True,
    )
    return document(page, body)


def _household(labels: str | tuple[str, ...], day: str) -> str:
    values = (
        "{{ borrower }}",
        "{{ household_number }}",
        "{{ village }}",
        "{{ unit }}",
        "{{ manager }}",
        day,
    )
    cells: list[Cell | str] = []
    for label, value in zip(labels, values, strict=True):
        cells += [Cell(label, "TableLabel"), Cell(value, "TableText")]
    return table((24, 54, 24, 54), [], [cells[0:4], cells[4:8], cells[8:12]])


def _missing(heads: str | tuple[str, ...]) -> str:
    def tag(text: str) -> list[Cell | str]:
        return [Cell(text, span=5)]

    item = [
        Cell("{{ one.number }}", "TableCentre"),
        Cell("{{ one.title }}", "TableText"),
        Cell("{{ one.why }}", "TableText"),
        Cell("", "TableCentre"),
        Cell("", "TableText"),
    ]
    rows: list[Sequence[Cell | str]] = [
        tag("{%tr for group in groups %}"),
        [Cell("{{ group.title }}", "TableGroup", span=5)],
        *for_each_row("group.items", item, keep_last=True),
        tag("{%tr endfor %}"),
    ]
    return table((12, 52, 36, 16, 40), [list(heads)], rows)


def _undecided(heads: str | tuple[str, ...]) -> str:
    row = [
        Cell("{{ one.number }}", "TableCentre"),
        Cell("{{ one.title }}", "TableText"),
        Cell("{{ one.why }}", "TableText"),
        Cell("□是  □否" if heads[0] == "序号" else "□ sí  □ no", "TableCentre"),
    ]
    rows = for_each_row("undecided", row, keep_last=True)
    return table((12, 60, 52, 32), [list(heads)], rows)


def _signatures(issuer: str, receiver: str) -> str:
    return table(
        (78, 78), [], [[Cell(issuer, "SignLine"), Cell(receiver, "SignLine")]], borders=False
    )


def _receipt(heads: str | tuple[str, ...]) -> str:
    empty: list[Cell | str] = [Cell(" ", "TableText") for _head in heads]
    return table((56, 20, 18, 28, 34), [list(heads)], [empty, empty, empty])
