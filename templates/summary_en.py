"""The annual summary's sentences in English: which wording stands is decided by the figures."""

from __future__ import annotations

from collections.abc import Iterable

from ledger.figure import Figure
from templates import formats
from templates.sentence import Sentence
from templates.year_facts import Change, YearFacts, with_value

_BLANK = formats.BLANKS["en"]


def _money(figure: Figure) -> str:
    return f"CNY {formats.cell(figure, 'en')} thousand"


def _count(figure: Figure) -> str:
    return formats.cell(figure, "en")


def _loans(figure: Figure) -> str:
    return f"{_count(figure)} {'loan' if figure.value == 1 else 'loans'}"


def _rate(figure: Figure) -> str:
    return f"{formats.cell(figure, 'en')}%"


def _points(changed: Change) -> str:
    if changed.direction == "steady":
        return "unchanged from the year before"
    verb = "up" if changed.direction == "up" else "down"
    return f"{verb} {formats.cell(changed.size, 'en')} percentage points on the year before"


def _moved(changed: Change) -> str:
    if changed.difference.value == 0:
        return "unchanged"
    more = (changed.difference.value or 0) > 0
    text = f"{_money(changed.size)} {'more' if more else 'less'}"
    if changed.percent is not None:
        text += f" ({'+' if more else '-'}{formats.number(abs(changed.percent), 'en', 2)}%)"
    return text


def overview(facts: YearFacts) -> tuple[Sentence, ...]:
    """Scale, quality and one judgement of the two together."""
    now = facts.now
    text = (
        f"At {formats.day(now.as_of, 'en')} the portfolio stood at "
        f"{_loans(now.outstanding_count)} to {_count(now.household_count)} households, with a "
        f"balance of {_money(now.outstanding_balance)}"
    )
    names = [now.outstanding_count.name, now.household_count.name, now.outstanding_balance.name]
    balance = facts.change("outstanding_balance")
    if balance is not None:
        text += (
            f", {_moved(balance)} than a year earlier"
            if balance.difference.value
            else (", unchanged from a year earlier")
        )
        names.append(balance.before.name)
    text += (
        f". Non-performing loans were {_loans(now.npl_count)} and {_money(now.npl_balance)}, a "
        f"ratio of {_rate(now.npl_ratio)}"
    )
    names += [now.npl_count.name, now.npl_balance.name, now.npl_ratio.name]
    ratio = facts.change("npl_ratio")
    if ratio is not None:
        text += f", {_points(ratio)}"
        names.append(ratio.before.name)
    found = [Sentence(f"{text}.", tuple(names))]
    if facts.verdict and balance is not None and ratio is not None:
        scale = {
            "fast": "The portfolio grew fast",
            "up": "The portfolio grew moderately",
            "steady": "The portfolio was broadly stable",
            "down": "The portfolio shrank",
        }[balance.direction]
        quality_of = {
            "both_good": "and its quality held",
            "growth_strained": "while the non-performing ratio rose: admission of new loans and "
            "follow-up must become stricter",
            "smaller_sounder": "while its quality did not worsen: the next task is sound new "
            "lending",
            "both_bad": "and the non-performing ratio rose: collection comes first",
        }[facts.verdict]
        found.append(Sentence(f"{scale}, {quality_of}.", balance.names + ratio.names))
    return tuple(found)


def business(facts: YearFacts) -> tuple[Sentence, ...]:
    """Granted, collected, plan, products."""
    now = facts.now
    text = f"In the year {_loans(now.granted_count)} were granted for {_money(now.granted_sum)}"
    names = [now.granted_count.name, now.granted_sum.name]
    granted = facts.change("granted_sum")
    if granted is not None and granted.difference.value:
        text += f", {_moved(granted)} than the year before"
        names.append(granted.before.name)
    receipts = "receipt" if now.recovered_count.value == 1 else "receipts"
    text += (
        f". Principal of {_money(now.recovered_sum)} was collected in "
        f"{_count(now.recovered_count)} {receipts}."
    )
    names += [now.recovered_count.name, now.recovered_sum.name]
    found = [Sentence(text, tuple(names)), _plan(now.plan_percent)]
    leading = facts.leading_products
    if leading:
        first, part = leading[0]
        text = f"By product, most was granted as {first.product}: {_money(first.granted_sum)}, "
        text += f"{_rate(part)} of the total"
        names = [first.granted_sum.name, now.granted_sum.name]
        if len(leading) > 1:
            second, second_part = leading[1]
            text += f"; then {second.product}, {_money(second.granted_sum)} ({_rate(second_part)})"
            names.append(second.granted_sum.name)
        found.append(Sentence(f"{text}.", tuple(names)))
    moved = facts.moved_products
    if moved:
        parts = [f"{product} {_moved(one)}" for product, one in moved]
        names = [name for _product, one in moved for name in one.names]
        found.append(Sentence(f"Against the year before: {'; '.join(parts)}.", tuple(names)))
    return tuple(found)


def _plan(percent: Figure) -> Sentence:
    if percent.value is None:
        return Sentence(
            f"Lending plan of the year: CNY {_BLANK} thousand, fulfilled to {_BLANK}% (no plan is "
            "entered in the ledger)."
        )
    if percent.value >= 100:
        return Sentence(f"The lending plan was fulfilled to {_rate(percent)}.", (percent.name,))
    gap = with_value(percent, 100 - percent.value)
    return Sentence(
        f"The lending plan was fulfilled to {_rate(percent)}, "
        f"{formats.cell(gap, 'en')} points short.",
        (percent.name,),
    )


def comparison_note(facts: YearFacts) -> str:
    """The line under the table of comparison: what is compared with what."""
    if facts.before is None:
        return f"The ledger does not cover {facts.now.year - 1}: there is no comparison with it."
    flows = "the year before" if facts.whole_year else "the same period of the year before"
    return f"Balances are compared with the end of the year before, flows with {flows}."


def quality(facts: YearFacts) -> tuple[Sentence, ...]:
    """New and collected bad loans, overdue loans, due loans."""
    now = facts.now
    if now.new_npl_count.value:
        verb = "loan became" if now.new_npl_count.value == 1 else "loans became"
        text = (
            f"{_count(now.new_npl_count)} {verb} non-performing in the year, for "
            f"{_money(now.new_npl_sum)}"
        )
    else:
        text = "No loan became non-performing in the year"
    names = [now.new_npl_count.name, now.new_npl_sum.name]
    if now.npl_recovered_sum.value:
        text += f"; {_money(now.npl_recovered_sum)} of principal was collected on such loans"
        names.append(now.npl_recovered_sum.name)
    found = [Sentence(f"{text}.", tuple(names))]
    if now.overdue_balance.value:
        found.append(
            Sentence(
                f"Overdue loans had a balance of {_money(now.overdue_balance)}, "
                f"{_rate(now.overdue_ratio)} of the portfolio.",
                (now.overdue_balance.name, now.overdue_ratio.name),
            )
        )
    if now.due_principal.value:
        found.append(
            Sentence(
                f"Principal of {_money(now.due_principal)} fell due; "
                f"{_money(now.due_recovered)} was collected, a recovery rate of "
                f"{_rate(now.due_recovery_rate)}.",
                (now.due_principal.name, now.due_recovered.name, now.due_recovery_rate.name),
            )
        )
    if now.npl_balance.value:
        found.append(Sentence(f"State of litigation, enforcement and disposal: {_BLANK}{_BLANK}."))
    return tuple(found)


def income(facts: YearFacts) -> tuple[Sentence, ...]:
    """Interest by the ledger; income, expense and profit are blanks."""
    now = facts.now
    if now.interest_due.value is None or now.interest_received.value is None:
        found = [
            Sentence(
                f"Interest due CNY {_BLANK} thousand, received CNY {_BLANK} thousand, collection "
                f"rate {_BLANK}%."
            )
        ]
    else:
        text = (
            f"Interest due was {_money(now.interest_due)}, received {_money(now.interest_received)}"
        )
        names = [now.interest_due.name, now.interest_received.name]
        if now.interest_collection_rate.value is not None:
            text += f", a collection rate of {_rate(now.interest_collection_rate)}"
            names.append(now.interest_collection_rate.name)
        found = [Sentence(f"{text}.", tuple(names))]
    if now.arrears_interest.value:
        found.append(
            Sentence(
                f"Interest in arrears at the end: {_money(now.arrears_interest)}.",
                (now.arrears_interest.name,),
            )
        )
    found.append(
        Sentence(
            f"Total income CNY {_BLANK} thousand, expense CNY {_BLANK} thousand, profit CNY "
            f"{_BLANK} thousand, deposits CNY {_BLANK} thousand (from accounting)."
        )
    )
    return tuple(found)


def measures(facts: YearFacts) -> tuple[Sentence, ...]:
    """What was done, as far as the ledger shows it; the rest are blanks."""
    now = facts.now
    if now.inspections_due.value:
        text = (
            f"Post-loan inspection: {_count(now.inspections_done)} of "
            f"{_count(now.inspections_due)} inspections due were done "
            f"({_rate(now.inspection_rate)})."
        )
    else:
        text = f"Post-loan inspection: {_BLANK}."
    return _numbered(
        [
            Sentence(text, (now.inspections_due.name, now.inspections_done.name)),
            Sentence(
                f"Collection of due and non-performing loans, main means used: {_BLANK}{_BLANK}."
            ),
            Sentence(f"Household files and responsible officers: {_BLANK}{_BLANK}."),
            Sentence(f"Staff and training: {_BLANK} sessions, {_BLANK} attendances."),
        ]
    )


def _numbered(sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(f"({number}) {one.text}", one.figures) for number, one in enumerate(sentences, 1)
    )


def shortfalls(facts: YearFacts) -> tuple[Sentence, ...]:
    """What the figures show to be missing, each with its figure."""
    found = [_shortfall(facts, code) for code in facts.shortfalls]
    if not found:
        found = [Sentence("The ledger shows no gap in lending, recovery, interest or inspection.")]
    found.append(Sentence(f"Other shortcomings: {_BLANK}{_BLANK}."))
    return _numbered(found)


def _shortfall(facts: YearFacts, code: str) -> Sentence:
    now = facts.now
    match code:
        case "plan":
            return Sentence(
                f"The lending plan was fulfilled only to {_rate(now.plan_percent)}.",
                (now.plan_percent.name,),
            )
        case "npl_ratio":
            changed = facts.change("npl_ratio")
            assert changed is not None  # noqa: S101 - the code says so
            return Sentence(
                f"The non-performing ratio rose from {_rate(changed.before)} to "
                f"{_rate(changed.now)}; new non-performing loans: {_money(now.new_npl_sum)}.",
                (*changed.names, now.new_npl_sum.name),
            )
        case "new_npl":
            return Sentence(
                f"New non-performing loans: {_count(now.new_npl_count)}, "
                f"{_money(now.new_npl_sum)}.",
                (now.new_npl_count.name, now.new_npl_sum.name),
            )
        case "due":
            return Sentence(
                f"Due principal of {_money(facts.due_missing)} was not collected (recovery rate "
                f"{_rate(now.due_recovery_rate)}).",
                (now.due_principal.name, now.due_recovered.name, now.due_recovery_rate.name),
            )
        case "interest":
            return Sentence(
                f"Interest of {_money(facts.interest_missing)} was not collected.",
                (now.interest_due.name, now.interest_received.name),
            )
        case _:
            return Sentence(
                f"{_count(facts.inspections_missing)} inspections due were not done.",
                (now.inspections_due.name, now.inspections_done.name),
            )


_CAUSE_OF = {
    "plan": "Why the lending plan was missed",
    "npl_ratio": "Why the non-performing ratio rose (granting, follow-up, outside causes)",
    "new_npl": "Why loans became non-performing (loan by loan)",
    "due": "Why due principal was not collected",
    "interest": "Why interest was not collected",
    "inspections": "Why inspections were not done in time",
}


def causes(facts: YearFacts) -> tuple[Sentence, ...]:
    """Causes and lessons are for a person: a blank for each shortfall."""
    asked = [Sentence(f"{_CAUSE_OF[code]}: {_BLANK}{_BLANK}.") for code in facts.shortfalls]
    asked.append(Sentence(f"Lessons: {_BLANK}{_BLANK}."))
    return _numbered(asked)


def next_steps(facts: YearFacts) -> tuple[Sentence, ...]:
    """Next year's work from what falls due, what is bad and what was missed; targets are blanks."""
    now, year = facts.now, facts.now.year + 1
    found = [
        Sentence(
            f"Lending: grant CNY {_BLANK} thousand and reach a balance of CNY {_BLANK} thousand."
        )
    ]
    total = facts.due_next_total
    if total.value:
        months = " and ".join(formats.month(now.as_of.replace(month=m, day=1), "en")
                              for m in facts.heavy_months)  # fmt: skip
        found.append(
            Sentence(
                f"Maturities: {_loans(facts.due_next_number)} for {_money(total)} fall due in "
                f"{year}, most of it in {months}; settle repayment, extension or collection loan "
                "by loan a month ahead.",
                tuple(one.name for one in facts.due_next),
            )
        )
    if now.npl_balance.value:
        found.append(
            Sentence(
                f"Collection: a plan for each of the {_loans(now.npl_count)} "
                f"({_money(now.npl_balance)}) now non-performing; collect CNY {_BLANK} thousand "
                f"and keep the ratio within {_BLANK}%.",
                (now.npl_count.name, now.npl_balance.name),
            )
        )
    else:
        found.append(
            Sentence(
                f"Risk: keep the portfolio free of non-performing loans (limit {_BLANK}%).",
                (now.npl_balance.name,),
            )
        )
    if facts.inspections_missing.value:
        found.append(
            Sentence(
                f"Inspection: first make up the {_count(facts.inspections_missing)} missed, then "
                "keep to the calendar.",
                (now.inspections_due.name, now.inspections_done.name),
            )
        )
    else:
        found.append(Sentence("Inspection: keep first and routine visits on time."))
    found.append(Sentence(f"Staff and other arrangements: {_BLANK}{_BLANK}."))
    return _numbered(found)
