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
