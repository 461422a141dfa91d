"""Tasks as a table: for a workbook that goes to units, with names as registers show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ledger.registers.declaration import Heading, RegisterTable, TableRow
from ledger.rules.declaration import Titles, titles
from ledger.rules.desk import Desk
from ledger.rules.registry import RULES
from ledger.rules.task import LEVELS, STATES, Task

_RULE_TITLES: Mapping[str, Titles] = {rule.name: rule.titles for rule in RULES.values()}

_COLUMNS = (
    Heading("due_on", titles("应办日期", "Vence el", "Due on"), "date", 11),
    Heading("state", titles("状态", "Estado", "State"), "choice", 8, STATES),
    Heading("days_late", titles("逾期天数", "Días de atraso", "Days late"), "count", 8),
    Heading("rule", titles("任务", "Tarea", "Task"), "choice", 22, _RULE_TITLES),
    Heading("unit", titles("机构", "Unidad", "Unit"), "text", 14),
    Heading("manager", titles("管户人", "Oficial", "Manager"), "text", 9),
    Heading("level", titles("现由", "A cargo de", "With"), "choice", 14, LEVELS),
    Heading("household", titles("户号", "Expediente", "Household"), "text", 8),
    Heading("borrower", titles("借款人", "Deudor", "Borrower"), "text", 10),
    Heading("loan", titles("借据号", "Préstamo", "Loan"), "text", 20),
    Heading("id", titles("任务编号", "Código", "Id"), "text", 36),
)


def table_of(desk: Desk, listed: Sequence[Task]) -> RegisterTable:
    """Return tasks as a finished table."""
    return RegisterTable(
        name="tasks",
        titles=titles("贷后任务清单", "Tareas de seguimiento", "Post-loan tasks"),
        as_of=desk.as_of,
        known_on=desk.view.known_on,
        columns=_COLUMNS,
        rows=tuple(_row(desk, task) for task in listed),
    )


def _row(desk: Desk, task: Task) -> TableRow:
    household = task.household_id
    return TableRow(
        (
            task.due.due_on,
            task.state,
            task.days_late(desk.as_of) or None,
            task.rule.name,
            task.about.unit,
            task.about.manager,
            task.level,
            f"{household:06d}" if household else None,
            desk.view.debtor(household).name if household else None,
            task.loan,
            task.id,
        ),
        task.due.evidence,
    )
