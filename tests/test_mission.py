"""docs/mission.md is true: all 106 mechanisms, tests that exist, commands that can be run."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from cli import hudang
from ledger.indicators import INDICATORS
from ledger.kinds.registry import KINDS
from ledger.registers import REGISTERS
from ledger.rules.registry import RULES

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "mission.md"
ROW = re.compile(r"^\| (\d+) \| (.+?) \| (.*?) \| (.*?) \|$", re.MULTILINE)
ROWS = {
    int(number): (where, re.findall(r"`(test_\w+)`", tests))
    for number, _name, where, tests in ROW.findall(PAGE.read_text(encoding="utf-8"))
}
DEFINED = {
    name
    for source in (ROOT / "tests").glob("test_*.py")
    for name in re.findall(r"^def (test_\w+)\(", source.read_text(encoding="utf-8"), re.MULTILINE)
}


def test_every_mechanism_has_its_row() -> None:
    assert list(ROWS) == list(range(1, 107))


@pytest.mark.parametrize("number", ROWS)
def test_a_mechanism_is_shown_by_a_test_or_says_why_it_is_not_here(number: int) -> None:
    where, tests = ROWS[number]

    assert tests or where.startswith("not here: ")
    assert [name for name in tests if name not in DEFINED] == []


def test_every_test_named_after_a_mechanism_is_on_the_page() -> None:
    named = [
        (name, int(number))
        for name in DEFINED
        if (numbers := re.match(r"test_((?:m\d{3}_(?:and_)?)+)", name))
        for number in re.findall(r"m(\d{3})", numbers[1])
    ]

    assert len(named) > 90
    assert [name for name, number in named if name not in ROWS[number][1]] == []


@pytest.mark.parametrize("number", ROWS)
def test_every_command_register_kind_and_indicator_on_the_page_exists(number: int) -> None:
    where, _tests = ROWS[number]

    for words in re.findall(r"`hudang ([a-z -]+)", where):
        assert _exists(words.split()), words
    for said in re.findall(r"[Rr]egisters? ((?:`[a-z-]+`(?:, | and )?)+)", where):
        assert set(re.findall(r"`([a-z-]+)`", said)) <= REGISTERS.keys()
    for said in re.findall(r"kinds? ((?:`[a-z_]+`(?:, | and )?)+)", where):
        assert set(re.findall(r"`([a-z_]+)`", said)) <= KINDS.keys()
    for said in re.findall(r"rules? ((?:`[a-z_]+`(?:, | and )?)+)", where):
        assert set(re.findall(r"`([a-z_]+)`", said)) <= RULES.keys()
    for said in re.findall(r"indicators? ((?:`[a-z_]+`(?:, | and )?)+)", where):
        assert set(re.findall(r"`([a-z_]+)`", said)) <= INDICATORS.keys()


def _exists(words: list[str]) -> bool:
    """Whether the words begin with a command; what follows it are its arguments."""
    found: click.Command = hudang
    for word in words:
        if not isinstance(found, click.Group) or word.startswith("-"):
            return found is not hudang
        following = found.commands.get(word)
        if following is None:
            return False
        found = following
    return found is not hudang
