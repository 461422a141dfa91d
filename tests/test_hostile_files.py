"""Malicious and broken files: each ends as its case says, in its own process, within its limits."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors import host
from extractors.child import ReadDone, ReaderPool, ReadOutcome
from extractors.settings import ReadingSettings
from extractors.sources.refusal import MESSAGES
from tests.hostile import (
    CLASSES,
    READ,
    Case,
    image_cases,
    office_cases,
    packed_cases,
    pdf_cases,
    text_cases,
)

MADE_BY = (image_cases, office_cases, packed_cases, pdf_cases, text_cases)
SETTINGS = ReadingSettings(processes=2, time_limit_s=30, memory_mb=900, language="en")


@pytest.fixture(scope="module")
def pool() -> Iterator[ReaderPool]:
    with ReaderPool(SETTINGS) as readers:
        yield readers


def ended_as(outcome: ReadOutcome, case: Case) -> str:
    """Return "" if the outcome is the expected one, else what it was."""
    if not isinstance(outcome, ReadDone):
        if outcome.code not in case.ends:
            return f"{outcome.code} {outcome.detail}"
        return "" if outcome.message == MESSAGES[outcome.code] else "no reason in plain words"
    if READ not in case.ends:
        return "read"
    noted = {problem.code for problem in outcome.reading.problems}
    if not case.notes <= noted:
        return f"noted {sorted(noted)}"
    return "" if case.says in outcome.content.text else "other words"


@pytest.mark.parametrize("kind", CLASSES)
def test_every_file_of_the_class_ends_as_it_must(
    kind: str, tmp_path: Path, pool: ReaderPool
) -> None:
    cases = list(CLASSES[kind]())
    assert len({case.name for case in cases}) == len(cases)
    paths = [tmp_path / f"{number}" for number in range(len(cases))]
    for path, case in zip(paths, cases, strict=True):
        path.write_bytes(case.data)

    outcomes = [(case, pool.submit(path)) for path, case in zip(paths, cases, strict=True)]

    wrong = {case.name: ended_as(future.result(), case) for case, future in outcomes}
    assert not {name: what for name, what in wrong.items() if what}
    used = host.resident_mb(os.getpid())
    assert used is None or used < 1_500
