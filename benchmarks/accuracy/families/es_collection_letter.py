"""Carta de cobranza."""

from __future__ import annotations

from benchmarks.accuracy.latin import Deal
from benchmarks.accuracy.pen import Pen
from benchmarks.accuracy.printed import later_by

DOC_TYPE = "collection_notice"
LANGUAGE = "es"


def write(pen: Pen) -> None:
    deal = Deal(pen)
    day = later_by(deal.end, deal.late)
    pen.title(pen.pick("AVISO DE COBRANZA", "CARTA DE COBRANZA", "REQUERIMIENTO DE PAGO"))
    pen.say(f"{deal.town}, {deal.day('notice_date', day)}")
    pen.say(f"{pen.pick('Señor(a):', 'Sr(a).')} {deal.who('borrower', deal.borrower)}")
    pen.clause(
        f"Le comunicamos que su crédito N° {deal.put('contract_no', deal.number)}, otorgado por {deal.money('amount', deal.amount)} y vencido el {deal.day('end_date', deal.end)}, registra un saldo {pen.pick('pendiente', 'deudor')} de {deal.money('balance', deal.balance)} y {deal.put('days_past_due', str(deal.late), deal.late)} días de atraso. Le requerimos cancelar la deuda hasta el {deal.day('pay_by', later_by(day, 15))}."
    )
    pen.say("Atentamente,")
    pen.say(deal.put("lender", deal.lender))
