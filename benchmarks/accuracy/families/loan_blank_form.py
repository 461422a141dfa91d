"""A printed contract that nobody filled in: it has no values at all."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "loan_contract"


def write(pen: Pen) -> None:
    gap = pen.pick("________", "        ", "＿＿＿＿", "____")
    day = f"{gap[:4]}年{gap[:2]}月{gap[:2]}日"
    clauses.furniture(pen)
    pen.title(pen.pick("借款合同", "农户小额信用借款合同", "流动资金借款合同", "个人借款合同"))
    clauses.form_code(pen)
    pen.say(f"合同编号：{gap}")
    if pen.odds(0.5):
        for word in ("借款人", "身份证号码", "住所", "联系电话", "贷款人", "负责人"):
            pen.say(f"{word}：{gap}")
    else:
        pen.grid(
            [
                [word, "", other, ""]
                for word, other in (
                    ("借款人", "身份证号码"),
                    ("住所", "联系电话"),
                    ("贷款人", "负责人"),
                )
            ]
        )
    pen.clause(
        f"第一条　借款金额：人民币（大写）{gap}元，（小写）￥{gap}。",
        f"第二条　借款用途：{gap}。借款期限自{day}起至{day}止。",
        f"第三条　借款月利率为{gap}‰，逾期加收50%罚息。",
        "第四条　担保方式：□信用 □保证 □抵押 □质押",
    )
    clauses.boilerplate(pen, first=5)
    pen.sides(["借款人（签字）：", day], ["贷款人（公章）：", day])
