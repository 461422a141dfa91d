"""Contrato de mutuo in prose: who appears, clauses PRIMERA, SEGUNDA …"""

from __future__ import annotations

from benchmarks.accuracy.latin import Deal
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "loan_contract"
LANGUAGE = "es"


def write(pen: Pen) -> None:
    deal = Deal(pen)
    pen.title(
        pen.pick("CONTRATO DE MUTUO", "CONTRATO DE PRÉSTAMO DE DINERO", "CONTRATO DE CRÉDITO")
    )
    if pen.odds(0.6):
        pen.say(
            f"{pen.pick('Contrato N°', 'Crédito N°', 'Contrato Nro.')} {deal.put('contract_no', deal.number)}"
        )
    lend, borrow = pen.pick(
        ("EL PRESTAMISTA", "EL PRESTATARIO"),
        ("LA MUTUANTE", "EL MUTUARIO"),
        ("LA ENTIDAD", "EL CLIENTE"),
        ("EL ACREEDOR", "EL DEUDOR"),
    )
    pen.clause(
        f"Conste por el presente documento el contrato que celebran, de una parte, {deal.put('lender', deal.lender)}, en adelante {lend}; y de la otra parte, {deal.who('borrower', deal.borrower)}, identificado con {deal.country.person} {deal.no()}, con domicilio en {deal.put('borrower_address', f'Calle Bolívar {deal.late}, {deal.town}')}, en adelante {borrow}, en los términos siguientes:",
        f"PRIMERA.- {lend} entrega a {borrow} en calidad de {pen.pick('préstamo', 'mutuo')} la suma de {deal.money('amount', deal.amount)} ({deal.words()}), que será destinada a {deal.put('purpose', deal.use)}.",
        f"SEGUNDA.- El plazo es de {deal.months()}, contado desde el {deal.day('start_date', deal.start)}, con vencimiento el {deal.day('end_date', deal.end)}.",
        f"TERCERA.- El préstamo devengará una tasa de interés de {deal.yearly()}. En caso de mora se cobrará además un interés moratorio del 3% anual.",
    )
    if pen.odds(0.5):
        pen.clause(
            f"CUARTA.- {deal.who('guarantor', deal.guarantor)} se constituye en {pen.pick('fiador solidario', 'garante solidario')} de {borrow}."
        )
    pen.clause("QUINTA.- Para cualquier controversia las partes se someten a los jueces del lugar.")
    pen.say(
        f"Firmado en {deal.put('sign_place', deal.town)}, el {deal.day('sign_date', deal.start)}."
    )
    pen.sides([lend, "_______________"], [borrow, deal.borrower])
