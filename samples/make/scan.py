"""Turns clean pages into scans: seal, skew, uneven light, noise, JPEG artefacts.

Pages are PDFs of `pages.py`, drawn at 200 dpi; every scan has its own seed.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pikepdf
import pypdfium2
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from samples.make.fonts import SERIF, drawing_font

DPI = 200
MM = DPI / 25.4


@dataclass(frozen=True, slots=True)
class Seal:
    """A round red seal: where its centre is (mm from the page's top left) and what it says."""

    page: int
    x: float
    y: float
    around: str
    below: str = ""
    diameter: float = 40
    turned: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanner:
    """How the page lay on the glass, and how good the glass was.

    skew       degrees, counter-clockwise
    noise      standard deviation of grey levels
    shade      how much darker the darkest corner is, in grey levels
    paper      grey level of the paper
    quarter    quarter turns of the whole page
    """

    seed: int
    skew: float = 0.0
    noise: float = 3.0
    shade: float = 14.0
    paper: int = 250
    blur: float = 0.4
    quarter: int = 0
    grey: bool = False
    quality: int = 62


def draw(pdf: bytes, dpi: int = DPI) -> list[Image.Image]:
    """Draw each page of a PDF."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=dpi / 72).to_pil().convert("RGB") for page in document]


def seal_image(seal: Seal) -> Image.Image:
    """Draw a seal in red on white: a ring, a name along the arc, a star, a line below it."""
    size, grain = int(seal.diameter * MM), 3
    big = size * grain
    image = Image.new("L", (big, big), 0)
    pen = ImageDraw.Draw(image)
    pen.ellipse((8, 8, big - 8, big - 8), outline=255, width=int(1.1 * MM * grain))
    _star(pen, big / 2, big / 2, big * 0.14)
    _arc_text(image, seal.around, big)
    if seal.below:
        font = drawing_font(SERIF, int(big * 0.088))
        pen.text((big / 2, big * 0.76), seal.below, fill=255, font=font, anchor="mm")
    image = image.rotate(seal.turned, resample=Image.Resampling.BICUBIC)
    ink = image.resize((size, size), Image.Resampling.LANCZOS)
    return _patchy(ink, seed=len(seal.around) * 7 + int(seal.x))


def _patchy(ink: Image.Image, seed: int) -> Image.Image:
    """Wear the ink unevenly, as a stamp pad does, and colour it."""
    chance = np.random.default_rng(seed)
    small = Image.fromarray(chance.integers(110, 235, (14, 14), dtype=np.uint8))
    wear = np.asarray(small.resize(ink.size, Image.Resampling.BICUBIC), dtype=np.float32) / 255
    strength = np.asarray(ink, dtype=np.float32) / 255 * wear
    red = np.array([205, 30, 38], dtype=np.float32)
    colour = 255 - (255 - red) * strength[..., None]
    return Image.fromarray(colour.astype(np.uint8))


def _star(pen: ImageDraw.ImageDraw, x: float, y: float, radius: float) -> None:
    points = []
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * 0.382
        angle = math.pi * (corner / 5 - 0.5)
        points.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    pen.polygon(points, fill=255)


def _arc_text(image: Image.Image, text: str, big: int) -> None:
    font = drawing_font(SERIF, int(big * min(0.125, 1.6 / len(text))))
    spread = min(270.0, 24.0 * len(text))
    for place, char in enumerate(text):
        angle = -spread / 2 + spread * (place + 0.5) / len(text)
        glyph = Image.new("L", (big // 4, big // 4), 0)
        ImageDraw.Draw(glyph).text((big // 8, big // 8), char, fill=255, font=font, anchor="mm")
        glyph = glyph.rotate(-angle, resample=Image.Resampling.BICUBIC)
        reach = big * 0.375
        x = big / 2 + reach * math.sin(math.radians(angle)) - big // 8
        y = big / 2 - reach * math.cos(math.radians(angle)) - big // 8
        image.paste(255, (int(x), int(y)), glyph)


def stamped(page: Image.Image, seals: Sequence[Seal]) -> Image.Image:
    """Return the page with the seals pressed over what is printed on it."""
    for seal in seals:
        layer = Image.new("RGB", page.size, "white")
        mark = seal_image(seal)
        layer.paste(mark, (int(seal.x * MM - mark.width / 2), int(seal.y * MM - mark.height / 2)))
        page = ImageChops.multiply(page, layer)
    return page


def scanned(page: Image.Image, scanner: Scanner) -> Image.Image:
    """Return the page as it comes out of the scanner."""
    chance = np.random.default_rng(scanner.seed)
    page = page.filter(ImageFilter.GaussianBlur(scanner.blur))
    page = page.rotate(scanner.skew, resample=Image.Resampling.BICUBIC, fillcolor="white")
    levels = np.asarray(page, dtype=np.float32) * (scanner.paper / 255)
    height, width = levels.shape[:2]
    levels -= _shade(height, width, chance)[..., None] * scanner.shade
    # Grain of a scanner is wider than a pixel; finer noise would only swell the JPEG.
    grain = chance.normal(0, scanner.noise * 1.8, (height // 2 + 1, width // 2 + 1))
    coarse: NDArray[np.float32] = np.kron(grain, np.ones((2, 2)))[:height, :width].astype(
        np.float32
    )
    levels += coarse[..., None]
    image = Image.fromarray(np.clip(levels, 0, 255).astype(np.uint8))
    image = _specks(image, chance)
    image = image.rotate(90 * scanner.quarter, expand=True) if scanner.quarter else image
    return image.convert("L") if scanner.grey else image


def _shade(height: int, width: int, chance: np.random.Generator) -> NDArray[np.float64]:
    """Light that falls off towards one corner, 0 to 1."""
    across = np.linspace(0, 1, width)
    down = np.linspace(0, 1, height)
    if chance.random() < 0.5:
        across = across[::-1]
    if chance.random() < 0.5:
        down = down[::-1]
    light: NDArray[np.float64] = (across[None, :] ** 2 + down[:, None] ** 2) / 2
    return light


def _specks(image: Image.Image, chance: np.random.Generator) -> Image.Image:
    pen = ImageDraw.Draw(image)
    for _ in range(30):
        x, y = float(chance.integers(0, image.width)), float(chance.integers(0, image.height))
        size = int(chance.integers(1, 3))
        grey = int(chance.integers(60, 160))
        pen.ellipse((x, y, x + size, y + size), fill=(grey, grey, grey))
    return image


def jpeg(image: Image.Image, quality: int = 62, dpi: int = DPI) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, dpi=(dpi, dpi))
    return out.getvalue()


def image_pdf(images: Sequence[Image.Image], quality: int = 62, dpi: int = DPI) -> bytes:
    """Return a PDF of nothing but pictures, as a copier writes it."""
    document = pikepdf.new()
    for image in images:
        width, height = image.width * 72 / dpi, image.height * 72 / dpi
        picture = pikepdf.Stream(
            document,
            jpeg(image, quality),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=image.width,
            Height=image.height,
            BitsPerComponent=8,
            ColorSpace=pikepdf.Name.DeviceGray if image.mode == "L" else pikepdf.Name.DeviceRGB,
            Filter=pikepdf.Name.DCTDecode,
        )
        document.add_blank_page(page_size=(width, height))
        page = document.pages[-1]
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=picture))
        page.Contents = pikepdf.Stream(
            document, f"q {width:.2f} 0 0 {height:.2f} 0 0 cm /Scan Do Q".encode()
        )
    out = io.BytesIO()
    document.save(out, deterministic_id=True)
    return out.getvalue()


def tiff(images: Sequence[Image.Image], *, bilevel: bool) -> bytes:
    """Return a TIFF of several pages: fax-coded black and white, or JPEG inside."""
    if bilevel:
        images = [
            image.convert("L").point(lambda level: 255 * (level > 165)).convert("1")
            for image in images
        ]
    out = io.BytesIO()
    images[0].save(
        out,
        "TIFF",
        save_all=True,
        append_images=list(images[1:]),
        compression="group4" if bilevel else "jpeg",
        dpi=(DPI, DPI),
        **({} if bilevel else {"quality": 60}),
    )
    return out.getvalue()


def scan_pages(
    pdf: bytes, scanners: Sequence[Scanner], seals: Sequence[Seal] = ()
) -> list[Image.Image]:
    """Draw, stamp and scan each page; the last scanner serves the pages that have none."""
    return [
        scanned(
            stamped(page, [seal for seal in seals if seal.page == number]),
            scanners[min(number, len(scanners)) - 1],
        )
        for number, page in enumerate(draw(pdf), 1)
    ]
