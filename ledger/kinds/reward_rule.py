"""清收奖励办法: what share of what comes in goes to the collector; rules are facts with a day."""

from __future__ import annotations

from ledger.kinds.declaration import OFFICE, Kind
from ledger.kinds.shared import day, money, text, titles

REWARD_RULE = Kind(
    name="reward_rule",
    titles=titles("清收奖励办法", "Reglas de incentivos", "Reward rules"),
    about=OFFICE,
    dated_by="on",
    key=("rule", "on"),
    subject="rule",
    needs=(
        ("rule",),
        ("rate",),
    ),
    source="mechanisms 51 (commission), 60 (小额: 不下任务, 有偿服务, 直接奖励), 63 (定报酬)",
    fields=(
        day(
            "on",
            "办法生效日期",
            "Vigente desde",
            "In force from",
            "执行日期",
            "生效日期",
            required=True,
        ),
        text("rule", "办法名称", "Regla", "Rule", "奖励办法", "规则名称", required=True, width=16),
        money(
            "from_fen",
            "贷款余额起",
            "Saldo desde",
            "Balance from",
            "金额下限",
            "起点金额",
            total=False,
            width=13,
        ),
        money(
            "below_fen",
            "贷款余额不足",
            "Saldo inferior a",
            "Balance below",
            "金额上限",
            total=False,
            width=13,
        ),
        text("class", "适用分类", "Categoría", "Class", "五级分类", grammar="class", width=8),
        text(
            "rate",
            "本金提成比例(%)",
            "Comisión sobre capital (%)",
            "Commission on principal (%)",
            "提成比例",
            "本金提成比例",
            "奖励比例",
            "提成标准",
            grammar="decimal",
            required=True,
            width=10,
        ),
        text(
            "interest_rate",
            "利息提成比例(%)",
            "Comisión sobre intereses (%)",
            "Commission on interest (%)",
            "收息提成比例",
            "利息提成比例",
            grammar="decimal",
            width=10,
        ),
        text(
            "no_task",
            "不下达任务",
            "Sin meta",
            "No task set",
            "是否不下任务",
            "有偿服务",
            grammar="flag",
            width=8,
        ),
        day("until_on", "办法失效日期", "Hasta", "Until", "失效日期", "废止日期"),
        text("penalty", "处罚规定", "Sanciones", "Penalties", "惩罚措施", "处罚", width=20),
    ),
)
