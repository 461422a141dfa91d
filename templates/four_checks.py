"""四性检测报告: each item of the four properties, what came of it, and by what evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from archive.handover.four_checks import Report, shown
from archive.handover.four_items import FOOTNOTE, GROUPS, group_name
from templates.document import Document

_RESULTS = {
    "passed": ("通过", "Aprobado", "Passed"),
    "failed": ("不通过", "No aprobado", "Failed"),
    "not_applicable": ("不适用", "No aplica", "Not applicable"),
    "not_tested": ("未检测", "No comprobado", "Not tested"),
}
_POINTS = {
    "archive": ("归档", "Archivo", "Filing"),
    "handover": ("移交与接收", "Transferencia", "Handover"),
    "keeping": ("长期保存", "Conservación", "Long keeping"),
}
_PLACES = {"zh": 0, "es": 1, "en": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """One item. An inferred name is marked."""

    code: str
    name: str
    result: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckGroup:
    """The items of one property."""

    title: str
    lines: tuple[CheckLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FourChecks(Document):
    """What the template `four-checks` prints.

    at        UTC, to the second
    manifest  digest of the list of digests that was checked
    """

    institution: str | None
    subject: str
    point: str
    at: str
    actor: str
    manifest: str
    groups: tuple[CheckGroup, ...]
    passed: int
    failed: int
    not_applicable: int
    not_tested: int
    footnote: str


def of_report(report: Report, language: str, institution: str | None) -> FourChecks:
    """Return the report in `language`."""
    place = _PLACES[language]
    totals = report.totals()
    return FourChecks(
        institution=institution,
        subject=report.subject,
        point=_POINTS[report.point][place],
        at=f"{datetime.fromisoformat(report.at):%Y-%m-%d %H:%M:%S} UTC",
        actor=report.actor,
        manifest=report.manifest or "—",
        groups=tuple(
            CheckGroup(
                title=group_name(group, language),
                lines=tuple(
                    CheckLine(
                        code=line.item.at_point(report.point),
                        name=line.item.name(language) + (" △" if line.item.inferred else ""),
                        result=_RESULTS[line.result][place],
                        evidence=shown(line.evidence),
                    )
                    for line in report.lines
                    if line.item.group == group
                ),
            )
            for group in GROUPS
        ),
        passed=totals["passed"],
        failed=totals["failed"],
        not_applicable=totals["not_applicable"],
        not_tested=totals["not_tested"],
        footnote=FOOTNOTE[language],
    )
