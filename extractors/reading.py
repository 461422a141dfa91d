"""A Reading: what was understood of one document, each value with the place it was read from.

A value that was not read is absent. A doubtful one is present with a `Problem` beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from extractors.content import Box


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in the currency's main unit (yuan, not fen or 万元) and its ISO 4217 code."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Rate:
    """An interest rate as the paper states it, never converted.

    unit  percent_year, percent_month, permille_month, percent_day, bp_over_LPR_1Y, percent_total
    """

    value: Decimal
    unit: str


Value = str | int | bool | Decimal | date | Money | Rate

T = TypeVar("T", bound=Value)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldValue:
    """One value of one field.

    value       typed and normalised: term in months (int), area in m2 (Decimal), dates as dates
    text        as printed
    page, box   where it stands; None where the source has no geometry
    confidence  0-1
    rule        name of the rule that read it, for people who ask why
    """

    value: Value
    text: str
    page: int | None = None
    box: Box | None = None
    confidence: float = 1.0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person must look at. `field` is None when it concerns the whole document.

    code     stable, for machines and translation: "amount_words_mismatch"
    message  one sentence for the person, in the language of the workspace; no personal data
    """

    field: str | None
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A code of ours on a page, or on the separator sheet before it (extractors.codes)."""

    text: str
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one document says.

    doc_type    a name of extractors.forms, or None: no form known here claims the document
    language    "zh", "es", "en" or None
    evidence    the marks that decided the type, as printed
    fields      one entry per field that was read; several values where the paper names several
    copies      pages of each printing of this one paper, when the scan holds it more than once
    parts       the papers of a scan that holds several; then the rest of the reading speaks of the
                paper the scan begins with (of all of it, while the first cut is not sure)
    codes       labels on its pages and the separator sheet before it; to be checked, not believed
    """

    doc_type: str | None
    language: str | None
    pages: int
    ocr: bool
    evidence: tuple[str, ...] = ()
    fields: Mapping[str, tuple[FieldValue, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    copies: tuple[tuple[int, ...], ...] = ()
    parts: tuple[Part, ...] = ()
    codes: tuple[Mark, ...] = ()

    def value(self, name: str, kind: type[T]) -> T | None:
        """Return the first value of field `name`, or None if it was not read.

        Raises TypeError when the form declares another type than `kind`: a bug, not bad input.
        """
        return next(self.values(name, kind), None)

    def values(self, name: str, kind: type[T]) -> Iterator[T]:
        """Yield every value of field `name`, in the order of the paper."""
        for found in self.fields.get(name, ()):
            if not isinstance(found.value, kind):
                raise TypeError(
                    f"field {name} holds {type(found.value).__name__}, not {kind.__name__}"
                )
            yield found.value

    def to_json(self, *, explain: bool = True) -> dict[str, Any]:
        """Return the JSON form of docs/formats.md: one value an object, several a list.

        explain  with the evidence for the type, each value's rule and JSON type: the form that is
                 stored and that `from_json` reads. Without it, the form `hudang extract` prints.
        """
        return {
            "doc_type": self.doc_type,
            "language": self.language,
            "pages": self.pages,
            "ocr": self.ocr,
            **({"evidence": list(self.evidence)} if explain else {}),
            "fields": {
                name: _one_or_many(found, explain) for name, found in self.fields.items() if found
            },
            "problems": [
                {"field": p.field, "code": p.code, "message": p.message} for p in self.problems
            ],
            **self._beside(explain),
        }

    def _beside(self, explain: bool) -> dict[str, Any]:
        """Copies, parts and codes, where there are any: most readings have none."""
        shown: dict[str, Any] = {}
        if self.copies:
            shown["copies"] = [list(pages) for pages in self.copies]
        if self.parts:
            shown["parts"] = [part.to_json(explain=explain) for part in self.parts]
        if self.codes:
            shown["codes"] = [{"text": mark.text, "page": mark.page} for mark in self.codes]
        return shown

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Reading:
        """Rebuild a Reading from `to_json`'s form. Raises ValueError on any other shape."""
        try:
            return cls(
                doc_type=data["doc_type"],
                language=data["language"],
                pages=data["pages"],
                ocr=data["ocr"],
                evidence=tuple(data.get("evidence", ())),
                fields={
                    name: tuple(
                        _field_from_json(one)
                        for one in (found if isinstance(found, list) else [found])
                    )
                    for name, found in data["fields"].items()
                },
                problems=tuple(
                    Problem(p["field"], p["code"], p["message"]) for p in data["problems"]
                ),
                copies=tuple(tuple(map(int, pages)) for pages in data.get("copies", ())),
                parts=tuple(Part.from_json(part) for part in data.get("parts", ())),
                codes=tuple(
                    Mark(str(mark["text"]), int(mark["page"])) for mark in data.get("codes", ())
                ),
            )
        except (KeyError, TypeError, AttributeError) as cause:
            raise ValueError(f"not a reading: {cause!r}") from cause


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One paper of a scan that holds several.

    pages       page numbers of the scan, ascending; copies of the paper included
    reading     what these pages say, with the scan's page numbers
    confidence  0-1: how sure it is that a paper begins here; 1.0 where a person said so
    why         what speaks for the cut: "title", "numbering", "blank_page", "party" …, "person"
    """

    pages: tuple[int, ...]
    reading: Reading
    confidence: float = 1.0
    why: tuple[str, ...] = ()

    def to_json(self, *, explain: bool = True) -> dict[str, Any]:
        """Return the JSON form of docs/formats.md."""
        return {
            "page_numbers": list(self.pages),
            "confidence": round(self.confidence, 3),
            "why": list(self.why),
            **self.reading.to_json(explain=explain),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Part:
        """Rebuild a Part from `to_json`'s form; fails as `Reading.from_json` does."""
        return cls(
            pages=tuple(map(int, data["page_numbers"])),
            reading=Reading.from_json(data),
            confidence=float(data["confidence"]),
            why=tuple(map(str, data["why"])),
        )


def _one_or_many(found: tuple[FieldValue, ...], explain: bool) -> Any:
    as_json = [_field_to_json(one, explain) for one in found]
    return as_json[0] if len(as_json) == 1 else as_json


def _field_to_json(found: FieldValue, explain: bool) -> dict[str, Any]:
    shown = {
        "value": value_to_json(found.value),
        "text": found.text,
        "page": found.page,
        "box": [round(edge, 1) for edge in found.box] if found.box else None,
        "confidence": round(found.confidence, 3),
    }
    return shown | {"rule": found.rule} | _type_mark(found.value) if explain else shown


def _type_mark(value: Value) -> dict[str, str]:
    """Dates and decimals are strings in JSON; their kind stands beside them."""
    if isinstance(value, date):
        return {"type": "date"}
    if isinstance(value, Decimal):
        return {"type": "decimal"}
    return {}


def value_to_json(value: Value) -> Any:
    """Return a value as JSON: ISO dates, decimal strings, money and rate as small objects."""
    match value:
        case Money(amount, currency):
            return {"value": format(amount, "f"), "currency": currency}
        case Rate(number, unit):
            return {"value": format(number, "f"), "unit": unit}
        case date():
            return value.isoformat()
        case Decimal():
            return format(value, "f")
        case _:
            return value


def _field_from_json(data: Mapping[str, Any]) -> FieldValue:
    box = data.get("box")
    return FieldValue(
        value=_value_from_json(data["value"], data.get("type")),
        text=data["text"],
        page=data.get("page"),
        box=(box[0], box[1], box[2], box[3]) if box else None,
        confidence=data.get("confidence", 1.0),
        rule=data.get("rule", ""),
    )


def _value_from_json(value: Any, kind: str | None) -> Value:
    if isinstance(value, dict):
        number = Decimal(value["value"])
        return (
            Money(number, value["currency"]) if "currency" in value else Rate(number, value["unit"])
        )
    if kind == "date":
        return date.fromisoformat(value)
    if kind == "decimal":
        return Decimal(value)
    if isinstance(value, str | int | bool):
        return value
    raise ValueError(f"not a field value: {value!r}")
