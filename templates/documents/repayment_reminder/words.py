# ruff: noqa: E501 - sentences are easier to read unbroken
"""The words of the reminder, in Chinese and Spanish."""

from __future__ import annotations

from templates.build import letter_words as shared
from templates.build.letter import LetterWords
from templates.formats import BLANKS

_B, _E = BLANKS["zh"], BLANKS["es"]

WORDS = {
    "zh": LetterWords(
        title="还本付息通知单",
        to="{{ borrower }}：",
        opening=(
            "你户（单位）所借下列贷款（借据号{{ number }}）将于{{ due_on|年月日 }}到期，距{{ as_of|年月日 }}还有{{ days }}。应归还本金人民币{{ balance|元 }}元（大写：{{ balance|大写 }}），请按期还本付息。",
        ),
        note=(
            "注：本金余额和欠息为{{ as_of|年月日 }}台账数。经办机构：{{ unit }}；户号：{{ household_number }}。",
        ),
        asks=(
            f"到期应付利息（以结息日计息结果为准）：{_B}{_B}元；本息合计：{_B}{_B}元。还款账户：{_B}{_B}。",
            "请于到期日前将应还本息足额存入还款账户。逾期未还的，按合同约定计收逾期利息，并如实报送征信系统。",
            ("guarantors", "保证人：{{ guarantors }}（同时通知）。"),
        ),
        contact=shared.CONTACT["zh"],
        sign=shared.SIGN["zh"],
        receipt="还本付息通知单回执",
        receipt_to=shared.RECEIPT_TO["zh"],
        receipt_said=(
            "已收到上述编号的《还本付息通知单》，知悉借据号{{ number }}的贷款{{ due_on|年月日 }}到期，尚欠本金人民币{{ balance|元 }}元，将按期还本付息。",
        ),
        choices=(
            (
                "借款人",
                "（签字、按手印或盖章）\n　　　　　　　　　　　　　　　　　　　　　　　年　　月　　日",
            ),
            (
                "送达人",
                "（签字）　　　　　　　　送达方式：＿＿＿＿＿＿\n　　　　　　　　　　　　　　　　　　　　　　　年　　月　　日",
            ),
        ),
    ),
    "es": LetterWords(
        title="Recordatorio de pago de capital e intereses",
        to="Señor(a): {{ borrower }}",
        opening=(
            "El crédito {{ number }} vence el {{ due_on|day }}: faltan {{ days }} desde el {{ as_of|day }}. El capital por pagar es de CNY {{ balance|yuan }}. Le pedimos pagar capital e intereses en esa fecha.",
        ),
        note=(
            "Saldo e intereses en atraso según el registro al {{ as_of|day }}. Oficina: {{ unit }}. Expediente {{ household_number }}.",
        ),
        asks=(
            f"Intereses al vencimiento (según la liquidación de ese día): {_E}. Total: {_E}. Cuenta de pago: {_E}.",
            "Deposite el importe completo antes del vencimiento. Lo que no se pague devenga el interés moratorio pactado y se informa a la central de riesgos.",
            ("guarantors", "Fiadores: {{ guarantors }} (notificados a la vez)."),
        ),
        contact=shared.CONTACT["es"],
        sign=shared.SIGN["es"],
        receipt="Acuse de recibo del recordatorio",
        receipt_to=shared.RECEIPT_TO["es"],
        receipt_said=(
            "He recibido el recordatorio del número indicado: el crédito {{ number }} vence el {{ due_on|day }} con un capital de CNY {{ balance|yuan }}; pagaré en esa fecha.",
        ),
        choices=(
            ("Deudor", f"(firma, huella o sello)\nFecha: {_E}"),
            ("Entregado por", f"(firma)\nMedio: {_E}    Fecha: {_E}"),
        ),
    ),
}
