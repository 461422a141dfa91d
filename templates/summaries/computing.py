"""From a request to a summary: the facts of its period, and the charts of its year."""

from __future__ import annotations

from ledger.book import View
from templates.charts import of_ledger
from templates.request import Computed, Request
from templates.summaries.document import Charts, of_facts
from templates.summaries.facts import from_ledger


def computed(request: Request) -> Computed:
    """Return the summary of the period asked for. Raises NothingToReport."""
    told = from_ledger(request.view, request.period)
    values = of_facts(
        told,
        institution=request.institution,
        department=request.department,
        known_on=request.known_on,
        language=request.language,
        charts=_charts(request.view.at(told.as_of), request.year, request.language),
    )
    about = str(request.period) + (f"_{request.unit}" if request.unit else "")
    return Computed(values=values, about=about)


def _charts(view: View, year: int, language: str) -> Charts:
    return Charts(
        balance=of_ledger.balance_by_month(view, year, language),
        recovery=of_ledger.recovery_by_month(view, year, language),
        mix=of_ledger.class_mix(view, view.as_of, language),
        moves=of_ledger.class_migration(view, year, language),
    )
