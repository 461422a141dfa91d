"""担保书: a letter of the surety to the bank."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "guarantee_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("担保书", "保证担保书", "连带责任保证书", "还款担保书"))
    pen.say(f"致：{pen.fact('lender')}")
    pen.clause(
        f"鉴于{pen.person('borrower', loan.borrower)}向贵{pen.pick('社', '行')}申请借款人民币{pen.words(loan.fen)}，期限{pen.period('plain')}，"
        f"现我{pen.person('guarantor', loan.guarantor)}（身份证号码：{pen.number(loan.guarantor)}，下称担保人）愿意为该笔借款承担连带保证责任，保证期间为借款到期之日起{pen.pick('二', '三')}年。",
        "担保人在此声明：已知悉借款合同的全部内容，借款人不履行还款义务时，贵方可直接要求担保人清偿。",
    )
    pen.right(f"担保人（签字）：{pen.person('guarantor', loan.guarantor)}")
    pen.right(pen.day("sign_date", loan.signed))
