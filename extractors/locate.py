"""From labels to values: the windows a value may stand in, and the candidates found there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from extractors.flow import NEW_START
from extractors.form import DocType, Field, Found, Habits, Window
from extractors.grid import Grid
from extractors.labels import Occurrence, key_of, occurrences
from extractors.parties import Blocks, letter_of, letters_of, parties_of, party_in
from extractors.reading import FieldValue
from extractors.sheet import CELL, Sheet, Spot
from extractors.values.numbers import as_number
from extractors.values.plain import is_cjk, tidy
from extractors.vocabulary import OTHER

# How surely a value belongs to its field, by how it stands to its label.
_COLON, _CELL, _GAP, _SPACE, _PATTERN, _INLINE, _PREFIXED = 30, 30, 26, 20, 22, 15, 12
_FIRM = 32
# How far behind its label a value may end, in running text and otherwise, in characters.
_INLINE_REACH, _REACH = 180, 600
_SIGNATURE = re.compile(r"签|章|印|firma|sign")
# A word before a label that makes it speak of something else.
_OTHER_PREFIX = re.compile(
    r"(?:原|上次|上期|上|前|旧|新|其他|其它|对外|已|未|他行|首付|首期|每期|每次|累计|当前|单位|家庭|出票|逾期|剩余|已还|历史|变更后|变更前|展期|配偶|父亲|母亲)$"
)
# Words after which a name or an identity number is no longer the party's.
_ANOTHER = re.compile(
    r"\b(?:su conyuge|su espos[oa]|representad[oa] (?:por|en)|apoderad[oa]|su gerente"
    r"|represented by|his wife|her husband)\b"
    r"|(?:抵押物|抵押财产|质物|被担保债权|主合同)(?:概况|情况)"
)
_OTHER_WORDS = frozenset(key_of(label) for label in OTHER.all)
_FLAT_KINDS = {"contract_no", "certificate", "title_certificate", "registry_no", "deed_no"}
# A rate behind these words is the price of a breach, not of the loan.
_WRONGDOING = re.compile(r"逾期|罚息|违约|挪用|挤占|未按|未能|不按")
_PERSON_BEFORE = re.compile(r"(?P<name>[\u4e00-\u9fff·]{2,14})[ _]*[(,][^()\n\d:;。]{0,10}$")
_LONGER_LABEL = re.compile(
    r" (?:de|del|de la|of|for|to|para|con|en) [a-z /]{3,40}(?:\([^()\n]{1,20}\) ?)?:"
)
_HEAD_GAP = re.compile(r"[\n\t\x1f]|^|  ")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that may be the field's.

    score   how surely it belongs to the field
    at      its place in the flat text
    """

    field: str
    found: FieldValue
    doubts: tuple[str, ...]
    score: int
    at: int


class Locator:
    """Finds the candidates for every field of one form on one sheet."""

    def __init__(self, sheet: Sheet, doc_type: DocType, habits: Habits) -> None:
        self._sheet, self._doc_type, self._habits = sheet, doc_type, habits
        self._found = occurrences(sheet, doc_type)
        self._grid = Grid(sheet, self._found)
        self._parties = parties_of(doc_type)
        self._letters = letters_of(self._found, self._parties, sheet.folded)
        self._fields = fields_by_label(doc_type)
        self._absent = {
            one
            for one in doc_type.fields
            if one.on_papers and not re.search(one.on_papers, sheet.text)
        }
        self._stops = [one.start for one in self._found if self._is_stop(one)]
        self._blocks = Blocks.of([])
        # The roles of each person named as a party.
        self._names: dict[str, set[str]] = {}

    def candidates(self) -> list[Candidate]:
        """Return every candidate, in reading order."""
        parties = list(self._party_candidates())
        defined = [
            (candidate, entry.opens)
            for entry in self._doc_type.fields
            if entry.opens
            for candidate in self._by_pattern(entry)
        ]
        openings = self._openings(parties)
        openings += [(candidate.at, opens) for candidate, opens in defined]
        openings += self._others_in_sentences()
        self._blocks = Blocks.of(openings)
        for candidate, opens in (*self._opened(parties), *defined):
            self._names.setdefault(str(candidate.found.value), set()).add(opens)
        found = [candidate for candidate, _ in (*parties, *defined)]
        for one in self._found:
            for entry in self._fields.get(one.word, ()):
                if entry.opens is None and entry not in self._absent:
                    found.extend(self._candidates_of(one, entry))
        for entry in self._doc_type.fields:
            if not entry.opens and entry not in self._absent:
                found.extend(self._by_pattern(entry))
        return sorted(found, key=lambda candidate: candidate.at)

    # Parties

    def _opened(
        self, parties: list[tuple[Candidate, Occurrence]]
    ) -> Iterator[tuple[Candidate, str]]:
        """Each party candidate with the party it names."""
        opens = {entry.name: entry.opens for entry in self._doc_type.fields if entry.opens}
        for candidate, _ in parties:
            yield candidate, opens.get(candidate.field) or candidate.field

    def _party_candidates(self) -> Iterator[tuple[Candidate, Occurrence]]:
        for one in self._found:
            for entry in self._party_fields(one):
                for candidate in self._candidates_of(one, entry):
                    yield candidate, one

    def _party_fields(self, one: Occurrence) -> list[Field]:
        """The party fields a label stands for: its own, or those of its letter's role."""
        if one.word in self._parties:
            also = party_in(one.brackets, self._parties) if one.brackets else None
            named = [self._parties[one.word], *([also] if also else [])]
            own = [entry for entry in self._fields[one.word] if entry.opens]
            # 借款人(抵押人): one person in two roles.
            others = [entry for entry in self._doc_type.fields if entry.opens in named[1:]]
            return own + [entry for entry in others[:1] if entry not in own]
        role = self._letters.get(letter_of(one.word) or "") if len(one.word) == 2 else None
        if role is None:
            return []
        return [entry for entry in self._doc_type.fields if entry.opens == role][:1]

    def _openings(self, parties: list[tuple[Candidate, Occurrence]]) -> list[tuple[int, str]]:
        named = {id(one) for _, one in parties}
        openings: list[tuple[int, str]] = []
        line_of: dict[int, tuple[int, str]] = {}
        signing: dict[int, list[str]] = {}
        for one in self._found:
            fields = self._party_fields(one)
            is_signature = _SIGNATURE.search(one.brackets) is not None
            if is_signature and fields:
                signing.setdefault(self._sheet.text.count("\n", 0, one.start), []).append(
                    fields[0].opens or ""
                )
            if fields and (id(one) in named or one.is_firm or is_signature or self._is_alone(one)):
                opens = fields[0].opens or ""
                openings.append((one.start, opens))
                # A second party on a line (借款人: … 配偶: …) does not own the lines below.
                line_end = self._sheet.text.find("\n", one.start)
                line_of.setdefault(line_end, (one.start, opens))
        openings += [(end, opens) for end, (_, opens) in line_of.items() if end >= 0]
        return openings + self._signing_columns(signing)

    def _others_in_sentences(self) -> list[tuple[int, str]]:
        """Where the paper turns to things, or a sentence to a spouse or a representative."""
        return [(m.start(), "another") for m in _ANOTHER.finditer(self._sheet.folded)]

    def _signing_columns(self, signing: dict[int, list[str]]) -> list[tuple[int, str]]:
        """Below two parties signing side by side, each line's labels follow the same columns."""
        columns = {line: parties for line, parties in signing.items() if len(parties) >= 2}
        if not columns:
            return []
        by_line: dict[int, list[Occurrence]] = {}
        for one in self._found:
            if one.colon:
                by_line.setdefault(self._sheet.text.count("\n", 0, one.start), []).append(one)
        return [
            (one.start, party)
            for line, parties in columns.items()
            for below in (line + 1, line + 2)
            if below not in signing and len(by_line.get(below, ())) == len(parties)
            for one, party in zip(by_line[below], parties, strict=True)
        ]

    def _is_alone(self, one: Occurrence) -> bool:
        """Whether a label begins its line and a blank follows: a heading of a block."""
        return self._starts_line(one) and (one.brackets != "" or self._follows_blank(one))

    # Values beside labels

    def _candidates_of(self, one: Occurrence, entry: Field) -> Iterator[Candidate]:
        if entry.block is not None and not self._in_block(one, entry):
            return
        found: list[Candidate] = []
        for start, end, inline, score in self._windows(one, entry):
            yielded = False
            label = self._label_of(one)
            for candidate in self._read(entry, label, start, end, inline, score, one):
                yielded = True
                found.append(candidate)
            if yielded and not entry.many and not self._is_column(one):
                break
        if entry.many or len({candidate.found.value for candidate in found}) < 2:
            yield from found[: None if entry.many else 1]
        elif not self._is_column(one):
            yield from found
        # Several loans in a column: none of them is the paper's one amount, date or number.

    def _is_column(self, one: Occurrence) -> bool:
        spot = self._sheet.spot_at(one.start)
        return spot is not None and self._grid.is_label(spot) and self._grid.is_column(spot)

    def _label_of(self, one: Occurrence) -> str:
        """The label with its brackets; of a label cell all its words (tasa nominal anual)."""
        spot = self._sheet.spot_at(one.start)
        if spot is None or not self._grid.is_label(spot):
            return one.label
        return self._sheet.folded[spot.start : spot.end]

    def _read(
        self, entry: Field, label: str, start: int, end: int, inline: bool, score: int,
        one: Occurrence | None,
    ) -> Iterator[Candidate]:  # fmt: skip
        sheet = self._sheet
        window = Window(
            sheet.text[start:end],
            sheet.folded[start:end],
            label,
            _unit_in(label),
            inline,
            self._habits,
        )
        if one is not None and self._is_signature(one):
            score -= 8
        if entry.grammar.name == "rate" and (inline or one is None) and self._is_penalty(start):
            return
        for found in entry.grammar.read(window):
            if entry.grammar.name == "party" and self._is_form_word(start, found):
                continue
            yield self._candidate(entry, found, start, score)

    def _is_penalty(self, start: int) -> bool:
        """Whether the sentence before a rate speaks of what happens when the loan goes wrong."""
        sentence = re.split(r"[。;\n]", self._sheet.folded[max(0, start - 90) : start])[-1]
        return _WRONGDOING.search(sentence) is not None

    def _is_form_word(self, shift: int, found: Found) -> bool:
        """Whether a supposed name is a label of the form itself."""
        said = key_of(self._sheet.text[shift + found.start : shift + found.end])
        return said in self._fields or said in _OTHER_WORDS

    def _is_signature(self, one: Occurrence) -> bool:
        """Whether the label stands where people sign: (签字), under a line of dots, "for the …"."""
        if _SIGNATURE.search(one.brackets):
            return True
        before = self._sheet.folded[max(0, one.start - 40) : one.start]
        return (
            re.search(r"[._]{6,}\s*$|\b(?:for(?: the)?|por(?: la| el)?|p\.) $", before) is not None
        )

    def _candidate(self, entry: Field, found: Found, shift: int, score: int) -> Candidate:
        start, end = shift + found.start, shift + found.end
        place = self._sheet.place(start, end)
        value = found.value
        if value == "":
            is_number = entry.grammar.name in _FLAT_KINDS
            value = as_number(place.text) if is_number else tidy(place.text)
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

    def _windows(self, one: Occurrence, entry: Field) -> Iterator[tuple[int, int, bool, int]]:
        """Yield (start, end, inline, score) of the stretches that may hold the value."""
        if not one.bounded and self._speaks_of_other(one):
            return
        spot = self._sheet.spot_at(one.start)
        if spot is not None:
            if self._grid.is_label(spot):
                yield from self._cell_windows(one, entry)
                return
            limit = spot.end
        else:
            limit = len(self._sheet.text)
        if entry.column:
            return
        if self._goes_on_as_label(one):
            return
        inline, score = self._standing(one)
        if inline and not (entry.grammar.strict or entry.grammar.inline):
            return
        if (
            not inline
            and entry.grammar.name.startswith("text_")
            and (entry.grammar.lines == 0 and self._is_heading(one))
        ):
            return
        if (
            score == _PREFIXED
            and not entry.grammar.strict
            and not is_cjk(self._sheet.text[one.start])
        ):
            return
        start = one.value_start
        end = self._end_of(start, limit, entry, inline)
        if start < end:
            yield start, end, inline, score

    def _cell_windows(self, one: Occurrence, entry: Field) -> Iterator[tuple[int, int, bool, int]]:
        spot = self._sheet.spot_at(one.start)
        if spot is None or (entry.column and not self._grid.is_column(spot)):
            return
        if entry.block is not None and entry.grammar.name == "party" and self._grid.is_column(spot):
            # 名称 over a column of things is nobody's name.
            return
        if self._grid.is_column(spot) and self._grid.of_relatives(spot):
            # The borrower's family are no parties.
            return
        runs = list(self._grid.values_of(spot))
        if not runs and entry.grammar.closed:
            # 检查方式 | 电话: the answer may be a word that elsewhere is a label.
            runs = [[cell] for cell in self._grid.beside(spot)]
        for run in runs:
            if entry.grammar.strict:
                # Cells of one row stand side by side in the text; merged ones from above do not.
                ends = [cell for cell in run if cell.start >= run[0].start]
                if ends[-1].end - run[0].start < 600:
                    yield run[0].start, ends[-1].end, False, _CELL
                else:
                    yield run[0].start, run[0].end, False, _CELL
            elif run[0].start < run[0].end:
                yield run[0].start, run[0].end, False, _CELL

    def _standing(self, one: Occurrence) -> tuple[bool, int]:
        """Return whether the label stands inline, and the score of what follows it."""
        if one.colon:
            return False, _COLON if one.bounded else _PREFIXED
        if not one.bounded:
            return True, _PREFIXED
        if one.separated:
            return False, _GAP
        if self._starts_line(one) and self._follows_blank(one):
            # "Por la presente ...": a Latin word that begins a line may begin a sentence.
            return not is_cjk(self._sheet.text[one.start]), _SPACE
        return True, _INLINE

    def _goes_on_as_label(self, one: Occurrence) -> bool:
        """Whether these words only begin a longer label: "fecha" in Fecha de nacimiento:."""
        return (
            not (one.colon or one.separated)
            and _LONGER_LABEL.match(self._sheet.folded, one.value_start) is not None
        )

    def _is_heading(self, one: Occurrence) -> bool:
        """Whether the label is the heading of a clause: 第二条 借款用途, and nothing beside it."""
        if one.colon or self._sheet.text[one.value_start : one.value_start + 1] != "\n":
            return False
        line = self._sheet.text[self._sheet.text.rfind("\n", 0, one.start) + 1 : one.start]
        return (
            re.fullmatch(r"\s*(?:第.{1,4}[条章节]|[一二三四五六七八九十]{1,3}[、.])\s*", line)
            is not None
        )

    def _starts_line(self, one: Occurrence) -> bool:
        before = self._sheet.text[max(0, one.start - 8) : one.start]
        return (
            bool(re.search(r"(?:^|[\n\t\x1f]|  )[\s\d.、()一二三四五六七八九十*]*$", before))
            or not before
        )

    def _follows_blank(self, one: Occurrence) -> bool:
        after = self._sheet.text[one.value_start : one.value_start + 1]
        return after.isspace() or after == "_"

    def _end_of(self, start: int, limit: int, entry: Field, inline: bool) -> int:
        """Where the window ends: the next label, the end of the cell, or of the last line."""
        text = self._sheet.text
        stop = bisect_left(self._stops, start)
        limit = min(limit, self._stops[stop] if stop < len(self._stops) else limit)
        # In running text a value follows soon or not at all.
        limit = min(limit, start + (_INLINE_REACH if inline else _REACH))
        end, more = start, entry.grammar.lines + (1 if entry.grammar.strict else 0)
        # The value may begin in the next line, so an empty first line does not count.
        while True:
            line_end = text.find("\n", end, limit)
            said = text[end : line_end if line_end >= 0 else limit].strip(" _\t\x1f")
            if end > start and (not said or NEW_START.match(said)):
                return end
            if line_end < 0:
                return limit
            if said and (more <= 0 or (not inline and entry.grammar.name == "party")):
                return line_end
            more -= 1 if said else 0
            end = line_end + 1

    def _is_stop(self, one: Occurrence) -> bool:
        """Whether the label ends the value before it."""
        if one.word in ("金额", "大写", "小写") or one.word.startswith(("大写", "人民币")):
            return False
        if one.colon and (one.bounded or is_cjk(self._sheet.text[one.start])):
            return True
        return (
            one.bounded
            and (one.separated or (self._starts_line(one) and self._follows_blank(one)))
            and (self._starts_field(one))
        )

    def _starts_field(self, one: Occurrence) -> bool:
        """Whether a gap or an edge stands before the label."""
        before = self._sheet.text[max(0, one.start - 2) : one.start]
        return before == "" or before[-1] in "\n\t\x1f_ ,;。、(" or before.endswith("  ")

    def _speaks_of_other(self, one: Occurrence) -> bool:
        line = self._sheet.text[max(0, one.start - 8) : one.start]
        if not is_cjk(self._sheet.text[one.start]):
            return False
        return _OTHER_PREFIX.search(re.split(r"[\s,;。:]", line)[-1]) is not None

    # Blocks

    def _in_block(self, one: Occurrence, entry: Field) -> bool:
        own = self._prefix_party(one)
        if own is not None:
            return own == entry.block
        roles = self._roles_of_named_before(one)
        if roles:
            return entry.block in roles
        is_glued = one.colon and self._follows_value(one)
        if not one.bounded and not is_glued and is_cjk(self._sheet.text[one.start]):
            # 某某身份证号: a word we do not know says whose number it is.
            return False
        block = self._block_in_table(one) or self._blocks.at(one.start)
        if block is not None:
            return block == entry.block
        if self._blocks.any_before(one.start):
            return False
        return entry.block == self._doc_type.default_block

    def _roles_of_named_before(self, one: Occurrence) -> set[str]:
        """The roles of the person in 吕小布(身份证号: and 吕小布,男,身份证号:; empty if unknown."""
        before = self._sheet.text[max(0, one.start - 28) : one.start]
        named = _PERSON_BEFORE.search(before)
        if named is None:
            return set()
        return next(
            (roles for name, roles in self._names.items() if named["name"].endswith(name)), set()
        )

    def _follows_value(self, one: Occurrence) -> bool:
        """Whether another label's value runs right up to this label: 地址:王村三组电话:138…"""
        text = self._sheet.text
        line = text[
            max(text.rfind("\n", 0, one.start), text.rfind(CELL, 0, one.start)) + 1 : one.start
        ]
        return ":" in line and len(line.rpartition(":")[2].strip()) >= 2

    def _block_in_table(self, one: Occurrence) -> str | None:
        """The party a cell belongs to: named to its left, or above it in its own columns."""
        spot = self._sheet.spot_at(one.start)
        if spot is None or self._blocks.opens_within(spot.start, one.start):
            return None
        best: tuple[int, int] | None = None
        party = None
        for head, opens in self._heads:
            if head.table != spot.table or head.row > spot.row:
                continue
            if head.column > spot.column or (head.row == spot.row and head.start > one.start):
                continue
            # The nearest row counts first, then the nearest column to the left.
            nearness = (min(head.row_end - 1, spot.row), head.column)
            if best is None or nearness >= best:
                best, party = nearness, opens
        return party

    @cached_property
    def _found_starts(self) -> list[int]:
        return [one.start for one in self._found]

    @cached_property
    def _heads(self) -> list[tuple[Spot, str]]:
        """The cells that name a party."""
        heads = []
        for one in self._found:
            fields = self._party_fields(one)
            spot = self._sheet.spot_at(one.start)
            if fields and spot is not None and (self._grid.is_label(spot) or one.colon):
                heads.append((spot, fields[0].opens or ""))
        return heads

    def _prefix_party(self, one: Occurrence) -> str | None:
        """The party in 保证人身份证号, 借款人的住所."""
        index = bisect_left(self._found_starts, one.start) - 1
        if index < 0:
            return None
        before = self._found[index]
        between = self._sheet.text[before.end : one.start]
        fields = self._party_fields(before)
        if fields and between.strip(" ") in ("", "的", "之") and len(between) < 3:
            return fields[0].opens
        return None

    # Sentences

    def _by_pattern(self, entry: Field) -> Iterator[Candidate]:
        for pattern in entry.patterns:
            # A pattern speaks one language: with Chinese characters, or without.
            compiled, is_chinese = _spoken(pattern)
            if is_chinese != (self._habits.language in ("zh", None)):
                continue
            for m in compiled.finditer(self._sheet.folded):
                start, end = m.span("v")
                if start < end:
                    yield from self._read(
                        entry,
                        m.group()[: start - m.start()],
                        start,
                        end,
                        False,
                        _FIRM if entry.firm else _PATTERN,
                        None,
                    )


@cache
def fields_by_label(doc_type: DocType) -> dict[str, list[Field]]:
    """Return the fields that each label of a form stands for, by label key."""
    fields: dict[str, list[Field]] = {}
    for one in doc_type.fields:
        for key in dict.fromkeys(map(key_of, one.labels.all)):
            fields.setdefault(key, []).append(one)
    return fields


@cache
def _spoken(pattern: str) -> tuple[re.Pattern[str], bool]:
    """Return a pattern compiled, and whether it is in Chinese."""
    return re.compile(pattern), any(map(is_cjk, pattern))


def _unit_in(label: str) -> str:
    """Return the unit a label names for its amounts."""
    matched = re.search(r"[(/,、](?:人民币)?(?:单位:?)?(万元|千元|元|亿元)", label)
    return matched.group(1) if matched else ""


__all__ = ["CELL", "Candidate", "Locator"]
