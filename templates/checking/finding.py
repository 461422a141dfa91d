"""One thing wrong with a template, and the refusal to use it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.wording import _

# A template with a fault is never used. With a warning it is, but its documents will not look or
# read as meant. A note only tells.
FAULT, WARNING, NOTE = "fault", "warning", "note"
_ORDER = (FAULT, WARNING, NOTE)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing about a template: where, for a person with the file open, and what.

    code      what sort of thing: "full_width", "unknown_field" …; docs/templates.md lists them
    place     "table 2, row 4, cell 3 “{{ one.yaer }}”"; empty where it is about the whole file
    weight    "fault", "warning" or "note"
    mendable  `hudang templates check --fix` can mend it
    """

    code: str
    place: str
    message: str
    weight: str = FAULT
    mendable: bool = False

    def to_json(self) -> dict[str, str | bool]:
        """Return it as `hudang templates check --json` prints it."""
        return {
            "code": self.code,
            "weight": self.weight,
            "place": self.place,
            "message": self.message,
            "mendable": self.mendable,
        }

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class TemplateInvalid(Exception):
    """A Word template cannot be used as it stands."""

    def __init__(self, name: str, findings: Sequence[Finding]) -> None:
        self.name = name
        self.findings = tuple(findings)
        said = _("Template {name} cannot be used: {first} (run: hudang templates check)")
        if len(self.findings) > 1:
            said = _(
                "Template {name} cannot be used: {first}, and {more} more "
                "(run: hudang templates check)"
            )
        super().__init__(
            said.format(name=name, first=self.findings[0], more=len(self.findings) - 1)
        )


def faults(findings: Iterable[Finding]) -> list[Finding]:
    """Return those that keep a template from being used."""
    return [one for one in findings if one.weight == FAULT]


def told_once(findings: Iterable[Finding]) -> list[Finding]:
    """Return `findings` without repetitions, the gravest first, otherwise as they stand."""
    once = list(dict.fromkeys(findings))
    return sorted(once, key=lambda one: _ORDER.index(one.weight))
