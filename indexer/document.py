"""What the index knows of one filed paper; independent of the archive and of any engine."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

# Five-level classification as papers print it → the other names by which people ask for it.
CLASS_NAMES = (
    ("正常", "pass", "normal"),
    ("关注", "special_mention", "mención especial", "watch"),
    ("次级", "substandard", "subestándar"),
    ("可疑", "doubtful", "dudoso"),
    ("损失", "loss", "fallido", "pérdida"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedDocument:
    """One paper.

    household_id    None: it belongs to the department
    type_names      what the type is called in each language
    borrowers       names of the household's people, the borrower first: whose paper it is
    parties         names of others on the paper: guarantors, mortgagors …
    staff           names of officers and inspectors on the paper
    identities      ID numbers and USCC of all of them, in full
    numbers         contract, IOU, certificate, registration numbers as printed
    amount_fen      principal amounts in hundredths of the currency's main unit
    due_on          last day of the claim or loan
    filed_at        UTC, ISO 8601
    pages           printed text of each page
    """

    document_id: str
    household_id: int | None = None
    item_no: int = 0
    doc_type: str | None = None
    type_names: tuple[str, ...] = ()
    title: str = ""
    original_name: str = ""
    dated_on: date | None = None
    due_on: date | None = None
    filed_at: str = ""
    village: str | None = None
    unit: str | None = None
    manager: str | None = None
    borrowers: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    staff: tuple[str, ...] = ()
    identities: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    amount_fen: tuple[int, ...] = ()
    classification: str | None = None
    pages: tuple[str, ...] = ()

    @property
    def year(self) -> int | None:
        """The year the paper bears."""
        return self.dated_on.year if self.dated_on else None

    @property
    def household_number(self) -> str | None:
        """户号 as printed: six digits."""
        return None if self.household_id is None else f"{self.household_id:06d}"

    def to_bytes(self) -> bytes:
        """Return the document as stored in an index."""
        stored = {name: getattr(self, name) for name in self.__slots__}
        return json.dumps(stored, ensure_ascii=False, default=date.isoformat).encode()

    @classmethod
    def from_bytes(cls, stored: bytes) -> IndexedDocument:
        """Rebuild a document from `to_bytes`' form. Raises ValueError on anything else."""
        try:
            found: dict[str, Any] = json.loads(stored)
            for field in fields(cls):
                if isinstance(found.get(field.name), list):
                    found[field.name] = tuple(found[field.name])
            for day in ("dated_on", "due_on"):
                found[day] = date.fromisoformat(found[day]) if found[day] else None
            return cls(**found)
        except (KeyError, TypeError) as cause:
            raise ValueError("not a stored document") from cause


def class_names(classification: str | None) -> tuple[str, ...]:
    """Return all names of a class: 次级 is also substandard and subestándar."""
    if not classification:
        return ()
    for names in CLASS_NAMES:
        if any(classification.strip().casefold().startswith(name) for name in names):
            return (classification, *names)
    return (classification,)
