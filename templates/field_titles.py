"""What people call the fields of documents: for messages about templates and missing values."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from extractors.wording import language_in_use

_FILE = Path(__file__).with_name("field_titles.toml")


@lru_cache(maxsize=1)
def titles() -> dict[str, dict[str, str]]:
    """Return the titles of fields, by language: {"borrower": {"zh": "借款人", …}}."""
    with _FILE.open("rb") as file:
        listed: dict[str, dict[str, str]] = tomllib.load(file)
    return listed


def title_of(name: str, language: str | None = None) -> str:
    """Return what a field is called in `language`, by default the one spoken; "" where unknown."""
    return titles().get(name, {}).get(language or language_in_use(), "")


def shown(name: str) -> str:
    """Return a field for a message: 借款人 (borrower), or its plain name."""
    title = title_of(name)
    return f"{title} ({name})" if title else name


def field_named(words: str, fields: Iterable[str]) -> str | None:
    """Return the one of `fields` that people call `words`, in any language; None where unsure."""
    called: dict[str, str] = {}
    for name in fields:
        for title in titles().get(name, {}).values():
            called.setdefault(title.casefold(), name)
    wanted = words.casefold()
    if wanted in called:
        return called[wanted]
    # An English name is looked for among English names; a Chinese one is short, so must be near.
    if wanted.isascii():
        return None
    near = difflib.get_close_matches(wanted, called, n=2, cutoff=0.6)
    meant = {called[one] for one in near}
    return meant.pop() if len(meant) == 1 else None
