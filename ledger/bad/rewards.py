"""清收奖励: what the rules in force would give for what came in. Proposals only: nothing is paid.

A rule counts for a receipt when it was in force that day and fits the loan as it stood the evening
before: its balance, and its class where the rule names one. Of several that fit, the one put in
force last. What went through write-offs and swaps earns nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from ledger.bad.picking import Classes, ever_bad, is_bad_on
from ledger.book import View
from ledger.channels import channel_code
from ledger.managing.responsibilities import Responsibilities
from ledger.records import Record
from ledger.states import LoanState, Repayment

# Channels by which somebody brought something in.
EARNING = frozenset({"money", "court", "asset"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reward:
    """What one receipt on a bad loan would earn.

    owed        principal owed the evening before, in fen
    rule        the rule that fits; None: none does, and nothing is proposed
    collector   who answers for the collection, else the loan officer; None: nobody is named
    reward      in fen, halves up; None without a rule
    """

    loan: LoanState
    receipt: Repayment
    class_code: str
    owed: int
    rule: Record | None
    collector: str | None
    reward: int | None

    @property
    def rate(self) -> Decimal | None:
        """Percent of the principal by the rule."""
        return _percent(self.rule, "rate") if self.rule else None


def rewards(view: View, first: date) -> Iterator[Reward]:
    """Yield what came in on bad loans from `first` to the view's day, by loan and day."""
    rules = view.records("reward_rule")
    answering = Responsibilities(view)
    for loan, history in ever_bad(view):
        named = answering.of_loan(loan, "collection")
        collector = named.text("person") if named else loan.manager
        for receipt in view.repayments_of(loan.account_id):
            before = receipt.on - timedelta(days=1)
            if receipt.on < first or not is_bad_on(history, before):
                continue
            if channel_code(receipt.channel) not in EARNING:
                continue
            owed = view.balance_on(loan.account_id, before)
            class_code = _class_on(history, before)
            rule = fitting(rules, receipt.on, owed, class_code)
            yield Reward(
                loan=loan,
                receipt=receipt,
                class_code=class_code,
                owed=owed,
                rule=rule,
                collector=collector,
                reward=_reward(rule, receipt) if rule else None,
            )


def fitting(rules: Sequence[Record], on: date, owed: int, class_code: str) -> Record | None:
    """Return the rule that counts for a loan on a day; None where none fits.

    rules  facts `reward_rule`, oldest first; a later one of the same name takes its place
    """
    in_force = {rule.subject: rule for rule in rules if rule.effective_on <= on}
    for rule in sorted(in_force.values(), key=lambda rule: rule.effective_on, reverse=True):
        until, below = rule.day("until_on"), rule.whole("below_fen")
        if until is not None and until < on:
            continue
        if owed < (rule.whole("from_fen") or 0) or (below is not None and owed >= below):
            continue
        if rule.values.get("class") in (None, class_code):
            return rule
    return None


def _class_on(history: Classes, day: date) -> str:
    return [code for on, code, _fact in history if on <= day][-1]


def _reward(rule: Record, receipt: Repayment) -> int:
    share = receipt.principal_fen * _percent(rule, "rate")
    share += receipt.interest_fen * _percent(rule, "interest_rate")
    return int((share / 100).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _percent(rule: Record, field: str) -> Decimal:
    value = rule.values.get(field)
    return value if isinstance(value, Decimal) else Decimal(0)
