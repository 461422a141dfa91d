"""How a paper is laid out in an index, whichever engine keeps it: fields, weights, tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from indexer.analysis import tokens
from indexer.document import IndexedDocument, class_names
from indexer.fields import day_number
from indexer.names import latin_spellings, syllables
from indexer.normalise import BLANK, BREAK, search_form

# Texts as tokens with positions.
TEXTS = (
    "text", "title", "file", "type", "borrower", "party", "staff", "number", "identity",
    "village", "unit", "manager", "class",
)  # fmt: skip
# One token a value.
SPELLINGS = ("borrower_latin", "other_latin")
NUMBERS = ("year", "date", "due", "amount", "household", "newest")
FACETS = {"type": "type_is", "manager": "manager_is", "class": "class_is", "village": "village_is"}

# How much a hit in a field says, beside the text's own score (BM25, about 1 to 15): a person's own
# papers come before papers that name the person, and these before papers that mention the word.
WEIGHTS = {
    "borrower": 100.0, "borrower_is": 100.0, "borrower_latin": 90.0, "number": 40.0,
    "identity": 40.0, "party": 30.0, "other_latin": 25.0, "staff": 8.0, "title": 6.0, "type": 6.0,
    "class": 4.0, "village": 4.0, "unit": 4.0, "manager": 4.0, "file": 2.0,
}  # fmt: skip
SQUEEZED = ("number", "identity")
_NAMES = ("borrower", "borrower_is", "borrower_latin")
SEARCHED: dict[str | None, tuple[str, ...]] = {
    None: ("text", *WEIGHTS),
    "borrower": _NAMES,
    "party": ("party", "other_latin"),
    "person": (*_NAMES, "party", "other_latin", "staff"),
    "contract": ("number",),
    "id": ("identity",),
}


def tokens_of(document: IndexedDocument) -> Iterator[tuple[str, str]]:
    """Yield text fields and spellings with their tokens in order, joined by blanks."""
    for name, values in _texts_of(document):
        forms = [form for value in values if value and (form := search_form(value))]
        if name in SQUEEZED:
            forms = [squeezed(form) for form in forms]
        if forms:
            yield name, " ".join(tokens(BREAK.join(forms)))
    yield "borrower_latin", " ".join(sorted(_spelt(document.borrowers)))
    yield "other_latin", " ".join(sorted(_spelt((*document.parties, *document.staff))))


def values_of(document: IndexedDocument) -> Iterator[tuple[str, str]]:
    """Yield fields that are compared or counted whole."""
    for name in document.borrowers:
        yield "borrower_is", search_form(name)
    for field, value in (
        ("type_is", document.doc_type),
        ("manager_is", document.manager),
        ("class_is", document.classification),
        ("village_is", document.village),
    ):
        if value:
            yield field, value


def numbers_of(document: IndexedDocument) -> Iterator[tuple[str, int]]:
    """Yield fields that are asked for by range; none is negative."""
    if document.dated_on:
        yield "year", document.dated_on.year
        yield "date", day_number(document.dated_on)
    if document.due_on:
        yield "due", day_number(document.due_on)
    for fen in document.amount_fen:
        if fen >= 0:
            yield "amount", fen
    if document.household_id is not None:
        yield "household", document.household_id
    yield "newest", _newest(document)


def _newest(document: IndexedDocument) -> int:
    """Return a number that sorts by the paper's date, then by when it was filed."""
    try:
        filed = int(datetime.fromisoformat(document.filed_at).timestamp())
    except ValueError:
        filed = 0
    dated = day_number(document.dated_on) if document.dated_on else 0
    return dated * 10**10 + max(filed, 0)


def squeezed(form: str) -> str:
    """Return a number's form as people retype it: without its hyphens, brackets and blanks."""
    return form.replace(BREAK, "").replace(BLANK, "")


def _spelt(people: Iterable[str]) -> set[str]:
    forms = [search_form(person) for person in people]
    return {way for form in forms for way in (*latin_spellings(form), *syllables(form))}


def _texts_of(document: IndexedDocument) -> Iterator[tuple[str, tuple[str | None, ...]]]:
    code = (document.doc_type or "").replace("_", " ")
    yield "text", ("\f".join(document.pages),)
    yield "title", (document.title,)
    yield "file", (document.original_name,)
    yield "type", (code, document.doc_type, document.title, *document.type_names)
    yield "borrower", document.borrowers
    yield "party", document.parties
    yield "staff", document.staff
    yield "number", document.numbers
    yield "identity", document.identities
    yield "village", (document.village,)
    yield "unit", (document.unit,)
    yield "manager", (document.manager,)
    yield "class", class_names(document.classification)
