"""What was done in the period, as far as the ledger shows it. Decides; does not word."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.channels import CHANNELS
from ledger.channels import TITLES as CHANNEL_TITLES
from ledger.figure import Figure
from templates.derived import how_many, share
from templates.sentence import Sentence
from templates.summaries import thresholds as at_least
from templates.summaries.teller import Teller


def measures(tell: Teller) -> tuple[Sentence, ...]:
    """Inspections, maturities, collecting, courts, warnings and notices."""
    return tell.numbered(
        tell.paragraph(part)
        for part in (
            _inspections(tell),
            _maturities(tell),
            _collecting(tell),
            _courts(tell),
            _warnings(tell),
            _responsibility(tell),
        )
    )


def _inspections(tell: Teller) -> Iterator[Sentence]:
    now, before = tell.facts.now, tell.facts.before
    yield tell("inspections.head")
    if not now.inspections_due.value:
        yield tell("inspections.unknown")
        return
    if now.inspections_done.value == now.inspections_due.value:
        yield tell("inspections.all", due=now.inspections_due, done=now.inspections_done)
    else:
        moved = Sentence("")
        if before is not None and before.inspection_rate.value is not None:
            moved = tell("interest.moved", moved=tell.moved(now.inspection_rate,
                                                           before.inspection_rate))  # fmt: skip
        yield tell("inspections.some", due=now.inspections_due, done=now.inspections_done,
                   rate=now.inspection_rate, moved=moved)  # fmt: skip
    yield from _who_did_all(tell)


def _who_did_all(tell: Teller) -> Iterator[Sentence]:
    """Officers who missed nothing, where some did; the best branch."""
    people = tell.facts.parts["manager"]
    if tell.facts.manager or not people.has("inspections_due", "inspections_done"):
        return
    due = people.largest("inspections_due")
    full = [
        (name, one) for name, one in due if people.part("inspections_done", name).value == one.value
    ]
    if not full or len(full) == len(due):
        return
    if len(full) <= at_least.OFFICERS:
        yield tell("inspections.who_all", names=tell.listed(
            tell("item.times", name=name, figure=one) for name, one in full))  # fmt: skip
    else:
        found = tuple(one for _name, one in full)
        yield tell("inspections.many_all", number=how_many("managers", found, found[0]))


def _maturities(tell: Teller) -> Iterator[Sentence]:
    now, targets = tell.facts.now, tell.facts.targets
    yield tell("due.head")
    if not now.due_principal.value:
        yield tell("due.none", due=now.due_principal)
        return
    yield tell("due", due=now.due_principal, recovered=now.due_recovered,
               rate=now.due_recovery_rate)  # fmt: skip
    target = targets.get("due_recovery_rate")
    rate = now.due_recovery_rate.value
    if target is not None and target.value is not None and rate is not None:
        yield tell(f"due.target_{'reached' if rate >= target.value else 'missed'}", target=target)
    else:
        yield tell("stop")
    if now.due_extended.value:
        yield tell("due.extended", amount=now.due_extended)
    if now.due_refinanced.value:
        yield tell("due.refinanced", amount=now.due_refinanced)


def _collecting(tell: Teller) -> Iterator[Sentence]:
    facts, done = tell.facts, tell.facts.done
    yield tell("collecting.head")
    modes = [
        (mode, done[f"contacts_{mode}"])
        for mode in ("visit", "phone", "letter", "message", "legal")
        if done[f"contacts_{mode}"].value
    ]
    if modes:
        modes.sort(key=lambda one: -int(one[1].value or 0))
        yield tell("collecting.contacts", number=done["contacts"], names=tell.listed(
            tell(f"contacts.{mode}", figure=one) for mode, one in modes))  # fmt: skip
    recovered = facts.now.npl_recovered_sum
    if recovered.value:
        yield _recovered(tell, recovered)
        target = facts.targets.get("npl_recovered_sum")
        if target is not None and target.value:
            reached = recovered.value >= target.value
            code = "reached" if reached else "missed"
            if facts.span.kind != "year" or not facts.is_whole:
                code = "so_far"
            yield tell(f"collecting.target_{code}", target=target, part=share(recovered, target))
        yield from _who_recovered(tell)
    elif facts.end.npl_balance.value:
        yield tell("collecting.nothing", recovered=recovered)
    if done["after_write_off"].value:
        yield tell("collecting.after_write_off", amount=done["after_write_off"])
    if not modes:
        yield tell("collecting.how")


def _recovered(tell: Teller, recovered: Figure) -> Sentence:
    ways = [(code, tell.facts.channels[code]) for code in CHANNELS if code in tell.facts.channels]
    ways = [(code, one) for code, one in ways if one.value]
    if len(ways) == 1:
        word = CHANNEL_TITLES[ways[0][0]][tell.language]
        return tell("collecting.one_way", amount=recovered, way=word)
    ways.sort(key=lambda one: -int(one[1].value or 0))
    names = tell.listed(
        tell("item", name=CHANNEL_TITLES[code][tell.language], figure=one) for code, one in ways
    )
    return tell("collecting.ways", amount=recovered, names=names)


def _who_recovered(tell: Teller) -> Iterator[Sentence]:
    people = tell.facts.parts["manager"].largest("npl_recovered_sum")
    if len(people) > 1 and not tell.facts.manager:
        yield tell("collecting.who", names=tell.amounts("item", people[:2]))


def _courts(tell: Teller) -> Iterator[Sentence]:
    done = tell.facts.done
    if done["lawsuits_filed"].value:
        yield tell("courts.head")
        yield tell("courts.filed", number=done["lawsuits_filed"], amount=done["lawsuits_amount"])
    elif done["lawsuits_open"].value:
        yield tell("courts.head")
    elif tell.facts.end.npl_balance.value:
        yield tell("courts.head")
        yield tell("courts.unknown")
        return
    if done["lawsuits_open"].value:
        yield tell("courts.open", number=done["lawsuits_open"])
        if done["lawsuits_judged"].value:
            yield tell("courts.judged", number=done["lawsuits_judged"])
        if done["lawsuits_enforced"].value:
            yield tell("courts.enforced", number=done["lawsuits_enforced"])
        yield tell("stop")
    if done["enforced"].value:
        yield tell("courts.collected", amount=done["enforced"])
    if done["assets_taken"].value:
        yield tell("courts.assets", amount=done["assets_taken"])


def _warnings(tell: Teller) -> Iterator[Sentence]:
    done = tell.facts.done
    has_warnings = done["warnings_raised"].value or done["warnings_open"].value
    has_notices = done["rectifications_issued"].value or done["rectifications_open"].value
    has_sheets = done["sheets_filled"].value
    yield tell("warnings.head")
    if has_warnings:
        yield tell("warnings", raised=done["warnings_raised"],
                   released=done["warnings_released"], left=done["warnings_open"])  # fmt: skip
    if has_sheets:
        failed = "some" if done["sheets_failed"].value else "none"
        yield tell(f"sheets.{failed}", number=done["sheets_filled"], failed=done["sheets_failed"])
    if has_notices:
        yield tell("notices", issued=done["rectifications_issued"],
                   done=done["rectifications_done"], left=done["rectifications_open"])  # fmt: skip
    if not (has_warnings or has_notices or has_sheets):
        yield tell("warnings.unknown")


def _responsibility(tell: Teller) -> Iterator[Sentence]:
    yield tell("files.head")
    yield tell("files", households=tell.facts.end.household_count)
    if tell.facts.done["sanctions"].value:
        yield tell("sanctions", number=tell.facts.done["sanctions"])


def other_work(tell: Teller) -> tuple[Sentence, ...]:
    """Training, credit villages, marketing: mostly for a person to tell."""
    done = tell.facts.done
    if done["trainings"].value:
        code = "training.attended" if done["attendance"].value else "training"
        training = tell(code, number=done["trainings"], people=done["attendance"])
    else:
        training = tell("training.unknown")
    if done["credit_villages"].value:
        villages = tell("villages", number=done["credit_villages"])
    else:
        villages = tell("villages.unknown")
    return tell.numbered([villages, tell("marketing.unknown"), training])
