"""The kinds of documents there are: each module of `templates.documents` declares one.

A kind's module is imported when that kind is asked for.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache

from extractors.wording import _
from templates import documents
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
    """Return the kind `name`. Raises UnknownKind with the names that exist."""
    if name not in KINDS:
        raise UnknownKind(
            _("There is no document {name}. Known: {known}.").format(
                name=name, known=", ".join(KINDS)
            )
        )
    kind = KINDS[name]
    if language is not None and language not in kind.titles:
        raise UnknownKind(
            _("{name} is not available in {language}. Available: {known}.").format(
                name=name, language=language, known=", ".join(kind.titles)
            )
        )
    return kind
