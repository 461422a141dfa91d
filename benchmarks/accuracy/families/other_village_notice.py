"""A village notice, a certificate of income, a meeting: papers of no known type."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = None


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("证明", "会议记录", "关于召开村民代表会议的通知", "收入证明", "授权委托书"))
    pen.clause(
        f"兹有我村村民{loan.borrower.name}（身份证号{loan.borrower.id_number}），家住{loan.borrower.address}，家庭年收入约{loan.serial % 9 + 3}万元，情况属实。",
        f"会议定于{loan.signed.year}年{loan.signed.month}月{loan.signed.day}日上午9时在村委会召开，请准时参加。",
    )
    pen.right(f"{loan.county}{loan.town}村民委员会")
