"""A rule that a correction taught: on papers of one printed form, where a field's value stands."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedRule:
    """On papers of one printed form, the field's value stands beside this label.

    family     the form's printed labels, in their order, as they are compared
    label      the words beside the value, as they are compared
    place      "after" the label on its line, "below" it; in a table "right" of it or "under" it
    nth        which of the paper's equal labels, from 1
    replaces   a value was read elsewhere, and wrongly: an empty place means that there is none
    confirmed  papers that a person filed with what the rule read
    state      "on", "off" (switched off by a person), "retired" (contradicted by a correction)
    at, by     when it was learned and from whom
    """

    id: str
    doc_type: str
    language: str | None
    family: tuple[str, ...]
    field: str
    label: str
    place: str
    nth: int
    replaces: bool
    confirmed: int = 0
    state: str = "on"
    at: str = ""
    by: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return all parts."""
        return asdict(self) | {"family": list(self.family)}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> LearnedRule:
        """Rebuild a rule from `to_json`'s form. Raises TypeError or KeyError on any other shape."""
        return cls(**(data | {"family": tuple(data["family"])}))
