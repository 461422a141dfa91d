"""张三: a mortgage loan from contract to collection notice, nearly a whole household file."""

# ruff: noqa: E501  the wording of a paper stands in whole sentences
from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from reportlab.platypus import Flowable, Paragraph

from samples.make import pages
from samples.make.figures import (
    capitals,
    chinese_day,
    dotted,
    figures,
    padded_day,
    plain_figures,
    wan,
    year_month_day,
    yuan,
)
from samples.make.fonts import SERIF
from samples.make.loans import Loan
from samples.make.paper import Paper, cny, day, monthly
from samples.make.papers.slips import digit_grid
from samples.make.people import OFFICERS, UNION
from samples.make.scan import Scanner, Seal, image_pdf, jpeg, scan_pages
from samples.make.word import WordPaper
from samples.make.world import World, branch_name

WIFE = "李梅"


def papers(world: World) -> Iterator[Paper]:
    loan = world.loan("zhangsan", "抵押")
    yield _loan_contract(loan)
    yield _mortgage_contract(world, loan)
    yield _registration(world, loan)
    yield _iou(loan)
    yield _first_inspection(world, loan)
    yield _routine_inspection(world, loan)
    yield _notice(world, loan)


def mortgage_no(loan: Loan) -> str:
    return loan.contract_no.replace("抵借字", "抵字")


def _loan_contract(loan: Loan) -> Paper:
    who, lender = loan.borrower, branch_name(loan.borrower)
    word = WordPaper(author="刘建平", size=12)
    word.header(f"{UNION}  个人借款合同")
    word.page_numbers()
    word.title("个人借款合同")
    word.say(f"合同编号：{loan.contract_no}", align="right")
    word.say(f"借款人（甲方）：_{who.name}_    配偶：_{WIFE}_")
    word.say(f"公民身份号码：_{who.number}_")
    word.say(f"住所：_{who.address}_    联系电话：_{who.phone}_")
    word.say(f"贷款人（乙方）：_{lender}_")
    word.say("负责人：_吴晓东_    住所：_青禾县柳河镇兴农路12号_    电话：_0300-6651203_")
    word.clause(
        "甲方因生产经营需要，向乙方申请借款，乙方经审查同意发放。双方依照《中华人民共和国民法典》"
        "及有关规定，经平等协商，订立本合同，共同遵守。"
    )
    word.say("第一条  借款金额", font="黑体")
    word.clause(
        f"乙方同意向甲方发放借款人民币（大写）_{capitals(loan.contract_fen)}_"
        f"（小写：￥_{figures(loan.contract_fen)}_元）。大小写不一致时，以大写为准。"
    )
    word.say("第二条  借款种类和用途", font="黑体")
    word.clause(f"借款种类：_{loan.product.name}_。借款用途：_{loan.purpose}_。")
    word.clause("未经乙方书面同意，甲方不得改变借款用途，不得将借款用于国家禁止的领域。")
    word.say("第三条  借款期限", font="黑体")
    word.clause(
        f"借款期限为_{loan.months}_个月，自_{year_month_day(loan.start)}_起至"
        f"_{year_month_day(loan.end)}_止。实际放款日与上述起始日不一致的，以借据记载为准，到期日相应顺延。"
    )
    word.say("第四条  借款利率和计息", font="黑体")
    word.clause(
        f"本合同项下借款执行固定利率，月利率为_{loan.rate}_‰，自实际放款日起按日计息，按季结息，"
        "结息日为每季末月的20日，21日为付息日。"
    )
    word.clause(
        "甲方未按期归还借款本金的，自逾期之日起在本合同利率基础上加收50%计收罚息；未按约定用途使用借款的，"
        "自挪用之日起在本合同利率基础上加收100%计收罚息。对不能按期支付的利息，按罚息利率计收复利。"
    )
    word.say("第五条  借款的发放与支付", font="黑体")
    word.clause(
        "甲方在乙方处开立的账户为借款发放账户，账号：_0810120000034567_。本借款采用甲方自主支付方式，"
        "甲方应于支付后十日内向乙方报告资金使用情况并提供凭证。"
    )
    word.say("第六条  还款", font="黑体")
    word.clause(
        "还款方式为按季结息、到期还本。甲方应在每一付息日和到期日前将应付款项足额存入还款账户。"
    )
    word.clause("甲方提前还款的，应提前十日书面通知乙方，按实际用款天数计收利息。")
    word.say("第七条  担保", font="黑体")
    word.clause(
        f"本合同项下借款的担保方式为_抵押_。抵押人_{who.name}、{WIFE}_以其共有的房屋提供抵押担保，"
        f"抵押合同编号为_{mortgage_no(loan)}_。抵押物未办妥登记前，乙方有权不予放款。"
    )
    word.say("第八条  甲方的权利和义务", font="黑体")
    for text in (
        "（一）按本合同约定取得和使用借款，按时足额归还借款本息。",
        "（二）如实提供乙方要求的资料，接受并配合乙方对借款使用情况和生产经营情况的检查。",
        "（三）住所、联系电话、婚姻状况、经营项目发生变化的，应在七日内通知乙方。",
        "（四）为他人债务提供担保或再行设定抵押，可能影响偿债能力的，应事先征得乙方同意。",
        "（五）发生重大疾病、自然灾害、诉讼等影响还款的情形，应立即告知乙方并落实还款措施。",
    ):
        word.clause(text)
    word.say("第九条  乙方的权利和义务", font="黑体")
    for text in (
        "（一）按照本合同约定按时足额发放借款。",
        "（二）有权了解甲方的生产经营、财务收支，检查借款的使用和抵押物的保管情况。",
        "（三）有权从甲方在乙方及其所属机构开立的账户中扣收到期应付的本息及费用。",
        "（四）对甲方提供的资料和个人信息予以保密，但法律另有规定或征信报送除外。",
    ):
        word.clause(text)
    word.say("第十条  违约责任", font="黑体")
    for text in (
        "甲方有下列情形之一的，乙方有权停止发放借款、宣布借款提前到期并要求立即归还：连续两期未付利息；"
        "提供虚假资料；擅自处分抵押物；卷入重大纠纷，足以影响债权安全。",
        "因甲方违约致使乙方采取诉讼方式实现债权的，甲方应承担乙方为此支付的诉讼费、律师费、差旅费等费用。",
    ):
        word.clause(text)
    word.say("第十一条  争议解决及其他", font="黑体")
    word.clause("履行本合同发生争议，由双方协商解决；协商不成的，向乙方所在地人民法院起诉。")
    word.clause(
        "本合同自双方签字或盖章之日起生效，至借款本息全部清偿之日终止。本合同一式三份，甲方一份，"
        "乙方二份，具有同等效力。借款申请书、借据、抵押合同为本合同的组成部分。"
    )
    word.clause("乙方已提请甲方注意对本合同各条款作全面、准确的理解，并应甲方要求作了说明。")
    word.say("")
    word.say(f"甲方（签字按指印）：  {who.name}                乙方（盖章）：")
    word.say(f"配偶（签字按指印）：  {WIFE}                负责人或授权代理人（签字）：吴晓东")
    word.say("")
    word.say(f"签订日期：{year_month_day(loan.start)}            签订地点：青禾县柳河镇")
    word.say(f"客户经理：{OFFICERS[who.branch][1]}")
    return Paper(
        name="张三借款合同.docx",
        data=word.data(),
        doc_type="loan_contract",
        language="zh",
        fields={
            "contract_no": loan.contract_no,
            "borrower": who.name,
            "spouse": WIFE,
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
            "rate": monthly(loan.rate),
            "guarantee_method": "抵押",
            "mortgagor": [who.name, WIFE],
            "guarantee_contract_no": mortgage_no(loan),
            "sign_date": day(loan.start),
            "sign_place": "青禾县柳河镇",
            "loan_officer": OFFICERS[who.branch][1],
        },
    )


def _mortgage_contract(world: World, loan: Loan) -> Paper:
    who, house = loan.borrower, world.security("zhangsan")
    number, lender = mortgage_no(loan), branch_name(who)
    value = house.value_fen
    blank = pages.blank_line
    story: list[Flowable] = [
        pages.right(f"编号：{number}"),
        pages.title("抵 押 合 同"),
        pages.line(f"抵押人（以下简称甲方）：{blank(f'{who.name}、{WIFE}', 24)}"),
        pages.line(f"身份证号码：{blank(who.number)}"),
        pages.line(f"地址：{blank(who.address)}　电话：{blank(who.phone)}"),
        pages.line(f"抵押权人（以下简称乙方）：{blank(lender)}"),
        pages.line("负责人：吴晓东　　地址：青禾县柳河镇兴农路12号"),
        pages.gap(2),
        pages.clause(
            f"为确保{blank(who.name)}（债务人）与乙方签订的编号为{blank(loan.contract_no)}的《个人借款合同》"
            "（以下简称主合同）的履行，甲方愿意以其有权处分的财产为主合同项下债权提供抵押担保。双方经协商一致，"
            "订立本合同。"
        ),
        pages.heading("第一条　被担保的主债权"),
        pages.clause(
            f"主债权种类为{blank('抵押贷款')}，本金数额为人民币（大写）{blank(capitals(loan.contract_fen))}，"
            f"￥{figures(loan.contract_fen)}元。债务人履行债务的期限自{year_month_day(loan.start)}至"
            f"{year_month_day(loan.end)}。"
        ),
        pages.heading("第二条　抵押财产"),
        pages.clause(
            "抵押财产详见本合同所附《抵押物清单》，清单是本合同不可分割的部分。抵押财产经双方确认评估价值为"
            f"人民币{blank(wan(value) + '万元')}，抵押率为{blank(f'{house.rate}%')}，抵押财产的最终价值以实现抵押权时"
            "实际处理所得的价款为准。"
        ),
        pages.heading("第三条　担保范围"),
        pages.clause(
            "抵押担保的范围包括主债权本金、利息、罚息、复利、违约金、损害赔偿金、保管抵押财产的费用以及"
            "实现债权和抵押权的费用。"
        ),
        pages.heading("第四条　抵押登记"),
        pages.clause(
            "甲方应在本合同签订后15日内，会同乙方到青禾县不动产登记中心办理抵押登记，登记证明由乙方保管。"
            "抵押权自登记时设立。"
        ),
        pages.heading("第五条　抵押财产的占管"),
        pages.clause(
            "抵押财产由甲方占有和保管，甲方应妥善维护，保持完好，随时接受乙方检查。未经乙方书面同意，甲方不得"
            "出租、转让、再抵押或者以其他方式处分抵押财产。抵押财产价值减少的，甲方应恢复其价值或者提供相应担保。"
        ),
        pages.heading("第六条　保险"),
        pages.clause(
            "乙方要求投保的，甲方应在放款前为抵押财产办理财产保险，保险期限不短于主债务履行期限，乙方为第一受益人。"
        ),
        pages.heading("第七条　抵押权的实现"),
        pages.clause(
            "债务人到期未清偿债务，或者发生主合同约定的提前到期情形的，乙方有权与甲方协议以抵押财产折价，"
            "或者以拍卖、变卖抵押财产所得价款优先受偿。所得价款超过债权数额的部分归甲方所有，不足部分由债务人清偿。"
        ),
        pages.heading("第八条　共有人声明"),
        pages.clause(
            f"抵押财产为夫妻共有财产，共有人{blank(WIFE)}已充分知晓并同意以该财产设定抵押，愿与抵押人共同承担"
            "本合同约定的义务。"
        ),
        pages.heading("第九条　其他"),
        pages.clause(
            "主合同无效不影响法律规定的甲方责任。本合同自双方签字盖章之日起成立，一式四份，甲方一份，"
            "乙方二份，登记机关一份。争议由乙方所在地人民法院管辖。"
        ),
        pages.gap(6),
        pages.together(
            pages.two_columns(
                [
                    f"甲方（签字）：{who.name}",
                    f"共有人（签字）：{WIFE}",
                    f"签订日期：{year_month_day(loan.start)}",
                ],
                ["乙方（公章）：", "负责人（签字）：吴晓东", "签订地点：柳河信用社"],
            )
        ),
        pages.new_page(),
        pages.title("抵押物清单", 16),
        pages.right(f"抵押合同编号：{number}", 9.5),
        _collateral_table(world, loan),
        pages.gap(6),
        pages.line(f"抵押人（签字）：{who.name}　　共有人：{WIFE}　　　　抵押权人（盖章）："),
        pages.right(f"{padded_day(loan.start)}"),
    ]
    scans = scan_pages(
        pages.pdf(story, header="", margins=(25, 24)),
        [
            Scanner(seed=11, skew=1.4, shade=16),
            Scanner(seed=12, skew=-0.8, shade=12),
            Scanner(seed=13, skew=2.1, shade=20, noise=4),
        ],
        [
            Seal(2, 138, 71, lender[2:] if len(lender) > 16 else lender, "合同专用章", turned=8),
            Seal(3, 160, 92, UNION, "合同专用章", turned=-12),
        ],
    )
    return Paper(
        name="扫描0001.pdf",
        data=image_pdf(scans),
        doc_type="mortgage_contract",
        language="zh",
        fields={
            "contract_no": number,
            "main_contract_no": loan.contract_no,
            "borrower": who.name,
            "mortgagor": [who.name, WIFE],
            "co_owner": WIFE,
            "id_number": who.number,
            "borrower_address": who.address,
            "phone": who.phone,
            "mortgagee": lender,
            "secured_amount": cny(loan.contract_fen),
            "start_date": day(loan.start),
            "end_date": day(loan.end),
            "collateral": ["住宅房屋", "房屋占用范围内的宅基地使用权"],
            "appraised_value": cny(value),
            "title_certificate_no": house.certificate,
            "area_m2": house.area,
            "location": house.place,
            "sign_date": day(loan.start),
            "sign_place": "柳河信用社",
        },
    )


def _collateral_table(world: World, loan: Loan) -> Flowable:
    house = world.security("zhangsan")
    rows = [
        [
            "序号",
            "抵押物名称",
            "权属证书及编号",
            "建筑面积（㎡）",
            "坐落",
            "评估价值（元）",
            "抵押价值（元）",
        ],
        [
            "1",
            "住宅房屋",
            house.certificate,
            house.area,
            house.place,
            figures(house.value_fen),
            figures(loan.contract_fen),
        ],
        ["2", "房屋占用范围内的宅基地使用权", "同上", "——", "同上", "含于上项", "——"],
        *[[" ", "", "", "", "", "", ""] for _ in range(4)],
        ["合计", "", "", house.area, "", figures(house.value_fen), figures(loan.contract_fen)],
    ]
    return pages.table(
        rows, [11, 26, 36, 19, 26, 22, 22], size=8.5, heights=[14, 18, 14, 9, 9, 9, 9, 10]
    )


def _registration(world: World, loan: Loan) -> Paper:
    who, house = loan.borrower, world.security("zhangsan")
    registered = loan.start + timedelta(days=3)
    unit = "410381 102005 JC00031 F00010001"
    lender = branch_name(who)
    notes = (
        f"不动产权证书号：{house.certificate}<br/>抵押方式：一般抵押<br/>"
        f"被担保主债权数额：{wan(loan.contract_fen)}万元<br/>"
        f"债务履行期限：{year_month_day(loan.start)}起至{year_month_day(loan.end)}止<br/>"
        f"抵押不动产类型：土地和房屋<br/>抵押合同号：{mortgage_no(loan)}"
    )
    big = pages.style(17, SERIF, "center", leading=1.5)
    story: list[Flowable] = [
        pages.gap(6),
        Paragraph("不 动 产 登 记 证 明", pages.style(24, SERIF, "center", leading=1.6, after=10)),
        Paragraph(house.registration.replace("第", " 第 "), big),
        pages.gap(4),
        pages.table(
            [
                ["证明权利或事项", "抵押权"],
                ["权利人（申请人）", lender],
                ["义务人", f"{who.name}、{WIFE}"],
                ["坐　落", house.place],
                ["不动产单元号", unit],
                ["其　他", notes],
                [
                    "附　记",
                    f"1.本抵押权登记的建筑面积为{house.area}平方米。<br/>2.登记时间：{padded_day(registered)}。　登簿人：白洁",
                ],
            ],
            [42, 112],
            heights=[13, 13, 13, 13, 13, 58, 34],
            size=11,
        ),
        pages.gap(8),
        pages.clause(
            "根据《中华人民共和国民法典》等法律法规，为保护申请人合法权益，对申请人申请登记的本证明所列权利或"
            "事项，经审查核实，准予登记，颁发此证明。"
        ),
        pages.gap(5),
        pages.right("登记机构（章）：青禾县自然资源局　　　　"),
        pages.right(f"{padded_day(registered)}　　　　"),
        pages.gap(4),
        pages.line("中华人民共和国自然资源部监制　　　　　　　　　　　　编号 NO.D41000237715", 9),
    ]
    scans = scan_pages(
        pages.pdf(story, footer="", margins=(27, 20)),
        [Scanner(seed=21, skew=-1.7, shade=22, paper=244, noise=4)],
        [Seal(1, 150, 252, "青禾县自然资源局", "不动产登记专用章", turned=5)],
    )
    return Paper(
        name="扫描0002.jpg",
        data=jpeg(scans[0], 68),
        doc_type="mortgage_registration",
        language="zh",
        fields={
            "certificate_no": house.registration,
            "right": "抵押权",
            "mortgagee": lender,
            "mortgagor": [who.name, WIFE],
            "location": house.place,
            "unit_no": unit.replace(" ", ""),
            "title_certificate_no": house.certificate,
            "mortgage_type": "一般抵押",
            "secured_amount": cny(loan.contract_fen),
            "start_date": day(loan.start),
            "end_date": day(loan.end),
            "contract_no": mortgage_no(loan),
            "area_m2": house.area,
            "register_date": day(registered),
        },
    )


def _iou(loan: Loan) -> Paper:
    who, lender = loan.borrower, branch_name(loan.borrower)
    rows: list[list[pages.Cell]] = [
        ["借款人全称", who.name, "证件号码", who.number],
        ["存款账号", "0810120000034567", "贷款账号", "0810130000009921"],
        [
            "借款金额（大写）",
            f"人民币{capitals(loan.amount_fen)}",
            digit_grid(loan.amount_fen),
            None,
        ],
        ["借款用途", loan.purpose, "担保方式", "抵押"],
        ["借款日期", year_month_day(loan.start), "到期日期", year_month_day(loan.end)],
        ["月利率", f"{loan.rate}‰", "借款种类", loan.product.name],
        [
            f"兹根据编号为{loan.contract_no}的借款合同办理此笔贷款，到期由借款人主动归还，逾期按合同约定加收罚息。<br/><br/>"
            f"　　　　　　　　　　　　　　借款人（签章）：{who.name}　　　　{year_month_day(loan.start)}",
            None,
            None,
            None,
        ],
        [
            "信贷部门审查意见",
            f"同意发放。　信贷员：{OFFICERS[who.branch][1]}　主管：吴晓东",
            None,
            None,
        ],
        ["分次偿还记录", "偿还日期　　　偿还金额　　　结欠金额　　　经办", None, None],
        [" ", None, None, None],
        [" ", None, None, None],
    ]
    story: list[Flowable] = [
        pages.title("借 款 借 据", 20),
        pages.line(f"贷款机构：{lender}　　　　借据编号：{loan.iou_no}", 10),
        pages.table(
            rows,
            [30, 56, 28, 52],
            spans=[
                (2, 2, 3, 2),
                (0, 6, 3, 6),
                (1, 7, 3, 7),
                (1, 8, 3, 8),
                (1, 9, 3, 9),
                (1, 10, 3, 10),
            ],
            heights=[11, 11, 22, 11, 11, 11, 30, 13, 11, 11, 11],
        ),
        pages.line("第二联　代借据　会计留存　　　　　会计：孙敏　　复核：高原　　记账：林洁", 9),
    ]
    scans = scan_pages(
        pages.pdf(story, footer="", margins=(22, 30)),
        [Scanner(seed=31, skew=2.6, shade=18, paper=246, blur=0.5)],
        [Seal(1, 150, 140, UNION, "贷款专用章", diameter=38, turned=-6)],
    )
    page = scans[0].crop((0, 0, scans[0].width, int(scans[0].height * 0.78)))
    return Paper(
        name="SCN_0003.jpg",
        data=jpeg(page, 66),
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
            "guarantee_method": "抵押",
            "loan_officer": OFFICERS[who.branch][1],
        },
    )


def _first_inspection(world: World, loan: Loan) -> Paper:
    who, house = loan.borrower, world.security("zhangsan")
    seen = world.inspections(loan)[0].done_on or loan.start
    both = "、".join(OFFICERS[who.branch])
    word = WordPaper(author="何晓燕", size=11, font="仿宋")
    word.title("个人贷款首次检查表", 18)
    word.say(
        f"填报单位：{who.branch}            填报日期：{dotted(seen + timedelta(days=1))}", size=10.5
    )
    full = [(row, 1, row, 3) for row in (5, 6, 7, 8, 9, 10, 11, 12)]
    word.table(
        [
            ["客户名称", who.name, "证件号码", who.number],
            ["业务品种", loan.product.name, "合同编号", loan.contract_no],
            [
                "借据金额（元）",
                figures(loan.amount_fen),
                "贷款余额（元）",
                figures(loan.balance(seen)),
            ],
            ["发放日", dotted(loan.start), "到期日", dotted(loan.end)],
            ["检查日期", dotted(seen), "检查方式", "☑现场  □非现场"],
            ["合同约定用途", loan.purpose, "", ""],
            [
                "实际用途",
                "购买联合收割机一台，收款单位为青禾县丰收农机有限公司，发票金额162,000.00元",
                "",
                "",
            ],
            ["用途是否一致", "☑是  □否", "", ""],
            [
                "借款人情况",
                "家庭四口人，承包耕地38亩，本季小麦长势良好；收割机已投入本地作业，作业收入正常。",
                "",
                "",
            ],
            [
                "抵押物状况",
                f"{house.place}住宅房屋一处，自用，保管完好，价值无明显变化，未出租。",
                "",
                "",
            ],
            ["还本付息情况", "未到结息日，无欠息。", "", ""],
            ["预警信号及存在问题", "未发现预警信号。购机发票复印件尚未归档。", "", ""],
            ["检查结论", "贷款使用符合合同约定，借款人还款意愿较强，建议风险分类：正常。", "", ""],
            ["检查人", both, "部门负责人意见", "同意检查结论。吴晓东"],
        ],
        [32, 50, 32, 46],
        spans=full,
    )
    word.say("注：首次检查应在贷款发放后30日内完成；本表一式两份，一份入信贷档案。", size=9)
    return Paper(
        name="张三首次检查.docx",
        data=word.data(),
        doc_type="inspection_report",
        language="zh",
        fields={
            "borrower": who.name,
            "id_number": who.number,
            "contract_no": loan.contract_no,
            "loan_type": loan.product.name,
            "amount": cny(loan.amount_fen),
            "balance": cny(loan.balance(seen)),
            "start_date": day(loan.start),
            "end_date": day(loan.end),
            "inspect_date": day(seen),
            "report_date": day(seen + timedelta(days=1)),
            "inspect_method": "现场",
            "purpose": loan.purpose,
            "use_matches_contract": True,
            "classification": "正常",
            "conclusion": "贷款使用符合合同约定，借款人还款意愿较强，建议风险分类：正常。",
            "inspector": list(OFFICERS[who.branch]),
            "reviewer": "吴晓东",
        },
    )


def _routine_inspection(world: World, loan: Loan) -> Paper:
    who = loan.borrower
    seen = next(one.done_on for one in world.inspections(loan) if one.kind == "重点检查")
    assert seen  # noqa: S101  inspections of people with papers are never missed
    word = WordPaper(author="刘建平", size=14, font="仿宋")
    word.title(f"关于{who.name}贷款的贷后检查报告", 18)
    balance = figures(loan.balance(seen))
    word.clause(
        f"{who.branch}于{year_month_day(seen)}对借款人{who.name}（身份证号：{who.number}）的抵押贷款进行了"
        "现场检查，现将有关情况报告如下。"
    )
    word.say("一、基本情况", font="黑体")
    word.clause(
        f"借款人系{who.address}农户，{loan.start.year}年{loan.start.month}月在我社办理{loan.product.name}"
        f"{figures(loan.amount_fen)}元，合同编号{loan.contract_no}，用途为{loan.purpose}，"
        f"到期日{year_month_day(loan.end)}。截至检查日，贷款余额{balance}元，已逾期{loan.days_past_due(seen)}天，"
        f"结欠利息{figures(loan.arrears(seen))}元。"
    )
    word.say("二、生产经营情况", font="黑体")
    word.clause(
        "今年夏收期间收割机发生故障，外出作业时间缩短，作业收入比上年减少约四成；家庭承包地小麦因干旱减产。"
        "借款人已出售部分存粮归还本金，尚有应收作业款二万余元。"
    )
    word.say("三、担保情况", font="黑体")
    word.clause(
        "抵押房屋仍由借款人自住，结构完好，产权无变化，未发现查封、再抵押情形，抵押担保充足。"
    )
    word.say("四、存在问题", font="黑体")
    word.clause("贷款本金到期未能全部归还，利息已欠一期；借款人现金流紧张，还款计划未按时兑现。")
    word.say("五、检查结论及处理意见", font="黑体")
    word.clause(
        "借款人还款能力下降，抵押物足值，建议风险分类调整为关注。"
        "要求借款人于2025年10月31日前收回作业款并归还贷款；到期不还的，由我社发出催收通知，必要时依法处置抵押物。"
    )
    word.say("")
    word.say(f"检查人：{'、'.join(OFFICERS[who.branch])}", align="right")
    word.say(chinese_day(seen), align="right")
    return Paper(
        name="张三贷后检查报告2025年8月.docx",
        data=word.data(),
        doc_type="inspection_report",
        language="zh",
        fields={
            "borrower": who.name,
            "id_number": who.number,
            "contract_no": loan.contract_no,
            "loan_type": loan.product.name,
            "amount": cny(loan.amount_fen),
            "balance": cny(loan.balance(seen)),
            "interest_arrears": cny(loan.arrears(seen)),
            "days_past_due": loan.days_past_due(seen),
            "purpose": loan.purpose,
            "end_date": day(loan.end),
            "inspect_date": day(seen),
            "report_date": day(seen),
            "inspect_method": "现场",
            "classification": "关注",
            "rectify_by": "2025-10-31",
            "inspector": list(OFFICERS[who.branch]),
        },
    )


def _notice(world: World, loan: Loan) -> Paper:
    who, lender = loan.borrower, branch_name(loan.borrower)
    entry = next(one for one in world.notices(loan) if one.signed_on)
    sent = as_of = entry.on
    signed = entry.signed_on or entry.on
    number = entry.number
    pay_by = sent + timedelta(days=20)
    principal, interest = loan.balance(as_of), loan.arrears(as_of)
    story: list[Flowable] = [
        pages.title("逾期贷款催收通知书", 20),
        pages.right(number),
        pages.line(f"借款人：{who.name}　　　　身份证号码：{who.number}"),
        pages.clause(
            f"你于{year_month_day(loan.start)}与我社签订编号为{loan.contract_no}的借款合同，向我社借款人民币"
            f"{plain_figures(loan.amount_fen)}元（借据编号：{loan.iou_no}），约定于{year_month_day(loan.end)}到期。"
            f"该笔贷款现已逾期。截至{year_month_day(as_of)}，你尚欠我社贷款本金人民币{figures(principal)}元，"
            f"欠息{figures(interest)}元，本息合计{yuan(principal + interest):,.2f}元。",
            12,
        ),
        pages.clause(
            f"请你接到本通知后，务必于{year_month_day(pay_by)}前到我社归还所欠贷款本息。逾期仍不归还的，我社将依法"
            "处置抵押物，并向人民法院提起诉讼，由此产生的一切费用由你承担。",
            12,
        ),
        pages.clause("特此通知。", 12),
        pages.gap(4),
        pages.right(f"{lender}（公章）", 12),
        pages.right(year_month_day(sent), 12),
        pages.gap(6),
        pages.centred("……………………………………（此线以下为回执，由送达人收回存档）……………………………………", 9),
        pages.title("催收通知书回执", 16),
        pages.clause(
            f"{lender}：你社{number}《逾期贷款催收通知书》已收到，对所列贷款本金、利息数额无异议，"
            "我保证尽快归还。",
            12,
        ),
        pages.gap(3),
        pages.two_columns(
            [f"签收人：{who.name}", "送达方式：直接送达", f"签收日期：{year_month_day(signed)}"],
            [f"送达人：{OFFICERS[who.branch][1]}", "见证人：柳河村委会 田有余", ""],
        ),
    ]
    return Paper(
        name="张三催收通知书.pdf",
        data=pages.pdf(story, footer="", margins=(28, 26), doc_title="逾期贷款催收通知书"),
        doc_type="collection_notice",
        language="zh",
        fields={
            "notice_no": number,
            "borrower": who.name,
            "id_number": who.number,
            "contract_no": loan.contract_no,
            "iou_no": loan.iou_no,
            "lender": lender,
            "amount": cny(loan.amount_fen),
            "balance": cny(principal),
            "interest_arrears": cny(interest),
            "start_date": day(loan.start),
            "end_date": day(loan.end),
            "notice_date": day(sent),
            "pay_by": day(pay_by),
        },
    )
