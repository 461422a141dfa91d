"""What the archive knows of a filed paper, brought together for the index."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection

from archive import database, documents, households
from archive.documents import Change, FiledDocument, UnknownDocument
from archive.households import Household, UnknownHousehold
from archive.workspace import Workspace
from extractors import forms
from extractors.reading import Money, Reading, Value
from extractors.wording import LANGUAGES
from indexer.document import IndexedDocument

_log = logging.getLogger(__name__)

_BORROWERS = ("borrower", "co_borrower", "spouse")
_PARTIES = (
    "borrower", "co_borrower", "spouse", "guarantor", "mortgagor", "co_owner", "pledgor",
    "legal_rep", "owner", "holder",
)  # fmt: skip
_STAFF = ("loan_officer", "inspector", "reviewer", "manager")
_DUE = ("end_date", "due_date", "pay_by", "claim_period_end")
_HUNDRED = Decimal(100)


class ArchiveSource:
    """The archive of a workspace as the index follows it; see indexer.index.Source."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def newest(self) -> int:
        """Return the number of the newest change; 0 before the first."""
        with database.reading(self._workspace.engine) as connection:
            return documents.newest_change(connection)

    def changes_since(self, seq: int, limit: int) -> list[Change]:
        """Return at most `limit` changes after `seq`, oldest first."""
        with database.reading(self._workspace.engine) as connection:
            return documents.changes_since(connection, seq, limit)

    def gather(self, document_ids: Iterable[str]) -> Iterator[IndexedDocument]:
        """Yield the papers of these ids; one that is filed no longer is left out."""
        with database.reading(self._workspace.engine) as connection:
            known: dict[int, Household | None] = {}
            for document_id in document_ids:
                try:
                    filed = documents.document(connection, document_id)
                except UnknownDocument:
                    continue
                number = filed.household_id
                if number is not None and number not in known:
                    known[number] = _household(connection, number)
                household = known[number] if number is not None else None
                yield gathered(connection, self._workspace, filed, household)


def gathered(
    connection: Connection, workspace: Workspace, filed: FiledDocument, household: Household | None
) -> IndexedDocument:
    """Return what the index holds of one paper.

    A paper whose text is damaged on the disk is found by what the database knows of it, and the
    log says so; the damage itself is the archive's affair.
    """
    try:
        reading, content = documents.reading_and_content(workspace, filed)
        # The text of a scan of several papers is found in its papers, each with its own type.
        pages = () if reading.parts else tuple(page.text for page in content.pages)
    except (OSError, ValueError, KeyError, TypeError) as cause:
        _log.warning("paper %s indexed without its text: %s", filed.id, type(cause).__name__)
        reading = Reading(doc_type=filed.doc_type, language=None, pages=0, ocr=False)
        pages = ()
    own = _own_people(household, reading)
    kept_numbers = [number for _kind, number in documents.numbers_of(connection, filed.id)]
    return IndexedDocument(
        document_id=filed.id,
        household_id=filed.household_id,
        item_no=filed.item_no,
        doc_type=filed.doc_type,
        type_names=_type_names(filed.doc_type),
        title=filed.title,
        original_name=filed.original_name,
        dated_on=filed.dated_on,
        due_on=_first_day(reading, _DUE),
        filed_at=filed.filed_at,
        village=household.village if household else None,
        unit=household.unit if household else None,
        manager=household.manager if household else None,
        borrowers=own,
        parties=_unique(name for name in _texts(reading, _PARTIES) if name not in own),
        staff=_texts(reading, _STAFF),
        identities=_unique(
            [*_identities_of(household), *_texts(reading, _identity_fields(reading))]
        ),
        numbers=_unique([*_texts(reading, _number_fields(reading)), *kept_numbers]),
        amount_fen=_amounts(reading),
        classification=next(iter(_texts(reading, ("classification",))), None),
        pages=pages,
    )


def _type_names(doc_type: str | None) -> tuple[str, ...]:
    try:
        form = forms.doc_type(doc_type) if doc_type else None
    except KeyError:  # filed by a newer version of the program
        return ()
    return _unique(form.title(language) for language in LANGUAGES) if form else ()


def _number_fields(reading: Reading) -> list[str]:
    """contract_no, certificate_no, iou_no and whatever other numbers forms come to have."""
    return [name for name in reading.fields if name.endswith("_no")]


def _identity_fields(reading: Reading) -> list[str]:
    return [name for name in reading.fields if name.endswith(("id_number", "uscc"))]


def _household(connection: Connection, household_id: int | None) -> Household | None:
    if household_id is None:
        return None
    try:
        return households.household(connection, household_id)
    except UnknownHousehold:
        return None


def _own_people(household: Household | None, reading: Reading) -> tuple[str, ...]:
    if household is None:
        return _texts(reading, _BORROWERS)
    return _unique(person.name for person in household.people)


def _identities_of(household: Household | None) -> list[str]:
    if household is None:
        return []
    return [
        number
        for person in household.people
        for number in (person.id_number, person.uscc)
        if number
    ]


def _texts(reading: Reading, names: Iterable[str]) -> tuple[str, ...]:
    """Return the texts of these fields; a value of another kind is not a text and is left out."""
    found = (value for name in names for value in _values(reading, name) if isinstance(value, str))
    return _unique(text.strip() for text in found if text.strip())


def _values(reading: Reading, name: str) -> Iterable[Value]:
    return (found.value for found in reading.fields.get(name, ()))


def _first_day(reading: Reading, names: Iterable[str]) -> date | None:
    days = (value for name in names for value in _values(reading, name))
    return next((day for day in days if isinstance(day, date)), None)


def _amounts(reading: Reading) -> tuple[int, ...]:
    sums = (value for value in _values(reading, "amount") if isinstance(value, Money))
    return tuple(dict.fromkeys(int(money.amount * _HUNDRED) for money in sums))


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
