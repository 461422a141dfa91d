"""The Chinese and Spanish catalogues are complete and say what the code says.

After a change of messages run `make translations`, then translate what it lists.
"""

from __future__ import annotations

import re
import string
import subprocess
import sys
from collections.abc import Iterator, Sequence

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo

from cli import hudang
from translations.update import (
    CLICKS,
    LOCALES,
    OURS,
    catalogue_path,
    collected,
    stored,
    untranslated,
    updated,
)

# Words of the command line, of settings and of templates: the same in every language.
LITERALS = re.compile(
    r"hudang (?:(?:household|ledger|review|tasks|templates) )?[a-z]+|--[a-z-]+|[A-Z]+=[A-Z]+"
    r"|[a-z_]+\.(?:toml|log)|\.(?:xlsx|docx)|[a-z]+/|(?<=raise )[a-z_]+|\{%\w+ %\}"
)
# A command that somebody is told to run.
GROUPS = "household|ledger|review|tasks|templates"
COMMAND = re.compile(rf"hudang (?:-w \S+ )?((?:(?:{GROUPS}) )?[a-z]+)")
# Words that begin a line about a file: "filed      {name} → {place}".
EVENT = re.compile(r"(\S+(?: \S+)?) {2,}\{")
# Chinese characters, and the full-width signs that are only written among them.
CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
HAN = re.compile(r"[\u3400-\u9fff]")
# The name of a method, the same in every language.
NAMES = {"sha256"}


@pytest.fixture(scope="module")
def messages() -> Catalog:
    return collected()


def translated(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield each translation there is with the form of the message it stands for."""
    for message in catalog:
        said, forms = texts(message.id), texts(message.string)
        if message.id and all(forms):
            # A language without plural forms has one for the many.
            yield from zip(said[-len(forms) :], forms, strict=True)


def texts(text: str | Sequence[str] | None) -> tuple[str, ...]:
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def placeholders(text: str) -> list[str]:
    """Return the names in braces; text that is no format has none."""
    try:
        return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)
    except ValueError:
        return []


@pytest.mark.parametrize("locale", LOCALES)
def test_every_message_is_translated(locale: str, messages: Catalog) -> None:
    lagging = untranslated(updated(locale, messages))
    assert not lagging, "\n".join([f"{locale} lacks:", *lagging])


@pytest.mark.parametrize("locale", LOCALES)
def test_no_catalogue_keeps_what_the_code_no_longer_says(locale: str, messages: Catalog) -> None:
    said = {message.id for message in messages}
    stale = [message.id for message in stored(locale) if message.id not in said]
    assert not stale, f"{locale}: run make translations; no longer said: {stale}"


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("domain", [OURS, CLICKS])
def test_translations_fill_in_the_same_values(locale: str, domain: str) -> None:
    different = [
        (said, text)
        for said, text in translated(stored(locale, domain))
        if placeholders(said) != placeholders(text)
    ]
    assert not different


@pytest.mark.parametrize("locale", LOCALES)
def test_what_one_has_to_type_is_not_translated(locale: str) -> None:
    lost = [
        (literal, text)
        for said, text in translated(stored(locale))
        for literal in LITERALS.findall(said)
        if literal not in text
    ]
    assert not lost


@pytest.mark.parametrize("domain", [OURS, CLICKS])
def test_spanish_is_not_written_in_chinese(domain: str) -> None:
    chinese = [
        (said, text)
        for said, text in translated(stored("es", domain))
        if set(CHINESE.findall(text)) - set(CHINESE.findall(said))
    ]
    assert not chinese


@pytest.mark.parametrize("domain", [OURS, CLICKS])
def test_chinese_is_written_in_chinese(domain: str) -> None:
    foreign = [
        (said, text)
        for said, text in translated(stored("zh_CN", domain))
        if has_words(said) and said not in NAMES and not HAN.search(text)
    ]
    assert not foreign


def has_words(text: str) -> bool:
    """Whether a message says anything besides the values that are filled in."""
    return bool(re.search(r"[a-zA-Z]", re.sub(r"\{\w*\}|%\(\w+\)s", "", text)))


def test_commands_that_people_are_told_to_run_exist(messages: Catalog) -> None:
    advised = {
        command
        for message in messages
        for said in texts(message.id)
        for command in COMMAND.findall(said)
    }
    assert "review list" in advised
    assert sorted(command for command in advised if not exists(command)) == []


def exists(command: str) -> bool:
    found: click.Command | None = hudang
    for word in command.split():
        found = found.commands.get(word) if isinstance(found, click.Group) else None
    return found is not None


@pytest.mark.parametrize("locale", LOCALES)
def test_names_of_files_stand_below_each_other(locale: str) -> None:
    columns = {
        text.index("{"): text for said, text in translated(stored(locale)) if EVENT.match(said)
    }
    assert len(columns) == 1, columns


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("domain", [OURS, CLICKS])
def test_what_is_compiled_is_what_was_translated(locale: str, domain: str) -> None:
    path = catalogue_path(locale, domain)
    with path.with_suffix(".mo").open("rb") as file:
        compiled = read_mo(file)
    assert by_text(compiled) == by_text(stored(locale, domain)), f"{path}: run make translations"


def by_text(catalog: Catalog) -> dict[str, str]:
    return dict(translated(catalog))


def test_a_message_without_translation_is_named() -> None:
    catalog = Catalog(locale="es")
    catalog.add("Nothing is held.", string="No hay nada retenido.")
    catalog.add("Filed: {place}")
    catalog.add(("{n} paper", "{n} papers"), string=("{n} documento", ""))
    catalog.add("value", string="valor", flags=("fuzzy",))
    assert untranslated(catalog) == ["Filed: {place}", "('{n} paper', '{n} papers')", "value"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh_CN.UTF-8", ("用法:", "选项:", "显示本说明", "没有 'nonsense' 这个命令")),
        ("es_PE.UTF-8", ("Uso:", "Opciones:", "Mostrar esta ayuda", "No existe el comando")),
        ("fr_FR.UTF-8", ("Usage:", "Options:", "Show this message", "No such command 'nonsense'")),
    ],
)
def test_usage_is_explained_in_the_language_of_the_system(
    language: str, words: tuple[str, ...]
) -> None:
    shown = ""
    for argument in ("--help", "nonsense"):
        done = subprocess.run(
            [sys.executable, "-m", "cli", argument],
            check=False,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={"LANG": language, "PYTHONIOENCODING": "utf-8", "PATH": ""},
        )
        shown += done.stdout + done.stderr
    assert [word for word in words if word not in shown] == []
