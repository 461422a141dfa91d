"""Pagaré: an unconditional promise with figures, words and place."""

from __future__ import annotations

from benchmarks.accuracy.latin import Deal
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "iou"
LANGUAGE = "es"


def write(pen: Pen) -> None:
    deal = Deal(pen)
    pen.title("PAGARÉ")
    pen.say(
        f"{pen.pick('N°', 'Pagaré N°', 'No.')} {deal.put('iou_no', f'{deal.late:06d}')}    Por {deal.money('amount', deal.amount)}    Vencimiento: {deal.day('end_date', deal.end)}"
    )
    pen.clause(
        f"Yo, {deal.who('borrower', deal.borrower)}, {pen.pick('con', 'titular de')} {deal.country.person} {deal.no()}, {pen.pick('debo y pagaré incondicionalmente', 'me obligo a pagar')} a la orden de {deal.put('lender', deal.lender)} la cantidad de {deal.words()}, más intereses a la tasa del {deal.yearly()}.",
        "El presente pagaré no requiere protesto. Los gastos judiciales serán por cuenta del deudor.",
    )
    pen.say(f"{deal.put('sign_place', deal.town)}, {deal.day('sign_date', deal.start)}")
    pen.may("start_date", deal.start.isoformat())
    pen.say("Firma del deudor: ____________________")
