"""贷后检查表 of a household loan: one ruled table with opinions at the foot."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "inspection_report"


def write(pen: Pen) -> None:
    clauses.furniture(pen)
    pen.title(
        pen.pick(
            "贷后检查表",
            "农户贷款贷后检查表",
            "个人贷款贷后检查表",
            "贷款用途检查表",
            "客户贷后检查登记表",
        )
    )
    if pen.odds(0.4):
        pen.right("单位：元")
    pen.facts(
        "borrower", "id_number", "contract_no", "amount", "balance", "start_date", "end_date", "purpose",
        "guarantee_method", layout=pen.pick("wide grid", "grid", "pairs"),
    )  # fmt: skip
    pen.facts(
        "inspect_date", "inspect_method", layout=pen.pick("wide grid", "pairs", "lines"), sure=1
    )
    pen.facts(
        "problems",
        "conclusion",
        "classification",
        layout=pen.pick("grid", "lines", "below"),
        sure=0,
    )
    pen.facts("inspector", "reviewer", layout=pen.pick("lines", "pairs", "grid"), sure=1)
