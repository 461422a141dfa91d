"""Tags where nothing fills them, and words that Word keeps but a reader does not see."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from extractors.wording import _
from templates.checking.blocks import DRAWING, Block, holds_chart
from templates.checking.finding import FAULT, WARNING, Finding
from templates.package import W, text_of

_OPENS = re.compile(r"\{\{|\{%|\{#")
_DATA = f"{W}dataBinding"
_CHANGES = (f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")
# Parts with words that a person may have typed a tag into, and that are never filled.
_NEVER_FILLED = re.compile(
    r"word/(comments\w*|charts/.+|diagrams/.+|glossary/.+|people)\.xml|docProps/.+\.xml|customXml/.+"
)


def outside_text(part: str, tree: etree._Element, title: str) -> Iterator[Finding]:
    """Yield tags of a filled part that are no words of a paragraph: in a formula, in a picture's
    description. They would be filled, but nobody could check what becomes of them."""
    for element in tree.iter():
        if not isinstance(element.tag, str):
            if element.text and _OPENS.search(element.text):
                yield _hidden(title or part, element.text)
            continue
        if element.tag == DRAWING and holds_chart(element):
            continue
        held = [value for value in element.values() if _OPENS.search(str(value))]
        if element.tag != f"{W}t" and element.text and _OPENS.search(element.text):
            held.append(element.text)
        if element.tail and _OPENS.search(element.tail):
            held.append(element.tail)
        for text in held:
            yield _hidden(title or etree.QName(element).localname, str(text))


def _hidden(where: str, text: str) -> Finding:
    return Finding(
        "not_filled",
        where,
        _(
            "{tag} stands in a formula, a link, a field or a description: tags belong into words"
        ).format(tag=text.strip()[:60]),
    )


def never_filled(parts: Mapping[str, etree._Element]) -> Iterator[Finding]:
    """Yield tags in comments, charts, diagrams and the file's properties: they stay so."""
    for name, tree in parts.items():
        if not _NEVER_FILLED.fullmatch(name):
            continue
        words = "".join(map(str, tree.itertext()))
        if found := _OPENS.search(words):
            yield Finding(
                "not_filled",
                _part(name),
                _(
                    "“{words}” is not filled here: tags belong into the text, headers and notes"
                ).format(words=words[found.start() : found.start() + 40]),
            )


def _part(name: str) -> str:
    if name.startswith("word/comments"):
        return _("comment")
    if name.startswith("word/charts"):
        return _("chart")
    if name.startswith("word/diagrams"):
        return _("diagram")
    if name.startswith("docProps"):
        return _("file properties")
    return name


def bound(block: Block) -> Iterator[Finding]:
    """Yield a tag in a field that Word fills from elsewhere when the document is opened."""
    if not _OPENS.search(block.words):
        return
    inside = [*block.element.iter(f"{W}sdt"), *block.element.iterancestors(f"{W}sdt")]
    for control in inside:
        if control.find(f"{W}sdtPr/{_DATA}") is not None and _OPENS.search(text_of(control)):
            yield Finding(
                "bound",
                block.place(),
                _(
                    "Word fills this box from the file's properties and would put its own words in "
                    "place of the value: delete the box and type the tag as plain text"
                ),
            )
            return


def tracked_changes(tree: etree._Element, blocks: list[Block]) -> Iterator[Finding]:
    """Yield words that were changed with tracking on: each document would show the changes."""
    changed = {
        next(one.iterancestors(f"{W}p"), None)
        for one in tree.iter(*_CHANGES)
        if next(one.iterancestors(f"{W}p"), None) is not None
    }
    for block in blocks:
        if block.element not in changed:
            continue
        deleted = "".join(one.text or "" for one in block.element.iter(f"{W}delText"))
        touched = _OPENS.search(block.words) or "{" in deleted or "}" in deleted
        yield Finding(
            "tracked",
            block.place(),
            _("changes are being tracked here: accept or reject them all (Review, Accept)"),
            FAULT if touched else WARNING,
        )
    if not changed and next(tree.iter(f"{W}trPr"), None) is not None:
        for row in tree.iter(f"{W}trPr"):
            if row.find(f"{W}ins") is not None or row.find(f"{W}del") is not None:
                yield Finding(
                    "tracked",
                    "",
                    _("rows were added or deleted with tracking on: accept or reject them all"),
                    WARNING,
                )
                return


def comments(parts: Mapping[str, etree._Element]) -> Iterator[Finding]:
    """Yield the comments of the template: each document made from it would carry them."""
    tree = parts.get("word/comments.xml")
    if tree is None:
        return
    for comment in tree.iter(f"{W}comment"):
        words = text_of(comment)
        yield Finding(
            "comment",
            _("comment"),
            _("“{words}” would stand in every document: delete the comment").format(
                words=words[:40]
            ),
            WARNING,
        )
