"""抵押合同 with the same labels printed for mortgagor and mortgagee, then clauses."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "mortgage_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    clauses.furniture(pen)
    pen.title(pen.pick("抵押合同", "房地产抵押合同", "抵押担保合同", "农户抵押合同"))
    pen.say(
        f"{pen.pick('合同编号', '抵押合同编号', '编号')}{pen.colon}{pen.code('contract_no', '抵')}"
    )
    pen.say(
        f"{pen.pick('抵押人（甲方）', '抵押人', '抵押人（全称）')}{pen.colon}{pen.makers['mortgagor']('')}"
    )
    pen.facts("id_number", "borrower_address", "phone", layout=pen.pick("lines", "pairs"), sure=1)
    pen.say(
        f"{pen.pick('抵押权人（乙方）', '抵押权人', '抵押权人（全称）')}{pen.colon}{pen.makers['mortgagee']('')}"
    )
    pen.say(f"住所{pen.colon}{loan.county}解放路{loan.serial % 60 + 1}号")
    pen.say(f"法定代表人（负责人）{pen.colon}{loan.name()}　　电话{pen.colon}{loan.lender_phone}")
    pen.clause(
        f"为确保{pen.code('main_contract_no', '借')}{pen.pick('借款合同', '《借款合同》', '主合同')}的履行，抵押人愿意以其有权处分的财产提供抵押担保。",
        f"第一条　被担保的主债权为本金人民币{pen.pick(pen.rule, str)(pen.money('secured_amount', loan.secured, 'words'))}，主债务履行期限{pen.period()}。",
        f"第二条　抵押物为{pen.makers['collateral']('')}，坐落于{pen.makers['location']('')}，{pen.pick('权属证书编号', '产权证号')}：{pen.title_no()}，{pen.pick('双方协议作价', '抵押物价值')}{pen.money('collateral_value', loan.value)}。",
    )
    clauses.boilerplate(pen, first=3, security=True)
    pen.sides(
        [
            f"抵押人（签字）：{pen.person('mortgagor', loan.mortgagor)}",
            f"共有人（签字）：{pen.makers['co_owner']('')}",
        ],
        ["抵押权人（公章）：", pen.day("sign_date", loan.signed)],
    )
