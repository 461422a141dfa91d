"""The values of a special inspection: why it is made, and what is at stake."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.figure import Figure
from templates.inspection.figures import Figures
from templates.inspection.known import Known
from templates.inspection.lines import DebtLine, ReasonLine
from templates.inspection.report import InspectionForm, common
from templates.inspection.signals import repayment
from templates.inspection.standing import contact_line, debts, warnings
from templates.inspection.words import say
from templates.sentence import Sentence
from templates.titles import trade_word

# Where a reason comes from.
_ORIGINS = {
    "zh": {
        "warning": "预警{number}（{stage}）", "alert": "系统监测", "state": "台账",
        "suspicion": "可疑信息",
    },
    "es": {
        "warning": "Alerta {number} ({stage})", "alert": "Sistema", "state": "Registro",
        "suspicion": "Información sospechosa",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialInspectionReport(InspectionForm):
    """What the template `special-inspection-report` prints.

    reasons   of the warnings, alerts and states that call for it, the oldest first
    exposure  all that the household owes
    """

    reasons: tuple[ReasonLine, ...]
    exposure: Figure
    repayment: tuple[Sentence, ...]
    last_contact: str
    last_inspected_on: date | None
    last_result: str | None
    debts: tuple[DebtLine, ...]

    def sentences(self) -> Iterable[Sentence]:
        """All drafted sentences, in the order of the document."""
        yield from self.repayment
        yield from self.signals


def of_known(known: Known, language: str, *, fact: str | None = None) -> SpecialInspectionReport:
    """Return the form for what is known of the loan.

    fact  the one warning or suspicion that it is about ("record:12"); None: all that there is
    """
    figures = Figures(language, known.loan.as_of)
    loan, last = known.loan, known.last
    fields = common(known, figures)
    every = (loan, *known.others)
    exposure = figures.made(
        "exposure",
        f"{loan.household_id:06d}",
        sum(one.balance_fen for one in every),
        [one.row(one.balance_fen) for one in every],
    )
    return SpecialInspectionReport(
        **fields,
        reasons=tuple(_numbered(reasons(known, figures, fact))),
        exposure=exposure,
        repayment=repayment(known, figures),
        last_contact=contact_line(known, language),
        last_inspected_on=last.done_on if last else None,
        last_result=(last.problems or last.result) if last else None,
        debts=tuple(debts(known, figures)),
        figures=tuple(figures.named),
    )


def _numbered(found: Iterable[tuple[date | None, str, str]]) -> Iterable[ReasonLine]:
    ordered = sorted(found, key=lambda one: (one[0] is None, one[0] or date.max, one[1]))
    for number, (on, text, source) in enumerate(ordered, start=1):
        yield ReasonLine(number=number, on=on, text=text, source=source)


def reasons(
    known: Known, figures: Figures, fact: str | None = None
) -> Iterable[tuple[date | None, str, str]]:
    """Yield day, reason and origin of all that calls for a special inspection.

    What a warning answers stands there once: as the warning.
    """
    words = _ORIGINS[figures.language]
    stages = {one.number: one.stage for one in warnings(known, figures.language)}
    for warned in known.warnings:
        if fact in (None, warned.warning.fact):
            origin = words["warning"].format(number=warned.number, stage=stages[warned.number])
            yield warned.warning.on, warned.warning.text("signal") or "", origin
    for one in known.of("suspicion"):
        if fact in (None, one.fact):
            yield one.effective_on, one.text("what") or "", words["suspicion"]
    if fact is not None:
        return
    for raised in known.signals:
        if raised.warning is None:
            text = f"{raised.alert.titles[figures.language]}：{raised.signal.text}"
            if figures.language != "zh":
                text = text.replace("：", ": ")
            yield raised.signal.since, text, words["alert"]
    yield from _of_state(known, figures, words["state"])


def _of_state(
    known: Known, figures: Figures, origin: str
) -> Iterable[tuple[date | None, str, str]]:
    loan, language = known.loan, figures.language
    if loan.is_open and loan.days_overdue:
        yield loan.due_on, say("s_overdue", language, days=loan.days_overdue), origin
    ruled = known.suggestion
    if ruled and ruled.too_good and not ruled.approval and loan.class_code:
        grade, now = trade_word(ruled.grade, language), trade_word(loan.class_code, language)
        yield loan.class_on, say("s_better", language, grade=grade, now=now), origin
