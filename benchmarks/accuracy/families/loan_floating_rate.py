"""A contract whose rate is worded at length: base rate, points, the overdue and the misuse rate."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "loan_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    clauses.furniture(pen)
    pen.title(pen.pick("借款合同", "人民币借款合同", "个人贷款合同"))
    pen.facts(
        "contract_no", "borrower", "lender", "amount", layout=pen.pick("lines", "grid"), sure=4
    )
    figure = f"{loan.rate.normalize():f}"
    match loan.rate_unit:
        case "bp_over_LPR_1Y":
            told = f"按合同签订前一日全国银行间同业拆借中心公布的一年期贷款市场报价利率（LPR）加{pen.put('rate', figure, {'value': figure, 'unit': loan.rate_unit})}个基点确定"
        case "percent_year":
            told = f"采用固定利率，确定为年利率{pen.put('rate', pen.rule(figure), {'value': figure, 'unit': loan.rate_unit})}%"
        case "permille_month":
            told = f"按中国人民银行同期同档次基准利率上浮60%，执行月利率{pen.put('rate', pen.rule(figure), {'value': figure, 'unit': loan.rate_unit})}‰"
        case _:
            told = f"月利率为{pen.put('rate', figure, {'value': figure, 'unit': loan.rate_unit})}%"
    pen.clause(
        f"第一条　借款期限{pen.period()}。",
        f"第二条　借款利率。{told}。",
        "第三条　逾期贷款的罚息利率为借款利率水平上加收50%；挪用贷款的罚息利率为借款利率水平上加收100%。日利率＝年利率/360。",
    )
    clauses.boilerplate(pen)
    pen.right(pen.day("sign_date", loan.signed))
