"""调阅登记簿, 调阅单, 销毁清册: what the templates of custody print, from slips and lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from archive.borrowing import Slip
from archive.disposal.acts import Line
from archive.disposal.lists import DestructionList
from ledger.registers.declaration import Heading, RegisterTable, TableRow
from templates import formats
from templates.document import Document

WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "on_spot": "现场查阅", "taken": "借出", "copy": "复印",
        "good": "完好", "damaged": "破损", "incomplete": "缺页",
        "retention": "保管期限届满", "error": "误归",
        "whole": "整卷", "item": "第{items}件", "pages": "{pages}页", "and": "、",
    },
    "es": {
        "on_spot": "en el lugar", "taken": "con salida", "copy": "copia",
        "good": "bueno", "damaged": "dañado", "incomplete": "incompleto",
        "retention": "plazo de conservación cumplido", "error": "archivado por error",
        "whole": "expediente completo", "item": "n.º {items}", "pages": "{pages} pág.", "and": ", ",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipLine:
    """One slip of the register; empty text where nothing applies or nothing happened yet."""

    number: int
    day: str
    slip: str
    reader: str
    unit: str
    household: str
    papers: str
    purpose: str
    way: str
    approver: str
    due: str
    back: str
    condition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BorrowingRegister(Document):
    """What the template `borrowing-register` prints."""

    institution: str | None
    first: date
    last: date
    lines: tuple[SlipLine, ...]
    count: int
    still_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipPaper:
    """One paper on a slip that is signed."""

    number: int
    archive_number: str
    title: str
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BorrowingSlip(Document):
    """What the template `borrowing-slip` prints: signed when papers go out and come back."""

    institution: str | None
    slip: str
    day: date
    reader: str
    unit: str | None
    household: str
    purpose: str
    way: str
    due: str | None
    approver: str | None
    papers: tuple[SlipPaper, ...]
    page_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DestroyedLine:
    """One paper of a destruction list; nobody is named."""

    number: int
    household: str
    archive_number: str
    title: str
    dated_on: str
    pages: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DestructionListSheet(Document):
    """What the template `destruction-list` prints."""

    institution: str | None
    list_number: str
    proposed_on: date
    kind: str
    reason: str
    proposed_by: str
    approved_by: str | None
    carried_out_on: str | None
    carried_out_by: str | None
    supervisors: str | None
    lines: tuple[DestroyedLine, ...]
    files: int
    papers: int
    pages: int


def register(
    slips: Sequence[Slip],
    items: Mapping[str, str],
    *,
    institution: str | None,
    first: date,
    last: date,
    language: str,
) -> BorrowingRegister:
    """Return the register of the slips asked for from `first` to `last`.

    items  slip number -> item numbers, as text
    """
    chosen = [each for each in slips if first <= each.asked_on <= last]
    return BorrowingRegister(
        institution=institution,
        first=first,
        last=last,
        lines=tuple(
            _line(number, each, items.get(each.number, ""), language)
            for number, each in enumerate(chosen, 1)
        ),
        count=len(chosen),
        still_out=sum(1 for each in chosen if each.outstanding),
    )


def _line(number: int, slip: Slip, items: str, language: str) -> SlipLine:
    words = WORDS[language]
    conditions = dict.fromkeys(
        words[each.condition] + (f"({each.note})" if each.note else "")
        for each in slip.returned.values()
    )
    return SlipLine(
        number=number,
        day=formats.short_day(slip.out_on or slip.asked_on),
        slip=slip.number,
        reader=slip.reader,
        unit=slip.reader_unit,
        household=f"{slip.household_id:06d}",
        papers=words["whole"]
        if slip.whole_file
        else words["item"].format(items=words["and"].join(items.split())),
        purpose=slip.purpose,
        way=words[slip.way],
        approver=slip.approved_by or "",
        due=formats.short_day(slip.due_on) if slip.due_on else "",
        back=formats.short_day(slip.back_on) if slip.back_on else "",
        condition=words["and"].join(conditions),
    )


def slip_sheet(
    slip: Slip,
    papers: Sequence[tuple[str, str, int]],
    *,
    institution: str | None,
    language: str,
) -> BorrowingSlip:
    """Return the slip to be signed. papers: archive number, title and pages of each."""
    return BorrowingSlip(
        institution=institution,
        slip=slip.number,
        day=slip.out_on or slip.asked_on,
        reader=slip.reader,
        unit=slip.reader_unit or None,
        household=f"{slip.household_id:06d}",
        purpose=slip.purpose,
        way=WORDS[language][slip.way],
        due=formats.day(slip.due_on, language) if slip.due_on else None,
        approver=slip.approved_by,
        papers=tuple(
            SlipPaper(number=number, archive_number=archived, title=title, pages=pages)
            for number, (archived, title, pages) in enumerate(papers, 1)
        ),
        page_count=sum(pages for _number, _title, pages in papers),
    )


def destruction_sheet(
    found: DestructionList, lines: Sequence[Line], *, institution: str | None, language: str
) -> DestructionListSheet:
    """Return a destruction list to be signed. Pages of a scan are counted once, with the scan."""
    words = WORDS[language]
    scans = {each.part_of for each in lines}
    counted = [each for each in lines if each.document_id not in scans]
    done = found.carried_out_at
    return DestructionListSheet(
        institution=institution,
        list_number=found.number,
        proposed_on=date.fromisoformat(found.proposed_at[:10]),
        kind=words[found.kind],
        reason=found.reason,
        proposed_by=found.proposed_by,
        approved_by=words["and"].join(name for name, _at in found.approvals) or None,
        carried_out_on=formats.day(date.fromisoformat(done[:10]), language) if done else None,
        carried_out_by=found.carried_out_by,
        supervisors=words["and"].join(found.supervisors) or None,
        lines=tuple(
            DestroyedLine(
                number=number,
                household=f"{each.household_id:06d}",
                archive_number=each.archive_number,
                title=each.title,
                dated_on=formats.short_day(each.dated_on) if each.dated_on else "—",
                pages=each.page_count,
                digest=each.sha256[:12],
            )
            for number, each in enumerate(counted, 1)
        ),
        files=len({each.household_id for each in counted}),
        papers=len(counted),
        pages=sum(each.page_count for each in counted),
    )


_COLUMNS = (
    ("number", "count", 6, "序号", "N.º", "No."),
    ("day", "text", 11, "日期", "Fecha", "Day"),
    ("slip", "text", 14, "调阅单号", "Vale", "Slip"),
    ("reader", "text", 12, "调阅人", "Lector", "Reader"),
    ("unit", "text", 14, "单位", "Oficina", "Unit"),
    ("household", "text", 9, "户号", "Hogar", "Household"),
    ("papers", "text", 16, "材料", "Documentos", "Papers"),
    ("purpose", "text", 20, "用途", "Motivo", "Purpose"),
    ("way", "text", 10, "方式", "Modo", "Way"),
    ("approver", "text", 10, "审批人", "Aprobó", "Approved by"),
    ("due", "text", 11, "应还日期", "Vence", "Due"),
    ("back", "text", 11, "归还日期", "Devuelto", "Back"),
    ("condition", "text", 14, "归还情况", "Estado", "Condition"),
)


def register_table(found: BorrowingRegister) -> RegisterTable:
    """Return the register as a table for a workbook."""
    return RegisterTable(
        name="borrowing",
        titles={
            "zh": "信贷档案调阅登记簿",
            "es": "Registro de préstamos de expedientes",
            "en": "Register of borrowed files",
        },
        as_of=found.last,
        columns=tuple(
            Heading(key, {"zh": zh, "es": es, "en": en}, kind, width)
            for key, kind, width, zh, es, en in _COLUMNS
        ),
        rows=tuple(
            TableRow(tuple(getattr(line, key) for key, *_rest in _COLUMNS)) for line in found.lines
        ),
    )
