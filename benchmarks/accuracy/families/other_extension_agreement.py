"""展期协议: it speaks of a contract, dates and amounts, and is no contract of ours."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = None


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("借款展期协议书", "贷款展期协议", "借款展期申请书"))
    pen.clause(
        f"借款人{loan.borrower.name}与贷款人{loan.lender}就{loan.start.year}年签订的借款合同项下借款{loan.fen // 100}元，展期至{loan.end.year}年{loan.end.month}月{loan.end.day}日，年利率6.15%。"
    )
