"""The annual summary's sentences in Spanish: which wording stands is decided by the figures."""

from __future__ import annotations

from collections.abc import Iterable

from ledger.figure import Figure
from templates import formats
from templates.sentence import Sentence
from templates.year_facts import Change, YearFacts, with_value

_BLANK = formats.BLANKS["es"]


def _money(figure: Figure) -> str:
    return f"{formats.cell(figure, 'es')} miles de yuanes"


def _count(figure: Figure) -> str:
    return formats.cell(figure, "es")


def _loans(figure: Figure) -> str:
    return f"{_count(figure)} {'crédito' if figure.value == 1 else 'créditos'}"


def _rate(figure: Figure) -> str:
    return f"{formats.cell(figure, 'es')} %"


def _points(changed: Change) -> str:
    if changed.direction == "steady":
        return "sin variación frente al año anterior"
    sign = "más" if changed.direction == "up" else "menos"
    return f"{formats.cell(changed.size, 'es')} puntos porcentuales {sign} que el año anterior"


def _moved(changed: Change) -> str:
    if changed.difference.value == 0:
        return "sin variación"
    more = (changed.difference.value or 0) > 0
    text = f"{_money(changed.size)} {'más' if more else 'menos'}"
    if changed.percent is not None:
        sign = "+" if more else "-"
        text += f" ({sign}{formats.number(abs(changed.percent), 'es', 2)} %)"
    return text


def overview(facts: YearFacts) -> tuple[Sentence, ...]:
    """Scale, quality and one judgement of the two together."""
    now = facts.now
    text = (
        f"Al {formats.day(now.as_of, 'es')} la cartera sumaba {_loans(now.outstanding_count)} de "
        f"{_count(now.household_count)} hogares, con un saldo de {_money(now.outstanding_balance)}"
    )
    names = [now.outstanding_count.name, now.household_count.name, now.outstanding_balance.name]
    balance = facts.change("outstanding_balance")
    if balance is not None:
        text += (
            f", {_moved(balance)} que un año antes"
            if balance.difference.value
            else (", igual que un año antes")
        )
        names.append(balance.before.name)
    text += (
        f". La cartera en mora era de {_loans(now.npl_count)} y {_money(now.npl_balance)}, con un "
        f"índice de morosidad de {_rate(now.npl_ratio)}"
    )
    names += [now.npl_count.name, now.npl_balance.name, now.npl_ratio.name]
    ratio = facts.change("npl_ratio")
    if ratio is not None:
        text += f", {_points(ratio)}"
        names.append(ratio.before.name)
    found = [Sentence(f"{text}.", tuple(names))]
    if facts.verdict and balance is not None and ratio is not None:
        scale = {
            "fast": "La cartera creció con fuerza",
            "up": "La cartera creció de forma moderada",
            "steady": "La cartera se mantuvo estable",
            "down": "La cartera se redujo",
        }[balance.direction]
        quality_of = {
            "both_good": "y conservó su calidad",
            "growth_strained": "pero la morosidad subió: conviene endurecer el otorgamiento y el "
            "seguimiento",
            "smaller_sounder": "sin que empeorara la morosidad: el reto es volver a colocar "
            "crédito sano",
            "both_bad": "y la morosidad subió: la recuperación pasa al primer lugar",
        }[facts.verdict]
        found.append(Sentence(f"{scale}, {quality_of}.", balance.names + ratio.names))
    return tuple(found)


def business(facts: YearFacts) -> tuple[Sentence, ...]:
    """Granted, collected, plan, products."""
    now = facts.now
    verb = "Se otorgó" if now.granted_count.value == 1 else "Se otorgaron"
    text = f"{verb} {_loans(now.granted_count)} por {_money(now.granted_sum)}"
    names = [now.granted_count.name, now.granted_sum.name]
    granted = facts.change("granted_sum")
    if granted is not None and granted.difference.value:
        text += f", {_moved(granted)} que el año anterior"
        names.append(granted.before.name)
    receipts = "cobro" if now.recovered_count.value == 1 else "cobros"
    text += (
        f". Se recuperó capital por {_money(now.recovered_sum)} en "
        f"{_count(now.recovered_count)} {receipts}."
    )
    names += [now.recovered_count.name, now.recovered_sum.name]
    found = [Sentence(text, tuple(names)), _plan(now.plan_percent)]
    leading = facts.leading_products
    if leading:
        first, part = leading[0]
        text = f"Por producto, el de mayor colocación fue {first.product}: "
        text += f"{_money(first.granted_sum)}, {_rate(part)} del total"
        names = [first.granted_sum.name, now.granted_sum.name]
        if len(leading) > 1:
            second, second_part = leading[1]
            text += (
                f"; le siguió {second.product}, con {_money(second.granted_sum)} "
                f"({_rate(second_part)})"
            )
            names.append(second.granted_sum.name)
        found.append(Sentence(f"{text}.", tuple(names)))
    moved = facts.moved_products
    if moved:
        parts = [f"{product}, {_moved(one)}" for product, one in moved]
        names = [name for _product, one in moved for name in one.names]
        found.append(Sentence(f"Frente al año anterior: {'; '.join(parts)}.", tuple(names)))
    return tuple(found)


def _plan(percent: Figure) -> Sentence:
    if percent.value is None:
        return Sentence(
            f"Plan de colocación del año: {_BLANK} miles de yuanes, cumplido al {_BLANK} % (el "
            "registro no contiene el plan)."
        )
    if percent.value >= 100:
        return Sentence(f"El plan de colocación se cumplió al {_rate(percent)}.", (percent.name,))
    gap = with_value(percent, 100 - percent.value)
    return Sentence(
        f"El plan de colocación se cumplió al {_rate(percent)}: faltaron "
        f"{formats.cell(gap, 'es')} puntos.",
        (percent.name,),
    )


def comparison_note(facts: YearFacts) -> str:
    """The line under the table of comparison: what is compared with what."""
    if facts.before is None:
        return f"El registro no cubre {facts.now.year - 1}: no se compara con el año anterior."
    flows = "del año anterior" if facts.whole_year else "de igual período del año anterior"
    return f"Los saldos se comparan con el cierre del año anterior; los flujos, con los {flows}."


def quality(facts: YearFacts) -> tuple[Sentence, ...]:
    """New and collected bad loans, overdue loans, due loans."""
    now = facts.now
    if now.new_npl_count.value:
        verb = "Entró" if now.new_npl_count.value == 1 else "Entraron"
        text = f"{verb} en mora {_loans(now.new_npl_count)} por {_money(now.new_npl_sum)}"
    else:
        text = "Ningún crédito entró en mora en el año"
    names = [now.new_npl_count.name, now.new_npl_sum.name]
    if now.npl_recovered_sum.value:
        text += f"; de la cartera en mora se recuperó capital por {_money(now.npl_recovered_sum)}"
        names.append(now.npl_recovered_sum.name)
    found = [Sentence(f"{text}.", tuple(names))]
    if now.overdue_balance.value:
        found.append(
            Sentence(
                f"La cartera vencida era de {_money(now.overdue_balance)}, "
                f"{_rate(now.overdue_ratio)} del saldo.",
                (now.overdue_balance.name, now.overdue_ratio.name),
            )
        )
    if now.due_principal.value:
        found.append(
            Sentence(
                f"Vencía capital por {_money(now.due_principal)} y se cobraron "
                f"{_money(now.due_recovered)}: tasa de recuperación al vencimiento de "
                f"{_rate(now.due_recovery_rate)}.",
                (now.due_principal.name, now.due_recovered.name, now.due_recovery_rate.name),
            )
        )
    if now.npl_balance.value:
        found.append(
            Sentence(
                f"Estado de los juicios, las ejecuciones y las adjudicaciones: {_BLANK}{_BLANK}."
            )
        )
    return tuple(found)


def income(facts: YearFacts) -> tuple[Sentence, ...]:
    """Interest by the ledger; income, expense and profit are blanks."""
    now = facts.now
    if now.interest_due.value is None or now.interest_received.value is None:
        found = [
            Sentence(
                f"Intereses exigibles: {_BLANK} miles de yuanes; cobrados: {_BLANK} miles de "
                f"yuanes; tasa de cobro: {_BLANK} %."
            )
        ]
    else:
        text = (
            f"Los intereses exigibles fueron {_money(now.interest_due)} y los cobrados, "
            f"{_money(now.interest_received)}"
        )
        names = [now.interest_due.name, now.interest_received.name]
        if now.interest_collection_rate.value is not None:
            text += f": tasa de cobro del {_rate(now.interest_collection_rate)}"
            names.append(now.interest_collection_rate.name)
        found = [Sentence(f"{text}.", tuple(names))]
    if now.arrears_interest.value:
        found.append(
            Sentence(
                f"Intereses en atraso al cierre: {_money(now.arrears_interest)}.",
                (now.arrears_interest.name,),
            )
        )
    found.append(
        Sentence(
            f"Ingresos totales {_BLANK}, gastos {_BLANK}, utilidad {_BLANK} y saldo de depósitos "
            f"{_BLANK} miles de yuanes (datos de contabilidad)."
        )
    )
    return tuple(found)


def measures(facts: YearFacts) -> tuple[Sentence, ...]:
    """What was done, as far as the ledger shows it; the rest are blanks."""
    now = facts.now
    if now.inspections_due.value:
        text = (
            f"Seguimiento: se hicieron {_count(now.inspections_done)} de las "
            f"{_count(now.inspections_due)} visitas debidas ({_rate(now.inspection_rate)})."
        )
    else:
        text = f"Seguimiento: {_BLANK}."
    return _numbered(
        [
            Sentence(text, (now.inspections_due.name, now.inspections_done.name)),
            Sentence(
                f"Cobro de vencimientos y de cartera en mora, medios empleados: {_BLANK}{_BLANK}."
            ),
            Sentence(
                f"Expedientes de crédito por hogar y oficiales responsables: {_BLANK}{_BLANK}."
            ),
            Sentence(f"Personal y capacitación: {_BLANK} sesiones, {_BLANK} asistencias."),
        ]
    )


def _numbered(sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(f"{number}) {one.text}", one.figures) for number, one in enumerate(sentences, 1)
    )


def shortfalls(facts: YearFacts) -> tuple[Sentence, ...]:
    """What the figures show to be missing, each with its figure."""
    found = [_shortfall(facts, code) for code in facts.shortfalls]
    if not found:
        found = [
            Sentence(
                "El registro no muestra faltas en colocación, recuperación, intereses ni visitas."
            )
        ]
    found.append(Sentence(f"Otras deficiencias: {_BLANK}{_BLANK}."))
    return _numbered(found)


def _shortfall(facts: YearFacts, code: str) -> Sentence:
    now = facts.now
    match code:
        case "plan":
            return Sentence(
                f"El plan de colocación solo se cumplió al {_rate(now.plan_percent)}.",
                (now.plan_percent.name,),
            )
        case "npl_ratio":
            changed = facts.change("npl_ratio")
            assert changed is not None  # noqa: S101 - the code says so
            return Sentence(
                f"El índice de morosidad subió de {_rate(changed.before)} a {_rate(changed.now)}; "
                f"nueva cartera en mora: {_money(now.new_npl_sum)}.",
                (*changed.names, now.new_npl_sum.name),
            )
        case "new_npl":
            return Sentence(
                f"Nueva cartera en mora: {_loans(now.new_npl_count)}, {_money(now.new_npl_sum)}.",
                (now.new_npl_count.name, now.new_npl_sum.name),
            )
        case "due":
            return Sentence(
                f"Quedó sin cobrar capital vencido por {_money(facts.due_missing)} (tasa de "
                f"recuperación {_rate(now.due_recovery_rate)}).",
                (now.due_principal.name, now.due_recovered.name, now.due_recovery_rate.name),
            )
        case "interest":
            return Sentence(
                f"Quedaron sin cobrar intereses por {_money(facts.interest_missing)}.",
                (now.interest_due.name, now.interest_received.name),
            )
        case _:
            return Sentence(
                f"Faltaron {_count(facts.inspections_missing)} visitas de seguimiento.",
                (now.inspections_due.name, now.inspections_done.name),
            )


_CAUSE_OF = {
    "plan": "Por qué no se cumplió el plan de colocación",
    "npl_ratio": "Por qué subió la morosidad (otorgamiento, seguimiento, causas externas)",
    "new_npl": "Por qué entraron créditos en mora (uno por uno)",
    "due": "Por qué no se cobró todo el capital vencido",
    "interest": "Por qué no se cobraron todos los intereses",
    "inspections": "Por qué no se hicieron todas las visitas",
}


def causes(facts: YearFacts) -> tuple[Sentence, ...]:
    """Causes and lessons are for a person: a blank for each shortfall."""
    asked = [Sentence(f"{_CAUSE_OF[code]}: {_BLANK}{_BLANK}.") for code in facts.shortfalls]
    asked.append(Sentence(f"Lecciones aprendidas: {_BLANK}{_BLANK}."))
    return _numbered(asked)


def next_steps(facts: YearFacts) -> tuple[Sentence, ...]:
    """Next year's work from what falls due, what is bad and what was missed; targets are blanks."""
    now, year = facts.now, facts.now.year + 1
    found = [
        Sentence(f"Colocación: otorgar {_BLANK} y llegar a un saldo de {_BLANK} miles de yuanes.")
    ]
    total = facts.due_next_total
    if total.value:
        months = " y ".join(formats.month(now.as_of.replace(month=m, day=1), "es")
                            for m in facts.heavy_months)  # fmt: skip
        verb = "vence" if facts.due_next_number.value == 1 else "vencen"
        found.append(
            Sentence(
                f"Vencimientos: en {year} {verb} {_loans(facts.due_next_number)} por "
                f"{_money(total)}, sobre todo en {months}; acordar con un mes de antelación el "
                "pago, la prórroga o el cobro de cada uno.",
                tuple(one.name for one in facts.due_next),
            )
        )
    if now.npl_balance.value:
        found.append(
            Sentence(
                f"Recuperación: un plan para cada crédito en mora ({_loans(now.npl_count)}, "
                f"{_money(now.npl_balance)}); recuperar {_BLANK} miles de yuanes y mantener la "
                f"morosidad por debajo de {_BLANK} %.",
                (now.npl_count.name, now.npl_balance.name),
            )
        )
    else:
        found.append(
            Sentence(
                f"Riesgo: mantener la cartera sin mora (límite: {_BLANK} %).",
                (now.npl_balance.name,),
            )
        )
    if facts.inspections_missing.value:
        found.append(
            Sentence(
                f"Seguimiento: hacer primero las {_count(facts.inspections_missing)} visitas "
                "atrasadas y cumplir después el calendario.",
                (now.inspections_due.name, now.inspections_done.name),
            )
        )
    else:
        found.append(Sentence("Seguimiento: mantener al día las visitas iniciales y periódicas."))
    found.append(Sentence(f"Personal y otras medidas: {_BLANK}{_BLANK}."))
    return _numbered(found)
