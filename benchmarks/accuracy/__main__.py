"""Write papers of many families, read them, and count: `python -m benchmarks.accuracy`.

python -m benchmarks.accuracy --medium text --split dev --words
python -m benchmarks.accuracy --family iou_box --show 1        one paper, to look at
python -m benchmarks.accuracy --split dev --write FOLDER       papers and what they say, as files
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.accuracy import families
from benchmarks.accuracy.as_text import text_bytes, text_of
from benchmarks.accuracy.as_word import word_bytes
from benchmarks.accuracy.papers_read import read_all
from benchmarks.accuracy.pen import Family, Pen
from benchmarks.accuracy.sheet import Sheet
from benchmarks.accuracy.shown import HEAD, columns, field_rows, figures, miss_line, share
from benchmarks.accuracy.tally import Miss, Tally, compared
from benchmarks.accuracy.typeset import lay, pdf_of

MEDIA = {
    "text": (".txt", text_bytes),
    "word": (".docx", word_bytes),
    "pdf": (".pdf", lambda sheet: pdf_of(lay(sheet))),
}


def sheets(chosen: Sequence[Family], each: int, seed: int) -> Iterator[Sheet]:
    """Yield `each` papers of every family; the same ones for the same seed."""
    for family in chosen:
        for number in range(each):
            pen = Pen(family, seed * 1000 + number)
            family.write(pen)
            yield pen.sheet()


def chosen_families(split: str, names: Sequence[str]) -> list[Family]:
    """Return the families of a split, or those whose names hold one of the words."""
    return [
        one
        for name, one in families.ALL.items()
        if (not names or any(word in name for word in names))
        and (split == "all" or names or one.held_out == (split == "held-out"))
    ]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the evaluation in one medium and print its tables."""
    asked = _arguments(argv)
    chosen = chosen_families(asked.split, asked.family)
    papers = list(sheets(chosen, asked.each, asked.seed))
    if asked.show:
        for one in papers[: asked.show]:
            print(text_of(one), json.dumps(one.told(), ensure_ascii=False, indent=1), sep="\n")
        return 0
    ending, write = MEDIA[asked.medium]
    if asked.write:
        asked.write.mkdir(parents=True, exist_ok=True)
        for one in papers:
            path = asked.write / (one.name + ending)
            path.write_bytes(write(one))
            gold = json.dumps({**one.told(), "optional": one.optional}, ensure_ascii=False)
            path.with_name(path.name + ".json").write_text(gold, "utf-8")
        return 0
    by_family: dict[str, Tally] = {one.name: Tally() for one in chosen}
    total = Tally()
    told = ((one.name + ending, write(one)) for one in papers)
    for one, read in zip(papers, read_all(told, asked.jobs), strict=True):
        counts, misses = compared(one.gold, read.values(), one.optional)
        for tally in (total, by_family[one.family]):
            tally.take(read.doc_type == one.doc_type, counts)
        if read.doc_type != one.doc_type:
            misses.insert(0, Miss("doc_type", "wrong", one.doc_type, read.doc_type))
        if asked.words:
            print(
                *(miss_line(one.name, miss) for miss in misses), sep="\n", end="\n" * bool(misses)
            )
    print(columns(("field", *HEAD), field_rows(total)), "\n")
    print(columns(("family", "papers", "types", *HEAD), _family_rows(by_family)))
    print(f"\ntypes {total.types}/{total.papers} ({share(total.types / max(1, total.papers))})")
    return 0


def _family_rows(by_family: dict[str, Tally]) -> list[tuple[str, ...]]:
    return [
        (name, str(one.papers), str(one.types), *figures(one.overall()))
        for name, one in by_family.items()
    ]


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
    return parser.parse_args(argv)


if __name__ == "__main__":
    raise SystemExit(main())
