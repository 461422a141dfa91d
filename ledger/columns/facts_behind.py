"""Facts of one table, picked by position, as rows behind a figure."""

from __future__ import annotations

from ledger.columns.figure_rows import Behind
from ledger.columns.shape import Array
from ledger.columns.snapshot import Snapshot


def behind(
    snapshot: Snapshot, table: str, column: str | None, positions: Array, amounts: Array | None
) -> Behind:
    """Return facts about loans as rows, labelled with the loans' numbers.

    column   which column says where each was taken from; None: the fact as a whole
    amounts  one a row; None: rows that only count
    """
    known = snapshot.known(table)
    return Behind.of(
        snapshot, table, column, known["id"][positions], known["account_id"][positions], amounts
    )


def money(snapshot: Snapshot, table: str, column: str, positions: Array) -> Behind:
    """Return facts as rows whose amount, and source, is one column of theirs."""
    amounts = snapshot.known(table)[column][positions]
    return behind(snapshot, table, column, positions, amounts)
