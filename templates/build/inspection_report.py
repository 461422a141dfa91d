"""Lays out the post-loan inspection report in Chinese: a form with boxes for the inspector."""

from __future__ import annotations

from templates.build.appendix import appendix
from templates.build.blocks import Cell, each, for_each_row, paragraph, table, when
from templates.build.package import Page, document
from templates.formats import BLANK

_FULL = 154


def inspection_report() -> bytes:
    """Return the template."""
    body = [
        paragraph("{{ institution }}", "TitleAbove"),
        paragraph("贷后检查报告", "Title"),
        paragraph(
            "【草稿，待审定】台账数据截至{{ as_of|年月日 }}，按{{ known_on|年月日 }}前入账情况填列；"
            "空白处由检查人现场核实后填写。",
            "Draft",
        ),
        _header(),
        paragraph("一、贷款情况", "FormHeading"),
        paragraph("单位：元", "Unit"),
        _loans(),
        paragraph(
            "本次检查借据：{{ loan_number }}，借据金额{{ loan_amount|元 }}元（大写：{{ amount_in_words }}），"
            "余额{{ loan_balance|元 }}元。",
            "Note",
        ),
        paragraph("二、贷款用途", "FormHeading"),
        _form(
            [
                ("合同约定用途", "{{ purpose }}"),
                ("实际用途", ""),
                ("资金去向", f"收款人：{BLANK}　金额：{BLANK}　日期：{BLANK}"),
                ("用途凭证", "□发票  □收据  □购销合同  □银行流水  □其他：＿＿＿＿"),
                ("是否与合同一致", "□一致  □不一致（说明）：＿＿＿＿＿＿＿＿"),
            ]
        ),
        paragraph("三、借款人情况", "FormHeading"),
        _form(
            [
                ("家庭及人员变动", ""),
                ("生产经营情况", f"项目：{BLANK}　规模：{BLANK}　存栏（库存）：{BLANK}"),
                ("收入和还款来源", ""),
                ("他行负债和对外担保", ""),
                ("重大事项", ""),
            ]
        ),
        paragraph("四、担保情况", "FormHeading"),
        _form(
            [
                ("保证人（联保人）", "{{ guarantors }}"),
                ("保证人现状\n和代偿意愿", ""),
            ]
        ),
        *when("collateral", [paragraph("抵（质）押物（价值单位：万元）", "Unit"), _collateral()]),
        *when("not collateral", [paragraph("台账中没有登记抵（质）押物。", "Note")]),
        paragraph("五、还本付息情况", "FormHeading"),
        *each("repayment", "FormText"),
        _arrears(),
        paragraph("六、风险信号和存在问题", "FormHeading"),
        *when(
            "signals",
            [
                paragraph("台账反映的信号：", "FormText"),
                *each("signals", "FormText", "● {{ one.text }}"),
            ],
        ),
        *when("not signals", [paragraph("台账数据没有反映出风险信号。", "FormText")]),
        paragraph(f"现场发现的问题：{BLANK}{BLANK}{BLANK}{BLANK}", "FormText"),
        paragraph("七、检查结论和处理意见", "FormHeading", keep=True),
        _conclusion(),
        paragraph("", "Note", keep=True),
        _signatures(),
        *appendix("zh"),
    ]
    page = Page(
        language="zh",
        title="贷后检查报告",
        header=("{{ institution }}", "贷后检查报告  借据{{ loan_number }}"),
        form=True,
    )
    return document(page, body)


def _form(rows: list[tuple[str, str]]) -> str:
    return table(
        (38, _FULL - 38),
        [],
        [[Cell(label, "TableLabel"), Cell(value, "TableText")] for label, value in rows],
    )


def _header() -> str:
    def pair(label: str, value: str) -> list[Cell | str]:
        return [Cell(label, "TableLabel"), Cell(value, "TableText")]

    return table(
        (26, 51, 26, 51),
        [],
        [
            pair("借款人", "{{ borrower }}") + pair("证件号码", "{{ id_number }}"),
            pair("户号", "{{ household_number }}") + pair("所在村组", "{{ village }}"),
            pair("经办机构", "{{ unit }}") + pair("管户经理", "{{ manager }}"),
            pair("检查类型", "{{ kind }}") + pair("检查方式", "□现场  □非现场"),
            pair("检查日期", "＿＿＿年＿＿月＿＿日") + pair("检查地点", BLANK),
            pair("上次检查日期", "{{ last_inspected_on }}")
            + pair("上次检查结果", "{{ last_result }}"),
        ],
    )


def _loans() -> str:
    row: list[Cell | str] = [
        Cell("{{ one.number }}\n{{ one.contract_no }}", "SmallText"),
        Cell("{{ one.product }}", "SmallText"),
        Cell("{{ one.guarantee }}", "SmallCentre"),
        Cell("{{ one.amount|元 }}", "SmallNumber"),
        Cell("{{ one.balance|元 }}", "SmallNumber"),
        Cell("{{ one.granted_on|short }}\n{{ one.due_on|short }}", "SmallCentre"),
        Cell("{{ one.rate }}", "SmallCentre"),
    ]
    heads = (
        "借据编号\n合同编号",
        "业务\n品种",
        "担保\n方式",
        "金额",
        "余额",
        "发放日\n到期日",
        "利率",
    )
    head: list[Cell | str] = [Cell(text, "SmallHead") for text in heads]
    return table((36, 19, 12, 22, 22, 21, 22), [head], for_each_row("loans", row))


def _collateral() -> str:
    row: list[Cell | str] = [
        Cell("{{ one.name }}", "SmallText"),
        Cell("{{ one.owner }}", "SmallCentre"),
        Cell("{{ one.title_no }}", "SmallText"),
        Cell("{{ one.register_no }}", "SmallText"),
        Cell("{{ one.value }}", "SmallNumber"),
        Cell("{{ one.insured_until|short }}", "SmallCentre"),
        Cell("", "SmallText"),
    ]
    heads = ("名称（坐落）", "权属人", "权证号", "登记证明号", "价值", "保险到期", "现状\n（现场）")
    head: list[Cell | str] = [Cell(text, "SmallHead") for text in heads]
    return table((30, 16, 29, 29, 14, 19, 17), [head], for_each_row("collateral", row))


def _arrears() -> str:
    return table(
        (20, 31, 20, 31, 20, 32),
        [],
        [
            [
                Cell("逾期天数", "TableLabel"), Cell("{{ days_overdue }}", "TableCentre"),
                Cell("表内欠息", "TableLabel"), Cell("{{ arrears_in }}", "TableNumber"),
                Cell("表外欠息", "TableLabel"), Cell("{{ arrears_off }}", "TableNumber"),
            ],
            [
                Cell("催收情况", "TableLabel"),
                Cell(f"时间：{BLANK}　方式：{BLANK}　结果：{BLANK}", "TableText", span=5),
            ],
        ],
    )  # fmt: skip


def _conclusion() -> str:
    return table(
        (38, 39, 38, 39),
        [],
        [
            [
                Cell("当前分类（账面）", "TableLabel"),
                Cell("{{ loan_class }}", "TableCentre"),
                Cell("认定日期", "TableLabel"),
                Cell("{{ class_on }}", "TableCentre"),
            ],
            [
                Cell("上期分类", "TableLabel"),
                Cell("{{ previous_class }}", "TableCentre"),
                Cell("建议分类", "TableLabel"),
                Cell(BLANK, "TableCentre"),
            ],
            [Cell("检查结论", "TableLabel"), Cell("\n\n", "TableText", span=3)],
            [Cell("处理意见和措施", "TableLabel"), Cell("\n\n", "TableText", span=3)],
            [
                Cell("整改期限", "TableLabel"),
                Cell("＿＿年＿＿月＿＿日", "TableCentre"),
                Cell("整改责任人", "TableLabel"),
                Cell(BLANK, "TableCentre"),
            ],
        ],
        keep=2,
    )


def _signatures() -> str:
    def sign(role: str) -> Cell:
        return Cell(f"{role}（签字）：\n      年   月   日", "SignLine")

    return table(
        (51, 51, 52),
        [],
        [[sign("检查人"), sign("检查人"), sign("部门负责人")]],
        borders=False,
    )
