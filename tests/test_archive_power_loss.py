"""T2: whatever a power cut leaves of a recorded day, recovery makes it whole again."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from archive import fsio
from archive.workspace import open_workspace
from tests.power_loss import Op, Shadow, Trace, put, tree_of
from tests.power_loss_run import (
    Ruins,
    a_day,
    came_so_far,
    in_a_hurry,
    ruins_in,
    states,
    states_after_recovery,
    take_in_the_rest,
)

KINDS = ("ordered", "weak")


@pytest.fixture(scope="module")
def patch() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as patched:
        yield patched


@pytest.fixture(scope="module")
def trace(tmp_path_factory: pytest.TempPathFactory, patch: pytest.MonkeyPatch) -> Trace:
    return a_day(tmp_path_factory.mktemp("day") / "w", patch)


@pytest.fixture
def ruins(trace: Trace, tmp_path: Path) -> Ruins:
    return ruins_in(tmp_path / "ruins", open_workspace(trace.root).settings)


def found_in(
    ruins: Ruins, trace: Trace, patch: pytest.MonkeyPatch, kind: str, most: int, step: int = 1
) -> Counter[str]:
    """Look at the states of a trace; return how many findings there were, by what they are."""
    with in_a_hurry(patch):
        for count, tree, data in states(trace, kind, most, step=step):
            ruins.faults_of(tree, data, came_so_far(trace.ops[:count]))
    return ruins.counted


def is_found(
    what: set[str], ruins: Ruins, trace: Trace, patch: pytest.MonkeyPatch, kind: str
) -> bool:
    """Whether one of these findings is made at some state; looks no further then."""
    with in_a_hurry(patch):
        for count, tree, data in states(trace, kind, 2, step=5):
            ruins.faults_of(tree, data, came_so_far(trace.ops[:count]))
            if ruins.counted.keys() & what:
                return True
    return False


@pytest.mark.parametrize("kind", KINDS)
def test_the_trace_is_all_that_happened(trace: Trace, kind: str) -> None:
    """What the trace makes is what is on the disk: nothing changed files past it."""
    shadow = Shadow(trace.start, kind)
    for op in trace.ops:
        shadow.play(op)

    assert shadow.after(shadow.everything) == tree_of(trace.root)
    assert len(trace.ops) > 500


@pytest.mark.parametrize("kind", KINDS)
def test_no_power_cut_loses_a_paper_or_leaves_a_row_without_one(
    trace: Trace, ruins: Ruins, patch: pytest.MonkeyPatch, kind: str
) -> None:
    assert found_in(ruins, trace, patch, kind, most=2, step=16) == Counter()
    assert len(ruins.seen) > 50


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_no_power_cut_at_any_call_loses_a_paper_or_leaves_a_row_without_one(
    trace: Trace, ruins: Ruins, patch: pytest.MonkeyPatch, kind: str
) -> None:
    most = int(os.environ.get("HUDANG_POWER_LOSS_WAYS", "4"))

    assert found_in(ruins, trace, patch, kind, most) == Counter()
    assert len(ruins.seen) > 500


@pytest.mark.parametrize(
    ("kind", "most", "step"),
    [
        ("weak", 1, 130),
        *(pytest.param(kind, 4, 7, marks=pytest.mark.slow) for kind in KINDS),
    ],
)
def test_no_power_cut_after_a_kill_and_its_recovery_does_either(
    trace: Trace,
    ruins: Ruins,
    patch: pytest.MonkeyPatch,
    tmp_path: Path,
    kind: str,
    most: int,
    step: int,
) -> None:
    with in_a_hurry(patch):
        after = states_after_recovery(trace, kind, most, tmp_path, patch, step=step)
        for count, tree, data in after:
            ruins.faults_of(tree, data, came_so_far(trace.ops[:count]))

    assert ruins.counted == Counter()
    assert len(ruins.seen) > len(trace.ops) // step


@pytest.mark.parametrize("step", [160, pytest.param(5, marks=pytest.mark.slow)])
def test_after_a_power_cut_every_paper_goes_on_to_its_one_end(
    trace: Trace, patch: pytest.MonkeyPatch, tmp_path: Path, step: int
) -> None:
    tried = 0
    with in_a_hurry(patch):
        for number, (count, tree, data) in enumerate(states(trace, "weak", 0, step=step)):
            root = tmp_path / str(number)
            root.mkdir()
            put(root, tree, data)
            take_in_the_rest(root, came_so_far(trace.ops[:count]))
            fsio.discard(root)
            tried += 1
    assert tried > 3


def forget(kind: str, below: str = "") -> Callable[[Op], bool]:
    return lambda op: op.kind == kind and op.path.startswith(below)


@pytest.mark.parametrize(
    ("kind", "forgets", "expected"),
    [
        ("ordered", forget("sync"), {"phantom", "recovery"}),
        ("weak", forget("sync_folder", "archive"), {"phantom", "recovery"}),
        *(
            pytest.param("weak", forget(*call), found, marks=pytest.mark.slow)
            for call, found in (
                (("sync", ".staging"), {"phantom", "recovery"}),
                (("sync_folder", "pending/.read"), {"phantom"}),
            )
        ),
    ],
)
def test_without_one_of_the_syncs_bad_states_are_found(
    patch: pytest.MonkeyPatch,
    tmp_path: Path,
    kind: str,
    forgets: Callable[[Op], bool],
    expected: set[str],
) -> None:
    """The model can fail: it is no proof of anything that could not."""
    careless = a_day(tmp_path / "w", patch, forgets)
    ruins = ruins_in(tmp_path / "ruins", open_workspace(careless.root).settings)

    assert is_found(expected, ruins, careless, patch, kind)


def test_an_original_removed_before_its_paper_is_filed_is_found_lost(
    patch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What other archives do: the file in the inbox goes as soon as it was copied."""
    copies = fsio.copy_together

    def copy_and_remove(targets: Mapping[Path, Path]) -> dict[Path, fsio.Copied]:
        copied = copies(targets)
        # A twin in the same batch is copied once more when the first is filed.
        for source in {each: source for source, each in reversed(copied.items())}.values():
            fsio.discard(source)
        return copied

    with patch.context() as patched:
        patched.setattr(fsio, "copy_together", copy_and_remove)
        careless = a_day(tmp_path / "w", patch)
    ruins = ruins_in(tmp_path / "ruins", open_workspace(careless.root).settings)

    assert is_found({"lost"}, ruins, careless, patch, "ordered")
