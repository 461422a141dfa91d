"""All pairs of a mortgage on one line, commas between them."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "mortgage_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("抵押合同", "房产抵押合同"))
    pen.say(f"编号：{pen.code('contract_no', '抵')}")
    pen.say(
        f"抵押人：{pen.fact('mortgagor')}，身份证号：{pen.number(loan.borrower)}，住址：{pen.fact('borrower_address')}，电话：{pen.fact('phone')}"
    )
    pen.say(
        f"抵押权人：{pen.fact('mortgagee')}，地址：{loan.county}城关镇，电话：{loan.lender_phone}"
    )
    pen.say(
        f"抵押物名称：{pen.fact('collateral')}，坐落：{pen.fact('location')}，建筑面积：{pen.fact('area_m2')}，产权证号：{pen.title_no()}，评估价值：{pen.fact('appraised_value')}"
    )
    pen.say(
        f"担保主合同编号：{pen.code('main_contract_no', '借')}，担保金额：{pen.fact('secured_amount')}，债务履行期限：{pen.day('start_date', loan.start)}至{pen.day('end_date', loan.end)}"
    )
    clauses.boilerplate(pen, first=1, security=True)
    pen.say(f"签订日期：{pen.day('sign_date', loan.signed)}")
