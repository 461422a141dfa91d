"""绿源合作社: a cooperative with a social credit code, a credit line and a maximum-amount mortgage."""

# ruff: noqa: E501  the wording of a paper stands in whole sentences
from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from reportlab.platypus import Flowable, Paragraph

from samples.make import pages
from samples.make.figures import capitals, figures, padded_day, wan, year_month_day
from samples.make.fonts import SERIF
from samples.make.paper import Paper, cny, day, rate
from samples.make.people import UNION, UNION_CODE
from samples.make.scan import Scanner, Seal, image_pdf, scan_pages, tiff
from samples.make.word import WordPaper
from samples.make.world import World, branch_name

# The mortgage covers what is lent in three years.
PERIOD = (date(2025, 1, 15), date(2028, 1, 14))
MARGIN = 125  # basis points over LPR: 3.10 % + 1.25 % = 4.35 % a year


def papers(world: World) -> Iterator[Paper]:
    yield _loan_contract(world)
    yield _mortgage_contract(world)
    yield _registration(world)
    yield _inspection(world)


def _mortgage_no(world: World) -> str:
    return world.loan("lvyuan").contract_no.replace("抵借字", "高抵字")


def _loan_contract(world: World) -> Paper:
    """A scan that went through the feeder sideways."""
    loan = world.loan("lvyuan")
    who, lender = loan.borrower, branch_name(loan.borrower)
    story: list[Flowable] = [
        pages.title("流动资金借款合同", 20),
        pages.right(f"合同编号：{loan.contract_no}"),
        pages.line(f"借款人（全称）：{who.name}"),
        pages.line(f"统一社会信用代码：{who.number}　　　法定代表人：{who.legal_rep}"),
        pages.line(f"住所：{who.address}　　　联系电话：{who.phone}"),
        pages.line(f"贷款人（全称）：{lender}"),
        pages.line(f"统一社会信用代码：{UNION_CODE}　　　负责人：秦山"),
        pages.line("住所：青禾县城关镇人民路88号　　　联系电话：0300-6650077"),
        pages.gap(2),
        pages.clause("借款人向贷款人申请流动资金借款，双方经协商一致，订立本合同。"),
        pages.heading("1　借款"),
        pages.clause(
            f"1.1　借款金额：人民币（大写）{capitals(loan.contract_fen)}，（小写）￥{figures(loan.contract_fen)}元。"
        ),
        pages.clause(f"1.2　借款用途：{loan.purpose}。"),
        pages.clause(
            f"1.3　借款期限：自{year_month_day(loan.start)}起至{year_month_day(loan.end)}止。借款人可分次提款，"
            "每次提款以借据为准。"
        ),
        pages.heading("2　利率与计息"),
        pages.clause(
            f"2.1　借款利率为浮动利率，按提款日前一日一年期LPR加{MARGIN}个基点确定，每年1月1日按相同加点数值调整一次。"
        ),
        pages.clause(
            "2.2　按月结息，每月20日为结息日，21日为付息日。逾期罚息利率为借款利率上浮50%。"
        ),
        pages.heading("3　支付"),
        pages.clause(
            "3.1　单笔支付金额超过人民币伍拾万元的，采用贷款人受托支付方式；其余可由借款人自主支付。"
        ),
        pages.heading("4　担保"),
        pages.clause(
            f"4.1　本合同的担保方式为最高额抵押，担保合同编号：{_mortgage_no(world)}，抵押物为借款人的粮食仓库及晾晒场。"
        ),
        pages.heading("5　借款人的承诺"),
        pages.clause("5.1　按季向贷款人提供财务报表和粮食购销合同，保证其真实、完整。"),
        pages.clause("5.2　重大投资、合并、分立、减资和对外担保，事先取得贷款人书面同意。"),
        pages.clause("5.3　资产负债率不高于百分之六十五。超过时应在三十日内采取补救措施。"),
        pages.heading("6　违约与救济"),
        pages.clause(
            "借款人未按期支付任何到期款项、违反承诺或者停产停业的，贷款人可以停止发放借款、提前收回借款、处分抵押物，"
            "并要求借款人赔偿损失。"
        ),
        pages.heading("7　附则"),
        pages.clause(
            "本合同自双方签章之日起生效，一式四份，双方各执两份。争议由贷款人所在地人民法院管辖。"
        ),
        pages.gap(6),
        pages.together(
            pages.two_columns(
                [
                    "借款人（公章）：",
                    f"法定代表人（签字）：{who.legal_rep}",
                    f"签订日期：{year_month_day(loan.start)}",
                ],
                ["贷款人（公章）：", "负责人（签字）：秦山", "签订地点：青禾县城关镇"],
            )
        ),
    ]
    scans = scan_pages(
        pages.pdf(story, margins=(24, 20)),
        [
            Scanner(seed=101, skew=0.9, shade=15, quarter=1),
            Scanner(seed=102, skew=-0.6, shade=15, quarter=1),
        ],
        [
            Seal(2, 52, 52, who.name[3:], turned=6),
            Seal(2, 140, 50, UNION + who.branch, "合同专用章", turned=-4),
        ],
    )
    return Paper(
        name="扫描0006.pdf",
        data=image_pdf(scans, 58),
        doc_type="loan_contract",
        language="zh",
        fields={
            "contract_no": loan.contract_no,
            "borrower": who.name,
            "uscc": who.number,
            "legal_rep": who.legal_rep,
            "borrower_address": who.address,
            "phone": who.phone,
            "lender": lender,
            "amount": cny(loan.contract_fen),
            "amount_words": capitals(loan.contract_fen),
            "purpose": loan.purpose,
            "start_date": day(loan.start),
            "end_date": day(loan.end),
            "rate": rate(str(MARGIN), "bp_over_LPR_1Y"),
            "guarantee_method": "抵押",
            "guarantee_contract_no": _mortgage_no(world),
            "sign_date": day(loan.start),
            "sign_place": "青禾县城关镇",
        },
    )


def _mortgage_contract(world: World) -> Paper:
    loan, store = world.loan("lvyuan"), world.security("lvyuan")
    who, lender = loan.borrower, branch_name(loan.borrower)
    word = WordPaper(author="冯丽", size=12)
    word.header(f"编号：{_mortgage_no(world)}")
    word.page_numbers("第", "页，共3页")
    word.title("最高额抵押合同", 20)
    word.say(f"合同编号：{_mortgage_no(world)}")
    word.say(f"抵押人（甲方）：{who.name}")
    word.say(f"统一社会信用代码：{who.number}        法定代表人：{who.legal_rep}")
    word.say(f"住所地：{who.address}        电话：{who.phone}")
    word.say(f"抵押权人（乙方）：{lender}")
    word.say(f"统一社会信用代码：{UNION_CODE}        负责人：秦山")
    word.say("住所地：青禾县城关镇人民路88号        电话：0300-6650077")
    word.say("债务人：同甲方")
    word.clause(
        f"为担保乙方在约定期间内与债务人连续发生的债权的实现，包括编号为{loan.contract_no}的《流动资金借款合同》"
        "项下的债权，甲方自愿以自有财产提供最高额抵押。"
    )
    for text in (
        f"第一条  主债权发生期间自_{year_month_day(PERIOD[0])}_起至_{year_month_day(PERIOD[1])}_止。",
        f"第二条  担保的最高债权额为人民币_{capitals(loan.contract_fen)}_（￥{figures(loan.contract_fen)}元），"
        "在此限额内，每笔债务的金额、期限以主合同和借据为准。",
        "第三条  担保范围为主债权本金、利息、罚息、复利、违约金和实现抵押权的费用。",
        f"第四条  抵押物详见抵押财产清单，评估价值合计{wan(store.value_fen)}万元，抵押率百分之五十。",
        "第五条  甲方应在合同签订之日起15日内与乙方共同办理不动产抵押登记，登记费用由乙方承担。",
        f"第六条  甲方应为抵押物投保财产综合险，保险单号为{store.policy}，保险金额不低于评估价值，第一受益人为乙方，"
        "抵押期间不得中断或者撤销保险。",
        "第七条  抵押期间，甲方转让抵押财产的，应当及时通知乙方；转让可能损害抵押权的，所得价款应向乙方提前清偿或者提存。",
        "第八条  有下列情形之一的，债权确定：约定的债权发生期间届满；新的债权不可能发生；抵押财产被查封、扣押；"
        "债务人或者甲方被宣告破产或者解散。",
        "第九条  债务人不履行到期债务的，乙方有权就抵押财产折价或者以拍卖、变卖所得的价款优先受偿。",
        "第十条  本合同自双方签字盖章之日起生效。本合同一式四份，甲方一份，乙方两份，登记机构一份。",
    ):
        word.clause(text)
    word.say("")
    word.say("甲方（公章）：                        乙方（公章）：")
    word.say(f"法定代表人：{who.legal_rep}                    负责人：秦山")
    word.say(f"签订日期：{year_month_day(loan.start)}              签订地点：青禾县城关镇")
    word.page_break()
    word.title("抵押财产清单", 16)
    word.table(
        [
            ["名称", "权属证书编号", "数量/面积", "坐落", "评估价值（万元）", "共有情况"],
            ["粮食仓库", store.certificate, "860.00㎡", store.place, "118", "单独所有"],
            ["晾晒场", "同上", "380.00㎡", "同上", "42", "单独所有"],
            ["合计", "", f"{store.area}㎡", "", wan(store.value_fen), ""],
        ],
        [24, 38, 24, 34, 24, 18],
        head_rows=1,
    )
    return Paper(
        name="绿源合作社最高额抵押合同.docx",
        data=word.data(),
        doc_type="mortgage_contract",
        language="zh",
        fields={
            "contract_no": _mortgage_no(world),
            "main_contract_no": loan.contract_no,
            "mortgagor": who.name,
            "mortgagee": lender,
            "uscc": who.number,
            "legal_rep": who.legal_rep,
            "borrower_address": who.address,
            "phone": who.phone,
            "secured_amount": cny(loan.contract_fen),
            "mortgage_type": "最高额抵押",
            "claim_period_start": day(PERIOD[0]),
            "claim_period_end": day(PERIOD[1]),
            "collateral": ["粮食仓库", "晾晒场"],
            "appraised_value": cny(store.value_fen),
            "title_certificate_no": store.certificate,
            "location": store.place,
            "sign_date": day(loan.start),
            "sign_place": "青禾县城关镇",
        },
    )


def _registration(world: World) -> Paper:
    loan, store = world.loan("lvyuan"), world.security("lvyuan")
    who, lender = loan.borrower, branch_name(loan.borrower)
    registered = loan.start + timedelta(days=5)
    units = "410381003007GB00016F00010002等2个"
    story: list[Flowable] = [
        pages.gap(10),
        Paragraph("不动产登记证明", pages.style(26, SERIF, "center", leading=1.7, after=14)),
        Paragraph(store.registration, pages.style(15, SERIF, "center", after=10)),
        pages.table(
            [
                ["证明权利或事项", "抵押权（最高额抵押权设立）"],
                ["权利人（申请人）", lender],
                ["义务人", who.name],
                ["坐落", store.place],
                ["不动产单元号", units],
                [
                    "其他",
                    f"抵押方式：最高额抵押　　最高债权额：{wan(loan.contract_fen)}万元<br/>"
                    f"债权确定期间：{padded_day(PERIOD[0])}起{padded_day(PERIOD[1])}止<br/>"
                    f"不动产权证书号：{store.certificate}",
                ],
                [
                    "附记",
                    f"抵押物面积{store.area}平方米；抵押范围：房屋及其占用范围内的建设用地使用权。<br/>业务编号：202501200047",
                ],
            ],
            [40, 114],
            heights=[14, 14, 14, 14, 14, 46, 46],
            size=11,
        ),
        pages.gap(20),
        pages.right("登记机构：青禾县自然资源局　　　"),
        pages.right(f"登记日期：{year_month_day(registered)}　　　"),
    ]
    front: list[Flowable] = [
        pages.gap(14),
        pages.clause(
            "根据《中华人民共和国民法典》等法律法规，为保护申请人合法权益，对申请人申请登记的本证明所列权利或事项，"
            "经审查核实，准予登记，颁发此证明。",
            15,
        ),
        pages.gap(60),
        pages.right("登记机构（章）　　　　　　", 14),
        pages.gap(4),
        pages.right(f"{year_month_day(registered)}　　　　　", 14),
        pages.gap(50),
        pages.line("中华人民共和国自然资源部监制", 12),
        pages.line("编号 NO D41001186203", 12),
        pages.new_page(),
    ]
    scans = scan_pages(
        pages.pdf([*front, *story], footer="", margins=(27, 24)),
        [Scanner(seed=111, skew=-1.2, noise=1.6), Scanner(seed=112, skew=1.6, noise=1.6)],
        [Seal(1, 142, 142, "青禾县自然资源局", "不动产登记专用章", turned=-7)],
    )
    return Paper(
        name="SCN_0007.tiff",
        data=tiff(scans, bilevel=False),
        doc_type="mortgage_registration",
        language="zh",
        fields={
            "certificate_no": store.registration,
            "right": "抵押权",
            "mortgagee": lender,
            "mortgagor": who.name,
            "location": store.place,
            "unit_no": units.removesuffix("等2个"),
            "mortgage_type": "最高额抵押",
            "secured_amount": cny(loan.contract_fen),
            "claim_period_start": day(PERIOD[0]),
            "claim_period_end": day(PERIOD[1]),
            "title_certificate_no": store.certificate,
            "area_m2": store.area,
            "register_date": day(registered),
        },
    )


def _inspection(world: World) -> Paper:
    loan, store = world.loan("lvyuan"), world.security("lvyuan")
    who = loan.borrower
    visits = world.inspections(loan)
    seen = visits[1].done_on or loan.start
    before = visits[0].done_on or loan.start
    word = WordPaper(author="冯丽", size=11)
    word.title("公司客户常规性检查报告", 18)
    word.table(
        [
            ["客户名称", who.name, "统一社会信用代码", who.number],
            ["经办机构", who.branch, "法定代表人", who.legal_rep],
            ["检查时间", year_month_day(seen), "上次检查日期", year_month_day(before)],
            ["检查方式", "现场", "主办/协办", "冯丽、许文斌"],
        ],
        [28, 56, 32, 46],
    )
    word.say("一、授信业务信息（金额单位：万元）", font="黑体")
    word.table(
        [
            ["业务品种", "合同编号", "合同金额", "借据金额", "余额", "发放日", "到期日"],
            [
                "流动资金贷款",
                loan.contract_no,
                wan(loan.contract_fen),
                wan(loan.amount_fen),
                wan(loan.balance(seen)),
                f"{loan.start}",
                f"{loan.end}",
            ],
        ],
        [24, 38, 18, 18, 16, 24, 24],
        size=9.5,
        head_rows=1,
    )
    for name, text in (
        (
            "二、财务及经营情况",
            "上半年收购小麦1,260吨，销售收入312万元，资产负债率48.6%，流动比率1.9；库存粮食约410吨，"
            "仓储条件良好。下游两家面粉厂回款正常。",
        ),
        (
            "三、抵押物状况",
            f"粮食仓库及晾晒场（{store.certificate}）由借款人自用，评估价值{wan(store.value_fen)}万元，"
            "未出租，保险在有效期内，无查封。",
        ),
        ("四、还本付息情况", "按月付息，无逾期、无欠息。"),
        (
            "五、风险因素",
            "应收账款集中于两家客户，占比82%；夏粮收购集中用款，秋季存在阶段性资金压力。",
        ),
        (
            "六、检查结论",
            "经营正常，抵押物足值，风险可控，建议风险分类为正常。要求2025年9月底前提供第三季度销售合同。",
        ),
    ):
        word.say(name, font="黑体")
        word.clause(text)
    word.say("")
    word.say("检查人：冯丽、许文斌            部门负责人意见：同意  秦山")
    word.say(f"报告日期：{year_month_day(seen + timedelta(days=2))}", align="right")
    return Paper(
        name="绿源合作社常规检查报告.docx",
        data=word.data(),
        doc_type="inspection_report",
        language="zh",
        fields={
            "borrower": who.name,
            "uscc": who.number,
            "legal_rep": who.legal_rep,
            "contract_no": loan.contract_no,
            "loan_type": "流动资金贷款",
            "amount": cny(loan.contract_fen),
            "balance": cny(loan.balance(seen)),
            "start_date": day(loan.start),
            "end_date": day(loan.end),
            "last_inspect_date": day(before),
            "inspect_date": day(seen),
            "report_date": day(seen + timedelta(days=2)),
            "inspect_method": "现场",
            "classification": "正常",
            "inspector": ["冯丽", "许文斌"],
            "reviewer": "秦山",
        },
    )
