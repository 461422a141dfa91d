"""动产担保登记证明 of the central register (since 2021)."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "mortgage_registration"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("动产担保登记证明-初始登记", "动产担保登记证明"))
    number = f"{loan.serial:05d}{loan.year}{loan.serial * 37:07d}{loan.start:%m%d}"
    pen.facts(
        ("登记证明编号", pen.put("certificate_no", number)),
        ("修改码", f"{loan.serial:06d}"),
        ("登记时间", pen.day("register_date", loan.start, pen.pick("dashed", "plain"))),
        ("登记期限", "3年"),
        ("登记到期日", f"{loan.end.year + 3}-01-05"),
        layout=pen.pick("grid", "lines", "wide grid"),
        sure=9,
    )
    pen.say("担保人信息")
    pen.grid(
        [
            ["担保人类型", "企业"],
            ["担保人名称", pen.person("mortgagor", loan.firm)],
            ["统一社会信用代码", pen.fact("uscc")],
            ["法定代表人", loan.firm.legal_rep],
            ["住所", loan.firm.address],
        ],
        (1, 2.4),
    )
    pen.say("担保权人信息")
    pen.grid(
        [["担保权人名称", pen.fact("mortgagee")], ["住所", f"{loan.county}城关镇府前街9号"]],
        (1, 2.4),
    )
    pen.say("担保财产信息")
    pen.grid(
        [
            ["主债权金额（元）", pen.money("secured_amount", loan.secured, "bare")],
            ["主合同号码", pen.code("main_contract_no", "借")],
            [
                "担保财产描述",
                pen.put("collateral", pen.pick("烘干生产线一套", "冷藏库设备", "生猪存栏")),
            ],
        ],
        (1, 2.4),
    )
