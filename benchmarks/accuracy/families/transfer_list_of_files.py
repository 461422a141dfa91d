"""信贷档案移交清册: papers of many households handed over."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "transfer_list"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("信贷档案移交清册", "信贷档案移交清单", "档案移交登记表"))
    rows = []
    for number in range(pen.pick(2, 4)):
        name, code = (
            loan.name(),
            f"（{loan.year}）{loan.county[0]}信借字第{loan.serial + number:04d}号",
        )
        pen.may("borrower", name)
        pen.may("contract_no", code)
        rows.append([str(number + 1), name, code, "借款合同、借据", "1", str(number + 12), "无"])
    pen.grid(
        [["序号", "户名", "合同编号", "材料名称", "份数", "页数", "存在问题"], *rows],
        (0.5, 0.9, 2.2, 1.3, 0.6, 0.6, 0.9),
        head=1,
    )
    pen.say(
        f"移交人：{loan.name()}　　接收人：{loan.name()}　　监交人：{loan.name()}　　{loan.signed.year}年{loan.signed.month}月{loan.signed.day}日"
    )
