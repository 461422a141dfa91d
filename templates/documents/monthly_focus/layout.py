"""Lays out the focus of a month in Chinese and Spanish."""

from __future__ import annotations

from templates.build.appendix import appendix
from templates.build.blocks import Cell, for_each_row, paragraph, table
from templates.build.package import Page, document
from templates.planning import layout as plans

_WORDS = {
    "zh": {
        "file": "本月信贷工作重点",
        "above": "{{ institution }}{{ department }}",
        "title": "{{ year }}年{{ month|月 }}信贷工作重点",
        "number": "（　　　　）信管字〔　　　　〕第　　　号",
        "to": "信贷部、客户部、各营业单位：",
        "draft": "【草稿，待审定】数据截至{{ opening_on|年月日 }}，按{{ known_on|年月日 }}前入账情况计算。",
        "situation": "一、月初情况",
        "tasks": "二、本月重点工作",
        "units": "表1  各单位任务分解",
        "officers": "表2  客户经理任务分解",
        "unit": "单位：笔、万元、次、项",
        "due": "三、本月到期贷款清单",
        "due_table": "表3  本月到期贷款及处理意见",
        "due_unit": "单位：元",
        "demands": "四、工作要求",
        "reply": "反馈（由收文单位填写）",
        "issued": "签发人：＿＿＿＿＿＿　　　经办人：＿＿＿＿＿＿",
    },
    "es": {
        "file": "Prioridades de crédito del mes",
        "above": "{{ institution }} — {{ department }}",
        "title": "Prioridades de crédito: {{ month|month }} de {{ year }}",
        "number": "N.º ____________",
        "to": "A los departamentos de crédito y de clientes y a las oficinas:",
        "draft": "[Borrador pendiente de aprobación] Cifras al {{ opening_on|day }} según lo registrado hasta el {{ known_on|day }}.",
        "situation": "1. Situación al inicio del mes",
        "tasks": "2. Trabajo del mes",
        "units": "Cuadro 1. Por oficina",
        "officers": "Cuadro 2. Por oficial",
        "unit": "Número, miles de yuanes",
        "due": "3. Créditos que vencen",
        "due_table": "Cuadro 3. Vencimientos del mes y decisión",
        "due_unit": "Yuanes",
        "demands": "4. Exigencias",
        "reply": "Respuesta de la oficina",
        "issued": "Firma: ____________      Elaborado por: ____________",
    },
}

_HEADS = {
    "zh": {
        "tasks": ("名称", "到期\n笔数", "到期\n金额", "逾期\n余额", "欠息", "不良\n余额", "应做\n检查", "逾期\n任务"),
        "due": ("序号", "借款人", "借据号", "余额", "到期日", "管户人", "处理意见"),
        "reply": ("收文单位", "落实情况", "未完成原因和完成时间", "反馈人、日期"),
    },
    "es": {
        "tasks": ("Nombre", "Vencen", "Monto", "Vencido", "Intereses", "En mora", "Visitas", "Atrasadas"),
        "due": ("N.º", "Deudor", "Pagaré", "Saldo", "Vence", "Oficial", "Decisión"),
        "reply": ("Oficina", "Hecho", "No hecho: causa y fecha", "Por, fecha"),
    },
}  # fmt: skip


def layout(language: str) -> bytes:
    """Return the template."""
    words, heads = _WORDS[language], _HEADS[language]
    body = [
        paragraph(words["above"], "TitleAbove"),
        paragraph(words["title"], "Title"),
        paragraph(words["number"], "Draft"),
        paragraph(words["draft"], "Draft"),
        paragraph(words["to"], "Flush"),
        *plans.section(words["situation"], "situation"),
        *plans.section(words["tasks"], "tasks"),
        *_tasks(words["units"], words["unit"], heads["tasks"], "units"),
        *_tasks(words["officers"], words["unit"], heads["tasks"], "officers"),
        *plans.section(words["due"]),
        paragraph("{{ due_note.text }}"),
        *_due(words, heads["due"]),
        *plans.section(words["demands"], "demands", keep=True),
        paragraph(words["issued"], "SignLine", keep=True),
        *plans.signed(language),
        *_reply(words["reply"], heads["reply"]),
        *appendix(language),
    ]
    page = Page(
        language=language, title=words["file"], header=("{{ institution }}", words["title"])
    )
    return document(page, body)


def _tasks(caption: str, unit: str, heads: tuple[str, ...], loop: str) -> list[str]:
    names = ("due", "due_sum", "overdue_sum", "arrears_sum", "bad_sum", "inspections", "late")
    row: list[Cell | str] = [
        "{{ one.name }}",
        *(Cell(f"{{{{ one.{name}|cell }}}}", "TableNumber") for name in names),
    ]
    # Spanish heads are longer than Chinese ones.
    head = "SmallHead" if "Nombre" in heads else "TableHead"
    return [
        paragraph(caption, "Caption"),
        paragraph(unit, "Unit"),
        table(
            (34, 15, 21, 19, 18, 18, 15, 16),
            [[Cell(t, head) for t in heads]],
            for_each_row(loop, row),
        ),
        paragraph("", "Note"),
    ]


def _due(words: dict[str, str], heads: tuple[str, ...]) -> list[str]:
    row: list[Cell | str] = [
        Cell("{{ one.number }}", "SmallCentre"),
        Cell("{{ one.borrower }}\n{{ one.unit }}", "SmallText"),
        Cell("{{ one.loan }}", "SmallText"),
        Cell("{{ one.balance|yuan }}", "SmallNumber"),
        Cell("{{ one.due_on|short }}", "SmallCentre"),
        Cell("{{ one.manager }}", "SmallCentre"),
        Cell("", "SmallText"),
    ]
    head: list[Cell | str] = [Cell(text, "SmallHead") for text in heads]
    return [
        paragraph(words["due_table"], "Caption"),
        paragraph(words["due_unit"], "Unit"),
        table((10, 34, 32, 22, 19, 15, 24), [head], plans.rows_or_blanks("due", row)),
        paragraph("", "Note"),
    ]


def _reply(caption: str, heads: tuple[str, ...]) -> list[str]:
    return [
        paragraph(caption, "Caption"),
        table((32, 52, 44, 28), [heads], [["", "\n", "", ""] for _ in range(3)]),
        paragraph("", "Note"),
    ]
