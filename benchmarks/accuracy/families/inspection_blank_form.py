"""A printed inspection form that nobody filled in."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "inspection_report"


def write(pen: Pen) -> None:
    gap = pen.pick("", "____", "        ")
    pen.title(pen.pick("贷后检查表", "贷后检查报告", "个人贷款首次检查表"))
    pen.grid(
        [
            ["客户名称", gap, "身份证号码", gap],
            ["贷款金额", gap, "贷款余额", gap],
            ["起始日", gap, "到期日", gap],
            ["检查时间", "   年  月  日", "检查方式", "□现场 □非现场"],
            ["贷款用途", gap, "是否与合同一致", "□是 □否"],
            ["五级分类", "□正常 □关注 □次级 □可疑 □损失", None, None],
            ["检查结论", gap, None, None],
        ]
    )
    pen.say("检查人（签字）：　　　　　　　部门负责人：　　　　　　　年　　月　　日")
