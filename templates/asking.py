"""From what a person asked for to a request that a kind of document can be computed from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection

from archive import database, households
from archive.workspace import Workspace
from extractors.wording import _
from ledger.book import Book, View
from ledger.spans import Span, half_of, month_of, quarter_of, year_of
from templates.choices import choice_of
from templates.kind import Kind
from templates.kinds import kind_of
from templates.request import AskedWrongly, Request

_PERIOD_OF = {"year": year_of, "half": half_of, "quarter": quarter_of, "month": month_of}
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a document is to be about; None is left to the kind.

    span       its period; by default the last full one, for a plan the coming one
    household  its number (户号)
    loan       IOU or contract number
    as_of      the day the figures stand for; by default the period's end, or today
    known_on   what was recorded by the end of that day counts; by default today
    """

    span: Span | None = None
    household: int | str | None = None
    loan: str | None = None
    manager: str | None = None
    unit: str | None = None
    fact: str | None = None
    as_of: date | None = None
    known_on: date | None = None
    language: str | None = None


@contextmanager
def requested(
    workspace: Workspace, kind: str, asked: Asked, *, every: bool = False
) -> Iterator[tuple[Kind, Request]]:
    """Read the ledger as asked for, while the block lasts.

    every  of all there are: the one thing the kind is about need not be named
    Raises UnknownKind, AskedWrongly, UnknownHousehold.
    """
    language = asked.language or _language(workspace, kind)
    chosen, choice = kind_of(kind, language), choice_of(kind)
    _refuse(chosen, asked, every=every)
    if choice and every:
        raise AskedWrongly(
            _("{kind} stands for several documents; name one for all of them: {known}").format(
                kind=choice.name, known=", ".join(choice.among)
            )
        )
    # The ledger's tables must be there before they are read.
    book = Book.of(workspace)
    today = date.today()  # noqa: DTZ011 - the office's own calendar day
    known_on = asked.known_on or today
    span = asked.span or _usual_span(chosen, known_on)
    as_of = asked.as_of or _usual_day(chosen, span, min(known_on, today))
    with database.reading(workspace.engine) as connection:
        view = _narrowed(book.at(as_of, known_on, seen_by=connection), asked)
        request = Request(
            workspace=workspace,
            connection=connection,
            view=view,
            language=language,
            as_of=as_of,
            known_on=known_on,
            span=span,
            household_id=_household(connection, asked.household),
            loan=asked.loan,
            manager=asked.manager,
            unit=asked.unit,
            fact=asked.fact,
        )
        yield (kind_of(choice.pick(request), language) if choice else chosen), request


def _narrowed(view: View, asked: Asked) -> View:
    """Return the loans of the unit and manager asked for; refuse a name without loans."""
    for name, value in (("unit", asked.unit), ("manager", asked.manager)):
        if value is not None:
            view = view.where(**{name: value})
            if not len(view.granted):
                raise AskedWrongly(
                    _(
                        "The ledger holds no loan of {value}. Write the name as the ledger does."
                    ).format(value=value)
                )
    return view


def _language(workspace: Workspace, kind: str) -> str:
    """Return the office's language where the kind exists in it, else its first."""
    titles = kind_of(kind).titles
    language = workspace.settings.office.language
    return language if language in titles else next(iter(titles))


def _refuse(kind: Kind, asked: Asked, *, every: bool) -> None:
    """Refuse what the kind cannot be about, and what it needs and was not told."""
    if kind.compute is None:
        raise AskedWrongly(
            _("{kind} is made by another command: {command}").format(
                kind=kind.name, command=kind.made_by
            )
        )
    if every and kind.each is None:
        raise AskedWrongly(_("{kind} is drafted one at a time.").format(kind=kind.name))
    given = {
        "household": asked.household,
        "loan": asked.loan,
        "manager": asked.manager,
        "unit": asked.unit,
        "fact": asked.fact,
    }
    for name, value in given.items():
        if value is not None and name != kind.subject and name not in kind.scopes:
            raise AskedWrongly(
                _("{kind} is not drafted by {option}; leave it out.").format(
                    kind=kind.name, option=f"--{name}"
                )
            )
    if asked.span and asked.span.kind != kind.period:
        raise AskedWrongly(_period_refused(kind))
    if kind.subject and not every and given[kind.subject] is None:
        raise AskedWrongly(_NEEDED[kind.subject]().format(kind=kind.name))


def _period_refused(kind: Kind) -> str:
    if kind.period is None:
        return _("{kind} does not speak of a period; leave --year and --month out.").format(
            kind=kind.name
        )
    options = {
        "year": "--year 2025",
        "half": "--year 2025 --half 1",
        "quarter": "--year 2025 --quarter 3",
        "month": "--month 2025-09",
    }
    return _("{kind} speaks of another period. Say it so: {option}").format(
        kind=kind.name, option=options[kind.period]
    )


_NEEDED = {
    "household": lambda: _("{kind} is about one household. Say which: --household NUMBER"),
    "loan": lambda: _("{kind} is about one loan. Say which: --loan NUMBER"),
    "manager": lambda: _("{kind} is about one manager. Say which: --manager NAME"),
    "unit": lambda: _("{kind} is about one unit. Say which: --unit NAME"),
    "fact": lambda: _(
        "{kind} is about one fact of the ledger. Say which: --fact warning:3 (see: hudang ledger "
        "register)"
    ),
}


def _usual_span(kind: Kind, known_on: date) -> Span | None:
    """Return the last full period; a plan's is the one that is near."""
    if kind.period is None:
        return None
    period_of = _PERIOD_OF[kind.period]
    if kind.ahead is not None:
        # A day near the end of a long month plus 31 days would skip a short one.
        following = period_of(period_of(known_on).last + _ONE_DAY)
        return period_of(min(known_on + timedelta(days=kind.ahead), following.last))
    return period_of(period_of(known_on).first - _ONE_DAY)


def _usual_day(kind: Kind, span: Span | None, latest: date) -> date:
    if span is None:
        return latest
    return min(span.last if kind.ahead is None else span.first - _ONE_DAY, latest)


def _household(connection: Connection, asked: int | str | None) -> int | None:
    if asked is None:
        return None
    number = str(asked)
    if not number.isascii() or not number.isdigit():
        raise AskedWrongly(
            _("{asked} is not a household number. See: hudang household list").format(asked=number)
        )
    return households.household(connection, int(number)).id
