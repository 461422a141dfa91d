"""A class sheet for several loans of one day."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "classification"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("信贷资产五级分类认定表", "贷款风险分类汇总认定表"))
    pen.say(f"填报单位：{loan.lender}　　单位：元")
    rows = []
    for _ in range(pen.pick(2, 3)):
        who, fen, grade = (
            loan.person(),
            pen.pick(3, 5, 8, 12) * 1_000_000,
            pen.pick("正常", "关注", "次级", "可疑"),
        )
        rows.append(
            [
                pen.person("borrower", who),
                pen.money("amount", fen, "bare"),
                pen.money("balance", fen, "bare"),
                pen.put("classification", grade),
            ]
        )
    pen.may("lender", loan.lender)
    pen.grid([["户名", "贷款金额", "贷款余额", "认定分类"], *rows], head=1)
