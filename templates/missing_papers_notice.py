"""补件通知单: what a household's file lacks, by who can supply it, with a receipt to sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from archive import completeness, households
from archive.completeness import RequiredPaper
from archive.households import Household
from archive.workspace import Workspace
from extractors.forms import ALL as FORMS
from extractors.wording import _
from ledger import told
from ledger.book import View
from ledger.facts import moment
from ledger.figure import Figure
from templates.document import Document
from templates.provenance import NamedFigure
from templates.request import NothingToReport

_SUPPLIERS = {
    "zh": {
        "borrower": "由借款人提供",
        "guarantor": "由保证人、抵（质）押人提供",
        "department": "由信贷部门补办",
        "others": "由登记机关、评估或保险机构出具",
    },
    "es": {
        "borrower": "A presentar por el prestatario",
        "guarantor": "A presentar por el fiador o dueño de la garantía",
        "department": "A completar por el área de créditos",
        "others": "A emitir por el registro, el tasador o la aseguradora",
    },
}

_WHY = {
    "zh": {
        "every_loan": "各类贷款均应有",
        "guarantee": "按担保方式应有",
        "fact": "按本户情况应有",
    },
    "es": {
        "every_loan": "Todo crédito",
        "guarantee": "Tipo de garantía",
        "fact": "Situación del expediente",
    },
}

_QUESTIONS = {
    "zh": {
        completeness.GUARANTEE_METHOD: "担保方式",
        "married": "是否已婚",
        "co_owned": "抵押物有无共有人",
        "also_guaranteed": "是否另有保证担保",
        "also_pledged": "质押是否办理登记",
        "insurance_agreed": "是否约定抵押物保险",
        "appraised": "是否需要评估",
        "rated": "是否评级授信",
        "disbursed": "是否已放款",
    },
    "es": {
        completeness.GUARANTEE_METHOD: "tipo de garantía",
        "married": "si es casado",
        "co_owned": "si hay copropietarios de la garantía",
        "also_guaranteed": "si hay además fianza",
        "also_pledged": "si la prenda se inscribió",
        "insurance_agreed": "si se pactó seguro",
        "appraised": "si requiere tasación",
        "rated": "si requiere calificación",
        "disbursed": "si se desembolsó",
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """One paper to supply."""

    number: int
    title: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplierGroup:
    """The papers that one of those concerned can supply."""

    title: str
    items: tuple[PaperLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPapersNotice(Document):
    """What the template `missing-papers-notice` prints.

    undecided  papers of which it must first be said whether they are needed; why: what decides it
    """

    institution: str | None
    unit: str | None
    household_number: str
    borrower: str
    village: str | None
    manager: str | None
    as_of: date
    known_on: date
    groups: tuple[SupplierGroup, ...]
    undecided: tuple[PaperLine, ...]
    missing_count: Figure


def from_archive(
    connection: Connection,
    workspace: Workspace,
    household_id: int,
    *,
    view: View,
    as_of: date,
    known_on: date,
    language: str,
) -> MissingPapersNotice:
    """Return the notice for one household; `view` is the ledger at the day.

    Raises UnknownHousehold, and NothingToReport when nothing is missing or undecided.
    """
    household = households.household(connection, household_id)
    said = told.of_household(view, household_id)
    lines = completeness.verdict(
        connection, workspace, household_id, as_of, said, filed_by=moment(known_on)
    )
    if all(line.state == "present" for line in lines):
        raise NothingToReport(
            _("The file of household {number} is complete: there is nothing to ask for.").format(
                number=household.number
            )
        )
    return of_verdict(
        household,
        lines,
        institution=workspace.settings.office.institution or None,
        as_of=as_of,
        known_on=known_on,
        language=language,
    )


def of_verdict(
    household: Household,
    lines: Sequence[RequiredPaper],
    *,
    institution: str | None,
    as_of: date,
    known_on: date,
    language: str,
) -> MissingPapersNotice:
    """Return the notice for a verdict of archive.completeness."""
    missing = [line for line in lines if line.state == "missing"]
    count = Figure(
        name=f"missing({household.number})",
        value=len(missing),
        unit="count",
        query="required papers that are not on file",
        as_of=as_of,
        rows=(),
    )
    groups, number = [], 0
    for supplier, title in _SUPPLIERS[language].items():
        items = []
        for line in missing:
            if line.supplier == supplier:
                number += 1
                why = _WHY[language][line.why]
                items.append(PaperLine(number=number, title=_title(line, language), why=why))
        if items:
            groups.append(SupplierGroup(title=title, items=tuple(items)))
    return MissingPapersNotice(
        institution=institution,
        unit=household.unit,
        household_number=household.number,
        borrower=household.borrower.name,
        village=household.village,
        manager=household.manager,
        as_of=as_of,
        known_on=known_on,
        groups=tuple(groups),
        undecided=tuple(
            PaperLine(
                number=place,
                title=_title(line, language),
                why=_QUESTIONS[language].get(line.asks, line.asks),
            )
            for place, line in enumerate(
                (line for line in lines if line.state == "undecided"), start=1
            )
        ),
        missing_count=count,
        figures=(NamedFigure("缺失材料", count),),
    )


def _title(line: RequiredPaper, language: str) -> str:
    return FORMS[line.doc_type].title(language)
