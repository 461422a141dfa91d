"""What docxtpl would print as it stands, or drop without a word, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.wording import _
from templates.checking.blocks import Block
from templates.checking.finding import Finding
from templates.checking.signs import LIKE_A_TAG, is_unusual, plain
from templates.checking.tags import TAG, Tag, tags_of
from templates.package import W, text_of

# One brace each side, of any width, around what may be a field's name.
SINGLE = re.compile(r"(?<![{｛_])[{｛]\s*([^\W\d][\w.]*)\s*[}｝](?![}｝])")
_HALF_OPEN = re.compile(r"\{\{|\{%|\{#|[{｛][｛％＃]|｛[{%#]")
_HALF_CLOSED = re.compile(r"\}\}|%\}|[}｝％＃]｝|[｝％＃]\}")

# What stands beside words in a paragraph, and would vanish with it.
_THINGS = {
    f"{W}drawing": "picture",
    f"{W}pict": "picture",
    f"{W}object": "picture",
    f"{W}sectPr": "section",
    f"{W}fldChar": "field",
    f"{W}footnoteReference": "footnote",
    f"{W}endnoteReference": "footnote",
}


def faults_of_text(block: Block, fields: frozenset[str]) -> Iterator[Finding]:
    """Yield what is wrong with the tags of one paragraph by how they are typed.

    fields  the names of the document's own fields
    """
    words = block.words
    if not any(sign in words for sign in "{｛}｝"):
        return
    unusual = [found[0] for found in LIKE_A_TAG.finditer(words) if is_unusual(found[0])]
    for tag in unusual:
        yield Finding(
            "full_width",
            block.place(),
            _(
                "full-width or curly signs in {tag}: type it with an English keyboard, {meant}"
            ).format(tag=tag[:80], meant=plain(tag)[:80]),
            mendable=True,
        )
    rest = TAG.sub("", LIKE_A_TAG.sub("", words))
    if found := _HALF_OPEN.search(rest):
        yield Finding(
            "unclosed",
            block.place(),
            _("the tag that begins with {sign} has no end in this paragraph").format(sign=found[0]),
        )
    elif found := _HALF_CLOSED.search(rest):
        yield Finding(
            "unclosed",
            block.place(),
            _("the tag that ends with {sign} has no beginning in this paragraph").format(
                sign=found[0]
            ),
        )
    for found in SINGLE.finditer(rest):
        if found[1].partition(".")[0] in fields:
            yield Finding(
                "single_brace",
                block.place(),
                _("{tag} would be printed as it stands: write {meant}").format(
                    tag=found[0], meant=f"{{{{ {found[1]} }}}}"
                ),
                mendable=True,
            )


def faults_of_line_tags(block: Block) -> Iterator[Finding]:
    """Yield what would vanish with the paragraph, row or cell that a tag takes the place of."""
    for tag in tags_of(block):
        if tag.level in ("", "r"):
            continue
        taken = tag.taken
        if taken is None:
            yield Finding(
                "level",
                block.place(),
                _("{tag} belongs into a table: outside, write {meant}").format(
                    tag=tag.shown, meant=tag.written.replace(f"%{tag.level} ", "%p ", 1)
                ),
            )
            continue
        yield from _swallowed(tag, taken, block.words if tag.level == "p" else text_of(taken))


def _swallowed(tag: Tag, taken: object, words: str) -> Iterator[Finding]:
    beside = words.replace(tag.written, "", 1).strip()
    if beside:
        yield Finding(
            "swallowed", tag.block.place(), _alone(tag).format(tag=tag.shown, beside=beside[:40])
        )
    things = {_THINGS[one.tag] for one in taken.iter(*_THINGS)}  # type: ignore[attr-defined]
    if things:
        yield Finding(
            "swallowed",
            tag.block.place(),
            _(
                "a picture, field, footnote or section break beside {tag} would vanish: give the "
                "tag a place of its own"
            ).format(tag=tag.shown),
        )
    merged = taken.iter(f"{W}vMerge")  # type: ignore[attr-defined]
    if tag.level == "tr" and any(one.get(f"{W}val") == "restart" for one in merged):
        yield Finding(
            "swallowed",
            tag.block.place(),
            _("cells merged downwards begin in the row of {tag}, which vanishes").format(
                tag=tag.shown
            ),
        )


def _alone(tag: Tag) -> str:
    if tag.level == "p":
        return _("“{beside}” beside {tag} would vanish: give the tag a line of its own")
    if tag.level == "tr":
        return _("“{beside}” beside {tag} would vanish: give the tag a row of its own")
    return _("“{beside}” beside {tag} would vanish: give the tag a cell of its own")
