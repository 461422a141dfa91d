"""Malicious and broken files, made by script: each case says how reading it must end.

Small and seeded: the same cases every time, and no binary file in the repository.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

READ = "read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One file and its expected end.

    ends    READ, or codes of extractors.sources.refusal; damage may end in one of several ways
    notes   codes of problems the reading must carry when it is read
    says    words its text must hold when it is read
    """

    name: str
    data: bytes
    ends: frozenset[str]
    notes: frozenset[str] = frozenset()
    says: str = ""


def read(name: str, data: bytes, *notes: str, says: str = "") -> Case:
    """A file that is read, with these notes."""
    return Case(name=name, data=data, ends=frozenset({READ}), notes=frozenset(notes), says=says)


def refused(name: str, data: bytes, *codes: str) -> Case:
    """A file that is refused with one of these reasons."""
    return Case(name=name, data=data, ends=frozenset(codes))


def damaged(name: str, data: bytes, *codes: str) -> Case:
    """A file of which something may still be read; else it is refused as damaged."""
    ends = {READ, "unreadable", "truncated", *codes}
    return Case(name=name, data=data, ends=frozenset(ends))


CLASSES: dict[str, Callable[[], Iterable[Case]]] = {}


def of_class(name: str) -> Callable[[Callable[[], Iterable[Case]]], Callable[[], Iterable[Case]]]:
    """Register a function that makes all cases of one class."""

    def register(make: Callable[[], Iterable[Case]]) -> Callable[[], Iterable[Case]]:
        assert name not in CLASSES
        CLASSES[name] = make
        return make

    return register
