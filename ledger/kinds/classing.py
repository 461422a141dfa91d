"""分类因素、初分和审查、从优审批: what classes are decided from, and who decided what before them.

The class itself (认定) is a fact of the table `classification`; meetings that determine classes
together are another kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extractors.wording import _
from ledger.kinds.declaration import LOAN, Fault, FieldValue, Held, Kind
from ledger.kinds.shared import choice, chosen, day, ends, text, titles


def _factor(values: Mapping[str, FieldValue]) -> Iterator[Fault]:
    yield from ends(values, "on", "until")
    lost = values.get("loss_percent")
    if lost is not None and not 0 <= lost <= 100:  # type: ignore[operator]
        yield Fault(
            key="loss_percent",
            code="no_percentage",
            message=_("a loss lies between 0 and 100 percent"),
        )


CLASS_FACTOR = Kind(
    name="class_factor",
    titles=titles("分类因素登记", "Factores de clasificación", "Factors of classes"),
    about=LOAN,
    dated_by="on",
    key=("on", "factor"),
    needs=(("factor",), ("on",)),
    check=_factor,
    source="《商业银行金融资产风险分类办法》 2023, 第十至十三条、第十六至十九条: mechanism 83",
    fields=(
        day("on", "发生日期", "Desde", "Since", "认定日期", "确认日期", required=True),
        chosen(
            "factor", "分类因素", "Factor", "Factor",
            choice("use_changed", "未经同意改变用途", "Destino cambiado", "Use changed",
                   "改变用途", "挪用", "擅自改变贷款用途"),
            choice("impaired", "已发生信用减值", "Deteriorado", "Credit-impaired", "信用减值"),
            choice("rating_down", "外部评级大幅下调", "Rating muy rebajado",
                   "External rating sharply down", "评级大幅下调"),
            choice("evading", "逃废银行债务", "Evade deudas", "Evades bank debts", "逃废债"),
            choice("bankruptcy", "破产清算", "Quiebra", "Bankrupt", "破产", "进入破产清算程序"),
            choice("restructured", "重组资产", "Reestructurado", "Restructured", "重组", "重组贷款",
                   "合同调整"),
            choice("renewed", "小微企业无还本续贷", "Renovación admitida", "Qualifying renewal",
                   "无还本续贷", "续贷"),
            required=True,
            labels=("风险因素", "触发因素"),
            width=16,
        ),
        text("loss_percent", "预计损失率", "Pérdida esperada", "Expected loss",
             "预期信用损失比例", "损失率", grammar="decimal", width=8),
        day("until", "消除日期", "Hasta", "Until", "解除日期"),
        text("finding", "事实依据", "Hecho", "Finding", "情况说明", "依据", width=28),
        text("by", "认定人", "Por", "By", "登记人", width=10),
    ),
)  # fmt: skip

CLASS_STAGE = Kind(
    name="class_stage",
    titles=titles("分类初分审查台账", "Clasificación preliminar", "First classes and reviews"),
    about=LOAN,
    dated_by="on",
    key=("on", "stage"),
    needs=(("stage",), ("class",), ("on",)),
    source="按月初分、按季认定; 分类认定表: 初分、审查: mechanisms 16, 83, 95",
    fields=(
        day("on", "分类时点", "Fecha", "As at", "分类日期", "初分日期", required=True),
        chosen(
            "stage", "分类环节", "Etapa", "Stage",
            choice("first", "初分", "Preliminar", "First", "月度初分", "客户经理初分"),
            choice("review", "审查", "Revisión", "Review", "复审", "审核"),
            required=True,
            labels=("环节",),
        ),
        text("class", "分类结果", "Categoría", "Class", "分类", "初分结果", grammar="class",
             required=True, width=8),
        text("financial", "财务因素", "Factores financieros", "Financial factors", width=20),
        text("other", "非财务因素", "Otros factores", "Other factors", width=20),
        text("why", "分类理由", "Motivo", "Why", "理由", "调整原因", width=24),
        text("by", "分类人", "Por", "By", "初分人", "审查人", width=10),
    ),
)  # fmt: skip


def _approval(values: Mapping[str, FieldValue], _held: Held) -> Iterator[Fault]:
    if values.get("proposed_by") and values.get("proposed_by") == values.get("approved_by"):
        yield Fault(
            key="approved_by",
            code="approves_own",
            message=_("nobody approves what he proposed himself"),
        )


CLASS_APPROVAL = Kind(
    name="class_approval",
    titles=titles("分类从优审批台账", "Categorías mejores aprobadas", "Better classes approved"),
    about=LOAN,
    dated_by="on",
    key=("on",),
    needs=(("class",), ("approved_by",), ("reason",)),
    check=lambda values: ends(values, "on", "until"),
    against=_approval,
    source="a class better than the rules give needs a reason and an approver: mechanism 83",
    fields=(
        day("on", "审批日期", "Fecha", "Approved on", "批准日期", required=True),
        text("class", "批准分类", "Categoría", "Class", "认定分类", "分类", grammar="class",
             required=True, width=8),
        text("reason", "从优理由", "Motivo", "Reason", "理由", "原因", required=True, width=28),
        text("proposed_by", "申请人", "Propuesta por", "Proposed by", "提议人", width=10),
        text("approved_by", "审批人", "Aprobada por", "Approved by", "批准人", required=True,
             width=10),
        day("until", "有效期至", "Hasta", "Until", "失效日期"),
    ),
)  # fmt: skip

CLASSING = (CLASS_FACTOR, CLASS_STAGE, CLASS_APPROVAL)
