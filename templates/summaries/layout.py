"""Lays out the summaries of a year, a half and a quarter, in Chinese, Spanish and English."""

from __future__ import annotations

from templates.build.appendix import appendix
from templates.build.blocks import Cell, each, for_each_row, paragraph, table, when
from templates.build.captions import caption
from templates.build.chart_look import Look
from templates.build.front import contents, cover, end_of_front
from templates.build.package import Page, document
from templates.build.pictures import chart
from templates.build.words import Words, rows, texts

_ZH: Words = {
    "above": "{{ institution }}{{ department }}",
    "draft": "【草稿，待审定】数据截至{{ as_of|年月日 }}，按{{ known_on|年月日 }}前入账情况计算；"
    "空白线处由经办人补充。",
    "results": "一、业务经营指标完成情况",
    "business": "（一）业务发展",
    "quality": "（二）资产质量",
    "income": "（三）经营效益",
    "measures": "二、工作措施和成效",
    "other_work": "三、其他主要工作",
    "shortfalls": "四、存在的问题",
    "causes": "五、原因分析和经验教训",
    "why": "（一）原因分析",
    "lessons": "（二）经验教训",
    "next": "六、{{ next_heading }}",
    "products": "分品种投放和结余情况",
    "products_unit": "单位：笔、万元、%",
    "products_heads": (
        "业务品种",
        "发放\n笔数",
        "发放\n金额",
        "结余\n笔数",
        "结余\n金额",
        "余额\n占比",
        "完成年\n度计划",
    ),
    "comparison": "主要指标比较",
    "comparison_year": ("指标", "单位", "本年", "期初或\n上年同期", "增减"),
    "comparison_part": ("指标", "单位", "本期", "期初或\n上年同期", "增减", "比上年\n同期"),
    "units": "分机构情况",
    "units_unit": "单位：万元、%",
    "units_heads": (
        "机构",
        "发放\n金额",
        "结余\n金额",
        "比期初",
        "不良\n余额",
        "不良率",
        "逾期\n余额",
        "检查\n完成率",
    ),
    "classes": "贷款五级分类情况",
    "classes_unit": "单位：笔、万元、%",
    "classes_heads": ("类别", "笔数", "余额", "占比", "余额比期初"),
    "guarantees": "担保方式结构",
    "guarantees_heads": ("担保方式", "笔数", "余额", "占比", "余额比期初"),
    "officers": "管户经理贷后检查和清收情况",
    "officers_unit": "单位：次、%、万元",
    "officers_heads": ("管户经理", "应做检查", "按期完成", "未做", "完成率", "清收不良本金"),
    "villages": "逾期、欠息较多的村",
    "villages_unit": "单位：万元",
    "villages_heads": ("村", "逾期余额", "比期初", "欠息余额", "比期初"),
    "goals": "{{ goals_year }}年主要目标",
    "goals_year": "{{ goals_year }}年主要目标",
    "goals_heads": ("指标", "单位", "1月起实际（余额为期末）", "目标"),
    "sign": "{{ institution }}{{ department }}",
    "date": "{{ known_on|年月日 }}",
}

_ES: Words = {
    "above": "{{ institution }} — {{ department }}",
    "draft": "[Borrador pendiente de aprobación] Cifras al {{ as_of|day }} según lo registrado "
    "hasta el {{ known_on|day }}; las líneas ____________ las completa el responsable.",
    "results": "1. Cumplimiento de los indicadores",
    "business": "1.1 Colocación",
    "quality": "1.2 Calidad de la cartera",
    "income": "1.3 Resultados",
    "measures": "2. Medidas y resultados",
    "other_work": "3. Otras tareas",
    "shortfalls": "4. Deficiencias",
    "causes": "5. Causas y lecciones",
    "why": "5.1 Causas",
    "lessons": "5.2 Lecciones",
    "next": "6. {{ next_heading }}",
    "products": "Colocación y saldo por producto",
    "products_unit": "Número, miles de yuanes, %",
    "products_heads": (
        "Producto",
        "Créditos\notorgados",
        "Monto\notorgado",
        "Créditos\nvigentes",
        "Saldo",
        "% del\nsaldo",
        "% del\nplan",
    ),
    "comparison": "Indicadores comparados",
    "comparison_year": ("Indicador", "Unidad", "Año", "Inicio o\naño ant.", "Variación"),
    "comparison_part": (
        "Indicador",
        "Unidad",
        "Período",
        "Inicio o\naño ant.",
        "Variación",
        "En un\naño",
    ),
    "units": "Por oficina",
    "units_unit": "Miles de yuanes, %",
    "units_heads": (
        "Oficina",
        "Monto\notorgado",
        "Saldo",
        "Variación",
        "En\nmora",
        "Mora\n%",
        "Vencido",
        "Visitas\n%",
    ),
    "classes": "Clasificación de la cartera",
    "classes_unit": "Número, miles de yuanes, %",
    "classes_heads": ("Categoría", "Créditos", "Saldo", "% del saldo", "Variación"),
    "guarantees": "Saldo por tipo de garantía",
    "guarantees_heads": ("Garantía", "Créditos", "Saldo", "% del saldo", "Variación"),
    "officers": "Visitas y recuperación por oficial",
    "officers_unit": "Número, %, miles de yuanes",
    "officers_heads": (
        "Oficial",
        "Visitas\ndebidas",
        "Hechas a\ntiempo",
        "No\nhechas",
        "%",
        "Mora\nrecuperada",
    ),
    "villages": "Aldeas con más cartera vencida o intereses en atraso",
    "villages_unit": "Miles de yuanes",
    "villages_heads": ("Aldea", "Saldo vencido", "Variación", "Intereses\nen atraso", "Variación"),
    "goals": "Metas de {{ goals_year }}",
    "goals_year": "Metas de {{ goals_year }}",
    "goals_heads": ("Indicador", "Unidad", "Desde enero", "Meta"),
    "sign": "{{ institution }}, {{ department }}",
    "date": "{{ known_on|day }}",
}

_EN: Words = {
    "above": "{{ institution }} — {{ department }}",
    "draft": "[Draft, subject to approval] Figures at {{ as_of|day }} as recorded by "
    "{{ known_on|day }}; places marked ____________ are for a person to fill in.",
    "results": "1. Results against the indicators",
    "business": "1.1 Lending",
    "quality": "1.2 Portfolio quality",
    "income": "1.3 Income",
    "measures": "2. Measures and what came of them",
    "other_work": "3. Other work",
    "shortfalls": "4. Shortcomings",
    "causes": "5. Causes and lessons",
    "why": "5.1 Causes",
    "lessons": "5.2 Lessons",
    "next": "6. {{ next_heading }}",
    "products": "Lending and balance by product",
    "products_unit": "Number, CNY thousand, %",
    "products_heads": (
        "Product",
        "Loans\ngranted",
        "Amount\ngranted",
        "Loans\nopen",
        "Balance",
        "% of\nbalance",
        "% of\nplan",
    ),
    "comparison": "Indicators compared",
    "comparison_year": ("Indicator", "Unit", "This year", "Beginning or\nyear before", "Change"),
    "comparison_part": (
        "Indicator",
        "Unit",
        "Now",
        "Beginning or\nyear before",
        "Change",
        "Over a\nyear",
    ),
    "units": "By branch",
    "units_unit": "CNY thousand, %",
    "units_heads": (
        "Branch",
        "Amount\ngranted",
        "Balance",
        "Change",
        "Bad\nloans",
        "Bad\n%",
        "Overdue",
        "Visits\n%",
    ),
    "classes": "Five-class classification",
    "classes_unit": "Number, CNY thousand, %",
    "classes_heads": ("Class", "Loans", "Balance", "% of balance", "Change"),
    "guarantees": "Balance by security",
    "guarantees_heads": ("Security", "Loans", "Balance", "% of balance", "Change"),
    "officers": "Visits and recovery by officer",
    "officers_unit": "Number, %, CNY thousand",
    "officers_heads": (
        "Officer",
        "Visits\ndue",
        "Made in\ntime",
        "Not\nmade",
        "%",
        "Bad principal\nrecovered",
    ),
    "villages": "Villages with most overdue or most interest in arrears",
    "villages_unit": "CNY thousand",
    "villages_heads": ("Village", "Overdue", "Change", "Interest in\narrears", "Change"),
    "goals": "Targets of {{ goals_year }}",
    "goals_year": "Targets of {{ goals_year }}",
    "goals_heads": ("Indicator", "Unit", "Since January", "Target"),
    "sign": "{{ institution }}, {{ department }}",
    "date": "{{ known_on|day }}",
}

WORDS = {"zh": _ZH, "es": _ES, "en": _EN}

# What the file's properties call each kind.
FILES = {
    "annual-summary": {
        "zh": "年度信贷工作总结",
        "es": "Resumen anual de crédito",
        "en": "Annual credit summary",
    },
    "half-year-summary": {
        "zh": "半年信贷工作总结",
        "es": "Resumen semestral de crédito",
        "en": "Half-year credit summary",
    },
    "quarterly-summary": {
        "zh": "季度信贷工作总结",
        "es": "Resumen trimestral de crédito",
        "en": "Quarterly credit summary",
    },
}


def summary_layout(kind: str, language: str) -> bytes:
    """Return the template of a kind; the annual one is long, and has a cover and contents."""
    words, heads = texts(WORDS[language]), rows(WORDS[language])
    is_annual = kind == "annual-summary"
    front = [
        *cover(words["above"], "{{ heading }}", (words["draft"],), words["date"]),
        *contents(language),
        *end_of_front(),
    ]
    head = [
        paragraph(words["above"], "TitleAbove"),
        paragraph("{{ heading }}", "Title"),
        *([] if is_annual else [paragraph(words["draft"], "Draft")]),
    ]
    body = [
        *(front if is_annual else []),
        *head,
        *each("overview", "BodyText"),
        paragraph(words["results"], "Heading1"),
        paragraph(words["business"], "Heading2"),
        *each("business", "BodyText"),
        *_products(language, words, heads),
        *_comparison(language, words, heads, is_annual=is_annual),
        *chart("balance_chart", Look(kind="column"), language),
        *when("units", _units(language, words, heads)),
        paragraph(words["quality"], "Heading2"),
        *each("quality", "BodyText"),
        *chart("mix_chart", Look(kind="ring", height_mm=70), language),
        *_parts(language, words, heads, "classes"),
        *chart("moves_chart", Look(kind="share", series=6, height_mm=80), language),
        *_parts(language, words, heads, "guarantees"),
        paragraph(words["income"], "Heading2"),
        *each("income", "BodyText"),
        paragraph(words["measures"], "Heading1"),
        *each("measures", "BodyText"),
        *chart("recovery_chart", Look(kind="column", series=2, labels=False), language),
        *when("officers", _officers(language, words, heads)),
        paragraph(words["other_work"], "Heading1"),
        *each("other_work", "BodyText"),
        paragraph(words["shortfalls"], "Heading1"),
        *each("shortfalls", "BodyText"),
        *when("villages", _villages(language, words, heads)),
        paragraph(words["causes"], "Heading1"),
        *when("causes", [paragraph(words["why"], "Heading2"), *each("causes", "BodyText")]),
        paragraph(words["lessons"], "Heading2"),
        *each("lessons", "BodyText"),
        paragraph(words["next"], "Heading1"),
        *each("next_steps", "BodyText"),
        *_goals(language, words, heads, is_annual=is_annual),
        paragraph("", "BodyText", keep=True),
        paragraph(words["sign"], "Signature", keep=True),
        paragraph(words["date"], "Signature"),
        *appendix(language),
    ]
    page = Page(
        language=language,
        title=FILES[kind][language],
        header=("{{ institution }}", "{{ heading }}"),
    )
    return document(page, body)


def _numbers(*placeholders: str) -> list[Cell | str]:
    return [Cell(f"{{{{ {one} }}}}", "TableNumber") for one in placeholders]


Heads = dict[str, tuple[str, ...]]


def _products(language: str, words: dict[str, str], heads: Heads) -> list[str]:
    columns = (
        "granted_count|cell", "granted_sum|cell", "outstanding_count|cell",
        "outstanding_balance|cell", "share|cell", "plan_percent|cell",
    )  # fmt: skip
    row = ["{{ one.title }}", *_numbers(*(f"one.{name}" for name in columns))]
    last: list[Cell | str] = [Cell("{{ total.title }}", "TableLabel")]
    last += _numbers(*(f"total.{name}" for name in columns))
    return [
        caption("table", words["products"], language),
        paragraph(words["products_unit"], "Unit", keep=True),
        table((34, 22, 23, 20, 22, 17, 18), [heads["products_heads"]], [*for_each_row("products", row), last]),
        paragraph("", "Note"),
    ]  # fmt: skip


def _comparison(
    language: str, words: dict[str, str], heads: Heads, *, is_annual: bool
) -> list[str]:
    row: list[Cell | str] = ["{{ one.title }}", Cell("{{ one.unit }}", "TableCentre")]
    row += _numbers("one.now|cell", "one.before|cell", "one.change|change")
    widths: tuple[int, ...] = (49, 32, 24, 26, 25)
    name = "comparison_year"
    if not is_annual:
        row += _numbers("one.growth|change")
        widths, name = (36, 32, 22, 25, 21, 20), "comparison_part"
    return [
        caption("table", words["comparison"], language),
        table(widths, [heads[name]], for_each_row("comparison", row)),
        paragraph("{{ comparison_note }}", "Note"),
    ]


def _units(language: str, words: dict[str, str], heads: Heads) -> list[str]:
    columns = (
        "granted|cell", "balance|cell", "change|change", "npl|cell", "npl_ratio|cell",
        "overdue|cell", "inspection_rate|cell",
    )  # fmt: skip
    row = ["{{ one.title }}", *_numbers(*(f"one.{name}" for name in columns))]
    last: list[Cell | str] = [Cell("{{ unit_total.title }}", "TableLabel")]
    last += _numbers(*(f"unit_total.{name}" for name in columns))
    return [
        caption("table", words["units"], language),
        paragraph(words["units_unit"], "Unit", keep=True),
        table((25, 22, 20, 23, 17, 14, 19, 16), [heads["units_heads"]], [*for_each_row("units", row), last]),
        paragraph("", "Note"),
    ]  # fmt: skip


def _parts(language: str, words: dict[str, str], heads: Heads, group: str) -> list[str]:
    row: list[Cell | str] = [Cell("{{ one.title }}", "TableCentre")]
    row += _numbers("one.count|cell", "one.balance|cell", "one.share|cell", "one.change|change")
    return [
        caption("table", words[group], language),
        paragraph(words["classes_unit"], "Unit", keep=True),
        table((38, 24, 34, 26, 34), [heads[f"{group}_heads"]], for_each_row(group, row)),
        paragraph("", "Note"),
    ]


def _officers(language: str, words: dict[str, str], heads: Heads) -> list[str]:
    row = [
        "{{ one.title }}",
        *_numbers("one.due|cell", "one.done|cell", "one.missing|cell", "one.rate|cell", "one.recovered|cell"),
    ]  # fmt: skip
    return [
        caption("table", words["officers"], language),
        paragraph(words["officers_unit"], "Unit", keep=True),
        table((36, 22, 22, 22, 22, 32), [heads["officers_heads"]], for_each_row("officers", row)),
        paragraph("", "Note"),
    ]


def _villages(language: str, words: dict[str, str], heads: Heads) -> list[str]:
    row = [
        "{{ one.title }}",
        *_numbers("one.overdue|cell", "one.overdue_change|change", "one.arrears|cell", "one.arrears_change|change"),
    ]  # fmt: skip
    return [
        caption("table", words["villages"], language),
        paragraph(words["villages_unit"], "Unit", keep=True),
        table((44, 28, 28, 28, 28), [heads["villages_heads"]], for_each_row("villages", row)),
        paragraph("", "Note"),
    ]


def _goals(language: str, words: dict[str, str], heads: Heads, *, is_annual: bool) -> list[str]:
    row: list[Cell | str] = ["{{ one.title }}", Cell("{{ one.unit }}", "TableCentre")]
    row += _numbers("one.now|cell", "one.target|cell")
    return [
        caption("table", words["goals" if is_annual else "goals_year"], language),
        table((60, 34, 31, 31), [heads["goals_heads"]], for_each_row("goals", row, keep_last=True)),
    ]
