"""Spanish papers whose title runs on into their first sentence."""

from __future__ import annotations

import pytest

from tests.typed_paper import read

PARTIES = "UNIÓN DE CRÉDITO DEL VALLE, S.A. DE C.V., LA UNIÓN; Y POR LA OTRA EL C. RAMÓN TREJO"


@pytest.mark.parametrize(
    ("first_line", "doc_type"),
    [
        (f"CONTRATO DE CRÉDITO DE AVÍO QUE CELEBRAN POR UNA PARTE {PARTIES}", "loan_contract"),
        (f"CONTRATO DE PRENDA SIN TRANSMISIÓN, CELEBRADO ENTRE {PARTIES}", "pledge_contract"),
        (
            "NÚMERO CIENTO DOCE. LIBRO VEINTE. MUTUO HIPOTECARIO. En la ciudad de Usulután, "
            "a las diez horas del día dieciocho de febrero de dos mil veinte, comparece don José.",
            "mortgage_contract",
        ),
    ],
)
def test_a_title_may_run_on_into_the_first_sentence(first_line: str, doc_type: str) -> None:
    assert read(f"{first_line}\nque se rige por las siguientes cláusulas:").doc_type == doc_type


def test_a_letter_without_a_title_is_known_by_what_it_says() -> None:
    paper = read("""Guápiles, 9 de mayo de 2024
Señora
Ana Solano Mora
Presente
Le comunicamos que su operación N.° 15-0041 presenta un atraso de 62 días.
Le solicitamos cancelar las cuotas pendientes. De lo contrario el caso pasará a cobro judicial.
""")

    assert paper.doc_type == "collection_notice"
