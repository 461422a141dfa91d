"""最高额借款合同: a limit and the time in which it may be used, with drawdowns to follow."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "loan_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    clauses.furniture(pen)
    pen.title(pen.pick("最高额借款合同", "个人额度借款合同", "农户最高额循环借款合同"))
    pen.facts("contract_no", layout="lines")
    pen.facts(
        "borrower", "id_number", "borrower_address", layout=pen.pick("lines", "grid", "pairs")
    )
    pen.say(f"{pen.pick('贷款人', '授信人/贷款人')}{pen.colon}{pen.fact('lender')}")
    limit = pen.pick("最高借款额度", "借款额度", "最高贷款限额", "授信额度")
    valid = pen.pick("额度有效期", "额度期限", "有效使用期限")
    pen.clause(
        f"第一条　{limit}为人民币{pen.pick(pen.rule, str)(pen.words(loan.fen))}。借款人在额度内可随借随还，每笔借款以借据为准。",
        f"第二条　{valid}{pen.period(pen.pick('rule', 'plain'))}，单笔借款到期日不得晚于额度到期后6个月。",
        f"第三条　贷款用途：{pen.fact('purpose')}。{pen.pick('贷款利率', '借款利率')}为{pen.rate()}。",
    )
    clauses.boilerplate(pen)
    pen.say(
        f"签约日期{pen.colon}{pen.day('sign_date', loan.signed)}　签约地点{pen.colon}{pen.fact('sign_place')}"
    )
