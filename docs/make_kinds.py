"""Writes docs/kinds.md from the kinds' own declarations: `python docs/make_kinds.py`.

`--check` writes nothing and ends with 1 when the page is stale.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from ledger.kinds.declaration import Field, Kind  # noqa: E402
from ledger.kinds.registry import KINDS  # noqa: E402

PAGE = ROOT / "docs" / "kinds.md"
HEAD = """\
# Kinds of facts

Generated from `ledger/kinds/` by `docs/make_kinds.py`; do not edit. Each kind is one file there. It
can be recorded (`hudang ledger record KIND …`), imported from a workbook whose heads are the names
below, listed and exported (`hudang ledger register KIND`), corrected with a reason, and asked for
on any day as known at any moment.

`*` marks what must be given. A fact is effective on the day of the field marked `day`; fields
marked `key` tell one fact of a loan or household from another.

| kind | title | about | source |
| --- | --- | --- | --- |
"""


def page() -> str:
    """Return the page's text."""
    lines = [HEAD.rstrip("\n")]
    lines += [
        f"| `{kind.name}` | {kind.titles['zh']} | {kind.about} | {kind.source} |"
        for kind in KINDS.values()
    ]
    for kind in KINDS.values():
        lines += ["", *_kind(kind)]
    return "\n".join(lines) + "\n"


def _kind(kind: Kind) -> Iterator[str]:
    yield f"## {kind.name}: {kind.titles['zh']}"
    yield ""
    yield f"{kind.titles['es']}; {kind.titles['en']}. About: {kind.about}."
    yield ""
    yield "| field | title | also written | form | |"
    yield "| --- | --- | --- | --- | --- |"
    for field in kind.fields:
        marks = " ".join(_marks(kind, field))
        yield (
            f"| `{field.key}` | {field.titles['zh']} / {field.titles['es']} / "
            f"{field.titles['en']} | {'、'.join(field.labels)} | {_form(field)} | {marks} |"
        )


def _marks(kind: Kind, field: Field) -> Iterator[str]:
    if field.required or field.key == kind.dated_by:
        yield "*"
    if field.key == kind.dated_by:
        yield "day"
    if field.key in kind.key:
        yield "key"


def _form(field: Field) -> str:
    if not field.choices:
        return field.grammar
    return ", ".join(f"`{choice.code}` {choice.titles['zh']}" for choice in field.choices)


def main() -> None:
    """Write the page, or with --check only compare it."""
    text = page()
    if "--check" in sys.argv:
        sys.exit(text != PAGE.read_text(encoding="utf-8"))
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
