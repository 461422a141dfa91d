"""Invented slips and destruction lists: what the templates of custody look like."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from archive.borrowing import Returned, Slip
from archive.disposal.acts import Line
from archive.disposal.lists import DestructionList
from templates import custody

INSTITUTION = "某某县农村信用合作联社"
_TITLES = ("不动产登记证明", "借款合同", "借据", "贷后检查报告", "催收通知书")
_FIRST = date(2026, 3, 2)


def example(kind: str, language: str, rows: int) -> Any:
    """Return invented values of a kind of custody, with about `rows` lines."""
    match kind:
        case "borrowing-register":
            return custody.register(
                [slip(n) for n in range(rows)],
                {f"DY-2026-{n + 1:04d}": "3 4" for n in range(rows)},
                institution=INSTITUTION,
                first=date(2026, 1, 1),
                last=date(2026, 12, 31),
                language=language,
            )
        case "borrowing-slip":
            papers = [
                (f"0001-XD·2021-D10-00012-{n + 1:03d}", _TITLES[n % 5], n % 4 + 1)
                for n in range(rows)
            ]
            return custody.slip_sheet(slip(1), papers, institution=INSTITUTION, language=language)
        case _:
            return custody.destruction_sheet(
                destruction(),
                [line(n) for n in range(rows)],
                institution=INSTITUTION,
                language=language,
            )


def slip(index: int) -> Slip:
    """Return an invented slip: some are back, some not, some are of certificates."""
    day = _FIRST + timedelta(days=index)
    back = {"a": Returned(on=day + timedelta(days=4), received_by="周管档", pages=3)}
    return Slip(
        number=f"DY-2026-{index + 1:04d}",
        household_id=12 + index,
        reader="李审计",
        reader_unit="审计部",
        purpose="贷后检查",
        way=("on_spot", "taken", "copy")[index % 3],
        papers=("a",),
        originals=("a",) if index % 3 == 1 else (),
        whole_file=index % 2 == 0,
        asked_on=day,
        asked_by="周管档",
        due_on=None if index % 3 == 2 else day + timedelta(days=10),
        approved_by="陈主任" if index % 3 == 1 else None,
        approved_on=day,
        handed_by="周管档",
        out_on=day,
        returned=back if index % 3 == 0 else {},
    )


def destruction() -> DestructionList:
    """Return an invented list that was carried out."""
    return DestructionList(
        number="XH-2035-0001",
        kind="retention",
        papers={12: ("p0",)},
        reason="保管期限届满",
        proposed_by="周管档",
        proposed_at="2035-03-01T08:00:00.000000Z",
        approvals=(("陈主任", ""), ("吴行长", "")),
        carried_out_by="何办",
        carried_out_at="2035-03-15T08:00:00.000000Z",
        supervisors=("郑监", "冯监"),
    )


def line(index: int) -> Line:
    """Return an invented paper of a list."""
    return Line(
        household_id=12 + index // 5,
        document_id=f"p{index}",
        archive_number=f"0001-XD·2021-D10-00012-{index + 1:03d}",
        title=_TITLES[index % 5],
        category=index % 3 + 1,
        dated_on=date(2021, 3, 1) if index % 4 else None,
        page_count=index % 6 + 1,
        sha256="393d8b77279232128efcd88b9c5817cc6534ec32a7b82d6d10b18f20323a5136",
        filed_at="2021-03-02T08:00:00.000000Z",
        part_of=None,
        destroyed_at=None,
    )
