"""What secures loans: valued again, insured, registered, and back in the vault in time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ledger.rules.calendar import plus_days, plus_months
from ledger.rules.declaration import Because, Due, Rule, titles
from ledger.rules.desk import Desk
from ledger.rules.subjects import Security


def appraisals(desk: Desk) -> Iterator[Due]:
    """Counted from the last appraisal, or due when its own validity ends; never: from the loan."""
    for security in desk.securities:
        months = desk.settings(security.loan).reappraisal_months
        known = [(each.on, each.fact, each.day("valid_until"))
                 for each in desk.of_security("appraisal", security)]  # fmt: skip
        if security.appraised_on:
            known.append((security.appraised_on, security.fact, None))
        known.sort(key=lambda each: each[0])
        if not known:
            yield Due(security, security.loan.granted_on, "never")
            continue
        for n, (on, fact, valid_until) in enumerate(known[-2:]):
            due_on = valid_until or plus_months(on, months)
            following = known[-2:][n + 1 :]
            done_on, evidence = following[0][:2] if following else (None, None)
            why = (Because("appraised_on", on, fact),)
            yield Due(security, due_on, on.isoformat(), done_on, evidence, why)


def insurances(desk: Desk) -> Iterator[Due]:
    """Only what is known to be insured; a policy that runs longer shows that it was renewed."""
    for security in desk.securities:
        lead = desk.settings(security.loan).insurance_lead_days
        ends = [(each.day("until"), each.on, each.fact)
                for each in desk.of_security("insurance", security)]  # fmt: skip
        if security.insured_until:
            ends.append((security.insured_until, security.insured_until, security.fact))
        yield from _until(security, ends, lead, "insured_until")


def registrations(desk: Desk) -> Iterator[Due]:
    """Registrations that end, as movables' do."""
    for security in desk.securities:
        lead = desk.settings(security.loan).registration_lead_days
        ends = [(each.day("until"), each.on, each.fact)
                for each in desk.of_security("registration", security)]  # fmt: skip
        yield from _until(security, ends, lead, "registered_until")


def _until(
    security: Security,
    ends: list[tuple[date | None, date, str]],
    lead: int,
    word: str,
) -> Iterator[Due]:
    dated = sorted((until, on, fact) for until, on, fact in ends if until)
    for n, (until, _on, fact) in enumerate(dated[-2:]):
        following = dated[-2:][n + 1 :]
        done_on, evidence = following[0][1:] if following else (None, None)
        why = (Because(word, until, fact),)
        due_on = plus_days(until, -lead)
        yield Due(security, due_on, until.isoformat(), done_on, evidence, why, until)


def unregistered(desk: Desk) -> Iterator[Due]:
    """A mortgage or pledge without a registration certificate is no right yet."""
    for security in desk.securities:
        facts = desk.of_security("registration", security)
        due_on = plus_days(security.loan.granted_on, desk.settings(security.loan).registration_days)
        if security.register_no:
            yield Due(security, due_on, "", security.registered_on or due_on, security.fact)
        elif facts:
            yield Due(security, due_on, "", facts[0].on, facts[0].fact)
        elif security.loan.guarantee in ("mortgage", "pledge", "combined"):
            yield Due(security, due_on)


def returns(desk: Desk) -> Iterator[Due]:
    """A certificate that left the vault for a time comes back by the day that was said."""
    for security in desk.securities:
        moves = desk.of_security("custody_move", security)
        for n, move in enumerate(moves):
            back_by = move.day("expected_back_on")
            if move.text("move") != "lent" or not back_by:
                continue
            back = next((each for each in moves[n + 1 :] if each.text("move") == "back"), None)
            why = (Because("lent_on", move.on, move.fact),)
            yield Due(
                security, back_by, move.on.isoformat(),
                back.on if back else None, back.fact if back else None, why,
            )  # fmt: skip


REAPPRAISAL = Rule(
    name="reappraisal",
    titles=titles("抵质押物重新评估", "Retasación de garantía", "Re-appraisal of a security"),
    what=titles(
        "评估满规定月数或评估有效期届满前重新评估；新的评估登记为完成",
        "Retasar al cumplirse los meses fijados o la validez de la tasación; se cumple con una "
        "tasación nueva",
        "Appraise again after the months set, or when the appraisal's own validity ends; done by "
        "a later appraisal",
    ),
    source="collateral value reviewed, external appraisers managed (m055)",
    dues=appraisals,
    form="appraisal",
    settings=("reappraisal_months",),
)

INSURANCE_EXPIRY = Rule(
    name="insurance_expiry",
    titles=titles("抵押物保险到期", "Vencimiento de seguro", "Expiry of an insurance"),
    what=titles(
        "保险到期前督促续保，贷款人为第一受益人；到期日更晚的保单登记为完成",
        "Renovar el seguro antes de que venza, con el acreedor como primer beneficiario; se cumple "
        "con una póliza que vence después",
        "Have the insurance renewed before it ends, the lender first beneficiary; done by a policy "
        "that ends later",
    ),
    source="dynamic monitoring of collateral, insurance (m056)",
    dues=insurances,
    form="insurance",
    settings=("insurance_lead_days",),
)

REGISTRATION_EXPIRY = Rule(
    name="registration_expiry",
    titles=titles("抵质押登记到期", "Vencimiento de inscripción", "Expiry of a registration"),
    what=titles(
        "登记到期前办理续期；到期日更晚的登记为完成",
        "Prorrogar la inscripción antes de que venza; se cumple con una que vence después",
        "Have the registration renewed before it ends; done by one that ends later",
    ),
    source="registration management, expiry (m054); 动产担保登记 has its own end",
    dues=registrations,
    form="registration",
    settings=("registration_lead_days",),
)

UNREGISTERED = Rule(
    name="registration_missing",
    titles=titles("抵质押登记未办", "Garantía sin inscribir", "Security not registered"),
    what=titles(
        "抵质押贷款在规定天数内办妥登记；登记证明号入台账为完成",
        "Inscribir la garantía en el plazo tras el desembolso; se cumple cuando consta el número "
        "de inscripción",
        "Have the security registered within the period after the drawdown; done when its "
        "registration number is on record",
    ),
    source="contract and registration paired, missing ones listed (m054); 抵押合同: within 15 days",
    dues=unregistered,
    form="registration",
    settings=("registration_days",),
)

CERTIFICATE_RETURN = Rule(
    name="certificate_return",
    titles=titles("权证借出未还", "Título por devolver", "Certificate to come back"),
    what=titles(
        "临时出库的权证按预计日期收回入库；回库登记为完成",
        "El título prestado vuelve a la bóveda en la fecha prevista; se cumple con su devolución",
        "A certificate that was lent comes back to the vault by the day said; done by its return",
    ),
    source="权证出入库: 预计回库日期 (m053, m104)",
    dues=returns,
    form="custody_move",
    fills={"move": "回库"},
)

SECURITIES: Sequence[Rule] = (
    REAPPRAISAL, INSURANCE_EXPIRY, REGISTRATION_EXPIRY, UNREGISTERED, CERTIFICATE_RETURN,
)  # fmt: skip
