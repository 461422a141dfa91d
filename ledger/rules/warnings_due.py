"""风险预警: a signal nobody raised a warning for, and a warning that waits for its next step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ledger.alerts.running import signals
from ledger.rules.calendar import plus_days, plus_months
from ledger.rules.declaration import Because, Due, Rule, titles
from ledger.rules.desk import Desk
from ledger.warnings import Handled, handled


def raising(desk: Desk) -> Iterator[Due]:
    """Each signal of the alerts; done by a warning that names the alert, from its day on."""
    named: set[tuple[str, str, str]] = set()
    for each in signals(desk):
        about = each.signal.about
        days = desk.settings(about.loans[0]).warning_days
        period = f"{each.alert.name}-{each.signal.since.isoformat()}"
        # Several facts of a day are one signal to raise.
        if (about.label, each.alert.name, period) in named:
            continue
        named.add((about.label, each.alert.name, period))
        done = each.warning
        why = (
            Because("signal", each.signal.text, each.signal.facts[0]),
            *(Because("shown_by", None, fact) for fact in each.signal.facts[1:]),
        )
        yield Due(
            about,
            plus_days(each.signal.since, days),
            period,
            done.on if done else None,
            done.fact if done else None,
            why,
        )


def steps(desk: Desk) -> Iterator[Due]:
    """What each open warning needs next; released ones need nothing."""
    for each in handled(desk):
        account = each.warning.account_id
        about = (
            desk.loan_of.get(account)
            if account
            else desk.household_of.get(each.warning.household_id or 0)
        )
        step = each.stage.next_step
        if about is None or step is None:
            continue
        since = each.stage.since or each.warning.on
        days = desk.settings(about.loans[0]).warning_days
        last = each.steps[-1] if each.steps else each.warning
        due_on = _release(each) if step == "release" else plus_days(since, days)
        yield Due(
            about,
            due_on,
            f"{each.number}-{step}-{since.isoformat()}",
            why=(
                Because("signal", each.warning.text("signal"), each.warning.fact),
                Because("warning_step", step, last.fact),
            ),
        )


def _release(each: Handled) -> date:
    """The day by which the measures are to have worked; a month where they do not say."""
    measures = [step for step in each.steps if step.text("step") == "measure"]
    last = measures[-1]
    return last.day("deadline") or plus_months(last.on, 1)


RAISE_WARNING = Rule(
    name="raise_warning",
    titles=titles("发起风险预警", "Emitir alerta de riesgo", "Raise a warning"),
    what=titles(
        "对系统发现的预警信号填写《风险预警信号处理表》，预警规则填信号编号；已登记为完成",
        "Emitir la alerta por cada señal hallada, con el nombre de la regla; se cumple al "
        "registrarla",
        "Raise a warning for each signal found, naming the alert; done when it is recorded",
    ),
    source="《风险预警信号处理表》 (m021, m026, m079–m081, m085, m086)",
    dues=raising,
    form="risk_warning",
    settings=("warning_days",),
)
WARNING_STEP = Rule(
    name="warning_step",
    titles=titles("办理风险预警", "Tramitar alerta de riesgo", "Handle a warning"),
    what=titles(
        "按顺序办理：客户部门意见→主管行长→行长→处置措施→解除；不得审批本人发起的预警",
        "Por orden: opinión comercial, gerente a cargo, gerente general, medidas, levantamiento; "
        "nadie aprueba la suya",
        "In turn: opinion of the customer department, head in charge, head of the office, "
        "measures, release; nobody approves his own",
    ),
    source="发起→审批→处置→解除 (m026, m105)",
    dues=steps,
    form="warning_step",
    settings=("warning_days",),
)
