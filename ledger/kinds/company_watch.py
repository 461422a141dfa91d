"""公示信息变动、结算量、账户监管: what a borrower changes, settles and keeps on his accounts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extractors.wording import _
from ledger.kinds.declaration import HOUSEHOLD, Fault, Field, FieldValue, Kind
from ledger.kinds.shared import choice, chosen, day, ends, money, number, text, titles

# Changes that count towards the number at which a warning is raised (m085).
PERSONS = ("legal_rep", "shareholders", "directors", "finance_head", "controller")


def _change(values: Mapping[str, FieldValue]) -> Iterator[Fault]:
    yield from ends(values, "on", "found_on")
    if values.get("what") == "none" and (values.get("before") or values.get("after")):
        yield Fault(
            key="what",
            code="change_without_change",
            message=_("something changed, but it says that nothing did"),
        )


REGISTERED_CHANGE = Kind(
    name="registered_change",
    titles=titles("公示信息变更台账", "Cambios registrales", "Registered changes"),
    about=HOUSEHOLD,
    dated_by="on",
    key=("on", "what"),
    repeats=True,
    needs=(("what",), ("on",)),
    check=_change,
    source="method 7 of ten, 债务人公示信息变动: mechanism 85",
    fields=(
        day("on", "变更日期", "Fecha", "Changed on", "变动日期", "核准日期", required=True),
        chosen(
            "what", "变更事项", "Cambio", "What changed",
            choice("legal_rep", "法定代表人", "Representante legal", "Legal representative",
                   "法人代表", "法人"),
            choice("shareholders", "股东", "Socios", "Shareholders", "股权", "投资人"),
            choice("directors", "董事", "Directores", "Directors", "高管", "董监高", "监事"),
            choice("finance_head", "财务负责人", "Jefe de finanzas", "Finance head", "财务总监"),
            choice("controller", "实际控制人", "Controlador", "Controller"),
            choice("business", "经营范围", "Actividad", "Business", "经营场所", "住所"),
            choice("name", "名称", "Denominación", "Name", "企业名称"),
            choice("capital", "注册资本", "Capital", "Capital"),
            choice("none", "查询无变更", "Sin cambios", "Nothing", "无变更", "无变化", "未变更"),
            required=True,
            labels=("变更内容", "变动事项"),
            width=12,
        ),
        text("before", "变更前", "Antes", "Before", "原登记内容", "变更前内容", width=16),
        text("after", "变更后", "Después", "After", "现登记内容", "变更后内容", width=16),
        day("found_on", "发现日期", "Detectado el", "Found on"),
        Field(
            key="seals_updated",
            titles=titles("印鉴是否变更", "Firmas actualizadas", "Seals updated"),
            grammar="flag",
            labels=("印鉴已变更", "预留印鉴变更", "是否变更印鉴"),
            width=10,
        ),
        text("by", "查询人", "Por", "By", "登记人", width=10),
    ),
)  # fmt: skip

SETTLEMENT = Kind(
    name="settlement",
    titles=titles("结算量监测台账", "Volumen de operaciones", "Settlement volume"),
    about=HOUSEHOLD,
    dated_by="until",
    key=("until",),
    needs=(("settled_fen",), ("until",)),
    source="method 8 of ten, 时刻关注债务人结算渠道: mechanisms 41, 86",
    fields=(
        text("until", "季度末", "Trimestre", "Quarter to", "结算季度", "季度", "统计期",
             "截止日期", grammar="period_end", required=True, width=11),
        money("agreed_fen", "约定结算量", "Pactado", "Agreed", "约定结算金额", "承诺结算量"),
        money("settled_fen", "我行结算量", "Operado aquí", "Settled here", "实际结算量",
              "本行结算量", "结算量", required=True),
        money("elsewhere_fen", "他行结算量", "Operado fuera", "Settled elsewhere"),
        money("sales_fen", "报表销售收入", "Ventas declaradas", "Sales stated", "销售收入",
              "营业收入"),
        money("invoiced_fen", "开票金额", "Facturado", "Invoiced", "增值税开票金额", "纳税销售额"),
        text("finding", "核对情况", "Observación", "Finding", "说明", "备注", width=24),
        text("by", "监测人", "Por", "By", "填报人", width=10),
    ),
)  # fmt: skip

ACCOUNT_WATCH = Kind(
    name="account_watch",
    titles=titles("账户监管台账", "Vigilancia de cuentas", "Account supervision"),
    about=HOUSEHOLD,
    dated_by="on",
    key=("on", "account"),
    needs=(("account",), ("on",), ("state", "balance_fen", "inflow_fen")),
    source="贷后管理台账 column 账户监管: mechanisms 7, 86",
    fields=(
        day("on", "监管日期", "Fecha", "On", "检查日期", "监测日期", required=True),
        number("account", "监管账号", "Cuenta", "Account", "账号", "结算账号", required=True,
               personal=True),
        number("agreement_no", "监管协议号", "Nº de convenio", "Agreement", "监管协议编号"),
        money("balance_fen", "账户余额", "Saldo", "Balance", "余额", total=False),
        money("inflow_fen", "贷方发生额", "Ingresos", "Money in", "流入"),
        money("outflow_fen", "借方发生额", "Egresos", "Money out", "流出"),
        chosen(
            "state", "监管结果", "Resultado", "State",
            choice("normal", "正常", "Normal", "Normal", "无异常"),
            choice("abnormal", "异常", "Anómala", "Abnormal", "大额异动", "可疑"),
            choice("frozen", "冻结", "Embargada", "Frozen", "查封"),
            labels=("账户状态",),
        ),
        text("finding", "监管情况", "Observación", "Finding", "异常情况", "说明", width=24),
        text("by", "监管人", "Por", "By", "监测人", width=10),
    ),
)  # fmt: skip

COMPANY_WATCH = (REGISTERED_CHANGE, SETTLEMENT, ACCOUNT_WATCH)
