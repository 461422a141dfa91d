"""一户一策清收方案."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "collection_plan"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("不良贷款清收方案", "一户一策清收方案", "不良贷款清收处置方案"))
    pen.clause(
        f"一、基本情况。{loan.borrower.name}，贷款余额{loan.balance // 100}元，已逾期{loan.days_late}天。",
        "二、形成原因。经营亏损。",
        "三、清收措施。责任人包收，限期收回。",
    )
    pen.may("borrower", loan.borrower.name)
