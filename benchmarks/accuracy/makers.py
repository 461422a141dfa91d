"""How each fact of a loan is printed when a family names it: by field, as `Pen.facts` asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from benchmarks.accuracy import printed
from benchmarks.accuracy.facts import CONCLUSIONS, MEASURES, PROBLEMS, SIGNALS

if TYPE_CHECKING:
    from benchmarks.accuracy.pen import Pen

# What a label asks of the print ("bare", "wan", "words"), to the printed value.
Maker = Callable[[str], str]


def makers(pen: Pen) -> dict[str, Maker]:
    """Return what prints each fact of the pen's loan."""
    return _parties(pen) | _terms(pen) | _checks(pen)


def _parties(pen: Pen) -> dict[str, Maker]:
    loan = pen.loan
    return {
        "borrower": lambda how: pen.person("borrower", loan.borrower),
        "id_number": lambda how: ("身份证 " if how == "kind" else "") + pen.number(loan.borrower),
        "borrower_address": lambda how: pen.put("borrower_address", loan.borrower.address),
        "phone": lambda how: pen.put(
            "phone", printed.spaced_phone(loan.borrower.phone, pen.chance), loan.borrower.phone
        ),
        "spouse": lambda how: pen.person("spouse", loan.spouse),
        "guarantor": lambda how: pen.person("guarantor", loan.guarantor),
        "lender": lambda how: pen.put("lender", loan.lender),
        "mortgagee": lambda how: pen.put("mortgagee", loan.lender),
        "mortgagor": lambda how: pen.person("mortgagor", loan.mortgagor),
        "co_owner": lambda how: pen.person("co_owner", loan.spouse),
        "loan_officer": lambda how: pen.person("loan_officer", loan.officer),
        "firm": lambda how: pen.person("borrower", loan.firm),
        "uscc": lambda how: pen.put("uscc", loan.firm.uscc),
        "legal_rep": lambda how: pen.person("legal_rep", loan.firm.legal_rep),
        "firm_address": lambda how: pen.put("borrower_address", loan.firm.address),
        "firm_phone": lambda how: pen.put("phone", loan.firm.phone),
    }


def _terms(pen: Pen) -> dict[str, Maker]:
    loan = pen.loan
    return {
        "contract_no": lambda how: pen.code("contract_no", "借"),
        "main_contract_no": lambda how: pen.code("main_contract_no", "借"),
        "iou_no": lambda how: pen.put(
            "iou_no", f"{loan.area}{loan.year % 100}{loan.serial:0{pen.pick(4, 6, 7)}d}"
        ),
        "amount": lambda how: pen.money("amount", loan.fen, how),
        "secured_amount": lambda how: pen.money("secured_amount", loan.secured, how),
        "collateral_value": lambda how: pen.money("collateral_value", loan.value, how),
        "appraised_value": lambda how: pen.appraised(how),
        "purpose": lambda how: pen.put("purpose", loan.purpose),
        "loan_type": lambda how: pen.put("loan_type", loan.loan_type),
        "start_date": lambda how: pen.start(),
        "end_date": lambda how: pen.day("end_date", loan.end),
        "term_months": lambda how: pen.term(),
        "rate": pen.rate,
        "sign_date": lambda how: pen.day("sign_date", loan.signed),
        "sign_place": lambda how: pen.put("sign_place", f"{loan.county}{loan.town}"),
        "guarantee_method": lambda how: pen.put("guarantee_method", pen.pick("保证", "抵押", "信用", "联保")),
        "collateral": lambda how: "、".join(pen.put("collateral", one) for one in loan.things[:1]),
        "location": lambda how: pen.put("location", loan.borrower.address),
        "area_m2": lambda how: pen.put(
            "area_m2", f"{loan.area_m2}" + ("" if how == "bare" else pen.pick("平方米", "㎡", "m²")), f"{loan.area_m2}"
        ),
        "title_certificate_no": lambda how: pen.title_no(),
    }  # fmt: skip


def _checks(pen: Pen) -> dict[str, Maker]:
    loan = pen.loan
    return {
        "inspect_date": lambda how: pen.day("inspect_date", loan.inspected),
        "last_inspect_date": lambda how: pen.day("last_inspect_date", loan.last_inspected),
        "report_date": lambda how: pen.day("report_date", loan.reported),
        "inspect_method": lambda how: pen.inspect_method(),
        "inspector": lambda how: pen.inspectors(),
        "reviewer": lambda how: pen.person("reviewer", loan.reviewer),
        "classification": lambda how: pen.grade(),
        "balance": lambda how: pen.money("balance", loan.balance, how),
        "interest_arrears": lambda how: pen.money("interest_arrears", loan.arrears, "" if how == "wan" else how),
        "days_past_due": lambda how: pen.put(
            "days_past_due", f"{loan.days_late}" + ("" if how == "bare" else pen.pick("天", "天", "日", "")), loan.days_late
        ),
        "problems": lambda how: pen.put("problems", pen.pick(*PROBLEMS)),
        "measure": lambda how: pen.put("measure", pen.pick(*MEASURES)),
        "conclusion": lambda how: pen.put("conclusion", pen.pick(*CONCLUSIONS)),
        "risk_signals": lambda how: pen.put("risk_signals", pen.pick(*SIGNALS)),
        "rectify_by": lambda how: pen.day("rectify_by", printed.later_by(loan.inspected, pen.pick(10, 15, 30))),
    }  # fmt: skip
