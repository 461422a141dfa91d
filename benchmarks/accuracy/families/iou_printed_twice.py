"""The same note twice on one sheet: the client keeps one half."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "iou"


def write(pen: Pen) -> None:
    pen.title(pen.pick("贷款借据", "借款借据"))
    keen, pen.keen = pen.keen, 0.0
    for copy in ("第一联　信贷员留存", "第二联　会计留存"):
        pen.right(copy)
        pen.facts(
            "iou_no",
            "borrower",
            "id_number",
            "amount",
            "start_date",
            "end_date",
            "rate",
            "purpose",
            layout="wide grid",
        )
    pen.keen = keen
    pen.say("会计：　　　　复核：　　　　记账：")
