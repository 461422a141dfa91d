"""Lays out the classification sheet: the loan, the rules that apply, who says what."""

from __future__ import annotations

from templates.build.appendix import appendix
from templates.build.blocks import Cell, paragraph, table, when
from templates.build.by_hand import FULL, Column, facts, listed
from templates.build.forms import signatures
from templates.build.package import Page, document

_TITLE = "贷款风险分类认定表"
_CLASSES = "□正常  □关注  □次级  □可疑  □损失"
_THREE = (24, 27, 24, 27, 24, 28)


def layout(_language: str) -> bytes:
    """Return the template."""
    body = [
        paragraph("{{ institution }}", "TitleAbove"),
        paragraph(_TITLE, "Title"),
        paragraph(
            "【草稿，待认定】分类时点{{ as_of|年月日 }}，按{{ known_on|年月日 }}前入账情况填列。",
            "Draft",
        ),
        facts(
            [
                [("借款人", "{{ borrower }}"), ("证件号码", "{{ id_number }}")],
                [("户号", "{{ household_number }}"), ("经办机构", "{{ unit }}")],
                [("借据编号", "{{ loan_number }}"), ("合同编号", "{{ contract_no }}")],
                [("业务品种", "{{ product }}"), ("担保方式", "{{ guarantee }}")],
                [("发放日", "{{ granted_on|年月日 }}"), ("到期日", "{{ due_on|年月日 }}")],
            ],
            (24, 53, 24, 53),
        ),
        paragraph("一、债务情况", "FormHeading"),
        facts(
            [
                [("借据金额", "{{ amount|元 }}"), ("余额", "{{ balance|元 }}"),
                 ("逾期天数", "{{ days_overdue }}")],
                [("表内欠息", "{{ arrears_in|元 }}"), ("表外欠息", "{{ arrears_off|元 }}"),
                 ("管户经理", "{{ manager }}")],
                [("上期分类", "{{ previous_class }}"), ("现分类", "{{ loan_class }}"),
                 ("认定日期", "{{ class_on|短日期 }}")],
            ],
            _THREE,
        ),
        *when(
            "securities",
            [
                paragraph("抵（质）押物（价值单位：元）", "FormLabel"),
                listed(
                    "securities",
                    [
                        Column("名称", "{{ one.name }}", 62),
                        Column("登记价值", "{{ one.value|元 }}", 32, "SmallNumber"),
                        Column("变现能力（分类人判断）", "□强 □一般 □弱", 60, "SmallCentre"),
                    ],
                ),
            ],
        ),
        paragraph("二、规则初分（{{ table }}）", "FormHeading"),
        *when("reasons", [_reasons()]),
        *when("not reasons", [paragraph("没有触发正常类以下的规则。", "TableText")]),
        paragraph(
            "按规则初分为：{{ suggested_class }}。{% if differs %}与现分类不一致，"
            "须调整或说明从优理由。{% else %}与现分类一致。{% endif %}"
            "{% if approved_by %}从优审批：{{ approved_by }}，"
            "理由：{{ approval_reason }}。{% endif %}",
            "TableText",
        ),
        paragraph("三、分类因素", "FormHeading"),
        facts(
            [
                [("历次分类", "{{ history }}")],
                [("财务因素", "{{ financial }}")],
                [("非财务因素", "{{ other }}")],
                [("还款意愿和记录", "□良好  □一般  □恶意拖欠　说明：＿＿＿＿＿＿")],
                [("担保因素", "□足值有效  □不足  □失效　说明：＿＿＿＿＿＿")],
            ],
            (34, FULL - 34),
        ),
        paragraph("四、初分、审查和认定", "FormHeading", keep=True),
        _stages(),
        paragraph("", "Note", keep=True),
        signatures(
            ("分类人（签字）：", "审查人（签字）：", "认定小组组长（签字）："), "zh", width_mm=FULL
        ),
        *appendix("zh"),
    ]  # fmt: skip
    page = Page(
        language="zh",
        title=_TITLE,
        header=("{{ institution }}", f"{_TITLE}  借据{{{{ loan_number }}}}"),
        form=True,
    )
    return document(page, body)


def _reasons() -> str:
    return listed(
        "reasons",
        [
            Column("序号", "{{ one.number }}", 12, "SmallCentre"),
            Column("适用的规则和事实", "{{ one.text }}", 74),
            Column("最高可划", "{{ one.grade }}", 20, "SmallCentre"),
            Column("依据", "{{ one.source }}", 48),
        ],
    )


def _stages() -> str:
    heads = [Cell(text, "TableHead") for text in ("环节", "分类结果", "理由", "办理人", "日期")]
    tag = "{%tr for one in stages %}"
    return table(
        (20, 32, 54, 22, 26),
        [heads],
        [
            [Cell(tag, span=5)],
            [
                Cell("{{ one.title }}", "TableLabel"),
                Cell("{{ one.class_name }}", "TableCentre"),
                Cell("{{ one.why }}", "TableText"),
                Cell("{{ one.by }}", "TableCentre"),
                Cell("{{ one.on|短日期 }}", "TableCentre"),
            ],
            [Cell("{%tr endfor %}", span=5)],
            [
                Cell("认定", "TableLabel"),
                Cell(_CLASSES + "\n认定意见：\n\n参加认定人员：", "TableText", span=4),
            ],
        ],
        keep=4,
    )
