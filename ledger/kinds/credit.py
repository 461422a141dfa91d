"""What a household may borrow, and how a loan's terms change: ratings, lines, extensions."""

from __future__ import annotations

from ledger.kinds.declaration import HOUSEHOLD, LOAN, Kind
from ledger.kinds.shared import choice, chosen, day, ends, money, number, text, titles

RATING = Kind(
    name="rating",
    titles=titles("信用评级台账", "Registro de calificaciones", "Rating register"),
    about=HOUSEHOLD,
    dated_by="on",
    key=("on",),
    needs=(("grade",), ("on",)),
    check=lambda values: ends(values, "on", "valid_until"),
    source="rating register, next due: mechanisms 74, 82",
    fields=(
        day("on", "评级日期", "Fecha", "Rated on", "评定日期", "信用等级评定日期", required=True),
        text("grade", "信用等级", "Calificación", "Grade", "评级结果", "评级", required=True),
        text("score", "评级得分", "Puntaje", "Score", "得分", "评分", grammar="decimal"),
        money("limit_fen", "授信额度", "Límite", "Limit", "核定额度", "授信金额"),
        text("rated_by", "评定人", "Calificado por", "Rated by", "评级人", "评定小组", width=10),
        day("valid_until", "评级有效期", "Válida hasta", "Valid until", "评级到期日", "有效期至"),
    ),
)

CREDIT_LINE = Kind(
    name="credit_line",
    titles=titles("授信台账", "Registro de líneas de crédito", "Credit line register"),
    about=HOUSEHOLD,
    dated_by="on",
    key=("line_no",),
    subject="line_no",
    needs=(("line_no",), ("limit_fen",), ("on",)),
    check=lambda values: ends(values, "on", "until"),
    source="授信台账 of a rural commercial bank",
    fields=(
        number("line_no", "授信协议号", "Nº de línea", "Line", "授信编号", "授信合同编号",
               "授信合同号", required=True),
        day("on", "授信起始日", "Desde", "From", "授信日期", "生效日", required=True),
        day("until", "授信到期日", "Hasta", "Until", "授信终止日", required=True),
        money("limit_fen", "授信额度", "Límite", "Limit", "授信金额", "授信总额", required=True),
        text("product", "授信品种", "Producto", "Product"),
        chosen(
            "revolving", "额度类型", "Tipo", "Type",
            choice("revolving", "循环", "Rotativa", "Revolving", "可循环", "循环额度"),
            choice("once", "一次性", "Única", "Once", "不可循环", "非循环"),
        ),
        text("approved_by", "审批人", "Aprobada por", "Approved by", "审批机构", "批准人"),
    ),
)  # fmt: skip

EXTENSION = Kind(
    name="extension",
    titles=titles("展期台账", "Registro de prórrogas", "Extension register"),
    about=LOAN,
    dated_by="on",
    key=("on",),
    needs=(("new_due_on",), ("on",)),
    check=lambda values: ends(values, "on", "new_due_on"),
    source="展期 counts from the day it was agreed; 贷款通则 article 12: short-term loans at most "
    "their own term, medium-term half of it, long-term three years",
    fields=(
        day("on", "展期日期", "Fecha de prórroga", "Extended on", "展期办理日", "展期起始日",
            required=True),
        day("new_due_on", "展期到期日", "Nuevo vencimiento", "New due date", "展期后到期日",
            required=True),
        money("amount_fen", "展期金额", "Importe", "Amount", "展期余额"),
        number("agreement_no", "展期协议号", "Nº de acuerdo", "Agreement", "展期合同号"),
        text("reason", "展期原因", "Motivo", "Reason", "原因"),
        text("approved_by", "审批人", "Aprobada por", "Approved by", "批准人", width=10),
    ),
)  # fmt: skip

REFINANCING = Kind(
    name="refinancing",
    titles=titles("借新还旧台账", "Registro de refinanciaciones", "Refinancing register"),
    about=LOAN,
    dated_by="on",
    key=("old_number",),
    subject="old_number",
    needs=(("old_number",), ("on",)),
    source="借新还旧 links the new loan to the one it repaid; 2023 rules: at least 关注",
    fields=(
        number("old_number", "原借据号", "Pagaré anterior", "Loan repaid", "旧借据号",
               "原借据编号", "所还借据号", required=True),
        day("on", "办理日期", "Fecha", "On", "借新还旧日期", required=True),
        money("amount_fen", "偿还旧贷金额", "Importe", "Amount", "还旧金额"),
        text("reason", "原因", "Motivo", "Reason"),
    ),
)  # fmt: skip

GUARANTEE = Kind(
    name="guarantee",
    titles=titles("保证人台账", "Registro de fiadores", "Guarantor register"),
    about=LOAN,
    dated_by="on",
    key=("guarantor", "contract_no"),
    subject="guarantor",
    needs=(("guarantor",), ("on", "until", "guaranteed_fen")),
    check=lambda values: ends(values, "on", "until"),
    source="保证合同: guarantor, amount, 保证期间; Civil Code art. 692: six months from maturity "
    "where nothing is agreed",
    fields=(
        text("guarantor", "保证人", "Fiador", "Guarantor", "担保人", "保证人名称", "保证人姓名",
             required=True),
        number("identity", "保证人证件号码", "Documento del fiador", "Guarantor's ID",
               "保证人身份证号", "担保人证件号", personal=True),
        number("contract_no", "保证合同号", "Nº de fianza", "Guarantee contract", "保证合同编号"),
        chosen(
            "type", "保证方式", "Tipo", "Type",
            choice("several", "连带责任保证", "Solidaria", "Joint and several", "连带", "连带保证"),
            choice("general", "一般保证", "Simple", "General", "一般"),
        ),
        money("guaranteed_fen", "保证金额", "Importe afianzado", "Guaranteed", "担保金额"),
        day("on", "保证合同签订日", "Firmada el", "Signed on", "签订日期", required=True),
        day("until", "保证期间到期日", "Hasta", "Until", "保证到期日", "担保到期日"),
    ),
)  # fmt: skip

GUARANTEE_GROUP = Kind(
    name="guarantee_group",
    titles=titles("联保小组台账", "Grupos solidarios", "Joint liability groups"),
    about=HOUSEHOLD,
    dated_by="on",
    key=("group_no", "on"),
    subject="group_no",
    needs=(("group_no",), ("on",)),
    check=lambda values: ends(values, "on", "until"),
    source="农户联保、商户联保: members answer for each other; mechanism 65",
    fields=(
        number("group_no", "联保小组编号", "Nº de grupo", "Group", "联保组号", "小组编号",
               "联保协议号", required=True),
        chosen(
            "part", "组内身份", "Función", "Part",
            choice("head", "组长", "Coordinador", "Head"),
            choice("member", "成员", "Miembro", "Member", "组员"),
        ),
        day("on", "加入日期", "Desde", "Joined on", "协议日期", "入组日期", required=True),
        day("until", "协议到期日", "Hasta", "Until", "退出日期"),
    ),
)  # fmt: skip

AFFILIATION = Kind(
    name="affiliation",
    titles=titles("集团及关联客户台账", "Grupos económicos", "Groups of connected clients"),
    about=HOUSEHOLD,
    dated_by="on",
    key=("group", "on"),
    subject="group",
    needs=(("group",), ("on",), ("relation",)),
    check=lambda values: ends(values, "on", "until"),
    source="授信台账 (corporate): 是否集团; concentration of big clients: mechanism 57",
    fields=(
        text(
            "group", "集团名称", "Grupo", "Group", "关联集团", "集团客户", required=True, width=20
        ),
        text("relation", "关联关系", "Relación", "Relation", "关系"),
        day("on", "认定日期", "Desde", "Since", required=True),
        day("until", "解除日期", "Hasta", "Until"),
    ),
)
