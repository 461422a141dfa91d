"""Writes docs/documents.md from the declarations of the documents: `python docs/make_documents.py`.

`--check` writes nothing and ends with 1 when the page is stale.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from templates.choices import CHOICES, Choice  # noqa: E402
from templates.kind import Kind  # noqa: E402
from templates.kinds import KINDS  # noqa: E402

PAGE = ROOT / "docs" / "documents.md"

HEAD = """# Documents

Generated from `templates/documents/` by `docs/make_documents.py`; do not edit. Each kind is one
module there. How a draft is made, what it contains and how a template is changed:
[templates.md](templates.md).

| kind | title | what | asked for with | languages |
|---|---|---|---|---|
"""

_PERIODS = {
    "year": "`--year`",
    "half": "`--year --half`",
    "quarter": "`--year --quarter`",
    "month": "`--month`",
}


def page() -> str:
    """Return the page as the kinds are declared now."""
    return HEAD + "".join(map(_row, KINDS.values())) + "".join(map(_choice, CHOICES.values()))


def _choice(choice: Choice) -> str:
    among = " or ".join(f"`{name}`" for name in choice.among)
    return f"| `{choice.name}` | {choice.titles['zh']} | {among}, whichever is due | `--loan` | |\n"


def _row(kind: Kind) -> str:
    module = sys.modules[f"templates.documents.{kind.name.replace('-', '_')}"]
    what = (module.__doc__ or "").split("\n\n")[0].replace("\n", " ").rstrip(".")
    # The title stands in its own column.
    what = what.partition(": ")[2] or what
    title = kind.titles.get("zh") or next(iter(kind.titles.values()))
    return f"| `{kind.name}` | {title} | {what} | {_asked(kind)} | {', '.join(kind.titles)} |\n"


def _asked(kind: Kind) -> str:
    if kind.made_by:
        return f"`{kind.made_by}`"
    needed = [f"`--{kind.subject}`"] if kind.subject else []
    if kind.period:
        needed.append(_PERIODS[kind.period])
    if kind.each or kind.subject == "household":
        needed.append("or `--all`")
    if kind.scopes:
        needed.append("also " + ", ".join(f"`--{scope}`" for scope in kind.scopes))
    return " ".join(needed)


def main() -> None:
    """Write the page, or with --check only compare it."""
    text = page()
    if "--check" in sys.argv:
        sys.exit(not PAGE.exists() or text != PAGE.read_text(encoding="utf-8"))
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
