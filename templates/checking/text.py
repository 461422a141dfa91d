"""What docxtpl would print as it stands, or drop without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from extractors.wording import _
from templates.checking.finding import Finding
from templates.package import W, text_of

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_LINE_TAG = re.compile(r"\{[%{#](p|tr|tc) .*?[%}#]\}", re.DOTALL)
# A brace typed by a Chinese keyboard beside another brace, a percent sign or a hash.
_FULL_WIDTH = re.compile(r"｛[｛{%％#＃]|\{[｛％＃]|[｝}%％#＃]｝|[｝％＃]\}")
_FULL_WIDTH_INSIDE = re.compile(r"[｜（）＝［］]")


def faults_of_text(tree: etree._Element) -> Iterator[Finding]:
    """Find what docxtpl would print as it stands, or drop without a word."""
    for paragraph in tree.iter(f"{W}p"):
        text = text_of(paragraph)
        place = f"“{text.strip()[:60]}”"
        if _FULL_WIDTH.search(text):
            yield Finding(
                "full_width",
                place,
                _("full-width braces: type {{ and }} with the keyboard set to English"),
            )
        elif any(_FULL_WIDTH_INSIDE.search(tag) for tag in TAG.findall(text)):
            yield Finding(
                "full_width", place, _("full-width signs inside a tag: type | ( ) = in English")
            )
        if re.search(r"\{[%{#]p ", text) and _LINE_TAG.sub("", text).strip():
            yield Finding(
                "swallowed",
                place,
                _("words beside a {%p %} tag would vanish: give the tag a line of its own"),
            )
    for row in tree.iter(f"{W}tr"):
        text = text_of(row)
        if re.search(r"\{[%{#]tr ", text) and _LINE_TAG.sub("", text).strip():
            yield Finding(
                "swallowed",
                f"“{text.strip()[:60]}”",
                _("words beside a {%tr %} tag would vanish: give the tag a row of its own"),
            )
