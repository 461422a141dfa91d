"""Lays out a household's collection plan: basics, loans, legal state, debtor, six points, work."""

from __future__ import annotations

from templates.build.appendix import appendix
from templates.build.blocks import Cell, for_each_row, paragraph, table, when
from templates.build.debt_table import overdue_table
from templates.build.forms import facts, letterhead, long_facts, signatures
from templates.build.package import Page, document
from templates.formats import BLANK

_TITLE = "一户一策清收方案"
_BASICS = (
    ("借款人", "{{ borrower }}"), ("户号", "{{ household_number }}"),
    ("所在村组", "{{ village }}"), ("经办机构", "{{ unit }}"),
    ("管户经理", "{{ manager }}"), ("不良贷款余额", "{{ balance|元 }}元"),
    ("放款责任人", "{{ lent_by }}"), ("清收责任人", "{{ collected_by }}"),
    ("数据日期", "{{ as_of|年月日 }}"), ("制表日期", "{{ known_on|年月日 }}"),
)  # fmt: skip
_DEBTOR = (
    ("还款意愿", "{{ survey.willingness }}"),
    ("还款能力", "{{ survey.capacity }}"),
    ("实际用款人", "{{ survey.actual_user }}"),
    ("排查日期", "{{ survey.surveyed_on|年月日 }}"),
    ("资产估值", "{{ survey.assets_value|元 }}元"),
    ("其他负债", "{{ survey.liabilities|元 }}元"),
)
_DEBTOR_LONG = (
    ("经营收入状况", "{{ survey.business }}"),
    ("可供执行财产", "{{ survey.assets }}"),
    ("保证人", "{{ guarantors }}"),
    ("抵（质）押物", "{{ security }}"),
    ("担保人资产、\n代偿能力", f"{BLANK}{BLANK}{BLANK}"),
)
_POINTS = (
    ("定任务", "清收目标{{ points.goal|元 }}元；每月{{ points.monthly|元 }}元"),
    ("定时间", "{{ points.deadline|年月日 }}前完成"),
    ("定措施", "{{ points.measures }}"),
    ("定报酬", "{{ points.reward }}"),
    ("定纪律", "{{ points.discipline }}"),
    ("定奖惩", "{{ points.consequences }}"),
    (
        "责任人",
        "{{ points.officer }}　　清收组：{{ points.squad }}　　批准人：{{ points.approved_by }}",
    ),
)
_SIGNS = (
    "清收责任人（签字）：",
    "管户经理（签字）：",
    "部门负责人意见：",
    "分管领导审批：",
)


def layout(_language: str) -> bytes:
    """Return the template."""
    body = [
        *letterhead(_TITLE, "zh"),
        paragraph("一、基本情况", "FormHeading"),
        facts(_BASICS),
        paragraph("二、贷款明细", "FormHeading"),
        *overdue_table("zh"),
        paragraph("三、形成原因和法律状态", "FormHeading"),
        _legal(),
        paragraph(
            "注：诉讼时效按到期日和其后签收的催收通知、还款、起诉等登记逐笔推算，起诉前应由经办人复核。"
            "已判决的为申请执行时效（二年），自履行期届满日或判决生效日起算，台账未登记的留空核填。",
            "Note",
        ),
        paragraph("四、债务人、担保人及财产状况", "FormHeading"),
        facts(_DEBTOR),
        long_facts(_DEBTOR_LONG),
        paragraph("五、清收方案（{{ points.on|年月日 }}制定）", "FormHeading"),
        long_facts(_POINTS),
        paragraph("六、催收和落实情况", "FormHeading"),
        paragraph("方案制定以来收回本息：{{ received|元 }}元。", "FormText"),
        *when("contacts", [_contacts(), paragraph("", "Note")]),
        _progress(),
        paragraph("", "Note", keep=True),
        signatures(_SIGNS, "zh", ruled=True),
        *appendix("zh"),
    ]
    header = ("{{ institution }}", f"{_TITLE}  户号{{{{ household_number }}}}")
    return document(Page(language="zh", title=_TITLE, header=header, form=True), body)


def _legal() -> str:
    heads = (
        "借据号", "风险\n分类", "担保\n方式", "形成原因", "可收回性", "诉讼/执行\n时效至\n起算依据",
        "担保时效至", "诉讼执行", "最后催收",
    )  # fmt: skip
    row: list[Cell | str] = [
        Cell("{{ one.number }}", "SmallText"),
        Cell("{{ one.loan_class }}", "SmallCentre"),
        Cell("{{ one.guarantee }}", "SmallCentre"),
        Cell("{{ one.cause }}", "SmallCentre"),
        Cell("{{ one.recoverability }}", "SmallCentre"),
        Cell("{{ one.limitation_until|short }}\n{{ one.limitation_since }}", "SmallCentre"),
        Cell("{{ one.secured_until|short }}", "SmallCentre"),
        Cell("{{ one.lawsuit }}", "SmallCentre"),
        Cell("{{ one.last_contact_on|short }}", "SmallCentre"),
    ]
    widths = (23, 12, 12, 18, 18, 22, 20, 12, 19)
    return table(widths, [[Cell(head, "SmallHead") for head in heads]], for_each_row("loans", row))


def _contacts() -> str:
    row: list[Cell | str] = [
        Cell("{{ one.on|short }}", "SmallCentre"),
        Cell("{{ one.mode }}", "SmallCentre"),
        Cell("{{ one.result }}", "SmallText"),
        Cell("{{ one.officer }}", "SmallCentre"),
    ]
    heads = [Cell(head, "SmallHead") for head in ("催收日期", "方式", "反馈情况", "催收人")]
    return table((24, 20, 88, 24), [heads], for_each_row("contacts", row))


def _progress() -> str:
    row: list[Cell | str] = [
        Cell("{{ one.on|short }}", "SmallCentre"),
        Cell("{{ one.state }}", "SmallCentre"),
        Cell("{{ one.progress }}", "SmallText"),
        Cell("{{ one.next_step }}", "SmallText"),
        Cell("{{ one.officer }}", "SmallCentre"),
    ]
    heads = ("进度日期", "状态", "清收进度", "下步措施", "填报人")
    empty: list[Cell | str] = [Cell(" ", "SmallText")] * 5
    return table(
        (24, 16, 54, 42, 20),
        [[Cell(head, "SmallHead") for head in heads]],
        # Two lines are left to go on by hand.
        [*for_each_row("progress", row), empty, empty],
        keep=2,
    )
