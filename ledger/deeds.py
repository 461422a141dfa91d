"""What was done in a period, counted from the facts that people record: each a figure with rows.

    done = Deeds(view, first)
    done.count("contacts", mode="visit"), done.lawsuits_filed, done.warnings_open

Facts that name no loan, household or unit count only where all loans are looked at: nobody can
tell which branch's they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property

from ledger.bad.folds import Folds
from ledger.bad.lawsuits import Lawsuit, lawsuits
from ledger.bad.settled_otherwise import Repossessed, repossessed
from ledger.book import View
from ledger.figure import Figure, FigureRow
from ledger.managing.rectifications import OVERDUE, Rectification, rectifications
from ledger.managing.scores import Filled, filled
from ledger.records import Record
from ledger.rules.desk import Desk
from ledger.warnings import Handled, handled

# Fields by which a fact that is about no loan says whose it is.
_WHOSE = ("scored_unit", "charged_unit", "at_unit", "of_unit", "sanctioned_unit", "works_at")


class Deeds:
    """Everything done from `first` to the view's day about the loans that the view looks at."""

    def __init__(self, view: View, first: date) -> None:
        self.view = view
        self.first = first
        self.folds = Folds(view)
        self._households = frozenset(view.granted["household_id"].tolist()) if view.scope else None

    def _is_mine(self, account_id: int | None, household_id: int | None) -> bool:
        if self._households is None:
            return True
        if account_id is not None:
            return account_id in self._accounts
        return household_id in self._households

    @cached_property
    def _accounts(self) -> frozenset[int]:
        return frozenset(self.view.granted["account_id"].tolist())

    def _is_record_mine(self, record: Record) -> bool:
        if record.account_id is not None or record.household_id is not None:
            return self._is_mine(record.account_id, record.household_id)
        wanted = {value for key, value in self.view.scope if key in ("unit", "manager")}
        return not self.view.scope or any(
            record.text(field) in wanted for field in (*_WHOSE, "person")
        )

    def of(self, kind: str, **fields: str) -> tuple[Record, ...]:
        """Return the facts of a kind that were done in the period, with these values."""
        return tuple(
            record
            for record in self.folds.all(kind)
            if record.effective_on >= self.first
            and self._is_record_mine(record)
            and all(record.text(field) == value for field, value in fields.items())
        )

    def count(self, kind: str, **fields: str) -> Figure:
        """Return how many facts of a kind there are in the period."""
        return self._figure(kind, "count", [_row(each) for each in self.of(kind, **fields)], fields)

    def total(self, kind: str, field: str, **fields: str) -> Figure:
        """Return the sum of a field of money or numbers over the facts of the period."""
        found = [each for each in self.of(kind, **fields) if each.whole(field) is not None]
        unit = "fen" if field.endswith("_fen") else "count"
        rows = [_row(each, each.whole(field)) for each in found]
        return self._figure(f"{kind}_{field.removesuffix('_fen')}", unit, rows, fields, summed=True)

    def _figure(
        self,
        name: str,
        unit: str,
        rows: Sequence[FigureRow],
        fields: dict[str, str] | None = None,
        *,
        summed: bool = False,
        standing: bool = False,
    ) -> Figure:
        """A number of facts, or a sum; `standing`: as at the day and not of the period."""
        day = self.view.as_of
        when = str(day) if standing else f"{self.first}..{day}"
        about = "".join(f", {key}={value}" for key, value in (fields or {}).items())
        about += "".join(f", {key}={value}" for key, value in self.view.scope)
        value = sum(int(row.amount or 0) for row in rows) if unit == "fen" or summed else len(rows)
        return Figure(
            name=f"{name}({when}{about})",
            value=value,
            unit=unit,
            query=f"{name}: {when}{about}",
            as_of=day,
            rows=tuple(rows),
        )

    # Courts.

    @cached_property
    def _cases(self) -> tuple[Lawsuit, ...]:
        return tuple(
            case
            for case in lawsuits(self.folds)
            if any(self._is_mine(account, case.household_id) for account in case.accounts or {None})
        )

    @property
    def lawsuits_filed(self) -> Figure:
        """Cases whose first step lies in the period."""
        return self._of_cases("lawsuits_filed", self._new_cases)

    @property
    def lawsuits_amount(self) -> Figure:
        """The amount in dispute of those cases."""
        rows = [
            _row(case.every[0], amount)
            for case in self._new_cases
            if isinstance(amount := case.said("amount_fen"), int)
        ]
        return self._figure("lawsuits_amount", "fen", rows)

    @cached_property
    def _new_cases(self) -> list[Lawsuit]:
        return [case for case in self._cases if case.every[0].effective_on >= self.first]

    @property
    def lawsuits_open(self) -> Figure:
        """Cases of which something may still come, on the day."""
        return self._of_cases("lawsuits_open", [c for c in self._cases if c.is_open], standing=True)

    @property
    def lawsuits_judged(self) -> Figure:
        """Open cases that were judged or settled in court and not brought to enforcement yet."""
        found = [
            case
            for case in self._cases
            if case.is_open
            and case.enforced is None
            and case.stage is not None
            and case.stage.text("stage") in ("judged", "mediated")
        ]
        return self._of_cases("lawsuits_judged", found, standing=True)

    @property
    def lawsuits_enforced(self) -> Figure:
        """Open cases whose judgement is being enforced."""
        found = [case for case in self._cases if case.is_open and case.enforced is not None]
        return self._of_cases("lawsuits_enforced", found, standing=True)

    def _of_cases(self, name: str, cases: Iterable[Lawsuit], *, standing: bool = False) -> Figure:
        return self._figure(
            name, "count", [_row(case.every[0]) for case in cases], standing=standing
        )

    # What was taken over.

    @property
    def assets_taken(self) -> Figure:
        """Principal offset by what was taken over in the period."""
        rows = []
        for each in repossessed(self.view):
            offset = each.said("offset_fen")
            if isinstance(offset, int) and self._taken_on(each) >= self.first:
                first = each.facts[0]
                if self._is_record_mine(first):
                    rows.append(_row(first, offset))
        return self._figure("assets_taken", "fen", rows)

    def _taken_on(self, asset: Repossessed) -> date:
        taken = asset.said("taken_on")
        return taken if isinstance(taken, date) else asset.facts[0].effective_on

    # Warnings, notices, sheets.

    @cached_property
    def _warnings(self) -> tuple[Handled, ...]:
        return tuple(
            each
            for each in handled(Desk(self.view))
            if self._is_mine(each.warning.account_id, each.warning.household_id)
        )

    @property
    def warnings_raised(self) -> Figure:
        """Warnings raised in the period."""
        return self._of_warnings("warnings_raised", lambda each: each.warning.on >= self.first)

    @property
    def warnings_released(self) -> Figure:
        """Warnings released in the period."""
        return self._of_warnings(
            "warnings_released",
            lambda each: not each.is_open and (each.stage.since or date.min) >= self.first,
        )

    @property
    def warnings_open(self) -> Figure:
        """Warnings that are not released on the day."""
        return self._of_warnings("warnings_open", lambda each: each.is_open, standing=True)

    def _of_warnings(
        self, name: str, wanted: Callable[[Handled], bool], *, standing: bool = False
    ) -> Figure:
        chosen = [each.warning for each in self._warnings if wanted(each)]
        sources = {record.fact: record for record in self.folds.all("risk_warning")}
        rows = [_row(sources[each.fact]) for each in chosen if each.fact in sources]
        return self._figure(name, "count", rows, standing=standing)

    @cached_property
    def _notices(self) -> tuple[Rectification, ...]:
        return tuple(
            each for each in rectifications(self.view) if self._is_record_mine(each.notice)
        )

    @property
    def rectifications_issued(self) -> Figure:
        """Notices issued in the period."""
        found = [n for n in self._notices if n.notice.effective_on >= self.first]
        return self._of_notices("rectifications_issued", found)

    @property
    def rectifications_done(self) -> Figure:
        """Notices whose re-check was passed in the period."""
        found = [
            n for n in self._notices if not n.is_open and (n.checked_on or date.min) >= self.first
        ]
        return self._of_notices("rectifications_done", found)

    @property
    def rectifications_open(self) -> Figure:
        """Notices that are not done on the day."""
        found = [n for n in self._notices if n.is_open]
        return self._of_notices("rectifications_open", found, standing=True)

    @property
    def rectifications_overdue(self) -> Figure:
        """Of them, those past their deadline."""
        found = [n for n in self._notices if n.state == OVERDUE]
        return self._of_notices("rectifications_overdue", found, standing=True)

    def _of_notices(
        self, name: str, notices: Iterable[Rectification], *, standing: bool = False
    ) -> Figure:
        return self._figure(
            name, "count", [_row(each.notice) for each in notices], standing=standing
        )

    @cached_property
    def sheets(self) -> tuple[Filled, ...]:
        """Sheets of points filled in the period."""
        return tuple(
            each
            for each in filled(self.view)
            if each.score.effective_on >= self.first and self._is_record_mine(each.score)
        )

    @property
    def sheets_filled(self) -> Figure:
        """How many they are."""
        return self._figure("sheets_filled", "count", [_row(each.score) for each in self.sheets])

    @property
    def sheets_failed(self) -> Figure:
        """Those below the pass mark."""
        failed = [each.score for each in self.sheets if each.grade == "failed"]
        return self._figure("sheets_failed", "count", [_row(each) for each in failed])


def _row(record: Record, amount: int | None = None) -> FigureRow:
    return record.row(record.subject or record.effective_on.isoformat(), amount)
