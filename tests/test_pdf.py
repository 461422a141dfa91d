"""PDF by LibreOffice: there or not, in time or not; and what a print file looks like in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import xml.dom.minidom
from pathlib import Path

import pypdfium2
import pytest
from pylopdf_fonts_zh_cn import sans_path

from templates import pdf, pdf_fonts
from templates.pdf import NoConverter, NotConverted
from tests.batch_run import made

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


def stand_in(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a `soffice` that does `script` on the path; OUT is its folder for PDFs."""
    program = folder / "bin" / "soffice"
    program.parent.mkdir()
    find = 'while [ "$1" != --outdir ]; do shift; done; OUT="$2"; shift 2; mkdir -p "$OUT"'
    program.write_text(f"#!/bin/sh\n{find}\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    return program


def one_page() -> bytes:
    document = pypdfium2.PdfDocument.new()
    document.new_page(100, 100)
    folder = Path(os.environ.get("TMPDIR", "/tmp"))  # noqa: S108
    path = folder / f"one-page-{os.getpid()}.pdf"
    document.save(path)
    data = path.read_bytes()
    path.unlink()
    return data


def document(folder: Path, name: str = "提示函.docx") -> Path:
    path = folder / name
    path.write_bytes(b"PK")
    return path


def test_without_libreoffice_the_message_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(pdf, "_USUAL_PLACES", ())

    with pytest.raises(NoConverter, match="Word or WPS"):
        pdf.beside([document(tmp_path)])


@POSIX
def test_the_pdf_lies_beside_its_document_and_is_made_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.pdf").write_bytes(one_page())
    copy = f'cp {tmp_path}/page.pdf "$OUT/$(basename "$f" .docx).pdf"'
    stand_in(tmp_path, f"echo run >> {tmp_path}/runs; for f; do {copy}; done", monkeypatch)
    both = [document(tmp_path), document(tmp_path, "--help.docx")]

    first = pdf.beside(both)
    again = pdf.beside(both)

    assert first == again == [one.with_suffix(".pdf") for one in both]
    assert all(one.read_bytes().startswith(b"%PDF") for one in first)
    assert (tmp_path / "runs").read_text().count("run") == 1


@POSIX
def test_a_converter_that_hangs_is_ended_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, f"sleep 600 & echo $! > {tmp_path}/pid; wait", monkeypatch)

    with pytest.raises(NotConverted, match="no PDF was made"):
        pdf.beside([document(tmp_path)], limit_s=1)

    child = int((tmp_path / "pid").read_text())
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(child)], capture_output=True, check=False
    )
    assert state.stdout.strip()[:1] in (b"", b"Z")
    assert not (tmp_path / "提示函.pdf").exists()


@POSIX
@pytest.mark.parametrize("what", ["true", 'echo rubbish > "$OUT/00001.pdf"'])
def test_what_is_no_pdf_is_never_placed(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, what, monkeypatch)

    with pytest.raises(NotConverted, match="提示函"):
        pdf.beside([document(tmp_path)])

    assert not (tmp_path / "提示函.pdf").exists()


def test_every_font_of_our_templates_has_something_like_it() -> None:
    from templates.build.package import _FONTS

    config = xml.dom.minidom.parseString(pdf_fonts.fontconfig().split("?>", 1)[1])  # noqa: S318

    named = {
        alias.getElementsByTagName("family")[0].firstChild.data  # type: ignore[union-attr]
        for alias in config.getElementsByTagName("alias")
    }
    assert {*_FONTS, *_FONTS.values(), "Times New Roman"} <= named
    folders = [one.firstChild.data for one in config.getElementsByTagName("dir")]  # type: ignore[union-attr]
    assert str(Path(sans_path()).parent) in folders


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_each_notice_with_its_own_header_and_pages_from_one(
    tmp_path: Path,
) -> None:
    batch = made(tmp_path, 3)

    (printed,) = pdf.beside([batch.files[0].path])

    with pypdfium2.PdfDocument(printed) as opened:
        pages = [page.get_textpage().get_text_bounded() for page in opened]
    assert len(pages) == 6
    for number, page in enumerate(pages):
        assert f"编号 TS-202601-0000{number // 2 + 1}" in " ".join(page.split())
        assert f"— {number % 2 + 1} —" in page
