"""Writes the table of rules in docs/tasks.md from the rules' own declarations.

`python docs/make_tasks.py`; `--check` writes nothing and ends with 1 when the table is stale.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from ledger.rules.declaration import Rule  # noqa: E402
from ledger.rules.registry import RULES  # noqa: E402

PAGE = ROOT / "docs" / "tasks.md"
HEAD = "| rule | title | what | settings | form | source |\n|---|---|---|---|---|---|\n"


def page() -> str:
    """Return the page with its table as the rules are declared now."""
    before, _head, rest = PAGE.read_text(encoding="utf-8").partition(HEAD)
    after = rest.partition("\n\n")[2]
    return before + HEAD + "\n".join(map(_row, RULES.values())) + "\n\n" + after


def _row(rule: Rule) -> str:
    settings = ", ".join(f"`{key}`" for key in rule.settings)
    form = f"`{rule.form}`" if rule.form else ""
    return (
        f"| `{rule.name}` | {rule.titles['zh']} | {rule.what['en']} | {settings} | {form} | "
        f"{rule.source} |"
    )


def main() -> None:
    """Write the page, or with --check only compare it."""
    text = page()
    if "--check" in sys.argv:
        sys.exit(text != PAGE.read_text(encoding="utf-8"))
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
