"""预告登记 printed on the same form: it is not yet a mortgage right."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "mortgage_registration"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title("不动产登记证明")
    pen.may("mortgage_type", "预告抵押")
    number = f"{loan.plate}（{loan.year}）{loan.county}不动产证明第{loan.serial * 9:07d}号"
    unit = f"{loan.area}{loan.serial % 900 + 100:03d}008GB{loan.serial:05d}F{loan.serial * 2:08d}"
    pen.say(pen.put("certificate_no", number), align=pen.pick("center", "right"))
    notes = f"预告登记种类：预购商品房抵押预告登记{pen.pick('，', '；')}{pen.pick('被担保主债权数额', '担保债权的数额')}：{pen.money('secured_amount', loan.secured)}；{pen.pick('债务履行期限', '债务履行期间')}：{pen.day('start_date', loan.start)}起{pen.day('end_date', loan.end)}止"
    pen.facts(
        ("证明权利或事项", pen.put("right", pen.pick("预告登记", "预购商品房抵押权预告登记"))),
        ("权利人（申请人）", pen.fact("mortgagee")),
        ("义务人", pen.fact("mortgagor")),
        ("坐落", pen.fact("location")),
        ("不动产单元号", pen.put("unit_no", unit)),
        ("其他", notes),
        ("附记", f"建筑面积：{pen.fact('area_m2')}"),
        layout=pen.pick("grid", "lines", "below"),
        sure=9,
    )
    pen.right(pen.day("register_date", loan.start))
