"""四性检测: running the items over a package or a household's file; the report as data."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from archive.handover import four_files, four_metadata
from archive.handover.case import FAILED, NOT_APPLICABLE, NOT_TESTED, PASSED, Case
from archive.handover.four_items import FOOTNOTE, ITEMS, CheckItem
from extractors.wording import N_, _

FORMAT = "hudang-four-checks-1"
NAME = "four-checks.json"
RESULTS: Mapping[str, str] = {
    PASSED: N_("passed"),
    FAILED: N_("failed"),
    NOT_APPLICABLE: N_("not applicable"),
    NOT_TESTED: N_("not tested"),
}
# Why something was not tested or does not apply; codes of the evidence.
WHY: Mapping[str, str] = {
    "needs_workspace": N_("only the workspace the file came from can say"),
    "needs_scanner": N_("no virus scanner was asked"),
    "no_scanner": N_("no virus scanner is installed"),
    "look_at_the_medium": N_("a person has to look at the medium"),
    "no_package": N_("there is no package"),
    "no_pattern": N_("the list does not say the pattern of archive numbers"),
    "no_audit_rows": N_("there are no rows of the audit trail"),
    "nothing_attached": N_("nothing is attached"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The outcome of one item."""

    item: CheckItem
    result: str
    evidence: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """四性检测报告.

    subject   number of the handover, or of the household
    manifest  sha256 of the list of digests that was checked, "" where there is no package
    """

    point: str
    subject: str
    at: str
    actor: str
    lines: tuple[Line, ...]
    manifest: str = ""

    def totals(self) -> dict[str, int]:
        """Return how many items came to which result."""
        counted = Counter(line.result for line in self.lines)
        return {result: counted[result] for result in RESULTS}

    @property
    def failed(self) -> list[Line]:
        """The items that were not passed."""
        return [line for line in self.lines if line.result == FAILED]

    def to_json(self) -> dict[str, Any]:
        """Return the report as four-checks.json holds it."""
        return {
            "format": FORMAT,
            "standard": "DA/T 70-2018",
            "footnote": FOOTNOTE,
            "point": self.point,
            "subject": self.subject,
            "at": self.at,
            "actor": self.actor,
            "manifest_sha256": self.manifest,
            "totals": self.totals(),
            "lines": [
                {
                    "code": line.item.at_point(self.point),
                    "name": {lang: line.item.name(lang) for lang in ("zh", "es", "en")},
                    "inferred": line.item.inferred,
                    "object": self.subject,
                    "result": line.result,
                    "evidence": dict(line.evidence),
                    "rule": line.item.test,
                    "at": self.at,
                    "actor": self.actor,
                }
                for line in self.lines
            ],
        }

    def to_bytes(self) -> bytes:
        """Return four-checks.json."""
        return (json.dumps(self.to_json(), ensure_ascii=False, indent=1) + "\n").encode()


def run(case: Case, *, point: str, subject: str, at: str, actor: str, manifest: str = "") -> Report:
    """Check everything that is due at `point` ("archive", "handover" or "keeping")."""
    lines = []
    for item in ITEMS:
        if point in item.points:
            outcome = _TESTS[item.test](case)
            lines.append(Line(item=item, result=outcome.result, evidence=outcome.evidence))
    return Report(
        point=point, subject=subject, at=at, actor=actor, lines=tuple(lines), manifest=manifest
    )


_TESTS = {
    name: getattr(module, name)
    for module in (four_metadata, four_files)
    for name in {item.test for item in ITEMS}
    if hasattr(module, name)
}


def shown(evidence: Mapping[str, Any]) -> str:
    """Return the evidence of a line in few words."""
    if "why" in evidence:
        why = str(evidence["why"])
        return _(WHY[why]) if why in WHY else why
    parts = [_("looked at {count}").format(count=evidence.get("looked_at", 0))]
    for name, value in evidence.items():
        if name in ("looked_at", "ids", "not_looked_at", "columns"):
            continue
        if isinstance(value, Mapping):
            value = ", ".join(f"{key} {count}" for key, count in value.items())
        elif isinstance(value, list):
            value = ", ".join(str(each) for each in value)
        parts.append(f"{_(EVIDENCE[name]) if name in EVIDENCE else name}: {value}")
    if evidence.get("ids"):
        parts.append(", ".join(str(each) for each in evidence["ids"][:3]))
    if evidence.get("not_looked_at"):
        parts.append(_("not looked at: {what}").format(what=_(str(evidence["not_looked_at"]))))
    return "; ".join(parts)


EVIDENCE: Mapping[str, str] = {
    "found": N_("faults"),
    "audit_rows": N_("audit rows"),
    "algorithm": N_("algorithm"),
    "rule": N_("rule"),
    "pattern": N_("pattern"),
    "counted": N_("counted"),
    "stated": N_("stated"),
    "missing": N_("missing"),
    "explained": N_("explained"),
    "formats": N_("formats"),
    "standard": N_("standard"),
    "oxum": "Payload-Oxum",
    "program": N_("program"),
    "scanner": N_("scanner"),
    "too_large_to_look_into": N_("too large to look into"),
}
NOT_LOOKED_AT = (
    N_("attachments named on papers"),
    N_("signatures, seals and time stamps on papers"),
    N_("whether it shows in a viewer"),
)
