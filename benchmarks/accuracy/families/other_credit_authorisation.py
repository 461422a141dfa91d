"""征信查询授权书: names the borrower, the lender, a number; a paper of no form here."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = None


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("个人征信查询授权书", "个人信用信息查询授权书"))
    pen.say(f"{loan.lender}：")
    pen.clause(
        f"本人{loan.borrower.name}，身份证号{loan.borrower.id_number}，授权贵行在办理贷款申请及贷后管理期间查询本人信用报告。"
    )
    pen.right(
        f"授权人：{loan.borrower.name}　{loan.signed.year}年{loan.signed.month}月{loan.signed.day}日"
    )
