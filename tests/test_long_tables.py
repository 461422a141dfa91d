"""Tables too long to be drawn are printed whole and stay aligned."""

from __future__ import annotations

import pytest

from commands import desk
from commands.long_table import lines


def test_columns_of_a_long_table_stay_aligned_with_chinese_in_them() -> None:
    rows = [("张三", "5.00"), ("Li", None)]

    head, rule, first, second = lines(("户名", "余额"), rows, right=[1])

    assert (head, first, second) == ("户名   余额", "张三   5.00", "Li")
    assert rule == "─" * 11


def test_a_table_of_many_rows_is_printed_whole(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [(f"JJ{n}", "x" * 300) for n in range(desk.LONG + 1)]
    monkeypatch.setattr("rich.console.Console.print", None)

    desk.table(("IOU no.", "text"), rows)

    printed = capsys.readouterr().out.splitlines()
    assert printed[2:] == [f"{number:7}   {text}" for number, text in rows]
