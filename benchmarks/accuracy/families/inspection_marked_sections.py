"""An inspection written under bracketed headings, a line each."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "inspection_report"


def write(pen: Pen) -> None:
    loan = pen.loan
    left, right = pen.pick(("【", "】"), ("[", "]"), ("〖", "〗"), ("◆", "："))
    pen.title(pen.pick("贷后检查记录", "贷后检查工作底稿", "常规贷后检查报告"))
    for word, value in (
        ("检查对象", pen.fact("borrower")),
        ("检查日期", pen.fact("inspect_date")),
        ("检查方式", pen.inspect_method()),
        ("贷款余额", pen.fact("balance")),
        ("贷款用途", pen.fact("purpose")),
        ("存在问题", pen.fact("problems")),
        ("处理措施", pen.fact("measure")),
        ("检查结论", pen.fact("conclusion")),
        ("检查人员", pen.inspectors()),
    ):
        pen.say(f"{left}{word}{right}{value}")
    pen.may("loan_officer", loan.officer)
