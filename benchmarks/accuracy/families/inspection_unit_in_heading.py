"""An inspection whose amounts are in 万元 because a line at the head says so."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen, money

DOC_TYPE = "inspection_report"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("贷后检查报告表", "贷后定期检查表", "微小企业贷后检查表"))
    pen.right(pen.pick("单位：万元", "金额单位：万元", "（单位：人民币万元）"))
    wan = f"{loan.fen / 1000000:g}", f"{loan.balance / 1000000:g}"
    pen.facts(
        "borrower", ("贷款金额", pen.put("amount", wan[0], money(loan.fen))), ("贷款余额", pen.put("balance", wan[1], money(loan.balance))),
        "start_date", "end_date", "inspect_date", "inspect_method", layout=pen.pick("wide grid", "grid", "pairs"), sure=3,
    )  # fmt: skip
    pen.facts("problems", "conclusion", "inspector", layout=pen.pick("lines", "grid"), sure=1)
