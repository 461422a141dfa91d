"""不动产权证书: full of names and numbers, and none of our types."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = None


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title("不动产权证书")
    pen.say(
        f"{loan.plate}（{loan.year}）{loan.county}不动产权第{loan.serial * 13:07d}号",
        align="center",
    )
    pen.grid(
        [
            ["权利人", loan.borrower.name],
            ["共有情况", "单独所有"],
            ["坐落", loan.borrower.address],
            ["不动产单元号", f"{loan.area}001002GB{loan.serial:05d}F00010001"],
            ["权利类型", "国有建设用地使用权/房屋所有权"],
            ["用途", "住宅"],
            ["面积", f"{loan.area_m2}平方米"],
        ],
        (1, 2.6),
    )
