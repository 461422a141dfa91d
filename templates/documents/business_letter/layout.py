"""Lays out the letter with a unit: goals, and the plan loan by loan with each manager's sum."""

from __future__ import annotations

from templates.build.blocks import Cell, table
from templates.build.commitment import commitment, goals, said
from templates.formats import BLANK

_DUTIES = (
    "（一）将年度目标分解到管户经理和每笔贷款，按月检查进度，按季考核兑现。",
    "（二）对到期贷款提前一个月送达提示函，逐笔确定收回、展期（还旧借新）或清收的处理方式。",
    "（三）控制新增不良，不良贷款逐户制定清收方案，放款责任和清收责任落实到人。",
    "（四）按规定完成贷后检查、风险分类、债权核对和档案管理，接受监督检查并按期整改。",
)


def layout(_language: str) -> bytes:
    """Return the template."""
    parts = [
        *said(
            "一、经营现状",
            (
                "截至{{ as_of|年月日 }}，乙方未结清贷款共{{ count|cell }}笔，余额{{ balance|元 }}元，其中不良{{ bad|元 }}元。",
            ),
        ),
        *said("二、年度目标", ()),
        *goals(),
        *said(
            "三、逐笔收回计划",
            (
                "已逾期和不良、本年到期以及列入计划的贷款共{{ planned_count|cell }}笔、余额{{ planned_balance|元 }}元，计划收回本金{{ planned_principal|元 }}元、利息{{ planned_interest|元 }}元，按管户经理逐笔核定如下：",
            ),
        ),
        _plan(),
        *said("四、经营责任", _DUTIES),
        *said(
            "五、考核和奖惩",
            (
                f"奖励办法：{BLANK}{BLANK}{BLANK}。",
                f"未完成目标的处理办法：{BLANK}{BLANK}{BLANK}。",
            ),
        ),
    ]
    parties = ("甲方：{{ institution }}{{ department }}", "乙方：{{ unit }}　　负责人：" + BLANK)
    signs = ("甲方（盖章）：\n负责人（签字）：", "乙方（盖章）：\n负责人（签字）：")
    return commitment("经营目标责任书", parts, parties, signs)


def _plan() -> str:
    def tag(text: str) -> list[Cell | str]:
        return [Cell(text, span=8)]

    heads = (
        "序号",
        "借据号",
        "借款人",
        "余额（元）",
        "到期日",
        "计划收回日",
        "计划收回\n本金（元）",
        "计划收回\n利息（元）",
    )
    rows: list[list[Cell | str]] = [
        tag("{%tr for group in groups %}"),
        [Cell("管户经理：{{ group.manager }}", "TableGroup", span=8)],
        tag("{%tr for one in group.loans %}"),
        [
            Cell("{{ one.place }}", "SmallCentre"),
            Cell("{{ one.number }}", "SmallText"),
            Cell("{{ one.borrower }}", "SmallText"),
            Cell("{{ one.balance|元 }}", "SmallNumber"),
            Cell("{{ one.due_on|短日期 }}", "SmallCentre"),
            Cell("{{ one.planned_on|短日期 }}", "SmallCentre"),
            Cell("{{ one.principal|元 }}", "SmallNumber"),
            Cell("{{ one.interest|元 }}", "SmallNumber"),
        ],
        tag("{%tr endfor %}"),
        [
            Cell("小计（{{ group.count|cell }}笔）", "SmallHead", span=3),
            Cell("{{ group.balance|元 }}", "SmallNumber"),
            Cell("", "SmallText", span=2),
            Cell("{{ group.principal|元 }}", "SmallNumber"),
            Cell("{{ group.interest|元 }}", "SmallNumber"),
        ],
        tag("{%tr endfor %}"),
        [
            Cell("合计（{{ planned_count|cell }}笔）", "SmallHead", span=3),
            Cell("{{ planned_balance|元 }}", "SmallNumber"),
            Cell("", "SmallText", span=2),
            Cell("{{ planned_principal|元 }}", "SmallNumber"),
            Cell("{{ planned_interest|元 }}", "SmallNumber"),
        ],
    ]
    return table(
        (8, 26, 22, 21, 20, 20, 20, 19), [[Cell(head, "SmallHead") for head in heads]], rows
    )
