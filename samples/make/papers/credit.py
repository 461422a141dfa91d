"""Loans on credit, each in another form: plain text, Word, a picture, an old slip; and two namesakes."""

# ruff: noqa: E501  the wording of a paper stands in whole sentences
from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import timedelta

from reportlab.platypus import Flowable

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
    yearly_percent,
)
from samples.make.paper import Paper, cny, day, monthly, yearly
from samples.make.people import UNION
from samples.make.scan import Scanner, Seal, image_pdf, jpeg, scan_pages
from samples.make.word import WordPaper
from samples.make.world import World, branch_name


def papers(world: World) -> Iterator[Paper]:
    yield _plain_text(world)
    yield _narrative(world)
    yield _word_contract(world)
    yield _word_table_contract(world)
    yield _scanned_contract(world)
    yield _two_amounts(world)
    yield _photographed(world)
    yield _whose(world)
    yield _stranger(world)


def _plain_text(world: World) -> Paper:
    loan = world.loan("sunguihua")
    who, lender = loan.borrower, branch_name(loan.borrower)
    rows = (
        ("贷款种类", loan.product.name, "担保方式", "信用"),
        (
            "借款金额",
            f"（大写）{capitals(loan.contract_fen)}",
            "（小写）",
            f"￥{figures(loan.contract_fen)}",
        ),
        ("借款用途", loan.purpose, "月利率", f"{loan.rate}‰"),
        ("借款日期", dotted(loan.start), "到期日期", dotted(loan.end)),
    )
    text = f"""
                        农户小额信用借款合同

                                        （{loan.start.year}）青信信借字第{loan.contract_no[-5:-1]}号

借款方：{who.name}        公民身份号码：{who.number}
住  址：{who.address}        联系电话：{who.phone}
贷款方：{lender}

    根据国家有关法律和信贷政策，借款方因{loan.purpose}需要，向贷款方申请小额信用贷款，双方协商同意，
订立以下条款，以资共同遵守。

{_box(rows)}

一、贷款方应在合同生效后三个工作日内将款项划入借款方账户（0810120000077015）。
二、借款方应按规定用途使用贷款，并接受贷款方的监督检查。不按用途使用的，贷款方有权停止发放，提前收回
    已发放的贷款，并按原定利率加收百分之一百的利息。
三、利息按季结算。到期还本，利随本清。借款方逾期不还的，从逾期之日起加收百分之五十的罚息。
四、借款方的信用等级被下调，或者有赌博、非法集资等行为的，贷款方可以提前收回贷款。
五、借款方授权贷款方查询、报送其个人信用信息。
六、本合同一式三份，借款方一份，贷款方两份，自签字之日起生效，贷款本息还清后失效。

借款方：{who.name}（签字）                    贷款方：{lender}（章）
                                            信贷员：{loan.officer}

                                            签订日期：{year_month_day(loan.start)}
"""
    return Paper(
        name="孙桂花小额信用借款合同.txt",
        data=text.lstrip("\n").replace("\n", "\r\n").encode("gb18030"),
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
            "start_date": day(loan.start),
            "end_date": day(loan.end),
            "rate": monthly(loan.rate),
            "guarantee_method": "信用",
            "sign_date": day(loan.start),
            "loan_officer": loan.officer,
        },
    )


def _box(rows: Sequence[Sequence[str]]) -> str:
    """Return a table drawn with lines, as the old counter programs printed it."""
    widths = (10, 24, 10, 24)
    rule = ["─" * (width // 2) for width in widths]
    inside = [
        "│" + "│".join(_padded(cell, width) for cell, width in zip(row, widths, strict=True)) + "│"
        for row in rows
    ]
    middle = "\n├" + "┼".join(rule) + "┤\n"
    return "┌" + "┬".join(rule) + "┐\n" + middle.join(inside) + "\n└" + "┴".join(rule) + "┘"


def _padded(text: str, width: int) -> str:
    """Fill up with blanks to `width` columns; a Chinese character takes two."""
    taken = sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)
    return text + " " * (width - taken)


def _narrative(world: World) -> Paper:
    loan = world.loan("sunguihua")
    who = loan.borrower
    visit = world.inspections(loan)[1]
    seen = visit.done_on or loan.start
    word = WordPaper(author="何晓燕", size=14, font="仿宋")
    word.title("贷 后 检 查 报 告", 20)
    word.clause(
        f"{year_month_day(seen)}，信贷员{loan.officer}、刘建平到{who.village}对贷款户{who.name}"
        f"（身份证号码{who.number}）进行了贷后例行检查。"
    )
    word.clause(
        f"该户于{year_month_day(loan.start)}取得小额信用贷款{wan(loan.amount_fen)}万元，期限一年，"
        f"合同号为{loan.contract_no}，约定用于{loan.purpose}。经查看大棚和购货票据，贷款实际用于购买棚膜、"
        "滴灌带和种苗，用途与合同相符。"
    )
    word.clause(
        "目前两个大棚种植番茄，长势正常，已上市三茬，上半年销售收入约3.6万元。该户丈夫在县城务工，月收入四千元左右，"
        "家庭无其他借款，按季付息未发生拖欠。"
    )
    word.clause("存在的问题是番茄销售依赖一家批发商，账期较长。")
    word.clause(
        f"检查结论：该户生产正常，还款来源可靠，贷款余额{plain_figures(loan.balance(seen))}元，"
        "建议五级分类维持正常，继续按半年一次的频率检查。"
    )
    word.say("")
    word.say(f"检查人：{loan.officer}、刘建平", align="right")
    word.say(chinese_day(seen), align="right")
    return Paper(
        name="孙桂花贷后检查.docx",
        data=word.data(),
        doc_type="inspection_report",
        language="zh",
        fields={
            "borrower": who.name,
            "id_number": who.number,
            "contract_no": loan.contract_no,
            "amount": cny(loan.amount_fen),
            "balance": cny(loan.balance(seen)),
            "start_date": day(loan.start),
            "purpose": loan.purpose,
            "inspect_date": day(seen),
            "report_date": day(seen),
            "use_matches_contract": True,
            "classification": "正常",
            "conclusion": (
                f"该户生产正常，还款来源可靠，贷款余额{plain_figures(loan.balance(seen))}元，"
                "建议五级分类维持正常，继续按半年一次的频率检查。"
            ),
            "inspector": [loan.officer, "刘建平"],
        },
    )


def _word_contract(world: World) -> Paper:
    """王建国: everything in sentences with blanks filled in, nothing in tables."""
    loan = world.loan("wangjianguo")
    who, lender = loan.borrower, branch_name(loan.borrower)
    word = WordPaper(author="罗敏", size=12, font="仿宋")
    word.page_numbers()
    word.title("小额信用贷款借款合同", 20, "宋体")
    word.say(f"编号：{loan.contract_no}", align="right")
    word.clause(
        f"立约人：借款人_{who.name}_（以下简称“乙方”），居民身份证号_{who.number}_，住址_{who.address}_，"
        f"联系电话_{who.phone}_；贷款人_{lender}_（以下简称“甲方”）。"
    )
    word.clause("乙方经甲方评定为信用户，现就小额信用贷款事宜与甲方达成如下协议：")
    for text in (
        f"1. 甲方同意向乙方提供信用贷款，金额为人民币_{capitals(loan.contract_fen)}_（￥_{plain_figures(loan.contract_fen)}_）。",
        f"2. 该笔贷款用于_{loan.purpose}_，乙方保证专款专用。",
        f"3. 贷款期限自_{loan.start.year}_年_{loan.start.month:02d}_月_{loan.start.day:02d}_日至_{loan.end.year}_年"
        f"_{loan.end.month:02d}_月_{loan.end.day:02d}_日止，共_{loan.months}_个月。",
        f"4. 贷款利率按月利率_{loan.rate}_‰计算，遇人民银行调整基准利率，本合同利率不变。按季结息，结息日为季末月20日。",
        "5. 乙方应于到期日一次归还本金。需要延期的，应在到期前十五日提出书面申请，经甲方同意后签订延期协议。",
        "6. 乙方未按期归还贷款本息，甲方有权对逾期本金按约定利率加收50%的利息，取消其信用户资格，并从其账户扣收。",
        "7. 甲方每半年至少检查一次贷款使用情况，乙方应如实说明并提供单据。",
        "8. 乙方同意甲方将本合同项下的信用信息报送征信系统，并在贷款存续期间查询本人信用报告。",
        "9. 因履行本合同引起的争议，提交青禾县人民法院处理。",
        "10. 本合同正本两份，甲乙双方各执一份，自双方签字之日起生效。",
    ):
        word.clause(text)
    word.say("")
    word.table(
        [
            ["甲方（盖章）\n\n负责人：田光明", f"乙方（签字）：{who.name}\n\n\n"],
            [f"经办人：{loan.officer}", f"签约日期：{padded_day(loan.start)}"],
        ],
        [78, 78],
        size=11,
    )
    return Paper(
        name="王建国信用借款合同.docx",
        data=word.data(),
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
            "purpose": loan.purpose,
            "term_months": loan.months,
            "start_date": day(loan.start),
            "end_date": day(loan.end),
            "rate": monthly(loan.rate),
            "guarantee_method": "信用",
            "sign_date": day(loan.start),
            "loan_officer": loan.officer,
        },
    )


def _word_table_contract(world: World) -> Paper:
    """张伟 of 柳河村: all facts in one table, clauses below."""
    loan = world.loan("zhangwei1")
    who, lender = loan.borrower, branch_name(loan.borrower)
    word = WordPaper(author="何晓燕", size=11)
    word.header("农户小额贷款借款合同（表格式）")
    word.title("农户小额贷款借款合同", 18)
    word.say(f"合同编号：{loan.contract_no}", align="right")
    word.table(
        [
            ["借款人（甲方）", who.name, "公民身份号码", who.number],
            ["户籍所在地", who.address, "联系电话", who.phone],
            ["贷款人（乙方）", lender, "客户经理", loan.officer],
            [
                "借款金额",
                f"人民币（大写）：{capitals(loan.contract_fen)}",
                "（小写）",
                f"￥{figures(loan.contract_fen)}",
            ],
            ["贷款方式", "信用", "借款用途", loan.purpose],
            ["借款期限", f"{loan.months}个月", "执行利率", f"月利率{loan.rate}‰"],
            ["起始日", year_month_day(loan.start), "到期日", year_month_day(loan.end)],
            ["还款方式", "按季付息，到期还本", "结息日", "每季末月20日"],
            ["放款账号", "0810120000090662", "支付方式", "☑自主支付  □受托支付"],
        ],
        [30, 52, 30, 48],
    )
    for text in (
        "一、甲方承诺上述资料真实有效，借款按约定用途使用，不转借、不挪用。",
        "二、乙方在甲方办妥借款手续后按上述约定放款。实际放款日、到期日以借据为准。",
        "三、甲方应按期支付利息、归还本金。逾期归还的，逾期期间在执行利率基础上加收50%罚息；挪用的加收100%。",
        "四、甲方出现欠息、涉诉、丧失劳动能力等可能影响还款的情况时，乙方有权要求提前还款或者补充担保。",
        "五、甲方住所和联系电话变更未告知乙方的，乙方按原地址寄送的文书视为送达。",
        "六、本合同争议由乙方住所地人民法院管辖。合同一式两份，自双方签字盖章之日起生效。",
    ):
        word.clause(text)
    word.say("")
    word.say(f"甲方（签字）：{who.name}                    乙方（盖章）：")
    word.say(f"签订日期：{year_month_day(loan.start)}                签订地点：{who.branch}营业室")
    return Paper(
        name="张伟借款合同（柳河村）.docx",
        data=word.data(),
        doc_type="loan_contract",
        language="zh",
        fields={
            "contract_no": loan.contract_no,
            "borrower": who.name,
            "id_number": who.number,
            "borrower_address": who.address,
            "phone": who.phone,
            "lender": lender,
            "loan_officer": loan.officer,
            "amount": cny(loan.contract_fen),
            "amount_words": capitals(loan.contract_fen),
            "guarantee_method": "信用",
            "purpose": loan.purpose,
            "term_months": loan.months,
            "start_date": day(loan.start),
            "end_date": day(loan.end),
            "rate": monthly(loan.rate),
            "sign_date": day(loan.start),
            "sign_place": f"{who.branch}营业室",
        },
    )


def _scanned_contract(world: World) -> Paper:
    """张伟 of 东湾村: a scan with a yearly rate and the due date beside the term."""
    loan = world.loan("zhangwei2")
    who, lender = loan.borrower, branch_name(loan.borrower)
    percent = yearly_percent(loan.rate)
    blank = pages.blank_line
    story: list[Flowable] = [
        pages.title("个人信用借款合同", 19),
        pages.line(f"协议号：{loan.contract_no}"),
        pages.line(f"贷款行：{blank(lender)}　　　电话：0300-6650077"),
        pages.line(
            f"借款申请人：{blank(who.name, 12)}　　　有效身份证件及号码：身份证 {blank(who.number)}"
        ),
        pages.line(f"通讯地址：{blank(who.address)}　　　手机：{blank(who.phone)}"),
        pages.gap(2),
        pages.clause("借款申请人向贷款行申请个人信用贷款，贷款行审查后同意贷款，双方约定："),
        pages.clause(
            f"一、贷款本金人民币{blank(wan(loan.contract_fen) + '万元')}（大写：{blank(capitals(loan.contract_fen))}）。"
        ),
        pages.clause(f"二、具体用途：{blank(loan.purpose)}。"),
        pages.clause(
            f"三、贷款期限{blank(f'{loan.months}个月')}，放款日{blank(dotted(loan.start))}，到期日{blank(dotted(loan.end))}。"
        ),
        pages.clause(
            f"四、固定利率，年利率{blank(f'{percent:f}%')}，利随本清前按季付息。罚息利率为合同利率上浮50%。"
        ),
        pages.clause("五、担保方式：信用。无须提供保证人或者抵押物。"),
        pages.clause(
            "六、借款申请人声明：无未了结的重大诉讼，无隐瞒的对外债务；贷款不用于购房首付、证券投资以及其他违反"
            "国家规定的用途。"
        ),
        pages.clause(
            "七、借款申请人应在贷款行开立结算账户（0830120000050418）用于收付款项，授权贷款行在还款日从该账户扣款。"
        ),
        pages.clause(
            "八、贷款行有权通过现场查看、电话回访等方式检查贷款使用情况，借款申请人应当配合。检查发现贷款被挪用的，"
            "贷款行有权立即收回贷款，并自挪用之日起按合同利率上浮100%计收利息。"
        ),
        pages.clause(
            "九、双方因本合同发生争议，应协商解决；协商不成，由贷款行所在地人民法院管辖。"
        ),
        pages.clause("十、本合同一式两份，双方各执一份，签字盖章后生效。"),
        pages.gap(8),
        pages.two_columns(
            [f"借款申请人：{who.name}", f"{dotted(loan.start)}"],
            ["贷款行（盖章）", f"客户经理：{loan.officer}　　{dotted(loan.start)}"],
        ),
    ]
    scans = scan_pages(
        pages.pdf(story, footer=""),
        [Scanner(seed=81, skew=2.4, shade=20, paper=248)],
        [Seal(1, 138, 196, UNION + who.branch, "合同专用章", turned=-9)],
    )
    return Paper(
        name="SCN_0011.pdf",
        data=image_pdf(scans, 58),
        doc_type="loan_contract",
        language="zh",
        fields={
            "contract_no": loan.contract_no,
            "borrower": who.name,
            "id_number": who.number,
            "borrower_address": who.address,
            "phone": who.phone,
            "lender": lender,
            "loan_officer": loan.officer,
            "amount": cny(loan.contract_fen),
            "amount_words": capitals(loan.contract_fen),
            "purpose": loan.purpose,
            "term_months": loan.months,
            "start_date": day(loan.start),
            "end_date": day(loan.end),
            "rate": yearly(percent),
            "guarantee_method": "信用",
            "sign_date": day(loan.start),
        },
    )


def _two_amounts(world: World) -> Paper:
    """马德福: 伍万元整 in words, 58,000.00 in figures."""
    loan = world.loan("madefu")
    who, lender = loan.borrower, branch_name(loan.borrower)
    word = WordPaper(author="罗敏", size=12)
    word.title("借 款 合 同", 22)
    word.say(f"合同编号：{loan.contract_no}")
    word.say(f"甲方（借款人）：_{who.name}_    身份证号码：_{who.number}_")
    word.say(f"家庭地址：_{who.address}_    电话：_{who.phone}_    配偶：_{who.spouse}_")
    word.say(f"乙方（贷款人）：_{lender}_")
    word.clause(f"甲方因_{loan.purpose}_缺少资金，向乙方申请信用贷款。经双方商定，签订如下合同：")
    for text in (
        f"第一条  借款金额：人民币（大写）_{capitals(loan.contract_fen)}_，（小写）￥_58,000.00_。",
        f"第二条  借款用途：_{loan.purpose}_。",
        f"第三条  借款期限：_12_个月，自_{year_month_day(loan.start)}_起，至_{year_month_day(loan.end)}_止。",
        f"第四条  借款利率：月利率_{loan.rate}_‰。逾期罚息为借款利率加收50%。",
        "第五条  结息方式：按季结息，每季末月的20日为结息日，本金到期一次还清。",
        "第六条  担保方式：信用。",
        "第七条  甲方应按约定用途使用借款，按期偿还本息，接受乙方检查；乙方应按约定时间和金额发放借款。",
        "第八条  一方违反本合同给对方造成损失的，应当赔偿。本合同金额的大写与小写不一致时，以大写为准。",
        "第九条  本合同经双方签字、盖章后生效，甲方一份，乙方两份。",
    ):
        word.clause(text)
    word.say("")
    word.say(f"甲方签字：{who.name}                  乙方盖章：")
    word.say(f"                                  经办人：{loan.officer}")
    word.say(f"签订日期：{year_month_day(loan.start)}")
    return Paper(
        name="马德福借款合同.docx",
        data=word.data(),
        doc_type="loan_contract",
        language="zh",
        fields={
            "contract_no": loan.contract_no,
            "borrower": who.name,
            "id_number": who.number,
            "borrower_address": who.address,
            "phone": who.phone,
            "spouse": who.spouse,
            "lender": lender,
            "loan_officer": loan.officer,
            "amount": cny(loan.contract_fen),
            "amount_words": capitals(loan.contract_fen),
            "purpose": loan.purpose,
            "term_months": loan.months,
            "start_date": day(loan.start),
            "end_date": day(loan.end),
            "rate": monthly(loan.rate),
            "guarantee_method": "信用",
            "sign_date": day(loan.start),
        },
        problems=("amount_words_mismatch",),
        outcome="held:needs_review",
    )


def _photographed(world: World) -> Paper:
    """周志强: one page, badly lit; the rate as 月息千分之."""
    loan = world.loan("zhouzhiqiang")
    who, lender = loan.borrower, branch_name(loan.borrower)
    story: list[Flowable] = [
        pages.title("信用贷款借款合同书", 19),
        pages.table(
            [
                ["合同号", loan.contract_no, "签订日期", year_month_day(loan.start)],
                ["借款人（全称）", who.name, "身份证号", who.number],
                ["住　所", who.address, "电　话", who.phone],
                ["贷款人（全称）", lender, "经办人", loan.officer],
                ["借款金额（大写）", capitals(loan.contract_fen), "￥", figures(loan.contract_fen)],
                ["借款种类", loan.product.name, "用　途", loan.purpose],
                ["利　率", f"月息千分之{loan.rate}", "期　限", "壹年"],
                ["起息日", dotted(loan.start), "终止日期", dotted(loan.end)],
            ],
            [31, 52, 24, 55],
            heights=10.5,
        ),
        pages.gap(3),
        pages.line("合同条款", 11),
        pages.clause("1、借款人保证按上列用途使用贷款，按季支付利息，到期归还全部本金。"),
        pages.clause(
            "2、借款人不按期归还贷款的，贷款人有权从逾期之日起加收百分之五十的罚息，并从借款人存款账户中扣还。"
        ),
        pages.clause(
            "3、借款人经营状况恶化、变卖主要农机具或者下落不明的，贷款人可以宣布贷款提前到期。"
        ),
        pages.clause(
            "4、贷款人应于合同签订后五日内足额发放贷款。未经借款人同意，不得将其资料用于与本贷款无关的用途。"
        ),
        pages.clause("5、借款人已阅读并理解全部条款，特别是加重其责任的条款，对此无异议。"),
        pages.clause("6、本合同由借款人签名、贷款人盖章后生效。一式贰份。"),
        pages.gap(8),
        pages.two_columns(
            [f"借款人：{who.name}（指印）", ""], ["贷款人：（公章）", "负责人：秦山"]
        ),
    ]
    scans = scan_pages(
        pages.pdf(story, footer=""),
        [Scanner(seed=91, skew=-2.9, shade=52, paper=243, noise=5, blur=0.8)],
        [Seal(1, 142, 186, UNION + who.branch, "合同专用章", turned=20)],
    )
    return Paper(
        name="IMG_20250812_153344.jpg",
        data=jpeg(scans[0], 52),
        doc_type="loan_contract",
        language="zh",
        fields={
            "contract_no": loan.contract_no,
            "borrower": who.name,
            "id_number": who.number,
            "borrower_address": who.address,
            "phone": who.phone,
            "lender": lender,
            "loan_officer": loan.officer,
            "amount": cny(loan.contract_fen),
            "amount_words": capitals(loan.contract_fen),
            "loan_type": loan.product.name,
            "purpose": loan.purpose,
            "term_months": loan.months,
            "start_date": day(loan.start),
            "end_date": day(loan.end),
            "rate": monthly(loan.rate),
            "sign_date": day(loan.start),
        },
    )


def _whose(world: World) -> Paper:
    """An inspection of 张伟 without number or village: it may be either."""
    loan = world.loan("zhangwei2")
    seen = loan.start + timedelta(days=22)
    word = WordPaper(author="许文斌", size=12)
    word.title("贷后检查表", 18)
    word.table(
        [
            ["借款人", "张伟", "检查日期", year_month_day(seen)],
            ["检查方式", "电话", "检查类型", "首次检查"],
            ["资金使用情况", "借款人称贷款已全部用于进货，票据待补。", "", ""],
            ["还款情况", "未到付息日。", "", ""],
            ["存在问题", "未见用途凭证。", "", ""],
            ["检查结论", "基本正常，七日内补交进货单据。", "", ""],
            ["检查人", "许文斌", "复核人", ""],
        ],
        [30, 55, 30, 45],
        spans=[(row, 1, row, 3) for row in range(2, 6)],
        size=12,
    )
    return Paper(
        name="贷后检查表_张伟.docx",
        data=word.data(),
        doc_type="inspection_report",
        language="zh",
        fields={
            "borrower": "张伟",
            "inspect_date": day(seen),
            "inspect_method": "电话",
            "problems": "未见用途凭证。",
            "conclusion": "基本正常，七日内补交进货单据。",
            "inspector": "许文斌",
        },
        outcome="held:household_ambiguous",
    )


def _stranger(world: World) -> Paper:
    """吴长顺 is in the ledger, but no contract of his has been filed."""
    loan = world.loan("wuchangshun")
    who, lender = loan.borrower, branch_name(loan.borrower)
    entry = world.notices(loan)[-1]
    owed, interest = loan.balance(entry.on), loan.arrears(entry.on)
    pay_by = entry.on + timedelta(days=15)
    story: list[Flowable] = [
        pages.title("到期（逾期）贷款催收通知单", 18),
        pages.right(f"编号：{entry.number}"),
        pages.table(
            [
                ["催收对象", who.name, "身份证号码", who.number],
                ["住　址", who.address, "合同编号", loan.contract_no],
                ["贷款金额（元）", figures(loan.amount_fen), "借据编号", loan.iou_no],
                ["贷款日期", dotted(loan.start), "到期日期", dotted(loan.end)],
                ["尚欠本金（元）", figures(owed), "尚欠利息（元）", figures(interest)],
            ],
            [30, 52, 30, 52],
            heights=11,
        ),
        pages.clause(
            f"上述贷款已经逾期，经多次催收至今未还。请你于{year_month_day(pay_by)}前将所欠贷款本息一次还清。"
            "拒不归还的，我社将申请人民法院强制执行。",
            12,
        ),
        pages.gap(4),
        pages.right(f"{lender}", 12),
        pages.right(f"{chinese_day(entry.on)}", 12),
        pages.gap(8),
        pages.line("签收回执", 12),
        pages.table(
            [["签收人签字", " ", "签收日期", " "], ["送达方式", "邮寄", "送达人", loan.officer]],
            [30, 52, 30, 52],
            heights=13,
        ),
    ]
    scans = scan_pages(
        pages.pdf(story, footer=""),
        [Scanner(seed=95, skew=-1.3, shade=18)],
        [Seal(1, 148, 132, UNION + who.branch, turned=3)],
    )
    return Paper(
        name="SCN_0012.pdf",
        data=image_pdf(scans, 58),
        doc_type="collection_notice",
        language="zh",
        fields={
            "notice_no": entry.number,
            "borrower": who.name,
            "id_number": who.number,
            "borrower_address": who.address,
            "contract_no": loan.contract_no,
            "iou_no": loan.iou_no,
            "lender": lender,
            "amount": cny(loan.amount_fen),
            "balance": cny(owed),
            "interest_arrears": cny(interest),
            "start_date": day(loan.start),
            "end_date": day(loan.end),
            "notice_date": day(entry.on),
            "pay_by": day(pay_by),
        },
        outcome="held:household_unknown",
    )
