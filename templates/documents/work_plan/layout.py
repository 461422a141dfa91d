"""Lays out the annual work plan in Chinese, Spanish and English."""

from __future__ import annotations

from templates.build.appendix import appendix
from templates.build.blocks import paragraph
from templates.build.package import Page, document
from templates.planning import layout as plans

_WORDS = {
    "zh": {
        "file": "年度信贷工作计划",
        "above": "{{ institution }}{{ department }}",
        "title": "{{ year }}年信贷工作计划",
        "draft": "【草稿，待审定】年初数截至{{ opening_on|年月日 }}，按{{ known_on|年月日 }}前入账情况计算；空白处由经办人填写。",
        "situation": "一、形势和指导思想",
        "aims": "二、工作目标",
        "goals": "表1  主要目标",
        "due": "三、到期贷款管理",
        "bad": "四、不良贷款清收",
        "categories": "表2  年初不良贷款分类别清收安排",
        "visits": "五、贷后检查",
        "watch": "六、重点关注",
        "owners": "表3  机构和客户经理任务分布",
        "measures": "七、具体措施",
        "months": "八、时间安排",
        "months_table": "表4  分月到期、检查和重点工作",
        "demands": "九、工作要求",
    },
    "es": {
        "file": "Plan anual de trabajo de crédito",
        "above": "{{ institution }} — {{ department }}",
        "title": "Plan de trabajo de crédito {{ year }}",
        "draft": "[Borrador pendiente de aprobación] Cifras al {{ opening_on|day }} según lo registrado hasta el {{ known_on|day }}; las líneas ____________ las completa el responsable.",
        "situation": "1. Situación y orientación",
        "aims": "2. Metas",
        "goals": "Cuadro 1. Metas principales",
        "due": "3. Vencimientos",
        "bad": "4. Recuperación de la cartera en mora",
        "categories": "Cuadro 2. Cartera en mora por vía de recuperación",
        "visits": "5. Visitas de seguimiento",
        "watch": "6. Puntos de atención",
        "owners": "Cuadro 3. Oficinas y oficiales",
        "measures": "7. Medidas",
        "months": "8. Calendario",
        "months_table": "Cuadro 4. Vencimientos, visitas y trabajo por mes",
        "demands": "9. Exigencias",
    },
    "en": {
        "file": "Annual credit work plan",
        "above": "{{ institution }} — {{ department }}",
        "title": "Credit work plan {{ year }}",
        "draft": "[Draft, subject to approval] Figures at {{ opening_on|day }} as recorded by {{ known_on|day }}; places marked ____________ are for a person to fill in.",
        "situation": "1. Where we stand",
        "aims": "2. Targets",
        "goals": "Table 1. Main targets",
        "due": "3. Loans falling due",
        "bad": "4. Collecting non-performing loans",
        "categories": "Table 2. Non-performing loans by the way they are dealt with",
        "visits": "5. Inspections",
        "watch": "6. What to watch",
        "owners": "Table 3. Units and officers",
        "measures": "7. Measures",
        "months": "8. Calendar",
        "months_table": "Table 4. Maturities, inspections and work by month",
        "demands": "9. What is asked of everybody",
    },
}


def layout(language: str) -> bytes:
    """Return the template."""
    words = _WORDS[language]
    body = [
        paragraph(words["above"], "TitleAbove"),
        paragraph(words["title"], "Title"),
        paragraph(words["draft"], "Draft"),
        *plans.section(words["situation"], "situation"),
        *plans.section(words["aims"], "aims"),
        *plans.goals_table(language, words["goals"]),
        *plans.section(words["due"], "due"),
        *plans.section(words["bad"], "bad"),
        *plans.groups_table(language, words["categories"], "categories"),
        *plans.section(words["visits"], "visits"),
        *plans.section(words["watch"], "watch"),
        *plans.owners_table(language, words["owners"], "units", "officers"),
        *plans.section(words["measures"], "measures"),
        *plans.section(words["months"]),
        *plans.months_table(language, words["months_table"]),
        *plans.section(words["demands"], "demands", keep=True),
        *plans.signed(language),
        *appendix(language),
    ]
    page = Page(
        language=language, title=words["file"], header=("{{ institution }}", words["title"])
    )
    return document(page, body)
