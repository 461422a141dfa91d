"""The count of what was read right: what counts as right, wrong, missed and invented."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.accuracy.compare import agree
from benchmarks.accuracy.score import main
from benchmarks.accuracy.tally import compared

YUAN = {"value": "50000.00", "currency": "CNY"}


@pytest.mark.parametrize(
    ("field", "told", "found"),
    [
        ("borrower", "马 小兰", "马小兰"),
        ("contract_no", "（2025）农借字第0031号", "(2025)农借字第 0031 号"),
        ("amount", YUAN, {"value": "50000", "currency": "CNY"}),
        ("amount_words", "伍万元整", "人民币伍万元正"),
        ("purpose", "购买化肥、农药和地膜", "购买化肥、农药和地膜。"),
        ("purpose", "购买化肥、农药和地膜", "购买化肥、农药"),
        ("classification", "关注", "关注类"),
    ],
)
def test_the_same_value_written_otherwise_is_right(field: str, told: Any, found: Any) -> None:
    assert agree(field, told, found)


@pytest.mark.parametrize(
    ("field", "told", "found"),
    [
        ("borrower", "马小兰", "马小"),
        ("amount", YUAN, {"value": "5.00", "currency": "CNY"}),
        ("rate", {"value": "6", "unit": "permille_month"}, {"value": "6", "unit": "percent_year"}),
        ("purpose", "购买化肥、农药和地膜", "购买"),
        ("amount_words", "伍万元整", "伍元整"),
        ("term_months", 1, True),
    ],
)  # fmt: skip
def test_another_value_is_not_right(field: str, told: Any, found: Any) -> None:
    assert not agree(field, told, found)


def test_a_value_is_right_wrong_missed_or_invented() -> None:
    told = {"borrower": "马小兰", "amount": YUAN, "guarantor": ["甲一", "乙二"], "phone": "1"}
    found = {"borrower": "马小兰", "amount": {**YUAN, "value": "5"}, "guarantor": "乙二", "rate": 1}

    counts, misses = compared(told, found, {})

    assert [(miss.field, miss.kind) for miss in misses] == [
        ("amount", "wrong"),
        ("guarantor", "missed"),
        ("phone", "missed"),
        ("rate", "invented"),
    ]
    assert (counts["guarantor"].told, counts["guarantor"].right) == (2, 1)


def test_optional_values_count_neither_way() -> None:
    counts, misses = compared({}, {"term_months": 12, "phone": "1"}, {"term_months": 12})

    assert counts["term_months"].read == 0
    assert [miss.field for miss in misses] == ["phone"]


def test_a_folder_is_scored_and_its_misses_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("借款合同\n借款人：马小兰\n贷款人：青川县农村信用社\n", "utf-8")
    said = {"doc_type": "loan_contract", "fields": {"borrower": "马小兰", "phone": "13900000000"}}
    (tmp_path / "a.txt.json").write_text(json.dumps(said), "utf-8")

    main([str(tmp_path), "--words"])

    shown = capsys.readouterr().out
    assert "types 1/1 (100.0 %)" in shown
    assert "a.txt\tmissed\tphone\ttold '13900000000'\tfound None" in shown
    assert "a.txt\tinvented\tlender" in shown
