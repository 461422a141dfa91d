"""借款申请书: it looks like a contract and is none of the known types."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = None


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("借款申请书", "农户贷款申请表", "个人贷款申请书"))
    pen.say(f"申请人：{loan.borrower.name}　身份证号：{loan.borrower.id_number}")
    pen.clause(
        f"本人因{loan.purpose}资金不足，特向{loan.lender}申请贷款{loan.fen // 1000000}万元，期限{loan.term}个月，以家庭收入作为还款来源。"
    )
    pen.right(f"{loan.signed.year}年{loan.signed.month}月{loan.signed.day}日")
