"""Word templates: list them, take a copy to edit, check, mend, preview and approve it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands.desk import (
    FINDINGS,
    actor,
    as_json,
    as_json_option,
    here,
    opened,
    say,
    table,
    tell,
    today,
)
from extractors.wording import LANGUAGES, _

if TYPE_CHECKING:
    from archive.workspace import Workspace
    from templates.check import Listed
    from templates.checking.finding import Finding
    from templates.checking.mend import Change

lang_option = click.option("--lang", type=click.Choice(sorted(LANGUAGES)), help=_("Its language."))


@click.group(help=_("Word templates: list, copy, check, mend and preview them."))
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
        (_("document"), _("title"), _("language"), _("whose"), _("state"), _("file")),
        [(t.kind, t.title, t.language, _whose(t), _state(t), t.path) for t in found],
    )


def _whose(listed: Listed) -> str:
    return _("own") if listed.own else _("shipped")


def _state(listed: Listed) -> str:
    states = []
    if listed.changed is not None:
        states.append(_("changed") if listed.changed else _("unchanged"))
    if listed.outdated:
        states.append(_("the shipped one is newer"))
    if listed.approved is not None:
        states.append(_("approved") if listed.approved else _("not approved"))
    return ", ".join(states)


@templates.command("eject", help=_("Copy a shipped template into the workspace, to edit it."))
@click.argument("kind")
@lang_option
@here
def templates_eject(context: click.Context, kind: str, lang: str | None) -> None:
    from templates.kinds import kind_of
    from templates.own import AlreadyThere, eject

    workspace = opened(context)
    chosen = kind_of(kind, lang)
    language = lang or _language(workspace, chosen.titles)
    try:
        path = eject(workspace, chosen, language, on=today())
    except AlreadyThere as cause:
        raise click.UsageError(str(cause)) from cause
    say(str(path))
    tell(_("Edit it in Word or WPS, save it as .docx, and check it:"))
    tell(f"  hudang templates check {path}")
    tell(f"  hudang templates preview {path}")
    tell(_("From now on it is used in place of the shipped one; delete it to return to that."))


@templates.command(
    "check", help=_("Check a Word template, or all of your own: unknown fields, broken tags.")
)
@click.argument("file", required=False)
@click.option("--kind", help=_("What it makes, where its name does not say so."))
@lang_option
@click.option("--fix", is_flag=True, help=_("Mend what is safe; the file as it was is kept."))
@as_json_option
@here
def templates_check(
    context: click.Context,
    file: str | None,
    kind: str | None,
    lang: str | None,
    fix: bool,
    wants_json: bool,
) -> None:
    from templates.own import meant_file, own_files

    workspace = _opened_if_there(context)
    if file is not None:
        checked = [_check(meant_file(workspace, file), kind, lang, fix)]
    else:
        own = own_files(workspace or opened(context))
        checked = [_check(path, meant, lang or language, fix) for path, meant, language in own]
    if wants_json:
        as_json([_as_json(*one) for one in checked] if file is None else _as_json(*checked[0]))
    else:
        for one in checked:
            _say(*one)
        if not checked:
            say(_("There are no own templates. See: hudang templates eject"))
    if any(one.weight != "note" for _path, findings, _changes in checked for one in findings):
        raise SystemExit(FINDINGS)


def _check(
    path: Path, kind: str | None, language: str | None, fix: bool
) -> tuple[Path, list[Finding], list[Change]]:
    from templates.check import check, fix_file

    if not path.is_file():
        raise click.UsageError(_("There is no file {file}.").format(file=path))
    if kind is None and (stray := _stray(path)):
        return path, [stray], []
    changes = fix_file(path, kind, language) if fix else []
    return path, check(path, kind, language), changes


def _stray(path: Path) -> Finding | None:
    """Return what to say of a file that no document is called by."""
    from templates.checking.finding import WARNING, Finding
    from templates.kinds import UnknownKind, kind_of

    try:
        kind_of(path.stem)
    except UnknownKind as cause:
        said = _("this file is never used, for no document is called so. {cause}")
        return Finding("unknown_kind", "", said.format(cause=cause), WARNING)
    return None


def _say(path: Path, findings: Sequence[Finding], changes: Sequence[Change]) -> None:
    for change in changes:
        say(_("Mended: {change}").format(change=change))
    if changes:
        say(_("{file}: the file as it was is beside it, .bak at its end").format(file=path.name))
    if not findings:
        say(_("{file}: nothing to mend.").format(file=path))
        return
    titles = {"fault": _("Fault"), "warning": _("Warning"), "note": _("Note")}
    for finding in findings:
        say(f"{path.name}: {titles[finding.weight]}: {finding}")
    mendable = sum(one.mendable for one in findings)
    if mendable and not changes:
        tell(
            _("{count} of them can be mended: hudang templates check {file} --fix").format(
                count=mendable, file=path
            )
        )


def _as_json(
    path: Path, findings: Sequence[Finding], changes: Sequence[Change]
) -> dict[str, object]:
    return {
        "file": str(path),
        "findings": [one.to_json() for one in findings],
        "mended": [
            {"place": one.place, "before": one.before, "after": one.after} for one in changes
        ],
    }


@templates.command("preview", help=_("Fill a template with invented values, to look at it."))
@click.argument("template")
@click.option("--rows", default="0,1,40", help=_("Numbers of lines in its lists: 0,1,40."))
@click.option("--kind", help=_("What it makes, where its name does not say so."))
@lang_option
@here
def templates_preview(
    context: click.Context, template: str, rows: str, kind: str | None, lang: str | None
) -> None:
    from templates.check import meant_template
    from templates.preview import previews, write

    workspace = opened(context)
    counts = [int(one) for one in rows.split(",") if one.isascii() and one.isdigit()]
    if not counts or max(counts) > 1000:
        raise click.UsageError(_("Name numbers of lines up to 1000: --rows 0,1,40"))
    chosen, language, own = meant_template(workspace, template, kind, lang)
    made = write(workspace.out, list(previews(chosen, language, own, counts)))
    _in_pdf(made)


def _in_pdf(made: Sequence[Path]) -> None:
    from templates import pdf

    shown = list(made)
    try:
        shown += pdf.beside(made)
    except (pdf.NoConverter, pdf.NotConverted) as cause:
        tell(str(cause))
    for path in shown:
        say(str(path))


@templates.command("approve", help=_("Approve an own template as it now stands."))
@click.argument("file")
@click.option("--by", required=True, help=_("Who approves it."))
@here
def templates_approve(context: click.Context, file: str, by: str) -> None:
    from templates.approval import approve, is_wanted
    from templates.check import check
    from templates.checking.finding import TemplateInvalid, faults
    from templates.own import meant_file

    workspace = opened(context)
    path = meant_file(workspace, file)
    if not path.is_file():
        raise click.UsageError(_("There is no file {file}.").format(file=path))
    wrong = faults(check(path))
    if wrong:
        raise TemplateInvalid(path.name, wrong)
    approve(workspace, path, by=by, actor=actor())
    say(_("{file} is approved as it now stands.").format(file=path.name))
    if not is_wanted(workspace):
        tell(_("To use only approved templates, set [templates] approval = true in hudang.toml."))


def _language(workspace: Workspace, titles: dict[str, str]) -> str:
    office = workspace.settings.office.language
    return office if office in titles else next(iter(titles))


def _opened_if_there(context: click.Context) -> Workspace | None:
    """Open the workspace where there is one: a file can be checked without."""
    from archive.workspace import NotAWorkspace

    try:
        return opened(context)
    except NotAWorkspace:
        return None


COMMANDS = (templates,)
