"""Lays out the papers of custody: register of borrowed files, slip, destruction list (zh, es)."""

from __future__ import annotations

from collections.abc import Sequence

from templates.build.blocks import Cell, for_each_row, paragraph, table
from templates.build.package import Page, document

_DAY = {"zh": "年月日", "es": "day"}


def borrowing_register(language: str) -> bytes:
    """Return the register of borrowed files, on landscape paper."""
    titles = {"zh": "信贷档案调阅登记簿", "es": "Registro de préstamos de expedientes de crédito"}
    heads = {
        "zh": ("序号", "日期", "调阅单号", "调阅人", "单位", "户号", "材料", "用途", "方式",
               "审批人", "应还日期", "归还日期", "归还情况"),
        "es": ("N.º", "Fecha", "Vale", "Lector", "Oficina", "Hogar", "Piezas", "Motivo",
               "Modo", "Aprobó", "Vence", "Devuelto", "Estado"),
    }  # fmt: skip
    notes = {
        "zh": "调阅期间：{{ first|年月日 }}至{{ last|年月日 }}。共{{ count }}单，未归还{{ still_out }}单。"
        "权证类原件出库须经主管领导审批；调阅人对所知悉的客户信息负保密责任，复印件须加注调阅单号。",
        "es": "Del {{ first|day }} al {{ last|day }}: {{ count }} vales, {{ still_out }} sin devolver. "
        "Los títulos originales salen solo con aprobación; el lector guarda reserva sobre los datos "
        "del cliente y toda copia lleva el número del vale.",
    }
    fields = ("number", "day", "slip", "reader", "unit", "household", "papers", "purpose", "way",
              "approver", "due", "back", "condition")  # fmt: skip
    widths = (10, 20, 24, 18, 23, 16, 20, 20, 16, 18, 20, 20, 18)
    body = [
        paragraph("{{ institution }}", "TitleAbove"),
        paragraph(titles[language], "Title"),
        paragraph(notes[language], "Note"),
        table(
            widths,
            [[Cell(head, "SmallHead") for head in heads[language]]],
            for_each_row("lines", [Cell(f"{{{{ one.{name} }}}}", "SmallText") for name in fields]),
        ),
        paragraph("", "Note"),
    ]
    header = ("{{ institution }}", titles[language])
    return document(
        Page(language=language, title=titles[language], header=header, landscape=True), body
    )


def _pairs(widths: Sequence[float], pairs: Sequence[tuple[str, str]]) -> str:
    """Return a ruled table of labels and values, two pairs a row."""
    rows = []
    for start in range(0, len(pairs), 2):
        row: list[Cell | str] = []
        for label, value in pairs[start : start + 2]:
            row += [Cell(label, "TableLabel"), Cell(value, "TableText")]
        rows.append(row)
    return table(widths, [], rows)


def _signatures(roles: Sequence[str], after: str) -> str:
    width = 154 / len(roles)
    heads: list[Cell | str] = [Cell(role, "SignLine") for role in roles]
    cells: list[Cell | str] = [Cell(f"\n{after}", "SignLine") for _role in roles]
    return table([width] * len(roles), [heads], [cells], borders=False)


def borrowing_slip(language: str) -> bytes:
    """Return the slip that reader and keeper sign."""
    titles = {"zh": "信贷档案调阅单", "es": "Vale de préstamo de expediente"}
    labels = {
        "zh": ("调阅单号", "日期", "调阅人", "单位", "户号", "方式", "用途", "应还日期"),
        "es": ("Vale", "Fecha", "Lector", "Oficina", "Hogar", "Modo", "Motivo", "Vence"),
    }[language]
    values = (
        "{{ slip }}", f"{{{{ day|{_DAY[language]} }}}}", "{{ reader }}", "{{ unit }}",
        "{{ household }}", "{{ way }}", "{{ purpose }}", "{{ due }}",
    )  # fmt: skip
    heads = {
        "zh": ("序号", "档号", "题名", "页数", "归还日期、\n页数及状况"),
        "es": (
            "N.º",
            "Número de archivo",
            "Título",
            "Págs.",
            "Devolución: fecha, páginas, estado",
        ),
    }[language]
    secrecy = {
        "zh": "调阅人承诺：对所调阅档案中的客户信息保密，不涂改、不抽换、不转借，按期归还；"
        "复印件须加注“复印自信贷档案原件”及调阅单号，用毕销毁或交回。",
        "es": "El lector se compromete a guardar reserva sobre los datos del cliente, a no alterar, "
        "sustituir ni ceder los documentos y a devolverlos en plazo; toda copia lleva el número del "
        "vale y se destruye o devuelve después de su uso.",
    }[language]
    total = {
        "zh": "共{{ page_count }}页。审批人：{{ approver }}",
        "es": "{{ page_count }} páginas en total. Aprobó: {{ approver }}",
    }[language]
    roles = {
        "zh": ("调阅人（签字）：", "经手人（签字）：", "归还接收人（签字）："),
        "es": ("Lector (firma):", "Entregó (firma):", "Recibió la devolución (firma):"),
    }[language]
    after = {"zh": "      年   月   日", "es": "Fecha: ____________"}[language]
    body = [
        paragraph("{{ institution }}", "TitleAbove"),
        paragraph(titles[language], "Title"),
        _pairs((29, 48, 29, 48), list(zip(labels, values, strict=True))),
        paragraph("", "Note"),
        table(
            (11, 47, 45, 14, 37),
            [[Cell(head, "TableHead") for head in heads]],
            for_each_row(
                "papers",
                [
                    Cell("{{ one.number }}", "TableCentre"),
                    Cell("{{ one.archive_number }}", "SmallText"),
                    Cell("{{ one.title }}", "TableText"),
                    Cell("{{ one.pages }}", "TableCentre"),
                    Cell("", "TableText"),
                ],
            ),
        ),
        paragraph(total, "Note", keep=True),
        paragraph(secrecy, "Note", keep=True),
        _signatures(roles, after),
    ]
    header = ("{{ institution }}", titles[language] + "  {{ slip }}")
    return document(Page(language=language, title=titles[language], header=header, form=True), body)


def destruction_list(language: str) -> bytes:
    """Return the destruction list, signed by those who approve it and two supervisors."""
    titles = {"zh": "信贷档案销毁清册", "es": "Relación de expedientes de crédito a destruir"}
    labels = {
        "zh": ("清册号", "提出日期", "类别", "提出人", "审批人", "销毁理由", "销毁日期", "销毁执行人"),
        "es": ("Relación", "Propuesta el", "Clase", "Propuesta por", "Aprobada por", "Motivo",
               "Destruida el", "Ejecutó"),
    }[language]  # fmt: skip
    values = (
        "{{ list_number }}", f"{{{{ proposed_on|{_DAY[language]} }}}}", "{{ kind }}",
        "{{ proposed_by }}", "{{ approved_by }}", "{{ reason }}", "{{ carried_out_on }}",
        "{{ carried_out_by }}",
    )  # fmt: skip
    heads = {
        "zh": ("序号", "户号", "档号", "题名", "材料日期", "页数", "数字摘要\n（前12位）"),
        "es": ("N.º", "Hogar", "Número de archivo", "Título", "Fecha", "Pág.", "Resumen (12)"),
    }[language]
    counts = {
        "zh": "合计：{{ files }}卷，{{ papers }}件，{{ pages }}页。本清册永久保存，不记载客户姓名和证件号码。",
        "es": "Total: {{ files }} expedientes, {{ papers }} documentos, {{ pages }} páginas. Esta "
        "relación se conserva siempre y no nombra a los clientes.",
    }[language]
    watched = {
        "zh": "上列档案经鉴定无保存价值，无未结清债权、诉讼和追索，已在监销人（{{ supervisors }}）现场监督下销毁。",
        "es": "Los documentos se valoraron sin deuda, litigio ni derecho de cobro pendiente y se "
        "destruyeron en presencia de los supervisores ({{ supervisors }}).",
    }[language]
    roles = {
        "zh": ("审批人（签字）", "审批人（签字）", "监销人（签字）", "监销人（签字）"),
        "es": ("Aprobó (firma)", "Aprobó (firma)", "Supervisor (firma)", "Supervisor (firma)"),
    }[language]
    after = {"zh": "    年  月  日", "es": "Fecha: ________"}[language]
    row: list[Cell | str] = [
        Cell("{{ one.number }}", "SmallCentre"),
        Cell("{{ one.household }}", "SmallCentre"),
        Cell("{{ one.archive_number }}", "SmallText"),
        Cell("{{ one.title }}", "SmallText"),
        Cell("{{ one.dated_on }}", "SmallCentre"),
        Cell("{{ one.pages }}", "SmallCentre"),
        Cell("{{ one.digest }}", "SmallText"),
    ]
    body = [
        paragraph("{{ institution }}", "TitleAbove"),
        paragraph(titles[language], "Title"),
        _pairs((29, 48, 29, 48), list(zip(labels, values, strict=True))),
        paragraph("", "Note"),
        table(
            (9, 13, 45, 31, 20, 11, 26),
            [[Cell(head, "SmallHead") for head in heads]],
            for_each_row("lines", row),
        ),
        paragraph(counts, "Note", keep=True),
        paragraph(watched, "Note", keep=True),
        _signatures(roles, after),
    ]
    header = ("{{ institution }}", titles[language] + "  {{ list_number }}")
    return document(Page(language=language, title=titles[language], header=header, form=True), body)
