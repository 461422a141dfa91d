"""[ledger] of hudang.toml: periods and amounts of post-loan rules, and exceptions from them."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cache
from typing import Any

from extractors.wording import _

# Ways of securing a loan by which the table of routine inspections can be told apart.
GUARANTEES = ("any", "credit", "guarantee", "joint", "mortgage", "pledge", "combined")

# Tables of class rules (ledger.classing.tables), the one that counts by itself first.
CLASS_TABLES = ("measures_2023", "days_past_due", "rural_2006")
# The classes a step may lead to, as ledger.classes names them.
CLASSES = ("normal", "special_mention", "substandard", "doubtful", "loss")


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerSettings:
    """Periods and amounts of post-loan rules that differ between institutions."""

    # Days after a drawdown within which the first inspection is due.
    first_inspection_days: int = 30
    # Days between routine inspections.
    routine_inspection_days: int = 90
    # Other periods by guarantee and amount, as "GUARANTEE:FROM_YUAN=DAYS", such as
    # "any:1000000=30" or "pledge:0=180"; the first that fits a loan counts.
    routine_inspections: tuple[str, ...] = ()
    # The institution's net capital in yuan, for limits; 0: not known, no limit is judged.
    capital_yuan: int = 0
    # What one loan may be at most, in percent of the capital.
    loan_limit_percent: float = 5.0
    # What one household may owe at most, in percent of the capital.
    household_limit_percent: float = 10.0
    # What a group of connected clients may owe at most, in percent of the capital.
    group_limit_percent: float = 15.0
    # Months between inspections of a bad loan.
    bad_loan_check_months: int = 1
    # Months between surveys of the risk of a bad loan.
    bad_loan_survey_months: int = 3
    # Amount in yuan from which a loan is large: inspected by itself, with a written report.
    large_loan_yuan: int = 500000
    # Months between inspections of a large loan.
    large_loan_months: int = 3
    # Clients by all they owe, as "TIER:FROM_YUAN", the largest first: large, middle, small.
    size_tiers: tuple[str, ...] = ("large:1000000", "middle:200000", "small:0")
    # Months between off-site checks of a large client.
    offsite_months: int = 1
    # Months between on-site checks of a large client.
    onsite_months: int = 3
    # Months between reconciliations with borrower, guarantor, collateral and vault.
    reconciliation_months: int = 3
    # Months between ratings of a household.
    rating_months: int = 3
    # Months between appraisals of a security.
    reappraisal_months: int = 12
    # Days before the end of an insurance by which it is to be renewed.
    insurance_lead_days: int = 30
    # Days after the drawdown by which a mortgage must be registered.
    registration_days: int = 15
    # Days before the end of a registration by which it is to be renewed.
    registration_lead_days: int = 60
    # Years until a claim lapses (诉讼时效), from the due date or the last effective reminder.
    limitation_years: int = 3
    # Days before a claim lapses by which it must have been interrupted.
    limitation_lead_days: int = 90
    # Months after the due date in which a guarantor can be held to it, where nothing is agreed.
    guarantee_period_months: int = 6
    # Days before the end of the guarantee period by which the guarantor must have been asked.
    guarantee_lead_days: int = 30
    # Months ahead in which the reminder of a loan's maturity is sent.
    maturity_notice_months: int = 1
    # Days before the due date by which it must be decided how a loan is to be settled.
    due_handling_lead_days: int = 15
    # Days after the end of a month or quarter by which its classes must be there.
    classification_days: int = 10
    # Days overdue after which cause and responsibility must be recorded.
    overdue_cause_days: int = 10
    # Days between reminders to a borrower who is overdue or in arrears with interest.
    collection_days: int = 30
    # Days after the drawdown, or after a loan turned bad, by which a household must have its
    # class, target, plan and file.
    household_days: int = 30
    # Days in which suspicious information is looked into, where no deadline is set.
    investigation_days: int = 7
    # Days before its due date from which on a task counts as due soon.
    due_soon_days: int = 7
    # Days overdue after which a task goes to the head of the unit.
    unit_head_after_days: int = 7
    # Days overdue after which a task goes to the head of the department.
    department_after_days: int = 30
    # Tables of class rules for a product or a unit, as "product:NAME=TABLE" or "unit:NAME=TABLE";
    # the first that fits counts, measures_2023 for all others (hudang ledger class-tables).
    class_tables: tuple[str, ...] = ()
    # Other days of a table of class rules, as "TABLE:GUARANTEE:OVER_DAYS=CLASS"; those of one table
    # and guarantee take the place of all it has for that guarantee.
    class_steps: tuple[str, ...] = ()
    # Days overdue that count as a technical delay and leave a loan's class alone.
    technical_delay_days: int = 7
    # Months for which a bad loan must have been paid properly before its class may be better.
    upgrade_months: int = 6
    # Months for which a restructured loan stays under observation.
    observation_months: int = 12
    # Days after a payment within which it must be known where the money went in the end.
    flow_trace_days: int = 30
    # Days after a purchase contract within which its invoices are in, where it does not say.
    invoice_days: int = 90
    # Percent by which short-term debt to others may grow between two dates.
    debt_growth_percent: int = 20
    # Registered changes of persons in a period that are one too many.
    changes_too_many: int = 2
    # Months in which registered changes are counted together.
    change_months: int = 12
    # Days after a registered change within which the seals must be updated.
    seal_days: int = 30
    # Percent of the agreed settlement volume that must be reached.
    settlement_percent: int = 100
    # Percent by which the value of a security may fall.
    value_drop_percent: int = 20
    # Days in which a warning is raised for what the alerts found.
    warning_days: int = 3
    # Days after a step from 关注 to a bad class in which collection, assets and suit are seen to.
    downgrade_days: int = 15
    # Other values for a product or a unit, as "product:NAME:KEY=NUMBER" or "unit:NAME:KEY=NUMBER";
    # the first that fits counts.
    exceptions: tuple[str, ...] = ()

    def of(self, product: str | None, unit: str | None) -> LedgerSettings:
        """Return the settings that count for a loan of a product and a unit.

        An exception for `routine_inspection_days` comes before the table of routine inspections.
        """
        own = {"product": product, "unit": unit}
        changed: dict[str, Any] = {}
        for text in self.exceptions:
            what, name, key, value = exception(text)
            if own[what] == name and key not in changed:
                changed[key] = value
        if "routine_inspection_days" in changed:
            changed["routine_inspections"] = ()
        return dataclasses.replace(self, **changed) if changed else self

    def class_table(self, product: str | None, unit: str | None) -> str:
        """Return the name of the table of class rules that counts for a product and a unit."""
        own = {"product": product, "unit": unit}
        for text in self.class_tables:
            what, name, table = class_table(text)
            if own[what] == name:
                return table
        return CLASS_TABLES[0]

    def routine_days(self, guarantee: str | None, amount_fen: int) -> int:
        """Return the days between routine inspections of a loan of that guarantee and amount."""
        for text in self.routine_inspections:
            way, from_fen, days = routine(text)
            if way in ("any", guarantee) and amount_fen >= from_fen:
                return days
        return self.routine_inspection_days

    def tier(self, owed_fen: int) -> str | None:
        """Return the size of a client who owes that much; None where no tier begins so low."""
        for text in self.size_tiers:
            name, from_fen = tier(text)
            if owed_fen >= from_fen:
                return name
        return None


def exception(text: str) -> tuple[str, str, str, int]:
    """Return what an exception is for, its name, its key and the number.

    Raises ValueError with the sentence to show.
    """
    head, _equals, number = text.rpartition("=")
    named, _colon, key = head.rpartition(":")
    what, _colon, name = named.partition(":")
    key = key.strip()
    known = [each.name for each in dataclasses.fields(LedgerSettings) if each.type == "int"]
    if what.strip() not in ("product", "unit") or not name.strip() or not number.strip().isdigit():
        raise ValueError(
            _(
                "exceptions: “{text}” is not understood. Write product:NAME:KEY=NUMBER or "
                "unit:NAME:KEY=NUMBER."
            ).format(text=text)
        )
    if key not in known:
        raise ValueError(
            _("exceptions: “{text}”: there is no number {key}. Known: {known}.").format(
                text=text, key=key, known=", ".join(known)
            )
        )
    return what.strip(), name.strip(), key, int(number)


def class_table(text: str) -> tuple[str, str, str]:
    """Return product or unit, its name, and the table of class rules that it goes by.

    Raises ValueError with the sentence to show.
    """
    head, _equals, table = text.rpartition("=")
    what, _colon, name = head.partition(":")
    what, name, table = what.strip(), name.strip(), table.strip()
    if what not in ("product", "unit") or not name or table not in CLASS_TABLES:
        raise ValueError(
            _(
                "class_tables: “{text}” is not understood. Write product:NAME=TABLE or "
                "unit:NAME=TABLE; tables: {known}."
            ).format(text=text, known=", ".join(CLASS_TABLES))
        )
    return what, name, table


def class_step(text: str) -> tuple[str, str, int, str]:
    """Return table, guarantee, days and the class of a loan overdue for more.

    Raises ValueError with the sentence to show.
    """
    head, _equals, grade = text.partition("=")
    parts = [part.strip() for part in head.split(":")]
    grade = grade.strip()
    if (
        len(parts) != 3
        or parts[0] not in CLASS_TABLES
        or parts[1] not in GUARANTEES
        or not parts[2].isdigit()
        or grade not in CLASSES
    ):
        raise ValueError(
            _(
                "class_steps: “{text}” is not understood. Write TABLE:GUARANTEE:OVER_DAYS=CLASS; "
                "tables: {tables}; guarantees: {guarantees}; classes: {classes}."
            ).format(
                text=text,
                tables=", ".join(CLASS_TABLES),
                guarantees=", ".join(GUARANTEES),
                classes=", ".join(CLASSES),
            )
        )
    return parts[0], parts[1], int(parts[2]), grade


@cache
def routine(text: str) -> tuple[str, int, int]:
    """Return the guarantee, the least amount in fen and the days of a line of the table.

    Raises ValueError with the sentence to show.
    """
    way, _colon, rest = text.partition(":")
    amount, _equals, days = rest.partition("=")
    way, amount, days = way.strip(), amount.strip(), days.strip()
    if way not in GUARANTEES or not amount.isdigit() or not days.isdigit() or not int(days):
        raise ValueError(
            _(
                "routine_inspections: “{text}” is not understood. Write GUARANTEE:FROM_YUAN=DAYS; "
                "guarantees: {known}."
            ).format(text=text, known=", ".join(GUARANTEES))
        )
    return way, int(amount) * 100, int(days)


@cache
def tier(text: str) -> tuple[str, int]:
    """Return the name and the least debt in fen of a tier.

    Raises ValueError with the sentence to show.
    """
    name, _colon, amount = text.partition(":")
    name, amount = name.strip(), amount.strip()
    if name not in ("large", "middle", "small") or not amount.isdigit():
        raise ValueError(
            _(
                "size_tiers: “{text}” is not understood. Write large:FROM_YUAN, middle:FROM_YUAN "
                "or small:FROM_YUAN."
            ).format(text=text)
        )
    return name, int(amount) * 100


def check(chosen: LedgerSettings) -> tuple[str, str] | None:
    """Return the first text in [ledger] that is not understood, and what to say; None: all are."""
    readers = (
        (chosen.routine_inspections, routine),
        (chosen.size_tiers, tier),
        (chosen.class_tables, class_table),
        (chosen.class_steps, class_step),
        (chosen.exceptions, exception),
    )
    for texts, read in readers:
        for text in texts:
            try:
                read(text)
            except ValueError as refused:
                return text, str(refused)
    return None
