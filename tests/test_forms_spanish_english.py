# ruff: noqa: E501 - papers are typed as they stand
"""Each form in Spanish and English."""

from __future__ import annotations

from typing import Any

from tests.typed_paper import read, said, table


def all_said(text: str, *tables: Any) -> dict[str, Any]:
    reading = read(text, *tables)
    return {"doc_type": reading.doc_type} | {name: said(reading, name) for name in reading.fields}


def test_a_spanish_loan_contract_in_clauses() -> None:
    assert all_said(
        """CONTRATO DE PRÉSTAMO N° 2019-0045
Conste por el presente documento el contrato de préstamo que celebran, de una parte, COOPERATIVA DE AHORRO Y CRÉDITO SAN ISIDRO LTDA., con RUC N° 20123456786, con domicilio en Jr. Lima 123, en adelante EL PRESTAMISTA; y de otra parte, don JUAN PÉREZ QUISPE, identificado con DNI N° 41234567, en adelante EL PRESTATARIO.
PRIMERA: EL PRESTAMISTA otorga a EL PRESTATARIO un préstamo por la suma de S/ 15,000.00 (quince mil con 00/100 soles).
SEGUNDA: El plazo es de 12 meses, desde el 5 de junio del 2019 hasta el 5 de junio del 2020.
TERCERA: La tasa de interés es de 24% anual (TEA). Interés moratorio 5% mensual.
CUARTA: El préstamo será destinado a la compra de semillas.
Suscrito en Cusco, a los 5 días del mes de junio de 2019.
"""
    ) == {
        "doc_type": "loan_contract",
        "contract_no": "2019-0045",
        "borrower": "JUAN PÉREZ QUISPE",
        "lender": "COOPERATIVA DE AHORRO Y CRÉDITO SAN ISIDRO LTDA.",
        "id_number": "41234567",
        "amount": "15000.00 PEN",
        "amount_words": "quince mil con 00/100 soles",
        "start_date": "2019-06-05",
        "end_date": "2020-06-05",
        "term_months": 12,
        "rate": "24 percent_year",
        "purpose": "compra de semillas",
        "sign_date": "2019-06-05",
        "sign_place": "Cusco",
    }


def test_a_colombian_note_with_points_for_thousands() -> None:
    reading = read(
        """PAGARÉ
Yo, Carlos Andrés Rojas Díaz, identificado con cédula de ciudadanía No. 79.456.123 de Bogotá, me obligo a pagar a la orden de Banco Agrario de Colombia S.A. la suma de $ 12.500.000 (doce millones quinientos mil pesos moneda corriente), el día 10 de mayo de 2022, con intereses del 1,5% mensual.
Ciudad y fecha: Tunja, 10 de mayo de 2021
"""
    )

    assert reading.doc_type == "iou"
    assert said(reading, "borrower") == "Carlos Andrés Rojas Díaz"
    assert said(reading, "lender") == "Banco Agrario de Colombia S.A."
    assert said(reading, "id_number") == "79456123"
    assert said(reading, "amount") == "12500000.00 COP"
    assert said(reading, "rate") == "1.5 percent_month"
    assert said(reading, "end_date") == "2022-05-10"
    assert said(reading, "sign_date") == "2021-05-10"


def test_a_mortgage_deed_before_a_notary() -> None:
    reading = read(
        """ESCRITURA PÚBLICA NÚMERO 1.245
CONSTITUCIÓN DE HIPOTECA ABIERTA DE PRIMER GRADO
En la ciudad de Loja, a los doce días del mes de marzo de dos mil dieciocho, ante mí, el Notario Segundo, comparecen: por una parte, la COOPERATIVA DE AHORRO Y CRÉDITO LOJA LTDA., legalmente representada por su gerente, en adelante EL ACREEDOR HIPOTECARIO; y por otra parte, el señor Manuel Jumbo Cango, con cédula de ciudadanía No. 1102345678, en adelante EL DEUDOR HIPOTECARIO.
El inmueble ubicado en la parroquia Vilcabamba, sector Yamburara, con un área de 1.250,00 metros cuadrados, matrícula inmobiliaria No. 04521.
Monto garantizado: hasta por la suma de USD 25.000,00
Avalúo: USD 40.000,00
"""
    )

    assert reading.doc_type == "mortgage_contract"
    assert said(reading, "mortgagee") == "COOPERATIVA DE AHORRO Y CRÉDITO LOJA LTDA."
    assert said(reading, "mortgagor") == "Manuel Jumbo Cango"
    assert said(reading, "id_number") == "1102345678"
    assert said(reading, "secured_amount") == "25000.00 USD"
    assert said(reading, "appraised_value") == "40000.00 USD"
    assert said(reading, "registry_no") == "04521"


def test_a_registry_certificate() -> None:
    assert all_said(
        """CERTIFICADO DE GRAVAMEN
Registro de la Propiedad del Cantón Loja
Matrícula inmobiliaria: 04521
Gravamen: HIPOTECA ABIERTA
A favor de: COOPERATIVA DE AHORRO Y CRÉDITO LOJA LTDA.
Propietario: Manuel Jumbo Cango     C.I.: 1102345678
Escritura N°: 1245    Fecha de inscripción: 20/03/2018
Monto: USD 25.000,00
"""
    ) == {
        "doc_type": "mortgage_registration",
        "registry_no": "04521",
        "right": "hipoteca",
        "mortgage_type": "abierta",
        "mortgagee": "COOPERATIVA DE AHORRO Y CRÉDITO LOJA LTDA.",
        "mortgagor": "Manuel Jumbo Cango",
        "id_number": "1102345678",
        "deed_no": "1245",
        "register_date": "2018-03-20",
        "secured_amount": "25000.00 USD",
    }


def test_a_visit_report() -> None:
    reading = read(
        """INFORME DE VISITA DE SEGUIMIENTO
Cliente: Rosa Mamani Flores      DNI: 40123456
N° de crédito: 2020-00871     Saldo: S/ 8,450.50
Días de atraso: 12     Fecha de visita: 14/09/2020
Destino verificado: Sí
Calificación: CPP
Conclusión: El negocio continúa operando con ventas menores.
Asesor de crédito: Luis Torres
"""
    )

    assert said(reading, "borrower") == "Rosa Mamani Flores"
    assert said(reading, "id_number") == "40123456"
    assert said(reading, "contract_no") == "2020-00871"
    assert said(reading, "balance") == "8450.50 PEN"
    assert said(reading, "days_past_due") == 12
    assert said(reading, "inspect_date") == "2020-09-14"
    assert said(reading, "use_matches_contract") is True
    assert said(reading, "classification") == "CPP"
    assert said(reading, "inspector") == "Luis Torres"


def test_an_english_loan_agreement_with_lakhs() -> None:
    reading = read(
        """LOAN AGREEMENT
Agreement No.: LA-2021/118
This Loan Agreement is made on 5th June, 2021 between Green Valley Rural Bank ("the Lender") and John Kamau Mwangi, ID No. 24567812 ("the Borrower").
1. Principal: The Lender agrees to lend the sum of Rs. 2,50,000 (Rupees two lakh fifty thousand only).
2. Interest: 12% p.a.
3. Term: 24 months from 05/06/2021 to 04/06/2023
4. Purpose: purchase of dairy cattle.
"""
    )

    assert said(reading, "contract_no") == "LA-2021/118"
    assert said(reading, "borrower") == "John Kamau Mwangi"
    assert said(reading, "id_number") == "24567812"
    assert said(reading, "amount") == "250000.00 INR"
    assert said(reading, "amount_words") == "Rupees two lakh fifty thousand only"
    assert said(reading, "rate") == "12 percent_year"
    assert said(reading, "start_date") == "2021-06-05"
    assert said(reading, "end_date") == "2023-06-04"
    assert said(reading, "purpose") == "purchase of dairy cattle"
    assert said(reading, "sign_date") == "2021-06-05"


def test_an_english_mortgage_deed() -> None:
    reading = read(
        """DEED OF MORTGAGE
This Mortgage is made on the 12th day of March 2018 between Peter Otieno Odhiambo (the "Mortgagor") and Lakeview Farmers Bank Ltd (the "Mortgagee").
The Mortgagor charges the property situated at Plot 45, Kisumu to secure the sum of KES 1,500,000.00
Title No.: KSM/4521/12
"""
    )

    assert said(reading, "mortgagor") == "Peter Otieno Odhiambo"
    assert said(reading, "mortgagee") == "Lakeview Farmers Bank Ltd"
    assert said(reading, "secured_amount") == "1500000.00 KES"
    assert said(reading, "location") == "Plot 45, Kisumu"
    assert said(reading, "title_certificate_no") == "KSM/4521/12"
    assert said(reading, "sign_date") == "2018-03-12"


def test_an_english_inspection_table() -> None:
    reading = read(
        "UNIT INSPECTION REPORT",
        table(
            ["Name of the Borrower", "Ramesh Kumar Patel", "Date of visit", "14-09-2020"],
            ["Outstanding", "Rs. 4,32,150.75", "Date of last visit", "10-06-2020"],
            ["Asset classification", "SMA-1", "Inspecting official", "S. Verma"],
        ),
    )

    assert said(reading, "borrower") == "Ramesh Kumar Patel"
    assert said(reading, "inspect_date") == "2020-09-14"
    assert said(reading, "last_inspect_date") == "2020-06-10"
    assert said(reading, "balance") == "432150.75 INR"
    assert said(reading, "classification") == "SMA-1"
    assert said(reading, "inspector") == "S. Verma"


def test_an_english_demand_notice() -> None:
    reading = read(
        """DEMAND NOTICE
Ref. No: DN/2021/045
Date: 15 March 2021
To: Mr. Peter Otieno
Your loan account no. LN-00921 is overdue by 45 days. Outstanding balance: KES 143,250.00. You are required to pay on or before 31 March 2021.
"""
    )

    assert said(reading, "notice_no") == "DN/2021/045"
    assert said(reading, "notice_date") == "2021-03-15"
    assert said(reading, "borrower") == "Peter Otieno"
    assert said(reading, "contract_no") == "LN-00921"
    assert said(reading, "days_past_due") == 45
    assert said(reading, "balance") == "143250.00 KES"
    assert said(reading, "pay_by") == "2021-03-31"


def test_money_of_an_unknown_country_is_a_problem() -> None:
    reading = read(
        "PAGARÉ\nDeudor: Juan Pérez Soto\nMonto: $ 5,000.00\nlugar y fecha de la firma del documento\n"
    )

    assert said(reading, "amount") == "5000.00 XXX"
    assert "currency_unknown" in {problem.code for problem in reading.problems}
