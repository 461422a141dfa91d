"""A person's statement of a fact: words given at the keyboard, read and checked like cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractors.wording import _
from ledger.book import View
from ledger.grammars import CellRefused, Context
from ledger.kinds.declaration import EITHER, HOUSEHOLD, LOAN, Field, FieldValue, Kind
from ledger.kinds.layout import content_of, key_of
from ledger.kinds.values import dated, read_field
from ledger.recording import FactRefused, NewFact
from ledger.records import Record
from ledger.sheets import Cell


def stated(
    kind: Kind,
    said: Mapping[str, str],
    *,
    language: str,
    view: View,
    loan: str | None = None,
    household_id: int | None = None,
    correcting: Record | None = None,
) -> NewFact:
    """Return the fact that a person states by fields (keys or titles, in words).

    correcting  the fact it corrects: fields that are not given stay; an empty word clears one
    Raises FactRefused naming the field, and what ledger.book raises for unknown loans.
    """
    values: dict[str, FieldValue] = dict(correcting.values) if correcting else {}
    for name, word in said.items():
        field = _field(kind, name)
        value = _read(field, word, language)
        values.pop(field.key, None)
        if value is not None:
            values[field.key] = value
    _complete(kind, values)
    _allowed(kind, values, view)
    on = dated(kind, values)
    assert on is not None  # noqa: S101 - a kind is dated by a field of days or spans
    if correcting:
        number = view.loan(correcting.account_id).number if correcting.account_id else None
        household_id = correcting.household_id
    else:
        number, household_id = _about(kind, view, loan, household_id)
    return NewFact(
        table="record",
        key=key_of(kind, values),
        effective_on=on,
        content=content_of(kind, values),
        loan=number,
        household_id=household_id,
        corrects=correcting.fact if correcting else None,
        repeats=kind.repeats,
    )


def taken_back(kind: Kind, held: Record, view: View) -> NewFact:
    """Return what makes a fact void: it should not have been stated."""
    return NewFact(
        table="record",
        key=(),
        effective_on=held.effective_on,
        content=content_of(kind, held.values),
        loan=view.loan(held.account_id).number if held.account_id else None,
        household_id=held.household_id,
        corrects=held.fact,
        void=True,
    )


def words_of(pairs: Sequence[str]) -> dict[str, str]:
    """Return FIELD=VALUE arguments as a mapping. Raises FactRefused."""
    said = {}
    for pair in pairs:
        name, equals, word = pair.replace("＝", "=").partition("=")
        if not equals:
            raise FactRefused(
                _("“{said}” is no field with its value. Write it as FIELD=VALUE.").format(said=name)
            )
        said[name.strip()] = word.strip()
    return said


def _field(kind: Kind, name: str) -> Field:
    for field in kind.fields:
        if name.casefold() in {
            way.casefold() for way in (field.key, *field.titles.values(), *field.labels)
        }:
            return field
    raise FactRefused(
        _("{kind} has no field {name}. Its fields: {fields}.").format(
            kind=kind.name, name=name, fields=", ".join(field.key for field in kind.fields)
        )
    )


def _read(field: Field, word: str, language: str) -> FieldValue | None:
    if not word:
        return None
    context = Context(
        label=field.titles["zh"], language=language, chinese=language == "zh", kind=None
    )
    try:
        return read_field(field, Cell(1, 1, word), context)
    except CellRefused as refused:
        raise FactRefused(
            _("{field}: {message}; expected: {expected}.").format(
                field=field.key, message=refused.message, expected=refused.expected
            )
        ) from refused


def _complete(kind: Kind, values: Mapping[str, FieldValue]) -> None:
    required = [field.key for field in kind.fields if field.required] + [kind.dated_by]
    missing = [key for key in dict.fromkeys(required) if key not in values]
    if missing:
        raise FactRefused(
            _("{kind} cannot be recorded without: {fields}.").format(
                kind=kind.name, fields=", ".join(missing)
            )
        )
    for fault in kind.faults(values):
        raise FactRefused(f"{fault.key}: {fault.message}")


def _allowed(kind: Kind, values: Mapping[str, FieldValue], view: View) -> None:
    faults = kind.against(values, lambda name, subject: view.records(name, subject=subject))
    for fault in faults:
        raise FactRefused(f"{fault.key}: {fault.message}")


def _about(
    kind: Kind, view: View, loan: str | None, household_id: int | None
) -> tuple[str | None, int | None]:
    if loan and kind.about in (LOAN, EITHER, HOUSEHOLD):
        found = view.loan(loan)
        return (None if kind.about == HOUSEHOLD else found.number), found.household_id
    if household_id is not None and kind.about in (HOUSEHOLD, EITHER):
        return None, household_id
    wanted = {
        LOAN: _("Say which loan it is about: --loan NUMBER."),
        EITHER: _("Say what it is about: --loan NUMBER or --household NUMBER."),
        HOUSEHOLD: _("Say which household it is about: --household NUMBER."),
    }
    if kind.about in wanted:
        raise FactRefused(wanted[kind.about])
    return None, None
