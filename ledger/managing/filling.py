"""Filling a sheet of points: what a person says was lost, checked against the sheet, as facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from extractors.wording import _
from ledger.kinds.assessment import SCORE, SCORE_ITEM
from ledger.kinds.declaration import FieldValue, Kind
from ledger.kinds.layout import content_of, key_of
from ledger.recording import FactRefused, NewFact
from ledger.scores import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """Points that an item lost, why, by which rule, and on which loans."""

    item: str
    points: Decimal
    fault: str = ""
    rule_no: str = ""
    loans: str = ""


def loss_of(text: str) -> Loss:
    """Return "1.1=4;fault;rule;loans" as a loss; Chinese signs do as well. Raises FactRefused."""
    item, equals, rest = text.replace("＝", "=").replace("；", ";").partition("=")
    parts = [part.strip() for part in rest.split(";", 3)]
    try:
        points = Decimal(parts[0])
    except InvalidOperation:
        points = Decimal(-1)
    if not equals or not points.is_finite() or points <= 0:
        raise FactRefused(
            _("“{said}” is no loss of points. Write ITEM=POINTS;FAULT;RULE;LOANS.").format(
                said=text
            )
        )
    parts += [""] * 3
    return Loss(item=item.strip(), points=points, fault=parts[1], rule_no=parts[2], loans=parts[3])


def filled_sheet(
    sheet: Sheet,
    losses: Sequence[Loss],
    *,
    on: date,
    language: str,
    unit: str | None = None,
    person: str | None = None,
    inspectors: str | None = None,
) -> list[NewFact]:
    """Return the facts of a filled sheet: the score, then each loss.

    An item may lose points for several faults, but no more than it is worth.
    Raises FactRefused, and UnknownSheet for an item that is not on the sheet.
    """
    if not (unit or person):
        raise FactRefused(_("Say whose sheet it is: --unit NAME or --person NAME."))
    for item in sheet.items:
        lost = sum((each.points for each in losses if each.item == item.code), Decimal(0))
        if lost > item.points:
            raise FactRefused(
                _("Item {item} is worth {points} points; {lost} cannot be lost.").format(
                    item=item.code, points=item.points, lost=lost
                )
            )
    about: dict[str, FieldValue] = {"on": on, "sheet": sheet.titles[language]}
    about |= {k: v for k, v in (("scored_unit", unit), ("person", person)) if v}
    score = about | ({"inspectors": inspectors} if inspectors else {})
    facts = [_fact(SCORE, score, on)]
    for each in losses:
        sheet.item(each.item)
        said = {"fault": each.fault, "rule_no": each.rule_no, "loans": each.loans}
        values = about | {"item": each.item, "lost": each.points}
        facts.append(_fact(SCORE_ITEM, values | {k: v for k, v in said.items() if v}, on))
    return facts


def _fact(kind: Kind, values: dict[str, FieldValue], on: date) -> NewFact:
    return NewFact(
        table="record",
        key=key_of(kind, values),
        effective_on=on,
        content=content_of(kind, values),
        repeats=kind.repeats,
    )
