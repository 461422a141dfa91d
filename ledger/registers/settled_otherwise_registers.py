"""已核销、置换、抵债资产: registers of what left the books of loans without being paid."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ledger.bad.settled_otherwise import Repossessed, WrittenOff, repossessed, written_off
from ledger.book import View
from ledger.kinds.repossession import REPOSSESSION
from ledger.kinds.shared import titles
from ledger.kinds.swap import SWAP
from ledger.records import Record
from ledger.registers import loan_columns as loans
from ledger.registers.bad_columns import code_of, words
from ledger.registers.declaration import Column, Entry, Register, Value
from ledger.registers.kind_register import printed
from ledger.states import LoanState

_MONEY: dict[str, Any] = {"kind": "money", "width": 15, "total": True}
_DAY: dict[str, Any] = {"kind": "date", "width": 11}


# -- 已核销贷款台账 ------------------------------------------------------------------------------


def written_off_rows(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[WrittenOff]]:
    """Loans written off, by number; `left`: only those on which something is still claimed."""
    for one in written_off(view):
        if filters.get("left") and one.left_fen <= 0:
            continue
        if next(iter(loans.chosen([one.loan], filters)), None) is None:
            continue
        if one.decisions:
            yield Entry(one, one.decisions[-1].fact, one.decisions[-1].source)
        else:
            yield Entry(one, one.booked[-1].fact, one.booked[-1].source)


def _off(
    key: str, zh: str, es: str, en: str, value: Callable[[WrittenOff], Any], **more: Any
) -> Column[WrittenOff]:
    return Column[WrittenOff](key=key, titles=titles(zh, es, en), value=value, **more)


WRITTEN_OFF = Register(
    name="written-off",
    titles=titles("已核销贷款台账", "Registro de créditos castigados", "Loans written off"),
    columns=(
        _off("unit", "机构", "Oficina", "Branch", lambda one: one.loan.unit, width=14),
        _off("borrower", "借款人", "Prestatario", "Borrower", lambda one: one.loan.borrower),
        _off("identity", "证件号码", "Documento", "ID number",
             lambda one: one.loan.masked_id, width=20),
        _off("iou_no", "借据号", "Nº de pagaré", "IOU no.",
             lambda one: one.loan.number, width=18),
        _off("amount", "借据金额", "Monto", "Amount", lambda one: one.loan.amount_fen, **_MONEY),
        _off("on", "核销日期", "Castigado el", "Written off on", lambda one: one.on, **_DAY),
        _off("principal", "核销本金", "Capital castigado", "Principal",
             lambda one: one.principal_fen, **_MONEY),
        _off("interest_in", "核销表内利息", "Intereses en balance", "Interest on balance sheet",
             lambda one: one.said("interest_in_fen"), **_MONEY),
        _off("interest_off", "核销表外利息", "Intereses fuera de balance", "Interest off it",
             lambda one: one.said("interest_off_fen"), **_MONEY),
        _off("approval_no", "核销批复文号", "Nº de autorización", "Approval no.",
             lambda one: one.said("approval_no"), width=18),
        _off("approved_by", "核销审批机构", "Autorizado por", "Approved by",
             lambda one: one.said("approved_by")),
        _off("ground", "核销依据", "Fundamento", "Ground",
             lambda one: one.said("ground"), width=22),
        _off("recourse", "账销案存", "Acción conservada", "Claim kept",
             lambda one: one.said("recourse"), kind="flag", width=8),
        _off("received", "核销后收回本金", "Recuperado después", "Received since",
             lambda one: one.received_fen, **_MONEY),
        _off("received_on", "最后收回日期", "Último cobro", "Last received",
             lambda one: one.since[-1].effective_on if one.since else None, **_DAY),
        _off("left", "尚未收回本金", "Pendiente", "Still claimed",
             lambda one: one.left_fen, **_MONEY),
        _off("booked", "已记账", "Contabilizado", "In the books",
             lambda one: bool(one.booked), kind="flag", width=8),
        _off("manager", "管户人", "Oficial", "Loan officer", lambda one: one.loan.manager),
    ),
    rows=written_off_rows,
    filters=loans.FILTERS | {"left"},
)  # fmt: skip


# -- 置换 -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Swapped:
    """A loan that was swapped, as stated."""

    record: Record
    loan: LoanState


def swapped_rows(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[Swapped]]:
    """Swaps by day; `means`: 票据置换 or 资金置换."""
    wanted = filters.get("means")
    means = code_of("swap", "means", str(wanted)) if wanted is not None else None
    for record in view.records("swap"):
        if means not in (None, record.text("means")) or record.account_id is None:
            continue
        for loan in loans.chosen([view.loan(record.account_id)], filters):
            yield Entry(Swapped(record, loan), record.fact, record.source)


def _field(name: str) -> Column[Swapped]:
    declared = SWAP.field(name)
    return Column[Swapped](
        key=name,
        titles=declared.titles,
        value=lambda one: one.record.values.get(name),  # type: ignore[arg-type,return-value]
        kind=printed(declared.grammar),
        width=declared.width,
        total=declared.total,
        words=words(declared),
    )


SWAPPED = Register(
    name="swapped",
    titles=titles("置换贷款台账", "Registro de cartera sustituida", "Loans swapped"),
    columns=(
        Column[Swapped](key="unit", titles=loans.UNIT.titles,
                        value=lambda one: one.loan.unit, width=14),
        Column[Swapped](key="borrower", titles=loans.BORROWER.titles,
                        value=lambda one: one.loan.borrower),
        Column[Swapped](key="iou_no", titles=loans.IOU_NO.titles,
                        value=lambda one: one.loan.number, width=18),
        *(_field(field.key) for field in SWAP.fields),
        Column[Swapped](key="balance", titles=loans.BALANCE.titles,
                        value=lambda one: one.loan.balance_fen, **_MONEY),
        Column[Swapped](key="manager", titles=loans.MANAGER.titles,
                        value=lambda one: one.loan.manager),
    ),
    rows=swapped_rows,
    filters=loans.FILTERS | {"means"},
)  # fmt: skip


# -- 抵债资产台账 --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Asset:
    """An asset with the borrower and the branch it came from."""

    of: Repossessed
    borrower: str | None
    unit: str | None


def asset_rows(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[Asset]]:
    """Assets in the order they were taken over; `held`: only those not disposed of."""
    for one in repossessed(view):
        owed = view.loans_of(one.household_id) if one.household_id else ()
        name = view.debtor(one.household_id).name if one.household_id else None
        asset = Asset(one, name, next((loan.unit for loan in owed if loan.unit), None))
        if filters.get("held") and not one.is_held:
            continue
        if filters.get("household_id") not in (None, one.household_id):
            continue
        if filters.get("unit") not in (None, asset.unit):
            continue
        yield Entry(asset, one.facts[-1].fact, one.facts[-1].source)


def _asset(field: str, value: Callable[[Asset], Value] | None = None) -> Column[Asset]:
    declared = REPOSSESSION.field(field)
    return Column[Asset](
        key=field,
        titles=declared.titles,
        value=value or (lambda one: one.of.said(field)),  # type: ignore[arg-type,return-value]
        kind=printed(declared.grammar),
        width=declared.width,
        total=declared.total,
    )


REPOSSESSED_ASSETS = Register(
    name="repossessed-assets",
    titles=titles("抵债资产台账", "Registro de bienes recibidos en pago", "Repossessed assets"),
    columns=(
        Column[Asset](key="unit", titles=loans.UNIT.titles, value=lambda one: one.unit, width=14),
        Column[Asset](key="borrower", titles=loans.BORROWER.titles,
                      value=lambda one: one.borrower),
        Column[Asset](key="asset_no", titles=REPOSSESSION.field("asset_no").titles,
                      value=lambda one: one.of.asset_no, width=14),
        *(
            _asset(field.key, (lambda one: one.of.loss_fen) if field.key == "loss_fen" else None)
            for field in REPOSSESSION.fields
            if field.key not in ("on", "asset_no")
        ),
    ),
    rows=asset_rows,
    filters=frozenset({"held", "household_id", "unit"}),
)  # fmt: skip
