"""What corrections taught: on a printed form, where the value of a field stands.

A rule knows a form by its printed labels, and the value by the label beside it. It never guesses:
a place that is not there, is empty or does not read as the field gives nothing. Pure functions of
content, reading and rules; `archive.learning` keeps the rules.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from extractors.checks import problem
from extractors.content import Content
from extractors.form import DocType, Field, Habits, Window
from extractors.forms import ALL
from extractors.labels import key_of, occurrences
from extractors.language import language_of
from extractors.learned_rule import LearnedRule
from extractors.locate import printed_value
from extractors.reading import FieldValue, Reading, Value
from extractors.sheet import CELL, Sheet, Spot
from extractors.understand import habits_of

# Papers a person must have filed with a rule's value before it is believed like the form itself.
CONFIRMED_AFTER = 3
UNCONFIRMED, CONFIRMED = 0.7, 0.95
# How alike the printed labels of two papers of one form are; a scan loses some.
_SAME_FORM = 0.8
# A paper with fewer labels is no printed form.
_FEWEST_LABELS = 5
_MOST_LABELS = 60
_LONGEST_LABEL = 16
_RULE = "learned:"

# Words at the start of a line, a cell or a column, up to a colon or a gap.
_START = r"(?:^|(?<=[\n\t\x1f;,。)])|(?<=  ))[ ]*"
_BEFORE_COLON = re.compile(
    _START + r"(?P<label>[^\s:;,。、_\x1f()](?:[ ]?[^\s:;,。_\x1f]){0,23})[ \t_]*:[ \t]*"
)
_BEFORE_GAP = re.compile(_START + r"(?P<label>[^\s:;,。_\x1f\d()]{2,12})(?=\t| {2,}|_)")
_FILLING = re.compile(r"[\s_]*")


@dataclass(frozen=True, slots=True)
class _Slot:
    """A label, and the stretch of text beside it that a value may stand in."""

    label: str
    place: str
    start: int
    end: int


def rule_of(found: FieldValue) -> str | None:
    """Return the id of the rule that read a value; None when it was read otherwise."""
    return found.rule.removeprefix(_RULE) if found.rule.startswith(_RULE) else None


def learned_from(content: Content, before: Reading, field: str, value: Value) -> LearnedRule | None:
    """Return the rule that would have read `value`, or None when the paper does not show one.

    before  what was read before the correction
    """
    form = ALL.get(before.doc_type or "")
    if form is None:
        return None
    entries = [entry for entry in form.fields if entry.name == field]
    if len(before.fields.get(field, ())) > 1 or not entries:
        # Of several values it is not said which one was wrong.
        return None
    sheet = Sheet(content)
    family = printed_labels(sheet, form)
    if len(family) < _FEWEST_LABELS:
        return None
    habits = habits_of(sheet, language_of(sheet.folded))
    # Another value is no label, though it may stand before a gap.
    values = {key_of(found.text) for read in before.fields.values() for found in read}
    counts: dict[tuple[str, str], int] = {}
    for slot in _slots(sheet, form):
        key = (slot.label, slot.place)
        counts[key] = counts.get(key, 0) + 1
        read = _read(sheet, slot, entries, habits) if slot.label not in values else None
        if read is not None and read.value == value:
            return _rule(before, field, family, slot, counts[key])
    return None


def _rule(
    before: Reading, field: str, family: tuple[str, ...], slot: _Slot, nth: int
) -> LearnedRule:
    said = "\n".join((before.doc_type or "", field, slot.label, slot.place, str(nth), *family))
    return LearnedRule(
        id=hashlib.sha256(said.encode()).hexdigest()[:8],
        doc_type=before.doc_type or "",
        language=before.language,
        family=family,
        field=field,
        label=slot.label,
        place=slot.place,
        nth=nth,
        replaces=bool(before.fields.get(field)),
    )


def with_learned(content: Content, reading: Reading, rules: Sequence[LearnedRule]) -> Reading:
    """Return `reading` with what the rules of this paper's form read on it."""
    form = ALL.get(reading.doc_type or "")
    concerned = [
        rule
        for rule in rules
        if rule.state == "on"
        and (rule.doc_type, rule.language) == (reading.doc_type, reading.language)
    ]
    if form is None or not concerned:
        return reading
    sheet = Sheet(content)
    family = printed_labels(sheet, form)
    concerned = [rule for rule in concerned if same_form(rule.family, family)]
    slots = list(_slots(sheet, form)) if concerned else []
    habits = habits_of(sheet, language_of(sheet.folded))
    settled: set[str] = set()
    # What was learned last counts first.
    for rule in sorted(concerned, key=lambda rule: rule.at, reverse=True):
        if rule.field not in settled and (slot := _place_of(rule, slots)) is not None:
            settled.add(rule.field)
            reading = _applied(reading, form, rule, sheet, slot, habits)
    return reading


def same_form(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two papers bear the same printed labels, in the same order."""
    if min(len(one), len(other)) < _FEWEST_LABELS:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SAME_FORM


def printed_labels(sheet: Sheet, form: DocType) -> tuple[str, ...]:
    """Return what the form itself prints beside its blanks, in order; never a value.

    Words before a colon, and the words that are known as labels.
    """
    return tuple(dict.fromkeys(key for _start, _end, key in _labels(sheet, form)))[:_MOST_LABELS]


def _labels(sheet: Sheet, form: DocType) -> list[tuple[int, int, str]]:
    """Return (start, end, label) of the words that stand before a value, in reading order."""
    colons = [
        (m.start("label"), m.end(), key)
        for m in _BEFORE_COLON.finditer(sheet.folded)
        if _is_label(key := key_of(m["label"]))
    ]
    covered = {at for start, end, _key in colons for at in range(start, end)}
    known = [
        (one.start, one.value_start, one.word)
        for one in occurrences(sheet, form)
        if one.is_firm and one.start not in covered
    ]
    return sorted([*colons, *known])


def _is_label(key: str) -> bool:
    return 2 <= len(key) <= 3 * _LONGEST_LABEL and not any(char.isdigit() for char in key)


def _place_of(rule: LearnedRule, slots: Iterable[_Slot]) -> _Slot | None:
    alike = [slot for slot in slots if (slot.label, slot.place) == (rule.label, rule.place)]
    return alike[rule.nth - 1] if len(alike) >= rule.nth else None


def _applied(
    reading: Reading, form: DocType, rule: LearnedRule, sheet: Sheet, slot: _Slot, habits: Habits
) -> Reading:
    fields = dict(reading.fields)
    present = fields.get(rule.field, ())
    entries = [entry for entry in form.fields if entry.name == rule.field]
    read = _read(sheet, slot, entries, habits)
    if read is None:
        is_empty = _FILLING.fullmatch(sheet.text[slot.start : slot.end]) is not None
        if not (rule.replaces and is_empty and present):
            return reading
        del fields[rule.field]
        return checked_again(reading, form, fields, rule.field)
    if [found.value for found in present] == [read.value]:
        return reading
    sure = rule.confirmed >= CONFIRMED_AFTER
    fields[rule.field] = (
        replace(
            read,
            rule=f"{_RULE}{rule.id}",
            confidence=min(read.confidence, CONFIRMED if sure else UNCONFIRMED),
        ),
    )
    again = checked_again(reading, form, fields, rule.field)
    if sure:
        return again
    return replace(again, problems=(*again.problems, problem(rule.field, "learned_unconfirmed")))


def checked_again(
    reading: Reading, form: DocType, fields: dict[str, tuple[FieldValue, ...]], *changed: str
) -> Reading:
    """Return `reading` with other fields, without problems of what changed, checked anew."""
    before = {(p.field, p.code) for check in form.checks for p in check(reading.fields)}
    kept = [
        each
        for each in reading.problems
        if each.field not in changed and (each.field, each.code) not in before
    ]
    now = [each for check in form.checks for each in check(fields)]
    return replace(reading, fields=fields, problems=(*kept, *now))


def _read(sheet: Sheet, slot: _Slot, entries: Sequence[Field], habits: Habits) -> FieldValue | None:
    """What stands in a slot, read as the field; nothing of a longer text is taken."""
    text = sheet.text[slot.start : slot.end]
    if _FILLING.fullmatch(text):
        return None
    window = Window(text, sheet.folded[slot.start : slot.end], slot.label, "", False, habits)
    for entry in entries:
        for found in entry.grammar.read(window):
            place = sheet.place(slot.start + found.start, slot.start + found.end)
            value = printed_value(entry.grammar, found, place.text)
            if value == "" or found.doubts:
                continue
            return FieldValue(
                value=value, text=place.text.strip(), page=place.page, box=place.box,
                confidence=place.confidence, rule=entry.grammar.name,
            )  # fmt: skip
    return None


# -- slots ------------------------------------------------------------------------------------


def _slots(sheet: Sheet, form: DocType) -> Iterator[_Slot]:
    """Yield every label of the paper with the places beside it, in reading order."""
    yield from _slots_of_cells(sheet)
    yield from _slots_of_lines(sheet, form)


def _slots_of_cells(sheet: Sheet) -> Iterator[_Slot]:
    for spots in sheet.tables.values():
        for spot in spots:
            label = key_of(sheet.folded[spot.start : spot.end])
            if not _is_label(label) or len(label) > _LONGEST_LABEL or ":" in label:
                continue
            for place, beside in (("right", _right(spots, spot)), ("under", _under(spots, spot))):
                if beside is not None:
                    yield _Slot(label, place, beside.start, beside.end)


def _right(spots: Sequence[Spot], spot: Spot) -> Spot | None:
    return next((s for s in spots if s.row == spot.row and s.column == spot.column_end), None)


def _under(spots: Sequence[Spot], spot: Spot) -> Spot | None:
    return next((s for s in spots if s.column == spot.column and s.row == spot.row_end), None)


def _slots_of_lines(sheet: Sheet, form: DocType) -> Iterator[_Slot]:
    labels = _labels(sheet, form)
    starts = {start for start, _end, _key in labels}
    labels += [
        (m.start("label"), m.end(), key)
        for m in _BEFORE_GAP.finditer(sheet.folded)
        if m.start("label") not in starts and _is_label(key := key_of(m["label"]))
    ]
    labels.sort()
    for index, (_start, end, key) in enumerate(labels):
        line_end = _end_of_line(sheet.text, end)
        following = next((start for start, _e, _k in labels[index + 1 :] if start >= end), line_end)
        yield _Slot(key, "after", end, min(line_end, following))
        if sheet.spot_at(end) is None and not sheet.text[end:line_end].strip(" \t_"):
            yield _Slot(key, "below", line_end + 1, _end_of_line(sheet.text, line_end + 1))


def _end_of_line(text: str, start: int) -> int:
    ends = [at for at in (text.find("\n", start), text.find(CELL, start)) if at >= 0]
    return min(ends, default=len(text))
