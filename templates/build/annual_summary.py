"""Lays out the annual summary in Chinese, Spanish and English."""

from __future__ import annotations

from templates.build.appendix import appendix
from templates.build.blocks import Cell, each, for_each_row, paragraph, table
from templates.build.package import Page, document

_ZH = {
    "file": "年度信贷工作总结",
    "above": "{{ institution }}{{ department }}",
    "title": "{{ year }}年信贷工作总结",
    "draft": "【草稿，待审定】数据截至{{ as_of|年月日 }}，按{{ known_on|年月日 }}前入账情况计算；"
    "空白线处由经办人补充。",
    "figures": "一、业务经营指标完成情况",
    "business": "（一）业务发展",
    "products": "表1  分产品投放与结余情况",
    "products_unit": "单位：笔、万元、%",
    "products_heads": (
        "产品",
        "发放\n笔数",
        "发放\n金额",
        "结余\n笔数",
        "结余\n金额",
        "余额\n占比",
        "完成\n计划",
    ),
    "comparison": "表2  主要指标与上年比较",
    "comparison_heads": ("指标", "单位", "本年", "上年", "增减"),
    "quality": "（二）资产质量",
    "classes": "表3  贷款五级分类情况",
    "classes_unit": "单位：笔、万元、%",
    "classes_heads": ("类别", "笔数", "余额", "占比", "余额比上年末"),
    "guarantees": "表4  担保方式结构",
    "guarantees_unit": "单位：万元、%",
    "guarantees_heads": ("担保方式", "余额", "占比", "余额比上年末"),
    "income": "（三）经营效益",
    "measures": "二、主要工作措施和成效",
    "shortfalls": "三、存在的问题",
    "causes": "四、原因分析和经验教训",
    "next": "五、{{ next_year }}年工作打算",
    "sign": "{{ institution }}{{ department }}",
    "date": "{{ known_on|年月日 }}",
}

_ES = {
    "file": "Resumen anual de crédito",
    "above": "{{ institution }} — {{ department }}",
    "title": "Resumen anual de crédito {{ year }}",
    "draft": "[Borrador pendiente de aprobación] Cifras al {{ as_of|day }} según lo registrado "
    "hasta el {{ known_on|day }}; las líneas ____________ las completa el responsable.",
    "figures": "1. Cumplimiento de los indicadores",
    "business": "1.1 Colocación",
    "products": "Cuadro 1. Colocación y saldo por producto",
    "products_unit": "Número, miles de yuanes, %",
    "products_heads": (
        "Producto", "Créditos\notorgados", "Monto\notorgado", "Créditos\nvigentes", "Saldo",
        "% del\nsaldo", "% del\nplan",
    ),
    "comparison": "Cuadro 2. Indicadores frente al año anterior",
    "comparison_heads": ("Indicador", "Unidad", "Año", "Año anterior", "Variación"),
    "quality": "1.2 Calidad de la cartera",
    "classes": "Cuadro 3. Clasificación de la cartera",
    "classes_unit": "Número, miles de yuanes, %",
    "classes_heads": ("Categoría", "Créditos", "Saldo", "% del saldo", "Variación del saldo"),
    "guarantees": "Cuadro 4. Saldo por tipo de garantía",
    "guarantees_unit": "Miles de yuanes, %",
    "guarantees_heads": ("Garantía", "Saldo", "% del saldo", "Variación del saldo"),
    "income": "1.3 Resultados",
    "measures": "2. Trabajo realizado",
    "shortfalls": "3. Deficiencias",
    "causes": "4. Causas y lecciones",
    "next": "5. Plan para {{ next_year }}",
    "sign": "{{ institution }}, {{ department }}",
    "date": "{{ known_on|day }}",
}  # fmt: skip

_EN = {
    "file": "Annual credit summary",
    "above": "{{ institution }} — {{ department }}",
    "title": "Annual credit summary {{ year }}",
    "draft": "[Draft, subject to approval] Figures at {{ as_of|day }} as recorded by "
    "{{ known_on|day }}; places marked ____________ are for a person to fill in.",
    "figures": "1. Results against the indicators",
    "business": "1.1 Lending",
    "products": "Table 1. Lending and balance by product",
    "products_unit": "Number, CNY thousand, %",
    "products_heads": (
        "Product", "Loans\ngranted", "Amount\ngranted", "Loans\nopen", "Balance",
        "% of\nbalance", "% of\nplan",
    ),
    "comparison": "Table 2. Indicators against the year before",
    "comparison_heads": ("Indicator", "Unit", "This year", "Year before", "Change"),
    "quality": "1.2 Portfolio quality",
    "classes": "Table 3. Five-class classification",
    "classes_unit": "Number, CNY thousand, %",
    "classes_heads": ("Class", "Loans", "Balance", "% of balance", "Change of balance"),
    "guarantees": "Table 4. Balance by security",
    "guarantees_unit": "CNY thousand, %",
    "guarantees_heads": ("Security", "Balance", "% of balance", "Change of balance"),
    "income": "1.3 Income",
    "measures": "2. Work done",
    "shortfalls": "3. Shortcomings",
    "causes": "4. Causes and lessons",
    "next": "5. Plan for {{ next_year }}",
    "sign": "{{ institution }}, {{ department }}",
    "date": "{{ known_on|day }}",
}  # fmt: skip

WORDS = {"zh": _ZH, "es": _ES, "en": _EN}


def annual_summary(language: str) -> bytes:
    """Return the template in `language`."""
    words: dict[str, str] = {k: v for k, v in WORDS[language].items() if isinstance(v, str)}
    heads: dict[str, tuple[str, ...]] = {
        key: value for key, value in WORDS[language].items() if isinstance(value, tuple)
    }
    bullet = "BodyText"
    body = [
        paragraph(words["above"], "TitleAbove"),
        paragraph(words["title"], "Title"),
        paragraph(words["draft"], "Draft"),
        *each("overview", "BodyText"),
        paragraph(words["figures"], "Heading1"),
        paragraph(words["business"], "Heading2"),
        *each("business", "BodyText"),
        *_products(words, heads),
        *_comparison(words, heads),
        paragraph(words["quality"], "Heading2"),
        *each("quality", "BodyText"),
        *_classes(words, heads),
        *_guarantees(words, heads),
        paragraph(words["income"], "Heading2"),
        *each("income", "BodyText"),
        paragraph(words["measures"], "Heading1"),
        *each("measures", bullet),
        paragraph(words["shortfalls"], "Heading1"),
        *each("shortfalls", bullet),
        paragraph(words["causes"], "Heading1"),
        *each("causes", bullet),
        paragraph(words["next"], "Heading1"),
        *each("next_steps", bullet),
        paragraph("", "BodyText"),
        paragraph(words["sign"], "Signature"),
        paragraph(words["date"], "Signature"),
        *appendix(language),
    ]
    page = Page(
        language=language, title=words["file"], header=("{{ institution }}", words["title"])
    )
    return document(page, body)


def _products(words: dict[str, str], heads: dict[str, tuple[str, ...]]) -> list[str]:
    columns = (
        "granted_count|cell", "granted_sum|cell", "outstanding_count|cell",
        "outstanding_balance|cell", "share|cell", "plan_percent|cell",
    )  # fmt: skip
    row: list[Cell | str] = ["{{ one.title }}"]
    row += [Cell(f"{{{{ one.{name} }}}}", "TableNumber") for name in columns]
    last: list[Cell | str] = [Cell("{{ total.title }}", "TableLabel")]
    last += [Cell(f"{{{{ total.{name} }}}}", "TableNumber") for name in columns]
    return [
        paragraph(words["products"], "Caption"),
        paragraph(words["products_unit"], "Unit"),
        table(
            (28, 23, 24, 21, 24, 17, 17),
            [heads["products_heads"]],
            [*for_each_row("products", row), last],
        ),
        paragraph("", "Note"),
    ]


def _comparison(words: dict[str, str], heads: dict[str, tuple[str, ...]]) -> list[str]:
    row: list[Cell | str] = [
        "{{ one.title }}",
        Cell("{{ one.unit }}", "TableCentre"),
        Cell("{{ one.now|cell }}", "TableNumber"),
        Cell("{{ one.before|cell }}", "TableNumber"),
        Cell("{{ one.change|change }}", "TableNumber"),
    ]
    return [
        paragraph(words["comparison"], "Caption"),
        table((49, 36, 22, 23, 24), [heads["comparison_heads"]], for_each_row("comparison", row)),
        paragraph("{{ comparison_note }}", "Note"),
    ]


def _classes(words: dict[str, str], heads: dict[str, tuple[str, ...]]) -> list[str]:
    row: list[Cell | str] = [
        Cell("{{ one.title }}", "TableCentre"),
        Cell("{{ one.count|cell }}", "TableNumber"),
        Cell("{{ one.balance|cell }}", "TableNumber"),
        Cell("{{ one.share|cell }}", "TableNumber"),
        Cell("{{ one.change|change }}", "TableNumber"),
    ]
    return [
        paragraph(words["classes"], "Caption"),
        paragraph(words["classes_unit"], "Unit"),
        table((38, 24, 32, 26, 34), [heads["classes_heads"]], for_each_row("classes", row)),
        paragraph("", "Note"),
    ]


def _guarantees(words: dict[str, str], heads: dict[str, tuple[str, ...]]) -> list[str]:
    row: list[Cell | str] = [
        Cell("{{ one.title }}", "TableCentre"),
        Cell("{{ one.balance|cell }}", "TableNumber"),
        Cell("{{ one.share|cell }}", "TableNumber"),
        Cell("{{ one.change|change }}", "TableNumber"),
    ]
    return [
        paragraph(words["guarantees"], "Caption"),
        paragraph(words["guarantees_unit"], "Unit"),
        table((54, 36, 28, 36), [heads["guarantees_heads"]], for_each_row("guarantees", row)),
        paragraph("", "Note"),
    ]
