"""An inspection form drawn with lines, opinions of each level at the foot."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "inspection_report"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("贷款检查表", "农户贷款检查登记表", "信贷资产检查表"))
    pen.grid(
        [
            [pen.label("borrower")[0], pen.fact("borrower"), "身份证号", pen.number(loan.borrower)],
            ["贷款金额", pen.fact("amount"), "贷款余额", pen.fact("balance")],
            ["贷款日期", pen.fact("start_date"), "到期日期", pen.fact("end_date")],
            ["贷款用途", pen.fact("purpose"), "担保方式", pen.fact("guarantee_method")],
            [pen.pick("存在问题", "发现问题"), pen.fact("problems"), None, None],
            [pen.pick("检查结论", "检查意见"), pen.fact("conclusion"), None, None],
            ["风险分类", pen.grade(), "检查日期", pen.fact("inspect_date")],
            [
                pen.pick("检查人", "检查人员"),
                pen.inspectors(),
                "部门负责人意见",
                pen.pick("同意", "情况属实", ""),
            ],
        ],
        (1, 1.9, 1, 2),
    )
