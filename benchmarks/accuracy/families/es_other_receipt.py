"""A receipt, an application: Spanish papers of no known type."""

from __future__ import annotations

from benchmarks.accuracy.latin import Deal
from benchmarks.accuracy.pen import Pen

DOC_TYPE = None
LANGUAGE = "es"


def write(pen: Pen) -> None:
    deal = Deal(pen)
    pen.title(pen.pick("RECIBO DE PAGO", "SOLICITUD DE CRÉDITO", "CONTRATO DE ARRENDAMIENTO"))
    pen.clause(
        f"Recibí de {deal.borrower} la suma de {deal.country.sign.format('350.00')} por concepto de cuota del mes, {deal.town}, {deal.start:%d/%m/%Y}."
    )
