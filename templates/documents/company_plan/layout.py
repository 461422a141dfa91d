"""Lays out the company plan in Chinese, Spanish and English."""

from __future__ import annotations

from templates.build.appendix import appendix
from templates.build.blocks import Cell, for_each_row, paragraph, table
from templates.build.package import Page, document
from templates.planning import layout as plans

_WORDS = {
    "zh": {
        "file": "年度工作计划",
        "title": "{{ year }}年度工作计划",
        "draft": "【草稿，待审定】年初数截至{{ opening_on|年月日 }}，按{{ known_on|年月日 }}前入账情况计算；空白处由经办人填写。",
        "situation": "一、形势和指导思想",
        "aims": "二、主要目标",
        "goals": "表1  主要经营目标",
        "work": "三、具体工作",
        "business": "（一）信贷业务",
        "products": "表2  贷款产品结构",
        "products_unit": "单位：万元、%",
        "risk": "（二）风险管理",
        "finance": "（三）财务管理",
        "people": "（四）队伍和内部管理",
        "quarter": "季度",
        "quarters": "四、进度安排",
        "quarters_table": "表3  分季安排",
        "demands": "五、总体要求",
        "sign": "{{ institution }}",
        "day": "{{ known_on|年月日 }}",
    },
    "es": {
        "file": "Plan anual de la empresa",
        "title": "Plan de trabajo {{ year }}",
        "draft": "[Borrador pendiente de aprobación] Cifras al {{ opening_on|day }} según lo registrado hasta el {{ known_on|day }}; las líneas ____________ las completa el responsable.",
        "situation": "1. Situación y orientación",
        "aims": "2. Metas",
        "goals": "Cuadro 1. Metas principales",
        "work": "3. Trabajo del año",
        "business": "3.1 Crédito",
        "products": "Cuadro 2. Cartera por producto",
        "products_unit": "Miles de yuanes, %",
        "risk": "3.2 Riesgo",
        "finance": "3.3 Finanzas",
        "people": "3.4 Personal y gestión interna",
        "quarter": "Trimestre",
        "quarters": "4. Calendario",
        "quarters_table": "Cuadro 3. Por trimestre",
        "demands": "5. Exigencias",
        "sign": "{{ institution }}",
        "day": "{{ known_on|day }}",
    },
    "en": {
        "file": "Annual company plan",
        "title": "Work plan {{ year }}",
        "draft": "[Draft, subject to approval] Figures at {{ opening_on|day }} as recorded by {{ known_on|day }}; places marked ____________ are for a person to fill in.",
        "situation": "1. Where we stand",
        "aims": "2. Targets",
        "goals": "Table 1. Main targets",
        "work": "3. The year's work",
        "business": "3.1 Lending",
        "products": "Table 2. Portfolio by product",
        "products_unit": "CNY thousand, %",
        "risk": "3.2 Risk",
        "finance": "3.3 Finance",
        "people": "3.4 People and management",
        "quarter": "Quarter",
        "quarters": "4. Calendar",
        "quarters_table": "Table 3. By quarter",
        "demands": "5. What is asked of everybody",
        "sign": "{{ institution }}",
        "day": "{{ known_on|day }}",
    },
}
_PRODUCTS = {
    "zh": ("产品", "余额", "占比", "逾期", "不良"),
    "es": ("Producto", "Saldo", "%", "Vencido", "En mora"),
    "en": ("Product", "Balance", "%", "Overdue", "Non-performing"),
}


def layout(language: str) -> bytes:
    """Return the template."""
    words = _WORDS[language]
    body = [
        paragraph("{{ institution }}", "TitleAbove"),
        paragraph(words["title"], "Title"),
        paragraph(words["draft"], "Draft"),
        *plans.section(words["situation"], "situation"),
        *plans.section(words["aims"], "aims"),
        *plans.goals_table(language, words["goals"]),
        *plans.section(words["work"]),
        *plans.part(words["business"], "business"),
        *_products(words, _PRODUCTS[language]),
        *plans.part(words["risk"], "risk"),
        *plans.part(words["finance"], "finance"),
        *plans.part(words["people"], "people"),
        *plans.section(words["quarters"]),
        *plans.months_table(
            language, words["quarters_table"], "quarters", "year_total", words["quarter"]
        ),
        *plans.section(words["demands"], "demands", keep=True),
        paragraph("", keep=True),
        paragraph(words["sign"], "Signature", keep=True),
        paragraph(words["day"], "Signature"),
        *appendix(language),
    ]
    page = Page(
        language=language, title=words["file"], header=("{{ institution }}", words["title"])
    )
    return document(page, body)


def _products(words: dict[str, str], heads: tuple[str, ...]) -> list[str]:
    row: list[Cell | str] = [
        "{{ one.name }}",
        *(
            Cell(f"{{{{ one.{name}|cell }}}}", "TableNumber")
            for name in ("balance", "share", "overdue", "bad")
        ),
    ]
    return [
        paragraph(words["products"], "Caption"),
        paragraph(words["products_unit"], "Unit"),
        table((56, 28, 20, 26, 26), [heads], for_each_row("products", row)),
        paragraph("", "Note"),
    ]
