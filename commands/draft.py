"""Draft a Word document from the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from commands.desk import (
    actor,
    as_json,
    as_json_option,
    catch_up,
    day_type,
    here,
    opened,
    progress,
    say,
    table,
    tell,
)
from commands.named import one_household
from commands.trail import seen
from extractors.wording import LANGUAGES, _

if TYPE_CHECKING:
    from archive.workspace import Workspace
    from ledger.spans import Span
    from templates.asking import Asked
    from templates.kind import Kind


@click.command(help=_("Draft a Word document from the ledger, with every figure's source."))
@click.argument("kind", required=False)
@click.option("--year", type=click.IntRange(1949, 2199), help=_("The year it speaks of."))
@click.option("--half", type=click.IntRange(1, 2), help=_("The half of the year."))
@click.option("--quarter", type=click.IntRange(1, 4), help=_("The quarter of the year."))
@click.option("--month", help=_("The month it speaks of: 2026-01."))
@click.option("--household", help=_("Number or borrower of the household file."))
@click.option("--loan", help=_("IOU or contract number."))
@click.option("--unit", help=_("Only this branch or unit."))
@click.option("--manager", help=_("Only the loans or files of this responsible manager."))
@click.option("--fact", help=_("A fact of the ledger: warning:3."))
@click.option("--all", "everyone", is_flag=True, help=_("One for each there is."))
@click.option("--as-of", type=day_type, help=_("The day it speaks of; today by default."))
@click.option("--known-on", type=day_type, help=_("With what was known on that day."))
@click.option("--lang", type=click.Choice(sorted(LANGUAGES)), help=_("Language of the document."))
@click.option("--separate", is_flag=True, help=_("With --all: each also as a file of its own."))
@click.option(
    "--per-file",
    type=click.IntRange(1, 5_000),
    default=500,
    show_default=True,
    help=_("With --all: so many in a print file."),
)
@click.option("--afresh", is_flag=True, help=_("With --all: a new batch, whatever was begun."))
@click.option("--pdf", is_flag=True, help=_("A PDF beside it, by LibreOffice."))
@click.option("--sources", is_flag=True, help=_("Print the appendix: where each figure is from."))
@click.option("--explain", metavar="FIGURE", help=_("Show the rows behind a figure; no draft."))
@as_json_option
@here
def draft(
    context: click.Context,
    /,
    kind: str | None,
    household: str | None,
    everyone: bool,
    sources: bool,
    explain: str | None,
    pdf: bool,
    separate: bool,
    per_file: int,
    afresh: bool,
    wants_json: bool,
    **options: Any,
) -> None:
    from templates.choices import choice_of
    from templates.kinds import kind_of

    workspace = opened(context)
    if kind is None:
        _list(workspace.settings.office.language, wants_json)
        return
    chosen, choice = kind_of(kind), choice_of(kind)
    kind = choice.name if choice else chosen.name
    about_household = chosen.subject == "household"
    narrowed = bool(options["unit"] or options["manager"])
    if household and (everyone or (about_household and narrowed)):
        raise click.UsageError(_("Name one household, or --unit, --manager or --all."))
    number = one_household(workspace, household).id if household else None
    asked = _asked(number, **options)
    if explain:
        _explain(workspace, kind, asked, explain, wants_json)
    elif chosen.each and (everyone or (about_household and number is None and narrowed)):
        from commands.draft_batch import Wanted, draft_all

        wanted = Wanted(
            sources=sources, separate=separate, per_file=per_file, afresh=afresh, pdf=pdf
        )
        draft_all(workspace, kind, asked, wanted, wants_json)
    elif about_household and number is None and (everyone or narrowed):
        _of_households(workspace, kind, asked, sources, wants_json)
    elif everyone:
        raise click.UsageError(_("Only documents about a household are drafted for many."))
    else:
        _one(workspace, kind, asked, sources, pdf, wants_json)


def _list(language: str, wants_json: bool) -> None:
    """Say which documents there are and what each is asked for with."""
    from templates.choices import CHOICES
    from templates.kinds import KINDS

    drafted = [kind for kind in KINDS.values() if kind.compute]
    if wants_json:
        as_json(
            [
                {"kind": kind.name, "titles": kind.titles, "subject": kind.subject,
                 "period": kind.period, "scopes": kind.scopes}
                for kind in drafted
            ]
        )  # fmt: skip
        return
    table(
        (_("document"), _("title"), _("asked for with"), _("language")),
        [
            (
                kind.name,
                kind.titles.get(language) or next(iter(kind.titles.values())),
                " ".join(_options(kind)),
                ", ".join(kind.titles),
            )
            for kind in drafted
        ]
        + [
            (each.name, each.titles.get(language, each.name), _("--loan: the one due"), "")
            for each in CHOICES.values()
        ],
    )


def _options(kind: Kind) -> Iterator[str]:
    if kind.subject:
        yield f"--{kind.subject}"
    if kind.period in ("half", "quarter"):
        yield f"--year --{kind.period}"
    elif kind.period:
        yield f"--{kind.period}"
    if kind.each or kind.subject == "household":
        yield "--all"
    yield from (f"[--{scope}]" for scope in kind.scopes)


def _asked(household: int | None, **options: Any) -> Asked:
    from templates.asking import Asked

    days = {name: options[name].date() if options[name] else None for name in ("as_of", "known_on")}
    return Asked(
        span=_span(options["year"], options["half"], options["quarter"], options["month"]),
        household=household,
        loan=options["loan"],
        manager=options["manager"],
        unit=options["unit"],
        fact=options["fact"],
        language=options["lang"],
        **days,
    )


def _span(
    year: int | None, half: int | None, quarter: int | None, month: str | None
) -> Span | None:
    """Return the period that the options name, of which one goes with the year."""
    from ledger.spans import span_of

    if month:
        found = span_of(month)
        if found is None or found.kind != "month":
            raise click.UsageError(
                _("{month} is no month. Name one with its year: --month 2026-01").format(
                    month=month
                )
            )
        if year or half or quarter:
            raise click.UsageError(
                _("--month names its year itself; leave --year, --half and --quarter out.")
            )
        return found
    if (half or quarter) and (year is None or (half and quarter)):
        raise click.UsageError(_("Name the year with its half or its quarter."))
    if year is None:
        return None
    return span_of(f"{year}H{half}" if half else f"{year}Q{quarter}" if quarter else str(year))


def _one(
    workspace: Workspace, kind: str, asked: Asked, sources: bool, pdf: bool, wants_json: bool
) -> None:
    from archive import browse
    from templates import pdf as as_pdf
    from templates.draft import draft as make_draft

    made = make_draft(workspace, kind, asked, sources=sources, actor=actor())
    about = f"household:{asked.household}" if asked.household else "archive"
    seen(workspace, "document.draft", about, kind=kind, document=f"document:{made.document_id}")
    catch_up(workspace)
    browse.catch_up(workspace)
    said = {"path": str(made.path), "document_id": made.document_id, "number": made.number}
    if not wants_json:
        say(_("Draft {number}: {file}").format(number=made.number, file=made.path))
    # Whatever becomes of the PDF, the draft is there and said to be.
    try:
        if pdf:
            (beside,) = as_pdf.beside([made.path])
            said["pdf"] = str(beside)
            if not wants_json:
                say(_("PDF: {file}").format(file=beside))
    finally:
        if wants_json:
            as_json(said)


def _explain(workspace: Workspace, kind: str, asked: Asked, figure: str, wants_json: bool) -> None:
    """Show the rows behind a figure of the document; nothing is drafted."""
    from commands.indicators import ROWS, figure_json, show_rows
    from templates.draft import explained
    from templates.formats import figure as shown

    found = explained(workspace, kind, asked, figure)
    seen(workspace, "ledger.view", f"draft:{kind}")
    if wants_json:
        as_json(
            [
                {"title": one.title, "rule": one.rule, **figure_json(one.figure, None)}
                for one in found
            ]
        )
        return
    language = workspace.settings.office.language
    for one in found:
        say(f"{one.title}  {shown(one.figure, language)}")
        say(one.rule)
        if one.figure.rows:
            show_rows(one.figure, ROWS)


def _of_households(
    workspace: Workspace, kind: str, asked: Asked, sources: bool, wants_json: bool
) -> None:
    """Draft one document for each household of a unit, of a manager, or of all."""
    import dataclasses

    from archive import browse, households
    from archive.database import reading
    from templates.draft import draft as make_draft
    from templates.request import NothingToReport

    with reading(workspace.engine) as connection:
        chosen = [
            each.id
            for each in households.households(connection)
            if asked.unit in (None, each.unit) and asked.manager in (None, each.manager)
        ]
    one_of = dataclasses.replace(asked, unit=None, manager=None)
    made: dict[int, Any] = {}
    with progress(_("documents")) as moved:
        for done, number in enumerate(chosen, start=1):
            # A file without papers has nothing to list; the others have.
            with suppress(NothingToReport):
                made[number] = make_draft(
                    workspace,
                    kind,
                    dataclasses.replace(one_of, household=number),
                    sources=sources,
                    actor=actor(),
                )
                document = f"document:{made[number].document_id}"
                about = f"household:{number}"
                seen(workspace, "document.draft", about, kind=kind, document=document)
            moved(done, len(chosen))
    catch_up(workspace)
    browse.refresh(workspace, made)
    if wants_json:
        as_json(
            [
                {
                    "household": f"{n:06d}",
                    "path": str(one.path),
                    "document_id": one.document_id,
                    "number": one.number,
                }
                for n, one in made.items()
            ]
        )
        return
    for one in made.values():
        say(_("Draft {number}: {file}").format(number=one.number, file=one.path))
    if len(made) < len(chosen):
        tell(_("{n} files had nothing to report.").format(n=len(chosen) - len(made)))


COMMANDS = (draft,)
