"""Registers (台账): which there are, one on the screen, and all of them as finished workbooks."""

from __future__ import annotations

import click

from commands.desk import as_json, as_json_option, here, opened, table
from extractors.wording import _


@click.command("registers", help=_("List all registers with their titles and filters."))
@as_json_option
@here
def ledger_registers(context: click.Context, wants_json: bool) -> None:
    from ledger.registers import REGISTERS

    language = opened(context).settings.office.language
    if wants_json:
        as_json(
            [
                {
                    "register": each.name,
                    "titles": dict(each.titles),
                    "columns": [column.key for column in each.columns],
                    "filters": sorted(each.filters),
                }
                for each in REGISTERS.values()
            ]
        )
        return
    table(
        (_("register"), _("title"), _("columns"), _("filters")),
        [
            (each.name, each.titles[language], len(each.columns), ", ".join(sorted(each.filters)))
            for each in REGISTERS.values()
        ],
        right=(2,),
    )
