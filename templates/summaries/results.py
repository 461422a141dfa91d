"""What came of the period: scale, products, branches, quality, income. Decides; does not word."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ledger.figure import Figure
from ledger.guarantees import TITLES as GUARANTEES
from templates.derived import difference, less, share
from templates.sentence import Sentence
from templates.summaries import thresholds as at_least
from templates.summaries.figures import Part
from templates.summaries.teller import Teller, size_of_change


def overview(tell: Teller) -> tuple[Sentence, ...]:
    """Scale and quality, and one judgement of the two together."""
    facts, end = tell.facts, tell.facts.end
    start = facts.start
    scale = tell(
        "overview.scale",
        day=facts.as_of,
        count=end.outstanding_count,
        balance=end.outstanding_balance,
        households=end.household_count,
        moved=_against(
            tell,
            "overview.balance_moved",
            end.outstanding_balance,
            getattr(start, "outstanding_balance", None),
        ),
    )
    if end.npl_count.value:
        quality = tell(
            "overview.quality",
            count=end.npl_count,
            balance=end.npl_balance,
            ratio=end.npl_ratio,
            moved=_against(
                tell, "overview.ratio_moved", end.npl_ratio, getattr(start, "npl_ratio", None)
            ),
        )
    else:
        quality = tell("overview.no_npl", count=end.npl_count)
    return (tell.paragraph([scale, quality, _verdict(tell)]),)


def _against(tell: Teller, code: str, now: Figure, before: Figure | None) -> Sentence:
    """Return the clause that compares; nothing where there is nothing to compare with."""
    if before is None or before.value is None or now.value is None:
        return Sentence("")
    return tell(code, moved=tell.moved(now, before))


def _verdict(tell: Teller) -> Sentence | None:
    """One sentence on growth and quality together; none without a beginning to compare with."""
    start, end = tell.facts.start, tell.facts.end
    if start is None or end.npl_ratio.value is None or start.npl_ratio.value is None:
        return None
    scale = size_of_change(end.outstanding_balance, start.outstanding_balance)
    ratio = size_of_change(end.npl_ratio, start.npl_ratio)
    grown = {
        "sharp": "fast",
        "manifold": "fast",
        "from_nothing": "fast",
        "same": "steady",
        "steady_up": "steady",
        "steady_down": "steady",
        "fast_down": "down",
        "sharp_down": "down",
        "to_nothing": "down",
    }.get(scale, scale)
    sounder = "worse" if ratio == "points_up" else "kept" if ratio == "points_same" else "better"
    named = (
        end.outstanding_balance,
        start.outstanding_balance,
        end.npl_ratio,
        start.npl_ratio,
    )
    told = tell(
        f"verdict.{'down' if grown == 'down' else 'up'}.{sounder}",
        scale=tell.word(f"verdict.scale.{grown}"),
    )
    return Sentence(told.text, tuple(one.name for one in named), named)


def business(tell: Teller) -> tuple[Sentence, ...]:
    """Granted and collected, the plan, products, security, branches, the largest borrowers."""
    facts, now = tell.facts, tell.facts.now
    before = facts.before
    granted = tell(
        "business.granted",
        count=now.granted_count,
        amount=now.granted_sum,
        moved=_against(
            tell, "business.moved", now.granted_sum, getattr(before, "granted_sum", None)
        ),
        receipts=now.recovered_count,
        recovered=now.recovered_sum,
        back=_against(
            tell, "business.moved", now.recovered_sum, getattr(before, "recovered_sum", None)
        ),
    )
    found: list[Sentence | None] = [granted, tell.paragraph(_plan(tell))]
    found += [
        tell.paragraph(_products(tell)),
        _security(tell),
        tell.paragraph(_units(tell)),
        _concentration(tell),
    ]
    return tuple(one for one in found if one is not None and one.text)


def _plan(tell: Teller) -> Iterator[Sentence]:
    facts, percent = tell.facts, tell.facts.now.plan_percent
    if facts.manager:
        return
    if percent.value is None:
        yield tell("plan.unknown")
        return
    planned = facts.now.planned_sum
    if not facts.is_year_end:
        days = (facts.as_of - facts.as_of.replace(month=1, day=1)).days + 1
        pace = "ahead" if percent.value >= Decimal(days) * 100 / 365 else "behind"
        yield tell(f"plan.to_date.{pace}", percent=percent, planned=planned)
        return
    if percent.value >= 100:
        yield tell("plan.met", percent=percent, planned=planned)
    else:
        gap = less(planned, facts.granted_in_year)
        yield tell("plan.missed", percent=percent, planned=planned, gap=gap)
    over = [one for one in facts.now.products if (one.plan_percent.value or 0) >= 100]
    under = [one for one in facts.now.products if (one.plan_percent.value or 100) < 100]
    if over and under:
        over.sort(key=lambda one: (-Decimal(one.plan_percent.value or 0), one.product))
        yield tell(
            "plan.products_over",
            names=tell.amounts("item", [(o.product, o.plan_percent) for o in over]),
        )


def _products(tell: Teller) -> Iterator[Sentence]:
    """Which product was lent most; whose balance grew and shrank most since the beginning."""
    facts = tell.facts
    lent = sorted(
        (one for one in facts.now.products if one.amount.value),
        key=lambda one: (-int(one.amount.value or 0), one.product),
    )
    if len(lent) > 1:
        first, second = lent[:2]
        whole = facts.now.granted_sum
        yield tell(
            "products.leading",
            first=tell.name(first.product),
            amount=first.amount,
            part=share(first.amount, whole),
            second=tell.name(second.product),
            other=second.amount,
            rest=share(second.amount, whole),
        )
    if facts.start is None:
        return
    moves = _moves(facts.end.products, facts.start.products)
    worth = Decimal(facts.start.outstanding_balance.value or 0) * at_least.PRODUCT_MOVE / 100
    grown = [one for one in moves if Decimal(one[1].value or 0) > worth]
    shrunk = [one for one in reversed(moves) if -Decimal(one[1].value or 0) > worth]
    if grown and shrunk:
        yield tell(
            "products.both",
            grown=tell.amounts("item.more", grown),
            shrunk=tell.amounts("item.less", shrunk),
        )
    elif grown:
        yield tell("products.grown", grown=tell.amounts("item.more", grown))
    elif shrunk:
        yield tell("products.shrunk", shrunk=tell.amounts("item.less", shrunk))


def _moves(now: tuple[Part, ...], before: tuple[Part, ...]) -> list[tuple[str, Figure]]:
    """Return each part's change of balance, most grown first; parts that both days have."""
    earlier = {one.name: one.balance for one in before}
    found: list[tuple[str, Figure]] = [
        (one.name, difference(one.balance, earlier[one.name])) for one in now if one.name in earlier
    ]
    return sorted(found, key=lambda one: (-int(one[1].value or 0), one[0]))


def _security(tell: Teller) -> Sentence | None:
    """The main kind of security, and the one whose share moved most, if it moved enough."""
    end, start = tell.facts.end, tell.facts.start
    held = sorted(end.guarantees, key=lambda one: (-int(one.balance.value or 0), one.name))
    if len(held) < 2:
        return None
    first = held[0]
    told = tell(
        "security.main",
        name=GUARANTEES[first.name][tell.language],
        balance=first.balance,
        part=share(first.balance, end.outstanding_balance),
    )
    if start is None:
        return tell.paragraph([told, tell("stop")])
    earlier = {one.name: one for one in start.guarantees}
    moves: list[tuple[str, Figure, Figure]] = [
        (
            one.name,
            share(one.balance, end.outstanding_balance),
            share(earlier[one.name].balance, start.outstanding_balance),
        )
        for one in held
        if one.name in earlier
    ]
    moves.sort(key=lambda one: -abs(Decimal(difference(one[1], one[2]).value or 0)))
    if moves and abs(Decimal(difference(*moves[0][1:]).value or 0)) >= at_least.SHARE_MOVE:
        name, now, then = moves[0]
        code = "security.same_moved" if name == first.name else "security.other_moved"
        return tell.say.joined(
            [told, tell(code, name=GUARANTEES[name][tell.language], moved=tell.moved(now, then))],
            "",
        )
    return tell.paragraph([told, tell("stop")])


def _units(tell: Teller) -> Iterator[Sentence]:
    """Which branch lent most, whose balance grew most, and whose fell."""
    units, facts = tell.facts.parts["unit"], tell.facts
    lent = units.largest("granted_sum")
    if facts.unit or len(units.names) < 2 or len(lent) < 2:
        return
    name, amount = lent[0]
    yield tell("units.lent", name=name, amount=amount, part=share(amount, facts.now.granted_sum))
    moves = [(name, step) for name, _now, step in units.changes("outstanding_balance")]
    fallen = [one for one in reversed(moves) if (one[1].value or 0) < -at_least.SMALL_FEN]
    if moves and (moves[0][1].value or 0) > at_least.SMALL_FEN:
        yield tell("units.grown", name=moves[0][0], step=moves[0][1])
    if fallen:
        yield tell("units.fallen", names=tell.amounts("item.less", fallen))


def _concentration(tell: Teller) -> Sentence | None:
    end = tell.facts.end
    ten = share(end.top_ten_balance, end.outstanding_balance)
    # Above the threshold it is a shortfall, and told there.
    few = (end.household_count.value or 0) <= at_least.HOUSEHOLDS
    if few or ten.value is None or ten.value >= at_least.TOP_TEN:
        return None
    return tell(
        "concentration",
        one=end.largest_borrower_balance,
        part=share(end.largest_borrower_balance, end.outstanding_balance),
        ten=end.top_ten_balance,
        rest=ten,
    )


def quality(tell: Teller) -> tuple[Sentence, ...]:
    """New bad loans and where they are, the bad balance, classes, overdue loans."""
    found: list[Sentence | None] = [tell.paragraph(_new_bad(tell)), tell.paragraph(_bad(tell))]
    found.append(_classes(tell))
    found.append(tell.paragraph(_overdue(tell)))
    return tuple(one for one in found if one is not None and one.text)


def _new_bad(tell: Teller) -> Iterator[Sentence]:
    now, before = tell.facts.now, tell.facts.before
    if not now.new_npl_count.value:
        yield tell("new_bad.none", count=now.new_npl_count)
        return
    again = before is not None and bool(before.new_npl_count.value)
    moved = _against(tell, "business.moved", now.new_npl_sum, getattr(before, "new_npl_sum", None))
    yield tell(
        f"new_bad.{'again' if again else 'some'}",
        count=now.new_npl_count,
        amount=now.new_npl_sum,
        moved=moved,
    )
    if now.new_npl_count.value > 1:
        by_product = tell.facts.parts["product"].largest("new_npl_sum")
        by_village = tell.facts.parts["village"].largest("new_npl_sum")
        if len(by_product) == 1:
            yield tell("new_bad.one_product", name=tell.name(by_product[0][0]))
        elif by_product:
            yield tell("new_bad.products", names=tell.amounts("item", by_product))
        for name, amount in by_village[:1]:
            part = share(amount, now.new_npl_sum)
            if part.value == 100:
                yield tell("new_bad.one_village", name=name, amount=amount)
            elif (part.value or 0) > at_least.CONCENTRATED:
                yield tell("new_bad.village", name=name, amount=amount, part=part)


def _bad(tell: Teller) -> Iterator[Sentence]:
    """The bad balance against the beginning and against its target."""
    facts, end, start = tell.facts, tell.facts.end, tell.facts.start
    if start is not None and (end.npl_balance.value or start.npl_balance.value):
        yield tell("bad.moved", moved=tell.moved(end.npl_balance, start.npl_balance))
    target = facts.targets.get("npl_ratio")
    if target is not None and end.npl_ratio.value is not None and target.value is not None:
        code = "kept" if end.npl_ratio.value <= target.value else "exceeded"
        yield tell(
            f"bad.target_{code}",
            target=target,
            ratio=end.npl_ratio,
            gap=difference(end.npl_ratio, target),
        )


def _classes(tell: Teller) -> Sentence | None:
    """Downgrades and upgrades of loans owed all through the period."""
    down, up = tell.facts.now.downgraded_sum, tell.facts.now.upgraded_sum
    if down.value and up.value:
        return tell("classes.both", down=down, up=up)
    if down.value:
        return tell("classes.down", down=down, up=up)
    if up.value:
        return tell("classes.up", down=down, up=up)
    return None


def _overdue(tell: Teller) -> Iterator[Sentence]:
    end, start = tell.facts.end, tell.facts.start
    if not end.overdue_balance.value:
        yield tell("overdue.none", balance=end.overdue_balance)
        return
    moved = _against(
        tell, "overview.scale_moved", end.overdue_balance, getattr(start, "overdue_balance", None)
    )
    yield tell("overdue", balance=end.overdue_balance, ratio=end.overdue_ratio, moved=moved)


def income(tell: Teller) -> tuple[Sentence, ...]:
    """Interest by the ledger; what only the accounts know is typed, or a blank."""
    facts, now, before = tell.facts, tell.facts.now, tell.facts.before
    found = []
    if now.interest_due.value is None or now.interest_received.value is None:
        found.append(tell("interest.unknown"))
    else:
        rate = now.interest_collection_rate
        found.append(
            tell.paragraph(
                [
                    tell(
                        "interest",
                        due=now.interest_due,
                        received=now.interest_received,
                        rate=rate,
                        moved=_against(
                            tell,
                            "interest.moved",
                            rate,
                            getattr(before, "interest_collection_rate", None),
                        ),
                    ),
                    _target(tell, rate, facts.targets.get("interest_collection_rate")),
                ]
            )
        )
    if facts.end.arrears_interest.value:
        start = facts.start
        found.append(
            tell(
                "arrears",
                balance=facts.end.arrears_interest,
                moved=_against(
                    tell,
                    "overview.scale_moved",
                    facts.end.arrears_interest,
                    getattr(start, "arrears_interest", None),
                ),
            )
        )
    if not (facts.unit or facts.manager):
        typed = now.income.value is not None and now.expense.value is not None
        code = "accounts" if typed and now.profit.value is not None else "accounts.unknown"
        found.append(
            tell(code, income=now.income, expense=now.expense, profit=now.profit)
            if code == "accounts"
            else tell(code)
        )
    return tuple(found)


def _target(tell: Teller, now: Figure, target: Figure | None) -> Sentence | None:
    """Whether a rate reached its target of the year."""
    if target is None or target.value is None or now.value is None:
        return None
    if now.value >= target.value:
        return tell("target.reached", target=target)
    return tell("target.missed", target=target, gap=difference(target, now))
