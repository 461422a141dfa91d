"""How the office groups its clients: intervals and classes, tiers and owners, credit villages."""

from __future__ import annotations

from ledger.kinds.declaration import HOUSEHOLD, OFFICE, Kind
from ledger.kinds.shared import choice, chosen, day, ends, number, text, titles

CLIENT_CLASS = Kind(
    name="client_class",
    titles=titles("客户分类台账", "Registro de segmentos de clientes", "Client classes"),
    about=HOUSEHOLD,
    dated_by="from_on",
    key=("from_on",),
    needs=(("client_class", "interval"), ("from_on",)),
    source="三大区间管理; 法人客户 优良、正常、限制、严格限制、坚决退出: mechanisms 1, 2",
    fields=(
        day("from_on", "分类日期", "Desde", "From", "客户分类日期", "评定日期", required=True),
        chosen(
            "interval", "管理区间", "Tramo", "Interval",
            choice("first", "一区间", "Primer tramo", "First", "第一区间", "优质区间"),
            choice("second", "二区间", "Segundo tramo", "Second", "第二区间", "一般区间"),
            choice("third", "三区间", "Tercer tramo", "Third", "第三区间", "退出区间"),
            labels=("客户区间", "所属区间", "区间"),
        ),
        chosen(
            "client_class", "客户分类", "Segmento", "Client class",
            choice("excellent", "优良", "Excelente", "Excellent", "优良类", "优质"),
            choice("normal", "正常", "Normal", "Normal", "正常类"),
            choice("restricted", "限制", "Restringido", "Restricted", "限制类"),
            choice("strictly_restricted", "严格限制", "Muy restringido", "Strictly restricted",
                   "严格限制类"),
            choice("exit", "坚决退出", "Salida", "To be left", "退出", "坚决退出类", "退出类"),
            labels=("客户分类结果", "法人客户分类"),
        ),
        text("strategy", "管户策略", "Estrategia", "Strategy", "贷后管理措施", "管理措施",
             "管理策略", width=28),
        text("decided_by", "认定人", "Decidido por", "Decided by", "认定部门", width=10),
    ),
)  # fmt: skip

OWNERSHIP = Kind(
    name="ownership",
    titles=titles("客户归属台账", "Asignación de clientes", "Ownership of clients"),
    about=HOUSEHOLD,
    dated_by="from_on",
    key=("from_on",),
    needs=(("tier", "managing_unit", "department"), ("from_on",)),
    source="分层次管理, 正常类由客户部、不良由资产经营部: mechanisms 11, 12",
    fields=(
        day("from_on", "归属日期", "Desde", "From", "移交日期", "起始日期", required=True),
        chosen(
            "tier", "客户层级", "Tamaño", "Tier",
            choice("large", "大户", "Grande", "Large", "大额客户"),
            choice("middle", "中户", "Mediano", "Middle", "中型客户"),
            choice("small", "小户", "Pequeño", "Small"),
            labels=("层级", "客户规模"),
        ),
        text("managing_unit", "管理单位", "A cargo de", "Managed by", "管理层级", "归属单位"),
        text("department", "牵头部门", "Departamento", "Department", "主管部门", "归属部门"),
        text("reason", "变更原因", "Motivo", "Reason", "移交原因", "原因", width=20),
        number("handover_no", "移交清册号", "Nº de entrega", "Handover list", "移交单号"),
        text("decided_by", "批准人", "Decidido por", "Decided by", "审批人", width=10),
    ),
)  # fmt: skip

CREDIT_VILLAGE = Kind(
    name="credit_village",
    titles=titles("信用村镇台账", "Registro de comunidades de crédito", "Credit villages"),
    about=OFFICE,
    dated_by="on",
    key=("name", "honour"),
    subject="name",
    needs=(("honour",), ("name",), ("on",)),
    check=lambda values: ends(values, "on", "until_on"),
    source="信用村、信用乡镇、示范户、示范市场: mechanism 72",
    fields=(
        text("name", "名称", "Nombre", "Name", "信用村名称", "村名", "乡镇", required=True),
        chosen(
            "honour", "称号", "Distinción", "Honour",
            choice("village", "信用村", "Aldea de crédito", "Credit village"),
            choice("township", "信用乡镇", "Municipio de crédito", "Credit township", "信用乡",
                   "信用镇"),
            choice("household", "示范户", "Hogar modelo", "Model household", "信用户"),
            choice("market", "示范市场", "Mercado modelo", "Model market", "信用市场"),
            required=True,
            labels=("类别", "评定类别"),
        ),
        day("on", "评定日期", "Otorgada el", "Awarded on", "授牌日期", required=True),
        day("until_on", "有效期至", "Hasta", "Until", "复评日期"),
        text("households", "农户数", "Hogares", "Households", "总户数", grammar="count", width=8),
        text("rated", "评定信用户数", "Con crédito", "Rated", "信用户数", grammar="count", width=8),
        text("awarded_by", "评定单位", "Otorgada por", "Awarded by", "授牌单位"),
    ),
)  # fmt: skip

CLIENTS = (CLIENT_CLASS, OWNERSHIP, CREDIT_VILLAGE)
