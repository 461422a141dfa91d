"""关注降为次级: collect early at any cost, gather what the debtor owns, prepare the suit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from ledger.classes import BAD
from ledger.rules.calendar import plus_days
from ledger.rules.declaration import Because, Due, Rule, titles
from ledger.rules.desk import Desk
from ledger.rules.subjects import Loan


def downgrades(desk: Desk) -> Iterator[tuple[Loan, date, str, str]]:
    """Yield loans that became bad: loan, since when, class before, fact of the new class.

    A loan whose first class in the ledger is bad did not become so as far as anybody knows.
    """
    for loan in desk.loans:
        if not loan.is_bad:
            continue
        before = None
        crossed: tuple[date, str, str] | None = None
        for since, code, fact in desk.classes.get(loan.account_id, ()):
            if code in BAD and before is not None and before not in BAD:
                crossed = (since, before, fact)
            before = code
        if crossed:
            yield loan, *crossed


def _done_by(*kinds: str) -> Callable[[Desk], Iterable[Due]]:
    """Return dues that are done by the first fact of any of some kinds from that day on."""

    def dues(desk: Desk) -> Iterator[Due]:
        for loan, since, before, fact in downgrades(desk):
            done = sorted(
                (each.on, each.fact)
                for kind in kinds
                for each in desk.of_loan(kind, loan)
                if each.on >= since
            )
            on, evidence = done[0] if done else (None, None)
            yield Due(
                loan,
                plus_days(since, desk.settings(loan).downgrade_days),
                since.isoformat(),
                on,
                evidence,
                (Because("class_before", before, fact), Because("bad_since", since, fact)),
            )

    return dues


_SOURCE = "method 5 of ten: from 关注 to 次级 (m083)"

COLLECT_EARLY = Rule(
    name="downgrade_collect",
    titles=titles("降级后提前清收", "Cobro anticipado", "Collect early"),
    what=titles(
        "由关注降为不良后立即提前清收；以降级后的催收登记为完成",
        "Al pasar a cartera mala se cobra de inmediato; se cumple con la gestión registrada",
        "When a loan has become bad it is collected at once; done by a contact recorded since",
    ),
    source=_SOURCE,
    dues=_done_by("contact"),
    form="contact",
    settings=("downgrade_days",),
)
GATHER_ASSETS = Rule(
    name="downgrade_assets",
    titles=titles("降级后收集资产信息", "Investigar bienes", "Gather assets"),
    what=titles(
        "全面收集债务人资产信息，填写风险排查表；以降级后的风险排查为完成",
        "Reunir los bienes del deudor en la investigación de riesgo; se cumple con la registrada",
        "Gather all that the debtor owns in the risk survey; done by the survey recorded since",
    ),
    source=_SOURCE,
    dues=_done_by("risk_survey"),
    form="risk_survey",
    settings=("downgrade_days",),
)
PREPARE_SUIT = Rule(
    name="downgrade_suit",
    titles=titles("降级后诉讼准备", "Preparar la demanda", "Prepare the suit"),
    what=titles(
        "为诉前保全和诉讼作准备，确定处置类别；以降级后的处置类别或诉讼登记为完成",
        "Preparar embargo y demanda y fijar la categoría de recuperación; se cumple al registrarla",
        "Prepare attachment and suit and settle how the loan is dealt with; done by its category "
        "or a lawsuit recorded since",
    ),
    source=_SOURCE,
    dues=_done_by("disposal_category", "litigation"),
    form="disposal_category",
    settings=("downgrade_days",),
)
