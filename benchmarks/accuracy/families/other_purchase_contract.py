"""购销合同: the proof of use beside a loan contract."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = None


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("农资购销合同", "牲畜买卖合同", "工业品买卖合同"))
    pen.say(f"合同编号：XS{loan.year}{loan.serial:04d}")
    pen.clause(
        f"甲方（卖方）：{loan.firm.name}　乙方（买方）：{loan.borrower.name}",
        f"一、乙方向甲方购买货物，总价款人民币{loan.fen // 100}元。",
        f"二、签订日期：{loan.signed.year}年{loan.signed.month}月{loan.signed.day}日。",
    )
