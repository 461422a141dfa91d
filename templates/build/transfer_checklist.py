"""Lays out the transfer checklist (移交清册) in Chinese, on landscape paper."""

from __future__ import annotations

from templates.build.appendix import appendix
from templates.build.blocks import Cell, paragraph, table, when
from templates.build.package import Page, document
from templates.formats import BLANK

_WIDTHS = (13, 24, 44, 48, 32, 14, 14, 22, 32)


def transfer_checklist() -> bytes:
    """Return the template."""
    body = [
        paragraph("{{ institution }}", "TitleAbove"),
        paragraph("信贷档案移交清册", "Title"),
        paragraph(
            "【草稿，待审定】按{{ known_on|年月日 }}归档情况编制；原件或复印件、存在问题及原因由移交双方当面核对填写。",
            "Draft",
        ),
        _household(),
        paragraph("一、移交材料明细", "FormHeading"),
        table(
            _WIDTHS,
            [
                (
                    "序号",
                    "户名",
                    "合同（借据、权证）编号",
                    "材料名称",
                    "材料日期",
                    "份数",
                    "页数",
                    "原件或\n复印件",
                    "存在问题",
                )
            ],
            [
                *_items(),
                [
                    Cell("合    计", "TableLabel", span=5),
                    Cell("{{ item_count|cell }}", "TableCentre"),
                    Cell("{{ page_count|cell }}", "TableCentre"),
                    Cell("", "TableCentre"),
                    Cell("", "TableText"),
                ],
            ],
        ),
        paragraph("", "Note"),
        paragraph("二、缺失和待定材料", "FormHeading"),
        *when(
            "gaps",
            [
                table(
                    (13, 30, 60, 20, 80, 40),
                    [("序号", "户名", "材料名称", "状态", "原因（必填）", "补齐期限和责任人")],
                    _gaps(),
                ),
                paragraph(
                    "缺失{{ missing_count|cell }}件，待定{{ undecided_count|cell }}件。"
                    "移交前应补齐手续；无法补齐的须写明原因，作为问题记入本清册备查。",
                    "Note",
                ),
            ],
        ),
        *when(
            "not gaps",
            [paragraph("按规定应有的材料齐全，没有缺失或待定材料。", "Note")],
        ),
        paragraph("三、交接确认", "FormHeading", keep=True),
        paragraph(
            "本清册一式两份，移交人、接收人各执一份。上述材料经当面清点，"
            "共计{{ item_count|cell }}件、{{ page_count|cell }}页，与实物核对相符。",
            "SignLine",
            keep=True,
        ),
        _signatures(),
        *appendix("zh", wide=True),
    ]
    page = Page(
        language="zh",
        title="信贷档案移交清册",
        header=("{{ institution }}", "信贷档案移交清册  户号{{ household_number }}"),
        landscape=True,
    )
    return document(page, body)


def _household() -> str:
    def pair(label: str, value: str) -> list[Cell | str]:
        return [Cell(label, "TableLabel"), Cell(value, "TableText")]

    return table(
        (24, 57, 24, 57, 24, 57),
        [],
        [
            pair("户名", "{{ borrower }}")
            + pair("户号", "{{ household_number }}")
            + pair("证件号码", "{{ id_number }}"),
            pair("所在村组", "{{ village }}")
            + pair("经办机构", "{{ unit }}")
            + pair("管户经理", "{{ manager }}"),
            pair(
                "贷款余额",
                "{% if balance is none %}{{ balance }}{% else %}{{ balance|元 }}元{% endif %}",
            )
            + pair("余额日期", "{{ as_of|年月日 }}")
            + pair("移交事由", BLANK),
        ],
    )


def _items() -> list[list[Cell | str]]:
    def tag(text: str) -> list[Cell | str]:
        return [Cell(text, span=9)]

    return [
        tag("{%tr for group in groups %}"),
        [Cell("{{ group.title }}", "TableGroup", span=9)],
        tag("{%tr for one in group.items %}"),
        [
            Cell("{{ one.number }}", "TableCentre"),
            Cell("{{ one.borrower }}", "TableCentre"),
            Cell("{{ one.contract_no }}", "TableText"),
            Cell("{{ one.title }}", "TableText"),
            Cell("{{ one.dated_on }}", "TableCentre"),
            Cell("{{ one.copies }}", "TableCentre"),
            Cell("{{ one.pages }}", "TableCentre"),
            Cell("□原件\n□复印件", "TableCentre"),
            Cell("{{ one.problem }}", "TableText"),
        ],
        tag("{%tr endfor %}"),
        tag("{%tr endfor %}"),
    ]


def _gaps() -> list[list[Cell | str]]:
    return [
        [Cell("{%tr for one in gaps %}", span=6)],
        [
            Cell("{{ one.number }}", "TableCentre"),
            Cell("{{ one.borrower }}", "TableCentre"),
            "{{ one.title }}",
            Cell("{{ one.state }}", "TableCentre"),
            Cell("", "TableText"),
            Cell("", "TableText"),
        ],
        [Cell("{%tr endfor %}", span=6)],
    ]


def _signatures() -> str:
    def sign(role: str) -> Cell:
        return Cell(f"{role}（签字）：\n\n        年    月    日", "SignLine")

    return table(
        (81, 81, 81), [], [[sign("移交人"), sign("接收人"), sign("监交人")]], borders=False
    )
