# ruff: noqa: E501 - papers are typed as they stand
"""What Spanish papers say in sentences, lists and letters."""

from __future__ import annotations

import pytest

from tests.typed_paper import read, said


def test_an_institution_that_speaks_first_is_the_lender() -> None:
    reading = read(
        "CONTRATO DE MUTUO\n"
        "Nosotros, la COOPERATIVA DE AHORRO Y CRÉDITO EL ROBLE R.L., quien en adelante se denominará LA COOPERATIVA, representada por Rosa Picado Ruiz; y el miembro de la cooperativa: Pedro Úbeda Lagos, quien se identifica con cédula de identidad 241-190680-0099H y quien en adelante se denominará EL ASOCIADO.\n"
    )

    assert said(reading, "lender") == "COOPERATIVA DE AHORRO Y CRÉDITO EL ROBLE R.L."
    assert said(reading, "borrower") == "Pedro Úbeda Lagos"
    assert said(reading, "id_number") == "241-190680-0099H"


def test_roles_may_follow_in_the_order_of_the_names() -> None:
    reading = read(
        "CONTRATO DE PRÉSTAMO CON FIADOR\n"
        'Yo, MARVIN PORTILLO RIVAS, de 38 años de edad, del domicilio de Jiquilisco, y JORGE PORTILLO LOVO, de 61 años de edad, quienes nos denominaremos, el primero como "la parte deudora" y el segundo como "la parte fiadora", OTORGAMOS: Que en este acto recibo en calidad de préstamo del "BANCO DEL LAGO, SOCIEDAD ANÓNIMA", la cantidad de US$6,500.00, cuyo destino es compra de semilla y abono.\n'
    )

    assert said(reading, "borrower") == "MARVIN PORTILLO RIVAS"
    assert said(reading, "guarantor") == "JORGE PORTILLO LOVO"
    assert said(reading, "lender") == "BANCO DEL LAGO, SOCIEDAD ANÓNIMA"
    assert said(reading, "purpose") == "compra de semilla y abono"


@pytest.mark.parametrize(
    "rate",
    [
        "Intereses: SOFR más 2,75 % anual.",
        "El préstamo devengará intereses a la tasa TIIE más 6.5 % anual.",
        "Tasa de interés: DTF + 4,5 % E.A.",
        "El tipo de interés será el Euríbor incrementado en un diferencial de 1,25 % anual.",
        "La tasa de interés será la tasa pasiva de referencia más 8 % anual.",
    ],
)
def test_a_margin_on_a_reference_rate_is_no_rate(rate: str) -> None:
    paper = f"CONTRATO DE PRÉSTAMO\nPRESTATARIO: Juan Pérez Soto\n{rate}\n"

    assert said(read(paper), "rate") is None
    assert said(read(paper.replace(rate, "Tasa de interés: 12,5 % anual más IVA")), "rate") == (
        "12.5 percent_year"
    )


def test_the_day_a_mortgage_deed_was_granted_is_the_day_it_was_signed() -> None:
    reading = read(
        "ESCRITURA DE HIPOTECA\nFECHA DE OTORGAMIENTO: 11/03/2019\nHipotecante: Pedro Lugo Díaz\n"
    )

    assert said(reading, "sign_date") == "2019-03-11"
    assert said(reading, "start_date") is None


def test_a_debtor_named_by_a_label_is_the_pledgor_where_nobody_else_is() -> None:
    reading = read(
        "CONTRATO DE PRENDA CON REGISTRO\nACREEDOR: BANCO DEL NORTE S.A.\nDEUDOR: ROLANDO KOVAL RUIZ\n"
        "Bien: TRACTOR   Marca: PAUNY   Modelo: 230A\n"
        "para garantizar la suma de PESOS DOS MILLONES ($ 2.000.000,00), que el deudor pagará en 8 cuotas.\n"
        "El bien se valúa en $ 3.850.000,00 y se asegura contra todo riesgo.\n"
    )

    assert said(reading, "pledgor") == "ROLANDO KOVAL RUIZ"
    assert said(reading, "lender") == "BANCO DEL NORTE S.A."
    assert said(reading, "collateral") == "TRACTOR"
    assert said(reading, "secured_amount") == "2000000.00 XXX"
    assert said(reading, "collateral_value") == "3850000.00 XXX"


def test_things_listed_one_a_line_are_all_pledged() -> None:
    reading = read(
        "CONTRATO DE PRENDA AGRARIA\nPrendador: Raúl Díaz Paz\nANEXO I - BIENES PRENDADOS\n"
        "- Una sembradora marca Agrometal\n- 40 vaquillas de raza Overo\n- Un seguro contra incendio\n"
    )

    assert said(reading, "collateral") == ["Una sembradora marca Agrometal", "40 vaquillas de raza Overo"]  # fmt: skip


def test_a_letter_says_where_its_addressee_lives_and_who_stands_surety() -> None:
    reading = read(
        "Chiquinquirá, 5 de abril de 2023\n\nSeñor\nABELARDO RINCÓN VILLA\nC.C. 7.309.917\nVereda Varela, Finca Los Sauces\nChiquinquirá\n\n"
        "REFERENCIA: COBRO PREJURÍDICO – OBLIGACIÓN No. 0417-99033\n\n"
        "Su crédito presenta una mora de 95 días; se dará cuenta a la fiadora, Sra. Mabel Soto Paz.\n"
    )

    assert said(reading, "borrower_address") == "Vereda Varela, Finca Los Sauces"
    assert said(reading, "contract_no") == "0417-99033"
    assert said(reading, "guarantor") == "Mabel Soto Paz"


def test_the_town_below_an_addressee_is_no_address() -> None:
    reading = read(
        "CARTA DE COBRANZA\nSeñor\nABELARDO RINCÓN VILLA\nPresente\n\nSu crédito tiene 95 días de mora.\n"
    )

    assert said(reading, "borrower") == "ABELARDO RINCÓN VILLA"
    assert said(reading, "borrower_address") is None


def test_a_letter_of_surety_is_addressed_to_the_lender() -> None:
    reading = read(
        "CARTA AVAL\n\nTlaltenango, a 14 de marzo de 2019\n\nCAJA POPULAR DEL CERRO, S.C. DE A.P.\nP R E S E N T E\n\n"
        "La que suscribe, SOCORRO ÁVILA CARRILLO, manifiesto que me constituyo como AVAL del C. FLORENTINO ÁVILA MACÍAS.\n"
    )

    assert said(reading, "lender") == "CAJA POPULAR DEL CERRO, S.C. DE A.P."
