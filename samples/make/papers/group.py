"""Joint guarantee: three households of 马家沟村 under one contract, each with an own IOU."""

# ruff: noqa: E501  the wording of a paper stands in whole sentences
from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable

from samples.make import pages
from samples.make.figures import capitals, dotted, figures, year_month_day
from samples.make.paper import Paper, cny, day, monthly
from samples.make.papers.slips import digit_grid
from samples.make.people import UNION
from samples.make.scan import Scanner, Seal, image_pdf, scan_pages, tiff
from samples.make.word import WordPaper
from samples.make.world import World, branch_name

MEMBERS = ("chendashan", "liuyulan", "zhaoguoqing")


def papers(world: World) -> Iterator[Paper]:
    yield _contract(world)
    yield _iou(world)
    yield _inspection(world)


def _contract(world: World) -> Paper:
    loans = [world.loan(key) for key in MEMBERS]
    first = loans[0]
    lender = branch_name(first.borrower)
    slots: list[list[pages.Cell]] = [
        ["序号", "联保小组成员", "身份证号码", "住　址", "最高贷款限额（元）"]
    ]
    for number, loan in enumerate(loans, 1):
        who = loan.borrower
        slots.append([str(number), who.name, who.number, who.address, figures(loan.amount_fen)])
    slots += [[str(number), "/", "/", "/", "/"] for number in (4, 5)]
    total = sum(loan.amount_fen for loan in loans)
    clauses = [
        "第一条　乙方全体成员自愿组成联保小组，推选陈大山为组长。小组成员相互承担连带保证责任，任何一名成员未按期归还"
        "借款本息的，其他成员均有代为清偿的义务。",
        f"第二条　甲方对联保小组核定的最高贷款额度为人民币{capitals(total)}（￥{figures(total)}），各成员的最高限额见上表。"
        "每笔借款的金额、利率、用途和期限以借款凭证记载为准。",
        f"第三条　额度有效期自{year_month_day(first.start)}起至{year_month_day(first.end)}止。在有效期和限额内，成员可以"
        "一次或分次使用，借款到期日不得超过额度有效期。",
        f"第四条　借款利率按月利率{first.rate}‰执行，按季结息。借款逾期的，逾期部分按约定利率加收百分之五十的罚息。",
        f"第五条　借款用于{first.purpose}。成员不得将借款转借他人或者集中给一户使用，不得冒名借款。",
        "第六条　保证范围为各成员在本合同项下的借款本金、利息、罚息及甲方为实现债权支付的费用。",
        "第七条　保证期间为每笔借款履行期限届满之日起二年。联保小组解散的，成员在解散前承担的保证责任不因此免除。",
        "第八条　成员有下列情形之一的，甲方有权停止向全体成员发放新的借款，并可以宣布已发放的借款提前到期：拖欠借款本息；"
        "改变借款用途；外出下落不明；退出小组而未清偿所担保的债务。",
        "第九条　成员退出联保小组，应先清偿全部借款本息，并经其他成员和甲方书面同意。新成员加入，应另行签订协议。",
        "第十条　甲方对成员的生产经营和借款使用情况进行检查，成员应予配合，相互监督，发现问题及时向甲方报告。",
        "第十一条　本合同发生纠纷，各方协商解决；协商不成的，向甲方所在地人民法院起诉。",
        "第十二条　本合同自各方签字盖章之日起生效，一式五份，甲方二份，成员各执一份。",
    ]
    story: list[Flowable] = [
        pages.title("农户联保借款合同", 20),
        pages.right(f"编号：{first.contract_no}"),
        pages.line(f"甲方（贷款人）：{pages.blank_line(lender)}"),
        pages.line("乙方（借款人）：联保小组全体成员，名单如下："),
        pages.table(slots, [13, 28, 44, 52, 28], size=9, heights=10),
        pages.gap(3),
        pages.clause(
            "为满足农户生产资金需要，甲乙双方根据有关法律、法规，就联保贷款事宜订立本合同。"
        ),
        *[pages.clause(text) for text in clauses],
        pages.gap(5),
        pages.line(
            f"贷款人（公章）：　　　　　　　　　负责人：田光明　　　经办人：{first.officer}"
        ),
        pages.line("借款人（联保小组成员签字、按指印）："),
        pages.table(
            [[loan.borrower.name for loan in loans] + ["", ""]],
            [33] * 5,
            heights=20,
            align="center",
            size=12,
        ),
        pages.line(f"签订时间：{year_month_day(first.start)}　　　　签订合同地点：马家沟村委会"),
    ]
    scans = scan_pages(
        pages.pdf(story, margins=(22, 22), footer="第 {page} 页"),
        [
            Scanner(seed=61, skew=1.0, shade=6, noise=2),
            Scanner(seed=62, skew=-1.2, shade=6, noise=2),
        ],
        [Seal(2, 66, 36, UNION + "石桥信用社", "合同专用章", turned=-5)],
    )
    return Paper(
        name="联保合同_马家沟.tif",
        data=tiff(scans, bilevel=True),
        doc_type="loan_contract",
        language="zh",
        fields={
            "contract_no": first.contract_no,
            "borrower": [loan.borrower.name for loan in loans],
            "id_number": [loan.borrower.number for loan in loans],
            "borrower_address": [loan.borrower.address for loan in loans],
            "lender": lender,
            "amount": cny(total),
            "amount_words": capitals(total),
            "purpose": first.purpose,
            "start_date": day(first.start),
            "end_date": day(first.end),
            "rate": monthly(first.rate),
            "guarantee_method": "联保",
            "sign_date": day(first.start),
            "sign_place": "马家沟村委会",
            "loan_officer": first.officer,
        },
    )


def _iou(world: World) -> Paper:
    loan = world.loan("chendashan")
    who, lender = loan.borrower, branch_name(loan.borrower)
    copies: list[Flowable] = []
    for number, use in ((1, "信贷员留存"), (2, "会计记账")):
        copies += [
            pages.title("农户联保贷款借款凭证", 15),
            pages.line(f"凭证号：{loan.iou_no}　　　　　　　{year_month_day(loan.start)}", 9.5),
            pages.table(
                [
                    ["借款人", who.name, "身份证号", who.number, None],
                    ["贷款机构", lender, "合同号", loan.contract_no, None],
                    [
                        f"借款金额：人民币{capitals(loan.amount_fen)}",
                        None,
                        digit_grid(loan.amount_fen),
                        None,
                        None,
                    ],
                    ["贷款用途", "饲养肉羊", "贷款利率（月息）", f"{loan.rate}‰", None],
                    ["起息日", dotted(loan.start), "到期日", dotted(loan.end), None],
                    [
                        f"借款人签字：{who.name}　　　　　　信贷员：{loan.officer}　　　　会计：韩冰",
                        None,
                        None,
                        None,
                        None,
                    ],
                ],
                [22, 58, 30, 40, 16],
                spans=[
                    (3, 0, 4, 0),
                    (3, 1, 4, 1),
                    (0, 2, 1, 2),
                    (2, 2, 4, 2),
                    (3, 3, 4, 3),
                    (3, 4, 4, 4),
                    (0, 5, 4, 5),
                ],
                heights=[10, 12, 19, 10, 10, 14],
                size=9.5,
            ),
            pages.line(f"第{'一二'[number - 1]}联　{use}", 8.5),
            pages.gap(12),
        ]
    scans = scan_pages(
        pages.pdf(copies, footer="", margins=(22, 20)),
        [Scanner(seed=71, skew=-1.5, shade=15, paper=245, grey=True)],
        [Seal(1, 60, 96, UNION, "贷款专用章", diameter=36, turned=14)],
    )
    return Paper(
        name="SCN_0004.pdf",
        data=image_pdf(scans, 55),
        doc_type="iou",
        language="zh",
        fields={
            "iou_no": loan.iou_no,
            "borrower": who.name,
            "id_number": who.number,
            "contract_no": loan.contract_no,
            "lender": lender,
            "amount": cny(loan.amount_fen),
            "amount_words": capitals(loan.amount_fen),
            "purpose": "饲养肉羊",
            "start_date": day(loan.start),
            "end_date": day(loan.end),
            "rate": monthly(loan.rate),
            "loan_officer": loan.officer,
        },
    )


def _inspection(world: World) -> Paper:
    loan = world.loan("liuyulan")
    who = loan.borrower
    visit = world.inspections(loan)[0]
    seen = visit.done_on or loan.start
    word = WordPaper(author="郑海涛", size=12)
    word.title("农户联保贷款首次检查报告", 18)
    word.say(f"被检查人：_{who.name}_    身份证号：_{who.number}_")
    word.say(f"合同编号：_{loan.contract_no}_    借据号：_{loan.iou_no}_")
    word.say(
        f"借款金额：_{figures(loan.amount_fen)}元_    当前余额：_{figures(loan.amount_fen)}元_"
    )
    word.say(f"检查日期：_{year_month_day(seen)}_    检查方式：_现场_")
    word.say("一、贷款使用情况", font="黑体")
    word.clause(
        "借款人于放款后一周内购进种羊18只、饲草4吨，共支出51,300元，查看了羊圈和购羊协议，实际用途与合同约定一致。"
    )
    word.say("二、联保小组情况", font="黑体")
    word.clause(
        "小组三户均按约定用款，成员之间相互了解，组长陈大山能够履行督促责任，未发现转借、冒名情形。"
    )
    word.say("三、存在问题", font="黑体")
    word.clause("羊圈防雨设施较差，已提醒借款人在雨季前修缮。")
    word.say("四、检查结论", font="黑体")
    word.clause("贷款用途真实，借款人有还款能力，建议分类为正常。")
    word.say("")
    word.say("检查人：郑海涛、罗敏", align="right")
    word.say(year_month_day(seen), align="right")
    return Paper(
        name="刘玉兰贷款首次检查.docx",
        data=word.data(),
        doc_type="inspection_report",
        language="zh",
        fields={
            "borrower": who.name,
            "id_number": who.number,
            "contract_no": loan.contract_no,
            "iou_no": loan.iou_no,
            "amount": cny(loan.amount_fen),
            "balance": cny(loan.amount_fen),
            "inspect_date": day(seen),
            "report_date": day(seen),
            "inspect_method": "现场",
            "use_matches_contract": True,
            "classification": "正常",
            "conclusion": "贷款用途真实，借款人有还款能力，建议分类为正常。",
            "problems": "羊圈防雨设施较差，已提醒借款人在雨季前修缮。",
            "inspector": ["郑海涛", "罗敏"],
        },
    )
