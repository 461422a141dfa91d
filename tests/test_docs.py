"""What the documentation says is there is there, and what is there is documented."""

from __future__ import annotations

import dataclasses
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from archive.settings import NOT_IN_FILE, Settings
from cli import hudang
from extractors.forms import ALL as FORMS

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
README = ROOT / "README.md"
PAGES = sorted(
    [*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *(ROOT / "samples").glob("*.md")],
    key=lambda page: page.relative_to(ROOT).as_posix(),
)
# Folders that are not ours, or are made by running something.
FOREIGN = {".git", ".venv", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"}
MADE = {"__pycache__", "build", "dist", "demo-workspace", "htmlcov", "out"}
TEXT = {".py", ".md", ".toml", ".txt", ".yml", ".yaml", ".json", ".po", ".pot", ".cfg", ".svg", ""}

INLINE_CODE = re.compile(r"`([^`\n]+)`")
CODE_BLOCK = re.compile(r"^```[^\n]*\n(.*?)^```", re.M | re.S)
SHOWN = re.compile(r"(?:\$ )?(?:\S*/)?hudang ((?:-w \S+ )?(?:[a-z]|--?[a-z]).*)")
LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")

# Written so that this file does not hold what it looks for.
MACHINE_PATHS = re.compile(r"/wor[k]/|/roo[t]/")
TEMPORARY_PATHS = re.compile(r"/tm[p]/")
HOSTS = re.compile(
    r"index-ur[l]|pythonhoste[d]|pypi\.or[g]|npmj[s]\.|\.interna[l]\b|://\d+\.\d+\.\d+\.\d+|"
    r"localhos[t]:\d"
)


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def named(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


# -- settings -----------------------------------------------------------------------------------


def documented_settings() -> dict[str, str]:
    """Return the documented default of every "table.key" in docs/formats.md."""
    section = text_of(DOCS / "formats.md").split("## `hudang.toml`", 1)[1]
    table, found = "", {}
    for line in section.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|") or len(cells) != 4:
            continue
        if heading := re.fullmatch(r"`\[(\w+)\]`", cells[0]):
            table = heading[1]
        if key := re.fullmatch(r"`(\w+)`", cells[1]):
            found[f"{table}.{key[1]}"] = cells[2].strip("`")
    return found


def _toml(default: object) -> str:
    if isinstance(default, tuple):
        return f"[{', '.join(map(_toml, default))}]"
    if isinstance(default, bool):
        return str(default).lower()
    return f'"{default}"' if isinstance(default, str) else str(default)


def real_settings() -> dict[str, str]:
    """Return the default of every "table.key" of hudang.toml, as TOML writes it."""
    found = {}
    for table in dataclasses.fields(Settings):
        values = getattr(Settings(), table.name)
        for key in dataclasses.fields(values):
            if (table.name, key.name) in NOT_IN_FILE:
                continue
            default = getattr(values, key.name)
            found[f"{table.name}.{key.name}"] = _toml(default)
    return found


def test_every_setting_is_documented_with_its_default_and_no_other() -> None:
    assert documented_settings() == real_settings()


# -- commands -----------------------------------------------------------------------------------


def test_the_page_of_commands_is_current() -> None:
    done = subprocess.run([sys.executable, str(DOCS / "make_cli.py"), "--check"], check=False)

    assert done.returncode == 0, "run: python docs/make_cli.py"


def commands_in(page: Path) -> Iterator[list[str]]:
    """Yield the words after `hudang` wherever a page shows a command."""
    text = text_of(page)
    shown = [line for block in CODE_BLOCK.findall(text) for line in block.splitlines()]
    shown += INLINE_CODE.findall(CODE_BLOCK.sub("", text))
    for line in shown:
        if found := SHOWN.match(line.strip()):
            yield shlex.split(found[1])


def _with_a_value(command: click.Command) -> set[str]:
    """The options after which the next word is a value, not a command of the group."""
    options = [each for each in (*hudang.params, *command.params) if isinstance(each, click.Option)]
    taken = [each for each in options if not each.is_flag and isinstance(command, click.Group)]
    return {name for each in taken for name in each.opts}


def resolved(words: list[str]) -> str | None:
    """Return what is wrong with a command line as shown, None if nothing is."""
    command: click.Command = hudang
    known = {name for option in hudang.params for name in option.opts}
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word in ("|", ">", "…", "#", "&&"):
            return None
        if word.startswith("-"):
            # [--json] and --household=7 are ways to show an option.
            option = word.strip("[]").split("=")[0]
            if option not in known | {"--help", "-h", "--version"}:
                return f"{command.name} has no option {option}"
            if rest and option in _with_a_value(command):
                rest.pop(0)
        elif isinstance(command, click.Group):
            # `hudang backup FOLDER`: a group may stand for one of its commands.
            default = command.commands.get(getattr(command, "default", ""))
            if default and word not in command.commands:
                command, known = default, known | {n for o in default.params for n in o.opts}
                continue
            for name in word.split("|"):
                if name not in command.commands:
                    return f"{command.name} has no command {name}"
            if "|" in word:
                return None
            command = command.commands[word]
            known |= {name for option in command.params for name in option.opts}
    return None


@pytest.mark.parametrize("page", [page for page in PAGES if page.name != "cli.md"], ids=named)
def test_every_command_that_is_shown_exists(page: Path) -> None:
    wrong = [(words, why) for words in commands_in(page) if (why := resolved(words))]

    assert not wrong


def test_a_command_that_does_not_exist_would_be_noticed() -> None:
    assert resolved(["review", "fly"]) == "review has no command fly"
    assert resolved(["search", "x", "--nope"]) == "search has no option --nope"


@pytest.mark.parametrize("page", [README, ROOT / "CONTRIBUTING.md"], ids=named)
def test_every_make_target_that_is_shown_exists(page: Path) -> None:
    targets = set(re.findall(r"^([\w-]+):", text_of(ROOT / "Makefile"), re.M))
    text = text_of(page)
    shown = set(re.findall(r"(?:^|`)make ([\w-]+)", text, re.M))

    assert shown
    assert shown <= targets


def test_the_page_of_documents_is_current() -> None:
    made = [sys.executable, str(DOCS / "make_documents.py"), "--check"]
    done = subprocess.run(made, check=False)

    assert done.returncode == 0, "run: python docs/make_documents.py"
    assert "docs/documents.md" in text_of(README)


def test_the_glossary_has_every_type_of_paper_that_is_read() -> None:
    text = text_of(DOCS / "glossary.md")

    assert [name for name, form in FORMS.items() if form.is_read and f"`{name}`" not in text] == []


# -- links --------------------------------------------------------------------------------------


def anchors_of(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", CODE_BLOCK.sub("", text_of(page)), re.M)
    plain = (re.sub(r"[^\w\s-]", "", heading.lower()).strip() for heading in headings)
    return {heading.replace(" ", "-") for heading in plain}


def broken_links(page: Path) -> Iterator[str]:
    text = INLINE_CODE.sub("", CODE_BLOCK.sub("", text_of(page)))
    for link in LINK.findall(text):
        if re.match(r"https?://|mailto:", link):
            continue
        path, _hash, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        is_there = target.exists() and target.is_relative_to(ROOT)
        if not is_there or (anchor and anchor not in anchors_of(target)):
            yield link


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_links_between_pages_resolve(page: Path) -> None:
    assert list(broken_links(page)) == []


def test_every_decision_is_in_the_list_of_decisions() -> None:
    listed = text_of(DOCS / "decisions" / "README.md")
    pages = sorted(page.name for page in (DOCS / "decisions").glob("[0-9]*.md"))

    assert len(pages) >= 9
    assert [name for name in pages if f"({name})" not in listed] == []


# -- libraries ----------------------------------------------------------------------------------


def distribution(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    assert found
    return found[0]


def test_every_library_is_named_with_its_licence_and_no_other() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))
    page = text_of(DOCS / "decisions" / "0009-libraries.md")
    rows = re.findall(r"^\| ([\w.-]+) \| ([^|]+) \| [^|]+ \|$", page, re.M)
    licences = {name: licence for name, licence in rows if not name.startswith("-")}
    licences.pop("package")

    assert set(licences) == {distribution(one) for one in project["project"]["dependencies"]}
    assert [name for name, licence in licences.items() if re.search(r"\bA?GPL", licence)] == []


def test_every_development_library_is_named() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))
    page = text_of(DOCS / "decisions" / "0009-libraries.md")

    missing = {
        name
        for one in project["dependency-groups"]["dev"]
        if not re.search(rf"\b{re.escape(name := distribution(one))} \(", page)
    }
    assert not missing


# -- what must not stand in the repository ------------------------------------------------------


def texts() -> Iterator[Path]:
    """Yield every text file of the repository."""
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in FOREIGN | MADE]
        for name in files:
            path = Path(folder, name)
            if name not in FOREIGN and path.suffix in TEXT and path.stat().st_size < 1_000_000:
                yield path


def test_no_text_names_a_machines_folders_or_a_registrys_host() -> None:
    found = []
    for path in texts():
        try:
            text = text_of(path)
        except UnicodeDecodeError:
            continue
        for pattern in (MACHINE_PATHS, HOSTS):
            found += [(named(path), hit[0]) for hit in pattern.finditer(text)]
        if path.suffix == ".md":
            found += [(named(path), hit[0]) for hit in TEMPORARY_PATHS.finditer(text)]

    assert not found


def test_the_page_of_kinds_of_facts_is_current() -> None:
    done = subprocess.run([sys.executable, str(DOCS / "make_kinds.py"), "--check"], check=False)

    assert done.returncode == 0, "run: python docs/make_kinds.py"
