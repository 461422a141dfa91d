"""What a kind of fact declares; its form, its column heads, its register all come from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from extractors.reading import Rate

if TYPE_CHECKING:
    from ledger.records import Record

Titles = Mapping[str, str]
# A typed value of a field: fen for money, a code for a choice.
FieldValue = str | int | bool | date | Decimal | Rate

# What a fact of a kind is about.
LOAN, HOUSEHOLD, EITHER, OFFICE = "loan", "household", "either", "office"

# Names that a field cannot have: the fact's own columns.
RESERVED = frozenset(
    {"kind", "subject", "content", "account_id", "household_id", "loan", "household", "unit_of"}
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers a field takes: its code, how it prints, what else people write."""

    code: str
    titles: Titles
    written: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field.

    grammar   a name of ledger.grammars (text, number, money, date, days, decimal, rate, class,
              year, span, phone …), or "choice", "flag" (yes or no), "count"
    labels    what else people write above such a column; the titles count without being repeated
    choices   for "choice": all answers there are
    required  a fact without it is refused
    total     summed below its register
    personal  names a person (an ID number, a phone): its middle is hidden on screens and in print
    width     of its column in a register, in characters
    """

    key: str
    titles: Titles
    grammar: str = "text"
    labels: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    required: bool = False
    total: bool = False
    personal: bool = False
    width: int = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Fields that do not make sense together; `key` is the one to mark."""

    key: str
    code: str
    message: str


def no_faults(_values: Mapping[str, FieldValue]) -> Iterable[Fault]:
    """Find nothing wrong: the check of a kind whose fields do not limit each other."""
    return ()


# Facts that hold, by kind and subject; for a kind that depends on others.
Held = Callable[[str, str], Sequence["Record"]]


def not_against(_values: Mapping[str, FieldValue], _held: Held) -> Iterable[Fault]:
    """Find nothing that the ledger forbids."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of fact.

    about     what it must name: a loan, a household, either of them, or the office (neither)
    dated_by  the field whose day the fact is effective on; of a span (a month, a quarter) the first
    key       fields that tell one fact of a loan (household, office) from another of this kind;
              a second statement with the same key is the same fact
    subject   field by whose value such facts are asked for (a case number, an officer), if any
    needs     for recognising a sheet: each group must have one of its columns; empty: the
              required fields, one by one
    check     what is wrong between fields
    against   what is wrong with them as the ledger stands; asked when a person states the fact
    source    form, rule or text that the kind comes from
    repeats   several facts with one key are several facts (two calls on a day)
    """

    name: str
    titles: Titles
    about: str
    fields: tuple[Field, ...]
    dated_by: str
    key: tuple[str, ...]
    subject: str | None = None
    needs: tuple[tuple[str, ...], ...] = ()
    check: Callable[[Mapping[str, FieldValue]], Iterable[Fault]] = no_faults
    against: Callable[[Mapping[str, FieldValue], Held], Iterable[Fault]] = not_against
    source: str = ""
    repeats: bool = False

    def field(self, key: str) -> Field:
        """Return a field. Raises KeyError."""
        return {each.key: each for each in self.fields}[key]

    def faults(self, values: Mapping[str, Any]) -> list[Fault]:
        """Return what is wrong with typed values that are all there is of a fact."""
        return list(self.check(values))
