"""How many second scans are found, and how many other papers are taken for one.

python -m benchmarks.rescans_found [--split dev|held-out|all] [--seed 1]    reads every page: slow
python -m benchmarks.rescans_found --lookup 100000                          time of one look-up
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import insert

from archive import rescans, schema
from archive.database import writing
from archive.settings import Settings
from archive.workspace import create_workspace
from benchmarks.accuracy import families
from benchmarks.rescans import Arrival, arrivals
from extractors.likeness import Features, compare, features_of
from extractors.ocr.engines import engine_of
from extractors.read import read
from extractors.settings import ReadingSettings
from extractors.sketch import FIGURE_BANDS, buckets_of

# So many buckets are shared by all papers between them, as one number on all forms makes them.
CROWDED = 40


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=("dev", "held-out", "all"), default="all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lookup", type=int, metavar="PAPERS")
    asked = parser.parse_args()
    if asked.lookup:
        print(f"one look-up among {asked.lookup} papers: {lookup_ms(asked.lookup):.2f} ms")
        return
    pairs, found = Counter[str](), Counter[str]()
    for kind, same in judged(asked.split, asked.seed):
        pairs[kind] += 1
        found[kind] += same
    for kind in sorted(pairs):
        share = found[kind] / pairs[kind]
        print(f"{kind:40} {pairs[kind]:6} pairs  {share:7.2%} flagged")


def judged(split: str, seed: int) -> Iterator[tuple[str, bool]]:
    """Yield for each pair of papers of one form what it is, and whether it is flagged.

    Flagged is what meets in a bucket and is found alike, as in the archive.
    """
    settings = ReadingSettings()
    engine = engine_of(settings)
    for family in families.ALL.values():
        if split != "all" and family.held_out != (split == "held-out"):
            continue
        arrived: list[tuple[Arrival, Features]] = []
        for arrival in arrivals(family, seed):
            content, understood = read(arrival.data, settings, engine)
            arrived.append((arrival, features_of(content, understood)))
        for (one, ours), (other, theirs) in combinations(arrived, 2):
            meet = bool(buckets_of(ours) & buckets_of(theirs))
            yield _kind(one, other), meet and compare(ours, theirs).same


def _kind(one: Arrival, other: Arrival) -> str:
    if one.paper == other.paper:
        return f"copy: {' and '.join(sorted((one.how, other.how)))}"
    return f"other: {' and '.join(sorted((one.paper, other.paper)))}"


def lookup_ms(papers: int, tries: int = 200) -> float:
    """Return how long it takes to find a paper's candidates among so many, in milliseconds."""
    chance = random.Random(5)
    with TemporaryDirectory() as folder:
        workspace = create_workspace(Path(folder) / "w", Settings())
        with writing(workspace.engine) as connection:
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            ids = [f"{number:026d}" for number in range(papers)]
            _enter(connection, ids, chance)
            begin = time.perf_counter()
            for wanted in chance.sample(ids, tries):
                connection.execute(rescans.sharing_buckets(wanted)).all()
            spent = time.perf_counter() - begin
            # The papers do not exist: nothing of this is kept.
            connection.rollback()
        workspace.engine.dispose()
    return spent / tries * 1000


def _enter(connection, ids: Sequence[str], chance: random.Random) -> None:  # type: ignore[no-untyped-def]
    rows, buckets = [], []
    for number, document_id in enumerate(ids, 1):
        rows.append({"number": number, "document_id": document_id, "seq": number})
        own = {chance.randrange(1 << 62) for _ in range(FIGURE_BANDS - 1)}
        own.add(chance.randrange(CROWDED))
        buckets += [{"bucket": bucket, "sketch": number} for bucket in own]
    connection.execute(insert(schema.document_sketch), rows)
    connection.execute(insert(schema.document_bucket), buckets)


if __name__ == "__main__":
    main()
