"""A draft printed by LibreOffice, sealed, scanned at 200 dpi and taken in by the real reader."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import cv2
import numpy as np
import pypdfium2
import pytest
from PIL import Image

from archive import differing, documents, drafts, recovery
from archive.database import reading
from archive.intake import Intake
from archive.settings import InboxSettings
from archive.workspace import Workspace
from extractors.child import ReaderPool
from extractors.settings import ReadingSettings
from templates.build.code import PART
from templates.package import unpacked
from templates.shell import zipped
from tests.archive_double import settle
from tests.drafts import drafted
from tests.drawn_pages import stamp
from tests.tasks_ledger import made

pytestmark = [
    pytest.mark.slow,
    pytest.mark.ocr,
    pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed"),
]
AMOUNT = re.compile(r"50,000\.00")


def scanned(pdf: Path) -> bytes:
    """What a scanner makes of the printed pages: askew, noisy, a seal on the last."""
    pages = []
    document = pypdfium2.PdfDocument(pdf)
    for number in range(len(document)):
        image = document[number].render(scale=200 / 72).to_pil().convert("RGB")
        if number == len(document) - 1:
            image = stamp(image, (1100, 1500))
        image = image.rotate(0.6, Image.Resampling.BICUBIC, fillcolor="white")
        blurred = cv2.GaussianBlur(np.asarray(image, np.float32), (0, 0), 0.6)
        pixels = blurred + np.random.default_rng(number).normal(0, 8, blurred.shape)
        pages.append(Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)))
    document.close()
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=200, quality=75)
    return out.getvalue()


def altered(docx: bytes) -> bytes:
    """The draft with one digit of the first amount in its table changed, as a forger would."""
    parts = unpacked(docx, "draft")
    text = parts["word/document.xml"].decode()
    place = [found.start() for found in AMOUNT.finditer(text)][-1]
    parts["word/document.xml"] = (text[:place] + "8" + text[place + 1 :]).encode()
    return zipped(parts)


def without_code(docx: bytes) -> bytes:
    """The draft with a code that nobody can read."""
    parts = unpacked(docx, "draft")
    with Image.open(io.BytesIO(parts[PART])) as code:
        spoilt = io.BytesIO()
        Image.new("1", code.size, 1).save(spoilt, "PNG")
    return zipped(parts | {PART: spoilt.getvalue()})


def take_in(workspace: Workspace) -> None:
    with ReaderPool(ReadingSettings()) as reader, recovery.intake_lock(workspace):
        intake = Intake(workspace, reader, on_event=lambda _event: None)
        intake.start()
        settle(intake)


def test_signed_scans_are_filed_beside_their_draft_and_a_changed_digit_is_found(
    tmp_path: Path,
) -> None:
    office = made(tmp_path, {"逾期天数": 100, "五级分类": "次级", "到期日": date(2025, 9, 20)})
    quick = InboxSettings(quiet_seconds=0.0, scan_seconds=0.05, reserve_mb=0)
    workspace = Workspace(office.root, replace(office.settings, inbox=quick))
    draft = drafted(
        workspace, "collection-notice", household=1,
        as_of=date(2025, 12, 31), known_on=date(2099, 1, 5),
    )  # fmt: skip
    docx = draft.path.read_bytes()
    prints = {"honest": docx, "altered": altered(docx), "no-code": without_code(docx)}
    for name, content in prints.items():
        (tmp_path / f"{name}.docx").write_bytes(content)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/lo", "--headless", "--convert-to",
         "pdf", "--outdir", str(tmp_path), *(str(tmp_path / f"{n}.docx") for n in prints)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip

    for name in prints:
        (workspace.inbox / f"{name}.pdf").write_bytes(scanned(tmp_path / f"{name}.pdf"))
    take_in(workspace)

    with reading(workspace.engine) as connection:
        ids = drafts.signed_copies(connection, [draft.number])[draft.number]
        copies = {(one := documents.document(connection, each)).original_name: one for each in ids}
    assert sorted(copies) == ["altered.pdf", "honest.pdf", "no-code.pdf"]
    assert {(one.household_id, one.doc_type) for one in copies.values()} == {
        (1, "collection_notice")
    }
    [found] = differing.of_papers(workspace)
    assert found.copy.original_name == "altered.pdf"
    assert [(one.printed, one.read) for one in found.found] == [("50,000.00", "80,000.00")]
