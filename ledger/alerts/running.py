"""All signals of a day, each with the warning that was raised for it, if one was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ledger.alerts.declaration import Alert, Signal
from ledger.alerts.registry import ALERTS
from ledger.rules.desk import Desk, Stated
from ledger.rules.subjects import Household, Loan


@dataclass(frozen=True, slots=True)
class Raised:
    """A signal with its alert; `warning` is the fact `risk_warning` that answers it, or None."""

    alert: Alert
    signal: Signal
    warning: Stated | None

    @property
    def loan(self) -> Loan | None:
        """The loan it is about; None: the whole household."""
        return self.signal.about if isinstance(self.signal.about, Loan) else None

    @property
    def exposure_fen(self) -> int:
        """What is owed on what it is about."""
        about = self.signal.about
        return about.balance_fen if isinstance(about, Loan) else about.owed_fen

    def is_about(self, loan: Loan) -> bool:
        """Whether it concerns a loan: it alone, or its household."""
        if isinstance(self.signal.about, Household):
            return self.signal.about.household_id == loan.household_id
        return self.signal.about.account_id == loan.account_id


def signals(desk: Desk) -> Iterator[Raised]:
    """Yield everything that any alert finds on a day."""
    for alert in ALERTS.values():
        for signal in alert.find(desk):
            yield Raised(alert, signal, _answer(desk, alert, signal))


def _answer(desk: Desk, alert: Alert, signal: Signal) -> Stated | None:
    """The first warning that names the alert, raised about it since the signal could be seen."""
    names = {_bare(name) for name in (alert.name, *alert.titles.values())}
    loan = signal.about if isinstance(signal.about, Loan) else None
    for each in desk.of_household("risk_warning", signal.about.household_id):
        same = each.account_id is None or loan is None or each.account_id == loan.account_id
        if _bare(each.text("alert") or "") in names and each.on >= signal.since and same:
            return each
    return None


def _bare(name: str) -> str:
    """A name for comparison: forms drop the underscores that they take for blanks."""
    return "".join(name.replace("_", " ").split()).casefold()
