"""An informal note: 今借到 …, with the rate in 分 and 厘 and the date in words."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "iou"
_SHARES = {
    "壹分": "1",
    "壹分贰厘": "1.2",
    "壹分伍厘": "1.5",
    "捌厘": "0.8",
    "一分": "1",
    "一分五厘": "1.5",
}


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("借条", "借据", "借款借据"))
    spoken = pen.pick(*_SHARES)
    rate = pen.put("rate", f"月息{spoken}", {"value": _SHARES[spoken], "unit": "percent_month"})
    pen.clause(
        f"{pen.pick('今借到', '兹借到', '今收到并借到')}{pen.put('lender', loan.lender)}人民币{pen.words(loan.fen)}（{pen.money('amount', loan.fen)}），"
        f"用于{pen.makers['purpose']('')}，{rate}，{pen.pick('定于', '约定', '保证于')}{pen.day('end_date', loan.end)}{pen.pick('归还', '前还清', '一次还清本息')}。"
    )
    pen.say(
        f"{pen.pick('借款人', '立据人', '借款人（签名）')}{pen.colon}{pen.person('borrower', loan.borrower)}",
        align="right",
    )
    pen.say(f"身份证号{pen.colon}{pen.number(loan.borrower)}", align="right")
    # The day of such a note is the day the money was taken.
    pen.may("start_date", loan.start.isoformat())
    pen.right(pen.day("sign_date", loan.start, pen.pick("chinese", "plain", "dotted")))
