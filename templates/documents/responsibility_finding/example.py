"""An invented finding."""

from __future__ import annotations

from datetime import date

from templates import examples, provenance
from templates.addressed import addressed
from templates.documents.responsibility_finding.values import (
    LiabilityLine,
    ResponsibilityFinding,
    RoleLine,
)


def example(_language: str, rows: int) -> ResponsibilityFinding:
    """Return a finding that names so many people."""
    loan = examples.loan(1, due_on=date(2025, 3, 31), days_overdue=275, class_code="doubtful")
    roles = ("调查", "审查", "审批", "经办", "放款责任", "管户经理", "清收管理责任")
    losses = [
        examples.figure(f"stated_fen(loss_fen, record:{index})", 2_000_000, "fen")
        for index in range(rows)
    ]
    names = ("amount_fen", "balance_fen", "arrears_fen", "days_overdue")
    own = [provenance.named(loan.figure(name), "zh", loan.number) for name in names]
    return ResponsibilityFinding(
        **addressed(examples.office(), [loan]),
        id_number=loan.masked_id,
        number=loan.number,
        contract_no=loan.contract_no,
        product=loan.product,
        guarantee="抵押",
        purpose=loan.purpose,
        rate="5.75‰",
        granted_on=loan.granted_on,
        due_on=loan.due_on,
        amount=own[0].figure,
        balance=own[1].figure,
        arrears=own[2].figure,
        days_overdue=own[3].figure,
        loan_class="可疑",
        first_bad_on=date(2025, 7, 1) if rows else None,
        first_class="次级" if rows else None,
        cause="经营不善" if rows else None,
        cause_detail="养殖场遭遇疫病，存栏清空，还款来源中断" if rows else None,
        signs=None,
        roles=tuple(
            RoleLine(
                role=role,
                person=f"信贷员{'甲乙丙丁戊己庚'[place]}" if place < rows else None,
                since="2025-02-10" if place < rows else "",
                finding="贷前调查未核实存栏" if place == 0 and rows else "",
            )
            for place, role in enumerate(roles)
        ),
        liabilities=tuple(
            LiabilityLine(
                person=f"信贷员{'甲乙丙丁戊己庚'[place % 7]}",
                stage="调查",
                nature="主要责任" if place == 0 else "次要责任",
                loss=loss,
                sanction="扣发绩效，限期清收",
                on=date(2025, 12, 1),
            )
            for place, loss in enumerate(losses)
        ),
        figures=tuple(own),
    )
