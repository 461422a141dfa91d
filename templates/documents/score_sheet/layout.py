"""Lays out a filled sheet of points with its total, grade and consequences."""

from __future__ import annotations

from templates.build.appendix import appendix
from templates.build.blocks import Cell, paragraph, table, when
from templates.build.by_hand import FULL, facts
from templates.build.forms import signatures
from templates.build.package import Page, document

_HEADS = ("项目", "检查内容", "标准分", "扣分", "扣分原因", "依据", "涉及借据")
_WIDTHS = (10, 36, 10, 10, 32, 28, 28)


def layout(_language: str) -> bytes:
    """Return the template."""
    body = [
        paragraph("{{ institution }}", "TitleAbove"),
        paragraph("{{ title }}", "Title"),
        paragraph("【草稿，待审定】按{{ known_on|年月日 }}前登记的检查扣分明细填列。", "Draft"),
        facts(
            [
                [("被检查单位（人）", "{{ whom }}"), ("检查日期", "{{ on|年月日 }}")],
                [("检查人", "{{ inspectors }}")],
            ],
            (34, 43, 26, 51),
        ),
        paragraph("", "Note"),
        _items(),
        paragraph("", "Note"),
        facts(
            [
                [("检查得分", "{{ total }}分（等次：{{ grade }}）"),
                 ("合格标准", "{{ pass_score }}分")],
                [("上次得分", "{% if before is none %}首次检查{% else %}{{ before }}分"
                             "（{{ before_on|年月日 }}）{% endif %}"),
                 ("表上得分", "{% if stated is none %}与本表一致{% else %}{{ stated }}分，"
                             "与扣分明细不符，请核对{% endif %}")],
                [("检查评价", "{{ remark }}")],
            ],
            (26, 51, 26, 51),
        ),
        *when(
            "not passed",
            [
                paragraph(
                    "得分低于{{ pass_score }}分。建议：{% if fine is none %}{% else %}"
                    "扣减该单位发展费用{{ fine|元 }}元（大写：{{ fine|大写 }}）；{% endif %}"
                    "下发限期整改通知书，{{ deadline|年月日 }}前整改完毕；"
                    "对责任人按规定处理。处理以审批意见为准。",
                    "TableText",
                )
            ],
        ),
        paragraph("审批意见：", "FormLabel", keep=True),
        paragraph("", "Note", keep=True),
        signatures(
            ("检查人（签字）：", "受检单位（签字）：", "审批人（签字）："), "zh",
            width_mm=FULL,
        ),
        *appendix("zh"),
    ]  # fmt: skip
    page = Page(
        language="zh",
        title="检查评分表",
        header=("{{ institution }}", "{{ title }}  {{ whom }}"),
        form=True,
    )
    return document(page, body)


def _items() -> str:
    def tag(text: str) -> list[Cell | str]:
        return [Cell(text, span=7)]

    rows: list[list[Cell | str]] = [
        tag("{%tr for group in groups %}"),
        [Cell("{{ group.title }}", "TableGroup", span=7)],
        tag("{%tr for one in group.items %}"),
        [
            Cell("{{ one.code }}", "SmallCentre"),
            Cell("{{ one.title }}", "SmallText"),
            Cell("{{ one.points }}", "SmallCentre"),
            Cell("{% if one.lost is none %}{% else %}{{ one.lost }}{% endif %}", "SmallCentre"),
            Cell("{{ one.fault }}", "SmallText"),
            Cell("{{ one.rule }}", "SmallText"),
            Cell("{{ one.loans }}", "SmallText"),
        ],
        tag("{%tr endfor %}"),
        tag("{%tr endfor %}"),
        [
            Cell("合    计", "SmallHead", span=2),
            Cell("100", "SmallCentre"),
            Cell("{{ lost }}", "SmallCentre"),
            Cell("得分：{{ total }}", "SmallText", span=3),
        ],
    ]
    return table(_WIDTHS, [[Cell(head, "SmallHead") for head in _HEADS]], rows)
