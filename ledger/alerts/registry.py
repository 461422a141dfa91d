"""All alerts by name. A new one is a file beside this and a line here."""

from __future__ import annotations

import dataclasses

from archive.ledger_settings import LedgerSettings
from extractors.wording import _
from ledger.alerts import claims, company_watch, funds_flow, invoices, other_lenders
from ledger.alerts.declaration import Alert

ALERTS: dict[str, Alert] = {
    each.name: each
    for each in (
        funds_flow.FLOWS_BACK,
        funds_flow.PAYEE_UNCLEAR,
        invoices.INVOICES_MISSING,
        invoices.INVOICES_DIFFER,
        other_lenders.DEBT_GROWTH,
        other_lenders.ADVERSE_CREDIT,
        company_watch.REGISTERED_CHANGES,
        company_watch.SEALS_NOT_UPDATED,
        company_watch.SETTLEMENT_LOW,
        company_watch.ACCOUNT_ABNORMAL,
        claims.RECONCILIATION_DIFFERS,
        claims.VALUE_DROP,
        claims.SECURITY_STATE,
    )
}


class UnknownAlert(Exception):
    """No alert has that name."""


class AlertMisdeclared(Exception):
    """An alert cannot work as it is declared."""


def alert_of(name: str) -> Alert:
    """Return the alert by its name or its title in any language. Raises UnknownAlert."""
    for alert in ALERTS.values():
        if name in (alert.name, *alert.titles.values()):
            return alert
    raise UnknownAlert(
        _("There is no alert {name}. Known: {known}.").format(name=name, known=", ".join(ALERTS))
    )


_KEYS = {each.name for each in dataclasses.fields(LedgerSettings)}
for _alert in ALERTS.values():
    if set(_alert.settings) - _KEYS:
        raise AlertMisdeclared(_alert.name)
