"""Escritura de hipoteca before a notary."""

from __future__ import annotations

from benchmarks.accuracy.latin import Deal
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "mortgage_contract"
LANGUAGE = "es"


def write(pen: Pen) -> None:
    deal = Deal(pen)
    pen.title(
        pen.pick(
            "ESCRITURA PÚBLICA DE CONSTITUCIÓN DE HIPOTECA",
            "CONTRATO DE HIPOTECA",
            "CONSTITUCIÓN DE HIPOTECA EN PRIMER GRADO",
        )
    )
    if "PRIMER GRADO" in str(pen.blocks[0]):
        pen.may("mortgage_type", "primer grado")
    folio = f"{deal.late * 937 + 10000}"
    pen.say(f"Escritura número {deal.put('deed_no', str(deal.late * 7))}")
    pen.clause(
        f"En {deal.put('sign_place', deal.town)}, a {deal.day('sign_date', deal.start)}, ante mí, {deal.notary}, notario público, comparecen: {deal.who('mortgagor', deal.borrower)}, con {deal.country.person} {deal.no()}, en adelante EL HIPOTECANTE; y {deal.put('mortgagee', deal.lender)}, en adelante EL ACREEDOR HIPOTECARIO.",
        f"PRIMERA.- En garantía del {pen.pick('contrato de préstamo', 'crédito')} N° {deal.put('main_contract_no', deal.number)}, EL HIPOTECANTE constituye hipoteca hasta por la suma de {deal.money('secured_amount', deal.amount)} sobre el inmueble inscrito en la {pen.pick('matrícula', 'partida registral')} N° {deal.put('registry_no', folio)}.",
        f"SEGUNDA.- El inmueble ha sido {pen.pick('valorizado', 'tasado')} en {deal.money('appraised_value', deal.amount * 2)}.",
    )
    pen.may(
        "collateral_value", {"value": f"{deal.amount * 2}.00", "currency": deal.country.currency}
    )
