"""A fontconfig file of our own for LibreOffice: each font of a document has something like it.

Without it a Chinese font that is not installed becomes whatever Latin or Japanese font comes
first: Song becomes Gothic, and characters get Japanese shapes.
"""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

import pylopdf_fonts_zh_cn

# What comes with the program, for a machine that has no Chinese font at all.
_SERIF, _SANS = "Noto Serif SC", "Noto Sans SC"
_SONG = ("宋体", "SimSun", "NSimSun", "华文中宋", "STZhongsong", "华文宋体", "STSong", "宋体-简")
# Not Noto CJK: LibreOffice takes the Japanese face of that file.
_LIKE_SONG = (_SERIF,)
_HEI = (
    "黑体", "SimHei", "微软雅黑", "Microsoft YaHei", "华文黑体", "STHeiti", "等线", "DengXian",
    "MS Gothic", "MS PGothic",
)  # fmt: skip

# Fonts that documents name, which may take each other's place, and what is like them.
_FAMILIES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("仿宋", "仿宋_GB2312", "FangSong", "FangSong_GB2312", "华文仿宋", "STFangsong"),
     ("FandolFang R", *_LIKE_SONG)),
    (_SONG, _LIKE_SONG),
    (("方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05"),
     ("华文中宋", "STZhongsong", *_LIKE_SONG)),
    (("楷体", "楷体_GB2312", "KaiTi", "KaiTi_GB2312", "华文楷体", "STKaiti"),
     ("FandolKai", "AR PL UKai CN", "AR PL KaitiM GB", *_LIKE_SONG)),
    (_HEI, (_SANS,)),
    (("MS Mincho", "MS PMincho"), _LIKE_SONG),
    (("Times New Roman", "Times", "Cambria"),
     ("Liberation Serif", "Tinos", "Nimbus Roman", "Noto Serif", _SERIF)),
    (("Arial", "Calibri", "Helvetica"),
     ("Liberation Sans", "Carlito", "Arimo", "Nimbus Sans", "Noto Sans", _SANS)),
)  # fmt: skip


def fontconfig() -> str:
    """Return the configuration: the system's, the program's two fonts, and what stands for what.

    A font that is installed is always used itself.
    """
    own = Path(pylopdf_fonts_zh_cn.__file__).parent
    aliases = "".join(
        _alias(name, [other for other in alike if other != name] + list(like))
        for alike, like in _FAMILIES
        for name in alike
    )
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"<dir>{escape(str(own))}</dir>{aliases}</fontconfig>"
    )


def _alias(name: str, others: list[str]) -> str:
    families = "".join(f"<family>{escape(other)}</family>" for other in others)
    return (
        f'<alias binding="same"><family>{escape(name)}</family><accept>{families}</accept></alias>'
    )
