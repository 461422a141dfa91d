"""Hoja resumen of a loan: labels with values, then general conditions."""

from __future__ import annotations

from benchmarks.accuracy.latin import Deal
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "loan_contract"
LANGUAGE = "es"


def write(pen: Pen) -> None:
    deal = Deal(pen)
    pen.title(
        pen.pick(
            "CONTRATO DE PRÉSTAMO - HOJA RESUMEN",
            "CONTRATO DE CRÉDITO",
            "CARÁTULA DEL CONTRATO DE CRÉDITO",
        )
    )
    deal.lines(
        [
            (
                pen.pick("N° de contrato", "Número de crédito", "N° de operación"),
                deal.put("contract_no", deal.number),
            ),
            (
                pen.pick("Prestatario", "Deudor", "Nombre del cliente", "Acreditado"),
                deal.who("borrower", deal.borrower),
            ),
            (pen.pick(deal.country.person, "Documento de identidad", "Cédula"), deal.no()),
            (
                pen.pick("Prestamista", "Entidad acreedora", "Acreedor"),
                deal.put("lender", deal.lender),
            ),
            (
                pen.pick("Monto del préstamo", "Importe", "Monto del crédito", "Capital"),
                deal.money("amount", deal.amount),
            ),
            (pen.pick("Tasa de interés", "Tasa de interés anual"), deal.yearly()),
            ("Plazo", deal.months()),
            (
                pen.pick("Fecha de desembolso", "Fecha de inicio"),
                deal.day("start_date", deal.start),
            ),
            (pen.pick("Fecha de vencimiento", "Vencimiento final"), deal.day("end_date", deal.end)),
            (pen.pick("Destino del crédito", "Destino"), deal.put("purpose", deal.use)),
        ]
    )
    pen.clause(
        "El cliente declara haber recibido la información sobre comisiones y gastos. La tasa moratoria es de 10% anual adicional. Teléfono de atención al cliente: 0800-12345."
    )
