"""Sentences of an inspection form: how the loan was repaid, and what a visit must look into."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from ledger.classes import CLASSES
from templates import formats
from templates.inspection.figures import Figures, row
from templates.inspection.known import Known
from templates.inspection.words import say
from templates.sentence import Sentence
from templates.titles import trade_word

# A loan that falls due within so many days gets a reminder among the signals.
DUE_SOON_DAYS = 60


def repayment(known: Known, figures: Figures) -> tuple[Sentence, ...]:
    """Return how much of the loan was repaid, and whether it is overdue."""
    loan, language = known.loan, figures.language
    names = [figures.of_loan(loan, one).name for one in ("balance_fen", "days_overdue")]
    repaid = figures.made("repaid", loan.number, loan.repaid_fen, loan.repayments, part=loan.number)
    names.append(repaid.name)
    parts = {
        "day": loan.as_of,
        "repaid": formats.yuan(loan.repaid_fen, language),
        "balance": formats.yuan(loan.balance_fen, language),
    }
    if not loan.is_open:
        text = say("paid_off", language, **parts)
    else:
        text = say("repaid" if loan.repaid_fen else "not_repaid", language, **parts)
        if loan.days_overdue:
            text += say("overdue", language, days=loan.days_overdue)
        elif loan.due_on:
            text += say("due", language, due=loan.due_on)
    return (Sentence(text + say("end", language), tuple(names)),)


def signals(known: Known, figures: Figures) -> Iterator[Sentence]:
    """Yield what the ledger shows that a visit must look into."""
    yield from _of_state(known, figures)
    yield from _of_class(known, figures)
    loan, language = known.loan, figures.language
    due = loan.due_on
    if loan.is_open and due and loan.as_of <= due <= loan.as_of + timedelta(days=DUE_SOON_DAYS):
        days = (due - loan.as_of).days
        left = figures.made(
            "days_to_due", loan.number, days, (loan.row(None),), unit="days", part=loan.number
        )
        yield Sentence(say("s_due", language, due=due, days=days), (left.name,))
    for one in known.collateral:
        if one.insured_until and one.insured_until < loan.as_of:
            yield Sentence(say("s_insured", language, day=one.insured_until))
            break
    yield from of_alerts(known, figures)


def _of_state(known: Known, figures: Figures) -> Iterator[Sentence]:
    loan, language = known.loan, figures.language
    if loan.is_open and loan.days_overdue:
        name = figures.of_loan(loan, "days_overdue").name
        yield Sentence(say("s_overdue", language, days=loan.days_overdue), (name,))
    if loan.arrears_fen:
        name = figures.of_loan(loan, "arrears_fen").name
        text = say("s_arrears", language, sum=formats.yuan(loan.arrears_fen, language))
        yield Sentence(text, (name,))


def _of_class(known: Known, figures: Figures) -> Iterator[Sentence]:
    loan, language = known.loan, figures.language
    code, before = loan.class_code, loan.previous_class
    now = trade_word(code, language) if code else ""
    if code in CLASSES and before in CLASSES and CLASSES.index(code) > CLASSES.index(before):
        yield Sentence(say("s_down", language, before=trade_word(before, language), now=now))
    elif code and code != "normal":
        yield Sentence(say("s_class", language, now=now))
    ruled = known.suggestion
    if ruled and ruled.too_good and not ruled.approval:
        yield Sentence(say("s_better", language, grade=trade_word(ruled.grade, language), now=now))


def of_alerts(known: Known, figures: Figures) -> Iterator[Sentence]:
    """Yield what the alerts found of the loan or its household."""
    for one in known.signals:
        signal = one.signal
        about = f"{one.alert.name}, {signal.about.label}, {signal.since.isoformat()}"
        rows = [row(fact, known.loan.number, None, known.sources[fact]) for fact in signal.facts]
        title = one.alert.titles[figures.language]
        figure = figures.made("signal", about, len(rows), rows, unit="count", part=title)
        text = say(
            "s_alert", figures.language, title=title, text=signal.text.rstrip("。."),
            day=signal.since,
        )  # fmt: skip
        # Its numbers are those of the facts that it names, or of a rule.
        yield Sentence(text, (figure.name,), asides=((signal.text, "words of the alert"),))
