# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""Types that are known by their title and filed, but whose values are not read yet."""

from extractors.form import DocType, Marks


def _titled(
    name: str,
    titles: tuple[str, str, str],
    category: int,
    *patterns: str,
    dated_by: str | None = None,
) -> DocType:
    return DocType(
        name=name, titles=titles, category=category, marks=Marks(titles=patterns), dated_by=dated_by
    )


TYPES = (
    _titled("annual_summary", ("年度总结", "Resumen anual", "Annual summary"), 5, r"(?:年度|年终|全年)\S{0,8}(?:工作)?总结", r"\S{0,10}工作总结", r"(?:resumen|informe|memoria)anual.{0,30}", r"annual(?:summary|report).{0,20}"),
    _titled("work_plan", ("工作计划", "Plan de trabajo", "Work plan"), 5, r"\S{0,14}工作计划", r"plan(?:anual)?detrabajo.{0,30}", r"(?:annual)?workplan.{0,20}"),
    _titled("restore_drill", ("备份还原演练报告", "Informe de simulacro de restauración", "Restore drill report"), 5, r"(?:备份)?(?:还原|恢复)演练报告", r"informedesimulacroderestauraci[oó]n.{0,10}", r"reportofarestoredrill.{0,10}"),
    _titled("monthly_focus", ("本月信贷工作重点", "Prioridades del mes", "Monthly focus"), 5, r"\S{0,8}工作重点", r"prioridadesdelmes.{0,20}", r"monthlyfocus.{0,20}"),
    _titled("collection_plan", ("清收方案", "Plan de cobranza", "Collection plan"), 4, r"\S{0,14}清收(?:方案|计划|处置方案)", r"一户一策\S{0,6}", r"plande(?:cobranza|recuperacion).{0,20}", r"(?:collection|recovery)plan"),
    _titled("volume_catalogue", ("卷内目录", "Índice del expediente", "Volume catalogue"), 5, r"(?:卷内|案卷|档案|卷内文件)目录", r"indicedelexpediente", r"(?:volume|file)catalogue"),
    _titled("volume_note", ("备考表", "Nota de cierre del expediente", "Closing note"), 5, r"(?:卷内|案卷)?备考表", r"notadecierredelexpediente", r"closingnoteofthe(?:volume|file)"),
)  # fmt: skip
