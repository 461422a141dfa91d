"""Papers as scans: clean ones, and ones with every fault that a copier, a stamp or a fax adds."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from random import Random

from PIL import Image

from benchmarks.accuracy.facts import TOWNS
from benchmarks.accuracy.sheet import Sheet
from benchmarks.accuracy.typeset import HEIGHT, WIDTH, lay, pdf_of
from extractors.content import Box
from samples.make.scan import Scanner, Seal, draw, image_pdf, jpeg, scanned, stamped, tiff

FAULTS = ("skew", "noise", "blur", "seal", "shade", "fax", "faint", "turned")


@dataclass(frozen=True, slots=True)
class Scan:
    """A scanned paper.

    skew    degrees counter-clockwise by which the print lies turned on the page
    fault   what was done to it, "" for a clean scan
    """

    ending: str
    data: bytes
    skew: float = 0.0
    fault: str = ""


def clean(sheet: Sheet) -> Scan:
    """Return the paper as a good office scanner gives it, at 200 to 300 dpi."""
    chance = Random(f"clean/{sheet.name}")
    dpi = chance.choice((200, 240, 300))
    scanner = Scanner(
        seed=chance.randrange(9999),
        noise=1.5,
        shade=4,
        paper=253,
        blur=0.3,
        grey=chance.random() < 0.5,
    )
    pages = [scanned(page, scanner) for page in draw(pdf_of(lay(sheet)), dpi)]
    return _filed(pages, dpi, chance, quality=85)


def degraded(sheet: Sheet) -> Scan:
    """Return the paper as a bad scan; which fault it has follows from its name."""
    chance = Random(f"bad/{sheet.name}")
    fault = chance.choice(FAULTS)
    skew = (
        chance.choice((-1, 1)) * chance.uniform(0.5, 2.2)
        if fault in ("skew", "fax", "shade")
        else 0.0
    )
    scanner = Scanner(
        seed=chance.randrange(9999),
        skew=skew,
        noise={"noise": 9.0}.get(fault, 3.0),
        shade={"shade": 70.0}.get(fault, 14.0),
        paper={"shade": 235}.get(fault, 250),
        blur={"blur": 1.3}.get(fault, 0.5),
        quarter=chance.choice((1, 2, 3)) if fault == "turned" else 0,
    )
    pages = draw(pdf_of(lay(sheet)))
    if fault == "faint":
        pages = [page.point(lambda level: 120 + level * 125 // 255) for page in pages]
    if fault == "seal":
        seal = Seal(
            1,
            chance.uniform(50, 150),
            chance.uniform(50, 120),
            chance.choice(TOWNS) + "农村信用社",
            "合同专用章",
            turned=chance.uniform(-25, 25),
        )
        pages = [stamped(pages[0], [seal]), *pages[1:]]
    images = [scanned(page, scanner) for page in pages]
    if fault == "fax":
        return Scan(".tif", tiff(images, bilevel=True), skew, fault)
    made = _filed(images, 200, chance, quality=60)
    return Scan(made.ending, made.data, skew, fault)


def _filed(pages: list[Image.Image], dpi: int, chance: Random, quality: int) -> Scan:
    kind = chance.choice((".png", ".jpg", ".pdf")) if len(pages) == 1 else ".pdf"
    if kind == ".pdf":
        return Scan(kind, image_pdf(pages, quality, dpi))
    if kind == ".jpg":
        return Scan(kind, jpeg(pages[0], quality, dpi))
    out = io.BytesIO()
    pages[0].save(out, "PNG", dpi=(dpi, dpi))
    return Scan(kind, out.getvalue())


def skewed(box: Box, degrees: float) -> Box:
    """Return where a box of the page stands when the print was turned about the middle."""
    angle, middle = math.radians(degrees), (WIDTH / 2, HEIGHT / 2)
    corners = [(box[x] - middle[0], box[y] - middle[1]) for x in (0, 2) for y in (1, 3)]
    turned = [
        (
            middle[0] + x * math.cos(angle) + y * math.sin(angle),
            middle[1] - x * math.sin(angle) + y * math.cos(angle),
        )
        for x, y in corners
    ]
    across, down = zip(*turned, strict=True)
    return min(across), min(down), max(across), max(down)
