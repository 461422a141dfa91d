"""林权抵押登记证 and farmland rights: mu instead of square metres."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "mortgage_registration"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("林权抵押登记证", "农村土地经营权抵押登记证明", "林权他项权利证"))
    pen.facts(
        (pen.pick("登记证编号", "证号"), pen.put("certificate_no", f"{loan.county[:2]}林抵证字（{loan.year}）第{loan.serial:05d}号")),
        ("抵押权人", pen.fact("mortgagee")),
        ("抵押人", pen.fact("mortgagor")),
        ("身份证号", pen.number(loan.borrower)),
        ("主债权数额", pen.money("secured_amount", loan.secured)),
        ("抵押期限", f"{pen.day('start_date', loan.start)}至{pen.day('end_date', loan.end)}"),
        ("抵押林地坐落", pen.put("location", f"{loan.county}{loan.town}后山")),
        ("抵押面积（亩）", f"{loan.serial % 200 + 10}"),
        ("登记日期", pen.day("register_date", loan.start)),
        layout=pen.pick("grid", "lines", "wide grid"),
        sure=9,
    )  # fmt: skip
    pen.may("area_m2", f"{(loan.serial % 200 + 10) * 2000 / 3:.2f}")
    pen.right("登记机关（盖章）")
