"""The department's own calendar: what it issues, decides together, inspects, and goes by."""

from __future__ import annotations

from ledger.kinds.declaration import OFFICE, Kind
from ledger.kinds.shared import choice, chosen, day, number, text, titles

DETERMINATION = Kind(
    name="determination",
    titles=titles("分类认定会议记录", "Actas de clasificación", "Meetings that determine classes"),
    about=OFFICE,
    dated_by="on",
    key=("on", "round", "for_unit"),
    needs=(("on",), ("round",), ("present", "decided")),
    source="按月分类、实时调整、集体认定: mechanism 95",
    fields=(
        day("on", "会议日期", "Fecha", "On", "认定日期", "会议时间", required=True),
        chosen(
            "round", "认定环节", "Etapa", "Round",
            choice("first", "初分", "Preliminar", "First", "月度初分"),
            choice("review", "审查", "Revisión", "Review", "复审"),
            choice("final", "认定", "Definitiva", "Final", "季度认定", "集体认定"),
            choice("adjusted", "实时调整", "Ajuste", "Adjusted", "临时调整"),
            required=True,
            labels=("环节", "会议类型"),
        ),
        text("period", "分类期", "Período", "Period", "分类时点", "所属期", grammar="span"),
        text("for_unit", "认定单位", "Oficina", "Unit", "机构", "单位"),
        text("chair", "主持人", "Preside", "Chair", "会议主持", width=10),
        text("present", "参会人员", "Asistentes", "Present", "认定小组成员", "出席人员", width=24),
        text("loans_count", "认定笔数", "Créditos", "Loans", "笔数", grammar="count", width=8),
        text("changed", "调整笔数", "Cambios", "Changed", grammar="count", width=8),
        text("decided", "认定意见", "Decisión", "Decided", "会议决议", "认定结果", width=28),
    ),
)  # fmt: skip

FOCUS = Kind(
    name="focus",
    titles=titles("信贷工作重点登记", "Prioridades del mes", "Focus of the month"),
    about=OFFICE,
    dated_by="on",
    key=("period", "to_unit", "step"),
    subject="to_unit",
    needs=(("period",), ("to_unit",), ("step",), ("on",)),
    source="每月下发本月信贷工作重点: mechanism 9",
    fields=(
        text("period", "工作月份", "Mes", "Month", "月份", grammar="span", required=True, width=9),
        text("to_unit", "收文单位", "Destinatario", "To", "下发单位", "接收部门", required=True),
        chosen(
            "step", "环节", "Paso", "Step",
            choice("issued", "下发", "Emitido", "Issued", "签发"),
            choice("replied", "反馈", "Respondido", "Replied", "回复", "落实情况"),
            required=True,
            labels=("办理环节",),
        ),
        day("on", "办理日期", "Fecha", "On", "下发日期", "反馈日期", required=True),
        day("reply_by", "反馈期限", "Responder antes de", "Reply by", "要求反馈日期"),
        text("said", "工作重点内容", "Contenido", "Contents", "反馈内容", "内容", width=32),
        text("by", "经手人", "Por", "By", "签发人", "反馈人", width=10),
    ),
)  # fmt: skip

CALENDAR = Kind(
    name="inspection_plan",
    titles=titles("检查计划台账", "Calendario de inspecciones", "Calendar of inspections"),
    about=OFFICE,
    dated_by="year",
    key=("year", "inspection", "at_unit", "due_on"),
    needs=(("year",), ("inspection",), ("due_on",)),
    source="按月安全卫生、按季财务信贷、不定期审计: mechanism 101",
    fields=(
        text("year", "计划年度", "Año", "Year", "年度", grammar="span", required=True, width=8),
        chosen(
            "inspection", "检查类别", "Tipo", "Inspection",
            choice("safety", "安全保卫", "Seguridad", "Safety", "安全"),
            choice("sanitation", "卫生", "Higiene", "Sanitation", "环境卫生"),
            choice("finance", "财务", "Finanzas", "Finance", "财务会计", "会计"),
            choice("credit", "信贷", "Créditos", "Credit", "贷后管理", "信贷检查"),
            choice("audit", "稽核审计", "Auditoría", "Audit", "审计", "稽核", "不定期审计"),
            required=True,
            labels=("检查类型", "检查项目"),
        ),
        text("at_unit", "受检单位", "Oficina", "Unit", "被检查单位", "机构", "单位"),
        day("due_on", "计划日期", "Prevista", "Planned for", "计划检查日期", required=True),
        day("done_on", "完成日期", "Realizada", "Done on", "实际检查日期"),
        text("by", "检查人", "Inspector", "By", "检查组", width=10),
        text("result", "检查结果", "Resultado", "Result", "检查情况", width=24),
    ),
)  # fmt: skip

RULE_TEXT = Kind(
    name="rule_text",
    titles=titles("制度条文库", "Biblioteca de normas", "Library of rules"),
    about=OFFICE,
    dated_by="from_on",
    key=("rule_no",),
    subject="rule_no",
    needs=(("rule_no",), ("title",), ("from_on",)),
    source="贷后管理细化量化及检查处罚标准, 制度汇编: mechanisms 32, 102",
    fields=(
        number("rule_no", "制度编号", "Nº de norma", "Rule no.", "文号", "条款号", required=True),
        text("title", "制度名称", "Norma", "Title", "文件名称", "办法名称", required=True,
             width=24),
        text("article", "条文", "Texto", "Text", "条款内容", "条文内容", width=40),
        chosen(
            "field", "制度类别", "Materia", "Field",
            choice("credit", "信贷", "Créditos", "Credit", "贷后管理"),
            choice("counter", "柜面考核", "Ventanilla", "Counter", "柜员考核"),
            choice("accounting", "会计财务", "Contabilidad", "Accounting", "财务", "会计"),
            choice("integrity", "廉政", "Integridad", "Integrity", "廉洁从业"),
            choice("other", "其他", "Otras", "Other"),
        ),
        text("issued_by", "发文单位", "Emitida por", "Issued by", "制定单位"),
        day("from_on", "施行日期", "Vigente desde", "In force from", "生效日期", "发文日期",
            required=True),
        day("until_on", "废止日期", "Derogada el", "Withdrawn on", "失效日期"),
    ),
)  # fmt: skip

OFFICE_WORK = (DETERMINATION, FOCUS, CALENDAR, RULE_TEXT)
