"""Search over ten thousand papers, with the targets that it has to reach."""

from __future__ import annotations

from benchmarks import corpus, search
from benchmarks.report import Row, Section, Target

PAPERS = 10_000
ANSWERED = Target(50, at_most=True)
LATENCY = "search: "

HOW = f"""
{{count:,}} synthetic papers of about {corpus.TARGET_BYTES / 1000} KB each; `benchmarks/corpus.py`
says how they are made. Every search is the whole call that the command makes: the query parsed,
the engine asked, counts by type, year, officer and class, ten results with highlighted snippets.
Milliseconds on the wall over {search.ROUNDS} questions of each kind; the first, cold one is not
counted.
"""


def run(count: int = PAPERS) -> Section:
    """Index `count` papers and ask."""
    rows = [
        Row(
            what=row.what,
            figure=row.p50,
            unit=row.unit,
            p95=row.p95,
            target=ANSWERED if row.what.startswith(LATENCY) else None,
        )
        for row in search.measured(count)
    ]
    return Section(title="Search", how=HOW.format(count=count), rows=rows)
