"""Whose value it is: the parties a paper names, where their blocks begin, and who owns a label."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property

from extractors import standing
from extractors.form import DocType, Field
from extractors.grid import Grid
from extractors.labels import Occurrence, fields_by_label
from extractors.parties import Blocks, letter_of, letters_of, parties_of, party_in
from extractors.sheet import Sheet, Spot
from extractors.values.plain import is_cjk

# Words after which a name or an identity number is no longer the party's.
_ANOTHER = re.compile(
    r"\b(?:su conyuge|su espos[oa]|representad[oa] (?:por|en)|apoderad[oa]|su gerente"
    r"|represented by|his wife|her husband)\b"
    r"|(?:被担保债权|主合同)(?:概况|情况)"
)
# The block of a paper that describes what is mortgaged or pledged, by the name of its block.
THINGS = "collateral"
_ITEM = r"\n\s*(?:抵押|质押|出质)?(?:财产|物品?|权利|存单)[一二三四五六七八九1-9][:、.]?\s*(?=\n)"
_OF_THINGS = re.compile(rf"(?:抵押物|抵押财产|质物|质押物|担保财产)(?:概况|情况|信息|清单)|{_ITEM}")
# What stands below the name of an institution at the head of a paper is the institution's.
_LETTERHEAD = re.compile(
    r"\A(?:[^\n]*\n){0,4}?[ \t]*(?=[^\n:;]{0,60}\b(?:s\.?r\.?l|s\.a|cooperativa|banco|caja"
    r"|financiera|bank|sacco|ltda?|limited|society)\b)[^\n:;]{4,80}\n"
)
_PERSON_BEFORE = re.compile(r"(?P<name>[\u4e00-\u9fff·]{2,14})[ _]*(?:[(,][^()\n\d:;。]{0,10})?\Z")


class Owners:
    """The parties of one paper and what belongs to each."""

    def __init__(
        self, sheet: Sheet, doc_type: DocType, grid: Grid, found: list[Occurrence]
    ) -> None:
        self._sheet, self._doc_type, self._grid, self._found = sheet, doc_type, grid, found
        self.parties = parties_of(doc_type)
        self._letters = letters_of(found, self.parties, sheet.folded)
        self._fields = fields_by_label(doc_type)
        self._blocks = Blocks.of([])
        # The roles of each person named as a party.
        self._names: dict[str, set[str]] = {}

    def party_fields(self, one: Occurrence) -> list[Field]:
        """The party fields a label stands for: its own, or those of its letter's role."""
        if one.word in self.parties:
            also = party_in(one.brackets, self.parties) if one.brackets else None
            named = [self.parties[one.word], *([also] if also else [])]
            own = [entry for entry in self._fields[one.word] if entry.opens]
            # 借款人(抵押人): one person in two roles.
            others = [entry for entry in self._doc_type.fields if entry.opens in named[1:]]
            return own + [entry for entry in others[:1] if entry not in own]
        role = self._letters.get(letter_of(one.word) or "") if len(one.word) == 2 else None
        if role is None:
            return []
        return [entry for entry in self._doc_type.fields if entry.opens == role][:1]

    @property
    def parties_and_letters(self) -> dict[str, str]:
        """The party of each label, and of each letter that the paper explains."""
        return self.parties | self._letters

    def settle(
        self,
        labelled: Iterable[tuple[Occurrence, str, str]],
        defined: Iterable[tuple[int, str, str]],
    ) -> None:
        """Fix whose block begins where, once the parties are read.

        labelled  (label, name beside it, party)
        defined   (place, name in a sentence or "", party)
        """
        labelled, defined = list(labelled), list(defined)
        openings = self._openings({id(one) for one, _, _ in labelled})
        openings += [(at, party) for at, _, party in defined]
        openings += self._others_in_sentences()
        self._blocks = Blocks.of(openings)
        for _, name, party in (*labelled, *(one for one in defined if one[1])):
            self._names.setdefault(name, set()).add(party)

    def item_at(self, offset: int) -> int:
        """Return which of several numbered things a place speaks of, from 1; 0 for none."""
        number = bisect_left(self._items, offset)
        return number if number and self._blocks.at(offset) == THINGS else 0

    @cached_property
    def _items(self) -> list[int]:
        return [m.end() for m in re.finditer(_ITEM, self._sheet.folded)]

    def _openings(self, named: set[int]) -> list[tuple[int, str]]:
        openings: list[tuple[int, str]] = []
        line_of: dict[int, tuple[str, ...]] = {}
        signing: dict[int, list[str]] = {}
        for one in self._found:
            fields = self.party_fields(one)
            is_signature = standing.SIGNATURE.search(one.brackets) is not None
            if is_signature and fields:
                signing.setdefault(self._sheet.line_at(one.start), []).append(fields[0].opens or "")
            if fields and (
                id(one) in named
                or one.is_firm
                or is_signature
                or standing.is_alone(self._sheet, one)
            ):
                # 抵押人(借款人): the block of one party in two roles.
                opens = tuple(dict.fromkeys(field.opens or "" for field in fields))
                openings += [(one.start, role) for role in opens]
                # A second party on a line (借款人: … 配偶: …) does not own the lines below.
                line_end = self._sheet.text.find("\n", one.start)
                line_of.setdefault(line_end, opens)
        openings += [(end, role) for end, opens in line_of.items() if end >= 0 for role in opens]
        return openings + self._signing_columns(signing)

    def _others_in_sentences(self) -> list[tuple[int, str]]:
        """Where the paper turns to things, or a sentence to a spouse or a representative."""
        text = self._sheet.folded
        return [
            *((m.start(), "another") for m in _ANOTHER.finditer(text)),
            *((m.end(), THINGS) for m in _OF_THINGS.finditer(text)),
            *((m.start(), "another") for m in _LETTERHEAD.finditer(text)),
        ]

    def _signing_columns(self, signing: dict[int, list[str]]) -> list[tuple[int, str]]:
        """Below two parties signing side by side, each line's labels follow the same columns."""
        columns = {line: parties for line, parties in signing.items() if len(parties) >= 2}
        if not columns:
            return []
        by_line: dict[int, list[Occurrence]] = {}
        for one in self._found:
            if one.colon:
                by_line.setdefault(self._sheet.line_at(one.start), []).append(one)
        return [
            (one.start, party)
            for line, parties in columns.items()
            for below in (line + 1, line + 2)
            if below not in signing and len(by_line.get(below, ())) == len(parties)
            for one, party in zip(by_line[below], parties, strict=True)
        ]

    def owns(self, one: Occurrence, entry: Field) -> bool:
        """Whether the label `one` speaks of the party whose block `entry` asks for."""
        own = self._prefix_party(one)
        if own is not None:
            return own == entry.block
        roles = self._roles_of_named_before(one)
        if roles:
            return entry.block in roles
        is_glued = one.colon and standing.follows_value(self._sheet, one)
        if not one.bounded and not is_glued and is_cjk(self._sheet.text[one.start]):
            # 某某身份证号: a word we do not know says whose number it is.
            return False
        block = self._block_in_table(one)
        roles_here = (block,) if block else self._blocks.all_at(one.start)
        if roles_here:
            return entry.block in roles_here
        if self._blocks.any_before(one.start):
            return False
        return entry.block == self._doc_type.default_block and self._is_no_prose(one)

    def _is_no_prose(self, one: Occurrence) -> bool:
        """Whether a label stands by itself; in Latin prose it does not."""
        is_chinese = is_cjk(self._sheet.text[one.start])
        return (
            is_chinese or one.colon or one.separated or self._sheet.spot_at(one.start) is not None
        )

    def _roles_of_named_before(self, one: Occurrence) -> set[str]:
        """The roles of the person in 吕小布(身份证号: and 吕小布,男,身份证号:; empty if unknown."""
        before = self._sheet.text[max(0, one.start - 28) : one.start]
        named = _PERSON_BEFORE.search(before)
        if named is None:
            return set()
        said = named["name"]
        tails = (said[first:] for first in range(len(said)))
        return next((self._names[tail] for tail in tails if tail in self._names), set())

    def _block_in_table(self, one: Occurrence) -> str | None:
        """The party a cell belongs to: named to its left, or above it in its own columns."""
        spot = self._sheet.spot_at(one.start)
        if spot is None or self._blocks.opens_within(spot.start, one.start):
            return None
        best: tuple[int, int] | None = None
        party = None
        rows, heads, tallest = self._heads.get(spot.table, ([], [], 1))
        # From the row itself upwards; what lies wholly above the best so far is not asked.
        for index in range(bisect_right(rows, spot.row) - 1, -1, -1):
            head, opens = heads[index]
            if best is not None and head.row + tallest - 1 < best[0]:
                break
            if head.column > spot.column or (head.row == spot.row and head.start > one.start):
                continue
            # The nearest row counts first, then the nearest column to the left.
            nearness = (min(head.row_end - 1, spot.row), head.column)
            if best is None or nearness > best:
                best, party = nearness, opens
        return party

    @cached_property
    def _found_starts(self) -> list[int]:
        return [one.start for one in self._found]

    @cached_property
    def _heads(self) -> dict[int, tuple[list[int], list[tuple[Spot, str]], int]]:
        """The cells that name a party, by table: their rows, the cells, the most rows of one."""
        by_table: dict[int, list[tuple[Spot, str]]] = {}
        for one in self._found:
            fields = self.party_fields(one)
            spot = self._sheet.spot_at(one.start)
            if fields and spot is not None and (self._grid.is_label(spot) or one.colon):
                by_table.setdefault(spot.table, []).append((spot, fields[0].opens or ""))
        heads = {}
        for table, cells in by_table.items():
            cells.sort(key=lambda cell: cell[0].row)
            rows = [spot.row for spot, _ in cells]
            heads[table] = (rows, cells, max(spot.row_end - spot.row for spot, _ in cells))
        return heads

    def _prefix_party(self, one: Occurrence) -> str | None:
        """The party in 保证人身份证号, 借款人的住所."""
        index = bisect_left(self._found_starts, one.start) - 1
        if index < 0:
            return None
        before = self._found[index]
        between = self._sheet.text[before.end : one.start]
        fields = self.party_fields(before)
        if fields and between.strip(" ") in ("", "的", "之") and len(between) < 3:
            return fields[0].opens
        return None
