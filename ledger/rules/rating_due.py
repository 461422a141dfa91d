"""信用评级: each household that owes is rated anew in each period."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.rules.declaration import Due, Rule, titles
from ledger.rules.desk import Desk
from ledger.rules.repeating import each_period


def dues(desk: Desk) -> Iterator[Due]:
    """A rating in the period counts."""
    for household in desk.households:
        done = [
            (each.on, each.fact) for each in desk.of_household("rating", household.household_id)
        ]
        months = desk.settings(household.loans[0]).rating_months
        yield from each_period(household, desk.as_of, months, household.since, done)


RATING_DUE = Rule(
    name="rating_due",
    titles=titles("信用评级到期", "Calificación pendiente", "Rating due"),
    what=titles(
        "按期对有贷款余额的客户重新评级，数据百分之百准确；当期的评级登记为完成",
        "Se califica de nuevo a cada cliente con saldo en cada período; se cumple con la "
        "calificación registrada",
        "Each household that owes is rated in each period, on exact data; done by a rating in it",
    ),
    source="credit rating each quarter, data exact (m074, m082)",
    dues=dues,
    form="rating",
    settings=("rating_months",),
)
