"""A unit of two hundred households from one workspace to another."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.handover import verifying
from archive.handover.receiving import receive
from benchmarks.handover import hand_over, many, new_workspace
from tests.archive_invariants import assert_valid_ocfl
from tests.handover_double import AT
from tests.test_handover_receive import contents, people, rows, states


@pytest.mark.slow
def test_two_hundred_households_arrive_row_by_row_and_byte_by_byte(tmp_path: Path) -> None:
    sender = many(tmp_path / "sender", count=200, each=5, kilobytes=2)
    receiver = new_workspace(tmp_path / "receiver")
    path = hand_over(sender, 200)

    proved = verifying.verify(path, at=AT, actor="test")
    receipt = receive(receiver, path, actor="test").receipt

    assert proved.whole
    assert states(receipt) == {"accepted": 1000}
    assert rows(receiver) == rows(sender)
    assert people(receiver) == people(sender)
    assert contents(receiver) == contents(sender)
    assert_valid_ocfl(receiver.archive)
