"""One drafted sentence or paragraph, tied to the figures it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field

from templates.placeholders import UNPRINTED


@dataclass(frozen=True, slots=True)
class Sentence:
    """text     as it is printed; places that only a person knows are blanks in it
    figures  names of the figures that it states (`Figure.name`); empty where it states none
    """

    text: str
    figures: tuple[str, ...] = field(default=(), metadata=UNPRINTED)
