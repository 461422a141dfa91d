"""贷款审批表: amounts, terms and opinions before there is a contract."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = None


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("贷款审批表", "农户贷款调查审批表", "信贷业务审批表"))
    pen.grid(
        [
            ["申请人", loan.borrower.name, "身份证号", loan.borrower.id_number],
            ["申请金额", f"{loan.fen // 100}元", "期限", f"{loan.term}个月"],
            ["调查意见", "同意贷款", "审批意见", "同意"],
        ]
    )
