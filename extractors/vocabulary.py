# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""The words beside values, each listed once for all forms; blanks and capitals do not matter.

Sources: printed forms of rural banks and public contract models (docs/glossary.md). A label is
written without its brackets: 借款人(全称) is found by 借款人.
"""

from __future__ import annotations

from extractors.form import Labels

BORROWER = Labels(
    zh=(
        "借款人", "借款方", "借款单位", "借款户", "借款单位全称", "借款人全称", "借款人姓名", "借款人名称",
        "借款申请人", "贷款申请人", "受信人", "受信人/借款人", "授信申请人", "被授信人", "额度提用人",
        "贷款户", "债务人", "主债务人", "主合同债务人", "借款人/受信人", "贷款户名", "借款户名称", "立约人(借款人)", "借款户名",
        "联保小组成员", "借款企业", "借款人(户)", "今借款人", "借据人",
    ),
    es=(
        "prestatario", "prestataria", "el prestatario", "la prestataria", "deudor", "deudora", "el deudor", "la deudora",
        "mutuario", "mutuaria", "el mutuario", "acreditado", "acreditada", "el acreditado", "socio prestatario",
        "nombre del prestatario", "nombre del deudor", "nombre del cliente", "nombre del socio", "deudor principal",
        "suscriptor", "emitente", "girador", "librador", "nombre y apellidos del deudor", "el cliente", "cliente", "socio", "emisor",
    ),
    en=(
        "borrower", "the borrower", "borrowers", "name of borrower", "name of the borrower", "borrower name",
        "borrower's name", "borrower(s)", "obligor", "maker", "debtor", "principal debtor", "borrowing unit",
        "name of the borrowing unit", "loanee", "promisor", "name of customer", "customer name", "customer", "client",
    ),
)  # fmt: skip
CUSTOMER = Labels(
    zh=("客户名称", "客户姓名", "被检查人", "被检查单位", "户名", "户主", "户主姓名", "客户", "农户姓名", "贷款人姓名", "申请人", "贷户姓名", "农户名称"),
    es=("nombre del cliente", "cliente", "socio", "nombre del socio", "nombre del prestatario", "titular", "nombre y apellidos", "nombre"),
    en=("customer name", "name of customer", "customer", "client", "client name", "account name", "name of the account", "name of the unit"),
)  # fmt: skip
CO_BORROWER = Labels(
    zh=("共同借款人", "共同还款人", "共同债务人", "共借人"),
    es=("codeudor", "codeudora", "codeudores", "co-deudor", "coprestatario", "deudor solidario", "deudora solidaria", "obligado solidario"),
    en=("co-borrower", "coborrower", "joint borrower", "co-applicant", "co-obligant"),
)  # fmt: skip
SPOUSE = Labels(
    zh=("配偶", "配偶姓名", "借款人配偶", "夫妻"),
    es=("conyuge", "nombre del conyuge", "esposo", "esposa", "esposo(a)"),
    en=("spouse", "name of spouse", "wife", "husband", "spouse name"),
)
LENDER = Labels(
    zh=("贷款人", "贷款方", "贷款单位", "贷款行", "贷款人全称", "贷款人名称", "授信人", "授信人/贷款人", "放款人", "贷款银行",
        "债权人", "债权人名称", "经办行", "出借人", "出借方", "贷款机构", "贷款社", "放款单位", "出借单位"),
    es=("prestamista", "el prestamista", "la prestamista", "acreedor", "acreedora", "el acreedor", "la acreedora", "mutuante", "el mutuante",
        "acreditante", "la acreditante", "el banco", "la cooperativa", "la caja", "entidad prestamista", "beneficiario", "tenedor", "la institucion", "entidad financiera", "entidad acreedora"),
    en=("lender", "the lender", "name of lender", "the bank", "creditor", "payee", "bank", "promisee", "lending institution", "lending bank", "holder"),
)  # fmt: skip
GUARANTOR = Labels(
    zh=("保证人", "担保人", "保证方", "保证人姓名", "保证人名称", "担保人姓名", "连带保证人", "还款保证人", "保证人全称", "担保方", "联保人", "借款担保人", "保证单位"),
    es=("fiador", "fiadora", "el fiador", "la fiadora", "avalista", "aval", "garante", "garante solidario", "el garante", "fiador solidario", "fiadores", "garantes", "nombre del fiador", "nombre del garante"),
    en=("guarantor", "the guarantor", "guarantors", "name of guarantor", "surety", "name of surety", "guarantor's name"),
)  # fmt: skip
MORTGAGOR = Labels(
    zh=("抵押人概况", "抵押人", "抵押人全称", "抵押人名称", "抵押人姓名", "抵押方", "义务人", "房屋所有权人", "抵押人(义务人)", "土地使用权人", "土地使用者", "所有权人"),
    es=("hipotecante", "el hipotecante", "la hipotecante", "deudor hipotecario", "el deudor hipotecario", "deudora hipotecaria", "la parte hipotecante", "garante hipotecario", "constituyente", "propietario", "titular registral", "titular", "deudor/hipotecante"),
    en=("mortgagor", "the mortgagor", "mortgagors", "name of mortgagor", "trustor", "grantor", "chargor", "registered owner", "registered proprietor", "mortgagor's name"),
)  # fmt: skip
MORTGAGEE = Labels(
    zh=("抵押权人概况", "抵押权人", "抵押权人全称", "抵押权人名称", "担保权人", "权利人(申请人)", "权利人", "他项权利人", "房屋他项权利人", "土地他项权利人", "抵押权人(债权人)", "债权人(抵押权人)"),
    es=("acreedor hipotecario", "el acreedor hipotecario", "acreedora hipotecaria", "la acreedora hipotecaria", "a favor de", "acreedor", "acreedora", "el acreedor", "beneficiario", "el banco", "la cooperativa"),
    en=("mortgagee", "the mortgagee", "name of mortgagee", "beneficiary", "chargee", "mortgagee's name", "in favour of", "in favor of"),
)  # fmt: skip
PLEDGOR = Labels(
    zh=("出质人", "出质人全称", "出质人名称", "质押人", "出质方"),
    es=("deudor prendario", "constituyente prendario", "pignorante"),
    en=("pledgor", "the pledgor"),
)
PLEDGEE = Labels(
    zh=("质权人", "质权人全称", "质权人名称", "质押权人"),
    es=("acreedor prendario", "acreedor pignoraticio"),
    en=("pledgee", "the pledgee"),
)
CO_OWNER = Labels(
    zh=(
        "共有人",
        "共有产权人",
        "抵押共有人",
        "财产共有人",
        "抵押物共有人",
        "房屋共有人",
        "房屋共有权人",
    ),
    es=("copropietario", "copropietaria", "copropietarios"),
    en=("co-owner", "joint owner", "co-owners"),
)
LEGAL_REP = Labels(
    zh=("法定代表人", "法人代表", "法定代表人/负责人", "法定代表人(负责人)", "负责人", "主要负责人", "法定代表人或负责人", "法定代表人或授权代理人", "授权代理人", "负责人/法定代表人"),
    es=("representante legal", "representada por", "representado por", "apoderado", "representante"),
    en=("legal representative", "represented by", "authorised signatory", "authorized signatory"),
)  # fmt: skip
PERSON_NAME = Labels(
    zh=("姓名", "名称", "姓名/名称", "名称/姓名", "名称(姓名)", "姓名(名称)", "全称"),
    es=(
        "nombre",
        "nombres y apellidos",
        "nombre completo",
        "nombre y apellidos",
        "apellidos y nombres",
        "nombre o razon social",
        "razon social",
    ),
    en=("name", "full name"),
)
MEMBER_NAME = Labels(zh=("姓名", "成员姓名", "小组成员姓名", "联保成员", "联保人姓名"))
PERSON_ID = Labels(
    zh=("身份证号", "身份证号码", "公民身份号码", "公民身份证号码", "居民身份证号码", "居民身份证号", "身份证", "身份证件号码", "证件号码", "证件号", "证件种类及号码",
        "有效身份证件及号码", "有效身份证件号码", "有效证件号码", "身份证件及号码", "证件类型及号码", "证件名称及号码", "身份证件名称及号码", "客户证件号码", "证件类型、号码", "身份证件种类及号码",
        "贷款卡号", "贷款卡号(个人类为身份证号)", "身份证明号", "借款人身份证号码", "借款人身份证号", "公民身份证号", "身份号码", "身份证明号码", "证件编号", "居民身份证", "有效身份证件"),
    es=("dni", "d.n.i.", "no de dni", "documento de identidad", "documento nacional de identidad", "documento", "doc. identidad", "cedula de identidad", "cedula de ciudadania", "cedula", "cedula no",
        "c.i.", "c.i. no", "ci", "c.c.", "c.c. no", "cc", "curp", "rfc", "nif", "nie", "dui", "dpi", "identificacion", "no de identidad", "numero de identidad", "no de identificacion", "numero de identificacion",
        "numero de documento", "no documento", "n.i.f.", "n.i.f", "no de cedula", "numero de cedula", "dni no", "dni/ce", "dni/ruc", "doc. de identidad", "no de documento", "nro. documento", "nro de documento", "identificado con dni", "identificada con dni"),
    en=("id no", "id number", "id no.", "id", "national id", "national id no", "national id number", "identity no", "identity number", "identity card no", "nic no", "passport no", "aadhaar", "aadhaar no", "aadhaar number", "nrc", "nrc no", "ssn", "id card no", "identification no", "national identity card no", "pan", "pan no"),
)  # fmt: skip
USCC = Labels(
    zh=("统一社会信用代码", "社会信用代码", "统一社会信用代码/注册号", "营业执照号码", "营业执照编码", "营业执照注册号", "营业执照号", "营业执照", "组织机构代码", "组织机构代码证", "统一信用代码"),
    es=("ruc", "r.u.c.", "ruc no", "nit", "n.i.t.", "cuit", "c.u.i.t.", "cif", "rut"),
    en=("company registration no", "registration no of company", "cin", "ein"),
)  # fmt: skip
ADDRESS = Labels(
    zh=("住所", "住所地", "住址", "地址", "家庭住址", "家庭地址", "通讯地址", "户籍所在地", "法定地址", "现住址", "联系地址", "户籍地址", "住所(地址)", "经营地址", "家庭详细地址", "通信地址", "常住地址", "居住地址", "住所(住址)", "详细地址", "借款人住址", "注册地址"),
    es=("domicilio", "direccion", "domicilio real", "direccion domiciliaria", "domicilio legal", "con domicilio en", "domiciliado en", "domiciliada en", "residente en",  "direccion del domicilio"),
    en=("address", "residential address", "residing at", "permanent address", "postal address", "resident of", "home address"),
)  # fmt: skip
PHONE = Labels(
    zh=("电话", "联系电话", "手机", "手机号", "手机号码", "联系方式", "电话号码", "移动电话", "联系手机", "固定电话"),
    es=("telefono", "tel", "tel.", "celular", "telefono/celular", "no de telefono", "telefono celular", "movil"),
    en=("phone", "telephone", "tel", "mobile", "phone no", "mobile no", "contact no", "cell", "telephone no", "contact number", "phone number", "mobile number"),
)  # fmt: skip
CONTRACT_NO = Labels(
    zh=("合同编号", "合同号", "编号", "合同号码", "借款合同号", "借款合同编号", "协议号", "协议编号", "贷款合同", "贷款合同号", "贷款合同编号", "合同流水号", "借款协议编号", "授信合同编号", "合同字号", "借款合同字号", "合同文本编号"),
    es=("no de contrato", "numero de contrato", "contrato no", "contrato nro", "contrato nro.", "no contrato", "no de credito", "no de operacion", "numero de operacion", "operacion no", "credito no", "numero de credito", "contrato numero", "no de prestamo", "numero de prestamo", "prestamo no", "no credito", "nro. de contrato", "nro. de credito", "nro de credito", "contrato de prestamo no", "contrato de mutuo no", "codigo de credito", "contrato de credito no", "no operacion"),
    en=("contract no", "contract number", "agreement no", "agreement number", "loan agreement no", "loan no", "loan number", "loan account no", "reference no", "ref. no", "ref no", "loan contract no", "account no", "loan account number", "loan account", "loan a/c no", "loan ref", "loan ref."),
)  # fmt: skip
MAIN_CONTRACT_NO = Labels(
    zh=("主合同编号", "主合同号", "借款合同编号", "借款合同号", "主债权合同编号", "主合同名称及编号", "所担保的主合同编号", "被担保的主合同编号", "贷款合同编号", "主债权合同号", "主合同"),
    es=("contrato principal no", "contrato de prestamo no", "no del contrato principal", "contrato garantizado no", "contrato de mutuo no", "contrato de credito no"),
    en=("principal agreement no", "loan agreement no", "main contract no", "principal contract no", "loan contract no"),
)  # fmt: skip
IOU_NO = Labels(
    zh=(
        "借据号",
        "借据编号",
        "借据流水号",
        "凭证号",
        "凭证编号",
        "出账流水号",
        "借据号码",
        "借款凭证号",
        "借款借据编号",
        "借款借据号",
    ),
    es=(
        "pagare no",
        "pagare numero",
        "no de pagare",
        "numero de pagare",
        "pagare nro",
        "pagare nro.",
    ),
    en=(
        "note no",
        "promissory note no",
        "note number",
        "iou no",
        "voucher no",
        "promissory note number",
    ),
)
AMOUNT = Labels(
    zh=("借款金额", "贷款金额", "借款本金", "贷款本金", "借款总金额", "借款本金金额", "本金金额", "借款本金数额", "贷款总金额", "借款数额", "贷款数额", "借款额", "借款本金为", "借款金额为", "发放金额", "借款总额", "放款金额", "本次借款金额", "合同金额", "借据金额", "贷款发放金额", "借款合同金额", "批准金额", "本金数额"),
    es=("monto del prestamo", "monto del credito", "monto", "importe", "importe del prestamo", "capital", "la suma de", "la cantidad de", "suma de", "monto total", "monto otorgado", "monto desembolsado", "monto aprobado", "monto autorizado", "valor del credito", "valor del prestamo", "cantidad prestada", "importe del credito", "capital prestado", "monto principal", "monto original", "monto del mutuo", "valor", "por", "importe principal", "bueno por"),
    en=("loan amount", "amount of loan", "principal amount", "principal", "principal sum", "the sum of", "the principal sum of", "amount", "loan sum", "amount of the loan", "amount sanctioned", "sanctioned amount", "a loan of", "sum of", "amount lent", "principal loan amount", "original loan amount", "amount disbursed", "loan principal"),
)  # fmt: skip
CREDIT_LINE = Labels(
    zh=(
        "借款额度",
        "最高借款额度",
        "最高贷款限额",
        "最高贷款额度",
        "授信金额",
        "授信额度",
        "最高借款余额",
        "贷款额度",
        "最高贷款余额",
        "最高授信额度",
        "最高额借款额度",
        "循环借款额度",
        "可循环借款额度",
    ),
    es=("linea de credito", "monto de la linea", "limite de credito", "cupo de credito"),
    en=("credit limit", "facility amount", "sanctioned limit", "limit sanctioned"),
)
IN_WORDS = Labels(
    zh=(
        "人民币(大写)",
        "人民币大写",
        "大写",
        "大写金额",
        "金额(大写)",
        "金额大写",
        "(大写)人民币",
        "大写人民币",
        "金额",
    ),
    es=("en letras", "importe en letras", "monto en letras"),
    en=("amount in words", "in words"),
)
PURPOSE = Labels(
    zh=("借款用途", "贷款用途", "具体用途", "资金用途", "授信用途", "用途", "借款用途为", "贷款用途为", "借款原因及用途", "用款用途"),
    es=("destino", "destino del credito", "destino del prestamo", "destino de los fondos", "finalidad", "objeto del credito", "destino declarado", "uso de los fondos", "destino del financiamiento"),
    en=("purpose", "purpose of loan", "purpose of the loan", "loan purpose", "use of proceeds", "use of funds"),
)  # fmt: skip
LOAN_TYPE = Labels(
    zh=(
        "贷款种类",
        "借款种类",
        "业务品种",
        "授信品种",
        "贷款品种",
        "产品名称",
        "授信产品名称",
        "贷款类别",
        "借款类别",
        "借款品种",
        "信贷品种",
        "贷款产品",
    ),
    es=(
        "tipo de credito",
        "tipo de prestamo",
        "producto",
        "modalidad de credito",
        "linea de producto",
    ),
    en=(
        "loan type",
        "type of loan",
        "product",
        "facility",
        "nature of facility",
        "type of facility",
    ),
)
PERIOD = Labels(
    zh=("借款期限", "贷款期限", "还款期限", "借款时间", "额度有效期", "额度期限", "有效使用期限", "借款期间", "授信期限", "授信期间", "额度有效期限", "额度使用期限", "合同期限", "借款期", "贷款期", "期限", "合同起止日期", "借款起止日期", "贷款起止日期", "起止日期", "贷款起止日", "借款起止日", "起止时间"),
    es=("plazo", "plazo del credito", "plazo del prestamo", "vigencia", "plazo de pago", "plazo total"),
    en=("term", "loan term", "term of loan", "term of the loan", "tenor", "tenure", "period of loan", "loan period", "period", "repayment period", "duration"),
)  # fmt: skip
START = Labels(
    zh=("起息日", "放款日", "借款日期", "起始日", "起始日期", "放款日期", "发放日", "发放日期", "贷款日期", "借款起始日", "贷款起始日", "借款起始日期", "贷款发放日", "贷款发放日期", "合同起始日", "合同起始日期", "合同生效日", "开始日期", "借款日", "贷款日", "支用日", "支用日期", "出账日", "出账日期", "借据起始日", "提款日", "首次放款日期", "实际放款日", "贷出日期", "借出日期"),
    es=("fecha de desembolso", "fecha de otorgamiento", "fecha de inicio", "fecha desembolso", "fecha del desembolso", "fecha de entrega", "fecha de concesion", "fecha de disposicion", "fecha de la disposicion", "fecha de abono"),
    en=("disbursement date", "date of disbursement", "start date", "commencement date", "date of loan", "loan date", "drawdown date", "date of advance", "date of sanction/disbursement"),
)  # fmt: skip
END = Labels(
    zh=("到期日", "到期日期", "到期时间", "还款日期", "终止日", "终止日期", "约定还款日期", "约定还款日", "借款到期日", "贷款到期日", "合同到期日", "借款到期日期", "贷款到期日期", "合同到期日期", "到期还款日", "截止日期", "合同终止日", "最后还款日", "还款到期日", "到期", "借据到期日", "归还日期", "约定到期日", "应还日期"),
    es=("vencimiento", "fecha de vencimiento", "vencimiento final", "fecha vencimiento", "fecha de vencimiento final", "vence el", "fecha de ultimo pago", "ultimo vencimiento", "vencimiento el dia", "ultima cuota", "fecha final", "fecha de termino"),
    en=("maturity date", "maturity", "due date", "date of maturity", "final payment date", "final maturity", "final repayment date", "end date", "expiry date", "repayable on", "payable on", "final instalment date"),
)  # fmt: skip
RATE = Labels(
    zh=("利率", "贷款利率", "借款利率", "月利率", "月息", "年利率", "年化利率", "执行利率", "执行年利率", "执行月利率", "固定利率", "合同利率", "约定利率", "借款月利率", "借款年利率", "贷款年利率", "贷款月利率", "年息", "日利率", "利息", "确定为年利率", "合同执行利率", "固定年利率", "固定月利率", "贷款年化利率", "借款利息", "利率(年)", "利率(月)", "贷款利率(月息)"),
    es=("tipo de interes", "tipo de interes nominal", "tipo de interes fijo", "tipo nominal", "tipo de interes nominal anual", "tasa de interes", "tasa", "tasa anual", "tasa de interes anual", "tasa efectiva anual", "tea", "tna", "tem", "tin", "tae", "interes", "interes anual", "tasa nominal anual", "tasa de interes compensatorio", "tasa mensual", "tasa efectiva mensual", "interes compensatorio", "intereses ordinarios", "interes ordinario", "interes remuneratorio", "tipo de interes", "tasa pactada", "tasa de interes corriente", "intereses corrientes", "tasa de interes ordinaria", "tasa ordinaria"),
    en=("interest rate", "rate of interest", "interest", "annual interest rate", "rate", "rate of interest p.a.", "interest at the rate of", "at the rate of", "interest rate per annum", "annual rate"),
)  # fmt: skip
PENALTY_RATE = Labels(
    zh=("逾期利率", "罚息利率", "逾期罚息", "罚息", "逾期贷款利率", "挪用罚息", "逾期罚息利率", "复利", "违约金", "逾期利息", "基准利率", "加罚利率", "挪用利率", "滞纳金"),
    es=("tasa moratoria", "interes moratorio", "interes punitorio", "tasa de interes moratorio", "tasa de mora", "intereses moratorios", "mora", "interes de mora", "tcea", "cat", "recargo por mora", "tasa de interes moratoria"),
    en=("default interest", "default rate", "penal interest", "penalty rate", "overdue interest", "penal rate", "late fee", "late charge", "penalty interest"),
)  # fmt: skip
GUARANTEE_METHOD = Labels(
    zh=(
        "担保方式",
        "贷款方式",
        "担保形式",
        "主要担保方式",
        "借款担保方式",
        "贷款担保方式",
        "担保类型",
        "借款方式",
    ),
    es=("garantia", "tipo de garantia", "garantias", "forma de garantia"),
    en=("security type", "type of security", "security", "guarantee type", "form of security"),
)
GUARANTEE_CONTRACT_NO = Labels(
    zh=(
        "担保合同编号",
        "保证合同编号",
        "抵押合同编号",
        "质押合同编号",
        "最高额保证合同编号",
        "最高额抵押合同编号",
        "担保合同号",
        "抵押合同号",
        "保证合同号",
    ),
    es=("contrato de garantia no", "contrato de fianza no"),
    en=("guarantee agreement no", "mortgage deed no", "security agreement no"),
)
COLLATERAL = Labels(
    zh=("抵押物", "抵押物名称", "抵押财产", "抵押财产名称", "抵押品", "抵押品名称", "押品名称", "质押物", "质物名称", "质物", "抵押物品名称", "抵质押物名称", "抵押物种类", "抵(质)押物名称", "抵(质)押物"),
    es=("bien hipotecado", "inmueble hipotecado", "bien en garantia", "bienes en garantia", "descripcion del inmueble", "inmueble", "descripcion del bien", "bien dado en garantia"),
    en=("collateral", "security", "mortgaged property", "description of property", "property", "charged property", "description of the property", "security property"),
)  # fmt: skip
COLLATERAL_VALUE = Labels(
    zh=("协议价值", "抵押价值", "抵押物价值", "抵押财产价值", "作价", "暂作价", "抵押物总价值", "折价", "协商价值", "价值", "双方协商作价", "抵押物作价", "认定价值", "抵押财产总价值", "抵押物协议价值"),
    es=("valor del inmueble", "valor de la garantia", "valor del bien", "valor comercial", "valor de realizacion"),
    en=("value of property", "value of security", "security value", "property value", "collateral value", "value of collateral"),
)  # fmt: skip
APPRAISED_VALUE = Labels(
    zh=(
        "评估价值",
        "评估价",
        "评估金额",
        "评估总价值",
        "评估值",
        "抵押物评估价值",
        "抵押物评估价",
        "评估价格",
        "评估现值",
        "评估总价",
        "土地评估金额",
    ),
    es=(
        "avaluo",
        "valor de tasacion",
        "tasacion",
        "valor de avaluo",
        "valor tasado",
        "avaluo comercial",
        "valor del avaluo",
        "valor peritado",
    ),
    en=(
        "appraised value",
        "valuation",
        "assessed value",
        "appraisal value",
        "market value",
        "valuation amount",
    ),
)
SECURED_AMOUNT = Labels(
    zh=("担保债权的数额", "被担保主债权数额", "被担保债权数额", "担保债权数额", "最高债权额", "最高债权数额", "债权数额", "抵押金额", "担保主债权", "本金最高限额", "被担保的主债权数额", "担保金额", "担保的债权数额", "最高额抵押担保的债权数额", "担保主债权数额", "主债权数额",
        "被担保的债权数额", "抵押担保金额", "担保债权金额", "主债权本金", "抵押贷款金额", "担保本金", "所担保的主债权", "被担保主债权的数额", "抵押担保的主债权数额", "担保的主债权金额", "主债权金额", "担保债权额", "最高债权限额", "保证金额", "担保的主债权本金", "被担保的主债权金额", "担保主债权金额", "被担保债权概况数额", "被担保的主债权本金数额", "最高额", "债权金额", "最高担保额", "被担保主债权金额", "担保债权的数额(万元)", "被担保的主债权本金", "担保范围数额", "最高债权本金", "数额"),
    es=("monto garantizado", "monto del gravamen", "monto de la hipoteca", "cuantia", "cuantia de la hipoteca", "hasta por la suma de", "monto de gravamen", "monto afectado", "responsabilidad hipotecaria", "valor de la hipoteca", "importe garantizado", "hasta la suma de", "valor del gravamen", "monto maximo garantizado"),
    en=("secured amount", "amount secured", "secured sum", "mortgage amount", "the principal sum secured", "maximum principal amount", "amount of mortgage", "consideration", "sum secured", "amount of charge"),
)  # fmt: skip
MORTGAGE_TYPE = Labels(
    zh=(
        "抵押方式",
        "抵押的方式",
        "抵押类型",
        "抵押种类",
        "他项权利种类",
        "抵押权种类",
        "权利种类",
        "抵押权类型",
        "担保方式",
    ),
    es=("tipo de hipoteca", "clase de hipoteca", "grado", "tipo de gravamen"),
    en=("type of mortgage", "mortgage type", "kind of mortgage", "type of charge"),
)
LOCATION = Labels(
    zh=("坐落", "座落", "房屋坐落", "土地坐落", "房地坐落", "房屋座落", "土地座落", "不动产坐落", "所在地", "处所", "抵押物坐落", "存放地点", "抵押物所在地", "坐落地址", "房产坐落", "坐落位置", "抵押房屋坐落", "不动产座落", "抵押财产坐落"),
    es=("ubicacion", "ubicado en", "ubicada en", "situado en", "situada en", "ubicacion del inmueble", "direccion del inmueble", "sito en", "sita en", "ubicacion del bien", "situacion"),
    en=("situated at", "property address", "location of property", "location", "situate at", "located at", "address of property", "situation", "location of the property"),
)  # fmt: skip
AREA = Labels(
    zh=(
        "面积",
        "建筑面积",
        "房屋建筑面积",
        "土地面积",
        "抵押面积",
        "使用权面积",
        "宗地面积",
        "房屋面积",
        "抵押建筑面积",
        "总建筑面积",
        "抵押土地面积",
        "土地使用权面积",
        "建筑面积/面积",
        "抵押房屋面积",
    ),
    es=(
        "area",
        "superficie",
        "area del terreno",
        "superficie total",
        "extension",
        "area total",
        "con un area de",
        "con una superficie de",
        "cabida",
        "area construida",
    ),
    en=("area", "extent", "land area", "floor area", "built-up area", "plot area"),
)
UNIT_NO = Labels(zh=("不动产单元号", "单元号", "不动产单元编号", "不动产单元代码"))
TITLE_NO = Labels(
    zh=("不动产权证书号", "不动产权证号", "不动产权证书编号", "房屋所有权证号", "权属证书及编号", "产权证书及编号", "权证号", "房产证号", "土地使用权证号", "产权证号", "权属证书号", "权属证书编号", "土地证号", "权属证明编号", "房屋所有权证书号", "土地使用证号", "国有土地使用证号", "权利证书号", "房产证编号", "权利凭证号码", "不动产证号", "权属证号", "产权证书号", "所有权证号", "权属证书号码", "土地使用权证书号", "集体土地使用证号", "房权证号", "产权证编号", "不动产权属证号"),
    es=("titulo de propiedad no", "escritura de propiedad no"),
    en=("title no", "title deed no", "certificate of title no", "title number", "survey no", "land title no", "title deed number", "l.r. no", "folio no"),
)  # fmt: skip
CERTIFICATE_NO = Labels(
    zh=("不动产登记证明号", "登记证明号", "不动产证明号", "他项权证号", "他项权利证号", "房屋他项权证号", "证书编号", "登记证明编号", "登记编号", "房他证号", "他项权证编号", "证明编号", "登记证书编号", "抵押登记证号", "登记证号", "不动产登记证明编号", "他项权利证书号", "他项权利证明书号"),
    es=("certificado no", "numero de certificado", "no de certificado", "certificado numero", "certificado nro", "certificado registral no", "constancia no", "codigo de certificado"),
    en=("certificate no", "certificate number", "registration certificate no", "certificate ref", "instrument no", "registration certificate number"),
)  # fmt: skip
REGISTRY_NO = Labels(
    es=("matricula", "matricula no", "matricula inmobiliaria", "matricula inmobiliaria no", "folio real", "folio real no", "folio", "partida registral", "partida no", "partida electronica", "partida electronica no", "partida registral no", "no de partida", "finca no", "finca", "finca registral", "numero de finca", "folio de matricula", "numero de matricula", "no de matricula", "folio de matricula inmobiliaria", "folio real electronico", "partida", "finca numero", "folio electronico"),
    en=("registration no", "registered no", "registration number", "document no", "registry no", "register no", "entry no", "presentation no"),
)  # fmt: skip
DEED_NO = Labels(
    es=("escritura numero", "escritura no", "escritura publica no", "escritura publica numero", "numero de escritura", "escritura publica", "no de escritura", "instrumento numero", "instrumento no", "escritura nro", "escritura publica nro", "minuta no", "kardex no", "kardex", "testimonio no", "numero de instrumento", "instrumento publico numero"),
    en=("deed no", "deed number", "mortgage deed no", "deed of mortgage no", "instrument number", "mortgage no"),
)  # fmt: skip
RIGHT = Labels(
    zh=("证明权利或事项", "证明权利及事项", "证明权利", "权利或事项", "他项权利", "登记类型", "登记事项"),
    es=("naturaleza del acto", "tipo de inscripcion", "gravamen", "acto inscrito", "acto", "derecho inscrito", "tipo de acto"),
    en=("nature of right", "nature of encumbrance", "right registered", "encumbrance", "nature of charge", "interest registered"),
)  # fmt: skip
REGISTER_DATE = Labels(
    zh=("登记日期", "登记时间", "登记日", "设定日期", "发证日期", "登簿日期", "登簿时间", "核准日期", "颁证日期", "填发日期", "登记核准日期", "权利设定日期", "发证时间", "抵押登记日期", "设定时间", "填证日期"),
    es=("fecha de inscripcion", "fecha de registro", "inscrito el", "inscrita el", "fecha del asiento", "fecha de anotacion", "fecha inscripcion", "fecha de inscripcion del gravamen"),
    en=("date of registration", "registration date", "registered on", "date registered", "date of entry"),
)  # fmt: skip
CLAIM_PERIOD = Labels(
    zh=(
        "债权确定期间",
        "主债权发生期间",
        "最高额有效期间",
        "债权发生期间",
        "主债权确定期间",
        "债权确定的期间",
        "最高额抵押债权确定期间",
        "主债权的确定期间",
        "债权的确定期间",
        "最高债权确定期间",
    ),
    es=("periodo de la hipoteca", "vigencia de la hipoteca"),
    en=("claim period", "period of the mortgage"),
)
OBLIGATION_PERIOD = Labels(
    zh=("债务履行期限", "履行债务的期限", "债务履行期间", "债务人履行债务的期限", "主债务履行期限", "主债务履行期", "债务履行期", "存续期限", "债务的履行期限", "权利存续期限", "抵押期限", "主合同债务履行期限", "主债权期限", "债务人履行债务期限", "主债务履行期间", "权利存续期间", "担保期限", "抵押期间", "约定期限", "债权期限", "担保期间"),
    es=("plazo", "plazo de la hipoteca", "plazo de la obligacion", "vigencia"),
    en=("term", "term of mortgage", "period", "period of obligation", "mortgage term"),
)  # fmt: skip
SIGN_DATE = Labels(
    zh=("签订日期", "签约日期", "签约时间", "签订合同日期", "签订时间", "合同签订日期", "签署日期", "签字日期", "合同签订时间", "立约日期", "签订日", "合同签订日", "订立日期", "立据日期", "订立时间", "签署时间", "立合同日期", "出具日期", "签约日", "签定日期", "签定时间", "立约时间", "合同订立日期"),
    es=("fecha del contrato", "fecha de firma", "fecha de suscripcion", "fecha del pagare", "lugar y fecha", "fecha de emision", "fecha de celebracion", "fecha de contrato", "firmado el", "fecha", "fecha de la escritura", "ciudad y fecha", "fecha de otorgamiento de la escritura", "lugar y fecha de emision", "fecha de escritura", "suscrito el", "celebrado el"),
    en=("date of agreement", "agreement date", "dated", "dated as of", "date of signing", "date of execution", "execution date", "signed on", "date", "date of note", "date of issue", "date of deed", "signing date", "dated this", "contract date", "this agreement is made on", "made on", "signed this"),
)  # fmt: skip
SIGN_PLACE = Labels(
    zh=(
        "签订地点",
        "签约地点",
        "合同签订地点",
        "签订地",
        "合同签订地",
        "签署地点",
        "签约地",
        "合同订立地点",
        "订立地点",
        "签定地点",
        "合同签约地点",
    ),
    es=("lugar de firma", "lugar de emision", "lugar de suscripcion"),
    en=("place of signing", "place of execution", "signed at", "place"),
)
LOAN_OFFICER = Labels(
    zh=("信贷员", "经办信贷员", "经办人", "客户经理", "管户经理", "管户人", "包收人", "主办客户经理", "经办客户经理", "责任人", "管户信贷员", "贷款责任人", "主办信贷员", "管户客户经理", "经办人员", "调查人", "第一责任人", "管理责任人", "贷款经办人"),
    es=("asesor de credito", "asesor de creditos", "oficial de creditos", "oficial de credito", "analista de credito", "asesor", "ejecutivo", "analista", "oficial de negocios", "promotor", "ejecutivo de credito"),
    en=("loan officer", "credit officer", "field officer", "branch officer", "relationship officer", "loan officer in charge"),
)  # fmt: skip
INSPECT_DATE = Labels(
    zh=("检查时间", "检查日期", "本次检查日期", "本次检查时间", "检查日", "现场检查日期", "现场检查时间", "贷后检查日期", "贷后检查时间", "走访日期", "调查日期", "跟踪检查日期", "首次检查日期", "走访时间", "检查年月", "回访日期"),
    es=("fecha de visita", "fecha de la visita", "fecha de inspeccion", "fecha de la inspeccion", "fecha visita", "visita realizada el", "fecha de seguimiento", "fecha de verificacion", "fecha de supervision"),
    en=("date of visit", "date of inspection", "inspection date", "visit date", "date of unit visit", "visited on", "inspected on", "date of this visit"),
)  # fmt: skip
LAST_INSPECT_DATE = Labels(
    zh=(
        "上次检查日期",
        "上次检查时间",
        "上次贷后检查日期",
        "上次检查",
        "前次检查日期",
        "最近一次检查日期",
        "上次检查日期及情况",
        "上次检查日期及结果",
    ),
    es=(
        "fecha de ultima visita",
        "ultima visita",
        "visita anterior",
        "fecha de la visita anterior",
        "fecha de la ultima visita",
    ),
    en=(
        "date of last visit",
        "last visit",
        "date of last inspection",
        "last inspection date",
        "previous inspection",
        "date of previous visit",
        "last visit date",
        "previous visit",
    ),
)
REPORT_DATE = Labels(
    zh=(
        "报告日期",
        "填报日期",
        "填表日期",
        "报告时间",
        "填报时间",
        "制表日期",
        "填写日期",
        "报送日期",
        "撰写日期",
        "报告日",
    ),
    es=(
        "fecha del informe",
        "fecha de informe",
        "fecha de elaboracion",
        "fecha del reporte",
        "fecha de reporte",
        "fecha de emision",
    ),
    en=("report date", "date of report", "reported on", "date of the report"),
)
INSPECT_METHOD = Labels(
    zh=("检查方式", "检查方法", "检查形式"),
    es=("modalidad de visita", "tipo de visita", "forma de visita", "modalidad"),
    en=("mode of inspection", "type of inspection", "inspection method", "type of visit"),
)
INSPECTOR = Labels(
    zh=("检查人", "检查人员", "检查人签字", "检查人员签字", "检查人签名", "检查员", "检查经办人", "主办检查人", "贷后检查人", "检查人员签名", "客户经理签字", "管户信贷员签字", "主办", "协办", "检查责任人", "报告人", "管户客户经理签字", "撰写人", "客户经理签名", "信贷员签字", "检查客户经理", "检查人姓名", "第一检查人", "第二检查人", "贷后检查人员", "检查信贷员", "检查执行人", "主查人", "主办客户经理", "协办客户经理", "调查人"),
    es=("inspector", "asesor de credito", "asesor de creditos", "oficial de creditos", "oficial de credito", "realizado por", "elaborado por", "elaboro", "visitado por", "analista", "asesor", "analista de credito", "responsable de la visita", "inspeccionado por", "oficial responsable", "verificado por", "promotor", "oficial", "visita realizada por"),
    en=("inspected by", "inspecting officer", "inspecting official", "visited by", "inspector", "name of inspecting officer", "loan officer", "field officer", "name of inspecting official", "officer", "credit officer", "prepared by", "visiting officer", "name of the inspecting official"),
)  # fmt: skip
REVIEWER = Labels(
    zh=("复核人", "审核人", "复核", "审核人员", "部门负责人", "信贷主管", "复核人员", "审核", "主管", "负责人签字", "审阅人", "主管签字", "信贷部门负责人", "支行行长", "审核人签字", "复核人签字", "分管领导"),
    es=("revisado por", "supervisor", "vo.bo.", "jefe de credito", "visto bueno", "aprobado por", "jefe de creditos", "jefe de agencia", "v.b.", "gerente de agencia"),
    en=("reviewed by", "reviewing officer", "branch manager", "countersigned by", "checked by", "approved by", "supervisor", "manager", "verified by"),
)  # fmt: skip
BALANCE = Labels(
    zh=("贷款余额", "余额", "合同余额", "借款余额", "尚欠本金", "结欠本金", "结欠金额", "本金余额", "贷款本金余额", "借据余额", "当前余额", "现有余额", "欠款本金", "拖欠本金", "尚欠贷款本金", "结欠贷款本金", "剩余本金", "未还本金", "尚欠借款本金", "结余", "尚欠贷款余额", "欠本金", "逾期本金", "积欠本金", "尚余本金", "拖欠贷款本金", "贷款结余", "现余额", "结欠余额", "欠贷款本金", "尚欠本金余额", "所欠本金", "欠本"),
    es=("saldo", "saldo capital", "saldo actual", "saldo de capital", "saldo pendiente", "saldo deudor", "saldo adeudado", "saldo insoluto", "capital adeudado", "saldo del credito", "saldo vigente", "saldo a la fecha", "capital vencido", "deuda de capital", "saldo de la deuda"),
    en=("outstanding", "outstanding balance", "balance", "balance outstanding", "outstanding principal", "amount outstanding", "present outstanding", "principal outstanding", "loan balance", "current balance", "principal due", "o/s balance", "outstanding as on date", "outstanding amount"),
)  # fmt: skip
INTEREST_ARREARS = Labels(
    zh=("欠息", "欠息金额", "表内欠息", "结欠利息", "尚欠利息", "拖欠利息", "欠利息", "应收利息", "利息合计", "欠息余额", "累计欠息", "欠付利息", "逾期利息", "拖欠贷款利息", "积欠利息", "未还利息", "利息余额", "所欠利息", "应付利息", "欠交利息", "欠缴利息", "欠贷款利息", "欠息合计", "利息欠款", "欠息额"),
    es=("intereses vencidos", "interes vencido", "intereses adeudados", "intereses pendientes", "interes adeudado", "intereses en mora", "intereses devengados", "intereses atrasados", "interes pendiente", "intereses", "intereses moratorios"),
    en=("interest due", "interest arrears", "overdue interest", "interest overdue", "arrears of interest", "accrued interest", "unpaid interest", "interest in arrears", "interest outstanding", "interest accrued"),
)  # fmt: skip
DAYS_PAST_DUE = Labels(
    zh=("逾期天数", "本金逾期天数", "欠息天数", "逾期日数", "逾期(天)", "当前逾期天数"),
    es=(
        "dias de atraso",
        "dias de mora",
        "dias en mora",
        "dias atraso",
        "dias mora",
        "dias vencidos",
        "atraso",
        "dias de vencido",
    ),
    en=(
        "days past due",
        "days overdue",
        "dpd",
        "days in arrears",
        "overdue days",
        "no of days overdue",
        "number of days overdue",
    ),
)
CLASSIFICATION = Labels(
    zh=("五级分类", "风险分类", "贷款五级分类", "建议风险分类", "建议五级分类", "风险分类结果", "五级分类结果", "贷款分类", "分类结果", "贷款形态", "五级分类形态", "本次五级分类", "风险分类等级", "五级分类意见", "资产分类", "拟分类", "分类认定结果", "认定结果", "贷款风险分类", "风险分类意见", "当前风险分类", "建议分类", "现风险分类", "本次分类", "分类等级", "五级分类级别", "建议分类结果", "五级形态", "风险分类(账面)", "本次风险分类", "现五级分类", "目前五级分类", "风险分类最低级别", "认定分类", "认定级别", "五级分类建议"),
    es=("calificacion", "clasificacion", "clasificacion de riesgo", "categoria de riesgo", "calificacion de riesgo", "clasificacion del credito", "calificacion sbs", "categoria", "clasificacion del deudor", "clasificacion actual", "calificacion del credito", "calificacion propuesta", "calificacion sugerida", "clasificacion propuesta", "clasificacion sugerida"),
    en=("asset classification", "classification", "loan classification", "risk classification", "asset class", "account classification", "risk grade", "proposed classification", "classification of asset"),
)  # fmt: skip
PREVIOUS_CLASSIFICATION = Labels(
    zh=(
        "上期分类",
        "上次五级分类",
        "上次风险分类",
        "上期五级分类",
        "原分类",
        "原五级分类",
        "上期风险分类",
        "前次分类",
    ),
    es=("calificacion anterior", "clasificacion anterior"),
    en=("previous classification", "last classification"),
)
USE_MATCHES = Labels(
    zh=("用途是否一致", "是否与合同一致", "是否按合同约定用途使用", "资金用途是否与合同一致", "贷款用途是否与合同一致", "是否按约定用途使用", "是否按用途使用", "实际用途与合同约定是否一致", "是否与约定用途一致", "用途是否与合同一致", "贷款用途是否一致", "是否按合同用途使用", "是否按规定用途使用", "是否挪用", "资金使用是否与合同约定一致", "贷款是否按规定用途使用", "贷款是否按约定用途使用", "实际用途是否与合同约定一致", "贷款资金是否按约定用途使用", "与合同约定是否一致", "用途是否相符", "实际用途与合同是否一致", "是否按借款合同约定用途使用", "贷款用途是否真实", "与合同是否一致", "用途是否与约定一致", "是否按约定使用贷款", "贷款用途是否符合合同约定", "贷款用途是否与合同约定一致", "是否符合合同约定", "贷款资金用途是否与合同一致"),
    es=("destino verificado", "uso conforme al contrato", "cumple destino", "destino conforme", "el destino coincide", "uso conforme", "destino conforme al contrato", "se verifico el destino"),
    en=("end use verified", "used as per contract", "end-use verified", "funds used for purpose", "used for stated purpose", "utilised for the purpose", "utilized for the purpose", "loan used for the stated purpose", "used for the stated purpose", "used for the purpose", "end use of funds verified", "funds used as agreed"),
)  # fmt: skip
RISK_SIGNALS = Labels(
    zh=(
        "预警信号",
        "风险预警信号",
        "风险信号",
        "风险点",
        "风险因素",
        "主要风险点",
        "风险提示",
        "预警情况",
        "主要风险",
    ),
    es=(
        "senales de riesgo",
        "alertas",
        "senales de alerta",
        "factores de riesgo",
        "riesgos identificados",
    ),
    en=("risk signals", "warning signals", "early warning signals", "risk factors"),
)
PROBLEMS = Labels(
    zh=("存在问题", "存在的问题", "发现的问题", "问题及原因", "检查发现的问题", "发现问题", "主要问题", "检查发现问题", "存在的主要问题", "存在问题及风险"),
    es=("problemas", "problemas detectados", "observaciones", "irregularidades", "hallazgos", "problemas identificados", "problemas encontrados"),
    en=("irregularities", "problems", "irregularities observed", "findings", "observations", "deficiencies", "irregularities noticed", "problems found"),
)  # fmt: skip
CONCLUSION = Labels(
    zh=("检查结论", "结论", "检查意见", "总体评价", "综合评价", "检查结论及意见", "贷后检查结论", "检查结果", "总体评价及应对措施", "风险综合评价", "检查综合结论", "综合结论", "检查结论及建议", "贷后检查意见", "检查人意见", "检查总体结论", "综合评价结论", "总体结论", "检查结论意见", "检查人员意见", "结论及处理意见", "结论及建议", "检查结论及处理意见", "结论与建议", "综合评价及结论"),
    es=("conclusion", "conclusiones", "opinion del asesor", "opinion", "recomendacion", "resultado de la visita", "conclusiones y recomendaciones", "comentarios del asesor", "conclusion de la visita"),
    en=("conclusion", "conclusions", "overall assessment", "remarks", "overall remarks", "officer's opinion", "overall conclusion", "comments of the inspecting official", "overall opinion"),
)  # fmt: skip
MEASURE = Labels(
    zh=("处理建议", "措施及建议", "应对措施", "处理意见", "整改措施", "建议措施", "下一步措施", "拟采取措施", "处理措施", "管理措施", "采取的措施", "措施", "建议", "整改要求", "下步措施", "处置措施", "改进措施", "下一步管理措施", "拟采取的措施", "贷后管理建议", "下一步工作措施", "管理建议", "下一步工作建议", "整改意见"),
    es=("compromisos", "acciones", "acciones a tomar", "medidas", "recomendaciones", "compromiso del cliente", "compromisos del cliente", "acuerdos", "plan de accion", "medidas propuestas", "compromiso", "medidas a tomar"),
    en=("action", "action required", "action to be taken", "recommendations", "action proposed", "measures", "follow-up action", "follow up action", "recommendation", "commitments", "corrective action", "actions required", "action plan"),
)  # fmt: skip
RECTIFY_BY = Labels(
    zh=(
        "整改期限",
        "整改时限",
        "限期整改",
        "完成时限",
        "整改完成时间",
        "整改截止日期",
        "整改完成日期",
        "整改到期日",
    ),
    es=("plazo de regularizacion", "fecha de compromiso", "fecha limite", "plazo para regularizar"),
    en=(
        "rectify by",
        "to be rectified by",
        "compliance date",
        "rectification date",
        "deadline for rectification",
        "rectification deadline",
    ),
)
NOTICE_NO = Labels(
    zh=("催收函编号", "通知书编号", "催收通知书编号", "通知编号", "编号", "催收编号", "催收字号", "文书编号"),
    es=("notificacion no", "no de notificacion", "carta no", "carta notarial no", "aviso no", "notificacion nro", "requerimiento no", "numero de notificacion"),
    en=("notice no", "notice number", "ref. no", "ref no", "reference no", "our ref", "reference", "ref", "ref."),
)  # fmt: skip
NOTICE_DATE = Labels(
    zh=(
        "通知日期",
        "发函日期",
        "催收日期",
        "签发日期",
        "发出日期",
        "通知时间",
        "催收时间",
        "送达日期",
        "发文日期",
        "函件日期",
        "出具日期",
        "制发日期",
    ),
    es=("fecha", "fecha de notificacion", "lugar y fecha", "fecha de emision", "fecha de la carta"),
    en=("date", "date of notice", "notice date", "dated", "notice dated"),
)
ADDRESSEE = Labels(
    zh=("催收对象", "致", "借款人", "债务人", "被催收人", "借款户名"),
    es=("senor", "senor(a)", "sr.", "sra.", "senores", "deudor", "cliente", "senora", "sr(a).", "estimado senor", "estimado(a) senor(a)", "srs."),
    en=("to", "borrower", "name of borrower", "dear mr.", "dear mrs.", "dear ms."),
)  # fmt: skip
PAY_BY = Labels(
    zh=("还款截止日期", "限期还款日", "最迟还款日", "还款期限", "限期归还日期", "要求还款日期", "最后还款期限", "限期还款日期"),
    es=("fecha limite de pago", "pagar antes del", "a mas tardar el", "plazo maximo de pago", "fecha maxima de pago", "fecha limite"),
    en=("pay by", "payment deadline", "on or before", "pay on or before", "to be paid by", "no later than", "last date for payment"),
)  # fmt: skip
WARNING_LEVEL = Labels(
    zh=("预警级别", "预警等级", "风险预警级别", "预警信号级别", "预警级次", "风险预警等级"),
    es=("nivel de alerta",),
    en=("warning level", "alert level"),
)

# Labels whose values we do not keep; known so that they end the value before them.
OTHER = Labels(
    zh=(
        "主管", "复核", "复核人", "财务主管", "开户行", "开户银行", "账号", "帐号", "开户账号", "存款账号", "贷款账号", "还款账号", "还款账户", "邮政编码", "邮编", "传真", "性别", "年龄", "民族",
        "出生日期", "婚姻状况", "文化程度", "职业", "工作单位", "电子邮箱", "证件类型", "证件种类", "证件名称", "还款方式", "结息方式", "支付方式", "还款资金来源", "还款来源", "计息方式", "年收入",
        "币种", "发证机关", "登记机构", "登记机关", "其他", "附记", "备注", "序号", "数量", "单位", "所有权归属", "状况", "抵押率", "抵押顺位", "担保范围", "抵押范围", "抵押不动产类型",
        "登簿人", "填发机关", "填发单位", "制表人", "制表", "填表人", "填报单位", "经办机构", "所属机构", "报送机构", "检查单位", "检查类型", "检查类别", "检查项目", "检查内容", "检查情况", "信用等级", "行业", "经营范围", "经营项目",
        "借款人签字", "借款人签章", "贷款人签章", "签收人", "送达人", "见证人", "签收日期", "回执", "送达方式", "催收方式", "交易对象", "收款人", "权属性质", "使用权类型", "地号", "地籍号", "规划用途", "房屋结构", "层数", "所在层数", "房屋类型", "设计用途",
        "被担保债权概况", "抵押物概况", "主合同名称", "合同份数", "保证方式", "保证期间", "保证范围", "质押率", "保险单号", "保险公司", "评估机构", "评估日期", "评估单位",
        "实际用途", "资金去向", "资金使用情况", "家庭人口", "村民小组", "所属支行", "经办支行", "文本编码", "会计", "出纳", "记账", "授权", "期数", "每期还款额", "宽限期", "合计", "基本情况", "日期", "签字", "盖章", "公章", "经济性质", "还款计划", "受托支付", "自主支付", "份数", "权利性质", "权利类型",
    ),
    es=(
        "nacionalidad", "estado civil", "ocupacion", "profesion", "edad", "sexo", "correo electronico", "email", "cuotas", "numero de cuotas", "no de cuotas", "forma de pago", "frecuencia de pago", "cuota", "valor de la cuota",
        "primer vencimiento", "agencia", "sucursal", "oficina", "moneda", "notario", "notaria", "linderos", "firma", "huella", "sello", "testigo", "testigos", "tomo", "libro", "asiento", "cuenta", "cuenta no", "actividad", "negocio",
        "estado del negocio", "estado de la garantia", "situacion de la garantia", "fecha de nacimiento", "distrito", "provincia", "departamento", "municipio", "registro de la propiedad", "registrador",
    ),
    en=(
        "occupation", "marital status", "nationality", "email", "e-mail", "instalments", "installments", "number of instalments", "emi", "monthly instalment", "branch", "branch name", "currency", "witness", "witnesses", "signature",
        "governing law", "constitution", "limits", "stock", "stocks", "insurance", "drawing power", "machinery", "sub-registrar", "registrar", "schedule", "age", "sex", "date of birth", "activity", "business", "condition of stock", "condition of security", "repayment", "repayment method", "fax", "seal",
    ),
)  # fmt: skip

# A party by its letter; whose letter it is, the paper itself must say.
LETTERS = ("甲方", "乙方", "丙方", "丁方", "戊方", "已方")
