"""What the ledger holds as set for a year: one reading for summaries and plans alike."""

from __future__ import annotations

from decimal import Decimal

from ledger.book import View
from ledger.figure import Figure, FigureRow

# Targets in percent are kept in hundredths, money in fen.
_TARGETS = {
    "npl_ratio": "percent", "due_recovery_rate": "percent", "interest_collection_rate": "percent",
    "overdue_ratio": "percent", "inspection_rate": "percent", "npl_balance": "fen",
    "npl_recovered_sum": "fen", "granted_sum": "fen", "outstanding_balance": "fen",
    "interest_received": "fen",
}  # fmt: skip


def year_targets(view: View, year: int) -> dict[str, Figure]:
    """Return the year's targets by indicator, in fen or percent, for all loans.

    Of one unit only those that name it; one officer has none of these.
    """
    scope = dict(view.scope)
    unit = scope.get("unit")
    if "manager" in scope:
        return {}
    found = {}
    for name, kind in _TARGETS.items():
        rows = [row for row in view.targets(year, name) if unit in (None, row["unit"])]
        whole = [row for row in rows if row["product"] is None] or rows
        whole = [row for row in whole if row["unit"] is None] or whole
        if not whole or (kind == "percent" and len(whole) > 1):
            continue
        total = sum(int(row["value"]) for row in whole)
        found[name] = Figure(
            name=f"target({name}, {year})",
            value=total if kind == "fen" else _hundredths(total),
            unit=kind,
            query=f"target {name} {year}",
            as_of=view.as_of,
            rows=tuple(
                FigureRow(
                    fact=f"target:{row['id']}",
                    label=row["product"] or row["unit"] or str(year),
                    amount=row["value"] if kind == "fen" else None,
                    source=view.target_source(row),
                )
                for row in whole
            ),
        )
    return found


def _hundredths(value: int) -> Decimal:
    return Decimal(value) / 100
