"""Where facts were taken from, asked by their ids ("record:12"), many at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ledger.book import View
from ledger.figure import Source


def sources_of(view: View, facts: Iterable[str]) -> Mapping[str, Source]:
    """Return the source of each fact by its id; all must be facts that the view holds."""
    wanted: dict[str, list[int]] = defaultdict(list)
    for fact in dict.fromkeys(facts):
        table, _colon, number = fact.partition(":")
        wanted[table].append(int(number))
    return {
        f"{table}:{number}": source
        for table, numbers in wanted.items()
        for number, source in zip(numbers, view.snapshot.sources(table, numbers, None), strict=True)
    }
