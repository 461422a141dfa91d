"""A register shown: as a table, as JSON, or as a finished workbook; each leaves its audit row."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands.desk import as_json, say
from commands.ledger_registers import print_register
from commands.trail import seen
from extractors.wording import _

if TYPE_CHECKING:
    from archive.workspace import Workspace
    from ledger.registers import RegisterTable

xlsx_option = click.option(
    "--xlsx",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("Write a workbook."),
)


def shown(
    workspace: Workspace, made: RegisterTable, xlsx: Path | None, *, wants_json: bool = False
) -> None:
    """Show a register, or write it to `xlsx`. Raises NotADirectoryError."""
    from ledger.registers import write_xlsx

    language = workspace.settings.office.language
    if xlsx:
        if not xlsx.absolute().parent.is_dir():
            raise NotADirectoryError(
                _("There is no folder {folder} to write into.").format(folder=xlsx.parent)
            )
        seen(workspace, "ledger.export", f"register:{made.name}", rows=len(made.rows))
        write_xlsx(made, xlsx, language)
        say(_("Written: {file}").format(file=xlsx))
        return
    seen(workspace, "ledger.view", f"register:{made.name}", rows=len(made.rows))
    if wants_json:
        as_json(made.to_json())
    else:
        print_register(made, language)
