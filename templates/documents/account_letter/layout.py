"""Lays out the letter with a manager."""

from __future__ import annotations

from templates.build.commitment import clients, commitment, goals, said
from templates.formats import BLANK

_DUTIES = (
    "（一）对所管客户承担贷后管理第一责任，按户建立和保管信贷档案，做到一户一档、一户一分类、一户一目标、一户一方案。",
    "（二）按规定期限做好首次检查和常规检查，如实填写检查报告；发现风险信号，当日报告并填写预警信号处理表。",
    "（三）贷款到期前一个月送达提示函，逐笔落实还款来源；不能收回又不能展期的，查明原因、责任和措施。",
    "（四）按月收集资料进行风险分类初分，按季与借款人、保证人核对债权，核实抵质押物。",
    "（五）对逾期和不良贷款持续催收，取得有签收的催收回执，不使债权丧失诉讼时效和担保时效。",
)


def layout(_language: str) -> bytes:
    """Return the template."""
    parts = [
        *said(
            "一、管户范围",
            (
                "截至{{ as_of|年月日 }}，乙方管户的未结清贷款共{{ count|cell }}笔，余额{{ balance|元 }}元，其中不良{{ bad|元 }}元。管户名单如下：",
            ),
        ),
        *clients(),
        *said("二、年度目标", ()),
        *goals(),
        *said("三、管户职责", _DUTIES),
        *said(
            "四、考核和奖惩",
            (
                f"按月考核、按季兑现。完成目标的奖励办法：{BLANK}{BLANK}{BLANK}。",
                f"未完成目标或失职的处理办法：{BLANK}{BLANK}{BLANK}。",
            ),
        ),
    ]
    parties = (
        "甲方：{{ institution }}{{ department }}",
        "乙方（管户经理）：{{ person }}　　所在机构：{{ unit }}",
    )
    signs = (
        "甲方（盖章）：\n负责人（签字）：",
        "乙方（签字）：",
    )
    return commitment("管户目标责任书", parts, parties, signs)
