"""Invented handovers: what the templates of a handover look like before there is one."""

from __future__ import annotations

from datetime import date
from typing import Any

from archive.handover import four_checks as checks
from archive.handover.case import Outcome
from archive.handover.four_items import ITEMS
from archive.handover.listing import Entry, ListedProblem, Listing, Part
from archive.handover.outcome import Receipt, ReceivedHousehold, ReceivedItem
from templates import four_checks, handover_differences, handover_list

INSTITUTION = "某某县农村信用合作联社"
_ON = date(2026, 1, 5)
_TITLES = ("借款合同", "借据", "抵押合同", "不动产登记证明", "贷后检查报告")


def example(kind: str, language: str, rows: int) -> Any:
    """Return invented values for a kind of document about a handover."""
    match kind:
        case "handover-list":
            return handover_list.of_listing(listing(rows), language, 0, _ON)
        case "four-checks":
            return four_checks.of_report(report(rows), language, INSTITUTION)
        case _:
            return handover_differences.of_receipt(receipt(rows), language, _ON)


def listing(rows: int = 3) -> Listing:
    """Return an invented list of two households with `rows` papers each."""
    return Listing(
        number="YJ2026-0003",
        at="2026-01-05T01:30:00.000000Z",
        by="档案员甲",
        sender={"institution": INSTITUTION, "institution_code": "0001"},
        receiver="档案室",
        why="贷款结清后移交",
        scope=("manager", "客户经理甲"),
        parts=tuple(_part(number, rows) for number in (12, 34)),
    )


def _part(number: int, rows: int) -> Part:
    problems = (
        ListedProblem(
            code="missing",
            item=f"{number:06d}/missing/iou",
            what="缺件：借据",
            reason="2025年火灾损毁，已登报声明，见情况说明",
        ),
    )
    return Part(
        household={
            "id": number, "village": "东河村三组", "unit": "城关信用社", "manager": "客户经理甲",
            "opened_at": "", "opened_by": "",
        },
        people=({"name": "示例户", "role": "borrower", "id_number": "110101199003070000",
                 "uscc": None},),
        folder=f"data/households/{number:06d}/",
        entries=tuple(_entry(number, index) for index in range(1, rows + 1)),
        problems=problems if rows and number == 12 else (),
    )  # fmt: skip


def _entry(number: int, index: int) -> Entry:
    return Entry(
        row={
            "id": f"example-{number}-{index}", "doc_type": None,
            "title": _TITLES[index % len(_TITLES)],
            "dated_on": f"2025-03-{1 + index % 28:02d}" if index % 3 else None,
            "page_count": 1 + index % 4, "size_bytes": 1000,
            "part_of": "scan" if index == 2 else None, "part_pages": "3-4" if index == 2 else None,
        },
        archive_number=f"0001-XD·2025-D10-{number:05d}-{index:03d}",
        paper="",
        others=(),
    )  # fmt: skip


def report(rows: int = 3) -> checks.Report:
    """Return an invented report: most passed, and one of each other result."""
    outcomes = {
        "2-9": Outcome("failed", {"looked_at": 2, "missing": 1, "explained": 1}),
        "2-8": Outcome("not_applicable", {"why": "nothing_attached"}),
        "4-2": Outcome("not_tested", {"why": "no_scanner"}),
        "4-5": Outcome("not_tested", {"why": "look_at_the_medium"}),
    }
    passed = Outcome("passed", {"looked_at": 36, "algorithm": "sha256"})
    lines = [(item, outcomes.get(item.code, passed)) for item in ITEMS]
    return checks.Report(
        point="handover",
        subject="YJ2026-0003",
        at="2026-01-05T01:30:00.000000Z",
        actor="档案员甲",
        lines=tuple(
            checks.Line(item=item, result=outcome.result, evidence=outcome.evidence)
            for item, outcome in (lines if rows else [])
        ),
        manifest="9f" * 32 if rows else "",
    )


def receipt(rows: int = 3) -> Receipt:
    """Return an invented receipt with `rows` differences."""
    states = ("duplicate", "held", "missing", "different", "extra")
    details = ("same_bytes", "other_name", "not_in_package", "other_digest", "not_listed")
    return Receipt(
        number="YJ2026-0003",
        digest="3c" * 32,
        sender="某某县农村信用合作联社城关信用社",
        receiver=INSTITUTION,
        at="2026-01-06T02:00:00.000000Z",
        actor="档案员乙",
        households=tuple(
            ReceivedHousehold(number=f"{n:06d}", borrower="示例户", here=here, how=how)
            for n, here, how in (
                (12, "000012", "opened"), (34, "000120", "merged"), (56, "", "held"),
            )
        ) if rows else (),
        items=(
            ReceivedItem(household="000012", archive_number="0001-XD·2025-D10-00012-001",
                         title="借款合同", pages=4, state="accepted", document="a", here="000012"),
            *(
                ReceivedItem(
                    household="000034",
                    archive_number=f"0001-XD·2025-D10-00034-{n:03d}",
                    title=_TITLES[n % 5], pages=1,
                    state=states[n % 5], detail=details[n % 5],
                    here="000120" if n % 5 == 0 else "",
                )
                for n in range(rows)
            ),
        ),
    )  # fmt: skip
