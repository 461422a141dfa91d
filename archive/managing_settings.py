"""[managing] of hudang.toml: who answers for which client, how work is scored."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ManagingSettings:
    """Who answers for which client, how post-loan work is scored, and what follows from it."""

    # Who manages large, middle and small clients ([ledger] size_tiers).
    large_client_owner: str = "行级干部"
    middle_client_owner: str = "客户部"
    small_client_owner: str = "营业单位"
    # Department that leads households without bad loans, and the one that leads the others.
    normal_department: str = "客户部"
    bad_department: str = "资产经营部"
    # Measures for client classes and intervals where a client has none of his own, as "NAME=TEXT".
    strategies: tuple[str, ...] = ()
    # Points of 100 below which a fine and a notice of rectification are proposed.
    pass_score: int = 80
    # Yuan of the fine, taken from a unit's 发展费用; 0: none is proposed.
    fine_yuan: int = 300
    # Yuan that a unit may be fined in a year; 0: no limit.
    fine_limit_yuan: int = 0
    # Days to put right what a notice of rectification names.
    rectification_days: int = 30
    # Points of a manager's score by what is measured; a weight of 0 leaves it out.
    deposits_weight: int = 20
    principal_weight: int = 25
    interest_weight: int = 25
    marketing_weight: int = 10
    inspections_weight: int = 10
    files_weight: int = 10
    # Percent up to which a plan that is surpassed counts.
    most_percent: int = 100
    # Yuan paid out a month for each point of a manager's score; 0: no pay-out is worked out.
    payout_yuan_a_point: int = 0
