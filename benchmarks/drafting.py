"""Documents per second: our compiled templates against docxtpl in a plain loop, in the same run.

Both fill the shipped templates from the same values with the same closed environment.
"""

from __future__ import annotations

import dataclasses
import io
import time
from collections.abc import Callable
from typing import Any

from docxtpl import DocxTemplate

from benchmarks import charts
from benchmarks.report import Row, Section, table
from templates import examples
from templates.environment import PRINTED, environment
from templates.kinds import KINDS
from templates.render import SHIPPED
from templates.word_template import compiled

SECONDS = 3.0


def measured(seconds: float = SECONDS) -> Section:
    """Fill each document for `seconds` of processor time, ours and docxtpl's way in turn."""
    rows = [
        *_rows("inspection report, 3-4 pages", "routine-inspection-report",
               KINDS["routine-inspection-report"].example("zh", 1), seconds),
        *_rows("checklist, 40 papers", "transfer-checklist", examples.checklist(40), seconds),
        *_rows("annual summary, 12 pages", "annual-summary", examples.example("annual-summary"),
             seconds),
        *charts.rows(seconds),
    ]  # fmt: skip
    return Section(
        title="Drafting Word documents",
        how=(
            "Shipped templates filled from the same invented values, by our compiled templates and "
            "by docxtpl opening, filling and saving the template each time; processor time."
        ),
        rows=rows,
    )


def _rows(title: str, kind: str, values: Any, seconds: float) -> list[Row]:
    path = SHIPPED / "zh" / f"{kind}.docx"
    fields = {one.name: getattr(values, one.name) for one in dataclasses.fields(values)}
    template = compiled(path.read_bytes(), name=path.name, kind=KINDS[kind].fields, language="zh")

    def ours() -> bytes:
        return template.render(values)

    def theirs() -> bytes:
        document = DocxTemplate(path)
        document.render({**fields, PRINTED: []}, environment("zh"), autoescape=True)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    own, other = _rate(ours, seconds), _rate(theirs, seconds)
    return [
        Row(what=title, figure=own, unit="documents/s"),
        Row(what=f"{title}: docxtpl in a plain loop", figure=other, unit="documents/s"),
        Row(what=f"{title}: times as fast", figure=own / other, unit="×"),
    ]


def _rate(make: Callable[[], bytes], seconds: float) -> float:
    """Return calls per second of processor time: other work on the machine does not count."""
    make()
    calls, start = 0, time.process_time()
    while time.process_time() - start < seconds:
        make()
        calls += 1
    return calls / (time.process_time() - start)


if __name__ == "__main__":
    print(table(measured().rows))
