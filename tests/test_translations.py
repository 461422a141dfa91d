"""The Chinese and Spanish catalogues are complete and say what the code says.

After a change of messages run `make translations`, then translate what it lists.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Sequence

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from translations.update import LOCALES, catalogue_path, collected, untranslated, updated

# Words of the command line, of settings and of templates: the same in every language.
LITERALS = re.compile(
    r"hudang (?:(?:household|ledger|review|templates) )?[a-z]+|--[a-z-]+|[A-Z]+=[A-Z]+"
    r"|[a-z_]+\.(?:toml|log)|\.(?:xlsx|docx)|[a-z]+/|(?<=raise )[a-z_]+|\{%\w+ %\}"
)
# Words that begin a line about a file: "filed      {name} → {place}".
EVENT = re.compile(r"(\S+(?: \S+)?) {2,}\{")


@pytest.fixture(scope="module")
def messages() -> Catalog:
    return collected()


def stored(locale: str) -> Catalog:
    with catalogue_path(locale).open("rb") as file:
        return read_po(file, locale=locale)


def translated(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield each translation with the form of the message it stands for."""
    for message in catalog:
        for text in texts(message.string) if message.id else ():
            yield texts(message.id)[-1], text


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
def test_translations_fill_in_the_same_values(locale: str) -> None:
    different = [
        (said, text)
        for said, text in translated(stored(locale))
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


@pytest.mark.parametrize("locale", LOCALES)
def test_names_of_files_stand_below_each_other(locale: str) -> None:
    columns = {
        text.index("{"): text for said, text in translated(stored(locale)) if EVENT.match(said)
    }
    assert len(columns) == 1, columns


@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_compiled_is_what_was_translated(locale: str) -> None:
    path = catalogue_path(locale)
    with path.with_suffix(".mo").open("rb") as file:
        compiled = read_mo(file)
    assert by_text(compiled) == by_text(stored(locale)), f"{path}: run make translations"


def by_text(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    return {texts(message.id)[0]: texts(message.string) for message in catalog if message.id}


def test_a_message_without_translation_is_named() -> None:
    catalog = Catalog(locale="es")
    catalog.add("Nothing is held.", string="No hay nada retenido.")
    catalog.add("Filed: {place}")
    catalog.add(("{n} paper", "{n} papers"), string=("{n} documento", ""))
    catalog.add("value", string="valor", flags=("fuzzy",))
    assert untranslated(catalog) == ["Filed: {place}", "('{n} paper', '{n} papers')", "value"]
