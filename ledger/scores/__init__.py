"""Sheets of points as data: one .toml each, shipped beside this file; an office overrides them.

A file of the same name in the workspace's folder `scores/` replaces the shipped sheet, and any
other file there is a sheet of the office's own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from extractors.wording import _

FOLDER = Path(__file__).parent
# Of a workspace.
OWN = "scores"
LANGUAGES = ("zh", "es", "en")
FULL = 100


class SheetInvalid(Exception):
    """A sheet's file cannot be used as it stands."""


class UnknownSheet(Exception):
    """No sheet of points has that name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that is judged.

    points  what it is worth; each: what one fault costs
    """

    code: str
    group: str
    points: Decimal
    each: Decimal
    titles: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet of points; its items add up to 100. `of`: "unit" or "person"."""

    name: str
    of: str
    titles: Mapping[str, str]
    source: str
    items: tuple[Item, ...]

    def item(self, code: str) -> Item:
        """Return an item. Raises UnknownSheet naming those there are."""
        for each in self.items:
            if each.code == code:
                return each
        raise UnknownSheet(
            _("Sheet {sheet} has no item {item}. Its items: {known}.").format(
                sheet=self.name, item=code, known=", ".join(each.code for each in self.items)
            )
        )


def sheets(root: Path | None = None) -> dict[str, Sheet]:
    """Return all sheets by name: the shipped ones, and the workspace's own before them.

    root  of the workspace
    Raises SheetInvalid naming the file.
    """
    paths = {path.stem: path for path in sorted(FOLDER.glob("*.toml"))}
    if root is not None:
        paths |= {path.stem: path for path in sorted((root / OWN).glob("*.toml"))}
    return {name: _read(path) for name, path in sorted(paths.items())}


def sheet(name: str, root: Path | None = None) -> Sheet:
    """Return a sheet by its name or its title in any language. Raises UnknownSheet."""
    known = sheets(root)
    for each in known.values():
        if name in (each.name, *each.titles.values()):
            return each
    raise UnknownSheet(
        _("There is no sheet of points {name}. Known: {known}.").format(
            name=name, known=", ".join(known)
        )
    )


def _read(path: Path) -> Sheet:
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        made = Sheet(
            name=path.stem,
            of=said.get("of", "unit"),
            titles=_titles(said["titles"]),
            source=said.get("source", ""),
            items=tuple(_item(each) for each in said["items"]),
        )
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as cause:
        raise SheetInvalid(
            _("{file} is not valid TOML: {cause}. Correct that line and try again.").format(
                file=path, cause=cause
            )
        ) from cause
    except (KeyError, TypeError, ValueError, ArithmeticError) as cause:
        raise SheetInvalid(
            _("{file}: {key} is missing or not understood in this sheet of points.").format(
                file=path, key=str(cause).strip("'")
            )
        ) from cause
    _refuse_bad(made, path)
    return made


def _refuse_bad(made: Sheet, path: Path) -> None:
    codes = [item.code for item in made.items]
    if len(set(codes)) < len(codes):
        raise SheetInvalid(_("{file}: an item stands there twice.").format(file=path))
    total = sum(item.points for item in made.items)
    if total != FULL:
        raise SheetInvalid(
            _("{file}: the points of its items add up to {total}, not to 100.").format(
                file=path, total=total
            )
        )


def _item(said: Mapping[str, Any]) -> Item:
    points = Decimal(str(said["points"]))
    return Item(
        code=str(said["code"]),
        group=str(said.get("group", "")),
        points=points,
        each=Decimal(str(said.get("each", points))),
        titles=_titles(said),
    )


def _titles(said: Mapping[str, Any]) -> dict[str, str]:
    """Titles by language; an office may write one language only."""
    given = {language: str(said[language]) for language in LANGUAGES if said.get(language)}
    if not given:
        raise KeyError("zh")
    any_title = next(iter(given.values()))
    return {language: given.get(language, any_title) for language in LANGUAGES}
