"""A printed guarantee contract that nobody filled in."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "guarantee_contract"


def write(pen: Pen) -> None:
    gap = pen.pick("________", "        ", "＿＿＿＿")
    pen.title(pen.pick("保证合同", "最高额保证合同"))
    for word in ("合同编号", "保证人", "身份证号码", "债权人", "债务人"):
        pen.say(f"{word}：{gap}")
    pen.clause(
        f"第一条　保证人对债务人与债权人签订的{gap}号借款合同项下本金（大写）{gap}元承担连带责任保证。"
    )
    clauses.boilerplate(pen, first=2, security=True)
    pen.say("保证人（签字）：　　　　　　　　　年　　月　　日")
