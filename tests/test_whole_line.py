"""The whole line on the sample papers, with the real reader: what becomes of every file."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from archive import items, recovery
from archive.database import reading
from archive.intake import Intake
from archive.watch import take_all
from extractors.child import ReaderPool
from tests.archive_double import new_workspace
from tests.archive_invariants import assert_whole

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


def expected_outcomes() -> dict[str, str]:
    """Return file name -> outcome; of two identical files either may be called the duplicate."""
    return {
        path.name.removesuffix(".json"): json.loads(path.read_text(encoding="utf-8"))["outcome"]
        for path in (SAMPLES / "expected").glob("*.json")
    }


@pytest.mark.slow
def test_every_sample_ends_as_its_expectation_says(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path / "w")
    names = sorted(path.name for path in (SAMPLES / "inbox").iterdir())
    for name in names:
        shutil.copyfile(SAMPLES / "inbox" / name, workspace.inbox / name)

    with recovery.intake_lock(workspace), ReaderPool(workspace.settings.reading) as readers:
        intake = Intake(workspace, readers, on_event=lambda _event: None)
        intake.start()
        intake.take()
        take_all(intake, lambda: None)

    with reading(workspace.engine) as connection:
        found = {each.display_name: each for each in items.in_states(connection, items.ALL)}
    outcomes = {name: outcome_of(each) for name, each in found.items()}
    expected = {name: outcome.partition(":")[0] for name, outcome in expected_outcomes().items()}
    for name, outcome in expected_outcomes().items():
        if outcome.startswith("duplicate_of:"):
            # Which of the two came first is chance.
            twin = outcome.partition(":")[2]
            pair = {outcomes.pop(name), outcomes.pop(twin)}
            assert pair == {"duplicate", expected.pop(twin)}
            del expected[name]
    assert outcomes == expected
    taken = [n for n, each in found.items() if each.state != "waiting"]
    assert_whole(workspace, [(SAMPLES / "inbox" / name).read_bytes() for name in taken])


def outcome_of(item: items.Item) -> str:
    """Return the word of samples/expected for a state."""
    words = {"stored": "filed", "duplicate": "duplicate_of", "quarantined": "held"}
    return words.get(item.state, item.state).replace("duplicate_of", "duplicate")
