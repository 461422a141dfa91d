"""抵押借款合同: loan and mortgage in one paper, mortgagor and things beside the borrower."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen, money

DOC_TYPE = "loan_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    clauses.title_of_method(pen, "抵押担保借款合同", "抵押借款合同", "抵押借款合同书")
    pen.facts("contract_no", layout="lines")
    third = pen.odds(0.4)
    pen.say(
        f"借款人{pen.pick('（甲方）', '')}{pen.colon}{pen.person('borrower', loan.borrower)}　身份证号{pen.colon}{pen.number(loan.borrower)}"
    )
    pen.say(f"贷款人{pen.pick('（乙方）', '')}{pen.colon}{pen.fact('lender')}")
    pen.say(
        f"抵押人{pen.pick('（丙方）', '')}{pen.colon}{pen.person('mortgagor', loan.guarantor if third else loan.borrower)}"
    )
    pen.clause(
        f"一、贷款人向借款人提供借款人民币{pen.words(loan.fen)}，用途{pen.fact('purpose')}，期限{pen.period()}，执行{pen.rate()}。",
        f"二、抵押人以{pen.pick('下列财产', '其所有的财产')}作抵押：",
    )
    pen.grid(
        [
            ["抵押物名称", "权属证书编号", "坐落", "评估价值（万元）"],
            [
                pen.put("collateral", loan.things[0]),
                pen.put(
                    "title_certificate_no", f"{loan.county[:2]}房权证字第{loan.serial * 17:06d}号"
                ),
                pen.put("location", loan.guarantor.address),
                pen.money("appraised_value", loan.value, "wan"),
            ],
        ],
        head=1,
    )
    pen.may("collateral_value", money(loan.value))
    clauses.boilerplate(pen, first=3, security=True)
    pen.say(f"签订时间{pen.colon}{pen.day('sign_date', loan.signed)}")
