"""What the office has set itself for a coming period, as far as the ledger holds it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ledger.book import View
from ledger.figure import Figure
from ledger.managing.performance import managers
from ledger.managing.plans import Plans
from ledger.measures.lending import planned
from ledger.spans import Span
from templates.year_targets import year_targets

# Fields of the kind manager_target.
OF_OFFICERS = ("deposits_fen", "principal_fen", "interest_fen", "bad_fen", "marketing_fen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Goals:
    """Figures without a value where nothing is set.

    granted, balance, recovered  of the year's plan (年度计划)
    officers                     by name, by field of `manager_target`
    office                       set for the year, by indicator; nothing for a part of a year
    """

    granted: Figure
    balance: Figure
    recovered: Figure
    officers: Mapping[str, Mapping[str, Figure]]
    office: Mapping[str, Figure] = field(default_factory=dict)

    @property
    def bad_collected(self) -> Figure:
        """What is to come in from bad loans: the office's target, else the sum of the officers'."""
        return self.office.get("npl_recovered_sum") or self.together("bad_fen")

    def together(self, what: str) -> Figure:
        """Return the sum of what officers are to reach; without a value where nobody is."""
        known = [one[what] for one in self.officers.values() if one[what].value is not None]
        rows = tuple(row for one in known for row in one.rows)
        return Figure(
            name=f"targets({what.removesuffix('_fen')})",
            value=sum(int(one.value or 0) for one in known) if known else None,
            unit="fen",
            query=f"manager_target: {what}",
            as_of=self.granted.as_of,
            rows=rows,
        )


def goals_of(view: View, span: Span, day: date) -> Goals:
    """Return what is set for `span`; targets of a period count from its beginning on."""
    start, end = view.at(day), view.at(span.last)
    people, code_of = managers(start)
    plans = Plans(end, span, code_of, people)
    named = dict(view.scope).get("manager")
    return Goals(
        granted=planned(end, span, "granted_sum"),
        balance=planned(end, span, "outstanding_balance"),
        recovered=planned(end, span, "recovered_sum"),
        officers={
            person: {one: plans.plan(person, one) for one in OF_OFFICERS}
            for person in sorted({*people, *(() if view.scope else plans.people)})
            if named in (None, person)
        },
        office=year_targets(start, span.first.year) if span.kind == "year" else {},
    )
