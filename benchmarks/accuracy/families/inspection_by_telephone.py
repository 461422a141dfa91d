"""A short record of an inspection by telephone."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "inspection_report"


def write(pen: Pen) -> None:
    pen.title(pen.pick("非现场检查记录", "贷后检查记录表（非现场）", "电话回访检查记录"))
    pen.facts("inspect_date", layout="lines")
    method = pen.pick("电话", "非现场")
    pen.say(f"检查方式{pen.colon}{pen.put('inspect_method', method)}")
    pen.facts(
        "borrower",
        "phone",
        "balance",
        "end_date",
        layout=pen.pick("lines", "comma", "pairs"),
        sure=1,
    )
    pen.clause(
        f"与借款人通话了解：{pen.pick('本季收入正常', '近期在外务工', '牲畜已出栏一部分')}，利息按期支付。"
    )
    pen.facts("problems", "measure", "conclusion", layout=pen.pick("lines", "below"), sure=0)
    pen.facts("inspector", layout="lines")
