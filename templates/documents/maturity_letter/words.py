# ruff: noqa: E501 - sentences are easier to read unbroken
"""The words of the letter on loans falling due, in Chinese and Spanish."""

from __future__ import annotations

from templates.build import letter_words as shared
from templates.build.letter import LetterWords
from templates.formats import BLANKS

_B, _E = BLANKS["zh"], BLANKS["es"]

_ZH = LetterWords(
    title="到期贷款提示函",
    to="{{ borrower }}：",
    opening=(
        "你户（单位）在我社（行）的贷款共{{ count|cell }}笔将于{{ month }}到期，本金余额合计人民币{{ balance|元 }}元（大写：{{ balance|大写 }}），最早一笔{{ first_due_on|年月日 }}到期，明细如下：",
    ),
    note=(
        "注：本金余额和欠息为{{ as_of|年月日 }}台账数；到期应付利息以结息日计息结果为准。经办机构：{{ unit }}；户号：{{ household_number }}。",
    ),
    asks=(
        f"一、请提前筹措资金，于到期日前将应还本息足额存入还款账户（账号：{_B}{_B}）或到我社（行）柜面办理还款。",
        f"二、确有困难不能按期归还的，请于{_B}前提出书面申请并附有关证明，由我社（行）按规定审查；未经批准的，仍须按期归还。",
        "三、到期未还的，自到期次日起按合同约定计收逾期利息，如实报送征信系统，并依法追索。",
        (
            "guarantors",
            "四、上述贷款的保证人为{{ guarantors }}，请一并告知；借款人不能按期归还的，保证人应按合同承担保证责任。",
        ),
    ),
    contact=shared.CONTACT["zh"],
    sign=shared.SIGN["zh"],
    receipt="到期贷款提示函回执",
    receipt_to=shared.RECEIPT_TO["zh"],
    receipt_said=(
        "本人（单位）已收到上述编号的《到期贷款提示函》，知悉{{ month }}到期贷款{{ count|cell }}笔，确认截至{{ as_of|年月日 }}尚欠本金人民币{{ balance|元 }}元（大写：{{ balance|大写 }}）。对到期贷款安排如下（在所选项□内打√并填写）：",
    ),
    choices=(
        (
            "□按期归还",
            f"还款资金来源：{_B}{_B}{_B}\n计划还款日期：＿＿＿年＿＿月＿＿日　计划还款金额：{_B}元",
        ),
        (
            "□申请展期、\n还旧借新",
            f"申请期限：{_B}　金额：{_B}元\n原因：{_B}{_B}{_B}{_B}\n（须另交书面申请和担保人同意意见）",
        ),
        ("□暂无力归还", f"原因：{_B}{_B}{_B}{_B}\n还款计划：{_B}{_B}{_B}{_B}"),
    ),
    signs=shared.BORROWER_SIGNS["zh"],
    delivered=shared.DELIVERED["zh"],
    delivery=(
        *shared.DELIVERY["zh"],
        (
            "管户经理意见",
            "□收回　　□展期（还旧借新）　　□清收\n签字：　　　　　　　　　　　年　　月　　日",
        ),
    ),
)

_ES = LetterWords(
    title="Aviso de vencimiento de crédito",
    to="Señor(a): {{ borrower }}",
    opening=(
        "Le informamos que {{ count|cell }} crédito(s) que mantiene con nosotros vencen en {{ month }}, con un saldo de capital de CNY {{ balance|yuan }}; el primero vence el {{ first_due_on|day }}. Detalle:",
    ),
    note=(
        "Saldos e intereses en atraso según el registro al {{ as_of|day }}; los intereses al vencimiento se liquidan en esa fecha. Oficina: {{ unit }}. Expediente {{ household_number }}.",
    ),
    asks=(
        f"1. Le pedimos tener los fondos en la cuenta de pago (n.º {_E}) o pagar en ventanilla, a más tardar el día del vencimiento.",
        f"2. Si no puede pagar a tiempo, presente una solicitud por escrito con su sustento antes del {_E}; mientras no se apruebe, la fecha de pago no cambia.",
        "3. Lo que no se pague al vencimiento devenga el interés moratorio pactado, se informa a la central de riesgos y se cobra por la vía legal.",
        (
            "guarantors",
            "4. Fiadores: {{ guarantors }}. Comuníqueles este aviso; si el deudor no paga, responden según su contrato.",
        ),
    ),
    contact=shared.CONTACT["es"],
    sign=shared.SIGN["es"],
    receipt="Acuse de recibo del aviso de vencimiento",
    receipt_to=shared.RECEIPT_TO["es"],
    receipt_said=(
        "He recibido el aviso del número indicado sobre {{ count|cell }} crédito(s) que vencen en {{ month }} y confirmo que al {{ as_of|day }} debo un capital de CNY {{ balance|yuan }}. Para el pago dispongo lo siguiente (marque y complete):",
    ),
    choices=(
        ("□ Pago al vencimiento", f"Origen de los fondos: {_E}\nFecha: {_E}    Importe: {_E}"),
        ("□ Solicito prórroga o refinanciación", f"Plazo: {_E}    Importe: {_E}\nMotivo: {_E}{_E}"),
        ("□ No puedo pagar por ahora", f"Motivo: {_E}{_E}\nPropuesta de pago: {_E}{_E}"),
    ),
    signs=shared.BORROWER_SIGNS["es"],
    delivered=shared.DELIVERED["es"],
    delivery=(
        *shared.DELIVERY["es"],
        (
            "Opinión del oficial",
            "□ Cobro    □ Prórroga (refinanciación)    □ Recuperación\nFirma y fecha:",
        ),
    ),
)

WORDS = {"zh": _ZH, "es": _ES}
