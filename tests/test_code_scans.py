"""Printed labels and separator sheets as scanners give them back, and a whole batch taken in."""

from __future__ import annotations

import io
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pypdfium2
import pytest
from numpy.typing import NDArray
from PIL import Image

from archive import documents
from archive.database import reading
from archive.documents import FiledDocument
from archive.intake import Intake
from archive.workspace import Workspace
from extractors.codes import FILE, PAPER, SEPARATOR, Code
from extractors.ocr.codes import codes_on, without
from extractors.ocr.engine import Image as Pixels
from extractors.outcome import ReadDone, ReadOutcome
from extractors.read import read
from extractors.settings import ReadingSettings
from templates.labels import Label, NothingToPrint, label_pdf, separator_pdf, sheet, sheets
from tests import archive_double
from tests.drawn_pages import CHINESE, page, stamp
from tests.test_sources_image import Camera

LABEL = Code(kind=PAPER, office="0001", household=123, item=7)
SHEET = Code(kind=SEPARATOR, office="0001", household=1)


def drawn(pdf: bytes, number: int = 0, dpi: int = 300) -> Image.Image:
    document = pypdfium2.PdfDocument(pdf)
    try:
        image: Image.Image = document[number].render(scale=dpi / 72).to_pil().convert("RGB")
        return image
    finally:
        document.close()


def labelled(code: Code) -> Image.Image:
    """A printed page at 200 dpi with a label of the smallest sheet stuck near its upper edge."""
    smallest = sheet("52x30")
    printed = drawn(label_pdf([Label(code, ("不动产登记证明",))], smallest), dpi=200)
    pixels = 200 / 25.4
    size = (round(smallest.width * pixels), round(smallest.height * pixels))
    made = page(CHINESE)
    made.paste(printed.crop((0, 0, *size)), (1050, 60))
    return made


def scanned(
    image: Image.Image,
    *,
    dpi: float = 200,
    turn: float = 0,
    noise: float = 0,
    contrast: float = 1,
    jpeg: int = 0,
    bilevel: bool = False,
    blur: float = 0,
) -> Pixels:
    """What a scanner makes of a page drawn at 200 dpi."""  # fmt: skip
    turned = image.rotate(turn, Image.Resampling.BICUBIC, expand=True, fillcolor="white")
    size = (round(turned.width * dpi / 200), round(turned.height * dpi / 200))
    pixels: NDArray[Any] = np.asarray(turned.resize(size, Image.Resampling.LANCZOS), np.float32)
    if blur:
        pixels = cv2.GaussianBlur(pixels, (0, 0), blur)
    pixels = 235 - (255 - pixels) * contrast
    pixels += np.random.default_rng(7).normal(0, noise, pixels.shape) if noise else 0
    made = np.clip(pixels, 0, 255).astype(np.uint8)
    if bilevel:
        made = np.where(made.mean(axis=2, keepdims=True) > 140, 255, 0).astype(np.uint8)
        made = np.repeat(made, 3, axis=2)
    if jpeg:
        held = io.BytesIO()
        Image.fromarray(made).save(held, "JPEG", quality=jpeg)
        made = np.asarray(Image.open(held).convert("RGB"))
    return np.ascontiguousarray(made)


DAMAGE = {
    "150 dpi": {"dpi": 150},
    "300 dpi": {"dpi": 300, "turn": 1},
    "askew": {"turn": -8, "noise": 10},
    "on its side": {"turn": 90},
    "on its head": {"turn": 181, "noise": 10},
    "noisy": {"turn": 2, "noise": 35},
    "faint": {"contrast": 0.25, "noise": 6},
    "packed hard": {"jpeg": 25, "turn": 1},
    "black and white": {"bilevel": True, "noise": 15, "turn": 1},
    "out of focus": {"blur": 1.5},
    "all of it": {"dpi": 150, "turn": 3, "noise": 12, "contrast": 0.6, "jpeg": 50},
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_the_smallest_label_is_read_from_a_bad_scan(damage: dict[str, float]) -> None:
    image = scanned(labelled(LABEL), **damage)  # type: ignore[arg-type]

    assert [one.text for one in codes_on(image)] == [LABEL.text]


def test_a_label_under_a_red_seal_is_read() -> None:
    image = stamp(labelled(LABEL), (1150, 170))

    assert [one.text for one in codes_on(scanned(image, turn=2, noise=10))] == [LABEL.text]


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_separator_sheet_is_read_from_a_bad_scan(damage: dict[str, float]) -> None:
    printed = drawn(separator_pdf([Label(SHEET, ("户号 000001",))]), dpi=200)
    image = scanned(stamp(printed, (800, 1000)), **damage)  # type: ignore[arg-type]

    assert {one.text for one in codes_on(image)} == {SHEET.text}


def test_a_sheet_with_two_of_its_corners_torn_off_is_still_read() -> None:
    printed = drawn(separator_pdf([Label(SHEET)]), dpi=200)
    printed.paste("white", (0, 0, printed.width, 1500))

    assert [one.text for one in codes_on(scanned(printed, turn=1))] == [SHEET.text]


def test_a_page_without_a_label_has_no_code_and_other_people_s_codes_are_not_kept() -> None:
    import segno

    foreign = segno.make("https://example.org/?id=110101199003070134", error="m")
    held = io.BytesIO()
    foreign.save(held, kind="png", scale=6)
    made = page(CHINESE)
    made.paste(Image.open(held), (1100, 1500))

    assert codes_on(np.asarray(page(CHINESE))) == []
    assert codes_on(np.asarray(made)) == []


def test_a_code_s_squares_are_not_given_to_the_reader_of_text() -> None:
    image = scanned(labelled(LABEL))
    camera = Camera()

    content, _reading = read(as_png(image), ReadingSettings(), camera)

    assert content.pages[0].codes == (LABEL.text,)
    [seen] = codes_on(image)
    left, top, right, bottom = seen.box
    assert all(shown[top:bottom, left:right].min() > 250 for shown in camera.shown)
    assert without(image, [seen])[top:bottom, left:right].min() == 255


def as_png(image: Pixels) -> bytes:
    held = io.BytesIO()
    Image.fromarray(image).save(held, "PNG", dpi=(200, 200))
    return held.getvalue()


def test_every_label_of_a_full_sheet_is_read_back() -> None:
    for name, chosen in sheets().items():
        wanted = [
            Label(
                Code(kind=FILE, office="0001", household=number), (f"户号 {number:06d}", "示例户")
            )
            for number in range(1, chosen.count + 2)
        ]
        pdf = label_pdf(wanted, chosen, skip=1)

        found = [
            one.text for number in (0, 1) for one in codes_on(np.asarray(drawn(pdf, number, 200)))
        ]
        assert sorted(found) == sorted(label.code.text for label in wanted), name


def test_labels_fit_their_sheet() -> None:
    for name, chosen in sheets().items():
        left, top = chosen.corner(chosen.count - 1)
        assert left + chosen.width <= 210.0, name
        assert top + chosen.height <= 297.0, name


def test_equal_labels_are_equal_bytes() -> None:
    wanted = [Label(LABEL, ("示例",))]

    assert label_pdf(wanted, sheet("63x38")) == label_pdf(wanted, sheet("63x38"))
    with pytest.raises(NothingToPrint):
        label_pdf([], sheet("63x38"))
    with pytest.raises(NothingToPrint):
        label_pdf(wanted, sheet("63x38"), skip=21)


class ScanReader:
    """Reads real files in this process; its engine reads no text, so only codes speak."""

    def submit(self, path: Path) -> Future[ReadOutcome]:
        future: Future[ReadOutcome] = Future()
        data = path.read_bytes()
        if data.startswith(b"{"):
            return archive_double.JsonReader().submit(path)
        content, said = read(data, ReadingSettings(), Camera())
        future.set_result(ReadDone(content, said))
        return future


def batch(*pages: Image.Image) -> bytes:
    held = io.BytesIO()
    shots = [Image.fromarray(scanned(one, turn=1.5, noise=12, jpeg=60)) for one in pages]
    shots[0].save(held, "PDF", save_all=True, append_images=shots[1:], resolution=200)
    return held.getvalue()


def sheet_page(household: int | None) -> Image.Image:
    code = Code(kind=SEPARATOR, office="0001", household=household)
    return drawn(separator_pdf([Label(code, ("户号",))]), dpi=200)


def take_in(workspace: Workspace) -> None:
    intake = Intake(workspace, ScanReader(), on_event=lambda _event: None)
    intake.start()
    archive_double.settle(intake)


def filed(workspace: Workspace, household_id: int | None) -> list[FiledDocument]:
    with reading(workspace.engine) as connection:
        return sorted(documents.documents_of(connection, household_id), key=lambda d: d.item_no)


def test_a_scanned_batch_files_itself_behind_its_separator_sheets(tmp_path: Path) -> None:
    workspace = archive_double.new_workspace(tmp_path / "w")
    for number, identity in enumerate(archive_double.IDS[:2], start=1):
        archive_double.drop(
            workspace, f"{number}.json",
            archive_double.paper(borrower=f"户{number}", id_number=identity),
        )  # fmt: skip
        take_in(workspace)
    data = batch(
        sheet_page(1), page(CHINESE), page(CHINESE[:5]), sheet_page(2), page(CHINESE[2:]),
        sheet_page(None),
    )  # fmt: skip

    archive_double.drop(workspace, "batch.pdf", data)
    take_in(workspace)

    [scan] = [one for one in filed(workspace, None) if one.part_of is None]
    assert documents.paper(workspace, scan).read_bytes() == data
    assert [one.part_pages for one in filed(workspace, 1)] == [None, "2-3"]
    assert [one.part_pages for one in filed(workspace, 2)] == [None, "5"]


def test_a_label_on_a_scanned_paper_files_it(tmp_path: Path) -> None:
    workspace = archive_double.new_workspace(tmp_path / "w")
    archive_double.drop(
        workspace, "1.json", archive_double.paper(borrower="户1", id_number=archive_double.IDS[0])
    )
    take_in(workspace)

    code = Code(kind=FILE, office="0001", household=1)
    archive_double.drop(workspace, "scan.png", as_png(scanned(labelled(code), turn=-3, noise=15)))
    take_in(workspace)

    assert [one.original_name for one in filed(workspace, 1)] == ["1.json", "scan.png"]
