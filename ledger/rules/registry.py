"""All rules by name, in the order in which they are listed. A new one is a file beside this and a
line here."""

from __future__ import annotations

import dataclasses

from archive.ledger_settings import LedgerSettings
from extractors.wording import _
from ledger.rules.bad_loans import BAD_LOANS
from ledger.rules.classing_due import CLASSING_DUE
from ledger.rules.declaration import Rule
from ledger.rules.downgraded import COLLECT_EARLY, GATHER_ASSETS, PREPARE_SUIT
from ledger.rules.falling_due import FALLING_DUE
from ledger.rules.first_inspection import FIRST_INSPECTION
from ledger.rules.follow_up import FOLLOW_UP
from ledger.rules.household_complete import HOUSEHOLD_COMPLETE
from ledger.rules.large_clients import LARGE_CLIENTS
from ledger.rules.overdue import OVERDUE_RULES
from ledger.rules.rating_due import RATING_DUE
from ledger.rules.reconciling import RECONCILIATION_DUE
from ledger.rules.routine_inspection import ROUTINE_INSPECTION
from ledger.rules.securities import SECURITIES
from ledger.rules.time_limits import TIME_LIMITS
from ledger.rules.warnings_due import RAISE_WARNING, WARNING_STEP

RULES: dict[str, Rule] = {
    each.name: each
    for each in (
        FIRST_INSPECTION,
        ROUTINE_INSPECTION,
        COLLECT_EARLY,
        GATHER_ASSETS,
        PREPARE_SUIT,
        RAISE_WARNING,
        WARNING_STEP,
        *BAD_LOANS,
        *LARGE_CLIENTS,
        RECONCILIATION_DUE,
        RATING_DUE,
        *SECURITIES,
        *TIME_LIMITS,
        *FALLING_DUE,
        *CLASSING_DUE,
        *OVERDUE_RULES,
        *HOUSEHOLD_COMPLETE,
        *FOLLOW_UP,
    )
}


class UnknownRule(Exception):
    """No rule has that name."""


class RuleMisdeclared(Exception):
    """A rule cannot work as it is declared."""


def rule_of(name: str) -> Rule:
    """Return the rule by its name or its title in any language. Raises UnknownRule."""
    for rule in RULES.values():
        if name in (rule.name, *rule.titles.values()):
            return rule
    raise UnknownRule(
        _("There is no rule {name}. Known: {known}.").format(name=name, known=", ".join(RULES))
    )


_KEYS = {each.name for each in dataclasses.fields(LedgerSettings)}
for _rule in RULES.values():
    if set(_rule.settings) - _KEYS or ":" in _rule.name:
        raise RuleMisdeclared(_rule.name)
