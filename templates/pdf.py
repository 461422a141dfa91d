"""Word documents as PDF, by LibreOffice where it is installed: all of a batch in one process.

Each call has a LibreOffice of its own (its profile is a temporary folder), a limit of time, no
network, and fonts by `pdf_fonts`, so that pages look the same on every machine.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdfium2

from archive import fsio
from extractors import host
from extractors.wording import _
from templates.pdf_fonts import fontconfig
from templates.word_fields.printing import copy_to_print

# LibreOffice lays out 40 pages a second on a quiet machine; a slow one may take ten times as long.
_LEAST_S = 120
_SECONDS_PER_BYTE = 1 / 2_000
_LOOK_S = 0.2
_ROOT = Path(__file__).parent.parent
_USUAL_PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)


class NoConverter(Exception):
    """LibreOffice is not installed."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "No PDF was made: LibreOffice is not installed on this machine. The Word documents "
                "are complete; open them in Word or WPS and save them as PDF."
            )
        )


class NotConverted(Exception):
    """LibreOffice gave no sound PDF."""


def converter() -> Path | None:
    """Return LibreOffice's program, or None."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return Path(found)
    return next((Path(place) for place in _USUAL_PLACES if Path(place).is_file()), None)


def beside(
    documents: Sequence[Path],
    *,
    progress: Callable[[int], None] = lambda _done: None,
    limit_s: float | None = None,
) -> list[Path]:
    """Write each document's PDF beside it, under its name; return them.

    A PDF that is newer than its document is left as it is.
    limit_s   most seconds for all of them; by default by their size
    progress  told how many are done
    Raises NoConverter, NotConverted.
    """
    program = converter()
    if program is None:
        raise NoConverter
    targets = {document: document.with_suffix(".pdf") for document in documents}
    stale = [one for one, target in targets.items() if not _is_newer(target, one)]
    done = len(documents) - len(stale)
    progress(done)
    if stale:
        with tempfile.TemporaryDirectory(prefix="hudang-pdf-") as name:
            folder = Path(name)
            _convert(program, stale, folder, lambda more: progress(done + more), limit_s)
            for number, document in enumerate(stale, 1):
                _place(_pdf(folder, number), document, targets[document])
    return list(targets.values())


def _is_newer(pdf: Path, document: Path) -> bool:
    try:
        return pdf.stat().st_mtime_ns >= document.stat().st_mtime_ns
    except FileNotFoundError:
        return False


def _pdf(folder: Path, number: int) -> Path:
    return folder / "out" / f"{number:05d}.pdf"


def _convert(
    program: Path,
    documents: Sequence[Path],
    folder: Path,
    progress: Callable[[int], None],
    limit_s: float | None,
) -> None:
    """Let LibreOffice write a PDF for each document that it can read."""
    named = []
    for number, document in enumerate(documents, 1):
        # Under a number: two documents may have the same name, and a name may look like an option.
        named.append(folder / f"{number:05d}.docx")
        copy_to_print(document, named[-1])
    (folder / "fonts.conf").write_text(fontconfig(), encoding="utf-8")
    if limit_s is None:
        limit_s = _LEAST_S + _SECONDS_PER_BYTE * sum(one.stat().st_size for one in named)
    arguments = [
        str(program), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
        "--norestore", "--nolockcheck", "--convert-to", "pdf", "--outdir", str(folder / "out"),
        *map(str, named),
    ]  # fmt: skip
    process = subprocess.Popen(  # noqa: S603 - the converter found on this machine
        _apart(arguments),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=_ROOT,
        env=os.environ | {"FONTCONFIG_FILE": str(folder / "fonts.conf")},
        **host.start_group(),
    )
    until = time.monotonic() + limit_s
    try:
        while process.poll() is None:
            if time.monotonic() > until:
                raise NotConverted(
                    _("LibreOffice took more than {seconds} seconds: no PDF was made.").format(
                        seconds=round(limit_s)
                    )
                )
            time.sleep(_LOOK_S)
            # The last one may still be being written.
            progress(max(0, len(list((folder / "out").glob("*.pdf"))) - 1))
    finally:
        host.kill_group(process.pid)
        process.wait()


def _apart(command: list[str]) -> list[str]:
    if sys.platform == "win32":
        return command
    return [sys.executable, "-m", "templates.pdf_child", *command]


def _place(made: Path, document: Path, target: Path) -> None:
    """Give a PDF that can be opened its place; what is there of an older one goes."""
    try:
        with pypdfium2.PdfDocument(made) as pdf:
            pages = len(pdf)
    except (OSError, pypdfium2.PdfiumError):
        pages = 0
    if not pages:
        raise NotConverted(
            _(
                "LibreOffice made no PDF of {file}; open it in Word or WPS and save it as PDF."
            ).format(file=document)
        )
    staged = target.with_name(f".{target.name}")
    fsio.discard(staged)
    fsio.copy_durably(made, staged)
    fsio.replace(staged, target)
    fsio.sync_folder(target.parent)
