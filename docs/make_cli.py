"""Writes docs/cli.md from the commands' own help: `python docs/make_cli.py`.

The help is worded when the commands are made, so the language is chosen before they are imported.
`--check` writes nothing and ends with 1 when the page is stale.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ["HUDANG_LANGUAGE"] = "en"
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import click  # noqa: E402

from cli import hudang  # noqa: E402

PAGE = ROOT / "docs" / "cli.md"
WIDTH = 88
HEAD = """\
# Commands

Generated from `--help` by `docs/make_cli.py`; do not edit. `-h` and `--help` print the same
texts, in the language of `HUDANG_LANGUAGE` (`zh`, `es`, `en`) or of the system.

Results go to stdout, reasons and steps to stderr. Exit codes: 0 done, 1 done with findings,
2 asked wrongly, 3 bad input data, 4 something around the program is wrong (disk, lock, database),
130 interrupted.
"""


def commands(
    group: click.Group, above: click.Context
) -> Iterator[tuple[click.Command, click.Context]]:
    """Yield every command below `group` with its context, in the order of their names."""
    for name in group.list_commands(above):
        command = group.get_command(above, name)
        if command is None or command.hidden:
            continue
        context = click.Context(command, info_name=name, parent=above)
        yield command, context
        if isinstance(command, click.Group):
            yield from commands(command, context)


def page() -> str:
    """Return the text of docs/cli.md."""
    top = click.Context(hudang, info_name="hudang", terminal_width=WIDTH, **hudang.context_settings)
    parts = [HEAD, _section(hudang, top)]
    parts += [_section(command, context) for command, context in commands(hudang, top)]
    return "\n".join(parts)


def _section(command: click.Command, context: click.Context) -> str:
    return f"## `{context.command_path}`\n\n```\n{command.get_help(context)}\n```\n"


def main(arguments: list[str]) -> int:
    """Write the page, or say whether it is current."""
    if "--check" in arguments:
        is_current = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page()
        return 0 if is_current else 1
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
