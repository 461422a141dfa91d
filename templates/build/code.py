"""The first line of every header: the draft's number, and its code in the margin beside it.

The code is an ordinary picture. A clerk may move it, resize it or take it out; it is known by its
alternative text, and replaced by the draft's own code when the template is filled.
"""

from __future__ import annotations

from templates.qr import MARK

PART = "word/media/draft_number.png"
STYLE = "DraftNumber"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_EMU_PER_MM = 36_000
# White rim included: modules of half a millimetre, four dots of an office scan at 200 dpi.
SIDE_MM = 16.0
# From the right and upper edge of the paper; printers do not reach the last five millimetres.
_RIGHT_MM, _TOP_MM = 6.0, 8.0


def number_line(page_width_mm: float, relation: str, drawing: int = 9001) -> str:
    """Return the paragraph; `relation` is the picture's id in the header's relationships.

    drawing  its number, which no other drawing of the document may bear
    """
    number = "{% if draft_number %}{{ draft_number }}{% endif %}"
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{STYLE}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{number}</w:t></w:r>'
        f"<w:r>{_anchored(page_width_mm - _RIGHT_MM - SIDE_MM, relation, drawing)}</w:r></w:p>"
    )


def _anchored(left_mm: float, relation: str, drawing: int) -> str:
    side = round(SIDE_MM * _EMU_PER_MM)
    picture = (
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr>'
        f'<pic:cNvPr id="{drawing}" name="{MARK}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{side}" cy="{side}"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    return (
        '<w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{round(left_mm * _EMU_PER_MM)}'
        "</wp:posOffset></wp:positionH>"
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{round(_TOP_MM * _EMU_PER_MM)}'
        "</wp:posOffset></wp:positionV>"
        f'<wp:extent cx="{side}" cy="{side}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:wrapNone/><wp:docPr id="{drawing}" name="{MARK}" descr="{MARK}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{_DRAWING}/main">'
        f'<a:graphicData uri="{_DRAWING}/picture">{picture}</a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing>"
    )
