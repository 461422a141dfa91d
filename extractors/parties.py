"""Who is who: 甲方 and 乙方 mean what the same paper says they mean; blocks belong to a party."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache

from extractors.deeds import by_deeds
from extractors.form import DocType
from extractors.labels import Occurrence, key_of
from extractors.vocabulary import LETTERS

_LETTER = re.compile("|".join(LETTERS))
# How far the block of a party reaches when no other party follows, in characters.
_BLOCK_LENGTH = 700


def letter_of(text: str) -> str | None:
    """Return the party's letter in (以下简称"甲方") and the like; the misprint 已方 is 乙方."""
    matched = _LETTER.search(text)
    return matched.group().replace("已", "乙") if matched else None


@cache
def parties_of(doc_type: DocType) -> dict[str, str]:
    """Return the party that each label opens the block of, by label key."""
    return {
        key_of(label): one.opens for one in doc_type.fields if one.opens for label in one.labels.all
    }


def letters_of(found: list[Occurrence], parties: dict[str, str], text: str) -> dict[str, str]:
    """Return what party each letter stands for, by the definitions on the paper itself."""
    roles: dict[str, str] = {}
    for index, one in enumerate(found):
        letter, party = None, None
        if one.word in parties and one.brackets:
            letter, party = letter_of(one.brackets), parties[one.word]
        elif one.word in parties and one.colon:
            letter, party = _letter_behind(text, one), parties[one.word]
        elif letter_of(one.word) == one.word.replace("已", "乙"):
            letter = letter_of(one.word)
            party = party_in(one.brackets, parties)
            if party is None and index + 1 < len(found):
                following = found[index + 1]
                between = text[one.end : following.start]
                # 乙方为借款人与贷款人签订的合同提供担保: what follows is no definition.
                ends = text[following.end : following.end + 1] in '\n ,。;:)_("'
                if ends and re.fullmatch(r"[\s:]*(?:为|是|即|系|作为|\()?[\s:]*", between):
                    party = parties.get(following.word)
            party = party or _party_behind(text, one, parties)
        if letter and party:
            roles.setdefault(letter, party)
    for letter, party in by_deeds(text):
        if party in parties.values():
            roles.setdefault(letter, party)
    return roles


def _letter_behind(text: str, one: Occurrence) -> str | None:
    """Return the letter given in brackets behind the name: 抵押人:某某(以下简称"甲方")."""
    m = re.compile(r"[ _]*[^\s:,;。()_]{2,30}[ _]*\((?:以下|下)?(?:简)?称[^()\n]{2,8}\)").match(
        text, one.value_start
    )
    return letter_of(m.group()) if m else None


def _party_behind(text: str, one: Occurrence, parties: dict[str, str]) -> str | None:
    """Return the party named in brackets behind the name: 甲方:某某信用社(贷款人)."""
    if not one.colon:
        return None
    m = re.compile(r"[ _]*(?:[^\s:,;。()_]{2,30}[ _]*)?(?P<role>\([^()\n]{2,12}\))").match(
        text, one.value_start
    )
    return party_in(m["role"], parties) if m else None


def party_in(brackets: str, parties: dict[str, str]) -> str | None:
    """Return the party named inside brackets: 甲方(借款人), 甲方(即贷款人/抵押权人)."""
    inside = re.sub(r"^[(]+|[)]+$", "", brackets)
    for part in re.split(r"[,/、)(]", inside):
        bare = re.sub(r"^(?:即|系|以下简称|下称|以下称)", "", part).strip("\"'")
        if bare in parties:
            return parties[bare]
    return None


@dataclass(frozen=True, slots=True)
class Blocks:
    """Where the block of each party begins, in reading order."""

    starts: tuple[int, ...]
    names: tuple[str, ...]

    @classmethod
    def of(cls, openings: list[tuple[int, str]]) -> Blocks:
        """Return the blocks of `openings`: (offset, party)."""
        ordered = sorted(openings)
        return cls(tuple(at for at, _ in ordered), tuple(name for _, name in ordered))

    def at(self, offset: int) -> str | None:
        """Return the party whose block `offset` stands in; None before the first."""
        index = bisect_right(self.starts, offset) - 1
        if index < 0 or offset - self.starts[index] > _BLOCK_LENGTH:
            return None
        return self.names[index]

    def all_at(self, offset: int) -> tuple[str, ...]:
        """Return every role of the party whose block `offset` stands in: 抵押人(借款人)."""
        index = bisect_right(self.starts, offset) - 1
        if self.at(offset) is None:
            return ()
        first = bisect_left(self.starts, self.starts[index])
        return self.names[first : index + 1]

    def opens_within(self, start: int, end: int) -> bool:
        """Whether a party's block begins between two places."""
        return bisect_left(self.starts, start) < bisect_right(self.starts, end)

    def any_before(self, offset: int) -> bool:
        """Whether a party was named before `offset`."""
        return bool(self.starts) and self.starts[0] <= offset
