"""Lays out the letter on managing loans after they were granted, and on collecting them."""

from __future__ import annotations

from templates.build.blocks import paragraph, when
from templates.build.commitment import clients, commitment, goals, said
from templates.build.debt_table import overdue_table
from templates.formats import BLANK

_DUTIES = (
    "（一）管户主责任人负责贷后检查、风险预警、到期收回和不良清收，本年度应做检查{{ visits|cell }}次，逐次留有检查报告和现场资料。",
    "（二）风险监管责任人按月监测，核查检查质量、风险分类和预警处理，发现问题发出限期整改通知并跟踪落实。",
    "（三）对下列逾期和不良贷款逐笔制定清收方案，明确期限和措施，按月报告进度；保持诉讼时效和担保时效。",
    "（四）按季与借款人、保证人、抵质押物和权证库核对债权，差异限期查清。",
)


def layout(_language: str) -> bytes:
    """Return the template."""
    parts = [
        *said(
            "一、管理范围",
            (
                "截至{{ as_of|年月日 }}，所管未结清贷款共{{ count|cell }}笔，余额{{ balance|元 }}元，其中不良{{ bad|元 }}元。",
            ),
        ),
        *clients(),
        *said("二、年度目标", ()),
        *goals(),
        *said("三、双方职责", _DUTIES),
        *when(
            "loans",
            [
                *said("四、重点清收贷款", ()),
                *overdue_table("zh", total="to_collect"),
                paragraph(
                    f"上列贷款本年度清收任务：现金收回{BLANK}元，其中上半年{BLANK}元；依法起诉{BLANK}笔。",
                    "FormText",
                ),
            ],
        ),
        *when("not loans", [paragraph("截至上述日期，所管贷款没有逾期和不良。", "FormText")]),
        *said(
            "五、考核和奖惩",
            (
                f"检查完成率低于{BLANK}%、档案合格率低于{BLANK}%、新增不良超过控制额的，处理办法：{BLANK}{BLANK}。",
                f"清收奖励办法：{BLANK}{BLANK}{BLANK}。",
            ),
        ),
    ]
    parties = (
        "甲方：{{ institution }}{{ department }}",
        "管户主责任人：{{ person }}　　所在机构：{{ unit }}",
        "风险监管责任人：{{ supervisor }}",
    )
    signs = (
        "甲方（盖章）：\n负责人（签字）：",
        "管户主责任人：\n（签字）",
        "风险监管责任人：\n（签字）",
    )
    return commitment("贷后管理及目标责任书", parts, parties, signs)
