"""Writes templates/word/LANGUAGE/*.docx. Overwrites what is there: commit your own edits first."""

from __future__ import annotations

from pathlib import Path

from templates.build.annual_summary import annual_summary
from templates.build.custody import borrowing_register, borrowing_slip, destruction_list
from templates.build.four_checks import four_checks
from templates.build.handover_differences import handover_differences
from templates.build.handover_list import handover_list
from templates.build.inspection_report import inspection_report
from templates.build.missing_papers_notice import missing_papers_notice
from templates.build.transfer_checklist import transfer_checklist
from templates.build.volume import volume_catalogue, volume_note
from templates.build.work_plan import work_plan

WORD = Path(__file__).parent.parent / "word"


def built() -> dict[str, bytes]:
    """Return every template by its path below templates/word."""
    in_each = {
        "annual-summary": annual_summary,
        "handover-list": handover_list,
        "four-checks": four_checks,
        "handover-differences": handover_differences,
    }
    in_three = {
        f"{language}/{name}.docx": laid_out(language)
        for name, laid_out in in_each.items()
        for language in ("zh", "es", "en")
    }
    notices = {
        f"{language}/missing-papers-notice.docx": missing_papers_notice(language)
        for language in ("zh", "es")
    }
    volumes = {
        f"{language}/{name}.docx": made(language)
        for language in ("zh", "es")
        for name, made in (("volume-catalogue", volume_catalogue), ("volume-note", volume_note))
    }
    return (
        in_three
        | notices
        | _custody()
        | volumes
        | {
            "zh/work-plan.docx": work_plan(),
            "zh/transfer-checklist.docx": transfer_checklist(),
            "zh/inspection-report.docx": inspection_report(),
        }
    )


def _custody() -> dict[str, bytes]:
    made = {
        "borrowing-register": borrowing_register,
        "borrowing-slip": borrowing_slip,
        "destruction-list": destruction_list,
    }
    return {
        f"{language}/{name}.docx": build(language)
        for name, build in made.items()
        for language in ("zh", "es")
    }


if __name__ == "__main__":
    for path, content in built().items():
        target = WORD / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
