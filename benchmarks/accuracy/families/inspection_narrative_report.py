"""关于××的贷后检查报告: prose under 一二三四五, signed and dated at the foot."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "inspection_report"


def write(pen: Pen) -> None:
    loan = pen.loan
    name = pen.person("borrower", loan.borrower)
    pen.title(
        pen.pick(
            f"关于{name}贷款的贷后检查报告",
            f"{name}贷后检查报告",
            f"关于对{name}贷款首次检查的报告",
        )
    )
    pen.clause(
        f"{pen.day('inspect_date', loan.inspected)}，{pen.pick('我社信贷人员', '检查人员')}{pen.inspectors()}{pen.pick('对', '到现场对')}该户贷款进行了{pen.pick('贷后检查', '检查')}，现将情况报告如下：",
        "一、基本情况",
        f"借款人{name}，身份证号{pen.number(loan.borrower)}，住{pen.makers['borrower_address']('')}。{loan.start.year - 12}年开始从事现行业，家庭人口4人，劳动力2人。",
        "二、贷款情况",
        f"该户于{pen.day('start_date', loan.start)}在我社取得贷款{pen.money('amount', loan.fen)}，{pen.day('end_date', loan.end)}到期，用途为{pen.makers['purpose']('')}，{pen.rate()}，目前余额{pen.money('balance', loan.balance)}。",
        "三、存在问题",
        pen.makers["problems"]("") + "。",
        f"{pen.pick('四、结论及处理意见', '四、检查结论', '四、结论')}",
        pen.makers["conclusion"]("") + "。",
    )
    if pen.odds(0.5):
        pen.clause(f"建议五级分类为{pen.grade()}。")
    pen.right(pen.day("report_date", loan.reported, pen.pick("chinese", "plain")))
