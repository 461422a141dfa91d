"""The whole evaluation, and docs/accuracy.md: the same page for the same program."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.accuracy import families
from benchmarks.accuracy.measure import WITH_PLACES, Measured, measure, sheets
from benchmarks.accuracy.pen import Family
from benchmarks.accuracy.shown import CURVE_HEAD, HEAD, curve_rows, field_rows, figures, share
from benchmarks.accuracy.tally import KEY_FIELDS, Tally

PAGE = Path(__file__).resolve().parents[2] / "docs" / "accuracy.md"
WORDS = Path(__file__).with_name("page.md")
# Papers of each held-out family; drawing and reading a scan takes a hundred times as long.
EACH = {"text": 12, "word": 12, "pdf": 12, "clean scan": 2, "bad scan": 2}
# And of each of the others, whose figures only show how far wordings that were seen differ.
EACH_SEEN = {"text": 4}
SEED = 2
MEDIUM_HEAD = ("medium", "papers", "types right", "precision", "recall", "invented",
               "key precision", "key recall", "key invented")  # fmt: skip


def publish(jobs: int) -> None:
    """Measure every medium on the held-out families and write the page."""
    held = [one for one in families.ALL.values() if one.held_out]
    seen = [one for one in families.ALL.values() if not one.held_out]
    measured = [_measured(medium, held, each, jobs) for medium, each in EACH.items()]
    known = [_measured(medium, seen, each, jobs) for medium, each in EACH_SEEN.items()]
    PAGE.write_text(page(measured, known, held, seen), encoding="utf-8")
    print(f"Written: docs/{PAGE.name}", file=sys.stderr)


def _measured(medium: str, chosen: Sequence[Family], each: int, jobs: int) -> Measured:
    print(f"{medium}, {len(chosen)} families ...", file=sys.stderr, flush=True)
    return measure(medium, list(sheets(chosen, each, SEED)), jobs)


def page(
    measured: Sequence[Measured],
    known: Sequence[Measured],
    held: Sequence[Family],
    seen: Sequence[Family],
) -> str:
    """Return the page: the words of page.md with the tables in their places."""
    text, scans = measured[0], [one for one in measured if one.medium.endswith("scan")]
    tables = {
        "media": markdown(MEDIUM_HEAD, [_medium_row(one.medium, one.total) for one in measured]),
        "seen": markdown(MEDIUM_HEAD, [_medium_row(one.medium, one.total) for one in known]),
        "fields": markdown(("field", *HEAD), field_rows(_together(one.total for one in measured[:3]))),
        "scan fields": markdown(("field", *HEAD), field_rows(_together(one.total for one in scans))),
        "types": markdown(
            ("type", "papers", "types right", *HEAD),
            [(name, *_with_papers(tally)) for name, tally in sorted(text.types.items())],
        ),
        "families": markdown(
            ("family", "papers", "types right", *HEAD),
            [(name, *_with_papers(tally)) for name, tally in text.families.items()],
        ),
        "faults": markdown(
            ("fault", "papers", "types right", *HEAD),
            [(name, *_with_papers(tally)) for one in scans for name, tally in sorted(one.faults.items())],
        ),
        "evidence": markdown(
            ("medium", "right values", "page right", "box right"),
            [_place_row(one) for one in measured if one.medium in WITH_PLACES],
        ),
        "curve": markdown(CURVE_HEAD, curve_rows(value for one in measured for value in one.sure)),
        "held": ", ".join(f"`{one.name}`" for one in held),
        "seen families": ", ".join(f"`{one.name}`" for one in seen),
        "count": f"{len(held) + len(seen)}",
        "held count": f"{len(held)}",
    }  # fmt: skip
    words = WORDS.read_text(encoding="utf-8")
    for name, table in tables.items():
        words = words.replace("{{" + name + "}}", table)
    return words


def _medium_row(name: str, tally: Tally) -> tuple[str, ...]:
    every, key = tally.overall(), tally.overall(KEY_FIELDS)
    return (
        name,
        str(tally.papers),
        share(tally.types / tally.papers),
        *map(share, (every.precision, every.recall, every.invented_share)),
        *map(share, (key.precision, key.recall, key.invented_share)),
    )


def _with_papers(tally: Tally) -> tuple[str, ...]:
    return str(tally.papers), str(tally.types), *figures(tally.overall())


def _place_row(one: Measured) -> tuple[str, ...]:
    shown = one.shown
    parts = (shown.pages, shown.boxes)
    shares = (share(part / shown.values if shown.values else None) for part in parts)
    return one.medium, str(shown.values), *shares


def _together(tallies: Iterable[Tally]) -> Tally:
    whole = Tally()
    for tally in tallies:
        whole.papers += tally.papers
        whole.types += tally.types
        whole.take_fields(tally.fields)
    return whole


def markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return rows as a table of Markdown, figures to the right."""
    marks = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, marks, *rows))
