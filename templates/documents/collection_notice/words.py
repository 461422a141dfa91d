# ruff: noqa: E501 - sentences are easier to read unbroken
"""The words of the notice on overdue loans, in Chinese and Spanish.

The notice claims principal and interest in plain words and names the contract: delivered, it
restarts the limitation period (民法典 195); the receipt acknowledges the debt, which also revives a
claim that had lapsed.
"""

from __future__ import annotations

from templates.build import letter_words as shared
from templates.build.letter import LetterWords
from templates.formats import BLANKS

_B, _E = BLANKS["zh"], BLANKS["es"]

WORDS = {
    "zh": LetterWords(
        title="逾期贷款催收通知书",
        to="{{ borrower }}：",
        opening=(
            "你户（单位）在我社（行）的下列借款共{{ count|cell }}笔已经逾期，最长逾期{{ days_overdue }}。截至{{ as_of|年月日 }}，尚欠本金人民币{{ balance|元 }}元（大写：{{ balance|大写 }}），已登记欠息人民币{{ arrears|元 }}元，明细如下：",
        ),
        note=(
            "注：欠息为括注登记日台账数，其后产生的利息、逾期利息和复利按合同约定计算至清偿之日。经办机构：{{ unit }}；户号：{{ household_number }}。",
        ),
        asks=(
            f"一、根据上列借款合同，我社（行）现向你户（单位）主张全部到期债权，请于＿＿＿年＿＿月＿＿日前归还所欠本金及至清偿之日的全部利息。还款账户：{_B}{_B}。",
            "二、本通知书是我社（行）要求履行债务的书面请求，自送达之日起诉讼时效依法中断并重新计算。",
            "三、逾期仍不履行的，我社（行）将通过诉讼、申请执行、处置担保物等方式依法追索，由此发生的费用按合同约定由债务人承担，并继续如实报送征信系统。",
            (
                "guarantors",
                "四、上述借款的保证人{{ guarantors }}，我社（行）将另行通知其履行担保责任。",
            ),
        ),
        contact=shared.CONTACT["zh"],
        sign=shared.SIGN["zh"],
        receipt="逾期贷款催收通知书回执",
        receipt_to=shared.RECEIPT_TO["zh"],
        receipt_said=(
            "本人（单位）已于＿＿＿年＿＿月＿＿日收到上述编号的《逾期贷款催收通知书》，对通知书所列借款{{ count|cell }}笔、截至{{ as_of|年月日 }}尚欠本金人民币{{ balance|元 }}元（大写：{{ balance|大写 }}）及相应利息的债务予以确认，同意继续履行还款义务。还款安排如下：",
        ),
        choices=(
            (
                "还款计划",
                f"第一次：＿＿＿年＿＿月＿＿日　{_B}元\n第二次：＿＿＿年＿＿月＿＿日　{_B}元\n余款于＿＿＿年＿＿月＿＿日前还清",
            ),
            ("还款来源", f"{_B}{_B}{_B}{_B}"),
            ("对债务的意见", f"□无异议　　□有异议，说明：{_B}{_B}{_B}"),
        ),
        signs=shared.BORROWER_SIGNS["zh"],
        delivered=shared.DELIVERED["zh"],
        delivery=(
            *shared.DELIVERY["zh"],
            ("拒签情况", f"□无　　□拒绝签收，事由及见证情况：{_B}{_B}{_B}"),
        ),
    ),
    "es": LetterWords(
        title="Aviso de cobranza de créditos vencidos",
        to="Señor(a): {{ borrower }}",
        opening=(
            "{{ count|cell }} crédito(s) a su nombre están vencidos, hasta con {{ days_overdue }} de atraso. Al {{ as_of|day }} adeuda un capital de CNY {{ balance|yuan }} e intereses anotados por CNY {{ arrears|yuan }}. Detalle:",
        ),
        note=(
            "Los intereses son los anotados al día indicado; los posteriores, compensatorios y moratorios, se liquidan según contrato hasta el pago. Oficina: {{ unit }}. Expediente {{ household_number }}.",
        ),
        asks=(
            f"1. Conforme a los contratos indicados, le requerimos el pago de todo el capital vencido y de los intereses hasta la fecha de pago, a más tardar el {_E}. Cuenta de pago: {_E}.",
            "2. Este aviso es un requerimiento formal de pago: desde su entrega se interrumpe la prescripción y el plazo empieza a correr de nuevo.",
            "3. Si no paga, cobraremos por la vía judicial y ejecutaremos las garantías; los gastos corren por cuenta del deudor según contrato y el atraso se informa a la central de riesgos.",
            ("guarantors", "4. A los fiadores {{ guarantors }} se les requiere por separado."),
        ),
        contact=shared.CONTACT["es"],
        sign=shared.SIGN["es"],
        receipt="Acuse de recibo y reconocimiento de deuda",
        receipt_to=shared.RECEIPT_TO["es"],
        receipt_said=(
            f"El {_E} recibí el aviso de cobranza del número indicado. Reconozco adeudar al {{{{ as_of|day }}}} un capital de CNY {{{{ balance|yuan }}}} por {{{{ count|cell }}}} crédito(s), más sus intereses, y me comprometo a pagar así:",
        ),
        choices=(
            (
                "Plan de pagos",
                f"1.º  Fecha: {_E}    Importe: {_E}\n2.º  Fecha: {_E}    Importe: {_E}\nResto, a más tardar el: {_E}",
            ),
            ("Origen de los fondos", f"{_E}{_E}"),
            ("Sobre la deuda", f"□ Conforme    □ No conforme, porque: {_E}"),
        ),
        signs=shared.BORROWER_SIGNS["es"],
        delivered=shared.DELIVERED["es"],
        delivery=(
            *shared.DELIVERY["es"],
            ("Negativa", f"□ No    □ Se negó a firmar; hechos y testigo: {_E}"),
        ),
    ),
}
