"""What does not agree, or waits for a person, about who answers for what and how it is judged."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.wording import _
from ledger.book import View
from ledger.kinds.clients import OWNERSHIP
from ledger.kinds.responsibility import ROLES
from ledger.managing.responsibilities import SHARED_ROLES, Responsibilities, in_force
from ledger.managing.scores import filled
from ledger.managing.staff import left_behind
from ledger.managing.tiers import Reassignment, reassignments, unit_of_tier
from ledger.report import Finding


def managing(view: View) -> Iterator[Finding]:
    """Return all findings of this package for a day."""
    yield from crossed(view)
    yield from left_loans(view)
    yield from several_for_one_role(view)
    yield from written_totals(view)


def crossed(view: View) -> Iterator[Finding]:
    """A household whose tier or class was crossed and that is still with whom it was."""
    for each in reassignments(view):
        yield _crossed(view, each)


def _crossed(view: View, each: Reassignment) -> Finding:
    if each.what == "department":
        message = _(
            "Household {household}: its worst class belongs to {after}, but it is led by {before}. "
            "Hand it over: hudang ledger record ownership --household {number}"
        ).format(
            household=each.household.number,
            number=each.household.household_id,
            before=each.before,
            after=each.after,
        )
        return Finding(code="department_crossed", message=message, sources=(each.source,))
    language = view.settings.office.language
    words = {choice.code: choice.titles[language] for choice in OWNERSHIP.field("tier").choices}
    message = _(
        "Household {household}: by what it owes it is a client of tier {after}, to be managed by "
        "{unit}, but stands as {before}. Reassign it: hudang ledger record ownership --household "
        "{number}"
    ).format(
        household=each.household.number,
        number=each.household.household_id,
        before=words[str(each.before)],
        after=words[each.after],
        unit=unit_of_tier(each.after, view.settings.managing),
    )
    return Finding(code="tier_crossed", message=message, sources=(each.source,))


def left_loans(view: View) -> Iterator[Finding]:
    """An unpaid loan of somebody who does not serve any more."""
    for each in left_behind(view):
        if each.successor:
            message = _(
                "Loan {number}: {manager} does not serve any more; it is to be handed over to "
                "{successor}."
            ).format(number=each.loan.number, manager=each.manager, successor=each.successor)
        else:
            message = _(
                "Loan {number}: {manager} does not serve any more, and nobody is named to take it "
                "over."
            ).format(number=each.loan.number, manager=each.manager)
        yield Finding(code="manager_left", message=message, sources=(each.record.source,))


def several_for_one_role(view: View) -> Iterator[Finding]:
    """A household for which two people were named from one day for a role that is one person's."""
    answering, language = Responsibilities(view), view.settings.office.language
    words = {choice.code: choice.titles[language] for choice in ROLES}
    for household in sorted(answering.households):
        records = answering.history(household)
        for role in sorted({str(record.values["role"]) for record in records} - SHARED_ROLES):
            held = in_force(records, role, view.as_of)
            if len({record.subject for record in held}) > 1:
                yield Finding(
                    code="two_responsible",
                    message=_(
                        "Household {household}: {people} were named from the same day for one role "
                        "({role}) that only one may hold."
                    ).format(
                        household=f"{household:06d}",
                        people="、".join(record.subject or "" for record in held),
                        role=words[role],
                    ),
                    sources=tuple(record.source for record in held),
                )


def written_totals(view: View) -> Iterator[Finding]:
    """A filled sheet whose written total is not 100 less the points lost."""
    for one in filled(view):
        if one.stated is not None and one.stated != one.total:
            yield Finding(
                code="score_mismatch",
                message=_(
                    "{sheet} of {whom}, {day}: {stated} points are written, but the items leave "
                    "{total}."
                ).format(
                    sheet=one.sheet,
                    whom=one.whom,
                    day=one.score.effective_on.isoformat(),
                    stated=one.stated,
                    total=one.total,
                ),
                sources=(
                    one.score.sources["total"],
                    *(item.sources["lost"] for item in one.items),
                ),
            )
