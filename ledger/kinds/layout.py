"""A kind's register as offices keep it in a workbook: the layout that comes of its fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from extractors.wording import _
from ledger.kinds.declaration import EITHER, HOUSEHOLD, LOAN, OFFICE, FieldValue, Kind
from ledger.kinds.values import dated, grammar_of, kept
from ledger.layouts import shared
from ledger.layouts.layout import Column, Layout, Proposal, Row, RowRefused


def layout_of(kind: Kind) -> Layout:
    """Return the layout of a kind: its fields, beside the columns that say whom it is about."""
    own = tuple(
        Column(
            key=field.key,
            grammar=grammar_of(field),
            labels=(*dict.fromkeys((*field.titles.values(), *field.labels)),),
            required=field.required,
        )
        for field in kind.fields
    )
    return Layout(
        name=kind.name,
        # A kind's own names go before those that many registers share (责任人, 经办人).
        columns=(*own, *_about(kind, {field.key for field in kind.fields}), *shared.NOTED),
        needs=(*_named(kind), *_recognised(kind)),
        propose=_propose(kind),
    )


def _about(kind: Kind, own: set[str]) -> tuple[Column, ...]:
    if kind.about == OFFICE:
        columns: tuple[Column, ...] = (shared.UNIT, shared.MANAGER)
    else:
        columns = (
            shared.UNIT, shared.BORROWER, shared.DOCUMENT, shared.CLIENT, shared.IDENTITY,
            shared.IOU_NO, shared.CONTRACT_NO, shared.PRODUCT, shared.MANAGER,
        )  # fmt: skip
    return tuple(column for column in columns if column.key not in own)


def _named(kind: Kind) -> tuple[tuple[str, ...], ...]:
    return {
        LOAN: (("iou_no", "contract_no"),),
        HOUSEHOLD: (("identity", "iou_no", "contract_no"),),
        EITHER: (("iou_no", "contract_no", "identity"),),
        OFFICE: (),
    }[kind.about]


def _recognised(kind: Kind) -> tuple[tuple[str, ...], ...]:
    return kind.needs or tuple((field.key,) for field in kind.fields if field.required)


def _propose(kind: Kind) -> Callable[[Row], Iterator[Proposal]]:
    def propose(row: Row) -> Iterator[Proposal]:
        values = {
            field.key: row.values[field.key] for field in kind.fields if field.key in row.values
        }
        on = dated(kind, values)
        if on is None:
            raise RowRefused(kind.dated_by, "no_day", _("no day is given for this"))
        for fault in kind.faults(values):
            raise RowRefused(fault.key, fault.code, fault.message)
        loan = row.values.get("iou_no") or row.values.get("contract_no")
        yield Proposal(
            table="record",
            loan=None if kind.about == OFFICE else loan,
            key=key_of(kind, values),
            effective_on=on,
            content=content_of(kind, values),
            cells={key: row.cells[key] for key in values},
            sheet=row.sheet,
            row=row.number,
            borrower=None if kind.about == OFFICE else shared.borrower_of(row),
            repeats=kind.repeats,
        )

    return propose


def key_of(kind: Kind, values: Mapping[str, FieldValue]) -> tuple[str, ...]:
    """Return what tells a fact of the kind from others about the same loan or household."""
    return (kind.name, *(str(kept(values.get(key, ""))) for key in kind.key))


def content_of(kind: Kind, values: Mapping[str, FieldValue]) -> dict[str, object]:
    """Return a fact's content as the ledger keeps it: kind and subject, then the fields."""
    subject = values.get(kind.subject) if kind.subject else None
    return {
        "kind": kind.name,
        "subject": None if subject is None else str(kept(subject)),
        **{key: kept(value) for key, value in values.items()},
    }
