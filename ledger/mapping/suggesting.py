"""What a head that no layout knows may mean, and what a sheet that is no register comes nearest to.

Proposals with their reasons; nothing is read by them until a person has said so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from openpyxl.utils import get_column_letter

from extractors.values.plain import folded, is_cjk, plain
from extractors.wording import _
from ledger.grammars import CellRefused, Context, read_cell
from ledger.headers import Field, Head, LabelIndex, bare, find_head
from ledger.layouts.layout import Column, Layout
from ledger.mapping.likeness import Likeness, likeness
from ledger.mapping.said import Candidate, Nearest, Suggestion
from ledger.report import SheetReport
from ledger.sheets import Cell, Sheet

# What values tell by themselves, by grammar: an ID number hardly is anything else, a text may be.
_TELLING = {
    "identity": 0.5, "phone": 0.4, "class": 0.45, "guarantee": 0.45, "occurrence": 0.4,
    "date": 0.2, "rate": 0.15, "money": 0.15, "days": 0.1, "number": 0.1,
}  # fmt: skip
_PHONE = re.compile(r"\+?[\d\s-]{7,16}")
_SAMPLE = 40
_LEAST_SCORE = 0.4
# A name as like as this makes a column of a register probable.
_LIKELY = 0.8
_MOST = 3
# Rows in which the head of a sheet that is not recognised is looked for.
_HEAD_ROWS = 30


def suggestions(
    sheet: Sheet, registers: Sequence[SheetReport], index: LabelIndex, language: str
) -> tuple[list[Suggestion], Nearest | None]:
    """Return what a sheet's unknown columns may be; of a sheet without registers, the nearest."""
    found: list[Suggestion] = []
    for report in registers:
        first = int(report.head.partition("-")[0])
        head = find_head(sheet, first, index, 1)
        if head:
            found += _of_head(sheet, _other_register(head, index) or head, language)
    if registers:
        return found, None
    guessed = _nearest_head(sheet, index)
    if guessed is None:
        return [], None
    head, likely = guessed
    keys = head.keys | likely.keys()
    missing = tuple(
        tuple(title_of(head.layout, key, language) for key in group)
        for group in head.layout.needs
        if not keys & set(group)
    )
    titles = tuple(title_of(head.layout, key, language) for key in sorted(keys))
    nearest = Nearest(sheet.name, head.layout.name, head.first, titles, missing)
    return list(_of_head(sheet, head, language)), nearest


def _other_register(head: Head, index: LabelIndex) -> Head | None:
    """The head as that of another register, if more of it would be known there.

    A register whose amount goes by an odd name lacks what makes it one, and passes for a poorer.
    """
    if not head.unknown:
        return None
    labels = [(field.column, field.label) for field in head.fields] + list(head.unknown)
    others = [
        _as_head(layout, index, head.first, head.last, sorted(labels))
        for layout in index.layouts
        if layout is not head.layout
        and _known_of(layout, index, labels) + len(head.unknown) > len(head.keys)
    ]
    if not others:
        return None
    best, likely = max(others, key=lambda each: len(each[0].keys | each[1].keys()))
    complete = all((best.keys | likely.keys()) & set(group) for group in best.layout.needs)
    return best if complete and len(best.keys | likely.keys()) > len(head.keys) else None


def title_of(layout: Layout, key: str, language: str) -> str:
    """Return a column's first name in a language."""
    names = [name for column in layout.columns if column.key == key for name in column.labels]
    wanted = [name for name in names if any(map(is_cjk, name)) == (language == "zh")]
    return (wanted or names or [key])[0]


def _of_head(sheet: Sheet, head: Head, language: str) -> Iterator[Suggestion]:
    taken = head.keys
    free = [
        column
        for column in head.layout.columns
        if column.key not in taken and column.grammar != "ignored"
    ]
    beside = {field.column: (field.key, field.label) for field in head.fields}
    order = [column.key for column in head.layout.columns]
    for number, label in head.unknown:
        values = _sample(sheet, head.last, number)
        if not values:
            continue
        ranked = sorted(
            (
                candidate
                for column in free
                if (
                    candidate := _candidate(
                        head.layout, column, label, values, _near(number, beside, order), language
                    )
                )
            ),
            key=lambda candidate: -candidate.score,
        )
        yield Suggestion(
            sheet.name,
            head.layout.name,
            get_column_letter(number),
            label,
            tuple(ranked[:_MOST]),
        )


def _candidate(
    layout: Layout,
    column: Column,
    label: str,
    values: Sequence[Cell],
    near: Mapping[str, str],
    language: str,
) -> Candidate | None:
    like = likeness(label, column.labels) or Likeness(0.0, "")
    reasons = [like.reason] if like.reason else []
    right = _readable(column, label, values, language)
    telling = _TELLING.get(column.grammar, 0.0) if isinstance(column.grammar, str) else 0.0
    if right * 2 < len(values):
        # Most of what stands there could not be read as such.
        return None
    score = like.score * 0.7 + telling * right / len(values)
    if telling:
        reasons.append(
            _("{right} of {count} values read as {kind}").format(
                right=right, count=len(values), kind=_kind(str(column.grammar))
            )
        )
    if column.key in near:
        score += 0.1
        reasons.append(_("stands beside “{head}”").format(head=near[column.key]))
    if score < _LEAST_SCORE:
        return None
    return Candidate(
        column.key,
        title_of(layout, column.key, language),
        round(min(score, 1.0), 2),
        tuple(reasons),
    )


def _near(
    number: int, beside: Mapping[int, tuple[str, str]], order: Sequence[str]
) -> dict[str, str]:
    """Fields that a layout lists next to those of the neighbouring columns, with their heads."""
    found: dict[str, str] = {}
    for step in (-1, 1):
        key, label = beside.get(number + step, ("", ""))
        if key in order:
            place = order.index(key) - step
            if 0 <= place < len(order):
                found[order[place]] = label
    return found


def _sample(sheet: Sheet, after: int, column: int) -> list[Cell]:
    cells: list[Cell] = []
    for row in range(after + 1, sheet.last_row + 1):
        cells += [cell for cell in sheet.row(row) if cell.column == column]
        if len(cells) >= _SAMPLE or row > after + 10 * _SAMPLE:
            break
    return cells


def _readable(column: Column, label: str, values: Sequence[Cell], language: str) -> int:
    context = Context(folded(plain(label)), 1, language, any(map(is_cjk, label)), None)
    if column.grammar == "phone":
        # The grammar takes any text; only figures of that length tell a telephone.
        return sum(bool(_PHONE.fullmatch(str(cell.value))) for cell in values)
    right = 0
    for cell in values:
        try:
            right += read_cell(cell, column.grammar, context) is not None
        except CellRefused:
            continue
    return right


def _kind(grammar: str) -> str:
    return {
        "identity": _("ID numbers"),
        "phone": _("telephone numbers"),
        "class": _("classes"),
        "guarantee": _("kinds of security"),
        "occurrence": _("kinds of lending"),
        "date": _("calendar days"),
        "rate": _("rates"),
        "money": _("amounts"),
        "days": _("numbers of days"),
        "number": _("numbers of contracts or notes"),
    }[grammar]


def _nearest_head(sheet: Sheet, index: LabelIndex) -> tuple[Head, dict[str, str]] | None:
    """The row that looks most like a head, and what its columns would be."""
    best: tuple[float, Head, dict[str, str]] | None = None
    for row in range(1, min(sheet.last_row, _HEAD_ROWS) + 1):
        texts = [cell for cell in sheet.row(row) if isinstance(cell.value, str)]
        if len(texts) < 3:
            continue
        labels = [(cell.column, str(cell.value).strip()) for cell in texts]
        for layout in index.layouts:
            head, likely = _as_head(layout, index, row, row, labels)
            known = len(head.keys | likely.keys())
            unmet = sum(not (head.keys | likely.keys()) & set(group) for group in layout.needs)
            score = known - 1.5 * unmet
            if known >= 2 and known * 3 >= len(texts) and (best is None or score > best[0]):
                best = score, head, likely
    return (best[1], best[2]) if best else None


def _as_head(
    layout: Layout, index: LabelIndex, first: int, last: int, labels: Sequence[tuple[int, str]]
) -> tuple[Head, dict[str, str]]:
    """Rows as a head of the layout: what is known, and what is likely by its name."""
    fields: list[Field] = []
    unknown: list[tuple[int, str]] = []
    for number, label in labels:
        column = _known(index.by_layout[layout.name], label)
        if column:
            fields.append(Field(number, label, column.key, column.grammar, 1))
        else:
            unknown.append((number, label))
    taken = {field.key for field in fields}
    likely: dict[str, str] = {}
    for _number, label in unknown:
        scored = [
            (like.score, column.key)
            for column in layout.columns
            if column.key not in taken and column.grammar != "ignored"
            if (like := likeness(label, column.labels)) and like.score >= _LIKELY
        ]
        if scored:
            likely[max(scored)[1]] = label
    return Head(layout, first, last, tuple(fields), tuple(unknown)), likely


def _known_of(layout: Layout, index: LabelIndex, labels: Sequence[tuple[int, str]]) -> int:
    """How many of the heads a layout knows for certain."""
    names = index.by_layout[layout.name]
    return len({column.key for _n, label in labels if (column := _known(names, label))})


def _known(names: Mapping[str, tuple[Column, int]], label: str) -> Column | None:
    """A head's column by its whole name, or by the lowest of those that stand one below another."""
    words = label.split()
    for start in range(len(words)):
        found = names.get(bare("".join(words[start:])))
        if found:
            return found[0]
    return None
