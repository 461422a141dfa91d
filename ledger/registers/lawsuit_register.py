"""诉讼台账: every case as it stands, with its enforcement and what it cost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ledger.bad.folds import Folds
from ledger.bad.lawsuits import Lawsuit, lawsuits
from ledger.book import View
from ledger.kinds.execution import EXECUTION
from ledger.kinds.litigation import LITIGATION
from ledger.kinds.shared import titles
from ledger.registers.bad_columns import code_of, words
from ledger.registers.declaration import Column, Entry, Register, Value
from ledger.states import LoanState


@dataclass(frozen=True, slots=True)
class Listed:
    """A case with the loans it is about: those it names, else all of the household."""

    case: Lawsuit
    loans: tuple[LoanState, ...]

    def joined(self, attribute: str) -> str | None:
        """Return what the loans say, each thing once."""
        said = dict.fromkeys(getattr(loan, attribute) for loan in self.loans)
        return "、".join(str(one) for one in said if one) or None


def rows(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[Listed]]:
    """Cases by the day they began; `stage`, `court`; `open_only`: those that are not over."""
    for case in lawsuits(Folds(view)):
        found = view.loans_of(case.household_id) if case.household_id else ()
        named = tuple(loan for loan in found if loan.account_id in case.accounts)
        listed = Listed(case, named or tuple(found))
        if _passes(listed, filters):
            last = case.every[-1]
            yield Entry(listed, last.fact, last.source)


def _passes(listed: Listed, filters: Mapping[str, Any]) -> bool:
    case = listed.case
    if filters.get("open_only") and not case.is_open:
        return False
    if filters.get("household_id") not in (None, case.household_id):
        return False
    if filters.get("court") not in (None, case.said("court")):
        return False
    stage = filters.get("stage")
    if stage is not None:
        code = code_of("litigation", "stage", str(stage))
        if case.stage is None or case.stage.text("stage") != code:
            return False
    return all(
        any(getattr(loan, key) == filters[key] for loan in listed.loans)
        for key in ("unit", "manager")
        if filters.get(key) is not None
    )


def _column(
    key: str, zh: str, es: str, en: str, value: Callable[[Listed], Value], **more: Any
) -> Column[Listed]:
    return Column[Listed](key=key, titles=titles(zh, es, en), value=value, **more)


def _said(field: str, **more: Any) -> Column[Listed]:
    declared = LITIGATION.field(field)
    return Column[Listed](
        key=field,
        titles=declared.titles,
        value=lambda one: one.case.said(field),  # type: ignore[arg-type,return-value]
        **{"width": declared.width} | more,
    )


_MONEY: dict[str, Any] = {"kind": "money", "width": 15, "total": True}

LAWSUITS = Register(
    name="lawsuits",
    titles=titles("诉讼台账", "Registro de juicios", "Register of lawsuits"),
    columns=(
        _column("unit", "机构", "Oficina", "Branch", lambda one: one.joined("unit")),
        _column("household", "户号", "Expediente", "Household",
                lambda one: f"{one.case.household_id:06d}" if one.case.household_id else None,
                width=8),
        _column("borrower", "借款人", "Prestatario", "Borrower",
                lambda one: one.joined("borrower"), width=10),
        _column("iou_no", "借据号", "Nº de pagaré", "IOU no.",
                lambda one: one.joined("number"), width=18),
        _column("case_no", "案号", "Nº de causa", "Case no.",
                lambda one: one.case.case_no, width=22),
        _said("plaintiff"),
        _said("defendants"),
        _said("cause"),
        _said("court"),
        _column("filed_on", "立案日期", "Admitida el", "Filed on",
                lambda one: one.case.filed_on, kind="date", width=11),
        _column("stage", "诉讼阶段", "Etapa", "Stage",
                lambda one: one.case.stage.text("stage") if one.case.stage else None,
                kind="choice", width=9, words=words(LITIGATION.field("stage"))),
        _column("stage_on", "阶段日期", "Desde", "Since",
                lambda one: one.case.stage.effective_on if one.case.stage else None,
                kind="date", width=11),
        _said("amount_fen", **_MONEY),
        _said("judgement"),
        _said("judged_fen", **_MONEY),
        _said("limitation_until", kind="date"),
        _column("execution_no", "执行案号", "Nº de ejecución", "Enforcement no.",
                lambda one: one.case.said("execution_no"), width=20),  # type: ignore[arg-type,return-value]
        _column("step", "执行阶段", "Ejecución", "Enforcement",
                lambda one: one.case.enforced.text("step") if one.case.enforced else None,
                kind="choice", width=11, words=words(EXECUTION.field("step"))),
        _column("step_on", "执行日期", "Fecha", "On",
                lambda one: one.case.enforced.effective_on if one.case.enforced else None,
                kind="date", width=11),
        _column("collected", "执行到位金额", "Cobrado", "Collected",
                lambda one: one.case.collected_fen, **_MONEY),
        _column("costs", "诉讼费用", "Costas", "Costs", lambda one: one.case.costs_fen, **_MONEY),
        _said("lawyer"),
        _column("manager", "管户人", "Oficial", "Loan officer",
                lambda one: one.joined("manager"), width=10),
    ),
    rows=rows,
    filters=frozenset({"unit", "manager", "household_id", "court", "stage", "open_only"}),
)  # fmt: skip
