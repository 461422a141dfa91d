"""Scans and photos: every mode and turn comes out as upright RGB with a possible resolution."""

from __future__ import annotations

import io
import zlib
from typing import Any

import numpy as np
import pytest
from PIL import Image

from extractors.ocr.engine import Glyph, Strip
from extractors.ocr.engine import Image as Pixels
from extractors.settings import ReadingSettings
from extractors.sources import Unreadable, open_content

SETTINGS = ReadingSettings()


class Camera:
    """An engine that reads nothing and keeps what it was shown."""

    def __init__(self) -> None:
        self.shown: list[Pixels] = []

    def read(self, image: Pixels) -> list[Strip]:
        self.shown.append(image)
        return []

    def read_strip(self, strip: Pixels) -> tuple[Glyph, ...]:
        return ()

    def turned(self, image: Pixels) -> int:
        return 0


def marked(mode: str = "RGB", size: tuple[int, int] = (400, 560)) -> Image.Image:
    """White paper with a black block at its upper left, whatever the mode."""
    image = Image.new("L", size, 255)
    image.paste(0, (0, 0, size[0] // 4, size[1] // 8))
    if mode.startswith("I;16"):
        return Image.fromarray(np.asarray(image, np.uint16) * 257)
    return image.convert("RGB").convert(mode)


def saved(image: Image.Image, kind: str, **how: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def shown(data: bytes) -> list[Pixels]:
    camera = Camera()
    open_content(data, SETTINGS, camera)
    # A page on which nothing was found is looked at again with more contrast.
    return camera.shown[::2]


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        ("1", "TIFF"),
        ("1", "PNG"),
        ("L", "JPEG"),
        ("P", "PNG"),
        ("CMYK", "JPEG"),
        ("CMYK", "TIFF"),
        ("I;16", "PNG"),
        ("I;16", "TIFF"),
        ("RGBA", "PNG"),
        ("LA", "PNG"),
        ("RGB", "BMP"),
        ("YCbCr", "TIFF"),
    ],
)
def test_every_mode_comes_out_as_black_on_white(mode: str, kind: str) -> None:
    (image,) = shown(saved(marked(mode), kind))

    assert image.shape == (560, 400, 3)
    assert image[20:50, 20:80].mean() < 20
    assert image[200:, 200:].mean() > 235


def test_what_is_transparent_is_paper() -> None:
    image = marked("RGBA")
    image.putalpha(Image.eval(marked("L"), lambda grey: 255 - grey))

    (seen,) = shown(saved(image, "PNG"))

    assert seen[200:, 200:].mean() > 250


def test_a_photo_is_turned_as_its_camera_says() -> None:
    exif = Image.Exif()
    exif[274] = 6  # to be shown turned by 90 degrees clockwise

    (image,) = shown(saved(marked(), "JPEG", exif=exif))

    assert image.shape == (400, 560, 3)
    assert image[10:90, 500:550].mean() < 30


def test_each_frame_of_a_tiff_is_a_page() -> None:
    data = saved(marked(), "TIFF", save_all=True, append_images=[marked(), marked()])

    content = open_content(data, SETTINGS)

    assert [page.number for page in content.pages] == [1, 2, 3]
    with pytest.raises(Unreadable) as refusal:
        open_content(data, ReadingSettings(max_pages=2))
    assert refusal.value.code == "too_many_pages"


@pytest.mark.parametrize(
    ("size", "dpi", "width"),
    [
        ((827, 1169), (100, 100), 595.4),
        ((1654, 2339), (200, 200), 595.4),
        # A camera's 72 dpi would make a page of more than a metre: taken as A4.
        ((1654, 2339), (72, 72), 595.2),
        ((1654, 2339), None, 595.2),
    ],
)
def test_sizes_are_points_of_a_possible_page(
    size: tuple[int, int], dpi: tuple[int, int] | None, width: float
) -> None:
    data = saved(marked(size=size), "JPEG", **({"dpi": dpi} if dpi else {}))

    content = open_content(data, SETTINGS)

    assert content.pages[0].width == pytest.approx(width, abs=1)


def test_more_resolution_than_reading_needs_is_let_go() -> None:
    (image,) = shown(saved(marked(size=(2480, 3508)), "PNG", dpi=(600, 600)))

    assert image.shape[0] == pytest.approx(3508 / 2, abs=2)


@pytest.mark.parametrize("share", [0.5, 0.9, 0.99])
def test_a_truncated_jpeg_is_refused_as_such(share: float) -> None:
    noise = Image.effect_noise((600, 800), 80)
    data = saved(noise, "JPEG")

    with pytest.raises(Unreadable) as refusal:
        open_content(data[: int(len(data) * share)], SETTINGS)
    assert refusal.value.code == "truncated"


def test_more_pixels_than_allowed_are_refused_before_they_are_decoded() -> None:
    data = bytearray(saved(Image.new("1", (600, 400), 1), "PNG"))
    # Width and height stand in the header, which has its own check sum.
    data[16:24] = (60_000).to_bytes(4, "big") + (50_000).to_bytes(4, "big")
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")

    with pytest.raises(Unreadable) as refusal:
        open_content(bytes(data), SETTINGS)
    assert refusal.value.code == "too_many_pixels"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "BMP"])
def test_damage_raises_nothing_but_a_refusal(kind: str) -> None:
    whole = saved(Image.effect_noise((80, 60), 80), kind)
    for place in range(0, len(whole), max(1, len(whole) // 60)):
        data = whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :]
        try:
            open_content(data, SETTINGS)
        except Unreadable as refusal:
            assert refusal.code in (
                "unreadable",
                "truncated",
                "too_many_pixels",
                "too_many_pages",
                "unknown_type",
            )
