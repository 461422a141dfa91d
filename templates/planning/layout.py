"""The tables of plans, laid out in the three languages."""

from __future__ import annotations

from collections.abc import Sequence

from templates.build.blocks import Cell, for_each_row, paragraph, table
from templates.formats import SHORT_BLANKS

_HEADS = {
    "zh": {
        "goals": ("指标", "单位", "上年（末）数", "本年目标", "增减"),
        "goals_note": "注：余额类指标为年初数，发放、收回、清收和比率类为上年全年数；空白处由审定人填写。",
        "groups": ("类别", "笔数", "余额", "占比", "清收目标", "责任部门（人）"),
        "groups_unit": "单位：笔、万元、%",
        "owners": ("名称", "贷款\n笔数", "贷款\n余额", "到期\n笔数", "到期\n金额", "逾期\n余额", "不良\n余额", "漏查\n次数"),
        "owners_unit": "单位：笔、万元、次",
        "units": "机构",
        "officers": "客户经理",
        "months": ("月份", "到期\n笔数", "到期本金", "应做\n检查", "重点工作"),
        "months_unit": "单位：笔、万元、次",
        "months_note": "注：到期数按年初余额计算；检查次数按首次检查和例行检查周期推算。",
    },
    "es": {
        "goals": ("Indicador", "Unidad", "Año anterior", "Meta", "Variación"),
        "goals_note": "Saldos: al inicio del año; otorgado, cobrado y porcentajes: de todo el año anterior. Los espacios los completa quien aprueba.",
        "groups": ("Vía", "Créditos", "Saldo", "%", "Meta de cobro", "A cargo de"),
        "groups_unit": "Número, miles de yuanes, %",
        "owners": ("Nombre", "Créditos", "Saldo", "Vencen", "Monto que\nvence", "Vencido", "En mora", "Visitas\nsin hacer"),
        "owners_unit": "Número, miles de yuanes",
        "units": "Oficinas",
        "officers": "Oficiales",
        "months": ("Mes", "Vencen", "Capital", "Visitas", "Trabajo principal"),
        "months_unit": "Número, miles de yuanes",
        "months_note": "Vencimientos con los saldos al inicio; visitas según los plazos de la primera y de las periódicas.",
    },
    "en": {
        "goals": ("Indicator", "Unit", "Year before", "Target", "Change"),
        "goals_note": "Balances: at the start of the year; lending, collection and ratios: of the whole year before. Blanks are for whoever approves the plan.",
        "groups": ("Way", "Loans", "Balance", "%", "To collect", "Answers for it"),
        "groups_unit": "Number, CNY thousand, %",
        "owners": ("Name", "Loans", "Balance", "Falling\ndue", "Amount\ndue", "Overdue", "Non-perf.", "Visits\nmissed"),
        "owners_unit": "Number, CNY thousand",
        "units": "Units",
        "officers": "Officers",
        "months": ("Month", "Due", "Principal", "Visits", "Main work"),
        "months_unit": "Number, CNY thousand",
        "months_note": "Maturities by the balances at the start; inspections by the intervals of first and routine ones.",
    },
}  # fmt: skip


def goals_table(language: str, caption: str, loop: str = "goals") -> list[str]:
    """Return the table of goals."""
    words, blank = _HEADS[language], SHORT_BLANKS[language]
    row: list[Cell | str] = [
        "{{ one.title }}",
        Cell("{{ one.unit }}", "TableCentre"),
        Cell("{{ one.opening|cell }}", "TableNumber"),
        Cell(f"{{{{ one.target|cell if one.target else '{blank}' }}}}", "TableNumber"),
        Cell(f"{{{{ one.change|change if one.change else '{blank}' }}}}", "TableNumber"),
    ]
    return [
        paragraph(caption, "Caption"),
        table((46, 30, 28, 26, 24), [words["goals"]], for_each_row(loop, row), keep=3),
        paragraph(str(words["goals_note"]), "Note"),
    ]


def groups_table(language: str, caption: str, loop: str, first: str | None = None) -> list[str]:
    """Return a table of bad loans by group, with room for targets and names."""
    words = _HEADS[language]
    heads = list(words["groups"])
    heads[0] = first or heads[0]
    row: list[Cell | str] = [
        Cell("{{ one.title }}", "TableCentre"),
        Cell("{{ one.count|cell }}", "TableNumber"),
        Cell("{{ one.balance|cell }}", "TableNumber"),
        Cell("{{ one.share|cell }}", "TableNumber"),
        Cell("", "TableText"),
        Cell("", "TableText"),
    ]
    return [
        paragraph(caption, "Caption"),
        paragraph(str(words["groups_unit"]), "Unit"),
        table((32, 18, 26, 20, 26, 32), [heads], for_each_row(loop, row), keep=3),
        paragraph("", "Note"),
    ]


_OWNERS = {True: (36, 15, 21, 15, 21, 18, 18, 12), False: (33, 17, 20, 14, 19, 18, 18, 17)}


def owners_table(language: str, caption: str, *loops: str) -> list[str]:
    """Return one table of units and of officers, each owner a row."""
    words = _HEADS[language]
    row: list[Cell | str] = [
        "{{ one.name }}",
        *(
            Cell(f"{{{{ one.{name}|cell }}}}", "TableNumber")
            for name in ("loans", "balance", "due_count", "due_sum", "overdue", "bad", "missed")
        ),
    ]
    style = "TableHead" if language == "zh" else "SmallHead"
    rows: list[Sequence[Cell | str]] = []
    for loop in loops:
        if len(loops) > 1:
            rows.append([Cell(str(words[loop]), "TableGroup", span=len(row))])
        rows += for_each_row(loop, row)
    return [
        paragraph(caption, "Caption"),
        paragraph(str(words["owners_unit"]), "Unit"),
        table(_OWNERS[language == "zh"], [[Cell(text, style) for text in words["owners"]]], rows),
        paragraph("", "Note"),
    ]


def months_table(
    language: str,
    caption: str,
    loop: str = "months",
    total: str = "month_total",
    first: str | None = None,
    *,
    keep: bool = False,
) -> list[str]:
    """Return the table of work by month with its total.

    first  the head of its first column
    keep   its end stays on the page of what follows
    """
    words = _HEADS[language]
    heads = (first or words["months"][0], *words["months"][1:])

    def line(of: str, style: str) -> list[Cell | str]:
        return [
            Cell(f"{{{{ {of}.title }}}}", style),
            *(
                Cell(f"{{{{ {of}.{name}|cell }}}}", "TableNumber")
                for name in ("due_count", "due_sum", "visits")
            ),
            Cell(f"{{{{ {of}.note }}}}", "TableText"),
        ]

    return [
        paragraph(caption, "Caption"),
        paragraph(str(words["months_unit"]), "Unit"),
        table(
            (24, 16, 28, 18 if language == "zh" else 22, 68 if language == "zh" else 64),
            [heads],
            [*for_each_row(loop, line("one", "TableCentre")), line(total, "TableLabel")],
            keep=1 if keep else 0,
        ),
        paragraph(str(words["months_note"]), "Note", keep=keep),
    ]


def section(heading: str, *loops: str, keep: bool = False) -> list[str]:
    """Return a heading with the drafted paragraphs under it; keep: with what follows them."""
    return [
        paragraph(heading, "Heading1"),
        *(line for loop in loops for line in _said(loop, keep)),
    ]


def _said(loop: str, keep: bool) -> list[str]:
    return [
        paragraph(f"{{%p for one in {loop} %}}"),
        paragraph("{{ one.text }}", keep=keep),
        paragraph("{%p endfor %}"),
    ]


def rows_or_blanks(
    loop: str, row: Sequence[Cell | str], many: int = 3
) -> list[Sequence[Cell | str]]:
    """Return a row for every one of `loop`; where there is none, rows to be filled by hand."""
    return [
        *for_each_row(loop, row),
        [Cell(f"{{%tr if not {loop} %}}", span=len(row))],
        *([""] * len(row) for _number in range(many)),
        [Cell("{%tr endif %}", span=len(row))],
    ]


def part(heading: str, *loops: str) -> list[str]:
    """Return a heading of the second rank with the drafted paragraphs under it."""
    return [
        paragraph(heading, "Heading2"),
        *(line for loop in loops for line in _said(loop, keep=False)),
    ]


def signed(language: str) -> list[str]:
    """Return who signs, kept with the paragraph above."""
    between = "" if language == "zh" else ", "
    day = "{{ known_on|年月日 }}" if language == "zh" else "{{ known_on|day }}"
    return [
        paragraph("", keep=True),
        paragraph(f"{{{{ institution }}}}{between}{{{{ department }}}}", "Signature", keep=True),
        paragraph(day, "Signature"),
    ]
