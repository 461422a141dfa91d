"""What managers and units are to do by month and quarter, and what they did beside their loans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extractors.wording import _
from ledger.kinds.declaration import LOAN, OFFICE, Fault, Field, FieldValue, Kind
from ledger.kinds.shared import day, money, text, titles


def whose(values: Mapping[str, FieldValue]) -> Iterator[Fault]:
    """A plan or a result is somebody's: a person's, else a unit's."""
    if not (values.get("person") or values.get("of_unit")):
        yield Fault(key="person", code="nobodys", message=_("it names neither a person nor a unit"))


def _span(*labels: str) -> Field:
    return text(
        "period", "考核期", "Período", "Period", "期间", "月份", "季度", "年度", "考核月份",
        *labels, grammar="span", required=True, width=10,
    )  # fmt: skip


def _person() -> Field:
    return text(
        "person", "管户经理", "Oficial", "Manager", "客户经理", "姓名", "员工", "责任人", "信贷员",
        width=10,
    )  # fmt: skip


def _unit() -> Field:
    return text("of_unit", "考核单位", "Oficina", "Unit", "机构", "单位", "网点", "机构名称")


TARGET = Kind(
    name="manager_target",
    titles=titles("目标计划台账", "Metas por oficial", "Targets of managers and units"),
    about=OFFICE,
    dated_by="period",
    key=("person", "of_unit", "period"),
    subject="person",
    needs=(
        ("period",),
        ("person", "of_unit"),
        ("deposits_fen", "principal_fen", "interest_fen", "marketing_fen"),
    ),
    check=whose,
    source="目标责任书, 月考核、季兑现: mechanisms 5, 8, 100",
    fields=(
        _span("计划期"),
        _person(),
        _unit(),
        money("deposits_fen", "存款计划", "Meta de depósitos", "Deposits", "存款任务", "存款目标",
              total=False),
        money("principal_fen", "收回本金计划", "Meta de capital", "Principal", "收本计划",
              "收本任务", "本金计划", "收回本金任务", total=False),
        money("interest_fen", "收回利息计划", "Meta de intereses", "Interest", "收息计划",
              "收息任务", "利息计划", "收回利息任务", total=False),
        money("bad_fen", "清收不良计划", "Meta de morosos", "Bad loans", "清收不良任务",
              "不良清收计划", total=False),
        money("marketing_fen", "营销金额计划", "Meta de colocación", "Marketing", "营销计划",
              "营销任务", total=False),
        text("marketing_count", "营销笔数计划", "Meta de operaciones", "Marketing count",
             grammar="count", width=9),
    ),
)  # fmt: skip

RESULT = Kind(
    name="manager_result",
    titles=titles("存款营销台账", "Depósitos y colocación", "Deposits and marketing"),
    about=OFFICE,
    dated_by="period",
    key=("person", "of_unit", "period"),
    subject="person",
    needs=(("period",), ("person", "of_unit"), ("deposits_fen", "average_fen", "marketing_fen")),
    check=whose,
    source="typed by month: deposits, marketing (mechanisms 8, 41, 100)",
    fields=(
        _span(),
        _person(),
        _unit(),
        money("deposits_fen", "存款完成", "Depósitos", "Deposits", "存款余额", "存款完成数",
              "完成存款", total=False),
        money("average_fen", "存款日均", "Promedio diario", "Daily average", "日均存款", "日均",
              total=False),
        money("marketing_fen", "营销金额", "Colocación", "Marketing", "营销完成"),
        text("marketing_count", "营销笔数", "Operaciones", "Marketing count", grammar="count",
             total=True, width=9),
        text("note", "营销情况", "Notas", "Notes", "营销说明", width=20),
    ),
)  # fmt: skip

LOAN_PLAN = Kind(
    name="loan_plan",
    titles=titles("逐笔收回计划", "Plan de cobro por crédito", "Plan of collection, loan by loan"),
    about=LOAN,
    dated_by="period",
    key=("period", "due_on"),
    needs=(("period",), ("principal_fen", "interest_fen")),
    source="逐笔核定本息收回计划: mechanism 5",
    fields=(
        _span("计划期"),
        day("due_on", "计划收回日", "Fecha prevista", "Planned for", "计划收回日期", "计划日期"),
        money("principal_fen", "计划收回本金", "Capital", "Principal", "本金计划", "收本计划"),
        money("interest_fen", "计划收回利息", "Intereses", "Interest", "利息计划", "收息计划"),
        text("answers", "责任人", "Responsable", "Answers for it", "计划责任人", width=10),
    ),
)  # fmt: skip

TARGETS = (TARGET, RESULT, LOAN_PLAN)
