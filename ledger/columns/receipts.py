"""Receipts as `Repayment`, made for those that somebody looks at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from ledger import facts
from ledger.columns.shape import Array
from ledger.columns.snapshot import AT_ONCE, Snapshot
from ledger.states import Repayment


class Receipts(Sequence[Repayment]):
    """Some repayments, by their positions in the table `repayment`."""

    def __init__(self, snapshot: Snapshot, positions: Array) -> None:
        self._snapshot = snapshot
        self._positions = positions

    def __len__(self) -> int:
        return len(self._positions)

    @overload
    def __getitem__(self, index: int) -> Repayment: ...
    @overload
    def __getitem__(self, index: slice) -> Receipts: ...
    def __getitem__(self, index: int | slice) -> Repayment | Receipts:
        if isinstance(index, slice):
            return Receipts(self._snapshot, self._positions[index])
        place = range(len(self))[index]
        return self._made(place, place + 1)[0]

    def __iter__(self) -> Iterator[Repayment]:
        for start in range(0, len(self), AT_ONCE):
            yield from self._made(start, start + AT_ONCE)

    def _made(self, start: int, stop: int) -> list[Repayment]:
        ids = self._snapshot.known("repayment")["id"][self._positions[start:stop]].tolist()
        return [
            Repayment(
                fact=f"repayment:{row['id']}",
                account_id=row["account_id"],
                on=row["effective_on"],
                principal_fen=row["principal_fen"],
                interest_fen=row["interest_fen"],
                channel=row["channel"],
                source=facts.source_of(row, "principal_fen"),
                interest_source=facts.source_of(row, "interest_fen"),
            )
            for row in self._snapshot.rows("repayment", ids)
        ]
