"""The rows of a register of loans: counted at once, made a part at a time when looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, overload

from ledger.columns.loans import Loans
from ledger.columns.snapshot import AT_ONCE

if TYPE_CHECKING:
    from ledger.registers.declaration import Column, TableRow, Value

# Values are made faster than facts and sources are read.
_VALUES_AT_ONCE = 10_000


class LoanRows(Sequence["TableRow"]):
    """One row a loan, in the order of `loans`."""

    def __init__(self, columns: Sequence[Column[Any]], loans: Loans) -> None:
        self.columns = columns
        self.loans = loans

    def __len__(self) -> int:
        return len(self.loans)

    @overload
    def __getitem__(self, index: int) -> TableRow: ...
    @overload
    def __getitem__(self, index: slice) -> LoanRows: ...
    def __getitem__(self, index: int | slice) -> TableRow | LoanRows:
        if isinstance(index, slice):
            return LoanRows(self.columns, self.loans.part(index))
        place = range(len(self))[index]
        return self._made(self.loans.part(slice(place, place + 1)))[0]

    def __iter__(self) -> Iterator[TableRow]:
        for start in range(0, len(self), AT_ONCE):
            yield from self._made(self.loans.part(slice(start, start + AT_ONCE)))

    def values(self) -> Iterator[tuple[Value, ...]]:
        """Yield what the rows print, without reading where it comes from."""
        for start in range(0, len(self), _VALUES_AT_ONCE):
            yield from self._values(self.loans.part(slice(start, start + _VALUES_AT_ONCE)))

    def totals(self) -> tuple[Value, ...]:
        """Return the sum of each column that has one."""
        return tuple(
            self.loans.total(column.of) if column.total and isinstance(column.of, str) else None
            for column in self.columns
        )

    def _values(self, loans: Loans) -> Iterator[tuple[Value, ...]]:
        return zip(*(column.values(loans) for column in self.columns), strict=True)

    def _made(self, loans: Loans) -> list[TableRow]:
        from ledger.registers.declaration import TableRow

        return [
            TableRow(values, row.fact, row.source)
            for values, row in zip(self._values(loans), loans.behind(), strict=True)
        ]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"<{len(self)} rows>"
