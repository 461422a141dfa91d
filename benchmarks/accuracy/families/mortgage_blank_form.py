"""A printed mortgage contract that nobody filled in."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "mortgage_contract"


def write(pen: Pen) -> None:
    gap = pen.pick("________", "        ", "＿＿＿＿")
    pen.title(pen.pick("抵押合同", "最高额抵押合同"))
    if pen.blocks[0] and "最高额" in str(pen.blocks[0]):
        pen.may("mortgage_type", "最高额抵押")
    for word in ("合同编号", "抵押人", "住所", "法定代表人", "电话", "抵押权人", "住所", "负责人"):
        pen.say(f"{word}：{gap}")
    pen.clause(
        f"第一条　被担保的主债权种类、数额：{gap}，币种人民币，金额（大写）{gap}元。",
        f"第二条　抵押物：{gap}，评估价值{gap}万元，权属证书编号{gap}。",
    )
    clauses.boilerplate(pen, first=3, security=True)
    pen.sides(["抵押人（签章）：", "    年  月  日"], ["抵押权人（公章）：", "    年  月  日"])
