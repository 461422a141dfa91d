"""One drafted sentence or paragraph, tied to the figures it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field

from ledger.figure import Figure
from templates.placeholders import UNPRINTED


@dataclass(frozen=True, slots=True)
class Sentence:
    """text     as it is printed; places that only a person knows are blanks in it
    figures  names of the figures that it states (`Figure.name`); empty where it states none
    stated   those figures themselves, where the sentence was said by `templates.saying`
    asides   numbers in it that are no figures, each with the reason (a rule's days, a clause)
    """

    text: str
    figures: tuple[str, ...] = field(default=(), metadata=UNPRINTED)
    stated: tuple[Figure, ...] = field(default=(), metadata=UNPRINTED)
    asides: tuple[tuple[str, str], ...] = field(default=(), metadata=UNPRINTED)
