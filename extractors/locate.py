"""From labels to values: the candidates for every field of one form on one sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from extractors import standing
from extractors.called import called
from extractors.form import DocType, Field, Found, Grammar, Habits, Window
from extractors.grid import Grid
from extractors.labels import Occurrence, fields_by_label, key_of, occurrences
from extractors.latin_descriptions import Described
from extractors.latin_parties import described, mentions, role_words
from extractors.owners import Owners
from extractors.reading import FieldValue, Value
from extractors.sheet import Sheet
from extractors.values.money import LATIN_UNIT
from extractors.values.numbers import as_number
from extractors.values.plain import is_cjk, tidy
from extractors.vocabulary import OTHER
from extractors.windows import Stretch, Windows

_OTHER_WORDS = frozenset(key_of(label) for label in OTHER.all)
_FLAT_KINDS = {"contract_no", "certificate", "title_certificate", "registry_no", "deed_no"}
# A rate behind these words is the price of a breach, not of the loan.
_WRONGDOING = re.compile(
    r"逾期|罚息|违约|挪用|挤占|未按|未能|不按"
    r"|\bmora\b|moratori|punitori|\bpenal|demora|incumpl|impago|default|overdue|late pay|late fee"
    r"|after maturity|in arrears|past due"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that may be the field's.

    score   how surely it belongs to the field
    at      its place in the flat text
    column  the place of the label whose several rows it is one of, -1 elsewhere
    """

    field: str
    found: FieldValue
    doubts: tuple[str, ...]
    score: int
    at: int
    column: int = -1


class Locator:
    """Finds the candidates for every field of one form on one sheet."""

    def __init__(self, sheet: Sheet, doc_type: DocType, habits: Habits) -> None:
        self._sheet, self._doc_type, self._habits = sheet, doc_type, habits
        self._found = occurrences(sheet, doc_type)
        self._grid = Grid(sheet, self._found)
        self._windows = Windows(sheet, self._grid, self._found)
        self._owners = Owners(sheet, doc_type, self._grid, self._found)
        self._fields = fields_by_label(doc_type)
        self._absent = {
            one
            for one in doc_type.fields
            if one.on_papers and not re.search(one.on_papers, sheet.text)
        }

    def candidates(self) -> list[Candidate]:
        """Return every candidate, in reading order."""
        found = self._parties()
        for one in self._found:
            for entry in self._fields.get(one.word, ()):
                if entry.opens is None and entry not in self._absent:
                    found.extend(self._beside(one, entry))
        read = {candidate.field for candidate in found}
        for entry in self._doc_type.fields:
            is_needed = not entry.needs or entry.needs in read
            if not entry.opens and entry not in self._absent and is_needed:
                found.extend(self._by_pattern(entry))
        return sorted(self._without_items(found), key=lambda candidate: candidate.at)

    def _without_items(self, found: list[Candidate]) -> list[Candidate]:
        """Leave out the values of single rows where the paper gives one for all of them."""
        items = {entry.name for entry in self._doc_type.fields if entry.items}
        # 评估价值合计 under the rows says only what they come to.
        for_all = {one.field for one in found if one.column < 0 and one.score >= standing.PATTERN}
        return [one for one in found if one.column < 0 or one.field not in items & for_all]

    def _parties(self) -> list[Candidate]:
        """Return who is named as a party; from then on it is known whose block is whose."""
        opens = {one.name: one.opens for one in self._doc_type.fields if one.opens}
        labelled = [
            (one, candidate)
            for one in self._found
            for entry in self._owners.party_fields(one)
            if entry not in self._absent
            for candidate in self._beside(one, entry)
        ]
        defined = [
            (entry.opens, candidate)
            for entry in self._doc_type.fields
            if entry.opens and entry not in self._absent
            for candidate in self._by_pattern(entry)
        ]
        defined += self._called()
        introduced = list(self._introduced())
        named = [(party, str(c.found.value)) for party, c in defined]
        named += [(opens.get(c.field) or c.field, str(c.found.value)) for _, c in labelled]
        named += [
            (one.party, str(c.found.value))
            for one, told in introduced
            for c in told
            if c.field in opens
        ]
        self._owners.settle(
            ((one, str(c.found.value), opens.get(c.field) or c.field) for one, c in labelled),
            (
                *((c.at, str(c.found.value), party) for party, c in defined),
                *((one.start, "", one.party) for one, _ in introduced),
                *((at, "", one.party) for one, _ in introduced for at, _ in one.names),
                *((at, "", party) for at, party in self._mentions(named)),
                *((at, "", "another") for one, _ in introduced for at in one.strangers),
            ),
        )
        return [
            *(candidate for _, candidate in (*labelled, *defined)),
            *(candidate for _, told in introduced for candidate in told),
        ]

    def _mentions(self, named: list[tuple[str, str]]) -> Iterator[tuple[int, str]]:
        """Yield where a Latin paper comes back to somebody it named: the party's block again."""
        if self._habits.language not in ("zh", None):
            own = [one for one in named if one[0] == self._doc_type.default_block]
            yield from mentions(self._sheet.text, {name: party for party, name in named + own})

    def _introduced(self) -> Iterator[tuple[Described, list[Candidate]]]:
        """Yield the parties that sentences define by their role, with what is told of them."""
        if self._habits.language in ("zh", None):
            return
        for one in described(self._sheet.text, self._sheet.folded, self._doc_type):
            told = [
                self._candidate(entry, Found("", *place), 0, standing.INTRODUCED)
                for entry in self._doc_type.fields
                for place in one.told(entry)
            ]
            yield one, told

    def _called(self) -> list[tuple[str, Candidate]]:
        """Return (party, name) where a sentence says what it calls whom."""
        found = []
        for one in called(self._sheet, self._owners.parties_and_letters):
            entry = next(entry for entry in self._doc_type.fields if entry.opens == one.party)
            name = Found("", 0, one.end - one.start)
            found.append((one.party, self._candidate(entry, name, one.start, standing.CALLED)))
        return found

    def _beside(self, one: Occurrence, entry: Field) -> Iterator[Candidate]:
        """Yield what stands beside the label `one` and reads as `entry`."""
        for candidate in self._beside_at_all(one, entry):
            is_last = entry.last or self._is_date_of_thing(one, entry)
            yield replace(candidate, score=standing.LAST) if is_last else candidate

    def _beside_at_all(self, one: Occurrence, entry: Field) -> Iterator[Candidate]:
        if entry.block is not None and not self._owners.owns(one, entry):
            return
        if entry.column and entry.each_row and not self._has_loans(one):
            # 金额 is a loan's only in a table of loans.
            return
        if entry.column and entry.items and not self._has_things(one):
            return
        found: list[Candidate] = []
        for stretch in self._windows.of(one, entry):
            yielded = False
            label = self._label_of(one)
            if entry.grammar.name == "area":
                label += self._grid.unit_beside(stretch.start)
            for candidate in self._read(entry, label, stretch, one):
                yielded = True
                found.append(candidate)
            if yielded and not entry.many and not self._is_column(one):
                break
        if entry.items and found and self._owners.item_at(one.start):
            # 财产一 … 财产二: each has its own value.
            yield replace(found[0], column=0)
        elif entry.many or len({candidate.found.value for candidate in found}) < 2:
            yield from found[: None if entry.many else 1]
        elif not self._is_column(one):
            yield from found
        elif entry.items or (entry.each_row and self._has_loans(one)):
            yield from (replace(candidate, column=one.start) for candidate in found)
        # Several loans in a column: none of them is the paper's one amount, date or number.

    def _is_column(self, one: Occurrence) -> bool:
        spot = self._sheet.spot_at(one.start)
        return spot is not None and self._grid.is_label(spot) and self._grid.is_column(spot)

    def _is_date_of_thing(self, one: Occurrence, entry: Field) -> bool:
        """Whether a date heads a column of things: 到期日 of the deposits that are pledged."""
        spot = self._sheet.spot_at(one.start)
        is_day = entry.grammar.name == "date" and not entry.items and self._is_column(one)
        return is_day and spot is not None and self._grid.of_things(spot)

    def _has_loans(self, one: Occurrence) -> bool:
        spot = self._sheet.spot_at(one.start)
        return spot is not None and self._grid.of_loans(spot)

    def _has_things(self, one: Occurrence) -> bool:
        spot = self._sheet.spot_at(one.start)
        return spot is not None and self._grid.of_things(spot)

    def _label_of(self, one: Occurrence) -> str:
        """The label with its brackets; of a label cell all its words (tasa nominal anual)."""
        spot = self._sheet.spot_at(one.start)
        if spot is None or not self._grid.is_label(spot):
            return one.label
        return self._sheet.folded[spot.start : spot.end]

    def _read(
        self, entry: Field, label: str, stretch: Stretch, one: Occurrence | None
    ) -> Iterator[Candidate]:
        sheet, start, score = self._sheet, stretch.start, stretch.score
        window = Window(
            sheet.text[start : stretch.end],
            sheet.folded[start : stretch.end],
            label,
            _unit_in(label),
            stretch.inline,
            self._habits,
        )
        if one is not None and standing.is_signature(sheet, one):
            score -= 8
        in_sentence = stretch.inline or one is None
        if entry.grammar.name == "rate" and in_sentence and self._is_penalty(start):
            return
        for found in entry.grammar.read(window):
            if entry.grammar.name == "party" and self._is_form_word(start, found):
                continue
            yield self._candidate(entry, found, start, score)

    def _is_penalty(self, start: int) -> bool:
        """Whether the sentence before a rate speaks of what happens when the loan goes wrong."""
        sentence = re.split(r"[。;\n]|\. ", self._sheet.folded[max(0, start - 90) : start])[-1]
        return _WRONGDOING.search(sentence) is not None

    def _is_form_word(self, shift: int, found: Found) -> bool:
        """Whether a supposed name is a label of the form itself."""
        said = key_of(self._sheet.text[shift + found.start : shift + found.end])
        if said in self._fields or said in _OTHER_WORDS:
            return True
        words = self._sheet.folded[shift + found.start : shift + found.end].split()
        return all(word in role_words(self._doc_type) for word in words)

    def _candidate(self, entry: Field, found: Found, shift: int, score: int) -> Candidate:
        start, end = shift + found.start, shift + found.end
        place = self._sheet.place(start, end)
        value = printed_value(entry.grammar, found, place.text)
        confidence = (
            place.confidence * (0.8 if found.doubts else 1.0) * (0.9 if score < 20 else 1.0)
        )
        return Candidate(
            entry.name,
            FieldValue(
                value=value, text=tidy(place.text), page=place.page, box=place.box,
                confidence=confidence, rule=entry.grammar.name,
            ),
            found.doubts, score, start,
        )  # fmt: skip

    def _by_pattern(self, entry: Field) -> Iterator[Candidate]:
        for pattern in entry.patterns:
            # A pattern speaks one language: with Chinese characters, or without.
            compiled, is_chinese = _spoken(pattern)
            if is_chinese != (self._habits.language in ("zh", None)):
                continue
            for m in compiled.finditer(self._sheet.folded):
                start, end = m.span("v")
                if entry.grammar.name == "party" and not is_chinese:
                    # A name ends where it ends: the comma in "Banco Maya, S.A." is part of it.
                    end = self._line_end(end)
                if start < end:
                    score = standing.LAST if entry.last else standing.PATTERN
                    score = standing.FIRM if entry.firm else score
                    before = m.group()[: start - m.start()]
                    yield from self._read(entry, before, Stretch(start, end, False, score), None)

    def _line_end(self, at: int) -> int:
        end = self._sheet.text.find("\n", at)
        return min(end if end >= 0 else len(self._sheet.text), at + 80)


@cache
def _spoken(pattern: str) -> tuple[re.Pattern[str], bool]:
    """Return a pattern compiled, and whether it is in Chinese.

    Latin lines are often set to one width: a blank of a pattern may be several on the paper.
    """
    is_chinese = any(map(is_cjk, pattern))
    return re.compile(pattern if is_chinese else _widened(pattern)), is_chinese


def _widened(pattern: str) -> str:
    """Return a pattern whose blanks, outside of character classes, match up to three."""
    parts = re.split(r"(\\.|\[(?:\\.|[^\]\\])*\])", pattern)
    parts[::2] = [re.sub(r" (?![*+{])", "[ ]{1,3}", part) for part in parts[::2]]
    return "".join(parts).replace("[ ]{1,3}?", "[ ]{0,3}")


def printed_value(grammar: Grammar, found: Found, printed: str) -> Value:
    """Return the value a grammar found; what it leaves open is what is printed there."""
    if found.value != "":
        return found.value
    return as_number(printed) if grammar.name in _FLAT_KINDS else tidy(printed)


def _unit_in(label: str) -> str:
    """Return the unit a label names for its amounts: 抵押金额(万元), Limit (Rs. in lacs)."""
    latin = LATIN_UNIT.search(label)
    if latin:
        return latin.group(1)
    matched = re.search(r"[(/,、](?:人民币)?(?:单位:?)?(万元|千元|元|亿元)", label)
    return matched.group(1) if matched else ""
