"""到期贷款提示函: a reminder before the day, not a collection."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen, money

DOC_TYPE = "due_notice"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("贷款到期提示函", "到期贷款提示通知书", "还本付息通知单"))
    pen.say(f"{loan.borrower.name}：")
    pen.clause(
        f"您在我行的贷款人民币{loan.fen // 100}元将于{loan.end.year}年{loan.end.month}月{loan.end.day}日到期，请提前备足资金按期归还，以免影响您的信用记录。"
    )
    pen.right(f"{loan.lender}")
    for name, told in (
        ("borrower", loan.borrower.name),
        ("amount", money(loan.fen // 100 * 100)),
        ("end_date", loan.end.isoformat()),
        ("lender", loan.lender),
    ):
        pen.may(name, told)
