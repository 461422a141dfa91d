"""The form that does a task: a kind of fact, or one of the ledger's own tables; filled in words."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from ledger.book import View
from ledger.kinds.declaration import LOAN, OFFICE, Field, Kind
from ledger.kinds.registry import KINDS
from ledger.kinds.shared import choice, chosen, day, text, titles
from ledger.recording import NewFact
from ledger.rules.subjects import Household, Loan, Security
from ledger.rules.task import Task
from ledger.statements import stated

_INSPECTION = Kind(
    name="inspection",
    titles=titles("贷后检查登记", "Inspección", "Inspection"),
    about="either",
    dated_by="done_on",
    key=("done_on", "kind_of_visit"),
    fields=(
        chosen(
            "kind_of_visit", "检查类型", "Tipo", "Kind",
            choice("first", "首次检查", "Primera", "First", "首次", "首检"),
            choice("routine", "定期检查", "Periódica", "Routine", "定期", "常规检查"),
            choice("special", "专项检查", "Especial", "Special", "专项", "重点检查"),
            labels=("kind",),
        ),
        day("done_on", "检查日期", "Fecha", "Inspected on", "检查时间", required=True),
        text("inspector", "检查人", "Inspector", "Inspector", "检查人员", required=True),
        text("result", "检查结果", "Resultado", "Result", "检查结论", required=True),
        text("problems", "存在问题", "Problemas", "Problems", "发现问题"),
        day("next_due_on", "下次检查日期", "Próxima inspección", "Next inspection"),
    ),
    source="贷后检查登记",
)  # fmt: skip

_CLASSIFICATION = Kind(
    name="classification",
    titles=titles("五级分类认定", "Clasificación", "Classification"),
    about=LOAN,
    dated_by="from_on",
    key=("from_on",),
    fields=(
        day("from_on", "分类时点", "Vigente desde", "Holds from", "分类日期", required=True),
        text("class", "五级分类", "Clase", "Class", "风险分类", "认定", grammar="class",
             required=True),
        day("decided_on", "认定日期", "Decidida el", "Decided on", "认定时间"),
        text("decided_by", "认定人", "Decidida por", "Decided by", "认定机构"),
        text("why", "分类理由", "Motivo", "Why", "调整原因", "认定理由"),
    ),
    source="五级分类认定表",
)  # fmt: skip

# Forms whose facts have a table of their own: what a column of it is called there.
TABLES = {"inspection": _INSPECTION, "classification": _CLASSIFICATION}
_COLUMNS = {"kind_of_visit": "kind"}


def form_of(task: Task) -> Kind | None:
    """Return the form of a task; None where nothing is recorded to do it."""
    return TABLES.get(task.rule.form) or KINDS.get(task.rule.form)


def prefilled(task: Task) -> dict[str, str]:
    """Return what is known of the form beforehand, by field, in words."""
    known = dict(task.rule.fills)
    if isinstance(task.about, Security) and task.about.number:
        known["security"] = task.about.number
    if task.rule.form == "investigation":
        known["found_on"] = task.due.period[:10]
    if task.rule.form == "rectification_step":
        known["notice_no"] = task.about.label
    if task.rule.form == "maturity_notice":
        known["due_on"] = task.due.period
    return known


def wanted(task: Task) -> list[Field]:
    """Return the fields that a person still has to fill in."""
    form = form_of(task)
    if form is None:
        return []
    known = prefilled(task)
    return [field for field in form.fields if field.required and field.key not in known]


def command(task: Task, language: str) -> str:
    """Return the command line that does a task, with blanks where a person has to say something."""
    blanks = [f"{field.titles[language]}=" for field in wanted(task)]
    return " ".join(["hudang tasks done", *map(quoted, (task.id, *blanks))])


def quoted(word: str) -> str:
    """Return a word as it is typed at a shell: in quotes only where it needs them."""
    return shlex.quote(word) if _SPECIAL & set(word) else word


# Chinese characters, which shlex would quote, are plain words to a shell.
_SPECIAL = frozenset(" \t\n'\"`$&|;<>()[]{}*?!#~\\")


def document_command(task: Task) -> str | None:
    """Return the command that drafts the Word document that goes with a task."""
    if not task.rule.document or not task.about.loans:
        return None
    return f"hudang draft {task.rule.document} --loan {quoted(task.about.loans[0].number)}"


def fact_of(task: Task, said: Mapping[str, str], *, language: str, view: View) -> NewFact:
    """Return the fact by which a person does a task. Raises FactRefused."""
    form = form_of(task)
    assert form is not None  # noqa: S101 - asked for by the caller
    loan, household_id = _whose(task, form)
    new = stated(
        form,
        prefilled(task) | dict(said),
        language=language,
        view=view,
        loan=loan,
        household_id=household_id,
    )
    return _in_table(form, new) if form.name in TABLES else new


def _whose(task: Task, form: Kind) -> tuple[str | None, int | None]:
    about = task.about
    if form.about == OFFICE:
        return None, None
    if isinstance(about, Loan):
        return about.number, None
    if isinstance(about, Security) and about.account_id:
        return about.loan.number, None
    if isinstance(about, Household) and form.about == LOAN:
        # The largest of its loans stands for the household.
        return about.loans[0].number, None
    return None, about.household_id


def _in_table(form: Kind, new: NewFact) -> NewFact:
    """A statement as the table of its own keeps it, under the key a workbook would give it."""
    kept = {name: value for name, value in new.content.items() if name not in ("kind", "subject")}
    content: dict[str, Any] = {}
    for field in form.fields:
        if field.key in kept:
            value = kept[field.key]
            on = field.grammar == "date"
            content[_COLUMNS.get(field.key, field.key)] = date.fromisoformat(value) if on else value
    day_on = new.effective_on.isoformat()
    if form.name == "inspection":
        content.setdefault("kind", "routine")
        key: tuple[str, ...] = (f"done {day_on}", content["kind"])
    else:
        content.pop("from_on")
        key = (day_on,)
    return replace(new, table=form.name, key=key, content=content)
