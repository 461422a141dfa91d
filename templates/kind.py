"""What a kind of document is: a declaration that drafting, templates and the command line read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from templates.document import Document
from templates.request import Computed, Request

PERIODS = ("year", "half", "quarter", "month")
SUBJECTS = ("household", "loan", "manager", "unit", "fact")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of document.

    name      as `hudang draft NAME` and its template call it
    fields    the frozen dataclass that fills its template
    titles    by language: a template is shipped for each; also the start of the file's name
    doc_type  under which it is filed; a draft inspection report is not yet an inspection report,
              which would make the household's file look complete
    signed_type  under which its signed copy is filed when that comes back; by default `doc_type`
    period    of PERIODS: the stretch of time it speaks of
    ahead     None: it looks back at the last full period. A number: it looks ahead, at the period
              that holds the day so many days from now, with the figures of the evening before it
    subject   of SUBJECTS: the one thing it is about, which must be named
    scopes    "unit", "manager": it may be narrowed to the loans of one
    compute   makes the values; None where another command makes it
    each      makes one for each there is (of the period, unit, manager), for `--all`
    layout    language -> the shipped template, for `python -m templates.build`
    example   (language, rows) -> invented values with about so many lines in each table
    made_by   the command that makes it, where `hudang draft` does not
    """

    name: str
    fields: type[Document]
    titles: dict[str, str]
    doc_type: str
    signed_type: str | None = None
    period: str | None = None
    ahead: int | None = None
    subject: str | None = None
    scopes: tuple[str, ...] = ()
    compute: Callable[[Request], Computed] | None = None
    each: Callable[[Request], Iterator[Computed]] | None = None
    layout: Callable[[str], bytes]
    example: Callable[[str, int], Document]
    made_by: str | None = None
