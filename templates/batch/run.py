"""Making a batch: print files of so many notices each, restartable after a crash at any moment.

A print file counts when its list lies beside it; the list is placed last. The second run works the
notices out again, leaves alone what is there and the same, and goes on with the rest.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path

from archive import faults, fsio
from extractors import host
from extractors.wording import _
from templates.batch import listing, record
from templates.batch.listing import Notice
from templates.batch.printing import Printer
from templates.batch.record import Asked, Record

# 1,000 pages of two-page notices: Word opens it in seconds, and a jam at the printer costs little.
PER_FILE = 500
_MAKING = ".making"


class BatchChanged(Exception):
    """What a batch was begun with is not what there is now."""


class FileChanged(Exception):
    """A finished print file is not what was made."""


class BatchRunning(Exception):
    """Another process is making the same batch."""


class NoNotices(Exception):
    """There is nothing to notify anyone of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintFile:
    """A finished print file with its list. first, last: the notices in it, counted from 1."""

    path: Path
    list_path: Path
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A finished batch."""

    folder: Path
    files: tuple[PrintFile, ...]
    notices: int


def run(
    out: Path,
    asked: Asked,
    printer: Printer,
    notices: Callable[[], Iterable[Notice]],
    *,
    afresh: bool = False,
    progress: Callable[[int], None] = lambda _done: None,
) -> Batch:
    """Make the batch, or go on with it where the last run ended.

    notices   works them all out, always in the same order; called once more where a finished
              batch has to be made anew
    afresh    begin a new batch, whatever was begun before
    progress  told how many notices are done

    Raises NoNotices, BatchChanged (an unfinished batch was begun with other facts or another
    template), BatchRunning, FileChanged, NotJoinable, RenderingFailed, TemplateInvalid.
    """
    about = [printer.title, asked.span, asked.known_on.replace("-", "")]
    stem = "_".join(part for part in about if part)
    folder, known = _folder(out, stem, asked, afresh=afresh)
    try:
        return _made(folder, known, asked, printer, notices, progress)
    except NoNotices:
        if known is None:
            # Nothing was asked for after all: no empty folder is left to wonder at.
            fsio.discard(folder)
        raise
    except BatchChanged:
        if known is None or not known.finished:
            raise
    # It was finished and perhaps sent; what has changed since makes another batch.
    folder, _known = _folder(out, stem, asked, afresh=True)
    return _made(folder, None, asked, printer, notices, progress)


def _folder(out: Path, stem: str, asked: Asked, *, afresh: bool) -> tuple[Path, Record | None]:
    """Return the folder of the last batch asked for in the same way, else one not used yet."""
    number, last = 1, None
    while (folder := out / f"{stem}-{number:04d}").exists():
        known = record.read(folder)
        if known is None or known.asked == asked:
            last = folder, known
        number += 1
    if last is None or (afresh and last[1] is not None):
        fsio.make_folder(folder)
        return folder, None
    return last


def _made(
    folder: Path,
    known: Record | None,
    asked: Asked,
    printer: Printer,
    notices: Callable[[], Iterable[Notice]],
    progress: Callable[[int], None],
) -> Batch:
    with _alone(folder):
        fsio.discard(folder / _MAKING)
        if known is None:
            record.begin(folder, asked, printer.template_sha256)
            faults.point("batch.begun")
        elif known.template_sha256 != printer.template_sha256:
            raise BatchChanged(_other_template(folder))
        files: list[PrintFile] = []
        done = 0
        for chunk in _chunks(notices(), asked.per_file):
            file = _file(folder, printer.title, done + 1, done + len(chunk))
            if known is not None and known.finished and not file.list_path.exists():
                raise BatchChanged(_other_notices(folder))
            if not _is_done(file, chunk):
                _make(file, chunk, asked, printer)
            files.append(file)
            done = file.last
            progress(done)
        if not files:
            raise NoNotices(_("There is nothing to draft: no loan or file calls for it."))
        beyond = {one.name for one in folder.glob(f"{printer.title}_*.{listing.NAME}")}
        if beyond - {one.list_path.name for one in files}:
            raise BatchChanged(_other_notices(folder))
        noted = record.read(folder)
        assert noted is not None, "noted when it began"  # noqa: S101
        record.finish(folder, noted, done, [one.path.name for one in files])
    return Batch(folder=folder, files=tuple(files), notices=done)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    try:
        with host.lock(folder / record.NAME, wait=False):
            yield
    except host.Busy as cause:
        raise BatchRunning(
            _("Another program is making the batch in {folder}; wait until it is done.").format(
                folder=folder
            )
        ) from cause


def _chunks(notices: Iterable[Notice], size: int) -> Iterator[list[Notice]]:
    waiting = iter(notices)
    while chunk := list(islice(waiting, size)):
        yield chunk


def _file(folder: Path, title: str, first: int, last: int) -> PrintFile:
    stem = f"{title}_{first:05d}-{last:05d}"
    return PrintFile(
        path=folder / f"{stem}.docx",
        list_path=folder / f"{stem}.{listing.NAME}",
        first=first,
        last=last,
    )


def _is_done(file: PrintFile, notices: Sequence[Notice]) -> bool:
    """Whether the print file is there, as it was made, with these notices.

    Raises BatchChanged where it has others, FileChanged where somebody wrote in it.
    """
    if not file.list_path.exists():
        stem, _dash, _last = file.list_path.name.rpartition("-")
        if any(file.list_path.parent.glob(f"{stem}-*.{listing.NAME}")):
            raise BatchChanged(_other_notices(file.path.parent))
        return False
    try:
        head, *lines = [json.loads(line) for line in file.list_path.read_bytes().splitlines()]
        numbers = [line["number"] for line in lines]
        digest = head["sha256"]
    except (ValueError, KeyError, TypeError) as cause:
        raise FileChanged(_touched(file.list_path)) from cause
    if numbers != [one.number for one in notices]:
        raise BatchChanged(_other_notices(file.path.parent))
    if not file.path.exists():
        return False
    if fsio.sha256_of(file.path) != digest:
        raise FileChanged(_touched(file.path))
    return True


def _make(file: PrintFile, notices: Sequence[Notice], asked: Asked, printer: Printer) -> None:
    """Write the print file and its list; the list, which makes it count, is placed last."""
    made = printer.print([one.values for one in notices], asked.separate)
    faults.point("batch.filled")
    beside = listing.listing(
        notices,
        kind=asked.kind,
        signed_type=printer.signed_type,
        language=asked.language,
        as_of=asked.as_of,
        known_on=asked.known_on,
        file=file.path.name,
        sha256=sha256(made.joined).hexdigest(),
    )
    each = {
        f"{place:05d}_{notice.about}.docx": content
        for place, (notice, content) in enumerate(
            zip(notices, made.separate, strict=False), file.first
        )
    }
    staging = file.path.parent / _MAKING
    fsio.make_folder(staging / "each")
    fsio.write_together(staging, {"joined": made.joined, "list": beside})
    if each:
        fsio.write_together(staging / "each", each)
        target = file.path.with_suffix("")
        fsio.discard(target)
        fsio.move(staging / "each", target)
    faults.point("batch.written")
    folder = file.path.parent
    fsio.replace(staging / "joined", file.path)
    fsio.sync_folder(folder)
    faults.point("batch.placed")
    fsio.replace(staging / "list", file.list_path)
    fsio.sync_folder(folder)
    fsio.discard(staging)


def _other_notices(folder: Path) -> str:
    return _(
        "The ledger now gives other notices than when the batch in {folder} was begun. Do not send "
        "what is printed of it; make a new batch with --afresh."
    ).format(folder=folder)


def _other_template(folder: Path) -> str:
    return _(
        "The template is not the one with which the batch in {folder} was begun. Do not send what "
        "is printed of it; make a new batch with --afresh."
    ).format(folder=folder)


def _touched(path: Path) -> str:
    return _(
        "{file} was changed after it was made. Move it to another folder and run the command "
        "again, or begin a new batch with --afresh."
    ).format(file=path)
