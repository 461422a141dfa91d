"""The ten methods of post-loan management: a loan's checklist, and what the alerts find."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from commands.desk import FINDINGS, as_json, as_json_option, here, opened, say, table
from commands.ledger_classing import place
from commands.task_work import as_of_option, desk_of, known_on_option
from commands.trail import seen
from extractors.wording import _

if TYPE_CHECKING:
    from ledger.alerts.running import Raised
    from ledger.methods.checklist import Checklist
    from ledger.rules.desk import Desk


@click.command("checklist", help=_("Show how each of the ten methods stands for a loan."))
@click.argument("loan")
@as_of_option
@known_on_option
@as_json_option
@here
def ledger_checklist(
    context: click.Context, loan: str, as_of: Any, known_on: Any, wants_json: bool
) -> None:
    from ledger.alerts.running import signals
    from ledger.methods.checklist import checklist

    workspace = opened(context)
    desk = desk_of(workspace, as_of, known_on)
    state = desk.view.loan(loan)
    seen(workspace, "ledger.view", f"checklist:{state.number}")
    subject = desk.loan_of.get(state.account_id)
    if subject is None:
        say(_("Loan {number} is paid off: nothing is to be followed.").format(number=state.number))
        return
    made = checklist(desk, subject)
    raised = [each for each in signals(desk) if each.is_about(subject)]
    if wants_json:
        as_json(_told(desk, made, raised))
    else:
        _show(desk, made, raised)


def _show(desk: Desk, made: Checklist, raised: list[Raised]) -> None:
    from ledger.methods.declaration import STATES
    from ledger.sources import sources_of

    language = desk.view.settings.office.language
    borrower = desk.view.debtor(made.loan.household_id).name or ""
    sources = sources_of(desk.view, [fact for _m, j in made.lines for fact in j.facts])
    say(f"{made.loan.number}  {borrower}  {desk.as_of}")
    table(
        (_("no."), _("method"), _("state"), _("done on"), _("what is known"), _("source")),
        [
            (
                method.number,
                method.titles[language],
                STATES[judged.state][language],
                judged.done_on or "",
                judged.why,
                "; ".join(dict.fromkeys(place(sources[f].to_json(), f) for f in judged.facts[-3:])),
            )
            for method, judged in made.lines
        ],
        right=(0,),
    )
    say(
        _("Done: {done} of {applicable}, {percent} %.").format(
            done=made.done, applicable=made.applicable, percent=made.percent
        )
    )
    for each in raised:
        say(f"! {each.alert.titles[language]}: {each.signal.text} ({each.signal.since})")
        say(f"  {each.alert.advice[language]}")


def _told(desk: Desk, made: Checklist, raised: list[Raised]) -> dict[str, Any]:
    from ledger.sources import sources_of

    facts = [fact for _m, judged in made.lines for fact in judged.facts]
    facts += [fact for each in raised for fact in each.signal.facts]
    sources = sources_of(desk.view, facts)
    return {
        "loan": made.loan.number,
        "as_of": desk.as_of,
        "done": made.done,
        "applicable": made.applicable,
        "percent": str(made.percent),
        "methods": [
            {
                "number": method.number,
                "method": method.name,
                "titles": dict(method.titles),
                "state": judged.state,
                "done_on": judged.done_on,
                "why": judged.why,
                "forms": list(method.forms),
                "facts": [
                    {"fact": fact, "source": sources[fact].to_json()} for fact in judged.facts
                ],
            }
            for method, judged in made.lines
        ],
        "alerts": [_told_alert(each, sources) for each in raised],
    }


def _told_alert(each: Raised, sources: Any) -> dict[str, Any]:
    return {
        "alert": each.alert.name,
        "titles": dict(each.alert.titles),
        "loan": each.loan.number if each.loan else None,
        "household": each.signal.about.household_id,
        "since": each.signal.since,
        "text": each.signal.text,
        "advice": dict(each.alert.advice),
        "warning": each.warning.text("warning_no") if each.warning else None,
        "facts": [{"fact": fact, "source": sources[fact].to_json()} for fact in each.signal.facts],
    }


@click.command("alerts", help=_("List what the alerts find: of all loans, or of one."))
@click.option("--loan", metavar="NUMBER", help=_("About this loan."))
@click.option("--household", type=int, metavar="NUMBER", help=_("About this household."))
@click.option("--alert", metavar="NAME", help=_("Of this alert."))
@click.option("--open", "open_only", is_flag=True, help=_("Only those without a warning."))
@as_of_option
@known_on_option
@as_json_option
@here
def ledger_alerts(
    context: click.Context,
    loan: str | None,
    household: int | None,
    alert: str | None,
    open_only: bool,
    as_of: Any,
    known_on: Any,
    wants_json: bool,
) -> None:
    from ledger.alerts.registry import alert_of
    from ledger.alerts.running import signals
    from ledger.sources import sources_of

    workspace = opened(context)
    desk = desk_of(workspace, as_of, known_on)
    wanted = alert_of(alert) if alert else None
    account = desk.view.loan(loan).account_id if loan else None
    subject = desk.loan_of.get(account) if account else None
    found = [
        each
        for each in signals(desk)
        if (wanted is None or each.alert is wanted)
        and (loan is None or (subject is not None and each.is_about(subject)))
        and (household is None or each.signal.about.household_id == household)
        and not (open_only and each.warning)
    ]
    found.sort(key=lambda each: (each.signal.since, each.alert.name, each.signal.about.label))
    seen(workspace, "ledger.view", "alerts", alerts=len(found))
    if wants_json:
        sources = sources_of(desk.view, [fact for each in found for fact in each.signal.facts])
        as_json([_told_alert(each, sources) for each in found])
    elif not found:
        say(_("The alerts find nothing."))
    else:
        _list(desk, found)
    if any(each.warning is None for each in found):
        raise SystemExit(FINDINGS)


def _list(desk: Desk, found: list[Raised]) -> None:
    language = desk.view.settings.office.language
    table(
        (_("since"), _("alert"), _("borrower"), _("loan"), _("what is so"), _("warning")),
        [
            (
                each.signal.since,
                each.alert.titles[language],
                desk.view.debtor(each.signal.about.household_id).name or "",
                each.loan.number if each.loan else f"{each.signal.about.household_id:06d}",
                each.signal.text,
                (each.warning.text("warning_no") or "") if each.warning else "",
            )
            for each in found
        ],
    )
