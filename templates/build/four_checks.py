"""Lays out the report on the four properties (四性检测报告) in three languages."""

from __future__ import annotations

from templates.build.blocks import Cell, paragraph, table
from templates.build.package import Page, document
from templates.build.words import Words, rows, texts

_WORDS: dict[str, Words] = {
    "zh": {
        "title": "电子档案四性检测报告",
        "subject": "检测对象",
        "point": "检测环节",
        "at": "检测时间",
        "actor": "检测人",
        "manifest": "清单摘要\n（SHA-256）",
        "totals": "检测结果",
        "totals_value": "通过{{ passed }}项，不通过{{ failed }}项，不适用{{ not_applicable }}项，未检测{{ not_tested }}项",
        "heads": ("编号", "检测项目", "结果", "依据"),
        "sign": (
            "检测人（签字）：\n\n        年    月    日",
            "复核人（签字）：\n\n        年    月    日",
        ),
    },
    "es": {
        "title": "Informe de las cuatro propiedades del archivo electrónico",
        "subject": "Objeto",
        "point": "Momento",
        "at": "Hora",
        "actor": "Comprobó",
        "manifest": "Resumen de la\nlista (SHA-256)",
        "totals": "Resultado",
        "totals_value": "{{ passed }} aprobados, {{ failed }} no aprobados, {{ not_applicable }} no aplican, {{ not_tested }} no comprobados",
        "heads": ("Código", "Comprobación", "Resultado", "Evidencia"),
        "sign": (
            "Comprobó (firma):\n\nFecha: ____ / ____ / ______",
            "Revisó (firma):\n\nFecha: ____ / ____ / ______",
        ),
    },
    "en": {
        "title": "Report on the four properties of the electronic archive",
        "subject": "Checked",
        "point": "Occasion",
        "at": "Time",
        "actor": "By",
        "manifest": "Digest of the\nlist (SHA-256)",
        "totals": "Result",
        "totals_value": "{{ passed }} passed, {{ failed }} failed, {{ not_applicable }} not applicable, {{ not_tested }} not tested",
        "heads": ("Code", "Check", "Result", "Evidence"),
        "sign": (
            "Checked by (signature):\n\nDate: ____ / ____ / ______",
            "Reviewed by (signature):\n\nDate: ____ / ____ / ______",
        ),
    },
}
_WIDTHS = (17, 50, 25, 70)


def four_checks(language: str) -> bytes:
    """Return the template."""
    words, lists = texts(_WORDS[language]), rows(_WORDS[language])
    body = [
        paragraph("{{ institution }}", "TitleAbove"),
        paragraph(words["title"], "Title"),
        _head(words),
        paragraph("", "Note"),
        table(_WIDTHS, [lists["heads"]], _lines()),
        paragraph("{{ footnote }}", "Note"),
        table((81, 81), [], [[Cell(text, "SignLine") for text in lists["sign"]]], borders=False),
    ]
    page = Page(
        language=language,
        title=words["title"],
        header=("{{ institution }}", f"{words['title']}  {{{{ subject }}}}"),
        form=True,
    )
    return document(page, body)


def _head(words: dict[str, str]) -> str:
    def pair(label: str, value: str, span: int = 1) -> list[Cell | str]:
        return [Cell(words[label], "TableLabel"), Cell(value, "TableText", span=span)]

    return table(
        (28, 53, 28, 53),
        [],
        [
            pair("subject", "{{ subject }}") + pair("point", "{{ point }}"),
            pair("at", "{{ at }}") + pair("actor", "{{ actor }}"),
            pair("totals", words["totals_value"], 3),
            pair("manifest", "{{ manifest }}", 3),
        ],
    )


def _lines() -> list[list[Cell | str]]:
    def tag(text: str) -> list[Cell | str]:
        return [Cell(text, span=4)]

    return [
        tag("{%tr for group in groups %}"),
        [Cell("{{ group.title }}", "TableGroup", span=4)],
        tag("{%tr for one in group.lines %}"),
        [
            Cell("{{ one.code }}", "SmallCentre"),
            Cell("{{ one.name }}", "SmallText"),
            Cell("{{ one.result }}", "SmallCentre"),
            Cell("{{ one.evidence }}", "SmallText"),
        ],
        tag("{%tr endfor %}"),
        tag("{%tr endfor %}"),
    ]
