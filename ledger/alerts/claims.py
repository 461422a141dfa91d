"""债权核对、抵质押物: claims that are not acknowledged, securities that lose value or are gone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from extractors.wording import _
from ledger.alerts.declaration import Alert, Signal, titles
from ledger.rules.desk import Desk, Stated
from ledger.rules.subjects import Security

_STATES = ("worn", "let", "seized", "gone")


def _reconciled(desk: Desk) -> Iterator[Signal]:
    for household in desk.households:
        last: dict[tuple[str, str, int | None], Stated] = {}
        for each in desk.of_household("reconciliation", household.household_id):
            last[each.text("party") or "", each.text("whom") or "", each.account_id] = each
        for each in last.values():
            if each.text("result") in ("differs", "refused"):
                about = desk.loan_of.get(each.account_id or 0, household)
                text = (
                    _("a reconciliation was refused")
                    if each.text("result") == "refused"
                    else _("a reconciliation does not agree")
                )
                yield Signal(about, each.on, text, (each.fact,))


def values(desk: Desk, security: Security) -> list[tuple[date, int, str]]:
    """Return what a security was worth each time somebody said so: day, fen, fact; oldest first."""
    found = [
        (each.on, value, each.fact)
        for kind in ("appraisal", "security_check")
        for each in desk.of_security(kind, security)
        if (value := each.fen("value_fen")) is not None
    ]
    if security.value_fen is not None:
        first = security.appraised_on or security.registered_on or security.loan.granted_on
        found.append((first, security.value_fen, security.fact))
    return sorted(found)


def _value(desk: Desk) -> Iterator[Signal]:
    for security in desk.securities:
        stated = values(desk, security)
        if len(stated) < 2:
            continue
        first, last = stated[0], stated[-1]
        percent = desk.settings(security.loan).value_drop_percent
        if last[1] * 100 < first[1] * (100 - percent):
            yield Signal(
                security.loan,
                last[0],
                _("a security fell in value from {first} to {last} yuan").format(
                    first=f"{first[1] / 100:,.2f}", last=f"{last[1] / 100:,.2f}"
                ),
                (first[2], last[2]),
            )


def _state(desk: Desk) -> Iterator[Signal]:
    for security in desk.securities:
        checks = desk.of_security("security_check", security)
        if checks and checks[-1].text("state") in _STATES:
            last = checks[-1]
            text = _("a security is not as it was when it was given")
            yield Signal(security.loan, last.on, text, (last.fact, security.fact))


RECONCILIATION_DIFFERS = Alert(
    name="reconciliation_differs",
    titles=titles("债权核对不符", "Conciliación no conforme", "Reconciliation differs"),
    advice=titles(
        "查明差异，取得书面确认，防止债权瑕疵",
        "Aclarar la diferencia y obtener confirmación escrita",
        "Clear up the difference and have it confirmed in writing",
    ),
    source="method 6 of ten (m084)",
    find=_reconciled,
)
VALUE_DROP = Alert(
    name="value_drop",
    titles=titles("抵质押物价值大幅下降", "Caída de valor de la garantía", "Security lost value"),
    advice=titles(
        "要求补充担保或压缩贷款",
        "Pedir más garantía o reducir el crédito",
        "Ask for more security, or cut the loan",
    ),
    source="methods 6 and 10 of ten (m056, m088)",
    find=_value,
    settings=("value_drop_percent",),
)
SECURITY_STATE = Alert(
    name="security_state",
    titles=titles("抵质押物状态异常", "Garantía alterada", "Security not in order"),
    advice=titles(
        "现场核实，采取保全措施",
        "Comprobar in situ y asegurar el bien",
        "Check on site and secure it",
    ),
    source="method 10 of ten (m088)",
    find=_state,
)
