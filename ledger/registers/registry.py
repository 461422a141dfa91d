"""All registers by name, and making the table of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from extractors.wording import _
from ledger.book import View
from ledger.kinds.registry import KINDS
from ledger.registers.ageing import AGEING
from ledger.registers.alert_register import ALERT_REGISTER
from ledger.registers.bad_categories import BAD_CATEGORIES, CATEGORY_MOVES, SIX_LEDGERS
from ledger.registers.bad_loans import BAD_LOANS, NPL_MOVEMENT
from ledger.registers.bad_summary import BAD_SUMMARY
from ledger.registers.class_suggestions import CLASS_SUGGESTIONS
from ledger.registers.collection_rewards import COLLECTION_REWARDS
from ledger.registers.collection_status import COLLECTION_STATUS
from ledger.registers.declaration import Register, RegisterTable, table_of
from ledger.registers.five_level_class import FIVE_LEVEL_CLASS
from ledger.registers.guarantee_mix import GUARANTEE_MIX
from ledger.registers.household_plans import HOUSEHOLD_PLANS
from ledger.registers.household_registers import LACKING, POST_LOAN, RESPONSIBLE
from ledger.registers.inspection_register import INSPECTION_REGISTER
from ledger.registers.kind_register import register_of
from ledger.registers.lawsuit_register import LAWSUITS
from ledger.registers.limit_register import LIMIT_REGISTER
from ledger.registers.loan_register import LOAN_REGISTER
from ledger.registers.loan_responsibility import LOAN_RESPONSIBILITY, NORMAL_LOANS
from ledger.registers.maturity import MATURITY
from ledger.registers.migration import MIGRATION
from ledger.registers.performance_register import PERFORMANCE
from ledger.registers.score_registers import COMPARISON, RECTIFICATIONS
from ledger.registers.security_register import SECURITY_REGISTER
from ledger.registers.settled_otherwise_registers import REPOSSESSED_ASSETS, SWAPPED, WRITTEN_OFF
from ledger.registers.target_lists import TARGET_LISTS
from ledger.registers.ten_methods import TEN_METHODS
from ledger.registers.village_groups import VILLAGE_GROUPS
from ledger.registers.warning_register import WARNING_REGISTER

_DECLARED: tuple[Register[Any], ...] = (
    FIVE_LEVEL_CLASS,
    CLASS_SUGGESTIONS,
    LOAN_REGISTER,
    MATURITY,
    INSPECTION_REGISTER,
    SECURITY_REGISTER,
    LIMIT_REGISTER,
    GUARANTEE_MIX,
    BAD_LOANS,
    BAD_SUMMARY,
    BAD_CATEGORIES,
    *SIX_LEDGERS,
    CATEGORY_MOVES,
    NPL_MOVEMENT,
    COLLECTION_STATUS,
    LAWSUITS,
    TEN_METHODS,
    ALERT_REGISTER,
    WARNING_REGISTER,
    AGEING,
    MIGRATION,
    RESPONSIBLE,
    POST_LOAN,
    LACKING,
    LOAN_RESPONSIBILITY,
    NORMAL_LOANS,
    PERFORMANCE,
    COMPARISON,
    RECTIFICATIONS,
    WRITTEN_OFF,
    SWAPPED,
    REPOSSESSED_ASSETS,
    HOUSEHOLD_PLANS,
    TARGET_LISTS,
    VILLAGE_GROUPS,
    COLLECTION_REWARDS,
    *(register_of(kind) for kind in KINDS.values()),
)
REGISTERS: dict[str, Register[Any]] = {each.name: each for each in _DECLARED}


class UnknownRegister(Exception):
    """No register has that name, or it has no such filter."""


def register(view: View, name: str, **filters: Any) -> RegisterTable:
    """Return the register `name` for a view; filters that are None do not filter.

    Raises UnknownRegister.
    """
    return chosen_register(view, name, filters)


def chosen_register(
    view: View, name: str, filters: Mapping[str, Any], *, full_ids: bool = False
) -> RegisterTable:
    """Return a register as `register` does; full_ids: with ID numbers that are masked otherwise."""
    if name not in REGISTERS:
        raise UnknownRegister(
            _("There is no register {name}. Known: {known}.").format(
                name=name, known=", ".join(REGISTERS)
            )
        )
    declared = REGISTERS[name]
    given = {key: value for key, value in filters.items() if value is not None}
    unknown = given.keys() - declared.filters
    if unknown:
        raise UnknownRegister(
            _("Register {name} cannot be filtered by {filters}. It knows: {known}.").format(
                name=name,
                filters=", ".join(sorted(unknown)),
                known=", ".join(sorted(declared.filters)),
            )
        )
    return table_of(declared, view, given, full_ids=full_ids)
