"""不良贷款清收方案: scope, aims, stages, measures, rewards of a year's collection, with tables."""

from __future__ import annotations

from templates.documents.collection_programme.example import example
from templates.documents.collection_programme.layout import layout
from templates.documents.collection_programme.values import Programme, from_ledger
from templates.kind import Kind
from templates.request import Computed, Request


def computed(request: Request) -> Computed:
    """Return the programme of the year asked for. Raises NothingToReport."""
    return Computed(values=from_ledger(request), about=str(request.year))


KIND = Kind(
    name="collection-programme",
    fields=Programme,
    titles={"zh": "不良贷款清收方案"},
    doc_type="work_plan",
    period="year",
    # From October on it is for the next year.
    ahead=92,
    scopes=("unit", "manager"),
    compute=computed,
    layout=lambda _language: layout(),
    example=example,
)
