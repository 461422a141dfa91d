"""Columns that many registers have: who, which loan, which office."""

from __future__ import annotations

from ledger.layouts.layout import Borrower, Column, Row

UNIT = Column(
    key="unit",
    grammar="text",
    fills_down=True,
    labels=(
        "机构", "机构名称", "所属机构", "经办机构", "管户机构", "出账机构", "支行", "支行名称",
        "网点", "网点名称", "信用社", "社名", "分社", "营业网点", "所属网点", "贷款机构", "单位",
        "单位名称", "记账单位", "现管理机构", "填报单位", "oficina", "agencia", "sucursal",
        "unidad", "branch", "unit", "office",
    ),
)  # fmt: skip
BORROWER = Column(
    key="borrower",
    grammar="text",
    fills_down=True,
    labels=(
        "借款人", "借款人名称", "借款人姓名", "客户名称", "客户姓名", "姓名", "户名", "户主",
        "户主姓名", "农户姓名", "贷款户名", "贷户姓名", "借款户", "借款单位", "债务人",
        "被检查人", "prestatario", "deudor", "cliente", "nombre", "nombre del cliente",
        "titular", "nombres y apellidos", "borrower", "borrower name", "customer",
        "customer name", "name",
    ),
)  # fmt: skip
IDENTITY = Column(
    key="identity",
    grammar="identity",
    fills_down=True,
    labels=(
        "证件号码", "证件号", "证件", "身份证号码", "身份证号", "身份证", "客户证件号码",
        "客户证件号", "借款人证件号码", "借款人身份证号", "借款人身份证号码", "公民身份号码",
        "公民身份证号", "居民身份证号码", "身份证件号码", "统一社会信用代码", "社会信用代码",
        "信用代码", "身份证号码/统一社会信用代码", "证件号码/统一社会信用代码", "dni", "cédula",
        "documento", "documento de identidad", "nº de documento", "identificación",
        "número de identificación", "cedula de identidad", "id number", "id no", "id",
        "identity no",
    ),
)  # fmt: skip
DOCUMENT = Column(
    key="document",
    grammar="text",
    fills_down=True,
    labels=(
        "证件类型", "证件种类", "证件名称", "客户证件类型", "借款人证件类型", "证件类别",
        "tipo de documento", "id type", "document type",
    ),
)  # fmt: skip
CLIENT = Column(
    key="client",
    grammar="text",
    fills_down=True,
    labels=(
        "客户类型", "客户类别", "客户性质", "借款人类型", "借款人类别", "借款人性质",
        "借款主体类型", "主体类型", "tipo de cliente", "tipo de persona", "customer type",
        "borrower type",
    ),
)  # fmt: skip
VILLAGE = Column(
    key="village",
    grammar="text",
    fills_down=True,
    labels=(
        "村", "行政村", "村名", "所在村", "村组", "户籍地址", "户籍地址（村）", "地址", "住址",
        "家庭住址", "家庭地址", "居住地址", "联系地址", "所属行政村", "乡镇村", "aldea",
        "comunidad", "dirección", "domicilio", "localidad", "village", "address",
    ),
)  # fmt: skip
PHONE = Column(
    key="phone",
    grammar="phone",
    labels=(
        "电话", "联系电话", "手机", "手机号", "手机号码", "电话号码", "联系方式", "移动电话",
        "teléfono", "celular", "phone", "telephone", "mobile",
    ),
)  # fmt: skip
IOU_NO = Column(
    key="iou_no",
    grammar="number",
    labels=(
        "借据号", "借据编号", "借据号码", "借据流水号", "借据", "借据序号", "借据合同号",
        "贷款借据号", "贷款借据编号", "贷款账号", "贷款帐号", "贷款编号", "凭证号", "借款凭证号",
        "借款凭证编号", "pagaré", "número de pagaré", "nº de pagaré", "nº pagaré",
        "número de préstamo", "nº de préstamo", "préstamo", "crédito", "nº de crédito",
        "número de crédito", "iou no", "iou number", "iou", "loan no", "loan number", "loan id",
        "note no",
    ),
)  # fmt: skip
CONTRACT_NO = Column(
    key="contract_no",
    grammar="number",
    labels=(
        "合同号", "合同编号", "借款合同号", "借款合同编号", "贷款合同号", "贷款合同编号",
        "合同流水号", "合同号码", "主合同号", "主合同编号", "授信合同号", "授信合同编号",
        "contrato", "número de contrato", "nº de contrato", "nº contrato", "contract no",
        "contract number", "contract",
    ),
)  # fmt: skip
MANAGER = Column(
    key="manager",
    grammar="text",
    fills_down=True,
    labels=(
        "管户人", "管户经理", "管户客户经理", "客户经理", "信贷员", "管户信贷员", "管户责任人",
        "管理责任人", "责任人", "主责任人", "管户", "包收责任人", "主办客户经理", "现管理员",
        "oficial", "oficial de crédito", "analista", "asesor", "gestor", "manager",
        "loan officer", "officer", "account manager",
    ),
)  # fmt: skip
PRODUCT = Column(
    key="product",
    grammar="text",
    fills_down=True,
    labels=(
        "业务品种", "贷款品种", "品种", "产品", "产品名称", "贷款产品", "贷款种类", "贷款类型",
        "业务种类", "业务类型", "授信品种", "授信产品名称", "贷款类别", "producto",
        "tipo de crédito", "tipo de préstamo", "línea", "modalidad", "product", "loan type",
        "loan product",
    ),
)  # fmt: skip
GUARANTEE = Column(
    key="guarantee",
    grammar="guarantee",
    fills_down=True,
    labels=(
        "担保方式", "主要担保方式", "主担保方式", "贷款方式", "担保类型", "担保种类", "担保",
        "garantía", "tipo de garantía", "security", "guarantee", "guarantee method",
        "security type", "collateral type",
    ),
)  # fmt: skip
NOTED = (
    # Known and of no use to the ledger: not reported as unknown columns.
    Column(
        key="noted",
        grammar="ignored",
        labels=(
            "序号", "编号", "行号", "备注", "说明", "no", "n°", "nº", "#", "item", "notas",
            "remarks", "note", "notes", "observaciones", "客户编号", "客户号", "币种", "moneda",
            "currency", "经办人", "制表人",
        ),
    ),
)  # fmt: skip


def borrower_of(row: Row) -> Borrower:
    """Return who the row says the borrower is."""
    return Borrower(
        name=row.values.get("borrower"),
        identity=row.values.get("identity"),
        village=row.values.get("village"),
        phone=row.values.get("phone"),
    )


def loan_of(row: Row) -> str:
    """Return the number by which the row names its loan; the layout has made sure there is one."""
    number = row.values.get("iou_no") or row.values["contract_no"]
    return str(number)
