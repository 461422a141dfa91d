"""土地他项权利证明书: land parcel, use right, amounts in 万元."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "mortgage_registration"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title("土地他项权利证明书")
    number = f"{loan.county[0]}他项（{loan.year}）第{loan.serial:04d}号"
    pen.say(pen.put("certificate_no", number), align="center")
    land = f"{loan.county[0]}国用（{loan.year - 3}）第{loan.serial * 11:05d}号"
    told = [
        ("土地他项权利人", pen.makers["mortgagee"]("")),
        (
            pen.pick("义务人", "土地他项权利义务人", "土地使用权人"),
            pen.person("mortgagor", loan.firm),
        ),
        ("坐落", pen.put("location", loan.firm.address)),
        ("地号", f"{loan.serial:03d}-{loan.serial * 3 % 997}"),
        ("土地使用权证号", pen.put("title_certificate_no", land)),
        ("使用权类型", pen.pick("出让", "划拨")),
        ("土地用途", pen.pick("工业用地", "商业服务业")),
        ("评估金额（万元）|wan", "appraised_value"),
        ("抵押金额（万元）|wan", "secured_amount"),
        ("设定日期", pen.day("register_date", loan.start)),
        ("存续期限", f"{pen.day('start_date', loan.start)}至{pen.day('end_date', loan.end)}"),
    ]
    pen.facts(*told, layout=pen.pick("grid", "lines", "wide grid"), sure=99)
    pen.right(f"{loan.county}国土资源局（章）")
