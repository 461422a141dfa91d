"""公司客户常规检查报告: figures of the firm beside those of the loan."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "inspection_report"


def write(pen: Pen) -> None:
    loan = pen.loan
    clauses.furniture(pen)
    pen.title(pen.pick("公司客户常规性检查报告", "企业贷款贷后检查报告", "公司类贷款定期检查报告"))
    pen.facts(
        "firm",
        "uscc",
        "legal_rep",
        "report_date",
        layout=pen.pick("wide grid", "grid", "lines"),
        sure=2,
    )
    pen.say("一、授信业务情况")
    pen.grid(
        [
            [
                "业务品种",
                "合同编号",
                "贷款金额（万元）",
                "余额（万元）",
                "发放日",
                "到期日",
                "担保方式",
            ],
            [
                pen.fact("loan_type"),
                pen.fact("contract_no"),
                pen.money("amount", loan.fen, "wan"),
                pen.money("balance", loan.balance, "wan"),
                pen.day("start_date", loan.start, "dashed"),
                pen.day("end_date", loan.end, "dashed"),
                pen.fact("guarantee_method"),
            ],
        ],
        (1.2, 1.8, 1, 1, 1.3, 1.3, 0.9),
        head=1,
    )
    pen.say("二、财务情况（单位：万元）")
    pen.grid(
        [
            ["项目", "上年末", "本期"],
            ["资产总额", "1,286.40", "1,310.22"],
            ["负债总额", "506.10", "533.70"],
            ["销售收入", "2,204.00", "1,120.55"],
            ["资产负债率", "39.3%", "40.7%"],
        ],
        head=1,
    )
    pen.facts(
        "risk_signals",
        "problems",
        "conclusion",
        "classification",
        layout=pen.pick("lines", "grid", "below"),
        sure=0,
    )
    pen.facts(
        "inspect_date", "inspect_method", "inspector", layout=pen.pick("lines", "pairs"), sure=1
    )
