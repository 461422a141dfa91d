"""房屋他项权证: the old certificate of a house mortgage."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "mortgage_registration"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title("房屋他项权证")
    number = f"{loan.county[:2]}房他证{pen.pick(loan.town[:2], loan.county[0])}字第{loan.year}{loan.serial:05d}号"
    pen.say(pen.put("certificate_no", number), align="center")
    house = f"{loan.county[:2]}房权证{loan.town[0]}字第{loan.serial * 31:06d}号"
    told = [
        ("房屋他项权利人", pen.makers["mortgagee"]("")),
        ("房屋所有权人", pen.makers["mortgagor"]("")),
        ("房屋所有权证号", pen.put("title_certificate_no", house)),
        ("房屋坐落", pen.makers["location"]("")),
        ("他项权利种类", pen.put("right", pen.pick("抵押权", "抵押", "房屋抵押权"))),
        ("债权数额", pen.money("secured_amount", loan.secured, pen.pick("", "words"))),
        ("登记时间", pen.day("register_date", loan.start)),
    ]
    pen.facts(*told, layout=pen.pick("grid", "lines", "wide grid", "below"), sure=9)
    if pen.odds(0.6):
        pen.say(
            f"附　记：建筑面积{pen.makers['area_m2']('')}，共有人：{pen.makers['co_owner']('')}"
        )
    pen.right(f"填发单位（盖章）：{loan.county}房产管理局")
