"""The next period's work, from what falls due, what is bad, what was missed. Decides only."""

from __future__ import annotations

from collections.abc import Iterator

from templates import formats
from templates.derived import less, together
from templates.sentence import Sentence
from templates.summaries import faults
from templates.summaries import thresholds as at_least
from templates.summaries.teller import Teller


def next_steps(tell: Teller) -> tuple[Sentence, ...]:
    """Targets from the ledger where it holds them, else places to fill."""
    parts = (_lending, _due, _bad, _overdue, _inspections, _open, _rest)
    return tell.numbered(tell.paragraph(part(tell)) for part in parts)


def _lending(tell: Teller) -> Iterator[Sentence]:
    facts, targets = tell.facts, tell.facts.targets_next
    if facts.span.kind != "year":
        planned, lent = facts.now.planned_sum, facts.granted_in_year
        rest = less(planned, lent)
        same_year = facts.next_span.first.year == facts.span.first.year
        if same_year and (rest.value or 0) > 0:
            yield tell("next.lending_rest", planned=planned, rest=rest)
        else:
            yield tell("next.lending_part")
        return
    granted, balance = targets.get("granted_sum"), targets.get("outstanding_balance")
    if granted is not None and balance is not None:
        yield tell("next.lending", granted=granted, balance=balance)
    elif granted is not None:
        yield tell("next.lending_granted", granted=granted)
    else:
        yield tell("next.lending_unknown")


def _due(tell: Teller) -> Iterator[Sentence]:
    months = tell.facts.due_next
    known = [(count, money) for count, money in months if money.value]
    if not known:
        return
    count = together(*(one for one, _money in known))
    whole = together(*(money for _count, money in known))
    first = tell.facts.next_span.first
    heavy = sorted(
        ((money, place) for place, (_count, money) in enumerate(months) if money.value),
        key=lambda one: (-int(one[0].value or 0), one[1]),
    )[:2]
    heavy.sort(key=lambda one: one[1])
    if len(known) <= len(heavy):
        yield tell("next.due_few", count=count, amount=whole)
        return
    names = tell.listed(
        tell(
            "item",
            name=formats.month(first.replace(month=first.month + place), tell.language),
            figure=money,
        )
        for money, place in heavy
    )
    yield tell("next.due", count=count, amount=whole, names=names)


def _bad(tell: Teller) -> Iterator[Sentence]:
    facts, end, targets = tell.facts, tell.facts.end, tell.facts.targets_next
    if not end.npl_balance.value:
        yield tell("next.no_bad", count=end.npl_count)
        return
    yield tell("next.bad", count=end.npl_count, balance=end.npl_balance)
    recover, ratio = targets.get("npl_recovered_sum"), targets.get("npl_ratio")
    if recover is not None and ratio is not None:
        code = "next.bad_targets" if facts.span.kind == "year" else "next.bad_year_targets"
        yield tell(code, recover=recover, ratio=ratio)
    else:
        yield tell("next.bad_unknown")
    if facts.done["lawsuits_judged"].value:
        yield tell("next.enforce", number=facts.done["lawsuits_judged"])


def _overdue(tell: Teller) -> Iterator[Sentence]:
    held = [
        one
        for one in tell.facts.parts["village"].largest("overdue_balance")
        if (one[1].value or 0) >= at_least.SMALL_FEN
    ]
    if held:
        yield tell("next.overdue", names=tell.amounts("item", held))


def _inspections(tell: Teller) -> Iterator[Sentence]:
    lacking = less(tell.facts.now.inspections_due, tell.facts.now.inspections_done)
    who = faults.missed(tell)
    if (lacking.value or 0) <= 0:
        yield tell("next.inspections")
    elif who and not tell.facts.manager:
        yield tell("next.inspections_who", number=lacking, name=who[0][0], most=who[0][1])
    else:
        yield tell("next.inspections_missed", number=lacking)


def _open(tell: Teller) -> Iterator[Sentence]:
    done = tell.facts.done
    if done["warnings_open"].value:
        yield tell("next.warnings", number=done["warnings_open"])
    if done["rectifications_open"].value:
        yield tell("next.notices", number=done["rectifications_open"])


def _rest(tell: Teller) -> Iterator[Sentence]:
    yield tell("next.rest")
