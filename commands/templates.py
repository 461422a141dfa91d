"""Word templates: list them, check your own."""

from __future__ import annotations

from pathlib import Path

import click

from commands.desk import FINDINGS, as_json, as_json_option, here, opened, say, table
from extractors.wording import LANGUAGES, _


@click.group(help=_("Word templates: list them, check your own."))
def templates() -> None:
    """Group of commands."""


@templates.command("list", help=_("List templates, shipped and your own."))
@as_json_option
@here
def templates_list(context: click.Context, wants_json: bool) -> None:
    from templates.check import listed

    found = listed(opened(context))
    if wants_json:
        as_json([each.to_json() for each in found])
        return
    table(
        (_("document"), _("title"), _("language"), _("whose"), _("file")),
        [(t.kind, t.title, t.language, _("own") if t.own else _("shipped"), t.path) for t in found],
    )


@templates.command("check", help=_("Check a Word template: unknown fields, broken tags."))
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--kind", help=_("What it makes, where its name does not say so."))
@click.option("--lang", type=click.Choice(sorted(LANGUAGES)), help=_("Its language."))
@as_json_option
def templates_check(file: Path, kind: str | None, lang: str | None, wants_json: bool) -> None:
    from templates.check import check

    findings = check(file, kind, lang)
    if wants_json:
        as_json([finding.to_json() for finding in findings])
    elif not findings:
        say(_("{file}: nothing to mend.").format(file=file))
    else:
        for finding in findings:
            say(str(finding))
    if findings:
        raise SystemExit(FINDINGS)


COMMANDS = (templates,)
