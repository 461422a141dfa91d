# ruff: noqa: E501 - sentences are easier to read unbroken
"""The words of the notice to guarantors, in Chinese and Spanish.

A guarantor has to be asked himself, within his own period: a notice to the borrower does not reach
him.
"""

from __future__ import annotations

from templates.build import letter_words as shared
from templates.build.letter import LetterWords
from templates.formats import BLANKS

_B, _E = BLANKS["zh"], BLANKS["es"]

HEADS = {
    "zh": ("保证人", "保证合同编号", "保证方式", "保证金额", "保证期间至"),
    "es": ("Fiador", "Contrato de fianza", "Tipo", "Importe afianzado", "Vigente hasta"),
}
SIGN_HEADS = {
    "zh": ("保证人", "签字、按手印（盖章）", "联系电话", "签收日期"),
    "es": ("Fiador", "Firma, huella o sello", "Teléfono", "Fecha"),
}

WORDS = {
    "zh": LetterWords(
        title="担保人履行责任通知书",
        to="{{ guarantors }}：",
        opening=(
            "你（单位）提供保证的借款人{{ borrower }}在我社（行）的下列借款已逾期{{ days_overdue }}。截至{{ as_of|年月日 }}，尚欠本金人民币{{ balance|元 }}元（大写：{{ balance|大写 }}），已登记欠息人民币{{ arrears|元 }}元，借款人未按合同约定清偿。",
        ),
        note=(
            "注：欠息为括注登记日台账数，其后利息按合同约定计算至清偿之日。经办机构：{{ unit }}；借款人户号：{{ household_number }}。",
        ),
        asks=(
            f"一、根据保证合同约定，我社（行）在保证期间内向你（单位）主张保证债权，请于＿＿＿年＿＿月＿＿日前在保证范围内代为清偿上述借款本金及全部利息、费用。还款账户：{_B}{_B}。",
            "二、本通知书是我社（行）要求保证人承担保证责任的书面请求，自送达之日起依法产生主张权利的效力。",
            "三、逾期不履行的，我社（行）将依法向借款人和保证人一并追索，并如实报送征信系统。",
        ),
        contact=shared.CONTACT["zh"],
        sign=shared.SIGN["zh"],
        receipt="担保人履行责任通知书回执",
        receipt_to=shared.RECEIPT_TO["zh"],
        receipt_said=(
            "本人（单位）已收到上述编号的《担保人履行责任通知书》，知悉借款人{{ borrower }}截至{{ as_of|年月日 }}尚欠本金人民币{{ balance|元 }}元（大写：{{ balance|大写 }}）及相应利息，确认对该笔借款承担保证责任，并将督促借款人归还或代为清偿。",
        ),
        choices=(
            (
                "履行安排",
                f"□督促借款人于＿＿＿年＿＿月＿＿日前归还\n□代为清偿，金额：{_B}元，日期：＿＿＿年＿＿月＿＿日\n□其他：{_B}{_B}{_B}",
            ),
        ),
        delivered=shared.DELIVERED["zh"],
        delivery=shared.DELIVERY["zh"],
    ),
    "es": LetterWords(
        title="Requerimiento de pago al fiador",
        to="Señor(a): {{ guarantors }}",
        opening=(
            "El crédito de {{ borrower }} que usted afianzó tiene {{ days_overdue }} de atraso. Al {{ as_of|day }} se adeuda un capital de CNY {{ balance|yuan }} e intereses anotados por CNY {{ arrears|yuan }}, que el deudor no ha pagado.",
        ),
        note=(
            "Los intereses son los anotados al día indicado; los posteriores se liquidan según contrato hasta el pago. Oficina: {{ unit }}. Expediente {{ household_number }}.",
        ),
        asks=(
            f"1. Conforme al contrato de fianza y dentro de su vigencia, le requerimos el pago del capital, los intereses y los gastos afianzados, a más tardar el {_E}. Cuenta de pago: {_E}.",
            "2. Este aviso es un requerimiento formal al fiador y surte efecto desde su entrega.",
            "3. Si no paga, cobraremos por la vía judicial al deudor y a los fiadores, y el atraso se informa a la central de riesgos.",
        ),
        contact=shared.CONTACT["es"],
        sign=shared.SIGN["es"],
        receipt="Acuse de recibo del requerimiento al fiador",
        receipt_to=shared.RECEIPT_TO["es"],
        receipt_said=(
            "He recibido el requerimiento del número indicado. Sé que {{ borrower }} adeuda al {{ as_of|day }} un capital de CNY {{ balance|yuan }} más intereses, y confirmo mi obligación como fiador de ese crédito.",
        ),
        choices=(
            (
                "Dispongo",
                f"□ Que el deudor pague, a más tardar el {_E}\n□ Pagar yo: importe {_E}, fecha {_E}\n□ Otro: {_E}",
            ),
        ),
        delivered=shared.DELIVERED["es"],
        delivery=shared.DELIVERY["es"],
    ),
}
