"""Lays out the monthly report on post-loan work."""

from __future__ import annotations

from templates.build.appendix import appendix
from templates.build.blocks import Cell, each, for_each_row, paragraph, table, when
from templates.build.by_hand import FULL, Column, listed
from templates.build.chart_look import Look
from templates.build.forms import signatures
from templates.build.package import Page, document
from templates.build.pictures import chart

_TITLE = "贷后管理月报"


def layout(_language: str) -> bytes:
    """Return the template."""
    body = [
        paragraph("{{ institution }}", "TitleAbove"),
        paragraph("{{ month }}贷后管理月报", "Title"),
        paragraph(
            "【草稿，待审定】{% if scope %}{{ scope }}；{% endif %}数据截至{{ as_of|年月日 }}，"
            "按{{ known_on|年月日 }}前入账情况统计。填报部门：{{ department }}",
            "Draft",
        ),
        paragraph("一、贷款质量", "FormHeading"),
        *each("overview", "FormText"),
        _measures(),
        *chart("balances", Look(kind="column", height_mm=55), "zh"),
        *when("units", [paragraph("各机构情况（金额单位：万元）", "FormLabel"), _units()]),
        paragraph("二、贷后检查", "FormHeading"),
        *each("inspections", "FormText"),
        *when("officers", [_officers()]),
        *when("late", [paragraph("超过应检查日的贷款（最早到期的在前，单位：元）", "FormLabel"), _late(),
                       paragraph("共{{ late_count|cell }}笔，逐笔见贷后检查登记簿。", "Note")]),
        paragraph("三、逾期和欠息", "FormHeading"),
        *each("overdue", "FormText"),
        *when("new_overdue", [paragraph("本月新增逾期贷款（余额大的在前，单位：元）", "FormLabel"),
                              _new_overdue()]),
        *chart("recoveries", Look(kind="column", series=2, height_mm=55), "zh"),
        paragraph("四、风险分类变动", "FormHeading"),
        *each("classes", "FormText"),
        *when("moves", [paragraph("分类迁徙（单位：万元）", "FormLabel"), _moves()]),
        paragraph("五、风险预警和整改", "FormHeading"),
        *each("warned", "FormText"),
        *when("warnings", [_warnings()]),
        paragraph("六、到期贷款", "FormHeading"),
        *each("maturities", "FormText"),
        paragraph("七、存在的问题", "FormHeading"),
        paragraph("＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿", "FormText"),
        paragraph("八、{{ next_month }}工作安排", "FormHeading"),
        # The places to sign stay with what they answer for.
        paragraph("{%p for one in work %}", "FormText"),
        paragraph("{{ loop.index }}. {{ one.text }}", "FormText", keep=True),
        paragraph("{%p endfor %}", "FormText"),
        paragraph("", "Note", keep=True),
        signatures(
            ("填报人（签字）：", "部门负责人（签字）：", "分管领导（签字）："), "zh", width_mm=FULL
        ),
        *appendix("zh"),
    ]  # fmt: skip
    page = Page(
        language="zh",
        title=_TITLE,
        header=("{{ institution }}", "{{ month }}贷后管理月报"),
        form=True,
    )
    return document(page, body)


def _measures() -> str:
    return listed(
        "measures",
        [
            Column("指标", "{{ one.title }}", 50),
            Column("单位", "{{ one.unit }}", 16, "SmallCentre"),
            Column("上月末", "{{ one.before|cell }}", 29, "SmallNumber"),
            Column("本月末", "{{ one.now|cell }}", 29, "SmallNumber"),
            Column("增减", "{{ one.change|change }}", 30, "SmallNumber"),
        ],
    )


def _units() -> str:
    return listed(
        "units",
        [
            Column("机构", "{{ one.name }}", 40),
            Column("贷款余额", "{{ one.balance|cell }}", 26, "SmallNumber"),
            Column("逾期贷款", "{{ one.overdue|cell }}", 24, "SmallNumber"),
            Column("不良贷款", "{{ one.bad|cell }}", 24, "SmallNumber"),
            Column("应检查", "{{ one.due|cell }}", 20, "SmallNumber"),
            Column("已检查", "{{ one.done|cell }}", 20, "SmallNumber"),
        ],
    )


def _officers() -> str:
    row: list[Cell | str] = [
        Cell("{{ one.name }}", "SmallText"), Cell("{{ one.due|cell }}", "SmallNumber"),
        Cell("{{ one.done|cell }}", "SmallNumber"), Cell("{{ one.missed|cell }}", "SmallNumber"),
        Cell("{{ one.rate|cell }}", "SmallNumber"),
    ]  # fmt: skip
    total: list[Cell | str] = [
        Cell("合    计", "SmallHead"), Cell("{{ due|cell }}", "SmallNumber"),
        Cell("{{ done|cell }}", "SmallNumber"), Cell("{{ missed|cell }}", "SmallNumber"),
        Cell("{{ rate|cell }}", "SmallNumber"),
    ]  # fmt: skip
    heads = ("管户经理", "应检查（次）", "按期检查（次）", "未按期（次）", "完成率（%）")
    return table(
        (42, 28, 28, 28, 28),
        [[Cell(head, "SmallHead") for head in heads]],
        [*for_each_row("officers", row), total],
    )


def _late() -> str:
    return listed(
        "late",
        [
            Column("借据编号", "{{ one.number }}", 32),
            Column("借款人", "{{ one.borrower }}", 34),
            Column("经办机构", "{{ one.unit }}", 26),
            Column("管户经理", "{{ one.manager }}", 18, "SmallCentre"),
            Column("余额", "{{ one.balance|元 }}", 22, "SmallNumber"),
            Column("应检查日", "{{ one.due_on|短日期 }}", 22, "SmallCentre"),
        ],
    )


def _new_overdue() -> str:
    return listed(
        "new_overdue",
        [
            Column("借据编号", "{{ one.number }}", 32),
            Column("借款人", "{{ one.borrower }}", 32),
            Column("经办机构", "{{ one.unit }}", 24),
            Column("管户经理", "{{ one.manager }}", 18, "SmallCentre"),
            Column("余额", "{{ one.balance|元 }}", 22, "SmallNumber"),
            Column("逾期天数", "{{ one.days|cell }}", 13, "SmallNumber"),
            Column("分类", "{{ one.class_name }}", 13, "SmallCentre"),
        ],
    )


def _moves() -> str:
    names = ("normal", "mention", "substandard", "doubtful", "loss", "unclassified", "repaid")
    heads = ("期末正常", "关注", "次级", "可疑", "损失", "未分类", "本月收回")
    return listed(
        "moves",
        [
            Column("期初分类", "{{ one.title }}", 20, "SmallCentre"),
            Column("期初余额\n（发放额）", "{{ one.opening|cell }}", 22, "SmallNumber"),
            *(
                Column(head, f"{{{{ one.{name}|cell }}}}", 16, "SmallNumber")
                for head, name in zip(heads, names, strict=True)
            ),
        ],
    )


def _warnings() -> str:
    return listed(
        "warnings",
        [
            Column("预警编号", "{{ one.number }}", 30),
            Column("预警日期", "{{ one.on|短日期 }}", 22, "SmallCentre"),
            Column("涉及借据（户号）", "{{ one.about }}", 34),
            Column("预警信号", "{{ one.signal }}", 68),
        ],
    )
