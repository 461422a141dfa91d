"""Papers of the evaluation, bound together at random, come apart where they were bound."""

from __future__ import annotations

import random
from functools import cache

from benchmarks.accuracy import families
from benchmarks.accuracy.as_text import text_of
from benchmarks.accuracy.measure import sheets
from extractors.papers import understand_scan
from extractors.settings import ReadingSettings
from tests.typed_paper import typed

BUNDLES = 40


@cache
def papers() -> dict[str, list[list[str]]]:
    """Pages of generated papers by language; a long paper has two."""
    found: dict[str, list[list[str]]] = {}
    for sheet in sheets([one for one in families.ALL.values() if not one.held_out], 1, 7):
        found.setdefault(sheet.language, []).append(pages(text_of(sheet)))
    return found


def pages(text: str) -> list[str]:
    lines = text.split("\n")
    if "\f" in text:
        return text.split("\f")
    if len(lines) <= 34:
        return [text]
    half = len(lines) // 2
    return ["\n".join(lines[:half]), "\n".join(lines[half:])]


def test_no_generated_paper_is_cut_by_itself() -> None:
    cut = [
        paper
        for of_language in papers().values()
        for paper in of_language
        if understand_scan(typed("\f".join(paper)), ReadingSettings()).parts
    ]

    assert not cut


def test_bundles_of_generated_papers_are_cut_where_papers_begin() -> None:
    rng = random.Random(5)  # noqa: S311 - the same bundles each time
    right = wrong = missed = 0
    for _ in range(BUNDLES):
        language = rng.choice(sorted(papers()))
        of_language = papers()[language]
        bound = rng.sample(of_language, min(rng.randint(2, 4), len(of_language)))
        starts, at = set(), 1
        for paper in bound:
            starts.add(at)
            at += len(paper)
        text = "\f".join(page for paper in bound for page in paper)
        parts = understand_scan(typed(text), ReadingSettings()).parts
        found = {part.pages[0] for part in parts[1:]}
        right += len(found & starts)
        wrong += len(found - starts)
        missed += len(starts - {1} - found)

    assert wrong == 0
    assert right / (right + missed) >= 0.93
