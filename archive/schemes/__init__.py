"""Filing schemes: which category of the household's file a paper belongs to, and in what order.

Each scheme is a declaration beside this file (`A.toml` …); `contents.toml` says once where each
type of paper stands in the standard contents. A row of the archive keeps scheme A's category as it
was filed; what people see is worked out from the scheme that hudang.toml names.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from extractors.wording import _

FOLDER = Path(__file__).parent
CONTENTS = "contents"
STANDARD = "A"


class UnknownScheme(ValueError):
    """No filing scheme has that name."""

    def __init__(self, wanted: str) -> None:
        super().__init__(
            _("There is no filing scheme {name}. Known: {names}.").format(
                name=wanted, names=", ".join(names())
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One kind of content of a file ("loan_contract", "identity").

    titles       by language
    types        document types that stand here
    responsible  fields that name who made such a paper, the first that was read
    """

    name: str
    titles: Mapping[str, str]
    types: tuple[str, ...]
    responsible: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One category of a scheme and what it holds, in order (names of slots)."""

    number: int
    titles: Mapping[str, str]
    contents: tuple[str, ...]

    def title(self, language: str) -> str:
        """Return the category's name for people, in "zh", "es" or "en"."""
        return self.titles.get(language, self.titles["en"])


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paper stands: its category's number, and its order there, from 0."""

    category: int
    order: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A filing scheme; `default` is the category of what no place names."""

    name: str
    titles: Mapping[str, str]
    default: int
    categories: tuple[Category, ...]
    places: Mapping[str, Place]

    def place(self, doc_type: str | None) -> Place:
        """Return where papers of a type stand; one that no place names comes last."""
        found = self.places.get(doc_type or "")
        return found or Place(self.default, len(self.places))

    def category(self, number: int) -> Category:
        """Return a category by its number. Raises KeyError."""
        for each in self.categories:
            if each.number == number:
                return each
        raise KeyError(number)


def names() -> tuple[str, ...]:
    """Return the names of the schemes there are, in order."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml") if path.stem != CONTENTS))


@lru_cache(maxsize=1)
def contents() -> Mapping[str, Slot]:
    """Return the standard contents by name, in their order."""
    declared = tomllib.loads((FOLDER / f"{CONTENTS}.toml").read_text(encoding="utf-8"))
    return {
        name: Slot(
            name=name,
            titles=_titles(one),
            types=tuple(one.get("types", ())),
            responsible=tuple(one.get("responsible", ())),
        )
        for name, one in declared.items()
    }


@lru_cache(maxsize=1)
def slot_of() -> Mapping[str, Slot]:
    """Return the slot of each document type that has one."""
    return {doc_type: slot for slot in contents().values() for doc_type in slot.types}


@lru_cache(maxsize=16)
def scheme(name: str) -> Scheme:
    """Return a filing scheme. Raises UnknownScheme."""
    if name not in names():
        raise UnknownScheme(name)
    declared = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    categories = tuple(
        Category(number=one["number"], titles=_titles(one), contents=tuple(one["contents"]))
        for one in declared["category"]
    )
    ordered = [(each.number, slot) for each in categories for slot in each.contents]
    types = [(number, doc_type) for number, slot in ordered for doc_type in contents()[slot].types]
    return Scheme(
        name=name,
        titles=_titles(declared),
        default=declared["default"],
        categories=categories,
        places={doc_type: Place(number, order) for order, (number, doc_type) in enumerate(types)},
    )


def _titles(declared: Mapping[str, Any]) -> Mapping[str, str]:
    return {language: declared[language] for language in ("zh", "es", "en")}
