"""A person's corrections to a reading: parsed by the form's own grammars, then checked again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from extractors import codes, draft_numbers
from extractors.form import DocType, Field, Habits, Window
from extractors.forms import doc_type
from extractors.learned import checked_again
from extractors.locate import printed_value
from extractors.reading import FieldValue, Reading
from extractors.values.plain import folded
from extractors.wording import _

# The rule that stands beside a value that a person gave.
BY_PERSON = "person"


class CorrectionRefused(ValueError):
    """The correction is not one that this form can take."""


def corrected(reading: Reading, said: Mapping[str, str]) -> Reading:
    """Return `reading` with fields set to what a person said, problems looked at afresh.

    said  field name -> value as it would be printed; an empty text removes the field
    Raises CorrectionRefused for a reading without a type, a field the form does not have, and a
    text that is not a value of the field.
    """
    if reading.doc_type is None:
        raise CorrectionRefused(_("Its type is not known: file it with --type first."))
    form = doc_type(reading.doc_type)
    fields = dict(reading.fields)
    for name, text in said.items():
        if text and name == draft_numbers.FIELD:
            fields[name] = (_draft_number(text),)
        elif text:
            fields[name] = (_value(form, name, text, reading.language),)
        else:
            fields.pop(name, None)
    return checked_again(reading, form, fields, *said)


def corrected_part(reading: Reading, number: int | None, said: Mapping[str, str]) -> Reading:
    """Return `reading` with fields of its paper `number` (from 1) set to what a person said.

    Raises CorrectionRefused as `corrected` does, and when it is not clear which paper is meant.
    """
    if not reading.parts:
        if number not in (None, 1):
            raise CorrectionRefused(_("It holds one paper only."))
        return corrected(reading, said)
    if number is None or number > len(reading.parts):
        raise CorrectionRefused(
            _("It holds {count} papers: say which with --part.").format(count=len(reading.parts))
        )
    parts = list(reading.parts)
    chosen = parts[number - 1]
    parts[number - 1] = replace(chosen, reading=corrected(chosen.reading, said))
    return replace(reading, parts=tuple(parts))


def _draft_number(text: str) -> FieldValue:
    """The number of the draft that a paper is the signed copy of; any form may bear one."""
    number = text.strip().upper()
    if not codes.is_draft_number(number):
        raise CorrectionRefused(
            _("What was given for {name} is not a value of that field.").format(
                name=draft_numbers.FIELD
            )
        )
    return FieldValue(value=number, text=number, rule=BY_PERSON)


def _value(form: DocType, name: str, text: str, language: str | None) -> FieldValue:
    declared = [field for field in form.fields if field.name == name]
    if not declared:
        raise CorrectionRefused(
            _("{form} has no field {name}. It has: {names}.").format(
                form=form.name,
                name=name,
                names=", ".join(n for n in form.field_names() if not n.startswith("_")),
            )
        )
    for field in declared:
        for found in field.grammar.read(_window(field, text, language)):
            value = printed_value(field.grammar, found, text[found.start : found.end])
            return FieldValue(value=value, text=text, rule=BY_PERSON)
    raise CorrectionRefused(
        _("What was given for {name} is not a value of that field.").format(name=name)
    )


def _window(field: Field, text: str, language: str | None) -> Window:
    habits = Habits(language=language, currency="CNY" if language == "zh" else "XXX")
    label = (*field.labels.all, "")[0]
    return Window(text=text, folded=folded(text), label=label, unit="", inline=False, habits=habits)
