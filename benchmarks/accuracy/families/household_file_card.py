"""农户经济档案: family, income, assets of a household."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "household_survey"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(
        pen.pick("农户经济档案", "农户信息采集表", "农户经济信息调查表", "农户评级授信信息采集表")
    )
    pen.facts(
        ("户主姓名", pen.person("borrower", loan.borrower)),
        "id_number",
        "borrower_address",
        "phone",
        "spouse",
        layout=pen.pick("wide grid", "grid", "lines", "pairs"),
        sure=1,
    )
    pen.grid(
        [
            ["家庭成员", "与户主关系", "年龄", "职业"],
            [loan.name(), "子", "19", "学生"],
            [loan.name(), "父", "71", "务农"],
        ],
        head=1,
    )
    pen.grid(
        [
            ["承包土地（亩）", str(loan.serial % 20 + 2)],
            ["年收入（元）", "68,000.00"],
            ["家庭资产（元）", "210,000.00"],
            ["他行负债（元）", "0"],
        ]
    )
