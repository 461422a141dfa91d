"""Every command leaves a row in the audit trail, generated from the tree of commands."""

from __future__ import annotations

import json
import re
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result
from sqlalchemy import select

from archive import audit, browse, schema
from archive.database import reading
from archive.workspace import Workspace
from cli import hudang
from commands.audit import ACTIONS
from commands.trail import SILENT
from tests.archive_double import IDS
from tests.sealed_workspace import sealed_workspace

ROOT = Path(__file__).resolve().parent.parent
# Make workspaces of their own, or work in one only if they stand in it.
OPEN_BY_THEMSELVES = {"init", "demo", "restore"}


def commands(
    group: click.Group = hudang, above: tuple[str, ...] = ()
) -> Iterator[tuple[str, click.Command]]:
    """Yield every command that can be run, with its name and groups."""
    for name, command in group.commands.items():
        path = (*above, name)
        if isinstance(command, click.Group):
            yield from commands(command, path)
        if not isinstance(command, click.Group) or command.invoke_without_command:
            yield " ".join(path), command


ALL = dict(commands())


def reaches(function: Any, wanted: str, seen: set[str] | None = None) -> bool:
    """Whether a function names `wanted`, itself or in functions of ours that it calls."""
    seen = seen if seen is not None else set()
    code = getattr(function, "__code__", None)
    if code is None or code.co_qualname in seen:
        return False
    seen.add(code.co_qualname)
    names = set(_names(code))
    if wanted in names:
        return True
    called = (function.__globals__.get(name) for name in names)
    ours = (each for each in called if isinstance(each, types.FunctionType))
    return any(reaches(each, wanted, seen) for each in ours if "commands" in each.__module__)


def _names(code: types.CodeType) -> Iterator[str]:
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from _names(constant)


@pytest.mark.parametrize("name", ALL)
def test_every_command_is_followed_by_the_audit_trail_or_declared_silent(name: str) -> None:
    """`opened` sees to it that a command leaves a row; SILENT says which need none."""
    callback: Any = ALL[name].callback
    while hasattr(callback, "__wrapped__"):
        callback = callback.__wrapped__

    assert name in SILENT | OPEN_BY_THEMSELVES or reaches(callback, "opened")


def test_what_is_declared_silent_is_a_command() -> None:
    assert set(ALL) >= SILENT | OPEN_BY_THEMSELVES


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return sealed_workspace(tmp_path / "w")


def run(workspace: Workspace, *arguments: str) -> Result:
    return CliRunner().invoke(hudang, ["-w", str(workspace.root), *arguments])


def newest(workspace: Workspace) -> dict[str, Any]:
    with reading(workspace.engine) as connection:
        row = audit.last_row(connection)
    assert row
    return row


def actions(workspace: Workspace) -> set[str]:
    """What was done so far."""
    with reading(workspace.engine) as connection:
        return set(connection.scalars(select(schema.audit.c.action)))


def count(workspace: Workspace) -> int:
    return int(newest(workspace)["seq"])


LOOKS = [
    (["household", "list"], "household.list", "archive"),
    (["household", "show", "1"], "household.view", "household:1"),
    (["household", "missing"], "household.missing", "archive"),
    (["household", "missing", "2"], "household.missing", "household:2"),
    (["household", "browse"], "browse.rebuild", "browse"),
    (["review", "list"], "item.list", "pending"),
    (["search", "王小明"], "search", "archive"),
    (["reindex"], "index.rebuild", "index"),
    (["ledger", "check"], "ledger.check", "ledger"),
    (["ledger", "register", "loans"], "ledger.view", "register:loans"),
    (["tasks"], "tasks.view", "tasks"),
    (["seal", "verify"], "seal.verify", "archive"),
    (["verify"], "archive.verify", "archive"),
]


@pytest.mark.parametrize(("arguments", "action", "about"), LOOKS)
def test_a_look_leaves_one_row_that_names_what_was_seen_and_no_person(
    workspace: Workspace, arguments: list[str], action: str, about: str
) -> None:
    before = count(workspace)

    done = run(workspace, *arguments)

    row = newest(workspace)
    assert done.exit_code in (0, 1), done.output
    assert count(workspace) == before + 1
    assert (row["action"], row["object"]) == (action, about)
    said = json.dumps(row, ensure_ascii=False)
    assert "王小明" not in said
    assert IDS[0] not in said


def test_a_filed_paper_that_is_read_again_is_named(workspace: Workspace) -> None:
    browse.refresh(workspace, [1])
    paper = next(path for path in workspace.browse.rglob("0001_*") if path.is_file())

    done = run(workspace, "extract", str(paper))

    assert newest(workspace)["action"] == "paper.extract", done.output
    assert newest(workspace)["object"].startswith("document:")


def test_a_register_that_leaves_the_desk_is_noted_as_an_export(
    workspace: Workspace, tmp_path: Path
) -> None:
    run(workspace, "ledger", "register", "loans", "--xlsx", str(tmp_path / "r.xlsx"))

    assert newest(workspace)["action"] == "ledger.export"


def test_telephone_numbers_are_listed_only_with_a_row_that_says_so(
    workspace: Workspace, tmp_path: Path
) -> None:
    run(workspace, "ledger", "messages")
    assert newest(workspace)["action"] == "ledger.view"
    assert "ledger.phones" not in actions(workspace)

    run(workspace, "ledger", "messages", "--with-phones", "--xlsx", str(tmp_path / "m.xlsx"))

    assert "ledger.phones" in actions(workspace)


def test_an_attempt_that_failed_is_noted_too(workspace: Workspace) -> None:
    run(workspace, "household", "show", "nobody")

    row = newest(workspace)
    assert (row["action"], row["object"]) == ("command.run", "command:household show")
    assert row["detail"] == {"failed": "UnknownHousehold"}


def test_a_command_that_notes_nothing_itself_is_noted_with_the_household_it_named(
    workspace: Workspace,
) -> None:
    before = count(workspace)

    done = run(workspace, "household", "catalogue", "2")

    row = newest(workspace)
    assert done.exit_code in (0, 1), done.output
    assert count(workspace) == before + 1
    assert (row["action"], row["object"]) == ("command.run", "household:2")
    assert row["detail"] == {"also": ["command:household catalogue"]}


def test_what_is_silent_leaves_no_row(workspace: Workspace) -> None:
    before = count(workspace)

    run(workspace, "status")

    assert count(workspace) == before


def test_when_a_command_ends_the_files_have_its_row(workspace: Workspace) -> None:
    run(workspace, "household", "show", "1")

    [path] = workspace.audit.iterdir()
    last = path.read_bytes().splitlines(keepends=True)[-1]
    assert audit.row_of(last) == newest(workspace)


def test_the_rows_of_a_household_and_of_a_paper_are_found(workspace: Workspace) -> None:
    run(workspace, "household", "show", "1")
    run(workspace, "household", "show", "2")
    shown = json.loads(run(workspace, "audit", "list", "--household", "1", "--json").stdout)
    [filed, *_] = [row["object"] for row in shown if row["action"] == "paper.file"]
    # Either may have come first: both are looked for.
    run(workspace, "search", "王小明")
    run(workspace, "search", "李秀英")

    paper = filed.removeprefix("document:")
    of_paper = json.loads(run(workspace, "audit", "list", "--paper", paper, "--json").stdout)

    assert {row["object"] for row in shown if row["action"] == "household.view"} == {"household:1"}
    assert [row["action"] for row in of_paper] == ["paper.file", "search"]


def test_rows_are_narrowed_by_person_day_and_action(workspace: Workspace) -> None:
    run(workspace, "household", "show", "1")

    def listed(*options: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(
            run(workspace, "audit", "list", *options, "--json").stdout
        )
        return found

    everything = listed()
    assert [row["seq"] for row in everything] == list(range(1, count(workspace) + 1))
    assert {row["action"] for row in listed("--action", "seal.make")} == {"seal.make"}
    assert {row["actor"] for row in listed("--actor", "hudang")} == {"hudang"}
    assert listed("--until", "2020-01-01") == []
    assert listed("--since", "2020-01-01") == everything
    assert listed("--last", "1") == everything[-1:]


def test_every_action_in_the_code_has_words() -> None:
    written = re.compile(r'(?:action=|"action": |seen\(\s*workspace,\s*)"([a-z_.]+)"')
    found = {
        action
        for folder in ("archive", "ledger", "templates", "commands")
        for path in (ROOT / folder).rglob("*.py")
        for action in written.findall(path.read_text(encoding="utf-8"))
    }

    assert found
    assert found - ACTIONS.keys() == set()
