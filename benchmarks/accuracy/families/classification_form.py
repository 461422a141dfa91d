"""五级分类认定表 with initial class, review and determination."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "classification"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("贷款五级分类认定表", "信贷资产风险分类认定表", "五级分类认定审批表"))
    pen.facts(
        "borrower",
        "contract_no",
        "amount",
        "balance",
        "start_date",
        "end_date",
        "days_past_due",
        "interest_arrears",
        layout=pen.pick("wide grid", "grid", "lines"),
        sure=1,
    )
    told = pen.grade()
    pen.say(
        f"初分结果{pen.colon}{loan.graded}　　审查结果{pen.colon}{loan.graded}　　{pen.pick('认定结果', '最终认定', '认定意见')}{pen.colon}{told}"
    )
    if pen.odds(0.5):
        pen.say(f"上期分类{pen.colon}{pen.pick('正常', '关注')}")
    pen.say("分类理由：借款人还款记录及抵押情况见附件。")
    pen.say("认定人：　　　　审批人：")
