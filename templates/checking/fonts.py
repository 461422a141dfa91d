"""Fonts that a template names: are they on the office's computers?"""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from shutil import which

from lxml import etree

from extractors.wording import _
from templates.checking.finding import WARNING, Finding
from templates.package import W

_COMMON = Path(__file__).with_name("fonts.toml")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_KINDS = ("ascii", "hAnsi", "eastAsia", "cs")
_NAMING = re.compile(r"word/(document|styles|numbering|(header|footer)\d*|footnotes|endnotes)\.xml")


def missing(trees: Mapping[str, etree._Element]) -> Iterator[Finding]:
    """Yield fonts that neither this computer has nor an office's computers usually have."""
    known = _common() | _installed()
    used = sorted(set(_named(trees)))
    lacking = [font for font in used if font.casefold() not in known]
    for font in lacking:
        yield Finding(
            "font",
            "",
            _(
                "the font {font} is neither installed here nor usual: others show another one; "
                "choose 仿宋, 宋体, 黑体 or 楷体, or install it everywhere"
            ).format(font=font),
            WARNING,
        )


def _named(trees: Mapping[str, etree._Element]) -> Iterator[str]:
    for name, tree in trees.items():
        if _NAMING.fullmatch(name):
            for fonts in tree.iter(f"{W}rFonts"):
                yield from (font for kind in _KINDS if (font := fonts.get(f"{W}{kind}")))
        elif name.startswith("word/theme/"):
            yield from _of_theme(tree)


def _of_theme(tree: etree._Element) -> Iterator[str]:
    """Yield the theme's own fonts; its long list for other scripts is not used by our languages."""
    for kind in ("latin", "ea"):
        for one in tree.iter(f"{_DRAWING}{kind}"):
            if font := one.get("typeface"):
                yield font


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    with _COMMON.open("rb") as file:
        lists = tomllib.load(file)
    return frozenset(font.casefold() for fonts in lists.values() for font in fonts)


@lru_cache(maxsize=1)
def _installed() -> frozenset[str]:
    """Return the font names this computer knows, where it can say them."""
    lister = which("fc-list")
    if lister is None:
        return frozenset()
    try:
        found = subprocess.run(  # noqa: S603 - a fixed command
            [lister, ":", "family"], capture_output=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    names = re.split(r"[,\n]", found.stdout.decode("utf-8", "replace"))
    return frozenset(name.strip().replace("\\-", "-").casefold() for name in names if name.strip())
