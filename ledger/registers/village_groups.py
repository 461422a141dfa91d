"""村组贷款清收台账: loans of villages and their groups, with what was done about them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ledger.bad.file import BadLoan, Desk
from ledger.book import View
from ledger.kinds.shared import titles
from ledger.registers import bad_columns as bad
from ledger.registers.declaration import Entry, Register


def rows(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[BadLoan]]:
    """Unpaid loans of households said to be village groups, by group; `bad_only`: bad ones."""
    desk = Desk(view)
    households = dict.fromkeys(
        each.household_id for each in desk.folds.all("village_group") if each.household_id
    )
    loans = [loan for one in households for loan in view.loans_of(one) if loan.is_open]
    for one in bad.chosen(desk.of(loans), filters):
        said = one.last("village_group")
        if said and (one.is_bad or not filters.get("bad_only")):
            yield Entry(one, said.fact, said.source)


VILLAGE_GROUPS = Register(
    name="village-groups",
    titles=titles("村组贷款清收台账", "Préstamos a grupos de aldea", "Village-group loans"),
    columns=(
        bad.UNIT,
        bad.HOUSEHOLD,
        bad.stated("village_group", "group"),
        bad.stated("village_group", "cadre"),
        bad.IOU_NO,
        bad.BALANCE,
        bad.ARREARS,
        bad.CLASS,
        bad.DUE_ON,
        bad.DAYS_OVERDUE,
        bad.stated("village_group", "resources"),
        bad.stated("village_group", "reported_to"),
        bad.stated("village_group", "answer"),
        bad.LAST_CONTACT,
        bad.MEASURES,
        bad.PROGRESS,
        bad.COLLECTOR,
        bad.MANAGER,
    ),
    rows=rows,
    filters=bad.FILTERS | {"bad_only"},
)
