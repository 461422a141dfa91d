# ruff: noqa: E501 - sentences are easier to read unbroken
"""The words of the statement to a borrower, in Chinese and Spanish."""

from __future__ import annotations

from templates.build import letter_words as shared
from templates.build.letter import LetterWords
from templates.formats import BLANKS

_B, _E = BLANKS["zh"], BLANKS["es"]

WORDS = {
    "zh": LetterWords(
        title="贷款对账单",
        to="{{ borrower }}：",
        opening=(
            "为核对债权，现将你户（单位）截至{{ as_of|年月日 }}在我社（行）的贷款列示如下，共{{ count|cell }}笔，本金余额人民币{{ balance|元 }}元（大写：{{ balance|大写 }}）。请核对后填写回执。",
        ),
        note=("注：{{ quarter }}核对；经办机构：{{ unit }}；户号：{{ household_number }}。",),
        asks=(
            "本对账单仅为核对账目，不作为减免或变更债务的依据。有不符之处，请在回执中写明并附还款凭证复印件。",
        ),
        contact=shared.CONTACT["zh"],
        sign=shared.SIGN["zh"],
        receipt="贷款对账单回执",
        receipt_to="",
        receipt_said=(
            "上述编号的《贷款对账单》所列截至{{ as_of|年月日 }}贷款{{ count|cell }}笔、本金余额人民币{{ balance|元 }}元，经核对（在所选项□内打√）：",
        ),
        choices=(
            ("核对结果", f"□相符　　□不符，差异金额：{_B}元，原因：{_B}{_B}{_B}"),
            (
                "借款人",
                "（签字、按手印或盖章）\n　　　　　　　　　　　　　　　　　　　　　　　年　　月　　日",
            ),
            (
                "核对经办人",
                "（两人签字）\n　　　　　　　　　　　　　　　　　　　　　　　年　　月　　日",
            ),
        ),
    ),
    "es": LetterWords(
        title="Estado de deuda para conciliar",
        to="Señor(a): {{ borrower }}",
        opening=(
            "Para conciliar la deuda le informamos sus créditos al {{ as_of|day }}: {{ count|cell }}, con un saldo de capital de CNY {{ balance|yuan }}. Revíselo y complete la respuesta.",
        ),
        note=(
            "Conciliación del {{ quarter }}. Oficina: {{ unit }}. Expediente {{ household_number }}.",
        ),
        asks=(
            "Este estado solo sirve para conciliar; no reduce ni modifica la deuda. Si algo no coincide, anótelo y adjunte copia de sus comprobantes.",
        ),
        contact=shared.CONTACT["es"],
        sign=shared.SIGN["es"],
        receipt="Respuesta al estado de deuda",
        receipt_to="",
        receipt_said=(
            "Revisado el estado del número indicado ({{ count|cell }} crédito(s), capital de CNY {{ balance|yuan }} al {{ as_of|day }}):",
        ),
        choices=(
            ("Resultado", f"□ Conforme    □ No conforme; diferencia: {_E}, motivo: {_E}"),
            ("Deudor", f"(firma, huella o sello)\nFecha: {_E}"),
            ("Conciliado por", f"(dos firmas)\nFecha: {_E}"),
        ),
    ),
}
