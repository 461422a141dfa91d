"""移交差异表: what a package held against its list, item by item, for both sides to sign."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from archive.handover.outcome import DETAILS, STATES, Receipt, ReceivedItem
from templates.document import Document

_STATES = {
    "accepted": ("接收", "Recibido", "Accepted"),
    "duplicate": ("本库已有", "Ya estaba aquí", "Filed here already"),
    "held": ("待定", "Por decidir", "To be decided"),
    "missing": ("缺少", "Falta", "Missing"),
    "different": ("不符", "Distinto", "Different"),
    "extra": ("多出", "De más", "Extra"),
}
_DETAILS = {
    "": ("", "", ""),
    "same_bytes": (
        "内容逐字节相同，已关联",
        "mismo contenido, enlazado",
        "the same bytes, linked",
    ),
    "same_bytes_elsewhere": (
        "内容逐字节相同，在本库另一户名下",
        "mismo contenido, en otro expediente",
        "the same bytes, with another household",
    ),
    "no_identity": (
        "无证件号码或信用代码",
        "sin número de identidad ni código",
        "neither ID number nor credit code",
    ),
    "other_name": (
        "同一证件号码在本库为另一姓名",
        "ese número está aquí a otro nombre",
        "that ID number has another name here",
    ),
    "not_in_package": ("包内没有该文件", "no está en el paquete", "not in the package"),
    "other_digest": (
        "与清册登记的摘要不符",
        "el resumen digital no coincide",
        "its digest is not the one listed",
    ),
    "not_listed": ("清册未登记", "no está en la lista", "not on the list"),
    "scan_refused": (
        "所在扫描件未接收",
        "el escaneo que lo contiene no se recibió",
        "its scan was not accepted",
    ),
}
_HOW = {
    "opened": ("按原户号建档", "abierto con su número", "opened under its number"),
    "renumbered": ("另编户号建档", "abierto con otro número", "opened under another number"),
    "merged": ("并入已有档案", "unido al que existía", "merged into the file here"),
    "held": ("待定，未建档", "por decidir", "to be decided"),
}
_PLACES = {"zh": 0, "es": 1, "en": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdLine:
    """Where a household's file went."""

    household_number: str
    borrower: str
    here: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceLine:
    """An item that was not simply accepted."""

    number: int
    household_number: str
    archive_number: str
    title: str
    state: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverDifferences(Document):
    """What the template `handover-differences` prints."""

    institution: str | None
    number: str
    digest: str
    sender: str | None
    on: date
    actor: str
    households: tuple[HouseholdLine, ...]
    lines: tuple[DifferenceLine, ...]
    listed: int
    accepted: int
    duplicates: int
    held: int
    missing: int
    different: int
    extra: int


def of_receipt(receipt: Receipt, language: str, on: date) -> HandoverDifferences:
    """Return the table in `language`. on: the office's own day of the receipt."""
    counts = receipt.counts()
    place = _PLACES[language]
    return HandoverDifferences(
        institution=receipt.receiver or None,
        number=receipt.number,
        digest=receipt.digest,
        sender=receipt.sender or None,
        on=on,
        actor=receipt.actor,
        households=tuple(
            HouseholdLine(
                household_number=each.number,
                borrower=each.borrower,
                here=each.here or "—",
                how=_HOW[each.how][place],
            )
            for each in receipt.households
        ),
        lines=tuple(
            _line(number, item, place) for number, item in enumerate(receipt.differences, 1)
        ),
        listed=sum(counts.values()) - counts["extra"],
        accepted=counts["accepted"],
        duplicates=counts["duplicate"],
        held=counts["held"],
        missing=counts["missing"],
        different=counts["different"],
        extra=counts["extra"],
    )


def _line(number: int, item: ReceivedItem, place: int) -> DifferenceLine:
    detail = _DETAILS[item.detail][place]
    return DifferenceLine(
        number=number,
        household_number=item.household or "—",
        archive_number=item.archive_number or "—",
        title=item.title,
        state=_STATES[item.state][place],
        detail=f"{detail} → {item.here}" if item.here and detail else detail,
    )


# Every code of the outcome has its words here.
assert _STATES.keys() == STATES.keys() and _DETAILS.keys() - {""} == DETAILS.keys()  # noqa: S101
