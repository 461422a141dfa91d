"""Loans as `LoanState`, made for those that somebody looks at; their sources when looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import accumulate
from typing import Any, overload

import numpy as np
from sqlalchemy import RowMapping

from ledger import facts, schema
from ledger.columns.figure_rows import Behind
from ledger.columns.loans import Loans
from ledger.columns.snapshot import AT_ONCE, Snapshot
from ledger.figure import FigureRow, Source
from ledger.states import LoanState

# What a state takes over from the columns as they are.
_COLUMNS = (
    "account_id", "number", "iou_no", "contract_no", "household_id", "product", "guarantee",
    "occurrence", "purpose", "unit", "manager", "amount_fen", "contract_amount_fen", "rate",
    "rate_unit", "granted_on", "due_on", "first_due_on", "repaid_fen", "balance_fen", "stated_on",
    "stated_balance_fen", "days_overdue", "arrears_in_fen", "arrears_off_fen", "class_code",
    "class_on", "class_decided_on", "previous_class",
)  # fmt: skip

_STATED = ("days_overdue", "arrears_in_fen", "arrears_off_fen")


# So many loans are made once and kept for whoever goes through them again.
_KEPT = 150_000
# The repayments of so many loans are read together: who goes through some asks for them in turn.
_TOGETHER = 64


class States(Sequence[LoanState]):
    """Some loans, each made when it is looked at."""

    def __init__(self, loans: Loans) -> None:
        self._loans = loans
        self._made: list[LoanState] = []

    def __len__(self) -> int:
        return len(self._loans)

    @overload
    def __getitem__(self, index: int) -> LoanState: ...
    @overload
    def __getitem__(self, index: slice) -> States: ...
    def __getitem__(self, index: int | slice) -> LoanState | States:
        if isinstance(index, slice):
            return States(Loans(self._loans.day, self._loans.places[index]))
        place = range(len(self))[index]
        return made(self._part(place, place + 1))[0]

    def __iter__(self) -> Iterator[LoanState]:
        for start in range(0, len(self), AT_ONCE):
            yield from self._some(start)

    def _some(self, start: int) -> list[LoanState]:
        if start < len(self._made):
            return self._made[start : start + AT_ONCE]
        some = made(self._part(start, start + AT_ONCE))
        if start == len(self._made) and len(self) <= _KEPT:
            self._made += some
        return some

    def _part(self, start: int, stop: int) -> Loans:
        return Loans(self._loans.day, self._loans.places[start:stop])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(
            mine == theirs for mine, theirs in zip(self, other, strict=True)
        )

    def __hash__(self) -> int:
        return id(self)

    def __repr__(self) -> str:
        return f"<{len(self)} loans>"


def made(loans: Loans) -> list[LoanState]:
    """Return the states of a few loans."""
    columns: dict[str, list[Any]] = {name: loans.values(name) for name in _COLUMNS}
    debtors = loans.day.snapshot.debtors(columns["household_id"])
    behind = _Behind(loans)
    as_of: date = loans.day.date
    states = []
    for n, values in enumerate(zip(*columns.values(), strict=True)):
        of_loan: dict[str, Any] = dict(zip(columns, values, strict=True))
        debtor = debtors[of_loan["household_id"]]
        states.append(
            LoanState(
                as_of=as_of,
                fact=f"loan:{behind.loans[n]}",
                class_fact=_fact("classification", behind.classes[n]),
                statement_fact=_fact("statement", behind.statements[n]),
                borrower=debtor.name,
                id_number=debtor.id_number,
                village=debtor.village,
                sources=_Sources(behind, n),
                repayments=behind.repayments(n),
                **of_loan,
            )
        )
    return states


def _fact(table: str, number: int) -> str | None:
    return f"{table}:{number}" if number else None


class _Behind:
    """The facts behind some loans: one look at the source of one reads those of all."""

    def __init__(self, loans: Loans) -> None:
        self._snapshot: Snapshot = loans.day.snapshot
        self.loans: list[int] = loans["id"].tolist()
        self.classes: list[int] = loans["class_id"].tolist()
        self.statements: list[int] = loans["statement_id"].tolist()
        self.extensions: list[int] = loans["extension_id"].tolist()
        self._accounts = loans["account_id"]
        self._from: list[int] = loans["received_from"].tolist()
        self._to: list[int] = loans["received_to"].tolist()
        # From which loan on, where the rows of each begin, the rows.
        self._read_together: tuple[int, list[int], list[FigureRow]] = (-1, [], [])

    @cached_property
    def terms(self) -> list[RowMapping | None]:
        """The terms of each loan."""
        return self._read("loan", self.loans)

    @cached_property
    def classifications(self) -> list[RowMapping | None]:
        """The classification in force of each loan."""
        return self._read("classification", self.classes)

    @cached_property
    def stated(self) -> list[RowMapping | None]:
        """The last statement about each loan."""
        return self._read("statement", self.statements)

    @cached_property
    def extended(self) -> list[RowMapping | None]:
        """The extension in force of each loan."""
        return self._read("record", self.extensions)

    def _read(self, table: str, ids: Sequence[int]) -> list[RowMapping | None]:
        found = {row["id"]: row for row in self._snapshot.rows(table, [n for n in ids if n])}
        return [found.get(number) for number in ids]

    def repayments(self, n: int) -> Sequence[FigureRow]:
        """What was received on a loan up to the day."""
        return _Repaid(self, n) if self._to[n] > self._from[n] else ()

    def count(self, n: int) -> int:
        """How many repayments of a loan there are."""
        return self._to[n] - self._from[n]

    def received(self, n: int) -> Sequence[FigureRow]:
        """The repayments of a loan as rows: those of its neighbours are read with them."""
        start = n - n % _TOGETHER
        at, bounds, rows = self._read_together
        if at != start:
            bounds, rows = self._received_from(start)
            self._read_together = (start, bounds, rows)
        return rows[bounds[n - start] : bounds[n - start + 1]]

    def _received_from(self, start: int) -> tuple[list[int], list[FigureRow]]:
        """Return the repayments of some loans, and where those of each begin and end."""
        stop = min(start + _TOGETHER, len(self.loans))
        parts = [np.arange(self._from[n], self._to[n]) for n in range(start, stop)]
        found = np.concatenate(parts)
        accounts = np.repeat(self._accounts[start:stop], [len(part) for part in parts])
        known = self._snapshot.known("repayment")
        rows = Behind.of(
            self._snapshot,
            "repayment",
            "principal_fen",
            known["id"][found],
            accounts,
            -known["principal_fen"][found],
        )
        return [0, *accumulate(len(part) for part in parts)], list(rows)


class _Repaid(Sequence[FigureRow]):
    """What was received on a loan: small, as every loan has one and few are asked for theirs."""

    __slots__ = ("_behind", "_n")

    def __init__(self, behind: _Behind, n: int) -> None:
        self._behind = behind
        self._n = n

    def __len__(self) -> int:
        return self._behind.count(self._n)

    @overload
    def __getitem__(self, index: int) -> FigureRow: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[FigureRow]: ...
    def __getitem__(self, index: int | slice) -> FigureRow | Sequence[FigureRow]:
        return self._behind.received(self._n)[index]

    def __iter__(self) -> Iterator[FigureRow]:
        return iter(self._behind.received(self._n))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __reduce__(self) -> tuple[Any, ...]:
        # Another process has no ledger to read from.
        return tuple, (list(self),)


class _Sources(Mapping[str, Source]):
    """Where each attribute of a loan was taken from."""

    __slots__ = ("_behind", "_n")

    def __init__(self, behind: _Behind, n: int) -> None:
        self._behind = behind
        self._n = n

    def __getitem__(self, name: str) -> Source:
        if name == "class_code":
            return _source(self._behind.classifications[self._n], name, "class")
        if name == "statement":
            return _source(self._behind.stated[self._n], name, None)
        if name in _STATED:
            return _source(self._behind.stated[self._n], name, name)
        if name == "due_on" and self._behind.extensions[self._n]:
            return _source(self._behind.extended[self._n], name, "new_due_on")
        terms = self._behind.terms[self._n]
        if name == "first_due_on":
            name = "due_on"
        if terms is None or name in schema.SHARED or terms.get(name) is None:
            raise KeyError(name)
        return facts.source_of(terms, name)

    def __iter__(self) -> Iterator[str]:
        terms = self._behind.terms[self._n]
        for name, value in terms.items() if terms else ():
            if value is not None and name not in schema.SHARED:
                yield name
        if self._behind.classes[self._n]:
            yield "class_code"
        if self._behind.statements[self._n]:
            yield from ("statement", *_STATED)

    def __len__(self) -> int:
        return sum(1 for _name in self)

    def __reduce__(self) -> tuple[Any, ...]:
        # Another process has no ledger to read from.
        return dict, (dict(self),)

    def __repr__(self) -> str:
        return repr(dict(self))


def _source(row: RowMapping | None, name: str, column: str | None) -> Source:
    if row is None:
        raise KeyError(name)
    return facts.source_of(row, column)
