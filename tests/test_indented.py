"""The side file is written with its own JSON writer: the same bytes as the library's."""

from __future__ import annotations

import json

import pytest

from templates.indented import indented


@pytest.mark.parametrize(
    "value",
    [
        {},
        [],
        None,
        "逾期\n“贷款”\t\\ \u2028 é",
        {"none": None, "yes": True, "no": False, "fen": -120_00, "box": (1.5, 20.0, 3e-7, 400.25)},
        [{"rows": []}, {"tables": {}}, [[1], [[], {"a": [0]}]]],
        {"figures": [{"name": "granted_sum(2025)", "rows": [{"fact": "loan:1"}, {"fact": "x"}]}]},
    ],
)
def test_the_bytes_are_those_of_the_library(value: object) -> None:
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=1)
