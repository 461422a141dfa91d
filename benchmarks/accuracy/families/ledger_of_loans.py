"""贷款台账: one loan a row."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen
from benchmarks.accuracy.printed import later_by

DOC_TYPE = "ledger"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("贷款台账", "农户贷款台账", "信贷业务台账"))
    rows = []
    for number in range(pen.pick(2, 3, 5)):
        start, fen = later_by(loan.start, number * 9), pen.pick(2, 3, 5, 10) * 1_000_000
        end = later_by(start, 364)
        rows.append(
            [
                pen.person("borrower", loan.person()),
                pen.put(
                    "contract_no", f"{loan.county[0]}信借字{start.year}-{loan.serial + number:03d}"
                ),
                pen.money("amount", fen, "bare"),
                pen.money("balance", fen, "bare"),
                pen.day("start_date", start, "dashed"),
                pen.day("end_date", end, "dashed"),
            ]
        )
    pen.grid(
        [["户名", "合同编号", "贷款金额", "余额", "贷款日期", "到期日期"], *rows],
        (0.9, 2, 1, 1, 1.3, 1.3),
        head=1,
    )
    # The rows are of many households: what they say is the ledger's import to take in.
    for name in list(pen.gold):
        pen.optional.setdefault(name, []).extend(pen.gold.pop(name))
