"""What happens to a security after it was given: valued, insured, moved, looked at, released."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extractors.wording import _
from ledger.kinds.declaration import EITHER, OFFICE, Fault, Field, FieldValue, Kind
from ledger.kinds.shared import (
    SECURITY,
    choice,
    chosen,
    day,
    ends,
    money,
    number,
    text,
    titles,
)

APPRAISAL = Kind(
    name="appraisal",
    titles=titles("押品评估台账", "Registro de tasaciones", "Appraisal register"),
    about=EITHER,
    dated_by="on",
    key=("security", "on"),
    subject="security",
    needs=(("security",), ("on",), ("value_fen",), ("appraiser", "valid_until", "method")),
    check=lambda values: ends(values, "on", "valid_until"),
    source="押品评估价值 reviewed, appraisers managed: mechanism 55",
    fields=(
        SECURITY,
        day("on", "评估日期", "Fecha de tasación", "Appraised on", "估值日期", required=True),
        money(
            "value_fen", "评估价值", "Valor tasado", "Value", "评估价", "评估值", "认定价值",
            required=True,
        ),
        text("appraiser", "评估机构", "Tasador", "Appraiser", "评估公司", "评估人", width=18),
        chosen(
            "method", "评估方式", "Método", "Method",
            choice("external", "外部评估", "Externa", "External", "中介评估", "外评"),
            choice("internal", "内部评估", "Interna", "Internal", "内评", "自评", "协商"),
        ),
        day("valid_until", "评估有效期", "Válida hasta", "Valid until", "有效期至", "重估日期"),
    ),
)  # fmt: skip

APPRAISER = Kind(
    name="appraiser",
    titles=titles("评估机构名册", "Lista de tasadores", "List of appraisers"),
    about=OFFICE,
    dated_by="on",
    key=("name", "on"),
    subject="name",
    needs=(("name",), ("licence",), ("on",)),
    check=lambda values: ends(values, "on", "until"),
    source="external appraisers are admitted and managed: mechanism 55",
    fields=(
        text("name", "评估机构", "Tasador", "Appraiser", "机构名称", required=True, width=24),
        number("licence", "资质证书号", "Nº de licencia", "Licence", "资质", "资格证号"),
        day("on", "准入日期", "Admitido el", "Admitted on", "入围日期", required=True),
        day("until", "准入到期日", "Admitido hasta", "Admitted until", "有效期至"),
        text("remarks", "评价", "Evaluación", "Assessment", "备注"),
    ),
)

INSURANCE = Kind(
    name="insurance",
    titles=titles("抵押物保险台账", "Registro de seguros", "Insurance register"),
    about=EITHER,
    dated_by="on",
    key=("security", "policy_no"),
    subject="security",
    needs=(("security",), ("policy_no",), ("until",)),
    check=lambda values: ends(values, "on", "until"),
    source="抵质押物台账: 保险单号/到期; mechanism 56",
    fields=(
        SECURITY,
        number("policy_no", "保险单号", "Nº de póliza", "Policy", "保单号", required=True),
        text("insurer", "保险公司", "Aseguradora", "Insurer"),
        day("on", "保险起期", "Desde", "From", "起保日期", "保险起始日", required=True),
        day("until", "保险到期日", "Hasta", "Until", "保险止期", "保单到期日", required=True),
        money("amount_fen", "保险金额", "Suma asegurada", "Sum insured", "保额"),
        Field(
            key="first_beneficiary",
            titles=titles("第一受益人为我方", "Somos beneficiarios", "We are first beneficiary"),
            grammar="flag",
            labels=("第一受益人",),
            width=9,
        ),
    ),
)

CUSTODY_MOVE = Kind(
    name="custody_move",
    titles=titles("权证出入库登记簿", "Entradas y salidas de títulos", "Vault register"),
    about=EITHER,
    dated_by="on",
    key=("security", "on", "move"),
    subject="security",
    needs=(("security",), ("on",), ("move",)),
    check=lambda values: _custody(values),
    source="抵质押物台账: 入库/出库/临时出库; mechanisms 53, 104",
    fields=(
        SECURITY,
        chosen(
            "move", "出入库", "Movimiento", "Move",
            choice("in", "入库", "Entrada", "In"),
            choice("lent", "临时出库", "Salida temporal", "Lent", "借出", "暂借"),
            choice("back", "回库", "Devolución", "Back", "归还", "重新入库"),
            choice("out", "出库", "Salida", "Out", "正式出库", "结清出库"),
            required=True,
            labels=("出入库类型", "出/入库", "业务类型"),
        ),
        day("on", "日期", "Fecha", "On", "出入库日期", "入库日期", "出库日期", required=True),
        text("reason", "原因", "Motivo", "Reason", "出库原因", "事由"),
        day("expected_back_on", "预计回库日期", "Devolución prevista", "Expected back on"),
        text("approved_by", "批准人", "Autorizado por", "Approved by", "审批人", width=10),
        text("handed_to", "领取人", "Recibido por", "Handed to", "经手人", "领用人", width=10),
        text("keeper", "保管员", "Custodio", "Keeper", "保管人", "库管员", width=10),
    ),
)  # fmt: skip


def _custody(values: Mapping[str, FieldValue]) -> Iterator[Fault]:
    yield from ends(values, "on", "expected_back_on")
    if values.get("move") == "lent" and "expected_back_on" not in values:
        yield Fault(
            key="expected_back_on",
            code="no_day_back",
            message=_("a certificate lent out needs the day by which it comes back"),
        )


SECURITY_CHECK = Kind(
    name="security_check",
    titles=titles("抵质押物检查台账", "Inspecciones de garantías", "Security inspections"),
    about=EITHER,
    dated_by="on",
    key=("security", "on"),
    subject="security",
    needs=(("security",), ("on",), ("state", "on_site")),
    source="collateral entry control, site check by the officer: mechanisms 53, 56, 88",
    fields=(
        SECURITY,
        day("on", "检查日期", "Fecha de inspección", "Inspected on", "勘查日期", required=True),
        chosen(
            "state", "押品状态", "Estado", "State",
            choice("sound", "完好", "En buen estado", "Sound", "正常", "良好"),
            choice("worn", "毁损", "Deteriorado", "Damaged", "损坏", "贬值"),
            choice("let", "出租", "Arrendado", "Let", "已出租"),
            choice("seized", "查封", "Embargado", "Seized", "冻结", "被查封"),
            choice("gone", "灭失", "Perdido", "Gone", "转移", "变卖"),
            required=True,
        ),
        Field(
            key="on_site",
            titles=titles("实地查看", "In situ", "On site"),
            grammar="flag",
            labels=("是否实地", "现场查看"),
            width=9,
        ),
        money("value_fen", "现估值", "Valor estimado", "Present value", "市场价值", total=False),
        text("inspector", "检查人", "Inspector", "Inspector", "勘查人", width=10),
        text("remarks", "检查情况", "Observaciones", "Remarks", "说明", width=24),
    ),
)  # fmt: skip

RELEASE = Kind(
    name="release",
    titles=titles("抵押注销登记簿", "Cancelaciones de garantías", "Released securities"),
    about=EITHER,
    dated_by="on",
    key=("security", "on"),
    subject="security",
    needs=(("security",), ("on",), ("reason", "approved_by")),
    source="抵质押物台账: 出库原因; a mortgage released while owed is a finding",
    fields=(
        SECURITY,
        day("on", "注销日期", "Cancelada el", "Released on", "解押日期", "解除日期", required=True),
        text("reason", "注销原因", "Motivo", "Reason", "解押原因", required=True),
        text("approved_by", "批准人", "Autorizado por", "Approved by", "审批人", width=10),
    ),
)
