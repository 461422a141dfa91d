"""A paper typed with full-width figures and brackets throughout."""

from __future__ import annotations

from benchmarks.accuracy import clauses, printed
from benchmarks.accuracy.pen import Pen, money

DOC_TYPE = "loan_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    wide = printed.WIDE
    pen.title("借款合同")
    pen.say(f"合同编号：{pen.code('contract_no', '借').translate(wide)}")
    pen.say(
        f"借款人：{pen.fact('borrower')}　　身份证号码：{pen.number(loan.borrower).translate(wide)}"
    )
    pen.say(f"贷款人：{pen.fact('lender')}")
    fen = loan.fen // 100 * 100
    pen.clause(
        f"一、借款金额：￥{pen.put('amount', f'{fen // 100}.00'.translate(wide), money(fen))}元，用途为{pen.fact('purpose')}。",
        f"二、借款期限自{pen.day('start_date', loan.start, 'wide')}起至{pen.day('end_date', loan.end, 'wide')}止，{pen.rate().translate(wide)}。",
    )
    clauses.boilerplate(pen, first=3)
    pen.right(pen.day("sign_date", loan.signed, "wide"))
