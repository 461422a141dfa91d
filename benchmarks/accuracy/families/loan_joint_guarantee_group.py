"""农户联保借款合同: several borrowers who stand surety for each other, places left empty."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "loan_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    clauses.title_of_method(pen, "农户联保借款合同", "农户联保贷款合同", "联保小组借款合同")
    pen.facts("contract_no", layout="lines")
    pen.say(
        f"{pen.pick('贷款人', '甲方（贷款人）', '授信人/贷款人')}{pen.colon}{pen.put('lender', loan.lender)}"
    )
    members = [loan.borrower, *(loan.person() for _ in range(pen.pick(2, 2, 3, 4)))]
    empty = ["", "", ""] if pen.odds(0.5) else ["/", "/", "/"]
    rows = [
        [
            "序号",
            pen.pick("借款人姓名", "联保小组成员", "借款人"),
            "身份证号码",
            pen.pick("住址", "家庭住址"),
        ]
    ]
    for place in range(5):
        if place < len(members):
            one = members[place]
            rows.append(
                [
                    str(place + 1),
                    pen.person("borrower", one),
                    pen.number(one),
                    pen.put("borrower_address", one.address),
                ]
            )
        else:
            rows.append([str(place + 1), *empty])
    pen.grid(rows, (0.5, 1.2, 2.4, 2.6), head=1)
    pen.clause(
        "第一条　联保小组成员自愿组成联保小组，每一成员对其他成员的借款承担连带保证责任。",
        f"第二条　贷款人向联保小组提供的{pen.pick('借款总金额', '贷款总额', '借款金额')}为人民币{pen.words(loan.fen)}，{pen.pick('用途', '借款用途')}为{pen.makers['purpose']('')}。",
        f"第三条　借款期限{pen.period()}，利率为{pen.rate()}。",
    )
    clauses.boilerplate(pen)
    pen.say(f"{pen.pick('签订日期', '签约日期')}{pen.colon}{pen.day('sign_date', loan.signed)}")
