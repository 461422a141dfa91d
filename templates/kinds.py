"""The document kinds: name, dataclass, languages, what the file is called, how it is filed."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.wording import _
from templates.annual_summary import AnnualSummary
from templates.custody import BorrowingRegister, BorrowingSlip, DestructionListSheet
from templates.four_checks import FourChecks
from templates.handover_differences import HandoverDifferences
from templates.handover_list import HandoverList
from templates.inspection_report import InspectionReport
from templates.missing_papers_notice import MissingPapersNotice
from templates.transfer_checklist import TransferChecklist
from templates.volume import VolumeCatalogue, VolumeNote
from templates.work_plan import WorkPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of document.

    about     what it is asked for: "year", "household" or "loan"; "handover", or the command that
              makes it: by those commands only
    titles    by language: a template is shipped for each; also the start of the file's name
    doc_type  under which it is filed; a draft inspection report is not yet an inspection report,
              which would make the household's file look complete
    """

    name: str
    fields: type
    about: str
    titles: dict[str, str]
    doc_type: str


KINDS = {
    kind.name: kind
    for kind in (
        Kind(
            name="annual-summary",
            fields=AnnualSummary,
            about="year",
            titles={"zh": "年度总结", "es": "Resumen-anual", "en": "Annual-summary"},
            doc_type="annual_summary",
        ),
        Kind(
            name="work-plan",
            fields=WorkPlan,
            about="year",
            titles={"zh": "工作计划"},
            doc_type="work_plan",
        ),
        Kind(
            name="transfer-checklist",
            fields=TransferChecklist,
            about="household",
            titles={"zh": "移交清册"},
            doc_type="transfer_list",
        ),
        Kind(
            name="volume-catalogue",
            fields=VolumeCatalogue,
            about="household",
            titles={"zh": "卷内目录", "es": "Indice-del-expediente"},
            doc_type="volume_catalogue",
        ),
        Kind(
            name="volume-note",
            fields=VolumeNote,
            about="household",
            titles={"zh": "卷内备考表", "es": "Nota-de-cierre"},
            doc_type="volume_note",
        ),
        Kind(
            name="missing-papers-notice",
            fields=MissingPapersNotice,
            about="household",
            titles={"zh": "补件通知单", "es": "Documentos-faltantes"},
            doc_type="other",
        ),
        Kind(
            name="borrowing-register",
            fields=BorrowingRegister,
            about="hudang borrow register",
            titles={"zh": "调阅登记簿", "es": "Registro-de-prestamos"},
            doc_type="other",
        ),
        Kind(
            name="borrowing-slip",
            fields=BorrowingSlip,
            about="hudang borrow slip",
            titles={"zh": "调阅单", "es": "Vale-de-prestamo"},
            doc_type="other",
        ),
        Kind(
            name="destruction-list",
            fields=DestructionListSheet,
            about="hudang disposal print",
            titles={"zh": "销毁清册", "es": "Relacion-de-destruccion"},
            doc_type="other",
        ),
        Kind(
            name="inspection-report",
            fields=InspectionReport,
            about="loan",
            titles={"zh": "贷后检查报告"},
            doc_type="other",
        ),
        Kind(
            name="handover-list",
            fields=HandoverList,
            about="handover",
            titles={"zh": "移交清册", "es": "Lista-de-transferencia", "en": "Handover-list"},
            doc_type="transfer_list",
        ),
        Kind(
            name="four-checks",
            fields=FourChecks,
            about="handover",
            titles={"zh": "四性检测报告", "es": "Cuatro-propiedades", "en": "Four-properties"},
            doc_type="other",
        ),
        Kind(
            name="handover-differences",
            fields=HandoverDifferences,
            about="handover",
            titles={"zh": "移交差异表", "es": "Diferencias", "en": "Differences"},
            doc_type="transfer_list",
        ),
    )
}


class UnknownKind(Exception):
    """No document kind has that name, or not in that language."""


def kind_of(name: str, language: str | None = None) -> Kind:
    """Return the kind `name`. Raises UnknownKind with the names that exist."""
    kind = KINDS.get(name)
    if kind is None:
        raise UnknownKind(
            _("There is no document {name}. Known: {known}.").format(
                name=name, known=", ".join(KINDS)
            )
        )
    if language is not None and language not in kind.titles:
        raise UnknownKind(
            _("{name} is not available in {language}. Available: {known}.").format(
                name=name, language=language, known=", ".join(kind.titles)
            )
        )
    return kind
