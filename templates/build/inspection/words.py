"""The printed words of the inspection forms: Chinese and Spanish side by side."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, str]] = {
    "draft": (
        "【草稿，待审定】台账数据截至{{ as_of|年月日 }}，按{{ known_on|年月日 }}前入账情况填列；空白处由检查人现场核实后填写。",
        "[Borrador] Datos del registro al {{ as_of|day }}, según lo anotado hasta el {{ known_on|day }}; los espacios en blanco los llena el inspector en la visita.",
    ),
    # Head.
    "borrower": ("借款人", "Prestatario"),
    "identity": ("证件号码", "Documento"),
    "household": ("户号", "Expediente"),
    "village": ("所在村组", "Localidad"),
    "unit": ("经办机构", "Oficina"),
    "manager": ("管户经理", "Oficial"),
    "way": ("检查方式", "Modalidad"),
    "ways": ("□现场  □非现场", "□ visita  □ a distancia"),
    "on": ("检查日期", "Fecha de visita"),
    "day_blank": ("＿＿＿年＿＿月＿＿日", "____/____/________"),
    "place": ("检查地点", "Lugar"),
    "met": ("接待人及身份", "Atendido por (cargo)"),
    "inspect_by": ("检查期限", "Plazo"),
    "granted_on": ("发放日期", "Desembolso"),
    "last_on": ("上次检查日期", "Última visita"),
    "last_by": ("上次检查人", "Visitó"),
    "last_result": ("上次检查结果", "Resultado anterior"),
    # Loans.
    "loans": ("贷款情况", "Créditos"),
    "unit_yuan": ("单位：元", "Importes en yuanes"),
    "loan_numbers": ("借据编号\n合同编号", "Pagaré\nContrato"),
    "product": ("业务\n品种", "Producto"),
    "guarantee": ("担保\n方式", "Garantía"),
    "amount": ("金额", "Monto"),
    "balance": ("余额", "Saldo"),
    "granted_due": ("发放日\n到期日", "Inicio\nVence"),
    "rate": ("利率", "Tasa"),
    "class": ("风险\n分类", "Categoría"),
    "this_loan": (
        "本次检查借据：{{ loan_number }}，借据金额{{ loan_amount|元 }}元（大写：{{ loan_amount|大写 }}），余额{{ loan_balance|元 }}元。",
        "Crédito visitado: {{ loan_number }}; monto {{ loan_amount|yuan }}, saldo {{ loan_balance|yuan }}.",
    ),
    "exposure": (
        "该户贷款余额合计{{ exposure|元 }}元；本次检查借据{{ loan_number }}，借据金额{{ loan_amount|元 }}元，余额{{ loan_balance|元 }}元。",
        "Deuda total del cliente: {{ exposure|yuan }}. Crédito visitado: {{ loan_number }}; monto {{ loan_amount|yuan }}, saldo {{ loan_balance|yuan }}.",
    ),
    # Use of the money.
    "payments": ("资金支付和流向", "Pagos y destino de los fondos"),
    "paid_on": ("支付日期", "Fecha"),
    "payee": ("收款人", "Beneficiario"),
    "paid": ("支付金额", "Importe"),
    "mode": ("支付方式", "Forma"),
    "final_payee": ("最终收款人", "Beneficiario final"),
    "traced": ("流向核查", "Destino"),
    "paid_note": (
        "已登记支付合计{{ paid|元 }}元，没有支付去向记录的金额{{ lacking|元 }}元。台账没有登记的支付由检查人补填，并逐笔核实最终收款人。",
        "Pagos registrados: {{ paid|yuan }}; sin destino registrado: {{ lacking|yuan }}. El inspector completa los pagos que falten y verifica el beneficiario final de cada uno.",
    ),
    "use": ("贷款用途核实", "Verificación del destino"),
    "agreed_use": ("合同约定用途", "Destino pactado"),
    "real_use": ("实际用途", "Destino real"),
    "vouchers": ("用途凭证", "Comprobantes"),
    "voucher_kinds": (
        "□发票  □收据  □购销合同  □银行流水  □其他：＿＿＿＿",
        "□ facturas  □ recibos  □ contrato  □ extracto  □ otros: ______",
    ),
    "on_record": ("已登记和归档", "Ya registrado"),
    "on_record_text": (
        "台账登记发票{{ invoice_count|cell }}份、价税合计{{ invoice_sum|元 }}元；户档已有用途资料{{ proof_count|cell }}件",
        "{{ invoice_count|cell }} facturas por {{ invoice_sum|yuan }}; {{ proof_count|cell }} comprobantes en el expediente",
    ),
    "as_agreed": ("是否与合同一致", "¿Conforme?"),
    "as_agreed_box": (
        "□一致  □部分改变  □不一致（说明）：＿＿＿＿＿＿",
        "□ sí  □ en parte  □ no (explique): ____________",
    ),
    "flow_back": ("资金有无回流", "¿Reflujo?"),
    "flow_back_box": (
        "□无  □有，回流至：＿＿＿＿＿＿  金额：＿＿＿＿",
        "□ no  □ sí, a: ____________  importe: ________",
    ),
    "current_use": ("资金使用现状", "Uso actual"),
    # Borrower: a household.
    "person": ("借款人情况", "Situación del prestatario"),
    "family": ("家庭及人员变动", "Familia"),
    "family_text": (
        "□无变化  □有变化（婚姻、健康、外出、死亡等）：＿＿＿＿＿＿",
        "□ sin cambios  □ cambios (salud, estado civil, ausencia…): ________",
    ),
    "business": ("生产经营情况", "Producción o negocio"),
    "business_text": (
        "项目：＿＿＿＿　规模：＿＿＿＿　存栏（库存）：＿＿＿＿　经营：□正常 □下滑 □停产",
        "Actividad: ________  tamaño: ________  existencias: ________  □ normal □ baja □ parada",
    ),
    "income": ("收入和还款来源", "Ingresos y fuente de pago"),
    "income_text": (
        "年收入约：＿＿＿＿　主要来源：＿＿＿＿＿＿　□稳定 □下降",
        "Ingreso anual: ________  fuente: ____________  □ estable □ baja",
    ),
    "guarantees_given": ("对外担保", "Avales dados"),
    "none_or": (
        "□无  □有（对象、金额）：＿＿＿＿＿＿",
        "□ no  □ sí (a quién, importe): ____________",
    ),
    "events": ("重大事项", "Hechos relevantes"),
    "events_text": (
        "□无  □灾害  □疾病  □纠纷诉讼  □其他：＿＿＿＿",
        "□ no  □ siniestro  □ enfermedad  □ litigio  □ otro: ________",
    ),
    # Borrower: a company.
    "company": ("借款企业情况", "Situación de la empresa"),
    "operating": ("生产经营", "Operación"),
    "operating_text": (
        "□正常  □减产  □停产半停产　开工率：＿＿＿＿　用工：＿＿＿＿　订单：＿＿＿＿",
        "□ normal  □ reducida  □ parada; uso de planta: ______  personal: ______  pedidos: ______",
    ),
    "management": ("管理层和股权", "Dirección y socios"),
    "management_text": (
        "□无变化  □法定代表人  □股东  □财务负责人变动：＿＿＿＿＿＿",
        "□ sin cambios  □ representante  □ socios  □ finanzas: ____________",
    ),
    "registered": ("公示信息变更（台账）", "Cambios registrales"),
    "stock": ("存货和固定资产", "Existencias y activos"),
    "stock_text": (
        "存货：＿＿＿＿　账实：□相符 □不符　设备厂房：□正常 □闲置 □处置",
        "Existencias: ________ □ conformes □ no; planta: □ en uso □ ociosa □ vendida",
    ),
    "settled": ("结算情况（台账）", "Operaciones aquí"),
    "settled_text": (
        "截至{{ settled_until|年月日 }}当季：约定{{ agreed|元 }}元，实际{{ settled|元 }}元",
        "Trimestre al {{ settled_until|day }}: pactado {{ agreed|yuan }}, operado {{ settled|yuan }}",
    ),
    "events_company": (
        "□无  □诉讼仲裁  □行政处罚  □安全环保事故  □重大投资  □其他：＿＿＿＿",
        "□ no  □ litigio  □ multa  □ accidente  □ inversión  □ otro: ________",
    ),
    "statement": ("财务指标（按企业报表填写，万元）", "Indicadores (según balances)"),
    "statement_item": ("指标", "Indicador"),
    "statement_before": ("上期（＿＿＿＿）", "Anterior (______)"),
    "statement_now": ("本期（＿＿＿＿）", "Actual (______)"),
    "statement_note": ("变动原因", "Motivo del cambio"),
    # Debts elsewhere.
    "debts": ("他行负债（台账登记）", "Deudas con otros (registro)"),
    "lender": ("债权机构", "Acreedor"),
    "as_at": ("时点", "Fecha"),
    "no_debts": (
        "台账没有登记他行负债；检查人另行核实：＿＿＿＿＿＿",
        "No constan deudas con otros; verifique: ____________",
    ),
    # Securities.
    "security": ("担保情况", "Garantías"),
    "guarantors": ("保证人（联保人）", "Fiadores"),
    "guarantor": ("保证人", "Fiador"),
    "guarantee_no": ("保证合同编号", "Contrato"),
    "guaranteed": ("保证金额", "Monto"),
    "guarantee_until": ("保证期间至", "Hasta"),
    "guarantor_state": ("现状和代偿意愿（现场）", "Situación y disposición (visita)"),
    "guarantor_box": ("□正常 □恶化  □愿意 □推诿", "□ bien □ mal  □ dispuesto □ no"),
    "no_guarantors": ("台账和户档中没有保证人记录。", "No constan fiadores."),
    "things": ("抵（质）押物（价值单位：元）", "Bienes en garantía (valor en yuanes)"),
    "thing": ("名称（坐落）", "Bien (ubicación)"),
    "owner": ("权属人", "Dueño"),
    "numbers": ("权证号\n登记证明号", "Título\nInscripción"),
    "value": ("价值", "Valor"),
    "insured": ("保险到期\n上次查看", "Seguro hasta\nRevisado"),
    "thing_state": ("现状（现场）", "Estado (visita)"),
    "thing_box": ("□完好 □毁损\n□出租 □查封", "□ bueno □ dañado\n□ alquilado □ embargado"),
    "no_things": ("台账中没有登记抵（质）押物。", "No constan bienes en garantía."),
    "in_place": ("担保手续落实", "Formalización"),
    "in_place_text": (
        "□登记已办妥  □权证已入库  □保险已落实  □未落实（说明）：＿＿＿＿",
        "□ inscrita  □ títulos en bóveda  □ asegurada  □ pendiente: ________",
    ),
    # Repayment.
    "repayment": ("还本付息情况", "Pago de capital e intereses"),
    "days": ("逾期天数", "Días de atraso"),
    "arrears_in": ("表内欠息", "Intereses en balance"),
    "arrears_off": ("表外欠息", "Intereses fuera"),
    "last_contact": ("最近催收（台账）", "Última gestión (registro)"),
    "contact_now": ("本次催收", "Gestión en la visita"),
    "contact_text": (
        "方式：＿＿＿＿　结果：＿＿＿＿＿＿　承诺还款日：＿＿＿＿",
        "Medio: ______  resultado: __________  promesa: ______",
    ),
    # Signals.
    "signals": ("风险信号和存在问题", "Señales de riesgo y problemas"),
    "signals_known": ("台账反映的信号：", "Señales que muestra el registro:"),
    "no_signals": ("台账数据没有反映出风险信号。", "El registro no muestra señales de riesgo."),
    "found": (
        "现场发现的问题：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿",
        "Problemas hallados en la visita: ________________________",
    ),
    "warnings": ("未解除的风险预警", "Alertas sin levantar"),
    "warning_no": ("预警编号", "Alerta"),
    "raised_on": ("预警日期", "Fecha"),
    "signal": ("预警信号", "Señal"),
    "stage": ("处理环节", "Etapa"),
    "since": ("办理日期", "Desde"),
    "before_fixed": ("上次问题整改", "Observaciones previas"),
    "before_fixed_text": (
        "□已整改  □部分整改  □未整改  □无问题　说明：＿＿＿＿＿＿",
        "□ subsanadas  □ en parte  □ no  □ no hubo; detalle: ____________",
    ),
    "methods": ("贷后管理十大方法落实情况", "Los diez métodos"),
    "methods_done": (
        "适用{{ methods_applicable|cell }}项，台账反映已落实{{ methods_done|cell }}项。",
        "Aplican {{ methods_applicable|cell }}; según el registro, hechos: {{ methods_done|cell }}.",
    ),
    "method": ("方法", "Método"),
    "state": ("台账情况", "Según el registro"),
    "why": ("依据", "Detalle"),
    "seen": ("本次检查", "En la visita"),
    "seen_box": ("□落实 □未落实", "□ hecho □ no"),
    # Special.
    "reasons": ("检查事由", "Motivo de la visita"),
    "no": ("序号", "N.º"),
    "day": ("日期", "Fecha"),
    "reason": ("事由（信号）", "Motivo (señal)"),
    "origin": ("来源", "Origen"),
    "verified": ("核实结果", "Verificación"),
    "verified_box": ("□属实 □部分\n□不属实", "□ cierto □ en parte\n□ descartado"),
    "no_reasons": (
        "台账没有登记预警或可疑信息。检查事由由检查人填写：＿＿＿＿＿＿＿＿＿＿＿＿",
        "No constan alertas ni información sospechosa. Motivo (lo anota el inspector): ____________________",
    ),
    "findings": ("核查情况", "Hallazgos"),
    "finding": ("各项信号核查", "Sobre cada señal"),
    "means": ("核查手段", "Medios"),
    "means_text": (
        "□现场查看  □账户流水  □征信查询  □工商税务  □走访知情人  □其他：＿＿＿＿",
        "□ visita  □ extractos  □ central de riesgos  □ registros  □ terceros  □ otro: ______",
    ),
    "borrower_now": ("借款人现状", "Prestatario"),
    "guarantor_now": ("保证人现状", "Fiadores"),
    "ability": ("偿债能力和还款意愿", "Capacidad y voluntad"),
    "ability_text": (
        "能力：□充足 □不足 □丧失　意愿：□愿意 □推诿 □拒绝 □下落不明",
        "Capacidad: □ suficiente □ escasa □ ninguna; voluntad: □ sí □ evasiva □ no □ ilocalizable",
    ),
    "risk": ("风险综合评价", "Evaluación del riesgo"),
    "risk_text": (
        "□风险可控  □风险上升  □风险显现  □形成损失　理由：＿＿＿＿＿＿",
        "□ controlado  □ en aumento  □ manifiesto  □ pérdida; motivo: ____________",
    ),
    "measures": ("处置措施", "Medidas"),
    "measures_text": (
        "□继续关注  □停止用信  □压缩额度  □追加担保  □提前收回  □保全诉讼  □其他：＿＿＿＿",
        "□ seguimiento  □ suspender  □ reducir  □ más garantías  □ cobro anticipado  □ demanda  □ otra: ______",
    ),
    # Conclusion.
    "conclusion": ("检查结论和处理意见", "Conclusión y decisiones"),
    "class_now": ("当前分类（账面）", "Categoría vigente"),
    "class_now_text": (
        "{{ loan_class }}（{{ class_on|短日期 }}认定）",
        "{{ loan_class }} (desde {{ class_on|short }})",
    ),
    "class_rule_text": (
        "{{ suggested_class }}{% if class_reasons %}（{{ class_reasons }}）{% endif %}",
        "{{ suggested_class }}{% if class_reasons %} ({{ class_reasons }}){% endif %}",
    ),
    "class_before": ("上期分类", "Anterior"),
    "class_rule": ("规则初分", "Según reglas"),
    "class_new": ("建议分类", "Propuesta"),
    "class_box": (
        "□正常 □关注 □次级 □可疑 □损失",
        "□ Normal □ M. especial □ Subest. □ Dudoso □ Pérdida",
    ),
    "use_result": ("用途结论", "Destino"),
    "use_result_box": (
        "□资金按约定使用  □用途改变，建议：□限期纠正 □提前收回",
        "□ conforme  □ cambiado: □ corregir en plazo □ cobro anticipado",
    ),
    "verdict": ("检查结论", "Conclusión"),
    "advice": ("处理意见和措施", "Medidas"),
    "until": ("整改期限", "Plazo"),
    "until_blank": ("＿＿年＿＿月＿＿日", "____/____/______"),
    "by": ("整改责任人", "Responsable"),
    "enclosed": ("附件", "Anexos"),
    "enclosed_text": (
        "□用途凭证复印件＿＿份  □现场照片＿＿张  □谈话记录＿＿份  □其他：＿＿＿＿",
        "□ comprobantes: ____  □ fotos: ____  □ entrevista: ____  □ otros: ________",
    ),
    "opinion_customer": ("客户部门意见", "Área comercial"),
    "opinion_risk": ("风险管理部门意见", "Área de riesgos"),
    "opinion_head": ("主管行长意见", "Gerencia"),
}

TITLES = {
    "first": ("首次贷后检查报告", "Informe de primera visita"),
    "routine": ("常规贷后检查报告", "Informe de visita periódica"),
    "special": ("专项贷后检查报告", "Informe de visita especial"),
}

# What a company's statements are asked for.
STATEMENT = {
    "zh": (
        "资产总额",
        "负债总额",
        "资产负债率（%）",
        "流动比率",
        "销售收入",
        "净利润",
        "应收账款",
        "存货",
    ),
    "es": (
        "Activo total",
        "Pasivo total",
        "Endeudamiento (%)",
        "Liquidez corriente",
        "Ventas",
        "Utilidad neta",
        "Cuentas por cobrar",
        "Existencias",
    ),
}
ROLES = {
    "zh": ("检查人（签字）：", "检查人（签字）：", "部门负责人（签字）："),
    "es": ("Inspector (firma):", "Inspector (firma):", "Jefe del área (firma):"),
}  # fmt: skip


class Words:
    """The words of one language: `words("loans")`, numbered headings in turn."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._place = 0 if language == "zh" else 1
        self._heading = 0

    def __call__(self, name: str) -> str:
        """Return one text."""
        return WORDS[name][self._place]

    def title(self, form: str) -> str:
        """Return the title of a form."""
        return TITLES[form][self._place]

    def heading(self, name: str) -> str:
        """Return the next heading: 一、贷款情况; 1. Créditos."""
        self._heading += 1
        if self.language == "zh":
            return f"{'一二三四五六七八九十'[self._heading - 1]}、{self(name)}"
        return f"{self._heading}. {self(name)}"
