"""Pages of loan papers as bad scanners, faxes and phones give them, with what is printed on them.

Layouts of their own, not those of the samples: a box form with a digit grid, a contract with
filled blanks, a certificate, an inspection form full of boxes to tick, Spanish and English papers.
In the lines below, «…» is a key figure and [v] [x] [#] [ ] are a ticked, crossed, filled and empty
box. All people and numbers are invented.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont
from pylopdf_fonts_zh_cn import sans_path, serif_path

from extractors.ocr.engine import Image
from samples.make.scan import Seal, seal_image, stamped

DRAWN_DPI = 200
MM = DRAWN_DPI / 25.4
MARKS = {"[v]": "☑", "[x]": "☒", "[#]": "■", "[ ]": "□"}
_MARK = re.compile(r"\[[vx# ]\]")


@dataclass(slots=True)
class Sheet:
    """An A4 page being drawn, and what has been printed on it.

    segments  pieces of text that stand together
    figures   numbers, dates and names that must be read without an error
    boxes     for each box to tick whether it is marked, and the words after it
    """

    serif: bool = True
    image: Pillow.Image = field(
        default_factory=lambda: Pillow.new("RGB", (round(210 * MM), round(297 * MM)), "white")
    )
    segments: list[str] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)
    boxes: list[tuple[bool, str]] = field(default_factory=list)

    @property
    def pen(self) -> ImageDraw.ImageDraw:
        return ImageDraw.Draw(self.image)

    def text(self, x: float, y: float, line: str, size: float = 4.2, known: bool = True) -> float:
        """Print `line` at x, y (mm, its upper left), `size` mm high; return where it ends."""
        path = serif_path() if self.serif else sans_path()
        font = ImageFont.truetype(str(path), round(size * MM))
        plain = line.replace("«", "").replace("»", "")
        pieces = _MARK.split(plain)
        marks = _MARK.findall(plain)
        for number, piece in enumerate(pieces):
            if number:
                self._box(x, y + size * 0.28, size * 0.9, marks[number - 1])
                x += size * 1.2
                self.boxes.append((marks[number - 1] != "[ ]", piece.split()[0].strip("、，")))
            self.pen.text((x * MM, y * MM), piece, fill=(28, 28, 30), font=font)
            x += self.pen.textlength(piece, font=font) / MM
            if known and piece.strip():
                self.segments.append(piece.strip())
        self.figures += re.findall(r"«(.+?)»", line)
        return x

    def _box(self, x: float, y: float, side: float, mark: str) -> None:
        left, top, right, bottom = (edge * MM for edge in (x, y, x + side, y + side))
        pen, wide = self.pen, max(1, round(0.28 * MM))
        pen.rectangle((left, top, right, bottom), outline=(30, 30, 30), width=wide)
        reach = right - left
        if mark == "[v]":
            points = [
                (left + 0.15 * reach, top + 0.5 * reach),
                (left + 0.4 * reach, bottom - 0.12 * reach),
                (right + 0.1 * reach, top - 0.1 * reach),
            ]
            pen.line(points, fill=(25, 25, 60), width=wide + 1, joint="curve")
        elif mark == "[x]":
            pen.line((left + 2, top + 2, right - 2, bottom - 2), fill=(25, 25, 60), width=wide + 1)
            pen.line((right - 2, top + 2, left + 2, bottom - 2), fill=(25, 25, 60), width=wide + 1)
        elif mark == "[#]":
            pen.rectangle((left + 2, top + 2, right - 2, bottom - 2), fill=(25, 25, 25))

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a ruling line."""
        self.pen.line((x0 * MM, y0 * MM, x1 * MM, y1 * MM), fill=(40, 40, 40), width=2)

    def table(
        self,
        x: float,
        y: float,
        widths: Sequence[float],
        rows: Sequence[Sequence[str]],
        high: float = 9.0,
        size: float = 3.8,
    ) -> float:
        """Draw a ruled table; return where it ends."""
        for number, row in enumerate(rows):
            left, top = x, y + number * high
            for width, cell in zip(widths, row, strict=False):
                self.text(left + 1.2, top + (high - size) / 2 - 0.8, cell, size)
                left += width
        bottom = y + len(rows) * high
        for number in range(len(rows) + 1):
            self.rule(x, y + number * high, x + sum(widths), y + number * high)
        edge = x
        for width in (0.0, *widths):
            edge += width
            self.rule(edge, y, edge, bottom)
        return bottom

    def digit_grid(self, x: float, y: float, yuan: str, cell: float = 6.0) -> float:
        """Draw the cells 千百十万千百十元角分 with an amount in them; return where they end."""
        heads = "千百十万千百十元角分"
        digits = ("￥" + yuan.replace(".", "")).rjust(len(heads))
        for row in range(3):
            self.rule(x, y + row * cell, x + cell * len(heads), y + row * cell)
        for column in range(len(heads) + 1):
            self.rule(x + column * cell, y, x + column * cell, y + 2 * cell)
        for column, (head, digit) in enumerate(zip(heads, digits, strict=True)):
            left = x + column * cell + 1.1
            self.text(left, y + 0.7, head, 3.4, known=False)
            if digit.strip():
                self.text(left + 0.4, y + cell + 0.4, digit, 4.0, known=False)
        self.figures.append("￥" + yuan.replace(".", ""))
        return y + 2 * cell


def _contract(sheet: Sheet) -> None:
    sheet.text(66, 18, "农户联保借款合同", 8)
    sheet.text(120, 31, "编号：«(2022)柳信联借字第0571号»")
    y = sheet.table(
        20, 40, (32, 53, 32, 53),
        (
            ("借款人", "«钱镕基»", "证件号码", "«999999197811043056»"),
            ("配偶", "«陆翀»", "联系电话", "«13904170628»"),
            ("住址", "石桥乡上沟村五组", "贷款人", "柳河农村信用社"),
            ("贷款种类", "[ ] 信用 [v] 保证", "担保方式", "[x] 联保 [ ] 抵押"),
            ("借款用途", "购买仔猪及玉米饲料", "还款来源", "养殖收入"),
        ),
    )  # fmt: skip
    sheet.text(20, y + 6, "借款金额（大写）：«叁万柒仟伍佰元整»")
    sheet.text(125, y + 6, "小写：")
    y = sheet.digit_grid(138, y + 4, "37500.00", 5.2)
    for number, line in enumerate(
        (
            "第一条  借款期限自«2022年11月9日»起至«2024年11月8日»止，共24个月。",
            "第二条  月利率«8.325‰»，逾期罚息按月利率«12.4875‰»计收，按季结息。",
            "第三条  联保小组成员对本合同项下债务承担连带责任保证，保证期间三年。",
            "第四条  借款人应于每季末月二十日前支付利息，到期一次归还本金。",
            "第五条  因履行本合同发生纠纷，由贷款人所在地人民法院管辖。",
        )
    ):
        sheet.text(20, y + 8 + number * 9, line)
    y += 62
    sheet.text(20, y, "借款人（签字）：钱镕基")
    sheet.text(115, y, "贷款人（盖章）：柳河农村信用社")
    sheet.text(115, y + 10, "签订日期：«2022年11月9日»")


def _blanks(sheet: Sheet) -> None:
    sheet.text(70, 20, "保 证 担 保 合 同", 7.5)
    filled = (
        ("合同编号：", "«青农商保字(2023)第118-2号»", ""),
        ("债权人：", "青河农村商业银行股份有限公司石桥支行", ""),
        ("保证人：", "«贺兰芝»", "，身份证号：«999999198306152248»"),
        ("债务人：", "«卢金镛»", "，主合同编号：«青农商借字(2023)第118号»"),
        ("为确保主合同的履行，保证人愿意提供保证，本金", "«拾贰万元整»", "（¥«120,000.00»）"),
        ("主债权期限自", "«2023年6月1日»", "至«2025年5月31日»，年利率«7.80%»。"),
        ("保证方式为：", "[v] 连带责任保证 [ ] 一般保证", ""),
        ("保证期间为主债务履行期届满之日起", "三", "年。"),
    )  # fmt: skip
    y = 40.0
    for before, value, after in filled:
        if len(before + value) > 40:
            sheet.text(22, y, before)
            before, y = "", y + 10
        start = sheet.text(22, y, before) if before else 22.0
        end = sheet.text(start + 2, y, value) + 2
        sheet.rule(start, y + 5.8, end, y + 5.8)
        if after:
            sheet.text(end + 0.5, y, after)
        y += 11
    clause = "保证人确认已认真阅读本合同全部条款，对其含义及法律后果完全理解，自愿承担保证责任。"
    sheet.text(22, y, clause[:36])
    sheet.text(22, y + 8, clause[36:])
    sheet.text(22, y + 30, "保证人（签字、按手印）：贺兰芝")
    sheet.text(22, y + 40, "签约日期：«2023年6月1日»    签约地点：石桥镇")


def _certificate(sheet: Sheet) -> None:
    sheet.text(66, 22, "不动产登记证明", 8.5)
    sheet.text(40, 40, "«辽(2021)石桥县不动产证明第0007316号»", 5)
    y = sheet.table(
        25, 52, (44, 116),
        (
            ("证明权利或事项", "抵押权"),
            ("权利人（申请人）", "石桥县农村信用合作联社"),
            ("义务人", "«瞿秀珺»、«瞿大川»"),
            ("坐落", "石桥县沙岭镇前营子村东街17-3号"),
            ("不动产单元号", "«210999004012JC00081F00010001»"),
            ("其他", "不动产权证书号：«辽(2018)石桥县不动产权第0002954号»"),
            ("", "抵押方式：一般抵押   被担保债权数额：«46.50»万元"),
            ("", "债务履行期限：«2021-08-17»起«2026-08-16»止"),
            ("附记", "建筑面积：«138.62»平方米   抵押合同号：石信抵字2021-077"),
        ),
        high=12,
    )  # fmt: skip
    sheet.text(110, y + 14, "登记机构（章）：石桥县自然资源局")
    sheet.text(110, y + 24, "登记日期：«2021年8月19日»")
    sheet.text(25, y + 40, "NO. «D21006480275»")


def _inspection(sheet: Sheet) -> None:
    sheet.serif = False
    sheet.text(62, 16, "个人贷款贷后检查表", 7.5)
    sheet.text(20, 29, "经办机构：沙岭信用社      检查日期：«2024年9月26日»", 4)
    y = sheet.table(
        18, 37, (38, 136),
        (
            ("客户名称", "«薛桂芬»      证件号码：«999999196902280028»"),
            ("合同编号", "«沙信借(2023)0926号»"),
            ("贷款余额", "«68,400.00»元      到期日：«2024-12-20»"),
            ("检查方式", "[v] 现场检查   [ ] 非现场检查   [ ] 电话访问"),
            ("检查类型", "[ ] 首次检查   [x] 定期检查   [ ] 专项检查"),
            ("用途是否相符", "[#] 一致   [ ] 不一致"),
            ("担保情况", "[ ] 正常   [v] 抵押物价值下降   [ ] 保证人失联"),
            ("利息情况", "[v] 按期付息   [ ] 欠息     欠息金额：0.00元"),
            ("预警信号", "[ ] 无   [v] 有：连续两月存栏量减少"),
            ("风险分类", "[ ] 正常  [v] 关注  [ ] 次级  [ ] 可疑  [ ] 损失"),
        ),
        high=10.5,
    )  # fmt: skip
    sheet.text(20, y + 8, "检查结论：该户生猪存栏由230头降至96头，还款来源减弱，建议压缩授信。", 4)
    sheet.text(
        20, y + 17, "处理措施：[ ] 维持   [v] 压缩   [ ] 退出   整改期限：«2024年10月31日»", 4
    )
    sheet.text(20, y + 32, "检查人：«廖淑娟»、«武德旺»        复核人：段晓燕", 4)


def _receipt(sheet: Sheet) -> None:
    sheet.text(74, 20, "贷款借据（第二联）", 6.5)
    sheet.text(20, 34, "借据号：«0013-20230411-0086»        日期：«贰零贰叁年零肆月壹拾壹日»", 4)
    y = sheet.table(
        18, 43, (30, 58, 30, 56),
        (
            ("借款人", "«覃壮飞»", "客户编号", "«6100482917»"),
            ("贷款账号", "«6228480402564890018»", "存款账号", "«6228480409913370525»"),
            ("起息日", "«2023-04-11»", "到期日", "«2024-04-10»"),
            ("利率", "月利率 «6.0417‰»", "贷款种类", "农户小额贷款"),
        ),
    )  # fmt: skip
    sheet.text(18, y + 5, "人民币（大写）：«玖万捌仟陆佰元整»")
    y = sheet.digit_grid(120, y + 3, "98600.00")
    sheet.text(18, y + 10, "上列款项已如数收妥，到期请凭此据归还本息。", 4)
    sheet.text(18, y + 22, "借款人签章：覃壮飞        会计：«戚晓莹»        复核：«樊志强»", 4)


def _spanish(sheet: Sheet) -> None:
    sheet.serif = False
    sheet.text(46, 20, "CONTRATO DE MUTUO CON GARANTÍA", 6)
    lines = (
        "Operación Nº «MU-0047192-3»            Agencia: Peñaflor",
        "Prestamista: Cooperativa de Ahorro y Crédito Ñandú Ltda.",
        "Prestatario: «Íñigo Zúñiga Bohórquez»    DNI: «40917735»",
        "Cónyuge: «Begoña Agüero Núñez»    DNI: «41300862»",
        "Monto: S/ «18,750.00» (dieciocho mil setecientos cincuenta y 00/100 soles)",
        "Tasa de interés compensatorio: TEA «23.87%»    Plazo: 18 meses",
        "Fecha de desembolso: «14/02/2023»    Vencimiento: «14/08/2024»",
        "Destino del crédito: adquisición de ganado y mejora del corral.",
        "Garantía: [ ] Personal   [v] Hipotecaria   [ ] Prendaria",
        "Seguro de desgravamen: [v] Sí   [ ] No",
        "¿Se autoriza la verificación domiciliaria? [x] Sí   [ ] No",
        "El prestatario declara que los datos consignados son verídicos y",
        "autoriza al prestamista a verificarlos cuando lo estime oportuno.",
    )
    for number, line in enumerate(lines):
        sheet.text(22, 36 + number * 10.5, line, 4)
    sheet.text(22, 190, "Firmado en Peñaflor, el «14 de febrero de 2023».", 4)


def _english(sheet: Sheet) -> None:
    sheet.text(70, 20, "PROMISSORY NOTE", 7)
    lines = (
        "Loan No. «PN-88-20417»                      Date: «September 3, 2021»",
        "Borrower: «Marguerite O. Vandersloot»",
        "Lender: Prairie Valley Farm Credit Association",
        "Principal amount: US$ «64,250.00»      Interest rate: «5.375%» per annum",
        "Maturity date: «September 3, 2026»",
        "Secured by: [v] Deed of trust   [ ] Chattel   [ ] Unsecured",
        "The Borrower promises to pay to the order of the Lender the principal",
        "amount together with interest in sixty (60) equal monthly instalments.",
    )
    for number, line in enumerate(lines):
        sheet.text(22, 40 + number * 11, line)


LAYOUTS: dict[str, Callable[[Sheet], None]] = {
    "contract": _contract,
    "blanks": _blanks,
    "certificate": _certificate,
    "inspection": _inspection,
    "receipt": _receipt,
    "spanish": _spanish,
    "english": _english,
}


@dataclass(frozen=True, slots=True)
class HarshPage:
    """A page as it was scanned, and what is printed on it."""

    layout: str
    harm: str
    image: Image
    dpi: float
    sheet: Sheet


def _array(image: Pillow.Image) -> Image:
    return np.asarray(image.convert("RGB"), np.uint8)


def _grained(image: Image, chance: np.random.Generator, deviation: float = 4.0) -> Image:
    grain = cv2.GaussianBlur(chance.normal(0, deviation * 2, image.shape[:2]), (3, 3), 0)
    blurred = cv2.GaussianBlur(image, (3, 3), 0.6).astype(np.float32)
    grained = np.clip(blurred * (247 / 255) + grain[..., None], 0, 255).astype(np.uint8)
    quality = (cv2.IMWRITE_JPEG_QUALITY, 60)
    _done, coded = cv2.imencode(".jpg", grained[:, :, ::-1], quality)
    decoded = np.asarray(cv2.imdecode(coded, cv2.IMREAD_COLOR), np.uint8)
    return np.ascontiguousarray(decoded[:, :, ::-1])


def _turned(image: Image, degrees: float) -> Image:
    high, wide = image.shape[:2]
    view = cv2.getRotationMatrix2D((wide / 2, high / 2), degrees, 1.0)
    paper = (255, 255, 255)
    return np.asarray(cv2.warpAffine(image, view, (wide, high), borderValue=paper), np.uint8)


def _scaled(image: Image, share: float) -> Image:
    how = cv2.INTER_AREA if share < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(image, None, fx=share, fy=share, interpolation=how), np.uint8)


def _faxed(image: Image, chance: np.random.Generator) -> Image:
    coarse = cv2.resize(image, None, fx=0.98, fy=0.75, interpolation=cv2.INTER_AREA)
    grey = cv2.cvtColor(coarse, cv2.COLOR_RGB2GRAY) + chance.normal(0, 10, coarse.shape[:2])
    bits = np.where(grey > 150, 255, 0).astype(np.uint8)
    bits[chance.random(bits.shape) < 0.0008] = 0
    high, wide = image.shape[:2]
    whole = cv2.resize(bits, (wide, high), interpolation=cv2.INTER_NEAREST)
    return np.repeat(whole[:, :, None], 3, axis=2)


def _photographed(image: Image, chance: np.random.Generator) -> Image:
    high, wide = image.shape[:2]
    corners = np.array(((0, 0), (wide, 0), (wide, high), (0, high)), np.float32)
    pulled = corners * 0.9 + np.array((wide * 0.05, high * 0.05), np.float32)
    pulled += chance.uniform(-0.022, 0.022, (4, 2)).astype(np.float32) * wide
    view = cv2.getPerspectiveTransform(corners, pulled)
    desk = (96, 84, 70)
    seen = cv2.warpPerspective(image, view, (wide, high), borderValue=desk).astype(np.float32)
    across = np.linspace(0.52, 1.0, wide)[None, :] * np.linspace(1.0, 0.8, high)[:, None]
    lit = seen * across[..., None] * np.array((1.0, 0.97, 0.9))
    return _grained(np.clip(lit, 0, 255).astype(np.uint8), chance, 3.0)


def _faded(image: Image, chance: np.random.Generator) -> Image:
    faint = image.astype(np.float32) * 0.3 + np.array((162.0, 158.0, 150.0))
    return _grained(np.clip(faint, 0, 255).astype(np.uint8), chance, 3.0)


def _watermarked(image: Image) -> Image:
    high, wide = image.shape[:2]
    layer = Pillow.new("L", (wide * 2, high * 2), 255)
    pen = ImageDraw.Draw(layer)
    font = ImageFont.truetype(str(sans_path()), 90)
    for row in range(0, high * 2, 330):
        for column in range(0, wide * 2, 720):
            pen.text((column + row % 360, row), "复印无效 仅供存档", fill=178, font=font)
    tilted = np.asarray(layer.rotate(30, fillcolor=255), np.float32)
    middle = tilted[high // 2 : high // 2 + high, wide // 2 : wide // 2 + wide, None] / 255
    return np.clip(image * middle, 0, 255).astype(np.uint8)


def _sealed(image: Image, chance: np.random.Generator, blue: bool = False) -> Image:
    seals = [
        Seal(1, float(chance.uniform(45, 165)), y, "石桥县农村信用合作联社", "贷款专用章")
        for y in (70.0, 118.0, float(chance.uniform(150, 190)))
    ]
    if not blue:
        return _array(stamped(Pillow.fromarray(image), seals))
    page = image.astype(np.float32)
    for seal in seals[:2]:
        mark = _array(seal_image(seal))[:, :, ::-1]
        left, top = int(seal.x * MM) - mark.shape[1] // 2, int(seal.y * MM) - mark.shape[0] // 2
        area = page[top : top + mark.shape[0], left : left + mark.shape[1]]
        area *= mark[: area.shape[0], : area.shape[1]] / 255
    return page.astype(np.uint8)


def harmed(image: Image, harm: str, seed: int) -> tuple[Image, float]:
    """Return the page as it comes out of the machine that `harm` names, and its resolution."""
    chance = np.random.default_rng(seed)
    match harm:
        case "scan":
            return _grained(_turned(image, float(chance.uniform(-0.8, 0.8))), chance), DRAWN_DPI
        case "300 dpi":
            return _grained(_scaled(image, 1.5), chance), DRAWN_DPI * 1.5
        case "110 dpi":
            return _grained(_scaled(image, 0.55), chance, 2.5), DRAWN_DPI * 0.55
        case "skew":
            return _grained(_turned(image, float(chance.choice((-4.0, 3.0)))), chance), DRAWN_DPI
        case "turned":
            turns = int(chance.integers(1, 4))
            return np.ascontiguousarray(np.rot90(_grained(image, chance), turns)), DRAWN_DPI
        case "red seals":
            return _grained(_sealed(image, chance), chance), DRAWN_DPI
        case "blue seals":
            return _grained(_sealed(image, chance, blue=True), chance), DRAWN_DPI
        case "fax":
            return _faxed(_turned(image, float(chance.uniform(-0.6, 0.6))), chance), DRAWN_DPI
        case "faint":
            return _faded(image, chance), DRAWN_DPI
        case "photo":
            return _photographed(image, chance), DRAWN_DPI
        case "watermark":
            return _grained(_watermarked(image), chance), DRAWN_DPI
    raise ValueError(harm)


HARMS = (
    "scan", "300 dpi", "110 dpi", "skew", "turned", "red seals", "blue seals", "fax", "faint",
    "photo", "watermark",
)  # fmt: skip


def pages(harms: Sequence[str] = HARMS, seed: int = 5) -> Iterator[HarshPage]:
    """Yield every layout as each of `harms` leaves it."""
    chance = random.Random(seed)
    for layout, drawn in LAYOUTS.items():
        sheet = Sheet()
        drawn(sheet)
        clean = _array(sheet.image)
        for harm in harms:
            image, dpi = harmed(clean, harm, chance.randrange(1 << 30))
            yield HarshPage(layout, harm, image, dpi, sheet)
