"""What every document has: its own number, its figures, its drafted sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from templates.placeholders import UNPRINTED
from templates.provenance import NamedFigure, SourceLine
from templates.sentence import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The base of the values a template is filled from.

    draft_number  given by `templates.drafting.numbering`; None in a preview
    sources       lines of the appendix 数据出处; empty unless it was asked for
    figures       every figure the document states, in the order it states them
    """

    draft_number: str | None = field(default=None, metadata=UNPRINTED)
    sources: tuple[SourceLine, ...] = field(default=(), metadata=UNPRINTED)
    figures: tuple[NamedFigure, ...] = field(default=(), metadata=UNPRINTED)

    def sentences(self) -> Iterable[Sentence]:
        """Return all drafted sentences, in the order of the document."""
        return ()
