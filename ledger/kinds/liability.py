"""责任认定: who answers for a loan that went wrong, how, and with what consequence."""

from __future__ import annotations

from ledger.kinds.declaration import LOAN, Kind
from ledger.kinds.shared import choice, chosen, day, money, text, titles

LIABILITY = Kind(
    name="liability",
    titles=titles(
        "不良贷款责任认定", "Responsabilidad por créditos morosos", "Liability for a bad loan"
    ),
    about=LOAN,
    dated_by="on",
    key=("on", "person"),
    needs=(
        ("person",),
        ("nature", "sanction"),
    ),
    source="不良资产责任认定表 of a rural bank; mechanism 33 (责任追究, also without loss)",
    fields=(
        day("on", "责任认定日期", "Fecha", "Determined on", "认定日期", required=True),
        text(
            "person",
            "被认定责任人",
            "Responsable",
            "Person",
            "责任人",
            "责任人员",
            "责任人姓名",
            required=True,
            width=10,
        ),
        chosen(
            "stage",
            "责任环节",
            "Etapa",
            "Stage",
            choice("investigation", "调查", "Evaluación", "Investigation", "贷前调查", "调查岗"),
            choice("review", "审查", "Revisión", "Review", "审查岗"),
            choice("approval", "审批", "Aprobación", "Approval", "审批岗"),
            choice("payment", "发放", "Desembolso", "Payment", "放款", "发放岗"),
            choice("aftercare", "贷后", "Seguimiento", "Aftercare", "贷后管理", "管户"),
            labels=("岗位", "责任岗位"),
            width=8,
        ),
        chosen(
            "nature",
            "责任性质",
            "Naturaleza",
            "Nature",
            choice("chief", "主要责任", "Principal", "Chief", "主责", "直接责任", "全部责任"),
            choice("secondary", "次要责任", "Secundaria", "Secondary", "一般责任"),
            choice("leader", "领导责任", "De dirección", "Leadership", "管理责任"),
            choice("none", "尽职免责", "Exento", "Discharged", "免责", "无责任", "不追责"),
            labels=("责任类别", "责任程度"),
            width=10,
        ),
        money("loss_fen", "责任损失金额", "Pérdida", "Loss", "损失金额", width=15),
        text(
            "sanction",
            "处理意见",
            "Sanción",
            "Sanction",
            "责任追究",
            "处罚意见",
            "处理结果",
            "追究方式",
            width=24,
        ),
        text("found_by", "责任认定人", "Determinado por", "Determined by", "认定人", width=10),
        text("approved_by", "责任审批人", "Aprobado por", "Approved by", "审批人", width=10),
    ),
)
