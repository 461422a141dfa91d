"""Informe de visita of a credit officer."""

from __future__ import annotations

from benchmarks.accuracy.latin import Deal
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "inspection_report"
LANGUAGE = "es"


def write(pen: Pen) -> None:
    deal = Deal(pen)
    pen.title(
        pen.pick(
            "INFORME DE VISITA DE SEGUIMIENTO",
            "FICHA DE VISITA AL CLIENTE",
            "INFORME DE SEGUIMIENTO DE CRÉDITO",
        )
    )
    graded = pen.pick("Normal", "CPP", "Deficiente", "Dudoso")
    deal.lines(
        [
            ("Cliente", deal.who("borrower", deal.borrower)),
            (deal.country.person, deal.no()),
            (pen.pick("N° de crédito", "Crédito N°"), deal.put("contract_no", deal.number)),
            (pen.pick("Monto otorgado", "Monto del crédito"), deal.money("amount", deal.amount)),
            (pen.pick("Saldo actual", "Saldo de capital"), deal.money("balance", deal.balance)),
            ("Días de atraso", deal.put("days_past_due", str(deal.late), deal.late)),
            (
                pen.pick("Fecha de visita", "Fecha de la visita"),
                deal.day("inspect_date", deal.visited),
            ),
            (pen.pick("Calificación", "Clasificación"), deal.put("classification", graded)),
        ]
    )
    pen.say(f"Destino declarado: {deal.put('purpose', deal.use)}")
    pen.say(
        f"{pen.pick('Conclusión', 'Conclusiones')}: {deal.put('conclusion', pen.pick('el cliente mantiene su actividad y voluntad de pago', 'el negocio funciona con normalidad'))}."
    )
    pen.say(
        f"{pen.pick('Asesor de crédito', 'Oficial de crédito', 'Analista')}: {deal.who('loan_officer', deal.officer)}"
    )
    pen.may("inspector", deal.officer)
