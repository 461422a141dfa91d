"""What a native chart costs a document: its part, its workbook, its place."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date

from benchmarks.report import Row
from ledger.figure import Figure
from templates.build.chart_look import Look
from templates.build.package import Page, document
from templates.build.pictures import chart as block
from templates.charts.chart import Chart, chart
from templates.document import Document
from templates.word_template import compiled

MONTHS = tuple(f"{month}月" for month in range(1, 13))


@dataclass(frozen=True, kw_only=True)
class _Drawn(Document):
    charts: tuple[Chart, ...] = ()


def rows(seconds: float) -> list[Row]:
    """Fill a document with ten charts, and without; the difference is theirs."""
    figures = [
        Figure(name=month, value=1_000_000 * n, unit="fen", query="", as_of=date(2025, 12, 31))
        for n, month in enumerate(MONTHS, 1)
    ]
    one = chart("各月末贷款余额", "zh", MONTHS, [("本年", figures), ("上年", figures)])
    looped = [
        "<w:p><w:r><w:t>{%p for one in charts %}</w:t></w:r></w:p>",
        *block("one", Look(kind="column", series=2), "zh"),
        "<w:p><w:r><w:t>{%p endfor %}</w:t></w:r></w:p>",
    ]
    made = document(Page(language="zh", title="", header=("", "")), looped)
    template = compiled(made, name="charts.docx", kind=_Drawn, language="zh")

    def cost(values: _Drawn) -> float:
        template.render(values)
        calls, start = 0, time.process_time()
        while time.process_time() - start < seconds:
            template.render(values)
            calls += 1
        return (time.process_time() - start) / calls

    each = (cost(_Drawn(charts=(one,) * 10)) - cost(_Drawn())) / 10
    return [
        Row(
            what="a chart of 12 months and 2 series, workbook included",
            figure=each * 1000,
            unit="ms",
        )
    ]
