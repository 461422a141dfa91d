"""Write papers of many families, read them, and count: `python -m benchmarks.accuracy`.

python -m benchmarks.accuracy --medium text --split dev --words
python -m benchmarks.accuracy --family iou_box --show 1        one paper, to look at
python -m benchmarks.accuracy --split dev --write FOLDER       papers and what they say, as files
python -m benchmarks.accuracy --publish                        all media; writes docs/accuracy.md
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from benchmarks.accuracy import families
from benchmarks.accuracy.as_text import text_of
from benchmarks.accuracy.measure import MEDIA, Measured, measure, sheets
from benchmarks.accuracy.pen import Family
from benchmarks.accuracy.sheet import Sheet
from benchmarks.accuracy.shown import (
    CURVE_HEAD,
    HEAD,
    columns,
    curve_rows,
    field_rows,
    figures,
    miss_line,
    share,
)
from benchmarks.accuracy.tally import Tally


def chosen_families(split: str, names: Sequence[str]) -> list[Family]:
    """Return the families of a split, or those whose names hold one of the words."""
    return [
        one
        for name, one in families.ALL.items()
        if (not names or any(word in name for word in names))
        and (split == "all" or names or one.held_out == (split == "held-out"))
    ]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the evaluation in one medium and print its tables, or in all and publish them."""
    asked = _arguments(argv)
    if asked.publish:
        from benchmarks.accuracy.publish import publish

        publish(asked.jobs)
        return 0
    papers = list(sheets(chosen_families(asked.split, asked.family), asked.each, asked.seed))
    if asked.show:
        for one in papers[: asked.show]:
            print(text_of(one), json.dumps(one.told(), ensure_ascii=False, indent=1), sep="\n")
    elif asked.write:
        _write(asked.write, asked.medium, papers)
    else:
        _print(measure(asked.medium, papers, asked.jobs), words=asked.words)
    return 0


def _write(folder: Path, medium: str, papers: Sequence[Sheet]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for one in papers:
        scan = MEDIA[medium](one)
        path = folder / (one.name + scan.ending)
        path.write_bytes(scan.data)
        told = {**one.told(), "optional": one.optional}
        gold = json.dumps(told, ensure_ascii=False, indent=1)
        path.with_name(path.name + ".json").write_text(gold, encoding="utf-8")


def _print(result: Measured, *, words: bool) -> None:
    if words:
        for paper, miss in result.misses:
            print(miss_line(paper, miss))
    total = result.total
    print(columns(("field", *HEAD), field_rows(total)), "\n")
    rows = [(name, *_row(tally)) for name, tally in result.families.items()]
    print(columns(("family", "papers", "types", *HEAD), rows), "\n")
    if result.shown.values:
        shown = result.shown
        pages, boxes = share(shown.pages / shown.values), share(shown.boxes / shown.values)
        print(f"of {shown.values} right values: page right {pages}, box right {boxes}\n")
    print(columns(CURVE_HEAD, curve_rows(result.sure)))
    print(f"\ntypes {total.types}/{total.papers} ({share(total.types / max(1, total.papers))})")


def _row(tally: Tally) -> tuple[str, ...]:
    return (str(tally.papers), str(tally.types), *figures(tally.overall()))


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy")
    parser.add_argument("--medium", choices=MEDIA, default="text")
    parser.add_argument("--split", choices=("dev", "held-out", "all"), default="dev")
    parser.add_argument("--family", nargs="*", default=(), help="words in the families' names")
    parser.add_argument("--each", type=int, default=12, help="papers of each family")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1, help="papers read at a time")
    parser.add_argument("--words", action="store_true", help="print each value not read as told")
    parser.add_argument("--show", type=int, default=0, help="print papers instead of reading them")
    parser.add_argument("--write", type=Path, help="write papers into a folder instead")
    parser.add_argument("--publish", action="store_true", help="write docs/accuracy.md")
    return parser.parse_args(argv)


if __name__ == "__main__":
    raise SystemExit(main())
