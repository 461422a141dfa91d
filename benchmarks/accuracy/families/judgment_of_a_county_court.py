"""民事判决书: parties with lawyers and birth dates, the loan told in prose."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "judgment"


def write(pen: Pen) -> None:
    loan = pen.loan
    year = loan.end.year + 1
    pen.title(f"{loan.county}人民法院")
    pen.title("民事判决书")
    pen.right(f"（{year}）{loan.plate}{loan.area[2:]}民初{loan.serial}号")
    pen.clause(
        f"原告：{pen.fact('lender')}，住所地{loan.county}城关镇。",
        f"负责人：{loan.name()}，该社主任。委托诉讼代理人：{loan.name()}，{loan.county[:2]}正义律师事务所律师。",
        f"被告：{pen.person('borrower', loan.borrower)}，{'女' if loan.borrower.woman else '男'}，{loan.borrower.born.year}年{loan.borrower.born.month}月{loan.borrower.born.day}日出生，汉族，农民，住{pen.put('borrower_address', loan.borrower.address)}。",
        f"原告与被告金融借款合同纠纷一案，本院于{year}年3月5日立案受理，依法公开开庭进行了审理。",
        f"经审理查明：{pen.day('start_date', loan.start, 'plain')}，被告与原告签订借款合同，约定借款{pen.money('amount', loan.fen)}，{pen.rate()}，{pen.day('end_date', loan.end, 'plain')}到期，借款用途为{pen.fact('purpose')}。到期后被告未归还，尚欠本金{pen.money('balance', loan.balance)}。",
        "本院认为，双方签订的借款合同合法有效，被告应承担还款责任。依照《中华人民共和国民法典》第六百七十五条之规定，判决如下：",
        f"一、被告于本判决生效后十日内偿还原告借款本金及利息；二、案件受理费{loan.serial + 50}元，由被告负担。",
    )
    pen.right(f"审判员　{loan.name()}")
    pen.right(f"二〇{pen.pick('一九', '二〇', '二二')}年六月八日")
    if pen.odds(0.5):
        pen.may("sign_date", f"{year}-03-05")
