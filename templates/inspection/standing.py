"""What else is known of a borrower: other debts, open warnings, the last contact."""

from __future__ import annotations

from collections.abc import Iterable

from ledger.kinds.warning import STEPS
from ledger.records import Record
from ledger.warning_steps import RAISED
from templates.inspection.figures import Figures
from templates.inspection.known import Known
from templates.inspection.lines import DebtLine, WarningLine
from templates.inspection.words import chosen, say
from templates.titles import trade_word

_RAISED = {"zh": "已发起", "es": "Emitida", "en": "Raised"}


def debts(known: Known, figures: Figures) -> Iterable[DebtLine]:
    """Yield what is owed to each other lender, as last stated; what was paid off is left out."""
    last: dict[tuple[str, str], Record] = {}
    for one in known.of("other_debt"):
        last[one.text("lender") or "", one.text("term") or ""] = one
    for one in last.values():
        if one.whole("balance_fen"):
            lender = one.text("lender") or ""
            code = one.text("class")
            yield DebtLine(
                lender=lender,
                balance=figures.stated(one, "balance_fen", "debt_elsewhere", lender),
                on=one.effective_on,
                class_name=trade_word(code, figures.language) if code else "",
            )


def warnings(known: Known, language: str) -> Iterable[WarningLine]:
    """Yield the warnings that are not released."""
    titles = {each.code: each.titles for each in STEPS}
    for one in known.warnings:
        state = one.stage.state
        yield WarningLine(
            number=one.number,
            on=one.warning.on,
            signal=one.warning.text("signal") or "",
            stage=(_RAISED if state == RAISED else titles[state])[language],
            since=one.stage.since or one.warning.on,
        )


def contact_line(known: Known, language: str) -> str:
    """Return the last time somebody was asked to pay in one line; empty where nobody was."""
    contacts = known.of("contact")
    if not contacts:
        return ""
    last = contacts[-1]
    said = [chosen(last, "mode", language), last.text("feedback") or ""]
    text = say("and", language).join(one for one in said if one)
    return say("reason", language, text=text, day=last.effective_on)
