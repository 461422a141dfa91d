"""Pages drawn for tests: printed lines on white, as a scanner would see them."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw, ImageFont
from pylopdf_fonts_zh_cn import sans_path, serif_path

DPI = 200
WIDTH, HEIGHT = 1654, 2339

CHINESE = (
    "农户小额信用借款合同",
    "合同编号：（2024）农信借字第0386号",
    "借款人（全称）：赵春燕",
    "身份证号码：110101199003077774",
    "住所：青河县柳树镇下湾村三组21号",
    "借款金额（大写）：人民币伍万元整    （小写）￥50,000.00",
    "借款用途：购买化肥、农药及大棚薄膜",
    "借款期限自2024年3月5日起至2025年3月4日止",
    "月利率6.525‰，按季结息，到期还本",
    "贷款人对借款人使用贷款的情况有权进行检查和监督。",
)

SPANISH = (
    "CONTRATO DE PRÉSTAMO AGRÍCOLA",
    "Número de contrato: PR-2024-00871",
    "El prestatario: Íñigo Beltrán Quiñones",
    "Importe del préstamo: 12.500,00 EUR",
    "Plazo de amortización: 24 meses desde el 5 de marzo de 2024",
    "Destino: adquisición de maquinaria y mejora del riego",
    "El prestamista podrá inspeccionar la explotación en cualquier momento.",
    "Firmado en Cuenca, a 5 de marzo de 2024.",
)


def font(size: int, *, serif: bool = False) -> ImageFont.FreeTypeFont:
    """The Chinese font of the samples at `size` pixels."""
    return ImageFont.truetype(str(serif_path() if serif else sans_path()), size)


def page(
    lines: tuple[str, ...],
    *,
    size: int = 40,
    serif: bool = True,
    width: int = WIDTH,
    height: int = HEIGHT,
) -> Image.Image:
    """An A4 page at 200 dpi with `lines` one below the other."""
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    drawn_with = font(size, serif=serif)
    for number, line in enumerate(lines):
        draw.text((150, 180 + number * int(size * 2.1)), line, fill=(25, 25, 25), font=drawn_with)
    return image


def stamp(image: Image.Image, centre: tuple[int, int], radius: int = 190) -> Image.Image:
    """The page with a round red seal pressed over whatever stands at `centre`."""
    seal = Image.new("RGB", image.size, "white")
    draw = ImageDraw.Draw(seal)
    x, y = centre
    red = (215, 30, 40)
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), outline=red, width=12)
    draw.text((x - radius + 45, y - 90), "青河县农村信用社", fill=red, font=font(36))
    draw.text((x - 70, y - 60), "★", fill=red, font=font(140))
    draw.text((x - 110, y + 90), "合同专用章", fill=red, font=font(44))
    # Ink over ink darkens: the product of both papers.
    return Image.fromarray(
        (np.asarray(image, np.uint16) * np.asarray(seal, np.uint16) // 255).astype(np.uint8)
    )
