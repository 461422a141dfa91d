"""What else stands on papers: clauses, furniture, and things that look like values and are none."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

LOAN = (
    "借款人应当按照约定的用途使用借款，不得挪作他用；贷款人有权检查借款的使用情况，借款人应予配合并如实提供资料。",
    "借款人未按约定期限归还借款本金的，从逾期之日起，按本合同载明利率加收百分之五十计收罚息；挪用借款的，按载明利率加收百分之百。",
    "结息日为每季末月的20日，付息日为结息日的次日；最后一次结息随本金一并付清，即利随本清。",
    "借款人提前归还借款的，应当提前三日书面通知贷款人，贷款人同意后方可办理，利息按实际用款天数计收。",
    "有下列情形之一的，贷款人可以宣布借款提前到期：借款人提供虚假资料；借款人涉及重大诉讼；担保物价值明显减少。",
    "本合同履行中发生争议，由双方协商解决；协商不成的，向贷款人住所地人民法院提起诉讼。",
    "本合同自各方签字或者盖章之日起生效，至借款本息全部清偿之日终止。合同一式三份，各方各执一份。",
    "借款人在此授权贷款人从其在贷款人处开立的任何账户中直接扣收到期应付的本息及其他费用。",
    "在合同期内遇中国人民银行调整基准利率的，期限在一年以内的，利率不作调整；超过一年的，于次年1月1日起调整。",
    "依据《中华人民共和国民法典》（2021年1月1日起施行）及有关规定，各方在平等、自愿的基础上订立本合同。",
    "贷款人客户服务及投诉电话：96688，传真：0871-6312345。借款人地址变更的，应在10日内通知贷款人。",
    "借款人已阅读本合同全部条款，贷款人已应借款人要求作了说明，各方对条款的理解一致。",
)
SECURITY = (
    "担保范围包括主债权本金、利息、罚息、复利、违约金、损害赔偿金以及实现债权的费用（诉讼费、律师费、评估费等）。",
    "主合同债务履行期届满债权人未受清偿的，有权以担保财产折价或者以拍卖、变卖该财产所得价款优先受偿。",
    "抵押财产由抵押人占有、保管，抵押人应保持其完好，并接受抵押权人的检查；未经同意不得转让、出租或再次抵押。",
    "各方应在合同签订后15日内到登记机关办理登记手续，登记费用由债务人承担。",
    "担保人保证对担保财产享有完全的所有权或处分权，该财产不存在争议，未被查封、扣押。",
    "担保财产应办理保险，保险单正本由债权人保管，第一受益人为债权人，保险期限不短于主债务期限。",
    "主合同无效的，担保人仍应对债务人因返还财产或赔偿损失而形成的债务承担责任。",
)
FORM_CODES = (
    "文本编码：NX-DK-2019-06",
    "（2020年版）",
    "格式合同文本号：ABC(2012)2006",
    "档案号：信-07",
    "版本号：V3.1/2018-05-01",
)


def boilerplate(
    pen: Pen, few: int = 2, many: int = 6, *, first: int = 4, security: bool = False
) -> None:
    """Write some clauses under running numbers."""
    pool = SECURITY if security else LOAN
    ordinals = "一二三四五六七八九十"
    chosen = pen.chance.sample(pool, min(len(pool), pen.chance.randrange(few, many)))
    for place, text in enumerate(chosen):
        pen.clause(f"第{ordinals[place + first - 1]}条　{text}")


def furniture(pen: Pen) -> None:
    """Give the paper a header, page numbers and a form code, or none of these."""
    if pen.odds(0.35):
        pen.header = str(
            pen.pick(
                "农村信用社贷款合同文本",
                "内部资料 妥善保管",
                "信贷业务档案",
                "客户联",
                "第二联：客户留存",
            )
        )
    if pen.odds(0.45):
        pen.footer = str(
            pen.pick(
                "第{page}页",
                "第 {page} 页 共 {pages} 页",
                "- {page} -",
                "{page}/{pages}",
                "第{page}页，共{pages}页",
            )
        )


def form_code(pen: Pen) -> None:
    if pen.odds(0.35):
        pen.right(str(pen.pick(*FORM_CODES)))


def lender_block(pen: Pen, word: str = "贷款人") -> None:
    """The lender's own address, head and telephone: none of them is a value of the paper."""
    loan = pen.loan
    pen.say(f"{word}{pen.colon}{pen.put('lender', loan.lender)}")
    pen.say(
        f"地址{pen.colon}{loan.county}人民路{loan.serial % 90 + 1}号    电话{pen.colon}{loan.lender_phone}"
    )
    pen.say(f"负责人{pen.colon}{loan.name()}")


def intro(pen: Pen) -> None:
    if pen.odds(0.5):
        pen.clause(str(pen.pick(
            "为明确各方权利义务，经协商一致，订立本合同，共同遵守。",
            "根据国家法律法规及贷款人的有关规定，各方协商一致，签订本合同。",
            "提示：签订前请仔细阅读，对有疑问的条款可要求经办人员说明。",
        )))  # fmt: skip


def title_of_method(pen: Pen, *titles: str) -> None:
    """Write a title; what it says of the guarantee may be read as its method or not."""
    title = str(pen.pick(*titles))
    for method in ("保证", "抵押", "信用", "联保", "质押"):
        if method in title and "信用社" not in title:
            pen.may("guarantee_method", method)
    pen.title(title)
