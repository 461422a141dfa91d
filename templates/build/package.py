"""The parts of a clean .docx around its body: styles, page, header, footer. Nothing left over."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from templates import qr
from templates.build import blocks, code
from templates.build.front import FrontEnd
from templates.build.pictures import Picture, chart_parts
from templates.build.theme import theme
from templates.package import WORD
from templates.shell import zipped

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NS = f'xmlns:w="{WORD}" xmlns:r="{_OFFICE}"'

# Margins of official documents: 37 mm above, 35 below, 28 left, 26 right (twips).
_MARGINS = 'w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"'
# A form to be filled in by hand keeps to fewer pages.
_MARGINS_FORM = 'w:top="1474" w:right="1474" w:bottom="1361" w:left="1588"'
_MARGINS_WIDE = 'w:top="1588" w:right="1417" w:bottom="1474" w:left="1417"'
_A4 = (11906, 16838)
_A4_MM = (210.0, 297.0)
_CODE_PICTURE = code.PART.removeprefix("word/")

_FONTS = {
    "方正小标宋简体": "宋体",
    "黑体": "SimHei",
    "楷体_GB2312": "楷体",
    "仿宋_GB2312": "仿宋",
    "宋体": "SimSun",
}

_FRONT_HEADER = "rIdFront"

_LANGUAGE_CODES = {"zh": "zh-CN", "es": "es-ES", "en": "en-GB"}
# Of figures and Latin letters: as Chinese they would be broken over lines in the middle of a number.
_LATIN_CODES = _LANGUAGE_CODES | {"zh": "en-US"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What surrounds a body: language, header text left and right, title in the file's properties."""

    language: str
    title: str
    header: tuple[str, str]
    landscape: bool = False
    form: bool = False


def document(page: Page, body: Sequence[str]) -> bytes:
    """Return a .docx with `body` on `page`; the same input gives the same bytes."""
    charts = [block for block in body if isinstance(block, Picture)]
    drawn: dict[str, bytes] = {}
    for number, one in enumerate(charts, 1):
        drawn |= chart_parts(one.look, number, page.language)
    front = any(isinstance(block, FrontEnd) for block in body)
    if front:
        drawn |= _front_header(page)
    return zipped(
        {
            "[Content_Types].xml": _content_types(len(charts), front=front),
            "_rels/.rels": _package_relations(),
            "docProps/core.xml": _core(page),
            "docProps/app.xml": _app(),
            "word/document.xml": _document(page, _placed(page, body), front=front),
            "word/_rels/document.xml.rels": _document_relations(len(charts), front=front),
            "word/styles.xml": _styles(page.language),
            "word/settings.xml": _settings(page.language),
            "word/fontTable.xml": _font_table(),
            "word/theme/theme1.xml": _xml(theme()),
            "word/header1.xml": _header(page),
            "word/_rels/header1.xml.rels": _relations([(f"{_OFFICE}/image", _CODE_PICTURE)]),
            code.PART: qr.placeholder(),
            "word/footer1.xml": _footer(page),
        }
        | drawn
    )


def _placed(page: Page, body: Sequence[str]) -> list[str]:
    """Return the blocks with their charts numbered, and the end of the front with its page."""
    numbers = itertools.count(1)
    blocks_of: list[str] = []
    for block in body:
        match block:
            case Picture():
                blocks_of.append(block.placed(next(numbers)))
            case FrontEnd():
                header = f'<w:headerReference w:type="default" r:id="{_FRONT_HEADER}"/>'
                blocks_of.append(block.ending(_section(page, header)))
            case _:
                blocks_of.append(block)
    for place in range(len(blocks_of)):
        if _SPACER.fullmatch(blocks_of[place]) and _ends_page(blocks_of[place + 1 :]):
            blocks_of[place] = blocks.paragraph("", "Last")
    for place, block in enumerate(blocks_of):
        if block.startswith("<w:tbl>") and place:
            blocks_of[place - 1] = _apart(blocks_of[place - 1])
    if body and body[-1].startswith("<w:tbl>"):
        blocks_of.append(blocks.paragraph("", "Last"))
    return blocks_of


# Paragraphs of text, whose lines would touch the rule of a table right below.
_TEXT = re.compile(
    r'<w:p><w:pPr><w:pStyle w:val="(?:BodyText|Flush|FormText|SignLine|SignText)"/>'
    r"(?:<w:keepNext/>)?(?=</w:pPr>)"
)


# A spacer at the end of a page may come to stand alone on the next.
_SPACER = re.compile(r'<w:p><w:pPr><w:pStyle w:val="\w+"/></w:pPr></w:p>')
_TAG_LINE = re.compile(r"<w:p>.*>\{%p [^<]*%\}<.*</w:p>")


def _ends_page(following: Sequence[str]) -> bool:
    """Whether nothing follows but lines of tags, or what begins a new page."""
    for block in following:
        if not _TAG_LINE.fullmatch(block):
            return "<w:pageBreakBefore/>" in block
    return True


def _apart(block: str) -> str:
    """Return a paragraph with a little room below it, for a table."""
    return _TEXT.sub(r'\g<0><w:spacing w:after="80"/>', block, count=1)


def _xml(text: str) -> bytes:
    return (_HEAD + text).encode("utf-8")


def _content_types(charts: int, *, front: bool) -> bytes:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = {
        "/word/document.xml": f"{word}.document.main+xml",
        "/word/styles.xml": f"{word}.styles+xml",
        "/word/settings.xml": f"{word}.settings+xml",
        "/word/fontTable.xml": f"{word}.fontTable+xml",
        "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/word/header1.xml": f"{word}.header+xml",
        "/word/footer1.xml": f"{word}.footer+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": (
            "application/vnd.openxmlformats-officedocument.extended-properties+xml"
        ),
    }
    office = "application/vnd.openxmlformats-officedocument"
    for number in range(1, charts + 1):
        overrides[f"/word/charts/chart{number}.xml"] = f"{office}.drawingml.chart+xml"
    if front:
        overrides["/word/header2.xml"] = f"{word}.header+xml"
    sheet = f'<Default Extension="xlsx" ContentType="{office}.spreadsheetml.sheet"/>'
    parts = "".join(
        f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in overrides.items()
    )
    return _xml(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{sheet if charts else ""}'
        f"{parts}</Types>"
    )


def _relations(targets: Sequence[tuple[str, str]], more: str = "") -> bytes:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return _xml(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{lines}{more}</Relationships>"
    )


def _package_relations() -> bytes:
    return _relations(
        [
            (f"{_OFFICE}/officeDocument", "word/document.xml"),
            (
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
                "core-properties",
                "docProps/core.xml",
            ),
            (f"{_OFFICE}/extended-properties", "docProps/app.xml"),
        ]
    )


def _document_relations(charts: int, *, front: bool) -> bytes:
    more = "".join(
        f'<Relationship Id="rIdChart{number}" Type="{_OFFICE}/chart" '
        f'Target="charts/chart{number}.xml"/>'
        for number in range(1, charts + 1)
    )
    if front:
        more += f'<Relationship Id="{_FRONT_HEADER}" Type="{_OFFICE}/header" Target="header2.xml"/>'
    return _relations(
        [
            (f"{_OFFICE}/styles", "styles.xml"),
            (f"{_OFFICE}/settings", "settings.xml"),
            (f"{_OFFICE}/fontTable", "fontTable.xml"),
            (f"{_OFFICE}/header", "header1.xml"),
            (f"{_OFFICE}/footer", "footer1.xml"),
            (f"{_OFFICE}/theme", "theme/theme1.xml"),
        ],
        more,
    )


def _core(page: Page) -> bytes:
    return _xml(
        "<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(page.title)}</dc:title>"
        f"<dc:language>{_LANGUAGE_CODES[page.language]}</dc:language></cp:coreProperties>"
    )


def _app() -> bytes:
    return _xml(
        "<Properties "
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>hudang</Application></Properties>"
    )


def _document(page: Page, body: Sequence[str], *, front: bool) -> bytes:
    references = (
        '<w:headerReference w:type="default" r:id="rId4"/>'
        '<w:footerReference w:type="default" r:id="rId5"/>'
    )
    section = _section(page, references, '<w:pgNumType w:start="1"/>' if front else "")
    return _xml(f"<w:document {_NS}><w:body>{''.join(body)}{section}</w:body></w:document>")


def _section(page: Page, references: str, numbers: str = "") -> str:
    width, height = _A4[::-1] if page.landscape else _A4
    margins = _MARGINS_WIDE if page.landscape else _MARGINS_FORM if page.form else _MARGINS
    narrow = page.landscape or page.form
    orientation = ' w:orient="landscape"' if page.landscape else ""
    return (
        f"<w:sectPr>{references}"
        f'<w:pgSz w:w="{width}" w:h="{height}"{orientation}/>'
        f'<w:pgMar {margins} w:header="{610 if narrow else 894}" '
        f'w:footer="{737 if narrow else 1304}" w:gutter="0"/>{numbers}</w:sectPr>'
    )


def _front_header(page: Page) -> dict[str, bytes]:
    """Return the header of cover and contents: the draft's number and code, no words."""
    number = code.number_line(_A4_MM[1 if page.landscape else 0], "rId1", 9002)
    return {
        "word/header2.xml": _xml(f"<w:hdr {_NS}>{number}</w:hdr>"),
        "word/_rels/header2.xml.rels": _relations([(f"{_OFFICE}/image", _CODE_PICTURE)]),
    }


def _header(page: Page) -> bytes:
    style = "HeaderWide" if page.landscape else "Header"
    number = code.number_line(_A4_MM[1 if page.landscape else 0], "rId1")
    return _xml(f"<w:hdr {_NS}>{number}{blocks.tabbed(page.header, style)}</w:hdr>")


def _footer(page: Page) -> bytes:
    before, after = ("— ", " —") if page.language == "zh" else ("", "")
    return _xml(f"<w:ftr {_NS}>{blocks.page_number(before, after, 'Footer')}</w:ftr>")


def _settings(language: str) -> bytes:
    code = _LANGUAGE_CODES[language]
    return _xml(
        f'<w:settings {_NS}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{code}" w:eastAsia="zh-CN"/></w:settings>'
    )


def _font_table() -> bytes:
    """Name, for each font, the one to take where it is not installed."""
    fonts = "".join(
        f"<w:font w:name={quoteattr(name)}><w:altName w:val={quoteattr(other)}/>"
        '<w:charset w:val="86"/></w:font>'
        for name, other in _FONTS.items()
    )
    return _xml(f"<w:fonts {_NS}>{fonts}</w:fonts>")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """One paragraph style. size in half points, spaces in twips, line in twips."""

    font: str = "仿宋_GB2312"
    size: int = 32
    align: str = "both"
    line: int = 560
    exact: bool = True
    before: int = 0
    after: int = 0
    first_chars: int = 0
    bold: bool = False
    colour: str = ""
    keep: bool = False
    tabs: int = 0
    border: bool = False
    leader: bool = False
    level: int | None = None
    right: int = 0
    left: int = 0


_CHINESE = {
    "Title": _Look(font="方正小标宋简体", size=44, align="center", line=640, after=120, keep=True),
    "TitleAbove": _Look(font="方正小标宋简体", size=36, align="center", line=600, keep=True),
    "Draft": _Look(font="楷体_GB2312", size=21, align="center", line=360, before=120, after=240,
                   colour="595959"),
    "Heading1": _Look(font="黑体", first_chars=200, keep=True, level=0),
    "Heading2": _Look(font="楷体_GB2312", first_chars=200, keep=True, level=1),
    "Heading3": _Look(first_chars=200, bold=True, keep=True, level=2),
    "BodyText": _Look(first_chars=200),
    "Flush": _Look(),
    "Caption": _Look(font="黑体", size=24, align="center", line=400, before=120, keep=True),
    "CaptionBelow": _Look(font="黑体", size=24, align="center", line=400, after=160),
    # A line of a fixed height would cut a picture off.
    "Picture": _Look(align="center", line=240, exact=False, before=120, keep=True),
    "CoverAbove": _Look(font="方正小标宋简体", size=36, align="center", line=600, before=2400),
    "CoverTitle": _Look(font="方正小标宋简体", size=52, align="center", line=800, before=480),
    "CoverLine": _Look(font="楷体_GB2312", size=32, align="center", line=600, before=240),
    "CoverDate": _Look(size=32, align="center", line=560, before=4800),
    "ContentsTitle": _Look(font="黑体", size=36, align="center", line=600, after=240, keep=True),
    "Contents1": _Look(size=28, line=480, align="left", tabs=8844, leader=True),
    "Contents2": _Look(size=28, line=480, align="left", tabs=8844, leader=True, left=420),
    "ContentsNote": _Look(font="楷体_GB2312", size=21, align="left", line=320, before=240,
                          colour="595959"),
    "Unit": _Look(font="宋体", size=21, align="right", line=320, keep=True),
    "TableHead": _Look(font="黑体", size=21, align="center", line=300, exact=False, keep=True),
    "TableText": _Look(font="宋体", size=21, align="left", line=280, exact=False),
    "TableCentre": _Look(font="宋体", size=21, align="center", line=280, exact=False),
    "TableNumber": _Look(font="宋体", size=21, align="right", line=280, exact=False),
    "TableLabel": _Look(font="黑体", size=21, align="center", line=280, exact=False),
    "SmallHead": _Look(font="黑体", size=18, align="center", line=240, exact=False, keep=True),
    "SmallText": _Look(font="宋体", size=18, align="left", line=240, exact=False),
    "SmallNumber": _Look(font="宋体", size=18, align="right", line=240, exact=False),
    "SmallCentre": _Look(font="宋体", size=18, align="center", line=240, exact=False),
    "TableGroup": _Look(font="黑体", size=21, align="left", line=280, exact=False, keep=True),
    "FormHeading": _Look(font="黑体", size=24, align="left", line=360, before=160, after=60,
                         keep=True, level=1),
    "FormLabel": _Look(font="黑体", size=21, align="left", line=300, before=100, after=20,
                       keep=True),
    "AppendixTitle": _Look(font="黑体", size=32, align="left", keep=True, level=0),
    "FormText": _Look(font="宋体", size=24, line=400, first_chars=200),
    "Note": _Look(font="宋体", size=18, align="left", line=280, before=40, after=160),
    # Behind a table at the very end: so low that it never takes a page of its own.
    "Last": _Look(size=2, line=20),
    "Signature": _Look(align="right", before=0, right=640),
    "SignLine": _Look(font="宋体", size=24, align="left", line=520),
    "SignText": _Look(font="宋体", size=21, align="left", line=380),
    "LetterText": _Look(size=28, line=460, first_chars=200),
    "LetterFlush": _Look(size=28, line=460),
    "LetterSign": _Look(size=28, line=460, align="right", right=560),
    "NumberLine": _Look(font="宋体", size=21, align="right", line=400, after=120),
    "CutLine": _Look(font="宋体", size=18, align="center", line=360, before=160, after=80),
    "ReceiptTitle": _Look(font="黑体", size=30, align="center", line=480, keep=True),
    "Header": _Look(font="宋体", size=18, align="left", line=240, exact=False, tabs=8844,
                    border=True),
    "HeaderWide": _Look(font="宋体", size=18, align="left", line=240, exact=False, tabs=14004,
                        border=True),
    code.STYLE: _Look(font="宋体", size=16, align="right", line=240, exact=True),
    "Footer": _Look(font="宋体", size=28, align="center", line=320, exact=False),
}  # fmt: skip

_LATIN_SIZES = {
    "Title": 36, "TitleAbove": 26, "Draft": 19, "Heading1": 27, "Heading2": 24, "Heading3": 23,
    "Caption": 21, "CaptionBelow": 21, "CoverAbove": 28, "CoverTitle": 44, "CoverLine": 24, "CoverDate": 24,
    "ContentsTitle": 30, "Contents1": 23, "Contents2": 23, "ContentsNote": 18, "Unit": 18, "Note": 17, "Signature": 23, "Footer": 19, "Header": 17,
    "HeaderWide": 17, code.STYLE: 16, "AppendixTitle": 27, "FormHeading": 24, "FormLabel": 20, "SmallHead": 17, "SmallText": 17, "SmallNumber": 17, "SmallCentre": 17,
    "NumberLine": 19, "CutLine": 16, "ReceiptTitle": 25, "SignText": 20,
}  # fmt: skip
_TIGHT = {"Header", "HeaderWide", "Footer", "Unit", code.STYLE}
_LATIN_BOLD = {"Title", "Heading1", "Heading2", "Heading3", "Caption", "CaptionBelow", "CoverTitle", "ContentsTitle", "TableHead", "TableLabel",
               "SmallHead", "AppendixTitle", "FormHeading", "ReceiptTitle"}  # fmt: skip


def _latin(name: str, look: _Look) -> _Look:
    table = name.startswith(("Table", "Small"))
    heading = name.startswith("Heading")
    return _Look(
        font="宋体",
        size=_LATIN_SIZES.get(name, 20 if table else 23),
        align="left" if look.align == "both" else look.align,
        line=250 if table else 276,
        exact=False,
        before=240 if heading else look.before,
        after=0 if table or name in _TIGHT else 120,
        bold=name in _LATIN_BOLD,
        colour=look.colour,
        keep=look.keep,
        tabs=look.tabs,
        leader=look.leader,
        border=look.border,
        level=look.level,
        right=0,
        left=look.left,
    )


def _styles(language: str) -> bytes:
    looks = _CHINESE if language == "zh" else {n: _latin(n, k) for n, k in _CHINESE.items()}
    styles = "".join(_style(name, look) for name, look in looks.items())
    default = looks["BodyText"]
    return _xml(
        f"<w:styles {_NS}><w:docDefaults><w:rPrDefault><w:rPr>{_fonts(default.font)}"
        f'<w:sz w:val="{default.size}"/><w:szCs w:val="{default.size}"/>'
        f'<w:lang w:val="{_LATIN_CODES[language]}" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "</w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        "<w:tblCellMar>"
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr></w:style>{styles}{_table_styles()}</w:styles>"
    )


def _fonts(east: str) -> str:
    latin = "Times New Roman"
    return f'<w:rFonts w:ascii="{latin}" w:eastAsia="{east}" w:hAnsi="{latin}" w:cs="{latin}"/>'


def _style(name: str, look: _Look) -> str:
    # The order of the elements is the schema's.
    paragraph = [
        "<w:keepNext/>" if look.keep else "",
        '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="auto"/></w:pBdr>'
        if look.border
        else "",
        _tabs(look),
        f'<w:spacing w:before="{look.before}" w:after="{look.after}" w:line="{look.line}" '
        f'w:lineRule="{"exact" if look.exact else "auto" if look.line < 300 else "atLeast"}"/>',
        _indent(look),
        f'<w:jc w:val="{look.align}"/>',
        f'<w:outlineLvl w:val="{look.level}"/>' if look.level is not None else "",
    ]
    run = [
        _fonts(look.font),
        "<w:b/><w:bCs/>" if look.bold else "",
        f'<w:color w:val="{look.colour}"/>' if look.colour else "",
        f'<w:sz w:val="{look.size}"/><w:szCs w:val="{look.size}"/>',
    ]
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{_STYLE_NAMES.get(name, name)}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{"".join(paragraph)}</w:pPr>'
        f"<w:rPr>{''.join(run)}</w:rPr></w:style>"
    )


# Names that Word knows are shown translated to a clerk.
_STYLE_NAMES = {
    "Title": "Title", "Heading1": "heading 1", "Heading2": "heading 2", "Heading3": "heading 3",
    "BodyText": "Body Text", "Caption": "caption", "Header": "header", "Footer": "footer",
    "Signature": "Signature", "Contents1": "toc 1", "Contents2": "toc 2",
    "ContentsTitle": "TOC Heading",
}  # fmt: skip


def _tabs(look: _Look) -> str:
    leader = ' w:leader="dot"' if look.leader else ""
    return (
        f'<w:tabs><w:tab w:val="right"{leader} w:pos="{look.tabs}"/></w:tabs>' if look.tabs else ""
    )


def _indent(look: _Look) -> str:
    parts = []
    if look.left:
        parts.append(f'w:left="{look.left}"')
    if look.right:
        parts.append(f'w:right="{look.right}"')
    if look.first_chars:
        first = look.size * 10 * look.first_chars // 100
        parts.append(f'w:firstLineChars="{look.first_chars}" w:firstLine="{first}"')
    return f"<w:ind {' '.join(parts)}/>" if parts else ""


def _table_styles() -> str:
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = (
        '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>'
    )
    return "".join(
        f'<w:style w:type="table" w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr>{borders}{margins}</w:tblPr></w:style>'
        for name, borders in (
            ("RuledTable", f"<w:tblBorders>{edges}</w:tblBorders>"),
            ("OpenTable", ""),
        )
    )
