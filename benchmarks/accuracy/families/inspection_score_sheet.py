"""微小企业贷后检查报告: scored items whose figures are no values of the loan."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "inspection_report"


def write(pen: Pen) -> None:
    pen.title(
        pen.pick("微小企业贷后检查报告", "小微客户贷后检查评分报告", "个体经营户贷后检查报告")
    )
    pen.facts(
        "borrower",
        "contract_no",
        "balance",
        "inspect_date",
        layout=pen.pick("wide grid", "pairs", "lines"),
        sure=1,
    )
    items = (
        "经营场所稳定",
        "经营者品行",
        "销售情况",
        "存货情况",
        "应收账款",
        "还本付息记录",
        "抵押物状况",
        "保证人情况",
    )
    rows: list[list[str | None]] = [["序号", "检查内容", "标准分", "得分"]]
    rows += [
        [str(place + 1), item, "10", str(pen.pick(6, 8, 9, 10))]
        for place, item in enumerate(items[: pen.pick(5, 8)])
    ]
    pen.grid([*rows, ["", "合计得分", "100", str(pen.pick(78, 86, 92))]], (0.5, 2.4, 1, 1), head=1)
    pen.facts(
        "classification", "conclusion", "measure", layout=pen.pick("lines", "below", "grid"), sure=1
    )
    pen.facts("inspector", "reviewer", "report_date", layout=pen.pick("lines", "pairs"), sure=1)
