"""Collect the messages of the code, bring the catalogues up to date, compile them.

python -m translations.update            collect, update hudang.po, compile the .mo files
python -m translations.update --check    say what lags; exit 1 if anything does
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
# Our own words, and the command line library's, by the names it looks for. Of the library's only
# those are translated, by hand, that people meet; they differ a little from version to version.
OURS, CLICKS = "hudang", "messages"
# The languages that must be complete; English is in the code.
LOCALES = ("zh_CN", "es")
CODE = ("archive", "commands", "extractors", "indexer", "ledger", "templates", "samples", "web")
# Headers of Babel's that nobody reads, some with the time or the version of Babel in them.
IDLE = (
    b'"Project-Id-Version',
    b'"POT-Creation-Date',
    b'"PO-Revision-Date',
    b'"Report-Msgid-Bugs-To',
    b'"Last-Translator',
    b'"Language-Team',
    b'"Generated-By',
)
NO_TIME = datetime(1980, 1, 1, tzinfo=UTC)
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}


def collected() -> Catalog:
    """Return all messages of the code, with the files they stand in."""
    catalog = Catalog(project="hudang", charset="utf-8")
    for folder in (*CODE, "."):
        method = [("cli.py" if folder == "." else "**.py", "python")]
        found = extract_from_dir(
            ROOT / folder,
            method,
            keywords=KEYWORDS,
            comment_tags=("Translators:",),
            directory_filter=(lambda _path: False) if folder == "." else None,
        )
        for name, _line, message, comments, _context in found:
            place = name if folder == "." else f"{folder}/{name}"
            # Line numbers change with every edit and say nothing to a translator.
            catalog.add(message, locations=[(place, 0)], auto_comments=comments)
    return catalog


def catalogue_path(locale: str, domain: str = OURS) -> Path:
    """Return the catalogue of a locale."""
    return HERE / locale / "LC_MESSAGES" / f"{domain}.po"


def stored(locale: str, domain: str = OURS) -> Catalog:
    """Return the catalogue of a locale as it is; an empty one where there is none yet."""
    path = catalogue_path(locale, domain)
    if path.exists():
        with path.open("rb") as file:
            catalog = read_po(file, locale=locale)
    else:
        catalog = Catalog(locale=locale, charset="utf-8", fuzzy=False)
    catalog.header_comment = f"# What hudang says to people, {locale}."
    catalog.project, catalog.version = "hudang", ""
    # The time of the run would make every run a change.
    catalog.creation_date = catalog.revision_date = NO_TIME
    return catalog


def updated(locale: str, messages: Catalog) -> Catalog:
    """Return the catalogue of a locale with the messages of the code, translations kept."""
    catalog = stored(locale)
    catalog.update(messages, no_fuzzy_matching=True)
    catalog.creation_date = NO_TIME
    catalog.obsolete.clear()
    return catalog


def untranslated(catalog: Catalog) -> list[str]:
    """Return the messages that have no translation, or one that is only guessed."""
    return [
        str(message.id)
        for message in catalog
        if message.id and (message.fuzzy or not all(_forms(message.string)))
    ]


def _forms(string: str | Sequence[str] | None) -> Sequence[str]:
    """Return the translations of a message, one for each plural form."""
    return (string or "",) if isinstance(string, str | None) else string


def as_po(catalog: Catalog) -> bytes:
    """Return a .po file, in the order of the messages' text so that differences stay small."""
    out = io.BytesIO()
    write_po(out, catalog, width=100, omit_header=False, sort_output=True, no_location=False)
    return b"\n".join(line for line in out.getvalue().splitlines() if not _is_idle(line)) + b"\n"


def _is_idle(line: bytes) -> bool:
    """Whether a line of the header says nothing to anybody."""
    return line.startswith(IDLE)


def as_mo(catalog: Catalog) -> bytes:
    """Return a .mo file."""
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def write(path: Path, catalog: Catalog) -> None:
    """Write a catalogue and what it compiles to."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(as_po(catalog))
    path.with_suffix(".mo").write_bytes(as_mo(catalog))


def main() -> int:
    """Update or check all catalogues; return the exit code."""
    messages = collected()
    lagging = 0
    for locale in LOCALES:
        catalog = updated(locale, messages)
        missing = untranslated(catalog)
        lagging += len(missing)
        sys.stdout.write(f"{locale}: {len(catalog)} messages, {len(missing)} without translation\n")
        for message in missing:
            sys.stdout.write(f"  {message!r}\n")
        if "--check" not in sys.argv[1:]:
            write(catalogue_path(locale), catalog)
            write(catalogue_path(locale, CLICKS), stored(locale, CLICKS))
    return 1 if lagging else 0


if __name__ == "__main__":
    sys.exit(main())
