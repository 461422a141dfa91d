"""Heads during one import: what is remembered, what is said now, what is asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from extractors.wording import _
from ledger.headers import LabelIndex, bare
from ledger.layouts.layout import Column, Layout
from ledger.mapping.decisions import IGNORED, Decision, MappingRefused, column_of, parsed
from ledger.mapping.said import Applied, Nearest, Suggestion
from ledger.mapping.suggesting import suggestions
from ledger.report import SheetReport
from ledger.sheets import Sheet

# What is said of this workbook goes before the names a layout knows, what is remembered behind.
_SAID, _REMEMBERED = -1, 1_000

# Asks a person what some columns are; decides for as many as he likes.
Ask = Callable[[Sequence[Suggestion]], Sequence[Decision]]


class Deciding:
    """What the heads of one workbook are read as.

    new          decisions of this import, for the register where each was used
    suggestions  columns that are still unknown
    nearest      sheets that are no register
    """

    def __init__(
        self,
        layouts: Sequence[Layout],
        remembered: Sequence[Decision] = (),
        said: Sequence[str] = (),
        ask: Ask | None = None,
    ) -> None:
        self.layouts = layouts
        self.remembered = list(remembered)
        self.suggestions: list[Suggestion] = []
        self.nearest: list[Nearest] = []
        self._base = LabelIndex(layouts)
        self._said, self._ask = said, ask
        self._now: list[Decision] = []

    def begin(self, sheets: Sequence[Sheet]) -> None:
        """Understand what was said of the workbook's sheets. Raises MappingRefused."""
        names = [sheet.name for sheet in sheets]
        self._now = [parsed(text, names, self.layouts) for text in self._said]

    def index(self, sheet: str) -> LabelIndex:
        """Return the names of columns as they hold for a sheet; what is said now comes last."""
        extra: dict[str, dict[str, tuple[Column, int]]] = defaultdict(dict)
        for decision in [*self.remembered, *self._now]:
            if not decision.holds_for(sheet):
                continue
            for layout in self.layouts:
                column = column_of(layout, decision.field)
                if column and decision.register in ("", layout.name):
                    rank = _REMEMBERED if decision.at else _SAID
                    extra[layout.name][decision.label] = column, rank
        return self._base.with_names(extra) if extra else self._base

    def look(
        self, sheets: Sequence[Sheet], registers: Sequence[SheetReport], language: str
    ) -> bool:
        """See what is still unknown, and ask; True: something was decided, read again.

        Raises MappingRefused when something was said of a column that is not there.
        """
        self._refuse_unused(registers)
        self.suggestions, self.nearest = [], []
        for sheet in sheets:
            mine = [each for each in registers if each.sheet == sheet.name]
            columns, nearest = suggestions(sheet, mine, self.index(sheet.name), language)
            self.suggestions += columns
            self.nearest += [nearest] if nearest else []
        if self._ask is None or not self.suggestions:
            return False
        answers = list(self._ask(self.suggestions))
        self._ask = None
        self._now += answers
        return bool(answers)

    def applied(self, registers: Sequence[SheetReport]) -> tuple[Applied, ...]:
        """Return the columns that were read by a decision."""
        return tuple(
            Applied(
                report.sheet,
                report.register,
                letter,
                label,
                decision.field,
                decision.by,
                decision.at,
            )
            for decision, report, letter, label in self._uses(registers)
        )

    def new(self, registers: Sequence[SheetReport]) -> list[Decision]:
        """Return what was decided now, for the registers where it was used."""
        found = {
            (report.register, decision.label): replace(
                decision, register=report.register, sheet=None
            )
            for decision, report, _letter, _label in self._uses(registers)
            if not decision.at
        }
        return list(found.values())

    def _uses(
        self, registers: Sequence[SheetReport]
    ) -> Iterator[tuple[Decision, SheetReport, str, str]]:
        for report in registers:
            for letter, (label, field) in report.columns.items():
                decision = self._decided(report, label, field)
                if decision:
                    yield decision, report, letter, label

    def _decided(self, report: SheetReport, label: str, field: str) -> Decision | None:
        """The decision by which a column was read, the latest first."""
        words = label.split(" ")
        names = {bare("".join(words[start:])) for start in range(len(words))}
        for decision in reversed([*self.remembered, *self._now]):
            if (
                decision.label in names
                and decision.holds_for(report.sheet)
                and decision.register in ("", report.register)
                and (decision.field == field or decision.field == IGNORED)
            ):
                return decision
        return None

    def _refuse_unused(self, registers: Sequence[SheetReport]) -> None:
        """A head that does not stand on a sheet that was read was mistyped."""
        used = {(each.sheet, each.head) for each in self.applied(registers)}
        heads = {
            bare(label) for report in registers for label, _field in report.columns.values()
        } | {bare(head) for _sheet, head in used}
        known = {report.sheet for report in registers}
        for decision in self._now:
            if decision.sheet in known and not any(head.endswith(decision.label) for head in heads):
                raise MappingRefused(
                    _("Sheet {sheet} has no column {head}; nothing was read.").format(
                        sheet=decision.sheet, head=decision.head
                    )
                )
