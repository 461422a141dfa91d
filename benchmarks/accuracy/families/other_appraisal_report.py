"""房地产评估报告: values, areas and dates of an appraiser."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = None


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("房地产抵押估价报告", "资产评估报告书"))
    pen.clause(
        f"估价委托人：{loan.lender}。估价对象：{loan.borrower.address}住宅，建筑面积{loan.area_m2}平方米。价值时点：{loan.signed.year}年{loan.signed.month}月{loan.signed.day}日。评估总价：人民币{loan.value // 100}元。"
    )
