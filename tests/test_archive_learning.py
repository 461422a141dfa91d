"""Rules that corrections taught are data in the archive: seen, switched, confirmed, retired."""

from __future__ import annotations

import signal
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from archive import faults, items, learning, pending, recovery, schema
from archive.clock import system_clock
from archive.database import reading
from archive.intake import Intake
from archive.items import Item
from archive.learning import UnknownRule
from archive.rebuild import rebuild
from archive.workspace import Workspace, open_workspace
from extractors.content import Content
from extractors.correct import corrected
from extractors.learned import CONFIRMED_AFTER, rule_of
from extractors.learned_rule import LearnedRule
from extractors.outcome import ReadDone, ReadOutcome
from extractors.papers import understand_scan
from extractors.settings import ReadingSettings
from tests.archive_double import drop, new_workspace, settle
from tests.archive_invariants import assert_valid_ocfl
from tests.test_archive_crashes import at_visit, die, in_child
from tests.test_learned_rules import FIRST, SECOND
from tests.typed_paper import typed

THIRD = SECOND.replace("刘文彬", "孙立平").replace("0107", "0108")


class TextReader:
    """Reads typed papers at once, with the workspace's rules, as the child processes do."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def submit(self, path: Path) -> Future[ReadOutcome]:
        """Return the finished reading of a typed paper."""
        content: Content = typed(path.read_text())
        settings = replace(ReadingSettings(), rules=learning.rules(self._workspace))
        future: Future[ReadOutcome] = Future()
        future.set_result(ReadDone(content, understand_scan(content, settings)))
        return future


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return new_workspace(tmp_path / "w")


def take(workspace: Workspace, text: str, name: str) -> Item:
    """Take in a paper and return its item."""
    drop(workspace, name, text.encode())
    intake = Intake(workspace, TextReader(workspace), on_event=lambda _event: None)
    intake.start()
    settle(intake)
    with reading(workspace.engine) as connection:
        found = items.in_states(connection, items.ALL)
    return next(item for item in found if item.display_name == name)


def held(workspace: Workspace, text: str, name: str) -> Item:
    """Take in a paper that is held, because its number is missing an owner or a rule is new."""
    item = take(workspace, text.replace("身份证号", "证号"), name)
    assert item.state == "held"
    return item


def correct(workspace: Workspace, item: Item, **said: str) -> None:
    read, _content = pending.held_reading(workspace, item)
    pending.correct(workspace, item, corrected(read, said), actor="officer")


def the_rule(workspace: Workspace) -> LearnedRule:
    [rule] = learning.rules(workspace)
    return rule


def officer(workspace: Workspace, item: Item) -> tuple[str, str | None]:
    """Who the paper says is in charge, and the rule that read it."""
    read, _content = pending.held_reading(workspace, item)
    [found] = read.fields["loan_officer"]
    return str(found.value), rule_of(found)


def test_a_correction_is_remembered_and_used_on_the_next_paper(workspace: Workspace) -> None:
    correct(workspace, held(workspace, FIRST, "1.txt"), loan_officer="陈志强")

    item = held(workspace, SECOND, "2.txt")

    assert officer(workspace, item) == ("刘文彬", the_rule(workspace).id)
    assert (the_rule(workspace).by, the_rule(workspace).state) == ("officer", "on")


def test_a_rule_that_is_switched_off_reads_as_before(workspace: Workspace) -> None:
    correct(workspace, held(workspace, FIRST, "1.txt"), loan_officer="陈志强")
    learning.switch(workspace, the_rule(workspace).id, "off", actor="officer")

    item = held(workspace, SECOND, "2.txt")

    assert "loan_officer" not in pending.held_reading(workspace, item)[0].fields


def test_a_rule_switched_on_again_is_used_again(workspace: Workspace) -> None:
    correct(workspace, held(workspace, FIRST, "1.txt"), loan_officer="陈志强")
    for state in ("off", "on"):
        learning.switch(workspace, the_rule(workspace).id, state, actor="officer")

    assert officer(workspace, held(workspace, SECOND, "2.txt"))[0] == "刘文彬"


def test_a_removed_rule_is_gone_and_may_be_learned_anew(workspace: Workspace) -> None:
    first = held(workspace, FIRST, "1.txt")
    correct(workspace, first, loan_officer="陈志强")
    learning.switch(workspace, the_rule(workspace).id, "remove", actor="officer")
    assert learning.rules(workspace) == ()

    correct(workspace, held(workspace, SECOND, "2.txt"), loan_officer="刘文彬")

    assert the_rule(workspace).label == "归口经管人"


def test_a_rule_that_a_correction_contradicts_is_retired(workspace: Workspace) -> None:
    correct(workspace, held(workspace, FIRST, "1.txt"), loan_officer="陈志强")
    second = held(workspace, SECOND, "2.txt")

    correct(workspace, second, loan_officer="赵无名")

    assert the_rule(workspace).state == "retired"
    third = held(workspace, THIRD, "3.txt")
    assert "loan_officer" not in pending.held_reading(workspace, third)[0].fields


def test_a_value_that_a_person_takes_away_retires_its_rule(workspace: Workspace) -> None:
    correct(workspace, held(workspace, FIRST, "1.txt"), loan_officer="陈志强")

    correct(workspace, held(workspace, SECOND, "2.txt"), loan_officer="")

    assert the_rule(workspace).state == "retired"


def test_a_paper_filed_with_the_value_confirms_the_rule(workspace: Workspace) -> None:
    correct(workspace, held(workspace, FIRST, "1.txt"), loan_officer="陈志强")

    for number in range(CONFIRMED_AFTER):
        item = held(workspace, SECOND.replace("0107", f"01{number}9"), f"next{number}.txt")
        pending.file_held(workspace, item, None, actor="officer")

    assert the_rule(workspace).confirmed == CONFIRMED_AFTER
    item = held(workspace, THIRD, "last.txt")
    problems = {problem.code for problem in pending.held_reading(workspace, item)[0].problems}
    assert "learned_unconfirmed" not in problems


def test_a_paper_with_an_unconfirmed_value_is_held(workspace: Workspace) -> None:
    correct(workspace, held(workspace, FIRST, "1.txt"), loan_officer="陈志强")

    item = take(workspace, SECOND, "2.txt")

    assert (item.state, item.reason) == ("held", "needs_review")
    assert "learned_unconfirmed" in item.reason_detail["problems"]


def test_what_a_person_filed_is_asked_about_no_more(workspace: Workspace) -> None:
    correct(workspace, held(workspace, FIRST, "1.txt"), loan_officer="陈志强")
    item = held(workspace, SECOND, "2.txt")
    asked = pending.held_reading(workspace, item)[0].problems

    filed = pending.file_held(workspace, item, None, actor="officer")

    assert filed.problem_count == len(asked) - 1


def test_each_change_is_in_the_audit_trail(workspace: Workspace) -> None:
    correct(workspace, held(workspace, FIRST, "1.txt"), loan_officer="陈志强")
    learning.switch(workspace, the_rule(workspace).id, "off", actor="chief")

    trail = schema.audit
    with reading(workspace.engine) as connection:
        rows = connection.execute(
            select(trail.c.action, trail.c.actor).where(trail.c.object.startswith("rule:"))
        ).all()
    assert [tuple(row) for row in rows] == [("rule.learn", "officer"), ("rule.off", "chief")]


def test_rules_are_there_after_the_database_was_lost(workspace: Workspace) -> None:
    correct(workspace, held(workspace, FIRST, "1.txt"), loan_officer="陈志强")
    known = learning.rules(workspace)
    workspace.engine.dispose()
    workspace.database.unlink()

    again = open_workspace(workspace.root)
    rebuild(again, lambda _done, _all: None)

    assert learning.rules(again) == known
    assert_valid_ocfl(again.archive)


def test_an_unknown_rule_is_refused_with_what_to_do(workspace: Workspace) -> None:
    with pytest.raises(UnknownRule, match="review rules list"):
        learning.switch(workspace, "nothing", "off", actor="officer")


@pytest.mark.parametrize(
    "point",
    ["filing.intent", "filing.staged", "filing.placed", "filing.sidecar", "filing.committed"],
)
def test_a_kill_while_rules_are_written_leaves_the_old_or_the_new(
    workspace: Workspace, point: str
) -> None:
    correct(workspace, held(workspace, FIRST, "1.txt"), loan_officer="陈志强")
    rule = the_rule(workspace)
    workspace.engine.dispose()

    def work() -> None:
        faults.arm(at_visit(point, 1, die))
        learning.switch(open_workspace(workspace.root), rule.id, "off", actor="officer")

    assert in_child(work) == signal.SIGKILL

    again = open_workspace(workspace.root)
    recovery.recover(again, system_clock)
    is_off = the_rule(again).state == "off"
    assert is_off == (point in ("filing.placed", "filing.sidecar", "filing.committed"))
    trail = schema.audit
    with reading(again.engine) as connection:
        entries = connection.execute(select(trail).where(trail.c.action == "rule.off")).all()
        assert not connection.execute(select(schema.filing)).all()
    assert len(entries) == is_off
    assert_valid_ocfl(again.archive)
    assert not list(again.staging.iterdir())
