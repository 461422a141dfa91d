"""Finding the fields of a document: where each begins, what it asks for, where its result lies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from templates.package import W


@dataclass(slots=True)
class WordField:
    """One field made of runs.

    begin, end  the runs with its first and last mark
    asked       the runs with its instruction
    result      the runs with its result, the field's own marks left out
    """

    begin: etree._Element
    asked: list[etree._Element] = field(default_factory=list)
    result: list[etree._Element] = field(default_factory=list)
    end: etree._Element | None = None
    is_answered: bool = False

    @property
    def instruction(self) -> str:
        """What it asks for: "SEQ 图 \\* ARABIC"."""
        return "".join(
            part.text or "" for run in self.asked for part in run.iter(f"{W}instrText")
        ).strip()


def fields_in(tree: etree._Element) -> Iterator[WordField]:
    """Yield the complete fields of a part, inner ones before those around them."""
    opened: list[WordField] = []
    for run in tree.iter(f"{W}r"):
        mark = run.find(f"{W}fldChar")
        kind = None if mark is None else mark.get(f"{W}fldCharType")
        if kind == "begin":
            opened.append(WordField(run))
        elif kind == "separate" and opened:
            opened[-1].is_answered = True
        elif kind == "end" and opened:
            done = opened.pop()
            done.end = run
            yield done
        elif opened:
            one = opened[-1]
            (one.result if one.is_answered else one.asked).append(run)
