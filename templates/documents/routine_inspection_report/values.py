"""The values of a routine inspection: what has changed since the last one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.figure import Figure
from ledger.methods.declaration import NOT_APPLICABLE, STATES
from ledger.records import Record
from templates.inspection.figures import Figures
from templates.inspection.known import Known
from templates.inspection.lines import DebtLine, MethodLine, WarningLine
from templates.inspection.report import InspectionForm, common
from templates.inspection.signals import repayment
from templates.inspection.standing import contact_line, debts, warnings
from templates.inspection.words import chosen, say
from templates.sentence import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineInspectionReport(InspectionForm):
    """What the template `routine-inspection-report` prints.

    last_contact     the last time somebody was asked to pay: day, how, what was answered
    agreed, settled  of companies: what was to be settled here, and was, in the last quarter stated
    changes          of companies: what changed in the registers since the last inspection
    done_percent     how much of the methods that apply is done
    """

    last_inspected_on: date | None
    last_inspector: str | None
    last_result: str | None
    timing: tuple[Sentence, ...]
    purpose: str | None
    repayment: tuple[Sentence, ...]
    last_contact: str
    debts: tuple[DebtLine, ...]
    agreed: Figure
    settled: Figure
    settled_until: date | None
    changes: str
    warnings: tuple[WarningLine, ...]
    methods: tuple[MethodLine, ...]
    methods_done: Figure
    methods_applicable: Figure

    def sentences(self) -> Iterable[Sentence]:
        """All drafted sentences, in the order of the document."""
        yield from self.timing
        yield from self.repayment
        yield from self.signals


def of_known(known: Known, language: str) -> RoutineInspectionReport:
    """Return the form for what is known of the loan."""
    figures = Figures(language, known.loan.as_of)
    loan, last = known.loan, known.last
    fields = common(known, figures)
    settled = known.of("settlement")[-1:]
    lines = tuple(_methods(known, language))
    return RoutineInspectionReport(
        **fields,
        last_inspected_on=last.done_on if last else None,
        last_inspector=last.inspector if last else None,
        last_result=(last.problems or last.result) if last else None,
        timing=_timing(known, language),
        purpose=loan.purpose or say("and", language).join(known.purposes) or None,
        repayment=repayment(known, figures),
        last_contact=contact_line(known, language),
        debts=tuple(debts(known, figures)),
        agreed=_of_quarter(settled, "agreed_fen", figures, loan.number),
        settled=_of_quarter(settled, "settled_fen", figures, loan.number),
        settled_until=settled[0].effective_on if settled else None,
        changes=_changes(known, language),
        warnings=tuple(warnings(known, language)),
        methods=lines,
        methods_done=_methods_figure("methods_done", known, figures, done=True),
        methods_applicable=_methods_figure("methods_applicable", known, figures, done=False),
        figures=tuple(figures.named),
    )


def _of_quarter(settled: tuple[Record, ...], field: str, figures: Figures, label: str) -> Figure:
    if settled:
        return figures.stated(settled[0], field, field.removesuffix("_fen"), label)
    return figures.made(field.removesuffix("_fen"), label, None, (), part=label)


def _methods(known: Known, language: str) -> Iterable[MethodLine]:
    for method, judged in known.checklist.lines if known.checklist else ():
        if judged.state != NOT_APPLICABLE:
            yield MethodLine(
                number=method.number,
                title=method.titles[language],
                state=STATES[judged.state][language],
                why=judged.why,
            )


def _methods_figure(name: str, known: Known, figures: Figures, *, done: bool) -> Figure:
    found = known.checklist
    count = None if found is None else found.done if done else found.applicable
    rows = (known.loan.row(None),)
    return figures.made(name, known.loan.number, count, rows, unit="count", part=known.loan.number)


def _changes(known: Known, language: str) -> str:
    """What changed in the registers; all that is on record where there was no inspection yet."""
    since = known.last.done_on if known.last else None
    found = [
        say("reason", language, text=chosen(one, "what", language), day=one.effective_on)
        for one in known.of("registered_change")
        if since is None or one.effective_on > since
    ]
    return say("and", language).join(found)


def _timing(known: Known, language: str) -> tuple[Sentence, ...]:
    due, today = known.inspect_by, known.loan.as_of
    if due is None:
        return ()
    name = "next_late" if today > due else "next"
    return (Sentence(say(name, language, day=due, today=today)),)
