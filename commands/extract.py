"""What is read of a paper: `extract`, and how a reading is shown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from commands.desk import BAD_INPUT, as_json, as_json_option, here, opened, say, table, tell
from commands.language import spoken_language
from commands.trail import seen
from extractors.wording import _, language_in_use


@click.command(help=_("Read FILE and print what it says; files nothing."))
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@as_json_option
@here
def extract(context: click.Context, file: Path, wants_json: bool) -> None:
    from dataclasses import replace

    from archive import learning, reasons, settings
    from archive.workspace import Workspace
    from extractors.child import ReaderPool
    from extractors.outcome import ReadDone
    from extractors.reading import Problem, Reading

    # Any folder will do: settings are taken from a workspace if we stand in one.
    folder = context.find_root().obj
    chosen = settings.load(folder / settings.FILE_NAME)
    rules = learning.usable(Workspace(folder, chosen))
    reads = replace(chosen.reading, language=spoken_language(), rules=rules)
    with ReaderPool(reads) as readers:
        outcome = readers.submit(file).result()
    if isinstance(outcome, ReadDone):
        reading = outcome.reading
    else:
        why = Problem(None, outcome.code, reasons.sentence(outcome.code))
        reading = Reading(doc_type=None, language=None, pages=0, ocr=False, problems=(why,))
    if (folder / settings.FILE_NAME).is_file():
        _note_extract(context, file)
    if wants_json:
        as_json(reading.to_json(explain=False))
    elif isinstance(outcome, ReadDone):
        print_reading(reading)
    if not isinstance(outcome, ReadDone):
        tell(f"{file}: {why.message}")
        raise SystemExit(BAD_INPUT)


def _note_extract(context: click.Context, file: Path) -> None:
    """Note that a paper was read: a filed one by its id, another by its digest."""
    from archive import documents, fsio
    from archive.database import reading

    workspace = opened(context)
    digest = fsio.sha256_of(file)
    with reading(workspace.engine) as connection:
        filed = documents.by_sha256(connection, [digest]).get(digest)
    about = f"document:{filed.id}" if filed else f"file:{digest[:16]}"
    seen(workspace, "paper.extract", about)


def print_reading(reading: Any) -> None:
    """Print what was read: of one paper, or of each paper of a scan."""
    if not reading.parts:
        _print_paper(reading)
        return
    say(
        _("A scan of {count} papers, pages: {pages}").format(
            count=len(reading.parts), pages=reading.pages
        )
    )
    _print_cuts(reading.parts)
    for problem in reading.problems:
        if problem.field is None:
            say(f"! {problem.message}")
    for number, part in enumerate(reading.parts, start=1):
        say()
        say(f"[{number}]")
        _print_paper(part.reading)


def _print_cuts(parts: Sequence[Any]) -> None:
    """Print where each paper of a scan begins, how sure that is, and why."""
    from extractors.papers import pages_text

    words = {
        "title": _("title at the top"),
        "other": _("title of an unknown form"),
        "numbering": _("page numbers begin again"),
        "blank_page": _("after a blank page"),
        "party": _("another person"),
        "person": _("decided by a person"),
        "separator": _("separator sheet before it"),
        "label": _("label on it"),
    }
    table(
        (_("paper"), _("pages"), _("type"), _("confidence"), _("why")),
        [
            (
                number,
                pages_text(part.pages),
                type_word(part.reading.doc_type),
                f"{part.confidence:.2f}",
                ", ".join(words.get(code, code) for code in part.why),
            )
            for number, part in enumerate(parts, start=1)
        ],
        right=(0, 3),
    )


def type_word(doc_type: str | None) -> str:
    """Return what a type of paper is called in the language in use."""
    from extractors.forms import ALL

    form = ALL.get(doc_type or "")
    return form.title(language_in_use()) if form else _("unknown")


def _print_paper(reading: Any) -> None:
    from extractors.forms import ALL
    from extractors.papers import pages_text

    form = ALL.get(reading.doc_type or "")
    say(
        _("{title}, pages: {pages}, language: {language}").format(
            title=type_word(reading.doc_type),
            pages=reading.pages,
            language=reading.language or "-",
        )
    )
    if reading.copies:
        say(
            _("The same paper {count} times; pages: {pages}").format(
                count=len(reading.copies),
                pages=", ".join(pages_text(pages) for pages in reading.copies),
            )
        )
    rows = [
        (
            f"{name} {_label(form, name, reading.language)}",
            _covered(name, found.text),
            _covered(name, _shown(found.value)),
            found.page or "",
            f"{found.confidence:.2f}",
        )
        for name, values in reading.fields.items()
        for found in values
    ]
    heads = (_("field"), _("as printed"), _("value"), _("page"), _("confidence"))
    if rows:
        table(heads, rows, right=(3, 4))
    for problem in reading.problems:
        say(f"! {problem.field or ''} {problem.message}")


def _covered(name: str, text: str) -> str:
    """Return a value as a screen may show it: numbers that name a person are masked."""
    from extractors.personal import mask, mask_identity

    return mask_identity(text) if name in ("id_number", "uscc", "phone") else mask(text)


def _label(form: Any, name: str, language: str | None) -> str:
    """Return what a Chinese paper calls a field; labels of other languages are kept folded."""
    if language != "zh":
        return ""
    labels = (label for field in form.fields if field.name == name for label in field.labels.zh)
    return next(labels, "")


def _shown(value: Any) -> str:
    from extractors.reading import value_to_json

    plain = value_to_json(value)
    return " ".join(str(part) for part in plain.values()) if isinstance(plain, dict) else str(plain)


COMMANDS = (extract,)
