"""Monitoring from the desk: off-site checks, suspicious information and what came of it."""

from __future__ import annotations

from ledger.kinds.declaration import EITHER, HOUSEHOLD, Kind
from ledger.kinds.shared import choice, chosen, day, ends, money, number, text, titles

OFFSITE_CHECK = Kind(
    name="offsite_check",
    titles=titles("非现场监测登记", "Seguimiento a distancia", "Off-site check"),
    about=HOUSEHOLD,
    dated_by="on",
    key=("on",),
    needs=(("on",), ("finding", "result")),
    source="按月对贷款额度较大的客户通过系统查询、财务分析进行非现场监测: mechanisms 21, 22",
    fields=(
        day("on", "监测日期", "Fecha", "Checked on", "监测时间", required=True),
        text("looked_at", "监测内容", "Revisado", "Looked at", "查询内容", "监测项目", width=20),
        money(
            "exposure_fen", "贷款余额", "Saldo", "Balance", "授信余额", "风险敞口", total=False
        ),
        chosen(
            "result", "监测结果", "Resultado", "Result",
            choice("normal", "正常", "Normal", "Normal", "无异常"),
            choice("suspicious", "可疑", "Sospechoso", "Suspicious", "异常", "发现可疑"),
            required=True,
        ),
        text("finding", "监测情况", "Hallazgo", "Finding", "发现问题", "异常情况", width=24),
        text("checked_by", "监测人", "Revisado por", "Checked by", "风险经理", width=10),
    ),
)  # fmt: skip

SUSPICION = Kind(
    name="suspicion",
    titles=titles("可疑信息登记", "Información sospechosa", "Suspicious information"),
    about=EITHER,
    dated_by="on",
    key=("on", "what"),
    needs=(("what",), ("on",)),
    check=lambda values: ends(values, "on", "investigate_by"),
    source="发现可疑信息，立即通过客户部调查落实: mechanism 24",
    fields=(
        day("on", "发现日期", "Fecha", "Found on", "登记日期", required=True),
        text("what", "可疑信息", "Información", "Information", "信息内容", "可疑情况",
             required=True, width=30),
        chosen(
            "origin", "信息来源", "Origen", "Origin",
            choice("system", "信贷管理系统", "Sistema", "System", "系统监测"),
            choice("bureau", "征信系统", "Central de riesgos", "Credit bureau", "人行征信", "征信"),
            choice("visit", "现场检查", "Visita", "Visit", "贷后检查"),
            choice("public", "公示信息", "Dato público", "Public data", "工商", "媒体", "网络"),
            choice("other", "其他", "Otro", "Other", "举报"),
        ),
        text("found_by", "发现人", "Hallada por", "Found by", "登记人", "风险经理", width=10),
        day("investigate_by", "调查期限", "Investigar antes de", "Investigate by", "核查期限"),
        text("investigator", "调查人", "A cargo de", "Investigator", "核查人", width=10),
    ),
)  # fmt: skip

INVESTIGATION = Kind(
    name="investigation",
    titles=titles("可疑信息核查", "Investigación", "Investigation"),
    about=EITHER,
    dated_by="on",
    key=("found_on", "on"),
    needs=(("found_on",), ("result",), ("on",)),
    check=lambda values: ends(values, "found_on", "on"),
    source="what 客户部 found of suspicious information: mechanism 24",
    fields=(
        day("on", "核查日期", "Fecha", "Investigated on", "调查日期", required=True),
        day("found_on", "发现日期", "Hallada el", "Found on", "登记日期", required=True),
        chosen(
            "result", "核查结论", "Resultado", "Result",
            choice("cleared", "排除", "Descartada", "Cleared", "不属实", "解除"),
            choice("confirmed", "属实", "Confirmada", "Confirmed", "确认"),
            choice("partly", "部分属实", "En parte", "In part"),
            required=True,
        ),
        text("finding", "核查情况", "Hallazgo", "Finding", "调查情况", required=True, width=30),
        text("measure", "处理措施", "Medida", "Measure", "措施", width=20),
        text("by", "核查人", "Por", "By", "调查人", width=10),
    ),
)  # fmt: skip

TASK_WAIVER = Kind(
    name="task_waiver",
    titles=titles("免办登记", "Tareas dispensadas", "Waived tasks"),
    about=EITHER,
    dated_by="on",
    key=("task",),
    subject="task",
    needs=(("task",), ("on",), ("reason",)),
    source="a person answers for what is not done, with a reason (hudang tasks waive)",
    fields=(
        number("task", "任务编号", "Tarea", "Task", "任务", required=True, width=36),
        day("on", "免办日期", "Fecha", "On", "日期", required=True),
        text("reason", "免办理由", "Motivo", "Reason", "理由", "原因", required=True, width=30),
        text("by", "批准人", "Autorizado por", "By", "审批人", required=True, width=10),
    ),
)
