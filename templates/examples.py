"""Invented values for every document kind: what a template looks like before there is a ledger.

Used to preview and check templates and by the tests; nothing of it reaches a real document.
"""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal
from typing import Any

from archive import schemes
from archive.catalogue import Catalogue, Entry, in_order, title_of
from archive.completeness import RequiredPaper
from archive.documents import FiledDocument
from archive.households import Household, Person
from archive.requirements import REQUIREMENTS
from archive.shelves import Place, Set
from ledger.figure import Figure, FigureRow, Source
from ledger.states import Collateral, LoanState
from templates import (
    missing_papers_notice,
    provenance,
    transfer_checklist,
)
from templates.addressed import Office

INSTITUTION = "某某县农村信用合作联社"
DEPARTMENT = "信贷管理部"
KNOWN_ON = date(2026, 1, 5)


def example(kind: str, language: str = "zh", rows: int = 3) -> Any:
    """Return invented values for the document kind, with about `rows` lines in each table."""
    from templates.kinds import KINDS

    values = KINDS[kind].example(language, rows)
    return dataclasses.replace(values, sources=provenance.lines(values.figures, language))


def figure(
    name: str, value: int | Decimal | None, unit: str, *, rows: int = 2, as_of: date | None = None
) -> Figure:
    """Return a figure with `rows` rows from an invented workbook."""
    return Figure(
        name=name,
        value=value,
        unit=unit,
        query=f"{name}: as defined",
        as_of=as_of or date(2025, 12, 31),
        rows=tuple(
            FigureRow(
                fact=f"loan:{index}",
                label=f"JJ-{index:04d}",
                amount=None,
                source=Source(
                    kind="workbook", document_id="example", sheet="贷款台账", cell=f"H{index + 3}"
                ),
            )
            for index in range(rows)
        ),
    )


def office(language: str = "zh", as_of: date = date(2025, 12, 31)) -> Office:
    """Return the office that writes invented letters."""
    return Office(institution=INSTITUTION, as_of=as_of, known_on=KNOWN_ON, language=language)


def household() -> Household:
    """Return an invented household."""
    return Household(
        id=12,
        object_id="example",
        village="东河村三组",
        unit="城关信用社",
        manager="客户经理甲",
        opened_at="2024-03-01T00:00:00.000000Z",
        opened_by="person:example",
        people=(Person(role="borrower", name="示例户", id_number="110101199003070000"),),
    )


PLACES = (
    Set(
        at="2025-03-02T00:00:00.000000Z", actor="档案员甲", place=Place(room="一号库", cabinet="3")
    ),
    Set(at="2025-06-01T00:00:00.000000Z", actor="档案员甲", place=None),
    Set(at="2025-06-01T01:00:00.000000Z", actor="档案员甲", place=Place(room="二号库", box="B-7")),
)


def catalogue_of(rows: int = 3, language: str = "zh") -> Catalogue:
    """Return an invented catalogue of `rows` papers, among them the longest names there are."""
    types = ("loan_contract", "mortgage_registration", "iou", "inspection_report", "use_proof")
    long_name = "某某县农村信用合作联社城关信用社、示例农业发展专业合作社联合社"
    scheme = schemes.scheme(schemes.STANDARD)
    filed = [
        filed_paper(index, doc_type=types[index % len(types)], title="") for index in range(rows)
    ]
    entries, page = [], 1
    for number, one in enumerate(in_order(scheme, filed), start=1):
        entries.append(
            Entry(
                number=number,
                category=scheme.place(one.doc_type).category,
                filed=one,
                archive_number=f"0001-XD·2025-D10-00012-{one.item_no:03d}",
                within=1,
                document_no=f"(2025)示农信借字第{number:04d}号" if number % 3 else "",
                responsible=long_name if number % 4 == 1 else "示例户" * (number % 2),
                title=title_of(one, language),
                dated_on=one.dated_on,
                pages=one.page_count,
                page_from=page,
                page_to=page + one.page_count - 1,
                original=("original", "copy", "none", "")[number % 4],
                location="金库 / 3" if number % 5 == 0 else "",
                is_lent=number % 7 == 0,
            )
        )
        page += one.page_count
    return Catalogue(
        household=household(), scheme=scheme, location="二号库 / B-7", entries=tuple(entries)
    )


def notice(rows: int = 3, language: str = "zh") -> missing_papers_notice.MissingPapersNotice:
    """Return an invented notice of `rows` missing papers and one to be decided."""
    needed = [rule for rule in REQUIREMENTS if rule.needed or rule.asks]
    missing = [needed[index % len(needed)] for index in range(rows)]
    lines = [
        RequiredPaper(
            doc_type=rule.doc_types[0],
            title="",
            category=2,
            state="missing",
            why="guarantee" if index % 3 else "every_loan",
            supplier=rule.supplier,
        )
        for index, rule in enumerate(missing)
    ]
    undecided = RequiredPaper(
        doc_type="insurance_policy",
        title="",
        category=1,
        state="undecided",
        asks="insurance_agreed",
        supplier="others",
    )
    return missing_papers_notice.of_verdict(
        household(),
        [*lines, undecided] if rows else [],
        institution=INSTITUTION,
        as_of=KNOWN_ON,
        known_on=KNOWN_ON,
        language=language,
    )


def filed_paper(
    index: int, *, doc_type: str | None, title: str, category: int = 2
) -> FiledDocument:
    """Return an invented paper on file."""
    return FiledDocument(
        id=f"example-{index}",
        household_id=12,
        object_id="example",
        item_no=index + 1,
        doc_type=doc_type,
        title=title,
        category=category,
        dated_on=date(2025, 3, 1 + index % 28) if index % 4 else None,
        language="zh",
        sha256=f"{index:064x}",
        size_bytes=1,
        media_type="application/pdf",
        original_name="scan.pdf",
        page_count=1 + index % 5,
        ocr=True,
        paper_path="",
        reading_path="",
        filed_at="2025-03-01T00:00:00.000000Z",
        problem_count=1 if index % 5 == 4 else 0,
    )


def checklist(rows: int = 3, language: str = "zh") -> transfer_checklist.TransferChecklist:
    """Return an invented checklist of `rows` papers."""
    titles = ("不动产登记证明", "借款合同", "抵押合同", "借据", "贷后检查报告", "催收通知书")
    categories = (1, 2, 2, 2, 3, 4)
    filed = [
        filed_paper(
            index,
            # Of no type known here: printed by the title it was filed under.
            doc_type=None,
            title=titles[index % 6],
            category=categories[index % 6],
        )
        for index in range(rows)
    ]
    filed.sort(key=lambda one: (one.category, one.item_no))
    required = [
        RequiredPaper(doc_type="application", title="借款申请书", category=2, state="missing"),
        RequiredPaper(doc_type="insurance", title="抵押物保险单", category=1, state="undecided"),
    ]
    return transfer_checklist.of_papers(
        household(),
        filed,
        numbers={
            one.id: {"contract_no": f"(2025)示农信借字第{index:04d}号"}
            for index, one in enumerate(filed)
            if index % 3
        },
        required=required if rows else [],
        balance=figure("household_balance(000012)", 8_550_000, "fen"),
        institution=INSTITUTION,
        as_of=KNOWN_ON,
        known_on=KNOWN_ON,
        language=language,
    )


def loan(index: int = 1, **changed: Any) -> LoanState:
    """Return an invented loan; `changed` attributes go in place of the invented ones."""
    cell = Source(kind="workbook", document_id="example", sheet="贷款台账", cell=f"H{index + 3}")
    names = ("amount_fen", "days_overdue", "arrears_in_fen", "arrears_off_fen", "statement")
    made = LoanState(
        account_id=index,
        number=f"JJ2025-{index:04d}",
        fact=f"loan:{index}",
        as_of=date(2025, 12, 31),
        iou_no=f"JJ2025-{index:04d}",
        contract_no=f"(2025)示农信借字第{index:04d}号",
        household_id=12,
        borrower="示例户",
        id_number="110101199003070000",
        village="东河村三组",
        product="农户小额贷款",
        guarantee="mortgage",
        occurrence=None,
        purpose="购买仔猪和饲料",
        unit="城关信用社",
        manager="客户经理甲",
        amount_fen=10_000_000,
        contract_amount_fen=10_000_000,
        rate=Decimal("5.75"),
        rate_unit="permille_month",
        granted_on=date(2025, 2, 10),
        due_on=date(2026, 2, 9),
        first_due_on=date(2026, 2, 9),
        repaid_fen=1_450_000,
        balance_fen=8_550_000,
        stated_on=date(2025, 12, 31),
        stated_balance_fen=8_550_000,
        days_overdue=0,
        arrears_in_fen=12_550,
        arrears_off_fen=None,
        class_code="special_mention",
        class_on=date(2025, 12, 20),
        class_decided_on=date(2025, 12, 20),
        previous_class="normal",
        class_fact=f"classification:{index}",
        statement_fact=f"statement:{index}",
        sources=dict.fromkeys(names, cell),
        repayments=(FigureRow(fact="repayment:1", label="JJ", amount=-1_450_000, source=cell),),
    )
    return dataclasses.replace(made, **changed)


def collateral(rows: int = 3) -> tuple[Collateral, ...]:
    """Return `rows` invented things as security."""
    cell = Source(kind="workbook", document_id="example", sheet="抵质押物台账", cell="H3")
    return tuple(
        Collateral(
            fact=f"collateral:{index}",
            household_id=12,
            account_id=1,
            kind="house",
            name="住宅",
            owner="示例户",
            title_no=f"示(2020)某某县不动产权第{index:07d}号",
            register_no=f"示(2025)某某县不动产证明第{index:07d}号",
            location="东河村三组12号",
            extent="120㎡",
            value_fen=18_000_000,
            appraised_on=date(2025, 1, 20),
            registered_on=date(2025, 2, 1),
            insured_until=date(2025, 11, 30),
            custody="入库",
            sources={"value_fen": cell},
        )
        for index in range(rows)
    )
