"""《风险预警信号处理表》: a signal of risk, and each step from its opinion to its release."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extractors.wording import _
from ledger.kinds.declaration import EITHER, Fault, FieldValue, Held, Kind
from ledger.kinds.shared import choice, chosen, day, money, number, text, titles
from ledger.warning_steps import Step, fold, wrong_with

WARNING = Kind(
    name="risk_warning",
    titles=titles("风险预警信号处理表", "Alerta de riesgo", "Risk warning"),
    about=EITHER,
    dated_by="on",
    key=("warning_no",),
    subject="warning_no",
    needs=(("warning_no",), ("signal",), ("on",)),
    source="《风险预警信号处理表》 to 主管行长 and 行长: mechanisms 26, 105",
    fields=(
        number("warning_no", "预警编号", "Nº de alerta", "Warning", "预警单号", "预警号",
               required=True),
        day("on", "预警日期", "Fecha", "Raised on", "发起日期", "报告日期", required=True),
        chosen(
            "level", "预警级别", "Nivel", "Level",
            choice("red", "红色", "Rojo", "Red", "红", "一级", "红色预警"),
            choice("orange", "橙色", "Naranja", "Orange", "橙", "二级", "橙色预警"),
            choice("yellow", "黄色", "Amarillo", "Yellow", "黄", "三级", "黄色预警"),
            choice("blue", "蓝色", "Azul", "Blue", "蓝", "四级", "蓝色预警"),
            labels=("预警等级",),
        ),
        text("signal", "预警信号", "Señal", "Signal", "风险信号", "预警内容", required=True,
             width=28),
        # Name or title of an alert (ledger.alerts) that found it, if one did.
        text("alert", "预警规则", "Regla", "Rule", "规则编号"),
        text("origin", "信息来源", "Origen", "From", "来源", width=12),
        money("exposure_fen", "风险敞口", "Exposición", "Exposure", "敞口", "涉及余额"),
        text("raised_by", "发起人", "Emitida por", "Raised by", "报告人", "识别人", required=True,
             width=10),
        text("raised_dept", "发起部门", "Departamento", "Department", "报告部门", width=12),
    ),
)  # fmt: skip

# In the order in which a warning goes through them; the last two may come back.
STEPS = (
    choice("opinion", "客户部门意见", "Opinión comercial", "Opinion of the customer department",
           "客户部意见", "客户部门", "识别意见"),
    choice("deputy", "主管行长审批", "Visto del gerente a cargo", "Head in charge",
           "主管行长", "分管行长", "主管行长意见"),
    choice("head", "行长审批", "Visto del gerente general", "Head of the office", "行长",
           "行长意见"),
    choice("measure", "处置措施", "Medida", "Measure", "措施", "落实措施", "处置", "处置进展"),
    choice("release", "预警解除", "Levantada", "Released", "解除", "解除预警", "解除审批"),
)  # fmt: skip


def _against(values: Mapping[str, FieldValue], held: Held) -> Iterator[Fault]:
    """A step needs its warning, its turn, and somebody who did not raise the warning."""
    number = str(values["warning_no"])
    raised = held("risk_warning", number)
    if not raised:
        yield Fault(
            key="warning_no",
            code="no_such_warning",
            message=_("there is no warning {number}: record risk_warning before its steps").format(
                number=number
            ),
        )
        return
    stage = fold(
        raised[-1].text("raised_by") or "",
        [Step.of(step) for step in held("warning_step", number)],
    )
    message = wrong_with(stage, str(values["step"]), str(values["by"]))
    if message:
        yield Fault(key="step", code="out_of_turn", message=message)


WARNING_STEP = Kind(
    name="warning_step",
    titles=titles("风险预警处理环节", "Pasos de la alerta", "Steps of a warning"),
    about=EITHER,
    dated_by="on",
    key=("warning_no", "step", "on"),
    subject="warning_no",
    repeats=True,
    needs=(("warning_no",), ("step",), ("on",)),
    against=_against,
    source="发起→审批→处置→解除; nobody approves what he raised: mechanisms 26, 105",
    fields=(
        number("warning_no", "预警编号", "Nº de alerta", "Warning", "预警单号", "预警号",
               required=True),
        day("on", "办理日期", "Fecha", "On", "签字日期", "审批日期", required=True),
        chosen("step", "办理环节", "Paso", "Step", *STEPS, required=True,
               labels=("环节", "审批环节"), width=14),
        chosen(
            "decision", "意见类型", "Decisión", "Decision",
            choice("agreed", "同意", "Conforme", "Agreed", "批准"),
            choice("returned", "退回", "Devuelta", "Returned", "不同意", "重新调查"),
        ),
        text("opinion", "意见内容", "Texto", "Opinion", "意见", "措施内容", "处置情况", width=28),
        day("deadline", "完成期限", "Plazo", "Deadline", "落实期限"),
        text("by", "签字人", "Firmado por", "Signed by", "审批人", "办理人", required=True,
             width=10),
    ),
)  # fmt: skip

WARNINGS = (WARNING, WARNING_STEP)
