"""他行负债: short-term debt elsewhere that grows, and bad news from the credit bureau."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from extractors.wording import _
from ledger.alerts.declaration import Alert, Signal, titles
from ledger.rules.desk import Desk, Stated
from ledger.rules.subjects import Household


def short_term(desk: Desk, household: Household) -> list[tuple[date, int, tuple[str, ...]]]:
    """Return what is owed elsewhere for short terms, after each day it was stated: day, fen, facts.

    A debt without a term counts as short. A lender not named again keeps what was last stated.
    """
    held: dict[str, Stated] = {}
    found: dict[date, tuple[date, int, tuple[str, ...]]] = {}
    for each in desk.of_household("other_debt", household.household_id):
        if each.text("term") == "long":
            continue
        held[each.text("lender") or ""] = each
        owed = sum(one.fen("balance_fen") or 0 for one in held.values())
        found[each.on] = (each.on, owed, tuple(one.fact for one in held.values()))
    return list(found.values())


def _growth(desk: Desk) -> Iterator[Signal]:
    """Compared with what was owed when the household's oldest open loan was granted."""
    for household in _stated(desk, "other_debt"):
        stated = short_term(desk, household)
        granted = min(loan.granted_on for loan in household.loans)
        before = [each for each in stated if each[0] <= granted]
        first, last = (before or stated)[-1 if before else 0], stated[-1] if stated else None
        if last is None or last[0] == first[0]:
            continue
        percent = desk.settings(household.loans[0]).debt_growth_percent
        if last[1] * 100 > first[1] * (100 + percent):
            yield Signal(
                household,
                last[0],
                _("short-term debt elsewhere grew from {first} to {last} yuan since {day}").format(
                    first=f"{first[1] / 100:,.2f}",
                    last=f"{last[1] / 100:,.2f}",
                    day=first[0].isoformat(),
                ),
                tuple(dict.fromkeys((*first[2], *last[2]))),
            )


def _adverse(desk: Desk) -> Iterator[Signal]:
    for household in _stated(desk, "credit_query"):
        last: dict[str, Stated] = {}
        for each in desk.of_household("credit_query", household.household_id):
            last[each.text("whom") or ""] = each
        for each in last.values():
            if each.text("result") == "adverse":
                text = _("the credit bureau reports bad records")
                yield Signal(household, each.on, text, (each.fact,))


def _stated(desk: Desk, kind: str) -> Iterator[Household]:
    """Households that owe and of which there are facts of a kind."""
    named = {each.household_id for each in desk.facts(kind)}
    return (each for each in desk.households if each.household_id in named)


DEBT_GROWTH = Alert(
    name="other_debt_growth",
    titles=titles("他行短期借款增长", "Crece la deuda en otros bancos", "Debt elsewhere grows"),
    advice=titles(
        "查明新增借款用途和还款来源，高度关注；必要时压缩授信",
        "Averiguar para qué y con qué se pagará; reducir la línea si hace falta",
        "Find out what it is for and how it will be repaid; cut the line if need be",
    ),
    source="method 3 of ten (m081)",
    find=_growth,
    settings=("debt_growth_percent",),
)
ADVERSE_CREDIT = Alert(
    name="adverse_credit",
    titles=titles("征信出现不良记录", "Incidencias en la central", "Adverse credit record"),
    advice=titles(
        "核实不良记录并重新评估还款能力",
        "Comprobar la incidencia y revaluar la capacidad de pago",
        "Check the record and assess again whether he can pay",
    ),
    source="queries of the credit bureau (m069, m098)",
    find=_adverse,
)
