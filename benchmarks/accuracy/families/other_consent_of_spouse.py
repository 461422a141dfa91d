"""共有人同意抵押声明: names, things and numbers, a paper of no form here."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = None


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("财产共有人同意抵押声明书", "配偶承诺书", "同意担保承诺函"))
    pen.clause(
        f"本人{loan.spouse.name}（身份证号：{loan.spouse.id_number}）同意{loan.borrower.name}以共有房屋向{loan.lender}抵押借款{loan.fen // 100}元。"
    )
    pen.right(f"{loan.signed.year}年{loan.signed.month}月{loan.signed.day}日")
