"""What is asked of a document, and what comes of computing it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from archive.workspace import Workspace
from ledger.book import View
from ledger.spans import Span
from templates.document import Document


class NothingToReport(Exception):
    """The ledger holds nothing for the document that was asked for."""


class AskedWrongly(Exception):
    """A document was asked for without what it is about, or with what it cannot be about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One document as asked for.

    view          the ledger on the day and as known then, only the loans of `unit` and `manager`
    span          the period it speaks of, for kinds that speak of one
    household_id  of kinds about a household
    loan          IOU or contract number
    manager       responsible manager (客户经理), as the ledger writes the name
    unit          branch or unit, as the ledger writes it
    fact          a fact of the ledger: "warning:3"
    """

    workspace: Workspace
    connection: Connection
    view: View
    language: str
    as_of: date
    known_on: date
    span: Span | None = None
    household_id: int | None = None
    loan: str | None = None
    manager: str | None = None
    unit: str | None = None
    fact: str | None = None

    @property
    def institution(self) -> str | None:
        """The institution's name by the settings; None prints a blank."""
        return self.workspace.settings.office.institution or None

    @property
    def department(self) -> str | None:
        """The department's name by the settings; None prints a blank."""
        return self.workspace.settings.office.department or None

    @property
    def period(self) -> Span:
        """The period it speaks of. Raises AskedWrongly for kinds that speak of none."""
        if self.span is None:
            raise AskedWrongly("no period")
        return self.span

    @property
    def year(self) -> int:
        """The year of the period."""
        return self.period.first.year


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed:
    """The values of one document.

    about         the part of its file's name that says what it is about: "2025", "户000012"; no
                  names, no ID numbers
    household_id  in whose file it is filed; None: among the department's papers
    loans         numbers of the loans it is about, where it is about certain ones
    """

    values: Document
    about: str
    household_id: int | None = None
    loans: tuple[str, ...] = ()


def household_of(request: Request) -> int:
    """Return the household asked for. Raises AskedWrongly for kinds that are about none."""
    if request.household_id is None:
        raise AskedWrongly("no household")
    return request.household_id
