"""动产抵押登记书 of the trade office (until 2020): boxes for parties, claim and things."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "mortgage_registration"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title("动产抵押登记书")
    pen.say(
        f"{pen.pick('登记编号', '编号')}{pen.colon}{pen.put('certificate_no', f'{loan.area}-{loan.year}-{loan.serial:04d}')}"
    )
    chosen = pen.pick(("□", "□", "☑"), ("□", "√", "□"))
    pen.say("抵押人")
    pen.say(f"企业{chosen[0]} 个体工商户{chosen[1]} 农业生产经营者{chosen[2]}")
    pen.facts(
        ("名称（姓名）", pen.person("mortgagor", loan.borrower)),
        ("住所地", loan.borrower.address),
        ("证件类型", "身份证"),
        ("证件号码", pen.number(loan.borrower)),
        layout=pen.pick("lines", "wide grid"),
        sure=9,
    )
    pen.say("抵押权人")
    pen.facts(
        ("名称（姓名）", pen.fact("mortgagee")),
        ("住所地", f"{loan.county}人民路3号"),
        ("代理人", loan.name()),
        layout=pen.pick("lines", "wide grid"),
        sure=9,
    )
    pen.say("被担保债权概况")
    pen.facts(
        ("种类", "借贷"),
        ("数额（万元）|wan", "secured_amount"),
        ("担保的范围", "本金、利息及实现债权的费用"),
        (
            "债务人履行债务的期限",
            f"{pen.day('start_date', loan.start)}至{pen.day('end_date', loan.end)}",
        ),
        layout=pen.pick("lines", "grid"),
        sure=9,
    )
    pen.say("抵押物概况")
    thing = pen.put("collateral", pen.pick("联合收割机", "能繁母牛", "水稻烘干设备"))
    place = pen.put("location", f"{loan.county}{loan.town}养殖小区")
    pen.grid(
        [
            ["名称", "所有权归属", "数量、价值、状况、所在地"],
            [
                thing,
                loan.borrower.name,
                f"数量:3;价值:{pen.money('collateral_value', loan.value)};状况:良好;所在地:{place}",
            ],
        ],
        (1, 1, 3),
        head=1,
    )
    pen.may("borrower_address", loan.borrower.address)
    pen.right(f"登记机关（章）　{pen.day('register_date', loan.start)}")
