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


def test_a_first_instalment_is_not_the_last_day() -> None:
    reading = read(
        "CONTRATO DE MUTUO\nPrestatario: Pedro Úbeda Lagos\n"
        "El prestatario se obliga a pagarla en doce (12) cuotas mensuales, debiendo pagar la primera cuota el día 30 de junio de 2018 y concluyendo el día 30 de mayo de 2019.\n"
        "Firmamos dos tantos de un mismo tenor en la Ciudad de Estelí, 31 de mayo de 2018.\n"
    )

    assert said(reading, "end_date") == "2019-05-30"
    assert said(reading, "term_months") == 12
    assert said(reading, "sign_date") == "2018-05-31"
    assert said(reading, "sign_place") == "Estelí"


def test_years_of_age_are_no_term() -> None:
    reading = read(
        "CONTRATO DE PRENDA. NÚMERO DIECISIETE.- En la ciudad de San Miguel, a las diez horas del día catorce de marzo del año dos mil dieciocho, comparecen por una parte JOSÉ ÁVALOS PAZ, quien es de cincuenta años de edad, actuando en nombre y representación del BANCO DE ORIENTE, Sociedad Anónima, a quien en adelante se le llamará «el Banco»; y por otra parte comparece SANTOS VILLATORO CRUZ, de cuarenta años de edad, con Documento Único de Identidad número cero uno dos tres cuatro cinco seis siete- ocho (01234567-8), a quien en adelante se le denominará «el Deudor» o «el Constituyente». "
        "Celebraron un contrato de mutuo para el plazo de CINCO AÑOS.\n"
    )

    assert reading.doc_type == "pledge_contract"
    assert said(reading, "term_months") == 60
    assert said(reading, "lender") == "BANCO DE ORIENTE, Sociedad Anónima"
    assert said(reading, "pledgor") == "SANTOS VILLATORO CRUZ"
    assert said(reading, "borrower") == "SANTOS VILLATORO CRUZ"
    assert said(reading, "id_number") == "01234567-8"
    assert said(reading, "sign_date") == "2018-03-14"


def test_who_appears_alone_before_the_notary_gives_the_mortgage() -> None:
    reading = read(
        "NÚMERO CIENTO DOCE. LIBRO VEINTE. MUTUO HIPOTECARIO. En la ciudad de Usulután, a las diez horas del día dieciocho de febrero de dos mil veinte. Ante mí, SALVADOR CAMPOS PAZ, Notario, comparece don JOSÉ VILLATORO CRUZ, de cincuenta y un años de edad, con Documento Único de Identidad número 02418876-3, y ME DICE:\n"
        "I) Que recibe a título de mutuo de CAJA DE CRÉDITO DEL MAR, SOCIEDAD COOPERATIVA, la suma de QUINCE MIL DÓLARES (US$15,000.00).\n"
        "II) Constituye primera hipoteca a favor de la Caja sobre un inmueble de naturaleza rústica, situado en el cantón El Puerto, de una extensión superficial de DIECISIETE MIL METROS CUADRADOS (17,000.00 m²).\n"
        "III) Los contratantes valúan el inmueble en la suma de VEINTIOCHO MIL DÓLARES (US$28,000.00).\n"
    )

    assert reading.doc_type == "mortgage_contract"
    assert said(reading, "mortgagor") == "JOSÉ VILLATORO CRUZ"
    assert said(reading, "mortgagee") == "CAJA DE CRÉDITO DEL MAR, SOCIEDAD COOPERATIVA"
    assert said(reading, "id_number") == "02418876-3"
    assert said(reading, "secured_amount") == "15000.00 USD"
    assert said(reading, "collateral_value") == "28000.00 USD"


def test_a_clause_s_ordinal_is_nobody_s_name() -> None:
    reading = read(
        "CONTRATO DE FIANZA\n"
        'Comparecen: por una parte el BANCO DEL VALLE S.A., a quien se denominará "la Acreedora"; y por otra el señor VÍCTOR CARRIÓN ERAS, con cédula No. 1103845567, a quien se denominará "el Fiador".\n'
        "PRIMERA. ANTECEDENTES.- Mediante contrato de mutuo No. 2022-1174, la Acreedora concedió al señor SEGUNDO QUIZHPE LIMA (el Deudor) un crédito de USD 8.000,00 a 30 meses plazo.\n"
        "SEGUNDA. El Fiador se constituye en fiador solidario del Deudor.\n"
    )

    assert said(reading, "borrower") == "SEGUNDO QUIZHPE LIMA"
    assert said(reading, "guarantor") == "VÍCTOR CARRIÓN ERAS"
    assert said(reading, "term_months") == 30


def test_a_person_s_tax_number_is_no_company_s() -> None:
    paper = "CONTRATO DE PRENDA\nACREEDOR: BANCO DEL NORTE S.A.\nDEUDOR: ROLANDO KOVAL RUIZ    CUIT 20-22991744-8\n"

    assert said(read(paper), "id_number") == "20-22991744-8"
    assert said(read(paper), "uscc") is None
    both = read(paper.replace("CUIT", "DNI 22.991.744    CUIT"))
    assert said(both, "id_number") == "22991744"


def test_a_letter_without_a_title_asks_for_money() -> None:
    reading = read(
        "                              Guápiles, 9 de mayo de 2024\n                              Oficio CO-0231-2024\nSeñor\nGerardo Solano Quirós\nCédula 3-0287-0914\nPresente\n\n"
        "Su operación de crédito N.° 15-8841, otorgada por Coopecaribe R.L. por un monto de USD 4,500.00, presenta al día de hoy un atraso de 62 días. El detalle de lo adeudado es: saldo de principal USD 3,118.42, intereses moratorios USD 18.94. Le solicitamos cancelar las cuotas pendientes a más tardar el 24 de mayo de 2024. De lo contrario el caso será trasladado a cobro judicial.\n"
    )

    assert reading.doc_type == "collection_notice"
    assert said(reading, "notice_no") == "CO-0231-2024"
    assert said(reading, "notice_date") == "2024-05-09"
    assert said(reading, "contract_no") == "15-8841"
    assert said(reading, "lender") == "Coopecaribe R.L."
    assert said(reading, "start_date") is None
    assert said(reading, "end_date") is None
