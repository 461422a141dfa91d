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

from templates import examples
from templates.environment import PRINTED, environment
from templates.kinds import KINDS
from templates.render import SHIPPED
from templates.word_template import compiled

SECONDS = 3.0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table: documents per second of processor time, ours and docxtpl's."""

    document: str
    ours_per_s: float
    docxtpl_per_s: float

    @property
    def times(self) -> float:
        """How many times as fast ours is."""
        return self.ours_per_s / self.docxtpl_per_s


def measured(seconds: float = SECONDS) -> list[Row]:
    """Return a row for each measured document; compiling counts for ours, once."""
    return [
        _row("inspection report, 2-3 pages", "inspection-report", examples.report(1), seconds),
        _row("checklist, 40 papers", "transfer-checklist", examples.checklist(40), seconds),
        _row("annual summary, 12 pages", "annual-summary", examples.example("annual-summary"),
             seconds),
    ]  # fmt: skip


def _row(title: str, kind: str, values: Any, seconds: float) -> Row:
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

    return Row(
        document=title,
        ours_per_s=_rate(ours, seconds),
        docxtpl_per_s=_rate(theirs, seconds),
    )


def _rate(make: Callable[[], bytes], seconds: float) -> float:
    """Return calls per second of processor time: other work on the machine does not count."""
    make()
    calls, start = 0, time.process_time()
    while time.process_time() - start < seconds:
        make()
        calls += 1
    return calls / (time.process_time() - start)


if __name__ == "__main__":
    for row in measured():
        print(
            f"{row.document}: {row.ours_per_s:.1f}/s, docxtpl {row.docxtpl_per_s:.1f}/s, "
            f"{row.times:.1f} x"
        )
