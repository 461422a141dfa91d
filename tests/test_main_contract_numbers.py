"""The number of the contract that a mortgage secures, told within a sentence."""

from __future__ import annotations

import pytest

from tests.typed_paper import read, said


@pytest.mark.parametrize(
    "number", ["（2019）梅信借字第0312号", "4412262019000031", "HT20190312007"]
)
def test_it_begins_behind_the_debtors_name(number: str) -> None:
    paper = read(f"""抵押合同
抵押人（乙方）：周水生
抵押权人（甲方）：梅川县农村信用合作联社
第一条 乙方自愿以住房一套为债务人在{number}主合同项下所欠甲方的债务提供抵押担保。""")

    assert said(paper, "main_contract_no") == number
