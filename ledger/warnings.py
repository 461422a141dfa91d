"""Risk warnings as they stand on a day: each with its steps folded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ledger.rules.desk import Desk, Stated
from ledger.warning_steps import RELEASED, Stage, Step, fold


@dataclass(frozen=True, slots=True)
class Handled:
    """A warning, the steps recorded for it, and where they have brought it."""

    warning: Stated
    steps: tuple[Stated, ...]
    stage: Stage

    @property
    def number(self) -> str:
        """The number it is called by."""
        return self.warning.text("warning_no") or ""

    @property
    def is_open(self) -> bool:
        """Whether it is not released."""
        return self.stage.state != RELEASED


def handled(desk: Desk) -> Iterator[Handled]:
    """Yield all warnings raised by the day, oldest first."""
    steps: dict[str, list[Stated]] = defaultdict(list)
    for each in desk.facts("warning_step"):
        steps[each.text("warning_no") or ""].append(each)
    for warning in desk.facts("risk_warning"):
        own = tuple(steps.get(warning.text("warning_no") or "", ()))
        stage = fold(warning.text("raised_by") or "", [_step(each) for each in own])
        yield Handled(warning, own, stage)


def _step(stated: Stated) -> Step:
    return Step(
        stated.text("step") or "",
        stated.on,
        stated.text("by") or "",
        stated.text("decision") == "returned",
        stated.fact,
    )
