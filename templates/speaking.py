"""Asking other parts of the program for their words in a document's language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextvars import copy_context
from typing import TypeVar

from extractors.wording import use_language

T = TypeVar("T")


def in_language(language: str, make: Callable[[], T]) -> T:
    """Return what `make` makes while the program speaks `language`; afterwards it speaks as before.

    Reasons of classes, alerts and methods are messages of the program: on paper they stand in the
    language of the paper, whoever drafts it.
    """

    def made() -> T:
        use_language(language)
        return make()

    return copy_context().run(made)


def each_in_language(language: str, items: Iterable[T]) -> Iterator[T]:
    """Yield `items`, each of which is made while the program speaks `language`."""
    context = copy_context()
    context.run(use_language, language)
    source = iter(items)
    while True:
        try:
            item = context.run(next, source)
        except StopIteration:
            return
        yield item
