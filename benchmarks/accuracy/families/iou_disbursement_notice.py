"""放款通知书: the drawdown, with amounts that are not the loan."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "iou"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("放款通知书", "贷款发放通知书"))
    pen.say(f"会计部门：请按下列内容为{pen.person('borrower', loan.borrower)}办理放款手续。")
    pen.facts(
        "iou_no",
        "contract_no",
        "amount",
        "start_date",
        "end_date",
        "rate",
        "purpose",
        layout=pen.pick("grid", "wide grid", "lines"),
        sure=4,
    )
    pen.grid(
        [
            ["核心客户号", "计息周期", "扣款日期", "开发商保证金", "入账净额"],
            [
                f"{loan.area}{loan.serial:06d}",
                "按季",
                "每季末月20日",
                f"{loan.fen // 1000 / 10:.2f}",
                f"{loan.fen // 110:.2f}",
            ],
        ],
        head=1,
    )
    pen.say("会计：　　　　复核：　　　　信贷部门负责人：")
