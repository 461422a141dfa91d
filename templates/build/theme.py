"""The theme of a .docx: the colours and fonts that Word offers a clerk who restyles a template."""

from __future__ import annotations

from templates.charts.filling import A

# Dark and light, then the accents: those of our charts, apart in grey too.
_COLOURS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "1F3864", "lt2": "F2F2F2", "accent1": "1F3864",
    "accent2": "9DC3E6", "accent3": "2E75B6", "accent4": "7F7F7F", "accent5": "E3EDF8",
    "accent6": "0D0D0D", "hlink": "0563C1", "folHlink": "954F72",
}  # fmt: skip
_FONT = '<a:latin typeface="Times New Roman"/><a:ea typeface="宋体"/><a:cs typeface=""/>'
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme() -> str:
    """Return the theme part's XML."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in _COLOURS.items()
    )
    lines = "".join(f'<a:ln w="{width}">{_FILL}</a:ln>' for width in (6350, 12700, 19050))
    return (
        f'<a:theme xmlns:a="{A}" name="hudang"><a:themeElements>'
        f'<a:clrScheme name="hudang">{colours}</a:clrScheme>'
        f'<a:fontScheme name="hudang"><a:majorFont>{_FONT}</a:majorFont>'
        f"<a:minorFont>{_FONT}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="hudang"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
