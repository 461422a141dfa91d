"""执行: every step by which a judgement is enforced; belongs to its case by the case number."""

from __future__ import annotations

from ledger.kinds.declaration import EITHER, Kind
from ledger.kinds.shared import choice, chosen, day, money, text, titles

EXECUTION = Kind(
    name="execution",
    titles=titles("执行登记", "Actuaciones de ejecución", "Steps of enforcement"),
    about=EITHER,
    dated_by="on",
    key=("case_no", "step", "on"),
    subject="case_no",
    needs=(("execution_no", "step"),),
    source="诉讼台账 (执行); mechanism 48 (执行案件)",
    fields=(
        day("on", "执行日期", "Fecha", "On", "申请执行日期", "执行时间", required=True),
        text(
            "case_no",
            "案号",
            "Nº de causa",
            "Case no.",
            "原案号",
            "判决书号",
            "民事判决书号",
            required=True,
            width=22,
        ),
        text(
            "execution_no",
            "执行案号",
            "Nº de ejecución",
            "Enforcement no.",
            "执行立案号",
            "执行裁定号",
            width=22,
        ),
        chosen(
            "step",
            "执行阶段",
            "Etapa de ejecución",
            "Step",
            choice(
                "applied",
                "申请执行",
                "Solicitada",
                "Applied for",
                "已申请执行",
                "已申请强制执行",
                "执行立案",
            ),
            choice("seized", "查封扣押", "Embargo", "Seized", "查封", "冻结", "扣划", "扣押"),
            choice("auctioned", "拍卖变卖", "Remate", "Auctioned", "拍卖", "变卖", "流拍"),
            choice("settled", "执行和解", "Acuerdo", "Settled", "和解"),
            choice("paid", "执行到位", "Cobrado", "Paid", "部分到位", "已到位", "回款"),
            choice("stayed", "终结本次执行", "Suspendida", "Stayed", "终本", "中止执行"),
            choice("resumed", "恢复执行", "Reanudada", "Resumed", "恢复"),
            choice("finished", "执行终结", "Concluida", "Finished", "执行完毕", "终结执行"),
            labels=("执行情况", "执行状态", "执行进展"),
            width=12,
        ),
        money(
            "received_fen",
            "执行到位金额",
            "Cobrado en ejecución",
            "Collected",
            "到位金额",
            "执行回款",
            width=15,
        ),
        text("property", "查控财产", "Bienes", "Property", "执行财产", "财产线索", width=24),
        day("resume_by", "恢复执行期限", "Reanudar antes de", "Resume by", "申请恢复期限"),
    ),
)
