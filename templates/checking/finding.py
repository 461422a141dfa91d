"""One thing wrong with a template, and the refusal to use it."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.wording import _


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with a template: where, for a person with the file open, and what.

    code  "package", "full_width", "swallowed", "syntax", "unknown_field", "unknown_filter",
          "forbidden", "chart"
    """

    code: str
    place: str
    message: str

    def to_json(self) -> dict[str, str]:
        """Return it as `hudang templates check --json` prints it."""
        return {"code": self.code, "place": self.place, "message": self.message}

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class TemplateInvalid(Exception):
    """A Word template cannot be used as it stands."""

    def __init__(self, name: str, findings: list[Finding]) -> None:
        self.name = name
        self.findings = tuple(findings)
        super().__init__(
            _("Template {name} cannot be used: {first} (run: hudang templates check)").format(
                name=name, first=findings[0]
            )
        )
