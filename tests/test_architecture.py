"""The arrows of the design, and the guards that keep the project one application."""

from __future__ import annotations

import ast
import importlib.metadata
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import cli

ROOT = Path(__file__).resolve().parent.parent

# Data flows down this list; imports point up it.
MAY_IMPORT: dict[str, set[str]] = {
    "extractors": set(),
    "archive": {"extractors"},
    "ledger": {"extractors", "archive"},
    "indexer": {"extractors", "archive"},
    "templates": {"extractors", "archive", "ledger", "indexer"},
    "web": {"extractors", "archive", "ledger", "indexer", "templates"},
    "samples": {"extractors", "archive", "ledger", "indexer", "templates"},
    "commands": {"extractors", "archive", "ledger", "indexer", "templates", "web", "samples"},
    "cli": {
        "extractors",
        "archive",
        "ledger",
        "indexer",
        "templates",
        "web",
        "samples",
        "commands",
    },
}
OUR_OTHER_FOLDERS = {"tests", "benchmarks", "docs", "translations"}


def sources_of(package: str) -> list[Path]:
    single = ROOT / f"{package}.py"
    return [single] if single.exists() else sorted((ROOT / package).rglob("*.py"))


def imported_by(source: Path) -> Iterator[str]:
    """Yield the top-level name of every import in a file, those inside functions too."""
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{source} imports relatively"
            yield (node.module or "").partition(".")[0]


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_imports_point_upstream(package: str) -> None:
    ours = MAY_IMPORT.keys() | OUR_OTHER_FOLDERS
    for source in sources_of(package):
        against = set(imported_by(source)) & ours - MAY_IMPORT[package] - {package}
        assert not against, f"{source.relative_to(ROOT)} imports {sorted(against)}"


def test_nothing_else_of_ours_stands_at_the_root() -> None:
    modules = {path.stem for path in ROOT.glob("*.py")}
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}

    assert modules | packages <= MAY_IMPORT.keys() | OUR_OTHER_FOLDERS


def test_no_other_installed_distribution_claims_our_names() -> None:
    owners = importlib.metadata.packages_distributions()
    names = [*MAY_IMPORT, "benchmarks", "translations"]

    foreign = {name: set(owners.get(name, [])) - {"hudang"} for name in names}

    assert not {name: found for name, found in foreign.items() if found}


def test_the_installed_command_runs() -> None:
    command = Path(sys.executable).with_name("hudang")

    shown = subprocess.run([command, "--version"], check=True, capture_output=True, text=True)

    assert shown.stdout.startswith("hudang ")


CHANGING = {
    "chmod", "fsync", "hardlink_to", "makedirs", "mkdir", "mkstemp", "mkdtemp", "removedirs",
    "rename", "renames", "rmdir", "rmtree", "symlink_to", "sync_directory", "touch", "truncate",
    "unlink", "utime", "write_bytes", "write_text",
}  # fmt: skip
OF_MODULES = {
    ("os", "link"), ("os", "open"), ("os", "remove"), ("os", "replace"), ("os", "symlink"),
    ("shutil", "copy"), ("shutil", "copy2"), ("shutil", "copyfile"), ("shutil", "copytree"),
    ("shutil", "move"),
}  # fmt: skip


def changes_files(call: ast.Call) -> bool:
    """Whether a call writes, renames or removes by itself, rather than through `fsio`."""
    called = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    name = call.func.id if isinstance(call.func, ast.Name) else called
    whose = ast.unparse(call.func.value) if isinstance(call.func, ast.Attribute) else ""
    if whose in ("fsio", "disk"):
        return False
    modes: list[object] = [
        a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)
    ]
    modes += [k.value.value for k in call.keywords if isinstance(k.value, ast.Constant)]
    opens = name in ("open", "fdopen") and any(set(str(mode)) & set("wax+") for mode in modes)
    # Path.replace takes one argument, str.replace two, dataclasses.replace names its own.
    replaces = called == "replace" and len(call.args) == 1 and not call.keywords
    return called in CHANGING or opens or replaces or (whose, called) in OF_MODULES


def test_only_one_module_changes_files_of_the_archive() -> None:
    """Elsewhere in archive/ a write could be believed before it is durable."""
    # browse/ is disposable, and the log is a log.
    allowed = {"disk.py", "browse.py"}

    found = [
        f"{path.name}: {ast.unparse(node)}"
        for path in sources_of("archive")
        if path.name not in allowed
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and changes_files(node)
    ]
    by_others = [
        path.name
        for package in MAY_IMPORT
        for path in sources_of(package)
        if "archive.disk" in path.read_text(encoding="utf-8") and path.name != "fsio.py"
    ]

    assert found == []
    assert by_others == []


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("path.rename(other)", True),
        ("path.replace(other)", True),
        ("os.replace(one, two)", True),
        ("os.rename(one, two)", True),
        ("path.open('xb')", True),
        ("open(path, mode='r+b')", True),
        ("path.open('rb')", False),
        ("text.replace('a', 'b')", False),
        ("fsio.move(one, two)", False),
        ("shutil.rmtree(path)", True),
    ],
)
def test_what_changes_files_is_recognised(line: str, is_one: bool) -> None:
    call = ast.parse(line, mode="eval").body

    assert isinstance(call, ast.Call)
    assert changes_files(call) is is_one


@pytest.mark.parametrize("forbidden", ["fcntl", "resource", "msvcrt"])
def test_calls_that_differ_between_systems_stand_in_one_module(forbidden: str) -> None:
    for package in MAY_IMPORT:
        for source in sources_of(package):
            if source.name != "host.py":
                assert forbidden not in imported_by(source), source


def test_copyleft_libraries_are_not_installed_for_the_program() -> None:
    """GPL and AGPL may not be imported; LGPL may."""
    needed = {
        re.split(r"[<>=!~;\[ ]", line)[0].lower()
        for line in importlib.metadata.requires("hudang") or []
    }
    strict = re.compile(
        r"(?<!L)(?<!Lesser )A?GPL|(?<!Lesser )General Public License", re.IGNORECASE
    )

    for name in needed:
        meta = importlib.metadata.metadata(name)
        said = [*(meta.get_all("License-Expression") or []), *(meta.get_all("Classifier") or [])]
        licences = " ".join(line for line in said if "Lesser" not in line and "License ::" in line)
        assert not strict.search(licences), name


def test_every_module_with_commands_is_gathered() -> None:
    with_commands = {
        path.stem
        for path in (ROOT / "commands").glob("*.py")
        if re.search(r"^COMMANDS\b", path.read_text(encoding="utf-8"), re.MULTILINE)
    }

    assert {group.__name__.removeprefix("commands.") for group in cli.GROUPS} == with_commands


def test_commands_import_the_parts_only_when_they_run() -> None:
    """Showing the help may not cost the time of opening the database or of reading a paper."""
    ask = "import cli, sys; print(*sys.modules)"

    loaded = subprocess.run(
        [sys.executable, "-c", ask], check=True, capture_output=True, text=True, cwd=ROOT
    ).stdout.split()

    parts = MAY_IMPORT["commands"] - {"extractors"} | {"rich", "sqlalchemy"}
    assert "commands" in loaded
    assert parts & set(loaded) == set()
