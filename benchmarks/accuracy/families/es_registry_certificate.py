"""Certificado registral: the mortgage as it stands in the register."""

from __future__ import annotations

from benchmarks.accuracy.latin import Deal
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "mortgage_registration"
LANGUAGE = "es"


def write(pen: Pen) -> None:
    deal = Deal(pen)
    pen.title(
        pen.pick("CERTIFICADO REGISTRAL DE GRAVAMEN", "CERTIFICADO DE INSCRIPCIÓN DE HIPOTECA")
    )
    deal.lines(
        [
            (
                pen.pick("Matrícula", "Folio real", "Partida registral"),
                deal.put("registry_no", f"{deal.late * 931 + 10000}"),
            ),
            (pen.pick("Acreedor hipotecario", "A favor de"), deal.put("mortgagee", deal.lender)),
            (pen.pick("Deudor hipotecario", "Hipotecante"), deal.who("mortgagor", deal.borrower)),
            ("Monto garantizado", deal.money("secured_amount", deal.amount)),
            ("Escritura N°", deal.put("deed_no", str(deal.late * 7))),
            ("Fecha de inscripción", deal.day("register_date", deal.start)),
        ]
    )
    pen.may("right", "Hipoteca")
    pen.say("El registrador: ____________")
