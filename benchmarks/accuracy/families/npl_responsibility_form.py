"""不良资产责任认定表: who investigated, reviewed, approved, and why the loan went bad."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "npl_responsibility"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("不良贷款责任认定表", "不良资产责任认定表"))
    pen.facts(
        "borrower",
        "contract_no",
        "amount",
        "balance",
        "start_date",
        "end_date",
        layout=pen.pick("wide grid", "grid", "lines"),
        sure=4,
    )
    pen.grid([["调查岗", "审查岗", "审批岗"], [loan.name(), loan.name(), loan.name()]], head=1)
    pen.say("形成不良原因：借款人经营失败，客观原因为主。")
    pen.say(f"五级分类：{pen.grade()}　责任人：{loan.name()}　责任性质：管理责任")
