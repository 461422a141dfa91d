"""Lays out the review opinion: what is known, what the reviewer ticks, the decision."""

from __future__ import annotations

from templates.build.appendix import appendix
from templates.build.blocks import Cell, paragraph, table, when
from templates.build.by_hand import Column, facts, listed
from templates.build.forms import signatures
from templates.build.package import Page, document

_TITLE = "贷款审查意见书"


def layout(_language: str) -> bytes:
    """Return the template."""
    body = [
        paragraph("{{ institution }}", "TitleAbove"),
        paragraph(_TITLE, "Title"),
        paragraph(
            "【草稿，待审定】台账和户档情况截至{{ as_of|年月日 }}，按{{ known_on|年月日 }}前入账情况填列；"
            "申请事项和审查意见由审查人填写。",
            "Draft",
        ),
        facts(
            [
                [("申请人", "{{ borrower }}"), ("证件号码", "{{ id_number }}")],
                [("户号", "{{ household_number }}"), ("所在村组", "{{ village }}")],
                [("经办机构", "{{ unit }}"), ("管户经理", "{{ manager }}")],
                [("申请业务", ""), ("申请金额", "＿＿＿＿元（大写：＿＿＿＿＿＿）")],
                [("申请期限", "＿＿个月"), ("担保方式", "□信用 □保证 □联保 □抵押 □质押")],
                [("申请用途", "")],
            ],
            (24, 40, 24, 66),
        ),
        paragraph("一、现有贷款", "FormHeading"),
        *when("loans", [_loans()]),
        *when("not loans", [paragraph("申请人在本社没有未结清贷款。", "Note")]),
        paragraph("该户贷款余额合计{{ exposure|元 }}元。", "TableText"),
        paragraph("二、放款前应有而未归档的资料", "FormHeading"),
        *when("papers", [_papers()]),
        *when("not papers", [paragraph("应有资料已全部归档。", "Note")]),
        paragraph("三、审查事项", "FormHeading"),
        _items(),
        paragraph("四、审查结论", "FormHeading", keep=True),
        facts(
            [
                [("审查意见", "□同意  □有条件同意  □不同意  □补充资料后再审")],
                [("建议金额", "＿＿＿＿元（大写：＿＿＿＿）"), ("期限和利率", "＿＿个月　利率＿＿＿")],
                [("还款方式", "□利随本清 □按期结息 □分期"), ("支付方式", "□受托支付  □自主支付")],
                [("限制性条件", "\n\n")],
                [("主要风险和\n防控措施", "\n\n")],
            ],
            (26, 60, 24, 44),
            keep=5,
        ),
        paragraph("", "Note", keep=True),
        signatures(
            ("审查人（签字）：", "部门负责人（签字）：", "有权审批人（签字）："), "zh",
            width_mm=154,
        ),
        paragraph("贷审会表决（需上会的）：□同意＿＿票  □不同意＿＿票  □复议　会议日期：＿＿＿＿　"
                  "主持人：＿＿＿＿　审查部门：{{ department }}", "Note"),
        *appendix("zh"),
    ]  # fmt: skip
    page = Page(
        language="zh",
        title=_TITLE,
        header=("{{ institution }}", f"{_TITLE}  户号{{{{ household_number }}}}"),
        form=True,
    )
    return document(page, body)


def _loans() -> str:
    return listed(
        "loans",
        [
            Column("借据编号", "{{ one.number }}", 38),
            Column("业务品种", "{{ one.product }}", 30),
            Column("担保方式", "{{ one.guarantee }}", 18, "SmallCentre"),
            Column("余额（元）", "{{ one.balance|元 }}", 26, "SmallNumber"),
            Column("到期日", "{{ one.due_on|短日期 }}", 22, "SmallCentre"),
            Column("逾期天数", "{{ one.days|cell }}", 10, "SmallNumber"),
            Column("分类", "{{ one.class_name }}", 10, "SmallCentre"),
        ],
    )


def _papers() -> str:
    return listed(
        "papers",
        [
            Column("序号", "{{ one.number }}", 12, "SmallCentre"),
            Column("资料名称", "{{ one.title }}", 62),
            Column("状态", "{{ one.state }}", 20, "SmallCentre"),
            Column("补齐期限（审查人填写）", "", 60),
        ],
    )


def _items() -> str:
    heads = ("序号", "审查事项", "台账和户档已知情况", "审查意见")
    tag = "{%tr for one in items %}"
    return table(
        (11, 28, 79, 36),
        [[Cell(head, "SmallHead") for head in heads]],
        [
            [Cell(tag, span=4)],
            [
                Cell("{{ one.number }}", "SmallCentre"),
                Cell("{{ one.title }}", "SmallText"),
                Cell("{{ one.known.text }}", "SmallText"),
                Cell("□符合 □不符合 □待补\n说明：", "SmallText"),
            ],
            [Cell("{%tr endfor %}", span=4)],
        ],
    )
