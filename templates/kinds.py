"""The kinds of documents there are: each module of `templates.documents` declares one.

A kind's module is imported when that kind is asked for.
"""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from extractors.wording import _
from templates import documents
from templates.choices import choice_of
from templates.kind import Kind


class UnknownKind(Exception):
    """No document kind has that name, or not in that language."""


@cache
def _names() -> tuple[str, ...]:
    found = pkgutil.iter_modules(documents.__path__)
    return tuple(sorted(one.name.replace("_", "-") for one in found))


class _Kinds(Mapping[str, Kind]):
    """All kinds by name, in the order of their names."""

    def __getitem__(self, name: str) -> Kind:
        if name not in _names():
            raise KeyError(name)
        module = importlib.import_module(f"{documents.__name__}.{name.replace('-', '_')}")
        kind: Kind = module.KIND
        return kind

    def __iter__(self) -> Iterator[str]:
        return iter(_names())

    def __len__(self) -> int:
        return len(_names())


KINDS: Mapping[str, Kind] = _Kinds()


def kind_of(name: str, language: str | None = None) -> Kind:
    """Return the kind called `name`: its name, or its title in any language (年度总结).

    Of a name that stands for several kinds the first; see `templates.choices`.

    Raises UnknownKind with the nearest names, or all of them.
    """
    choice = choice_of(name)
    known = choice.among[0] if choice else name
    kind = KINDS[known] if known in KINDS else _titled(known)
    if kind is None:
        raise UnknownKind(_unknown(name))
    if language is not None and language not in kind.titles:
        raise UnknownKind(
            _("{name} is not available in {language}. Available: {known}.").format(
                name=kind.name, language=language, known=", ".join(kind.titles)
            )
        )
    return kind


def _titled(title: str) -> Kind | None:
    """Return the kind with that title; one that is drafted before one another command makes."""
    found = [kind for kind in KINDS.values() if title in kind.titles.values()]
    return min(found, key=lambda kind: kind.compute is None, default=None)


def _unknown(name: str) -> str:
    called = {
        word: kind.name for kind in KINDS.values() for word in (kind.name, *kind.titles.values())
    }
    close = difflib.get_close_matches(name, called, n=6, cutoff=0.5)
    # A clerk knows a part of the title rather than the name: 催收.
    close += [title for title in called if len(name) > 1 and name in title]
    near = dict.fromkeys(called[word] for word in close)
    if near:
        return _("There is no document {name}. Did you mean {near}?").format(
            name=name, near=_listed(near)
        )
    return _("There is no document {name}. Known: {known}.").format(name=name, known=_listed(KINDS))


def _listed(names: Iterable[str]) -> str:
    """Return kinds with their titles: annual-summary (年度总结)."""
    titles = {name: next(iter(KINDS[name].titles.values())) for name in names}
    return ", ".join(f"{name} ({title})" for name, title in titles.items())
