"""李秀英: a guaranteed loan; here the lender is party 甲 and the borrower 乙."""

# ruff: noqa: E501  the wording of a paper stands in whole sentences
from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from reportlab.platypus import Flowable

from samples.make import pages
from samples.make.figures import (
    capitals,
    dotted,
    figures,
    padded_day,
    plain_figures,
    year_month_day,
    yearly_percent,
)
from samples.make.loans import Loan
from samples.make.paper import Paper, cny, day, monthly, yearly
from samples.make.papers.slips import digit_grid
from samples.make.people import OFFICERS, UNION
from samples.make.scan import Scanner, Seal, image_pdf, jpeg, scan_pages
from samples.make.world import World, branch_name


def papers(world: World) -> Iterator[Paper]:
    loan = world.loan("lixiuying")
    yield _loan_contract(world, loan)
    yield _guarantee(world, loan)
    yield _iou(loan)
    yield _first_inspection(world, loan)
    yield _routine_inspection(world, loan)


def guarantee_no(loan: Loan) -> str:
    return loan.contract_no.replace("保借字", "保字")


def _loan_contract(world: World, loan: Loan) -> Paper:
    who, surety, lender = loan.borrower, world.people["wangjianguo"], branch_name(loan.borrower)
    percent = yearly_percent(loan.rate)
    small = 10
    box = pages.table(
        [
            ["甲方（贷款人）", lender, "负责人", "田光明"],
            ["地　址", "青禾县石桥乡政府街3号", "电　话", "0300-6652318"],
            ["乙方（借款人）", who.name, "证件类型及号码", f"居民身份证 {who.number}"],
            ["家庭住址", who.address, "手　机", who.phone],
            ["保证人", surety.name, "证件类型及号码", f"居民身份证 {surety.number}"],
        ],
        [27, 51, 26, 61],
        size=9.2,
        heights=10,
    )
    terms = [
        (
            "一、贷款金额",
            f"甲方向乙方提供贷款，金额为人民币{capitals(loan.contract_fen)}（￥{figures(loan.contract_fen)}）。",
        ),
        (
            "二、贷款品种",
            f"本合同项下贷款品种为{loan.product.name}，资金用途为：{loan.purpose}。乙方不得挪作他用。",
        ),
        (
            "三、贷款期限",
            f"贷款期限{loan.months // 12}年，从{padded_day(loan.start)}到{padded_day(loan.end)}。分次提款的，各笔贷款的到期日均不得"
            "超过上述终止日。",
        ),
        (
            "四、贷款利率",
            f"贷款年利率为{percent:f}%（单利），在贷款期限内不作调整。按季结息，每季末月20日为结息日。贷款逾期的，"
            "从逾期之日起按上述利率上浮50%计收利息；挤占挪用贷款的，上浮100%。",
        ),
        (
            "五、贷款支付",
            "□受托支付　■自主支付。乙方指定收款账户户名为其本人，账号0820120000118234。乙方应保存购料、用工等凭证备查。",
        ),
        (
            "六、还款方式",
            "按季付息，本金分两次归还：2026年3月11日归还30,000.00元，2027年3月11日归还50,000.00元。遇非营业日顺延至"
            "下一营业日。",
        ),
        (
            "七、担保方式",
            f"本合同项下债务由{surety.name}提供连带责任保证，保证合同编号为{guarantee_no(loan)}。保证人丧失担保能力的，"
            "乙方应在甲方要求的期限内另行提供担保。",
        ),
        (
            "八、双方承诺",
            "甲方按约定及时放款，为乙方的资料保密；乙方按约定用款，按期还本付息，主动向甲方报告生产经营、家庭财产"
            "和对外担保的重大变化，配合甲方进行贷后检查，同意甲方向金融信用信息基础数据库报送和查询其信用信息。",
        ),
        (
            "九、违约处理",
            "乙方未按期付息还本、隐瞒重要事实、养殖场停止经营或者转让的，甲方可以停止发放尚未发放的贷款，提前收回"
            "已经发放的贷款，并从乙方账户中直接扣收。甲方无正当理由不按期放款的，按违约金额每日万分之三向乙方支付违约金。",
        ),
        (
            "十、其他约定",
            "本合同未尽事宜，按国家有关法律法规和甲方业务规定办理。合同履行中的争议可协商解决，也可向甲方住所地的"
            "人民法院提起诉讼。本合同一式两份，经双方签字盖章后生效。",
        ),
    ]
    story: list[Flowable] = [
        pages.title("农 户 借 款 合 同", 20),
        pages.right(f"合同号：{loan.contract_no}"),
        box,
        pages.gap(3),
        pages.clause("乙方因发展养殖业需要，向甲方申请贷款。甲乙双方协商一致，签订本合同。", small),
    ]
    for name, text in terms:
        story += [pages.heading(name, small), pages.clause(text, small)]
    story += [
        pages.gap(6),
        pages.together(
            pages.two_columns(
                [
                    "甲方（公章）：",
                    "负责人（授权代理人）：田光明",
                    f"签约日期：{padded_day(loan.start)}",
                ],
                [
                    f"乙方（签字）：{who.name}",
                    f"经办信贷员：{OFFICERS[who.branch][0]}",
                    "签约地点：青禾县石桥乡",
                ],
            )
        ),
    ]
    return Paper(
        name="石桥村李秀英 保证借款合同.pdf",
        data=pages.pdf(story, header=f"{UNION}　合同文本 NH-2023-02", doc_title="农户借款合同"),
        doc_type="loan_contract",
        language="zh",
        fields={
            "contract_no": loan.contract_no,
            "borrower": who.name,
            "id_number": who.number,
            "borrower_address": who.address,
            "phone": who.phone,
            "lender": lender,
            "amount": cny(loan.contract_fen),
            "amount_words": capitals(loan.contract_fen),
            "loan_type": loan.product.name,
            "purpose": loan.purpose,
            "term_months": loan.months,
            "start_date": day(loan.start),
            "end_date": day(loan.end),
            "rate": yearly(percent),
            "guarantee_method": "保证",
            "guarantor": surety.name,
            "guarantee_contract_no": guarantee_no(loan),
            "sign_date": day(loan.start),
            "sign_place": "青禾县石桥乡",
            "loan_officer": OFFICERS[who.branch][0],
        },
    )


def _guarantee(world: World, loan: Loan) -> Paper:
    who, surety, lender = loan.borrower, world.people["wangjianguo"], branch_name(loan.borrower)
    blank = pages.blank_line
    story: list[Flowable] = [
        pages.title("保 证 合 同", 20),
        pages.right(f"保证合同编号：{guarantee_no(loan)}"),
        pages.line(f"借款人（甲方）：{blank(who.name, 10)}　身份证号：{blank(who.number)}"),
        pages.line(f"贷款人（乙方）：{blank(lender)}"),
        pages.line(f"保证人（丙方）：{blank(surety.name, 10)}　身份证号：{blank(surety.number)}"),
        pages.line(f"丙方住址：{blank(surety.address)}　　联系方式：{blank(surety.phone)}"),
        pages.gap(2),
        pages.clause(
            f"甲方与乙方于{year_month_day(loan.start)}签订了编号为{blank(loan.contract_no)}的《农户借款合同》（下称主合同）。"
            "丙方自愿为甲方在主合同项下的债务向乙方提供保证。三方约定如下："
        ),
        pages.line("1．保证金额"),
        pages.clause(
            f"丙方保证的主债权本金为人民币（大写）{blank(capitals(loan.contract_fen, '正'))}，（小写）￥{figures(loan.contract_fen)}，"
            f"主债务履行期限为{year_month_day(loan.start)}至{year_month_day(loan.end)}。"
        ),
        pages.line("2．保证方式"),
        pages.clause(
            "丙方承担保证的方式为连带责任保证。甲方不履行到期债务时，乙方可以直接要求丙方清偿。"
        ),
        pages.line("3．保证范围"),
        pages.clause(
            "包括主合同项下的本金、利息、逾期利息、违约金，以及乙方实现债权的诉讼费、送达费、律师费等。"
        ),
        pages.line("4．保证期间"),
        pages.clause(
            "自主债务履行期届满之日起三年。主债务展期的，经丙方书面同意，保证期间从展期后的到期日起算。"
        ),
        pages.line("5．丙方的义务"),
        pages.clause(
            "丙方应如实提供家庭收入和财产情况，接受乙方的监督检查；工作单位、住址、电话变动的，应在十日内告知乙方；"
            "不得提供超出自身负担能力的其他担保。"
        ),
        pages.line("6．合同的效力"),
        pages.clause(
            "本合同的效力独立于主合同。乙方许可甲方转让债务须经丙方同意；乙方将债权转让给他人的，丙方继续承担保证责任。"
            "本合同由三方签字或盖章后生效，三方各执一份。"
        ),
        pages.gap(8),
        pages.table(
            [
                [
                    f"甲方（签字）：{who.name}",
                    "乙方（盖章）：<br/><br/>经办人：郑海涛",
                    f"丙方（签字）：{surety.name}",
                ],
                [f"{dotted(loan.start)}", f"{dotted(loan.start)}", f"{dotted(loan.start)}"],
            ],
            [52, 58, 52],
            heights=[32, 9],
        ),
    ]
    scans = scan_pages(
        pages.pdf(story, margins=(24, 20)),
        [Scanner(seed=41, skew=-2.3, shade=18, paper=247), Scanner(seed=42, skew=-1.1)],
        [Seal(1, 104, 226, UNION + who.branch, "信贷业务专用章", turned=10)],
    )
    return Paper(
        name="扫描0005.pdf",
        data=image_pdf(scans, 58),
        doc_type="guarantee_contract",
        language="zh",
        fields={
            "contract_no": guarantee_no(loan),
            "main_contract_no": loan.contract_no,
            "borrower": who.name,
            "guarantor": surety.name,
            "id_number": [who.number, surety.number],
            "lender": lender,
            "amount": cny(loan.contract_fen),
            "amount_words": capitals(loan.contract_fen, "正"),
            "start_date": day(loan.start),
            "end_date": day(loan.end),
            "sign_date": day(loan.start),
        },
    )


def _iou(loan: Loan) -> Paper:
    who, lender = loan.borrower, branch_name(loan.borrower)
    story: list[Flowable] = [
        pages.title("贷款凭证（借据）", 18),
        pages.two_columns(
            [f"借据号：{loan.iou_no}", f"借款单位（户）：{who.name}"],
            [f"日期：{padded_day(loan.start)}", f"合同编号：{loan.contract_no}"],
        ),
        pages.table(
            [
                ["户　名", who.name, "身份证号码", who.number],
                ["贷款种类", loan.product.name, "月　息", f"千分之{loan.rate}"],
                [
                    f"金额（大写）人民币{capitals(loan.amount_fen)}",
                    None,
                    digit_grid(loan.amount_fen),
                    None,
                ],
                ["用　途", loan.purpose, "担保人", "王建国"],
                ["发放日", year_month_day(loan.start), "约定还款日期", year_month_day(loan.end)],
                [
                    f"上列借款我已收到，保证按期归还。<br/><br/>借款人签章：{who.name}　　　　　　贷款机构：{lender}",
                    None,
                    None,
                    None,
                ],
            ],
            [26, 52, 30, 54],
            spans=[(0, 2, 1, 2), (2, 2, 3, 2), (0, 5, 3, 5)],
            heights=[11, 11, 20, 11, 11, 26],
        ),
        pages.line("① 信贷员留存　　　　　信贷员：郑海涛　　　会计：韩冰", 9),
    ]
    return Paper(
        name="李秀英借据.pdf",
        data=pages.pdf(story, footer="", margins=(24, 30), doc_title="借据"),
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
            "purpose": loan.purpose,
            "start_date": day(loan.start),
            "end_date": day(loan.end),
            "rate": monthly(loan.rate),
            "loan_type": loan.product.name,
            "guarantor": "王建国",
            "loan_officer": "郑海涛",
        },
    )


def _first_inspection(world: World, loan: Loan) -> Paper:
    who = loan.borrower
    seen = world.inspections(loan)[0].done_on or loan.start
    rows: list[list[pages.Cell]] = [
        ["借款人名称", who.name, "身份证号", who.number],
        ["合同编号", loan.contract_no, "借据编号", loan.iou_no],
        [
            "贷款金额",
            f"{plain_figures(loan.amount_fen)}元",
            "贷款期限",
            f"{dotted(loan.start)}—{dotted(loan.end)}",
        ],
        ["担保方式", "保证（王建国）", "检查时间", padded_day(seen)],
        [
            "贷款用途检查",
            f"约定用途：{loan.purpose}。　实际用途：购买砖、水泥、料槽等建材58,000元，支付工程款22,000元，"
            "收据七张已核对。　与合同约定：■一致　□不一致",
            None,
            None,
        ],
        [
            "借款人经营情况",
            "圈舍主体已完工，现存栏母猪12头、仔猪86头，饲料储备充足，防疫记录齐全。",
            None,
            None,
        ],
        ["保证人情况", "王建国经营苹果园15亩，收入稳定，愿意继续承担保证责任。", None, None],
        ["存在问题", "无。", None, None],
        ["检查意见", "首次检查合格，正常管理，半年后进行常规检查。", None, None],
        ["检查人员签字", "、".join(OFFICERS[who.branch]), "主管签字", "田光明"],
    ]
    story: list[Flowable] = [
        pages.title("首次跟踪检查报告（个人客户）", 17),
        pages.line(f"检查单位：{who.branch}　　　　　　　　检查方式：□非现场　■实地"),
        pages.table(
            rows,
            [30, 52, 26, 54],
            spans=[(1, row, 3, row) for row in range(4, 9)],
            heights=[12, 12, 12, 12, 30, 24, 22, 16, 20, 14],
        ),
        pages.line(f"报告日期：{padded_day(seen)}", 10),
    ]
    scans = scan_pages(
        pages.pdf(story, footer=""),
        [Scanner(seed=51, skew=1.9, shade=30, paper=240, noise=5, blur=0.6)],
    )
    return Paper(
        name="IMG_20250410_093012.jpg",
        data=jpeg(scans[0], 55),
        doc_type="inspection_report",
        language="zh",
        fields={
            "borrower": who.name,
            "id_number": who.number,
            "contract_no": loan.contract_no,
            "iou_no": loan.iou_no,
            "amount": cny(loan.amount_fen),
            "start_date": day(loan.start),
            "end_date": day(loan.end),
            "guarantee_method": "保证",
            "guarantor": "王建国",
            "purpose": loan.purpose,
            "inspect_date": day(seen),
            "report_date": day(seen),
            "inspect_method": "实地",
            "use_matches_contract": True,
            "conclusion": "首次检查合格，正常管理，半年后进行常规检查。",
            "inspector": list(OFFICERS[who.branch]),
            "reviewer": "田光明",
        },
    )


def _routine_inspection(world: World, loan: Loan) -> Paper:
    who = loan.borrower
    first, second = world.inspections(loan)[:2]
    seen = second.done_on or loan.start
    before = first.done_on or loan.start
    story: list[Flowable] = [
        pages.title("个人客户常规检查报告", 17),
        pages.right(f"编制单位：{UNION}{who.branch}", 9.5),
        pages.table(
            [
                ["客户名称", who.name, "证件号码", who.number],
                ["上次检查日期", dotted(before), "本次检查日期", dotted(seen)],
                ["检查方式", "现场检查", "检查类型", "常规检查"],
            ],
            [30, 50, 30, 52],
            heights=10,
        ),
        pages.heading("一、授信业务信息（单位：万元）"),
        pages.table(
            [
                [
                    "业务品种",
                    "合同编号",
                    "币种",
                    "合同金额",
                    "余额",
                    "发放日",
                    "到期日",
                    "担保方式",
                ],
                [
                    loan.product.name,
                    loan.contract_no,
                    "人民币",
                    "8.00",
                    "8.00",
                    dotted(loan.start),
                    dotted(loan.end),
                    "保证",
                ],
            ],
            [22, 32, 15, 18, 15, 22, 22, 16],
            size=8.5,
            heights=[9, 14],
        ),
        pages.heading("二、检查内容"),
        pages.clause("1.还本付息：按季付息正常，无逾期、无欠息，欠息金额0.00元。"),
        pages.clause(
            "2.经营情况：生猪存栏增加，八月出栏46头，销售收入约9.2万元；猪价有所下行，利润率下降。"
        ),
        pages.clause("3.家庭及对外负债：家庭成员无变化，未新增其他金融机构借款，未对外担保。"),
        pages.clause("4.保证人：王建国经营正常，未发现代偿能力下降情形。"),
        pages.heading("三、风险预警信号"),
        pages.clause("■未发现　□已发现（说明：　　　　　　）"),
        pages.heading("四、总体评价及措施"),
        pages.clause("检查结论：经营正常，第一还款来源充足，按期归还本息的可能性大。"),
        pages.clause("五级分类：正常。　措施：关注猪价变动，2026年3月首次还本前一个月上门提示。"),
        pages.gap(5),
        pages.two_columns(
            [
                f"检查人：{OFFICERS[who.branch][0]}　{OFFICERS[who.branch][1]}",
                f"报告日期：{dotted(seen + timedelta(days=1))}",
            ],
            ["复核人：田光明", ""],
        ),
    ]
    return Paper(
        name="李秀英常规检查 2025下半年.pdf",
        data=pages.pdf(story, footer="共1页", doc_title="个人客户常规检查报告"),
        doc_type="inspection_report",
        language="zh",
        fields={
            "borrower": who.name,
            "id_number": who.number,
            "contract_no": loan.contract_no,
            "loan_type": loan.product.name,
            "amount": cny(loan.amount_fen),
            "balance": cny(loan.balance(seen)),
            "interest_arrears": cny(0),
            "start_date": day(loan.start),
            "end_date": day(loan.end),
            "guarantee_method": "保证",
            "last_inspect_date": day(before),
            "inspect_date": day(seen),
            "report_date": day(seen + timedelta(days=1)),
            "inspect_method": "现场",
            "classification": "正常",
            "conclusion": "经营正常，第一还款来源充足，按期归还本息的可能性大。",
            "inspector": list(OFFICERS[who.branch]),
            "reviewer": "田光明",
        },
    )
