# ruff: noqa: E501 - papers are typed as they stand
"""Parties that Spanish and English deeds introduce in running text."""

from __future__ import annotations

import pytest

from extractors.latin_names import name_at
from tests.typed_paper import read, said


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("don ELEUTERIO TICONA MAMANI, con DNI", "ELEUTERIO TICONA MAMANI"),
        ("la C. MA. GUADALUPE ESPINOZA TREJO, POR SU", "MA. GUADALUPE ESPINOZA TREJO"),
        ("UPENDO SAVINGS AND CREDIT SOCIETY LIMITED of P.O. Box 1", "UPENDO SAVINGS AND CREDIT SOCIETY LIMITED"),
        ("CAJA VALLE, S.C. DE A.P. DE R.L. DE C.V., representada", "CAJA VALLE, S.C. DE A.P. DE R.L. DE C.V."),
        ("Banco Maya, Sociedad Anónima (el", "Banco Maya, Sociedad Anónima"),
        ('COOPERATIVA "SAN ROQUE" R.L., con NIT', 'COOPERATIVA "SAN ROQUE" R.L.'),
        ("Daniel R. Hoffman and Susan K. Hoffman", "Daniel R. Hoffman"),
        ("Smt. Lakshmi Bai Reddy, W/o", "Lakshmi Bai Reddy"),
        ("Prairie Farm Credit, ACA, an Iowa corporation", "Prairie Farm Credit, ACA"),
    ],
)  # fmt: skip
def test_a_name_ends_where_its_owner_does(printed: str, name: str) -> None:
    place = name_at(printed, 0, len(printed))

    assert place is not None
    assert printed[place[0] : place[1]] == name


def test_a_party_is_who_the_description_before_its_role_names() -> None:
    reading = read(
        "CONTRATO DE MUTUO\n"
        "Conste el contrato que celebran de una parte don HÉCTOR RAÚL CCALLO SUPO, con DNI N° 29481736, con domicilio en Av. Goyeneche N° 412, Arequipa, a quien en adelante se le denominará EL MUTUANTE; y de la otra parte la señora YENI ROSARIO HUAMANÍ TORRES, identificada con DNI N° 42817365, con domicilio en Calle Puno N° 108, distrito de Cayma, a quien en lo sucesivo se le denominará LA MUTUARIA, en los términos siguientes.\n"
    )

    assert said(reading, "lender") == "HÉCTOR RAÚL CCALLO SUPO"
    assert said(reading, "borrower") == "YENI ROSARIO HUAMANÍ TORRES"
    assert said(reading, "id_number") == "42817365"
    assert said(reading, "borrower_address") == "Calle Puno N° 108, distrito de Cayma"


def test_a_couple_called_by_one_role_is_two_parties() -> None:
    reading = read(
        "LOAN AGREEMENT\n"
        'This Agreement is entered into as of March 15, 2021, by and between Prairie Farm Credit, ACA, an Iowa corporation (the "Lender"), and Daniel R. Hoffman and Susan K. Hoffman, husband and wife (collectively, the "Borrower").\n'
    )

    assert said(reading, "lender") == "Prairie Farm Credit, ACA"
    assert said(reading, "borrower") == ["Daniel R. Hoffman", "Susan K. Hoffman"]


def test_who_signs_for_a_company_is_not_the_party() -> None:
    reading = read(
        "CONTRATO DE CRÉDITO\n"
        "Entre Banco Maya, Sociedad Anónima, en adelante EL BANCO, y la empresa AGRO CERROS S.A., con RUC 20123456786, representada por su gerente general, señor Mario Xicay Pérez, con DNI N° 41234567, en adelante LA PRESTATARIA.\n"
    )

    assert said(reading, "borrower") == "AGRO CERROS S.A."
    assert said(reading, "legal_rep") == "Mario Xicay Pérez"
    assert said(reading, "uscc") == "20123456786"
    assert said(reading, "id_number") is None


def test_a_person_appearing_for_a_bank_is_not_the_party() -> None:
    reading = read(
        "ESCRITURA DE HIPOTECA\nCOMPARECEN:\n"
        "DE UNA PARTE: DON LUIS SÁNCHEZ BOTE, con D.N.I. 07451289-T, en nombre y representación de CAJA RURAL DEL SUR, SOCIEDAD COOPERATIVA DE CRÉDITO, en adelante, la parte acreedora.\n"
        "Y DE OTRA: DON MIGUEL PRIETO NEILA, con D.N.I. 11774532-H, y su esposa DOÑA ROSA CASTAÑO GIL, con D.N.I. 76012345-Z, en adelante, la parte hipotecante.\n"
    )

    assert said(reading, "mortgagee") == "CAJA RURAL DEL SUR, SOCIEDAD COOPERATIVA DE CRÉDITO"
    assert said(reading, "mortgagor") == ["MIGUEL PRIETO NEILA", "ROSA CASTAÑO GIL"]
    assert said(reading, "id_number") == ["11774532-H", "76012345-Z"]


def test_a_description_left_blank_names_nobody() -> None:
    reading = read(
        "CONTRATO DE PRÉSTAMO\n"
        "De una parte ____________, con RUC N° ________, a quien en adelante se denominará EL PRESTAMISTA; y de la otra parte don ____________, con DNI N° ________, en adelante EL PRESTATARIO.\n"
    )

    assert not reading.fields


def test_what_a_party_declares_of_itself_is_its_own() -> None:
    reading = read(
        "CONTRATO DE CRÉDITO\n"
        'POR UNA PARTE IMPULSORA LA ESPIGA, S.A.P.I. DE C.V., A QUIEN SE LE DENOMINARÁ LA "ACREDITANTE", Y POR LA OTRA EL C. ANSELMO VILLASEÑOR RICO, A QUIEN SE LE DENOMINARÁ EL "ACREDITADO".\n'
        "I. Declara el ACREDITADO llamarse como ha quedado escrito, con domicilio en Calle Zaragoza 18, Sahuayo, CURP VIRA650118HMNLCN03.\n"
    )

    assert said(reading, "lender") == "IMPULSORA LA ESPIGA, S.A.P.I. DE C.V."
    assert said(reading, "id_number") == "VIRA650118HMNLCN03"
    assert said(reading, "borrower_address") == "Calle Zaragoza 18, Sahuayo"


def test_who_speaks_in_a_note_is_the_debtor() -> None:
    reading = read(
        "PAGARÉ\n"
        "Yo, REINA MEJÍA CASTELLANOS, con Tarjeta de Identidad No. 0801-1985-04567, con domicilio en Danlí, por este acto DEBO Y PAGARÉ a la orden de COOPERATIVA EL PROGRESO, S.A., la cantidad de CIENTO VEINTE MIL LEMPIRAS.\n"
    )

    assert said(reading, "borrower") == "REINA MEJÍA CASTELLANOS"
    assert said(reading, "lender") == "COOPERATIVA EL PROGRESO, S.A."
    assert said(reading, "id_number") == "0801-1985-04567"


def test_a_debtor_who_gives_the_security_is_the_pledgor_too() -> None:
    reading = read(
        "CONTRATO DE PRENDA\n"
        'De una parte, don SEGUNDO TOALOMBO PILCO, con cédula 180099112-3, en adelante denominado como "EL DEUDOR". De otra parte, COOPERATIVA MINKA LTDA., la cual será denominada como "EL ACREEDOR".\n'
        "PRIMERO.- EL DEUDOR constituye prenda a favor de EL ACREEDOR sobre doce vacas lecheras Holstein, valoradas en USD 13,200.00.\n"
    )

    assert said(reading, "pledgor") == "SEGUNDO TOALOMBO PILCO"
    assert said(reading, "borrower") == "SEGUNDO TOALOMBO PILCO"
    assert said(reading, "collateral") == "doce vacas lecheras Holstein"
    assert said(reading, "collateral_value") == "13200.00 USD"


def test_a_name_that_comes_again_opens_its_block_again() -> None:
    reading = read(
        "CONTRATO DE CRÉDITO\n"
        "Contrato que celebran UNIÓN DE CRÉDITO DEL YAQUI, S.A. DE C.V., como la ACREDITANTE, y por la otra GUADALUPE VALENZUELA IBARRA, a quien se le denominará EL ACREDITADO.\n"
        "______________          ______________\n"
        "GUADALUPE VALENZUELA IBARRA\n"
        "RFC: VAIG770912KL9\n"
    )

    assert said(reading, "id_number") == "VAIG770912KL9"


def test_the_telephone_of_a_letterhead_is_not_the_borrower_s() -> None:
    reading = read(
        "PAGARÉ\nPRÉSTAMOS DEL VALLE SRL\nCalle Duarte 41\nTel: 809-555-0142\n"
        "Yo, Carmen Féliz Montero, portador de la cédula 012-0999123-4, debo y pagaré a PRÉSTAMOS DEL VALLE SRL la suma de RD$ 60,000.00\n"
    )

    assert said(reading, "borrower") == "Carmen Féliz Montero"
    assert said(reading, "phone") is None


def test_words_of_a_role_are_nobody_s_name() -> None:
    reading = read(
        "CONTRATO DE PRENDA\nPrendador: Juan Soto Ruiz\nEL DEUDOR GARANTE PRENDARIO    EL ACREEDOR GARANTIZADO\n"
    )

    assert said(reading, "borrower") is None


def test_two_sides_without_roles_are_the_institution_and_the_borrower() -> None:
    reading = read(
        "CONTRATO DE CRÉDITO INDIVIDUAL\nFolio: CI-2022-0913\n"
        "Contrato que celebran por una parte FINANCIERA CAMPO NUEVO S.A. DE C.V., y por la otra el/la C. MARÍA CHÁVEZ RENTERÍA, quien declara tener su domicilio en El Saucito.\n"
    )

    assert said(reading, "lender") == "FINANCIERA CAMPO NUEVO S.A. DE C.V."
    assert said(reading, "borrower") == "MARÍA CHÁVEZ RENTERÍA"
    assert said(reading, "contract_no") == "CI-2022-0913"


def test_a_role_may_just_stand_behind_its_party() -> None:
    reading = read(
        "CONTRATO DE PRÉSTAMO DE DINERO\n"
        "Conste el contrato que celebran GLADYS TICONA APAZA, con DNI 40099318, EL PRESTAMISTA, y RUBÉN LIMA CCALLO, con DNI 70099455, EL PRESTATARIO, quienes acuerdan lo siguiente.\n"
    )

    assert said(reading, "lender") == "GLADYS TICONA APAZA"
    assert said(reading, "borrower") == "RUBÉN LIMA CCALLO"
    assert said(reading, "id_number") == "70099455"


def test_brackets_to_tick_are_no_answer_until_ticked() -> None:
    blank = "FICHA DE VISITA DE SEGUIMIENTO\nCliente: Juan Soto Ruiz\nFecha de visita: 26/09/2023\nDestino conforme: ( ) Sí  ( ) No\nCalificación: ( ) Normal ( ) CPP ( ) Deficiente\n"
    ticked = blank.replace("( ) Sí", "(X) Sí").replace("( ) CPP", "( X ) CPP")

    assert said(read(blank), "use_matches_contract") is None
    assert said(read(blank), "classification") is None
    assert said(read(ticked), "use_matches_contract") is True
    assert said(read(ticked), "classification") == "CPP"
