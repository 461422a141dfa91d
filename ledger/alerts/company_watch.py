"""公示信息、印鉴、结算、账户: borrowers that change hands, or take their business elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.wording import _
from ledger.alerts.declaration import Alert, Signal, titles
from ledger.kinds.company_watch import PERSONS
from ledger.rules.calendar import plus_days, plus_months
from ledger.rules.desk import Desk
from ledger.rules.subjects import Household


def _with(desk: Desk, kind: str) -> Iterator[Household]:
    named = {each.household_id for each in desk.facts(kind)}
    return (each for each in desk.households if each.household_id in named)


def _changes(desk: Desk) -> Iterator[Signal]:
    """Counted back from the last change; a period is as long as the settings say."""
    for household in _with(desk, "registered_change"):
        chosen = desk.settings(household.loans[0])
        since = plus_months(desk.as_of, -chosen.change_months)
        found = [
            each
            for each in desk.of_household("registered_change", household.household_id)
            if each.text("what") in PERSONS and each.on > since
        ]
        if len(found) >= chosen.changes_too_many:
            yield Signal(
                household,
                found[-1].on,
                _(
                    "{count} registered changes of persons in {months} months; early repayment is "
                    "proposed"
                ).format(count=len(found), months=chosen.change_months),
                tuple(each.fact for each in found),
            )


def _seals(desk: Desk) -> Iterator[Signal]:
    for household in _with(desk, "registered_change"):
        days = desk.settings(household.loans[0]).seal_days
        every = desk.of_household("registered_change", household.household_id)
        updated = [each.on for each in every if each.is_so("seals_updated")]
        for each in every:
            by = plus_days(each.on, days)
            done = any(day >= each.on for day in updated)
            if each.text("what") in PERSONS and not done and desk.as_of > by:
                yield Signal(
                    household,
                    plus_days(by, 1),
                    _("the seals were not updated after the registered change of {day}").format(
                        day=each.on.isoformat()
                    ),
                    (each.fact,),
                )


def _settlement(desk: Desk) -> Iterator[Signal]:
    for household in _with(desk, "settlement"):
        last = desk.of_household("settlement", household.household_id)[-1]
        agreed, settled = last.fen("agreed_fen"), last.fen("settled_fen") or 0
        percent = desk.settings(household.loans[0]).settlement_percent
        if agreed and settled * 100 < agreed * percent:
            yield Signal(
                household,
                last.on,
                _("settled {settled} of {agreed} yuan agreed in the quarter to {day}").format(
                    settled=f"{settled / 100:,.2f}",
                    agreed=f"{agreed / 100:,.2f}",
                    day=last.on.isoformat(),
                ),
                (last.fact,),
            )


def _accounts(desk: Desk) -> Iterator[Signal]:
    for household in _with(desk, "account_watch"):
        last = {
            each.text("account"): each
            for each in desk.of_household("account_watch", household.household_id)
        }
        for each in last.values():
            if each.text("state") in ("abnormal", "frozen"):
                text = _("an account under supervision is not in order")
                yield Signal(household, each.on, text, (each.fact,))


REGISTERED_CHANGES = Alert(
    name="registered_changes",
    titles=titles("公示信息频繁变更", "Cambios registrales frecuentes", "Registered changes"),
    advice=titles(
        "发起风险预警，建议提前收回贷款",
        "Emitir alerta y proponer el pago anticipado",
        "Raise a warning and propose early repayment",
    ),
    source="method 7 of ten: more than one change (m085)",
    find=_changes,
    settings=("changes_too_many", "change_months"),
)
SEALS_NOT_UPDATED = Alert(
    name="seals_not_updated",
    titles=titles("变更后未更换印鉴", "Firmas no actualizadas", "Seals not updated"),
    advice=titles(
        "要求借款人到行更换预留印鉴，查明变更原因",
        "Exigir la actualización de las firmas y averiguar el motivo del cambio",
        "Have the seals updated and find out why the change was made",
    ),
    source="method 7 of ten (m085)",
    find=_seals,
    settings=("seal_days",),
)
SETTLEMENT_LOW = Alert(
    name="settlement_low",
    titles=titles("结算量低于约定", "Operaciones por debajo de lo pactado", "Settlement too low"),
    advice=titles(
        "核对他行结算、报表和发票，判断偿债能力，督促归行",
        "Cotejar con otros bancos, estados y facturas; exigir que opere aquí",
        "Compare with other banks, statements and invoices; have the business brought back",
    ),
    source="method 8 of ten (m086)",
    find=_settlement,
    settings=("settlement_percent",),
)
ACCOUNT_ABNORMAL = Alert(
    name="account_abnormal",
    titles=titles("监管账户异常", "Cuenta vigilada anómala", "Account not in order"),
    advice=titles(
        "查明异常原因，必要时止付",
        "Averiguar la causa; retener pagos si hace falta",
        "Find the cause; stop payments if need be",
    ),
    source="account supervision (m086)",
    find=_accounts,
)
