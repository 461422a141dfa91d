"""年度信贷工作总结: prose with many figures, none of them of a loan."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "annual_summary"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(f"{loan.county}农村信用合作联社{loan.year}年信贷工作总结")
    pen.clause(
        f"{loan.year}年，我社各项贷款余额{loan.serial}万元，比年初增加{loan.serial // 4}万元，不良贷款占比2.3%，收回利息{loan.serial // 9}万元。",
        "一、主要工作。加强贷后检查，全年检查农户贷款1260户。",
        "二、存在的问题。部分档案资料不全。",
        "三、今后打算。严格落实三查制度。",
    )
    pen.right(f"{loan.year}年12月28日")
