"""What fell short, why as far as the ledger shows it, and what follows. Decides; does not word."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.figure import Figure
from ledger.kinds.formation_cause import FORMATION_CAUSE
from templates.derived import difference, how_many, less, share, together
from templates.sentence import Sentence
from templates.summaries import thresholds as at_least
from templates.summaries.breakdown import Breakdown
from templates.summaries.teller import Teller, size_of_change

_CAUSES = {
    choice.code: choice.titles
    for field in FORMATION_CAUSE.fields
    if field.key == "cause"
    for choice in field.choices
}


def shortfalls(tell: Teller) -> tuple[Sentence, ...]:
    """What fell short, each with where it did."""
    found = [tell.paragraph(part(tell)) for part in _SHORTFALLS]
    found = [one for one in found if one.text]
    if not found:
        found = [tell("faults.none")]
    found.append(tell("faults.others"))
    return tell.numbered(found)


def _plan(tell: Teller) -> Iterator[Sentence]:
    """Products that were lent less than planned: only at the end of the year."""
    now = tell.facts.now
    whole = tell.facts.span.kind == "year" and tell.facts.is_whole and not tell.facts.manager
    if not whole or now.plan_percent.value is None:
        return
    behind: list[tuple[str, Figure]] = [
        (one.product, less(one.planned, one.amount))
        for one in now.products
        if (one.plan_percent.value or 100) < 100
    ]
    behind.sort(key=lambda one: (-int(one[1].value or 0), one[0]))
    if now.plan_percent.value < 100:
        yield tell("faults.plan", percent=now.plan_percent)
        if behind:
            yield tell("faults.plan_products", names=tell.amounts("item.short", behind))
    elif behind:
        yield tell("faults.products_behind", names=tell.amounts("item.short", behind))


def _bad(tell: Teller) -> Iterator[Sentence]:
    facts = tell.facts
    end, start = facts.end, facts.start
    target = facts.targets.get("npl_balance")
    over = target is not None and (end.npl_balance.value or 0) > (target.value or 0)
    worse = start is not None and size_of_change(end.npl_balance, start.npl_balance) in _GROWN
    if worse and start is not None:
        step = difference(end.npl_balance, start.npl_balance)
        yield tell("faults.bad_grown", step=step, start=start.npl_balance, now=end.npl_balance)
        units = facts.parts["unit"].changes("npl_balance")
        if not facts.unit and len(units) > 1 and (units[0][2].value or 0) > 0:
            yield tell("faults.bad_unit", name=units[0][0], step=units[0][2])
    elif facts.now.new_npl_count.value:
        yield tell("faults.new_bad", count=facts.now.new_npl_count, amount=facts.now.new_npl_sum)
    if over and target is not None:
        yield tell("faults.bad_target", target=target, gap=less(end.npl_balance, target))


_GROWN = ("up", "fast", "sharp", "manifold", "from_nothing", "steady_up")


def _overdue(tell: Teller) -> Iterator[Sentence]:
    """Overdue loans grew: in which villages most."""
    facts, villages = tell.facts, tell.facts.parts["village"]
    end, start = facts.end, facts.start
    if start is None or size_of_change(end.overdue_balance, start.overdue_balance) not in _GROWN:
        held = _worth(villages.largest("overdue_balance"))
        if len(held) > 1 and start is None:
            yield tell("faults.overdue_where", names=tell.amounts("item", held))
        return
    grown = [(name, step) for name, _now, step in villages.changes("overdue_balance")]
    grown = _worth(grown)
    yield tell("faults.overdue_grown", step=difference(end.overdue_balance, start.overdue_balance))
    if grown:
        yield tell("faults.overdue_villages", names=tell.amounts("item.more", grown))


def _worth(found: list[tuple[str, Figure]]) -> list[tuple[str, Figure]]:
    return [one for one in found if (one[1].value or 0) >= at_least.SMALL_FEN]


def _due(tell: Teller) -> Iterator[Sentence]:
    now, units = tell.facts.now, tell.facts.parts["unit"]
    missing = less(now.due_principal, now.due_recovered)
    if (missing.value or 0) <= 0:
        return
    yield tell("faults.due", amount=missing)
    if tell.facts.unit or len(units.names) < 2:
        return
    by_unit: list[tuple[str, Figure]] = [
        (name, less(one, units.part("due_recovered", name)))
        for name, one in units.largest("due_principal")
    ]
    by_unit = _worth(sorted(by_unit, key=lambda one: (-int(one[1].value or 0), one[0])))
    if len(by_unit) > 1:
        yield tell("faults.where_units", names=tell.amounts("item", by_unit))
    elif by_unit:
        yield tell("faults.one_unit", name=by_unit[0][0])


def _interest(tell: Teller) -> Iterator[Sentence]:
    now, end, start = tell.facts.now, tell.facts.end, tell.facts.start
    missing = less(now.interest_due, now.interest_received)
    if (missing.value or 0) > 0:
        yield tell("faults.interest", amount=missing)
    villages = tell.facts.parts["village"]
    grown = start is not None and size_of_change(end.arrears_interest, start.arrears_interest) in (
        _GROWN
    )
    if grown:
        most = _over(villages.changes("arrears_interest"))
        if most:
            yield tell("faults.arrears_villages", names=tell.amounts("item.more", most))
    elif end.arrears_interest.value:
        held = _worth(villages.largest("arrears_interest"))
        if held:
            yield tell("faults.arrears_where", names=tell.amounts("item", held))


def _over(changes: list[tuple[str, Figure, Figure]]) -> list[tuple[str, Figure]]:
    return [(name, step) for name, _now, step in changes if (step.value or 0) >= at_least.SMALL_FEN]


def missed(tell: Teller) -> list[tuple[str, Figure]]:
    """Return the officers who missed inspections, most first, each with how many."""
    people: Breakdown = tell.facts.parts["manager"]
    if not people.has("inspections_due", "inspections_done"):
        return []
    found: list[tuple[str, Figure]] = [
        (name, less(one, people.part("inspections_done", name)))
        for name, one in people.largest("inspections_due")
    ]
    found = [one for one in found if (one[1].value or 0) > 0]
    return sorted(found, key=lambda one: (-int(one[1].value or 0), one[0]))


def _inspections(tell: Teller) -> Iterator[Sentence]:
    now = tell.facts.now
    lacking = less(now.inspections_due, now.inspections_done)
    if (lacking.value or 0) <= 0:
        return
    yield tell("faults.inspections", number=lacking)
    who = missed(tell)
    if tell.facts.manager or not who:
        return
    named = tell.listed(
        tell("item.times", name=name, figure=one) for name, one in who[: at_least.OFFICERS]
    )
    if len(who) > at_least.OFFICERS:
        number = how_many("managers", tuple(one for _name, one in who), lacking)
        yield tell("faults.inspections_many", number=number, names=named)
    else:
        yield tell("faults.inspections_who", names=named)


def _notices(tell: Teller) -> Iterator[Sentence]:
    done = tell.facts.done
    if done["rectifications_overdue"].value:
        yield tell("faults.notices", number=done["rectifications_overdue"])
    if done["sheets_failed"].value:
        yield tell("faults.sheets", number=done["sheets_failed"])


def _concentrated(tell: Teller) -> Iterator[Sentence]:
    end = tell.facts.end
    ten = share(end.top_ten_balance, end.outstanding_balance)
    many = (end.household_count.value or 0) > at_least.HOUSEHOLDS
    if many and (ten.value or 0) >= at_least.TOP_TEN:
        one = end.largest_borrower_balance
        yield tell("faults.concentrated", one=one, share=share(one, end.outstanding_balance),
                   ten=end.top_ten_balance, part=ten)  # fmt: skip


_SHORTFALLS = (_plan, _bad, _overdue, _due, _interest, _inspections, _notices, _concentrated)


def causes(tell: Teller) -> tuple[Sentence, ...]:
    """Causes that figures support; for the others a place to fill."""
    facts, now = tell.facts, tell.facts.now
    found: list[Sentence | None] = []
    if now.new_npl_count.value:
        told = list(_why_bad(tell))
        found.append(tell.paragraph([*told, tell("causes.bad_rest" if told else "causes.bad")]))
    missing = less(now.due_principal, now.due_recovered)
    if (missing.value or 0) > 0:
        found.append(tell("causes.due"))
    found.append(_why_arrears(tell))
    if (less(now.inspections_due, now.inspections_done).value or 0) > 0:
        found.append(_why_missed(tell))
    if facts.span.kind == "year" and (now.plan_percent.value or 100) < 100:
        found.append(tell("causes.plan"))
    return tell.numbered(found, deeper=True)


def _why_bad(tell: Teller) -> Iterator[Sentence]:
    now, parts = tell.facts.now, tell.facts.parts
    recorded = parts["cause"].largest("new_npl_sum")
    if recorded:
        names = tell.listed(
            tell("item", name=_CAUSES[code][tell.language], figure=one)
            for code, one in recorded[: at_least.NAMES]
        )
        yield tell("causes.recorded", names=names)
    if now.new_npl_uninspected.value:
        code = "all" if now.new_npl_uninspected.value == now.new_npl_count.value else "some"
        yield tell(f"causes.uninspected_{code}", number=now.new_npl_uninspected,
                   count=now.new_npl_count)  # fmt: skip
    products = parts["product"].largest("new_npl_sum")
    if (now.new_npl_count.value or 0) > 1 and products:
        name, amount = products[0]
        part = share(amount, now.new_npl_sum)
        if (part.value or 0) > at_least.CONCENTRATED and len(products) > 1:
            yield tell("causes.product", name=tell.name(name), part=part)
        elif len(products) == 1:
            yield tell("causes.one_product", name=tell.name(name), amount=amount)


def _why_arrears(tell: Teller) -> Sentence | None:
    """How much of the interest in arrears is owed on bad loans."""
    arrears, classes = tell.facts.end.arrears_interest, tell.facts.parts["class_code"]
    if (arrears.value or 0) < at_least.SMALL_FEN or not classes.has("arrears_interest"):
        return None
    bad = [
        one
        for code in ("substandard", "doubtful", "loss")
        if (one := classes.of["arrears_interest"].get(code)) is not None and one.value
    ]
    if not bad:
        return tell("causes.arrears")
    whole = together(*bad)
    if whole.value == arrears.value:
        return tell("causes.arrears_all_bad", amount=whole, arrears=arrears)
    return tell("causes.arrears_bad", amount=whole, part=share(whole, arrears))


def _why_missed(tell: Teller) -> Sentence:
    who = missed(tell)
    lacking = less(tell.facts.now.inspections_due, tell.facts.now.inspections_done)
    top = who[:2]
    if len(who) > 2 and not tell.facts.manager:
        part = share(together(*(one for _name, one in top)), lacking)
        if (part.value or 0) > at_least.CONCENTRATED:
            return tell("causes.missed_who", first=top[0][0], second=top[1][0], part=part)
    return tell("causes.missed")


def lessons(tell: Teller) -> tuple[Sentence, ...]:
    """Only such lessons as the figures teach; the rest is a place to fill."""
    facts, now = tell.facts, tell.facts.now
    found: list[Sentence | None] = []
    if now.new_npl_uninspected.value:
        found.append(tell("lessons.inspect", number=now.new_npl_uninspected))
    court = facts.channels.get("court")
    if court is not None and court.value:
        found.append(tell("lessons.court", part=share(court, now.npl_recovered_sum)))
    villages = facts.parts["village"].largest("new_npl_sum")
    if villages and (now.new_npl_count.value or 0) > 1:
        part = share(villages[0][1], now.new_npl_sum)
        if (part.value or 0) > at_least.CONCENTRATED:
            found.append(tell("lessons.village", name=villages[0][0], part=part))
    if facts.start is not None and size_of_change(
        facts.end.overdue_balance, facts.start.overdue_balance
    ) in ("fast", "sharp", "manifold", "from_nothing"):
        found.append(tell("lessons.overdue", now=facts.end.overdue_balance,
                          start=facts.start.overdue_balance))  # fmt: skip
    found.append(tell("lessons.others"))
    return tell.numbered(found, deeper=True)
