"""Cases in court as they stand: every step in court and of enforcement, folded by case number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.bad.folds import Folds, by_subject, in_order, latest, summed
from ledger.kinds.declaration import FieldValue
from ledger.records import Record


@dataclass(frozen=True, slots=True)
class Lawsuit:
    """One case: its steps in court, the steps by which the judgement is enforced; oldest first."""

    case_no: str
    steps: tuple[Record, ...]
    enforcement: tuple[Record, ...]

    @property
    def every(self) -> tuple[Record, ...]:
        """All steps, oldest first; at least one."""
        return tuple(sorted((*self.steps, *self.enforcement), key=in_order))

    def said(self, field: str) -> FieldValue | None:
        """Return what was last stated in a field, in court or of enforcement."""
        found = latest(self.steps, field)
        return latest(self.enforcement, field) if found is None else found

    @property
    def accounts(self) -> frozenset[int]:
        """The loans it is about; none where it is about a household as a whole."""
        return frozenset(each.account_id for each in self.every if each.account_id is not None)

    @property
    def household_id(self) -> int | None:
        """Whose debt it is about."""
        return next((each.household_id for each in self.every if each.household_id), None)

    @property
    def filed_on(self) -> date | None:
        """The day of the first step that says 立案."""
        filed = [each for each in self.steps if each.text("stage") == "filed"]
        return filed[0].effective_on if filed else None

    @property
    def stage(self) -> Record | None:
        """The last step in court that names a stage."""
        return next((each for each in reversed(self.steps) if each.text("stage")), None)

    @property
    def enforced(self) -> Record | None:
        """The last step of enforcement that names one."""
        return next((each for each in reversed(self.enforcement) if each.text("step")), None)

    @property
    def costs_fen(self) -> int | None:
        """What was paid for the case, all steps together; None where nobody said."""
        return summed(self.steps, "cost_fen")

    @property
    def collected_fen(self) -> int | None:
        """What enforcement brought in by what its steps say; None where nobody said."""
        return summed(self.enforcement, "received_fen")

    @property
    def is_open(self) -> bool:
        """Whether something may still come of it."""
        over = self.stage is not None and self.stage.text("stage") in ("closed", "withdrawn")
        if self.enforced is not None:
            return self.enforced.text("step") != "finished"
        return not over


def lawsuits(folds: Folds) -> tuple[Lawsuit, ...]:
    """Return all cases up to the view's day, by the day of their first step."""
    steps, enforcement = by_subject(folds.all("litigation")), by_subject(folds.all("execution"))
    cases = [
        Lawsuit(case_no, tuple(steps.get(case_no, ())), tuple(enforcement.get(case_no, ())))
        for case_no in dict.fromkeys((*steps, *enforcement))
    ]
    return tuple(sorted(cases, key=lambda case: in_order(case.every[0])))
