"""不动产登记证明: the national form, its remarks worded as counties word them."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "mortgage_registration"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.keen = 0.1
    pen.title("不动产登记证明")
    number = f"{loan.plate}{pen.pick('（', '(')}{loan.year}{pen.pick('）', ')')}{loan.county}不动产证明第{loan.serial * 7:07d}号"
    pen.say(pen.put("certificate_no", number), align="center")
    if pen.odds(0.5):
        pen.say(
            "根据《中华人民共和国民法典》等法律法规，为保护申请人合法权益，对申请登记的本证明所列权利事项，经审查核实，准予登记，颁发此证明。",
            indent=True,
        )
        pen.right(f"登记机构（章）　{pen.day('register_date', loan.start, 'spaced')}")
        pen.right(f"编号 NO.D{loan.area}{loan.serial:05d}")
    owners = pen.pick(1, 1, 2)
    names = [pen.person("mortgagor", one) for one in (loan.borrower, loan.spouse)[:owners]]
    kind = pen.pick("一般抵押", "最高额抵押", "一般抵押权")
    unit = f"{loan.area}{loan.serial % 900 + 100:03d}{pen.pick('001', '012')}{pen.pick('JC', 'GB')}{loan.serial:05d}F{loan.serial * 3:04d}{pen.pick('0001', '0012')}"
    top = kind.startswith("最高")
    amount_word = (
        pen.pick("最高债权额", "最高债权数额")
        if top
        else pen.pick("被担保主债权数额", "担保债权的数额", "债权数额")
    )
    period_word = (
        pen.pick("债权确定期间", "最高额抵押债权确定期间")
        if top
        else pen.pick("债务履行期限", "履行债务期限", "债务履行期限（债权确定期间）")
    )
    fields = (
        ("claim_period_start", "claim_period_end")
        if top or "确定" in period_word
        else ("start_date", "end_date")
    )
    if "（" in period_word:
        pen.may("start_date", loan.start.isoformat())
        pen.may("end_date", loan.end.isoformat())
    dates = f"{pen.day(fields[0], loan.start)}{pen.pick('起至', '至', '—')}{pen.day(fields[1], loan.end)}{pen.pick('止', '')}"
    notes = [
        f"不动产权证书号：{pen.title_no()}",
        f"{pen.pick('抵押方式', '抵押的方式')}：{pen.put('mortgage_type', kind, kind.removesuffix('权'))}",
        f"{amount_word}：{pen.money('secured_amount', loan.secured)}",
        f"{period_word}：{dates}",
        *([f"抵押面积：{pen.makers['area_m2']('')}"] if pen.odds(0.4) else []),
    ]
    pen.grid(
        [
            ["证明权利或事项", pen.put("right", "抵押权")],
            [pen.pick("权利人(申请人)", "权利人（申请人）"), pen.makers["mortgagee"]("")],
            ["义务人", pen.pick("、", "，", ",").join(names)],
            ["坐落", pen.makers["location"]("")],
            ["不动产单元号", pen.put("unit_no", f"{unit[:6]} {unit[6:12]} {unit[12:19]} {unit[19:]}" if pen.odds(0.4) else unit, unit)],
            ["其他", pen.pick("；", "，", "  ").join(notes)],
            ["附记", pen.pick("", "", "首次登记", f"业务编号：{loan.year}{loan.serial:06d}")],
        ],
        (1, 3.4),
    )  # fmt: skip
