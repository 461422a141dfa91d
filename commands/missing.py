"""What household files lack: the list, the questions that decide it, the notices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import click

from commands.desk import (
    FINDINGS,
    actor,
    as_json,
    as_json_option,
    catch_up,
    here,
    opened,
    progress,
    say,
    table,
    today,
)
from commands.named import household_argument, one_household
from commands.trail import seen
from extractors.wording import _

_ANSWERS = {"yes": True, "no": False, "unknown": None}


@click.command("missing", help=_("Say what household files lack; of all, or of those you name."))
@click.argument("wanted", metavar="[HOUSEHOLD]", required=False)
@click.option("--manager", help=_("Only files of this responsible manager."))
@click.option("--unit", help=_("Only files of this branch or unit."))
@click.option("--summary", is_flag=True, help=_("Count by manager and unit instead of listing."))
@click.option("--word", is_flag=True, help=_("Draft a notice of missing papers for each file."))
@as_json_option
@here
def missing(
    context: click.Context,
    wanted: str | None,
    manager: str | None,
    unit: str | None,
    summary: bool,
    word: bool,
    wants_json: bool,
) -> None:
    workspace = opened(context)
    chosen = _chosen(workspace, wanted, manager, unit)
    lacking = _lacking(workspace, chosen)
    about = f"household:{chosen[0].id}" if wanted else "archive"
    seen(workspace, "household.missing", about, households=len(chosen), lines=len(lacking))
    if word:
        _draft(workspace, lacking)
    elif wants_json:
        as_json([_as_json(household, line) for household, line in lacking])
    elif not lacking:
        say(_("Nothing is missing."))
    elif summary:
        _print_summary(lacking)
    else:
        _print(lacking)
    if any(line.state == "missing" for _household, line in lacking):
        raise SystemExit(FINDINGS)


def _chosen(workspace: Any, wanted: str | None, manager: str | None, unit: str | None) -> list[Any]:
    from archive import households
    from archive.database import reading

    if wanted:
        return [one_household(workspace, wanted)]
    with reading(workspace.engine) as connection:
        everyone = households.households(connection)
    return [
        each for each in everyone if manager in (None, each.manager) and unit in (None, each.unit)
    ]


def _lacking(workspace: Any, chosen: Sequence[Any]) -> list[tuple[Any, Any]]:
    from archive import completeness
    from archive.database import reading
    from ledger import told
    from ledger.book import Book

    found = []
    view = Book.of(workspace).at(today())
    with progress(_("household files")) as moved, reading(workspace.engine) as connection:
        for done, each in enumerate(chosen, start=1):
            said = told.of_household(view, each.id)
            lines = completeness.verdict(connection, workspace, each.id, today(), said)
            found += [(each, line) for line in lines if line.state != "present"]
            moved(done, len(chosen))
    return found


def _as_json(household: Any, line: Any) -> dict[str, Any]:
    return {
        "household": household.number,
        "manager": household.manager,
        "unit": household.unit,
        "doc_type": line.doc_type,
        "title": line.title,
        "state": line.state,
        "why": line.why,
        "asks": line.asks,
        "supplier": line.supplier,
    }


def _print(lacking: Sequence[tuple[Any, Any]]) -> None:
    from archive.requirements import SUPPLIERS

    states = {"missing": _("missing"), "undecided": _("to be decided")}
    order = list(SUPPLIERS)
    rows = sorted(
        lacking,
        key=lambda pair: (pair[0].id, pair[1].state != "missing", order.index(pair[1].supplier)),
    )
    table(
        (_("household"), _("borrower"), _("paper"), _("state"), _("from"), _("to be answered")),
        [
            (
                household.number,
                household.borrower.name,
                line.title,
                states[line.state],
                _(SUPPLIERS[line.supplier]),
                question(line.asks),
            )
            for household, line in rows
        ],
    )
    if any(line.asks for _household, line in lacking):
        say(_("Answer with: hudang household fact HOUSEHOLD NAME=yes|no|unknown"))


def question(asks: str) -> str:
    """Return what must be answered before it is known whether a paper is needed; "" for nothing."""
    from archive.completeness import GUARANTEE_METHOD
    from archive.requirements import FACTS

    if asks == GUARANTEE_METHOD:
        return _("how is the loan secured? (loan contract)")
    return f"{_(FACTS[asks])} ({asks})" if asks else ""


def _print_summary(lacking: Sequence[tuple[Any, Any]]) -> None:
    groups: dict[tuple[str, str], Counter[str]] = {}
    files: dict[tuple[str, str], set[int]] = {}
    for household, line in lacking:
        key = (household.unit or "", household.manager or "")
        groups.setdefault(key, Counter())[line.state] += 1
        files.setdefault(key, set()).add(household.id)
    table(
        (_("unit"), _("manager"), _("household files"), _("missing"), _("to be decided")),
        [
            (unit, manager, len(files[unit, manager]), counts["missing"], counts["undecided"])
            for (unit, manager), counts in sorted(groups.items())
        ],
        right=(2, 3, 4),
    )


def _draft(workspace: Any, lacking: Iterable[tuple[Any, Any]]) -> None:
    from archive import browse
    from templates.asking import Asked
    from templates.draft import draft

    numbers = sorted({household.id for household, _line in lacking})
    made = []
    with progress(_("notices")) as moved:
        for done, number in enumerate(numbers, start=1):
            asked = Asked(household=number)
            made.append(draft(workspace, "missing-papers-notice", asked, actor=actor()).path)
            moved(done, len(numbers))
    catch_up(workspace)
    browse.refresh(workspace, numbers)
    for path in made:
        say(_("Draft: {file}").format(file=path))


@click.command("fact", help=_("Answer what decides which papers are needed: NAME=yes|no|unknown."))
@household_argument
@click.argument("answers", nargs=-1, metavar="NAME=ANSWER...")
@here
def fact(context: click.Context, wanted: str, answers: Sequence[str]) -> None:
    from archive import file_facts, requirements, versions
    from archive.database import writing

    workspace = opened(context)
    household = one_household(workspace, wanted)
    if not answers:
        table(
            (_("fact"), _("question")),
            [(name, _(text)) for name, text in requirements.FACTS.items()],
        )
        return
    said = dict(_answer(each) for each in answers)
    with writing(workspace.engine) as connection:
        file_facts.state(connection, household.id, said, actor=actor())
    versions.keep(workspace)
    say(_("Noted for household {number}.").format(number=household.number))


def _answer(text: str) -> tuple[str, bool | None]:
    name, _equals, answer = text.partition("=")
    if answer not in _ANSWERS:
        raise click.UsageError(
            _("{text}: say NAME=yes, NAME=no or NAME=unknown.").format(text=text)
        )
    return name, _ANSWERS[answer]
