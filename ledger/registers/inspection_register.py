"""贷后检查登记: for each loan outstanding the last visit, the next day due, and what is late."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from archive.settings import LedgerSettings
from ledger.book import View
from ledger.columns.day import Day
from ledger.columns.figure_rows import Behind, kind
from ledger.columns.loans import Loans, as_values
from ledger.columns.shape import NO_DAY, Array
from ledger.columns.visits import visits
from ledger.registers import loan_columns as loans
from ledger.registers.declaration import Column, Register
from ledger.states import LoanState


class Watched(Loans):
    """Loans with the last visit of each and the next day by which one is due.

    last    position of the visit in the table of inspections; -1: none yet
    due_on  the day, as an ordinal
    """

    def __init__(self, day: Day, places: Array, last: Array, due_on: Array) -> None:
        super().__init__(day, places)
        self.last = last
        self.due_on = due_on

    def part(self, part: slice) -> Watched:
        """Return some of them, in the order they are in."""
        return Watched(self.day, self.places[part], self.last[part], self.due_on[part])

    @property
    def late(self) -> Array:
        """Whether the day has passed without a visit."""
        late: Array = self.due_on < self.day.ordinal
        return late

    def of_visit(self, column: str) -> list[Any]:
        """Return a column of the last visits, read from the ledger; None without a visit."""
        snapshot = self.day.snapshot
        is_visited = self.last >= 0
        ids = snapshot.known("inspection")["id"][self.last[is_visited]].tolist()
        said = iter([row[column] for row in snapshot.rows("inspection", ids)])
        return [next(said) if visited else None for visited in is_visited.tolist()]

    def behind(self) -> Behind:
        """Return the fact behind each: the last visit, else the loan's terms."""
        table = self.day.snapshot.known("inspection")
        is_visited = self.last >= 0
        ids = self["id"].astype(np.int64)
        ids[is_visited] = table["id"][self.last[is_visited]]
        kinds = np.where(is_visited, kind("inspection", None), kind("loan", "granted_on"))
        return Behind(self.day.snapshot, kinds, ids, self["account_id"], None)


def chosen(view: View, filters: Mapping[str, Any]) -> Watched:
    """Open loans, the most urgent first; filter `late` for those that are late."""
    found = loans.filtered(view.open, filters)
    last, due_on = next_due(found, view.settings.ledger)
    order = np.lexsort((found.number_ranks, due_on))
    if filters.get("late"):
        order = order[due_on[order] < view.as_of.toordinal()]
    return Watched(found.day, found.places[order], last[order], due_on[order])


def next_due(found: Loans, rule: LedgerSettings) -> tuple[Array, Array]:
    """Return the position of each loan's last visit (-1: none) and the next day one is due."""
    table = found.day.snapshot.known("inspection")
    made = visits(found)
    is_done = table["done_on"][made.position] != NO_DAY
    last = np.full(len(found), -1, dtype=np.int64)
    # Of the visits of one loan the last one stays.
    last[made.loan[is_done]] = made.position[is_done]
    after = np.where(last >= 0, table.picked("done_on", last, NO_DAY), found["granted_on"])
    after = after.astype(np.int64)
    days = np.where(last >= 0, rule.routine_inspection_days, rule.first_inspection_days)
    due_on = after + days
    # A day the office itself noted as due and missed comes before what the intervals would say.
    noted = table["due_on"][made.position].astype(np.int64)
    missed = ~is_done & (noted > after[made.loan])
    earliest = np.full(len(found), np.iinfo(np.int64).max)
    np.minimum.at(earliest, made.loan[missed], noted[missed])
    return last, np.where(earliest < np.iinfo(np.int64).max, earliest, due_on)


def _days(watched: Watched) -> list[Any]:
    table = watched.day.snapshot.known("inspection")
    return as_values(table.picked("done_on", watched.last, NO_DAY), "day")


def _inspectors(watched: Watched) -> list[Any]:
    table = watched.day.snapshot.known("inspection")
    return table.words("inspector", watched.last) if len(table) else [None] * len(watched)


def _visit(
    key: str, titles: Mapping[str, str], of: Callable[[Any], list[Any]], **more: Any
) -> Column[LoanState]:
    return Column[LoanState](key=key, titles=titles, value=lambda _loan: None, of=of, **more)


INSPECTION_REGISTER = Register(
    name="inspections",
    titles={
        "zh": "贷后检查登记簿",
        "es": "Registro de inspecciones",
        "en": "Inspection register",
    },
    columns=(
        loans.UNIT,
        loans.BORROWER,
        loans.IOU_NO,
        loans.PRODUCT,
        loans.BALANCE,
        loans.GRANTED_ON,
        _visit(
            "last_on",
            {"zh": "上次检查", "es": "Última inspección", "en": "Last inspection"},
            _days,
            kind="date",
            width=11,
        ),
        _visit(
            "inspector",
            {"zh": "检查人", "es": "Inspector", "en": "Inspector"},
            _inspectors,
            width=10,
        ),
        _visit(
            "result",
            {"zh": "检查结果", "es": "Resultado", "en": "Result"},
            lambda watched: watched.of_visit("result"),
            width=24,
        ),
        _visit(
            "inspect_by",
            {"zh": "下次应检查日", "es": "Próxima inspección", "en": "Next due"},
            lambda watched: as_values(watched.due_on, "day"),
            kind="date",
            width=11,
        ),
        _visit(
            "late",
            {"zh": "是否逾期", "es": "Atrasada", "en": "Late"},
            lambda watched: watched.late.tolist(),
            kind="flag",
            width=8,
        ),
        loans.MANAGER,
    ),
    loans=chosen,
    filters=loans.FILTERS | {"late"},
)
