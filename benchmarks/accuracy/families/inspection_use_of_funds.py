"""用途跟踪检查报告: where the money went, who was paid, whether it is as agreed."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "inspection_report"


def write(pen: Pen) -> None:
    loan = pen.loan
    agreed = pen.odds(0.8)
    clauses.furniture(pen)
    pen.title(
        pen.pick(
            "贷款用途检查报告", "授信用途跟踪检查报告", "首次贷后检查报告", "贷款资金用途跟踪检查表"
        )
    )
    pen.facts(
        "borrower",
        "id_number",
        "contract_no",
        "amount",
        "start_date",
        layout=pen.pick("wide grid", "grid", "lines", "pairs"),
        sure=2,
    )
    pen.facts("purpose", layout="lines")
    pen.grid(
        [
            ["收款单位名称", "金额（元）", "划付日期", "凭证"],
            [
                f"{loan.county}农资经营部",
                f"{loan.fen // 100}.00",
                f"{loan.start.year}.{loan.start.month}.{loan.start.day}",
                "发票",
            ],
        ],
        head=1,
    )
    pen.put("use_matches_contract", "", agreed)
    pen.say(
        f"{pen.pick('是否与合同约定一致', '资金用途是否与合同一致', '实际用途是否与约定用途一致')}{pen.colon}{pen.pick(*(('是', '一致', '☑是 □否') if agreed else ('否', '不一致', '□是 ☑否')))}"
    )
    pen.facts("conclusion", layout=pen.pick("lines", "below"))
    pen.facts(
        "inspect_date",
        "inspector",
        "reviewer",
        layout=pen.pick("lines", "pairs", "wide grid"),
        sure=2,
    )
