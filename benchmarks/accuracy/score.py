"""Score a folder of papers: `python -m benchmarks.accuracy.score DIR [--words] [--jobs N]`.

Beside each paper `X.ext` stands what it says, `X.ext.json`: doc_type, language and fields, the
values as `hudang extract --json` prints them; every field the paper has, and no other. A key
`optional` may hold further values that may be read or not. `--gold` names another folder for
these files: `python -m benchmarks.accuracy.score samples/inbox --gold samples/expected`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.accuracy.papers_read import Read, in_processes, read_paper
from benchmarks.accuracy.shown import HEAD, columns, field_rows, miss_line, share
from benchmarks.accuracy.tally import Miss, Tally, compared


@dataclass(frozen=True, slots=True)
class Told:
    """What one paper says."""

    path: Path
    doc_type: str | None
    fields: dict[str, Any]
    optional: dict[str, Any]


def told_papers(folder: Path, gold: Path, words: Sequence[str] = ()) -> list[Told]:
    """Return the papers of `folder` that have a file of what they say, by name.

    words  only papers with all of these in their names
    """
    told = []
    for path in sorted(folder.iterdir()):
        beside = gold / f"{path.name}.json"
        if beside.is_file() and all(word in path.name for word in words):
            said = json.loads(beside.read_text(encoding="utf-8"))
            optional = said.get("optional", {})
            told.append(Told(path, said["doc_type"], said["fields"], optional))
    return told


def marked(told: Told, read: Read, tally: Tally) -> list[Miss]:
    """Count one paper into the tally; return the values that were not read as told."""
    counts, misses = compared(told.fields, read.values(), told.optional)
    tally.take(read.doc_type == told.doc_type, counts)
    if read.doc_type != told.doc_type:
        misses.insert(0, Miss("doc_type", "wrong", told.doc_type, read.doc_type))
    return misses


def main(argv: Sequence[str] | None = None) -> int:
    """Read the papers, print the tables, and with --words each value not read as told."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy.score")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--gold", type=Path, help="folder of the .json files, if another")
    parser.add_argument("--only", nargs="*", default=(), help="words in the papers' names")
    parser.add_argument("--words", action="store_true", help="print each value not read as told")
    parser.add_argument("--jobs", type=int, default=1, help="papers read at a time")
    asked = parser.parse_args(argv)
    told = told_papers(asked.folder, asked.gold or asked.folder, asked.only)
    if not told:
        print(f"No paper in {asked.folder} has a .json beside it.")
        return 2
    tally, types = Tally(), Counter[str]()
    papers = ((one.path.name, one.path.read_bytes()) for one in told)
    for one, read in zip(told, in_processes(read_paper, papers, asked.jobs), strict=True):
        if read.refused:
            print(f"{one.path.name}\trefused\t{read.refused}")
        for miss in marked(one, read, tally):
            if asked.words:
                print(miss_line(one.path.name, miss))
            if miss.field == "doc_type":
                types[f"{miss.told} read as {miss.found}"] += 1
    print(columns(("field", *HEAD), field_rows(tally)))
    print(f"\ntypes {tally.types}/{tally.papers} ({share(tally.types / tally.papers)})")
    for confused, times in types.most_common():
        print(f"  {confused}: {times}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
