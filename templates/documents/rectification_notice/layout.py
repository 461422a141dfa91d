"""Lays out the notice of rectification, and the reply on a page of its own."""

from __future__ import annotations

from templates.build.appendix import appendix
from templates.build.blocks import Cell, for_each_row, paragraph, table, when
from templates.build.by_hand import FULL, Column, facts, listed
from templates.build.forms import receipt_heading, signatures
from templates.build.package import Page, document

_TITLE = "限期整改通知书"
_NUMBER = "编号：{{ notice_no }}"


def layout(_language: str) -> bytes:
    """Return the template."""
    body = [
        paragraph("{{ institution }}", "TitleAbove"),
        paragraph(_TITLE, "Title"),
        paragraph("【草稿，待签发】按{{ known_on|年月日 }}前登记的检查情况填列。", "Draft"),
        paragraph(_NUMBER, "NumberLine"),
        paragraph("{{ whom }}：", "LetterFlush"),
        paragraph(
            "经{{ basis }}{% if score is none %}{% else %}（得分{{ score }}分，"
            "合格标准{{ pass_score }}分）{% endif %}，发现下列问题。请于{{ deadline|年月日 }}前"
            "整改完毕，逐项落实责任人，"
            "并将整改回复和证明材料报送我部；到期复查不合格的，按规定追究责任。",
            "LetterText",
        ),
        paragraph("一、存在的问题和整改要求", "FormHeading"),
        listed(
            "problems",
            [
                Column("序号", "{{ one.number }}", 11, "SmallCentre"),
                Column("存在的问题", "{{ one.text }}", 50),
                Column(
                    "扣分",
                    "{% if one.lost is none %}{% else %}{{ one.lost }}{% endif %}",
                    12,
                    "SmallCentre",
                ),
                Column("依据制度", "{{ one.rule }}", 30),
                Column("涉及借据", "{{ one.loans }}", 25),
                Column("整改要求", "", 26),
            ],
            empty=3,
        ),
        *when(
            "loans",
            [paragraph("二、涉及贷款（单位：元）", "FormHeading"), _loans()],
        ),
        *when(
            "fine is not none",
            [
                paragraph(
                    "检查得分低于{{ pass_score }}分，建议扣减该单位发展费用{{ fine|元 }}元"
                    "（大写：{{ fine|大写 }}）；是否执行以审批意见为准："
                    "□同意  □不同意　签批：＿＿＿＿",
                    "TableText",
                )
            ],
        ),
        paragraph(
            "整改责任人：{{ person }}　　整改期限：{{ deadline|年月日 }}", "TableText", keep=True
        ),
        paragraph("{{ department }}（盖章）", "LetterSign", keep=True),
        paragraph("签发人：＿＿＿＿", "LetterSign", keep=True),
        paragraph(
            "{% if issued_on is none %}＿＿＿年＿＿月＿＿日{% else %}{{ issued_on|年月日 }}"
            "{% endif %}",
            "LetterSign",
        ),
        *when(
            "steps",
            [paragraph("办理情况（{{ state }}）", "FormLabel"), _steps()],
        ),
        *receipt_heading("限期整改回复单", "zh", page_break=True)[:-1],
        paragraph(f"整改通知书{_NUMBER}", "NumberLine"),
        paragraph("{{ department }}：", "LetterFlush"),
        paragraph(
            "对{{ basis }}发现的问题，我单位整改情况回复如下：", "LetterText"
        ),
        _reply(),
        paragraph("", "Note"),
        facts([[("未完成事项的\n原因和计划", "\n\n")], [("责任追究情况", "\n")]],
              (34, FULL - 34)),
        paragraph("", "Note", keep=True),
        signatures(("整改责任人（签字）：", "单位负责人（签字、盖章）："), "zh", width_mm=FULL),
        paragraph("复查意见（由通知部门填写）", "FormHeading", keep=True),
        facts(
            [
                [("复查结果", "□合格，销号  □不合格，再限期至＿＿＿年＿＿月＿＿日")],
                [("复查情况", "\n")],
                [("复查人", "（签字）　　　　　年　　月　　日")],
            ],
            (34, FULL - 34),
        ),
        *appendix("zh"),
    ]  # fmt: skip
    page = Page(
        language="zh",
        title=_TITLE,
        header=("{{ institution }}", f"{_TITLE}  {{% if whom %}}{{{{ whom }}}}{{% endif %}}"),
        form=True,
    )
    return document(page, body)


def _loans() -> str:
    return listed(
        "loans",
        [
            Column("借据编号", "{{ one.number }}", 40),
            Column("借款人", "{{ one.borrower }}", 36),
            Column("余额", "{{ one.balance|元 }}", 30, "SmallNumber"),
            Column("分类", "{{ one.class_name }}", 20, "SmallCentre"),
            Column("管户经理", "{{ one.manager }}", 28, "SmallCentre"),
        ],
    )


def _steps() -> str:
    return listed(
        "steps",
        [
            Column("日期", "{{ one.on|短日期 }}", 24, "SmallCentre"),
            Column("环节", "{{ one.step }}", 26, "SmallCentre"),
            Column("情况", "{{ one.said }}", 78),
            Column("办理人", "{{ one.by }}", 26, "SmallCentre"),
        ],
    )


def _reply() -> str:
    heads = ("序号", "存在的问题", "整改情况和证明材料", "完成日期", "责任人")
    row: list[Cell | str] = [
        Cell("{{ one.number }}", "SmallCentre"), Cell("{{ one.text }}", "SmallText"),
        Cell("\n", "SmallText"), Cell("", "SmallCentre"), Cell("", "SmallCentre"),
    ]  # fmt: skip
    blank: list[Cell | str] = [Cell("\n", "SmallText"), *[Cell("", "SmallText")] * 4]
    return table(
        (11, 50, 51, 22, 20),
        [[Cell(head, "SmallHead") for head in heads]],
        [
            *for_each_row("problems", row),
            [Cell("{%tr if not problems %}", span=5)],
            blank,
            blank,
            [Cell("{%tr endif %}", span=5)],
        ],
    )
